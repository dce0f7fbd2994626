"""A mixture of Gaussians and its exact denoiser, in any number of dimensions (chapters 1 and 8).

Where the data are a mixture of Gaussians, the best possible denoiser has a closed form. It is
interchangeable with a trained network, so that every sampler can be tested against the truth."""

import math
from collections.abc import Sequence

import torch
from torch import Tensor

from ddimlib.checks import batch_of_times
from ddimlib.diffusion import Prediction
from ddimlib.forward import Rates
from ddimlib.samplers import Denoise
from ddimlib.schedules import Schedule

Numbers = Tensor | Sequence | float


# --- A mixture of Gaussians, and what diffusion makes of it -----------------------------------


class GaussianMixture:
    """A weighted sum of Gaussians, whose noisy versions are mixtures of Gaussians too.

    Noise turns a mode N(μ, Σ) into N(signal · μ, signal² · Σ + noise² · I), so density, score
    and best denoiser are known in closed form at every noise level.

    Args:
        means: ``(modes, *size)``, the centres; a point has the shape ``size``.
        stds: one number, one per mode ``(modes,)``, or covariances ``(modes, d, d)`` with
            ``d`` the number of coordinates of a point. Zero is allowed: a single point.
        weights: ``(modes,)``, non-negative; equal when left out. They are scaled to sum to 1.

    Raises:
        ValueError: for shapes that do not fit, negative stds or weights, or covariances that
            are not symmetric and positive.
    """

    def __init__(self, means: Numbers, stds: Numbers, weights: Numbers | None = None) -> None:
        means = torch.as_tensor(means, dtype=torch.float64)
        if means.ndim < 2:
            raise ValueError(
                f"means must have shape (modes, …), one row a mode, got {tuple(means.shape)}"
            )
        self.size = means.shape[1:]
        self.means = means.flatten(1)
        modes, coordinates = self.means.shape

        stds = torch.as_tensor(stds, dtype=torch.float64)
        if stds.ndim < 2 and stds.numel() in (1, modes):
            if not (stds >= 0).all():
                raise ValueError(f"stds must not be negative, got {stds.tolist()}")
            self.variances = stds.reshape(-1, 1).square().expand(modes, coordinates)
            self.axes = torch.eye(coordinates, dtype=torch.float64).expand(modes, -1, -1)
        elif stds.shape == (modes, coordinates, coordinates):
            if not torch.allclose(stds, stds.mT):
                raise ValueError("covariances must be symmetric")
            # Principal axes: adding noise changes the variances along them, and not the axes.
            self.variances, self.axes = torch.linalg.eigh(stds)
            if (self.variances < -1e-12).any():
                raise ValueError("covariances must have no negative variance along any axis")
            self.variances = self.variances.clamp(min=0)
        else:
            raise ValueError(
                f"stds must be one number, one per mode ({modes},), or covariances "
                f"({modes}, {coordinates}, {coordinates}), got shape {tuple(stds.shape)}"
            )

        weights = torch.ones(modes) if weights is None else weights
        weights = torch.as_tensor(weights, dtype=torch.float64)
        if weights.shape != (modes,) or not (weights >= 0).all() or not weights.sum() > 0:
            raise ValueError(
                f"weights must be {modes} non-negative numbers, one per mode and not all zero, "
                f"got {weights.tolist()}"
            )
        self.weights = weights / weights.sum()

    @property
    def mean(self) -> Tensor:
        """Mean of the whole mixture, of shape ``size``, float64."""
        return (self.weights @ self.means).reshape(self.size)

    @property
    def covariance(self) -> Tensor:
        """Covariance of the whole mixture, ``(d, d)``, float64: within modes plus between them."""
        within = (self.axes * self.variances[:, None]) @ self.axes.mT
        centred = self.means - self.mean.flatten()
        between = centred[:, :, None] * centred[:, None, :]
        return ((within + between) * self.weights[:, None, None]).sum(0)

    def sample(self, count: int, generator: torch.Generator | None = None) -> Tensor:
        """Independent points of the mixture: ``(count, *size)``, float32."""
        modes = torch.multinomial(self.weights, count, replacement=True, generator=generator)
        noise = torch.randn(count, self.means.shape[1], dtype=torch.float64, generator=generator)
        spread = self.axes[modes] @ (self.variances[modes].sqrt() * noise)[:, :, None]
        return (self.means[modes] + spread[:, :, 0]).reshape(count, *self.size).float()

    def width(self, points: Tensor) -> Tensor:
        """How wide clouds of points are around the modes: what a covariance hardly tells.

        The root mean square distance of a point from the nearest mode, per coordinate. For points
        of a mixture whose modes are well apart and have one ``std`` it is that.

        Args:
            points: ``(…, batch, *size)``, one width for each batch.

        Returns:
            ``(…)``, float64.
        """
        points = points.flatten(-len(self.size)).to(self.means)
        nearest = torch.cdist(points, self.means).amin(-1)
        return (nearest.square().mean(-1) / self.means.shape[1]).sqrt()

    def log_density(self, points: Tensor, rates: Rates | None = None) -> Tensor:
        """Log density at points, of the mixture or of what noise at these rates makes of it.

        Args:
            points: ``(batch, *size)``.
            rates: signal and noise rate; without them the mixture itself.

        Returns:
            ``(batch,)``.
        """
        if rates is None:
            rates = Rates(torch.ones(1), torch.zeros(1))
        return self._log_joint(*self._along_axes(points, rates)).logsumexp(1)

    def given(self, matrix: Numbers, values: Numbers, std: float) -> "GaussianMixture":
        """The mixture that is left of it when ``matrix @ point + std · noise`` has been measured.

        Bayes' rule, mode by mode: each Gaussian becomes the Gaussian of linear regression, and
        counts by how probable it made the measured values.

        Args:
            matrix: ``(m, d)``, for m measured numbers.
            values: ``(m,)``, what was measured.
            std: of the noise of the measurement, positive.

        Raises:
            ValueError: for shapes that do not fit, or a std that is not positive.
        """
        matrix, values = (torch.as_tensor(x, dtype=torch.float64) for x in (matrix, values))
        if matrix.shape != (*values.shape, self.means.shape[1]) or not std > 0:
            raise ValueError(
                f"a measurement needs a matrix (m, {self.means.shape[1]}), values (m,) and a "
                f"positive std, got {tuple(matrix.shape)}, {tuple(values.shape)} and {std}"
            )
        covariances = (self.axes * self.variances[:, None]) @ self.axes.mT
        spread = matrix @ covariances @ matrix.T + std**2 * torch.eye(len(values)).double()
        off = values - self.means @ matrix.T
        gain = covariances @ matrix.T @ torch.linalg.inv(spread)
        means = self.means + (gain @ off[:, :, None])[:, :, 0]
        left = covariances - gain @ matrix @ covariances
        likely = torch.distributions.MultivariateNormal(torch.zeros_like(off), spread)
        weights = (self.weights.log() + likely.log_prob(off)).softmax(0)
        return GaussianMixture(means.reshape(-1, *self.size), (left + left.mT) / 2, weights)

    def denoiser(self, schedule: Schedule) -> Denoise:
        """The best possible denoiser: the mean of image and noise, given the noisy point.

        Each mode's own answer is linear in the point (Efron 2011); the modes are weighed by how
        likely each has made the point. Computed in the precision of the points.

        Returns:
            ``denoise(noisy, t) -> Prediction`` with ``noisy`` of shape ``(batch, *size)`` and
            ``t`` one time or one per point.
        """

        def denoise(noisy: Tensor, t: Tensor) -> Prediction:
            rates = schedule(batch_of_times(t, noisy))
            offset, variance = self._along_axes(noisy, rates)
            share = self._log_joint(offset, variance).softmax(1)[:, :, None]
            # Along each axis: C⁻¹ (x - signal · μ), with C the variance of the noisy mode.
            pull = offset / variance
            axes = self.axes.to(noisy)
            signal, noise_rate = (rate.to(noisy).reshape(-1, 1) for rate in rates)
            toward = (share * torch.einsum("kij,bkj->bki", axes, pull)).sum(1)
            shift = torch.einsum("kij,bkj->bki", axes, self.variances.to(noisy) * pull)
            image = (share * (self.means.to(noisy) + signal[:, :, None] * shift)).sum(1)
            return Prediction(
                image.reshape(noisy.shape), (noise_rate * toward).reshape(noisy.shape)
            )

        return denoise

    def _along_axes(self, points: Tensor, rates: Rates) -> tuple[Tensor, Tensor]:
        """Offsets from the noisy modes along their axes, and the variances there."""
        if points.shape[1:] != self.size:
            raise ValueError(
                f"points must have shape (batch, {', '.join(map(str, self.size))}), "
                f"got {tuple(points.shape)}"
            )
        signal, noise = (rate.to(points).reshape(-1, 1, 1) for rate in rates)
        offset = points.flatten(1)[:, None] - signal * self.means.to(points)
        offset = torch.einsum("kji,bkj->bki", self.axes.to(points), offset)
        return offset, signal**2 * self.variances.to(points) + noise**2

    def _log_joint(self, offset: Tensor, variance: Tensor) -> Tensor:
        """Log of weight times density of each mode: ``(batch, modes)``."""
        log_normal = -0.5 * (offset**2 / variance + variance.log() + math.log(2 * math.pi))
        return log_normal.sum(-1) + self.weights.to(offset).log()


