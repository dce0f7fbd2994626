// Presses and drags on a part of a figure: with the main button of a mouse, a pen, or one finger.

const FAR = 6; // CSS pixels that a finger moves sideways before it is a drag

// `act(event, begins)` is called at the press, with `begins`, and as the pointer moves until it is let
// go. Where a finger `scrolls` the page up and down (touch-action: pan-y), a press alone does not say
// what it will do: then a tap acts when it ends, and a drag once it goes sideways.
export function onDrag(node, act, { scrolls = false } = {}) {
  let held = null; // the pointer that drags: other fingers and buttons do nothing
  let undecided = null; // the press of a finger that may yet scroll

  const decide = () => {
    const press = undecided;
    undecided = null;
    act(press, true);
  };

  node.addEventListener("pointerdown", (event) => {
    if (event.button !== 0 || !event.isPrimary) return;
    held = event.pointerId;
    node.setPointerCapture(held);
    undecided = scrolls && event.pointerType === "touch" ? event : null;
    if (!undecided) act(event, true);
  });
  node.addEventListener("pointermove", (event) => {
    if (event.pointerId !== held || !node.hasPointerCapture(held)) return;
    if (undecided) {
      const across = Math.abs(event.clientX - undecided.clientX);
      if (across < FAR || across < Math.abs(event.clientY - undecided.clientY)) return;
      decide();
    }
    act(event, false);
  });
  node.addEventListener("pointerup", (event) => {
    if (undecided && event.pointerId === held) decide();
  });
  node.addEventListener("pointercancel", (event) => {
    if (event.pointerId === held) undecided = null; // the page scrolls
  });
}
