"""The folder of a brief: `brief.toml`, `paper.md` and `cards.toml`.

All three can be read and edited without the program. A file that already says
what it should is not written again, so that sync tools stay quiet.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from app.library import (
    briefs,
    choices,
    dossier_files,
    passages,
    safefile,
    toml,
    toml_text,
)
from app.library.choices import CHOICES_FILE
from app.model.base import Record
from app.model.brief import Brief, Passage
from app.model.card import CARD_TYPES, Card, Kind
from app.model.dossier import Term
from app.model.errors import UnknownId, Unreadable
from app.model.source import Source

PAPER_FILE = "paper.md"
"""The delegate's words."""

CARDS_FILE = "cards.toml"
"""The cards of the brief, their sources and the words to expand."""

CARDS_HEAD = "The cards of this brief with their sources, copied in or one's own."
"""The first line of a new `cards.toml`, as a comment."""

_UNTITLED: Mapping[str, str] = {}
_MODELS: dict[str, type[Record]] = {"source": Source, "term": Term}


class Evidence(Record):
    """What `cards.toml` holds."""

    card: tuple[Card, ...] = ()
    """The cards, copied and own."""

    source: tuple[Source, ...] = ()
    """Their sources."""

    term: tuple[Term, ...] = ()
    """Acronyms the paper may have to expand."""


def open_brief(folder: Path, titles: Mapping[str, str] = _UNTITLED) -> Brief:
    """The brief in a folder. `titles` are the headings of sections, by id.

    Raises:
        UnknownId: the folder holds no brief, or its line or dossier is unknown.
        Unreadable: a file breaks the rules of TOML, says what it cannot say or
            is of a format to come.
    """
    path = folder / CHOICES_FILE
    if not path.is_file():
        raise UnknownId("brief", str(folder), _beside(folder))
    chosen = choices.read_choices(path)
    made = chosen.choices
    evidence = read_evidence(folder / CARDS_FILE)
    brief = Brief(
        format=made.format,
        kind=made.kind,
        dossier=made.dossier,
        assignment=made.assignment,
        line=made.line,
        picks=made.picks,
        cards=evidence.card,
        sources=evidence.source,
        glossary=evidence.term,
        passages=read_passages(folder / PAPER_FILE, titles),
        proposals=made.proposals,
        questions=made.question,
        agenda=made.agenda,
        settings=made.settings,
    )
    if chosen.line_id is None:
        return brief
    return briefs.with_line(brief, choices.dossier_of(made, path), chosen.line_id)


def save_brief(
    brief: Brief, folder: Path, titles: Mapping[str, str] = _UNTITLED
) -> None:
    """Write a brief to its folder, cards first, so that no pick lacks its card.

    Raises:
        CannotWrite: the place does not take a file.
        Unreadable: a file there is broken; it is not written over.
    """
    write_evidence(
        Evidence(card=brief.cards, source=brief.sources, term=brief.glossary),
        folder / CARDS_FILE,
    )
    write_passages(brief.passages, folder / PAPER_FILE, titles)
    choices.write_choices(choices.of_brief(brief), folder / CHOICES_FILE)


def read_passages(
    path: Path, titles: Mapping[str, str] = _UNTITLED
) -> tuple[Passage, ...]:
    """The delegate's words in a file, none where it is missing.

    Raises:
        Unreadable: it is not UTF-8, or a passage is too long to be one.
    """
    if not path.is_file():
        return ()
    try:
        return passages.parse(path.read_bytes().decode("utf-8-sig"), titles)
    except UnicodeDecodeError as error:
        reason = f"byte {error.start + 1} is not UTF-8 text"
        raise Unreadable(path, reason, hint="Save it again as UTF-8.") from error
    except ValidationError as error:
        raise Unreadable(path, toml.complaint(error, Passage)) from error
    except OSError as error:
        raise Unreadable(path, safefile.why(error)) from error


def write_passages(
    written: tuple[Passage, ...],
    path: Path,
    titles: Mapping[str, str] = _UNTITLED,
) -> None:
    """Write the delegate's words, unless the file already says the same.

    Raises:
        CannotWrite: the place does not take the file.
        Unreadable: the file there cannot be read; it is not written over.
    """
    if read_passages(path, titles) != passages.normal(written):
        safefile.write_text(path, passages.to_text(written, titles), durable=True)


def read_evidence(path: Path) -> Evidence:
    """The cards and sources in a file, none where it is missing.

    Raises:
        Unreadable: it breaks the rules of TOML, or an entry does not fit.
    """
    if not path.is_file():
        return Evidence()
    tables = toml.read(path)
    tables.pop("format", None)
    lists = {name: value for name, value in tables.items() if isinstance(value, list)}
    for name, entries in lists.items():
        for index, entry in enumerate(entries):
            _check_entry(path, name, index, entry)
    return toml.to_record(Evidence, tables, path)


def write_evidence(evidence: Evidence, path: Path) -> None:
    """Write the cards and sources, unless the file already says the same.

    Raises:
        CannotWrite: the place does not take the file.
        Unreadable: the file there is broken; it is not written over.
    """
    if read_evidence(path) == evidence:
        return
    table = {
        "card": [_card_table(card) for card in evidence.card],
        "source": [_short(source) for source in evidence.source],
        "term": [_short(term) for term in evidence.term],
    }
    filled = {name: entries for name, entries in table.items() if entries}
    safefile.write_text(path, toml_text.to_toml(filled, CARDS_HEAD), durable=True)


def _card_table(card: Card) -> dict[str, Any]:
    return {"id": card.id, "kind": card.kind} | _short(card)


def _short(record: Record) -> dict[str, Any]:
    """A record as a table, without what is usual."""
    return record.model_dump(by_alias=True, exclude_none=True, exclude_defaults=True)


def _check_entry(path: Path, name: str, index: int, entry: Any) -> None:
    """Complain about one entry by its line and its name."""
    model = _model_of(name, entry)
    if model is None or not isinstance(entry, dict):
        return
    try:
        model.model_validate(entry)
    except ValidationError as error:
        field = "term" if name == "term" else "id"
        said = entry.get(field)
        label = f'{name} "{said}"' if said else f"{name} {index + 1}"
        lines = path.read_text("utf-8-sig").splitlines()
        row = dossier_files.line_in(lines, field, said) if said else None
        place = f"line {row}, {label}" if row else label
        reason = f"{place}: {toml.complaint(error, model)}"
        raise Unreadable(path, reason) from error


def _model_of(name: str, entry: Any) -> type[Record] | None:
    """The record an entry becomes; None: it is left to the check of the whole."""
    if name != "card":
        return _MODELS.get(name)
    kind = entry.get("kind") if isinstance(entry, dict) else None
    return CARD_TYPES[Kind(kind)] if kind in list(Kind) else None


def _beside(folder: Path) -> list[str]:
    """The names of briefs that stand beside and are spelt almost the same."""
    try:
        names = [one.parent.name for one in folder.parent.glob(f"*/{CHOICES_FILE}")]
    except OSError:
        return []
    return toml.nearest(folder.name, names, count=2)
