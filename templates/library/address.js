"use strict";
// What the page shows is in its address, after `#`: it can be mailed and bookmarked, and the browser goes back.

/**
 * @typedef {object} State
 * @property {string} query as typed
 * @property {Filter[]} filters
 * @property {string[]} open the IDs of the cases whose whole text is shown
 * @property {string[]} chosen those to compare
 * @property {boolean} comparing whether they are side by side
 */

const MOST_COMPARED = 6;

/** @returns {State} what the address asks for, which this library need not have */
function addressed() {
  const asked = new URLSearchParams(location.hash.slice(1));
  const compared = listed(asked.get("c"));
  return {
    query: asked.get("q") || "",
    filters: [...new Set(asked.getAll("f"))],
    open: listed(asked.get("o")),
    chosen: compared.length ? compared : listed(asked.get("s")),
    comparing: compared.length > 1,
  };
}

/**
 * @param {Library} library
 * @param {Map<string, Case>} byId
 * @param {State} asked
 * @returns {State} what an address asks for, as far as this library has it
 */
function known(library, byId, asked) {
  const chosen = asked.chosen.filter((id) => byId.has(id)).slice(0, MOST_COMPARED);
  return {
    ...asked,
    chosen,
    comparing: asked.comparing && chosen.length > 1,
    open: asked.open.filter((id) => byId.has(id)),
    filters: asked.filters.filter((filter) => isKnown(library, filter)),
  };
}

/**
 * @param {Library} library
 * @param {Filter} filter
 * @returns {boolean} whether a case has its value
 */
function isKnown(library, filter) {
  return inWords(library, filter) !== filter;
}

/**
 * @param {Library} library
 * @param {Map<string, Case>} byId
 * @param {State} asked
 * @returns {string[]} what to say of an address of which not everything can be shown
 */
function noticesOf(library, byId, asked) {
  const cases = [...new Set([...asked.chosen, ...asked.open])].filter((id) => !byId.has(id));
  const filters = asked.filters.filter((filter) => !isKnown(library, filter));
  const lost = cases.length + filters.length;
  const isTooMany = casesOf(byId, asked.chosen).length > MOST_COMPARED;
  return [...(lost ? [sayCount("lost", lost)] : []), ...(isTooMany ? [say("tooMany")] : [])];
}

/**
 * @param {State} state
 * @returns {string} the address, from `#`
 */
function addressOf(state) {
  const parts = state.filters.map((filter) => `f=${encoded(filter)}`);
  if (state.query) parts.unshift(`q=${encoded(state.query)}`);
  if (state.open.length) parts.push(`o=${state.open.map(encoded).join(",")}`);
  if (state.chosen.length) parts.push(`${state.comparing ? "c" : "s"}=${state.chosen.map(encoded).join(",")}`);
  return `#${parts.join("&")}`;
}

/**
 * @param {State} state
 * @param {boolean} isSameStep whether it replaces the state before, as each letter typed does
 */
function writeAddress(state, isSameStep) {
  const address = addressOf(state);
  if (address === (location.hash || "#")) return;
  try {
    if (isSameStep) history.replaceState(null, "", address);
    else history.pushState(null, "", address);
  } catch (error) {
    // The preview of an intranet or of a telephone may have an address that is not the page's own.
    if (!(error instanceof DOMException)) throw error;
  }
}

/**
 * @param {string | null} value
 * @returns {string[]} the names in it, each once
 */
function listed(value) {
  return [...new Set((value || "").split(",").filter(Boolean))];
}

/**
 * @param {string} text
 * @returns {string} the text for the address, which stays legible: `departement:07`
 */
function encoded(text) {
  // Half a character cannot be in an address.
  return encodeURIComponent(text.replace(/\p{Surrogate}/gu, "\ufffd")).replace(/%20/g, "+").replace(/%3A/g, ":");
}
