// Grow a flower (chapter 11 and the first page): the book's network runs in the reader's browser.

import {
  button, choice, controls, decodeBytes, element, picture, readout, slider,
} from "./figure.js";
import { networkButton, pageNetwork } from "./network.js";
import { gaussianNoise } from "./noise.js";
import { ddimStep, evenTimes, guidedNoise, planesToBytes, stepSeed } from "./sampling.js";

export function start(live, data, root) {
  const { size, mean, std, classes } = data;
  const count = 3 * size * size;
  const network = pageNetwork(data);
  const { schedule } = network;
  const toBytes = (image) => planesToBytes(image, mean, std);
  let run = 0; // a new number stops the loop of the one before

  const settings = { seed: data.seed, steps: data.steps, eta: 0, label: data.label,
    guidance: data.guidance, acts: "middle" };
  const change = (name, convert = Number) => (value) => {
    settings[name] = convert(value);
    guidance.input.disabled = acts.input.disabled = settings.label === classes;
    if (name === "seed") showNoise();
    if (network.ready && name !== "seed") grow();
    else if (network.ready) growSoon();
  };
  const seed = slider({ label: "Seed", min: 0, max: 999, step: 1, value: settings.seed,
    onInput: change("seed") });
  const steps = choice({ label: "Steps", value: String(settings.steps), onChange: change("steps"),
    options: [5, 10, 20, 40].map((n) => [String(n), String(n)]) });
  const eta = slider({ label: "Fresh noise η", min: 0, max: 1, step: 0.1, value: 0,
    format: (value) => value.toFixed(1), onInput: change("eta") });
  const label = choice({ label: "Flower", value: String(data.label), onChange: change("label"),
    options: [[String(classes), "no class"], ...data.class_names.map((name, i) => [String(i), name])
      .sort((a, b) => (a[1] < b[1] ? -1 : 1))] });
  const guidance = slider({ label: "Guidance", min: 0, max: 8, step: 0.5, value: data.guidance,
    format: (value) => value.toFixed(1), onInput: change("guidance") });
  const [low, high] = data.interval;
  const acts = choice({ label: "Guidance acts", value: "middle", onChange: change("acts", String),
    options: [["middle", `from t = ${high} to ${low}`], ["always", "always"]] });
  guidance.input.disabled = acts.input.disabled = data.label === classes;
  const another = button({ label: "Another seed", onClick: () => {
    seed.value = (settings.seed + 1) % 1000;
  } });
  const views = {
    noisy: picture({ label: "The noisy image", title: "Noisy image", width: size, height: size }),
    image: picture({ label: "The predicted image", title: "Predicted image", width: size,
      height: size }),
  };
  const strip = element("div", { class: "ff-grow-strip", role: "group",
    "aria-label": "The predicted image, step by step" });
  const words = readout();
  const named = data.label === classes ? "" : `${data.class_names[data.label]}, `;
  const offer = networkButton(root, network, data, words, {
    label: "Grow a flower",
    again: "Grow it again",
    opening: `Recorded: ${named}seed ${data.seed}, ${data.steps} steps.`,
    onReady: grow,
    onLost: () => { run += 1; },
  });
  live.append(
    controls(seed, steps, eta, ...(classes ? [label, guidance, acts] : []), offer.processor),
    controls(offer.action, another, offer.bar),
    element("div", { class: "ff-columns ff-pair ff-grow" }, views.noisy.element,
      views.image.element),
    strip, words.element);

  function state(name) { root.dataset.state = name; }

  function showNoise() {
    views.noisy.draw(toBytes(gaussianNoise(settings.seed, count)));
    if (!network.ready) views.image.draw(toBytes(new Float32Array(count)));
  }

  // The first view: the recorded flower of the seed that the figure opens with.
  const recorded = decodeBytes(data.recorded);
  const frames = recorded.length / count;
  for (let i = 0; i < frames; i += 1) addToStrip(recorded.subarray(i * count, (i + 1) * count));
  showNoise();
  views.image.draw(recorded.subarray((frames - 1) * count));
  if (offer.problem) {
    for (const input of [another, seed.input, steps.input, eta.input, label.input]) {
      input.disabled = true;
    }
  }

  function addToStrip(bytes) {
    const small = element("canvas", { width: size, height: size, "aria-hidden": "true" });
    const context = small.getContext("2d");
    const image = context.createImageData(size, size);
    for (let i = 0; i < size * size; i += 1) {
      image.data.set([bytes[3 * i], bytes[3 * i + 1], bytes[3 * i + 2], 255], 4 * i);
    }
    context.putImageData(image, 0, 0);
    strip.append(small);
  }

  // While the seed's handle moves, wait until it rests.
  let resting = 0;
  function growSoon() {
    run += 1;
    clearTimeout(resting);
    resting = setTimeout(grow, 250);
  }

  async function grow() {
    const mine = (run += 1);
    const { seed: chosen, steps: length, eta: share, label: flower, guidance: scale } = settings;
    const guides = (t) => flower !== classes && scale !== 1
      && (settings.acts === "always" || (low <= t && t <= high));
    const times = evenTimes(length);
    const kept = new Set(Array.from({ length: 10 }, (_, i) => Math.ceil(((i + 1) * length) / 10)));
    let noisy = gaussianNoise(chosen, count);
    let spent = 0;
    let evaluations = 0;
    let where = "";
    strip.replaceChildren();
    state("growing");
    const predict = async (rates, name) => {
      const answer = await network.predict(noisy, rates, name);
      spent += answer.seconds;
      evaluations += 1;
      root.dataset.processor = answer.processor;
      where = answer.where;
      return answer.noise;
    };
    try {
      for (let i = 0; i < length; i += 1) {
        const [here, there] = [schedule.rates(times[i]), schedule.rates(times[i + 1])];
        let noise = await predict(here, flower);
        if (mine === run && guides(times[i])) {
          noise = guidedNoise(await predict(here, classes), noise, scale);
        }
        if (mine !== run) return; // the reader has chosen something else
        const field = share > 0 ? gaussianNoise(stepSeed(chosen, i), count) : null;
        const step = ddimStep(noisy, noise, here, there, share, field);
        noisy = step.noisy;
        views.noisy.draw(toBytes(noisy));
        views.image.draw(toBytes(step.image));
        if (kept.has(i + 1)) addToStrip(toBytes(step.image));
        words.say(`Step ${i + 1} of ${length}, seed ${chosen}: ${(spent / evaluations).toFixed(2)} s `
          + `a network evaluation here, ${where}.`);
      }
    } catch (error) {
      if (mine !== run) return;
      words.say(`The network stopped: ${error.message}`);
      state("failed");
      return;
    }
    root.dataset.seconds = (spent / evaluations).toFixed(4);
    state("done");
  }
}
