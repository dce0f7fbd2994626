// Ask in words (chapter 12): a prompt, the picture that grows, and at which word each place looks.

import { caption, links, recordedLooks, refusal, shares, spokenWords } from "./asking.js";
import {
  atRest, button, choice, controls, decodeBytes, element, picture, readout, slider,
} from "./figure.js";
import { grow as growth } from "./growth.js";
import { networkButton, pageNetwork } from "./network.js";
import { planesToBytes } from "./sampling.js";

export function start(live, data, root) {
  const { size, mean, std, known, side } = data;
  const network = pageNetwork(data);
  const settings = { seed: data.seed, steps: data.steps, prompt: data.prompt, unwanted: "",
    louder: -1, guidance: data.guidance, extra: 4 };
  let shown = data.prompt; // what the pictures that are there were asked for
  let frames = recordedFrames(data);
  let run = 0; // a new number stops the loop of the one before

  const change = (name, convert = Number) => (value) => {
    settings[name] = convert(value);
    allow();
    if (network.ready) ask();
  };
  // Three lists that write the prompt, for whoever does not want to type.
  const parts = Object.fromEntries([["blossom", "Colour", known.colours],
    ["flower", "Flower", known.flowers], ["ground", "Ground", known.grounds]].map(
    ([name, label, words]) => [name, choice({ label, value: data.parts[name],
      options: [...(name === "flower" ? [] : [["", "not said"]]), ...words.map((w) => [w, w])],
      onChange: compose })]));
  const prompt = field({ label: "Prompt", value: data.prompt, onInput: (text) => {
    settings.prompt = text;
    listWords();
    ask();
  } });
  const unwanted = field({ label: "Not wanted", value: "", placeholder: "such as: a yellow sunflower",
    onInput: (text) => {
      settings.unwanted = text;
      ask();
    } });
  const seed = slider({ label: "Seed", min: 0, max: 999, step: 1, value: data.seed,
    onInput: change("seed") });
  const steps = choice({ label: "Steps", value: String(data.steps), onChange: change("steps"),
    options: [5, 10, 20, 40].map((n) => [String(n), String(n)]) });
  const guidance = slider({ label: "Guidance", min: 1, max: 8, step: 0.5, value: data.guidance,
    format: (value) => value.toFixed(1), onInput: change("guidance") });
  const louder = choice({ label: "One word louder", value: "-1", options: [["-1", "none"]],
    onChange: change("louder") });
  const extra = slider({ label: "How much louder", min: 0, max: 8, step: 0.5, value: settings.extra,
    format: (value) => value.toFixed(1), onInput: change("extra") });
  const another = button({ label: "Another seed", onClick: () => {
    seed.value = (settings.seed + 1) % 1000;
  } });
  const view = picture({ title: "The picture", label: "The picture", width: size, height: size });
  const maps = element("div", { class: "ff-looks" });
  const position = slider({ label: "Step", min: 1, max: frames.length, step: 1,
    value: frames.length, format: (value) => `${value} of ${frames.length}`,
    onInput: (number) => words.say(showStep(number)) });
  const words = readout();
  const offer = networkButton(root, network, data, words, {
    label: "Grow it", again: "Grow it again",
    opening: `Recorded: “${data.prompt}”, seed ${data.seed}, ${data.steps} steps.`,
    onReady: ask,
    onLost: stop,
  });
  live.append(
    controls(...Object.values(parts)),
    controls(prompt.element, unwanted.element),
    controls(seed, guidance, louder, extra, steps, offer.processor),
    controls(offer.action, another, offer.bar),
    element("div", { class: "ff-columns ff-asked" },
      element("div", {}, view.element, position.element), maps),
    words.element);
  if (offer.problem) {
    const inputs = [another, ...[seed, steps, guidance, louder, extra, prompt, unwanted,
      ...Object.values(parts)].map(({ input }) => input)];
    for (const input of inputs) input.disabled = true;
  }
  listWords();
  allow();
  showStep(frames.length);

  function state(name) { root.dataset.state = name; }

  function allow() {
    extra.input.disabled = Boolean(offer.problem) || settings.louder < 0;
  }

  function compose() {
    prompt.input.value = caption(parts.flower.value, parts.blossom.value, parts.ground.value);
    settings.prompt = prompt.input.value;
    listWords();
    ask();
  }

  // The words of the prompt, of which one may be said louder.
  function listWords() {
    const spoken = spokenWords(settings.prompt);
    settings.louder = -1;
    louder.input.replaceChildren(element("option", { value: "-1" }, "none"),
      ...spoken.map((word, i) => element("option", { value: i }, word)));
    louder.input.value = "-1";
    allow();
  }

  // Grow what is asked for, or say why not.
  function ask() {
    const problems = [prompt, unwanted].map((one) => {
      const problem = refusal(one.input.value, known);
      one.input.setAttribute("aria-invalid", problem !== "");
      return problem;
    });
    const problem = problems.find((one) => one);
    if (problem) {
      stop();
      words.say(problem);
      state("refused");
    } else if (network.ready) {
      growSoon();
    } else {
      words.say(`“${settings.prompt}”: press the button to grow it.`);
      if (!network.loading) state("asleep");
    }
  }

  const growAtRest = atRest(grow, 500);
  function growSoon() {
    stop();
    state("growing");
    growAtRest();
  }

  function stop() {
    run += 1;
    growAtRest.forget();
  }

  async function grow() {
    const mine = (run += 1);
    const { prompt: asked, seed: chosen, steps: length } = settings;
    state("growing");
    try {
      const made = [];
      const wanted = () => mine === run;
      for await (const step of growth(network, { seed: chosen, steps: length, wanted,
        ...links(settings, known) })) {
        if (!wanted()) return; // the reader has asked for something else
        made.push({ image: planesToBytes(step.image, mean, std), looks: step.looks,
          time: step.time, cost: `${step.seconds.toFixed(2)} s a network evaluation here, ${
            step.where}.` });
        [shown, frames] = [asked, made];
        position.limits(1, made.length, made.length);
        words.say(showStep(made.length), made.length === length);
        root.dataset.processor = step.processor;
      }
      if (wanted()) state("done");
    } catch (error) {
      if (mine !== run) return;
      words.say(`The network stopped: ${error.message}`);
      state("failed");
    }
  }

  // What the network believed at a step, and at which words it looked for that. Returns what there is
  // to say about it.
  function showStep(number) {
    const { image, looks, time, cost = "" } = frames[number - 1];
    const spoken = spokenWords(shown);
    view.draw(image);
    view.describe(`“${shown}”, as the network believes it at step ${number}`);
    const found = shares(looks, spoken.length + 1, side * side).slice(1);
    const brightest = Math.max(...found.flatMap(({ map }) => map), 1e-6);
    if (maps.dataset.words !== spoken.join(" ")) {
      maps.dataset.words = spoken.join(" ");
      maps.replaceChildren(...spoken.map((word) => {
        const map = picture({ title: word, label: word, width: side, height: side });
        map.element.map = map;
        return map.element;
      }));
    }
    found.forEach(({ map, mean: share }, k) => {
      const one = maps.children[k].map;
      one.draw(Uint8ClampedArray.from(map, (value) => (255 * value) / brightest));
      one.heading.textContent = `${spoken[k]} ${(100 * share).toFixed(0)} %`;
      one.describe(`Where “${spoken[k]}” is looked at: ${(100 * share).toFixed(0)} % of the attention`);
    });
    const most = found.reduce((best, { mean: share }, k) => (share > found[best].mean ? k : best), 0);
    return [`Step ${number} of ${frames.length}, at t = ${time.toFixed(2)}.`, ...(spoken.length
      ? [`Of the words, “${spoken[most]}” is looked at most, with ${
        (100 * found[most].mean).toFixed(0)} % of the attention.`] : []), cost].join(" ").trim();
  }
}

// A line to write in.
function field({ label, value, placeholder, onInput }) {
  const input = element("input", { type: "text", value, placeholder, spellcheck: "false",
    autocomplete: "off", autocapitalize: "none" });
  input.addEventListener("input", () => onInput(input.value));
  return { input, element: element("label", { class: "ff-text" },
    element("span", { class: "ff-label" }, label), input) };
}

// The recorded picture of each step, and where its words were looked at.
function recordedFrames(data) {
  const [images, looks] = [decodeBytes(data.frames), recordedLooks(decodeBytes(data.looks))];
  const cut = (all, i) => all.subarray((i * all.length) / data.steps,
    ((i + 1) * all.length) / data.steps);
  return Array.from({ length: data.steps }, (_, i) => ({ image: cut(images, i),
    looks: cut(looks, i), time: 1 - i / data.steps }));
}
