"""A mixture whose denoiser is exact, noise to start from, and the end of a walk."""

import torch

from ddimlib.toy import GaussianMixture

MIXTURE = GaussianMixture([[1.0, 0.0], [-1.0, 1.0], [0.0, -1.5]], 0.3, [0.5, 0.3, 0.2])


def noise_of(count: int, seed: int = 0, dtype: torch.dtype = torch.float64) -> torch.Tensor:
    return torch.randn(count, 2, dtype=dtype, generator=torch.Generator().manual_seed(seed))


def last(steps):
    return list(steps)[-1]
