"""Alternatives: one wording written with choices inside, and all it can become.

`set apart {a share|some part} of each {gift|payment}` stands for four wordings.
Choices do not nest; a bracket that is never closed is left as it stands.
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import product
from math import prod

MOST_WORDINGS = 64
"""Wordings one text may stand for; of a richer one only some are made."""

_CHOICE = re.compile(r"\{([^{}]*\|[^{}]*)\}")


@lru_cache(maxsize=4096)
def expand(text: str) -> tuple[str, ...]:
    """Every wording of a text, the one with the first of each choice first."""
    choices = _choices(text)
    if wordings(text) > MOST_WORDINGS:
        return covering(text)
    return tuple(map(_joined, product(*choices)))


@lru_cache(maxsize=4096)
def covering(text: str) -> tuple[str, ...]:
    """As few wordings as let every choice of a text stand at least once."""
    choices = _choices(text)
    turns = range(max(map(len, choices)))
    return tuple(_joined([one[turn % len(one)] for one in choices]) for turn in turns)


def wordings(text: str) -> int:
    """How many wordings a text stands for."""
    return prod(map(len, _choices(text)))


def _choices(text: str) -> list[Sequence[str]]:
    """The text in pieces, each with what can stand there."""
    pieces = _CHOICE.split(text)
    return [piece.split("|") if at % 2 else [piece] for at, piece in enumerate(pieces)]


def _joined(pieces: Sequence[str]) -> str:
    return " ".join("".join(pieces).split())
