// The form at /tell/: what is typed is kept in this browser until it is saved; live counts; records of the library while typing.
// Everything here is on top of pages that work without it.
(() => {
  "use strict";
  const story = document.querySelector("[data-story]")?.dataset.story || "new";
  const PREFIX = "casebook-tell", name = (page) => `${PREFIX}:${story}:${page}`;
  const OWN = ["csrfmiddlewaretoken", "seen", "signed", "website"];
  const { lang } = document.documentElement;

  // The browser's own storage may be full, or forbidden: then nothing is kept, and nothing breaks.
  const store = {
    read(key) {
      try { return JSON.parse(window.localStorage.getItem(key)); } catch { return null; }
    },
    write(key, value) {
      try { window.localStorage.setItem(key, JSON.stringify(value)); return true; } catch { return false; }
    },
    drop(test) {
      try { Object.keys(window.localStorage).filter(test).forEach((key) => window.localStorage.removeItem(key)); } catch { /* nothing was kept */ }
    },
  };

  const saved = /^#saved=([\w/-]+)$/.exec(window.location.hash);
  if (saved) {
    store.drop((key) => key === name(saved[1]) || key === `${PREFIX}:new:begin`);
    window.history.replaceState(null, "", window.location.pathname + window.location.search);
  }
  for (const form of document.querySelectorAll("[data-forget]")) {
    form.addEventListener("submit", () => store.drop((key) => key.startsWith(`${PREFIX}:${story}:`)));
  }

  // Who left the story's first page before this file was there has it saved all the same.
  if (story !== "new") store.drop((key) => key === `${PREFIX}:new:begin` && store.read(key)?.sent);

  const form = document.querySelector("form[data-keep]");
  if (form) keep(form, name(form.dataset.keep));
  document.querySelectorAll("[data-count]").forEach(count);
  document.querySelectorAll("[data-records]").forEach(records);

  function typed(form) {
    const values = {};
    for (const [field, value] of new FormData(form)) {
      // A browser lets no script choose a file again.
      if (!OWN.includes(field) && typeof value === "string") (values[field] ||= []).push(value.trim());
    }
    return values;
  }

  function putBack(form, values) {
    for (const element of form.elements) {
      if (!element.name || OWN.includes(element.name) || element.type === "file") continue;
      const own = values[element.name] || [];
      if (element.type === "radio" || element.type === "checkbox") element.checked = own.includes(element.value);
      else if (element.tagName !== "BUTTON") element.value = own[0] || "";
    }
    form.dispatchEvent(new Event("input", { bubbles: true }));
  }

  function keep(form, key) {
    const notice = form.querySelector("[data-kept]"), status = form.querySelector("[data-tell-status]");
    // What was typed before this file was there is not saved yet.
    const given = form.cloneNode(true);
    given.reset();
    // A page that came back because something was wrong shows what was typed, and that is not saved either.
    const unsaved = "unsaved" in form.dataset, before = unsaved ? "" : JSON.stringify(typed(given)), kept = store.read(key);
    let waiting = 0, sent = false;
    if (unsaved && kept) store.write(key, { ...kept, sent });
    if (kept && JSON.stringify(kept.values) === before) store.drop((other) => other === key);
    else if (kept && !unsaved) {
      notice.hidden = false;
      notice.querySelector("[data-kept-when]").textContent = `(${new Date(kept.when).toLocaleString(lang, { dateStyle: "long", timeStyle: "short" })})`;
      notice.querySelector("[data-put-back]").addEventListener("click", () => {
        putBack(form, kept.values);
        notice.hidden = true;
        form.querySelector(".tell-input, input:not([type=hidden])")?.focus();
      });
      notice.querySelector("[data-throw-away]").addEventListener("click", () => {
        store.drop((other) => other === key);
        notice.hidden = true;
      });
    }
    const write = () => {
      window.clearTimeout(waiting);
      const values = typed(form);
      // What is offered back is not overwritten before somebody has decided.
      if (!notice.hidden || JSON.stringify(values) === before) return;
      if (store.write(key, { values, when: Date.now(), sent })) status.textContent ||= notice.dataset.status;
    };
    form.addEventListener("input", () => {
      sent = false;
      window.clearTimeout(waiting);
      waiting = window.setTimeout(write, 300);
    });
    if (!unsaved) write();
    window.addEventListener("pagehide", write);
    form.addEventListener("submit", (event) => {
      sent = window.navigator.onLine;
      write();
      if (sent) return;
      event.preventDefault();
      status.textContent = notice.dataset.offline;
    });
  }

  function count(line) {
    const input = document.getElementById(line.id.replace(/-count$/, "")), most = Number(line.dataset.count);
    let waiting = 0;
    const say = () => {
      const left = most - input.value.trim().length;
      line.textContent = (left < 0 ? line.dataset.over : line.dataset.left).replace("{n}", Math.abs(left).toLocaleString(lang));
      line.classList.toggle("tell-count-over", left < 0);
      line.classList.toggle("tell-count-far", "late" in line.dataset && left > most / 3);
    };
    say();
    // A reader of the screen hears the count when typing rests, not at every letter.
    line.setAttribute("aria-live", "polite");
    document.addEventListener("input", () => {
      window.clearTimeout(waiting);
      waiting = window.setTimeout(say, 400);
    });
  }

  function records(input) {
    const box = input.closest(".tell-record"), list = box.querySelector("[data-suggested]");
    const asked = box.querySelector("[data-asked]"), record = () => box.querySelector("[data-record]");
    const options = () => [...list.querySelectorAll("[role=option]")];
    const chosen = () => list.querySelector("[aria-selected=true]");
    let waiting = 0, asking = 0, choosing = false;
    list.id = `${input.id}-suggestions`;
    list.setAttribute("role", "listbox");
    list.setAttribute("aria-label", input.dataset.found);
    for (const [attribute, value] of [["role", "combobox"], ["aria-autocomplete", "list"], ["aria-expanded", "false"], ["aria-controls", list.id]]) input.setAttribute(attribute, value);

    const close = () => {
      asking += 1;
      list.hidden = true;
      list.replaceChildren();
      input.setAttribute("aria-expanded", "false");
      input.removeAttribute("aria-activedescendant");
    };
    const select = (option) => {
      chosen()?.setAttribute("aria-selected", "false");
      option?.setAttribute("aria-selected", "true");
      option?.scrollIntoView({ block: "nearest" });
      if (option) input.setAttribute("aria-activedescendant", option.id);
      else input.removeAttribute("aria-activedescendant");
    };
    const choose = (option) => {
      if (option.dataset.slug !== "-") input.value = option.dataset.label;
      if (!record()) {
        // The page had asked which one is meant; what is chosen here is the answer.
        box.querySelector(".tell-which").remove();
        asked.insertAdjacentElement("afterend", Object.assign(document.createElement("input"), { type: "hidden", name: `${input.name}_record` })).dataset.record = "";
      }
      record().value = option.dataset.slug;
      asked.value = input.value;
      close();
      choosing = true;
      input.dispatchEvent(new Event("input", { bubbles: true }));
      choosing = false;
    };
    const show = (found) => {
      const rows = [...found.results, { slug: "-", label: found.new, note: "" }].map((row, place) => {
        const option = document.createElement("div");
        Object.assign(option, { id: `${list.id}-${place}`, textContent: row.label });
        option.setAttribute("role", "option");
        option.setAttribute("aria-selected", "false");
        Object.assign(option.dataset, { slug: row.slug, label: row.label });
        if (row.note) option.append(Object.assign(document.createElement("span"), { className: "tell-option-hint", textContent: row.note }));
        return option;
      });
      list.replaceChildren(...(found.results.length ? rows : []));
      list.hidden = !found.results.length;
      input.setAttribute("aria-expanded", String(!list.hidden));
    };
    input.addEventListener("input", () => {
      window.clearTimeout(waiting);
      if (choosing) return;
      waiting = window.setTimeout(async () => {
        const mine = (asking += 1), words = input.value.trim();
        if (words.length < 2) return close();
        try {
          const answer = await window.fetch(`${input.dataset.records}?${new URLSearchParams({ q: words })}`);
          if (answer.ok && mine === asking) show(await answer.json());
        } catch { close(); }
      }, 250);
    });
    input.addEventListener("blur", () => window.setTimeout(close, 150));
    list.addEventListener("mousedown", (event) => event.preventDefault());
    list.addEventListener("click", (event) => event.target.closest("[role=option]") && choose(event.target.closest("[role=option]")));
    input.addEventListener("keydown", (event) => {
      if (list.hidden) return;
      const all = options(), at = all.indexOf(chosen());
      if (event.key === "ArrowDown") select(all[at + 1] || all[0]);
      else if (event.key === "ArrowUp") select(all[at - 1] || all.at(-1));
      else if (event.key === "Enter" && chosen()) choose(chosen());
      else if (event.key === "Escape") close();
      else return;
      event.preventDefault();
    });
  }
})();
