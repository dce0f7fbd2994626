// How weights move: Adam (Kingma and Ba 2015, algorithm 1) and the average that follows them.

// With PyTorch's defaults. `step` changes the parameters in place.
export function makeAdam(size, { beta1 = 0.9, beta2 = 0.999, epsilon = 1e-8 } = {}) {
  const [mean, square] = [new Float64Array(size), new Float64Array(size)];
  let steps = 0;
  return {
    step(parameters, gradient, rate) {
      steps += 1;
      const pace = rate / (1 - beta1 ** steps);
      const scale = 1 / Math.sqrt(1 - beta2 ** steps);
      for (let i = 0; i < size; i += 1) {
        const g = gradient[i];
        mean[i] += (1 - beta1) * (g - mean[i]);
        square[i] += (1 - beta2) * (g * g - square[i]);
        parameters[i] -= (pace * mean[i]) / (Math.sqrt(square[i]) * scale + epsilon);
      }
    },
  };
}

// An exponential moving average as training.EMA has it: while young it soon forgets its start.
export function makeAverage(parameters, decay) {
  const average = parameters.slice();
  let updates = 0;
  return {
    parameters: average,
    update(latest) {
      const kept = Math.min(decay, (1 + updates) / (10 + updates));
      updates += 1;
      for (let i = 0; i < average.length; i += 1) {
        average[i] += (1 - kept) * (latest[i] - average[i]);
      }
    },
  };
}
