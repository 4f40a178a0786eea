// A page inside a learning platform opens links in a new tab, since the library does not let itself be framed; but not those within the page.
(() => {
  "use strict";
  for (const link of document.querySelectorAll('a[href^="#"]')) link.target = "_self";
})();
