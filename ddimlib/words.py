"""Asking in words: captions, a text encoder, and a U-Net that looks at words (chapter 12).

Captions say the name of the flower and its colours ("a yellow sunflower on a dark ground"; made by
``data.captions``). The network that hears them starts from one that knows classes, and at first
draws exactly what that one draws.
"""

from collections.abc import Sequence
from copy import deepcopy
from typing import NamedTuple

import torch
from jaxtyping import Bool, Float, Int
from torch import Tensor, nn

from ddimlib.checks import check_classes, check_heads, check_levels
from ddimlib.unet import UNet

Tokens = Int[Tensor, "batch word"]

# --- Words as numbers ----------------------------------------------------------------------------


def spoken_words(text: str) -> list[str]:
    """The words of a text in small letters, without the marks that end a phrase."""
    words = (word.strip(",.;:!?") for word in text.lower().split())
    return [word for word in words if word]


class Vocabulary:
    """The words of some captions, numbered in the order of the alphabet from 1; 0 is no word.

    Args:
        captions: all that may be said is said in their words.
        length: how many words a caption has at most; by default, the longest of these.
    """

    def __init__(self, captions: Sequence[str], length: int | None = None) -> None:
        self.words = sorted({word for text in captions for word in spoken_words(text)})
        self.length = length or max(len(spoken_words(text)) for text in captions)
        self._numbers = {word: number for number, word in enumerate(self.words, start=1)}

    def __len__(self) -> int:
        """How many numbers there are, 0 included."""
        return len(self.words) + 1

    def tokens(self, captions: Sequence[str]) -> Tokens:
        """Captions as numbers, filled up with 0.

        Raises:
            ValueError: for a word that is not known, or more words than fit.
        """
        if isinstance(captions, str):
            raise ValueError(f"give a list of captions, got one text: [{captions!r}] is a list")
        rows = torch.zeros(len(captions), self.length, dtype=torch.int64)
        for row, text in zip(rows, captions, strict=True):
            spoken = spoken_words(text)
            unknown = [word for word in spoken if word not in self._numbers]
            if unknown:
                raise ValueError(
                    f"unknown word {unknown[0]!r}: choose among {', '.join(self.words)}"
                )
            if len(spoken) > self.length:
                raise ValueError(
                    f"a caption has at most {self.length} words, got {len(spoken)}: {text!r}"
                )
            row[: len(spoken)] = torch.tensor([self._numbers[word] for word in spoken])
        return rows


# --- What a network hears ------------------------------------------------------------------------


class Heard(NamedTuple):
    """A vector for each word, and which of them are words."""

    vectors: Float[Tensor, "batch word dim"]
    spoken: Bool[Tensor, "batch word"]


class TextEncoder(nn.Module):
    """A vector for each word that knows the others: a transformer over the words of a caption.

    An empty caption has no word to look at; one vector, learned, stands before all captions.
    """

    def __init__(self, words: int, length: int, dim: int = 64, depth: int = 2) -> None:
        super().__init__()
        self.embed = nn.Embedding(words + 1, dim)  # the last one stands before the caption
        self.place = nn.Parameter(0.02 * torch.randn(length + 1, dim))
        layer = nn.TransformerEncoderLayer(
            dim, 4, 4 * dim, dropout=0.0, batch_first=True, norm_first=True
        )
        self.layers = nn.TransformerEncoder(
            layer, depth, norm=nn.LayerNorm(dim), enable_nested_tensor=False
        )

    def forward(self, tokens: Tokens) -> Heard:
        first = torch.full_like(tokens[:, :1], self.embed.num_embeddings - 1)
        tokens = torch.cat([first, tokens], dim=1)
        spoken = tokens > 0
        vectors = self.embed(tokens) + self.place
        return Heard(self.layers(vectors, src_key_padding_mask=~spoken), spoken)


