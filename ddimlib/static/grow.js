// Grow a flower (chapter 11 and the first page): the book's network runs in the reader's browser.

import {
  button, choice, controls, decodeBytes, element, picture, readout, slider,
} from "./figure.js";
import workerSource from "./grow.worker.js"; // its text: see book/bundle_figures.py
import { gaussianNoise } from "./noise.js";
import {
  ddimStep, evenTimes, guidedNoise, planesToBytes, predictedNoise, stepSeed,
} from "./sampling.js";
import { makeSchedule } from "./schedules.js";

// Fetch a file whole, telling `progress(bytes so far)` on the way. `anew` takes nothing that the
// browser has kept: after a bad answer it would give the same again.
async function download(url, { progress = () => {}, signal, anew }) {
  const response = await fetch(url, { signal, cache: anew ? "reload" : "default" });
  if (!response.ok) throw new Error(`${url} answers ${response.status}`);
  const reader = response.body.getReader();
  const parts = [];
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    parts.push(value);
    length += value.length;
    progress(length);
  }
  return new Blob(parts).arrayBuffer();
}

// What is not the file that was asked for: a log-in page with status 200, a download cut short.
function checkNetwork(bytes, expected) {
  if (bytes.byteLength !== expected) {
    throw new Error(`what came is not the network: ${bytes.byteLength} bytes instead of ${expected}`);
  }
}

function checkRuntime(bytes) {
  const start = new TextDecoder("latin1").decode(bytes.slice(0, 4));
  if (start !== "\0asm") throw new Error("what came is not the runtime");
}

// Where the site's files are: beside a page of the book, which says where its root is, and at the
// book's address in an output frame of Colab or JupyterLab.
export function siteRoot(contentRoot, page, site) {
  return contentRoot === undefined ? site : new URL(contentRoot, page).href;
}

// The network in a worker: `predict({ noisy, size, variance, label })` resolves to
// { prediction, seconds, processor, reason }.
function networkWorker() {
  const url = URL.createObjectURL(new Blob([workerSource], { type: "text/javascript" }));
  const worker = new Worker(url, { type: "module" });
  const waiting = new Map();
  let last = 0;
  const fail = (message) => {
    for (const { reject } of waiting.values()) reject(new Error(message));
    waiting.clear();
  };
  worker.onerror = (event) => {
    event.preventDefault();
    fail(event.message || "the worker could not start");
  };
  worker.onmessage = ({ data: { id, answer, error } }) => {
    const { resolve, reject } = waiting.get(id) ?? {};
    waiting.delete(id);
    if (error) reject?.(new Error(error));
    else resolve?.(answer);
  };
  const ask = (task, data, transfer = []) => new Promise((resolve, reject) => {
    last += 1;
    waiting.set(last, { resolve, reject });
    worker.postMessage({ id: last, task, ...data }, transfer);
  });
  return {
    load: (data) => ask("load", data, [data.binary]),
    predict: (data) => ask("predict", data),
    end: () => worker.terminate(),
  };
}

// Whether this browser can compute on a graphics card (WebGPU).
async function hasGraphicsCard() {
  try {
    return Boolean(await navigator.gpu?.requestAdapter());
  } catch {
    return false;
  }
}

// Why this page cannot run the network, or "" where it can.
function obstacle() {
  if (location.protocol === "file:") {
    return "Opened from a folder, this page may not load the network: browsers forbid it. Serve "
      + "the folder (python -m http.server) or read the book on its site. What you see is "
      + "recorded.";
  }
  if (typeof WebAssembly !== "object" || typeof Worker !== "function") {
    return "This browser has no WebAssembly, in which the network runs. What you see is recorded.";
  }
  return "";
}

