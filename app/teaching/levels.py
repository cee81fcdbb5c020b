"""Levels: what a strong, a middling and a weak sample do."""

from collections.abc import Sequence
from functools import lru_cache
from hashlib import blake2b
from pathlib import Path

from app.library import locations, toml
from app.model.base import Id, Ids, Line, Record
from app.model.errors import TemplateBroken, UnknownId
from app.teaching.faults import FAULTS, Fault


class Level(Record):
    """One level of sample."""

    id: Id
    """Its name on the command line: `middling`."""

    title: Line
    """What a key calls it."""

    plant: int
    """How many faults are planted."""

    faults: Ids = ()
    """The faults they are taken from."""


def open_level(level_id: str) -> Level:
    """The level with this name.

    Raises:
        UnknownId: there is none.
        TemplateBroken: it names a fault nobody knows, or too few.
    """
    folder = locations.templates_root() / "levels"
    path = folder / f"{level_id}.toml"
    try:
        return _read(path, path.stat().st_mtime_ns)
    except (OSError, ValueError):
        known = sorted(one.stem for one in folder.glob("*.toml"))
        near = toml.nearest(level_id, known) or known
        raise UnknownId("level", level_id, near) from None


@lru_cache(maxsize=16)
def _read(path: Path, _changed: int) -> Level:
    """The level of a file; read once for as long as it is not changed."""
    level = toml.to_record(Level, toml.read(path), path)
    strange = [one for one in level.faults if one not in FAULTS]
    if strange:
        raise TemplateBroken(path, f'there is no fault "{strange[0]}"')
    if level.plant > len(level.faults):
        raise TemplateBroken(path, "it plants more faults than it names")
    return level


def choose_faults(level: Level, seed: int, turn: int = 0) -> tuple[Fault, ...]:
    """The faults of one sample, by seed; no two that cannot stand together.

    Args:
        level: How many, and of which.
        seed: The seed of the sample.
        turn: Another choice, where an earlier one did not stand in the paper.
    """
    name = f"{seed}\x1f{turn}" if turn else str(seed)
    chosen: list[str] = []
    for one in sorted(level.faults, key=lambda fault: _rank(name, fault)):
        if len(chosen) < level.plant and not _clashes(one, chosen):
            chosen.append(one)
    return tuple(FAULTS[one] for one in level.faults if one in chosen)


_APART = (
    {"critics-missing", "charge-dodged"},
    {"stops-dead", "late-stance"},
)
"""Faults of which one hides or denies the other."""


def _clashes(one: str, chosen: Sequence[str]) -> bool:
    return any(one in pair and pair & set(chosen) for pair in _APART)


def _rank(seed: str, name: str) -> bytes:
    return blake2b(f"{seed}\x1f{name}".encode(), digest_size=8).digest()
