// What the theme leaves to be done for readers who use a keyboard or a screen reader.

(function () {
  "use strict";

  function label(selector, attributes) {
    for (const element of document.querySelectorAll(selector)) {
      for (const [name, value] of Object.entries(attributes)) {
        element.setAttribute(name, typeof value === "function" ? value(element) : value);
      }
    }
  }

  const visibleText = (element) => element.textContent.replace(/\s+/g, " ").trim();

  function repair() {
    // The visible text of the search button ("Search Ctrl + K") belongs in its name.
    label(".search-button-field", { "aria-label": visibleText });
    // The side bar with the book's logo and contents is a landmark; the theme draws it as a div.
    label(".bd-sidebar-primary", { role: "navigation", "aria-label": "Book" });
    // The arrows that unfold a part of the contents are named after the part.
    label(".bd-sidebar-primary li > details > summary", {
      "aria-label": (summary) => `Pages of ${visibleText(summary.closest("li").querySelector("a"))}`,
    });
    // Boxes that scroll can be scrolled with the keyboard.
    for (const box of document.querySelectorAll(
      ".bd-article pre, .bd-article div.math, .bd-article .output, .bd-article table, .bd-article dt.sig",
    )) {
      if (box.scrollWidth > box.clientWidth && getComputedStyle(box).overflowX !== "visible") {
        box.tabIndex = 0;
      }
    }
  }

  // On a phone a strip of pictures would be a few millimetres high: let it scroll sideways instead.
  function letStripsScroll() {
    if (window.innerWidth > 600) return;
    for (const image of document.querySelectorAll(".bd-article .cell_output img")) {
      const strip = image.naturalWidth > 600 && image.naturalWidth > 2 * image.naturalHeight;
      if (!strip || image.closest(".ff-figure, .book-strip, picture")) continue;
      const box = document.createElement("div");
      box.className = "book-strip";
      box.tabIndex = 0;
      box.setAttribute("role", "group");
      box.setAttribute("aria-label", "Wide figure, scrolls sideways");
      image.replaceWith(box);
      box.append(image);
    }
  }

  // The widget front end calls MathJax 2's queue for labels with formulas; version 3 has none.
  function shimMathJax() {
    const mathjax = window.MathJax;
    if (mathjax && !mathjax.Hub) {
      mathjax.Hub = { Queue: () => mathjax.typesetPromise && mathjax.typesetPromise() };
    }
  }

  document.addEventListener("DOMContentLoaded", () => {
    repair();
    shimMathJax();
  });
  window.addEventListener("load", () => {
    letStripsScroll();
    repair();
    shimMathJax();
    if (window.MathJax && window.MathJax.startup && window.MathJax.startup.promise) {
      window.MathJax.startup.promise.then(repair);
    }
  });
})();
