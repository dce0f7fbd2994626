// A square canvas that shows a part of the plane, sharp on every screen.

import { onDrag } from "./drag.js";
import { element, onPixelRatio, onResize } from "./figure.js";

// `draw(pen)` is called whenever the canvas must be drawn anew, and by `redraw()`. `pen` has the
// context, `width` in CSS pixels, `place(x, y)`, `ring`, `dots`, `picture` and `arrows`; points are x
// and y in turn. `onPress([x, y], begins)` is called while a pointer presses on the square, for its
// first place with `begins`; a finger then does not scroll the page.
export function planeCanvas({ label, reach, draw, onPress = null }) {
  const canvas = element("canvas", { role: "img", "aria-label": label,
    class: onPress ? "ff-plane" : "ff-plane ff-plain" });
  let context = canvas.getContext("2d");
  let width = 0;
  const place = (x, y) => [((x + reach) / (2 * reach)) * width, ((reach - y) / (2 * reach)) * width];

  const pen = {
    place,
    get context() { return context; },
    get width() { return width; },
    ring(x, y, radius, stroke, fill) {
      context.beginPath();
      context.arc(...place(x, y), radius, 0, 2 * Math.PI);
      context.lineWidth = 3;
      context.strokeStyle = stroke;
      context.fillStyle = fill;
      context.fill();
      context.stroke();
    },
    dots(points, colour, size = 2.4, alpha = 1) {
      context.globalAlpha = alpha;
      context.fillStyle = colour;
      for (let i = 0; i < points.length; i += 2) {
        const [x, y] = place(points[i], points[i + 1]);
        context.fillRect(x - size / 2, y - size / 2, size, size);
      }
      context.globalAlpha = 1;
    },
    // A picture that ends at ±edge.
    picture(source, edge, alpha) {
      context.globalAlpha = alpha;
      const [left, top] = place(-edge, edge);
      context.drawImage(source, left, top, width - 2 * left, width - 2 * top);
      context.globalAlpha = 1;
    },
    // From each place to where `ends` says, but no longer than `longest`, a share of the plane.
    arrows(starts, ends, colour, longest = 0.05) {
      context.strokeStyle = colour;
      context.lineWidth = 1.2;
      context.beginPath();
      for (let i = 0; i < starts.length; i += 2) {
        const [x, y] = place(starts[i], starts[i + 1]);
        const [u, v] = place(ends[i], ends[i + 1]);
        const length = Math.hypot(u - x, v - y);
        if (!(length > 1)) continue;
        const drawn = Math.min(length, longest * width);
        const [across, down] = [((u - x) / length) * drawn, ((v - y) / length) * drawn];
        const head = Math.min(3.5, drawn / 2) / drawn;
        context.moveTo(x, y);
        context.lineTo(x + across, y + down);
        context.lineTo(x + across - head * (across - down), y + down - head * (down + across));
        context.moveTo(x + across, y + down);
        context.lineTo(x + across - head * (across + down), y + down - head * (down - across));
      }
      context.stroke();
    },
  };

  function redraw() {
    if (!width) return;
    context.clearRect(0, 0, width, width);
    draw(pen);
  }

  // Where a pointer is, in the plane.
  function where(event) {
    const box = canvas.getBoundingClientRect();
    const inside = (share) => reach * (2 * Math.min(Math.max(share, 0), 1) - 1);
    return [inside((event.clientX - box.left) / box.width),
      -inside((event.clientY - box.top) / box.height)];
  }

  if (onPress) onDrag(canvas, (event, begins) => onPress(where(event), begins));

  function fit() {
    const scale = window.devicePixelRatio || 1;
    canvas.width = canvas.height = Math.round(width * scale);
    context = canvas.getContext("2d");
    context.setTransform(canvas.width / width, 0, 0, canvas.width / width, 0, 0);
    redraw();
  }

  return {
    element: canvas,
    canvas,
    redraw,
    // Call once the canvas is on the page.
    follow() {
      onResize(canvas, (next) => {
        width = next;
        fit();
      });
      onPixelRatio(canvas, () => { if (width) fit(); });
    },
  };
}
