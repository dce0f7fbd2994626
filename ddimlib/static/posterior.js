// Which of a few known images lies under the noise: Bayes' rule with equal priors (chapter 2).

// signal * image + noise * field.
export function mix(image, field, { signal, noise }) {
  return Float64Array.from(image, (value, i) => signal * value + noise * field[i]);
}

// The probability of each of `images`, given the noisy one: p(k) ∝ exp(-|noisy - signal * image k|²
// / (2 noise²)), as ddimlib/exact/ideal.py has it in memory_weights.
export function posterior(images, noisy, { signal, noise }) {
  const logs = images.map((image) => {
    let distance = 0;
    for (let i = 0; i < noisy.length; i += 1) distance += (noisy[i] - signal * image[i]) ** 2;
    return -distance / (2 * noise ** 2);
  });
  const most = Math.max(...logs); // or every exponential would be 0
  const weights = logs.map((log) => Math.exp(log - most));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight / total);
}

// The mean of `images` with these weights: with those of the posterior, the ideal denoiser's answer.
export function weightedMean(images, weights) {
  const mean = new Float64Array(images[0].length);
  images.forEach((image, k) => {
    for (let i = 0; i < mean.length; i += 1) mean[i] += weights[k] * image[i];
  });
  return mean;
}
