// U-Net map (chapter 5): the blocks of a network as it runs, with what one picture becomes in each.

import { signedColours } from "./colours.js";
import { decodeBytes, element, picture, readout } from "./figure.js";

export function start(live, data) {
  const { blocks } = data;
  const most = Math.max(...blocks.map((block) => block.parameters));
  const buttons = blocks.map((block, index) => {
    const thumbnail = drawMaps(block, 1)[0];
    const share = Math.sqrt(block.parameters / most);
    const node = element("button", {
      type: "button", class: "ff-block", "aria-pressed": "false",
      "aria-label": `${block.title}, ${block.shape}, ${block.parameters} parameters`,
    }, thumbnail, element("i", { style: `width:${(100 * share).toFixed(0)}%` }));
    node.addEventListener("focus", () => select(index));
    node.addEventListener("pointerenter", () => select(index));
    node.addEventListener("click", () => select(index));
    node.addEventListener("keydown", (event) => {
      const move = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
      if (!move || event.altKey || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      buttons[Math.min(Math.max(index + move, 0), blocks.length - 1)].focus();
    });
    return node;
  });

  // The letter U: one row a resolution, the way down on the left, the way up on the right.
  const levels = Math.max(...blocks.map((block) => block.level)) + 1;
  const map = element("div", { class: "ff-unet", role: "group", "aria-label": "Blocks" });
  for (let level = 0; level < levels; level += 1) {
    const pick = (side) => buttons.filter((_, i) =>
      blocks[i].level === level && blocks[i].side === side);
    const size = data.sizes[level];
    const indent = `margin-inline:${((30 * level) / (levels - 1)).toFixed(1)}%`;
    map.append(element("div", { class: "ff-unet-row", style: indent },
      element("div", { class: "ff-unet-side" }, ...pick("down")),
      ...(pick("middle").length
        ? [element("div", { class: "ff-unet-side" }, ...pick("middle")),
          element("span", { class: "ff-unet-size" }, `${size} × ${size}`)]
        : [element("span", { class: "ff-unet-skip" },
          element("span", { class: "ff-unet-size" }, `${size} × ${size}`))]),
      element("div", { class: "ff-unet-side" }, ...pick("up"))));
  }

  const heading = element("span", { class: "ff-title" });
  const facts = element("dl", { class: "ff-facts" });
  const maps = element("div", { class: "ff-maps", role: "img" });
  const words = readout();
  live.append(map, element("div", { class: "ff-unet-detail" }, heading, facts, maps),
    words.element);

  function select(index) {
    const block = blocks[index];
    buttons.forEach((node, i) => {
      node.setAttribute("aria-pressed", String(i === index));
      node.classList.toggle("ff-partner", i !== index && areConnected(blocks[i], block));
    });
    heading.textContent = block.kind ? `${block.title}: ${block.kind}` : block.title;
    facts.replaceChildren(...block.facts.map(([name, value]) =>
      element("div", {}, element("dt", {}, name), element("dd", {}, value))));
    maps.replaceChildren(...drawMaps(block, block.count));
    maps.setAttribute("aria-label", block.shown);
    words.say(block.sentence);
  }

  select(Math.min(data.selected, blocks.length - 1));
}

// Whether two blocks are the two ends of a skip connection.
export function areConnected(one, other) {
  return one.skip === other.name || other.skip === one.name;
}

// Two values a byte, 0 ... 14 with 7 as zero (ddimlib/widgets/unet_map.py), as -1 ... 1.
export function unpackHalves(bytes, count) {
  return Float64Array.from({ length: count }, (_, i) =>
    ((i % 2 ? bytes[i >> 1] & 15 : bytes[i >> 1] >> 4) - 7) / 7);
}

// Canvases of a block's first `count` maps; a colour picture is one map.
function drawMaps(block, count) {
  const [width, height] = block.size;
  const bytes = decodeBytes(block.maps);
  const area = width * height;
  const values = block.colour ? null : unpackHalves(bytes, area * block.count);
  return Array.from({ length: Math.min(count, block.count) }, (_, i) => {
    const view = picture({ label: "", width, height });
    view.draw(block.colour ? bytes : signedColours(values.subarray(i * area, (i + 1) * area)));
    view.canvas.removeAttribute("role");
    view.canvas.removeAttribute("aria-label");
    view.canvas.setAttribute("aria-hidden", "true");
    return view.canvas;
  });
}
