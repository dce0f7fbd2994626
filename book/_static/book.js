// From Noise to Flowers
