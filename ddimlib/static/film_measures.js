// What is settled when, in the pictures of a film strip: bytes, red, green, blue, row by row.

export const PATCH = 8; // picture elements: what is broader counts as broad

// A picture taken apart: the means of its patches, and what is left of it.
export function apart(bytes, size, patch = PATCH) {
  const side = size / patch;
  const broad = new Float64Array(3 * side * side);
  const place = (i) => {
    const pixel = Math.floor(i / 3);
    const row = Math.floor(pixel / size / patch);
    return 3 * (row * side + Math.floor((pixel % size) / patch)) + (i % 3);
  };
  bytes.forEach((value, i) => { broad[place(i)] += value / patch ** 2; });
  return { broad, fine: Float64Array.from(bytes, (value, i) => value - broad[place(i)]) };
}

function distance(one, other) {
  return Math.sqrt(one.reduce((sum, value, i) => sum + (value - other[i]) ** 2, 0) / one.length);
}

// How far each picture is from the last one in its broad colours and in the rest, as a share of how
// much the last one varies there: 1 for a picture of one even colour, its mean.
export function distances(pictures, size, patch = PATCH) {
  const parts = pictures.map((picture) => apart(picture, size, patch));
  const end = parts[parts.length - 1];
  const cells = end.broad.length / 3;
  const mean = [0, 1, 2].map((channel) =>
    end.broad.reduce((sum, value, i) => sum + (i % 3 === channel ? value / cells : 0), 0));
  const spread = {
    broad: distance(end.broad, end.broad.map((_, i) => mean[i % 3])),
    fine: distance(end.fine, new Float64Array(end.fine.length)),
  };
  const share = (part, kind) => distance(part[kind], end[kind]) / (spread[kind] || 1);
  return parts.map((part) => ({ broad: share(part, "broad"), fine: share(part, "fine") }));
}

// The first place from which on all values stay within a bound.
export function settledFrom(values, bound) {
  let first = values.length;
  while (first > 0 && values[first - 1] <= bound) first -= 1;
  return first;
}

// Where two pictures differ: grey bytes, brighter with the root of the mean difference of the three
// colours, so that small changes are seen beside large ones. A difference of a quarter is white.
export function change(before, after) {
  const off = (i) => Math.abs(after[i] - before[i]) / 255;
  return Uint8ClampedArray.from({ length: after.length / 3 },
    (_, i) => 255 * Math.sqrt((4 * (off(3 * i) + off(3 * i + 1) + off(3 * i + 2))) / 3));
}
