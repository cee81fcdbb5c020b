"""Checking files of patterns: what is wrong, with the file and the line.

The formal register is the measure: it says which moves have which steps, and
who and what can fill the blanks of each.
"""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from app.drafting.bank import BLANK, MoveText, StepText, open_bank
from app.drafting.pattern_grammar import Nodes, Refused, every_slot, read_pattern
from app.library import toml
from app.model.brief import Register
from app.model.errors import Unreadable
from app.model.finding import Finding, Outcome, Where

ENOUGH = 8
"""Patterns a step needs, so that two papers seldom say the same."""

COMMON: Mapping[str, frozenset[str]] = {
    "country": frozenset({"name", "of", "adjective", "capital"}),
    "topic": frozenset({"name"}),
}
"""Roles that every step knows, with their forms."""

FORMS: Mapping[str, frozenset[str]] = {
    **COMMON,
    "line": frozenset(
        {"claim", "claim_low", "because", "again", "again_low", "parts", "count"}
    ),
    "strand": frozenset({"part", "gap", "gap_low"}),
}
"""Roles whose forms do not come from a card."""

STOPS = (".", "?")
"""How a sentence may end."""


class _Text(NamedTuple):
    """One file, as it stands on the disk."""

    path: Path
    """The file."""

    lines: tuple[str, ...]
    """Its lines."""

    def finding(
        self, rule: str, message: str, quote: str | None = None, *, nth: int = 1
    ) -> Finding:
        """A failed finding at the line that holds the quoted words."""
        line = self._line(quote, nth) if quote else None
        where = Where(file=self.path.name, line=line, quote=quote)
        return Finding(
            rule=rule, outcome=Outcome.FAILED, message=message, where=(where,)
        )

    def _line(self, quote: str, nth: int) -> int | None:
        """The line, counted from 1, on which the words stand for the nth time."""
        escaped = quote.replace("\\", "\\\\").replace('"', '\\"')
        found = [
            number
            for number, line in enumerate(self.lines, start=1)
            if quote in line or escaped in line
        ]
        return found[min(nth, len(found)) - 1] if found else None


def check_patterns(path: Path) -> tuple[Finding, ...]:
    """Everything wrong with a file of patterns, or with all files of a folder.

    A file without a fault gets one finding that says so.

    Raises:
        Unreadable: there is no such file, or the folder holds no patterns.
    """
    files = sorted(path.glob("*.toml")) if path.is_dir() else [path]
    if not files:
        reason = "there is no file of patterns in it"
        raise Unreadable(path, reason, hint="Patterns stand in files named m1.toml.")
    return tuple(one for file in files for one in _check_file(file))


def _check_file(path: Path) -> Iterator[Finding]:
    try:
        table = toml.read(path)
        text = _Text(path, tuple(path.read_text("utf-8-sig").splitlines()))
        move = toml.to_record(MoveText, table, path)
    except Unreadable as error:
        if not path.is_file():
            raise
        where = Where(file=path.name)
        yield Finding(
            rule="file", outcome=Outcome.FAILED, message=error.what, where=(where,)
        )
        return
    found = [*_move(text, move)]
    yield from found
    if not found:
        count = sum(len(step.patterns) for step in move.step)
        message = f"{count} patterns in {len(move.step)} steps; nothing is wrong."
        where = Where(file=path.name)
        yield Finding(
            rule="patterns", outcome=Outcome.PASSED, message=message, where=(where,)
        )


def _move(text: _Text, move: MoveText) -> Iterator[Finding]:
    measure = open_bank(Register.FORMAL)
    if move.move not in measure.titles:
        near = _near(move.move, measure.titles)
        message = f'There is no move "{move.move}".{near}'
        yield text.finding("move", message, move.move)
        return
    known = [
        name.partition(".")[2]
        for name, step in measure.steps.items()
        if step.move == move.move
    ]
    here = [step.id for step in move.step]
    for missing in (one for one in known if one not in here):
        message = f'{move.move} lacks the step "{missing}"; every register needs it.'
        yield text.finding("step", message)
    for step in move.step:
        if step.id not in known:
            near = _near(step.id, known)
            message = f'{move.move} has no step "{step.id}".{near}'
            yield text.finding("step", message, f'"{step.id}"')
        elif here.count(step.id) > 1:
            message = f'The step "{step.id}" stands here twice.'
            yield text.finding("twice", message, f'"{step.id}"', nth=2)
        yield from _step(text, move.move, step)


