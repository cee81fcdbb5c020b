"""Lines of a paper told apart: what heads it, what it says, what it refers to."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

HEADING_WORDS = 12
"""Words a line of a heading has at most; a longer one is text."""

HEADER_LINES = 15
"""Lines a header has at most."""

_LABEL = re.compile(r"[^\W\d_][^:.!?]{0,40}:\s+\S.*")
_REFERENCES = re.compile(
    r"""
    (?:[ivx]+[.)])? [\W\d_]*
    (?: (?:(?:list\ of|selected)\ )?references | reference\ list
      | works?\ (?:cited|consulted) | (?:(?:selected|annotated)\ )?bibliography
      | sources(?:\ cited)? | citations | (?:foot|end)?notes )
    \W*
    """,
    re.IGNORECASE | re.VERBOSE,
)
_NEW_TOPIC = re.compile(r"topic\s+(?:[a-c1-3]|i{1,3})\b.*", re.IGNORECASE)
_SECTION = re.compile(
    r"(?:[ivx]+|[a-h]|\d)[.)]\s.*|(?:\W*)(?:introduction|background)\b.*", re.IGNORECASE
)
_SENTENCE = re.compile(r"[.!?][\"”’)\]]*$")


_CAPTION = re.compile(r"(?:Figure|Fig\.|Table|Chart) \d{1,2}[.:] \S.*")
_LONGEST_CAPTION = 150


class PaperLine(NamedTuple):
    """One line or paragraph as it stands in a file."""

    text: str
    """What it says, on one line."""

    heading: bool = False
    """Whether the file marks it as a heading."""

    cell: bool = False
    """Whether it stands in a table."""


class PaperLines(NamedTuple):
    """All lines of a paper, before they are told apart."""

    lines: tuple[PaperLine, ...]
    """The body, in its order."""

    notes: tuple[str, ...] = ()
    """The texts of footnotes and endnotes."""

    page_header: tuple[str, ...] = ()
    """The lines at the top of its pages, once each."""


class Sorted(NamedTuple):
    """The lines of a paper, by what they are for."""

    header: tuple[str, ...]
    """The short lines before the text."""

    paragraphs: tuple[str, ...]
    """The text, with its headings."""

    references: tuple[str, ...]
    """The lines below a heading such as "Works Cited"."""


def sort_lines(lines: Iterable[PaperLine]) -> Sorted:
    """Tell header, text and references apart.

    Empty lines and figures are left out.
    """
    whole = list(_without_figures([line for line in lines if line.text]))
    text: list[PaperLine] = []
    references: list[str] = []
    inside = False
    for line in whole:
        if is_references_heading(line.text):
            inside = True
        elif inside and not _ends_references(line):
            references.append(line.text)
        else:
            inside = False
            text.append(line)
    cut = _header_ends(text)
    return Sorted(
        header=tuple(line.text for line in text[:cut]),
        paragraphs=tuple(line.text for line in text[cut:]),
        references=tuple(references),
    )


def _without_figures(lines: list[PaperLine]) -> Iterator[PaperLine]:
    """The lines without captions, and without the table beside one."""
    inside = False
    for line, after in zip(lines, [*lines[1:], PaperLine("")], strict=False):
        captioned = is_caption(line.text)
        inside = captioned or (inside and line.cell)
        above = line.text.startswith("|") and is_caption(after.text)
        if not inside and not above:
            yield line


def is_references_heading(line: str) -> bool:
    """Whether a line opens a list of references: `Works Cited`."""
    return len(line) < 60 and bool(_REFERENCES.fullmatch(line))


def is_caption(line: str) -> bool:
    """Whether a line stands beside a figure: `Figure 1. Victims found`."""
    is_short = len(line.split()) <= _LONGEST_CAPTION
    return is_short and bool(_CAPTION.fullmatch(line))


def is_label(line: str) -> bool:
    """Whether a line names something and says it: `Committee: UNODC`."""
    words = len(line.split())
    if words > 2 * HEADING_WORDS or (words > 6 and _SENTENCE.search(line)):
        return False
    return bool(_LABEL.fullmatch(line))


def _ends_references(line: PaperLine) -> bool:
    return line.heading or bool(_NEW_TOPIC.fullmatch(line.text))


def _header_ends(lines: list[PaperLine]) -> int:
    """How many lines at the start are a header."""
    end = 0
    while end < min(len(lines), HEADER_LINES) and _is_short(lines[end].text):
        end += 1
    whole = end == len(lines)
    while end and (whole or _is_section(lines[end - 1])):
        if is_label(lines[end - 1].text):
            break
        end -= 1
    return end


def _is_short(line: str) -> bool:
    if is_label(line):
        return True
    return len(line.split()) <= HEADING_WORDS and not _SENTENCE.search(line)


def _is_section(line: PaperLine) -> bool:
    """Whether a short line opens the text and does not belong to the header."""
    return line.heading or bool(_SECTION.fullmatch(line.text))
