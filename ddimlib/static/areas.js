// A large square picture made small by averaging areas, a few rows at a time. A canvas that shrinks
// a picture looks at a handful of pixels for each new one, and fine patterns come out false.

// Cut `side` old pixels and `size` new ones, which lie over one another, into pieces that belong to
// one of each: piece i is `length[i]` long. Lengths are whole: an old pixel has `size`, a new `side`.
function overlaps(side, size) {
  const [from, to, length] = [[], [], []];
  for (let [old, small, at] = [0, 0, 0]; old < side;) {
    const end = Math.min((old + 1) * size, (small + 1) * side);
    from.push(old);
    to.push(small);
    length.push(end - at);
    at = end;
    if (end === (old + 1) * size) old += 1;
    if (end === (small + 1) * side) small += 1;
  }
  return { from: Int32Array.from(from), to: Int32Array.from(to), length: Float64Array.from(length) };
}

// `add(rgba)` takes the next rows of the picture, whole ones, from its first to its last; then
// `bytes()` is the small picture, 3 bytes a pixel. How opaque a pixel is does not count.
export function areaAverage(side, size) {
  const { from, to, length } = overlaps(side, size);
  const sums = new Float64Array(3 * size * size);
  const line = new Float64Array(3 * size);
  let next = 0; // the first piece of the next row
  return {
    add(rgba) {
      for (let start = 0; start < rgba.length; start += 4 * side) {
        line.fill(0);
        for (let i = 0; i < from.length; i += 1) {
          const old = start + 4 * from[i];
          const small = 3 * to[i];
          const share = length[i];
          line[small] += share * rgba[old];
          line[small + 1] += share * rgba[old + 1];
          line[small + 2] += share * rgba[old + 2];
        }
        for (const row = from[next]; from[next] === row; next += 1) {
          const small = 3 * size * to[next];
          for (let i = 0; i < line.length; i += 1) sums[small + i] += length[next] * line[i];
        }
      }
    },
    bytes: () => Uint8Array.from(sums, (sum) => Math.floor(sum / side ** 2 + 0.5)),
  };
}
