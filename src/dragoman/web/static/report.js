// A report's text and what rests on it: any span of the address shown, keys to step through spans.
"use strict";

const text = document.querySelector("article.text");
const here = document.getElementById("here");
const list = here.querySelector("ul");

// Offsets of the record count code points; those of the page count UTF-16 units.
function units(string, points) {
  let at = 0;
  for (const character of string) {
    if (points-- <= 0) break;
    at += character.length;
  }
  return at;
}

function place(offset, last) {
  let found = null;
  for (const block of text.querySelectorAll("[data-start]")) {
    let before = Number(block.dataset.start);
    if (before > offset || (last && before === offset)) break;
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const length = [...node.data].length;
      const within = Math.min(offset - before, length);
      found = [node, units(node.data, within)];
      if (last ? offset <= before + length : offset < before + length) return found;
      before += length;
    }
  }
  return found;
}

function rangeOf(start, end) {
  const first = place(start, false);
  const last = place(end, true);
  if (!first || !last) return null;
  const range = document.createRange();
  range.setStart(...first);
  range.setEnd(...last);
  return range;
}

function show(range) {
  if (window.CSS && CSS.highlights) {
    CSS.highlights.set("chosen", new Highlight(range));
  } else {
    const selection = getSelection();
    selection.removeAllRanges();
    selection.addRange(range);
  }
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  range.startContainer.parentElement.scrollIntoView({ block: "center", behavior: calm ? "auto" : "smooth" });
}

// An address names the span alone; a part of a long report is asked for by the span's place.
function elsewhere(start, end) {
  const cut = text.dataset.parts.trim().split(" ").map((part) => part.split("-").map(Number));
  const own = text.querySelector("[data-start]");
  const within = cut.find(([, last]) => start < last);
  if (!own || !within || within[0] === Number(own.dataset.start)) return false;
  const address = new URL(location.href);
  address.searchParams.delete("part");
  address.searchParams.set("at", `${start}-${end}`);
  location.replace(address);
  return true;
}

function follow() {
  const asked = /^#(\d+)-(\d+)$/.exec(location.hash);
  if (!asked) return;
  const [start, end] = [Number(asked[1]), Number(asked[2])];
  if (elsewhere(start, end)) return;
  for (const piece of text.querySelectorAll(".chosen")) piece.classList.remove("chosen");
  const range = rangeOf(start, end);
  if (!range) return;
  show(range);
  tell([...text.querySelectorAll("a.s")].filter((piece) => range.intersectsNode(piece) && cover(range, piece)));
}

function cover(range, piece) {
  const own = document.createRange();
  own.selectNodeContents(piece);
  return range.compareBoundaryPoints(Range.END_TO_START, own) < 0 && range.compareBoundaryPoints(Range.START_TO_END, own) > 0;
}

// What rests on these pieces, above the list of all.
function tell(pieces) {
  const numbers = new Set();
  for (const piece of pieces) for (const number of piece.dataset.items.split(" ")) numbers.add(number);
  list.replaceChildren();
  for (const number of numbers) {
    const item = document.getElementById(`i${number}`);
    if (!item) continue;
    const copy = item.cloneNode(true);
    copy.removeAttribute("id");
    const tag = document.createElement("span");
    tag.className = "tag";
    tag.textContent = item.closest("details").dataset.layer;
    copy.prepend(tag, " ");
    list.append(copy);
  }
  here.hidden = numbers.size === 0;
}

function choose(piece) {
  for (const other of text.querySelectorAll("a.on")) other.classList.remove("on");
  if (window.CSS && CSS.highlights) CSS.highlights.delete("chosen");
  for (const other of text.querySelectorAll(".chosen")) other.classList.remove("chosen");
  piece.classList.add("on");
  tell([piece]);
}

function hidden(layer) {
  const box = document.getElementById(`hide-${layer}`);
  return box !== null && box.checked;
}

function step(by) {
  const layers = [...document.querySelectorAll(".layers input[name=hide]")].map((box) => box.value);
  const shown = layers.filter((layer) => !hidden(layer));
  const pieces = [...text.querySelectorAll("a.s")].filter((piece) => shown.some((layer) => piece.classList.contains(layer)));
  if (!pieces.length) return;
  const at = pieces.indexOf(text.querySelector("a.on"));
  const next = at < 0 ? (by > 0 ? 0 : pieces.length - 1) : (at + by + pieces.length) % pieces.length;
  choose(pieces[next]);
  pieces[next].focus({ preventScroll: true });
  pieces[next].scrollIntoView({ block: "center" });
}

text.addEventListener("click", (event) => {
  const piece = event.target.closest("a.s");
  if (!piece || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  choose(piece);
});

for (const box of document.querySelectorAll(".layers input[name=hide]")) {
  box.addEventListener("change", () => {
    const address = new URL(location.href);
    address.searchParams.delete("hide");
    for (const other of document.querySelectorAll(".layers input[name=hide]:checked")) address.searchParams.append("hide", other.value);
    history.replaceState(null, "", address);
  });
}
const keep = document.querySelector(".layers button");
if (keep) keep.hidden = true;

// A citation clicked twice shows its words again, though the address stays.
document.addEventListener("click", (event) => {
  const link = event.target.closest("a.cite[href^='#']");
  if (link && link.hash === location.hash) follow();
});

function open() {
  const item = list.querySelector("a.item");
  if (item && !here.hidden) item.click();
}

const STEPS = { n: 1, j: 1, p: -1, k: -1 };
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || !(event.key in STEPS || event.key === "o")) return;
  if (event.target.closest("input:not([type=checkbox]), textarea, select, [contenteditable]")) return;
  event.preventDefault();
  event.stopPropagation();
  if (event.key === "o") open();
  else step(STEPS[event.key]);
});

addEventListener("hashchange", follow);
follow();
