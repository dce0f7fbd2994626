"""The track *Build DDIM from nothing*: ``check`` says in one sentence what is wrong with an answer.

A reader writes a function in a notebook and hands it over: ``check(add_noise)``. It is called with
seeded inputs and compared with the library's own. Where it differs, it is compared with the usual
slips as well (a square root forgotten, two arguments exchanged), and the one that gives the same
numbers is named.
"""

from ddimlib.exercises.checking import Exercise, WrongAnswer, complaint
from ddimlib.exercises.learning import NOISE_LOSS, TRAIN
from ddimlib.exercises.measuring import KID
from ddimlib.exercises.network import BLOCK, EMBED
from ddimlib.exercises.noise import ADD_NOISE, COSINE_SCHEDULE
from ddimlib.exercises.sampling import DDIM_STEP, GUIDE

__all__ = ["EXERCISES", "check"]

#: Every exercise, by the name of the function that the reader writes.
EXERCISES: dict[str, Exercise] = {
    "add_noise": ADD_NOISE,
    "cosine_schedule": COSINE_SCHEDULE,
    "embed": EMBED,
    "block": BLOCK,
    "noise_loss": NOISE_LOSS,
    "train": TRAIN,
    "ddim_step": DDIM_STEP,
    "guide": GUIDE,
    "kid": KID,
}


def check(*answers: object) -> None:
    """Say of each function whether it is right, and print a line for each that is.

    Args:
        answers: functions with the names of exercises, ``add_noise`` for example.

    Raises:
        WrongAnswer: for the first that is not right; its one sentence says what is wrong.
        ValueError: when no exercise has such a name.
    """
    for answer in answers:
        name = getattr(answer, "__name__", type(answer).__name__)
        if name not in EXERCISES:
            raise ValueError(
                f"no exercise asks for {name!r}: hand over the function itself, as in "
                f"check(add_noise); the exercises are {', '.join(EXERCISES)}"
            )
        wrong = complaint(EXERCISES[name], answer)
        if wrong is not None:
            raise WrongAnswer(f"{name}: {wrong}")
        print(f"{name}: right.")
