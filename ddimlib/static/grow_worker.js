// Grow a flower: runs the network in a thread of its own, so that the page stays alive.
// Stands alone: grow.js makes a module worker of this text and sends it all it needs.
// With a header that isolates the page it may use two threads; without, WebAssembly has one.

let ort = null;
let session = null;

async function load({ runtime, binary, network }) {
  ort = await import(`${runtime}ort.wasm.min.mjs`);
  ort.env.wasm.wasmPaths = runtime;
  ort.env.wasm.wasmBinary = binary;
  ort.env.wasm.numThreads = self.crossOriginIsolated ? 2 : 1;
  session = await ort.InferenceSession.create(new Uint8Array(network));
  return { threads: ort.env.wasm.numThreads };
}

async function predict({ noisy, size, variance, label }) {
  const inputs = {
    noisy: new ort.Tensor("float32", noisy, [1, 3, size, size]),
    noise_variance: new ort.Tensor("float32", Float32Array.of(variance), [1]),
  };
  if (session.inputNames.includes("label")) {
    inputs.label = new ort.Tensor("int64", BigInt64Array.of(BigInt(label)), [1]);
  }
  const begun = performance.now();
  const { prediction } = await session.run(inputs);
  return { prediction: prediction.data, seconds: (performance.now() - begun) / 1000 };
}

self.onmessage = async ({ data }) => {
  try {
    const answer = await { load, predict }[data.task](data);
    self.postMessage({ id: data.id, answer });
  } catch (error) {
    self.postMessage({ id: data.id, error: String(error?.message ?? error) });
  }
};
