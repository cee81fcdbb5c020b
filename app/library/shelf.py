"""The shelf: which briefs there are, looked at lightly so that it paints at once.

Listing opens `brief.toml` and counts words; no card is read. A brief that
cannot be read is listed with the reason and never spoils the list.
"""

import re
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from app.language.words import count
from app.library import locations, toml
from app.model.base import Line, Record
from app.model.errors import Unreadable

SAMPLES = "samples"
"""The folder of finished briefs that travel with the program."""

TAKEN = frozenset({"dossiers", "conferences", SAMPLES})
"""Folders of the shelf that are not briefs."""

REBUILT = "brief.toml is missing; opening it rebuilds that file from the journal"
"""What is said of a brief whose choices were deleted while its journal is there."""

_FILES = ("brief.toml", "paper.md", "cards.toml", "journal.jsonl")
_NOT_WORDS = re.compile(r"^(?:#{1,6}\s.*\{#.*\}\s*|<!--.*-->\s*)$", re.MULTILINE)
_LONGEST_NAME = 60


class BriefListing(Record):
    """A brief as a list shows it."""

    folder: str
    """The path of its folder."""

    name: str
    """The folder's name."""

    country: Line = ""
    """Who speaks."""

    topic: Line = ""
    """On which topic."""

    committee: Line = ""
    """Where: the body's short name, or its name."""

    conference: Line = ""
    """The id of the conference's rules."""

    kind: Line = ""
    """Whose work it is: `delegate`, `ready` or `sample`."""

    words: int = 0
    """Words written so far, without headings and markers."""

    changed: str | None = None
    """When one of its files last changed, as ISO date and time in UTC."""

    trouble: str | None = None
    """Why it could not be read; None: it could."""


def list_briefs() -> tuple[BriefListing, ...]:
    """Every brief on a person's own shelf, by name; none where there is no shelf."""
    return _list(locations.shelf_home())


def list_samples() -> tuple[BriefListing, ...]:
    """The finished briefs that travel with the program, by name."""
    return _list(locations.briefs_root() / SAMPLES)


def find_folder(name: str | Path) -> Path:
    """The folder or file a person means: as given, or so named on the shelf.

    Where neither is there it is the path as given, for whoever complains of it.
    """
    given = Path(name).expanduser()
    on_shelf = locations.shelf_home() / given
    if given.exists() or given.is_absolute() or not on_shelf.is_dir():
        return given
    return on_shelf


def new_folder(title: str) -> Path:
    """A free folder on the shelf, with a name every system takes; not made yet."""
    from pathvalidate import sanitize_filename

    from app.model.text import clean_line

    words = clean_line(title)[:_LONGEST_NAME].strip(" .")
    name = sanitize_filename(words, platform="universal").strip(" .") or "Paper"
    home = locations.shelf_home()
    taken = {one.casefold() for one in (*TAKEN, *_names(home))}
    free, number = name, 1
    while free.casefold() in taken:
        number += 1
        free = f"{name} {number}"
    return home / free


def _list(home: Path) -> tuple[BriefListing, ...]:
    folders = [home / name for name in _names(home)]
    found = [one for one in folders if _is_brief(one)]
    return tuple(_listing(one) for one in found)


def _is_brief(folder: Path) -> bool:
    """Whether a folder holds a brief, or the journal of one that lost its choices."""
    kept = (folder / name for name in ("brief.toml", "journal.jsonl"))
    return any(one.is_file() for one in kept)


def _names(home: Path) -> list[str]:
    """What stands in a folder, sorted as people sort; nothing where it is missing."""
    try:
        return sorted((one.name for one in home.iterdir()), key=str.casefold)
    except OSError:
        return []


def _listing(folder: Path) -> BriefListing:
    common: dict[str, Any] = {
        "folder": str(folder),
        "name": folder.name,
        "changed": _changed(folder / name for name in _FILES),
    }
    try:
        words = count(_text(folder / "paper.md"))
        if not (folder / "brief.toml").is_file():
            return BriefListing(words=words, trouble=REBUILT, **common)
        return BriefListing(words=words, **_said(folder / "brief.toml"), **common)
    except Unreadable as error:
        return BriefListing(trouble=error.what, **common)


def _said(path: Path) -> dict[str, str]:
    """What `brief.toml` says of who speaks where.

    Raises:
        Unreadable: it is broken, or names no country, topic or committee.
    """
    table = toml.read(path)
    assignment = _part(table, "assignment")
    committee = _part(assignment, "committee")
    said = {
        "country": _part(assignment, "country").get("name"),
        "topic": assignment.get("topic"),
        "committee": committee.get("short") or committee.get("name"),
        "conference": assignment.get("conference", "default"),
        "kind": table.get("kind", "delegate"),
    }
    for name, value in said.items():
        if not isinstance(value, str):
            raise Unreadable(path, f"it does not say the {name}")
    return {name: str(value) for name, value in said.items()}


def _part(table: dict[str, Any], name: str) -> dict[str, Any]:
    value = table.get(name)
    return value if isinstance(value, dict) else {}


def _text(path: Path) -> str:
    """The words of a file of passages, without its headings and comments."""
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        return ""
    except UnicodeDecodeError as error:
        raise Unreadable(path, f"byte {error.start + 1} is not UTF-8 text") from error
    except OSError as error:
        raise Unreadable(path, (error.strerror or str(error)).lower()) from error
    return _NOT_WORDS.sub("", text.replace("\r\n", "\n"))


def _changed(files: Iterable[Path]) -> str | None:
    times: list[float] = []
    for file in files:
        try:
            times.append(file.stat().st_mtime)
        except OSError:
            continue
    if not times:
        return None
    return datetime.fromtimestamp(max(times), UTC).isoformat(timespec="seconds")
