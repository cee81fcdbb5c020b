"""Presets on the shelf: which conferences there are, and what is in force.

A preset of one's own overrides a shipped one of the same id. What a preset
does not know falls back to the preset `default`, and the fallback is named,
so that a face can show it as not verified.
"""

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeVar

from app.library import locations, toml
from app.model.base import Line, Record
from app.model.errors import TemplateBroken, UnknownId, Unreadable
from app.model.memory import Memory
from app.model.preset import FieldName, Preset, Status

R = TypeVar("R", bound=Record)

FALLBACK = "default"
"""The preset that answers where a conference says nothing."""

UNKNOWN_WORDS = frozenset({"unknown", "?"})
"""What a person may write for a rule nobody knows; the same as leaving it out."""

ABOUT = frozenset(
    {
        "format",
        "id",
        "name",
        "year",
        "source_url",
        "other_sources",
        "checked",
        "status",
        "note",
        "second_hand",
        "deadline",
        "late_effect",
    }
)
"""Fields that tell about one conference and never fall back."""

_NAMES = frozenset({FieldName.SCHOOL, FieldName.DELEGATES, FieldName.DELEGATION})


class PresetListing(Record):
    """A preset as a list shows it."""

    id: str
    """Its name on the command line."""

    name: Line
    """The conference's name."""

    year: Line | None = None
    """The year of its rules; None: undated."""

    status: Status
    """How good the source of its rules is."""


_IN_FORCE = Memory(128)
"""The rules in force of presets asked for before."""


class InForce(Record):
    """The rules a paper obeys, and which of them the conference never stated."""

    rules: Preset
    """The preset with what `default` knows in place of what it does not."""

    unknown: tuple[str, ...] = ()
    """Dotted names of the rules that fell back: `page.spacing`."""


def own_folder() -> Path:
    """Where a person's own presets stand."""
    return _inside(locations.shelf_home(), "conferences")


def shipped_folder() -> Path:
    """Where the presets stand that travel with the program."""
    return _inside(locations.templates_root(), "conferences")


@lru_cache(maxsize=256)
def _inside(folder: Path, name: str) -> Path:
    """A place in a folder; the same object each time, as paths are slow to make."""
    return folder / name


def list_presets() -> tuple[PresetListing, ...]:
    """Every preset on the shelf by id, `default` first.

    Raises:
        Unreadable: a file is not TOML or says too little to be listed.
    """
    found = {FALLBACK: _place(FALLBACK)} | _files()
    return tuple(_listing(path) for path in found.values())


def preset_ids() -> tuple[str, ...]:
    """The ids of every preset on the shelf, `default` first, no file opened."""
    return tuple(dict.fromkeys((FALLBACK, *_files())))


def open_preset(preset_id: str) -> Preset:
    """The preset with this id, one's own before a shipped one.

    Raises:
        UnknownId: no preset has it.
        Unreadable: its file breaks the rules of TOML.
        TemplateBroken: its file says what no preset can say.
    """
    return read_preset(file_of(preset_id))


def file_of(preset_id: str) -> Path:
    """The file of the preset with this id, one's own before a shipped one.

    Raises:
        UnknownId: no preset has it.
    """
    name = f"{preset_id}.toml"
    for folder in (own_folder(), shipped_folder()):
        path = _inside(folder, name)
        if _is_there(path) and _is_spelled(folder, name):
            return path
    near = toml.nearest(preset_id, _files(), count=2)
    raise UnknownId("conference", preset_id, near)


def _is_there(path: Path) -> bool:
    """Whether something of this name can be looked at; no system has every name."""
    try:
        return path.exists()
    except OSError:
        return False


_SPELLED: dict[Path, frozenset[str]] = {}
"""Folders to the names of their files, as they were when somebody last looked."""


def _is_spelled(folder: Path, name: str) -> bool:
    """Whether a file that is there has this very name; some systems find others."""
    if name not in _SPELLED.get(folder, ()):
        _SPELLED[folder] = frozenset([one.name for one in folder.iterdir()])
    return name in _SPELLED[folder]


