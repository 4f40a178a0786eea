// Suggestions while typing, as a combobox: arrows move, Enter follows, Escape closes.
(() => {
  "use strict";
  if (!window.htmx || !document.querySelector("[data-suggest]")) return;

  const input = () => document.querySelector("[data-suggest]");
  const box = () => document.getElementById("suggestions");
  const options = () => [...box().querySelectorAll("[role=option]")];
  const chosen = () => box().querySelector("[aria-selected=true]");

  function dress() {
    input().setAttribute("role", "combobox");
    input().setAttribute("aria-autocomplete", "list");
    input().setAttribute("aria-expanded", String(options().length > 0));
    if (options().length) input().setAttribute("aria-controls", "suggestion-list");
    else input().removeAttribute("aria-controls");
    if (!chosen()) input().removeAttribute("aria-activedescendant");
  }

  function select(option) {
    chosen()?.setAttribute("aria-selected", "false");
    option?.setAttribute("aria-selected", "true");
    option?.scrollIntoView({ block: "nearest" });
    if (option) input().setAttribute("aria-activedescendant", option.id);
    else input().removeAttribute("aria-activedescendant");
  }

  function close() {
    window.htmx.trigger(input(), "htmx:abort");
    box().replaceChildren();
    dress();
  }

  function move(step) {
    const list = options();
    const at = list.indexOf(chosen());
    select(at < 0 ? list.at(step > 0 ? 0 : -1) : list[at + step] || null);
  }

  document.addEventListener("htmx:afterSwap", (event) => {
    if (event.target.id !== "suggestions") return;
    if (document.activeElement === input()) dress();
    else close();
  });
  document.addEventListener("htmx:historyRestore", dress);
  document.addEventListener("mousedown", (event) => {
    const option = event.target.closest("[role=option]");
    if (!option) return;
    event.preventDefault();
    window.location.assign(option.dataset.url);
  });
  document.addEventListener("focusout", (event) => event.target === input() && close());
  document.addEventListener("keydown", (event) => {
    if (event.target !== input()) return;
    if (event.key === "Enter" && chosen()) {
      event.preventDefault();
      window.location.assign(chosen().dataset.url);
    } else if (event.key === "Enter") close();
    else if (event.key === "Escape" && options().length) {
      event.preventDefault();
      close();
    } else if (["ArrowDown", "ArrowUp"].includes(event.key) && options().length) {
      event.preventDefault();
      move(event.key === "ArrowDown" ? 1 : -1);
    }
  });

  dress();
})();
