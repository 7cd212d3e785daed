// Keeps what is filled in as the state of the form, in the page itself, so that the
// saved page is the form that comes back.
(() => {
  "use strict";
  const store = document.getElementById("conceptdiff-form");
  const state = JSON.parse(store.textContent);
  const member = document.getElementById("member");
  const told = document.getElementById("told");
  const entries = [...document.querySelectorAll(".entry")];
  const write = () => (store.textContent = JSON.stringify(state).replace(/</g, "\\u003c"));
  member.value = state.member;
  member.addEventListener("input", () => {
    state.member = member.value;
    member.setAttribute("value", member.value);
    write();
  });
  for (const entry of entries) {
    const row = state.rows[entry.dataset.row];
    const note = entry.querySelector("textarea");
    note.value = row.note;
    for (const box of entry.querySelectorAll("input[type=radio]")) {
      box.checked = box.value === row.verdict;
      box.addEventListener("change", () => {
        row.verdict = box.value;
        for (const other of entry.querySelectorAll("input[type=radio]")) other.toggleAttribute("checked", other === box);
        write();
      });
    }
    note.addEventListener("input", () => {
      row.note = note.value;
      note.textContent = note.value;
      write();
    });
  }
  const whole = () => "<!DOCTYPE html>\n" + document.documentElement.outerHTML;
  document.getElementById("save").addEventListener("click", () => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([whole()], { type: "text/html" }));
    link.download = "form-" + (state.member.trim().replace(/[^\p{L}\p{N}]+/gu, "-") || "filled-in") + ".html";
    document.body.append(link);
    link.click();
    link.remove();
    told.textContent = told.dataset.saved;
  });
  document.getElementById("copy").addEventListener("click", async () => {
    const text = '<script type="application/json" id="conceptdiff-form">' + store.textContent + "</scr" + "ipt>";
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
    told.textContent = told.dataset.copied;
  });
})();
