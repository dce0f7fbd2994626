// Grow a flower (chapters 9 and 11, the first page): the book's network runs in the reader's browser.

import { departure } from "./departures.js";
import {
  atRest, button, choice, controls, decodeBytes, element, picture, readout, slider,
} from "./figure.js";
import { grow as growth } from "./growth.js";
import { networkButton, pageNetwork } from "./network.js";
import { gaussianNoise } from "./noise.js";
import { planesToBytes } from "./sampling.js";

export function start(live, data, root) {
  const { size, mean, std, classes } = data;
  const count = 3 * size * size;
  const network = pageNetwork(data);
  const toBytes = (image) => planesToBytes(image, mean, std);
  let run = 0; // a new number stops the loop of the one before

  const settings = { seed: data.seed, steps: data.steps, eta: 0, label: data.label,
    guidance: data.guidance, acts: "middle" };
  const change = (name, convert = Number) => (value) => {
    settings[name] = convert(value);
    allow();
    if (name === "seed") showNoise();
    if (network.ready) growSoon();
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
  const middle = (t) => low <= t && t <= high;
  const acts = choice({ label: "Guidance acts", value: "middle", onChange: change("acts", String),
    options: [["middle", `from t = ${high} to ${low}`], ["always", "always"]] });
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
  // The same noise in three ways, side by side (chapter 9).
  const side = button({ label: "Compare guidance", onClick: compare });
  const ways = [["Class alone", { guidance: 1 }], ["Guided always", { acts: undefined }],
    [`Guided from t = ${high} to ${low}`, { acts: middle }]].map(([title, options]) => ({ title,
    options, view: picture({ title, label: title, width: size, height: size }) }));
  const comparison = element("div", { class: "ff-triple ff-film", hidden: true },
    ...ways.map(({ view }) => view.element));
  const words = readout();
  const named = data.label === classes ? "" : `${data.class_names[data.label]}, `;
  const offer = networkButton(root, network, data, words, {
    label: "Grow a flower",
    again: "Grow it again",
    opening: `Recorded: ${named}seed ${data.seed}, ${data.steps} steps.`,
    onReady: grow,
    onLost: stop,
  });
  live.append(
    controls(seed, steps, eta, ...(classes ? [label, guidance, acts] : []), offer.processor),
    controls(offer.action, another, ...(data.compare ? [side] : []), offer.bar),
    element("div", { class: "ff-columns ff-pair ff-grow" }, views.noisy.element,
      views.image.element),
    strip, words.element, ...(data.compare ? [comparison] : []));
  network.onChange(allow);
  allow();

  // Guidance needs a class, and a comparison the network as well.
  function allow() {
    guidance.input.disabled = acts.input.disabled = settings.label === classes;
    side.disabled = settings.label === classes || !network.ready;
  }

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

  const growAtRest = atRest(grow);
  function growSoon() {
    stop();
    state("growing");
    growAtRest();
  }

  function stop() {
    run += 1;
    growAtRest.forget();
  }

  // Have the network do some work, which stops when `wanted()` is no longer true.
  async function attempt(work) {
    stop();
    const mine = run;
    const wanted = () => mine === run;
    state("growing");
    try {
      await work(wanted);
      if (wanted()) state("done");
    } catch (error) {
      if (!wanted()) return;
      words.say(`The network stopped: ${error.message}`);
      state("failed");
    }
  }

  function grow() {
    const { seed: chosen, steps: length } = settings;
    const kept = new Set(Array.from({ length: 10 }, (_, i) => Math.ceil(((i + 1) * length) / 10)));
    strip.replaceChildren();
    comparison.hidden = true; // it was of another noise, or of another guidance
    return attempt(async (wanted) => {
      for await (const step of growth(network, { ...asked(), wanted })) {
        if (!wanted()) return; // the reader has chosen something else
        views.noisy.draw(toBytes(step.next));
        views.image.draw(toBytes(step.image));
        if (kept.has(step.i + 1)) addToStrip(toBytes(step.image));
        words.say(`Step ${step.i + 1} of ${length}, seed ${chosen}: ${step.seconds.toFixed(2)} s `
          + `a network evaluation here, ${step.where}.`, step.i + 1 === length);
        root.dataset.processor = step.processor;
        root.dataset.seconds = step.seconds.toFixed(4);
      }
    });
  }

  function compare() {
    comparison.hidden = false;
    for (const { view } of ways) view.draw(new Uint8ClampedArray(count));
    return attempt(async (wanted) => {
      const ends = [];
      for (const { title, options, view } of ways) {
        let image = null;
        for await (const step of growth(network, { ...asked(), ...options, wanted })) {
          if (!wanted()) return;
          image = toBytes(step.image);
          view.draw(image);
          words.say(`${title}: step ${step.i + 1} of ${settings.steps}.`, false);
        }
        if (!wanted()) return; // growth.js has stopped by itself
        ends.push(image);
      }
      words.say(ways.slice(1).map(({ title }, i) => {
        const { brightness, contrast, outlines } = departure(ends[i + 1], ends[0], size);
        return `${title}, the light has moved by ${signed(brightness)}, the contrast is `
          + `${contrast.toFixed(2)} times that of the class alone, and the outlines agree to `
          + `${outlines.toFixed(2)}.`;
      }).join(" "));
    });
  }

  // What growth.js is asked for.
  function asked() {
    const { acts: when, ...others } = settings;
    return { ...others, acts: when === "always" ? undefined : middle };
  }
  // An address may ask for a flower: #flower=57&seed=3.
  function open() {
    if (!root.isConnected) return window.removeEventListener("hashchange", open);
    const wanted = new URLSearchParams(location.hash.slice(1));
    const flower = Number(wanted.get("flower") ?? NaN);
    if (offer.problem || !(flower in data.class_names)) return;
    label.value = String(flower);
    seed.value = Number(wanted.get("seed") ?? settings.seed);
    root.scrollIntoView({ block: "center" });
    if (!network.ready) {
      words.say(`${data.class_names[flower]}, seed ${settings.seed}: press the button to grow it.`);
    }
  }
  window.addEventListener("hashchange", open);
  open();
}

function signed(value) {
  return `${value < 0 ? "−" : "+"}${Math.abs(value).toFixed(2)}`;
}
