// Chapter 8's solvers on plain arrays, as ddimlib/samplers/solvers.py takes them.
//
// Each is a generator. It asks for an evaluation (`yield { noisy, level, image }`: the noisy
// picture, its log-SNR, and the picture that it holds to be the end so far), is sent the predicted
// noise, and returns { noisy, image } when it has arrived. So one and the same code runs with a
// network that takes its time and with a formula in a test. A time appears nowhere: rates, and
// what the network is told, follow from the log-SNR.

import { ratesAt } from "./schedules.js";

// `steps + 1` rising log-SNRs from noise to image, in steps that are even in "log_snr" or in "time".
export function levelsOf(schedule, steps, evenIn) {
  const [start, end] = [schedule.logSNR(1), schedule.logSNR(0)];
  return Array.from({ length: steps + 1 }, (_, i) => (evenIn === "time"
    ? schedule.logSNR(1 - i / steps) : start + ((end - start) * i) / steps));
}

const sum = (a, first, b, second) => first.map((value, i) => a * value + b * second[i]);

// Both parts of a noisy picture from one of them.
function fromNoise(noisy, noise, level) {
  const rates = ratesAt(level);
  return { image: sum(1 / rates.signal, noisy, -rates.noise / rates.signal, noise), noise };
}

function fromImage(noisy, image, level) {
  const rates = ratesAt(level);
  return { image, noise: sum(1 / rates.noise, noisy, -rates.signal / rates.noise, image) };
}

function mix({ image, noise }, level) {
  const rates = ratesAt(level);
  return sum(rates.signal, image, rates.noise, noise);
}

// Ask for an evaluation. `image` is only for who watches.
function* evaluate(noisy, level, image) {
  return fromNoise(noisy, yield { noisy, level, image }, level);
}

// Predict, mix again at the next level, and so on: all solvers differ in `predict` alone.
function* walk(predict, noisy, levels) {
  let image = null;
  for (let i = 0; i < levels.length - 1; i += 1) {
    const prediction = yield* predict(noisy, i, image);
    ({ image } = prediction);
    noisy = mix(prediction, levels[i + 1]);
  }
  return { noisy, image };
}

export function ddim(start, levels) {
  return walk((noisy, i, image) => evaluate(noisy, levels[i], image), start, levels);
}

// Go on trial, look again there, go back, and take the step with the mean of both noises.
export function heun(start, levels) {
  return walk(function* predict(noisy, i, image) {
    const first = yield* evaluate(noisy, levels[i], image);
    if (i === levels.length - 2) return first;
    const second = yield* evaluate(mix(first, levels[i + 1]), levels[i + 1], first.image);
    return fromNoise(noisy, sum(0.5, first.noise, 0.5, second.noise), levels[i]);
  }, start, levels);
}

// DPM-Solver++(2M): the image extrapolated from the last two to the middle of the step.
export function dpmSolverPP(start, levels) {
  let last = null;
  return walk(function* predict(noisy, i, image) {
    const [prediction, before] = [yield* evaluate(noisy, levels[i], image), last];
    last = prediction.image;
    if (!before) return prediction;
    const half = (levels[i + 1] - levels[i]) / (2 * (levels[i] - levels[i - 1]));
    return fromImage(noisy, sum(1 + half, last, -half, before), levels[i]);
  }, start, levels);
}

// Adams-Bashforth with a polynomial in log-SNR through the last predictions of a `quantity`,
// "noise" or "image"; `corrected` takes each step again (UniC, Zhao et al. 2023).
export function multistep(start, levels, { order, quantity, corrected = false }) {
  const complete = quantity === "noise" ? fromNoise : fromImage;
  const past = []; // the newest first
  let before = start; // the state at the start of the last step
  return walk(function* predict(noisy, i, image) {
    const prediction = yield* evaluate(noisy, levels[i], image);
    past.unshift(prediction[quantity]);
    past.length = Math.min(past.length, corrected ? order + 1 : order);
    if (corrected && i > 0) {
      const again = meanWeights(levels, i - 1, known(i, i - order), quantity);
      noisy = mix(complete(before, weighted(again, past), levels[i - 1]), levels[i]);
    }
    before = noisy;
    const weights = meanWeights(levels, i, known(i, i - order + 1), quantity);
    return complete(noisy, weighted(weights, past), levels[i]);
  }, start, levels);
}

// Whole numbers from `newest` down to `oldest`, none below 0.
function known(newest, oldest) {
  return Array.from({ length: newest - Math.max(oldest, 0) + 1 }, (_, j) => newest - j);
}

function weighted(weights, past) {
  return past[0].map((_, k) => weights.reduce((total, w, j) => total + w * past[j][k], 0));
}

// The weights of the predictions at `nodes` in the mean of their polynomial over step `i`.
export function meanWeights(levels, i, nodes, quantity) {
  const way = levels[i + 1] - levels[i];
  const places = gauss.map(({ point }) => levels[i] + (way * (point + 1)) / 2);
  // What the ODE integrates over is noise / signal for the noise, signal / noise for the image.
  const shares = places.map((level, q) => gauss[q].weight
    * Math.exp((quantity === "noise" ? -level : level) / 2));
  const total = shares.reduce((a, b) => a + b);
  return nodes.map((node) => places.reduce((mean, level, q) => mean + (shares[q] / total)
    * nodes.reduce((product, other) => (other === node ? product
      : product * ((level - levels[other]) / (levels[node] - levels[other]))), 1), 0));
}

// Gauss-Legendre quadrature with 16 points in [-1, 1]: roots of the Legendre polynomial by Newton.
const gauss = Array.from({ length: 16 }, (_, k) => {
  const count = 16;
  let point = Math.cos((Math.PI * (k + 0.75)) / (count + 0.5));
  let slope = 0;
  for (let round = 0; round < 8; round += 1) {
    let [last, value] = [1, point];
    for (let n = 2; n <= count; n += 1) {
      [last, value] = [value, ((2 * n - 1) * point * value - (n - 1) * last) / n];
    }
    slope = (count * (point * value - last)) / (point ** 2 - 1);
    point -= value / slope;
  }
  return { point, weight: 2 / ((1 - point ** 2) * slope ** 2) };
});

// The lanes of the race (chapter 8), and how many steps a budget of evaluations buys.
const each = (budget) => budget;
export const RACERS = {
  ddim: { run: ddim, steps: each },
  heun: { run: heun, steps: (budget) => Math.floor((budget + 1) / 2) },
  dpm_solver_pp: { run: dpmSolverPP, steps: each },
  images: { steps: each,
    run: (start, levels) => multistep(start, levels, { order: 2, quantity: "image" }) },
  noises: { steps: each,
    run: (start, levels) => multistep(start, levels, { order: 3, quantity: "noise" }) },
  corrected: { steps: each, run: (start, levels) =>
    multistep(start, levels, { order: 3, quantity: "noise", corrected: true }) },
};

// The finish: where the path of a noise ends, as far as DPM-Solver++ can tell.
export function solveFinely(start, schedule, evaluations) {
  return dpmSolverPP(start, levelsOf(schedule, evaluations, "log_snr"));
}
