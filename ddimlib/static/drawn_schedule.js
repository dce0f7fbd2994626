// A schedule that the reader draws (chapter 3), and what follows from it: log-SNRs at even times,
// joined by straight lines. Seven of them are handles; between two, the curve keeps its shape.

import { ratesAt } from "./schedules.js";
import { ddim, levelsOf } from "./solvers.js";

export const PIECES = 60;
export const HANDLES = 7;
export const RANGE = [-11, 10]; // log-SNRs that can be drawn
const STRIDE = PIECES / (HANDLES - 1); // pieces from one handle to the next
const LEAST = 0.02; // what a drawn piece falls at least: a schedule's log-SNR must fall

// As makeSchedule gives it, and `time(logSNR)`, which ends at 0 and 1.
export function drawnSchedule(levels) {
  const pieces = levels.length - 1;
  const logSNR = (t) => {
    const left = Math.min(Math.floor(t * pieces), pieces - 1);
    return levels[left] + (levels[left + 1] - levels[left]) * (t * pieces - left);
  };
  const time = (level) => {
    const right = levels.findIndex((value) => value <= level);
    if (right === 0) return 0;
    if (right < 0) return 1;
    const [above, below] = [levels[right - 1], levels[right]];
    return (right - 1 + (above - level) / (above - below)) / pieces;
  };
  return { logSNR, time, rates: (t) => ratesAt(logSNR(t)) };
}

// A curve `logSNR(t)` at the points that can be drawn.
export function pointsOf(logSNR, pieces = PIECES) {
  return Array.from({ length: pieces + 1 }, (_, i) =>
    Math.min(Math.max(logSNR(i / pieces), RANGE[0]), RANGE[1]));
}

// The nearest level at which point i of `count` leaves the others room to fall.
function withRoom(level, i, count, least) {
  return Math.min(Math.max(level, RANGE[0] + (count - 1 - i) * least), RANGE[1] - i * least);
}

// Let the other points give way to point i until the curve falls. True if any had to.
function giveWay(levels, i, least) {
  let gave = false;
  const tooClose = (above, below) => levels[above] - levels[below] < least - 1e-9;
  for (let j = i - 1; j >= 0 && tooClose(j, j + 1); j -= 1) {
    levels[j] = levels[j + 1] + least;
    gave = true;
  }
  for (let j = i + 1; j < levels.length && tooClose(j - 1, j); j += 1) {
    levels[j] = levels[j - 1] - least;
    gave = true;
  }
  return gave;
}

// Draw on from one place [t, log-SNR] to another. Where the curve would rise, what is older gives
// way, and `levelled` is true.
export function drawTo(levels, from, to) {
  const drawn = [...levels];
  const [first, last] = [from, to].map(([t]) => Math.round(t * PIECES));
  const way = Math.sign(last - first) || 1;
  let levelled = false;
  for (let i = first; way * (last - i) >= 0; i += way) {
    const share = last === first ? 1 : (i - first) / (last - first);
    drawn[i] = withRoom(from[1] + share * (to[1] - from[1]), i, drawn.length, LEAST);
    levelled = giveWay(drawn, i, LEAST) || levelled;
  }
  return { levels: drawn, levelled };
}

export const handleLevels = (levels) => levels.filter((_, i) => i % STRIDE === 0);

// Put a handle at a level. The pieces between two handles are stretched or pressed together.
export function moveHandle(levels, handle, level) {
  const before = handleLevels(levels);
  const after = [...before];
  after[handle] = withRoom(level, handle, HANDLES, STRIDE * LEAST);
  const levelled = giveWay(after, handle, STRIDE * LEAST);
  const moved = levels.map((value, i) => {
    const left = Math.min(Math.floor(i / STRIDE), HANDLES - 2);
    const share = (value - before[left + 1]) / (before[left] - before[left + 1]);
    return after[left + 1] + share * (after[left] - after[left + 1]);
  });
  return { levels: moved, levelled };
}

// The share of the time between neighbouring log-SNRs, as plots.time_shares has it.
export function timeShares(schedule, edges) {
  const times = edges.map(schedule.time);
  return times.slice(1).map((t, i) => t - times[i]);
}

// Mean absolute errors of noise and image over a schedule's time, for the denoiser that knows the
// spectrum (exact.ideal.spectrum_errors). Its error in a pixel is Gaussian: the mean of its absolute
// value is √(2/π) times the root of its mean square.
export function predictedErrors({ power, sizes }, logSNR, times = 1200) {
  const total = sizes.reduce((sum, size) => sum + size, 0);
  let [noise, image] = [0, 0];
  for (let i = 0; i < times; i += 1) {
    const ratio = Math.exp(logSNR((i + 0.5) / times));
    let square = 0; // of the image's error
    for (let k = 0; k < power.length; k += 1) square += sizes[k] * power[k] / (1 + ratio * power[k]);
    image += Math.sqrt(square / total) / times;
    noise += Math.sqrt((ratio * square) / total) / times;
  }
  const absolute = Math.sqrt(2 / Math.PI);
  return { noise: absolute * noise, image: absolute * image };
}

// The log-SNRs from noise to flower, `steps` + 1 at even times, none beyond what a network knows.
export function levelsToVisit(schedule, steps, [least, most]) {
  return levelsOf(schedule, steps, "time").map((level) => Math.min(Math.max(level, least), most));
}

// DDIM through these log-SNRs. `predict(noisy, rates)` promises the noise; `onImage(image, i)` may
// return false to stop. Resolves to the last image, or to null where it was stopped.
export async function growThrough(levels, noise, predict, onImage = () => true) {
  const walk = ddim(noise, levels);
  let at = walk.next();
  for (let i = 0; !at.done; i += 1) {
    at = walk.next(await predict(at.value.noisy, ratesAt(at.value.level)));
    if (onImage(at.value.image, i) === false) return null;
  }
  return at.value.image;
}

// When noise takes over, and how much of the picture is left at the end.
export function describeSchedule(schedule) {
  const { signal: left } = schedule.rates(1);
  const first = Array.from({ length: 1001 }, (_, i) => i / 1000).find((t) => schedule.logSNR(t) < 0);
  const half = first === undefined ? "The picture always outweighs the noise"
    : first === 0 ? "Noise outweighs the picture from the start"
    : `Noise outweighs the picture from t = ${first.toFixed(2)}`;
  return `${half}; at t = 1 a signal rate of ${left.toFixed(3)} is left.`;
}

// What both losses do, as a sentence.
export function describeLosses(noise, image) {
  const of = (name, ratio) => (Math.abs(ratio - 1) < 0.005 ? `the loss on the ${name} as under cosine`
    : `the loss on the ${name} ${ratio < 1 ? "falls" : "rises"} to ${ratio.toFixed(2)} of cosine's`);
  return ` Predicted: ${of("noise", noise)}, ${of("image", image)}.`;
}
