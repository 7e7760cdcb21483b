// Keys: / search, j and k step through the lines, o opens one, ? tells them. All works without.
(() => {
  "use strict";
  const lines = () => [...document.querySelectorAll("[data-row]")];
  let here = -1;

  function step(by) {
    const all = lines();
    if (!all.length) return;
    if (here >= 0 && all[here]) all[here].classList.remove("here");
    here = Math.max(0, Math.min(all.length - 1, here + by));
    all[here].classList.add("here");
    all[here].scrollIntoView({ block: "nearest" });
    const link = all[here].querySelector("a.item, a");
    if (link) link.focus({ preventScroll: true });
  }

  function open() {
    const link = lines()[here]?.querySelector("a.item, a");
    if (link) link.click();
  }

  function help() {
    const told = document.getElementById("keys");
    if (told.open) told.close();
    else told.showModal();
  }

  const does = { j: () => step(1), k: () => step(-1), o: open, "?": help };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    if (event.target.closest("input, textarea, select, [contenteditable]")) return;
    if (event.key === "/") {
      event.preventDefault();
      const box = document.getElementById("q");
      box.focus();
      box.select();
      return;
    }
    const act = does[event.key];
    if (act) {
      event.preventDefault();
      act();
    }
  });

  // On a narrow screen the filters start folded, so that the list is in sight.
  if (matchMedia("(max-width: 50rem)").matches) {
    for (const field of document.querySelectorAll(".facet[open]")) field.open = false;
  }

  // While a page is on its way, say so.
  document.addEventListener("submit", (event) => {
    event.target.setAttribute("aria-busy", "true");
  });
})();
