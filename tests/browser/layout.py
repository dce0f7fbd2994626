"""What a page hides at a width: what is cut, which words are split, which text is too small."""

from __future__ import annotations

from typing import Any

#: Widths of windows: a laptop, a tablet held upright, a phone.
WIDTHS = (1300, 768, 390)
HEIGHT = 900
#: No text of a figure is shown smaller than this, in pixels.
LEAST_TEXT = 9.0
#: The smallest text of a still figure as it is stored, in pixels at 100 dots an inch: 8 points, and
#: 9 in figures that are wider than the text.
STORED_TEXT, STORED_IN_WIDE = 8 * 100 / 72, 9 * 100 / 72

# Folded code, answers and solutions are pages, too.
UNFOLD = """() => {
  for (const one of document.querySelectorAll('article details')) one.open = true;
  for (const one of document.querySelectorAll('article .toggle-hidden'))
    one.classList.remove('toggle-hidden');
}"""

# A box may scroll where it says so: book.js gives it the class "scrolls", book.css a faded edge.
# On a laptop code, what it prints and equations have to fit, except listings that are folded.
MEASURE = """([leastText, storedText, storedInWide]) => {
  const article = document.querySelector('article') || document.querySelector('main');
  const found = { page: [], cut: [], split: [], small: [] };
  const all = selector => [...article.querySelectorAll(selector)].filter(
    e => e.checkVisibility({ visibilityProperty: true }) && e.getBoundingClientRect().width > 0);
  const name = e => `${e.tagName.toLowerCase()}.${(e.getAttribute('class') || '')
    .replaceAll(' ', '.')} ${JSON.stringify(e.textContent.trim().slice(0, 50))}`;
  const laptop = innerWidth > 1000;
  const marked = e => e.classList.contains('scrolls');

  const beyond = document.documentElement.scrollWidth - innerWidth;
  if (beyond > 0) found.page.push(`scrolls sideways by ${beyond} px`);

  // What MathJax adds for screen readers is wider than the formula, and unseen.
  const inside = e => e.matches('.math') ? (e.querySelector('mjx-container')
    ?.getBoundingClientRect().right ?? 0) - e.getBoundingClientRect().left : e.scrollWidth;
  for (const e of all('pre, table, .math, .output, .highlight, dt.sig, .book-strip')) {
    const { overflowX } = getComputedStyle(e);
    const hidden = Math.round(inside(e) - e.clientWidth);
    if (overflowX === 'visible' || e.clientWidth === 0 || hidden < 2) continue;
    const fits = laptop && !e.closest('details') && e.matches('.cell pre, div.math');
    if (overflowX === 'hidden' || fits || !marked(e)) found.cut.push(`${hidden} px of ${name(e)}`);
  }
  const things = 'img, svg, canvas, table, pre, mjx-container, button, select, input, figcaption';
  for (const e of all(things)) {
    if (e.closest('mjx-container') !== null && !e.matches('mjx-container')) continue;
    const box = e.getBoundingClientRect();
    const spills = e.matches('pre') && getComputedStyle(e).overflowX === 'visible';
    const right = spills ? box.left + e.scrollWidth : box.right;
    let up = e.parentElement;
    while (up !== null && getComputedStyle(up).overflowX === 'visible') up = up.parentElement;
    const inPage = up === null || up.contains(article);
    const edge = inPage ? innerWidth : up.getBoundingClientRect().right;
    if (right > edge + 1.5 && (inPage || !marked(up)))
      found.cut.push(
        `${Math.round(right - edge)} px of ${name(e)}, beyond ${inPage ? 'the window' : name(up)}`);
  }

  const range = document.createRange();
  const texts = root => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const nodes = [];
    while (walker.nextNode()) nodes.push(walker.currentNode);
    return nodes;
  };
  for (const cell of all('td, th')) for (const text of texts(cell)) {
    if (text.parentElement.closest('mjx-container')) continue;
    for (const word of text.data.matchAll(/[\\p{L}\\p{N}_]{2,}/gu)) {
      range.setStart(text, word.index);
      range.setEnd(text, word.index + word[0].length);
      const rows = [...range.getClientRects()].filter(box => box.width > 0);
      if (new Set(rows.map(box => Math.round(box.top))).size > 1) found.split.push(word[0]);
      const over = Math.max(...rows.map(box => box.right)) - cell.getBoundingClientRect().right;
      if (over > 1.5) found.cut.push(`${Math.round(over)} px of ${word[0]}, beyond ${name(cell)}`);
    }
  }

  for (const e of all('.ff-live *')) {
    if (![...e.childNodes].some(node => node.nodeType === 3 && node.data.trim())) continue;
    const matrix = e.getScreenCTM?.();
    const scale = matrix ? Math.hypot(matrix.a, matrix.b) : 1;
    const size = scale * parseFloat(getComputedStyle(e).fontSize);
    if (size < leastText) found.small.push(`${size.toFixed(1)} px ${name(e)}`);
  }
  for (const e of all('.cell_output img')) {
    if (e.naturalWidth === 0 || e.closest('.ff-figure')) continue;
    const stored = e.naturalWidth > 760 ? storedInWide : storedText;
    const size = stored * e.getBoundingClientRect().width / e.naturalWidth;
    if (size < leastText - 0.05) found.small.push(`${size.toFixed(1)} px in ${e.alt.slice(0, 60)}`);
  }
  return Object.fromEntries(Object.entries(found).filter(([, list]) => list.length));
}"""

# How many windows one scrolls down to the first figure that moves; null where there is none.
SCREENS = """() => {
  const figure = document.querySelector('article .ff-figure');
  return figure && (figure.getBoundingClientRect().top + scrollY) / innerHeight;
}"""

LOAD_PICTURES = """() => Promise.all([...document.querySelectorAll('article img')].map(image => {
  image.loading = 'eager';
  return image.decode().catch(() => null);
})).then(() => null)"""


# How wide the still figures are shown.
PICTURE_WIDTHS = """() => [...document.querySelectorAll('article .cell_output img')].map(
  image => Math.round(image.getBoundingClientRect().width))"""


def measure(page: Any) -> dict[str, list[str]]:
    """What a page hides at the width that its window has: kinds of flaw, with examples."""
    return dict(page.evaluate(MEASURE, [LEAST_TEXT, STORED_TEXT, STORED_IN_WIDE]))


def measure_at(page: Any, width: int) -> dict[str, list[str]]:
    """Resize the window, let the page settle, and measure."""
    page.set_viewport_size({"width": width, "height": HEIGHT})
    page.evaluate(LOAD_PICTURES)  # a narrow window has drawings of its own
    page.evaluate(UNFOLD)
    page.wait_for_timeout(150)
    return measure(page)
