"""Reading plain text and Markdown, in the encodings that people's files have."""

import codecs
import re
from collections.abc import Iterator
from pathlib import Path

from app.model.errors import Unreadable
from app.model.text import clean, clean_line
from app.reading.guard import load
from app.reading.lines import (
    PaperLine,
    PaperLines,
    is_caption,
    is_label,
    is_references_heading,
)

UNWRAPPED = 120
"""Characters from which a line is a paragraph of its own and not a wrapped part."""

LONGEST_HEADING = 300
"""Characters a heading of Markdown has at most."""

_BLANK = re.compile(r"\n[^\S\n]*\n\s*")
_FRONT = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
_HEADING = re.compile(r"#{1,6}\s+(.*?)\s*#*(?:\s*\{#[^{}]*\})?\s*")
_ITEM = re.compile(r"\s*(?:[-*+•]|\d{1,3}[.)])\s+")
_QUOTE = re.compile(r"\s*>\s?")
_HARD_BREAK = re.compile(r"(?<!\\)\\$")
_NOTE = re.compile(r"\[\^[^\]\s]+\]:\s*(.*)")
_MARKS = (
    (re.compile(r"\[\^[^\]\s]{1,60}\]"), ""),
    (re.compile(r"!?\[([^\[\]]*)\]\([^()\s]*(?:\s+\"[^\"]*\")?\)"), r"\1"),
    (re.compile(r"(?<![\w\\])(\*\*\*|\*\*|\*)(?=\S)(.{1,300}?)(?<=\S)\1(?!\w)"), r"\2"),
    (re.compile(r"(?<![\w\\])(___|__|_)(?=[^\s_])(.{1,300}?)(?<=\S)\1(?!\w)"), r"\2"),
    (re.compile(r"`([^`]+)`"), r"\1"),
    (re.compile(r"\\([\\`*_{}\[\]()#+.!>-])"), r"\1"),
)


def read_plain(path: Path) -> PaperLines:
    """What a text file says; its name tells whether it is Markdown.

    Raises:
        Unreadable: it is missing, too large or not text.
    """
    text = decode(load(path), path)
    if path.suffix.lower() == ".txt":
        return PaperLines(lines=tuple(_plain(text)))
    lines: list[PaperLine] = []
    notes: list[str] = []
    for line in _markdown(text):
        note = _NOTE.fullmatch(line.text)
        if note:
            notes.append(_bare(note[1]))
        else:
            lines.append(PaperLine(_bare(line.text), line.heading))
    return PaperLines(lines=tuple(lines), notes=tuple(notes))


def decode(content: bytes, path: Path) -> str:
    """The text of a file: UTF-8, UTF-16 with its mark, or what old Windows wrote.

    Raises:
        Unreadable: it holds zero bytes, so it is something else than text.
    """
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return _breaks(content.decode("utf-16", errors="replace"))
    if b"\x00" in content:
        hint = "Save it as .docx, or as plain text in UTF-8."
        raise Unreadable(path, "it is not a text file", hint=hint)
    try:
        return _breaks(content.decode("utf-8-sig"))
    except UnicodeDecodeError:
        return _breaks(content.decode("cp1252", errors="replace"))


def _breaks(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n\n")


def _plain(text: str) -> Iterator[PaperLine]:
    """The paragraphs of plain text, wrapped ones joined; figures are left out."""
    references = False
    for block in _BLANK.split(text):
        rows = block.rstrip().split("\n")
        if is_caption(rows[-1]):
            continue
        for group in _groups(block.split("\n"), apart=references):
            line = clean_line(" ".join(group))
            references = references or is_references_heading(line)
            yield PaperLine(line)


def _groups(lines: list[str], *, apart: bool) -> Iterator[list[str]]:
    """Lines that belong to one paragraph."""
    apart = apart or any(len(line) > UNWRAPPED for line in lines)
    gathered: list[str] = []
    for line in lines:
        own = is_label(line.strip()) or bool(_ITEM.match(line))
        heading = is_references_heading(line.strip())
        if apart or own or heading:
            yield gathered
            gathered = []
        gathered.append(line)
        if heading:
            yield gathered
            gathered, apart = [], True
    yield gathered


def _markdown(text: str) -> Iterator[PaperLine]:
    """The paragraphs of Markdown, its marks of lists and headings taken off."""
    references = False
    for block in _BLANK.split(_without_comments(_FRONT.sub("", text))):
        gathered: list[str] = []
        for line in block.split("\n"):
            heading = _HEADING.fullmatch(line) if len(line) < LONGEST_HEADING else None
            item = _ITEM.match(line)
            if heading or item or references or _NOTE.match(line) or _is_own(line):
                yield PaperLine(clean_line(" ".join(gathered)))
                gathered = []
            if heading:
                references = is_references_heading(heading[1])
                yield PaperLine(clean_line(heading[1]), heading=True)
                continue
            mark = item or _QUOTE.match(line)
            gathered.append(_HARD_BREAK.sub("", line[mark.end() :] if mark else line))
        yield PaperLine(clean_line(" ".join(gathered)))


def _without_comments(text: str) -> str:
    """The text without HTML comments; one that is never closed is text."""
    kept: list[str] = []
    at = 0
    while (start := text.find("<!--", at)) >= 0:
        end = text.find("-->", start + 4)
        if end < 0:
            break
        kept.append(text[at:start])
        at = end + 3
    return "".join([*kept, text[at:]])


def _is_own(line: str) -> bool:
    """Whether a line of a header stands by itself: `**Committee:** UNODC`."""
    return is_label(_bare(line.strip()))


def _bare(text: str) -> str:
    """The text without marks of emphasis, code, links and notes."""
    text = clean(text)
    for mark, kept in _MARKS:
        text = mark.sub(kept, text)
    return clean_line(text)
