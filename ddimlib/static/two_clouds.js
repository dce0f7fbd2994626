// Two clouds (chapter 13): dots go from one cloud to another, each along a line of its own, or all
// along the mean of the lines.

import { choice, colour, controls, element, onThemeChange, playButton, readout, slider, toggle }
  from "./figure.js";
import { alongLines, alongTheMean, disagreement, dotsOf } from "./clouds.js";
import { planeCanvas } from "./plane_canvas.js";

const PATHS = 40; // dots whose path is drawn

export function start(live, data, root) {
  const { clouds, reach, count, steps, near } = data;
  const settings = { source: data.source, target: data.target, way: data.way };
  const walks = new Map(); // by the settings: what has been walked already
  let walk = null;

  const names = Object.keys(clouds).map((name) => [name, name]);
  const select = (label, key, options) => choice({ label, options, value: settings[key],
    onChange(value) {
      settings[key] = value;
      renew();
    } });
  const source = select("From", "source", names);
  const target = select("To", "target", names);
  const way = select("Each dot follows", "way",
    [["line", "its own line"], ["mean", "the mean of all lines"]]);
  const time = slider({ label: "Way to the target", min: 0, max: 1, step: 1 / steps,
    value: data.opens, format: (value) => `t = ${(1 - value).toFixed(2)}`, onInput: draw });
  const trails = toggle({ label: "Paths", value: true, onChange: draw });
  const plane = planeCanvas({ label: "Dots on their way from one cloud to another", reach,
    draw: drawPlane });
  const words = readout();
  live.append(
    controls(source, target, way),
    controls(time, playButton(root, time, { seconds: 4 }), trails),
    element("div", { class: "ff-view" }, plane.element), words.element);

  function renew() {
    const key = [settings.source, settings.target, settings.way].join();
    if (!walks.has(key)) {
      const [from, to] = [clouds[settings.source], clouds[settings.target]];
      const dots = dotsOf(from, count, data.seed);
      walks.set(key, settings.way === "mean" ? alongTheMean(dots, from, to, steps)
        : alongLines(dots, dotsOf(to, count, data.seed + 1), steps, data.seed));
    }
    walk = walks.get(key);
    draw();
  }

  function draw() { plane.redraw(); }

  function drawPlane(pen) {
    if (!walk) return;
    const { context, place } = pen;
    const at = Math.round(time.value * steps);
    pen.dots(clouds[settings.target].centres.flat(), colour(root, "muted"), 5, 0.6);
    if (trails.value) {
      context.strokeStyle = colour(root, "noise");
      context.globalAlpha = 0.6;
      context.lineWidth = 1;
      context.beginPath();
      for (let n = 0; n < PATHS; n += 1) {
        for (let k = 0; k <= at; k += 1) {
          const [x, y] = place(walk.places[k][2 * n], walk.places[k][2 * n + 1]);
          if (k) context.lineTo(x, y);
          else context.moveTo(x, y);
        }
      }
      context.stroke();
      context.globalAlpha = 1;
    }
    pen.dots(walk.places[at], colour(root, "signal"), 4);
    const { mean, pairs } = disagreement(walk.places[at], walk.velocities[at], near);
    words.say(`t = ${(1 - time.value).toFixed(2)}, from ${settings.source} to ${settings.target}. `
      + `Two dots closer than ${near} differ in velocity by ${mean.toFixed(2)} on average `
      + `(${pairs} pairs).`);
    root.dataset.disagreement = mean.toFixed(3);
  }

  renew();
  plane.follow();
  onThemeChange(root, draw);
  root.dataset.state = "ready";
}
