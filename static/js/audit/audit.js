// Somebody who answers the learning audit alone may note examples: they lie in the browser's own storage, and are sent only when the person
// keeps the answers under a private link.
(() => {
  "use strict";
  const NOTES = "casebook-audit-notes", SENT = "casebook-audit-sent";
  const fields = document.querySelectorAll("[data-audit-note]"), shown = document.querySelectorAll("[data-audit-shown]");
  const keep = document.querySelector("[data-audit-keep]"), forget = document.querySelector("[data-audit-forget]");
  if (document.querySelector(".audit-link, [data-audit-note], [data-audit-shown]")) document.documentElement.classList.add("with-script");
  // Paper has nothing to press: what is folded away is printed, too.
  window.addEventListener("beforeprint", () => {
    for (const folded of document.querySelectorAll(".audit-finding details")) folded.open = true;
  });
  const kept = document.querySelector("[data-audit-kept]");
  if (!fields.length && !shown.length && !keep && !forget && !kept) return;

  // A browser that keeps nothing has nothing to forget.
  function get(name) {
    try {
      return window.localStorage.getItem(name);
    } catch {
      return null;
    }
  }

  function put(name, value) {
    try {
      if (value) window.localStorage.setItem(name, value);
      else window.localStorage.removeItem(name);
      return true;
    } catch {
      return false;
    }
  }

  function read() {
    try {
      const found = JSON.parse(get(NOTES) || "{}");
      return found && typeof found === "object" ? found : {};
    } catch {
      return {};
    }
  }

  function forgetAll() {
    put(NOTES);
    put(SENT);
  }

  const notes = read();
  for (const field of fields) {
    field.value = String(notes[field.dataset.auditNote] || "");
    if (field.value) field.closest("details").open = true;
    field.addEventListener("input", () => {
      notes[field.dataset.auditNote] = field.value;
      put(SENT);
      const status = document.getElementById("list-status");
      if (!put(NOTES, JSON.stringify(notes))) status.textContent = status.dataset.unkept;
    });
  }
  for (const quote of shown) {
    quote.textContent = String(notes[quote.dataset.auditShown] || "");
    quote.hidden = !quote.textContent;
  }
  // The form is here again where something was wrong with it: then nothing was sent.
  if (keep) put(SENT);
  keep?.addEventListener("submit", () => {
    for (const [slug, text] of Object.entries(notes)) {
      const sent = Object.assign(document.createElement("input"), { type: "hidden", name: `${slug}-example`, value: text });
      keep.append(sent);
    }
    if (Object.keys(notes).length) put(SENT, "1");
  });
  forget?.addEventListener("submit", forgetAll);
  // What was sent is forgotten on the first page that shows that it came; what was noted since is not.
  if (kept && get(SENT)) forgetAll();
})();
