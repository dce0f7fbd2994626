// The least loss that any network can reach on known points: what the noise hides stays hidden.

// The error of each target is that of the guessed image, times this.
const FACTOR = {
  noise: ({ signal, noise }) => signal / noise,
  image: () => 1,
  velocity: ({ noise }) => 1 / noise,
  flow: ({ signal, noise }) => 1 + signal / noise,
};

// The loss on a batch { images, noise, times } of a denoiser that knows all `images`: by Bayes' rule
// it knows how likely each of them lies under a noisy point. For the squared error it answers their
// mean (ddimlib.exact.memory_denoiser), for the absolute error their median, x and y apart.
export function bestLoss(images, schedule, target, loss, batch) {
  const count = images.length / 2;
  const weights = new Float64Array(count);
  const orders = [0, 1].map((axis) => Array.from(weights.keys())
    .sort((i, j) => images[2 * i + axis] - images[2 * j + axis]));

  function weigh(x, y, { signal, noise }) {
    let nearest = Infinity;
    for (let i = 0; i < count; i += 1) {
      const [across, up] = [x - signal * images[2 * i], y - signal * images[2 * i + 1]];
      weights[i] = (across * across + up * up) / (2 * noise * noise);
      nearest = Math.min(nearest, weights[i]);
    }
    let sum = 0;
    for (let i = 0; i < count; i += 1) sum += (weights[i] = Math.exp(nearest - weights[i]));
    return sum;
  }

  const mean = (axis, sum) =>
    weights.reduce((total, weight, i) => total + weight * images[2 * i + axis], 0) / sum;
  const median = (axis, sum) => {
    let passed = 0;
    const middle = orders[axis].find((i) => (passed += weights[i]) >= sum / 2);
    return images[2 * middle + axis];
  };

  let total = 0;
  batch.times.forEach((t, row) => {
    const rates = schedule.rates(t);
    const noisy = [0, 1].map((axis) =>
      rates.signal * batch.images[2 * row + axis] + rates.noise * batch.noise[2 * row + axis]);
    const sum = weigh(...noisy, rates);
    for (const axis of [0, 1]) {
      const guess = loss === "mse" ? mean(axis, sum) : median(axis, sum);
      const error = FACTOR[target](rates) * (guess - batch.images[2 * row + axis]);
      total += loss === "mse" ? error * error : Math.abs(error);
    }
  });
  return total / (2 * batch.times.length);
}
