// The book's network in any figure: the button that fetches it, and what to ask it then.
//
//   const network = pageNetwork(data);             // data: widgets.network.network_data(run)
//   const offer = networkButton(root, network, data, words, { label: "Grow a flower",
//     again: "Grow it again", opening: "Recorded: …", onReady: grow, onLost: stopLoop });
//   live.append(controls(…, offer.processor), controls(offer.action, offer.bar), words.element);
//   const { noise } = await network.predict(noisy, network.schedule.rates(t), label);
//
// Figures that name the same run share its download and its worker; `onReady` is called at each
// press of the button, once the network is there. `offer.problem` says why it cannot come, or "".

import { button, choice, element } from "./figure.js";
import workerSource from "./network.worker.js"; // its text: see book/bundle_figures.py
import { sharedNetwork, siteRoot } from "./shared_network.js";
import { workerOf } from "./worker_of.js";

const megabytes = (bytes) => (bytes / 1e6).toFixed(1);

export function pageNetwork(data) {
  const root = siteRoot(document.documentElement.dataset.content_root, location.href, data.site);
  return sharedNetwork(data, root, () => workerOf(workerSource, { type: "module" }));
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

// `root.dataset.state` becomes "asleep", "loading", "failed" or "impossible"; what follows
// `onReady` is the figure's own. `onLost` is called when the network goes, to stop what uses it.
export function networkButton(root, network, data, words, options) {
  const { label, again = label, opening, onReady, onLost = () => {} } = options;
  const problem = obstacle();
  const state = (name) => { root.dataset.state = name; };
  // Its runtime is large: offered where it can be used, fetched only when the reader chooses it.
  const processor = choice({ label: "Runs on", value: network.processor, onChange: network.choose,
    options: Object.entries(data.runtimes).map(
      ([key, { name, bytes }]) => [key, `${name} (${megabytes(bytes)} MB)`]) });
  processor.element.hidden = true;
  const action = button({ label, onClick: begin });
  const bar = element("progress", { max: 1, value: 0, "aria-label": "Download", hidden: true });
  let chosen = network.processor; // what this figure has seen of it
  let ready = false;
  let used = false;
  let costs = null;

  function show() {
    const bytes = network.toFetch();
    if (chosen !== network.processor || (ready && !network.ready)) {
      used = false;
      onLost();
      words.say(network.trouble
        ? `The network stopped: ${network.trouble}. Press the button to start it again.`
        : `Press the button to fetch the runtime for the ${data.runtimes[network.processor].name}.`);
      state(network.trouble ? "failed" : "asleep");
    } else if (bytes !== costs && root.dataset.state === "asleep") {
      introduce();
    }
    [chosen, ready, costs] = [network.processor, network.ready, bytes];
    action.textContent = used ? again
      : `${label} (${bytes ? `downloads ${megabytes(bytes)} MB` : "nothing to download"})`;
    processor.input.value = network.processor;
    processor.input.disabled = network.loading;
  }

  async function begin() {
    if (!network.ready) {
      const wanted = network.processor;
      const focused = document.activeElement === action;
      action.disabled = true;
      bar.hidden = false;
      state("loading");
      try {
        await network.open((bytes, total) => {
          bar.max = total;
          bar.value = bytes;
          words.say(bytes === total ? "Starting the network"
            : `Downloading: ${megabytes(bytes)} of ${megabytes(total)} MB`, false);
        });
      } catch (error) {
        if (wanted === "webgpu") network.choose("wasm");
        words.say(`The network could not be loaded (${error.message}). ${wanted === "webgpu"
          ? "Press the button to run it on the processor instead." : "Press the button to try again; "
          + `the chapter does the same in Python, and the figure runs on ${data.site}`}`);
        state("failed");
        return;
      } finally {
        bar.hidden = true;
        action.disabled = false;
        // Browsers take the focus from what is disabled. Whoever has gone elsewhere stays there.
        const nowhere = [document.body, action, null].includes(document.activeElement);
        if (focused && nowhere) action.focus({ preventScroll: true });
      }
    }
    used = true;
    show();
    onReady();
  }

  function introduce() {
    const elsewhere = document.documentElement.dataset.content_root === undefined;
    words.say(`${opening} ${network.toFetch() === 0 ? "The network is here: press the button."
      : `The network (${megabytes(data.model_bytes)} MB) and the runtime are fetched `
        + `${elsewhere ? `from ${data.site} ` : ""}when you press the button.`}`);
  }

  state(problem ? "impossible" : "asleep");
  action.disabled = problem !== "";
  network.onChange(show);
  show();
  if (problem) words.say(problem);
  if (!problem) {
    hasGraphicsCard().then((has) => {
      processor.element.hidden = !has;
      root.dataset.graphics = has ? "yes" : "no";
    });
  }
  return { action, bar, processor, problem };
}
