"""The files of a dossier: which one holds what, and how each becomes records.

A dossier is a folder of small TOML files, one for each kind of card. Only
`dossier.toml` must be there; the kind of a card follows from the file it
stands in. A mistake is answered with the file, the line and the card's id.
"""

import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from pydantic import TypeAdapter, ValidationError

from app.library import toml
from app.model.argument import LineOfArgument, Wording
from app.model.base import Record
from app.model.card import CARD_TYPES, Fact, Kind
from app.model.dossier import Conflict, OpenQuestion, StarterGroup, Term
from app.model.errors import Unreadable
from app.model.source import Source

R = TypeVar("R", bound=Record)

HEADER_FILE = "dossier.toml"
"""The file that makes a folder a dossier."""

SPEAKING_FILE = "speaking.toml"
"""Half a page on speaking for the country."""

FORMAT = 1
"""The version of the file format this program writes and reads."""

CARD_FILES: dict[str, Kind] = {
    "stance.toml": Kind.STANCE,
    "record.toml": Kind.RECORD,
    "criticisms.toml": Kind.CRITICISM,
    "answers.toml": Kind.ANSWER,
    "proposals.toml": Kind.PROPOSAL,
    "context.toml": Kind.CONTEXT,
    "statistics.toml": Kind.STATISTIC,
    "timeline.toml": Kind.TIMELINE,
}
"""The kind of the cards that stand in each file, in the order of a dossier."""


class Entries(NamedTuple):
    """What a file of entries holds."""

    key: str
    """The name of its tables: `source` for `[[source]]`."""

    field: str
    """The field of a dossier that takes them."""

    model: type[Record]
    """The record each table becomes."""

    name: str
    """The field that names an entry in a complaint: `id`, `term`."""


ENTRY_FILES: dict[str, Entries] = {
    "sources.toml": Entries("source", "sources", Source, "id"),
    "lines.toml": Entries("line", "lines", LineOfArgument, "id"),
    "wordings.toml": Entries("wording", "wordings", Wording, "line"),
    "conflicts.toml": Entries("conflict", "conflicts", Conflict, "id"),
    "open.toml": Entries("open", "open", OpenQuestion, "id"),
    "starter.toml": Entries("group", "starter", StarterGroup, "group"),
    "glossary.toml": Entries("term", "glossary", Term, "term"),
}
"""The files beside the cards, in the order a dossier is read."""

CARD_TABLE = "card"
"""The name of the tables that hold cards."""


def known_files() -> tuple[str, ...]:
    """Every file name that a dossier may use."""
    return (HEADER_FILE, SPEAKING_FILE, *CARD_FILES, *ENTRY_FILES)


def read_cards(path: Path) -> tuple[Fact, ...]:
    """The cards of one file, none where there is no such file.

    Raises:
        Unreadable: the file breaks the rules of TOML, or a card says what a
            card of that kind cannot say.
    """
    return read_entries(path, CARD_TABLE, CARD_TYPES[CARD_FILES[path.name]], "id")


def read_entries(path: Path, key: str, model: type[R], name: str) -> tuple[R, ...]:
    """The records in the `[[key]]` tables of a file, none where it is missing.

    Raises:
        Unreadable: the file breaks the rules of TOML, has other tables, or an
            entry does not fit the record.
    """
    if not path.is_file():
        return ()
    tables = toml.read(path)
    _only(tables, {key, "format"}, path)
    entries = tables.get(key, [])
    if not isinstance(entries, list):
        reason = f'"{key}" stands in single brackets; each entry opens with [[{key}]]'
        raise Unreadable(path, reason)
    adapter: TypeAdapter[tuple[R, ...]] = TypeAdapter(tuple[model, ...])  # type: ignore[valid-type]
    try:
        return adapter.validate_python(entries)
    except ValidationError as error:
        wrong = {detail["loc"][0] for detail in error.errors() if detail["loc"]}
        first = min(index for index in wrong if isinstance(index, int))
        raise _broken(path, key, model, name, entries[first], first) from error


def count_entries(path: Path, key: str) -> int:
    """How many `[[key]]` tables a file has, without reading what they say."""
    if not path.is_file():
        return 0
    opening = re.compile(rb"^[ \t]*\[\[[ \t]*%s[ \t]*\]\]" % key.encode(), re.MULTILINE)
    return len(opening.findall(path.read_bytes()))


def line_of(path: Path, entry_id: str) -> int | None:
    """The line on which an entry with this id begins, counted from 1.

    Raises:
        Unreadable: the file is gone or is not UTF-8.
    """
    return line_in(path.read_text("utf-8-sig").splitlines(), "id", entry_id)


def line_in(lines: Iterable[str], name: str, value: str) -> int | None:
    """The first of these lines that says `name = "value"`, counted from 1."""
    said = re.compile(rf"""\s*{re.escape(name)}\s*=\s*["']{re.escape(value)}["']""")
    return next((n for n, line in enumerate(lines, 1) if said.match(line)), None)


def _only(tables: Mapping[str, Any], known: set[str], path: Path) -> None:
    """Refuse keys that the file has no use for."""
    for key in tables:
        if key not in known:
            near = toml.nearest(key, sorted(known))
            hint = f' (did you mean "{near[0]}"?)' if near else ""
            raise Unreadable(path, f'unknown key "{key}"{hint}')


def _broken(
    path: Path, key: str, model: type[Record], name: str, entry: Any, index: int
) -> Unreadable:
    """The complaint about one entry, with its name and its line."""
    said = entry.get(name) if isinstance(entry, dict) else None
    label = f'{key} "{said}"' if said else f"{key} {index + 1}"
    lines = path.read_text("utf-8-sig").splitlines()
    row = line_in(lines, name, said) if isinstance(said, str) else None
    place = f"line {row}, {label}" if row else label
    try:
        model.model_validate(entry)
    except ValidationError as error:
        return Unreadable(path, f"{place}: {toml.complaint(error, model)}")
    return Unreadable(path, f"{place} does not fit")
