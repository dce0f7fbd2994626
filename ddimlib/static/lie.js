// Lie to the network (chapter 4): one noisy photograph, and what the network makes of it when it
// believes in another noise level than there is. Recorded on a grid of levels; once the network is
// in the page it answers itself, at any level and for other noises.

import { button, controls, decodeBytes, element, picture, readout, slider } from "./figure.js";
import { networkButton, pageNetwork } from "./network.js";
import { gaussianNoise } from "./noise.js";
import { distance } from "./pixels.js";
import { bytesToPlanes, planesToBytes } from "./sampling.js";
import { ratesAt } from "./schedules.js";
import { cutColours, cutPlanes, decodeSheet, stillSheet } from "./sheets.js";

export function start(live, data, root) {
  const { size, mean, std, truths, told, errors } = data;
  const network = pageNetwork(data);
  const image = bytesToPlanes(decodeBytes(data.photograph), mean, std);
  const toBytes = (planes) => planesToBytes(planes, mean, std);
  let sheets = null;
  let seed = data.seed;
  let newest = 0; // the number of the newest question to the network
  let asking = false;

  // Sliders hold minus the log-SNR, so that there is more noise to the right.
  const level = (levels, label) => slider({ label, min: -levels[0], max: -levels.at(-1),
    step: levels[0] - levels[1], value: -data.truth, format: (value) => signed(-value),
    onInput: draw });
  const truth = level(truths, "Log-SNR of the picture");
  const claim = level(told, "Log-SNR that we claim");
  const make = (title, label) => picture({ title, label, width: size, height: size });
  const seen = make("It sees", "The noisy photograph");
  const answer = make("It answers", "What the network answers");
  const honest = make("When honest", "What it answers when it is told the truth");
  const words = readout();
  const another = button({ label: "Another noise", onClick: () => {
    seed += 1;
    draw();
  } });
  const offer = networkButton(root, network, data, words, {
    label: "Ask the network",
    opening: `${says(0, errors[truths.indexOf(data.truth)][told.indexOf(data.truth)])} These answers are recorded.`,
    onReady: draw, onLost: draw });
  live.append(
    controls(truth, claim),
    element("div", { class: "ff-triple ff-lie" }, seen.element, answer.element, honest.element),
    words.element,
    element("div", { class: "ff-controls ff-gap" }, offer.action, another,
      offer.processor.element, offer.bar));

  function draw() {
    const live = network.ready;
    fineness(truth, live ? 0.05 : truths[0] - truths[1]);
    fineness(claim, live ? 0.05 : told[0] - told[1]);
    another.disabled = !live;
    newest += 1;
    if (!live) drawRecorded();
    else drawAnswers();
  }

  function drawRecorded() {
    if (!sheets) return;
    seed = data.seed;
    const [row, column] = [truths.indexOf(-truth.value), told.indexOf(-claim.value)];
    const at = told.indexOf(truths[row]);
    const guess = (k) => cutColours(sheets.guess, k * size, row * size, size, size);
    seen.draw(cutPlanes(sheets.noisy, 0, row * size, size, size));
    drawAnswer(guess(column), told[column]);
    honest.draw(guess(at));
    if (newest === 1 && !offer.problem) return; // the words say already how it opens
    words.say(`${says(told[column] - truths[row], errors[row][column], errors[row][at])} ${
      offer.problem}`.trim());
  }

  // While it answers, the reader may move on: then it is asked again, what is newest.
  async function drawAnswers() {
    seen.draw(toBytes(mixed()));
    if (asking) return;
    asking = true;
    try {
      for (let done = 0; done !== newest && network.ready;) done = await askBoth(newest);
    } catch (error) {
      if (network.ready) words.say(`The network stopped: ${error.message}`);
    }
    asking = false;
  }

  function mixed() {
    const { signal, noise: rate } = ratesAt(-truth.value);
    const noise = gaussianNoise(seed, image.length);
    return image.map((value, i) => signal * value + rate * noise[i]);
  }

  function drawAnswer(bytes, claimed) {
    answer.draw(bytes);
    answer.describe(`What the network answers when it is told ${signed(claimed)}`);
  }

  async function askBoth(question) {
    const [real, claimed, noisy, shown] = [-truth.value, -claim.value, mixed(), seed];
    const rates = ratesAt(real);
    // What it takes for noise is taken out at the level that there is.
    const guess = async (believed) => {
      const { noise } = await network.predict(noisy, ratesAt(believed));
      return noisy.map((value, i) => (value - rates.noise * noise[i]) / rates.signal);
    };
    const answers = [await guess(claimed), await guess(real)];
    if (question !== newest) return question;
    drawAnswer(toBytes(answers[0]), claimed);
    honest.draw(toBytes(answers[1]));
    const [error, least] = answers.map((one) => distance(one, image));
    words.say(`${says(claimed - real, error, least)} Noise ${shown}, answered in this page.`);
    root.dataset.state = "done";
    return question;
  }

  return decodeSheet(data.noisy).then(async (noisy) => {
    sheets = { noisy, guess: await decodeSheet(stillSheet(root)) };
    root.dataset.state = "ready";
    draw();
  });
}

// Change a slider's step, and its value to one that it can take now.
function fineness(slider, step) {
  if (Number(slider.input.step) === step) return;
  slider.input.step = step;
  slider.limits(slider.input.min, slider.input.max, slider.input.value);
}

// Claims above the truth say that there is less noise than there is.
export function says(above, error, least) {
  const off = `The picture is off by ${error.toFixed(2)} a pixel`;
  if (above === 0) return `The truth. ${off}.`;
  return `${above > 0 ? "It believes in too little noise" : "It believes in too much noise"}. `
    + `${off}, where the truth gives ${least.toFixed(2)}.`;
}

export function signed(value) {
  return (value > 0 ? `+${value}` : String(value)).replace("-", "−");
}
