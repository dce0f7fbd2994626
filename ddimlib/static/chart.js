// A small line chart in SVG. Colours are CSS variables, so the page's theme reaches it.

import { onDrag } from "./drag.js";
import { element, onResize } from "./figure.js";

const SVG = "http://www.w3.org/2000/svg";

function shape(tag, attributes, text = "") {
  const node = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  if (text) node.textContent = text;
  return node;
}

// Round tick positions, about `count` of them, from low to high.
export function niceTicks(low, high, count = 5) {
  const rough = (high - low) / count;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((size) => size >= rough * 0.999);
  const ticks = [];
  for (let i = Math.ceil(low / step - 1e-9); i * step <= high + 1e-9 * step; i += 1) {
    ticks.push(Number((i * step).toPrecision(12)));
  }
  return ticks;
}

function plainNumber(value) {
  return String(value).replace("-", "−");
}

// How many steps a key moves a handle up.
const STEPS = { ArrowUp: 1, ArrowRight: 1, ArrowDown: -1, ArrowLeft: -1, PageUp: 5, PageDown: -5 };

// x, y: [low, high]. `update({ lines, marks, areas })` draws:
//   lines  [{ points: [[x, y], ...], colour: "signal", dash: true, width: 2 }]
//   areas  the same, filled down to the bottom of the chart
//   marks  [{ x, y, colour, size }] dots; without y a vertical rule; `handle: "end"` makes a dot that
//          can be dragged: `onHandle("end", x, y)` is told where it was pulled. Keys move it too:
//          `onStep("end", steps)`, steps upwards. Its `label` and `says` are for screen readers.
// `onPoint(x)` makes the chart answer to a press or drag, and so does `onDraw([x, y], begins)`, with
// `begins` at the press. What a pointer can do there other controls must do too, for keyboards.
export function chart({
  label, title = "", x, y, xLabel = "", yLabel = "", height = 170, xTicks = null, yTicks = null,
  formatX = plainNumber, formatY = plainNumber, onPoint = null, onHandle = null, onStep = null,
  onDraw = null,
}) {
  const holder = element("div", { class: "ff-chart" });
  const svg = shape("svg", { role: onHandle ? "group" : "img", "aria-label": label, height });
  const drawing = shape("g", {});
  const handles = new Map(); // they stay when the rest is drawn anew, and keep the focus
  svg.append(drawing);
  const frame = { left: 44, right: 12, top: 8, bottom: xLabel ? 38 : 24 };
  const axes = { x, y, xTicks, yTicks }; // `limits` changes them
  let width = 300;
  let content = { lines: [], marks: [], areas: [] };

  const toX = (value) => frame.left
    + ((value - axes.x[0]) / (axes.x[1] - axes.x[0])) * (width - frame.left - frame.right);
  const toY = (value) => height - frame.bottom
    - ((value - axes.y[0]) / (axes.y[1] - axes.y[0])) * (height - frame.top - frame.bottom);
  const inside = (value) => Math.min(Math.max(value, axes.y[0]), axes.y[1]);
  const path = (points) => points
    .map(([px, py], i) => `${i ? "L" : "M"}${toX(px).toFixed(1)} ${toY(py).toFixed(1)}`)
    .join("");

  function drawAxes() {
    const bottom = height - frame.bottom;
    for (const tick of axes.yTicks ?? niceTicks(...axes.y, 4)) {
      drawing.append(
        shape("line", { class: "ff-grid", x1: frame.left, x2: width - frame.right,
          y1: toY(tick), y2: toY(tick) }),
        shape("text", { class: "ff-tick", x: frame.left - (onHandle ? 13 : 6), y: toY(tick) + 4,
          "text-anchor": "end" }, formatY(tick)));
    }
    for (const tick of axes.xTicks ?? niceTicks(...axes.x, width < 260 ? 3 : 5)) {
      drawing.append(shape("text", { class: "ff-tick", x: toX(tick), y: bottom + 16,
        "text-anchor": "middle" }, formatX(tick)));
    }
    drawing.append(shape("line", { class: "ff-axis", x1: frame.left, x2: width - frame.right,
      y1: bottom, y2: bottom }));
    if (xLabel) {
      drawing.append(shape("text", { class: "ff-axis-label", "text-anchor": "middle",
        x: (frame.left + width - frame.right) / 2, y: height - 5 }, xLabel));
    }
    if (yLabel) {
      const middle = (frame.top + bottom) / 2;
      drawing.append(shape("text", { class: "ff-axis-label", "text-anchor": "middle", x: 11, y: middle,
        transform: `rotate(-90 11 ${middle})` }, yLabel));
    }
  }

  function draw() {
    drawing.replaceChildren();
    svg.setAttribute("viewBox", `0 0 ${width} ${height}`);
    svg.setAttribute("width", width);
    drawAxes();
    const bottom = height - frame.bottom;
    // Where a line goes beyond the chart it is cut off there, and not bent along the edge.
    const [left, top] = [frame.left - 2, frame.top - 2];
    const [across, down] = [width - frame.right + 2 - left, bottom + 2 - top];
    const plot = shape("svg", { class: "ff-plot", x: left, y: top, width: across, height: down,
      viewBox: `${left} ${top} ${across} ${down}` });
    drawing.append(plot);
    for (const { points, colour = "accent" } of content.areas ?? []) {
      const first = toX(points[0][0]).toFixed(1);
      const last = toX(points[points.length - 1][0]).toFixed(1);
      plot.append(shape("path", { d: `${path(points)}L${last} ${bottom}L${first} ${bottom}Z`,
        class: "ff-area", style: `fill:var(--ff-${colour})` }));
    }
    for (const { points, colour = "accent", dash = false, width: thick = 2 } of content.lines ?? []) {
      plot.append(shape("path", { d: path(points), class: "ff-line",
        style: `stroke:var(--ff-${colour});stroke-width:${thick};${
          dash ? "stroke-dasharray:5 4" : ""}` }));
    }
    for (const { x: markX, y: markY, colour = "ink", handle, label: name, says, size = 4.5 } of
      content.marks ?? []) {
      if (markY === undefined) {
        drawing.append(shape("line", { x1: toX(markX), x2: toX(markX), y1: frame.top, y2: bottom,
          class: "ff-rule", style: `stroke:var(--ff-${colour})` }));
      } else if (handle) {
        moveHandle(handle, { cx: toX(markX), cy: toY(inside(markY)), style: `stroke:var(--ff-${colour})`,
          "aria-label": name, "aria-valuetext": says, "aria-valuenow": markY,
          "aria-valuemin": axes.y[0], "aria-valuemax": axes.y[1] });
      } else {
        drawing.append(shape("circle", { cx: toX(markX), cy: toY(inside(markY)), r: size,
          class: "ff-mark", style: `fill:var(--ff-${colour})` }));
      }
    }
  }

  function moveHandle(name, attributes) {
    if (!handles.has(name)) {
      handles.set(name, shape("circle", { class: "ff-handle", r: 9, "data-handle": name, tabindex: 0,
        role: "slider", "aria-orientation": "vertical" }));
      svg.append(handles.get(name));
    }
    for (const [key, value] of Object.entries(attributes)) handles.get(name).setAttribute(key, value);
  }

  // Where a pointer is, in the chart's units.
  function place(event) {
    const box = svg.getBoundingClientRect();
    const right = (event.clientX - box.left - frame.left) / (box.width - frame.left - frame.right);
    const up = (box.bottom - frame.bottom - event.clientY) / (height - frame.top - frame.bottom);
    return [[right, axes.x], [up, axes.y]].map(([share, [low, high]]) =>
      low + Math.min(Math.max(share, 0), 1) * (high - low));
  }

  let dragged = null;
  const report = (event, begins) => {
    const [pointX, pointY] = place(event);
    if (dragged) onHandle(dragged, pointX, pointY);
    else if (onDraw) onDraw([pointX, pointY], begins);
    else if (onPoint) onPoint(pointX);
  };
  if (onPoint || onHandle || onDraw) {
    if (onPoint) svg.classList.add("ff-draggable");
    if (onDraw) svg.classList.add("ff-drawable");
    onDrag(svg, (event, begins) => {
      if (begins) dragged = event.target.dataset?.handle ?? null;
      if (!begins || !dragged) report(event, begins); // a handle stays until it is moved
    }, { scrolls: onPoint !== null });
  }
  if (onStep) {
    svg.addEventListener("keydown", (event) => {
      const name = event.target.dataset?.handle;
      if (!name || !STEPS[event.key] || event.altKey || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      onStep(name, event.shiftKey ? 5 * Math.sign(STEPS[event.key]) : STEPS[event.key]);
    });
  }

  if (title) holder.append(element("span", { class: "ff-title" }, title));
  holder.append(svg);
  onResize(holder, (next) => {
    width = next;
    draw();
  });
  return {
    element: holder,
    update(next) {
      content = next;
      draw();
    },
    limits(next) { Object.assign(axes, next); },
    describe(text) { svg.setAttribute("aria-label", text); },
  };
}

// Coloured strokes with their names: [["signal", "Signal rate"], ["muted", "N(0, 1)", true]].
export function legend(entries) {
  return element("div", { class: "ff-legend" }, ...entries.map(([colour, text, dash]) =>
    element("span", {}, element("i", {
      style: `border-top:3px ${dash ? "dashed" : "solid"} var(--ff-${colour})` }), text)));
}
