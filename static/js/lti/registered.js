// Registration is over: the platform closes the window in which it asked for it.
(() => {
  "use strict";
  const button = document.getElementById("lti-close");
  document.documentElement.classList.add("with-script");
  button.addEventListener("click", () => {
    (window.opener || window.parent).postMessage({ subject: "org.imsglobal.lti.close" }, button.dataset.platform);
  });
})();
