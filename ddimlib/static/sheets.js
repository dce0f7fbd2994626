// Many pictures in one compressed file, taken apart in the page.

// The sheet at a `data:` address, decoded: resolves to { width, height, data } in RGBA bytes.
export async function decodeSheet(address) {
  const image = new Image();
  image.src = address;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = image.naturalWidth;
  canvas.height = image.naturalHeight;
  const context = canvas.getContext("2d", { willReadFrequently: true });
  context.drawImage(image, 0, 0);
  return context.getImageData(0, 0, canvas.width, canvas.height);
}

// The address of the sheet that a figure's still picture shows.
export function stillSheet(root) {
  const picture = decodeURIComponent(root.querySelector(".ff-still img").getAttribute("src"));
  return picture.match(/ href='([^']*)'/)[1];
}

// Red, green, blue of the `width` x `height` picture at x, y.
export function cutColours(sheet, x, y, width, height) {
  const bytes = new Uint8ClampedArray(3 * width * height);
  for (let row = 0; row < height; row += 1) {
    for (let column = 0; column < width; column += 1) {
      const from = 4 * ((y + row) * sheet.width + x + column);
      bytes.set(sheet.data.subarray(from, from + 3), 3 * (row * width + column));
    }
  }
  return bytes;
}

// The same where the three colours lie in three grey sheets, one below the other.
export function cutPlanes(sheet, x, y, width, height) {
  const bytes = new Uint8ClampedArray(3 * width * height);
  for (let channel = 0; channel < 3; channel += 1) {
    const top = y + (channel * sheet.height) / 3;
    for (let row = 0; row < height; row += 1) {
      for (let column = 0; column < width; column += 1) {
        bytes[3 * (row * width + column) + channel] =
          sheet.data[4 * ((top + row) * sheet.width + x + column)];
      }
    }
  }
  return bytes;
}
