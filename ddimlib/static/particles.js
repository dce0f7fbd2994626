// Particles (chapters 1 and 8): points carried from noise to data by a small network.

import {
  choice, colour, controls, element, onThemeChange, playButton, readout, slider, toggle,
} from "./figure.js";
import { gaussianNoise } from "./noise.js";
import { decodePoints, PLANE_SOLVERS, planeLayers, planeRun } from "./plane.js";
import { planeCanvas } from "./plane_canvas.js";
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
  // Drag the ring, or press anywhere to put it there.
  const plane = planeCanvas({ label: "Particles in the plane", reach: REACH, draw: drawPlane,
    onPress([x, y]) {
      startX.limits(-REACH, REACH, x);
      startY.limits(-REACH, REACH, y);
      moveHandle(x, y);
    } });
  const words = readout();
  live.append(
    controls(...(data.simple ? [steps] : [solver, steps, eta])),
    controls(time, playButton(root, time, { seconds: 4 }), trails, shown),
    plane.element, words.element,
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

  // Particles come as all x, then all y.
  function strokePaths({ context, place }, places, strokeStyle, lineWidth, until) {
    const count = places[0].length / 2;
    context.strokeStyle = strokeStyle;
    context.lineWidth = lineWidth;
    context.beginPath();
    for (let n = 0; n < count; n += 1) {
      for (let k = 0; k <= until; k += 1) {
        const [x, y] = place(places[k][n], places[k][count + n]);
        if (k) context.lineTo(x, y);
        else context.moveTo(x, y);
      }
    }
    context.stroke();
  }

  function dots({ context, place }, points, fillStyle, size) {
    const count = points.length / 2;
    context.fillStyle = fillStyle;
    for (let n = 0; n < count; n += 1) {
      const [x, y] = place(points[n], points[count + n]);
      context.fillRect(x - size / 2, y - size / 2, size, size);
    }
  }

  function draw() { plane.redraw(); }

  function drawPlane(pen) {
    if (!run) return;
    const { context } = pen;
    const t = 1 - time.value;
    const points = run.at(t, moving);
    if (shown.value) {
      context.globalAlpha = 0.45;
      dots(pen, truth, colour(root, "muted"), 2);
      context.globalAlpha = 1;
    }
    dots(pen, points, colour(root, "signal"), 2.2);
    if (trails.value) {
      paths ??= trace(pick(noise, PATHS));
      const until = Math.round((1 - t) * (paths.length - 1));
      context.globalAlpha = 0.55;
      strokePaths(pen, paths, colour(root, "noise"), 1, until);
      context.globalAlpha = 1;
    }
    own ??= trace(Float32Array.of(handle.x, handle.y));
    strokePaths(pen, own, colour(root, "accent"), 2.5, own.length - 1);
    const [x, y] = own[Math.round((1 - t) * (own.length - 1))];
    pen.ring(x, y, 5, colour(root, "accent"), colour(root, "accent"));
    pen.ring(handle.x, handle.y, 9, colour(root, "accent"), colour(root, "panel"));
    const { name, cost } = PLANE_SOLVERS[settings.solver];
    const end = own[own.length - 1];
    words.say(`${data.count} particles at t = ${t.toFixed(2)}. ${name} with ${settings.steps} `
      + `steps evaluates the network ${cost(settings.steps)} times. The ringed particle ends at `
      + `(${end[0].toFixed(2)}, ${end[1].toFixed(2)}).`);
    run.ahead(AHEAD);
  }

  showEta();
  renew();
  plane.follow();
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
