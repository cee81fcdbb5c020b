"""The pattern bank: sentence patterns and frames by move and register.

One file a move, in `templates/patterns/<register>/`. A file says its steps in
order, and for each step its patterns and its frames. A file of the same name on
a person's own shelf stands in place of the shipped one.
"""

from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from app.drafting.pattern_grammar import (
    Nodes,
    Refused,
    Slot,
    every_slot,
    fixed_words,
    read_pattern,
    slots,
)
from app.library import locations, toml
from app.model.base import Id, Line, Record
from app.model.brief import Register
from app.model.errors import TemplateBroken, Trouble, Unreadable

BLANK = "____"
"""What stands in a frame where the delegate writes."""


class StepText(Record):
    """One step of a move, as its file says it."""

    id: Id
    """Its name within the move: `charge`."""

    job: Line
    """What its sentence is for, said to the delegate."""

    patterns: tuple[Line, ...]
    """Sentence patterns, equal in meaning."""

    frames: tuple[Line, ...] = ()
    """Sentence starts with blanks, for the delegate to write in."""


class MoveText(Record):
    """One move of a paper, as its file says it."""

    move: Id
    """Its name: `M6`."""

    title: Line
    """What it does: `Concede and answer`."""

    step: tuple[StepText, ...]
    """Its steps, in the order a paper makes them."""


class Pattern(NamedTuple):
    """One sentence pattern."""

    id: str
    """Its stable name: `M6.charge.a1b2c3d4`, from its own words."""

    text: str
    """As it is written in the file."""

    parts: Nodes
    """Its words and slots."""

    needs: frozenset[Slot]
    """The slots it cannot do without."""

    slots: tuple[Slot, ...]
    """Every slot, those under an `if` included."""

    letters: int
    """Letters of the words it always has."""


class Step(NamedTuple):
    """One step of a move, ready to use."""

    move: str
    """The move it belongs to."""

    job: str
    """What its sentence is for."""

    patterns: tuple[Pattern, ...]
    """Its patterns."""

    frames: tuple[str, ...]
    """Its frames."""


class Bank(NamedTuple):
    """Every pattern of one register."""

    register: Register
    """How formally it speaks."""

    titles: dict[str, str]
    """Move to what it does."""

    steps: dict[str, Step]
    """`M6.charge` to the step."""

    def patterns(self) -> tuple[Pattern, ...]:
        """Every pattern, in the order of the files."""
        return tuple(one for step in self.steps.values() for one in step.patterns)


def own_folder(register: Register) -> Path:
    """Where a person's own patterns stand; a file there replaces the shipped one."""
    return _patterns_of(locations.shelf_home(), register)


@lru_cache(maxsize=16)
def _patterns_of(home: Path, register: Register) -> Path:
    """The same for one shelf; paths are slow to make."""
    return home / "patterns" / register.value


def open_bank(register: Register = Register.FORMAL) -> Bank:
    """The bank of a register.

    Raises:
        Trouble: the register has no patterns yet.
        TemplateBroken: a file holds what no pattern may hold.
    """
    return _open_bank(register, own_folder(register))


@lru_cache(maxsize=4)
def _open_bank(register: Register, _own: Path) -> Bank:
    return load_bank(register)


def load_bank(register: Register) -> Bank:
    """The bank of a register, read anew for who wants it once.

    Raises:
        Trouble, TemplateBroken: as for `open_bank`.
    """
    own = own_folder(register)
    shipped = locations.templates_root() / "patterns" / register.value
    folders = (shipped, own)
    files = {path.name: path for one in folders for path in one.glob("*.toml")}
    if not files:
        what = f'There are no sentence patterns for the register "{register}".'
        raise Trouble(what, hint='Use the register "formal".')
    return read_bank([files[name] for name in sorted(files)], register)


def read_bank(files: list[Path], register: Register) -> Bank:
    """A bank made of these files.

    Raises:
        TemplateBroken: a file cannot be read or holds what no pattern may hold.
    """
    titles: dict[str, str] = {}
    steps: dict[str, Step] = {}
    for path in files:
        try:
            text = toml.to_record(MoveText, toml.read(path), path)
        except Unreadable as error:
            reason = error.what.removeprefix(f"{path} could not be read: ")
            raise TemplateBroken(path, reason.rstrip(".")) from error
        titles[text.move] = text.title
        for step in text.step:
            steps[f"{text.move}.{step.id}"] = _step(text.move, step, path)
    return Bank(register, titles, steps)


def _step(move: str, step: StepText, path: Path) -> Step:
    patterns = tuple(_pattern(f"{move}.{step.id}", one, path) for one in step.patterns)
    if len({one.id for one in patterns}) < len(patterns):
        raise TemplateBroken(path, f'the step "{step.id}" says a pattern twice')
    return Step(move, step.job, patterns, step.frames)


def _pattern(step: str, text: str, path: Path) -> Pattern:
    from hashlib import blake2b

    try:
        parts = read_pattern(text)
    except Refused as error:
        raise TemplateBroken(path, f'the pattern "{text}": {error}') from error
    name = blake2b(text.encode(), digest_size=4).hexdigest()
    needs = frozenset(Slot(slot.role, slot.form) for slot in slots(parts))
    letters = sum(map(len, fixed_words(parts)))
    return Pattern(f"{step}.{name}", text, parts, needs, every_slot(parts), letters)