def read_preset(path: Path) -> Preset:
    """The preset a file holds; `unknown` and `?` count as left out.

    Raises:
        Unreadable: the file is missing or breaks the rules of TOML.
        TemplateBroken: it says what no preset can say.
    """
    try:
        is_shipped = path is _inside(shipped_folder(), path.name)
        state = path.stat().st_mtime_ns if is_shipped else path.read_bytes()
    except OSError:
        return _opened(path)
    return _read(path, state)


@lru_cache(maxsize=128)
def _read(path: Path, _state: bytes | int) -> Preset:
    """The preset of a file; read once for as long as it stays the same.

    What a person writes may change twice in one tick of the clock, so its bytes tell.
    """
    return _opened(path)


def _opened(path: Path) -> Preset:
    table = {"id": path.stem} | without_unknown(toml.read(path))
    try:
        preset = toml.to_record(Preset, table, path)
    except Unreadable as error:
        reason = error.what.removeprefix(f"{path} could not be read: ")
        raise TemplateBroken(path, reason.rstrip(".")) from error
    if preset.id != path.stem:
        reason = f'its id is "{preset.id}" but the file is called "{path.name}"'
        raise TemplateBroken(path, reason)
    return preset


def in_force(preset: Preset) -> InForce:
    """The preset with every unknown rule filled from `default`.

    Raises:
        Trouble: the preset `default` cannot be opened.
    """
    if preset.id == FALLBACK:
        return InForce(rules=preset)
    ours = open_preset(FALLBACK)
    return _IN_FORCE.of((preset, ours), (), lambda: _in_force(preset, ours))


def _in_force(preset: Preset, ours: Preset) -> InForce:
    unknown: list[str] = []
    rules = _filled(preset, ours, "", unknown)
    if rules.anonymous and "header.fields" in unknown:
        rules = _without_names(rules)
    return InForce(rules=rules, unknown=tuple(unknown))


def without_unknown(table: Mapping[str, Any]) -> dict[str, Any]:
    """The table without the rules that say outright that nobody knows."""
    kept: dict[str, Any] = {}
    for name, value in table.items():
        if isinstance(value, str) and value.strip().lower() in UNKNOWN_WORDS:
            continue
        kept[name] = without_unknown(value) if isinstance(value, Mapping) else value
    return kept


def _filled(mine: R, fallback: R, prefix: str, unknown: list[str]) -> R:
    """A record whose empty parts come from another, with their names noted."""
    changes: dict[str, Any] = {}
    for name in type(mine).model_fields:
        if not prefix and name in ABOUT:
            continue
        value, other = getattr(mine, name), getattr(fallback, name)
        if isinstance(value, Record):
            changes[name] = _filled(value, other, f"{prefix}{name}.", unknown)
        elif value is None and other is not None:
            changes[name] = other
            unknown.append(f"{prefix}{name}")
    return mine.revise(**changes)


def _without_names(rules: Preset) -> Preset:
    """The rules with no field in the heading that names people or schools."""
    fields = tuple(name for name in rules.header.fields or () if name not in _NAMES)
    return rules.revise(header=rules.header.revise(fields=fields))


def _files() -> dict[str, Path]:
    """Id to file, one's own in place of shipped ones."""
    found = {
        path.stem: path
        for folder in (shipped_folder(), own_folder())
        if folder.is_dir()
        for path in folder.glob("*.toml")
    }
    return dict(sorted(found.items()))


def _place(preset_id: str) -> Path:
    own = own_folder() / f"{preset_id}.toml"
    return own if own.is_file() else shipped_folder() / f"{preset_id}.toml"


def _listing(path: Path) -> PresetListing:
    table = without_unknown(toml.read(path))
    wanted = {name: table[name] for name in ("name", "year", "status") if name in table}
    return toml.to_record(PresetListing, {"id": path.stem} | wanted, path)
