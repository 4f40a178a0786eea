// Suggestions while typing, as a combobox: arrows move, Enter follows, Escape closes.
(() => {
  "use strict";
  const input = document.querySelector("[data-suggest]");
  const box = document.getElementById("suggestions");
  if (!input || !box) return;
  input.setAttribute("role", "combobox");
  input.setAttribute("aria-autocomplete", "list");
  input.setAttribute("aria-controls", "suggestions");
  input.setAttribute("aria-expanded", "false");

  const options = () => [...box.querySelectorAll("[role=option]")];
  const chosen = () => box.querySelector("[aria-selected=true]");

  function select(option) {
    chosen()?.setAttribute("aria-selected", "false");
    option?.setAttribute("aria-selected", "true");
    option?.scrollIntoView({ block: "nearest" });
    if (option) input.setAttribute("aria-activedescendant", option.id);
    else input.removeAttribute("aria-activedescendant");
  }

  function close() {
    box.replaceChildren();
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  }

  box.addEventListener("htmx:afterSwap", () => {
    if (document.activeElement !== input) return close();
    input.setAttribute("aria-expanded", String(options().length > 0));
  });
  box.addEventListener("mousedown", (event) => {
    const option = event.target.closest("[role=option]");
    if (!option) return;
    event.preventDefault();
    window.location.assign(option.dataset.url);
  });
  input.addEventListener("blur", close);
  input.addEventListener("keydown", (event) => {
    const list = options();
    if (event.key === "Escape" && list.length) {
      event.preventDefault();
      return close();
    }
    if (event.key === "Enter") {
      if (chosen()) {
        event.preventDefault();
        window.location.assign(chosen().dataset.url);
      } else close();
      return;
    }
    if (!list.length || !["ArrowDown", "ArrowUp"].includes(event.key)) return;
    event.preventDefault();
    const at = list.indexOf(chosen());
    const step = event.key === "ArrowDown" ? 1 : -1;
    select(at < 0 ? list.at(step > 0 ? 0 : -1) : list[at + step] || null);
  });
})();
