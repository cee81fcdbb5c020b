"""Levels: what a strong, a middling and a weak sample do."""

from collections.abc import Sequence
from hashlib import blake2b

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
    if not path.is_file():
        known = sorted(one.stem for one in folder.glob("*.toml"))
        raise UnknownId("level", level_id, toml.nearest(level_id, known) or known)
    level = toml.to_record(Level, toml.read(path), path)
    strange = [one for one in level.faults if one not in FAULTS]
    if strange:
        raise TemplateBroken(path, f'there is no fault "{strange[0]}"')
    if level.plant > len(level.faults):
        raise TemplateBroken(path, "it plants more faults than it names")
    return level


def choose_faults(level: Level, seed: int) -> tuple[Fault, ...]:
    """The faults of one sample, by seed; none that another one hides."""
    ranked = sorted(level.faults, key=lambda one: _rank(seed, one))
    chosen: list[str] = []
    for one in ranked:
        if len(chosen) < level.plant and not _hidden(one, chosen):
            chosen.append(one)
    return tuple(FAULTS[one] for one in level.faults if one in chosen)


def _hidden(one: str, chosen: Sequence[str]) -> bool:
    pair = {"critics-missing", "charge-dodged"}
    return one in pair and bool(pair & set(chosen))


def _rank(seed: int, name: str) -> bytes:
    return blake2b(f"{seed}\x1f{name}".encode(), digest_size=8).digest()
