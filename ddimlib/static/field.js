// The field of view (chapter 5): on which pixels of a noisy picture the middle pixel of the
// answer depends, at each noise level.

import { chart, legend } from "./chart.js";
import { controls, decodeBytes, element, picture, readout, slider } from "./figure.js";
import { radius, standardised } from "./influence.js";
import { signed } from "./lie.js";
import { gaussianNoise } from "./noise.js";
import { planeCanvas } from "./plane_canvas.js";
import { planesToBytes } from "./sampling.js";
import { ratesAt } from "./schedules.js";
import { cutColours, decodeSheet, stillSheet } from "./sheets.js";

export function start(live, data, root) {
  const { size, levels, columns, shares } = data;
  const grain = gaussianNoise(1, 3 * size * size);
  const image = standardised(decodeBytes(data.picture), data.mean, data.std);
  const small = picture({ label: "", width: size, height: size });
  let sheet = null;
  const level = slider({ label: "Log-SNR, from little noise to much", min: 0,
    max: levels.length - 1, step: 1, value: levels.indexOf(data.opens),
    format: (i) => signed(levels[i]), onInput: draw });
  const panel = (label, paint) => planeCanvas({ label, reach: size / 2, draw: (pen) => {
    if (!sheet) return;
    pen.context.imageSmoothingEnabled = false;
    small.draw(paint());
    pen.picture(small.canvas, size / 2, 1);
    const { network, filter } = found();
    ring(pen, size, network.half, false);
    ring(pen, size, filter.half, true);
  } });
  const seen = panel("The noisy picture, with the ring that holds half of the influence", noisy);
  const map = panel("The influence of each pixel on the middle one of the answer", () =>
    cutColours(sheet, size * (level.value % columns), size * Math.floor(level.value / columns),
      size, size));
  const bar = picture({ label: "Colours of the map, weak to strong", width: columns * size,
    height: data.bar });
  const title = "Share of the influence within a radius";
  const plot = chart({ label: title, title, height: 180, x: [0, shares.network[0].length - 1],
    y: [0, 1], xLabel: "Radius (pixels)", yTicks: [0, 0.25, 0.5, 0.75, 1] });
  const words = readout();
  live.append(
    controls(level),
    element("div", { class: "ff-columns ff-pair ff-view" },
      element("div", {}, element("span", { class: "ff-title" }, "It sees"), seen.element),
      element("div", {}, element("span", { class: "ff-title" }, "What counts"), map.element,
        element("div", { class: "ff-scale" }, element("span", {}, "weak"), bar.element,
          element("span", {}, "strong")))),
    words.element, element("div", { class: "ff-gap" }, plot.element),
    legend([["leaf", "the network"], ["noise", "the best linear filter", true],
      ["muted", "the network before training", true]]));

  function noisy() {
    const { signal, noise } = ratesAt(levels[level.value]);
    const mixed = image.map((value, i) => signal * value + noise * grain[i]);
    return planesToBytes(mixed, data.mean, data.std);
  }

  function found() {
    const of = (name) => {
      const curve = shares[name][level.value];
      return { curve, half: radius(curve, 0.5), most: radius(curve, 0.9) };
    };
    return { network: of("network"), filter: of("filter"), untrained: of("untrained") };
  }

  function draw() {
    if (!sheet) return;
    seen.redraw();
    map.redraw();
    const { network, filter, untrained } = found();
    const points = ({ curve }) => curve.map((share, pixels) => [pixels, share]);
    plot.update({
      lines: [{ points: points(untrained), colour: "muted", dash: true },
        { points: points(filter), colour: "noise", dash: true },
        { points: points(network), colour: "leaf", width: 3 }],
      marks: [{ x: network.half, y: network.curve[network.half], colour: "leaf" }] });
    words.say(`Half of the influence lies ${within(network.half)}, nine tenths `
      + `${within(network.most)}. For the best linear filter half lies ${within(filter.half)}, `
      + `before training ${within(untrained.half)}.`);
  }

  return decodeSheet(stillSheet(root)).then((decoded) => {
    sheet = decoded;
    bar.draw(cutColours(sheet, 0, sheet.height - data.bar, sheet.width, data.bar));
    for (const panel of [seen, map]) panel.follow();
    draw();
    root.dataset.state = "ready";
  });
}

function within(pixels) {
  return pixels ? `within ${pixels} ${pixels === 1 ? "pixel" : "pixels"}` : "in the pixel itself";
}

// A ring of whole pixels around the middle one, legible on every colour.
function ring(pen, size, pixels, dashed) {
  const { context, width } = pen;
  const [x, y] = pen.place(0.5, -0.5);
  for (const [stroke, thick] of [["#000", 4.5], ["#fff", 2]]) {
    context.beginPath();
    context.arc(x, y, ((pixels + 0.5) * width) / size, 0, 2 * Math.PI);
    context.setLineDash(dashed ? [5, 5] : []);
    context.lineWidth = thick;
    context.strokeStyle = stroke;
    context.stroke();
  }
  context.setLineDash([]);
}
