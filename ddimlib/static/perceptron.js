// A multilayer perceptron with its backward pass, written out. A batch is a matrix, one row a point.
// All parameters lie in one array, layer after layer, weight before bias, as PyTorch orders them.

const ROWS = 64; // go through together: few enough for their values to stay in the fastest cache

export function makeNetwork(widths, parameters = null) {
  const shapes = widths.slice(1).map((outputs, i) => ({ inputs: widths[i], outputs }));
  const size = shapes.reduce((sum, { inputs, outputs }) => sum + (inputs + 1) * outputs, 0);
  const flat = parameters ?? new Float64Array(size);
  let from = 0;
  const cut = (length) => flat.subarray(from, (from += length));
  const layers = shapes.map(({ inputs, outputs }) =>
    ({ inputs, outputs, weight: cut(inputs * outputs), bias: cut(outputs) }));
  return { widths, layers, parameters: flat };
}

// For each layer's outputs (and the inputs, at 0): their values, the slope of the activation there,
// and the gradient of the loss with respect to them.
export function makeSpace(widths) {
  return widths.map((width) => {
    const [values, slopes, errors] = [0, 1, 2].map(() => new Float64Array(ROWS * width));
    return { width, values, slopes, errors };
  });
}

// Evaluate the network on all rows of `inputs`, block by block; the answers go to `outputs`.
// Where `learn` is given, it is told each block's answers, fills in the gradient of the loss with
// respect to them, and `gradient`, shaped like the network, is added to.
export function evaluate(network, space, inputs, outputs, gradient = null, learn = null) {
  const [first, last] = [space[0], space[space.length - 1]];
  const rows = inputs.length / first.width;
  for (let start = 0; start < rows; start += ROWS) {
    const count = Math.min(ROWS, rows - start);
    first.values.set(inputs.subarray(start * first.width, (start + count) * first.width));
    forward(network, space, count);
    outputs.set(last.values.subarray(0, count * last.width), start * last.width);
    if (learn) {
      learn(start, count, last.values, last.errors);
      backward(network, gradient, space, count);
    }
  }
  return outputs;
}

// values = silu(weight · values before + bias); the last layer is left as it is.
function forward({ layers }, space, count) {
  layers.forEach(({ inputs, outputs, weight, bias }, depth) => {
    const [before, after] = [space[depth], space[depth + 1]];
    repeat(after.values, bias, count);
    addProduct(after.values, count, outputs, inputs, before.values, inputs, 1, weight, inputs, 1);
    if (depth < layers.length - 1) silu(after.values, after.slopes, count * outputs);
  });
}

// silu(x) = x · sigmoid(x), in place, and its derivative, which the way back will need.
function silu(values, slopes, count) {
  for (let i = 0; i < count; i += 1) {
    const x = values[i];
    const share = 1 / (1 + Math.exp(-x));
    values[i] = x * share;
    slopes[i] = share * (1 + x * (1 - share));
  }
}

// The chain rule, from the last layer to the first. With errors E of a layer's outputs and the
// values V before it: weight' = Eᵀ V, bias' = the sum of E's rows, and V' = E weight · slope.
function backward({ layers }, gradient, space, count) {
  for (let depth = layers.length - 1; depth >= 0; depth -= 1) {
    const { inputs, outputs, weight } = layers[depth];
    const [before, after] = [space[depth], space[depth + 1]];
    const into = gradient.layers[depth];
    addProduct(into.weight, outputs, inputs, count,
      after.errors, 1, outputs, before.values, 1, inputs);
    addRows(into.bias, after.errors, count);
    if (depth === 0) return;
    before.errors.fill(0, 0, count * inputs);
    addProduct(before.errors, count, inputs, outputs, after.errors, outputs, 1, weight, 1, inputs);
    multiply(before.errors, before.slopes, count * inputs);
  }
}

function repeat(values, row, count) {
  for (let n = 0, i = 0; n < count; n += 1) {
    for (let column = 0; column < row.length; column += 1, i += 1) values[i] = row[column];
  }
}

function addRows(total, values, count) {
  for (let row = 0, i = 0; row < count; row += 1) {
    for (let column = 0; column < total.length; column += 1, i += 1) total[column] += values[i];
  }
}

function multiply(values, factors, count) {
  for (let i = 0; i < count; i += 1) values[i] *= factors[i];
}

// C[i][j] += Σₖ A[i · ai + k · ak] · B[j · bj + k · bk], for `rows` i, `columns` j, `depth` k. The
// strides let one product serve all three uses above. Sixteen sums at a time stay in registers, so
// that each number that is fetched is used four times.
export function addProduct(C, rows, columns, depth, A, ai, ak, B, bj, bk) {
  const wholeRows = rows - (rows % 4);
  const wholeColumns = columns - (columns % 4);
  for (let i = 0; i < wholeRows; i += 4) {
    for (let j = 0; j < wholeColumns; j += 4) {
      let c00 = 0, c01 = 0, c02 = 0, c03 = 0;
      let c10 = 0, c11 = 0, c12 = 0, c13 = 0;
      let c20 = 0, c21 = 0, c22 = 0, c23 = 0;
      let c30 = 0, c31 = 0, c32 = 0, c33 = 0;
      let a = i * ai;
      let b = j * bj;
      for (let k = 0; k < depth; k += 1) {
        const b0 = B[b], b1 = B[b + bj], b2 = B[b + 2 * bj], b3 = B[b + 3 * bj];
        const a0 = A[a], a1 = A[a + ai], a2 = A[a + 2 * ai], a3 = A[a + 3 * ai];
        c00 += a0 * b0; c01 += a0 * b1; c02 += a0 * b2; c03 += a0 * b3;
        c10 += a1 * b0; c11 += a1 * b1; c12 += a1 * b2; c13 += a1 * b3;
        c20 += a2 * b0; c21 += a2 * b1; c22 += a2 * b2; c23 += a2 * b3;
        c30 += a3 * b0; c31 += a3 * b1; c32 += a3 * b2; c33 += a3 * b3;
        a += ak;
        b += bk;
      }
      let c = i * columns + j;
      C[c] += c00; C[c + 1] += c01; C[c + 2] += c02; C[c + 3] += c03;
      c += columns;
      C[c] += c10; C[c + 1] += c11; C[c + 2] += c12; C[c + 3] += c13;
      c += columns;
      C[c] += c20; C[c + 1] += c21; C[c + 2] += c22; C[c + 3] += c23;
      c += columns;
      C[c] += c30; C[c + 1] += c31; C[c + 2] += c32; C[c + 3] += c33;
    }
  }
  // What is left at the right and at the bottom, one sum at a time.
  for (let i = 0; i < rows; i += 1) {
    for (let j = i < wholeRows ? wholeColumns : 0; j < columns; j += 1) {
      let sum = 0;
      for (let k = 0; k < depth; k += 1) sum += A[i * ai + k * ak] * B[j * bj + k * bk];
      C[i * columns + j] += sum;
    }
  }
}
