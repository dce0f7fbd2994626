// A picture of the reader's for a figure: chosen, dropped or pasted, and made small in the page.
// It is read from the reader's disk or clipboard and goes nowhere else.

import { areaAverage } from "./areas.js";
import { button, element } from "./figure.js";

const MOST_PIXELS = 1e8; // more than any phone's camera takes; the browser holds 4 bytes for each
const AT_ONCE = 2 ** 17; // pixels averaged before the page gets its turn again

// The controls. `show(bytes)` gets a picture of size x size pixels, 3 bytes each; `back()` is
// called when the reader wants the first picture again, whose button is named `backLabel`.
export function ownPicture(root, { size, backLabel, show, back }) {
  const input = element("input", { type: "file", accept: "image/*", hidden: true });
  const choose = button({ label: "Your picture …", onClick: () => input.click() });
  const first = button({ label: backLabel, onClick: () => {
    latest += 1;
    say("");
    first.hidden = true;
    choose.focus();
    back();
    root.dataset.state = "ready";
  } });
  first.hidden = true;
  const promise = element("span", { class: "ff-note" },
    "Choose, drop or paste one. It stays in this page and is sent nowhere.");
  const status = element("p", { role: "status" }); // never hidden: it could not be heard then
  let latest = 0; // a slow picture does not replace one that was chosen after it

  input.addEventListener("change", () => {
    if (input.files.length) take(input.files[0]);
    input.value = ""; // so that the same file can be chosen again
  });
  root.addEventListener("dragover", (event) => {
    if (!event.dataTransfer.types.includes("Files")) return;
    event.preventDefault();
    root.classList.add("ff-over");
  });
  root.addEventListener("dragleave", (event) => {
    if (!root.contains(event.relatedTarget)) root.classList.remove("ff-over");
  });
  root.addEventListener("drop", (event) => {
    root.classList.remove("ff-over");
    if (!event.dataTransfer.files.length) return;
    event.preventDefault();
    event.stopPropagation();
    take(event.dataTransfer.files[0]);
  });
  document.addEventListener("paste", paste);

  // Whoever pastes text into a field means that field; a picture pasted elsewhere is for the figure
  // that is seen.
  function paste(event) {
    if (!root.isConnected) return document.removeEventListener("paste", paste);
    const inside = root.contains(event.target);
    if (event.defaultPrevented || (!inside && !(seen(root) && isPage(event.target)))) return;
    const file = [...event.clipboardData.files].find((one) => one.type.startsWith("image/"));
    if (file) {
      event.preventDefault();
      take(file);
    } else if (inside) {
      say("There is no picture in the clipboard: copy one first, and paste again.");
    }
  }

  async function take(file) {
    latest += 1;
    const mine = latest;
    root.dataset.state = "reading";
    say(`Reading ${named(file)} …`);
    try {
      const bytes = await squareBytes(file, size);
      if (mine !== latest) return;
      say("");
      first.hidden = false;
      show(bytes);
    } catch (error) {
      if (mine !== latest) return;
      say(error instanceof Refusal ? error.message : unreadable(file));
    }
    root.dataset.state = "ready";
  }

  function say(text) {
    status.textContent = text;
  }

  return {
    element: element("div", { class: "ff-own" },
      element("div", { class: "ff-controls" }, choose, input, first, promise), status),
  };
}

class Refusal extends Error {}

const named = (file) => (file.name ? `“${file.name}”` : "the picture");

const unreadable = (file) => `This browser cannot read ${named(file)} as a picture: `
  + "take a JPEG, PNG or WebP file.";

// The middle square of a picture file, made small: size x size pixels, 3 bytes each.
async function squareBytes(file, size) {
  const bitmap = await decode(file);
  const side = Math.min(bitmap.width, bitmap.height);
  const left = Math.floor((bitmap.width - side) / 2);
  const top = Math.floor((bitmap.height - side) / 2);
  const rows = Math.ceil(AT_ONCE / side);
  const small = areaAverage(side, size);
  const canvas = element("canvas", { width: side, height: Math.min(rows, side) });
  const context = canvas.getContext("2d", { willReadFrequently: true });
  for (let row = 0; row < side; row += rows) {
    const count = Math.min(rows, side - row);
    context.fillStyle = "white"; // behind pictures that are transparent somewhere
    context.fillRect(0, 0, side, count);
    context.drawImage(bitmap, left, top + row, side, count, 0, 0, side, count);
    small.add(context.getImageData(0, 0, side, count).data);
    await new Promise((done) => { setTimeout(done); });
  }
  bitmap.close();
  return small.bytes();
}

// Upright, as the camera says that it was held (EXIF).
async function decode(file) {
  if (file.type && !file.type.startsWith("image/")) throw new Refusal(unreadable(file));
  const address = URL.createObjectURL(file);
  try {
    // An image knows its size before it is decoded.
    const image = await load(address);
    const pixels = image.naturalWidth * image.naturalHeight;
    if (pixels > MOST_PIXELS) {
      throw new Refusal(`${named(file)} has ${Math.round(pixels / 1e6)} million pixels and this `
        + `page takes up to ${MOST_PIXELS / 1e6} million: make it smaller first.`);
    }
    // Decoded beside the page where the browser can; drawings (SVG) and older browsers cannot.
    return await createImageBitmap(file, { imageOrientation: "from-image" })
      .catch(() => createImageBitmap(image));
  } finally {
    URL.revokeObjectURL(address);
  }
}

function load(address) {
  return new Promise((done, failed) => {
    const image = new Image();
    image.onload = () => done(image);
    image.onerror = failed;
    image.src = address;
  });
}

function seen(root) {
  const box = root.getBoundingClientRect();
  return box.bottom > 0 && box.top < window.innerHeight;
}

function isPage(target) {
  return !target.isContentEditable && !target.closest("input, textarea, select");
}
