// Training in the background: takes orders, trains in slices, reports now and then. It runs in a
// worker (train.worker.js), and where a page may have none, between the page's own tasks.

import { makeTrainer } from "./trainer.js";

const REPORT = 100; // milliseconds between two reports
const SHOW = 0.25; // of the time at most goes into samples and arrows
const LONGEST = 30_000; // steps, after which nobody is likely to be watching
const GATHER = 30; // milliseconds after a look in which further ones become one

// `post(report)` sends what is new:
//   begun    the number of the training that this is about (`begin` gives it)
//   steps, losses (of each step since the last report), rate (steps a second of training)
//   finite (false once a loss was no number), ended (by that, or `longest` steps after `run`)
//   best (the least loss possible), once for each training and choice of points
//   samples, arrows (when they were made anew): points in turn x, y
// The orders are the methods of what is returned. `slice` is how many milliseconds to train at a
// time; `later(work)` calls back when others have had their turn, `rest(work)` after GATHER.
export function trainingSession(post, {
  slice = 50, later = (work) => setTimeout(work, 0), rest = (work) => setTimeout(work, GATHER),
  longest = LONGEST,
} = {}) {
  let trainer = null;
  let view = {};
  let settings = {};
  let number = 0;
  let running = false;
  let waiting = false;
  let finite = true;
  let losses = [];
  let spent = 0; // milliseconds of training, and the steps they made: for the rate
  let made = 0;
  let shown = 0; // when samples were last made, and how long that took
  let cost = 0;
  let reported = 0;
  let news = {}; // what goes into the next report, once
  let limit = longest; // the step at which it rests
  let gathering = false; // whether a look was answered just now
  let looked = null; // what has to be made for the looks since then

  const ended = () => !finite || trainer.steps >= limit;

  function train(until, most = Infinity) {
    const from = performance.now();
    let count = 0;
    while (count < most && finite && performance.now() < until) {
      const loss = trainer.step(settings.rate);
      losses.push(loss);
      finite = Number.isFinite(loss);
      count += 1;
    }
    spent += performance.now() - from;
    made += count;
    if (ended()) running = false;
  }

  function report({ samples = false, arrows = samples } = {}) {
    const content = { ...news, begun: number, steps: trainer.steps, finite, ended: ended(),
      losses: Float32Array.from(losses), rate: spent > 0 ? (1000 * made) / spent : 0 };
    const { count, length, seed, places, t } = view;
    const smooth = settings.average;
    if (arrows) content.arrows = trainer.guess(places, { t, smooth });
    if (samples && trainer.steps > 0) {
      const from = performance.now();
      content.samples = trainer.sample({ count, steps: length, seed, smooth });
      shown = performance.now();
      cost = shown - from;
    }
    [losses, news] = [[], {}];
    if (spent > 2000) [spent, made] = [spent / 2, made / 2]; // the rate of the last seconds
    post(content);
    reported = performance.now();
  }

  function work() {
    waiting = false;
    if (!running) return;
    train(performance.now() + slice);
    const now = performance.now();
    const show = !running || now - shown > Math.max(2 * REPORT, cost / SHOW);
    if (show || now - reported > REPORT) report({ samples: show, arrows: true });
    goOn();
  }

  function goOn() {
    if (!running || waiting) return;
    waiting = true;
    later(work);
  }

  // A slider that is dragged looks more often than samples can be made: the first look is answered at
  // once, and those that come meanwhile together.
  function answer(samples) {
    if (gathering) {
      looked = { samples: samples || Boolean(looked?.samples) };
      return;
    }
    report({ arrows: true, samples });
    gathering = true;
    rest(() => {
      const more = looked;
      [gathering, looked] = [false, null];
      if (more) answer(more.samples);
    });
  }

  return {
    // A new network: `view` is { count, length, seed } of the samples, and { places, t } of arrows.
    begin(order) {
      ({ number, settings, view } = order);
      trainer = makeTrainer(order.points, settings);
      [running, finite, losses, spent, made] = [false, true, [], 0, 0];
      limit = longest;
      news = { best: trainer.best() };
      report({ samples: true });
    },
    learnFrom({ points }) {
      trainer.learnFrom(points);
      news = { best: trainer.best() };
      if (!running) report({ samples: true });
    },
    // The learning rate and whether the average is shown may change on the way.
    change(changes) {
      settings = { ...settings, ...changes };
      if (!running) report({ samples: true });
    },
    look(changes) {
      view = { ...view, ...changes };
      answer(!("t" in changes));
    },
    run({ on }) {
      if (on) limit = trainer.steps + longest; // whoever asks for more gets as much again
      running = on && !ended();
      if (!running) report({ samples: true });
      goOn();
    },
    step({ count = 1 }) {
      train(Infinity, count);
      report({ samples: true });
    },
  };
}
