// A picture as a few numbers for each of its squares, and back: ddimlib/exact/patches.py.
// A code is { size, mean, directions }; a square's values come colour by colour, line by line.

// The values of every square, one behind the other, from bytes in rows of (red, green, blue).
export function squaresOf(bytes, side, size) {
  const columns = side / size;
  const values = 3 * size * size;
  const squares = new Float64Array(bytes.length);
  for (let i = 0; i < bytes.length; i += 1) {
    squares[place(i, side, size, columns, values)] = bytes[i] / 255;
  }
  return squares;
}

// The bytes of a picture from the values of its squares, clipped.
export function bytesOf(squares, side, size) {
  const columns = side / size;
  const values = 3 * size * size;
  const bytes = new Uint8ClampedArray(squares.length);
  for (let i = 0; i < bytes.length; i += 1) {
    bytes[i] = 255 * squares[place(i, side, size, columns, values)];
  }
  return bytes;
}

// Where the i-th byte of a picture stands among the values of its squares.
function place(i, side, size, columns, values) {
  const channel = i % 3;
  const x = Math.floor(i / 3) % side;
  const y = Math.floor(i / 3 / side);
  const square = Math.floor(y / size) * columns + Math.floor(x / size);
  return square * values + channel * size * size + (y % size) * size + (x % size);
}

// All numbers of every square, the most important one first.
export function encode(squares, { mean, directions }) {
  const count = mean.length;
  const numbers = new Float64Array(squares.length);
  for (let start = 0; start < squares.length; start += count) {
    for (let k = 0; k < count; k += 1) {
      let sum = 0;
      for (let i = 0; i < count; i += 1) sum += directions[k][i] * (squares[start + i] - mean[i]);
      numbers[start + k] = sum;
    }
  }
  return numbers;
}

// Squares from the first `kept` numbers of each.
export function decode(numbers, { mean, directions }, kept) {
  const count = mean.length;
  const squares = new Float64Array(numbers.length);
  for (let start = 0; start < numbers.length; start += count) {
    for (let i = 0; i < count; i += 1) {
      let sum = mean[i];
      for (let k = 0; k < kept; k += 1) sum += numbers[start + k] * directions[k][i];
      squares[start + i] = sum;
    }
  }
  return squares;
}

// The root mean square of the differences of two lists.
export function rms(one, other) {
  return Math.sqrt(one.reduce((sum, value, i) => sum + (value - other[i]) ** 2, 0) / one.length);
}

// The first numbers of every square as grey tiles, `across` in a row: a map of each number, on which
// three spreads above and below the mean are white and black. What is not kept is grey.
export function codeTones(numbers, spread, kept, tiles, across, columns) {
  const count = spread.length;
  const rows = numbers.length / count / columns;
  const width = across * columns;
  const tones = new Uint8ClampedArray(tiles * rows * columns).fill(127.5);
  for (let k = 0; k < Math.min(kept, tiles); k += 1) {
    for (let square = 0; square < rows * columns; square += 1) {
      const x = (k % across) * columns + (square % columns);
      const y = Math.floor(k / across) * rows + Math.floor(square / columns);
      tones[y * width + x] = 127.5 + (127.5 * numbers[square * count + k]) / (3 * spread[k]);
    }
  }
  return tones;
}
