// The DDIM step on plain arrays, as ddimlib/samplers.py and ddimlib/widgets/growing.py take it.

// `steps + 1` times from 1 to 0.
export function evenTimes(steps) {
  return Array.from({ length: steps + 1 }, (_, i) => 1 - i / steps);
}

// The seed of the fresh noise of step i: each step has a field of its own.
export function stepSeed(seed, i) {
  return (seed + Math.imul(i + 1, 0x9e3779b9)) >>> 0;
}

// How much predicted noise is kept and how much fresh noise is added (Song et al. 2020a, eq. 16).
export function noiseShares(here, there, eta) {
  const added = Math.sqrt(Math.max(0, 1 - (here.signal / there.signal) ** 2));
  const fresh = eta * (there.noise / here.noise) * added;
  return { kept: Math.sqrt(Math.max(0, there.noise ** 2 - fresh ** 2)), fresh };
}

// The noise of a noisy image from what the network puts out, by what that stands for
// (DiffusionModel in ddimlib/diffusion.py). A test compares each with Python's.
const NOISE_FROM = {
  noise: (output) => output,
  image: (output, noisy, { signal, noise }) =>
    noisy.map((value, i) => (value - signal * output[i]) / noise),
  velocity: (output, noisy, { signal, noise }) =>
    noisy.map((value, i) => noise * value + signal * output[i]),
  flow: (output, noisy, { signal, noise }) =>
    noisy.map((value, i) => (value + signal * output[i]) / (signal + noise)),
};

export const targets = Object.keys(NOISE_FROM);

// The function (output, noisy, rates) -> noise for a target.
export function predictedNoise(target) {
  if (!Object.hasOwn(NOISE_FROM, target)) throw new Error(`no page knows the target "${target}"`);
  return NOISE_FROM[target];
}

// Take the noisy image apart with its predicted noise, and mix it again for the next time.
export function ddimStep(noisy, predicted, here, there, eta = 0, field = null) {
  const { kept, fresh } = noiseShares(here, there, eta);
  const image = new Float32Array(noisy.length);
  const next = new Float32Array(noisy.length);
  for (let i = 0; i < noisy.length; i += 1) {
    image[i] = (noisy[i] - here.noise * predicted[i]) / here.signal;
    next[i] = there.signal * image[i] + kept * predicted[i] + (field ? fresh * field[i] : 0);
  }
  return { image, noisy: next };
}

// The predicted noise pushed away from what it is without a class, in one step or several: `parts` are
// the noises for what the network is told at the start and after each step, and each step has a scale
// (ddimlib/guidance.py, guided_along; Ho and Salimans 2022, eq. 6, where a scale is 1 + w).
export function chainedNoise(parts, scales) {
  return parts[0].map((value, i) => scales.reduce(
    (sum, scale, k) => sum + scale * (parts[k + 1][i] - parts[k][i]), value));
}

// Bytes (red, green, blue, row by row) of a standardised image in planes (channel, row, column).
export function planesToBytes(image, mean, std) {
  const count = image.length / 3;
  const bytes = new Uint8ClampedArray(image.length);
  for (let channel = 0; channel < 3; channel += 1) {
    for (let i = 0; i < count; i += 1) {
      bytes[3 * i + channel] = 255 * (image[channel * count + i] * std[channel] + mean[channel]);
    }
  }
  return bytes;
}

// And back: a standardised image in planes from bytes.
export function bytesToPlanes(bytes, mean, std) {
  const count = bytes.length / 3;
  return Float32Array.from(bytes, (_, k) => {
    const [channel, i] = [Math.floor(k / count), k % count];
    return (bytes[3 * i + channel] / 255 - mean[channel]) / std[channel];
  });
}
