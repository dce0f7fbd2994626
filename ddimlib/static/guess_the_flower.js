// Guess the flower (chapter 2): one of eight lies under noise; the reader guesses, then Bayes' rule.

import { button, controls, element, picture, readout, slider } from "./figure.js";
import { counted, keepScore, keptScore, noScore } from "./guess_score.js";
import { gaussianNoise, randomBits } from "./noise.js";
import { mixPixels, standardise } from "./pixels.js";
import { mix, posterior, weightedMean } from "./posterior.js";
import { ratesAt } from "./schedules.js";
import { cutColours, decodeSheet, stillSheet } from "./sheets.js";

const STEP = 0.1;

export function start(live, data, root) {
  const { size, names, noisiest, clearest, sure } = data;
  const values = 3 * size * size;
  let flowers = null; // { images, mean, std }, all eight standardised together
  let round = null; // { flower, field, seen, guess, from }
  let score = keptScore();

  const level = slider({ label: "Log-SNR, from much noise to little", min: noisiest, max: clearest,
    step: STEP, value: noisiest, format: signed, onInput: draw });
  const next = button({ label: "Next flower", onClick: () => {
    deal(draw32());
    level.input.focus();
  } });
  const noisy = picture({ title: "Under noise", label: "The noisy flower", width: size, height: size });
  const mean = picture({ title: "Mean of the eight", label: "", width: size, height: size });
  const tiles = names.map((name, k) => tile(name, size, () => guess(k)));
  const words = readout();
  const table = element("table", { class: "ff-score", "aria-label": "Score" });
  const forget = button({ label: "Forget the score", onClick: () => {
    score = noScore();
    keepScore(score);
    showScore();
    level.input.focus(); // this button has nothing to do any more
  } });
  live.append(
    controls(level, next),
    element("div", { class: "ff-guess" },
      element("div", { class: "ff-columns ff-pair" }, noisy.element, mean.element),
      element("div", { class: "ff-tiles", role: "group", "aria-label": "Which flower is it?" },
        ...tiles.map((one) => one.element))),
    words.element, element("div", { class: "ff-score-row" }, table, forget));

  // A new round: the seed draws the flower and its noise.
  function deal(seed) {
    round = { ...lot(seed, names.length, values), seen: noisiest, guess: null };
    root.dataset.seed = seed;
    next.disabled = true;
    tiles.forEach((one) => one.hide());
    level.value = noisiest;
  }

  function guess(k) {
    if (!round || round.guess !== null) return;
    round.guess = k;
    next.disabled = false;
    // What counts is the clearest picture that the reader has seen.
    round.from = sureFrom(flowers.images, round, noisiest, clearest, sure);
    score = counted(score, { right: k === round.flower, level: round.seen,
      bayes: most(believed(flowers.images, round, round.seen)) === round.flower, from: round.from });
    keepScore(score);
    level.value = round.seen;
    showScore();
  }

  function draw() {
    if (!round) return;
    const log = level.value;
    const { guess: said, flower } = round;
    if (said === null) round.seen = Math.max(round.seen, log);
    const { signal, noise } = ratesAt(log);
    const { images } = flowers;
    noisy.draw(mixPixels({ ...flowers, image: images[flower] }, round.field, signal, noise));
    noisy.describe(`A flower under noise, log-SNR ${signed(log)}`);
    const weights = said === null ? names.map(() => 1 / names.length) : believed(images, round, log);
    mean.draw(mixPixels({ ...flowers, image: weightedMean(images, weights) }, round.field, 1, 0));
    mean.heading.textContent = said === null ? "Mean of the eight" : "Bayes’ mean";
    if (said === null) {
      mean.describe("The mean of the eight flowers");
      words.say(`One part of flower to ${parts(log)} of noise. Which of the eight is it? What counts `
        + `is the clearest picture that you have seen: ${signed(round.seen)}.`);
      return;
    }
    mean.describe(`The mean of the eight, weighted by Bayes, most the ${names[most(weights)]}`);
    tiles.forEach((one, k) => one.show(weights[k], k === flower, k === said));
    const verdict = said === flower ? `Yes, the ${names[flower]}`
      : `It is the ${names[flower]}, and not the ${names[said]}`;
    words.say(`${verdict}. At ${signed(log)} Bayes gives it ${weights[flower].toFixed(2)}; from `
      + `${signed(round.from)} on it is sure. Your guess counts at ${signed(round.seen)}.`);
  }

  function showScore() {
    const row = (who, right, levels) => element("tr", {}, element("th", { scope: "row" }, who),
      element("td", {}, `${right} of ${score.rounds}`),
      element("td", {}, levels.count ? signed(levels.sum / levels.count) : "–"));
    table.replaceChildren(
      element("tr", {}, element("td", {}),
        element("th", { scope: "col" }, "right"),
        element("th", { scope: "col" }, "mean level")),
      row("You", score.you, { sum: score.youLevels, count: score.you }),
      row("Bayes", score.bayes, { sum: score.bayesLevels, count: score.rounds }));
    forget.disabled = score.rounds === 0;
  }

  showScore();
  return decodeSheet(stillSheet(root)).then((sheet) => {
    const bytes = new Uint8Array(values * names.length);
    names.forEach((_, k) => bytes.set(cutColours(sheet, k * size, 0, size, size), k * values));
    const { mean: means, std, image } = standardise(bytes);
    flowers = { mean: means, std,
      images: names.map((_, k) => image.subarray(k * values, (k + 1) * values)) };
    tiles.forEach((one, k) => one.draw(bytes.subarray(k * values, (k + 1) * values)));
    deal(draw32());
    root.dataset.state = "ready";
  });
}

