// Noise maps (chapter 1): one noise point, dragged, and where each family of models carries it.

import {
  colour, decodeBytes, element, onResize, onThemeChange, readout, slider,
} from "./figure.js";

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
  const panels = names.map((name, n) => {
    const canvas = element("canvas", { role: "img", "aria-label": name });
    return { name, canvas, context: canvas.getContext("2d"), cloud: pairsOf(clouds, n, count),
      element: element("div", {}, element("span", { class: "ff-title" }, name), canvas) };
  });
  const words = readout();
  live.append(
    element("div", { class: "ff-planes" }, ...panels.map((panel) => panel.element)), words.element,
    element("div", { class: "ff-controls ff-gap" }, sliderX.element, sliderY.element));

  let width = 0;
  const place = (value) => ((value + reach) / (2 * reach)) * width;

  function draw() {
    if (!width) return;
    const ends = names.map((_, n) => (n === 0 ? [point.x, point.y]
      : carried(pairsOf(grids, n - 1, side * side), side, data.start, point.x, point.y)));
    panels.forEach(({ context, cloud }, n) => {
      context.clearRect(0, 0, width, width);
      for (let i = 0; i < count; i += 1) {
        context.fillStyle = `rgb(${colours[3 * i]} ${colours[3 * i + 1]} ${colours[3 * i + 2]})`;
        context.fillRect(place(cloud[2 * i]) - 1, width - place(cloud[2 * i + 1]) - 1, 2, 2);
      }
      context.beginPath();
      context.arc(place(ends[n][0]), width - place(ends[n][1]), 6, 0, 2 * Math.PI);
      context.lineWidth = 3;
      context.strokeStyle = colour(root, "accent");
      context.fillStyle = colour(root, "panel");
      context.fill();
      context.stroke();
    });
    const inside = (end) => centres.some(([x, y]) => Math.hypot(x - end[0], y - end[1]) < radius);
    const where = names.slice(1).map((name, n) => `${name}: ${inside(ends[n + 1]) ? "in a disc"
      : "between the discs"}`);
    words.say(`From (${point.x.toFixed(2)}, ${point.y.toFixed(2)}). ${where.join("; ")}.`);
  }

  // Press or drag in the picture of the noise.
  const { canvas } = panels[0];
  canvas.classList.add("ff-handle");
  const follow = (event) => {
    const box = canvas.getBoundingClientRect();
    point.x = clamp(((event.clientX - box.left) / box.width) * 2 * reach - reach);
    point.y = clamp(reach - ((event.clientY - box.top) / box.height) * 2 * reach);
    sliderX.limits(-data.start, data.start, point.x);
    sliderY.limits(-data.start, data.start, point.y);
    draw();
  };
  canvas.addEventListener("pointerdown", (event) => {
    canvas.setPointerCapture(event.pointerId);
    follow(event);
  });
  canvas.addEventListener("pointermove", (event) => {
    if (canvas.hasPointerCapture(event.pointerId)) follow(event);
  });

  onResize(canvas, (next) => {
    width = next;
    const scale = window.devicePixelRatio || 1;
    for (const panel of panels) {
      panel.canvas.width = panel.canvas.height = Math.round(width * scale);
      panel.context.setTransform(scale, 0, 0, scale, 0, 0);
    }
    draw();
  });
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
