"use strict";
// The data of the page: how it is read, and its types. `rendering/pages/library_data.py` writes it.

/**
 * A point or a paragraph: its level in a list (0 is a paragraph), its text, how many characters of it are bold, the
 * recurring words in it (the place of each in `Library.words`, its start, its length), and the address it links to.
 *
 * @typedef {[level: number, text: string, bold?: number, spots?: number[], link?: string]} Item
 */

/** A text, and its language if it is not that of the page. @typedef {[text: string, language: string]} Spoken */

/**
 * A co-operation. `sections` are what a sheet shows: the place of the label in `Library.labels`, the items, and their
 * language if it is not that of the page. `facts` are in pieces of one language. `facets` are the places of its values, for each facet. `synthesis` are the words of its cell, for each row. `unsearched` are the
 * places of its texts (see `shownTexts`) that are not searched, `unseen` folded texts that are searched besides.
 *
 * @typedef {object} WrittenCase
 * @property {string} id
 * @property {string} language of its words
 * @property {string} title
 * @property {string} short
 * @property {string} letter in a pack, else empty
 * @property {Spoken[][]} facts
 * @property {string} sheet the file of its sheet, empty without one
 * @property {[label: number, items: Item[], language: string][]} sections
 * @property {number[][]} facets
 * @property {Spoken[][]} synthesis
 * @property {string} signature of its reading, empty without one
 * @property {number[]} unsearched
 * @property {string[]} unseen
 */

/** A case with the folded text that is searched. @typedef {WrittenCase & { text: string }} Case */

/** @typedef {{ key: string, label: string, values: [key: string, label: string][] }} Facet */

/**
 * @typedef {object} Library
 * @property {string} language
 * @property {Record<string, string | [one: string, many: string]>} messages
 * @property {Facet[]} facets
 * @property {{ label: string, reading: boolean }[]} synthesis
 * @property {Case[]} cases
 * @property {string[]} labels
 * @property {number[]} rows the labels of the grid
 * @property {number[]} learnt the labels of what was learnt
 * @property {number} sources the label of the sources
 * @property {string[]} words the recurring words
 */

/**
 * @returns {Promise<Library>}
 * @throws {Damaged}
 */
async function readLibrary() {
  const written = await writtenLibrary().catch((error) => {
    throw new Damaged(error.message);
  });
  return { ...written, cases: casesIn(written.cases) };
}

/** @returns {Promise<any>} the data as it was written, its cases by column */
async function writtenLibrary() {
  const data = part("data");
  const text = data.textContent || "";
  return JSON.parse(data.getAttribute("type") === "application/gzip" ? await unpacked(text) : text);
}

/**
 * @param {Record<string, any[]>} columns by the name of a property its value in each case
 * @returns {Case[]}
 */
function casesIn(columns) {
  const names = Object.keys(columns);
  return columns.id.map((_, place) => {
    const written = /** @type {WrittenCase} */ (Object.fromEntries(names.map((name) => [name, columns[name][place]])));
    return { ...written, text: searchedText(written) };
  });
}

/**
 * @param {WrittenCase} entry
 * @returns {string}
 */
function searchedText(entry) {
  const searched = shownTexts(entry).filter((_, place) => !entry.unsearched.includes(place));
  // No word goes on across a control character.
  return [...searched.map(fold), ...entry.unseen].join("\u0001");
}

/**
 * @param {WrittenCase} entry
 * @returns {string[]} its texts, in the order of `_texts` in `rendering/pages/library_data.py`
 */
function shownTexts({ title, short, facts, sections }) {
  return [title, short, ...facts.map(wholeText), ...sections.flatMap(([, items]) => items.map(([, text]) => text))];
}

/**
 * @param {Spoken[]} pieces
 * @returns {string}
 */
function wholeText(pieces) {
  return pieces.map(([text]) => text).join("");
}

/**
 * @param {string} base64
 * @returns {Promise<string>}
 */
async function unpacked(base64) {
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  // Browsers have it since 2023.
  if (typeof DecompressionStream === "undefined") return new TextDecoder().decode(inflate(bytes));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(stream).text();
}
