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
    showWhatScrolls();
  }

  // Boxes that scroll can be scrolled with the keyboard, and their edge fades where they go on.
  const BOXES = "pre, table, .math, .output, .highlight, dt.sig, .book-strip";

  // What of a box lies beyond its right edge. (What MathJax adds for screen readers is wider than
  // the formula, and unseen.)
  function beyond(box) {
    if (!box.classList.contains("math")) {
      return box.scrollWidth - box.clientWidth - box.scrollLeft;
    }
    const formula = box.querySelector("mjx-container");
    const right = (element) => element.getBoundingClientRect().right;
    return formula ? right(formula) - right(box) : 0;
  }

  function showEnd(box) {
    box.classList.toggle("scrolled-to-end", beyond(box) < 2);
  }

  function showWhatScrolls() {
    for (const box of document.querySelectorAll(`.bd-article :is(${BOXES})`)) {
      const scrolls = box.clientWidth > 0 && beyond(box) + box.scrollLeft > 1
        && ["auto", "scroll"].includes(getComputedStyle(box).overflowX);
      box.classList.toggle("scrolls", scrolls);
      stopAt(box, scrolls);
      if (!scrolls) continue;
      showEnd(box);
      if (box.dataset.watched === undefined) {
        box.dataset.watched = "";
        box.addEventListener("scroll", () => showEnd(box), { passive: true });
      }
    }
  }

  // Let the Tab key stop at a box while it scrolls; who has made it a stop for good is left alone.
  function stopAt(box, scrolls) {
    if (scrolls && !box.hasAttribute("tabindex")) {
      box.tabIndex = 0;
      box.dataset.stop = "";
    } else if (!scrolls && box.dataset.stop !== undefined) {
      box.removeAttribute("tabindex");
      delete box.dataset.stop;
    }
  }

  let asked = 0;
  function lookAgain() {
    cancelAnimationFrame(asked);
    asked = requestAnimationFrame(() => {
      letStripsScroll();
      showWhatScrolls();
    });
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
  window.addEventListener("resize", lookAgain);
  document.addEventListener("toggle", lookAgain, true); // folded code has no width
  window.addEventListener("load", () => {
    letStripsScroll();
    repair();
    nameThemeSwitch(); // by now the icons are drawn
    if (window.MathJax && window.MathJax.startup && window.MathJax.startup.promise) {
      window.MathJax.startup.promise.then(repair);
    }
  });
})();
