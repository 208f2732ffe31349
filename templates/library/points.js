"use strict";
// The points of a section as nested lists, with words marked.

/** Returns the stretches of an item to mark. @typedef {(item: Item) => [start: number, end: number][]} Marks */

/**
 * @param {Item[]} items
 * @param {Marks} marks
 * @returns {HTMLElement[]}
 */
function points(items, marks) {
  /** @type {HTMLElement[]} */
  const made = [];
  /** @type {HTMLElement[]} The list of each level that is open. */
  const lists = [];
  for (const item of items) {
    const [level] = item;
    lists.length = Math.min(lists.length, level);
    if (level === 0) {
      made.push(element("p", {}, ...inline(item, marks(item))));
      continue;
    }
    while (lists.length < level) lists.push(newList(lists, made));
    lists[level - 1].append(element("li", {}, ...inline(item, marks(item))));
  }
  return made;
}

/**
 * @param {HTMLElement[]} lists
 * @param {HTMLElement[]} made what has been made, to which a list of the first level is added
 * @returns {HTMLElement} a new list in the last item of the list above
 */
function newList(lists, made) {
  const list = element("ul");
  const above = lists[lists.length - 1];
  if (above && above.lastElementChild) above.lastElementChild.append(list);
  else made.push(list);
  return list;
}

/**
 * @param {Item} item
 * @param {[number, number][]} marks in order, none overlapping another
 * @returns {(Node | string)[]}
 */
function inline([, text, bold = 0, , link = ""], marks) {
  const made = stretches(text, bold, marks);
  // Only what a browser opens as a page.
  if (/^https?:/i.test(link)) made.push(" – ", element("a", { href: link }, link));
  return made;
}

/**
 * @param {Spoken[]} pieces of one text
 * @param {[number, number][]} marks in the whole text
 * @returns {(Node | string)[]} the text, each piece in its language
 */
function spoken(pieces, marks) {
  const text = wholeText(pieces);
  let end = 0;
  return pieces.flatMap(([piece, language]) => {
    const start = end;
    end += piece.length;
    const made = marked(text, start, end, marks);
    return language ? [element("span", { lang: language }, ...made)] : made;
  });
}

/**
 * @param {string} text
 * @param {number} bold how many characters at its start are bold
 * @param {[number, number][]} marks
 * @returns {(Node | string)[]}
 */
function stretches(text, bold, marks) {
  const head = bold ? [element("b", {}, ...marked(text, 0, bold, marks))] : [];
  return [...head, ...marked(text, bold, text.length, marks)];
}

/**
 * @param {string} text
 * @param {number} from
 * @param {number} to
 * @param {[number, number][]} marks
 * @returns {(Node | string)[]} the text between two places, with what is marked in it
 */
function marked(text, from, to, marks) {
  const made = [];
  let place = from;
  for (const [start, end] of marks) {
    const first = Math.max(start, place);
    const last = Math.min(end, to);
    if (first >= last) continue;
    made.push(text.slice(place, first), element("mark", {}, text.slice(first, last)));
    place = last;
  }
  made.push(text.slice(place, to));
  return made.filter((one) => one !== "");
}
