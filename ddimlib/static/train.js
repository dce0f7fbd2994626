// Train a diffusion model on what you draw (chapter 6 and the first page): it learns in the page.

import { chart, legend } from "./chart.js";
import { crosshair } from "./crosshair.js";
import {
  button, choice, colour, controls, decodeBytes, element, onThemeChange, readout, reducedMotion,
  slider, toggle,
} from "./figure.js";
import { lossAxis, lossCurve, plainLoss, recentLoss } from "./loss_curve.js";
import { gaussianNoise } from "./noise.js";
import { planeCanvas } from "./plane_canvas.js";
import { alongCurves, fromPicture, shapePoints, shareNear } from "./shapes.js";
import workerSource from "./train.worker.js"; // the text of all that it needs: book/bundle_figures.py
import { statistics, toPlane } from "./trainer.js";
import { openTraining } from "./training_thread.js";
import { workerOf } from "./worker_of.js";

const REACH = 2.2; // the squares show coordinates from -2.2 to 2.2
const EDGE = 1.9; // where the painted flower ends
const POINTS = 600; // to learn from
const SAMPLES = 400;
const NEAR = 0.15; // a sample this close to a point lies "on the drawing"
const STILL = 1000; // milliseconds between two pictures for readers who want less motion

const SHAPES = [["heart", "Heart"], ["moons", "Two moons"], ["spiral", "Spiral"],
  ["discs", "Two discs"], ["letters", "DDIM"], ["picture", "A painted flower"],
  ["drawing", "What I draw"]];

// The ends suit points in the plane, whose outlines are finer than what a small picture shows.
const SCHEDULES = {
  cosine: { name: "Cosine", kind: "cosine", options: { max_signal_rate: 0.999 } },
  short: { name: "Cosine, ends as for pictures", kind: "cosine", options: {} },
  linear: { name: "Linear β", kind: "linear", options: {} },
  log_snr: { name: "Straight log-SNR", kind: "log_snr", options: { start: 6, end: -6 } },
  rectified_flow: { name: "Rectified flow", kind: "rectified_flow", options: {} },
};
const TARGETS = [["noise", "Noise"], ["image", "Image"], ["velocity", "Velocity"],
  ["flow", "Flow (noise − image)"]];
const LOSSES = [["mse", "Squared (MSE)"], ["mae", "Absolute (MAE)"]];

// The places where arrows start.
const GRID = Float64Array.from({ length: 2 * 15 * 15 }, (_, i) => {
  const n = i >> 1;
  return REACH * ((2 * ((i % 2 ? Math.floor(n / 15) : n % 15) + 0.5)) / 15 - 1);
});

