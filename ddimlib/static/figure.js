// The runtime shared by every figure that moves: start it, build its controls, follow the theme.
// Controls are the browser's own (range, select, button), so keyboards and screen readers work.

// Start every figure of the page that does not run yet. `starts` has a function for each name; what
// it shows is the JSON inside the figure. Where a figure fails, at once or with the promise that its
// function returns, its still picture stays.
export function startFigures(starts) {
  const waiting = ".ff-figure[data-figure]:not([data-started], [data-failed])";
  const startAll = () => {
    for (const root of document.querySelectorAll(waiting)) {
      // While a page comes in, what follows a figure says that all of the figure is there.
      if (document.readyState === "loading" && !root.nextSibling) continue;
      startFigure(root, starts[root.dataset.figure]);
    }
  };
  startAll();
  if (document.readyState !== "loading") return;
  const watch = new MutationObserver(startAll);
  watch.observe(document, { childList: true, subtree: true });
  document.addEventListener("DOMContentLoaded", () => {
    watch.disconnect();
    startAll();
  });
}

async function startFigure(root, start) {
  const data = root.querySelector(":scope > script[type='application/json']");
  // Viewers that do not trust a notebook have taken the data out: this stays a still picture.
  if (!start || !data) return;
  const live = root.querySelector(".ff-live");
  // JupyterLab takes arrow keys for itself, but for what says that it wants its own.
  live.addEventListener("focusin", ({ target }) => { target.dataset.lmSuppressShortcuts = "true"; });
  root.dataset.started = "";
  try {
    await start(live, JSON.parse(data.textContent), root); // some have pictures to decode first
  } catch (error) {
    delete root.dataset.started;
    root.dataset.failed = "";
    live.replaceChildren();
    console.error(error);
  }
}

// A DOM element: attributes, then children (elements or text). `class`, `style` are attributes too.
export function element(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== null && value !== undefined && value !== false) {
      node.setAttribute(name, value === true ? "" : value);
    }
  }
  node.append(...children);
  return node;
}

// A function that has `act` called once it rests: a while after its last call, so that a handle can
// move on before. Its `forget()` takes the call back.
export function atRest(act, wait = 250) {
  let timer = 0;
  const soon = (rest = wait) => {
    soon.forget();
    timer = setTimeout(act, rest);
  };
  soon.forget = () => clearTimeout(timer);
  return soon;
}

// The row that holds a figure's controls.
export function controls(...items) {
  return element("div", { class: "ff-controls" }, ...items.map((item) => item.element ?? item));
}

// A labelled range. `format(value)` is what is shown and what a screen reader says.
// Set `slider.value = x` to move it from code (calls onInput).
export function slider({ label, min, max, step, value, format = String, onInput }) {
  // Not an <output>: a label would name that instead of the range.
  const shown = element("span", { class: "ff-value", "aria-hidden": "true" });
  const input = element("input", { type: "range", min, max, step });
  const show = () => {
    const text = format(Number(input.value));
    shown.textContent = text;
    input.setAttribute("aria-valuetext", text);
    const filled = (Number(input.value) - input.min) / (input.max - input.min || 1);
    input.style.setProperty("--ff-filled", `${(100 * filled).toFixed(1)}%`);
  };
  const name = element("span", { class: "ff-label" }, label);
  const node = element("label", { class: "ff-slider" },
    element("span", { class: "ff-row" }, name, shown), input);
  input.value = value;
  show();
  input.addEventListener("input", () => {
    show();
    onInput(Number(input.value));
  });
  return {
    element: node,
    input,
    get value() { return Number(input.value); },
    set value(next) {
      input.value = next;
      show();
      onInput(Number(input.value));
    },
    // Change the range without calling onInput.
    limits(low, high, next) {
      Object.assign(input, { min: low, max: high });
      input.value = next;
      show();
    },
    rename(text) { name.textContent = text; },
  };
}

// A labelled select. `options` is a list of [value, text]; values are strings.
export function choice({ label, options, value, onChange }) {
  const input = element("select", {},
    ...options.map(([key, text]) => element("option", { value: key }, text)));
  input.value = value;
  input.addEventListener("change", () => onChange(input.value));
  const node = element("label", { class: "ff-choice" },
    element("span", { class: "ff-label" }, label), input);
  return {
    element: node,
    input,
    get value() { return input.value; },
    set value(next) {
      input.value = next;
      onChange(input.value);
    },
  };
}

// A checkbox with its label.
export function toggle({ label, value = false, onChange }) {
  const input = element("input", { type: "checkbox" });
  input.checked = value;
  input.addEventListener("change", () => onChange(input.checked));
  return {
    element: element("label", { class: "ff-toggle" }, input, element("span", {}, label)),
    input,
    get value() { return input.checked; },
  };
}

export function button({ label, onClick }) {
  const node = element("button", { type: "button", class: "ff-button" }, label);
  node.addEventListener("click", onClick);
  return node;
}

export function reducedMotion() {
  return window.matchMedia("(prefers-reduced-motion: reduce)").matches;
}

