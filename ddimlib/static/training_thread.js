// A training in a worker or, where the page may have none, between the page's own tasks.

import { trainingSession } from "./training_session.js";

// `ask(order, details)` calls a method of trainingSession; its reports go to `onReport`.
export function openTraining(onReport, makeWorker) {
  let worker = null;
  let session = null;
  let ready = false;
  const asked = []; // until the worker has answered once
  const stayHere = () => {
    session = trainingSession(onReport, { slice: 12 });
    for (const { order, ...details } of asked.splice(0)) session[order](details);
  };
  try {
    worker = makeWorker();
    worker.onmessage = ({ data }) => {
      ready = true;
      asked.length = 0;
      if (!data.ready) onReport(data);
    };
    worker.onerror = (event) => {
      event.preventDefault?.();
      if (ready) throw new Error(event.message);
      stayHere();
    };
  } catch {
    stayHere();
  }
  return {
    get inWorker() { return session === null; },
    ask(order, details = {}) {
      if (session) return session[order](details);
      if (!ready) asked.push({ order, ...details });
      return worker.postMessage({ order, ...details });
    },
  };
}
