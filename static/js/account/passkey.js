// Joins the page's passkey form to allauth's scripts, and says when a passkey could not be read. A page has one such form.
(() => {
  "use strict";
  const form = document.querySelector("[data-passkey]");
  const allauth = window.allauth && window.allauth.webauthn;
  document.documentElement.classList.add("with-script");
  if (!form || !allauth) return;
  const button = "passkey-button";
  const status = document.querySelector("[data-passkey-status]");
  const alone = form.querySelector("[name=passwordless]");

  document.addEventListener("allauth.error", (event) => {
    event.preventDefault();
    status.textContent = form.dataset.failed;
  });
  form.addEventListener("click", () => { status.textContent = ""; });
  allauth.forms[form.dataset.passkey]({
    ids: {
      login: button, add: button, authenticate: button,
      credential: form.querySelector("[name=credential]").id,
      passwordless: alone ? alone.id : undefined,
      data: "passkey-data",
    },
  });
})();