// One of the eight: a button with its picture, its name, and later what Bayes gives to it.
function tile(name, size, onClick) {
  const face = picture({ label: "", width: size, height: size });
  face.canvas.removeAttribute("role");
  face.canvas.removeAttribute("aria-label");
  face.canvas.setAttribute("aria-hidden", "true"); // the name says it
  const bar = element("i", {});
  const share = element("span", { class: "ff-value" });
  const mark = element("span", { class: "ff-verdict" });
  const node = element("button", { type: "button", class: "ff-tile" }, face.element,
    element("span", { class: "ff-name" }, name),
    element("span", { class: "ff-bar", "aria-hidden": "true" }, bar), share, mark);
  node.addEventListener("click", onClick);
  return {
    element: node,
    draw: face.draw,
    show(weight, isTrue, isGuess) {
      node.setAttribute("aria-disabled", "true"); // and yet in reach, to be read
      node.setAttribute("aria-pressed", isGuess);
      node.classList.toggle("ff-true", isTrue);
      bar.style.width = `${100 * weight}%`;
      share.textContent = ` ${weight.toFixed(2)} `;
      mark.textContent = isTrue ? (isGuess ? "you, right" : "it is this") : isGuess ? "you" : "";
    },
    hide() {
      node.removeAttribute("aria-disabled");
      node.removeAttribute("aria-pressed");
      node.classList.remove("ff-true");
      bar.style.width = "0";
      share.textContent = mark.textContent = "";
    },
  };
}

// What a seed draws: one of `count` flowers, and the noise over it.
export function lot(seed, count, values) {
  return { flower: randomBits(seed, 0xffffffff) % count, field: gaussianNoise(seed, values) };
}

// What Bayes gives to each image at a log-SNR, in a round { flower, field }.
export function believed(images, { flower, field }, log) {
  const rates = ratesAt(log);
  return posterior(images, mix(images[flower], field, rates), rates);
}

// The noisiest level of the slider from which on Bayes gives the hidden image more than `sure` (above
// one half): it then keeps it, since the noise field stays the same.
export function sureFrom(images, round, noisiest, clearest, sure) {
  const steps = Math.round((clearest - noisiest) / STEP);
  for (let i = 0; i < steps; i += 1) {
    const log = noisiest + i * STEP;
    if (believed(images, round, log)[round.flower] > sure) return log;
  }
  return clearest;
}

// A round is drawn by chance, and no reader meets another's.
function draw32() {
  return Math.floor(Math.random() * 2 ** 32);
}

const most = (weights) => weights.indexOf(Math.max(...weights));

function signed(value) {
  return value.toFixed(1).replace("-", "−");
}

function parts(log) {
  return Math.round(Math.exp(-log)).toLocaleString("en-GB");
}
