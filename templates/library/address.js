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

/** @returns {State} */
function addressed() {
  const asked = new URLSearchParams(location.hash.slice(1));
  const compared = listed(asked.get("c"));
  const chosen = (compared.length ? compared : listed(asked.get("s"))).slice(0, MOST_COMPARED);
  return {
    query: asked.get("q") || "",
    filters: [...new Set(asked.getAll("f"))],
    open: listed(asked.get("o")),
    chosen,
    comparing: compared.length > 1,
  };
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
