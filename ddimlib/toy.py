"""Toys in the plane, by one name: points to learn, four families, an exact denoiser (chapter 1)."""

from ddimlib.exact.mixture import GaussianMixture, exact_end_point, gaussian_mixture_denoiser
from ddimlib.families.models import GAN, VAE, Diffusion, Flow
from ddimlib.families.points import toy_points
