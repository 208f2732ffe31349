"use strict";
// The page: what it shows now, what changes it, and its drawing.

// Milliseconds without a letter after which the query is in the address. Browsers refuse more than some changes a second.
const TYPING_PAUSE = 300;

/**
 * @param {Library} library
 */
function run(library) {
  const byId = new Map(library.cases.map((entry) => [entry.id, entry]));
  const box = /** @type {HTMLInputElement} */ (part("query"));
  let state = addressed();
  let shown = CASES_AT_ONCE;
  let isTyping = false;
  let timer = 0;

  /** @param {Partial<State>} change */
  const set = (change) => {
    settle();
    isTyping = false;
    state = { ...state, ...change };
    writeAddress(state, false);
  };

  /** Writes what was typed to the address: the first letters are a step back, those that follow are the same step. */
  const settle = () => {
    if (!timer) return;
    clearTimeout(timer);
    timer = 0;
    writeAddress(state, isTyping);
    isTyping = true;
  };

  /** @param {Partial<State>} change */
  const search = (change) => {
    set(change);
    box.value = state.query;
    shown = CASES_AT_ONCE;
    drawSearch();
  };

  const acts = {
    /** @type {Acts["choose"]} */
    choose(id, isChosen) {
      const others = state.chosen.filter((one) => one !== id);
      set({ chosen: isChosen ? [...others, id].slice(0, MOST_COMPARED) : others });
      drawChosen();
    },
    /** @type {Acts["open"]} */
    open(id, isOpen) {
      if (state.open.includes(id) === isOpen) return;
      const others = state.open.filter((one) => one !== id);
      set({ open: isOpen ? [...others, id] : others });
    },
    compare() {
      set({ comparing: true });
      drawPlace();
      part("comparison-title").focus();
    },
    empty() {
      set({ chosen: [] });
      drawChosen();
      box.focus();
    },
  };

  /**
   * @param {Filter} filter
   * @param {boolean} isSet
   */
  const setFilter = (filter, isSet) => {
    const isChip = document.activeElement && document.activeElement.closest("#filters");
    const others = state.filters.filter((one) => one !== filter);
    search({ filters: isSet ? [...others, filter] : others });
    if (isChip) part("results-title").focus();
  };

  const clear = () => {
    search({ query: "", filters: [] });
    box.focus();
  };

  const drawSearch = () => {
    const typed = typedPhrases(state.query);
    const phrases = typed.map(fold);
    const asked = askedValues(library.facets, state.filters);
    const found = findCases(library, phrases, asked);
    drawCount(library, found);
    drawFacets(library, found, asked, setFilter);
    drawFilters(library, state, setFilter, clear);
    drawResults(found.cases, phrases);
    drawAdvice(library, { state, typed, found, asked }, search);
    updateChoices(state.chosen);
  };

  /**
   * @param {number[]} places
   * @param {string[]} phrases
   */
  const drawResults = (places, phrases) => {
    const list = part("results");
    /** @param {number} place */
    const drawn = (place) => result(library, library.cases[place], phrases, state, acts);
    list.replaceChildren(...places.slice(0, shown).map(drawn));
    drawMore(places.length - shown, () => {
      const next = places.slice(shown, shown + CASES_AT_ONCE).map(drawn);
      list.append(...next);
      shown += CASES_AT_ONCE;
      updateChoices(state.chosen);
      const first = next[0].querySelector("summary");
      if (first) first.focus();
      return places.length - shown;
    });
  };

  const drawChosen = () => {
    drawTray(byId, state.chosen, acts);
    updateChoices(state.chosen);
  };

  const drawPlace = () => {
    part("search").hidden = state.comparing;
    part("comparison").hidden = !state.comparing;
    part("main").classList.toggle("wide", state.comparing);
    part("copied").textContent = "";
    drawChosen();
    if (state.comparing) {
      part("tray").hidden = true;
      drawComparison(library, state.chosen.map((id) => /** @type {Case} */ (byId.get(id))));
    }
    window.scrollTo(0, 0);
  };

  const back = () => {
    set({ comparing: false });
    drawPlace();
    part("compare").focus();
  };

  const drawAll = () => {
    const asked = addressed();
    state = known(library, byId, asked);
    box.value = state.query;
    shown = CASES_AT_ONCE;
    isTyping = false;
    const lost = lostIn(asked, state);
    part("notice").hidden = !lost;
    part("notice").textContent = lost ? sayCount("lost", lost) : "";
    drawSearch();
    drawPlace();
  };

  box.addEventListener("input", () => {
    state = { ...state, query: box.value };
    clearTimeout(timer);
    timer = setTimeout(settle, TYPING_PAUSE);
    shown = CASES_AT_ONCE;
    drawSearch();
  });
  box.addEventListener("change", settle);
  part("form").addEventListener("submit", (event) => {
    event.preventDefault();
    settle();
  });
  part("fold").addEventListener("click", () => {
    const isOpen = part("facets").classList.toggle("open");
    part("fold").setAttribute("aria-expanded", String(isOpen));
  });
  part("back").addEventListener("click", back);
  part("copy").addEventListener("click", () => {
    part("copied").textContent = say(copyComparison() ? "copied" : "notCopied");
  });
  part("print").addEventListener("click", () => window.print());
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && state.comparing) back();
  });
  window.addEventListener("popstate", drawAll);
  window.addEventListener("beforeprint", () => {
    // A list is printed whole.
    if (!state.comparing && shown < library.cases.length) {
      shown = library.cases.length;
      drawSearch();
    }
    setForPaper();
  });
  window.addEventListener("afterprint", setForScreen);
  document.documentElement.classList.add("scripted");
  part("plain").remove();
  drawAll();
}

