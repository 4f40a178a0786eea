// Working through a course: what somebody ticks and writes is kept as they do it; on this device, or in their account where they are
// signed in. What lies on the device is never sent anywhere unless they say so.
(() => {
  "use strict";
  const page = document.querySelector("[data-study]");
  if (!page) return;
  document.documentElement.classList.add("with-script");
  const words = page.dataset, key = `casebook-study:${words.study}`, forms = [...page.querySelectorAll("[data-study-form]")];
  const said = document.getElementById("study-said"), sum = document.getElementById("study-sum");
  const timers = new Map();

  function onDevice() {
    try { return JSON.parse(window.localStorage.getItem(key)) || {}; } catch { return {}; }
  }

  function store(rows) {
    try {
      if (Object.keys(rows).length) window.localStorage.setItem(key, JSON.stringify(rows));
      else window.localStorage.removeItem(key);
      return words.kept;
    } catch { return words.unkept; }
  }

  function count() {
    const marks = new Map(forms.map((form) => [form.dataset.studyForm, form.elements.done.checked]));
    sum.textContent = words.done.replace("{n}", [...marks.values()].filter(Boolean).length).replace("{m}", marks.size);
  }

  async function send(form) {
    try {
      const response = await fetch(words.keep, { method: "POST", body: new FormData(form), headers: { "X-Requested-With": "study" } });
      if (response.status === 422) return Object.values((await response.json()).errors).flat().join(" ");
      return response.ok && !response.redirected ? words.kept : words.unsent;
    } catch { return words.unsent; }
  }

  async function keep(form) {
    const mark = form.dataset.studyForm, { done, note } = form.elements;
    for (const twin of forms) if (twin !== form && twin.dataset.studyForm === mark) {
      twin.elements.done.checked = done.checked;
      twin.elements.note.value = note.value;
    }
    count();
    if (words.keep) { said.textContent = await send(form); return; }
    const rows = onDevice();
    delete rows[mark];
    if (done.checked || note.value.trim()) rows[mark] = { mark, done: done.checked, note: note.value };
    said.textContent = store(rows);
  }

  for (const form of forms) {
    form.addEventListener("submit", (event) => { event.preventDefault(); keep(form); });
    form.addEventListener("change", () => { window.clearTimeout(timers.get(form)); keep(form); });
    form.addEventListener("input", (event) => {
      if (event.target.name !== "note") return;
      window.clearTimeout(timers.get(form));
      timers.set(form, window.setTimeout(() => keep(form), 800));
    });
  }

  const rows = onDevice(), device = document.getElementById("study-device");
  if (!words.keep) {
    for (const form of forms) {
      const row = rows[form.dataset.studyForm];
      if (!row) continue;
      form.elements.done.checked = row.done;
      form.elements.note.value = row.note;
      form.querySelector("details").open = Boolean(row.note);
    }
    count();
  } else if (device && Object.keys(rows).length) {
    device.hidden = false;
    device.elements.kept.value = JSON.stringify(Object.values(rows));
    device.addEventListener("submit", async (event) => {
      event.preventDefault();
      const response = await fetch(device.action, { method: "POST", body: new FormData(device) }).catch(() => null);
      if (!response?.ok) { said.textContent = words.unsent; return; }
      store({});
      window.location.reload();
    });
    device.querySelector("[data-study-leave]").addEventListener("click", () => { device.hidden = true; });
  }

  // What was ticked and written before this file was there; on the device nothing can be, for there the forms are hidden until then.
  const early = ({ elements: { done, note } }) => done.checked !== done.defaultChecked || note.value !== note.defaultValue;
  if (words.keep) for (const form of forms.filter(early)) keep(form);

  page.querySelector("[data-study-forget]")?.addEventListener("click", (event) => {
    if (!event.target.dataset.asked) {
      event.target.dataset.asked = "1";
      event.target.textContent = words.sure;
      return;
    }
    store({});
    window.location.reload();
  });
})();
