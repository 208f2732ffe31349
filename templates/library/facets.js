"use strict";
// Which cases have the values asked for: any of them within a facet, all facets together. And how many have each.

/** A filter as the address names it: the key of the facet, a colon, the key of the value. @typedef {string} Filter */

/**
 * What was found: the cases, and for each facet how many have each of its values, among those that the words and the
 * other facets find.
 *
 * @typedef {object} Found
 * @property {number[]} cases their places
 * @property {number[][]} counts
 * @property {number[]} without how many cases more there would be without each facet
 */

/**
 * @param {Facet[]} facets
 * @param {Filter[]} filters
 * @returns {Set<number>[]} for each facet the places of the values asked for
 */
function askedValues(facets, filters) {
  return facets.map(
    ({ key, values }) =>
      new Set(values.flatMap(([value], place) => (filters.includes(`${key}:${value}`) ? [place] : []))),
  );
}

/**
 * @param {Library} library
 * @param {string[]} phrases folded
 * @param {Set<number>[]} asked
 * @returns {Found}
 */
function findCases(library, phrases, asked) {
  const counts = library.facets.map(({ values }) => new Array(values.length).fill(0));
  const without = library.facets.map(() => 0);
  /** @type {number[]} */
  const cases = [];
  library.cases.forEach((entry, place) => {
    if (!hasPhrases(phrases, entry.text)) return;
    const missed = missedFacets(entry, asked);
    if (missed.length > 1) return;
    if (!missed.length) cases.push(place);
    for (const facet of missed) without[facet] += 1;
    entry.facets.forEach((values, facet) => {
      // Without this facet the case would be found.
      if (!missed.length || missed[0] === facet) for (const value of values) counts[facet][value] += 1;
    });
  });
  return { cases, counts, without };
}

/**
 * @param {Case} entry
 * @param {Set<number>[]} asked
 * @returns {number[]} the first two facets of which a case has no value asked for
 */
function missedFacets(entry, asked) {
  const missed = [];
  for (let facet = 0; facet < asked.length && missed.length < 2; facet += 1) {
    const values = asked[facet];
    if (values.size && !entry.facets[facet].some((value) => values.has(value))) missed.push(facet);
  }
  return missed;
}
