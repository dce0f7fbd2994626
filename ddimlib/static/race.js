// A race of solvers (chapter 8): six of them grow the flower of one noise, evaluation by evaluation.

import {
  atRest, button, choice, controls, decodeBytes, element, picture, playButton, readout, slider,
} from "./figure.js";
import { networkButton, pageNetwork } from "./network.js";
import { gaussianNoise } from "./noise.js";
import { distance } from "./pixels.js";
import { planesToBytes } from "./sampling.js";
import { ratesAt } from "./schedules.js";
import { cutColours, decodeSheet, stillSheet } from "./sheets.js";
import { levelsOf, RACERS, solveFinely } from "./solvers.js";
import { meanAndError, ranking, says } from "./standing.js";

export function start(live, data, root) {
  const { size, mean, std, names, budgets, seeds, distances } = data;
  const keys = Object.keys(names);
  const count = 3 * size * size;
  const network = pageNetwork(data);
  const toBytes = (image) => planesToBytes(image, mean, std);
  const settings = { seed: data.seed, budget: data.budget, spacing: data.spacing };
  const finishes = new Map([[data.seed, recordedFinish(data)]]);
  const raced = new Map(); // distances by spacing, budget and seed
  let course = null; // what is shown: { first, frames, found, running }
  let sheets = null;
  let run = 0; // a new number stops the race before

  const set = (name, convert) => (value) => {
    settings[name] = convert(value);
    begin();
  };
  const budget = choice({ label: "Network evaluations", value: String(settings.budget),
    options: budgets.map((n) => [String(n), String(n)]), onChange: set("budget", Number) });
  const spacing = choice({ label: "Steps even in", value: settings.spacing,
    options: [["log_snr", "log-SNR"], ["time", "time"]], onChange: set("spacing", String) });
  const seed = slider({ label: "Noise", min: 0, max: 99, step: 1, value: settings.seed,
    format: (value) => `seed ${value}`, onInput: set("seed", Number) });
  const next = button({ label: "Next noise", onClick: () => {
    seed.value = (settings.seed + 1) % 100;
  } });
  const spent = slider({ label: "Evaluations spent", min: 1, max: settings.budget, step: 1,
    value: settings.budget, onInput: draw });
  const play = playButton(root, spent, { label: "Play again", seconds: 3 });
  const words = readout();
  const offer = networkButton(root, network, data, words, {
    label: "Race",
    again: "Race again",
    opening: `${result(distancesOf(data.seed))} This race is recorded.`,
    onReady: begin,
    onLost() { // what is recorded is of its own noise
      settings.seed = data.seed;
      seed.limits(seed.input.min, seed.input.max, data.seed);
      begin();
    },
  });

  // What was recorded of a seed, with the settings as they are.
  function distancesOf(chosen) {
    const [found, at] = [distances[settings.spacing][settings.budget], seeds.indexOf(chosen)];
    return Object.fromEntries(keys.map((key) => [key, found[key][at]]));
  }

  function result(found) { return says({ ...settings, found, names }); }

  const tile = (title) => {
    const view = picture({ title, label: title, width: size, height: size });
    const note = element("span", { class: "ff-note" });
    return { ...view, note, element: element("div", {}, view.element, note) };
  };
  const [noise, finish] = [tile("the noise"), tile("the finish")];
  const lanes = Object.fromEntries(keys.map((key) => [key, tile(names[key])]));
  const table = element("table", { class: "ff-standing" });
  // What needs the network stands below the pictures.
  live.append(
    controls(spent, play), controls(budget, spacing),
    element("div", { class: "ff-race" },
      ...[noise, ...Object.values(lanes), finish].map((one) => one.element)),
    words.element,
    element("div", { class: "ff-controls ff-gap" }, offer.action, seed.element, next,
      offer.processor.element, offer.bar),
    table);

  const [mark, note] = [(name) => { root.dataset.state = name; }, (one, text) => {
    one.note.textContent = text;
  }];
  const place = () => `${settings.spacing} ${settings.budget}`;

  function draw() {
    if (!course) return;
    const last = spent.value === Number(spent.input.max) && !course.running;
    const order = course.found && ranking(course.found);
    for (const key of keys) {
      const frames = course.frames[key];
      const shown = Math.min(spent.value - course.first, frames.length - 1);
      if (shown < 0) continue;
      lanes[key].draw(frames[shown]);
      const used = course.first + shown;
      note(lanes[key], last && order
        ? `${order.indexOf(key) + 1}. off by ${course.found[key].toFixed(3)}` : `after ${used}`);
      lanes[key].describe(`${names[key]} after ${used} evaluations`);
    }
    const end = finishes.get(settings.seed);
    if (end) finish.draw(toBytes(end));
  }

  function tabulate() {
    const found = course?.found;
    const own = [...(raced.get(place())?.values() ?? [])];
    const kept = distances[settings.spacing][settings.budget];
    const head = ["", "this noise", own.length > 1 ? `your ${own.length} noises` : "your noise",
      `recorded, ${seeds.length} noises`];
    const rows = (found ? ranking(found) : keys).map((key) => [names[key],
      found ? found[key].toFixed(3) : "–", meanAndError(own.map((one) => one[key])),
      meanAndError(kept[key])]);
    table.replaceChildren(
      element("caption", {}, `Distance from the finish, ${settings.budget} evaluations, steps even `
        + `in ${settings.spacing === "time" ? "time" : "log-SNR"}: mean ± standard error`),
      element("thead", {}, element("tr", {}, ...head.map((text) => (
        text ? element("th", { scope: "col" }, text) : element("td"))))),
      element("tbody", {}, ...rows.map(([name, ...cells]) => element("tr", {},
        element("th", { scope: "row" }, name), ...cells.map((text) => element("td", {}, text))))));
  }

  // Without the network: the recorded race of the opening noise, whole for one number of
  // evaluations and its end for the others.
  function showRecorded() {
    if (!sheets) return;
    const { budget: n, spacing: even } = settings;
    const whole = n === data.budget && even === data.spacing;
    const column = budgets.indexOf(n) + (even === "time" ? budgets.length : 0);
    const cut = (sheet, x, y) => cutColours(sheet, x * size, y * size, size, size);
    const own = (key) => Math.min(n, key === "heun" ? 2 * RACERS.heun.steps(n) - 1 : n);
    course = {
      first: whole ? 1 : n,
      frames: Object.fromEntries(keys.map((key, row) => [key, whole
        ? Array.from({ length: own(key) }, (_, i) => cut(sheets.walk, i, row))
        : [cut(sheets.ends, column, row)]])),
      found: distancesOf(data.seed),
    };
    show(n);
  }

  function show(value) {
    spent.limits(course.first, Math.max(value, course.first), value);
    spent.input.disabled = play.disabled = value <= course.first;
    draw();
  }

  const raceAtRest = atRest(() => { if (network.ready) race(); }, 200);
  function begin() {
    run += 1;
    if (!network.ready) {
      showRecorded();
      words.say(`${result(distancesOf(data.seed))} This race is recorded. ${offer.problem}`);
    } else raceAtRest();
    noise.draw(toBytes(gaussianNoise(settings.seed, count)));
    tabulate();
  }

  async function race() {
    const mine = (run += 1);
    const { seed: chosen, budget: length, spacing: even } = settings;
    const start = gaussianNoise(chosen, count);
    let [seconds, asked, where] = [0, 0, ""];
    const ask = async ({ noisy, level }) => {
      const answer = await network.predict(noisy, ratesAt(level));
      if (mine !== run) throw new Stopped();
      seconds += answer.seconds;
      asked += 1;
      where = answer.where;
      return answer.noise;
    };
    const now = { first: 1, frames: Object.fromEntries(keys.map((key) => [key, []])), running: true };
    course = now;
    for (const key of keys) {
      lanes[key].draw(toBytes(new Float32Array(count)));
      note(lanes[key], "");
    }
    finish.draw(toBytes(finishes.get(chosen) ?? new Float32Array(count)));
    note(finish, "");
    tabulate();
    mark("racing");
    try {
      const running = Object.fromEntries(keys.map((key) => {
        const { run: solve, steps } = RACERS[key];
        const walk = solve(start, levelsOf(network.schedule, steps(length), even));
        return [key, { walk, at: walk.next() }];
      }));
      // All look at the same noise first, so that answer is computed once.
      const first = await ask(running[keys[0]].at.value);
      for (let e = 1; e <= length; e += 1) {
        for (const key of keys) {
          const lane = running[key];
          if (lane.at.done) continue;
          lane.at = lane.walk.next(e === 1 ? first : await ask(lane.at.value));
          now.frames[key].push(toBytes(lane.at.value.image));
          show(e);
        }
        words.say(`Evaluation ${e} of ${length} in each lane.`, false);
      }
      if (!finishes.has(chosen)) {
        const fine = solveFinely(start, network.schedule, data.finish_evaluations);
        let at = fine.next();
        for (let e = 1; !at.done; e += 1) {
          at = fine.next(await ask(at.value));
          finish.draw(toBytes(at.value.image));
          note(finish, `${e} of ${data.finish_evaluations}`);
          words.say(`Solving finely to find the finish: ${e} of ${data.finish_evaluations}.`,
            false);
        }
        finishes.set(chosen, at.value.image);
        note(finish, "");
      }
      const end = finishes.get(chosen);
      now.found = Object.fromEntries(keys.map((key) =>
        [key, distance(running[key].at.value.image, end)]));
    } catch (error) {
      if (mine !== run) return; // the reader has chosen something else
      words.say(`The network stopped: ${error.message}`);
      mark("failed");
      return;
    }
    now.running = false;
    if (!raced.has(place())) raced.set(place(), new Map());
    raced.get(place()).set(chosen, now.found);
    show(length);
    tabulate();
    words.say(`${result(now.found)} ${(seconds / asked).toFixed(2)} s a network `
      + `evaluation here, ${where}.`);
    root.dataset.seconds = (seconds / asked).toFixed(4);
    mark("done");
  }

  function allow() { seed.input.disabled = next.disabled = !network.ready; }
  network.onChange(allow);
  allow();
  noise.draw(toBytes(gaussianNoise(settings.seed, count)));
  tabulate();
  return Promise.all([decodeSheet(stillSheet(root)), decodeSheet(data.ends)]).then(([walk, ends]) => {
    sheets = { walk, ends };
    if (!course) showRecorded();
    tabulate();
    root.dataset.recorded = "ready";
  });
}

class Stopped extends Error {}

// The finish of the opening noise, kept as 16-bit numbers.
function recordedFinish({ finish, finish_unit: unit }) {
  const bytes = decodeBytes(finish);
  const view = new DataView(bytes.buffer);
  return Float32Array.from({ length: bytes.length / 2 }, (_, i) => view.getInt16(2 * i, true) * unit);
}
