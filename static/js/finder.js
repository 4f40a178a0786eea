// The finder with JavaScript: results change in place, facets stay as they were opened, focus is never lost.
// Without it the same form works as a form.
(() => {
  "use strict";
  document.documentElement.classList.add("with-script");

  const finder = document.getElementById("finder");
  if (!finder) return;
  const status = document.getElementById("finder-status");
  let opened = new Map();
  let scrolled = new Map();
  let lost = null;

  // A search inside one facet is not a change of the finder.
  finder.addEventListener("change", (event) => {
    if (event.target.matches("[data-quiet]")) event.stopPropagation();
  });

  document.body.addEventListener("htmx:beforeSwap", (event) => {
    if (event.detail.target !== finder) return;
    opened = new Map([...finder.querySelectorAll("details[data-facet]")].map((facet) => [facet.dataset.facet, facet.open]));
    scrolled = new Map([...finder.querySelectorAll("details[data-facet] .facet-values")].map((list) => [list.closest("details").dataset.facet, list.scrollTop]));
    lost = finder.contains(document.activeElement) ? document.activeElement.id : null;
  });

  document.body.addEventListener("htmx:afterSettle", (event) => {
    if (event.detail.target !== finder) return;
    for (const facet of finder.querySelectorAll("details[data-facet]")) {
      const key = facet.dataset.facet;
      if (opened.has(key)) facet.open = opened.get(key);
      if (scrolled.has(key)) facet.querySelector(".facet-values").scrollTop = scrolled.get(key);
    }
    const sentence = document.getElementById("finder-sentence");
    if (status && sentence) status.textContent = sentence.textContent;
    if (lost !== null && (document.activeElement === document.body || !document.activeElement)) {
      const same = lost && document.getElementById(lost);
      (same || sentence).focus({ preventScroll: true });
    }
  });

  document.body.addEventListener("htmx:responseError", (event) => {
    if (event.detail.target === finder && status) status.textContent = document.body.dataset.failed || "";
    if (event.detail.target === finder) event.detail.elt.closest("form")?.submit();
  });
})();
