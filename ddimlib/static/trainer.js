// A diffusion model of points in the plane that learns in the page: the four lines of chapter 6.
// Points are pairs, x and y in turn, in one array.

import { bestLoss } from "./best_loss.js";
import { embeddingFrequencies } from "./embedding.js";
import { gaussianNoise, randomBits, randomUniform } from "./noise.js";
import { makeAdam, makeAverage } from "./optimiser.js";
import { evaluate, makeNetwork, makeSpace } from "./perceptron.js";
import { ddimStep, evenTimes, predictedNoise } from "./sampling.js";
import { makeSchedule } from "./schedules.js";

export const EMBEDDING = { dim: 14, lowest: 0.25, highest: 32 };
export const WIDTHS = [2 + EMBEDDING.dim, 64, 64, 64, 2];
export const BATCH = 256;
const DECAY = 0.995; // of the average

// What the network is asked for, from image x, noise e and the rates: DiffusionModel's targets.
const TRUTH = {
  noise: (x, e) => e,
  image: (x) => x,
  velocity: (x, e, { signal, noise }) => signal * e - noise * x,
  flow: (x, e) => e - x,
};

// An error and its derivative.
const LOSSES = {
  mse: { error: (d) => d * d, slope: (d) => 2 * d },
  mae: { error: Math.abs, slope: Math.sign },
};

// Mean of both coordinates and the one spread by which they are divided, as the rates suppose a
// variance of one. One spread for both, so that the shape stays what it is.
export function statistics(points) {
  const count = points.length / 2;
  const mean = [0, 0];
  points.forEach((value, i) => { mean[i % 2] += value / count; });
  const total = points.reduce((sum, value, i) => sum + (value - mean[i % 2]) ** 2, 0);
  return { mean, spread: Math.sqrt(total / points.length) || 1 };
}

export function normalise(points, { mean, spread }) {
  return points.map((value, i) => (value - mean[i % 2]) / spread);
}

export function toPlane(images, { mean, spread }) {
  return images.map((value, i) => value * spread + mean[i % 2]);
}

// PyTorch's first weights, uniform within ±1/√inputs, from our own generator; the last layer starts
// at zero, as the book's network does.
export function firstWeights(seed) {
  const network = makeNetwork(WIDTHS);
  let position = 0;
  for (const { inputs, weight, bias } of network.layers.slice(0, -1)) {
    for (const numbers of [weight, bias]) {
      for (let i = 0; i < numbers.length; i += 1) {
        numbers[i] = (2 * randomUniform(seed, position) - 1) / Math.sqrt(inputs);
        position += 1;
      }
    }
  }
  return network.parameters;
}

