// What a latent keeps (chapter 14): a photograph as a few numbers for each square of it, and what
// comes back. One number of one square can be moved; a learned code is shown where one is recorded.

import { chart, legend } from "./chart.js";
import { choice, controls, decodeBytes, element, picture, readout, slider, toggle } from "./figure.js";
import { bytesOf, codeTones, decode, encode, rms, squaresOf } from "./patches.js";
import { planeCanvas } from "./plane_canvas.js";

const TILES = 4; // numbers whose maps are shown, two a row
const MOVES = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

export function start(live, data, root) {
  const { side, size, spread, error, learned } = data;
  const columns = side / size;
  const values = spread.length;
  const photograph = decodeBytes(data.picture);
  const squares = squaresOf(photograph, side, size);
  const numbers = encode(squares, data);
  const at = [...data.square]; // column and row of the marked square
  const canvas = (wide) => picture({ label: "", width: wide, height: wide });
  const shown = { photograph: canvas(side), code: canvas(2 * columns), back: canvas(side) };
  shown.photograph.draw(photograph);

  const kept = slider({ label: "Numbers kept of each square", min: 1, max: values, step: 1,
    value: data.opens, format: (k) => `${k} of ${values}`, onInput: draw });
  const which = choice({ label: "Number to move", value: "0",
    options: Array.from({ length: TILES }, (_, k) => [String(k), `the ${ORDINALS[k]}`]),
    onChange: draw });
  const moved = slider({ label: "Move it in the marked square", min: -3, max: 3, step: 0.25, value: 0,
    format: (value) => `${value > 0 ? "+" : ""}${value}`.replace("-", "−"), onInput: draw });
  const byNetwork = learned && toggle({ label: "The learned code", onChange: draw });
  const panel = (name, source, edge) => planeCanvas({ label: name, reach: edge / 2,
    onPress: name === "From its numbers" ? press : null, draw(pen) {
      pen.context.imageSmoothingEnabled = false;
      pen.picture(source.canvas, edge / 2, 1);
      mark(pen, name);
    } });
  const panels = [panel("The photograph", shown.photograph, side),
    panel("Its first four numbers", shown.code, 2 * columns),
    panel("From its numbers", shown.back, side)];
  const board = panels[2].canvas;
  for (const [name, value] of Object.entries({ tabindex: 0, role: "application",
    "aria-roledescription": "squares of a picture, arrow keys move the mark" })) {
    board.setAttribute(name, value);
  }
  board.addEventListener("keydown", (event) => {
    if (!MOVES[event.key] || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    go(MOVES[event.key].map((by, i) => at[i] + by));
  });
  const title = "Error by numbers kept (root mean square, from 0 to 1)";
  const plot = chart({ label: title, title, height: 170, x: [0, values], y: [0, data.highest],
    xLabel: "Numbers kept of each square" });
  const words = readout();
  live.append(
    controls(kept, ...(byNetwork ? [byNetwork] : [])),
    element("div", { class: "ff-planes ff-latent" }, ...panels.map((one, i) =>
      element("div", {}, element("span", { class: "ff-title" }, TITLES[i]), one.element))),
    element("div", { class: "ff-controls ff-gap" }, which.element, moved.element),
    words.element, element("div", { class: "ff-gap" }, plot.element),
    legend([["signal", `${data.pictures.toLocaleString("en")} photographs that it was not made of`],
      ...(learned?.average ? [["leaf", "the learned code, the same photographs"]] : [])]));

  const networks = () => Boolean(byNetwork?.value);

  function press([x, y]) {
    go([Math.floor((x + side / 2) / size), Math.floor((side / 2 - y) / size)]);
  }

  function go(wanted) {
    wanted.forEach((value, i) => { at[i] = Math.min(Math.max(value, 0), columns - 1); });
    draw();
  }

  function mark(pen, name) {
    if (networks() || name === "The photograph") return;
    const { context, width } = pen;
    const cells = name === "From its numbers" ? columns : 2 * columns;
    const step = width / cells;
    const k = Number(which.value);
    const first = name === "From its numbers" ? at
      : [at[0] + (k % 2) * columns, at[1] + Math.floor(k / 2) * columns];
    context.lineWidth = 2;
    for (const [stroke, gap] of [["#000", 3], ["#fff", 1]]) {
      context.strokeStyle = stroke;
      context.strokeRect(first[0] * step - gap, first[1] * step - gap, step + 2 * gap, step + 2 * gap);
    }
  }

  function draw() {
    const k = Number(which.value);
    const count = networks() ? learned.kept : kept.value;
    for (const input of [which.input, moved.input]) input.disabled = networks() || k >= count;
    kept.input.disabled = networks();
    let change = 0;
    if (networks()) {
      shown.code.draw(tiled(decodeBytes(learned.code), columns));
      shown.back.draw(decodeBytes(learned.picture));
    } else {
      const told = numbers.slice();
      change = k < count ? moved.value : 0;
      told[(at[1] * columns + at[0]) * values + k] += change * spread[k];
      shown.code.draw(codeTones(told, spread, count, TILES, 2, columns));
      shown.back.draw(bytesOf(decode(told, data, count), side, size));
    }
    for (const one of panels) one.redraw();
    const own = networks() ? learned.error : rms(decode(numbers, data, count), squares);
    const total = count * columns * columns;
    board.setAttribute("aria-label", `From its numbers. The marked square is in row ${at[1] + 1}, `
      + `column ${at[0] + 1}`);
    plot.update({ lines: [{ points: error.map((value, i) => [i, value]), colour: "signal" }],
      marks: [{ x: count, y: own, colour: "accent", size: 6 },
        ...(learned?.average ? [{ x: learned.kept, y: learned.average, colour: "leaf" }] : [])] });
    const what = networks() ? `The learned code, ${count} numbers a square`
      : `${count} of ${values} numbers a square`;
    words.say(`${what}: ${total.toLocaleString("en")} in place of ${
      photograph.length.toLocaleString("en")}. This photograph comes back with an error of ${
      own.toFixed(3)}${networks() ? "" : `, the others with ${error[count].toFixed(3)}`}.${
      change ? ` You moved the ${ORDINALS[k]} number of the marked square: only that square changes.`
        : ""}`);
  }

  for (const one of panels) one.follow();
  draw();
  root.dataset.state = "ready";
}

const TITLES = ["The photograph", "Its first four numbers", "From its numbers"];
const ORDINALS = ["first", "second", "third", "fourth"];

// Four maps, one behind the other, as two rows of two.
export function tiled(maps, columns) {
  const tones = new Uint8ClampedArray(maps.length);
  const area = columns * columns;
  maps.forEach((tone, i) => {
    const [k, square] = [Math.floor(i / area), i % area];
    const x = (k % 2) * columns + (square % columns);
    const y = Math.floor(k / 2) * columns + Math.floor(square / columns);
    tones[y * 2 * columns + x] = tone;
  });
  return tones;
}
