"use strict";
// The cases found, as a list: title, facts, the passages with the words looked for, the whole text on demand.

// Cases that are drawn at once, and each time more are asked for.
const CASES_AT_ONCE = 50;
const MOST_PASSAGES = 3;
// Characters of a passage; a longer text is cut around the words.
const PASSAGE_LENGTH = 240;

/**
 * What a result changes on the page.
 *
 * @typedef {object} Acts
 * @property {(id: string, isChosen: boolean) => void} choose
 * @property {(id: string, isOpen: boolean) => void} open
 */

/**
 * @param {Library} library
 * @param {Case} entry
 * @param {string[]} phrases folded
 * @param {State} state
 * @param {Acts} acts
 * @returns {HTMLElement}
 */
function result(library, entry, phrases, state, acts) {
  /** @param {string} text */
  const words = (text) => stretches(text, 0, placesIn(phrases, text));
  /** @param {Spoken[]} pieces */
  const fact = (pieces) => element("span", {}, ...spoken(pieces, placesIn(phrases, wholeText(pieces))));
  const title = element("h2", { lang: entry.language }, ...disc(entry.letter), ...words(entry.title));
  const made = element("li", { class: "case" }, title);
  if (entry.short !== entry.title) made.append(element("p", { class: "short", lang: entry.language }, ...words(entry.short)));
  made.append(element("p", { class: "facts" }, ...entry.facts.map(fact)));
  const found = passages(library, entry, phrases);
  if (found) made.append(found);
  made.append(whole(library, entry, phrases, state, acts), choice(entry, state, acts));
  return made;
}

/**
 * @param {Library} library
 * @param {Case} entry
 * @param {string[]} phrases folded
 * @param {State} state
 * @param {Acts} acts
 * @returns {HTMLElement} the whole text, drawn when it is opened
 */
function whole(library, entry, phrases, state, acts) {
  const summary = element("summary", {}, say("read"), element("span", { class: "unseen", lang: entry.language }, ` ${entry.title}`));
  const made = /** @type {HTMLDetailsElement} */ (element("details", {}, summary));
  const draw = () => {
    if (made.open && made.childElementCount === 1) made.append(sections(library, entry, phrases));
  };
  made.open = state.open.includes(entry.id);
  draw();
  made.addEventListener("toggle", () => {
    draw();
    acts.open(entry.id, made.open);
  });
  return made;
}

/**
 * @param {Library} library
 * @param {Case} entry
 * @param {string[]} phrases folded
 * @returns {HTMLElement}
 */
function sections(library, entry, phrases) {
  /** @type {Marks} */
  const marks = ([, text]) => placesIn(phrases, text);
  const made = element("div", { class: "rows" });
  for (const [label, items, language] of entry.sections) {
    made.append(
      element(
        "section",
        { class: "row" },
        element("h3", { class: "label" }, library.labels[label]),
        element("div", { class: "points", lang: language || false }, ...points(items, marks)),
      ),
    );
  }
  if (entry.sheet) made.append(element("p", {}, element("a", { href: encodeURI(entry.sheet) }, say("sheet"))));
  return made;
}

/**
 * @param {Library} library
 * @param {Case} entry
 * @param {string[]} phrases folded
 * @returns {HTMLElement | null} the passages that have most of the phrases, the first ones among equals
 */
function passages(library, entry, phrases) {
  const found = entry.sections.flatMap(([label, items]) =>
    items.map(([, text]) => ({ label: library.labels[label], text, count: phrasesIn(phrases, text) })),
  );
  const ranked = found.filter(({ count }) => count).sort((one, other) => other.count - one.count);
  if (!ranked.length) return null;
  const made = ranked.slice(0, MOST_PASSAGES).map(({ label, text }) => {
    const head = element("b", { class: "of" }, label);
    return element("li", {}, head, " ", ...passage(text, placesIn(phrases, text)));
  });
  const more = ranked.length - MOST_PASSAGES;
  if (more > 0) made.push(element("li", { class: "more" }, sayCount("morePassages", more)));
  return element("ul", { class: "passages" }, ...made);
}

/**
 * @param {string} text
 * @param {[number, number][]} places what to mark
 * @returns {(Node | string)[]} the text, cut between words around the first place if it is long
 */
function passage(text, places) {
  if (text.length <= PASSAGE_LENGTH) return stretches(text, 0, places);
  const [start] = places[0];
  const first = Math.max(0, start - PASSAGE_LENGTH / 3);
  const from = first ? text.indexOf(" ", first) + 1 : 0;
  const begin = from && from <= start ? from : Math.min(start, first);
  const last = begin + PASSAGE_LENGTH;
  const end = last < text.length ? Math.max(text.lastIndexOf(" ", last), Math.min(last, places[0][1])) : text.length;
  const cut = marked(text, begin, end, places);
  return [...(begin ? ["… "] : []), ...cut, ...(end < text.length ? [" …"] : [])];
}

/**
 * @param {Case} entry
 * @param {State} state
 * @param {Acts} acts
 * @returns {HTMLElement} the box that chooses a case for a comparison
 */
function choice(entry, state, acts) {
  const box = /** @type {HTMLInputElement} */ (element("input", { type: "checkbox", "data-choose": entry.id }));
  box.checked = state.chosen.includes(entry.id);
  box.addEventListener("change", () => acts.choose(entry.id, box.checked));
  return element("label", { class: "choose" }, box, say("choose"), element("span", { class: "unseen", lang: entry.language }, ` ${entry.title}`));
}
