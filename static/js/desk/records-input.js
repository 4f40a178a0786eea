// The field that holds several chosen records: opens Wagtail's chooser, adds what was chosen, takes away what is removed.
(() => {
  const changed = (box) => {
    const list = box.querySelector("[data-desk-records-list]");
    box.querySelector("[data-desk-records-none]").hidden = list.children.length > 0;
    box.dispatchEvent(new Event("change", { bubbles: true }));
  };

  const add = (box, record) => {
    const list = box.querySelector("[data-desk-records-list]");
    const chosen = [...list.querySelectorAll("input")].map((input) => input.value);
    if (chosen.includes(String(record.id))) return;
    const item = box.querySelector("[data-desk-records-item]").content.firstElementChild.cloneNode(true);
    const title = record.string || record.title;
    item.querySelector("input").value = record.id;
    item.querySelector("[data-desk-records-title]").textContent = title;
    const remove = item.querySelector("[data-desk-records-remove]");
    remove.setAttribute("aria-label", `${remove.getAttribute("aria-label").trim()} ${title}`);
    list.append(item);
  };

  document.addEventListener("click", (event) => {
    const choose = event.target.closest("[data-desk-records-choose]");
    const remove = event.target.closest("[data-desk-records-remove]");
    const box = event.target.closest("[data-desk-records]");
    if (choose) {
      const chooser = window.telepath.unpack(JSON.parse(box.querySelector("script").textContent));
      const take = (records) => {
        records.forEach((record) => add(box, record));
        changed(box);
      };
      chooser.openModal(take, { multiple: true });
    }
    if (remove) {
      remove.closest("li").remove();
      changed(box);
      box.querySelector("[data-desk-records-choose]").focus();
    }
  });
})();
