// What a model in the page may learn: points along curves, in discs, or from a picture. Points are
// pairs, x and y in turn, between about -1.8 and 1.8.

import { gaussianNoise, randomUniform } from "./noise.js";

// A curve: the places that `at(s)` visits while s goes from `from` to `to`.
function curve(at, from, to, pieces = 120) {
  return Array.from({ length: pieces + 1 }, (_, i) => at(from + ((to - from) * i) / pieces));
}

const arc = (x, y, across, up, from, to) => curve((s) =>
  [x + across * Math.cos(s), y + up * Math.sin(s)], from, to);

function heart() {
  return [curve((s) => [
    1.6 * Math.sin(s) ** 3,
    (13 * Math.cos(s) - 5 * Math.cos(2 * s) - 2 * Math.cos(3 * s) - Math.cos(4 * s)) / 10 + 0.2,
  ], 0, 2 * Math.PI, 240)];
}

function moons() {
  return [arc(-0.5, -0.25, 1, 1.1, 0, Math.PI), arc(0.5, 0.25, 1, 1.1, Math.PI, 2 * Math.PI)];
}

function spiral() {
  return [curve((s) => [0.17 * s * Math.cos(s), 0.17 * s * Math.sin(s)], 1, 3.2 * Math.PI, 240)];
}

// The letters D, D, I, M, two above two.
function letters() {
  const dee = (x) => [
    [[x, 0.15], [x, 1.65]],
    arc(x, 0.9, 1.1, 0.75, -Math.PI / 2, Math.PI / 2),
  ];
  return [...dee(-1.5), ...dee(0.4), [[-0.95, -1.65], [-0.95, -0.15]],
    [[0.4, -1.65], [0.4, -0.15], [0.95, -1.1], [1.5, -0.15], [1.5, -1.65]]];
}

function discs(count, seed) {
  const points = new Float32Array(2 * count);
  for (let n = 0; n < count; n += 1) {
    const angle = 2 * Math.PI * randomUniform(seed, 3 * n);
    const radius = 0.55 * Math.sqrt(randomUniform(seed, 3 * n + 1));
    const side = randomUniform(seed, 3 * n + 2) < 0.5 ? -1 : 1;
    points[2 * n] = side + radius * Math.cos(angle);
    points[2 * n + 1] = 0.6 * side + radius * Math.sin(angle);
  }
  return points;
}

// Points spread evenly along curves ([[x, y], …], …), each moved a little, as a pen is not sharp.
export function alongCurves(curves, count, seed, blur = 0.03) {
  const pieces = curves.flatMap((places) => (places.length > 1
    ? places.slice(1).map((end, i) => [places[i], end]) : [[places[0], places[0]]]));
  let total = 0;
  const ends = pieces.map(([[x, y], [u, v]]) => (total += Math.hypot(u - x, v - y) + 1e-6));
  const noise = gaussianNoise(seed, 2 * count);
  const points = new Float32Array(2 * count);
  for (let n = 0; n < count; n += 1) {
    const way = total * randomUniform(seed, 2 * count + n);
    const i = ends.findIndex((end) => way <= end);
    const [[x, y], [u, v]] = pieces[i];
    const share = (ends[i] - way) / (ends[i] - (ends[i - 1] ?? 0));
    points[2 * n] = u + share * (x - u) + blur * noise[2 * n];
    points[2 * n + 1] = v + share * (y - v) + blur * noise[2 * n + 1];
  }
  return points;
}

// Points as dense as a picture's ink: `ink` has size · size bytes, 0 is none. The picture spans the
// plane from -reach to reach.
export function fromPicture(ink, size, count, seed, reach) {
  let total = 0;
  const ends = Array.from(ink, (value) => (total += value));
  const points = new Float32Array(2 * count);
  for (let n = 0; n < count; n += 1) {
    const way = total * randomUniform(seed, 3 * n);
    const pixel = ends.findIndex((end) => way <= end);
    const column = (pixel % size) + randomUniform(seed, 3 * n + 1);
    const row = Math.floor(pixel / size) + randomUniform(seed, 3 * n + 2);
    points[2 * n] = reach * ((2 * column) / size - 1);
    points[2 * n + 1] = reach * (1 - (2 * row) / size);
  }
  return points;
}

const CURVES = { heart, moons, spiral, letters };

export const shapes = [...Object.keys(CURVES), "discs"];

export function shapePoints(name, count, seed) {
  return name === "discs" ? discs(count, seed) : alongCurves(CURVES[name](), count, seed);
}

// The share of `points` with one of `others` no farther than `distance`.
export function shareNear(points, others, distance) {
  let near = 0;
  for (let i = 0; i < points.length; i += 2) {
    for (let j = 0; j < others.length; j += 2) {
      const [x, y] = [points[i] - others[j], points[i + 1] - others[j + 1]];
      if (x * x + y * y <= distance * distance) {
        near += 1;
        break;
      }
    }
  }
  return (2 * near) / points.length;
}
