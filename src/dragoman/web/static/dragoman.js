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
    const form = event.target;
    if (form.getAttribute("aria-busy") === "true") {
      event.preventDefault();
      return;
    }
    if (form.method === "dialog") return;
    form.setAttribute("aria-busy", "true");
    if (form.classList.contains("decides")) {
      const told = document.createElement("p");
      told.className = "busy";
      told.setAttribute("role", "status");
      form.append(told);
      told.textContent = "Carrying it out: the record is linked anew …";
    }
  });

  // A page that is come back to is not busy any more.
  addEventListener("pageshow", () => {
    for (const form of document.querySelectorAll("form[aria-busy]")) {
      form.removeAttribute("aria-busy");
      form.querySelector(".busy")?.remove();
    }
  });

  // What was just done is told first, to readers of screens as well.
  document.getElementById("done")?.focus({ preventScroll: true });
})();
