// The sinusoidal embedding of ddimlib/embeddings.py.

// dim / 2 frequencies, exponentially spaced from the lowest to the highest, in cycles per unit.
export function embeddingFrequencies(dim, lowest, highest) {
  const [low, high] = [Math.log10(lowest), Math.log10(highest)];
  const count = dim / 2;
  return Array.from({ length: count }, (_, i) =>
    10 ** (count === 1 ? low : low + ((high - low) * i) / (count - 1)));
}

// dim / 2 sines, then as many cosines; angles in float32, as the network has them.
export function embed(level, frequencies) {
  const angles = frequencies.map((frequency) =>
    Math.fround(Math.fround(level) * Math.fround(2 * Math.PI * frequency)));
  return Float64Array.from([...angles.map(Math.sin), ...angles.map(Math.cos)]);
}

// The cosine of the angle between two embeddings. Each has length sqrt(dim / 2), and
// sin a sin b + cos a cos b = cos(a - b): only the distance between the levels matters.
export function similarity(distance, frequencies) {
  const total = frequencies.reduce((sum, frequency) =>
    sum + Math.cos(2 * Math.PI * frequency * distance), 0);
  return total / frequencies.length;
}
