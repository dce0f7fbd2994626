// Pictures as standardised values and back: bytes in rows of (red, green, blue).

// Zero mean and unit variance in each of three channels.
export function standardise(bytes) {
  const count = bytes.length / 3;
  const mean = [0, 0, 0];
  const std = [0, 0, 0];
  bytes.forEach((value, i) => { mean[i % 3] += value / count; });
  bytes.forEach((value, i) => { std[i % 3] += (value - mean[i % 3]) ** 2 / count; });
  for (let channel = 0; channel < 3; channel += 1) std[channel] = Math.sqrt(std[channel]) || 1;
  const image = Float64Array.from(bytes, (value, i) => (value - mean[i % 3]) / std[i % 3]);
  return { mean, std, image };
}

// The bytes of signal * image + noise * field, where `pixels` comes from `standardise`.
export function mixPixels({ mean, std, image }, field, signal, noise) {
  const shown = new Uint8ClampedArray(image.length);
  for (let i = 0; i < image.length; i += 1) {
    shown[i] = (signal * image[i] + noise * field[i]) * std[i % 3] + mean[i % 3];
  }
  return shown;
}

// The mean absolute difference of two pictures.
export function distance(one, other) {
  return one.reduce((total, value, i) => total + Math.abs(value - other[i]), 0) / one.length;
}
