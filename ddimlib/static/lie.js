// Lie to the network (chapter 4): one noisy photograph, and what the network makes of it when it
// believes in another noise level than there is.

import { controls, element, picture, readout, slider } from "./figure.js";
import { cutColours, cutPlanes, decodeSheet, stillSheet } from "./sheets.js";

export function start(live, data, root) {
  const { size, truths, told, errors } = data;
  let sheets = null;

  const level = (levels, label, first) => slider({ label, min: 0, max: levels.length - 1, step: 1,
    value: levels.indexOf(first), format: (i) => signed(levels[i]), onInput: draw });
  const truth = level(truths, "Log-SNR of the picture", data.truth);
  const claim = level(told, "Log-SNR that we claim", data.truth);
  const make = (title, label) => picture({ title, label, width: size, height: size });
  const seen = make("It sees", "The noisy photograph");
  const answer = make("It answers", "What the network answers");
  const honest = make("When honest", "What it answers when it is told the truth");
  const words = readout();
  live.append(
    controls(truth, claim),
    element("div", { class: "ff-triple ff-lie" }, seen.element, answer.element, honest.element),
    words.element);

  function draw() {
    if (!sheets) return;
    const [row, column] = [truth.value, claim.value];
    const at = told.indexOf(truths[row]);
    const guess = (k) => cutColours(sheets.guess, k * size, row * size, size, size);
    seen.draw(cutPlanes(sheets.noisy, 0, row * size, size, size));
    answer.draw(guess(column));
    honest.draw(guess(at));
    answer.describe(`What the network answers when it is told ${signed(told[column])}`);
    words.say(says(told[column] - truths[row], errors[row][column], errors[row][at]));
  }

  decodeSheet(data.noisy).then(async (noisy) => {
    sheets = { noisy, guess: await decodeSheet(stillSheet(root)) };
    root.dataset.state = "ready";
    draw();
  });
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
