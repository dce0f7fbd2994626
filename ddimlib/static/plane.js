// Samplers of points in the plane, with the network of ddimlib/widgets/plane_network.py.
// Coordinates lie apart: `count` x values, then `count` y values, in one Float32Array.

import { decodeBytes } from "./figure.js";
import { gaussianNoise } from "./noise.js";
import { evenTimes, noiseShares, stepSeed } from "./sampling.js";

// Half-precision numbers (little endian) from base64.
export function decodeHalves(text) {
  const bytes = decodeBytes(text);
  const numbers = new Float32Array(bytes.length / 2);
  for (let i = 0; i < numbers.length; i += 1) {
    const bits = bytes[2 * i] | (bytes[2 * i + 1] << 8);
    const exponent = (bits >> 10) & 31;
    const fraction = bits & 1023;
    const size = exponent ? (1 + fraction / 1024) * 2 ** (exponent - 15) : fraction * 2 ** -24;
    numbers[i] = bits & 32768 ? -size : size;
  }
  return numbers;
}

// Points from the same, where they are kept as x, y, x, y …: all x, then all y, as everything here.
export function decodePoints(text) {
  const pairs = decodeHalves(text);
  const count = pairs.length / 2;
  return pairs.map((_, i) => (i < count ? pairs[2 * i] : pairs[2 * (i - count) + 1]));
}

// Cut the flat weights into layers { inputs, outputs, weight, bias }.
export function planeLayers({ shapes, weights }) {
  const flat = decodeHalves(weights);
  const layers = [];
  let from = 0;
  for (let i = 0; i < shapes.length; i += 2) {
    const [outputs, inputs] = shapes[i];
    const weight = flat.subarray(from, from + outputs * inputs);
    from += outputs * inputs;
    layers.push({ inputs, outputs, weight, bias: flat.subarray(from, from + outputs) });
    from += outputs;
  }
  return layers;
}

// The predicted velocity of all points at one noise level. The inner loops run over points, a
// block of them at a time, so that what they read and write stays in the fastest memory.
const BLOCK = 128;

export function planeVelocity(layers, points, rates) {
  return finish(velocityInParts(layers, points, rates));
}

// Run a generator to its end for the value that it returns.
function finish(work) {
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
  }
}

// The same, pausing after each block: the whole takes longer than a screen shows one frame.
function* velocityInParts(layers, points, rates) {
  const count = points.length / 2;
  const level = [rates.signal, rates.noise, Math.log(rates.signal / rates.noise)];
  const velocity = new Float32Array(2 * count);
  const widest = Math.max(...layers.map(({ outputs }) => outputs));
  let [input, output] = [new Float32Array(widest * BLOCK), new Float32Array(widest * BLOCK)];
  for (let first = 0; first < count; first += BLOCK) {
    const size = Math.min(BLOCK, count - first);
    for (let n = 0; n < size; n += 1) {
      input[n] = points[first + n];
      input[BLOCK + n] = points[count + first + n];
    }
    layers.forEach((layer, depth) => {
      evaluateLayer(layer, depth === 0 ? level : [], input, output, size);
      if (depth < layers.length - 1) {
        for (let i = 0; i < layer.outputs * BLOCK; i += 1) output[i] /= 1 + Math.exp(-output[i]);
      }
      [input, output] = [output, input];
    });
    for (let n = 0; n < size; n += 1) {
      velocity[first + n] = input[n];
      velocity[count + first + n] = input[BLOCK + n];
    }
    yield;
  }
  return velocity;
}

// output = weight · input + bias. The last inputs, `constants`, are the same for all points and
// so part of the bias. Four (or two) inputs are taken at a time, to touch the sum less often.
function evaluateLayer({ inputs, outputs, weight, bias }, constants, input, output, size) {
  const used = inputs - constants.length;
  const stride = used % 4 === 0 ? 4 : 2;
  for (let out = 0; out < outputs; out += 1) {
    const row = out * inputs;
    const to = out * BLOCK;
    let start = bias[out];
    constants.forEach((x, i) => { start += weight[row + used + i] * x; });
    output.fill(start, to, to + BLOCK);
    for (let i = 0; i < used; i += stride) {
      const w0 = weight[row + i];
      const w1 = weight[row + i + 1];
      const from = i * BLOCK;
      if (stride === 4) {
        const w2 = weight[row + i + 2];
        const w3 = weight[row + i + 3];
        for (let n = 0; n < size; n += 1) {
          output[to + n] += w0 * input[from + n] + w1 * input[from + BLOCK + n]
            + w2 * input[from + 2 * BLOCK + n] + w3 * input[from + 3 * BLOCK + n];
        }
      } else {
        for (let n = 0; n < size; n += 1) {
          output[to + n] += w0 * input[from + n] + w1 * input[from + BLOCK + n];
        }
      }
    }
  }
}

