"""Importing: what was written on a worksheet goes into its brief.

A passage that has text is never written over: what is new goes behind it.
"""

from collections.abc import Iterator
from pathlib import Path

from app.desk.editing import OpenBrief
from app.desk.other_papers import write_as
from app.drafting.genres import open_genre
from app.drafting.worksheet import known_frames
from app.language.sentences import paragraphs
from app.model.base import Id, Record
from app.model.brief import Brief, Passage
from app.model.errors import Trouble
from app.model.paper import Bullets, Paper, Paragraph, Span
from app.reading.worksheet import read_worksheet


class Imported(Record):
    """What an import came to, by passage id."""

    brief: Brief
    """The brief with what was written."""

    filled: tuple[Id, ...] = ()
    """Passages that were empty and have text now."""

    appended: tuple[Id, ...] = ()
    """Passages that had text and have more now."""

    unchanged: tuple[Id, ...] = ()
    """Passages that held it already."""

    @property
    def is_changed(self) -> bool:
        """Whether anything went in."""
        return bool(self.filled or self.appended)


def import_worksheet(path: Path, folder: Path) -> Imported:
    """Take what a delegate wrote on a worksheet into the brief of a folder.

    Raises:
        Unreadable: the file or the brief cannot be read, or it is no worksheet.
        Trouble: the brief is open elsewhere or cannot be written.
    """
    opened = OpenBrief.open(folder)
    try:
        taken = taken_in(opened.brief, path)
        if taken.is_changed:
            if opened.read_only:
                raise Trouble(opened.read_only, hint="Close it there and try again.")
            opened.change(taken.brief, f"import {path.name}")
    finally:
        saved = opened.close()
    if taken.is_changed and not saved:
        raise Trouble(opened.trouble or f"{folder} was not written.")
    return taken


def taken_in(brief: Brief, path: Path) -> Imported:
    """A brief with what was written on a worksheet; nothing is saved.

    Raises:
        Unreadable: the file cannot be read, or it is no worksheet.
    """
    printed = {*_printed(write_as(brief, "worksheet").paper), *known_frames()}
    genre = open_genre()
    written = read_worksheet(path, genre.titles, printed)
    filled: list[str] = []
    appended: list[str] = []
    unchanged: list[str] = []
    for name, text in written.items():
        there = brief.passage(name).text
        fresh = "\n\n".join(_new(text, there))
        if not fresh:
            unchanged.append(name)
            continue
        (appended if there.strip() else filled).append(name)
        whole = f"{there.rstrip()}\n\n{fresh}" if there.strip() else fresh
        kinds = genre.plan(name).kinds
        cards = tuple(card.id for card in brief.picked(*kinds))
        passage = Passage(id=name, text=whole, cards_when_written=cards)
        brief = brief.with_passage(passage)
    return Imported(
        brief=brief,
        filled=tuple(filled),
        appended=tuple(appended),
        unchanged=tuple(unchanged),
    )


def _new(text: str, there: str) -> Iterator[str]:
    """The paragraphs that a passage does not hold yet."""
    held = set(paragraphs(there))
    yield from (one for one in paragraphs(text) if one not in held)


def _printed(paper: Paper) -> Iterator[str]:
    """Every line a worksheet comes with."""
    for part in paper.parts:
        for section in part.sections:
            for block in section.blocks:
                if isinstance(block, Paragraph):
                    yield block.text
                elif isinstance(block, Bullets):
                    for item in block.items:
                        yield "".join(one.text for one in item if isinstance(one, Span))
