"use strict";
// The cases chosen for a comparison, at the foot of the window.

/**
 * @param {Map<string, Case>} byId
 * @param {string[]} chosen
 * @param {{ choose: (id: string, isChosen: boolean) => void, compare: () => void, empty: () => void }} acts
 */
function drawTray(byId, chosen, acts) {
  const tray = part("tray");
  tray.hidden = !chosen.length;
  document.body.classList.toggle("with-tray", !tray.hidden);
  const chips = chosen.map((id) => {
    const entry = /** @type {Case} */ (byId.get(id));
    const cross = element("span", { "aria-hidden": "true" }, " ✕");
    const label = say("takeOut", { title: entry.short });
    const name = element("span", { class: "name" }, entry.short);
    return element("li", {}, button(label, () => acts.choose(id, false), { class: "chip" }, name, cross));
  });
  const compare = button(say("compare"), acts.compare, { class: "main", id: "compare", disabled: chosen.length < 2 });
  const hint = chosen.length < 2 ? say("oneMore") : chosen.length === MOST_COMPARED ? say("full") : "";
  tray.replaceChildren(
    element("p", { class: "count" }, element("b", {}, sayCount("chosen", chosen.length)), hint && ` · ${hint}`),
    element("ul", { class: "chips" }, ...chips),
    element("p", { class: "acts" }, compare, button(say("empty"), acts.empty, { class: "plain" })),
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
