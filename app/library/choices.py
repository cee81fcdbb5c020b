"""Choices: what `brief.toml` says, the small file of a brief.

It names cards by id and says who speaks where; the cards themselves stand in
`cards.toml` and the delegate's words in `paper.md`.
"""

from pathlib import Path
from typing import Any

from pydantic import Field

from app.library import dossiers, safefile, toml, toml_text
from app.model.argument import LineOfArgument
from app.model.assignment import Assignment
from app.model.base import Id, Ids, Prose, Record
from app.model.brief import Brief, BriefKind, Question, Settings
from app.model.dossier import Dossier
from app.model.errors import UnknownId, Unreadable
from app.model.proposal_form import ProposalForm

CHOICES_FILE = "brief.toml"
"""The file that makes a folder a brief."""

FORMAT = 1
"""The version of the file format this program writes and reads."""

HEAD = "A brief of Communiqué: who speaks where, and which cards are argued."
"""The first line of a new `brief.toml`, as a comment."""


class Choices(Record):
    """What `brief.toml` says."""

    format: int = FORMAT
    """The version of the file format."""

    kind: BriefKind = BriefKind.DELEGATE
    """Whose work it is."""

    dossier: Id | None = None
    """The dossier it was begun from."""

    picks: Ids = ()
    """The ids of the chosen cards, in the order they will be argued."""

    agenda: Prose = ""
    """Private notes."""

    assignment: Assignment
    """Who speaks, where, on what."""

    line: LineOfArgument | None = None
    """The line of argument, whole."""

    settings: Settings = Settings()
    """How it is drafted."""

    proposals: dict[Id, ProposalForm] = Field(default_factory=dict)
    """What the delegate decided about proposals, by the id of their card."""

    question: tuple[Question, ...] = ()
    """The guide's questions."""


class Chosen(Record):
    """The choices of a file, with a line that was only named."""

    choices: Choices
    """What the file says."""

    line_id: Id | None = None
    """The id of its line where the file names one of the dossier's lines."""


def of_brief(brief: Brief) -> Choices:
    """The choices of a brief."""
    return Choices(
        format=brief.format,
        kind=brief.kind,
        dossier=brief.dossier,
        picks=brief.picks,
        agenda=brief.agenda,
        assignment=brief.assignment,
        line=brief.line,
        settings=brief.settings,
        proposals=brief.proposals,
        question=brief.questions,
    )


def read_choices(path: Path, dossier: Dossier | None = None) -> Chosen:
    """What a `brief.toml` says; a dossier fills in its country and topic.

    Raises:
        Unreadable: it breaks the rules of TOML, says what it cannot say, or is
            of a format to come.
    """
    table = toml.read(path)
    _refuse_newer(table, path)
    line = table.get("line")
    if isinstance(line, str):
        del table["line"]
    if dossier is not None:
        _fill_in(table, dossier)
    choices = toml.to_record(Choices, table, path)
    return Chosen(choices=choices, line_id=line if isinstance(line, str) else None)


def write_choices(choices: Choices, path: Path) -> None:
    """Write a `brief.toml`, keeping the comments and the order it had.

    A file that already says the same is left alone.

    Raises:
        CannotWrite: the place does not take the file.
        Unreadable: the file there is broken; it is not written over.
    """
    if not path.is_file():
        text = toml_text.to_toml(_table(choices), HEAD)
        safefile.write_text(path, text, durable=True)
        return
    there = toml.read(path)
    wanted = _table(choices, there)
    if there != wanted:
        text = toml_text.update(path.read_bytes().decode("utf-8-sig"), wanted, HEAD)
        safefile.write_text(path, text, durable=True)


def named_line(dossier: Dossier, line_id: str) -> LineOfArgument:
    """The line of argument of a dossier with this id.

    Raises:
        UnknownId: the dossier has no such line.
    """
    lines = {line.id: line for line in dossier.lines}
    if line_id not in lines:
        near = toml.nearest(line_id, lines, count=2)
        raise UnknownId("line of argument", line_id, near)
    return lines[line_id]


def dossier_of(choices: Choices, path: Path) -> Dossier:
    """The dossier the choices were made from.

    Raises:
        Unreadable: they name none, so a named line cannot be looked up.
        UnknownId: that dossier is not on the shelf.
    """
    if choices.dossier is None:
        reason = '"line" names a line, but no "dossier" says where it stands'
        raise Unreadable(path, reason)
    return dossiers.open_dossier(choices.dossier)


def _refuse_newer(table: dict[str, Any], path: Path) -> None:
    said = table.get("format", FORMAT)
    if isinstance(said, int) and said > FORMAT:
        reason = f"its format is {said}, newer than this program reads"
        hint = "Install the newest version of the program."
        raise Unreadable(path, reason, hint=hint)


def _fill_in(table: dict[str, Any], dossier: Dossier) -> None:
    """Country and topic from the dossier where the assignment leaves them out."""
    assignment = table.get("assignment")
    if isinstance(assignment, dict):
        assignment.setdefault("country", dossier.country.model_dump())
        assignment.setdefault("topic", dossier.topic)


def _table(choices: Choices, there: dict[str, Any] | None = None) -> dict[str, Any]:
    """The choices as a table; what is usual stays unsaid unless the file says it."""
    short = choices.model_dump(by_alias=True, exclude_none=True, exclude_defaults=True)
    whole = toml_text.plain(choices.model_dump(by_alias=True, exclude_none=True))
    always = {name: whole[name] for name in ("format", "kind", "picks")}
    if choices.dossier is not None:
        always["dossier"] = choices.dossier
    said = toml_text.plain(short) | always
    ordered = {name: said[name] for name in whole if name in said}
    return _said_before(ordered, whole, there or {})


def _said_before(
    short: dict[str, Any], whole: dict[str, Any], there: dict[str, Any]
) -> dict[str, Any]:
    """The short table with the usual values that the file already spells out."""
    kept = dict(short)
    for name, old in there.items():
        if name not in whole:
            continue
        value = whole[name]
        if isinstance(value, dict) and isinstance(old, dict):
            kept[name] = _said_before(short.get(name, {}), value, old)
        elif name not in kept:
            kept[name] = value
    return kept
