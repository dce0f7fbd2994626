// Reverse process (chapter 7): recorded runs of the sampler, step by step.

import { choice, controls, element, picture, playButton, readout, slider } from "./figure.js";
import { gaussianNoise } from "./noise.js";
import { evenTimes, planesToBytes } from "./sampling.js";
import { makeSchedule } from "./schedules.js";
import { cutColours, cutPlanes, decodeSheet, stillSheet } from "./sheets.js";

export function start(live, data, root) {
  const { size, runs, mean, std } = data;
  const schedule = makeSchedule(data.schedule.kind, data.schedule.options);
  const noise = planesToBytes(gaussianNoise(data.seed, 3 * size * size), mean, std);
  const blank = planesToBytes(new Float32Array(3 * size * size), mean, std);
  const distinct = (name) => [...new Set(runs.map((run) => run[name]))].map(String);
  let { steps, eta } = runs[data.open];
  let sheets = null;

  const options = (name) => distinct(name).map((value) => [value, value]);
  const stepsChoice = choice({ label: "Steps", options: options("steps"), value: String(steps),
    onChange(value) {
      const share = position.value / steps;
      steps = Number(value);
      position.limits(0, steps, Math.round(share * steps));
      draw();
    } });
  const etaChoice = choice({ label: "η", options: options("eta"), value: String(eta),
    onChange(value) {
      eta = Number(value);
      draw();
    } });
  // A play button glides: show whole steps.
  const position = slider({ label: "Step", min: 0, max: steps, step: 1, value: 0,
    format: (value) => `${value} of ${steps}`, onInput: draw });
  const noisy = picture({ label: "The noisy image", title: "Noisy image", width: size,
    height: size });
  const image = picture({ label: "The predicted image", title: "Predicted image", width: size,
    height: size });
  const words = readout();
  live.append(
    controls(stepsChoice, etaChoice, position, playButton(root, position, { seconds: 5 })),
    element("div", { class: "ff-columns ff-pair ff-grow" }, noisy.element, image.element),
    words.element);

  function draw() {
    const step = position.value;
    const row = runs.findIndex((run) => run.steps === steps && run.eta === eta);
    const t = evenTimes(steps)[step];
    if (step === 0) {
      noisy.draw(noise);
      image.draw(blank);
    } else if (sheets) {
      const place = [(step - 1) * size, row * size, size, size];
      noisy.draw(cutPlanes(sheets.noisy, ...place));
      image.draw(cutColours(sheets.predicted, ...place));
    }
    const { signal, noise: rate } = schedule.rates(t);
    noisy.describe(`The noisy image after step ${step} of ${steps}`);
    image.describe(step ? `The predicted image of step ${step} of ${steps}`
      : "No image has been predicted yet");
    words.say(step === 0 ? "Pure noise, at t = 1; nothing has been predicted yet."
      : `Step ${step} of ${steps} led to t = ${t.toFixed(2)}: signal rate ${signal.toFixed(2)}, `
        + `noise rate ${rate.toFixed(2)}.`);
  }

  draw();
  return Promise.all([decodeSheet(data.noisy), decodeSheet(stillSheet(root))]).then(([a, b]) => {
    sheets = { noisy: a, predicted: b };
    root.dataset.state = "ready";
    position.value = position.value === 0 ? Math.round(steps / 2) : position.value;
  });
}
