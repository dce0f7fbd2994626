// Gaussian noise from a seed, the same here and in Python (ddimlib/widgets/noise.py).
// A hash of (seed, position) instead of a stream: any entry can be computed on its own.

// Mix 32 bits (the "lowbias32" hash of C. Wellons): one flipped input bit flips half of the output.
function mixBits(value) {
  value = Math.imul(value ^ (value >>> 16), 0x7feb352d);
  value = Math.imul(value ^ (value >>> 15), 0x846ca68b);
  return (value ^ (value >>> 16)) >>> 0;
}

// 32 random bits for a seed and a position, both integers in [0, 2^32).
export function randomBits(seed, position) {
  const key = mixBits((seed + 0x9e3779b9) >>> 0);
  return mixBits((mixBits((position + key) >>> 0) + Math.imul(key, 0x85ebca6b)) >>> 0);
}

// Uniform in (0, 1), never 0 or 1.
export function randomUniform(seed, position) {
  return (randomBits(seed, position) + 0.5) / 4294967296;
}

// `count` draws from N(0, 1) as float32: Box-Muller on the uniforms at 2i and 2i + 1.
export function gaussianNoise(seed, count) {
  const noise = new Float32Array(count);
  for (let position = 0; position < count; position += 2) {
    const radius = Math.sqrt(-2 * Math.log(randomUniform(seed, position)));
    const angle = 2 * Math.PI * randomUniform(seed, position + 1);
    noise[position] = radius * Math.cos(angle);
    if (position + 1 < count) noise[position + 1] = radius * Math.sin(angle);
  }
  return noise;
}
