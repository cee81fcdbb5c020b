"""Marks of ours in a draft or a sample: how they are set, and how they come off.

A file shows with them whose sentences they are. Whoever reads the file back
must not take them for words of the paper.
"""

import re
from collections.abc import Iterator

SAMPLE = "Sample paper made with Communiqué; not a delegate's work"
"""What stands at the foot of a paper that was made to teach with."""

ALL_OWN = "Draft. Every sentence is the delegate’s own."
"""What stands above a draft in which nothing of ours is left."""

NOTHING_YET = "Draft. Nothing is written yet, and no card is picked to show an example."
"""What stands above a draft that has no sentence."""

_OPENS_OURS = "[ours: "
_OPENS = re.compile(r"\[ours: | ?\[Comment: ")
_BRACKET = re.compile(r"[\[\]]")
_BANNER = re.compile(
    rf"{re.escape(ALL_OWN)}|{re.escape(NOTHING_YET)}|"
    r"Draft\. \d+ of \d+ sentences (?:is|are) still ours\."
)


def as_ours(words: str) -> str:
    """A sentence of ours, marked as such: `[ours: Belarus …]`."""
    return f"{_OPENS_OURS}{words}]"


def as_comment(words: str) -> str:
    """What a teacher says beside a sentence, where a file has no margin for it."""
    return f" [Comment: {words}]"


def count_said(ours: int, whole: int) -> str:
    """How many sentences of a paper are still ours, in words."""
    verb = "is" if ours == 1 else "are"
    return f"{ours} of {whole} sentences {verb} still ours."


def banner(ours: int, whole: int) -> str:
    """What stands above a draft: how many of its sentences are still ours."""
    if not whole:
        return NOTHING_YET
    return f"Draft. {count_said(ours, whole)}" if ours else ALL_OWN


def without_marks(line: str) -> str:
    """A paragraph as its writer meant it; empty where all of it is a mark."""
    if _BANNER.fullmatch(line) or line == SAMPLE:
        return ""
    return "".join(_kept(line))


def _kept(line: str) -> Iterator[str]:
    """The runs of a paragraph outside the marks, and the words inside ours."""
    at = 0
    while found := _OPENS.search(line, at):
        yield line[at : found.start()]
        end = _closes(line, found.end())
        if found[0] == _OPENS_OURS:
            yield from _kept(line[found.end() : end])
        at = end + 1
    yield line[at:]


def _closes(line: str, start: int) -> int:
    """Where the bracket stands that ends a mark; the end where there is none."""
    depth = 1
    for bracket in _BRACKET.finditer(line, start):
        depth += 1 if bracket[0] == "[" else -1
        if depth == 0:
            return bracket.start()
    return len(line)
