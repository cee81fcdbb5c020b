"""Origin: whose sentence it is, measured against everything we could have made."""

from collections.abc import Iterable

from app.language.likeness import Yardstick
from app.model.paper import Origin

SCAFFOLD = 0.8
"""From this share of its words on, a sentence is ours as it stands."""

NEAR = 0.55
"""From this share on, it began as ours or keeps too close to a card."""


SHORT = 8
"""Sentences of fewer words are near only where they are ours as they stand."""


def measure(sentences: Iterable[str], yardstick: Yardstick) -> tuple[Origin, ...]:
    """The origin of each sentence, in order."""
    return tuple(origin_of(one, yardstick) for one in sentences)


def origin_of(sentence: str, yardstick: Yardstick) -> Origin:
    """The origin of one sentence."""
    if yardstick.scaffold_share(sentence) >= SCAFFOLD:
        return Origin.SCAFFOLD
    enough = NEAR if len(sentence.split()) >= SHORT else SCAFFOLD
    if yardstick.card_share(sentence) >= enough:
        return Origin.NEAR
    return Origin.OWN
