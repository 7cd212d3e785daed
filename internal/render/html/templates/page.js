// Makes the page pleasant: next and previous change by key, search, copying with
// citation. Without it everything can be read, filtered and linked to as well.
(() => {
  "use strict";
  const find = (s, within = document) => within.querySelector(s);
  const all = (s, within = document) => [...within.querySelectorAll(s)];
  const bar = find(".bar");
  if (!bar) return;
  bar.hidden = false;
  all(".script", bar).forEach((e) => (e.hidden = false));
  const say = (text) => (find("[role=status]", bar).textContent = text);

  // The changes, and which of them is at hand.
  const changes = all(".change, .fates > li[id]");
  const shown = () => changes.filter((c) => c.getClientRects().length > 0);
  let current = null;
  const edge = () => bar.getBoundingClientRect().bottom + 8;
  const atHand = (list) => {
    const i = list.indexOf(current);
    if (i >= 0 && Math.abs(current.getBoundingClientRect().top - edge()) < 60) return i;
    const below = list.findIndex((c) => c.getBoundingClientRect().top > edge() - 4);
    return (below < 0 ? list.length : below) - 0.5;
  };
  const go = (step) => {
    const list = shown();
    if (!list.length) return;
    const at = atHand(list) + step;
    const i = Math.max(0, Math.min(list.length - 1, step > 0 ? Math.floor(at) : Math.ceil(at)));
    current = list[i];
    current.tabIndex = -1;
    current.focus({ preventScroll: true });
    current.scrollIntoView({ block: "start" });
    if (current.id) history.replaceState(null, "", "#" + current.id);
    say(i + 1 + " / " + list.length);
  };

  // Search: what does not hold the words is hidden, what does is marked.
  const field = find("input[type=search]", bar);
  const language = document.documentElement.lang;
  const fold = (s) => s.toLocaleLowerCase(language);
  const texts = new Map();
  const textOf = (e) => {
    if (!texts.has(e)) texts.set(e, fold(e.textContent));
    return texts.get(e);
  };
  const searched = all(".change, .untouched, .fates > li");
  const mark = (wanted, hits) => {
    if (!window.Highlight || !CSS.highlights) return;
    const ranges = [];
    for (const e of wanted ? hits : []) {
      const walk = document.createTreeWalker(e, NodeFilter.SHOW_TEXT);
      while (walk.nextNode() && ranges.length < 2000) {
        const text = fold(walk.currentNode.data);
        for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
          const end = at + wanted.length;
          if (end > walk.currentNode.length) break;
          const r = new Range();
          r.setStart(walk.currentNode, at);
          r.setEnd(walk.currentNode, end);
          ranges.push(r);
        }
      }
    }
    CSS.highlights.set("found", new Highlight(...ranges));
  };
  let waiting = 0;
  const search = () => {
    const wanted = fold(field.value.trim());
    const hits = [];
    for (const e of searched) {
      const hit = !wanted || textOf(e).includes(wanted);
      e.classList.toggle("miss", !hit);
      if (hit) hits.push(e);
    }
    mark(wanted, hits);
    say(wanted ? hits.length + " / " + searched.length : "");
  };
  field.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(search, 120);
  });

  // Where the page stands for others, if it says so.
  const published = find('meta[property="og:url"]');
  const address = published ? published.content : location.href.split("#")[0];

  // Copying: the words that are selected, or those of the change at hand, with
  // where they stand.
  const plain = (e) => {
    const copy = e.cloneNode(true);
    all(".vh, .where", copy).forEach((x) => x.remove());
    all(".gap", copy).forEach((x) => x.replaceWith(" […] "));
    return copy.textContent.replace(/\s+/g, " ").trim();
  };
  // What is left out between two passages is told, so that nothing is joined.
  const quoted = (change, side) => {
    const out = [];
    for (const e of all(".row, details.same", change)) {
      const cell = e.matches(".row") && find(side === "old" ? ".o" : ".n", e);
      const text = cell ? plain(cell) : "[…]";
      if (text && !(text === "[…]" && (!out.length || out[out.length - 1] === text))) out.push(text);
    }
    if (out[out.length - 1] === "[…]") out.pop();
    return out.join("\n");
  };
  const citation = (change) => {
    const page = bar.dataset;
    const link = address + "#" + change.id;
    const lines = [plain(find("h3, .name", change) || change)];
    const selected = String(getSelection()).trim();
    if (selected && change.contains(getSelection().anchorNode)) {
      lines.push("“" + selected + "”");
    } else {
      for (const side of ["old", "new"]) {
        const text = quoted(change, side);
        if (text) lines.push(page[side] + ":\n“" + text + "”");
      }
    }
    lines.push(page.from, link);
    return lines.join("\n\n") + "\n";
  };
  const copy = async () => {
    const chosen = getSelection().anchorNode;
    const within = chosen && (chosen.nodeType === 1 ? chosen : chosen.parentElement);
    const list = shown();
    const change = (within && within.closest(".change, .fates > li")) || list[Math.ceil(atHand(list))] || list[0];
    if (!change) return;
    await put(citation(change));
  };
  const put = async (text) => {
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      const area = document.createElement("textarea");
      area.value = text;
      document.body.append(area);
      area.select();
      document.execCommand("copy");
      area.remove();
    }
    say(bar.dataset.copied);
  };

  find(".next", bar).addEventListener("click", () => go(1));
  find(".previous", bar).addEventListener("click", () => go(-1));
  find(".copy", bar).addEventListener("click", copy);
  for (const button of all(".quote")) {
    button.hidden = false;
    const link = address + "#" + button.closest("[id]").id;
    button.addEventListener("click", () => put(button.dataset.quotation + "\n" + link + "\n"));
  }
  document.addEventListener("keydown", (e) => {
    if (e.ctrlKey || e.metaKey || e.altKey || e.target.closest("input, textarea, select")) {
      if (e.key === "Escape" && e.target === field) {
        field.value = "";
        search();
        field.blur();
      }
      return;
    }
    const act = { n: () => go(1), j: () => go(1), p: () => go(-1), k: () => go(-1), c: copy, "/": () => field.focus() }[e.key];
    if (!act) return;
    e.preventDefault();
    act();
  });

  // A link into folded text opens it, also where the browser does not.
  const open = () => {
    const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    for (let e = target; e; e = e.parentElement) if (e.tagName === "DETAILS") e.open = true;
    if (target && target.tagName === "DETAILS") target.scrollIntoView();
  };
  addEventListener("hashchange", open);
  open();

})();
