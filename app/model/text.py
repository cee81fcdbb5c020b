"""Cleaning of text that people and files bring in.

Control characters, noncharacters, lone surrogates and bidirectional overrides
make Word files unreadable, terminals misbehave and file names lie, so they are
dropped once, here, at the door. Right-to-left marks that real Arabic and
Hebrew text needs (U+200E, U+200F, U+061C) stay.
"""

import re
import unicodedata
from functools import lru_cache

LONGEST_TEXT = 1_000_000
"""Characters one field may hold; Word cannot reopen a text node of 11 MB."""

_SHORT = 200
"""Characters up to which a line is remembered."""

_DROPPED = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff"
    "\u202a-\u202e\u2066-\u2069\ufdd0-\ufdef\ufffe\uffff\ufeff]"
)
_BREAKS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_ODD = re.compile("[^\n -~]")
_SPACES = re.compile(r"[^\S ]\s*| \s+")
"""White space that is not one space, so that most text is taken as it stands."""


def clean(text: str) -> str:
    """The text without what no page can hold, in NFC, breaks as line feeds.

    Raises:
        ValueError: the text is longer than `LONGEST_TEXT` characters.
    """
    if len(text) > LONGEST_TEXT:
        message = f"This text has {len(text):,} characters; {LONGEST_TEXT:,} fit."
        raise ValueError(message)
    if not _ODD.search(text):
        return text
    text = _DROPPED.sub("", _BREAKS.sub("\n", text))
    return unicodedata.normalize("NFC", text)


def clean_line(text: str) -> str:
    """The cleaned text on one line, with runs of white space as one space."""
    return _short_line(text) if len(text) <= _SHORT else _on_one_line(text)


def _on_one_line(text: str) -> str:
    return _SPACES.sub(" ", clean(text)).strip()


@lru_cache(maxsize=4096)
def _short_line(text: str) -> str:
    """A short line; ids and names come in again and again."""
    return _on_one_line(text)