/**
 * @param {Library} library
 * @param {Map<string, Case>} byId
 * @param {State} asked
 * @returns {State} what an address asks for, as far as this library has it
 */
function known(library, byId, asked) {
  const chosen = asked.chosen.filter((id) => byId.has(id));
  return {
    ...asked,
    chosen,
    comparing: asked.comparing && chosen.length > 1,
    open: asked.open.filter((id) => byId.has(id)),
    filters: asked.filters.filter((filter) => inWords(library, filter) !== filter),
  };
}

/**
 * @param {State} asked
 * @param {State} kept
 * @returns {number} how much of an address this library does not have
 */
function lostIn(asked, kept) {
  return asked.chosen.length - kept.chosen.length + (asked.filters.length - kept.filters.length);
}

/**
 * @param {Library} library
 * @param {Found} found
 */
function drawCount(library, found) {
  const total = library.cases.length;
  const count = found.cases.length;
  part("results-title").textContent =
    count === total ? sayCount("all", total) : sayCount("found", count, { total });
}

/**
 * @param {number} rest how many results are not shown
 * @param {() => number} more shows more of them, and returns how many are left
 */
function drawMore(rest, more) {
  const place = part("more");
  place.replaceChildren();
  if (rest > 0) place.append(button(sayCount("moreCases", rest), () => drawMore(more(), more), { class: "main" }));
}

/**
 * @typedef {{ state: State, typed: string[], found: Found, asked: Set<number>[] }} Search
 */

/**
 * Without a result, says which filter or word to drop, with what that would find.
 *
 * @param {Library} library
 * @param {Search} searched
 * @param {(change: Partial<State>) => void} search
 */
function drawAdvice(library, { state, typed, found, asked }, search) {
  const advice = part("advice");
  advice.hidden = found.cases.length > 0;
  if (!advice.hidden) {
    const ways = [...withoutFacets(library, state, found), ...withoutWords(library, state, typed, asked)];
    const made = ways.map(({ what, count, change }) =>
      element("li", {}, button(sayCount("without", count, { what }), () => search(change), { class: "chip" })),
    );
    const intro = element("p", {}, say(made.length ? "loosen" : "nothing"));
    advice.replaceChildren(intro, ...(made.length ? [element("ul", { class: "chips" }, ...made)] : []));
  }
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
 * @param {Set<number>[]} asked
 * @returns {Way[]} for each phrase what is found without it
 */
function withoutWords(library, state, typed, asked) {
  return typed.flatMap((phrase) => {
    const others = typed.filter((one) => one !== phrase);
    const count = findCases(library, others.map(fold), asked).cases.length;
    const query = others.map((one) => (/\s/.test(one) ? `"${one}"` : one)).join(" ");
    return count ? [{ what: `« ${phrase} »`, count, change: { query } }] : [];
  });
}

readLibrary().then(
  (library) => {
    speakAs(library);
    run(library);
  },
  (error) => {
    if (!(error instanceof CannotUnpack)) throw error;
    part("too-old").hidden = false;
  },
);
