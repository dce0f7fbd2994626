// Dissolve (chapter 2): one picture under noise at time t, with both schedules at once. It opens with
// a photograph; readers may bring a picture of their own.

import { chart, legend } from "./chart.js";
import { controls, decodeBytes, element, picture, playButton, readout, slider } from "./figure.js";
import { gaussianNoise } from "./noise.js";
import { ownPicture } from "./own_picture.js";
import { mixPixels, standardise } from "./pixels.js";
import { makeSchedule } from "./schedules.js";
import { fourier2d, ringPower, rings } from "./spectrum.js";

const DISSOLVE_SCHEDULES = [
  { kind: "cosine", name: "Cosine schedule", colour: "signal" },
  { kind: "linear", name: "Linear schedule", colour: "noise" },
];

// Shares of values in `bins` equal bins of [-range, range], as a density.
export function density(values, range, bins) {
  const counts = new Float64Array(bins);
  for (const value of values) {
    const bin = Math.floor(((value + range) / (2 * range)) * bins);
    if (bin >= 0 && bin < bins) counts[bin] += 1;
  }
  const width = (2 * range) / bins;
  return counts.map((count) => count / (values.length * width));
}

export function start(live, data, root) {
  const { size, seed } = data;
  const book = decodeBytes(data.pixels);
  const noise = gaussianNoise(seed, book.length);
  const noisy = new Float64Array(book.length);
  const caption = root.querySelector("figcaption");
  const captionOfBook = caption.textContent;
  let shown = {};

  // The spectrum is of the brightness; its noise is scaled so that its variance is 1.
  const ring = rings(size);
  const noiseTransform = fourier2d(brightness(noise), size);

  const views = DISSOLVE_SCHEDULES.map((entry) => ({
    ...entry,
    schedule: makeSchedule(entry.kind),
    view: picture({ label: entry.name, title: entry.name, width: size, height: size }),
    note: element("div", { class: "ff-note" }),
  }));
  const histogram = chart({
    label: "Histogram of the pixel values", title: "Pixel values",
    x: [-4, 4], y: [0, 0.8], xLabel: "standardised value", xTicks: [-4, -2, 0, 2, 4],
    yTicks: [0, 0.4, 0.8],
  });
  const spectrum = chart({
    label: "Power spectrum", title: "Power at each scale",
    x: [0, Math.log10(size / 2)], y: [-2, 4], xLabel: "cycles per picture: coarse → fine",
    xTicks: [1, 2, 4, 8, 16, 32, 64].filter((r) => r <= size / 2).map(Math.log10),
    formatX: (x) => Math.round(10 ** x), yTicks: [-2, 0, 2, 4], formatY: (y) => `10${superscript(y)}`,
  });
  const time = slider({
    label: "Time t", min: 0, max: 1, step: 0.01, value: data.t,
    format: (t) => t.toFixed(2), onInput: draw,
  });
  const words = readout();
  const own = ownPicture(root, {
    size,
    backLabel: data.credit ? "Back to the flower" : "Back to the first picture",
    show: (bytes) => { take(bytes, true); draw(); },
    back: () => { take(book, false); draw(); },
  });
  live.append(
    controls(time, playButton(live, time, { label: "Dissolve" })),
    element("div", { class: "ff-columns ff-pair ff-dissolve" },
      ...views.map(({ view, note }) => element("div", {}, view.element, note))),
    element("div", { class: "ff-columns ff-two" }, histogram.element, spectrum.element),
    legend([["signal", "cosine"], ["noise", "linear"], ["muted", "picture", true],
      ["ink", "pure noise", true]]),
    words.element, own.element);

  const bell = range(81).map((i) => -4 + i / 10)
    .map((x) => [x, Math.exp(-x * x / 2) / Math.sqrt(2 * Math.PI)]);

  // Everything that follows from a picture and not from t.
  function take(bytes, isOwn) {
    const pixels = standardise(bytes);
    const transform = fourier2d(brightness(pixels.image), size);
    shown = {
      pixels,
      transform,
      name: isOwn ? "Your picture" : data.credit ? "Photograph of a flower" : "The picture",
      histogram: points(density(pixels.image, 4, 40)),
      power: powerPoints(ringPower(transform, noiseTransform, 1, 0, ring, size)),
    };
    // Nobody is credited with a reader's picture; on paper it stands in place of the still one.
    caption.textContent = isOwn ? captionOfBook.replace(data.credit, "") : captionOfBook;
    root.toggleAttribute("data-own", isOwn);
  }

  function draw() {
    const t = time.value;
    const { pixels, transform, name: what } = shown;
    const { image } = pixels;
    const histograms = [];
    const spectra = [];
    const parts = [];
    for (const { schedule, view, note, colour, name } of views) {
      const { signal, noise: noiseRate } = schedule.rates(t);
      for (let i = 0; i < noisy.length; i += 1) {
        noisy[i] = signal * image[i] + noiseRate * noise[i];
      }
      view.draw(mixPixels(pixels, noise, signal, noiseRate));
      const text = `signal ${signal.toFixed(2)}, noise ${noiseRate.toFixed(2)}`;
      note.textContent = text;
      view.describe(`${what}, ${name.toLowerCase()}, t = ${t.toFixed(2)}: ${text}`);
      histograms.push({ points: points(density(noisy, 4, 40)), colour });
      spectra.push({
        points: powerPoints(ringPower(transform, noiseTransform, signal, noiseRate, ring, size)),
        colour,
      });
      parts.push(`${name.toLowerCase().split(" ")[0]} keeps ${Math.round(100 * signal ** 2)} %`);
    }
    histogram.update({ lines: [
      { points: shown.histogram, colour: "muted", dash: true, width: 1.5 },
      { points: bell, colour: "ink", dash: true, width: 1.5 }, ...histograms] });
    spectrum.update({ lines: [
      { points: shown.power, colour: "muted", dash: true, width: 1.5 },
      { points: [[0, 0], [Math.log10(size / 2), 0]], colour: "ink", dash: true, width: 1.5 },
      ...spectra] });
    words.say(`At t = ${t.toFixed(2)} the ${parts.join(", the ")} of the variance from the image.`);
  }

  function points(heights) {
    return Array.from(heights, (height, i) => [-4 + (8 * (i + 0.5)) / heights.length, height]);
  }

  function powerPoints(power) {
    return Array.from(power, (value, radius) => [Math.log10(radius), Math.log10(value + 1e-9)])
      .slice(1);
  }

  take(book, false);
  draw();
  root.dataset.state = "ready";
}

// The sum of three channels over sqrt(3): white noise of variance 1 stays so.
function brightness(values) {
  return Float64Array.from({ length: values.length / 3 }, (_, i) =>
    (values[3 * i] + values[3 * i + 1] + values[3 * i + 2]) / Math.sqrt(3));
}

function superscript(power) {
  return String(power).replace("-", "⁻").replace(/\d/g, (digit) => "⁰¹²³⁴⁵⁶⁷⁸⁹"[digit]);
}

function range(count) {
  return Array.from({ length: count }, (_, i) => i);
}
