"""Dossiers on the shelf: which there are, and what one of them holds.

A dossier is found by its place, `<country>/<topic>`. One of a person's own
overrides a shipped one of the same place. Listing reads no card: it looks
into `dossier.toml` and counts, so that a shelf can be painted at once.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from app.library import dossier_files, locations, toml
from app.library.dossier_files import CARD_FILES, ENTRY_FILES, HEADER_FILE
from app.model.assignment import Country
from app.model.base import Line, Record
from app.model.card import Fact
from app.model.dossier import Dossier, SpeakingFor
from app.model.errors import UnknownId, Unreadable


class DossierListing(Record):
    """A dossier as a list shows it."""

    id: str
    """Its place on the shelf: `belarus/human-trafficking`."""

    title: Line
    """What the shelf calls it."""

    country: Line
    """The country's short name."""

    topic: Line
    """The topic."""

    cards: int
    """How many cards it holds."""

    shipped: bool
    """Whether it came with the program; False: it is one's own."""


class Header(Record):
    """What `dossier.toml` says."""

    format: int = dossier_files.FORMAT
    """The version of the file format."""

    id: Line | None = None
    """Its place on the shelf; None: the names of its two folders."""

    title: Line
    """What the shelf calls it."""

    topic: Line
    """The topic."""

    facts_up_to: Line | None = None
    """The last month its facts cover, `YYYY-MM`."""

    speaking_for: SpeakingFor | None = None
    """How to speak for the country, where no `speaking.toml` says it."""

    country: Country
    """The country it speaks for."""


def own_folder() -> Path:
    """Where a person's own dossiers stand."""
    return locations.shelf_home() / "dossiers"


def shipped_folder() -> Path:
    """Where the dossiers stand that travel with the program."""
    return locations.briefs_root() / "dossiers"


def list_dossiers() -> tuple[DossierListing, ...]:
    """Every dossier on the shelf, by its place.

    Raises:
        Unreadable: a `dossier.toml` is not TOML or says too little.
    """
    return tuple(_listing(place, folder) for place, folder in _folders().items())


def open_dossier(dossier_id: str) -> Dossier:
    """The dossier at this place, one's own before a shipped one.

    Raises:
        UnknownId: no dossier stands there.
        Unreadable: one of its files cannot be understood.
    """
    return read_dossier(find_folder(dossier_id), dossier_id.strip("/"))


def find_folder(dossier_id: str) -> Path:
    """The folder of a dossier, by its place on the shelf.

    Raises:
        UnknownId: no dossier stands there.
    """
    wanted = dossier_id.strip("/")
    folders = _folders()
    if wanted not in folders:
        near = toml.nearest(wanted, folders, count=2)
        raise UnknownId("dossier", dossier_id, near)
    return folders[wanted]


def read_dossier(folder: Path, dossier_id: str | None = None) -> Dossier:
    """The dossier in a folder; its id is the one given, said or its place.

    Raises:
        Unreadable: a file breaks the rules of TOML or says what it cannot say.
    """
    header = read_header(folder)
    parts: dict[str, Any] = {
        kind.field: dossier_files.read_entries(
            folder / file, kind.key, kind.model, kind.name
        )
        for file, kind in ENTRY_FILES.items()
    }
    cards = [_dated(card, header) for card in _cards(folder)]
    return Dossier(
        format=header.format,
        id=dossier_id or header.id or place_of(folder),
        title=header.title,
        country=header.country,
        topic=header.topic,
        facts_up_to=header.facts_up_to,
        cards=tuple(cards),
        speaking_for=_speaking(folder) or header.speaking_for,
        **parts,
    )


def read_header(folder: Path) -> Header:
    """What the `dossier.toml` of a folder says.

    Raises:
        Unreadable: it is missing, breaks the rules of TOML, says what it
            cannot say, or is of a format to come.
    """
    path = folder / HEADER_FILE
    header = toml.to_record(Header, toml.read(path), path)
    if header.format > dossier_files.FORMAT:
        reason = f"its format is {header.format}, newer than this program reads"
        hint = "Install the newest version of the program."
        raise Unreadable(path, reason, hint=hint)
    return header


def place_of(folder: Path) -> str:
    """The place a folder has on a shelf: its own name and its parent's."""
    whole = folder.resolve()
    return f"{whole.parent.name}/{whole.name}"


def _folders() -> dict[str, Path]:
    """Place to folder, one's own in place of shipped ones."""
    found: dict[str, Path] = {}
    for root in (shipped_folder(), own_folder()):
        for header in root.glob(f"*/*/{HEADER_FILE}") if root.is_dir() else ():
            found[f"{header.parent.parent.name}/{header.parent.name}"] = header.parent
    return dict(sorted(found.items()))


def _listing(place: str, folder: Path) -> DossierListing:
    header = read_header(folder)
    return DossierListing(
        id=place,
        title=header.title,
        country=header.country.name,
        topic=header.topic,
        cards=sum(
            dossier_files.count_entries(folder / file, dossier_files.CARD_TABLE)
            for file in CARD_FILES
        ),
        shipped=folder.is_relative_to(shipped_folder()),
    )


def _cards(folder: Path) -> Iterator[Fact]:
    for file in CARD_FILES:
        yield from dossier_files.read_cards(folder / file)


def _dated(card: Fact, header: Header) -> Fact:
    """The card with the month it was checked, the dossier's where it has none."""
    if card.as_of or not header.facts_up_to or not card.sources:
        return card
    return card.model_copy(update={"as_of": header.facts_up_to})


def _speaking(folder: Path) -> SpeakingFor | None:
    path = folder / dossier_files.SPEAKING_FILE
    if not path.is_file():
        return None
    return toml.to_record(SpeakingFor, toml.read(path), path)
