// Follow the noise (chapter 13): a flower in a few evaluations, again and again while a ring is
// dragged through a square of noises.

import { button, choice, colour, controls, element, onThemeChange, picture, readout, slider }
  from "./figure.js";
import { leaps, noiseAt } from "./leaps.js";
import { networkButton, pageNetwork } from "./network.js";
import { planeCanvas } from "./plane_canvas.js";
import { planesToBytes } from "./sampling.js";
import { cutColours, decodeSheet, stillSheet } from "./sheets.js";

export function start(live, data, root) {
  const { size, mean, std, reach, places, method, target, classes } = data;
  const network = pageNetwork(data);
  const count = 3 * size * size;
  const settings = { seed: data.seed, x: 0, y: 0, evaluations: data.evaluations[0],
    label: data.label ?? classes };
  let sheet = null;
  let wanted = false; // something has changed since the last flower was begun
  let busy = false;

  const evaluations = choice({ label: "Network evaluations", value: String(settings.evaluations),
    options: data.evaluations.map((n) => [String(n), String(n)]),
    onChange: (value) => change({ evaluations: Number(value) }) });
  const label = choice({ label: "Flower", value: String(settings.label),
    options: [[String(classes), "no class"], ...data.class_names.map((name, i) => [String(i), name])
      .sort((a, b) => (a[1] < b[1] ? -1 : 1))],
    onChange: (value) => change({ label: Number(value) }) });
  const another = button({ label: "Other noises",
    onClick: () => change({ seed: (settings.seed + 1) % 1000 }) });
  const along = (name, key) => slider({ label: name, min: -reach, max: reach, step: 0.05, value: 0,
    format: (value) => value.toFixed(2).replace("-", "−"), onInput: (v) => change({ [key]: v }) });
  const [across, up] = [along("Ring, across", "x"), along("Ring, up", "y")];

  // The noise under the ring is what the square shows.
  const shown = element("canvas", { width: size, height: size });
  const plane = planeCanvas({ label: "The noise under the ring", reach, draw: drawPlane,
    onPress([x, y]) {
      across.limits(-reach, reach, x);
      up.limits(-reach, reach, y);
      change({ x, y });
    } });
  const flower = picture({ label: "The flower", title: "Its flower", width: size, height: size });
  const words = readout();
  const offer = networkButton(root, network, data, words, {
    label: "Let it follow", again: "Once more",
    opening: "The flowers of these places are recorded.", onReady: () => change({}),
    onLost() { // what is recorded is of its own noise and flower
      Object.assign(settings, { seed: data.seed, label: data.label ?? classes });
      label.input.value = String(settings.label);
      drawNoise();
      showRecorded();
    } });
  live.append(
    controls(...(data.evaluations.length > 1 ? [evaluations] : []), ...(classes ? [label] : []),
      another),
    element("div", { class: "ff-columns ff-pair ff-follow" },
      element("div", { class: "ff-view" }, element("span", { class: "ff-title" }, "Drag the ring"),
        plane.element),
      flower.element),
    controls(across, up),
    words.element,
    element("div", { class: "ff-controls ff-gap" }, offer.action, offer.processor.element, offer.bar));
  network.onChange(allow);
  allow();

  // What only the network can answer.
  function allow() {
    another.disabled = label.input.disabled = !network.ready;
  }

  function change(some) {
    Object.assign(settings, some);
    wanted = true;
    drawNoise();
    if (network.ready) follow();
    else showRecorded();
  }

  // Where the ring is; without the network, the nearest recorded place.
  function place() {
    if (network.ready) return settings;
    const snap = (v) => (Math.round(((v + reach) / (2 * reach)) * (places - 1)) / (places - 1))
      * 2 * reach - reach;
    return { x: snap(settings.x), y: snap(settings.y) };
  }

  function drawNoise() {
    const { x, y } = place();
    const bytes = planesToBytes(noiseAt(settings.seed, x, y, count), mean, std);
    const context = shown.getContext("2d");
    const image = context.createImageData(size, size);
    for (let i = 0; i < size * size; i += 1) {
      image.data.set([bytes[3 * i], bytes[3 * i + 1], bytes[3 * i + 2], 255], 4 * i);
    }
    context.putImageData(image, 0, 0);
    plane.redraw();
  }

  function drawPlane(pen) {
    pen.context.imageSmoothingEnabled = false;
    pen.picture(shown, reach, 1);
    const { x, y } = place();
    pen.ring(x, y, 9, colour(root, "accent"), colour(root, "panel"));
  }

  function showRecorded() {
    if (!sheet) return;
    const index = (v) => Math.round(((v + reach) / (2 * reach)) * (places - 1));
    const { x, y } = place();
    const column = data.evaluations.indexOf(settings.evaluations) * places + index(x);
    const row = places - 1 - index(y);
    flower.draw(cutColours(sheet, column * size, row * size, size, size));
    describe(x, y);
    words.say(`Recorded: the flower at ${said(x, y)}, ${times(settings.evaluations)}. ${
      offer.problem}`.trim());
  }

  function describe(x, y) {
    flower.describe(`The flower of the noise at ${said(x, y)}, ${times(settings.evaluations)}`);
  }

  // One flower after the other, each for what is newest when it begins.
  async function follow() {
    if (busy) return;
    busy = true;
    root.dataset.state = "following";
    try {
      while (wanted && network.ready) {
        wanted = false;
        await growOne({ ...settings });
      }
      if (network.ready) root.dataset.state = "done";
    } catch (error) {
      if (network.ready) {
        words.say(`The network stopped: ${error.message}`);
        root.dataset.state = "failed";
      }
    }
    busy = false;
  }

  async function growOne(asked) {
    const begun = performance.now();
    let where = "";
    let image = null;
    const ask = async (seen, rates) => {
      const answer = await network.predict(seen, rates, asked.label);
      where = answer.where;
      return answer.output;
    };
    const noise = noiseAt(asked.seed, asked.x, asked.y, count);
    for await (const step of leaps(ask, noise, { ...asked, method, target, size,
      schedule: network.schedule })) image = step.image;
    flower.draw(planesToBytes(image, mean, std));
    describe(asked.x, asked.y);
    const spent = performance.now() - begun;
    root.dataset.milliseconds = spent.toFixed(1);
    words.say(`The flower at ${said(asked.x, asked.y)}, ${times(asked.evaluations)}: `
      + `${spent.toFixed(0)} ms, ${where}.`);
  }

  onThemeChange(root, () => plane.redraw());
  plane.follow();
  drawNoise();
  return decodeSheet(stillSheet(root)).then((decoded) => {
    sheet = decoded;
    if (!network.ready) {
      flower.draw(cutColours(sheet, ((places - 1) / 2) * size,
        ((places - 1) / 2) * size, size, size));
      describe(0, 0);
    }
    root.dataset.recorded = "ready";
  });
}

const times = (n) => `${n} evaluation${n > 1 ? "s" : ""}`;
const said = (x, y) => `(${x.toFixed(2)}, ${y.toFixed(2)})`.replaceAll("-", "−");
