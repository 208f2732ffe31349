"use strict";
// Cases side by side: the rows of the grid, the words that several of them share, the synthesis below.

/**
 * @param {Library} library
 * @param {Case[]} cases
 */
function drawComparison(library, cases) {
  const rows = comparedRows(library, cases);
  const shared = sharedWords(rows);
  const marks = sharedMarks(shared);
  const table = part("table");
  table.style.setProperty("--cases", String(cases.length));
  table.replaceChildren(
    element("caption", { class: "unseen" }, say("sideBySide")),
    headings(cases),
    element("tbody", {}, ...rows.map(({ label, cells }) => gridRow(library.labels[label], cases, cells, marks))),
    element("tbody", { class: "synthesis" }, ...synthesisRows(library, cases)),
  );
  const words = [...shared].map((word) => library.words[word]);
  words.sort((one, other) => one.localeCompare(other, library.language));
  part("shared").replaceChildren(...sharedLine(words));
  part("signatures").textContent = signatures(library, cases);
  part("sources").replaceChildren(...sourceLine(library, cases));
}

/**
 * The rows of the grid, and those of what was learnt that any of the cases fills in.
 *
 * @typedef {{ label: number, cells: Item[][] }} ComparedRow
 */

/**
 * @param {Library} library
 * @param {Case[]} cases
 * @returns {ComparedRow[]}
 */
function comparedRows(library, cases) {
  /** @param {number} label */
  const row = (label) => ({ label, cells: cases.map((entry) => sectionOf(entry, label)) });
  const learnt = library.learnt.map(row).filter(({ cells }) => cells.some((items) => items.length));
  return [...library.rows.map(row), ...learnt];
}

/**
 * @param {Case} entry
 * @param {number} label
 * @returns {Item[]} none where the case does not have the section
 */
function sectionOf(entry, label) {
  const found = entry.sections.find(([one]) => one === label);
  return found ? found[1] : [];
}

/**
 * @param {ComparedRow[]} rows
 * @returns {Set<number>} the recurring words that two cases or more use
 */
function sharedWords(rows) {
  /** @type {Map<number, Set<number>>} */
  const users = new Map();
  for (const { cells } of rows) {
    cells.forEach((items, column) => {
      for (const word of items.flatMap(([, , , spots = []]) => spots.filter((_, place) => place % 3 === 0))) {
        users.set(word, (users.get(word) || new Set()).add(column));
      }
    });
  }
  return new Set([...users].filter(([, columns]) => columns.size > 1).map(([word]) => word));
}

/**
 * @param {Set<number>} shared
 * @returns {Marks} what marks these words
 */
function sharedMarks(shared) {
  return ([, , , spots = []]) => {
    /** @type {[number, number][]} */
    const made = [];
    for (let place = 0; place < spots.length; place += 3) {
      const start = spots[place + 1];
      if (shared.has(spots[place])) made.push([start, start + spots[place + 2]]);
    }
    return made;
  };
}

/**
 * @param {Case[]} cases
 * @returns {HTMLElement}
 */
function headings(cases) {
  const cells = cases.map((entry) => {
    const title = entry.sheet ? element("a", { href: encodeURI(entry.sheet) }, entry.title) : entry.title;
    const form = element("span", { class: "form" }, ...entry.facts.flatMap(factInLine));
    return element("th", { scope: "col" }, element("b", { lang: entry.language }, ...disc(entry.letter), title), form);
  });
  return element("thead", {}, element("tr", {}, element("td"), ...cells));
}

/**
 * @param {Spoken[]} pieces
 * @param {number} place
 * @returns {(Node | string)[]}
 */
function factInLine(pieces, place) {
  return [place ? " · " : "", ...spoken(pieces, [])];
}

/**
 * @param {string} label
 * @param {Case[]} cases
 * @param {Item[][]} cells
 * @param {Marks} marks
 * @returns {HTMLElement}
 */
function gridRow(label, cases, cells, marks) {
  const made = cells.map((items, place) =>
    items.length
      ? element("td", { lang: cases[place].language }, ...points(items, marks))
      : element("td", {}, element("p", { class: "to-fill" }, say("toFill"))),
  );
  return element("tr", {}, element("th", { scope: "row" }, label), ...made);
}

/**
 * @param {Library} library
 * @param {Case[]} cases
 * @returns {HTMLElement[]}
 */
function synthesisRows(library, cases) {
  const rows = library.synthesis.flatMap(({ label }, place) => {
    const cells = cases.map((entry) => entry.synthesis[place]);
    if (!cells.some((words) => words.length)) return [];
    const made = cells.map((words) => element("td", {}, ...(words.length ? lines(words) : [nothing()])));
    return [element("tr", {}, element("th", { scope: "row" }, label), ...made)];
  });
  if (!rows.length) return [];
  const heading = element("th", { scope: "rowgroup", colspan: String(cases.length + 1) }, say("synthesis"));
  return [element("tr", { class: "heading" }, heading), ...rows];
}

/**
 * @param {Spoken[]} words
 * @returns {HTMLElement[]}
 */
function lines(words) {
  return words.map(([word, language]) => element("p", { lang: language || false }, word));
}

/** @returns {HTMLElement} */
function nothing() {
  return element("p", { class: "none" }, "–");
}

/**
 * @param {string[]} words
 * @returns {(Node | string)[]}
 */
function sharedLine(words) {
  if (!words.length) return [say("noneShared")];
  const marks = words.flatMap((word, place) => [place ? ", " : "", element("mark", {}, word)]);
  return [element("b", {}, say("shared")), " ", ...marks];
}

/**
 * @param {Library} library
 * @param {Case[]} cases
 * @returns {(Node | string)[]} their sources in one line, each once
 */
function sourceLine(library, cases) {
  const items = cases.flatMap((entry) => sectionOf(entry, library.sources));
  const texts = [...new Set(items.map(([, text]) => text))];
  return texts.length ? [element("b", {}, library.labels[library.sources]), " ", texts.join(say("semicolon"))] : [];
}

/**
 * @param {Library} library
 * @param {Case[]} cases
 * @returns {string} who signs the readings in the synthesis; one signature when all are the same
 */
function signatures(library, cases) {
  const signed = cases.filter(({ signature }) => signature);
  if (!signed.length || !library.synthesis.some(({ reading }) => reading)) return "";
  const same = new Set(signed.map(({ signature }) => signature)).size === 1;
  return same ? signed[0].signature : signed.map(({ short, signature }) => `${short}, ${signature}`).join(say("semicolon"));
}
