// Draw a schedule (chapter 3): log-SNR over time by hand, and beneath it what follows: where the time
// goes, signal and noise rate, and then ten pictures, or the losses and a flower grown in ten steps.

import { bars } from "./bars.js";
import { chart, legend } from "./chart.js";
import {
  describeLosses, describeSchedule, drawnSchedule, drawTo, growThrough, handleLevels, HANDLES,
  levelsToVisit, moveHandle, PIECES, pointsOf, predictedErrors, RANGE, timeShares,
} from "./drawn_schedule.js";
import {
  atRest, button, choice, controls, decodeBytes, element, picture, readout,
} from "./figure.js";
import { networkButton, pageNetwork } from "./network.js";
import { gaussianNoise } from "./noise.js";
import { mixPixels, standardise } from "./pixels.js";
import { planesToBytes } from "./sampling.js";
import { makeSchedule } from "./schedules.js";
import { cutColours, decodeSheet, stillSheet } from "./sheets.js";

const STEPS = 10;
const EDGES = [10, 2, 0, -2, -4, -6, -11];
const BANDS = ["above 2", "2 to 0", "0 to −2", "−2 to −4", "−4 to −6", "below −6"];
const KINDS = [["cosine", "Cosine"], ["linear", "Linear β"], ["log_snr", "Straight log-SNR"],
  ["rectified_flow", "Rectified flow"], ["high", "Mostly high noise"], ["low", "Mostly low noise"]];
const MINE = "This schedule";
const DRAWN = ["drawn", "What I drew"];
const KEY_STEP = 0.2; // of log-SNR
const REST = 500; // milliseconds without a change, after which a flower grows

const signed = (value, digits = 1) => value.toFixed(digits).replace("-", "−");
const percent = (share) => `${Math.round(100 * share)} %`;
const times = Array.from({ length: 101 }, (_, i) => i / 100);

export function start(live, data, root) {
  const points = (kind) => (data.examples[kind]
    ? pointsOf(drawnSchedule(data.examples[kind]).logSNR) : pointsOf(makeSchedule(kind).logSNR));
  const cosine = drawnSchedule(pointsOf(makeSchedule("cosine").logSNR, 1000));
  const cosineShares = timeShares(cosine, EDGES);
  let levels = points(data.kind);
  let kind = data.kind;
  let drawn = levels; // the last curve by hand
  let levelled = false; // whether the page had to change what was drawn
  let last = null; // where the pen is

  const select = choice({ label: "Start from", value: kind, options: [...KINDS, DRAWN],
    onChange(next) {
      kind = next;
      levels = next === "drawn" ? drawn : points(next);
      levelled = false;
      draw();
    } });
  const byHand = (result) => {
    ({ levels, levelled } = result);
    drawn = levels;
    kind = select.input.value = "drawn";
    draw();
  };
  const logSNR = chart({
    label: "Log-SNR over time, with seven handles", title: "Log-SNR: draw it, or move the rings",
    x: [0, 1], y: RANGE, height: 260, xLabel: "time t", yTicks: [-10, -5, 0, 5, 10],
    onHandle: (handle, _, y) => byHand(moveHandle(levels, Number(handle), y)),
    onStep: (handle, steps) => byHand(moveHandle(levels, Number(handle),
      handleLevels(levels)[handle] + KEY_STEP * steps)),
    onDraw(here, begins) {
      byHand(drawTo(levels, begins ? here : last, here));
      last = here;
    },
  });
  const rates = chart({
    label: "Signal rate and noise rate over time", title: "Signal and noise rate",
    x: [0, 1], y: [0, 1], height: 260, xLabel: "time t", yTicks: [0, 0.5, 1],
  });
  const spent = bars({ caption: "How the time is spent", name: "log-SNR", head: ["this", "cosine"] });
  const words = readout();
  const below = data.network ? lossesAndFlower(data, root, cosine) : tenPictures(data);
  live.append(
    controls(select),
    element("div", { class: "ff-columns ff-two" },
      element("div", {}, logSNR.element, legend([["leaf", "this schedule"], ["muted", "cosine", true]])),
      element("div", {}, rates.element, legend([["signal", "signal rate"], ["noise", "noise rate"]]))),
    words.element,
    element("div", { class: "ff-columns ff-two ff-gap" }, spent.element, ...below.beside),
    ...below.under);

  const cosineLine = times.map((t) => [t, cosine.logSNR(t)]);

  function draw() {
    const schedule = drawnSchedule(levels);
    const stops = below.stops(schedule);
    logSNR.update({
      lines: [
        { points: cosineLine, colour: "muted", dash: true, width: 1.5 },
        { points: levels.map((level, i) => [i / PIECES, level]), colour: "leaf", width: 2.5 },
      ],
      marks: [
        ...stops.map(([t, level]) => ({ x: t, y: level, colour: "petal" })),
        ...handleLevels(levels).map((level, i) => ({ x: i / (HANDLES - 1), y: level, colour: "leaf",
          handle: String(i), label: `Log-SNR at t = ${(i / (HANDLES - 1)).toFixed(2)}`,
          says: signed(level) })),
      ],
    });
    const curve = times.map((t) => [t, schedule.rates(t)]);
    rates.update({ lines: ["signal", "noise"].map((rate) =>
      ({ points: curve.map(([t, both]) => [t, both[rate]]), colour: rate, width: 2.5 })) });
    const shares = timeShares(schedule, EDGES);
    spent.update(BANDS.map((name, i) => ({ name, share: shares[i], mark: cosineShares[i],
      cells: [percent(shares[i]), percent(cosineShares[i])] })));
    words.say(`${levelled ? "A log-SNR may only fall: where yours would have risen, it was levelled. " : ""}`
      + `${describeSchedule(schedule)}${below.show(schedule, kind)}`);
  }

  draw();
  return below.decoding;
}

