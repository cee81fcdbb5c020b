"""Words: what a reader counts."""

import re
from functools import lru_cache
from itertools import islice

from app.language.markers import without_markers

_WORD = re.compile(r"[^\W_]+(?:[’'.,/&-][^\W_]+)*%?")


@lru_cache(maxsize=4096)
def words(text: str) -> tuple[str, ...]:
    """The words of a text, without markers; a symbol or a figure is one word."""
    return tuple(_WORD.findall(without_markers(text)))


@lru_cache(maxsize=4096)
def count(text: str) -> int:
    """How many words a text has, without markers."""
    return len(_WORD.findall(without_markers(text)))


def first_words(text: str, most: int) -> tuple[str, ...]:
    """At most so many words from the beginning of a text, without markers."""
    found = _WORD.finditer(without_markers(text))
    return tuple([one[0] for one in islice(found, most)])
