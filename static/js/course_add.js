// "Add to course" without leaving the page: what the page behind the link asks is asked in a dialogue. Who is not signed in follows the link.
(() => {
  "use strict";
  let dialog = null;
  if (document.getElementById("course-link")) document.documentElement.classList.add("with-script");

  async function show(address, options = {}) {
    const response = await fetch(address, { ...options, headers: { "X-Requested-With": "add" } });
    const text = await response.text();
    if (response.redirected || !text.includes("data-adding")) throw new Error("a page of its own");
    if (!dialog) {
      dialog = document.body.appendChild(document.createElement("dialog"));
      dialog.className = "course-dialog";
    }
    dialog.innerHTML = text;
    dialog.setAttribute("aria-label", dialog.querySelector("h1").textContent);
    if (!dialog.open) dialog.showModal();
    (dialog.querySelector(".errors") || dialog.querySelector("select") || dialog.querySelector("h1")).focus();
  }

  document.addEventListener("click", (event) => {
    const link = event.target.closest("[data-course-add]");
    if (link && window.HTMLDialogElement && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
      event.preventDefault();
      show(link.href).catch(() => window.location.assign(link.href));
    } else if (dialog?.open && event.target.closest("[data-adding-close]")) {
      event.preventDefault();
      dialog.close();
    }
  });
  document.addEventListener("submit", (event) => {
    if (!dialog?.contains(event.target)) return;
    event.preventDefault();
    const form = event.target;
    show(form.action, { method: "POST", body: new FormData(form) }).catch(() => form.submit());
  });
})();
