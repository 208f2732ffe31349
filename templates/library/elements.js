"use strict";
// Elements of the page. Texts of cases are text nodes and attributes, never HTML.

/**
 * @param {string} tag
 * @param {Record<string, string | boolean>} [attributes] `true` is an attribute without a value, `false` is none
 * @param {...(Node | string)} children
 * @returns {HTMLElement}
 */
function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== false) made.setAttribute(name, value === true ? "" : value);
  }
  made.append(...children);
  return made;
}

/**
 * @param {string} label
 * @param {() => void} act what a click does
 * @param {Record<string, string | boolean>} [attributes]
 * @param {...(Node | string)} children what it shows, the label when not given
 * @returns {HTMLElement}
 */
function button(label, act, attributes = {}, ...children) {
  const made = element("button", { type: "button", ...attributes }, ...(children.length ? children : [label]));
  if (children.length) made.setAttribute("aria-label", label);
  made.addEventListener("click", act);
  return made;
}

/**
 * @param {string} letter
 * @returns {HTMLElement[]} the letter of a case in its disc, as `blocks.html.j2` has it; none without a letter
 */
function disc(letter) {
  return letter ? [element("span", { class: "disc" }, element("i", { "aria-hidden": "true" }), element("b", {}, letter))] : [];
}

/** @returns {HTMLElement} the sign that a button takes something away */
function cross() {
  return element("span", { "aria-hidden": "true" }, " ✕");
}

/**
 * An element of the template.
 *
 * @param {string} id
 * @returns {HTMLElement}
 */
function part(id) {
  const found = document.getElementById(id);
  if (!found) throw new Error(`the page has no element of the ID ${id}`);
  return found;
}
