"""The exercises on learning, ``noise_loss`` and ``train``, and their usual slips."""

from collections.abc import Callable, Iterable
from typing import Any

import torch
from torch import Tensor, nn

from ddimlib.diffusion import DiffusionModel
from ddimlib.exercises.checking import Exercise, Slip, WrongAnswer, rates_of, seeded
from ddimlib.forward import Rates, add_noise
from ddimlib.schedules import CosineSchedule
from ddimlib.training import fit

Network = Callable[[Tensor, Tensor], Tensor]


def noise_loss(network: Network, images: Tensor, noise: Tensor, rates: Rates) -> Tensor:
    """The loss of chapter 6, mean absolute error of the noise, at given noise and rates."""
    return (network(add_noise(images, noise, rates), rates.noise**2) - noise).abs().mean()


class _Probe(nn.Module):
    """A network that is small and shows what it was told: a · noisy + b · noise variance."""

    def __init__(self) -> None:
        super().__init__()
        self.seen = nn.Parameter(torch.tensor(0.7))
        self.told = nn.Parameter(torch.tensor(-0.4))

    def forward(self, noisy: Tensor, noise_variance: Tensor) -> Tensor:
        if noise_variance.numel() not in (1, len(noisy)):
            raise ValueError(
                f"the network takes one noise variance per image, shape ({len(noisy)},), "
                f"got {tuple(noise_variance.shape)}"
            )
        return self.seen * noisy + self.told * noise_variance.reshape(-1, 1, 1, 1)


def _loss_and_gradient(answer: Callable[..., Any], *arguments: Any) -> Any:
    network = _Probe()
    loss = answer(network, *arguments)
    if not isinstance(loss, Tensor):
        return None if loss is None else (loss, torch.zeros(2))
    if not loss.requires_grad:
        raise WrongAnswer(
            "the loss has no gradient, so nothing could be learnt from it: leave out `detach`, "
            "`item` and `no_grad`."
        )
    return loss, torch.stack(torch.autograd.grad(loss.sum(), [network.seen, network.told]))


def _loss_slip(
    sentence: str,
    seen: Callable[[Tensor, Tensor, Rates], Tensor] = add_noise,
    told: Callable[[Rates], Tensor] = lambda rates: rates.noise**2,
    wanted: Callable[[Tensor, Tensor, Tensor], Tensor] = lambda images, noise, noisy: noise,
    counted: Callable[[Tensor], Tensor] = lambda error: error.abs().mean(),
) -> Slip:
    """A loss of a network that sees, is told or is asked something else, or is judged otherwise."""

    def answer(network: Network, images: Tensor, noise: Tensor, rates: Rates) -> Tensor:
        noisy = seen(images, noise, rates)
        return counted(network(noisy, told(rates)) - wanted(images, noise, noisy))

    return Slip(sentence, answer)


def _loss_cases() -> list[tuple[Any, ...]]:
    return [(seeded(0, 3, 2, 4, 4), seeded(1, 3, 2, 4, 4), rates_of([0.9, 0.5, 0.2]))]


NOISE_LOSS = Exercise(
    truth=noise_loss,
    cases=_loss_cases,
    observe=_loss_and_gradient,
    parts=("the loss", "its gradient"),
    slips=[
        _loss_slip(
            "the prediction is compared with the images: this network predicts the noise.",
            wanted=lambda images, noise, noisy: images,
        ),
        _loss_slip(
            "the prediction is compared with the noisy images: this network predicts the noise.",
            wanted=lambda images, noise, noisy: noisy,
        ),
        _loss_slip(
            "the network sees clean images: show it noisy ones, from `add_noise`.",
            seen=lambda images, noise, rates: images,
        ),
        _loss_slip(
            "the network sees noise alone: show it noisy images, from `add_noise`.",
            seen=lambda images, noise, rates: noise,
        ),
        _loss_slip(
            "images and noise are exchanged in the call of `add_noise`.",
            seen=lambda images, noise, rates: add_noise(noise, images, rates),
        ),
        _loss_slip(
            "the network is told the noise rate: it takes the noise variance, which is its square.",
            told=lambda rates: rates.noise,
        ),
        _loss_slip(
            "the network is told how much signal there is: it takes the noise variance, "
            "rates.noise squared.",
            told=lambda rates: rates.signal**2,
        ),
        _loss_slip(
            "the error is squared: this network was trained with the absolute error.",
            counted=lambda error: error.square().mean(),
        ),
        _loss_slip(
            "errors of opposite sign cancel: take `abs` before the mean.",
            counted=lambda error: error.mean(),
        ),
        _loss_slip(
            "the errors are added up: take their mean, so that the loss does not grow with the "
            "size of the batch.",
            counted=lambda error: error.abs().sum(),
        ),
        _loss_slip(
            "there is one loss for each image: take the mean of them all, a single number.",
            counted=lambda error: error.abs().flatten(1).mean(1),
        ),
        _loss_slip(
            "the mean is missing: the loss is a single number.",
            counted=lambda error: error.abs(),
        ),
    ],
    look_at="what the network sees, what it is told, and what it is compared with",
)


Loss = Callable[[nn.Module, Tensor], Tensor]


