// Schedule designer (chapter 3): choose a schedule, pull its ends, see rates, log-SNR and pictures.

import { chart, legend } from "./chart.js";
import { choice, controls, decodeBytes, element, picture, readout, slider } from "./figure.js";
import { gaussianNoise } from "./noise.js";
import { mixPixels, standardise } from "./pixels.js";
import { makeSchedule } from "./schedules.js";

const PICTURES = 10;
const LOG_SNR_RANGE = [-12, 10];

const sigmoid = (x) => 1 / (1 + Math.exp(-x));
const twoDigits = (x) => x.toFixed(2);
const threeDigits = (x) => x.toFixed(3);
const fourDigits = (x) => x.toFixed(4);

// For each kind: its Python class, and its two ends as options of that class. `fromLogSNR` turns
// a log-SNR, to which the end was pulled, into the option's value.
const KINDS = {
  cosine: {
    name: "Cosine", python: "CosineSchedule",
    ends: {
      start: { option: "max_signal_rate", label: "Signal rate at t = 0", value: 0.95, min: 0.5,
        max: 0.999, step: 0.001, format: threeDigits, fromLogSNR: (y) => Math.sqrt(sigmoid(y)) },
      end: { option: "min_signal_rate", label: "Signal rate at t = 1", value: 0.02, min: 0.003,
        max: 0.4, step: 0.001, format: threeDigits, fromLogSNR: (y) => Math.sqrt(sigmoid(y)) },
    },
  },
  linear: {
    name: "Linear β", python: "LinearSchedule",
    ends: {
      start: { option: "beta_start", label: "First β", value: 0.0001, min: 0.0001, max: 0.005,
        step: 0.0001, format: fourDigits, fromLogSNR: (y) => sigmoid(-y) },
      end: { option: "beta_end", label: "Last β", value: 0.02, min: 0.005, max: 0.04, step: 0.0005,
        format: fourDigits, fromLogSNR: lastBeta },
    },
  },
  log_snr: {
    name: "Straight log-SNR", python: "LogSNRSchedule",
    ends: {
      start: { option: "start", label: "Log-SNR at t = 0", value: 2.5, min: 0, max: 9.5, step: 0.1,
        format: twoDigits, fromLogSNR: (y) => y },
      end: { option: "end", label: "Log-SNR at t = 1", value: -7.5, min: -11.5, max: -0.5,
        step: 0.1, format: twoDigits, fromLogSNR: (y) => y },
    },
  },
};

