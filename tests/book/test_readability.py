"""What the tool that measures the prose calls a sentence, and a passive one."""

import pytest

from tests.scripts import load

readability = load("readability")


def test_it_counts_sentences_and_their_words() -> None:
    text = "# No sentence here\n\nTwo words. Now there are five words.\n\n- One more item\n"
    found = readability.measure(text)
    assert found.sentences == 3
    assert found.mean_words == (2 + 5 + 3) / 3


def test_code_tables_and_formulas_are_not_prose() -> None:
    text = "A plain one.\n\n```python\nx = 1. Y = 2\n```\n\n| a | b |\n\n$$\nx = y . Z\n$$\n"
    assert readability.measure(text).sentences == 1


def test_a_long_sentence_is_one_of_more_than_25_words() -> None:
    assert readability.measure("word " * 25 + ".").long == 0
    assert readability.measure("word " * 26 + ".").long == 1


@pytest.mark.parametrize(
    ("sentence", "passive"),
    [
        ("The network is trained on photographs.", True),
        ("Its weights were never shown.", True),
        ("We train the network on photographs.", False),
        ("The network is large and learned it.", False),
    ],
)
def test_a_passive_is_a_form_of_be_and_a_participle(sentence: str, passive: bool) -> None:
    assert readability.measure(sentence).passive == passive
