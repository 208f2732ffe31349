"use strict";
// The words of the page, from the catalogue of its language.

/** @type {Library["messages"]} */
let messages = {};
let plurals = new Intl.PluralRules("en");
let numbers = new Intl.NumberFormat("en");
// Characters of what was typed that are quoted.
const MOST_QUOTED = 60;

/** @param {Library} library */
function speakAs(library) {
  messages = library.messages;
  plurals = new Intl.PluralRules(library.language);
  numbers = new Intl.NumberFormat(library.language);
}

/**
 * @param {string} key
 * @param {Record<string, string | number>} [params] what its `{names}` become
 * @returns {string}
 */
function say(key, params = {}) {
  return filled(messages[key], params);
}

/**
 * @param {string} key
 * @param {number} count chooses between the singular and the plural, and is `{count}`
 * @param {Record<string, string | number>} [params]
 * @returns {string}
 */
function sayCount(key, count, params = {}) {
  const [one, many] = messages[key];
  return filled(plurals.select(count) === "one" ? one : many, { count, ...params });
}

/**
 * @param {string | [string, string]} message
 * @param {Record<string, string | number>} params
 * @returns {string}
 */
function filled(message, params) {
  return String(message).replace(/\{(\w+)\}/g, (_, name) => {
    const value = params[name];
    return typeof value === "number" ? numbers.format(value) : value;
  });
}

/**
 * @param {string} typed
 * @returns {string} what was typed, in quotes: its beginning, and nothing that turns the rest of the line round
 */
function quoted(typed) {
  const characters = [...typed.replace(/\p{Bidi_Control}/gu, "")];
  const words = characters.length > MOST_QUOTED ? `${characters.slice(0, MOST_QUOTED).join("")}…` : characters.join("");
  return say("quoted", { words });
}
