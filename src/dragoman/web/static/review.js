// The keys of the review: a accept, r reject, c correct, s skip, u undo. Buttons do the same.
(() => {
  "use strict";
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
    if (event.target.closest("input, textarea, select")) return;
    if (document.querySelector("form[aria-busy]") || document.querySelector("dialog[open]")) return;
    if (!/^[arcsu]$/.test(event.key)) return;
    const found = document.querySelector(`[data-key="${event.key}"]`);
    if (!found) return;
    event.preventDefault();
    found.click();
  });
})();
