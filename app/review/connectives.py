"""Connectives: "however" without its contrast, and words used too often."""

import re
from collections.abc import Iterator

from app.model.finding import Finding
from app.review.manuscript import Manuscript, Told, advice
from app.review.wordlists import connectives as allowed
from app.review.wordlists import either, finder

_HOWEVER = re.compile(
    r"However\b(?!\s+(?:much|many|hard|small|large|great|long|far)\b)"
)


def misused_however(text: Manuscript) -> tuple[Told, ...]:
    """Each "However" that opens the paper, lacks its comma or follows a contrast."""
    found = []
    before: Told | None = None
    for one in text.sentences:
        if _HOWEVER.match(one.text):
            alone = before is None and text.whole
            bare = not one.text.startswith("However,")
            if alone or bare or (before and _contrasts(before)):
                found.append(one)
        before = one
    return tuple(found)


def overused(text: Manuscript) -> tuple[tuple[str, tuple[Told, ...]], ...]:
    """Each group of connectives used too often, and where."""
    found = []
    for group, most in allowed().items():
        words = either(tuple(group.split(", ")))
        hits = [one for one in text.sentences for _ in words.findall(one.text)]
        if len(hits) > most:
            found.append((group, tuple(hits)))
    return tuple(found)


def findings(text: Manuscript) -> Iterator[Finding]:
    """What to say about connectives."""
    message = (
        "“However” needs a claim before it, its contrary after it, and a comma. Check "
        "that both are there, or take the word out."
    )
    yield from advice("however", message, misused_however(text))
    for group, places in overused(text):
        message = (
            f"{len(places)} sentences lean on “{group}”. Take some out and see "
            "whether a reader misses them."
        )
        yield from advice("connectives", message, places)


def _contrasts(one: Told) -> bool:
    return bool(finder("contrast_opening").match(one.text))
