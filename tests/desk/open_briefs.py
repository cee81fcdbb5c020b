"""Briefs on the desk for tests, and what a delegate does to them."""

from pathlib import Path

from app.desk.editing import OpenBrief
from app.library.briefs import begin_brief
from app.library.dossiers import read_dossier
from app.model.assignment import Assignment, Committee, Country
from app.model.brief import Brief, Passage
from tests.library.tiny_dossier import write_dossier

ASSIGNMENT = Assignment(
    country=Country(name="Malta"),
    topic="Clean seas",
    committee=Committee(name="Second Committee"),
)


def small_brief(place: Path, text: str = "Malta asks.") -> Brief:
    """A brief of a few words."""
    dossier = read_dossier(write_dossier(place / "dossiers"))
    fresh = begin_brief(dossier, ASSIGNMENT, picks=["crit-slow"])
    return fresh.with_passage(Passage(id="opening", text=text))


def begun(place: Path, name: str = "paper", text: str = "Malta asks.") -> OpenBrief:
    """That brief, saved in a folder."""
    opened = OpenBrief(small_brief(place, text), place / name)
    assert opened.save()
    return opened


def write(
    desk: OpenBrief, text: str, passage: str = "opening", *, joins: bool = False
) -> None:
    """Put a text into a passage."""
    words_there = Passage(id=passage, text=text)
    desk.change(desk.brief.with_passage(words_there), "write", joins=joins)


def words(desk: OpenBrief, passage: str = "opening") -> str:
    """The text of a passage."""
    return desk.brief.passage(passage).text


def again(desk: OpenBrief) -> OpenBrief:
    """The same folder opened once more."""
    return OpenBrief.open(desk.folder)
