"""The figures' tests start from Matplotlib's own settings, whichever test ran before them."""

from collections.abc import Iterator

import matplotlib
import pytest


@pytest.fixture(autouse=True)
def settings_of_their_own() -> Iterator[None]:
    with matplotlib.rc_context():
        matplotlib.rcdefaults()
        yield
