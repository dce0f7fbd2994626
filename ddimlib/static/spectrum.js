// The power spectrum of a square picture: how much of it is coarse and how much is fine.

// In-place radix-2 FFT (Cooley and Tukey 1965) of `size` entries, `stride` apart.
function transform(real, imaginary, offset, stride, size) {
  for (let i = 1, j = 0; i < size; i += 1) {
    let bit = size >> 1;
    for (; j & bit; bit >>= 1) j ^= bit;
    j ^= bit;
    if (i < j) {
      const a = offset + i * stride;
      const b = offset + j * stride;
      [real[a], real[b]] = [real[b], real[a]];
      [imaginary[a], imaginary[b]] = [imaginary[b], imaginary[a]];
    }
  }
  for (let length = 2; length <= size; length *= 2) {
    for (let k = 0; k < length / 2; k += 1) {
      const cosine = Math.cos((-2 * Math.PI * k) / length);
      const sine = Math.sin((-2 * Math.PI * k) / length);
      for (let start = k; start < size; start += length) {
        const a = offset + start * stride;
        const b = a + (length / 2) * stride;
        const re = real[b] * cosine - imaginary[b] * sine;
        const im = real[b] * sine + imaginary[b] * cosine;
        real[b] = real[a] - re;
        imaginary[b] = imaginary[a] - im;
        real[a] += re;
        imaginary[a] += im;
      }
    }
  }
}

// The 2-D Fourier transform of size x size values (size a power of two).
export function fourier2d(values, size) {
  const real = Float64Array.from(values);
  const imaginary = new Float64Array(size * size);
  for (let row = 0; row < size; row += 1) transform(real, imaginary, row * size, 1, size);
  for (let column = 0; column < size; column += 1) transform(real, imaginary, column, size, size);
  return { real, imaginary };
}

// For each entry of a size x size transform, its distance from frequency zero in cycles a
// picture, rounded: the ring it belongs to. Rings above size / 2 (the corners) are left out (-1).
export function rings(size) {
  const ring = new Int16Array(size * size);
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < size; column += 1) {
      const y = Math.min(row, size - row);
      const x = Math.min(column, size - column);
      const radius = Math.round(Math.hypot(x, y));
      ring[row * size + column] = radius <= size / 2 ? radius : -1;
    }
  }
  return ring;
}

// Mean power on rings 0 ... size / 2 of signal * picture + noise * field, from their transforms
// (the transform is linear). White noise of variance 1 has power 1 on every ring.
export function ringPower(picture, field, signal, noise, ring, size) {
  const power = new Float64Array(size / 2 + 1);
  const count = new Float64Array(size / 2 + 1);
  for (let i = 0; i < size * size; i += 1) {
    if (ring[i] < 0) continue;
    const re = signal * picture.real[i] + noise * field.real[i];
    const im = signal * picture.imaginary[i] + noise * field.imaginary[i];
    power[ring[i]] += (re * re + im * im) / (size * size);
    count[ring[i]] += 1;
  }
  return power.map((total, radius) => total / count[radius]);
}
