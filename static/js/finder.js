// The finder with JavaScript: results change in place, facets stay as they were opened, focus is never lost.
// Without it the same form works as a form. Elements are looked up when they are needed: going back replaces them.
(() => {
  "use strict";
  const byId = (id) => document.getElementById(id);
  if (!window.htmx || !byId("finder")) return;
  document.documentElement.classList.add("with-script");

  const facets = () => [...byId("finder").querySelectorAll("details[data-facet]")];
  let before = null;

  function remember() {
    const active = byId("finder").contains(document.activeElement) ? document.activeElement : null;
    before = {
      opened: new Map(facets().map((facet) => [facet.dataset.facet, facet.open])),
      heights: new Map(facets().map((facet) => [facet.dataset.facet, facet.getBoundingClientRect().height])),
      scrolled: new Map(facets().map((facet) => [facet.dataset.facet, facet.querySelector(".facet-values").scrollTop])),
      id: active?.id,
      facet: active?.closest("details[data-facet]")?.dataset.facet,
      top: active?.getBoundingClientRect().top,
      focused: Boolean(active),
    };
  }

  // What was pressed stays under the finger: facets above it stay as high as they were although values without stories
  // have left them, the page scrolls by what has come above it, and where it cannot scroll so far it is given room.
  function keepPlace(pressed) {
    for (const facet of facets()) {
      if (facet.contains(pressed) || facet.getBoundingClientRect().top > pressed.getBoundingClientRect().top) break;
      facet.style.minHeight = `${before.heights.get(facet.dataset.facet) || 0}px`;
    }
    const moved = () => Math.round(pressed.getBoundingClientRect().top - before.top);
    window.scrollBy(0, moved());
    if (moved() > 0) {
      byId("finder").style.minHeight = `${byId("finder").offsetHeight + moved()}px`;
      window.scrollBy(0, moved());
    } else if (moved() < 0) byId("filters").style.paddingTop = `${-moved()}px`;
  }

  function restore() {
    byId("finder").style.minHeight = "";
    for (const facet of facets()) {
      const key = facet.dataset.facet;
      if (!before.opened.has(key)) continue;
      facet.open = before.opened.get(key);
      facet.querySelector(".facet-values").scrollTop = before.scrolled.get(key);
    }
    if (!before.focused) return;
    const same = before.id && byId(before.id);
    const summary = facets().find((facet) => facet.dataset.facet === before.facet)?.querySelector("summary");
    const next = same || summary || byId("finder-sentence");
    next.focus({ preventScroll: true });
    if (same) keepPlace(same);
  }

  function announce(text) {
    byId("finder-status").textContent = text;
  }

  function dress() {
    const filter = document.querySelector("[data-filters=toggle]");
    filter?.setAttribute("role", "button");
    filter?.setAttribute("aria-controls", "filters");
    filter?.setAttribute("aria-expanded", String(byId("finder").classList.contains("filters-open")));
  }

  function arrived() {
    const sentence = byId("finder-sentence");
    const words = byId("q");
    if (document.activeElement !== words) words.value = sentence.dataset.words;
    byId("finder-failed").hidden = true;
    dress();
    announce(sentence.textContent);
  }

  function openFilters(open) {
    byId("finder").classList.toggle("filters-open", open);
    dress();
    if (open) document.querySelector("#filters summary").focus();
    else byId("finder-sentence").focus();
  }

  document.addEventListener("htmx:beforeSwap", (event) => {
    if (event.detail.target.id === "finder") remember();
  });
  document.addEventListener("htmx:afterSwap", (event) => {
    const target = event.target;
    if (target.id === "finder") {
      restore();
      arrived();
    } else if (target.matches(".facet-body")) target.querySelector("input[data-quiet]").focus();
    else if (target.matches(".facet-values")) announce(target.dataset.says);
  });
  document.addEventListener("htmx:historyRestore", () => {
    arrived();
    if (document.activeElement === document.body) byId("finder-sentence").focus({ preventScroll: true });
  });

  // An answer that is a page of its own (the library is being put in order) is shown as one; no answer at all is said here.
  document.addEventListener("htmx:responseError", (event) => {
    if (event.detail.target.id === "finder") window.location.assign(event.detail.pathInfo.finalRequestPath);
  });
  document.addEventListener("htmx:sendError", (event) => {
    if (event.detail.target.id === "finder") byId("finder-failed").hidden = false;
  });

  // A search inside one facet is not a change of the finder.
  document.addEventListener("change", (event) => event.target.matches("[data-quiet]") && event.stopPropagation(), true);

  document.addEventListener("click", (event) => {
    const link = event.target.closest("[data-filters]");
    if (!link) return;
    event.preventDefault();
    openFilters(link.dataset.filters === "toggle" && link.getAttribute("aria-expanded") !== "true");
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== " " || !event.target.matches("[data-filters=toggle]")) return;
    event.preventDefault();
    event.target.click();
  });

  dress();
})();
