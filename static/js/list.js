// The reader's own list: "Add to my list" without leaving the page, how many are on it, notes that stay in this browser.
// The list lies in the cookie that cases/reading_list.py reads; notes lie in the browser's own storage and are never sent.
(() => {
  "use strict";
  const COOKIE = "casebook-list", MOST = 40, YEAR = 31536000, NOTES = "casebook-notes";
  const status = document.getElementById("list-status");
  if (!status) return;
  const words = status.dataset;

  function read() {
    const found = document.cookie.split("; ").find((part) => part.startsWith(`${COOKIE}=`)) || "";
    const slugs = found.slice(COOKIE.length + 1).split(".").filter((slug) => /^[-\w]{1,80}$/.test(slug));
    return [...new Set(slugs)].slice(0, MOST);
  }

  function write(slugs) {
    const secure = window.location.protocol === "https:" ? "; secure" : "";
    const age = slugs.length ? YEAR : 0;
    document.cookie = `${COOKIE}=${slugs.join(".")}; path=/; max-age=${age}; samesite=lax${secure}`;
  }

  function announce(text) {
    status.textContent = text;
  }

  function dress() {
    const slugs = read();
    for (const count of document.querySelectorAll("[data-list-count]")) count.textContent = slugs.length ? ` (${slugs.length})` : "";
    for (const link of document.querySelectorAll("[data-list-add]")) {
      const on = slugs.includes(link.dataset.listAdd);
      link.setAttribute("role", "button");
      link.toggleAttribute("data-on", on);
      link.querySelector("[data-list-label]").textContent = on ? words.remove : words.add;
    }
  }

  function toggle(event, link) {
    const slug = link.dataset.listAdd, before = read(), on = before.includes(slug);
    if (!on && before.length >= MOST) return;
    write(on ? before.filter((other) => other !== slug) : [...before, slug]);
    // Where the browser keeps no cookie, the link leads on to the page that says so.
    if (read().includes(slug) === on) return;
    event.preventDefault();
    dress();
    const title = link.querySelector("[data-list-title]").textContent;
    announce((on ? words.removed : words.added).replace("{title}", title).replace("{n}", read().length));
  }

  function notes() {
    try {
      const found = JSON.parse(window.localStorage.getItem(NOTES) || "{}");
      return found && typeof found === "object" ? found : {};
    } catch {
      return {};
    }
  }

  // What is written in the field, as words for paper.
  function mirror(field) {
    field.nextElementSibling.textContent = field.value;
  }

  function open() {
    if (!document.getElementById("reading-list")) return;
    document.documentElement.classList.add("with-script");
    const found = notes();
    for (const field of document.querySelectorAll("[data-note]")) {
      field.value = String(found[field.dataset.note] || "");
      mirror(field);
    }
  }

  document.addEventListener("input", (event) => {
    if (!event.target.matches("[data-note]")) return;
    const found = notes();
    found[event.target.dataset.note] = event.target.value;
    if (!event.target.value) delete found[event.target.dataset.note];
    try {
      window.localStorage.setItem(NOTES, JSON.stringify(found));
    } catch {
      announce(words.unkept);
    }
    mirror(event.target);
  });

  document.addEventListener("click", (event) => {
    const link = event.target.closest("[data-list-add]");
    if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey) toggle(event, link);
    const copy = event.target.closest("[data-copy]");
    if (copy) navigator.clipboard?.writeText(document.getElementById(copy.dataset.copy).textContent.trim()).then(() => announce(copy.dataset.says));
    if (event.target.closest("[aria-disabled=true]")) event.preventDefault();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== " " || !event.target.matches("[data-list-add]")) return;
    event.preventDefault();
    event.target.click();
  });

  // The list itself changes on the server; what was pressed keeps the focus, or what stands in its place has it.
  let pressed = null;
  document.addEventListener("submit", (event) => {
    const item = event.submitter?.closest(".listed > li");
    pressed = item && { says: event.submitter.dataset.says, id: event.submitter.id, place: [...item.parentNode.children].indexOf(item) };
  }, true);
  document.addEventListener("htmx:afterSettle", () => {
    dress();
    open();
    if (!pressed) return;
    const titles = document.querySelectorAll(".listed .story-row-title a");
    const next = document.getElementById(pressed.id) || titles[pressed.place] || titles[titles.length - 1];
    (next || document.getElementById("list-heading"))?.focus();
    announce(pressed.says);
    pressed = null;
  });
  document.addEventListener("htmx:historyRestore", dress);
  window.addEventListener("pageshow", dress);
  dress();
  open();
})();