def gaussian_mixture_denoiser(
    means: Numbers, stds: Numbers, weights: Numbers | None, schedule: Schedule
) -> Denoise:
    """The exact denoiser of a Gaussian mixture: see ``GaussianMixture`` and its ``denoiser``."""
    return GaussianMixture(means, stds, weights).denoiser(schedule)


def exact_end_point(
    denoise: Denoise,
    schedule: Schedule,
    noise: Tensor,
    *,
    start: float = 1.0,
    end: float = 0.0,
    tolerance: float = 1e-11,
) -> Tensor:
    """Where the probability-flow ODE leads, to many digits, by another library's solver.

    Solves d(x / signal) / d(noise / signal) = ε(x, t) (Song et al. 2020a, equation 14) in the
    logarithm of noise / signal with SciPy's DOP853, a method of order 8 with error control.
    It takes hundreds of evaluations, and shares no code with ``ddimlib.samplers``.

    Args:
        denoise: ``(noisy, t) -> Prediction``, which must work in float64.
        noise: the state at ``start``, ``(batch, …)``.
        start, end: times in [0, 1]; with ``start < end`` it runs from image to noise.
        tolerance: of the solver, relative and absolute.

    Returns:
        The state at ``end``, shaped like ``noise``, float64.

    Raises:
        RuntimeError: where the solver gives up.
    """
    from scipy.integrate import solve_ivp

    ends = torch.tensor([start, end], dtype=torch.float64)
    log_ratio = (-schedule.log_snr(ends) / 2).tolist()
    signal = schedule(ends).signal

    def slope(u: float, scaled: object) -> object:
        log_snr = torch.tensor(-2 * u, dtype=torch.float64)
        here = torch.sigmoid(log_snr).sqrt()
        noisy = here * torch.as_tensor(scaled).reshape(noise.shape)
        return math.exp(u) * denoise(noisy, schedule.time(log_snr)).noise.flatten().numpy()

    scaled = (noise.double() / signal[0]).flatten().numpy()
    solution = solve_ivp(slope, log_ratio, scaled, method="DOP853", rtol=tolerance, atol=tolerance)
    if not solution.success:
        raise RuntimeError(f"no solution from time {start:g} to {end:g}: {solution.message}")
    return signal[1] * torch.from_numpy(solution.y[:, -1].copy()).reshape(noise.shape)
