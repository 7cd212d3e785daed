// Makes the pages pleasant: marks by key and without loading the page, what others
// enter meanwhile, and nothing lost when the program goes away. Without it every page
// can be read and every form sent as well.
(() => {
  "use strict";
  const find = (s, within = document) => within.querySelector(s);
  const all = (s, within = document) => [...within.querySelectorAll(s)];
  const body = document.body;
  const words = body.dataset;
  const announce = (text) => {
    const at = find("#announce");
    at.textContent = "";
    setTimeout(() => (at.textContent = text), 30);
  };
  const trouble = (text) => {
    const at = find("#trouble");
    at.textContent = text || "";
    at.hidden = !text;
  };
  all(".script").forEach((e) => (e.hidden = false));

  const where = find(".site [aria-current]");
  if (where) where.parentElement.parentElement.parentElement.scrollLeft = where.offsetLeft - 40;

  // Forms remember where they stand, so that one leads back there.
  const here = () => location.pathname + location.search;
  const backOf = (form) => {
    const item = form.closest("[id].item-at-hand, .change[id], .untouched[id], .topic[id]");
    return here() + (item ? "#" + item.id : "");
  };
  const setBack = (form) => {
    let back = find("input[name=back]", form);
    if (!back) {
      back = document.createElement("input");
      back.type = "hidden";
      back.name = "back";
      form.append(back);
    }
    back.value = backOf(form);
  };
  for (const choose of all("form.choose")) {
    find("select", choose).addEventListener("change", () => choose.requestSubmit());
    find("button", choose).classList.add("vh");
  }

  // The items that keys go through.
  const items = () => all("article.change, details.untouched:not(.unchanged), .item-at-hand").filter((e) => e.getClientRects().length > 0);
  let current = null;
  const atHand = () => {
    if (current && current.isConnected) return current;
    const list = items();
    const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    return list.find((e) => e === target || (target && e.contains(target))) || (list.length === 1 ? list[0] : null);
  };
  const take = (item, scroll = true) => {
    if (current) current.classList.remove("at-hand-now");
    current = item;
    item.classList.add("at-hand-now");
    if (item.tagName === "DETAILS") item.open = true;
    item.tabIndex = -1;
    item.focus({ preventScroll: true });
    if (scroll) item.scrollIntoView({ block: "start" });
    if (item.id) history.replaceState(null, "", here() + "#" + item.id);
  };
  const go = (step) => {
    const list = items();
    if (!list.length) {
      const link = find(step > 0 ? ".next-item" : ".previous-item");
      if (link) link.click();
      return;
    }
    const neighbour = find(step > 0 ? ".next-item" : ".previous-item");
    if (list.length === 1 && neighbour) return neighbour.click();
    let at = list.indexOf(atHand());
    if (at < 0) {
      at = list.findIndex((e) => e.getBoundingClientRect().top > 60);
      at = step > 0 ? (at < 0 ? list.length - 1 : at) - 1 : at < 0 ? list.length : at;
    }
    take(list[Math.max(0, Math.min(list.length - 1, at + step))]);
  };

  // A mark, sent without loading the page. What is typed stays in the form until it is
  // entered, also when the page is closed meanwhile.
  const keyOf = (form) => "conceptdiff note " + (find("[name=words]", form) ? "words " : "") + location.pathname + " " + (find("[name=on]", form) || {}).value;
  const keep = (form) => {
    const note = find("textarea[name=note]", form);
    if (!note) return;
    try {
      if (note.value) localStorage.setItem(keyOf(form), note.value);
      else localStorage.removeItem(keyOf(form));
    } catch {
      // a browser that keeps nothing keeps it in the form alone
    }
  };
  const restore = (form) => {
    const note = find("textarea[name=note]", form);
    try {
      const kept = localStorage.getItem(keyOf(form));
      if (note && kept && !note.value) {
        note.value = kept;
        form.closest("details").open = true;
      }
    } catch {
      // as above
    }
  };
  const complain = (form, text) => {
    let p = find(".error", form);
    if (!p) {
      p = document.createElement("p");
      p.className = "error";
      p.setAttribute("role", "alert");
      form.prepend(p);
    }
    p.textContent = text;
    p.hidden = !text;
  };
  const send = async (form, verdict) => {
    setBack(form);
    const data = new URLSearchParams(new FormData(form));
    if (verdict) data.set("verdict", verdict);
    const details = form.closest("details");
    form.classList.add("sending");
    complain(form, "");
    let answer;
    try {
      const r = await fetch(form.action, { method: "POST", body: data, headers: { Accept: "application/json" } });
      answer = await r.json();
      if (!r.ok) throw new Error([answer.what, answer.help].filter(Boolean).join(" "));
    } catch (e) {
      keep(form);
      if (details) details.open = true;
      complain(form, e instanceof TypeError ? words.lost : words.failed + " " + e.message + " " + words.kept);
      return false;
    } finally {
      form.classList.remove("sending");
    }
    trouble("");
    const note = find("textarea[name=note]", form);
    if (note) note.value = "";
    keep(form);
    if (details) details.open = false;
    await refresh(form.closest(".place") || form.closest("article, section"));
    tell(answer.said + (answer.against ? " " + answer.against : ""), answer.against);
    return true;
  };
  const tell = (text, warn) => {
    const at = find(".told-now");
    const p = document.createElement("p");
    p.className = "done" + (warn ? " warn" : "");
    p.textContent = "✓ " + text;
    at.replaceChildren(p);
    announce(text);
  };
  const refresh = async (from) => {
    const place = from && (from.matches(".place") ? from : find(".place", from));
    if (!place || !place.dataset.live) return;
    try {
      const r = await fetch(place.dataset.live, { headers: { "X-Part": "standing" } });
      if (!r.ok) return;
      find(".stands", place).innerHTML = await r.text();
      place.classList.remove("fresh");
      void place.offsetWidth;
      place.classList.add("fresh");
    } catch {
      // the next news brings it
    }
  };
  document.addEventListener("submit", (e) => {
    const form = e.target;
    if (form.matches("form.mark, .decide form")) {
      e.preventDefault();
      send(form, e.submitter && e.submitter.value);
    }
  });
  document.addEventListener("input", (e) => {
    const form = e.target.closest("form.mark");
    if (form) keep(form);
  });
  all("form.mark").forEach(restore);

  // Keys.
  const markForm = () => {
    const item = atHand();
    const form = item && find("form.mark:not(.proposing)", item);
    if (!form) announce(words.none);
    return form;
  };
  const markWith = (verdict) => {
    if (!body.classList.contains("may-mark")) return tell(words.nobody, true);
    const form = markForm();
    if (form) send(form, verdict);
  };
  const openNote = () => {
    if (!body.classList.contains("may-mark")) return tell(words.nobody, true);
    const form = markForm();
    if (!form) return;
    form.closest("details").open = true;
    find("textarea", form).focus();
  };
  const verdicts = { o: "obsolete", f: "fulfilled", k: "keep", a: "amend", d: "disputed" };
  let prefixed = false;
  // The report's script has keys of its own; on a page where one marks, these go first.
  document.addEventListener(
    "keydown",
    (e) => {
      const inField = e.target.closest("input, textarea, select");
      if (inField) {
        const form = e.target.closest("form.mark");
        if (form && e.key === "Enter" && (e.ctrlKey || e.metaKey)) {
          e.preventDefault();
          const first = find("button[name=verdict]", form);
          if (first) first.focus();
        }
        if (e.key === "Escape") e.target.blur();
        return;
      }
      if (e.ctrlKey || e.metaKey || e.altKey || find("dialog[open]")) return;
      let act;
      if (prefixed && verdicts[e.key]) act = () => markWith(verdicts[e.key]);
      else
        act = {
          j: () => go(1),
          k: () => go(-1),
          o: () => markWith("obsolete"),
          f: () => markWith("fulfilled"),
          a: () => markWith("amend"),
          d: () => markWith("disputed"),
          K: () => markWith("keep"),
          u: () => markWith("withdraw"),
          n: openNote,
          m: () => announce("m"),
          "?": () => find("#keys").showModal(),
        }[e.key];
      prefixed = !prefixed && e.key === "m";
      if (!act) return;
      e.preventDefault();
      e.stopImmediatePropagation();
      act();
    },
    true,
  );

  // What others enter meanwhile.
  if (window.EventSource && find(".place, .clause[data-about]")) {
    let gone = false;
    const listen = new EventSource("/events?since=" + words.head);
    listen.addEventListener("open", () => {
      if (gone) {
        trouble("");
        announce(words.back);
        all(".place").forEach((p) => p.getClientRects().length && refresh(p));
      }
      gone = false;
    });
    listen.addEventListener("error", () => {
      gone = true;
      trouble(words.lost);
    });
    listen.addEventListener("record", async (e) => {
      for (const news of JSON.parse(e.data)) {
        const at = all(".place").filter((p) => p.dataset.about.split(" ").includes(news.on));
        if (!at.length) continue;
        await Promise.all(at.map(refresh));
        if (news.by !== words.member) announce(news.said);
      }
    });
    addEventListener("pagehide", () => listen.close());
  }

  // A file that is dropped on its form.
  const drop = find(".drop");
  if (drop) {
    const field = find("input[type=file]", drop);
    for (const kind of ["dragover", "dragenter"]) drop.addEventListener(kind, (e) => (e.preventDefault(), drop.classList.add("over")));
    drop.addEventListener("dragleave", () => drop.classList.remove("over"));
    drop.addEventListener("drop", (e) => {
      e.preventDefault();
      drop.classList.remove("over");
      if (e.dataTransfer.files.length) {
        field.files = e.dataTransfer.files;
        drop.requestSubmit();
      }
    });
  }

  for (const button of all(".copy-link"))
    button.addEventListener("click", async () => {
      const link = new URL(button.dataset.link, location.href).href;
      try {
        await navigator.clipboard.writeText(link);
        tell(words.copied + ": " + link);
      } catch {
        prompt(words.copied, link);
      }
    });
})();