class CrossAttention(nn.Module):
    """Every pixel looks at every word (Vaswani et al. 2017, equation 1; Rombach et al. 2021, 3.3).

    What it finds is added through a convolution that starts at zero. In evaluation, ``weights``
    keeps where each pixel looked: ``(batch, heads, pixel, word)``.
    """

    def __init__(self, channels: int, dim: int, heads: int = 4) -> None:
        super().__init__()
        check_heads(channels, heads)
        self.heads = heads
        self.norm = nn.GroupNorm(1, channels)
        self.query = nn.Conv2d(channels, channels, kernel_size=1)
        self.key_value = nn.Linear(dim, 2 * channels)
        self.out = nn.Conv2d(channels, channels, kernel_size=1)
        for parameter in self.out.parameters():
            nn.init.zeros_(parameter)
        self.heard: Heard | None = None  # told by who knows, before each call
        self.weights: Tensor | None = None
        self.size = (0, 0)  # height and width of what looked

    def forward(self, x: Float[Tensor, "batch channel h w"]) -> Float[Tensor, "batch channel h w"]:
        assert self.heard is not None, "no words were said"
        vectors, spoken = self.heard
        batch, channels, height, width = x.shape
        each = channels // self.heads
        query = self.query(self.norm(x)).reshape(batch, self.heads, each, height * width)
        key, value = self.key_value(vectors).reshape(batch, -1, 2, self.heads, each).unbind(2)
        likeness = torch.einsum("bhcp,bwhc->bhpw", query, key) / each**0.5
        weights = likeness.masked_fill(~spoken[:, None, None], -torch.inf).softmax(-1)
        self.weights = None if self.training else weights.detach()
        self.size = height, width
        seen = torch.einsum("bhpw,bwhc->bhcp", weights, value)
        return x + self.out(seen.reshape(batch, channels, height, width))


class BagOfWords(nn.Module):
    """The sum of a caption's word vectors, whatever their order: what stands for a class.

    It starts so that the words of a class's name sum to the vector of that class (as nearly as they
    can: least squares), all other words are zero, and no words are "no class".
    """

    def __init__(
        self,
        vocabulary: Vocabulary,
        names: Sequence[str],
        known: nn.Embedding,
    ) -> None:
        super().__init__()
        vectors = known.weight.detach()
        counts = torch.zeros(len(names), len(vocabulary))
        tokens = vocabulary.tokens(names)
        counts.scatter_add_(1, tokens, (tokens > 0).float())
        classes = (vectors[:-1] - vectors[-1]).double()
        solved = torch.linalg.pinv(counts.double()) @ classes
        self.embed = nn.Embedding.from_pretrained(
            solved.float(),
            freeze=False,
            padding_idx=0,
        )
        self.nothing = nn.Parameter(vectors[-1].clone())

    def forward(self, tokens: Tokens) -> Float[Tensor, "batch dim"]:
        return self.nothing + self.embed(tokens).sum(1)


class _Row(nn.Module):
    """A caption's number to its vector: takes the place of the U-Net's table of classes."""

    def __init__(self, bag: BagOfWords) -> None:
        super().__init__()
        self.bag = bag
        self.tokens: Tensor | None = None

    def forward(self, labels: Tensor) -> Tensor:
        assert self.tokens is not None
        return self.bag(self.tokens)


