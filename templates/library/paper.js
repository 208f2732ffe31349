"use strict";
// A comparison is printed on one A3: its type is as large as fits, from the size of the synoptic table downwards.

// Points. Smaller than the smallest nobody reads: such a comparison takes several pages, under the same headings.
const LARGEST_TYPE = 11;
const SMALLEST_TYPE = 6;
const STEP = 0.25;
const TYPE_ON_SEVERAL = 8;
// Millimetres of an A3 in landscape within the margins of `library.css`.
const PAPER_HEIGHT = 275;

/** Sets a comparison for paper, in the largest type that fits; called before the browser lays out a print. */
function setForPaper() {
  const comparison = part("comparison");
  if (comparison.hidden) return;
  comparison.classList.add("on-paper");
  const room = (PAPER_HEIGHT * 96) / 25.4;
  for (let size = LARGEST_TYPE; size >= SMALLEST_TYPE; size -= STEP) {
    comparison.style.setProperty("--type", `${size}pt`);
    if (comparison.offsetHeight <= room) return;
  }
  comparison.style.setProperty("--type", `${TYPE_ON_SEVERAL}pt`);
}

/** Sets a comparison for the screen again. */
function setForScreen() {
  part("comparison").classList.remove("on-paper");
}
