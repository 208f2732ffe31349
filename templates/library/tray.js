"use strict";
// The cases chosen for a comparison, at the foot of the window.

/**
 * What the tray changes on the page.
 *
 * @typedef {object} TrayActs
 * @property {(id: string, isChosen: boolean) => void} choose
 * @property {() => void} compare
 * @property {() => void} empty
 */

/**
 * @param {Map<string, Case>} byId
 * @param {State} state
 * @param {TrayActs} acts
 */
function drawTray(byId, { chosen, comparing }, acts) {
  const tray = part("tray");
  tray.hidden = !chosen.length || comparing;
  const chips = casesOf(byId, chosen).map(({ id, short }) => {
    const name = element("span", { class: "name" }, short);
    const act = () => acts.choose(id, false);
    return element("li", {}, button(say("takeOut", { title: short }), act, { class: "chip" }, name, cross()));
  });
  const isTooFew = chosen.length < 2;
  const hint = isTooFew ? say("oneMore") : chosen.length === MOST_COMPARED ? say("full") : "";
  const compare = button(say("compare"), () => acts.compare(), { class: "main", id: "compare", disabled: isTooFew });
  const empty = button(say("empty"), () => acts.empty(), { class: "plain" });
  tray.replaceChildren(
    element("p", { class: "count" }, element("b", {}, sayCount("chosen", chosen.length)), hint && ` · ${hint}`),
    element("ul", { class: "chips" }, ...chips),
    element("p", { class: "acts" }, compare, empty),
  );
}

/**
 * The boxes in the results follow what is chosen; when six are, the others cannot be.
 *
 * @param {string[]} chosen
 */
function updateChoices(chosen) {
  for (const box of document.querySelectorAll("[data-choose]")) {
    if (!(box instanceof HTMLInputElement)) continue;
    box.checked = chosen.includes(box.getAttribute("data-choose") || "");
    box.disabled = !box.checked && chosen.length >= MOST_COMPARED;
  }
}
