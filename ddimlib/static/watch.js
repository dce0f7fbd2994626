// Training watch (chapters 6 and 11): scrub through the epochs of a recorded run.

import { chart, legend } from "./chart.js";
import { controls, element, picture, playButton, readout, slider } from "./figure.js";
import { cutColours, decodeSheet, stillSheet } from "./sheets.js";

const COLOURS = ["leaf", "iris"];

export function start(live, data, root) {
  const { side, epochs, curves } = data;
  const all = curves.flatMap(({ points }) => points);
  const [first, last] = [Math.min(...all.map(([x]) => x)), Math.max(...all.map(([x]) => x))];
  let sheet = null;

  const epoch = slider({ label: "Epoch", min: first, max: last, step: 1, value: last,
    onInput: draw });
  const view = chart({
    label: "Errors over the epochs", title: "Errors", x: [first, Math.max(last, first + 1)],
    y: errorRange(curves), height: 190, xLabel: "epoch",
    onPoint: (x) => { epoch.value = Math.round(x); },
  });
  const samples = picture({ label: "Samples", title: "Samples", width: side, height: side });
  const words = readout();
  live.append(
    controls(epoch, playButton(root, epoch, { seconds: 8 })),
    element("div", { class: "ff-columns ff-two" },
      element("div", {}, view.element,
        legend(curves.map(({ name }, i) => [COLOURS[i], name]))),
      samples.element),
    words.element);

  function draw() {
    const now = epoch.value;
    view.update({
      lines: curves.map(({ points }, i) => ({ points, colour: COLOURS[i] }))
        .filter(({ points }) => points.length > 1),
      marks: [{ x: now, colour: "muted" }, ...curves.flatMap(({ points }, i) => {
        const point = latest(points, now, ([x]) => x);
        return point ? [{ x: point[0], y: point[1], colour: COLOURS[i] }] : [];
      })],
    });
    const made = latest(epochs, now, (x) => x) ?? epochs[0];
    if (sheet) samples.draw(cutColours(sheet, epochs.indexOf(made) * side, 0, side, side));
    samples.heading.textContent = `Samples after epoch ${made}`;
    samples.describe(`Sixteen samples after epoch ${made}`);
    words.say(`Epoch ${now}. ${curves.map(({ name, points }) => {
      const point = latest(points, now, ([x]) => x);
      return point ? `${name}: ${point[1].toFixed(3)}` : "";
    }).filter(Boolean).join("; ")}.`);
  }

  draw();
  return decodeSheet(stillSheet(root)).then((decoded) => {
    sheet = decoded;
    root.dataset.state = "ready";
    draw();
  });
}

// From below the least error to above the largest: every dot stands where its number says.
export function errorRange(curves) {
  const errors = curves.flatMap(({ points }) => points.map(([, y]) => y));
  const [low, high] = [Math.min(...errors), Math.max(...errors)];
  const margin = 0.05 * (high - low) || 0.01;
  return [low - margin, high + margin];
}

// The last item whose epoch is not after `now`.
export function latest(items, now, epochOf) {
  return items.filter((item) => epochOf(item) <= now).at(-1);
}
