"""Features of pictures that need no trained weights, to test what is measured on features."""

import torch
from torch import Tensor


class MeanColours:
    """A picture's mean colour, and the spread of its colours."""

    suffix = " (colours)"

    def __call__(self, pictures: Tensor) -> Tensor:
        return torch.cat([pictures.mean(dim=(2, 3)), pictures.std(dim=(2, 3))], dim=1)
