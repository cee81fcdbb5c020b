"""Origin: whose sentence it is, measured against everything we could have made."""

from collections.abc import Iterable

from app.language.likeness import Yardstick
from app.model.paper import Origin

SCAFFOLD = 0.8
"""From this share of its words on, a sentence is ours as it stands."""

NEAR = 0.6
"""From this share on, it began as ours or keeps too close to a card."""


GIST = 0.68
"""From this share on, it says what a card says with synonyms or turned round."""

SHORT_GIST = 0.85
"""The same for a sentence of few different words, which proves less."""

FEW = 9
"""Different words below which a sentence counts as one of few."""

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
    gist = yardstick.gist(sentence)
    if gist.share >= (GIST if gist.words >= FEW else SHORT_GIST):
        return Origin.NEAR
    return Origin.OWN
