"""Checking: a brief, or a paper that was written anywhere, becomes findings."""

from collections.abc import Sequence
from pathlib import Path

from app.desk.opening import look
from app.desk.proofreading import on_file
from app.desk.writing import write
from app.drafting.bank import open_bank
from app.drafting.blocks import paragraph, section
from app.drafting.budget import extent
from app.drafting.genres import open_genre
from app.drafting.possible import material_of_dossiers
from app.language.likeness import Yardstick
from app.library import dossiers, presets, shelf
from app.library.brief_files import open_brief
from app.library.locations import briefs_root
from app.model.brief import Brief
from app.model.errors import UnknownId
from app.model.finding import Finding, Outcome
from app.model.paper import Paper, Part, Properties
from app.reading.page_look import read_look
from app.reading.text import read_text
from app.review.any_paper import check_text, is_title
from app.review.look_rules import check_look
from app.review.recognise import recognise


def check(path: Path, conference: str | None = None) -> tuple[Finding, ...]:
    """The findings on a brief's folder or on a file.

    Raises:
        UnknownId: there is nothing at that place.
        Unreadable: it cannot be understood.
        Trouble: the conference is unknown.
    """
    path = shelf.find_folder(path)
    if not path.exists():
        raise UnknownId("file or brief", str(path))
    if path.is_dir():
        brief = look(path)
        return write(brief, conference=conference).findings
    return check_file(path, conference)


def check_file(path: Path, conference: str | None = None) -> tuple[Finding, ...]:
    """The findings on a paper that was written anywhere.

    Raises:
        Unreadable: it cannot be understood.
        Trouble: the conference is unknown.
    """
    paper = read_text(path)
    if not paper.text.strip():
        message = "There is no text in this file."
        return (Finding(rule="empty", outcome=Outcome.FAILED, message=message),)
    found = list(recognise(paper.paragraphs, shelf_yardstick()))
    if conference:
        preset = presets.open_preset(conference)
        rules = presets.in_force(preset).rules
        length = extent(_as_paper(paper.paragraphs), rules)
        found += check_text(paper.paragraphs, preset, rules, length)
        look = read_look(path) if path.suffix.lower() == ".docx" else None
        found += check_look(look, preset) if look else ()
    return (*found, *on_file(paper))


def _as_paper(paragraphs: Sequence[str]) -> Paper:
    """The text of a file as a paper, its titles and its paragraphs."""
    sections = tuple(
        section(f"part-{at}", one, ())
        if is_title(one)
        else section(f"part-{at}", None, (paragraph(one),))
        for at, one in enumerate(paragraphs)
    )
    return Paper(
        parts=(Part(topic="The file", sections=sections),),
        properties=Properties(title="The file"),
    )


def shelf_yardstick() -> Yardstick:
    """What could have been made of any dossier and sample on the shelf."""
    held = [dossiers.open_dossier(one.id) for one in dossiers.list_dossiers()]
    return Yardstick(material_of_dossiers(held, _samples(), open_bank()))


def _samples() -> list[Brief]:
    folder = briefs_root() / "samples"
    titles = open_genre().titles
    found = sorted(one.parent for one in folder.glob("*/brief.toml"))
    return [open_brief(one, titles) for one in found]