// `settings`: schedule { kind, options }, target, loss, rate, seed. The same seed gives the same run.
export function makeTrainer(points, settings) {
  const { kind, options } = settings.schedule;
  const schedule = makeSchedule(kind, options);
  const noiseFrom = predictedNoise(settings.target);
  const truth = TRUTH[settings.target];
  const { error, slope } = LOSSES[settings.loss];
  const frequencies = embeddingFrequencies(EMBEDDING.dim, EMBEDDING.lowest, EMBEDDING.highest);
  const speeds = frequencies.map((frequency) => Math.fround(2 * Math.PI * frequency));

  const network = makeNetwork(WIDTHS, settings.parameters ?? firstWeights(settings.seed));
  const gradient = makeNetwork(WIDTHS);
  const adam = makeAdam(network.parameters.length);
  const average = makeAverage(network.parameters, DECAY);
  const averaged = makeNetwork(WIDTHS, average.parameters);
  const space = makeSpace(WIDTHS);
  let about = statistics(points);
  let images = normalise(points, about);
  let steps = 0;

  // A row of the network's input: the point, then sines and cosines of the noise variance.
  function fillRow(inputs, row, x, y, variance) {
    const at = row * WIDTHS[0];
    inputs[at] = x;
    inputs[at + 1] = y;
    for (let i = 0; i < speeds.length; i += 1) {
      const angle = Math.fround(Math.fround(variance) * speeds[i]);
      inputs[at + 2 + i] = Math.sin(angle);
      inputs[at + 2 + speeds.length + i] = Math.cos(angle);
    }
  }

  // The loss of a batch { images, noise, times }, and its gradient with respect to all parameters.
  function lossAndGradient(batch) {
    const rows = batch.times.length;
    const inputs = new Float64Array(rows * WIDTHS[0]);
    const wanted = new Float64Array(2 * rows);
    for (let row = 0; row < rows; row += 1) {
      const rates = schedule.rates(batch.times[row]);
      const [i, j] = [2 * row, 2 * row + 1];
      fillRow(inputs, row, rates.signal * batch.images[i] + rates.noise * batch.noise[i],
        rates.signal * batch.images[j] + rates.noise * batch.noise[j], rates.noise ** 2);
      wanted[i] = truth(batch.images[i], batch.noise[i], rates);
      wanted[j] = truth(batch.images[j], batch.noise[j], rates);
    }
    let loss = 0;
    gradient.parameters.fill(0);
    evaluate(network, space, inputs, new Float64Array(2 * rows), gradient,
      (start, count, answers, errors) => {
        for (let i = 0; i < 2 * count; i += 1) {
          const difference = answers[i] - wanted[2 * start + i];
          loss += error(difference) / (2 * rows);
          errors[i] = slope(difference) / (2 * rows);
        }
      });
    return loss;
  }

  // Points, noise and times of a step: a function of seed and step alone.
  function drawBatch(step) {
    const seed = randomBits(settings.seed, step + 0x10000);
    const count = images.length / 2;
    const batch = {
      images: new Float64Array(2 * BATCH),
      noise: gaussianNoise(seed, 2 * BATCH),
      times: new Float64Array(BATCH),
    };
    for (let row = 0; row < BATCH; row += 1) {
      const chosen = 2 * Math.floor(count * randomUniform(seed, 4 * BATCH + row));
      batch.images[2 * row] = images[chosen];
      batch.images[2 * row + 1] = images[chosen + 1];
      batch.times[row] = randomUniform(seed, 5 * BATCH + row);
    }
    return batch;
  }

  // The predicted noise of points that all have the same rates.
  function noiseOf(which, points, rates) {
    const rows = points.length / 2;
    const inputs = new Float64Array(rows * WIDTHS[0]);
    for (let row = 0; row < rows; row += 1) {
      fillRow(inputs, row, points[2 * row], points[2 * row + 1], rates.noise ** 2);
    }
    const outputs = evaluate(which, space, inputs, new Float64Array(points.length));
    return noiseFrom(outputs, points, rates);
  }

  const chosen = (smooth) => (smooth ? averaged : network);

  return {
    network,
    gradient,
    average,
    drawBatch,
    lossAndGradient,
    get steps() { return steps; },

    // One step of training: its loss. A loss that is no number leaves the weights as they are.
    step(rate = settings.rate) {
      const loss = lossAndGradient(drawBatch(steps));
      if (!Number.isFinite(loss)) return loss;
      adam.step(network.parameters, gradient.parameters, rate);
      average.update(network.parameters);
      steps += 1;
      return loss;
    },

    // Other points to learn from, in the middle of it all.
    learnFrom(next) {
      about = statistics(next);
      images = normalise(next, about);
    },

    // The least loss possible here, on batches of no training whose times are spread evenly.
    best() {
      const count = 12;
      const losses = Array.from({ length: count }, (_, i) => bestLoss(images, schedule,
        settings.target, settings.loss, { ...drawBatch(1_000_000 + i),
          times: Float64Array.from({ length: BATCH }, (_, row) => (row + (i + 0.5) / count) / BATCH) }));
      return losses.reduce((sum, value) => sum + value, 0) / count;
    },

    // Noise carried to points by DDIM, by the average (`smooth`) or by the latest weights.
    sample({ count, steps: length = 20, seed = 1, smooth = true }) {
      const times = evenTimes(length);
      let noisy = Float64Array.from(gaussianNoise(seed, 2 * count));
      let image = noisy;
      for (let i = 0; i < length; i += 1) {
        const [here, there] = [schedule.rates(times[i]), schedule.rates(times[i + 1])];
        ({ image, noisy } = ddimStep(noisy, noiseOf(chosen(smooth), noisy, here), here, there));
      }
      return toPlane(image, about);
    },

    // For places in the plane, taken as noisy points at time t: the clean point guessed for each.
    guess(places, { t, smooth = true }) {
      const rates = schedule.rates(t);
      const noisy = normalise(places, about);
      const noise = noiseOf(chosen(smooth), noisy, rates);
      const image = noisy.map((value, i) => (value - rates.noise * noise[i]) / rates.signal);
      return toPlane(image, about);
    },
  };
}
