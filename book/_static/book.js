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

  // The theme switch says what is chosen: newer themes show that as the button's text, which its
  // name must hold.
  function nameThemeSwitch() {
    for (const button of document.querySelectorAll(".theme-switch-button")) {
      const icon = button.querySelector(
        `[data-mode="${document.documentElement.dataset.mode}"]`);
      const chosen = icon?.getAttribute("title") || icon?.querySelector("title")?.textContent;
      button.dataset.name ??= button.getAttribute("aria-label");
      button.setAttribute("aria-label", [button.dataset.name, chosen].filter(Boolean).join(": "));
    }
  }

  // Sphinx keeps its index of words in plain objects, where the word "constructor" finds what every
  // object inherits. Leave nothing to inherit but what the search calls.
  function bareIndex() {
    if (typeof Search === "undefined" || !Search.hasIndex()) return;
    const { hasOwnProperty } = Object.prototype;
    const bare = Object.create(null, { hasOwnProperty: { value: hasOwnProperty } });
    for (const words of [Search._index.terms, Search._index.titleterms]) {
      Object.setPrototypeOf(words, bare);
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

  document.addEventListener("DOMContentLoaded", () => {
    bareIndex(); // before the search itself starts, which waits for the same event
    repair();
    nameThemeSwitch();
    new MutationObserver(nameThemeSwitch).observe(document.documentElement, {
      attributes: true, attributeFilter: ["data-mode"],
    });
  });
  window.addEventListener("load", () => {
    letStripsScroll();
    repair();
    nameThemeSwitch(); // by now the icons are drawn
    if (window.MathJax && window.MathJax.startup && window.MathJax.startup.promise) {
      window.MathJax.startup.promise.then(repair);
    }
  });
})();
