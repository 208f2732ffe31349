"use strict";
// The facets beside the results: boxes with counts. Above the results, the filters that are set.

// Values of a facet that are shown before more are asked for.
const VALUES_AT_ONCE = 6;
/** @type {Set<string>} The facets that show all of their values. */
const unfolded = new Set();

/**
 * @param {Library} library
 * @param {Found} found
 * @param {Set<number>[]} asked
 * @param {(filter: Filter, isSet: boolean) => void} set
 */
function drawFacets(library, found, asked, set) {
  const panel = part("facets");
  const focused = document.activeElement && document.activeElement.getAttribute("data-filter");
  const redraw = () => drawFacets(library, found, asked, set);
  panel.replaceChildren(
    ...library.facets.flatMap((facet, place) => facetBox(facet, found.counts[place], asked[place], set, redraw)),
  );
  if (focused) focusOn(panel, "data-filter", focused);
}

/**
 * @param {Facet} facet
 * @param {number[]} counts
 * @param {Set<number>} asked
 * @param {(filter: Filter, isSet: boolean) => void} set
 * @param {() => void} redraw
 * @returns {HTMLElement[]} none where no case has a value
 */
function facetBox(facet, counts, asked, set, redraw) {
  const places = [...facet.values.keys()].filter((place) => counts[place] || asked.has(place));
  if (!places.length) return [];
  // Those that most cases have come first; the others keep their order.
  places.sort((one, other) => counts[other] - counts[one] || one - other);
  const isUnfolded = unfolded.has(facet.key);
  const shown = places.filter((place, rank) => isUnfolded || rank < VALUES_AT_ONCE || asked.has(place));
  const made = element("fieldset", {}, element("legend", {}, facet.label));
  made.append(...shown.map((place) => valueBox(facet, place, counts[place], asked.has(place), set)));
  const rest = places.length - shown.length;
  if (rest || (isUnfolded && places.length > VALUES_AT_ONCE)) made.append(unfolding(facet, rest, redraw));
  return [made];
}

/**
 * @param {Facet} facet
 * @param {number} place
 * @param {number} count
 * @param {boolean} isSet
 * @param {(filter: Filter, isSet: boolean) => void} set
 * @returns {HTMLElement}
 */
function valueBox(facet, place, count, isSet, set) {
  const [key, label] = facet.values[place];
  const filter = `${facet.key}:${key}`;
  const box = /** @type {HTMLInputElement} */ (element("input", { type: "checkbox", "data-filter": filter }));
  box.checked = isSet;
  box.addEventListener("change", () => set(filter, box.checked));
  const number = element("span", { class: "number" }, numbers.format(count));
  return element("label", {}, box, element("span", {}, label), number);
}

/**
 * @param {Facet} facet
 * @param {number} rest how many values are not shown
 * @param {() => void} redraw
 * @returns {HTMLElement} the button that shows all values, or few again
 */
function unfolding(facet, rest, redraw) {
  const label = rest ? sayCount("moreValues", rest) : say("fewerValues");
  const act = () => {
    if (rest) unfolded.add(facet.key);
    else unfolded.delete(facet.key);
    redraw();
    focusOn(part("facets"), "data-unfold", facet.key);
  };
  const unseen = element("span", { class: "unseen" }, ` – ${facet.label}`);
  return button(label, act, { class: "plain", "data-unfold": facet.key }, label, unseen);
}

/**
 * @param {HTMLElement} container
 * @param {string} attribute
 * @param {string} value
 */
function focusOn(container, attribute, value) {
  const found = [...container.querySelectorAll(`[${attribute}]`)].find((one) => one.getAttribute(attribute) === value);
  if (found instanceof HTMLElement) found.focus();
}

/**
 * @param {Library} library
 * @param {Filter} filter
 * @returns {string} a filter in words; as it is when no case has its value
 */
function inWords(library, filter) {
  const at = filter.indexOf(":");
  const facet = library.facets.find(({ key }) => key === filter.slice(0, at));
  const value = facet && facet.values.find(([key]) => key === filter.slice(at + 1));
  return facet && value ? say("filter", { facet: facet.label, value: value[1] }) : filter;
}

/**
 * @param {Library} library
 * @param {State} state
 * @param {(filter: Filter, isSet: boolean) => void} set
 * @param {() => void} clear
 */
function drawFilters(library, state, set, clear) {
  const made = state.filters.map((filter) => {
    const words = inWords(library, filter);
    return button(say("removeFilter", { filter: words }), () => set(filter, false), { class: "chip" }, words, cross());
  });
  if (made.length || state.query) made.push(button(say("clear"), clear, { class: "plain" }));
  part("filters").replaceChildren(...made.map((one) => element("li", {}, one)));
}
