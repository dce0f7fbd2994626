// Who came how close to the finish, in this race and over all so far (chapter 8).

// The lanes from the one that came closest to the one that came least close.
export function ranking(found) {
  return Object.keys(found).sort((a, b) => found[a] - found[b]);
}

// Mean ± standard error over noises; one noise has no error, and none has no mean.
export function meanAndError(values) {
  const count = values.length;
  if (count === 0) return "–";
  const mean = values.reduce((a, b) => a + b) / count;
  if (count === 1) return mean.toFixed(3);
  const squares = values.reduce((total, value) => total + (value - mean) ** 2, 0);
  return `${mean.toFixed(3)}\u00a0±\u00a0${Math.sqrt(squares / (count - 1) / count).toFixed(3)}`;
}

// What came out, in a sentence for everybody.
export function says({ found, names, seed, budget }) {
  const order = ranking(found);
  const off = (key) => `${names[key]}, off by ${found[key].toFixed(3)}`;
  return `Noise ${seed}, ${budget} evaluations. Closest to the finish: ${off(order[0])}. `
    + `Farthest: ${off(order[order.length - 1])}.`;
}
