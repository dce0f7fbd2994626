// Training in a thread of its own. book/bundle_figures.py makes one text of this and of what it
// imports, of which train.js makes a worker: so it needs no address, and works from a folder too.

import { trainingSession } from "./training_session.js";

const session = trainingSession((report) => self.postMessage(report));

self.onmessage = ({ data: { order, ...details } }) => session[order](details);
self.postMessage({ ready: true });