class WordUNet(nn.Module):
    """A U-Net that hears captions, made of one that knows classes.

    A label is the number of a caption in ``captions``; the number after the last is the empty one.
    So batches, label dropout, guidance and samplers take it as they take classes.

    Args:
        unet: a network with classes; it is copied.
        names: of its classes, in words that the captions use.
        captions: what is said of the pictures.
        levels: of the way down at which each block looks at the words (the number of levels is the
            middle). None at all leaves the bag of words alone.
        dim: numbers that a word has for the encoder.

    Raises:
        ValueError: for a network without classes, or of other classes than are named.
    """

    def __init__(
        self,
        unet: UNet,
        names: Sequence[str],
        captions: Sequence[str],
        levels: Sequence[int] = (2, 3, 4),
        dim: int = 64,
    ) -> None:
        super().__init__()
        if unet.embed_class is None or unet.classes != len(names):
            raise ValueError(
                f"words start from a network with classes, and a name for each: it has "
                f"{unet.classes}, got {len(names)} names"
            )
        check_levels(levels, len(unet.widths))
        self.image_channels = unet.image_channels
        self.vocabulary = Vocabulary([*captions, *names])
        bag = BagOfWords(self.vocabulary, names, unet.embed_class)
        self.unet = deepcopy(unet)
        self.unet.embed_class = _Row(bag)  # type: ignore[assignment]
        self.encoder = TextEncoder(len(self.vocabulary), self.vocabulary.length, dim)
        for level, blocks in enumerate([*self.unet.down, self.unet.middle]):
            if level in levels:
                for i, block in enumerate(blocks.blocks):  # type: ignore[union-attr, arg-type]
                    look = CrossAttention(block.shortcut.out_channels, dim)
                    blocks.attention[i] = nn.Sequential(blocks.attention[i], look)  # type: ignore
        self.table: Tensor
        self.register_buffer("table", torch.zeros(0), persistent=False)
        self.say(captions)

    @property
    def classes(self) -> int:
        """The number of captions, which is that of the empty one."""
        return len(self.captions)

    def say(self, captions: Sequence[str]) -> None:
        """Have other captions from now on, in the same words: prompts, for example.

        Raises:
            ValueError: for a word that no caption had.
        """
        # Refused before anything has changed.
        tokens = torch.cat([self.vocabulary.tokens(captions), self.vocabulary.tokens([""])])
        self.captions = tuple(captions)
        self.table = tokens.to(self.table.device)
        self.unet.classes = len(self.captions)

    @property
    def looks(self) -> list[CrossAttention]:
        """All places where pixels look at words, from the top down."""
        return [module for module in self.unet.modules() if isinstance(module, CrossAttention)]

    def forward(
        self,
        noisy: Float[Tensor, "batch channel height width"],
        noise_variance: Tensor,
        labels: Int[Tensor, " batch"] | None = None,
    ) -> Float[Tensor, "batch channel height width"]:
        """As of the U-Net; ``labels`` are numbers of captions."""
        labels = check_classes(labels, self.classes, noisy)
        return self.hear(noisy, noise_variance, self.table[labels])

    def hear(
        self,
        noisy: Float[Tensor, "batch channel height width"],
        noise_variance: Tensor,
        tokens: Tokens,
    ) -> Float[Tensor, "batch channel height width"]:
        """The same for any words, as the numbers that ``vocabulary`` gives them."""
        self.unet.embed_class.tokens = tokens  # type: ignore[union-attr]
        looks = self.looks
        heard = self.encoder(tokens) if looks else None
        for look in looks:
            look.heard = heard
        try:
            # The U-Net wants labels; the row of tokens stands in for its table, whatever they are.
            return self.unet(noisy, noise_variance, torch.zeros_like(tokens[:, 0]))
        finally:
            for look in looks:
                look.heard = None  # or a copy of the network could not be made

    def where_it_looked(self) -> Float[Tensor, "batch word height width"]:
        """How much each place looked at each word, when the network was last evaluated.

        The mean over heads and blocks at the finest resolution at which it looks at words, as of
        Tang et al. (2022). At each place the words sum to 1. Number 0 is what stands before all
        captions, so word k of a caption has number k.

        Raises:
            ValueError: for a network that looks at no words, or has not been evaluated.
        """
        seen = [(look.size, look.weights) for look in self.looks if look.weights is not None]
        if not seen:
            raise ValueError(
                "there is no place where this network looked at words: evaluate one that has "
                "levels to look at"
            )
        finest, _ = seen[0]
        mean = torch.stack([weights for size, weights in seen if size == finest]).mean((0, 2))
        return mean.transpose(1, 2).unflatten(2, finest)
