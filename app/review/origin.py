"""Origin: whose sentence it is, measured against everything we could have made."""

from collections.abc import Iterable

from app.language.likeness import Yardstick
from app.model.paper import Origin

SCAFFOLD = 0.8
"""From this share of its words on, a sentence is ours as it stands."""

WHOLE = 0.95
"""The same for a sentence that says little: a plain fact has few other words."""

NEAR = 0.6
"""From this share on, it began as ours or keeps too close to a card."""

GIST = 0.66
"""From this share on, it says what a card says with synonyms or turned round."""

SHORT_GIST = 0.95
"""The same for a sentence of few different words, which proves less."""

FEW = 9
"""Different words below which a sentence counts as one of few."""

TELLING = 6
"""Words of content below which a sentence says little: "Belarus joined the convention
in 2013" can hardly be said otherwise, and is nobody's."""


def measure(sentences: Iterable[str], yardstick: Yardstick) -> tuple[Origin, ...]:
    """The origin of each sentence, in order."""
    return tuple(origin_of(one, yardstick) for one in sentences)


def origin_of(sentence: str, yardstick: Yardstick) -> Origin:
    """The origin of one sentence.

    A sentence of little content is ours only where it is wholly so; nobody is told
    that a plain fact in plain words was copied.
    """
    tells = yardstick.content(sentence) >= TELLING
    if yardstick.scaffold_share(sentence) >= (SCAFFOLD if tells else WHOLE):
        return Origin.SCAFFOLD
    if tells and yardstick.card_share(sentence) >= NEAR:
        return Origin.NEAR
    gist = yardstick.gist(sentence)
    if gist.share >= (GIST if gist.words >= FEW else SHORT_GIST):
        return Origin.NEAR
    return Origin.OWN
