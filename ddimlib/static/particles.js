// Particles (chapters 1 and 8): points carried from noise to data by a small network.

import {
  choice, colour, controls, element, onResize, onThemeChange, playButton, readout, slider, toggle,
} from "./figure.js";
import { gaussianNoise } from "./noise.js";
import { decodePoints, PLANE_SOLVERS, planeLayers, planeRun } from "./plane.js";
import { makeSchedule } from "./schedules.js";

const REACH = 2.7; // the picture shows coordinates from -2.7 to 2.7
const PATHS = 48; // particles whose path is drawn
const AHEAD = 4; // milliseconds a frame for the steps to come, a quarter of what a frame has

export function start(live, data, root) {
  const schedule = makeSchedule("log_snr", data.schedule);
  const layers = planeLayers(data.network);
  const truth = decodePoints(data.network.points);
  const settings = { solver: data.solver, steps: data.steps, eta: 0 };
  const handle = { x: data.handle[0], y: data.handle[1] };
  const noise = gaussianNoise(data.seed, 2 * data.count);
  const moving = new Float32Array(noise.length); // written anew for each frame
  let [run, paths, own] = [null, null, null];

  const solver = choice({ label: "Solver", value: settings.solver, onChange(value) {
    settings.solver = value;
    showEta();
    renew();
  }, options: Object.entries(PLANE_SOLVERS).map(([key, { name }]) => [key, name]) });
  const steps = slider({ label: "Steps", min: 1, max: 50, step: 1, value: settings.steps,
    onInput(value) {
      settings.steps = value;
      renew();
    } });
  const eta = slider({ label: "Fresh noise η", min: 0, max: 1, step: 0.1, value: 0,
    format: (value) => value.toFixed(1), onInput(value) {
      settings.eta = value;
      renew();
    } });
  const time = slider({ label: "Way from noise to data", min: 0, max: 1, step: 0.001, value: 0,
    format: (value) => `t = ${(1 - value).toFixed(2)}`, onInput: draw });
  const startX = slider({ label: "Ringed particle: x", min: -REACH, max: REACH, step: 0.05,
    value: handle.x, format: (value) => value.toFixed(2), onInput: (x) => moveHandle(x, handle.y) });
  const startY = slider({ label: "Ringed particle: y", min: -REACH, max: REACH, step: 0.05,
    value: handle.y, format: (value) => value.toFixed(2), onInput: (y) => moveHandle(handle.x, y) });
  const trails = toggle({ label: "Paths", value: true, onChange: draw });
  const shown = toggle({ label: "Data", value: true, onChange: draw });
  const canvas = element("canvas", { role: "img", class: "ff-plane",
    "aria-label": "Particles in the plane" });
  const words = readout();
  live.append(
    controls(...(data.simple ? [steps] : [solver, steps, eta])),
    controls(time, playButton(root, time, { seconds: 4 }), trails, shown),
    canvas, words.element,
    element("div", { class: "ff-controls ff-gap" }, startX.element, startY.element));

  // A solver that has its own share of fresh noise shows that one, and leaves nothing to choose.
  function showEta() {
    const own = PLANE_SOLVERS[settings.solver].eta;
    eta.limits(0, 1, own ?? settings.eta);
    eta.input.disabled = own !== null;
  }

  function moveHandle(x, y) {
    Object.assign(handle, { x, y });
    own = null;
    draw();
  }

  function newRun(points) {
    return planeRun({ layers, schedule, start: points, seed: data.seed, ...settings });
  }

  function renew() {
    [run, paths, own] = [newRun(noise), null, null];
    draw();
  }

  // The places of a few particles at many times: [x, y] of particle n at time k.
  function trace(points) {
    const walk = newRun(points);
    const moments = Math.max(60, settings.steps);
    return Array.from({ length: moments + 1 }, (_, k) => walk.at(1 - k / moments));
  }

  let width = 0;
  let context = canvas.getContext("2d");
  const place = (value) => ((value + REACH) / (2 * REACH)) * width;

  function strokePaths(places, strokeStyle, lineWidth, until) {
    const count = places[0].length / 2;
    context.strokeStyle = strokeStyle;
    context.lineWidth = lineWidth;
    context.beginPath();
    for (let n = 0; n < count; n += 1) {
      for (let k = 0; k <= until; k += 1) {
        const [x, y] = [place(places[k][n]), width - place(places[k][count + n])];
        if (k) context.lineTo(x, y);
        else context.moveTo(x, y);
      }
    }
    context.stroke();
  }

  function dots(points, fillStyle, size) {
    const count = points.length / 2;
    context.fillStyle = fillStyle;
    for (let n = 0; n < count; n += 1) {
      context.fillRect(place(points[n]) - size / 2, width - place(points[count + n]) - size / 2,
        size, size);
    }
  }

  function draw() {
    if (!width || !run) return;
    const t = 1 - time.value;
    const points = run.at(t, moving);
    context.clearRect(0, 0, width, width);
    if (shown.value) {
      context.globalAlpha = 0.45;
      dots(truth, colour(root, "muted"), 2);
      context.globalAlpha = 1;
    }
    dots(points, colour(root, "signal"), 2.2);
    if (trails.value) {
      paths ??= trace(pick(noise, PATHS));
      const until = Math.round((1 - t) * (paths.length - 1));
      context.globalAlpha = 0.55;
      strokePaths(paths, colour(root, "noise"), 1, until);
      context.globalAlpha = 1;
    }
    own ??= trace(Float32Array.of(handle.x, handle.y));
    strokePaths(own, colour(root, "accent"), 2.5, own.length - 1);
    const now = own[Math.round((1 - t) * (own.length - 1))];
    ring(now[0], now[1], 5, true);
    ring(handle.x, handle.y, 9, false);
    const { name, cost } = PLANE_SOLVERS[settings.solver];
    const end = own[own.length - 1];
    words.say(`${data.count} particles at t = ${t.toFixed(2)}. ${name} with ${settings.steps} `
      + `steps evaluates the network ${cost(settings.steps)} times. The ringed particle ends at `
      + `(${end[0].toFixed(2)}, ${end[1].toFixed(2)}).`);
    run.ahead(AHEAD);
  }

  function ring(x, y, radius, full) {
    context.beginPath();
    context.arc(place(x), width - place(y), radius, 0, 2 * Math.PI);
    context.lineWidth = 3;
    context.strokeStyle = colour(root, "accent");
    context.fillStyle = colour(root, full ? "accent" : "panel");
    context.fill();
    context.stroke();
  }

  // Drag the ring, or press anywhere to put it there.
  const follow = (event) => {
    const box = canvas.getBoundingClientRect();
    const clamp = (value) => Math.min(Math.max(value, -REACH), REACH);
    const x = clamp(((event.clientX - box.left) / box.width) * 2 * REACH - REACH);
    const y = clamp(REACH - ((event.clientY - box.top) / box.height) * 2 * REACH);
    startX.limits(-REACH, REACH, x);
    startY.limits(-REACH, REACH, y);
    moveHandle(x, y);
  };
  canvas.addEventListener("pointerdown", (event) => {
    canvas.setPointerCapture(event.pointerId);
    follow(event);
  });
  canvas.addEventListener("pointermove", (event) => {
    if (canvas.hasPointerCapture(event.pointerId)) follow(event);
  });

  showEta();
  renew();
  onResize(canvas, (next) => {
    width = next;
    const scale = window.devicePixelRatio || 1;
    canvas.width = canvas.height = Math.round(width * scale);
    context = canvas.getContext("2d");
    context.setTransform(canvas.width / width, 0, 0, canvas.width / width, 0, 0);
    draw();
  });
  onThemeChange(root, draw);
}

// The first `count` particles of many.
export function pick(points, count) {
  const all = points.length / 2;
  const chosen = new Float32Array(2 * count);
  chosen.set(points.subarray(0, count));
  chosen.set(points.subarray(all, all + count), count);
  return chosen;
}
