"use strict";
// A comparison is printed on one A3: its type is as large as fits on one side, then on both.

// Points. Smaller than the smallest is for a magnifying glass: what does not fit takes several A3, under the same headings.
const LARGEST_TYPE = 11;
const SMALLEST_TYPE = 6;
const STEP = 0.25;
const TYPE_ON_SEVERAL = 8;
// Millimetres of an A3 in landscape within the margins of `library.css`.
const PAPER_HEIGHT = 281;
// What goes to the second side as a whole leaves so much of the first empty.
const LEFT_EMPTY = 14;
const PIXELS = 96 / 25.4;
// Of the width that a column has when all are equal, at least so much is left to a case that says little.
const NARROWEST = 0.5;

/** Sets a comparison for paper, in the largest type that fits; called before the browser lays out a print. */
function setForPaper() {
  const comparison = part("comparison");
  if (comparison.hidden) return;
  comparison.classList.add("on-paper");
  const headings = /** @type {HTMLElement[]} */ ([...part("table").querySelectorAll("thead th")]);
  const widths = [headings.map(() => 1 / headings.length), widthsByLength(headings.length)];
  for (const sides of [1, 2]) {
    for (let size = LARGEST_TYPE; size >= SMALLEST_TYPE; size -= STEP) {
      comparison.style.setProperty("--type", `${size}pt`);
      for (const shares of widths) {
        headings.forEach((heading, place) => heading.style.setProperty("--share", String(shares[place])));
        if (fits(comparison, sides)) return;
      }
    }
  }
  comparison.style.setProperty("--type", `${TYPE_ON_SEVERAL}pt`);
}

/**
 * @param {HTMLElement} comparison
 * @param {number} sides of an A3; the second has the headings again
 * @returns {boolean}
 */
function fits(comparison, sides) {
  const again = (sides - 1) * (part("table").querySelectorAll("thead")[0].offsetHeight + LEFT_EMPTY * PIXELS);
  return comparison.offsetHeight + again <= sides * PAPER_HEIGHT * PIXELS;
}

/**
 * @param {number} count of the cases
 * @returns {number[]} their shares of the width, by how much each says: equally filled columns are the shortest
 */
function widthsByLength(count) {
  const lengths = Array(count).fill(0);
  for (const row of part("table").querySelectorAll("tbody:first-of-type tr")) {
    [...row.querySelectorAll("td")].forEach((cell, place) => {
      lengths[place] += (cell.textContent || "").length;
    });
  }
  const average = lengths.reduce((sum, length) => sum + length, 0) / count;
  const wanted = lengths.map((length) => Math.max(length, NARROWEST * average));
  const whole = wanted.reduce((sum, length) => sum + length, 0);
  return wanted.map((length) => length / whole);
}

/** Sets a comparison for the screen again. */
function setForScreen() {
  part("comparison").classList.remove("on-paper");
}
