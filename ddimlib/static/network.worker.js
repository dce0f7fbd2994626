// The network in a thread of its own, so that the page stays alive while it works.
// Stands alone: network.js makes a module worker of this text and sends it all it needs.
// With a header that isolates the page it may use two threads; without, WebAssembly has one.
// An answer is { id, answer } or { id, error, refused }: refused where it is the question that was
// bad, so that others may follow. After any other error the runtime may have aborted for good.

let ort = null;
let session = null;
let network = null;
let processor = ""; // "wasm", the processor, or "webgpu", the graphics card
let reason = ""; // why the graphics card was given up

async function load({ runtime, module, binary, network: file, processor: wanted }) {
  ort = await import(`${runtime}${module}`);
  ort.env.wasm.wasmPaths = runtime;
  ort.env.wasm.wasmBinary = binary;
  ort.env.wasm.numThreads = self.crossOriginIsolated ? 2 : 1;
  network = new Uint8Array(file);
  await open(wanted).catch(onTheProcessor);
  return { processor, reason };
}

async function open(wanted) {
  processor = wanted;
  session = await ort.InferenceSession.create(network, { executionProviders: [wanted] });
}

// Where the graphics card fails, the runtime that was fetched for it can use the processor too.
async function onTheProcessor(error) {
  if (processor !== "webgpu") throw error;
  reason = String(error?.message ?? error);
  await session?.release().catch(() => {}); // the card's memory, if it still answers
  session = null;
  return open("wasm");
}

async function predict(inputs) {
  const begun = performance.now();
  const found = await run(inputs).catch(async (error) => {
    await onTheProcessor(error);
    return run(inputs);
  });
  return { ...found, seconds: (performance.now() - begun) / 1000, processor, reason };
}

class Refusal extends Error {}

async function run(asked) {
  const inputs = tensors(asked);
  const { prediction, looks } = await session.run(inputs).catch((error) => {
    // onnxruntime's code 2 is "invalid argument", such as a wrong shape.
    throw /ERROR_CODE: 2\b/.test(error?.message) ? new Refusal(error.message) : error;
  });
  if (!prediction.data.every(Number.isFinite)) throw new Refusal("it gives no numbers");
  return { prediction: prediction.data, looks: looks?.data };
}

function tensors(asked) {
  try {
    return namedTensors(asked);
  } catch (error) {
    throw new Refusal(error.message);
  }
}

function namedTensors({ noisy, size, variance, label }) {
  const inputs = {
    noisy: new ort.Tensor("float32", noisy, [1, noisy.length / size ** 2, size, size]),
    noise_variance: new ort.Tensor("float32", Float32Array.of(variance), [1]),
  };
  if (session.inputNames.includes("label")) {
    inputs.label = new ort.Tensor("int64", BigInt64Array.of(BigInt(label)), [1]);
  } else if (session.inputNames.includes("tokens")) { // it hears words: their numbers
    inputs.tokens = new ort.Tensor("int64", BigInt64Array.from(label, BigInt), [1, label.length]);
  }
  return inputs;
}

self.onmessage = async ({ data }) => {
  try {
    const answer = await { load, predict }[data.task](data);
    self.postMessage({ id: data.id, answer });
  } catch (error) {
    const refused = error instanceof Refusal;
    self.postMessage({ id: data.id, error: String(error?.message ?? error), refused });
  }
};
