"""Figures that move on a page without Python, one module a figure (see ``layer``)."""

from ddimlib.widgets.ask_in_words import ask_in_words
from ddimlib.widgets.dissolve import dissolve
from ddimlib.widgets.draw_a_schedule import draw_a_schedule
from ddimlib.widgets.embedding_explorer import embedding_explorer
from ddimlib.widgets.every_flower import every_flower
from ddimlib.widgets.field_of_view import field_of_view
from ddimlib.widgets.film_strip import film_strip
from ddimlib.widgets.first_flowers import first_flowers
from ddimlib.widgets.follow_the_noise import follow_the_noise
from ddimlib.widgets.grow_a_flower import grow_a_flower
from ddimlib.widgets.guess_the_flower import guess_the_flower
from ddimlib.widgets.layer import Figure, encode_bytes, page
from ddimlib.widgets.lie import lie
from ddimlib.widgets.noise import browser_noise
from ddimlib.widgets.noise_maps import noise_maps
from ddimlib.widgets.particles import particles
from ddimlib.widgets.race import race
from ddimlib.widgets.reverse_process import reverse_process
from ddimlib.widgets.sample_size import sample_size
from ddimlib.widgets.train_a_model import train_a_model
from ddimlib.widgets.training_watch import training_watch
from ddimlib.widgets.two_clouds import two_clouds
from ddimlib.widgets.unet_map import unet_map
from ddimlib.widgets.what_a_latent_keeps import what_a_latent_keeps

__all__ = [
    "Figure",
    "ask_in_words",
    "browser_noise",
    "dissolve",
    "draw_a_schedule",
    "embedding_explorer",
    "encode_bytes",
    "every_flower",
    "field_of_view",
    "film_strip",
    "first_flowers",
    "follow_the_noise",
    "grow_a_flower",
    "guess_the_flower",
    "lie",
    "noise_maps",
    "page",
    "particles",
    "race",
    "reverse_process",
    "sample_size",
    "train_a_model",
    "training_watch",
    "two_clouds",
    "unet_map",
    "what_a_latent_keeps",
]
