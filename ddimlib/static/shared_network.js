// A network that all figures of a page share: fetched once, and asked one thing after the other.
// Knows no document and no worker's text (see network.js), so node can run it too.

import { predictedNoise } from "./sampling.js";
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

// Between pages the browser keeps what was fetched, by an address that ends in the file's version
// (the Cache API). Where it may not, as in some frames, the next page fetches again.
const SHELF = "noise-to-flowers";

async function kept(address) {
  try {
    return await caches.match(address);
  } catch {
    return undefined;
  }
}

async function keep(address, response) {
  try {
    const shelf = await caches.open(SHELF);
    const file = (url) => url.split("?")[0];
    for (const { url } of await shelf.keys()) {
      if (file(url) === file(address)) await shelf.delete(url); // an earlier version
    }
    await shelf.put(address, response);
  } catch {
    // There is no room, or no permission.
  }
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

// Questions to a worker and its answers, as promises.
function conversation(worker) {
  const waiting = new Map();
  let last = 0;
  const fail = (message) => {
    for (const { reject } of waiting.values()) reject(new Error(message));
    waiting.clear();
  };
  worker.onerror = (event) => {
    event.preventDefault();
    const message = event.message || "the worker could not start";
    fail(message);
    talk.onDeath(new Error(message));
  };
  worker.onmessage = ({ data: { id, answer, error, refused = false } }) => {
    const { resolve, reject } = waiting.get(id) ?? {};
    waiting.delete(id);
    if (error) reject?.(Object.assign(new Error(error), { refused }));
    else resolve?.(answer);
  };
  const ask = (task, data, transfer = []) => new Promise((resolve, reject) => {
    last += 1;
    waiting.set(last, { resolve, reject });
    worker.postMessage({ id: last, task, ...data }, transfer);
  });
  const talk = {
    onDeath() {}, // called with an error when the worker has failed by itself
    load: (data) => ask("load", data, [data.binary]),
    predict: (data) => ask("predict", data),
    end() {
      worker.terminate();
      fail("it was put away");
    },
  };
  return talk;
}

// In a notebook each output brings its own copy of this module, so the page itself keeps the list.
const networks = (globalThis.noiseToFlowersNetworks ??= new Map());

// The page's network for a figure's data (widgets.network.network_data): the same one for all
// figures that name the same file. `place` is the site's root, `makeWorker` starts the worker.
export function sharedNetwork(data, place, makeWorker) {
  const address = new URL(data.model, place).href;
  if (!networks.has(address)) networks.set(address, openNetwork(data, address, place, makeWorker));
  return networks.get(address);
}

function openNetwork(data, address, place, makeWorker) {
  const runtime = new URL(data.runtime, place).href;
  const schedule = makeSchedule(data.schedule.kind, data.schedule.options);
  const noiseFrom = predictedNoise(data.target);
  const none = data.none ?? data.classes; // what it is told where nothing is asked for
  const listeners = new Set();
  const watching = new Set();
  let processor = Object.keys(data.runtimes)[0];
  let worker = null;
  let opening = null; // the download that is under way
  let file = null; // the network's bytes, kept for when the reader changes the processor
  let anew = false; // the last answer was a bad one
  let trouble = ""; // why the last worker went by itself
  let last = Promise.resolve(); // the last question: the next one waits for it

  const here = new Set(); // addresses of what the browser has kept from another page

  const binary = (name) => `${runtime}${data.runtimes[name].binary}?${data.runtimes[name].bytes}`;
  const changed = () => { for (const listener of listeners) listener(); };
  const tell = (bytes, total) => { for (const progress of watching) progress(bytes, total); };

  function toFetch() {
    if (worker) return 0;
    return (here.has(binary(processor)) ? 0 : data.runtimes[processor].bytes)
      + (file || here.has(address) ? 0 : data.model_bytes);
  }

  async function look() {
    for (const one of [address, ...Object.keys(data.runtimes).map(binary)]) {
      if (await kept(one)) here.add(one);
    }
    if (here.size) changed();
  }

  async function load() {
    const { module, binary: name } = data.runtimes[processor];
    const total = toFetch();
    const sizes = [0, 0];
    const stop = new AbortController();
    const progress = (i) => (length) => {
      if (stop.signal.aborted) return;
      sizes[i] = length;
      tell(sizes[0] + sizes[1], total);
    };
    const toKeep = [];
    const take = async (i, from) => {
      const old = anew ? undefined : await kept(from);
      if (old) return old.arrayBuffer();
      const bytes = await download(from, { progress: progress(i), signal: stop.signal, anew });
      toKeep.push([from, new Response(bytes)]); // a copy: the worker takes the runtime's bytes away
      return bytes;
    };
    let started = null;
    try {
      const [program, fetched] = await Promise.all([
        take(0, binary(processor)),
        file ?? take(1, address),
        // The worker imports these two: a bad answer must not be what it finds.
        ...(anew ? [module, name.replace(/wasm$/, "mjs")] : []).map((script) =>
          download(`${runtime}${script}`, { signal: stop.signal, anew })),
      ]);
      checkRuntime(program);
      checkNetwork(fetched, data.model_bytes);
      tell(total, total);
      started = conversation(makeWorker());
      await started.load({ runtime, module, binary: program, network: fetched, processor });
      worker = started;
      started.onDeath = (error) => lose(started, error);
      trouble = "";
      file = fetched; // kept now that it has proved good
      anew = false;
      for (const one of toKeep) keep(...one);
    } catch (error) {
      stop.abort(); // the other file is of no use now
      started?.end();
      anew = true;
      throw error;
    }
  }

  // A runtime that has aborted, for want of memory for example, never answers again: put it away, so
  // that the button starts another.
  function lose(dead, error) {
    if (worker !== dead) return;
    dead.end();
    worker = null;
    trouble = error.message;
    changed();
    look(); // what was fetched for it is kept by now
  }

  look();
  return {
    schedule,
    size: data.size,
    none, // the number that stands for no class, or the numbers for no words
    get ready() { return worker !== null; },
    get loading() { return opening !== null; },
    get processor() { return processor; },
    toFetch,
    // Why it is not ready any more, where nobody put it away; or "".
    get trouble() { return trouble; },
    // Call `listener()` whenever one of the five above may have changed.
    onChange(listener) { listeners.add(listener); },
    // Run on another processor ("wasm" or "webgpu"): its runtime is a download of its own.
    choose(name) {
      processor = name;
      worker?.end();
      worker = null;
      trouble = "";
      changed();
    },
    // Fetch and start it, telling `progress(bytes so far, bytes in all)`. Who comes while it is
    // under way waits for the same download.
    open(progress = () => {}) {
      if (worker) return Promise.resolve();
      watching.add(progress);
      if (!opening) {
        opening = load().finally(() => {
          opening = null;
          watching.clear();
          changed();
        });
        changed();
      }
      return opening;
    },
    // The noise that it sees in `noisy` (planes, size x size) at `rates` ({ signal, noise }), for
    // a class number, or for the numbers of words; without, it is told none. Resolves to { noise,
    // output (what it puts out, whatever that stands for), looks (where it hears words: at which it
    // looked), seconds, processor, where }.
    predict(noisy, rates, label = none) {
      const asked = last.then(async () => {
        if (!worker) throw new Error("it was put away");
        const asker = worker;
        const answer = await asker.predict(
          { noisy, size: data.size, variance: rates.noise ** 2, label }).catch((error) => {
          if (!error.refused) lose(asker, error);
          throw error;
        });
        return {
          noise: noiseFrom(answer.prediction, noisy, rates),
          output: answer.prediction,
          looks: answer.looks,
          seconds: answer.seconds,
          processor: answer.processor,
          where: answer.reason
            ? `on the processor: the graphics card could not be used (${answer.reason})`
            : `on your ${data.runtimes[answer.processor].name}`,
        };
      });
      last = asked.catch(() => {});
      return asked;
    },
  };
}
