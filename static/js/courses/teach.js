// Teaching by keyboard: arrows and the space bar turn, F fills the screen, and turning keeps it filled. The projector follows the
// facilitator's page in the same browser, and the other way round. The clock says how long it is since the start, and nothing else.
(() => {
  "use strict";
  const page = () => document.querySelector("[data-teach]");
  if (!page()) return;
  document.documentElement.classList.add("with-script");
  const KEYS = { ArrowRight: "next", PageDown: "next", " ": "next", ArrowLeft: "previous", PageUp: "previous" };
  const link = (way) => document.querySelector(`[data-teach-${way}]`);
  const here = () => window.location.pathname + window.location.search;
  let turned = here();
  let turning = Promise.resolve();
  const channel = window.BroadcastChannel && new BroadcastChannel("casebook-teach");

  // One turn after the other: each starts from the screen that the last one led to, however slow the line is.
  const afterwards = (go) => (turning = turning.then(go, go));
  const step = (way) => afterwards(() => link(way) && turn(link(way).href));

  // Another screen on the same page, so that it stays filled; where that fails, as a page.
  async function turn(address, { push = true, lead = true } = {}) {
    try {
      const response = await fetch(address);
      const next = new DOMParser().parseFromString(await response.text(), "text/html");
      if (!response.ok || !next.querySelector("[data-teach]")) throw new Error("no screen");
      for (const part of ["main", ".teach-nav"]) document.querySelector(part).replaceWith(next.querySelector(part));
      document.title = next.title;
      if (push) window.history.pushState({}, "", address);
      turned = here();
      window.scrollTo(0, 0);
      document.querySelector("h1").focus({ preventScroll: true });
      if (lead) tell();
      tick();
    } catch {
      window.location.assign(address);
    }
  }

  function tell() {
    const { teach, screen, screens } = page().dataset;
    if (teach) channel?.postMessage({ teach, screen, screens });
  }
  // Whoever follows says nothing: a late echo would call back the one who leads.
  function follow(data) {
    const { teach, screen, notes } = page().dataset;
    if (data.teach === teach && data.screen !== screen) return turn(notes ? `${data.screens}notes/` : data.screens, { lead: false });
  }
  channel?.addEventListener("message", ({ data }) => afterwards(() => follow(data)));

  function fill() {
    if (document.fullscreenElement) document.exitFullscreen();
    else document.documentElement.requestFullscreen?.().catch(() => {});
  }

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || (event.key === " " && event.target.closest("a, button, summary")) || event.target.closest("input, textarea, select")) return;
    if (KEYS[event.key] && link(KEYS[event.key])) {
      event.preventDefault();
      step(KEYS[event.key]);
    } else if (event.key.toLowerCase() === "f") fill();
  });
  document.addEventListener("click", (event) => {
    const way = event.target.closest("[data-teach-next], [data-teach-previous]");
    if (way && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
      event.preventDefault();
      step("teachNext" in way.dataset ? "next" : "previous");
    } else if (event.target.closest("[data-fullscreen]")) fill();
    else if (event.target.closest("[data-clock-start]")) {
      window.sessionStorage.setItem(clock(), Date.now());
      tick();
    }
  });
  // A step to another place on the same screen, such as past the navigation, turns nothing.
  window.addEventListener("popstate", () => afterwards(() => here() !== turned && turn(window.location.href, { push: false })));

  const clock = () => `casebook-clock-${document.querySelector("[data-clock]")?.dataset.clock}`;
  function tick() {
    const started = Number(window.sessionStorage.getItem(clock())), shown = document.querySelector("[data-clock-shown]");
    if (!started || !shown) return;
    const minutes = Math.floor((Date.now() - started) / 60000), button = document.querySelector("[data-clock-start]");
    shown.textContent = `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, "0")}`;
    button.textContent = button.dataset.again;
  }
  window.setInterval(tick, 5000);
  tell();
  tick();
})();
