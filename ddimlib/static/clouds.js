// The mean velocity from one cloud to another, exactly, and the two ways to walk (chapter 13): each
// dot along a line of its own, or all along the mean of the lines through the place where they are.
//
// A cloud is { centres: [[x, y], …], width }: a mixture of equal round Gaussians. Points lie as x, y,
// x, y, … in one array. Time runs from 1, the source, to 0, the target (ddimlib/flow.py).

import { gaussianNoise, randomBits } from "./noise.js";

// Every pair of centres, flat: where its lines lead to, and with which velocity.
export function linesBetween(source, target) {
  const count = source.centres.length * target.centres.length;
  const [goals, velocities] = [new Float64Array(2 * count), new Float64Array(2 * count)];
  let i = 0;
  for (const [ax, ay] of target.centres) {
    for (const [sx, sy] of source.centres) {
      goals.set([ax, ay], i);
      velocities.set([sx - ax, sy - ay], i);
      i += 2;
    }
  }
  return { goals, velocities, wide: source.width ** 2, narrow: target.width ** 2 };
}

// The mean velocity of all lines at a place and a time. What passes between two centres is a Gaussian
// too, and given the place its velocity is known by regression; each pair counts as it is likely.
export function meanVelocity({ goals, velocities, wide, narrow }, x, y, t) {
  const variance = (1 - t) ** 2 * narrow + t ** 2 * wide;
  const slope = (t * wide - (1 - t) * narrow) / variance;
  const scale = -1 / (2 * variance);
  let [best, total, across, up] = [-Infinity, 0, 0, 0];
  for (let i = 0; i < goals.length; i += 2) {
    const dx = x - goals[i] - t * velocities[i];
    const dy = y - goals[i + 1] - t * velocities[i + 1];
    const level = scale * (dx * dx + dy * dy);
    if (level < best - 30) continue; // too unlikely to count
    if (level > best) { // the likeliest pair so far counts as 1
      const shrink = Math.exp(best - level);
      best = level;
      total *= shrink;
      across *= shrink;
      up *= shrink;
    }
    const share = Math.exp(level - best);
    total += share;
    across += share * (velocities[i] + slope * dx);
    up += share * (velocities[i + 1] + slope * dy);
  }
  return [across / total, up / total];
}

// `count` dots of a cloud, evenly over its centres in their order.
export function dotsOf({ centres, width }, count, seed) {
  const noise = gaussianNoise(seed, 2 * count);
  return noise.map((z, i) => centres[(i >> 1) % centres.length][i % 2] + width * z);
}

// Each number below `count` once, in an order that the seed decides.
export function shuffled(count, seed) {
  const keys = Array.from({ length: count }, (_, n) => randomBits(seed, n));
  return keys.map((_, n) => n).sort((a, b) => keys[a] - keys[b]);
}

// All along straight lines to dots of the target, paired at random: { places, velocities } at `steps`
// + 1 times from 1 to 0, each an array of points.
export function alongLines(start, end, steps, seed) {
  const order = shuffled(start.length / 2, seed);
  const goal = start.map((_, i) => end[2 * order[i >> 1] + (i % 2)]);
  const velocity = start.map((value, i) => value - goal[i]);
  const places = Array.from({ length: steps + 1 }, (_, k) =>
    start.map((value, i) => value - (k / steps) * velocity[i]));
  return { places, velocities: places.map(() => velocity) };
}

// All along the mean velocity, by the midpoint method.
export function alongTheMean(start, source, target, steps) {
  const lines = linesBetween(source, target);
  const velocityAt = (points, t) => {
    const found = new Float32Array(points.length);
    for (let i = 0; i < points.length; i += 2) {
      [found[i], found[i + 1]] = meanVelocity(lines, points[i], points[i + 1], t);
    }
    return found;
  };
  const [places, velocities] = [[start], [velocityAt(start, 1)]];
  for (let k = 0; k < steps; k += 1) {
    const [now, t] = [places[k], 1 - k / steps];
    const half = now.map((value, i) => value - velocities[k][i] / (2 * steps));
    const middle = velocityAt(half, t - 1 / (2 * steps));
    places.push(now.map((value, i) => value - middle[i] / steps));
    velocities.push(velocityAt(places[k + 1], 1 - (k + 1) / steps));
  }
  return { places, velocities };
}

// How much the velocities of dots differ that are closer than `near`: the mean, and of how many pairs.
export function disagreement(points, velocities, near) {
  let [total, pairs] = [0, 0];
  for (let i = 0; i < points.length; i += 2) {
    for (let j = 0; j < i; j += 2) {
      if (Math.hypot(points[i] - points[j], points[i + 1] - points[j + 1]) > near) continue;
      total += Math.hypot(velocities[i] - velocities[j], velocities[i + 1] - velocities[j + 1]);
      pairs += 1;
    }
  }
  return { mean: pairs ? total / pairs : 0, pairs };
}
