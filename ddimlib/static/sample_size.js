// Sample size (chapter 10): FID and KID of two sets that grow. Each draw is an experiment of its
// own, and all of them are computed here.

import { chart, legend } from "./chart.js";
import { extrapolate, growingDistances } from "./distances.js";
import { button, choice, controls, element, readout, slider } from "./figure.js";
import { gaussianNoise } from "./noise.js";

const NAMES = { fid: "FID", kid: "KID" };
const DIGITS = { fid: 2, kid: 3 };

export function start(live, data, root) {
  const { sizes, draws } = data;
  const known = new Map();
  let round = 0;
  const second = choice({ label: "The second set", value: "0",
    options: [["0", "from the same source"], [String(data.shift), "from a shifted source"]],
    onChange: draw });
  const features = choice({ label: "Features", value: String(data.opens),
    options: data.features.map((count) => [String(count), String(count)]), onChange: draw });
  const size = slider({ label: "Pictures in each set", min: 0, max: sizes.length - 1, step: 1,
    value: 0, format: (i) => sizes[i].toLocaleString("en"), onInput: draw });
  const again = button({ label: "Draw again", onClick: () => {
    round += 1;
    draw();
  } });
  // The axis is one over the number of pictures, backwards: infinitely many are at its right end.
  const panel = (name) => chart({ label: `${NAMES[name]} by the number of pictures`,
    title: NAMES[name], height: 210, x: [-1.06 / sizes[0], 0], y: data.limits[name],
    xTicks: data.ticks.map((count) => -1 / count).concat(0), xLabel: "Pictures",
    formatX: (x) => (x < 0 ? String(Math.round(-1 / x)) : "∞") });
  const panels = { fid: panel("fid"), kid: panel("kid") };
  const words = readout();
  live.append(
    controls(second, features, again), controls(size),
    element("div", { class: "ff-columns ff-two" }, panels.fid.element, panels.kid.element),
    legend([["leaf", "mean of all draws"], ["noise", "one draw"], ["ink", "the truth", true],
      ["petal", "FID's line to infinitely many", true]]),
    words.element);

  function experiments() {
    const key = [features.value, second.value, round].join();
    if (!known.has(key)) {
      known.set(key, Array.from({ length: draws }, (_, n) => experiment(
        1 + round * draws + n, Number(features.value), Number(second.value), sizes)));
    }
    return known.get(key);
  }

  function draw() {
    const all = experiments();
    const at = size.value;
    const said = [];
    for (const [name, panel] of Object.entries(panels)) {
      const truth = data.truth[features.value][second.value][name];
      const means = sizes.map((_, i) => average(all.map((one) => one[name][i])));
      const here = all.map((one) => one[name][at]).sort((a, b) => a - b);
      const points = (values) => values.map((value, i) => [-1 / sizes[i], value]);
      const lines = [
        { points: [[-1.06 / sizes[0], truth], [0, truth]], colour: "ink", dash: true, width: 1.5 },
        { points: points(means), colour: "leaf", width: 3 }];
      const line = extrapolate(sizes, means);
      if (name === "fid") {
        lines.splice(1, 0, { points: [[-1 / sizes[0], line.end + line.slope / sizes[0]],
          [0, line.end]], colour: "petal", dash: true });
      }
      panel.update({ lines, marks: here.map((value, n) => ({ x: -1 / sizes[at]
        + spread(n) / sizes[0], y: value, colour: "noise", size: 3.5 })) });
      const [low, high] = [here[Math.floor(draws / 10)], here[draws - 1 - Math.floor(draws / 10)]];
      const plain = (value) => rounded(value, DIGITS[name]);
      said.push(`${NAMES[name]}: ${plain(means[at])} on average, four draws in five from `
        + `${plain(low)} to ${plain(high)}; the truth is ${plain(truth)}`
        + `${name === "fid" ? `, the line ends at ${plain(line.end)}` : ""}.`);
    }
    words.say(said.join(" "));
  }

  draw();
  root.dataset.state = "ready";
}

// One draw: two sets of normal points, the second with its mean moved, and their distances.
export function experiment(seed, features, shift, sizes) {
  const length = features * sizes[sizes.length - 1];
  const noise = gaussianNoise(seed, 2 * length);
  const moved = noise.slice(length).map((value) => value + shift);
  return growingDistances(noise.subarray(0, length), moved, features, sizes);
}

function average(values) {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

// Dots of one size a little beside each other.
function spread(n) {
  return (((n * 7) % 11) / 10 - 0.5) * 0.05;
}

function rounded(value, digits) {
  const text = value.toFixed(digits);
  return (Number(text) === 0 ? (0).toFixed(digits) : text).replace("-", "−");
}
