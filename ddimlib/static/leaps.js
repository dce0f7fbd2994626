// From noise to a picture in a few leaps, as ddimlib/distillation.py takes them. Pure arithmetic:
// `follow.js` asks the page's network, a test asks a formula.

import { gaussianNoise } from "./noise.js";
import { evenTimes, stepSeed } from "./sampling.js";

// The noise at a place of the plane, (z0 + x z1 + y z2) / sqrt(1 + x² + y²): standard normal
// everywhere, and alike for places that are near (widgets/follow_the_noise.py).
export function noiseAt(seed, x, y, count) {
  const corners = [0, 1, 2].map((k) => gaussianNoise(3 * seed + k, count));
  const size = Math.sqrt(1 + x * x + y * y);
  return corners[0].map((z, i) => (z + x * corners[1][i] + y * corners[2][i]) / size);
}

// Image and noise by what the network's output stands for. No division by a rate that may be 0:
// a first leap starts where there is no image at all.
const TAKEN_APART = {
  velocity: (noisy, output, { signal, noise }) => ({
    image: noisy.map((value, i) => signal * value - noise * output[i]),
    noise: noisy.map((value, i) => noise * value + signal * output[i]),
  }),
  flow: (noisy, output, { signal, noise }) => ({
    image: noisy.map((value, i) => (value - noise * output[i]) / (signal + noise)),
    noise: noisy.map((value, i) => (value + signal * output[i]) / (signal + noise)),
  }),
};

// Rates at a time, for the leaps of a method: the last one ends at the picture, without noise, and
// a mean flow goes along the straight line as it stands.
export function leapRates(method, schedule) {
  return (t) => {
    if (t === 0) return { signal: 1, noise: 0 };
    return method === "mean-flow" ? { signal: 1 - t, noise: t } : schedule.rates(t);
  };
}

// What the network sees and is told of a noisy picture. A mean flow's sees it scaled to variance 1,
// and one more plane, everywhere the length of the leap.
function shownTo(method, noisy, { signal, noise }, size, length) {
  if (method !== "mean-flow") return [noisy, { signal, noise }];
  const scale = Math.hypot(signal, noise);
  const seen = new Float32Array(noisy.length + size * size).fill(length);
  seen.set(noisy.map((value) => value / scale));
  return [seen, { signal: signal / scale, noise: noise / scale }];
}

// `ask(seen, rates)` gets what the network sees and is told, and resolves to its output. Yields
// { i, image, noisy } after each leap.
export async function* leaps(ask, noise, { method, target, schedule, size, evaluations, seed }) {
  const rates = leapRates(method, schedule);
  const times = evenTimes(evaluations);
  let noisy = noise;
  for (let i = 0; i < evaluations; i += 1) {
    const [here, there] = [rates(times[i]), rates(times[i + 1])];
    const [seen, told] = shownTo(method, noisy, here, size, times[i] - times[i + 1]);
    const prediction = TAKEN_APART[target](noisy, await ask(seen, told), here);
    const added = method === "consistency"
      ? gaussianNoise(stepSeed(seed, i), noisy.length) : prediction.noise;
    noisy = prediction.image.map((value, k) => there.signal * value + there.noise * added[k]);
    yield { i, image: prediction.image, noisy };
  }
}
