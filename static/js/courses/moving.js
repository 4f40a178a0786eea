// Moves the rows of the builder, sessions and their items, with a pointer or with keys. Where a row was put it tells the form with the event
// `row-placed`; what a screen reader should hear, with `row-moving`.
(() => {
  "use strict";
  const form = document.getElementById("builder");
  if (!form) return;
  const words = form.dataset;
  // The row that is being moved, and where it came from.
  let moving = null;

  const rowOf = (element) => element.closest("[data-row]");
  const titleOf = (row) => row.querySelector("[data-grip] .hidden")?.textContent.replace(/^[^“]*“|”$/g, "") || "";
  const tell = (text) => form.dispatchEvent(new CustomEvent("row-moving", { detail: text }));
  const isItem = (row) => row.matches(".build-item");
  const lists = () => [...form.querySelectorAll("[data-items]")];
  const others = (list, row) => [...list.children].filter((other) => other.dataset.row && other !== row);

  function take(grip, keys) {
    const row = rowOf(grip);
    moving = { row, grip, keys, parent: row.parentNode, next: row.nextElementSibling, title: titleOf(row) };
    row.classList.add("build-moving");
    form.classList.toggle("build-moving-session", !isItem(row));
  }

  function release() {
    moving.row.classList.remove("build-moving");
    form.classList.remove("build-moving-session");
    moving = null;
  }

  function giveUp() {
    const { parent, row, next, grip, title } = moving;
    parent.insertBefore(row, next);
    release();
    grip.focus({ preventScroll: true });
    tell(words.back.replace("{title}", title));
  }

  function putDown() {
    const { row, parent, next, grip } = moving, list = row.parentNode;
    release();
    if (list === parent && row.nextElementSibling === next) return;
    const before = [...list.children].slice(0, [...list.children].indexOf(row)).filter((other) => other.dataset.row).pop();
    form.dispatchEvent(new CustomEvent("row-placed", { detail: { row, list, after: before?.dataset.key, grip } }));
  }

  function whereAbouts() {
    const { row, title } = moving, list = row.parentNode, rows = [...list.children].filter((other) => other.dataset.row);
    const text = isItem(row) ? words.at.replace("{s}", lists().indexOf(list) + 1) : words.atSession;
    tell(text.replace("{title}", title).replace("{n}", rows.indexOf(row) + 1).replace("{all}", rows.length));
  }

  function nudge(down) {
    const { row, grip } = moving, list = row.parentNode, near = others(list, row);
    const at = [...list.children].filter((other) => other.dataset.row).indexOf(row);
    if (down ? at < near.length : at > 0) list.insertBefore(row, down ? near[at].nextSibling : near[at - 1]);
    else if (isItem(row)) {
      const next = lists()[lists().indexOf(list) + (down ? 1 : -1)];
      if (next) next.insertBefore(row, down ? next.firstChild : null);
    }
    grip.focus({ preventScroll: true });
    row.scrollIntoView({ block: "nearest" });
    whereAbouts();
  }

  form.addEventListener("keydown", (event) => {
    if (event.target.matches("[data-grip]") && (event.key === " " || event.key === "Enter")) {
      event.preventDefault();
      if (moving) return putDown();
      take(event.target, true);
      tell(words.grabbed.replace("{title}", moving.title));
    } else if (moving?.keys && ["ArrowUp", "ArrowDown"].includes(event.key)) {
      event.preventDefault();
      nudge(event.key === "ArrowDown");
    } else if (moving && event.key === "Tab") putDown();
  });
  document.addEventListener("keydown", (event) => moving && event.key === "Escape" && giveUp());

  form.addEventListener("pointerdown", (event) => {
    const grip = event.target.closest("[data-grip]");
    if (!grip || event.button || moving) return;
    event.preventDefault();
    grip.focus({ preventScroll: true });
    grip.setPointerCapture(event.pointerId);
    take(grip, false);
  });
  form.addEventListener("pointermove", (event) => {
    if (!moving || moving.keys) return;
    if (event.clientY < 60) window.scrollBy(0, -14);
    if (event.clientY > window.innerHeight - 60) window.scrollBy(0, 14);
    hover(event.clientY);
  });
  form.addEventListener("pointerup", () => moving && !moving.keys && putDown());
  form.addEventListener("pointercancel", () => moving && !moving.keys && giveUp());

  function hover(y) {
    const { row } = moving;
    const list = isItem(row) ? lists().reduce((best, other) => (away(other, y) < away(best, y) ? other : best)) : row.parentNode;
    const next = others(list, row).find((other) => middle(other) > y) || null;
    const last = others(list, row).at(-1)?.nextSibling || (isItem(row) ? null : row.parentNode.lastElementChild);
    if ((next || last) !== row && (row.nextElementSibling !== next || row.parentNode !== list)) list.insertBefore(row, next || last);
  }

  function middle(element) {
    const box = element.getBoundingClientRect();
    return box.top + box.height / 2;
  }

  function away(list, y) {
    const box = rowOf(list).getBoundingClientRect();
    return y < box.top ? box.top - y : y > box.bottom ? y - box.bottom : 0;
  }
})();