class _AsModel(DiffusionModel):
    """A network and a loss in the form that the library's loop takes."""

    def __init__(self, network: nn.Module, loss_of: Loss) -> None:
        super().__init__(network, CosineSchedule())
        self.loss_of = loss_of

    def normalise(self, pictures: Tensor) -> Tensor:
        return pictures

    def loss(
        self, images: Tensor, labels: Any = None, generator: torch.Generator | None = None
    ) -> Tensor:
        return self.loss_of(self.network, images)


def train(
    network: nn.Module, batches: Iterable[Tensor], loss_of: Loss, optimizer: torch.optim.Optimizer
) -> list[float]:
    """The library's loop: a step for each batch; the loss of each."""
    pairs = ((batch, None) for batch in batches)
    return [loss.item() for loss in fit(_AsModel(network, loss_of), pairs, optimizer)]


def _trained(answer: Callable[..., Any], *batches: Tensor) -> Any:
    """Let an answer train a line, and see what became of it."""
    network = nn.Linear(2, 1)
    with torch.no_grad():
        network.weight.copy_(torch.tensor([[0.5, -1.0]]))
        network.bias.zero_()
    optimizer = torch.optim.SGD(network.parameters(), lr=0.05, momentum=0.5)
    backward, steps = [], []
    network.bias.register_hook(lambda gradient: backward.append(1))
    optimizer.register_step_post_hook(lambda *_: steps.append(1))

    def loss_of(network: nn.Module, batch: Tensor) -> Tensor:
        return (network(batch) - 3 * batch.sum(1, keepdim=True)).square().mean()

    losses = answer(network, list(batches), loss_of, optimizer)
    if losses is None:
        return None
    losses = [losses] if isinstance(losses, float | Tensor) else list(losses)
    if any(isinstance(loss, Tensor) and loss.requires_grad for loss in losses):
        raise WrongAnswer(
            "the losses that it returns still hold on to their gradients, and so to the memory of "
            "every step: keep `loss.item()`."
        )
    weights = torch.cat([parameter.detach().flatten() for parameter in network.parameters()])
    return torch.tensor(losses), weights, len(backward), len(steps)


def _loop(do: Callable[[Tensor, torch.optim.Optimizer], None]) -> Callable[..., list[float]]:
    """A loop that does this with each loss."""

    def answer(
        network: nn.Module, batches: list[Tensor], loss_of: Loss, optimizer: torch.optim.Optimizer
    ) -> list[float]:
        losses = []
        for batch in batches:
            loss = loss_of(network, batch)
            losses.append(loss.item())
            do(loss, optimizer)
        return losses

    return answer


def _keeps_gradients(loss: Tensor, optimizer: torch.optim.Optimizer) -> None:
    loss.backward()
    optimizer.step()


def _never_steps(loss: Tensor, optimizer: torch.optim.Optimizer) -> None:
    optimizer.zero_grad()
    loss.backward()


def _never_goes_back(loss: Tensor, optimizer: torch.optim.Optimizer) -> None:
    optimizer.zero_grad()
    optimizer.step()


def _clears_too_late(loss: Tensor, optimizer: torch.optim.Optimizer) -> None:
    loss.backward()
    optimizer.zero_grad()
    optimizer.step()


def _steps_too_early(loss: Tensor, optimizer: torch.optim.Optimizer) -> None:
    optimizer.step()
    optimizer.zero_grad()
    loss.backward()


def _climbs(loss: Tensor, optimizer: torch.optim.Optimizer) -> None:
    optimizer.zero_grad()
    (-loss).backward()
    optimizer.step()


TRAIN = Exercise(
    truth=train,
    cases=lambda: [tuple(seeded(n, 5, 2) for n in range(4))],
    observe=_trained,
    parts=(
        "the list of losses",
        "the network's weights afterwards",
        "the number of calls of `backward`",
        "the number of calls of `optimizer.step`",
    ),
    slips=[
        Slip(
            "the gradients are never cleared, so each step is taken with the sum of all before: "
            "call `optimizer.zero_grad()` before `backward`.",
            _loop(_keeps_gradients),
        ),
        Slip(
            "the weights never change: call `optimizer.step()` after `backward`.",
            _loop(_never_steps),
        ),
        Slip(
            "there are no gradients: call `loss.backward()` before `optimizer.step()`.",
            _loop(_never_goes_back),
        ),
        Slip(
            "the gradients are cleared between `backward` and `step`, so that none are left to "
            "step with: clear them before `backward`.",
            _loop(_clears_too_late),
        ),
        Slip(
            "the step comes before `backward` and uses the gradients of the batch before: first "
            "`backward`, then `step`.",
            _loop(_steps_too_early),
        ),
        Slip(
            "it climbs: the loss goes up. Call `backward` on the loss itself, without a minus.",
            _loop(_climbs),
        ),
        Slip(
            "it stops after the first batch: `return` must stand behind the loop, not in it.",
            lambda network, batches, loss_of, optimizer: train(
                network, batches[:1], loss_of, optimizer
            ),
        ),
        Slip(
            "it returns the last loss only: collect them all in a list.",
            lambda network, batches, loss_of, optimizer: train(
                network, batches, loss_of, optimizer
            )[-1:],
        ),
        Slip(
            "it returns the sum of the losses: collect them in a list.",
            lambda network, batches, loss_of, optimizer: sum(
                train(network, batches, loss_of, optimizer)
            ),
        ),
    ],
    look_at="the order: loss, zero_grad, backward, step",
)
