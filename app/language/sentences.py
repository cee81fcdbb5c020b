"""Paragraphs and sentences of a text.

Abbreviations such as "art. 5" or "No. 3" do not end a sentence, and a marker
never does; a marker behind a full stop belongs to the sentence before it.
"""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from app.language.markers import Marker, find_markers, without_charts

_BLANK = re.compile(r"\n[ \t]*\n\s*")
_SPACES = re.compile(r"\s+")
_INNER_STOP = re.compile(r"[.!?…]\W")
_PLAIN_END = re.compile(r"(?:\b([a-z]{3,})|\d{4}|[a-z0-9]\)|__)[.?!] (?=[A-Z]|__)")
_NUMBERED = re.compile(r"\b(?:Nos?|[Aa]rts?|[Pp]aras?|pp?|[Cc]h|[Vv]ols?)\. (?=\d)")
"""A stop that ends nothing: what it shortens has its number behind it."""

_SHORTENED = frozenset(
    {"annex", "app", "approx", "art", "arts", "cf", "ch", "chap", "chaps", "dept"}
    | {"eds", "etc", "esp", "fig", "figs", "incl", "max", "min", "misc", "no", "nos"}
    | {"op", "para", "paras", "pol", "pub", "resp", "rev", "sec", "sect", "sects"}
    | {"ser", "suppl", "vol", "vols"}
)
"""Words that stand before a stop that may end nothing."""


def paragraphs(text: str) -> tuple[str, ...]:
    """The paragraphs of a text, told apart by blank lines, each on one line."""
    pieces = (_SPACES.sub(" ", piece).strip() for piece in _BLANK.split(text))
    return tuple(piece for piece in pieces if piece)


@lru_cache(maxsize=512)
def split(text: str) -> tuple[str, ...]:
    """The sentences of one paragraph, with their markers and without outer space.

    A marker that asks for a chart belongs to none.
    """
    whole = without_charts(text).strip()
    if not _INNER_STOP.search(whole):
        return (whole,) if whole else ()
    markers = find_markers(whole)
    ends = [_unblanked(end, markers) for end in _ends(_blanked(whole, markers))]
    cuts = [_behind_markers(whole, end) for end in ends]
    cuts = sorted({cut for cut in cuts if cut < len(whole)})
    pieces = [
        whole[start:end].strip()
        for start, end in zip([0, *cuts], [*cuts, len(whole)], strict=True)
    ]
    return tuple(piece for piece in pieces if piece)


def last_sentence(text: str) -> str:
    """The last sentence of one paragraph; the text itself where it is one."""
    return split(text)[-1] if _INNER_STOP.search(text) else text


def _blanked(text: str, markers: Sequence[Marker]) -> str:
    """The text without its markers, every space left where it is."""
    starts = (0, *[one.end for one in markers])
    ends = (*[one.start for one in markers], len(text))
    return "".join([text[a:b] for a, b in zip(starts, ends, strict=True)])


def _unblanked(at: int, markers: Iterable[Marker]) -> int:
    """Where a character of the text without markers stands in the whole text."""
    for one in markers:
        if at < one.start:
            break
        at += one.end - one.start
    return at


def _ends(text: str) -> list[int]:
    """Where sentences end, in characters, the last one left out.

    A stop between a plain word and a capital ends one, a stop before a number ends
    none; of any other, a model of English decides.
    """
    stops = len(_INNER_STOP.findall(text))
    plain = _PLAIN_END.finditer(text) if stops else ()
    sure = [one.end() - 1 for one in plain if one[1] not in _SHORTENED]
    if len(sure) == stops or len(sure) + len(_NUMBERED.findall(text)) == stops:
        return sure
    return sorted({*sure, *_likely_ends(text)})


def _likely_ends(text: str) -> list[int]:
    from nupunkt import sent_tokenize

    ends: list[int] = []
    at = 0
    for sentence in sent_tokenize(text):
        found = text.find(str(sentence), at)
        if found >= 0:
            at = found + len(str(sentence))
            ends.append(at)
    return ends[:-1]


def _behind_markers(text: str, end: int) -> int:
    """The end of a sentence, moved behind the markers that follow its stop."""
    for marker in find_markers(text):
        if marker.start >= end and not text[end : marker.start].strip():
            end = marker.end
    return end
