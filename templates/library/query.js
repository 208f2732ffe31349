"use strict";
// What is typed in the box: words, and phrases in quotes of any kind.

/** @type {Record<string, string>} By the sign that opens a phrase, the one that closes it. */
const QUOTES = { '"': '"', "«": "»", "“": "”", "„": "“" };
const WORD_END = new RegExp(`${SPACE.source}|["«“„]`);

/**
 * A phrase that is not closed yet goes to the end, so that the results do not jump while one types it.
 *
 * @param {string} typed
 * @returns {string[]} the phrases to look for, as typed
 */
function typedPhrases(typed) {
  const found = [];
  let rest = typed;
  while (rest) {
    const close = QUOTES[rest[0]];
    const end = close ? rest.indexOf(close, 1) : rest.search(WORD_END);
    const from = close ? 1 : 0;
    found.push(rest.slice(from, end < 0 ? rest.length : end));
    rest = end < 0 ? "" : rest.slice(close || SPACE.test(rest[end]) ? end + 1 : end);
  }
  return found.filter((phrase) => fold(phrase));
}