// The last β for which the linear schedule ends at this log-SNR, by bisection.
export function lastBeta(logSNR, beta_start = 1e-4) {
  let [low, high] = [beta_start, 0.5];
  for (let i = 0; i < 40; i += 1) {
    const middle = (low + high) / 2;
    if (makeSchedule("linear", { beta_start, beta_end: middle }).logSNR(1) > logSNR) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

export function start(live, data) {
  const { size } = data;
  const pixels = standardise(decodeBytes(data.pixels));
  const noise = gaussianNoise(data.seed, pixels.image.length);
  const times = Array.from({ length: 101 }, (_, i) => i / 100);
  const shownTimes = Array.from({ length: PICTURES }, (_, i) => i / (PICTURES - 1));
  const options = Object.fromEntries(Object.entries(KINDS).map(([kind, { ends }]) =>
    [kind, { [ends.start.option]: ends.start.value, [ends.end.option]: ends.end.value }]));
  let kind = data.kind;

  const select = choice({
    label: "Schedule", value: kind,
    options: Object.entries(KINDS).map(([key, { name }]) => [key, name]),
    onChange(next) {
      kind = next;
      showEnds();
      draw();
    },
  });
  const ends = Object.fromEntries(["start", "end"].map((end) => [end, slider({
    label: "", min: 0, max: 1, step: 0.001, value: 0,
    format: (value) => KINDS[kind].ends[end].format(value),
    onInput(value) {
      options[kind][KINDS[kind].ends[end].option] = value;
      draw();
    },
  })]));
  const rates = chart({
    label: "Signal rate and noise rate over time", title: "Signal and noise rate",
    x: [0, 1], y: [0, 1], height: 200, xLabel: "time t", yTicks: [0, 0.5, 1],
  });
  const logSNR = chart({
    label: "Log-SNR over time", title: "Log-SNR: pull its ends",
    x: [0, 1], y: LOG_SNR_RANGE, height: 200, xLabel: "time t", yTicks: [-10, -5, 0, 5, 10],
    onHandle(end, _, y) {
      const { fromLogSNR, min, max } = KINDS[kind].ends[end];
      const value = fromLogSNR(y, options[kind].beta_start);
      ends[end].value = Math.min(Math.max(value, min), max);
    },
  });
  const strip = shownTimes.map((t) => picture({
    label: `Flower at t = ${t.toFixed(2)}`, title: t.toFixed(2), width: size, height: size,
  }));
  const call = element("code", { class: "ff-code" });
  const words = readout();
  live.append(
    controls(select, ends.start, ends.end),
    element("div", { class: "ff-columns ff-two" },
      element("div", {}, rates.element, legend([["signal", "signal rate"], ["noise", "noise rate"]])),
      element("div", {}, logSNR.element,
        legend([["leaf", "this schedule"], ["muted", "cosine, as in the book", true]]))),
    element("div", { class: "ff-strip" }, ...strip.map((view) => view.element)),
    words.element, call);

  const standard = makeSchedule("cosine");
  const standardLine = times.map((t) => [t, standard.logSNR(t)]);

  // Give the two sliders the names and ranges of the chosen kind.
  function showEnds() {
    for (const [end, part] of Object.entries(ends)) {
      const { label, min, max, step, option } = KINDS[kind].ends[end];
      part.rename(label);
      part.input.step = step;
      part.limits(min, max, options[kind][option]);
    }
  }

  function draw() {
    const schedule = makeSchedule(kind, options[kind]);
    const curve = times.map((t) => [t, schedule.rates(t)]);
    const dots = shownTimes.map((t) => [t, schedule.rates(t)]);
    rates.update({
      lines: [
        { points: curve.map(([t, { signal }]) => [t, signal]), colour: "signal", width: 2.5 },
        { points: curve.map(([t, { noise: rate }]) => [t, rate]), colour: "noise", width: 2.5 },
      ],
      marks: [
        ...dots.map(([t, { signal }]) => ({ x: t, y: signal, colour: "signal" })),
        ...dots.map(([t, { noise: rate }]) => ({ x: t, y: rate, colour: "noise" })),
      ],
    });
    const line = times.map((t) => [t, schedule.logSNR(t)]);
    logSNR.update({
      lines: [
        { points: standardLine, colour: "muted", dash: true, width: 1.5 },
        { points: line, colour: "leaf", width: 2.5 },
      ],
      marks: [
        { x: 0, y: line[0][1], colour: "leaf", handle: "start" },
        { x: 1, y: line[100][1], colour: "leaf", handle: "end" },
      ],
    });
    dots.forEach(([t, { signal, noise: rate }], i) => {
      strip[i].draw(mixPixels(pixels, noise, signal, rate));
      strip[i].describe(`Flower at t = ${t.toFixed(2)}, signal rate ${signal.toFixed(2)}`);
    });
    const { python, ends: { start: first, end: last } } = KINDS[kind];
    const shown = [first, last].map(({ option, format }) =>
      `${option}=${Number(format(options[kind][option]))}`);
    call.textContent = `${python}(${shown.join(", ")})`;
    words.say(describeSchedule(schedule));
  }

  showEnds();
  draw();
}

// When noise takes over, and how much of the picture is left at the end.
export function describeSchedule(schedule) {
  const { signal: left } = schedule.rates(1);
  const first = Array.from({ length: 1001 }, (_, i) => i / 1000).find((t) => schedule.logSNR(t) < 0);
  const half = first === undefined ? "The picture always outweighs the noise"
    : first === 0 ? "Noise outweighs the picture from the start"
    : `Noise outweighs the picture from t = ${first.toFixed(2)}`;
  return `${half}; at t = 1 a signal rate of ${left.toFixed(3)} is left.`;
}
