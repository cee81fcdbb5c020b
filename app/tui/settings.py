"""Settings that last: what a person chose about the screens, kept on the shelf."""

import tomllib
from pathlib import Path

from pydantic import ValidationError

from app.library.locations import shelf_home
from app.library.safefile import write_bytes
from app.model.base import Line, Record
from app.model.errors import CannotWrite

SETTINGS_FILE = "settings.toml"
"""Where they are kept, in the folder of the shelf."""


class Kept(Record):
    """What lasts from one sitting to the next."""

    theme: Line = ""
    """The colours; empty: those the program begins with."""

    tour_seen: bool = False
    """Whether the hints of the first run have been shown to their end."""

    partner: Line = ""
    """The folder that a partner's copy was last merged from."""


def read_settings() -> Kept:
    """What was kept; what a person begins with where nothing readable is there."""
    try:
        return Kept(**tomllib.loads(_place().read_text(encoding="utf-8")))
    except (OSError, ValueError, ValidationError):
        return Kept()


def keep_settings(kept: Kept) -> str | None:
    """Keep settings and tell why that failed, or None; a broken file is left alone."""
    import tomlkit

    place = _place()
    if place.exists() and not _is_readable(place):
        return f"{SETTINGS_FILE} cannot be read, so it is left as it is."
    try:
        write_bytes(place, tomlkit.dumps(kept.model_dump()).encode("utf-8"))
    except CannotWrite as trouble:
        return trouble.what
    return None


def _place() -> Path:
    return shelf_home() / SETTINGS_FILE


def _is_readable(place: Path) -> bool:
    try:
        Kept(**tomllib.loads(place.read_text(encoding="utf-8")))
    except (OSError, ValueError, ValidationError):
        return False
    return True
