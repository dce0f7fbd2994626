// Film strip (chapter 7): a flower grown in the page, with what the network believes at each step.

import { chart, legend } from "./chart.js";
import { onDrag } from "./drag.js";
import { atRest, button, choice, controls, element, picture, readout, slider } from "./figure.js";
import { change, distances, PATCH, settledFrom } from "./film_measures.js";
import { grow } from "./growth.js";
import { networkButton, pageNetwork } from "./network.js";
import { evenTimes, planesToBytes } from "./sampling.js";
import { cutColours, cutPlanes, decodeSheet, stillSheet } from "./sheets.js";

const COLUMNS = 10; // of the strip, however many steps there are
const BOUND = 0.25; // within a quarter counts as settled

export function start(live, data, root) {
  const { size, mean, std } = data;
  const network = pageNetwork(data);
  const toBytes = (image) => planesToBytes(image, mean, std);
  const settings = { seed: data.seed, steps: data.steps, eta: 0 };
  let film = []; // a step each: { time, noisy, image } in bytes
  let length = data.steps; // of the film, also while it is growing
  let settled = ""; // said once the flower is there
  let lines = []; // of the curve
  let run = 0; // a new number stops the growth of the one before

  const choose = (name) => (value) => {
    settings[name] = Number(value);
    if (network.ready) growSoon();
    else words.say("Press the button to grow that one. What you see is the recorded flower.");
  };
  const seed = slider({ label: "Seed", min: 0, max: 999, step: 1, value: data.seed,
    onInput: choose("seed") });
  const steps = choice({ label: "Steps", value: String(data.steps), onChange: choose("steps"),
    options: [5, 10, 20, 40].map((n) => [String(n), String(n)]) });
  const eta = slider({ label: "Fresh noise η", min: 0, max: 1, step: 0.1, value: 0,
    format: (value) => value.toFixed(1), onInput: choose("eta") });
  const dice = button({ label: "Throw the dice", onClick: () => {
    seed.value = Math.floor(1000 * Math.random());
  } });
  const words = readout(); // of the network
  const told = readout(); // of the step
  const offer = networkButton(root, network, data, words, {
    label: "Grow a flower",
    again: "Grow it again",
    opening: `Recorded: seed ${data.seed}, ${data.steps} steps, η = 0.`,
    onReady: growNow,
    onLost: () => { stop(); position.input.disabled = false; },
  });
  const position = slider({ label: "Step", min: 1, max: data.steps, step: 1, value: data.steps,
    format: (value) => `${value} of ${length}`, onInput: () => show() });
  const view = (title, label) => picture({ title, label, width: size, height: size });
  const noisy = view("It sees", "The noisy image");
  const belief = view("It believes", "The predicted image");
  const changed = view("The change", "What has changed in the predicted image");
  const strip = element("div", { class: "ff-film-strip ff-draggable", "aria-hidden": "true" });
  const curve = chart({ label: "Distance of the belief to the flower", height: 180,
    title: "How far the belief is from the flower", x: [1, 0], y: [0, 1.2], xLabel: "time t",
    xTicks: [1, 0.8, 0.6, 0.4, 0.2, 0], yTicks: [0, 0.25, 0.5, 0.75, 1], onPoint: goTo });
  live.append(
    controls(position),
    element("div", { class: "ff-triple ff-film" }, noisy.element, belief.element, changed.element),
    strip, told.element,
    element("div", { class: "ff-gap" }, controls(seed, dice, steps, eta, offer.processor),
      controls(offer.action, offer.bar), words.element),
    element("div", { class: "ff-gap" }, curve.element, legend([
      ["signal", `Broad colours: means over ${PATCH} × ${PATCH} pixels`],
      ["petal", "Edges and detail: the rest"]])));
  if (offer.problem) {
    for (const input of [seed.input, dice, steps.input, eta.input]) input.disabled = true;
  }

  function goTo(time) {
    if (!position.input.disabled) position.value = Math.round((1 - time) * length) + 1;
  }

  function show(aloud = true) {
    const here = film[position.value - 1];
    if (!here) return;
    const before = film[position.value - 2];
    noisy.draw(here.noisy);
    belief.draw(here.image);
    changed.draw(before ? change(before.image, here.image) : new Uint8ClampedArray(size * size));
    const { signal, noise } = network.schedule.rates(here.time);
    const step = `step ${position.value} of ${length}`;
    noisy.describe(`The noisy image that the network sees at ${step}`);
    belief.describe(`The image that the network believes in at ${step}`);
    changed.describe(before ? "Bright where its belief has changed since the step before"
      : "The first step: there is no belief before it");
    told.say(`Step ${position.value} of ${length}, at t = ${here.time.toFixed(2)}: signal rate `
      + `${signal.toFixed(2)}, noise rate ${noise.toFixed(2)}.${settled}`, aloud);
    const places = columns();
    const now = places.findLast((place) => place < position.value);
    [...strip.children].forEach((frame, i) => {
      frame.classList.toggle("ff-now", places[i % places.length] === now);
    });
    curve.update({ lines, marks: [{ x: here.time, colour: "muted" }] });
  }

  // Which steps the strip shows.
  function columns() {
    const shown = Math.min(length, COLUMNS);
    return Array.from({ length: shown }, (_, k) => Math.round((k * (length - 1)) / (shown - 1)));
  }

  // The strip: above what the network sees, below what it believes.
  function roll() {
    strip.replaceChildren(...["noisy", "image"].flatMap((kind) => columns().map((place) => {
      const frame = picture({ label: "", width: size, height: size });
      if (film[place]) frame.draw(film[place][kind]);
      return frame.canvas;
    })));
    strip.style.setProperty("--ff-columns", columns().length);
  }

  // Now that the flower is there, what was right about it, and when?
  function judge() {
    const off = distances(film.map(({ image }) => image), size);
    const line = (kind, colour) => ({ colour, points: film.map(({ time }, i) => [time, off[i][kind]]) });
    lines = [line("broad", "signal"), line("fine", "petal")];
    const from = (kind) => settledFrom(off.map((each) => each[kind]), BOUND) + 1;
    settled = ` Within a quarter of the flower: its broad colours from step ${from("broad")} on, `
      + `edges and detail from step ${from("fine")} on.`;
    curve.describe(`Distance of the belief to the flower.${settled}`);
    root.dataset.broad = from("broad");
    root.dataset.fine = from("fine");
  }

  const growAtRest = atRest(growNow);
  function growSoon() {
    stop();
    growAtRest();
  }

  function stop() {
    run += 1;
    growAtRest.forget();
  }

  async function growNow() {
    stop();
    const mine = run;
    const chosen = { ...settings };
    film = [];
    settled = "";
    lines = [];
    length = chosen.steps;
    root.dataset.state = "growing";
    position.input.disabled = true;
    try {
      for await (const step of grow(network, chosen)) {
        if (mine !== run) return;
        film.push({ time: step.time, noisy: toBytes(step.noisy), image: toBytes(step.image) });
        position.limits(1, length, film.length);
        roll();
        show(false);
        words.say(`Seed ${chosen.seed}: ${step.seconds.toFixed(2)} s a network evaluation here, `
          + `${step.where}.`, false);
        root.dataset.processor = step.processor;
      }
    } catch (error) {
      if (mine !== run) return;
      words.say(`The network stopped: ${error.message}`);
      root.dataset.state = "failed";
      return;
    } finally {
      if (mine === run) position.input.disabled = false;
    }
    judge();
    show();
    root.dataset.state = "done";
  }

  // The whole width of the strip is a slider, too.
  onDrag(strip, (event) => {
    const box = strip.getBoundingClientRect();
    const share = Math.min(Math.max((event.clientX - box.left) / box.width, 0), 0.999);
    if (!position.input.disabled) position.value = Math.floor(share * length) + 1;
  }, { scrolls: true });

  // The first view is recorded.
  const sheets = [data.noisy, stillSheet(root)];
  return Promise.all(sheets.map(decodeSheet)).then(([seen, believed]) => {
    if (film.length) return;
    film = evenTimes(data.steps).slice(0, -1).map((time, i) => {
      const place = [(i % COLUMNS) * size, Math.floor(i / COLUMNS) * size, size, size];
      return { time, noisy: cutPlanes(seen, ...place), image: cutColours(believed, ...place) };
    });
    judge();
    roll();
    position.limits(1, data.steps, Math.round(data.steps / 2));
    show();
    root.dataset.frames = film.length;
  });
}
