// Where a browser keeps no cookies of ours inside a learning platform, the platform keeps the secret of the login for us:
// asked by messages between the windows, as the LTI Client Side postMessages specification has it.
(() => {
  "use strict";
  const PATIENCE = 3000;
  const keep = document.getElementById("lti-keep"), kept = document.getElementById("lti-kept");

  function ask({ storage, platform }, message) {
    const holder = window.opener || window.parent, id = window.crypto.randomUUID();
    const target = storage === "_parent" ? holder : holder.frames[storage] || holder;
    return new Promise((resolve) => {
      window.addEventListener("message", ({ data, origin }) => {
        if (origin === platform && data?.message_id === id && data.subject === `${message.subject}.response`) resolve(data.value);
      });
      target.postMessage({ ...message, message_id: id }, platform);
      window.setTimeout(resolve, PATIENCE);
    });
  }

  if (keep) {
    const { key, value } = keep.dataset;
    ask(keep.dataset, { subject: "lti.put_data", key, value }).then(() => window.location.replace(keep.href));
  } else if (kept) {
    ask(kept.dataset, { subject: "lti.get_data", key: kept.dataset.key }).then((value) => {
      kept.elements.kept.value = value || "-";
      kept.submit();
    });
  }
})();
