"""Paragraphs and sentences of a text.

Abbreviations such as "art. 5" or "No. 3" do not end a sentence, and a marker
never does; a marker behind a full stop belongs to the sentence before it.
"""

import re
from functools import lru_cache

from app.language.markers import find_markers, without_charts

_BLANK = re.compile(r"\n[ \t]*\n\s*")
_SPACES = re.compile(r"\s+")
_INNER_STOP = re.compile(r"[.!?…]\W")
_PLAIN_END = re.compile(r"(?:\b([a-z]{3,})|\d{4}|[a-z0-9]\)|__)[.?!] (?=[A-Z]|__)")
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


@lru_cache(maxsize=4096)
def split(text: str) -> tuple[str, ...]:
    """The sentences of one paragraph, with their markers and without outer space.

    A marker that asks for a chart belongs to none.
    """
    whole = without_charts(text).strip()
    if not _INNER_STOP.search(whole):
        return (whole,) if whole else ()
    markers = find_markers(whole)
    bare, offsets = _blanked(whole, [(one.start, one.end) for one in markers])
    ends = [offsets[end] for end in _ends(bare)]
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


def _blanked(text: str, holes: list[tuple[int, int]]) -> tuple[str, list[int]]:
    """The text without its markers, and where each of its characters stood."""
    kept: list[str] = []
    offsets: list[int] = []
    at = 0
    for start, end in [*holes, (len(text), len(text))]:
        kept.append(text[at:start])
        offsets.extend(range(at, start))
        at = end
    return "".join(kept), [*offsets, len(text)]


def _ends(text: str) -> list[int]:
    """Where sentences end, in characters, the last one left out.

    A stop between a plain word and a capital ends one; of any other, a model of
    English decides.
    """
    stops = len(_INNER_STOP.findall(text))
    plain = _PLAIN_END.finditer(text) if stops else ()
    sure = [one.end() - 1 for one in plain if one[1] not in _SHORTENED]
    return sure if len(sure) == stops else sorted({*sure, *_likely_ends(text)})


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
