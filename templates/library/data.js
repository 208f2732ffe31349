"use strict";
// The data of the page: how it is read, and its types. `rendering/pages/library_data.py` writes it.

/**
 * A point or a paragraph: its level in a list (0 is a paragraph), its text, how many characters of it are bold, the
 * recurring words in it (the place of each in `Library.words`, its start, its length), and the address it links to.
 *
 * @typedef {[level: number, text: string, bold?: number, spots?: number[], link?: string]} Item
 */

/**
 * A co-operation. `sections` are what a sheet shows: the place of the label in `Library.labels`, and the items. `facets`
 * are the places of its values, for each facet. `synthesis` are the words of its cell, for each row. `text` is what is
 * searched, folded.
 *
 * @typedef {object} Case
 * @property {string} id
 * @property {string} title
 * @property {string} short
 * @property {string} letter in a pack, else empty
 * @property {string[]} facts
 * @property {string} sheet the file of its sheet, empty without one
 * @property {[label: number, items: Item[]][]} sections
 * @property {number[][]} facets
 * @property {string[][]} synthesis
 * @property {string} signature of its reading, empty without one
 * @property {string} text
 */

/** @typedef {{ key: string, label: string, values: [key: string, label: string][] }} Facet */

/**
 * @typedef {object} Library
 * @property {string} language
 * @property {Record<string, string | [one: string, many: string]>} messages
 * @property {Facet[]} facets
 * @property {{ label: string, reading: boolean, optional: boolean }[]} synthesis
 * @property {Case[]} cases
 * @property {string[]} labels
 * @property {number[]} rows the labels of the grid
 * @property {number[]} learnt the labels of what was learnt
 * @property {number} sources the label of the sources
 * @property {string[]} words the recurring words
 */

/** The browser cannot unpack the data. */
class CannotUnpack extends Error {}

/**
 * @returns {Promise<Library>}
 * @throws {CannotUnpack}
 */
async function readLibrary() {
  const data = part("data");
  const text = data.textContent || "";
  return JSON.parse(data.getAttribute("type") === "application/gzip" ? await unpacked(text) : text);
}

/**
 * @param {string} base64
 * @returns {Promise<string>}
 */
async function unpacked(base64) {
  if (typeof DecompressionStream === "undefined") throw new CannotUnpack();
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(stream).text();
}
