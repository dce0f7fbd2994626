"""Prompts mean the same in the page and in Python; what is recorded is what the network did."""

import json

import numpy as np
import pytest
import torch

from ddimlib.data import captions
from ddimlib.data.captions import Colours, caption
from ddimlib.runs import export
from ddimlib.widgets import ask_in_words, browser_noise
from ddimlib.widgets.ask_in_words import SEED, STEPS, asking, known, record
from ddimlib.widgets.growing import bytes_of, grow
from ddimlib.widgets.network import network_data, network_file, recorded_networks
from ddimlib.widgets.recording import decode_frames
from ddimlib.words import spoken_words
from tests.wordy import CAPTIONS, WANTED, recorded_run, word_model

PROMPTS = (
    "", "a red rose", "  A Red,\u00a0red ROSE. ", "a yellow sunflower on an orange ground",
    "rose;lily", "water\tlily!?",
)  # fmt: skip


@pytest.fixture(scope="module")
def model():
    return word_model()


@pytest.fixture(scope="module")
def about(model):
    vocabulary = model.network.vocabulary
    return known(CAPTIONS, vocabulary.words, vocabulary.length)


@pytest.fixture(scope="module")
def run(tmp_path_factory):
    with recorded_run(tmp_path_factory.mktemp("results")) as folder:
        yield folder


@pytest.mark.parametrize("text", PROMPTS)
def test_the_page_makes_the_same_numbers_of_a_prompt(run_javascript, model, about, text):
    data = {"text": text, "known": about}
    assert run_javascript("asking.js", "spokenWords(data.text)", data) == spoken_words(text)
    refused = run_javascript("asking.js", "refusal(data.text, data.known)", data)
    try:
        ours = model.network.vocabulary.tokens([text])[0].tolist()
    except ValueError:
        assert refused
    else:
        assert not refused
        assert run_javascript("asking.js", "tokens(data.text, data.known)", data) == ours


def test_a_word_that_is_not_known_is_refused_in_one_sentence_that_says_what_is(
    run_javascript, about
):
    def said(text):
        return run_javascript("asking.js", "refusal(data[0], data[1])", [text, about])

    assert said("a blue azure rose") == (
        "“azure” is no word that this network knows: it knows the colours white, yellow, orange, "
        "red and blue, the grounds orange, blue, green and dark, the words a, an, on and ground, "
        "and the names of the 3 flowers in the list above."
    )
    long = " ".join(["rose"] * 9)
    assert said(long) == "At most 8 words can be heard at once, and these are 9."
    thrown = run_javascript(
        "asking.js",
        "(() => { try { return tokens(...data); } catch (error) { return error.message; } })()",
        ["a pale rose", about],
    )
    assert thrown.startswith("“pale” is no word")


def test_what_can_be_asked_for_is_what_the_captions_said(about):
    assert about["flowers"] == ["rose", "sunflower", "water lily"]
    assert about["grounds"] == ["orange", "blue", "green", "dark"]
    assert known(["a pink primrose", "a white pink primrose"], ["pink", "white"], 4)["flowers"] == [
        "pink primrose"
    ]


def test_the_lists_write_the_captions_that_python_writes(run_javascript):
    asked = [
        [flower, blossom, ground]
        for flower in ("azalea", "rose")
        for blossom in ("", *captions.BLOSSOMS)
        for ground in ("", *captions.GROUNDS.values())
    ]
    theirs = run_javascript("asking.js", "data.map((one) => caption(...one))", asked)
    assert theirs == [caption(flower, Colours(*rest)) for flower, *rest in asked]


@pytest.mark.parametrize(
    "options",
    [
        {},
        {"unwanted": "a red rose"},
        {"louder": 1, "extra": 4.0},
        {"louder": 1, "extra": 0.0},
        {"unwanted": "a rose", "louder": 2, "extra": 2.5},
    ],
)
def test_the_page_tells_the_network_what_python_tells_it(run_javascript, model, about, options):
    """From the texts that the model is told, and the noise that it makes of them."""
    prompt = "a yellow water lily on a dark ground"
    noisy = torch.from_numpy(browser_noise(1, (1, 3, 16, 16)))
    found = asking(model, prompt, guidance=3.0, **options)(noisy, torch.tensor(0.7))
    told = model.network.table[:-1].tolist()
    settings = {"unwanted": "", "louder": -1, "extra": 0} | options
    theirs = run_javascript(
        "asking.js",
        "links(data.settings, data.known)",
        {"settings": settings | {"prompt": prompt, "guidance": 3}, "known": about},
    )
    assert theirs["chain"] == told
    parts = [
        model.denoise(noisy, 0.7, torch.tensor([i])).noise[0].flatten().tolist()
        for i in range(len(told))
    ]
    mixed = run_javascript("sampling.js", "chainedNoise(...data)", [parts, theirs["scales"]])
    np.testing.assert_allclose(mixed, found.noise[0].flatten().numpy(), rtol=1e-3, atol=1e-3)


