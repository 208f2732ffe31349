"use strict";
// « Copier »: the comparison as a table for word processors, and as plain text for all else.

// Word and LibreOffice keep styles that are on the elements, and no others.
const PASTED = {
  table: "border-collapse: collapse; font-family: Calibri, Carlito, sans-serif; font-size: 10pt",
  cell: "border: 1px solid #55606a; padding: 4pt 6pt; text-align: left; vertical-align: top",
};

/**
 * A page from an intranet without HTTPS has no `navigator.clipboard`; `execCommand` works everywhere, at once.
 *
 * @returns {boolean} whether the browser took it
 */
function copyComparison() {
  const table = part("table");
  /** @param {ClipboardEvent} event */
  const fill = (event) => {
    if (!event.clipboardData) return;
    event.clipboardData.setData("text/html", pastedHtml(table));
    event.clipboardData.setData("text/plain", pastedText(table));
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  document.addEventListener("copy", fill, { capture: true, once: true });
  const taken = document.execCommand("copy");
  document.removeEventListener("copy", fill, { capture: true });
  return taken;
}

/**
 * @param {HTMLElement} table
 * @returns {string} the table as a word processor pastes it
 */
function pastedHtml(table) {
  const copy = element("table", { border: "1", style: PASTED.table });
  for (const row of table.querySelectorAll("tr")) {
    const cells = [...row.children].map((cell) => pastedCell(/** @type {HTMLTableCellElement} */ (cell)));
    copy.append(element("tr", {}, ...cells));
  }
  return copy.outerHTML;
}

/**
 * @param {HTMLTableCellElement} cell
 * @returns {HTMLElement}
 */
function pastedCell(cell) {
  const copy = element(cell.localName, { style: PASTED.cell });
  if (cell.colSpan > 1) copy.setAttribute("colspan", String(cell.colSpan));
  for (const child of cell.childNodes) copy.append(child.cloneNode(true));
  dressForPaste(copy);
  return copy;
}

/**
 * Replaces what only this page gives a meaning to.
 *
 * @param {HTMLElement} copy
 */
function dressForPaste(copy) {
  for (const link of copy.querySelectorAll("a[href]")) {
    // A file beside this page is not beside the document that it is pasted into.
    if (!/^https?:/.test(link.getAttribute("href") || "")) link.replaceWith(...link.childNodes);
  }
  for (const word of copy.querySelectorAll("mark")) word.replaceWith(element("u", {}, ...word.childNodes));
  for (const form of copy.querySelectorAll(".form")) form.replaceWith(element("br"), form.textContent || "");
  for (const letter of copy.querySelectorAll(".disc")) letter.replaceWith(`${letter.textContent} – `);
  for (const one of copy.querySelectorAll("[class]")) one.removeAttribute("class");
}

/**
 * @param {HTMLElement} table
 * @returns {string} a line for each row, its cells separated by tabs
 */
function pastedText(table) {
  return [...table.querySelectorAll("tr")]
    .map((row) => [...row.children].map(plainText).join("\t"))
    .join("\n");
}

/**
 * @param {Element} cell
 * @returns {string} its texts in one line
 */
function plainText(cell) {
  return textsOf(cell).join(say("semicolon")).replace(/\s+/g, " ");
}

/**
 * @param {Element} block
 * @returns {string[]} its own text, then those of the blocks in it
 */
function textsOf(block) {
  /** @param {Node} node */
  const isBlock = (node) => node instanceof Element && node.matches("p, ul, li, .form");
  const own = [...block.childNodes].filter((node) => !isBlock(node)).map((node) => node.textContent);
  return [own.join("").trim(), ...[...block.children].filter(isBlock).flatMap(textsOf)].filter(Boolean);
}
