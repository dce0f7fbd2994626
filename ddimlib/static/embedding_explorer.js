// Embedding explorer (chapter 4): two noise levels, their vectors, and how alike these are.

import { chart } from "./chart.js";
import { signedColours } from "./colours.js";
import { onDrag } from "./drag.js";
import { embed, embeddingFrequencies, similarity } from "./embedding.js";
import { choice, controls, element, picture, readout, slider } from "./figure.js";

const MAP_WIDTH = 400;
const SHORTEST = 0.0001;

export function start(live, data) {
  let map = null;
  const level = (label, value) => slider({
    label, min: 0, max: 1, step: 0.001, value, format: (x) => x.toFixed(3), onInput: draw,
  });
  const a = level("Noise variance a", data.a);
  const b = level("Noise variance b", data.b);
  const frequency = (label, low, high, value) => slider({
    label, min: low, max: high, step: 0.1, value: Math.log10(value),
    format: (power) => `${Number((10 ** power).toPrecision(2))}`, onInput: rebuild,
  });
  const lowest = frequency("Lowest frequency", -1, 1, data.min_frequency);
  const highest = frequency("Highest frequency", 1, 3, data.max_frequency);
  const dim = choice({
    label: "Length", value: String(data.dim), onChange: rebuild,
    options: [8, 16, 32, 64].map((size) => [String(size), String(size)]),
  });
  const mapHolder = element("div", { class: "ff-map" });
  const cursors = ["a", "b"].map((name) => element("i", { class: "ff-cursor" },
    element("b", {}, name)));
  const rows = element("div", { class: "ff-vectors" });
  const curve = chart({
    label: "Similarity against the distance between two noise levels",
    title: "Similarity at every distance",
    x: [Math.log10(SHORTEST), 0], y: [-0.5, 1], xLabel: "distance between a and b", height: 180,
    xTicks: [-4, -3, -2, -1, 0], formatX: (power) => String(Number((10 ** power).toPrecision(1))),
    yTicks: [-0.5, 0, 0.5, 1],
  });
  const words = readout();
  live.append(
    controls(a, b), controls(lowest, highest, dim),
    element("span", { class: "ff-title" }, "The vector of every noise variance from 0 to 1"),
    mapHolder,
    element("div", { class: "ff-columns ff-two ff-gap" }, rows, curve.element),
    words.element);

  let moved = a; // which of the two is dragged: the nearer one
  onDrag(mapHolder, (event, begins) => {
    const at = place(event);
    if (begins) moved = Math.abs(at - a.value) <= Math.abs(at - b.value) ? a : b;
    moved.value = at;
  }, { scrolls: true });
  function place(event) {
    const box = mapHolder.getBoundingClientRect();
    return Math.min(Math.max((event.clientX - box.left) / box.width, 0), 1);
  }

  let frequencies = [];
  let strips = [];

  // After a change of frequencies or length: draw the map and the curve again.
  function rebuild() {
    const size = Number(dim.value);
    frequencies = embeddingFrequencies(size, 10 ** lowest.value, 10 ** highest.value);
    map = picture({
      label: `Embeddings of length ${size}: each column is the vector of one noise variance`,
      width: MAP_WIDTH, height: size,
    });
    map.draw(signedColours(embeddingMap(frequencies)));
    mapHolder.replaceChildren(map.element, ...cursors);
    strips = [["vector of a", "a"], ["vector of b", "b"], ["a times b, cell by cell", ""]].map(
      ([title]) => picture({ label: title, title, width: size, height: 1 }));
    rows.replaceChildren(...strips.map((strip) => strip.element), element("div",
      { class: "ff-note" }, "Left half sines, right half cosines, each from slow to fast. The sum of "
        + `the last row, divided by ${size / 2}, is the similarity.`));
    draw();
  }

  function draw() {
    const [first, second] = [embed(a.value, frequencies), embed(b.value, frequencies)];
    const product = first.map((value, i) => value * second[i]);
    [first, second, product].forEach((values, i) => strips[i].draw(signedColours(values)));
    cursors[0].style.left = `${100 * a.value}%`;
    cursors[1].style.left = `${100 * b.value}%`;
    cursors[0].classList.toggle("ff-left", a.value <= b.value);
    cursors[1].classList.toggle("ff-left", a.value > b.value);
    const distance = Math.abs(a.value - b.value);
    const alike = similarity(distance, frequencies);
    const length = 400;
    const points = Array.from({ length: length + 1 }, (_, i) => {
      const power = Math.log10(SHORTEST) * (1 - i / length);
      return [power, similarity(10 ** power, frequencies)];
    });
    curve.update({
      lines: [{ points, colour: "leaf" }],
      marks: [{ x: Math.log10(Math.max(distance, SHORTEST)), y: alike, colour: "petal" }],
    });
    words.say(`Distance ${distance.toFixed(3)}, similarity ${alike.toFixed(2).replace("-", "−")}. `
      + `From a to b the slowest wave turns ${turns(frequencies[0] * distance)}, the fastest `
      + `${turns(frequencies[frequencies.length - 1] * distance)}.`);
  }

  rebuild();
}

function turns(count) {
  return count === 1 ? "once" : `${Number(count.toPrecision(2))} times`;
}

// Sines and cosines of MAP_WIDTH levels in [0, 1], one row a dimension. Each entry is the mean over
// its column's width (hence sinc), so that waves too fast to draw are grey, not a false pattern.
export function embeddingMap(frequencies) {
  const values = new Float64Array(2 * frequencies.length * MAP_WIDTH);
  frequencies.forEach((frequency, row) => {
    const half = (Math.PI * frequency) / MAP_WIDTH;
    const fade = Math.sin(half) / half;
    for (let column = 0; column < MAP_WIDTH; column += 1) {
      const angle = (2 * Math.PI * frequency * (column + 0.5)) / MAP_WIDTH;
      values[row * MAP_WIDTH + column] = fade * Math.sin(angle);
      values[(row + frequencies.length) * MAP_WIDTH + column] = fade * Math.cos(angle);
    }
  });
  return values;
}
