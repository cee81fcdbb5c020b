"""Rhythm: the length of sentences, and how many of them are lists."""

import re
from collections.abc import Iterator
from statistics import mean, pstdev

from app.language.words import count
from app.model.finding import Finding
from app.review.manuscript import Manuscript, Told, advice, share
from app.review.wordlists import enough, limits

_LEAD = re.compile(
    r"^\s*(?:(?:in|on|at|by|since|after|before|for|as|from|with|under|within|to|and"
    r"|concerning|no later|finally|first|second|third|next|last|besides|where|when|if"
    r"|because|although|while)\b[^,]*,\s*)+",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"[:;]\s")
_NO_ITEM = (
    r"(?!(?:which|who|whom|whose|that|since|for|because|yet|but|so|while|if|as|and|or"
    r"|when|where|it|they|he|she|this|these|there|not|with|by|in|on|at|to|of|from"
    r"|is|are|was|were|has|have|had|each|both|through|including|namely|would|mostly"
    r"|mainly|chiefly|among|within|under|no later|before|after|during)\b"
    r"|(?:held|made|built|\w+ed) (?:on|in|at|by|from|with|under|between)\b)"
)
_ITEM = rf"{_NO_ITEM}(?:[\w’'-]+ ){{0,5}}[\w’'-]+"
_LIST = re.compile(rf"\w(?:, {_ITEM})+,? (?:and|or) {_NO_ITEM}\w")
_ASIDE = re.compile(
    r", (?:[\w’'-]+ ){1,6}(?:included|excepted|alike|among them)\b(?=\W)"
)
_BULLET = re.compile(r"^\s*(?:[-*•–]|\(?\d{1,2}[.)]|\(?[a-z]\))\s")


def sentence_variation(text: Manuscript) -> float:
    """How much the length of sentences varies: deviation by mean."""
    lengths = [count(one.text) for one in text.sentences]
    lengths = [one for one in lengths if one]
    return pstdev(lengths) / mean(lengths) if len(lengths) > 1 else 0.0


def lists(text: Manuscript) -> tuple[Told, ...]:
    """The sentences that list three things or more."""
    return tuple(one for one in text.sentences if _is_list(one.text))


def bullets(text: Manuscript) -> tuple[Told, ...]:
    """The lines that stand as bullets."""
    return tuple(one for one in text.sentences if _BULLET.match(one.text))


def findings(text: Manuscript) -> Iterator[Finding]:
    """What to say about rhythm."""
    if len(text.sentences) < enough()["sentences"]:
        return
    limit = limits()
    if sentence_variation(text) < limit["sentence_variation"]:
        message = (
            "All sentences are about as long as one another. Let a short one follow "
            "a long one."
        )
        longest = sorted(text.sentences, key=lambda one: -count(one.text))[:3]
        yield from advice("rhythm", message, longest)
    found = lists(text)
    if share(len(found), len(text.sentences)) > limit["lists"]:
        message = (
            f"{len(found)} of {len(text.sentences)} sentences are lists. Keep the "
            "item that matters and say why."
        )
        yield from advice("lists", message, found)
    message = "Bullets hide how one point leads to the next. Write them as sentences."
    yield from advice("bullets", message, bullets(text))


def _is_list(text: str) -> bool:
    clauses = _CLAUSE.split(_ASIDE.sub("", text))
    return any(_LIST.search(_LEAD.sub("", one)) for one in clauses)
