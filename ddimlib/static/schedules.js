// Noise schedules as in ddimlib/schedules.py: each gives the log-SNR at time t, and signal and
// noise rates follow. A test compares every kind that Python has with Python's.

function cosineSchedule({ min_signal_rate = 0.02, max_signal_rate = 0.95 } = {}) {
  const start = Math.acos(max_signal_rate);
  const end = Math.acos(min_signal_rate);
  return (t) => -2 * Math.log(Math.tan(start + t * (end - start)));
}

function linearSchedule({ beta_start = 1e-4, beta_end = 0.02, steps = 1000 } = {}) {
  const table = new Float64Array(steps);
  let total = 0;
  for (let i = 0; i < steps; i += 1) {
    total += Math.log1p(-(beta_start + ((beta_end - beta_start) * i) / (steps - 1)));
    table[i] = total;
  }
  return (t) => {
    const position = t * (steps - 1);
    const left = Math.min(Math.floor(position), steps - 2);
    const logAlphaBar = table[left] + (table[left + 1] - table[left]) * (position - left);
    return logAlphaBar - Math.log(-Math.expm1(logAlphaBar));
  };
}

function logSNRSchedule({ start = 2.5, end = -7.5 } = {}) {
  return (t) => start + t * (end - start);
}

function rectifiedFlowSchedule({ start = 0.01, end = 0.99 } = {}) {
  return (t) => {
    const share = start + t * (end - start);
    return -2 * Math.log(share / (1 - share));
  };
}

const SCHEDULE_KINDS = {
  cosine: cosineSchedule,
  linear: linearSchedule,
  log_snr: logSNRSchedule,
  rectified_flow: rectifiedFlowSchedule,
};

// A schedule: logSNR(t) and rates(t) = { signal, noise } with signal^2 + noise^2 = 1.
export function makeSchedule(kind, options = {}) {
  if (!Object.hasOwn(SCHEDULE_KINDS, kind)) throw new Error(`no page knows the schedule "${kind}"`);
  const logSNR = SCHEDULE_KINDS[kind](options);
  return {
    logSNR,
    rates: (t) => ratesAt(logSNR(t)),
  };
}

export function ratesAt(logSNR) {
  return {
    signal: Math.sqrt(1 / (1 + Math.exp(-logSNR))),
    noise: Math.sqrt(1 / (1 + Math.exp(logSNR))),
  };
}

export const scheduleKinds = Object.keys(SCHEDULE_KINDS);
