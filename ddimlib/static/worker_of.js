// A worker made of its text (book/bundle_figures.py), so that it has no address of its own.

export function workerOf(source, options = {}) {
  const address = URL.createObjectURL(new Blob([source], { type: "text/javascript" }));
  const worker = new Worker(address, options);
  // Once it has begun, or could not, the browser need not keep the text under this address.
  for (const event of ["message", "error"]) {
    worker.addEventListener(event, () => URL.revokeObjectURL(address), { once: true });
  }
  return worker;
}