def test_attention_is_shared_out_alike(run_javascript, model, about):
    (told,) = model.network.vocabulary.tokens(["a red rose"]).split(1)
    model.network.hear(torch.randn(1, 3, 16, 16), torch.tensor(0.5), told)
    looked = model.network.where_it_looked()[0]
    data = [looked.flatten().tolist(), 4, 64]
    theirs = run_javascript("asking.js", "shares(...data)", data)
    assert len(theirs) == 4
    for one, expected in zip(theirs, looked, strict=False):
        np.testing.assert_allclose(one["map"], expected.flatten().numpy(), rtol=1e-6)
        assert one["mean"] == pytest.approx(expected.mean().item(), rel=1e-5)
    assert sum(one["mean"] for one in theirs) == pytest.approx(1)


def test_what_is_recorded_is_what_the_network_did(run, run_javascript, model):
    about = json.loads((run / "ask.json").read_text())
    assert about["prompt"] == "a yellow water lily on a dark ground"
    steps = list(grow(model, SEED, STEPS, denoise=asking(model, about["prompt"])))
    frames = decode_frames(about["frames"], 16)
    assert len(frames) == STEPS == len(steps)
    for frame, step in zip(frames, steps, strict=True):
        expected = bytes_of(model, step.prediction.image)[0].numpy().astype(int)
        assert np.abs(frame - expected).max() <= 1
    # At the last step but one: the noisy image that it saw, told the prompt.
    rates = model.schedule(torch.tensor(1 / STEPS, dtype=torch.float64))
    tokens = model.network.vocabulary.tokens([about["prompt"]])
    model.network.hear(steps[-2].noisy, rates.noise.float()[None] ** 2, tokens)
    looked = model.network.where_it_looked()[0, :9]
    theirs = run_javascript(
        "asking.js",
        "recordedLooks(Uint8Array.from(atob(data), (one) => one.charCodeAt(0)))",
        about["looks"],
    )
    last = np.reshape(theirs, (STEPS, 9, 8, 8))[-1]
    np.testing.assert_allclose(last, looked.numpy(), atol=0.005)


def test_the_network_of_the_page_is_made_of_the_recorded_weights(run, model, tmp_path, monkeypatch):
    for package in ("onnx", "onnxruntime"):
        pytest.importorskip(package, reason=f"{package} is not installed")
    monkeypatch.setattr("ddimlib.runs.load", lambda name: word_model())
    assert recorded_networks(run.parent) == [("tiny", "ask")]
    file = network_file("tiny", tmp_path, "ask")
    assert file.stat().st_size == network_data("tiny", "ask")["model_bytes"]
    assert export.version(model) in file.name
    session = export.load_onnx(file).session
    assert [entry.name for entry in session.get_inputs()][-1] == "tokens"
    other = word_model()
    other.network.encoder.place[0, 0] += 1e-3
    monkeypatch.setattr("ddimlib.runs.load", lambda name: other)
    with pytest.raises(ValueError, match=r"other weights: .* python -m ddimlib.widgets ask$"):
        network_file("tiny", tmp_path, "ask")


def test_the_figure_holds_no_caption_but_its_own_and_stays_within_its_budget(run, model):
    figure = ask_in_words("tiny")
    markup = figure.markup()
    assert "a white water lily on a green ground" not in markup
    assert figure.data["none"] == [0] * model.network.vocabulary.length
    assert figure.data["model"] == f"models/tiny.onnx?{export.version(model)}"
    assert "a yellow water lily on a dark ground" in figure.still
    assert markup == ask_in_words("tiny").markup()


def test_recording_leaves_the_captions_and_refuses_what_hears_no_words(run, model, monkeypatch):
    model.network.say(CAPTIONS)
    record("tiny", WANTED, model)
    assert model.network.captions == CAPTIONS
    with pytest.raises(ValueError, match="looks at no words"):
        record("tiny", WANTED, word_model(levels=()))
