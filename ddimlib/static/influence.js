// What the figure of the field of view computes: radii from shares, the network's view of bytes.

// The first whole radius within which `least` of the influence lies.
export function radius(curve, least) {
  return curve.findIndex((share) => share >= least);
}

// The bytes of `planes` (red, green, blue, one behind the other) as standardised values.
export function standardised(bytes, mean, std) {
  const count = bytes.length / 3;
  return Float32Array.from(bytes, (value, i) => {
    const channel = Math.floor(i / count);
    return (value / 255 - mean[channel]) / std[channel];
  });
}
