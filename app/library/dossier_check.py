"""Checking a dossier: every link, source, date and form, file by file.

The check answers for the whole folder at once. Each finding names the file,
the line and the id, so that an editor can go there.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from app.library import dossier_files, dossiers, toml
from app.library.dossier_files import CARD_FILES, ENTRY_FILES
from app.library.faults import Fault
from app.library.forms_check import check_forms
from app.library.links_check import check_links
from app.library.sources_check import check_care, check_dates, check_sources
from app.model.dossier import Dossier
from app.model.finding import Finding, Outcome, Where

READY_FILE = "ready/brief.toml"
"""The choices of the ready brief, inside the folder of a dossier."""

PASSED = {
    "files": "Every file was understood.",
    "ids": "Every id is used once and can stand in a citation.",
    "links": "Every link leads to a card of a fitting kind.",
    "sources": "Every card stands in a source with a place.",
    "dates": "Every date is possible and lies within the dossier.",
    "care": "Concessions and matters of care are told whole.",
    "forms": "Every form obeys its grammar and keeps to its card.",
    "ready": "The ready brief names cards and a line that are there.",
}
"""What is true when a rule has nothing to complain about."""


def check_dossier(folder: Path) -> tuple[Finding, ...]:
    """Everything that was found about the dossier in a folder.

    Rules that nothing breaks are reported as passed, at the end.

    Raises:
        Unreadable: a file breaks the rules of TOML or says what it cannot say.
    """
    dossier = dossiers.read_dossier(folder)
    choices = _choices(folder)
    picks = tuple(one for one in choices.get("picks", ()) if isinstance(one, str))
    lines = _Lines(folder)
    faults = [
        *_check_files(folder, dossier),
        *check_links(dossier),
        *check_sources(dossier),
        *check_dates(dossier),
        *check_care(dossier),
        *check_forms(dossier, picks),
        *_check_ready(dossier, choices, picks),
    ]
    found = [_finding(fault, lines) for fault in faults]
    broken = {one.rule for one in found if one.outcome is Outcome.FAILED}
    passed = [
        Finding(rule=rule, outcome=Outcome.PASSED, message=message)
        for rule, message in PASSED.items()
        if rule not in broken and (rule != "ready" or choices)
    ]
    return (*found, *passed)


def _check_files(folder: Path, dossier: Dossier) -> Iterator[Fault]:
    """Files that nothing reads, and an id that is not the folder's place."""
    known = dossier_files.known_files()
    for path in sorted(folder.glob("*.toml")):
        if path.name not in known:
            near = toml.nearest(path.name, known)
            hint = f" Did you mean {near[0]}?" if near else ""
            message = f"{path.name} belongs to no dossier and was not read.{hint}"
            yield Fault("files", path.name, message)
    said, place = dossiers.read_header(folder).id, dossiers.place_of(folder)
    if said and said != place:
        message = f'{dossier.id}: the folder is "{place}"; the id must say the same.'
        yield Fault("files", dossier.id, message)
    if not dossier.cards:
        message = f"{dossier.id}: no card yet; begin with stance.toml."
        yield Fault("files", dossier.id, message, outcome=Outcome.ADVICE)


def _check_ready(
    dossier: Dossier, choices: dict[str, Any], picks: Iterable[str]
) -> Iterator[Fault]:
    """Picks and a line of the ready brief that the dossier does not hold."""
    cards = {card.id for card in dossier.cards}
    for one in picks:
        if one not in cards:
            message = f"{one}: the ready brief picks it, but no card has that id."
            yield Fault("ready", one, message)
    line = choices.get("line")
    if isinstance(line, str) and line not in {one.id for one in dossier.lines}:
        message = f"{line}: the ready brief argues it, but there is no such line."
        yield Fault("ready", line, message)


def _choices(folder: Path) -> dict[str, Any]:
    path = folder / READY_FILE
    return toml.read(path) if path.is_file() else {}


def _finding(fault: Fault, lines: "_Lines") -> Finding:
    file, line = lines.of(fault)
    where = Where(file=file, line=line, quote=fault.quote) if file else None
    return Finding(
        rule=fault.rule,
        outcome=fault.outcome,
        message=fault.message,
        where=(where,) if where else (),
    )


class _Lines:
    """On which line of which file each entry begins."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.texts: dict[str, list[str]] = {}
        for name in dossier_files.known_files():
            if (folder / name).is_file():
                text = (folder / name).read_text("utf-8-sig")
                self.texts[name] = text.splitlines()

    def of(self, fault: Fault) -> tuple[str | None, int | None]:
        """The file and the line of the entry a fault is about."""
        if fault.rule == "ready":
            return READY_FILE, None
        if fault.entry.endswith(".toml"):
            return fault.entry, None
        found = list(self._places(fault.entry))
        if not found:
            return dossier_files.HEADER_FILE, None
        return found[-1] if fault.rule == "ids" else found[0]

    def _places(self, entry: str) -> Iterator[tuple[str, int]]:
        """Every place where an entry of this name begins."""
        fields = dict.fromkeys(CARD_FILES, "id")
        fields |= {file: kind.name for file, kind in ENTRY_FILES.items()}
        for file, field in fields.items():
            lines = self.texts.get(file, [])
            for row, line in enumerate(lines, 1):
                if entry in line and dossier_files.line_in([line], field, entry):
                    yield file, row
