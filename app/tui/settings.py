"""Settings that last: what a person chose about the screens, kept on the shelf."""

from pathlib import Path
from typing import NamedTuple

from app.library.locations import shelf_home
from app.library.safefile import write_bytes
from app.model.errors import CannotWrite

SETTINGS_FILE = "settings.toml"
"""Where they are kept, in the folder of the shelf."""


class Kept(NamedTuple):
    """What lasts from one sitting to the next."""

    theme: str = ""
    """The colours; empty: those the program begins with."""

    tour_seen: bool = False
    """Whether the hints of the first run have been shown."""

    partner: str = ""
    """The folder that a partner's copy was last merged from."""


def read_settings() -> Kept:
    """What was kept; what a person begins with where nothing readable is there."""
    return _read(_place()) or Kept()


def keep_settings(kept: Kept) -> str | None:
    """Keep settings and tell why that failed, or None; a broken file is left alone."""
    place = _place()
    if place.exists() and _read(place) is None:
        return f"{SETTINGS_FILE} cannot be read, so it is left as it is."
    import tomlkit

    try:
        write_bytes(place, tomlkit.dumps(kept._asdict()).encode("utf-8"))
    except CannotWrite as trouble:
        return trouble.what
    return None


def _read(place: Path) -> Kept | None:
    """The settings in a file; None where there is none or it cannot be read."""
    try:
        text = place.read_text(encoding="utf-8")
    except (OSError, ValueError):
        return None
    import tomllib

    try:
        found = tomllib.loads(text)
    except ValueError:
        return None
    first = Kept()._asdict()
    same = {key: one for key, one in found.items() if key in first}
    if any(type(one) is not type(first[key]) for key, one in same.items()):
        return None
    return Kept(**same)


def _place() -> Path:
    return shelf_home() / SETTINGS_FILE
