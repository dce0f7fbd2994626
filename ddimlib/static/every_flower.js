// Every flower (chapter 11): one picture of each class; a press opens it in "Grow a flower".

import { element, picture, readout } from "./figure.js";
import { cutColours, decodeSheet, stillSheet } from "./sheets.js";

const MOVES = { ArrowRight: () => 1, ArrowLeft: () => -1, ArrowDown: (wide) => wide,
  ArrowUp: (wide) => -wide };

export function start(live, data, root) {
  const { size, columns, names, chapter } = data;
  // In an output frame of a notebook the other figure is not on this page. While a page comes in it
  // may not be there yet, so links are aimed again when a reader reaches them.
  const isHere = () => document.querySelector(".ff-figure.ff-grow") !== null;
  const words = readout();
  const large = picture({ label: "", width: size, height: size });
  let sheet = null;
  const flower = (i) => cutColours(sheet, (i % columns) * size, Math.floor(i / columns) * size,
    size, size);
  const views = names.map((name) => picture({ label: "", width: size, height: size }));
  const links = views.map((view, i) => {
    view.canvas.setAttribute("aria-hidden", "true");
    const link = element("a", { "aria-label": `${names[i]}: grow it`,
      tabindex: i === 0 ? "0" : "-1" }, view.canvas);
    const reach = () => {
      aim(link, i);
      show(i);
    };
    aim(link, i);
    link.addEventListener("pointerenter", reach);
    link.addEventListener("focus", reach);
    link.addEventListener("click", (event) => {
      aim(link, i);
      // The same address once more is no change of it: tell the other figure all the same.
      const another = event.ctrlKey || event.metaKey || event.shiftKey; // tab or window
      if (!another && isHere() && location.hash === link.hash) {
        window.dispatchEvent(new HashChangeEvent("hashchange"));
      }
    });
    return link;
  });
  // One stop for the Tab key; from there the arrow keys move from flower to flower.
  const list = element("div", { class: "ff-every", role: "group",
    "aria-label": `${names.length} flowers: arrow keys move from one to the next` }, ...links);
  list.addEventListener("keydown", (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return; // the browser's own, such as Back
    const from = links.indexOf(event.target);
    const wide = getComputedStyle(list).gridTemplateColumns.split(" ").length;
    const to = from + (MOVES[event.key]?.(wide) ?? NaN);
    if (!(to in links)) return;
    event.preventDefault();
    links[from].tabIndex = -1;
    links[to].tabIndex = 0;
    links[to].focus();
  });
  live.append(list, element("div", { class: "ff-every-one" }, large.element, words.element));

  function aim(link, i) {
    link.href = `${isHere() ? "" : chapter}#flower=${i}&seed=${i}`;
    link.target = isHere() ? "" : "_blank";
    link.rel = isHere() ? "" : "noopener";
  }

  function show(i) {
    if (!sheet) return;
    large.draw(flower(i));
    large.describe(names[i]);
    words.say(`${names[i]}, seed ${i}. Press it to grow it yourself.`);
  }

  return decodeSheet(stillSheet(root)).then((decoded) => {
    sheet = decoded;
    views.forEach((view, i) => view.draw(flower(i)));
    show(0);
    root.dataset.state = "ready";
  });
}