def _step(text: _Text, move: str, step: StepText) -> Iterator[Finding]:
    name = f"{move}.{step.id}"
    model = open_bank(Register.FORMAL).steps.get(name)
    needed = min(ENOUGH, len(model.patterns)) if model else ENOUGH
    if len(step.patterns) < needed:
        message = f"{name} has {len(step.patterns)} patterns; it needs {needed}."
        yield text.finding("few", message, f'"{step.id}"')
    if not step.frames:
        message = f"{name} has no frame to write in; give it one or two."
        yield text.finding("frames", message, f'"{step.id}"')
    yield from _repeated(text, name, (*step.patterns, *step.frames))
    for pattern in step.patterns:
        yield from _pattern(text, name, pattern)
    for frame in step.frames:
        yield from _frame(text, name, frame)


def _repeated(text: _Text, name: str, said: tuple[str, ...]) -> Iterator[Finding]:
    seen: dict[str, int] = {}
    for one in said:
        plain = " ".join(one.lower().split())
        seen[plain] = seen.get(plain, 0) + 1
        if seen[plain] == 2:
            message = f"{name} says this twice."
            yield text.finding("twice", message, one, nth=2)


def _pattern(text: _Text, name: str, pattern: str) -> Iterator[Finding]:
    if not pattern.endswith(STOPS):
        yield text.finding("stop", f"{name}: a pattern ends with a full stop.", pattern)
    if BLANK in pattern:
        message = f"{name}: a blank belongs in a frame, not in a pattern."
        yield text.finding("blank", message, pattern)
    try:
        parts = read_pattern(pattern)
    except Refused as error:
        yield text.finding("syntax", f"{name}: {error}.", pattern)
        return
    for reason in _unknown(name, parts):
        yield text.finding("slot", f"{name}: {reason}", pattern)


def _frame(text: _Text, name: str, frame: str) -> Iterator[Finding]:
    if BLANK not in frame:
        message = f"{name}: a frame needs a blank, {BLANK}, to write in."
        yield text.finding("blank", message, frame)
    if not frame.endswith(STOPS):
        yield text.finding("stop", f"{name}: a frame ends with a full stop.", frame)
    if "{{" in frame or "{%" in frame:
        message = f"{name}: a frame has blanks for the delegate, not braces."
        yield text.finding("syntax", message, frame)


def _unknown(name: str, parts: Nodes) -> Iterator[str]:
    """Roles that the step does not know, and forms that a role does not have."""
    roles = _roles().get(name)
    if roles is None:
        return
    for slot in dict.fromkeys(every_slot(parts)):
        if slot.role not in roles:
            known = ", ".join(sorted(roles))
            yield f'nobody fills "{slot.role}" here; there are {known}.'
        elif slot.form not in _forms()[slot.role]:
            forms = ", ".join(sorted(_forms()[slot.role]))
            yield f'"{slot.role}" has no form "{slot.form}"; there are {forms}.'


@lru_cache(maxsize=1)
def _roles() -> Mapping[str, frozenset[str]]:
    """Step to the roles that fill its blanks, as the formal register shows."""
    return {
        name: frozenset(COMMON).union(
            slot.role for pattern in step.patterns for slot in every_slot(pattern.parts)
        )
        for name, step in open_bank(Register.FORMAL).steps.items()
    }


@lru_cache(maxsize=1)
def _forms() -> Mapping[str, frozenset[str]]:
    """Role to its forms; what can be a clause can be a noun phrase as well."""
    found: dict[str, set[str]] = {role: set(forms) for role, forms in FORMS.items()}
    for pattern in open_bank(Register.FORMAL).patterns():
        for slot in every_slot(pattern.parts):
            found.setdefault(slot.role, set()).add(slot.form)
    for forms in found.values():
        if "clause" in forms:
            forms.add("np")
    return {role: frozenset(forms) for role, forms in found.items()}


def _near(wanted: str, known: "Mapping[str, str] | list[str]") -> str:
    near = toml.nearest(wanted, known)
    return f' Did you mean "{near[0]}"?' if near else ""
