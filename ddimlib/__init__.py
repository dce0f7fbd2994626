"""ddimlib: denoising diffusion implicit models, one small module per chapter of the book.

Time is continuous: ``t`` in [0, 1], 0 is the image, 1 is noise. Image tensors are
``(batch, channel, height, width)``, float32 and standardised per channel; pictures for
people are in [0, 1].
"""

__version__ = "0.1.0"
