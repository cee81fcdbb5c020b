"""Blanks: places in a sentence that somebody still has to fill."""

import re

_BLANK = re.compile(r"_{3,}")


def has_blank(text: str) -> bool:
    """Whether a text has a place to fill: `Belarus asks ____ to report`."""
    return _BLANK.search(text) is not None