export function start(live, data, root) {
  const { size, mean, std, classes } = data;
  const count = 3 * size * size;
  const schedule = makeSchedule(data.schedule.kind, data.schedule.options);
  const noiseFrom = predictedNoise(data.target);
  const toBytes = (image) => planesToBytes(image, mean, std);
  const megabytes = (bytes) => (bytes / 1e6).toFixed(1);
  let network = null;
  let file = null; // the network's bytes, kept for when the reader changes the processor
  let anew = false; // the last answer was a bad one
  let run = 0; // a new number stops the loop of the one before

  const settings = { seed: data.seed, steps: data.steps, eta: 0, label: data.label,
    guidance: data.guidance, acts: "middle", processor: "wasm" };
  const change = (name, convert = Number) => (value) => {
    settings[name] = convert(value);
    guidance.input.disabled = acts.input.disabled = settings.label === classes;
    if (name === "processor") return changeProcessor();
    if (name === "seed") showNoise();
    if (network && name !== "seed") grow();
    else if (network) growSoon();
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
  // Its runtime is large: offered where it can be used, fetched only when the reader chooses it.
  const processor = choice({ label: "Runs on", value: "wasm",
    onChange: change("processor", String), options: Object.entries(data.runtimes).map(
      ([key, { name, bytes }]) => [key, `${name} (${megabytes(bytes)} MB)`]) });
  processor.element.hidden = true;
  const toFetch = () => data.runtimes[settings.processor].bytes + (file ? 0 : data.model_bytes);
  const offer = () => `Grow a flower (downloads ${megabytes(toFetch())} MB)`;
  const action = button({ label: offer(), onClick: begin });
  const another = button({ label: "Another seed", onClick: () => {
    seed.value = (settings.seed + 1) % 1000;
  } });
  const bar = element("progress", { max: 1, value: 0, "aria-label": "Download", hidden: true });
  const views = {
    noisy: picture({ label: "The noisy image", title: "Noisy image", width: size, height: size }),
    image: picture({ label: "The predicted image", title: "Predicted image", width: size,
      height: size }),
  };
  const strip = element("div", { class: "ff-grow-strip", role: "group",
    "aria-label": "The predicted image, step by step" });
  const words = readout();
  live.append(
    controls(seed, steps, eta, ...(classes ? [label, guidance, acts] : []), processor),
    element("div", { class: "ff-controls" }, action, another, bar),
    element("div", { class: "ff-columns ff-pair ff-grow" }, views.noisy.element,
      views.image.element),
    strip, words.element);

  function state(name) { root.dataset.state = name; }

  function showNoise() {
    views.noisy.draw(toBytes(gaussianNoise(settings.seed, count)));
    if (!network) views.image.draw(toBytes(new Float32Array(count)));
  }

  // The first view: the recorded flower of the seed that the figure opens with.
  const recorded = decodeBytes(data.recorded);
  const frames = recorded.length / count;
  for (let i = 0; i < frames; i += 1) addToStrip(recorded.subarray(i * count, (i + 1) * count));
  showNoise();
  views.image.draw(recorded.subarray((frames - 1) * count));
  const problem = obstacle();
  action.disabled = another.disabled = problem !== "";
  if (problem) {
    for (const item of [seed, steps, eta, label]) item.input.disabled = true;
  }
  const named = data.label === classes ? "" : `${data.class_names[data.label]}, `;
  const onPage = document.documentElement.dataset.content_root;
  const place = siteRoot(onPage, location.href, data.site);
  words.say(problem || `Recorded: ${named}seed ${data.seed}, ${data.steps} steps. The network `
    + `(${megabytes(data.model_bytes)} MB) and the runtime are fetched `
    + `${onPage === undefined ? `from ${data.site} ` : ""}when you press the button.`);
  state(problem ? "impossible" : "asleep");
  if (!problem) {
    hasGraphicsCard().then((has) => {
      processor.element.hidden = !has;
      root.dataset.graphics = has ? "yes" : "no";
    });
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

  // The other runtime is another download: it waits for the button.
  function changeProcessor() {
    run += 1;
    network?.end();
    network = null;
    action.textContent = offer();
    words.say(`Press the button to fetch the runtime for the ${data.runtimes[settings.processor].name}.`);
    state("asleep");
  }

  async function begin() {
    if (network) return grow();
    const wanted = settings.processor;
    const { module, binary: name } = data.runtimes[wanted];
    let worker = null;
    const total = toFetch();
    bar.max = total;
    action.disabled = processor.input.disabled = true;
    bar.hidden = false;
    state("loading");
    const stop = new AbortController();
    try {
      const runtime = new URL(data.runtime, place).href;
      const model = new URL(data.model, place).href;
      const sizes = [0, 0];
      const progress = (i) => (length) => {
        if (stop.signal.aborted) return;
        sizes[i] = length;
        bar.value = sizes[0] + sizes[1];
        words.say(`Downloading: ${megabytes(bar.value)} of ${megabytes(total)} MB`);
      };
      const [binary, fetched] = await Promise.all([
        download(`${runtime}${name}`, { progress: progress(0), signal: stop.signal, anew }),
        file ?? download(model, { progress: progress(1), signal: stop.signal, anew }),
        // The worker imports these two: a bad answer must not be what it finds.
        ...(anew ? [module, name.replace(/wasm$/, "mjs")] : []).map((script) =>
          download(`${runtime}${script}`, { signal: stop.signal, anew })),
      ]);
      checkRuntime(binary);
      checkNetwork(fetched, data.model_bytes);
      words.say("Starting the network");
      worker = networkWorker();
      await worker.load({ runtime, module, binary, network: fetched, processor: wanted });
      network = worker;
      file = fetched; // kept now that it has proved good
      anew = false;
      action.textContent = "Grow it again";
    } catch (error) {
      stop.abort(); // the other file is of no use now
      worker?.end();
      anew = true;
      if (wanted === "webgpu") processor.value = "wasm";
      words.say(`The network could not be loaded (${error.message}). ${wanted === "webgpu"
        ? "Press the button to run it on the processor instead." : "Press the button to try again; "
        + `the chapter does the same in Python, and the figure runs on ${data.site}`}`);
      state("failed");
      return;
    } finally {
      bar.hidden = true;
      action.disabled = processor.input.disabled = false;
    }
    await grow();
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
      const answer = await network.predict(
        { noisy, size, variance: rates.noise ** 2, label: name });
      spent += answer.seconds;
      evaluations += 1;
      root.dataset.processor = answer.processor;
      where = answer.reason
        ? `on the processor: the graphics card could not be used (${answer.reason})`
        : `on your ${data.runtimes[answer.processor].name}`;
      return noiseFrom(answer.prediction, noisy, rates);
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
      words.say(`The network stopped: ${error.message}`);
      state("failed");
      return;
    }
    root.dataset.seconds = (spent / evaluations).toFixed(4);
    state("done");
  }
}