// The points taken apart into image and noise (DiffusionModel.denoise with target "velocity").
function* denoiseInParts(layers, points, rates) {
  const velocity = yield* velocityInParts(layers, points, rates);
  const image = new Float32Array(points.length);
  const noise = new Float32Array(points.length);
  for (let i = 0; i < points.length; i += 1) {
    image[i] = rates.signal * points[i] - rates.noise * velocity[i];
    noise[i] = rates.noise * points[i] + rates.signal * velocity[i];
  }
  return { image, noise };
}

// image · signal + noise · rate (+ fresh · field), into an array that may be given.
function mixPoints({ image, noise }, signal, rate, fresh = 0, field = null,
  points = new Float32Array(image.length)) {
  for (let i = 0; i < points.length; i += 1) {
    points[i] = signal * image[i] + rate * noise[i] + (field ? fresh * field[i] : 0);
  }
  return points;
}

// `eta` is the share of fresh noise that a solver has by its nature; with null the reader chooses.
export const PLANE_SOLVERS = {
  ddim: { name: "DDIM", eta: null, cost: (steps) => steps },
  ddpm: { name: "DDPM (η = 1)", eta: 1, cost: (steps) => steps },
  heun: { name: "Heun", eta: 0, cost: (steps) => 2 * steps - 1 },
  dpm_solver_pp: { name: "DPM-Solver++(2M)", eta: 0, cost: (steps) => steps },
};

// A run of a sampler that goes as far as it is asked: `at(t)` gives the points at any time.
// Between two steps a point moves on the curve that its prediction draws, as the step does.
// `ahead(ms)` works on the steps to come for about so long, and is true while any are left.
export function planeRun({ layers, schedule, start, solver, steps, eta = 0, seed = 0 }) {
  const times = evenTimes(steps);
  const rates = times.map((t) => schedule.rates(t));
  const share = PLANE_SOLVERS[solver].eta ?? eta;
  const states = [start];
  const predictions = [];
  const images = []; // what the network itself predicted, for the multistep method
  const fields = [];

  function* predict(i) {
    const points = states[i];
    const first = yield* denoiseInParts(layers, points, rates[i]);
    if (solver === "heun" && i < steps - 1) {
      const trial = mixPoints(first, rates[i + 1].signal, rates[i + 1].noise);
      const second = yield* denoiseInParts(layers, trial, rates[i + 1]);
      const noise = first.noise.map((value, n) => (value + second.noise[n]) / 2);
      const image = points.map((value, n) => (value - rates[i].noise * noise[n]) / rates[i].signal);
      return { image, noise };
    }
    images[i] = first.image;
    if (solver === "dpm_solver_pp" && i > 0) {
      const [before, here, there] = [-1, 0, 1].map((d) => schedule.logSNR(times[i + d]));
      const half = (there - here) / (2 * (here - before));
      const image = first.image.map((value, n) => (1 + half) * value - half * images[i - 1][n]);
      const noise = points.map((value, n) => (value - rates[i].signal * image[n]) / rates[i].noise);
      return { image, noise };
    }
    return first;
  }

  // All steps, one after the other, pausing whenever a block of points has been evaluated.
  function* walk() {
    for (let i = 0; i < steps; i += 1) {
      predictions.push(yield* predict(i));
      fields.push(share > 0 ? gaussianNoise(stepSeed(seed, i), start.length) : null);
      states.push(between(i, rates[i + 1]));
    }
  }
  const work = walk();

  function between(i, there, into) {
    const { kept, fresh } = noiseShares(rates[i], there, share);
    return mixPoints(predictions[i], there.signal, kept, fresh, fields[i], into);
  }

  return {
    at(t, into) {
      if (t >= 1) return start;
      const i = Math.min(Math.floor((1 - t) * steps + 1e-9), steps - 1);
      while (states.length <= i + 1) work.next();
      return between(i, schedule.rates(t), into);
    },
    ahead(milliseconds) {
      const until = performance.now() + milliseconds;
      while (states.length <= steps && performance.now() < until) work.next();
      return states.length <= steps;
    },
  };
}
