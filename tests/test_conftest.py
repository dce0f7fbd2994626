"""The type-checking hook is really on, and can be put aside where a test wants a reader's view."""

import pytest
import torch
from jaxtyping import TypeCheckError

from ddimlib.embeddings import SinusoidalEmbedding

A_PICTURE_NOT_A_BATCH_OF_NUMBERS = torch.zeros(2, 3, 4)


def test_signatures_are_checked_under_pytest() -> None:
    with pytest.raises(TypeCheckError, match="noise_level"):
        SinusoidalEmbedding()(A_PICTURE_NOT_A_BATCH_OF_NUMBERS)


def test_a_reader_sees_the_library_s_own_sentence(as_readers_run_it: None) -> None:
    with pytest.raises(ValueError, match="one number per image"):
        SinusoidalEmbedding()(A_PICTURE_NOT_A_BATCH_OF_NUMBERS)
