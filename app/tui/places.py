"""Where a person was in each paper, so that it opens there again."""

import tomllib
from pathlib import Path

from app.library.locations import shelf_home
from app.library.safefile import write_bytes
from app.model.errors import CannotWrite
from app.tui.stages import Stage

PLACES_FILE = "places.toml"
"""Where it is kept, in the folder of the shelf; losing it loses no work."""

MOST = 100
"""Papers whose place is remembered."""


def place_in(folder: Path) -> tuple[Stage, str | None]:
    """The stage a paper was left at, and the card or passage there."""
    said = _read().get(str(folder), "")
    stage, _, focus = said.partition(" ")
    return (Stage(stage) if stage in set(Stage) else Stage.SPEAKING), focus or None


def keep_place(folder: Path, stage: Stage, focus: str | None) -> None:
    """Remember where a paper is left; where that fails it opens at its beginning."""
    import tomlkit

    kept = _read()
    kept.pop(str(folder), None)
    kept[str(folder)] = f"{stage.value} {focus or ''}".strip()
    text = tomlkit.dumps(dict(list(kept.items())[-MOST:]))
    try:
        write_bytes(shelf_home() / PLACES_FILE, text.encode("utf-8"))
    except CannotWrite:
        return


def _read() -> dict[str, str]:
    try:
        text = (shelf_home() / PLACES_FILE).read_text(encoding="utf-8")
        found = tomllib.loads(text)
    except (OSError, ValueError):
        return {}
    return {name: said for name, said in found.items() if isinstance(said, str)}
