// KID and FID between two sets of points as both grow, as ddimlib/metrics.py has them.

// Distances between the first n points of two sets, for each n of `sizes` (ascending, each above
// `features`). Points are `features` numbers in turn. Returns { fid: [...], kid: [...] }.
export function growingDistances(x, y, features, sizes) {
  const terms = kernelTerms(features);
  const sets = [x, y].map((points) => makeSums(points, features, terms));
  const found = { fid: [], kid: [] };
  let done = 0;
  for (const size of sizes) {
    for (const sums of sets) for (let i = done; i < size; i += 1) sums.add(i);
    done = size;
    found.fid.push(frechet(...sets.map((sums) => sums.gaussian(size)), features));
    found.kid.push(unbiasedMmd(...sets, size));
  }
  return found;
}

// KID's kernel (x·y / features + 1)³ is an inner product: of all products of three of the numbers
// 1, x₁/√features, x₂/√features, … Each product is listed once, with the root of how often it occurs.
export function kernelTerms(features) {
  const terms = [];
  for (let i = 0; i <= features; i += 1) {
    for (let j = i; j <= features; j += 1) {
      for (let k = j; k <= features; k += 1) {
        const different = new Set([i, j, k]).size;
        terms.push([i, j, k, Math.sqrt([1, 3, 6][different - 1])]);
      }
    }
  }
  return terms;
}

// What both distances need of a set, summed point by point.
function makeSums(points, features, terms) {
  const mean = new Float64Array(features);
  const products = new Float64Array(features * features);
  const kernel = new Float64Array(terms.length); // the sum of all terms
  let self = 0; // the sum of the kernel of each point with itself
  const extended = new Float64Array(features + 1);
  const scale = 1 / Math.sqrt(features);
  extended[0] = 1;
  return {
    kernel,
    get self() { return self; },
    add(point) {
      const at = point * features;
      for (let i = 0; i < features; i += 1) {
        mean[i] += points[at + i];
        extended[i + 1] = scale * points[at + i];
        for (let j = 0; j < features; j += 1) {
          products[i * features + j] += points[at + i] * points[at + j];
        }
      }
      for (let n = 0; n < terms.length; n += 1) {
        const [i, j, k, weight] = terms[n];
        const term = weight * extended[i] * extended[j] * extended[k];
        kernel[n] += term;
        self += term * term;
      }
    },
    gaussian(size) {
      const centre = mean.map((sum) => sum / size);
      const covariance = products.map((sum, n) => (sum
        - size * centre[Math.floor(n / features)] * centre[n % features]) / (size - 1));
      return { centre, covariance };
    },
  };
}

function dot(a, b) {
  return a.reduce((sum, value, i) => sum + value * b[i], 0);
}

// Averages over pairs of different points of either set, minus twice that over pairs across.
function unbiasedMmd(a, b, size) {
  const within = (set) => (dot(set.kernel, set.kernel) - set.self) / (size * (size - 1));
  return within(a) + within(b) - (2 * dot(a.kernel, b.kernel)) / size ** 2;
}

// The Fréchet distance of two Gaussians. The root of Σx Σy has the eigenvalues' roots for its trace,
// and Σx Σy has those of the symmetric Lᵀ Σy L, where Σx = L Lᵀ.
export function frechet(a, b, size) {
  const lower = cholesky(a.covariance, size);
  const entry = (i, j) => {
    let sum = 0;
    for (let k = i; k < size; k += 1) {
      for (let l = j; l < size; l += 1) {
        sum += lower[k * size + i] * b.covariance[k * size + l] * lower[l * size + j];
      }
    }
    return sum;
  };
  const inner = Float64Array.from({ length: size * size }, (_, n) =>
    entry(Math.floor(n / size), n % size));
  const roots = eigenvalues(inner, size).map((value) => Math.sqrt(Math.max(value, 0)));
  let distance = -2 * roots.reduce((sum, root) => sum + root, 0);
  for (let i = 0; i < size; i += 1) {
    distance += (a.centre[i] - b.centre[i]) ** 2;
    distance += a.covariance[i * size + i] + b.covariance[i * size + i];
  }
  return distance;
}

// L of a positive definite matrix L Lᵀ.
function cholesky(matrix, size) {
  const lower = new Float64Array(size * size);
  for (let i = 0; i < size; i += 1) {
    for (let j = 0; j <= i; j += 1) {
      let sum = matrix[i * size + j];
      for (let k = 0; k < j; k += 1) sum -= lower[i * size + k] * lower[j * size + k];
      lower[i * size + j] = i === j ? Math.sqrt(sum) : sum / lower[j * size + j];
    }
  }
  return lower;
}

// Eigenvalues of a symmetric matrix by Jacobi's rotations, each of which makes one entry zero.
function eigenvalues(matrix, size) {
  const a = Float64Array.from(matrix);
  for (let sweep = 0; sweep < 12; sweep += 1) {
    for (let p = 0; p < size; p += 1) {
      for (let q = p + 1; q < size; q += 1) {
        const off = a[p * size + q];
        if (Math.abs(off) < 1e-14) continue;
        const angle = 0.5 * Math.atan2(2 * off, a[q * size + q] - a[p * size + p]);
        const [cosine, sine] = [Math.cos(angle), Math.sin(angle)];
        for (const [step, stride] of [[1, size], [size, 1]]) {
          for (let k = 0; k < size; k += 1) {
            const [at, to] = [p * stride + k * step, q * stride + k * step];
            const [u, v] = [a[at], a[to]];
            a[at] = cosine * u - sine * v;
            a[to] = sine * u + cosine * v;
          }
        }
      }
    }
  }
  return Array.from({ length: size }, (_, i) => a[i * size + i]);
}

// Where the straight line through values over 1/size ends, at infinitely many points.
export function extrapolate(sizes, values) {
  const x = sizes.map((size) => 1 / size);
  const [meanX, meanY] = [x, values].map((all) => all.reduce((a, b) => a + b) / all.length);
  const slope = x.reduce((sum, value, i) => sum + (value - meanX) * (values[i] - meanY), 0)
    / x.reduce((sum, value) => sum + (value - meanX) ** 2, 0);
  return { end: meanY - slope * meanX, slope };
}
