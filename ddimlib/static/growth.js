// A flower grown by the page's network, step by step, as ddimlib/widgets/growing.py grows it.

import { gaussianNoise } from "./noise.js";
import { ddimStep, evenTimes, guidedNoise, stepSeed } from "./sampling.js";

// `network` is that of network.js. `label` is a class number, network.none for no class;
// `guidance` pushes towards it at the times for which `acts(t)` is true. Each step yields the time
// with its rates, the noisy image that the network sees, the image that it believes in, the noisy
// image that follows, and how the network fared.
export async function* grow(network, {
  seed, steps, eta = 0, label = network.none, guidance = 1, acts = () => true,
}) {
  const count = 3 * network.size ** 2;
  const times = evenTimes(steps);
  let noisy = gaussianNoise(seed, count);
  let spent = 0;
  let evaluations = 0;
  let answer = null;
  const predict = async (rates, name) => {
    answer = await network.predict(noisy, rates, name);
    spent += answer.seconds;
    evaluations += 1;
    return answer.noise;
  };
  for (let i = 0; i < steps; i += 1) {
    const [here, there] = [times[i], times[i + 1]].map(network.schedule.rates);
    let noise = await predict(here, label);
    if (label !== network.none && guidance !== 1 && acts(times[i])) {
      noise = guidedNoise(await predict(here, network.none), noise, guidance);
    }
    const fresh = eta > 0 ? gaussianNoise(stepSeed(seed, i), count) : null;
    const { image, noisy: next } = ddimStep(noisy, noise, here, there, eta, fresh);
    yield { i, time: times[i], rates: here, noisy, image, next, evaluations,
      seconds: spent / evaluations, processor: answer.processor, where: answer.where };
    noisy = next;
  }
}
