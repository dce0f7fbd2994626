// Drawing by keyboard on a square of the plane: a cross that the arrow keys move, and points where it
// stands. Only keyboards see it: who comes by pointer does not need it.

import { colour, element } from "./figure.js";

const MOVES = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] };
const STEP = 0.1; // in the plane's units
const FASTER = 5; // with Shift

let number = 0; // of the crosses of this page, for their hints' names

// `onPoint([x, y], joined)` puts a point, joined to the last one by a line or not, `onBack()` takes
// the last stroke back; both return what there is to say. `board` is a planeCanvas from -reach to
// reach, which calls `draw(pen)` last. Put `hint` behind it, and `element` anywhere.
export function crosshair(root, board, { reach, onPoint, onBack }) {
  const { canvas } = board;
  const spoken = element("p", { class: "ff-hidden", "aria-live": "polite" });
  const hint = element("p", { class: "ff-hint", id: `ff-hint-${(number += 1)}` },
    "Arrow keys move the cross, with Shift faster. Space puts a point, Enter draws a line to it, "
    + "Backspace takes the last stroke back.");
  for (const [name, value] of Object.entries({ tabindex: 0, role: "application",
    "aria-roledescription": "drawing board", "aria-describedby": hint.id })) {
    canvas.setAttribute(name, value);
  }
  let here = [0, 0];
  let waiting = 0;

  function say(text) {
    clearTimeout(waiting); // while a key is held down, only the last place is said
    waiting = setTimeout(() => { spoken.textContent = text; }, 300);
  }

  canvas.addEventListener("keydown", (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (MOVES[event.key]) {
      const by = STEP * (event.shiftKey ? FASTER : 1);
      here = here.map((value, i) => {
        const moved = Math.round(100 * (value + by * MOVES[event.key][i])) / 100;
        return Math.min(Math.max(moved, -reach), reach);
      });
      say(placeInWords(here));
    } else if (event.key === " " || event.key === "Enter") {
      say(onPoint(here, event.key === "Enter"));
    } else if (event.key === "Backspace") {
      say(onBack());
    } else return;
    event.preventDefault();
    board.redraw();
  });
  canvas.addEventListener("focus", board.redraw);
  canvas.addEventListener("blur", board.redraw);

  return {
    element: spoken,
    hint,
    draw(pen) {
      if (!canvas.matches(":focus-visible")) return;
      const [x, y] = pen.place(...here);
      pen.context.strokeStyle = colour(root, "accent");
      pen.context.lineWidth = 2;
      pen.context.beginPath();
      pen.context.moveTo(x - 12, y);
      pen.context.lineTo(x + 12, y);
      pen.context.moveTo(x, y - 12);
      pen.context.lineTo(x, y + 12);
      pen.context.stroke();
    },
  };
}

export function placeInWords([x, y]) {
  const part = (value, positive, negative) =>
    (value === 0 ? "in the middle" : `${Math.abs(value)} ${value > 0 ? positive : negative}`);
  return x === 0 && y === 0 ? "Middle" : `${part(x, "right", "left")}, ${part(y, "up", "down")}`;
}
