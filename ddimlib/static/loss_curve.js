// The losses of a training as a curve that a chart can show.

// The mean of each of at most `pieces` stretches of the losses: [step, loss], losses on a log scale.
export function lossCurve(losses, pieces = 150) {
  const length = Math.max(1, Math.ceil(losses.length / pieces));
  const points = [];
  for (let from = 0; from < losses.length; from += length) {
    const some = losses.slice(from, from + length).filter(Number.isFinite);
    if (!some.length) continue;
    const mean = some.reduce((sum, value) => sum + value, 0) / some.length;
    points.push([from + some.length, Math.log10(Math.max(mean, 1e-12))]);
  }
  return points;
}

// From a power of ten to another, with ticks as dense as there is room.
export function lossAxis(points) {
  const values = points.length ? points.map(([, y]) => y) : [-0.5, 0];
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const margin = Math.max(0.03, 0.15 - (most - least) / 2);
  const [low, high] = [least - margin, most + margin];
  const span = high - low;
  const marks = span < 0.4 ? [1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 7, 8, 9]
    : span < 1 ? [1, 1.5, 2, 3, 5, 7] : span < 2 ? [1, 2, 5] : [1];
  const ticks = [];
  for (let power = Math.floor(low); power <= high; power += Math.ceil(span / 7)) {
    for (const mark of marks) {
      const place = power + Math.log10(mark);
      if (place >= low && place <= high) ticks.push(place);
    }
  }
  return { y: [low, high], yTicks: ticks };
}

// A loss for people, from its logarithm.
export const plainLoss = (power, digits = 2) => {
  const loss = 10 ** power;
  return loss < 1e4 && loss >= 1e-3 ? String(Number(loss.toPrecision(digits))) : loss.toExponential(0);
};

// The mean of the last fifty losses.
export function recentLoss(losses) {
  const some = losses.slice(-50);
  return some.length ? some.reduce((sum, value) => sum + value, 0) / some.length : 0;
}
