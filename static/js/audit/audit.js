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

  function read() {
    try {
      const found = JSON.parse(window.localStorage.getItem(NOTES) || "{}");
      return found && typeof found === "object" ? found : {};
    } catch {
      return {};
    }
  }

  function forgetAll() {
    try {
      window.localStorage.removeItem(NOTES);
      window.localStorage.removeItem(SENT);
    } catch {
      // A browser that keeps nothing has nothing to forget.
    }
  }

  // What was sent is forgotten on the first page that shows that it came; what was noted since is not.
  function wasSent() {
    try {
      return Boolean(window.localStorage.getItem(SENT));
    } catch {
      return false;
    }
  }

  const notes = read();
  for (const field of fields) {
    field.value = String(notes[field.dataset.auditNote] || "");
    if (field.value) field.closest("details").open = true;
    field.addEventListener("input", () => {
      notes[field.dataset.auditNote] = field.value;
      try {
        window.localStorage.setItem(NOTES, JSON.stringify(notes));
        window.localStorage.removeItem(SENT);
      } catch {
        document.getElementById("list-status").textContent = document.getElementById("list-status").dataset.unkept;
      }
    });
  }
  for (const quote of shown) {
    quote.textContent = String(notes[quote.dataset.auditShown] || "");
    quote.hidden = !quote.textContent;
  }
  keep?.addEventListener("submit", () => {
    for (const [slug, text] of Object.entries(notes)) {
      const sent = Object.assign(document.createElement("input"), { type: "hidden", name: `${slug}-example`, value: text });
      keep.append(sent);
    }
    try {
      if (Object.keys(notes).length) window.localStorage.setItem(SENT, "1");
    } catch {
      // A browser that keeps nothing has nothing to forget.
    }
  });
  forget?.addEventListener("submit", forgetAll);
  if (kept && wasSent()) forgetAll();
})();
