"use strict";
// Which cases have the phrases, and where a text has them: the rules of `finding/search.py`.

/**
 * @param {string} phrase folded
 * @param {string} text folded
 * @param {number} [from]
 * @returns {number} where the text has the phrase at the start of a word, -1 where it has not
 */
function placeOf(phrase, text, from = 0) {
  let place = text.indexOf(phrase, from);
  while (place > 0 && isInWord(text, place)) place = text.indexOf(phrase, place + 1);
  return place;
}

/**
 * @param {string} text
 * @param {number} place
 * @returns {boolean} whether the character before a place is a letter or a digit
 */
function isInWord(text, place) {
  const before = text.charCodeAt(place - 1);
  if (before < 128) return (before > 96 && before < 123) || (before > 47 && before < 58) || (before > 64 && before < 91);
  return /[\p{L}\p{N}]$/u.test(text.slice(Math.max(0, place - 2), place));
}

/**
 * @param {string[]} phrases folded
 * @param {string} text folded
 * @returns {boolean}
 */
function hasPhrases(phrases, text) {
  return phrases.every((phrase) => placeOf(phrase, text) >= 0);
}

/**
 * @param {string[]} phrases folded
 * @param {string} text as shown
 * @returns {number} how many of the phrases the text has
 */
function phrasesIn(phrases, text) {
  if (!phrases.length) return 0;
  const searched = fold(text);
  return phrases.filter((phrase) => placeOf(phrase, searched) >= 0).length;
}

/**
 * @param {string[]} phrases folded
 * @param {string} text as shown
 * @returns {[start: number, end: number][]} where the text has the phrases, in order, none overlapping another
 */
function placesIn(phrases, text) {
  if (!phrases.length) return [];
  const { text: searched, places } = foldedWithPlaces(text);
  /** @type {[number, number][]} */
  const found = [];
  for (const phrase of phrases) {
    for (let at = placeOf(phrase, searched); at >= 0; at = placeOf(phrase, searched, at + phrase.length)) {
      found.push([places[at], endOf(places, at + phrase.length)]);
    }
  }
  return withoutOverlaps(found);
}

/**
 * @param {number[]} places
 * @param {number} after where the folded phrase ends
 * @returns {number} where it ends in the text: after the whole character, if several come from one
 */
function endOf(places, after) {
  let end = after;
  while (end < places.length - 1 && places[end] === places[after - 1]) end += 1;
  return places[end];
}

/**
 * @param {[number, number][]} found
 * @returns {[number, number][]}
 */
function withoutOverlaps(found) {
  /** @type {[number, number][]} */
  const kept = [];
  for (const [start, end] of found.sort((one, other) => one[0] - other[0] || other[1] - one[1])) {
    const last = kept[kept.length - 1];
    if (last && start < last[1]) last[1] = Math.max(last[1], end);
    else kept.push([start, end]);
  }
  return kept;
}
