"use strict";
// Begins: reads the data, takes the list that needs no script away, and listens.

/** @param {Page} page */
function listen(page) {
  page.box.addEventListener("input", () => page.type());
  page.box.addEventListener("change", () => page.settle());
  part("form").addEventListener("submit", (event) => {
    event.preventDefault();
    page.settle();
  });
  part("fold").addEventListener("click", () => {
    const isOpen = part("facets").classList.toggle("open");
    part("fold").setAttribute("aria-expanded", String(isOpen));
  });
  part("back").addEventListener("click", () => page.back());
  part("copy").addEventListener("click", () => {
    part("copied").textContent = say(copyComparison() ? "copied" : "notCopied");
  });
  part("print").addEventListener("click", () => window.print());
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") page.back();
  });
  window.addEventListener("popstate", () => page.follow());
  window.addEventListener("beforeprint", () => page.prepareForPaper());
  window.addEventListener("afterprint", setForScreen);
}

readLibrary().then(
  (library) => {
    speakAs(library);
    const page = new Page(library);
    listen(page);
    document.documentElement.classList.add("scripted");
    part("plain").remove();
    page.follow();
  },
  (error) => {
    if (!(error instanceof Damaged)) throw error;
    part("damaged").hidden = false;
  },
);
