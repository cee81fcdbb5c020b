"""Where things are: what ships with the program, and what a person owns.

Templates and dossiers live beside the package in a checkout and inside it in
a wheel. Nothing is made or read when this module is imported.
"""

import os
from functools import cache, lru_cache
from pathlib import Path

HOME_VARIABLE = "COMMUNIQUE_HOME"
"""The environment variable that moves the shelf elsewhere."""

_HOMES = ("HOME", "USERPROFILE", "XDG_CONFIG_HOME", "XDG_DOCUMENTS_DIR")
_PACKAGE = Path(__file__).resolve().parent.parent


@cache
def _shipped(name: str) -> Path:
    inside = _PACKAGE / "_shipped" / name
    return inside if inside.is_dir() else _PACKAGE.parent / name


def templates_root() -> Path:
    """The folder of shipped templates."""
    return _shipped("templates")


def briefs_root() -> Path:
    """The folder of shipped dossiers, samples and the atlas."""
    return _shipped("briefs")


def shelf_home() -> Path:
    """The folder of a person's own briefs, dossiers and presets.

    `Documents/Communique`, or what `COMMUNIQUE_HOME` names. It may not exist
    yet: it is made on the first save.
    """
    moved = os.environ.get(HOME_VARIABLE)
    return _home(moved, tuple([os.environ.get(name) for name in _HOMES]))


@lru_cache(maxsize=4)
def _home(moved: str | None, _homes: tuple[str | None, ...]) -> Path:
    """The same; documents are looked up once for each home, as that reads files."""
    if moved:
        return Path(moved).expanduser()
    from platformdirs import user_documents_path

    return user_documents_path() / "Communique"
