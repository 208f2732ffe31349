"use strict";
// An empty result says which filter or word to drop, and what that would find.

/**
 * @param {Library} library
 * @param {State} state
 * @param {string[]} typed the phrases of the query
 * @param {Found} found
 * @param {(change: Partial<State>) => void} search
 */
function drawAdvice(library, state, typed, found, search) {
  const advice = part("advice");
  const isSearch = typed.length || state.filters.length;
  advice.hidden = found.cases.length > 0 || !isSearch;
  if (advice.hidden) return;
  const ways = [...withoutFacets(library, state, found), ...withoutWords(library, state, typed)];
  const made = ways.map(({ what, count, change }) =>
    element("li", {}, button(sayCount("without", count, { what }), () => search(change), { class: "chip" })),
  );
  const intro = element("p", {}, say(made.length ? "loosen" : "nothing"));
  advice.replaceChildren(intro, ...(made.length ? [element("ul", { class: "chips" }, ...made)] : []));
}

/** A way to find more. @typedef {{ what: string, count: number, change: Partial<State> }} Way */

/**
 * @param {Library} library
 * @param {State} state
 * @param {Found} found
 * @returns {Way[]} for each facet what is found without it
 */
function withoutFacets(library, state, found) {
  return library.facets.flatMap(({ key, label }, place) => {
    const filters = state.filters.filter((filter) => !filter.startsWith(`${key}:`));
    return found.without[place] ? [{ what: label, count: found.without[place], change: { filters } }] : [];
  });
}

/**
 * @param {Library} library
 * @param {State} state
 * @param {string[]} typed
 * @returns {Way[]} for each phrase what is found without it
 */
function withoutWords(library, state, typed) {
  const asked = askedValues(library.facets, state.filters);
  return typed.flatMap((phrase) => {
    const others = typed.filter((one) => one !== phrase);
    const count = findCases(library, others.map(fold), asked).cases.length;
    const query = others.map((one) => (/\s/.test(one) ? `"${one}"` : one)).join(" ");
    return count ? [{ what: quoted(phrase), count, change: { query } }] : [];
  });
}