// A photograph at ten even times.
function tenPictures({ size, seed, pixels: bytes }) {
  const pixels = standardise(decodeBytes(bytes));
  const noise = gaussianNoise(seed, pixels.image.length);
  const shown = Array.from({ length: STEPS }, (_, i) => i / (STEPS - 1));
  const strip = shown.map((t) => picture({
    label: `Flower at t = ${t.toFixed(2)}`, title: t.toFixed(2), width: size, height: size,
  }));
  return {
    beside: [],
    under: [element("div", { class: "ff-strip" }, ...strip.map((view) => view.element))],
    stops: (schedule) => shown.map((t) => [t, schedule.logSNR(t)]),
    show(schedule) {
      shown.forEach((t, i) => {
        const { signal, noise: rate } = schedule.rates(t);
        strip[i].draw(mixPixels(pixels, noise, signal, rate));
        strip[i].describe(`Flower at t = ${t.toFixed(2)}, signal rate ${signal.toFixed(2)}`);
      });
      return "";
    },
  };
}

// What the losses would be, and one noise grown twice by the page's network: under the cosine
// schedule and under this one. Before the network is there, recorded flowers are shown.
function lossesAndFlower({ network: about, recorded, spectrum }, root, cosine) {
  const { size, mean, std } = about;
  const network = pageNetwork(about);
  const range = [1, 0].map((t) => network.schedule.logSNR(t));
  const standard = predictedErrors(spectrum, cosine.logSNR);
  const losses = bars({ caption: "Predicted loss", name: "on the", head: ["this", "cosine", "ratio"] });
  const view = (title, label) => picture({ title, label, width: size, height: size });
  const views = { cosine: view("Cosine", "A flower grown under the cosine schedule"),
    mine: view(MINE, "A flower grown under this schedule") };
  const words = readout();
  const another = button({ label: "Another seed", onClick: () => {
    seed += 1;
    views.cosine.draw(blank);
    growSoon(0);
  } });
  another.disabled = true;
  network.onChange(() => { another.disabled = !network.ready; });
  const offer = networkButton(root, network, about, words, {
    label: "Grow it here", again: "Grow it again",
    opening: `Recorded: ${recorded.name}, seed ${recorded.seed}, ten steps.`,
    onReady: () => growSoon(0),
    onLost() { // what is recorded is of its own noise
      run += 1;
      seed = recorded.seed;
      standardSeed = null;
      if (sheet) views.cosine.draw(recordedFlower("cosine"));
      showRecorded();
    },
  });
  const blank = planesToBytes(new Float32Array(3 * size * size), mean, std);
  let { seed } = recorded;
  let sheet = null;
  let levels = []; // that this schedule's flower visits
  let kind = "";
  let run = 0; // a new number stops the flower of the one before
  let standardSeed = null; // whose flower of the cosine schedule was grown here

  const decoding = decodeSheet(stillSheet(root)).then((decoded) => {
    sheet = decoded;
    views.cosine.draw(recordedFlower("cosine"));
    showRecorded();
    root.dataset.recorded = "shown";
  });

  function recordedFlower(name) {
    return cutColours(sheet, size * recorded.kinds.indexOf(name), 0, size, size);
  }

  function showRecorded() {
    if (network.ready || !sheet) return;
    const has = recorded.kinds.includes(kind);
    views.mine.draw(has ? recordedFlower(kind) : blank);
    views.mine.heading.textContent = has ? MINE : "Not grown yet";
    views.mine.describe(has ? "A flower grown under this schedule" : "Not grown yet");
  }

  const growAtRest = atRest(() => { if (network.ready) grow(); });
  function growSoon(wait = REST) {
    run += 1;
    if (network.ready) growAtRest(wait);
  }

  async function grow() {
    const mine = (run += 1);
    const begin = gaussianNoise(seed, 3 * size * size);
    const flower = (part, through) => growThrough(through, begin,
      async (noisy, rates) => (await network.predict(noisy, rates, recorded.label)).noise,
      (image, i) => {
        if (mine !== run) return false;
        views[part].draw(planesToBytes(image, mean, std));
        words.say(`Step ${i + 1} of ${STEPS}, seed ${seed}.${clipped}`, false);
        return true;
      });
    views.mine.heading.textContent = MINE;
    root.dataset.state = "growing";
    try {
      if (await flower("mine", levels) === null) return;
      if (standardSeed !== seed) {
        if (await flower("cosine", levelsToVisit(cosine, STEPS, range)) === null) return;
        standardSeed = seed;
      }
    } catch (error) {
      if (mine !== run) return;
      words.say(`The network stopped: ${error.message}`);
      root.dataset.state = "failed";
      return;
    }
    views.mine.describe("A flower grown under this schedule");
    words.say(`Both grown from the noise of seed ${seed}, in ten steps each.${clipped}`);
    root.dataset.state = "done";
  }

  let clipped = "";
  return {
    decoding,
    beside: [losses.element],
    under: [
      element("div", { class: "ff-columns ff-pair ff-grow ff-gap" }, views.cosine.element,
        views.mine.element),
      words.element,
      element("div", { class: "ff-controls ff-gap" }, offer.processor.element, offer.action, another,
        offer.bar)],
    stops: (schedule) => levelsToVisit(schedule, STEPS, range).map((level, i) => [1 - i / STEPS, level]),
    show(schedule, name) {
      kind = name;
      levels = levelsToVisit(schedule, STEPS, range);
      const beyond = levels.some((level, i) => Math.abs(level - schedule.logSNR(1 - i / STEPS)) > 0.05);
      clipped = beyond ? ` The network knows log-SNRs from ${signed(range[1])} to ${signed(range[0])} `
        + "only: steps beyond are taken at the nearest of these." : "";
      const errors = predictedErrors(spectrum, schedule.logSNR);
      losses.update(["noise", "image"].map((part) => ({ name: part, share: errors[part],
        mark: standard[part], cells: [errors[part].toFixed(3), standard[part].toFixed(3),
          (errors[part] / standard[part]).toFixed(2)] })));
      showRecorded();
      growSoon();
      return describeLosses(errors.noise / standard.noise, errors.image / standard.image) + clipped;
    },
  };
}