export function start(live, data, root) {
  const settings = { schedule: "cosine", target: "noise", loss: "mse", power: -2,
    average: true, seed: data.seed };
  const picture = { size: data.picture.size, ink: decodeBytes(data.picture.ink) };
  const painting = onCanvas(data.picture);
  let strokes = []; // what the reader draws: lists of places
  let points = new Float32Array(0);
  let training = null;
  let number = 0; // of the training whose reports count
  let begun = false; // whether it has begun, with the settings as they are
  let wanted = false; // whether the reader wants it to train
  let latest = { steps: 0, finite: true, rate: 0 };
  let losses = [];
  let samples = null;
  let arrows = null;
  let near = 0;
  let best = null; // the least loss possible

  const shape = choice({ label: "Points", options: SHAPES, value: data.shape, onChange: chooseShape });
  const clear = button({ label: "Clear", onClick: () => { shape.value = "drawing"; } });
  const go = button({ label: "Train", onClick: () => (wanted ? pause() : train()) });
  const once = button({ label: "One step", onClick: () => { if (begin()) ask("step"); } });
  const again = button({ label: "Start again", onClick: startAgain });
  const rate = slider({ label: "Learning rate", min: -4, max: 0, step: 0.5, value: settings.power,
    format: (power) => String(Number((10 ** power).toPrecision(1))), onInput(power) {
      settings.power = power;
      if (begun) ask("change", { rate: 10 ** power });
    } });
  const average = toggle({ label: "Average the weights", value: true, onChange(on) {
    settings.average = on;
    if (begun) ask("change", { average: on });
  } });
  const anew = (name) => (value) => {
    settings[name] = value;
    startAgain();
  };
  const schedule = choice({ label: "Schedule", value: settings.schedule,
    options: Object.entries(SCHEDULES).map(([key, { name }]) => [key, name]),
    onChange: anew("schedule") });
  const target = choice({ label: "The network predicts", value: settings.target, options: TARGETS,
    onChange: anew("target") });
  const loss = choice({ label: "Error", value: settings.loss, options: LOSSES,
    onChange: anew("loss") });
  const seed = slider({ label: "Seed", min: 0, max: 50, step: 1, value: settings.seed,
    onInput(value) {
      settings.seed = value;
      showPoints(shape.value);
      startAgain();
    } });
  const level = slider({ label: "Noise level of the arrows", min: 0, max: 1, step: 0.02, value: 0.5,
    format: (t) => `t = ${t.toFixed(2)}`, onInput(t) { if (begun) ask("look", { t }); } });
  const length = slider({ label: "Steps of DDIM", min: 1, max: 50, step: 1, value: 20,
    onInput(steps) { if (begun) ask("look", { length: steps }); } });

  const board = planeCanvas({ label: "Your points", reach: REACH, draw: drawBoard,
    onPress: press });
  const cross = crosshair(root, board, { reach: REACH, onPoint: put, onBack: takeBack });
  const made = planeCanvas({ label: "Samples", reach: REACH, draw: drawSamples });
  const title = element("span", { class: "ff-title" }, "Noise");
  const curve = chart({ label: "Loss over the steps", title: "Loss", x: [0, 200], ...lossAxis([]),
    height: 150, xLabel: "steps", formatY: plainLoss });
  const words = readout();
  const titled = (heading, view, ...more) => element("div", {}, heading, view.element, ...more);
  live.append(
    controls(shape, clear, go, once, again),
    element("div", { class: "ff-columns ff-two" },
      titled(element("span", { class: "ff-title" }, "Your points: draw here"), board, cross.hint),
      titled(title, made)),
    words.element, cross.element,
    element("div", { class: "ff-gap" }, curve.element, legend([["iris", "Loss"],
      ["muted", "The least that any network can reach on these points", true]])),
    element("div", { class: "ff-controls ff-gap" }, rate.element, average.element,
      ...(data.simple ? [] : [schedule, target, loss, level, length, seed].map((item) => item.element))));

  // The board

  function chooseShape(name) {
    if (name === "drawing") strokes = [];
    showPoints(name);
  }

  function showPoints(name) {
    if (name === "drawing") {
      points = strokes.length ? alongCurves(strokes, POINTS, settings.seed) : new Float32Array(0);
    } else if (name === "picture") {
      points = fromPicture(picture.ink, picture.size, POINTS, settings.seed, EDGE);
    } else {
      points = shapePoints(name, POINTS, settings.seed);
    }
    go.disabled = once.disabled = points.length === 0;
    board.canvas.setAttribute("aria-label", points.length
      ? `${points.length / 2} points to learn: ${SHAPES.find(([key]) => key === name)[1]}`
      : "An empty board to draw on");
    learnSoon();
    board.redraw();
    made.redraw();
    say();
  }

  // While the reader draws, the points change faster than anybody need learn of it.
  let toLearn = 0;
  function learnSoon() {
    // Started again on an empty board, it has waited for these points.
    if (!begun && training && wanted && begin()) ask("run", { on: true });
    if (!begun || toLearn) return;
    toLearn = setTimeout(() => {
      toLearn = 0;
      if (begun && points.length) ask("learnFrom", { points });
      if (begun && wanted) ask("run", { on: points.length > 0 });
    }, 300);
  }

  function drawBoard(pen) {
    if (shape.value === "picture") pen.picture(painting, EDGE, 0.35);
    pen.dots(points, colour(root, "signal"), 2.4);
    if (arrows) pen.arrows(GRID, arrows, colour(root, "noise"));
    cross.draw(pen);
    if (points.length) return;
    pen.context.fillStyle = colour(root, "muted");
    pen.context.textAlign = "center";
    pen.context.font = `14px ${getComputedStyle(root).fontFamily}`;
    pen.context.fillText("Draw here", pen.width / 2, pen.width / 2);
  }

  function drawSamples(pen) {
    pen.dots(points, colour(root, "muted"), 2, 0.35);
    pen.dots(samples ?? firstNoise(), colour(root, "petal"), 2.6);
  }

  // Where the samples start.
  function firstNoise() {
    const noise = Float64Array.from(gaussianNoise(1, 2 * SAMPLES));
    return points.length ? toPlane(noise, statistics(points)) : noise;
  }

  function press(here, begins) {
    if (begins || !strokes.length) { // the board may have been cleared under the pen
      if (shape.value !== "drawing") shape.value = "drawing";
      strokes.push([here]);
    } else {
      const stroke = strokes[strokes.length - 1];
      const last = stroke[stroke.length - 1];
      if (Math.hypot(here[0] - last[0], here[1] - last[1]) < 0.04) return;
      stroke.push(here);
    }
    showPoints("drawing");
  }

  // The same by keyboard (crosshair.js).
  function put(here, joined) {
    if (joined && shape.value === "drawing" && strokes.length) {
      strokes[strokes.length - 1].push(here);
      showPoints("drawing");
      return "A line to here.";
    }
    press(here, true);
    return `A point. ${inWords(strokes.length)} on the board.`;
  }

  function takeBack() {
    if (shape.value !== "drawing" || !strokes.length) return "There is nothing of yours to take back.";
    strokes.pop();
    showPoints("drawing");
    return `Taken back. ${inWords(strokes.length)} on the board.`;
  }

  function inWords(count) {
    return count === 1 ? "1 stroke" : `${count || "No"} strokes`;
  }

  // The training

  function ask(order, details = {}) { training.ask(order, details); }

  // Have a network to train. False where there is nothing to learn.
  function begin() {
    if (!points.length) return false;
    training ??= openTraining(receive, () => workerOf(workerSource));
    if (!begun) order();
    return true;
  }

  function order() {
    const { kind, options } = SCHEDULES[settings.schedule];
    number += 1;
    begun = true;
    ask("begin", {
      number,
      points,
      settings: { schedule: { kind, options }, target: settings.target, loss: settings.loss,
        rate: 10 ** settings.power, average: settings.average, seed: settings.seed },
      view: { count: SAMPLES, length: length.value, seed: 1, places: GRID, t: level.value },
    });
  }

  function train() {
    if (!begin()) return;
    wanted = true;
    showState();
    ask("run", { on: true });
  }

  function pause() {
    wanted = false;
    showState();
    ask("run", { on: false });
  }

  // The same settings and seed give the same training.
  function startAgain() {
    losses = [];
    [samples, arrows, best] = [null, null, null];
    latest = { steps: 0, finite: true, rate: 0 };
    begun = false;
    number += 1; // what is on its way from the training before counts no more
    if (training && !points.length) ask("run", { on: false });
    if (training && begin() && wanted) ask("run", { on: true });
    draw();
  }

  function receive(report) {
    if (report.begun !== number) return; // of a training that was given up
    latest = report;
    if (report.ended) wanted = false;
    for (const value of report.losses) losses.push(value);
    best = report.best ?? best;
    if (report.samples) samples = report.samples;
    if (report.arrows) arrows = report.arrows;
    drawSoon();
  }

  let drawn = 0;
  let waiting = 0;
  function drawSoon() {
    if (waiting) return;
    const wait = reducedMotion() && wanted ? STILL - (performance.now() - drawn) : 0;
    waiting = setTimeout(() => {
      waiting = 0;
      drawn = performance.now();
      draw();
    }, Math.max(0, wait));
  }

  function draw() {
    near = samples && points.length ? shareNear(samples, points, NEAR) : 0;
    title.textContent = samples ? "Samples" : "Noise, where samples start";
    board.redraw();
    made.redraw();
    const line = lossCurve(losses);
    const floor = best > 0 ? Math.log10(best) : null;
    const end = Math.max(100, losses.length);
    curve.limits({ x: [0, end], ...lossAxis(floor === null ? line : [...line, [0, floor]]) });
    curve.update({
      lines: [
        ...(floor === null ? [] : [{ points: [[0, floor], [end, floor]], colour: "muted", dash: true }]),
        ...(line.length > 1 ? [{ points: line, colour: "iris" }] : []),
      ],
      marks: line.length === 1 ? [{ x: line[0][0], y: line[0][1], colour: "iris" }] : [],
    });
    showState();
    say();
  }

  function showState() {
    go.textContent = wanted ? "Pause" : "Train";
    root.dataset.state = wanted ? "training" : latest.finite ? "resting" : "broken";
    root.dataset.steps = latest.steps;
    root.dataset.rate = Math.round(latest.rate);
    root.dataset.loss = recentLoss(losses).toFixed(4);
    root.dataset.near = near.toFixed(3);
  }

  function say() {
    if (!points.length) return words.say("The board is empty. Draw on it, or choose points.");
    if (!losses.length) return words.say(`${POINTS} points to learn. Press Train.`);
    // While it trains, what follows is still moving: who listens hears of the end.
    const aloud = !wanted || !latest.finite;
    const now = recentLoss(losses);
    const where = training.inWorker ? "" : ", without a worker";
    const rests = latest.ended ? " It rests after so many steps: press Train to go on." : "";
    const speed = latest.rate ? ` ${Math.round(latest.rate)} steps a second here${where}.` : "";
    if (!latest.finite) {
      return words.say(`Step ${latest.steps}: the loss is no longer a number. The learning rate is too `
        + "high; take a smaller one and start again.", aloud);
    }
    const high = now > 1.5 * losses[0]
      ? " That is more than at the start: the learning rate is too high." : "";
    return words.say(`Step ${latest.steps.toLocaleString("en")}. Loss ${plainLoss(Math.log10(now), 3)}.${high}`
      + ` ${Math.round(100 * near)} % of the samples lie on your points.${rests}${speed}`, aloud);
  }

  // Nobody watches what is off the screen: the training rests there.
  if (typeof IntersectionObserver === "function") {
    new IntersectionObserver((entries) => {
      const visible = entries[entries.length - 1].isIntersecting;
      if (begun && wanted) ask("run", { on: visible && points.length > 0 });
    }).observe(root);
  }

  showPoints(data.shape);
  board.follow();
  made.follow();
  draw();
  onThemeChange(root, () => {
    board.redraw();
    made.redraw();
  });
}

// A colour picture { size, colours } as something that a canvas can draw.
function onCanvas({ size, colours }) {
  const canvas = element("canvas", { width: size, height: size });
  const context = canvas.getContext("2d");
  const image = context.createImageData(size, size);
  decodeBytes(colours).forEach((value, i) => { image.data[4 * Math.floor(i / 3) + (i % 3)] = value; });
  for (let i = 3; i < image.data.length; i += 4) image.data[i] = 255;
  context.putImageData(image, 0, 0);
  return canvas;
}
