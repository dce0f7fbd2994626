// A flower grown by the page's network, step by step, as ddimlib/widgets/growing.py grows it.

import { gaussianNoise } from "./noise.js";
import { chainedNoise, ddimStep, evenTimes, stepSeed } from "./sampling.js";

// `network` is that of network.js. `label` is a class number, network.none for no class;
// `guidance` pushes towards it at the times for which `acts(t)` is true. In their place, `chain` has
// what the network is told, from where to begin to what is wanted, and `scales` one for each step of
// it. It stops as soon as `wanted()` is false. Each step of the sampler yields the time with its
// rates, the noisy image that the network sees, the image that it believes in, the noisy image that
// follows, how the network fared, and, where it hears words, at which it looked when it was told what
// is wanted.
export async function* grow(network, {
  seed, steps, eta = 0, label = network.none, guidance = 1, acts = () => true,
  chain = label === network.none ? [label] : [network.none, label], scales = [guidance],
  wanted = () => true,
}) {
  const count = 3 * network.size ** 2;
  const times = evenTimes(steps);
  const plain = scales.every((scale) => scale === 1);
  let noisy = gaussianNoise(seed, count);
  let spent = 0;
  let evaluations = 0;
  for (let i = 0; i < steps; i += 1) {
    const [here, there] = [times[i], times[i + 1]].map(network.schedule.rates);
    const parts = [];
    let answer = null;
    for (const told of plain || !acts(times[i]) ? chain.slice(-1) : chain) {
      answer = await network.predict(noisy, here, told);
      if (!wanted()) return;
      spent += answer.seconds;
      evaluations += 1;
      parts.push(answer.noise);
    }
    const noise = parts.length === 1 ? parts[0] : chainedNoise(parts, scales);
    const fresh = eta > 0 ? gaussianNoise(stepSeed(seed, i), count) : null;
    const { image, noisy: next } = ddimStep(noisy, noise, here, there, eta, fresh);
    yield { i, time: times[i], rates: here, noisy, image, next, evaluations,
      seconds: spent / evaluations, processor: answer.processor, where: answer.where,
      looks: answer.looks };
    noisy = next;
  }
}