// Call `frame(seconds since the last frame)` at each repaint while playing and on screen.
// `frame` returns false to stop. Nothing plays before the reader asks for it.
export function animation(root, frame, onState = () => {}) {
  let request = 0;
  let playing = false;
  let visible = true;
  let last = null;
  const tick = (now) => {
    const elapsed = last === null ? 0 : Math.min((now - last) / 1000, 0.1);
    last = now;
    request = 0;
    if (!root.isConnected || frame(elapsed) === false) return handle.pause();
    schedule();
  };
  const schedule = () => {
    if (playing && visible && !request) request = requestAnimationFrame(tick);
  };
  const handle = {
    get playing() { return playing; },
    play() {
      playing = true;
      last = null;
      onState(true);
      schedule();
    },
    pause() {
      playing = false;
      cancelAnimationFrame(request);
      request = 0;
      onState(false);
    },
  };
  if (typeof IntersectionObserver === "function") {
    new IntersectionObserver((entries) => {
      visible = entries[entries.length - 1].isIntersecting;
      last = null;
      schedule();
    }).observe(root);
  }
  return handle;
}

// A Play / Pause button that runs `slider` from its value to its end in `seconds`.
// With reduced motion it moves in eight still steps instead of gliding.
export function playButton(root, target, { label = "Play", seconds = 6 } = {}) {
  const low = () => Number(target.input.min);
  const high = () => Number(target.input.max);
  let position = 0;
  let waited = 0;
  const node = button({
    label,
    onClick: () => {
      if (player.playing) return player.pause();
      position = target.value >= high() ? low() : target.value;
      waited = 0;
      player.play();
    },
  });
  const player = animation(root, (elapsed) => {
    const span = high() - low();
    if (reducedMotion()) {
      waited += elapsed;
      if (waited < seconds / 8) return true;
      position += span / 8;
      waited = 0;
    } else {
      position += (span * elapsed) / seconds;
    }
    target.value = Math.min(position, high());
    return position < high();
  }, (playing) => { node.textContent = playing ? "Pause" : label; });
  // A reader who takes the handle takes over.
  target.input.addEventListener("pointerdown", () => player.pause());
  target.input.addEventListener("keydown", () => player.pause());
  return node;
}

// Text for everybody, said by screen readers only when it has been still for half a second. What is
// not `aloud`, such as progress, is only shown: who listens waits for the end.
export function readout() {
  const shown = element("p", { class: "ff-readout" });
  const spoken = element("p", { class: "ff-hidden", "aria-live": "polite" });
  let waiting = 0;
  let clearing = 0;
  return {
    element: element("div", {}, shown, spoken),
    say(text, aloud = true) {
      const first = shown.textContent === "";
      shown.textContent = text;
      clearTimeout(waiting);
      if (first || !aloud) return;
      waiting = setTimeout(() => {
        spoken.textContent = text;
        // Once it has been said, whoever reads on with the arrow keys must not come upon it twice.
        clearTimeout(clearing);
        clearing = setTimeout(() => { spoken.textContent = ""; }, 2000);
      }, 500);
    },
  };
}

// A canvas of width x height picture elements, enlarged without smoothing, with a title above it.
// `draw(colours)` takes 3 bytes (red, green, blue) or 1 byte (grey) a picture element.
export function picture({ label, title = "", width, height }) {
  const canvas = element("canvas", { width, height, role: "img", "aria-label": label });
  const context = canvas.getContext("2d");
  const image = context.createImageData(width, height);
  image.data.fill(255);
  const heading = element("span", { class: "ff-title" }, title);
  return {
    element: element("div", { class: "ff-picture" }, ...(title ? [heading] : []), canvas),
    canvas,
    heading,
    draw(colours) {
      const grey = colours.length === width * height;
      for (let i = 0; i < width * height; i += 1) {
        for (let channel = 0; channel < 3; channel += 1) {
          image.data[4 * i + channel] = grey ? colours[i] : colours[3 * i + channel];
        }
      }
      context.putImageData(image, 0, 0);
    },
    describe(text) { canvas.setAttribute("aria-label", text); },
  };
}

// Call `redraw` when the page's theme changes (only canvases need it: CSS follows by itself).
export function onThemeChange(root, redraw) {
  const scheme = window.matchMedia("(prefers-color-scheme: dark)");
  const follow = () => {
    if (root.isConnected) return redraw();
    watch.disconnect(); // its cell has been run again
    scheme.removeEventListener("change", follow);
  };
  const watch = new MutationObserver(follow);
  const attributeFilter = ["data-theme", "data-jp-theme-light", "theme", "class"];
  watch.observe(document.documentElement, { attributes: true, attributeFilter });
  watch.observe(document.body, { attributes: true, attributeFilter });
  scheme.addEventListener("change", follow);
}

// The value of a colour variable ("signal" is --ff-signal) as the figure sees it now.
export function colour(root, name) {
  return getComputedStyle(root).getPropertyValue(`--ff-${name}`).trim();
}

// Call `draw(width in CSS pixels)` now and whenever the width of `node` changes.
export function onResize(node, draw) {
  let last = 0;
  const check = () => {
    const width = Math.round(node.clientWidth);
    if (width > 0 && width !== last) draw((last = width));
  };
  check();
  new ResizeObserver(check).observe(node);
}

// Call `refit` whenever a CSS pixel gets another number of the screen's: after the browser's zoom, or
// on another monitor.
export function onPixelRatio(node, refit) {
  const now = window.matchMedia(`(resolution: ${window.devicePixelRatio}dppx)`);
  now.addEventListener("change", () => {
    if (!node.isConnected) return;
    refit();
    onPixelRatio(node, refit);
  }, { once: true });
}

// Bytes from base64 (ddimlib.widgets.layer.encode_bytes).
export function decodeBytes(text) {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}
