"use strict";
// The page: what it shows now, what changes that, and its drawing.

// Milliseconds without a letter after which the query is in the address: browsers refuse many changes in a second.
const TYPING_PAUSE = 300;

class Page {
  /** @param {Library} library */
  constructor(library) {
    this.library = library;
    this.byId = new Map(library.cases.map((entry) => [entry.id, entry]));
    this.box = /** @type {HTMLInputElement} */ (part("query"));
    this.state = addressed();
    /** How many of the cases found are drawn. */
    this.shown = CASES_AT_ONCE;
    /** Whether the latest step of the address is what was typed. */
    this.isTyping = false;
    this.timer = 0;
    this.setFilter = this.setFilter.bind(this);
    this.search = this.search.bind(this);
    this.clear = this.clear.bind(this);
  }

  /** Shows what the address says. */
  follow() {
    const asked = addressed();
    clearTimeout(this.timer);
    this.timer = 0;
    this.isTyping = false;
    this.state = known(this.library, this.byId, asked);
    this.box.value = this.state.query;
    this.shown = CASES_AT_ONCE;
    const notices = noticesOf(this.library, this.byId, asked);
    part("notice").hidden = !notices.length;
    part("notice").textContent = notices.join(" ");
    this.drawSearch();
    this.drawPlace();
  }

  /** @param {Partial<State>} change */
  set(change) {
    this.settle();
    this.isTyping = false;
    this.state = { ...this.state, ...change };
    writeAddress(this.state, false);
  }

  /** Follows the box at once, the address a little later. */
  type() {
    this.state = { ...this.state, query: this.box.value };
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.settle(), TYPING_PAUSE);
    this.shown = CASES_AT_ONCE;
    this.drawSearch();
  }

  /** Writes what was typed to the address: one step, however many letters. */
  settle() {
    if (!this.timer) return;
    clearTimeout(this.timer);
    this.timer = 0;
    writeAddress(this.state, this.isTyping);
    this.isTyping = true;
  }

  /** @param {Partial<State>} change */
  search(change) {
    const wasInResults = document.activeElement && document.activeElement.closest("#filters, #advice");
    this.set(change);
    this.box.value = this.state.query;
    this.shown = CASES_AT_ONCE;
    this.drawSearch();
    // What was clicked is gone.
    if (wasInResults) part("results-title").focus();
  }

  /**
   * @param {Filter} filter
   * @param {boolean} isSet
   */
  setFilter(filter, isSet) {
    const others = this.state.filters.filter((one) => one !== filter);
    this.search({ filters: isSet ? [...others, filter] : others });
  }

  clear() {
    this.search({ query: "", filters: [] });
    this.box.focus();
  }

  /**
   * @param {string} id
   * @param {boolean} isChosen
   */
  choose(id, isChosen) {
    const isInTray = part("tray").contains(document.activeElement);
    const others = this.state.chosen.filter((one) => one !== id);
    this.set({ chosen: isChosen ? [...others, id].slice(0, MOST_COMPARED) : others });
    this.drawChosen();
    if (isInTray) (part("tray").querySelector("button") || part("results-title")).focus();
  }

  /** Chooses none. */
  empty() {
    this.set({ chosen: [] });
    this.drawChosen();
    part("results-title").focus();
  }

  /**
   * @param {string} id
   * @param {boolean} isOpen
   */
  open(id, isOpen) {
    if (this.state.open.includes(id) === isOpen) return;
    const others = this.state.open.filter((one) => one !== id);
    this.set({ open: isOpen ? [...others, id] : others });
  }

  compare() {
    this.set({ comparing: true });
    this.drawPlace();
    part("comparison-title").focus();
  }

  back() {
    if (!this.state.comparing) return;
    this.set({ comparing: false });
    this.drawPlace();
    part("compare").focus();
  }

  /** A list is printed whole, a comparison on one page. */
  prepareForPaper() {
    if (!this.state.comparing && this.shown < this.library.cases.length) {
      this.shown = this.library.cases.length;
      this.drawSearch();
    }
    setForPaper();
  }

  drawSearch() {
    const { library, state } = this;
    const typed = typedPhrases(state.query);
    const phrases = typed.map(fold);
    const asked = askedValues(library.facets, state.filters);
    const found = findCases(library, phrases, asked);
    drawCount(library, state, found);
    drawFacets(library, found, asked, this.setFilter);
    drawFilters(library, state, this.setFilter, this.clear);
    drawAdvice(library, state, typed, found, this.search);
    const next = this.resultsIn(found.cases, phrases);
    part("results").replaceChildren(...next(0, this.shown));
    this.drawMore(found.cases.length, next);
    updateChoices(state.chosen);
  }

  /**
   * @param {number[]} places
   * @param {string[]} phrases folded
   * @returns {(from: number, to: number) => HTMLElement[]} what draws some of the results
   */
  resultsIn(places, phrases) {
    const { library } = this;
    return (from, to) =>
      places.slice(from, to).map((place) => result(library, library.cases[place], phrases, this.state, this));
  }

  /**
   * @param {number} count how many results there are
   * @param {(from: number, to: number) => HTMLElement[]} next
   */
  drawMore(count, next) {
    const place = part("more");
    place.replaceChildren();
    const rest = count - this.shown;
    if (rest <= 0) return;
    const act = () => {
      const made = next(this.shown, this.shown + CASES_AT_ONCE);
      part("results").append(...made);
      this.shown += CASES_AT_ONCE;
      updateChoices(this.state.chosen);
      this.drawMore(count, next);
      const first = made[0].querySelector("summary");
      if (first) first.focus();
    };
    place.append(button(sayCount("moreCases", rest), act, { class: "main" }));
  }

  drawChosen() {
    drawTray(this.byId, this.state, this);
    updateChoices(this.state.chosen);
  }

  /** Shows the search, or the comparison. */
  drawPlace() {
    const { chosen, comparing } = this.state;
    part("search").hidden = comparing;
    part("comparison").hidden = !comparing;
    part("main").classList.toggle("wide", comparing);
    part("copied").textContent = "";
    this.drawChosen();
    if (comparing) drawComparison(this.library, casesOf(this.byId, chosen));
  }
}

/**
 * @param {Map<string, Case>} byId
 * @param {string[]} ids
 * @returns {Case[]}
 */
function casesOf(byId, ids) {
  return ids.flatMap((id) => byId.get(id) || []);
}

/**
 * @param {Library} library
 * @param {State} state
 * @param {Found} found
 */
function drawCount(library, state, found) {
  const total = library.cases.length;
  const isSearch = typedPhrases(state.query).length || state.filters.length;
  part("results-title").textContent = isSearch
    ? sayCount("found", found.cases.length, { total })
    : sayCount("all", total);
  // On paper there is neither the box nor the filters.
  const asked = [state.query && quoted(state.query), ...state.filters.map((one) => inWords(library, one))];
  part("asked").textContent = asked.filter(Boolean).join(" · ");
}
