// The builder with JavaScript: what is typed is saved by itself, rows that are moved (moving.js) stay where they were put, and what other
// trainers do appears. Without it the same form works as a form. The server decides; this file sends, shows, and loses nothing typed.
(() => {
  "use strict";
  const form = document.getElementById("builder");
  if (!form) return;
  document.documentElement.classList.add("with-script");
  const byId = (id) => document.getElementById(id), words = form.dataset;
  const PAUSE = 800, AGAIN = 5000, LISTEN = 8000;
  const typed = new Set(), held = new Set(), stored = new Map();
  let stamp = words.stamp, chain = Promise.resolve(), timer = null, busy = 0, ended = false;

  // Rows and their fields. A session's own fields are not those of its items.
  const fieldsOf = (row) => [...(row?.querySelector(":scope > [data-fields]") || row).querySelectorAll("input:not([type=hidden]), textarea, select")];
  const rowOf = (element) => element.closest("[data-row]");
  const rowNamed = (name) => form.querySelector(`[data-row="${name}"]`);
  // A value may stand in several fields, as the answers of a multiple choice do: item-12-options-0-text.
  const markOf = (name, field) => field.slice(name.length + 1).split("-")[0];

  const FIELDS = "[data-fields] input:not([type=hidden]), [data-fields] textarea, [data-fields] select";
  const given = (field) => field.defaultValue ?? ([...field.options].find((option) => option.defaultSelected) || field.options[0])?.value;

  function remember(root) {
    for (const field of root.querySelectorAll(FIELDS)) stored.set(field.name, given(field));
  }

  function announce(text) {
    const said = byId("build-said");
    said.textContent = "";
    window.setTimeout(() => { said.textContent = text; }, 50);
  }

  function show(text) {
    byId("build-news").hidden = !text;
    byId("build-news").textContent = text;
  }

  function state(text) {
    byId("build-state").textContent = text || (held.size || form.querySelector(".build-trouble") ? words.wrong : typed.size || busy ? words.saving : words.saved);
  }

  // What is sent: the rows that somebody has typed in, and what is to be done.
  function letter(rows, more) {
    const body = new FormData();
    body.append("csrfmiddlewaretoken", form.elements.csrfmiddlewaretoken.value);
    body.append("since", stamp);
    for (const name of rows) {
      body.append("rows", name);
      body.append(`${name}-seen`, byId(`${name}-seen`).value);
      for (const field of fieldsOf(rowNamed(name))) body.append(field.name, field.value);
    }
    for (const [name, value] of Object.entries(more)) if (value !== null && value !== undefined) body.append(name, value);
    return body;
  }

  // One thing after the other, so that a row is saved before it is moved.
  function send(more = {}, { rows = null, keep = "", done = null } = {}) {
    window.clearTimeout(timer);
    chain = chain.then(async () => {
      const named = (rows || [...typed].filter((name) => !held.has(name))).filter(rowNamed);
      if (ended || (!named.length && !Object.keys(more).length)) return;
      const body = letter(named, more), sent = new Map([...body].map(([name, value]) => [name, value]));
      for (const name of named) typed.delete(name);
      busy += 1;
      state();
      try {
        const response = await fetch(form.action, { method: "POST", body, headers: { "X-Requested-With": "builder" } });
        if (response.redirected || response.status === 403 || response.status === 404) throw new Error("ended");
        if (!response.ok) throw new Error("later");
        const answer = await response.json();
        busy -= 1;
        for (const name of named) if (!(name in answer.failed)) settle(name, sent, answer);
        arrive(answer, named, keep);
        done?.(answer);
      } catch (error) {
        busy -= 1;
        for (const name of named) typed.add(name);
        ended = error.message === "ended";
        state(ended ? words.ended : words.unsent);
        if (!ended) timer = window.setTimeout(() => send(more, { rows, keep, done }), AGAIN);
      }
    });
    return chain;
  }

  // A row that was saved: the library has what was sent, and knows that this page has seen it.
  function settle(name, sent, answer) {
    held.delete(name);
    for (const field of fieldsOf(rowNamed(name))) if (sent.has(field.name)) stored.set(field.name, sent.get(field.name));
    if (answer.marks[name]) byId(`${name}-seen`).value = answer.marks[name];
    if (fieldsOf(rowNamed(name)).some((field) => field.value !== stored.get(field.name))) typed.add(name);
  }

  function arrive(answer, named, keep) {
    stamp = answer.stamp;
    for (const name of named) {
      const trouble = byId(`${name}-trouble`), text = answer.failed[name] || "";
      if (trouble) trouble.innerHTML = text;
      if (text.includes("data-keep")) held.add(name);
    }
    const gone = answer.html && replace(answer.html);
    for (const [id, text] of Object.entries(answer.totals)) if (byId(id)) byId(id).textContent = text;
    const had = document.activeElement?.id;
    byId("build-bar").innerHTML = answer.bar;
    if (had && document.activeElement === document.body) byId(had)?.focus({ preventScroll: true });
    const lost = [...answer.lost, ...(gone || [])];
    const text = [answer.refused, answer.news, lost.length && `${words.gone} ${lost.join(" / ")}`].filter(Boolean).join(" ");
    if (text || answer.said) show(text);
    if (answer.refused || answer.said || answer.news) announce([answer.refused || answer.said, answer.news].filter(Boolean).join(" "));
    if (keep || answer.focus) focus(keep, answer.focus);
    state();
  }

  function focus(keep, name) {
    const next = byId(keep) || byId(name) || byId("add-session");
    next?.focus({ preventScroll: true });
    (rowOf(next || form) || next)?.scrollIntoView({ block: "nearest" });
  }

  // The sessions anew, as the library has them. What was typed and not yet saved stays, and so does the mark of what its writer saw.
  function replace(html) {
    const list = byId("build-sessions"), active = document.activeElement;
    const marks = (name) => new Map((byId(`${name}-seen`)?.value || "").split(" ").map((part) => part.split("=")));
    const at = list.contains(active) ? { id: active.id, start: active.selectionStart, end: active.selectionEnd } : null;
    const opened = new Set([...list.querySelectorAll("details[open]")].map((more) => more.dataset.more));
    const unsaved = [];
    for (const name of new Set([...typed, ...held])) {
      const row = rowNamed(name);
      if (!row || !list.contains(row)) continue;
      for (const field of fieldsOf(row)) if (field.value !== stored.get(field.name)) unsaved.push([name, field.name, field.value, marks(name).get(markOf(name, field.name))]);
    }
    const lost = [], troubles = [...held].map((name) => [name, byId(`${name}-trouble`)?.innerHTML]);
    list.innerHTML = html;
    remember(list);
    for (const more of list.querySelectorAll("details")) if (opened.has(more.dataset.more)) more.open = true;
    for (const [name, field, value, mark] of unsaved) {
      if (!form.elements[field]) {
        typed.delete(name);
        held.delete(name);
        if (value && !field.endsWith("-minutes")) lost.push(value);
        continue;
      }
      form.elements[field].value = value;
      const seen = marks(name).set(markOf(name, field), mark);
      byId(`${name}-seen`).value = [...seen].map((pair) => pair.join("=")).join(" ");
    }
    for (const [name, text] of troubles) if (byId(`${name}-trouble`) && text) byId(`${name}-trouble`).innerHTML = text;
    if (at && byId(at.id)) {
      byId(at.id).focus({ preventScroll: true });
      if (at.start !== null && at.start !== undefined) try { byId(at.id).setSelectionRange(at.start, at.end); } catch { /* a number has no selection */ }
    }
    return lost;
  }

  // Typing.
  form.addEventListener("input", (event) => {
    const row = event.target.closest("[data-fields]") && rowOf(event.target);
    if (!row) return;
    typed.add(row.dataset.row);
    state();
    window.clearTimeout(timer);
    if (!held.has(row.dataset.row)) timer = window.setTimeout(() => send(), PAUSE);
  });
  form.addEventListener("change", (event) => event.target.closest("[data-fields]") && typed.size && send());

  // Buttons.
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const button = event.submitter;
    if (!button || button.getAttribute("aria-disabled") === "true") return;
    const [doing, name] = button.value.split(":"), session = byId("add-to").value;
    if (button.dataset.keep) {
      send({ [button.name]: button.value }, { rows: [button.dataset.keep] });
    } else if (doing === "find" || document.activeElement === byId("words")) look();
    else if (doing === "theirs") {
      typed.delete(name);
      held.delete(name);
      if (rowNamed(name)?.matches(".build-about")) { send({ do: button.value }).then(() => window.location.reload()); return; }
      send({ do: button.value, whole: 1 }, { keep: name });
    } else if (doing === "save") send();
    else {
      const fresh = form.querySelector(`[data-new="new-${name}"]`);
      const own = fresh ? Object.fromEntries(fieldsOf(fresh).map((field) => [field.name, field.value])) : {};
      const keep = ["up", "down", "undo", "redo"].includes(doing) ? button.id : doing === "remove" ? neighbour(button) : "";
      send({ do: button.value, session, whole: 1, ...own }, { keep, done: (answer) => fresh && added(fresh, answer) });
    }
  });

  function neighbour(button) {
    const row = rowOf(button), next = row.nextElementSibling?.dataset.row || row.previousElementSibling?.dataset.row;
    return next || rowOf(row.parentNode)?.dataset.row || "add-session";
  }

  function added(fresh, answer) {
    byId(`${fresh.dataset.new}-trouble`).innerHTML = answer.failed[fresh.dataset.new] || "";
    if (answer.failed[fresh.dataset.new]) return;
    for (const field of fieldsOf(fresh)) field.value = field.defaultValue ?? field.options[0].value;
    fresh.open = false;
  }

  async function look() {
    const query = new URLSearchParams({ words: byId("words").value, session: byId("add-to").value });
    const response = await fetch(`${words.find}?${query}`).catch(() => null);
    if (!response?.ok || response.redirected) return state(response ? words.ended : words.unsent);
    byId("found").outerHTML = await response.text();
    byId("found").focus({ preventScroll: true });
    byId("found").scrollIntoView({ block: "nearest" });
  }

  // Rows that are moved by moving.js.
  form.addEventListener("row-moving", (event) => announce(event.detail));
  form.addEventListener("row-placed", ({ detail: { row, list, after, grip } }) => {
    send({ do: `place:${row.dataset.row}`, session: list.dataset.items, after, whole: 1 }, { keep: grip.id });
  });

  // Others. What they do waits while a row is in somebody's hand.
  const moving = () => form.querySelector(".build-moving");
  window.setInterval(() => {
    if (document.hidden || moving() || busy || ended) return;
    chain = chain.then(async () => {
      const response = await fetch(`${words.news}?${new URLSearchParams({ since: stamp })}`).catch(() => null);
      if (response?.status === 200 && !response.redirected && !moving()) arrive(await response.json(), [], "");
    }).catch(() => {});
  }, LISTEN);

  window.addEventListener("beforeunload", (event) => (typed.size || busy) && !ended && event.preventDefault());
  remember(form);
  state();
  // What was typed before this file was there.
  for (const field of form.querySelectorAll(FIELDS)) if (field.value !== stored.get(field.name)) field.dispatchEvent(new Event("input", { bubbles: true }));
})();
