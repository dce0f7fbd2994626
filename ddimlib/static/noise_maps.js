// Noise maps (chapter 1): one noise point, dragged, and where each family of models carries it.

import { colour, decodeBytes, element, onThemeChange, readout, slider } from "./figure.js";
import { planeCanvas } from "./plane_canvas.js";

export function start(live, data, root) {
  const { names, side, reach, handle, centres, radius } = data;
  const colours = decodeBytes(data.colours);
  const count = colours.length / 3;
  const clouds = decodePairs(data.clouds, reach);
  const grids = decodePairs(data.grids, reach);
  const point = { x: handle[0], y: handle[1] };
  const clamp = (value) => Math.min(Math.max(value, -data.start), data.start);

  const coordinate = (name) => slider({ label: `Noise: ${name}`, min: -data.start,
    max: data.start, step: 0.05, value: point[name], format: (value) => value.toFixed(2),
    onInput(value) {
      point[name] = value;
      draw();
    } });
  const [sliderX, sliderY] = [coordinate("x"), coordinate("y")];
  // A panel is drawn with the colours of its cloud; pressing moves the point in that of the noise.
  const panels = names.map((name, n) => {
    const cloud = pairsOf(clouds, n, count);
    const map = n ? pairsOf(grids, n - 1, side * side) : null;
    const end = () => (map ? carried(map, side, data.start, point.x, point.y) : [point.x, point.y]);
    const plane = planeCanvas({ label: name, reach, onPress: n ? null : press, draw(pen) {
      for (let i = 0; i < count; i += 1) {
        const [x, y] = pen.place(cloud[2 * i], cloud[2 * i + 1]);
        pen.context.fillStyle = `rgb(${colours[3 * i]} ${colours[3 * i + 1]} ${colours[3 * i + 2]})`;
        pen.context.fillRect(x - 1, y - 1, 2, 2);
      }
      pen.ring(...end(), 6, colour(root, "accent"), colour(root, "panel"));
    } });
    return { name, end, plane };
  });
  panels[0].plane.canvas.classList.add("ff-handle");
  const words = readout();
  live.append(
    element("div", { class: "ff-planes" }, ...panels.map(({ name, plane }) =>
      element("div", {}, element("span", { class: "ff-title" }, name), plane.element))),
    words.element,
    element("div", { class: "ff-controls ff-gap" }, sliderX.element, sliderY.element));

  function press([x, y]) {
    Object.assign(point, { x: clamp(x), y: clamp(y) });
    sliderX.limits(-data.start, data.start, point.x);
    sliderY.limits(-data.start, data.start, point.y);
    draw();
  }

  function draw() {
    for (const { plane } of panels) plane.redraw();
    say();
  }

  function say() {
    const inside = (end) => centres.some(([x, y]) => Math.hypot(x - end[0], y - end[1]) < radius);
    const where = panels.slice(1).map(({ name, end }) => `${name}: ${inside(end()) ? "in a disc"
      : "between the discs"}`);
    words.say(`From (${point.x.toFixed(2)}, ${point.y.toFixed(2)}). ${where.join("; ")}.`);
  }

  for (const { plane } of panels) plane.follow();
  say();
  onThemeChange(root, draw);
}

// Bytes to coordinates from -reach to reach.
export function decodePairs(text, reach) {
  return Float32Array.from(decodeBytes(text), (byte) => (byte / 255) * 2 * reach - reach);
}

function pairsOf(values, n, count) {
  return values.subarray(2 * n * count, 2 * (n + 1) * count);
}

// Where a map sends x, y, between the nodes of a `side` x `side` grid over [-start, start]².
export function carried(grid, side, start, x, y) {
  const at = (value) => Math.min(Math.max(((value + start) / (2 * start)) * (side - 1), 0),
    side - 1.000001);
  const [column, row] = [Math.floor(at(x)), Math.floor(at(y))];
  const [right, up] = [at(x) - column, at(y) - row];
  return [0, 1].map((k) => {
    const node = (i, j) => grid[2 * ((row + j) * side + column + i) + k];
    return (1 - up) * ((1 - right) * node(0, 0) + right * node(1, 0))
      + up * ((1 - right) * node(0, 1) + right * node(1, 1));
  });
}
