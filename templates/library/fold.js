"use strict";
// Texts without case and accents, by the rules of `text/folding.py`.

/** @type {Record<string, string>} */
const LIGATURES = { "œ": "oe", "æ": "ae", "’": "'", "ʼ": "'", "‘": "'" };
// What Python's `str.split` takes for a space.
const SPACE = /[\t-\r\x1c-\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/;
// Canonical ordering moves a combining mark before this one, whose class is the highest.
const LAST_MARK = "\u0345";
// All but the characters of ASCII that fold to themselves.
const UNFOLDED = /[^ -@[-~]/gu;
/** @type {Map<string, string>} */
const folded = new Map();

/**
 * @param {string} text
 * @returns {string} its folded form: single spaces, none at its ends
 */
function fold(text) {
  const made = text.replace(UNFOLDED, foldedCharacter);
  return made.replace(/ {2,}/g, " ").replace(/^ | $/g, "");
}

/**
 * @param {string} text
 * @returns {{ text: string, places: number[] }} its folded form, and for each character of it the place in the text of
 *   the one that it comes from; then the length of the text
 */
function foldedWithPlaces(text) {
  let made = "";
  /** @type {number[]} */
  const places = [];
  let place = 0;
  for (const character of text) {
    for (const unit of foldedCharacter(character).split("")) {
      if (unit !== " " || (made && !made.endsWith(" "))) {
        made += unit;
        places.push(place);
      }
    }
    place += character.length;
  }
  if (made.endsWith(" ")) {
    made = made.slice(0, -1);
    places.pop();
  }
  return { text: made, places: [...places, text.length] };
}

/**
 * @param {string} character
 * @returns {string}
 */
function foldedCharacter(character) {
  let known = folded.get(character);
  if (known === undefined) {
    const plain = [...character.normalize("NFKD")].map(withoutCase).join("").normalize("NFKD");
    known = [...plain].filter((one) => !isCombining(one)).map((one) => (SPACE.test(one) ? " " : one)).join("");
    folded.set(character, known);
  }
  return known;
}

/**
 * The full case folding of Unicode, as `str.casefold` of Python does it.
 *
 * @param {string} character
 * @returns {string}
 */
function withoutCase(character) {
  if (character === "ı") return character;
  if (/\p{Script=Cherokee}/u.test(character)) return character.toUpperCase();
  const lower = character.toLowerCase().toUpperCase().toLowerCase();
  return LIGATURES[lower] || lower;
}

/**
 * @param {string} character
 * @returns {boolean} whether its combining class is not 0
 */
function isCombining(character) {
  const after = LAST_MARK + character;
  return character === LAST_MARK || after.normalize("NFD") !== after;
}
