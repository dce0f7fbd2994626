// The map of signed values, as plots.style.colour_map: vermilion below zero, grey, blue above.

const SIGNED_STOPS = [
  [125, 47, 6], [234, 103, 29], [243, 189, 152], [236, 234, 230], [165, 210, 251], [35, 149, 252],
  [10, 74, 138],
];

// Red, green and blue of a value in [-1, 1] (clamped).
export function signedColour(value) {
  const position = ((Math.min(Math.max(value, -1), 1) + 1) / 2) * (SIGNED_STOPS.length - 1);
  const left = Math.min(Math.floor(position), SIGNED_STOPS.length - 2);
  return [0, 1, 2].map((channel) => {
    const [from, to] = [SIGNED_STOPS[left][channel], SIGNED_STOPS[left + 1][channel]];
    return from + (to - from) * (position - left);
  });
}

// Bytes of a whole array of values.
export function signedColours(values) {
  const bytes = new Uint8ClampedArray(3 * values.length);
  values.forEach((value, i) => bytes.set(signedColour(value), 3 * i));
  return bytes;
}
