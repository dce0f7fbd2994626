// How far one picture has gone from another of the same noise, as plots.departures measures it.

// Of bytes, red, green, blue, row by row: how far the mean has moved (in pictures from 0 to 1), by
// what factor the spread has grown, and how alike the outlines are, 1 where all stay.
export function departure(picture, origin, size) {
  const [ours, theirs] = [picture, origin].map(statistics);
  const [a, b] = [picture, origin].map((bytes) => acrossInGrey(bytes, size));
  const product = (one, other) => one.reduce((sum, value, i) => sum + value * other[i], 0);
  return {
    brightness: (ours.mean - theirs.mean) / 255,
    contrast: ours.spread / theirs.spread,
    outlines: product(a, b) / Math.sqrt(product(a, a) * product(b, b)),
  };
}

function statistics(bytes) {
  const mean = bytes.reduce((sum, value) => sum + value, 0) / bytes.length;
  const squares = bytes.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { mean, spread: Math.sqrt(squares / bytes.length) };
}

// The horizontal differences of the picture in grey.
function acrossInGrey(bytes, size) {
  const grey = (i) => (bytes[3 * i] + bytes[3 * i + 1] + bytes[3 * i + 2]) / 3;
  return Float64Array.from({ length: size * (size - 1) }, (_, i) => {
    const at = i + Math.floor(i / (size - 1));
    return grey(at + 1) - grey(at);
  });
}
