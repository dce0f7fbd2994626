// First flowers (the first page): drag three pictures from noise to flower and back.

import { onDrag } from "./drag.js";
import { controls, element, picture, playButton, readout, slider } from "./figure.js";
import { cutColours, cutPlanes, decodeSheet, stillSheet } from "./sheets.js";

export function start(live, data, root) {
  const { size, times, flowers } = data;
  const last = times.length - 1;
  let sheets = null;

  const make = (kind) => flowers.map((name) => picture({ label: `${name}: ${kind}`,
    width: size, height: size }));
  const noisy = make("noisy");
  const guess = make("guess");
  const place = slider({ label: "From noise to flower", min: 0, max: last, step: 1, value: 0,
    format: (value) => `t = ${times[value].toFixed(1)}`, onInput: draw });
  const words = readout();
  const row = (title, views) => element("div", {},
    element("span", { class: "ff-title" }, title),
    element("div", { class: "ff-triple" }, ...views.map((view) => view.element)));
  const pictures = element("div", { class: "ff-first ff-draggable" },
    row("The noisy picture", noisy), row("What the network takes it to be", guess));
  live.append(controls(place, playButton(root, place, { seconds: 4 })), pictures, words.element);

  function draw() {
    if (!sheets) return;
    const moment = place.value;
    flowers.forEach((name, n) => {
      const where = [moment * size, n * size, size, size];
      noisy[n].draw(cutPlanes(sheets.noisy, ...where));
      guess[n].draw(cutColours(sheets.guess, ...where));
      noisy[n].describe(`A ${name} on its way out of noise, moment ${moment} of ${last}`);
      guess[n].describe(`What the network takes it to be at moment ${moment} of ${last}`);
    });
    words.say(says(moment));
  }

  function says(moment) {
    if (moment === 0) return "t = 1: pure noise. The guess is hardly more than a mean colour.";
    if (moment === last) return "t = 0: no noise is left. The last guess is the picture.";
    return `t = ${times[moment].toFixed(1)}: step ${2 * moment} of ${2 * last}.`;
  }

  // The whole width of the pictures is a slider, too.
  onDrag(pictures, (event) => {
    const box = pictures.getBoundingClientRect();
    const share = (event.clientX - box.left) / box.width;
    place.value = Math.round(Math.min(Math.max(share, 0), 1) * last);
  }, { scrolls: true });

  return Promise.all([decodeSheet(data.noisy), decodeSheet(stillSheet(root))]).then(([a, b]) => {
    sheets = { noisy: a, guess: b };
    root.dataset.state = "ready";
    // Opens in the middle, where the flower is only just to be seen.
    place.value = place.value === 0 ? Math.round(0.4 * last) : place.value;
  });
}
