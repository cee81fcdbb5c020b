"""Checking a preset's file: what is wrong, what is unknown, what falls back.

Everything is told with the line it stands on, so that an editor can go there.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from pydantic import ValidationError

from app.library import locations, presets, toml
from app.library.preset_lines import line_of
from app.model.base import Record
from app.model.errors import Unreadable
from app.model.finding import Finding, Outcome, Where
from app.model.preset import CitationForm, FieldName, Preset, SectionRule, Status

SUFFIXES = ("docx", "pdf", "doc", "txt", "odt", "rtf", "html", "md")
"""The kinds of file a conference can ask for."""

PLACEHOLDERS = frozenset(
    {*(one.value for one in FieldName), "code", "committee-short", "last-names"}
)
"""What may stand in braces in a file name or a subject line."""

RESERVED = frozenset({"all"})
"""Ids that a preset cannot have: `write --conference all` writes for every one."""

_LINE = re.compile(r"\bline (\d+)")
_DATE = re.compile(r"\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$")
_LIKE_DATE = re.compile(r"[\d\s./-]+$")
_BRACES = re.compile(r"\{([^{}]*)\}")
_HOUSE = "https://", "http://"
_LARGEST_MARGIN = 3
_SPACINGS = (0.5, 4)
_WHOLE = 1.001


class _Fault(NamedTuple):
    """One thing about one rule."""

    rule: str
    message: str
    outcome: Outcome = Outcome.FAILED


def find_preset(name: str) -> Path:
    """The file a person means: a path, or the file of a preset on the shelf.

    Raises:
        UnknownId: there is neither.
    """
    path = Path(name).expanduser()
    if path.is_file() or path.suffix == ".toml":
        return path
    return presets.file_of(name)


def check_preset(path: Path) -> tuple[Finding, ...]:
    """Everything about a preset's file: failed first, then advice, then unknown.

    Raises:
        Unreadable: there is no such file, or it cannot be opened.
    """
    try:
        table = {"id": path.stem} | presets.without_unknown(toml.read(path))
    except Unreadable as error:
        if not path.is_file():
            raise
        return (_broken(path, error),)
    text = path.read_text(encoding="utf-8-sig")
    try:
        preset = Preset.model_validate(table)
    except ValidationError as error:
        return tuple(
            _finding(path, text, steps, _Fault(".".join(map(str, steps)), said))
            for steps, said in _told(error)
        )
    faults = [*_faults(path, preset), *_unknown(preset)]
    found = [_finding(path, text, _steps(one.rule), one) for one in faults]
    if not any(one.outcome is Outcome.FAILED for one in found):
        found.append(_passed(path, preset))
    order = (Outcome.FAILED, Outcome.ADVICE, Outcome.UNKNOWN, Outcome.PASSED)
    return tuple(sorted(found, key=lambda one: order.index(one.outcome)))


def stated_rules(preset: Preset) -> tuple[str, ...]:
    """Dotted names of the rules a preset states, in the order of the schema."""
    return tuple(name for name, value in _rules(preset) if value is not None)


def unknown_rules(preset: Preset) -> tuple[str, ...]:
    """Dotted names of the rules a preset leaves unknown."""
    return tuple(name for name, value in _rules(preset) if value is None)


def _rules(preset: Record, prefix: str = "") -> Iterator[tuple[str, Any]]:
    """Every rule with its value, without what only tells about the conference."""
    for name in type(preset).model_fields:
        if not prefix and name in presets.ABOUT:
            continue
        value = getattr(preset, name)
        if isinstance(value, Record):
            yield from _rules(value, f"{prefix}{name}.")
        elif not isinstance(value, bool) or name != "label_free":
            yield f"{prefix}{name}", value


def _broken(path: Path, error: Unreadable) -> Finding:
    said = error.what.removeprefix(f"{path} could not be read: ")
    line = _LINE.search(said)
    where = Where(file=path.name, line=int(line[1]) if line else None)
    return Finding(rule="toml", outcome=Outcome.FAILED, message=said, where=(where,))


def _told(error: ValidationError) -> Iterator[tuple[tuple[int | str, ...], str]]:
    for steps, said in toml.complaints(error, Preset):
        yield steps, f"{said[0].upper()}{said[1:].rstrip('.')}."


def _steps(rule: str) -> tuple[int | str, ...]:
    return tuple(int(one) if one.isdigit() else one for one in rule.split("."))


def _finding(
    path: Path, text: str, steps: tuple[int | str, ...], fault: _Fault
) -> Finding:
    line = line_of(text, steps)
    is_silent = fault.outcome is Outcome.UNKNOWN and line is None
    where = () if is_silent else (Where(file=path.name, line=line),)
    return Finding(
        rule=fault.rule, outcome=fault.outcome, message=fault.message, where=where
    )


def _passed(path: Path, preset: Preset) -> Finding:
    stated, unknown = len(stated_rules(preset)), len(unknown_rules(preset))
    message = f"{path.name} can be used: {stated} rules stated, {unknown} unknown."
    return Finding(rule="preset", outcome=Outcome.PASSED, message=message)


def _faults(path: Path, preset: Preset) -> Iterator[_Fault]:
    yield from _about(path, preset)
    yield from _lengths(preset)
    yield from _pages(preset)
    yield from _headings(preset)
    yield from _sections(preset)
    yield from _citations(preset)
    yield from _files(preset)
    yield from _dates(preset)
    yield from _second_hand(preset)


def _about(path: Path, preset: Preset) -> Iterator[_Fault]:
    if preset.id != path.stem:
        yield _Fault("id", f'The id is "{preset.id}" but the file is "{path.name}".')
    if preset.id in RESERVED:
        message = f'"{preset.id}" already means something on the command line.'
        yield _Fault("id", message)
    if preset.format != 1:
        yield _Fault("format", f"Format {preset.format} is not known; 1 is.")
    url = preset.source_url
    if url and not url.startswith(_HOUSE):
        message = f'"{url}" is no web address; begin with https://.'
        yield _Fault("source_url", message)
    if not url and preset.status is not Status.OURS:
        message = "No source: nobody can look the rules up again."
        yield _Fault("source_url", message, Outcome.ADVICE)
    if not preset.year and preset.status is not Status.OURS:
        message = "No year: delegates cannot tell how old the rules are."
        yield _Fault("year", message, Outcome.ADVICE)
    if _overrides(path):
        message = f'This file stands in place of the shipped "{preset.id}".'
        yield _Fault("id", message, Outcome.ADVICE)


def _overrides(path: Path) -> bool:
    is_own = path.resolve().parent == presets.own_folder().resolve()
    return is_own and (presets.shipped_folder() / path.name).is_file()


def _lengths(preset: Preset) -> Iterator[_Fault]:
    limit = preset.limit
    if limit.min is not None and limit.max is not None and limit.min > limit.max:
        yield _Fault("limit.min", f"{limit.min:g} is more than {limit.max:g}.")
    for name in ("min", "max", "max_whole"):
        value = getattr(limit, name)
        if value is not None and value <= 0:
            yield _Fault(f"limit.{name}", f"{value:g} is no length.")
    if limit.max is not None and limit.unit is None:
        message = f"{limit.max:g} of what? Say pages or words; pages are assumed."
        yield _Fault("limit.unit", message, Outcome.ADVICE)


def _pages(preset: Preset) -> Iterator[_Fault]:
    page = preset.page
    small, large = page.points_min, page.points_max
    if small is not None and large is not None and small > large:
        yield _Fault("page.points_min", f"{small:g} is more than {large:g}.")
    if page.margin_inches is not None and not 0 <= page.margin_inches <= (
        _LARGEST_MARGIN
    ):
        message = f"{page.margin_inches:g} inches is no margin; 2.54 cm are 1 inch."
        yield _Fault("page.margin_inches", message)
    least, most = _SPACINGS
    if page.spacing is not None and not least <= page.spacing <= most:
        message = f"{page.spacing:g} is no spacing; 1 is single and 2 is double."
        yield _Fault("page.spacing", message)
    if page.spacings and page.spacing not in page.spacings:
        message = "The spacing in use is not among those allowed."
        yield _Fault("page.spacings", message)


def _headings(preset: Preset) -> Iterator[_Fault]:
    header = preset.header
    for name in header.labels or {}:
        if name not in (header.fields or ()):
            message = f"There is a word for {name.value}, which no field names."
            yield _Fault("header.labels", message, Outcome.ADVICE)
    named = {FieldName.SCHOOL, FieldName.DELEGATES} & set(header.fields or ())
    if preset.anonymous and named:
        said = " and ".join(sorted(one.value for one in named))
        message = f"The paper is anonymous, but the heading names {said}."
        yield _Fault("header.fields", message)


def _sections(preset: Preset) -> Iterator[_Fault]:
    known, placed = set(_passages()), set[str]()
    for at, rule in enumerate(preset.section or ()):
        for one in rule.passages:
            if one not in known:
                near = toml.nearest(one, known)
                hint = f" Did you mean {near[0]}?" if near else ""
                yield _Fault(f"section.{at}.passages", f'No passage "{one}".{hint}')
            elif one in placed:
                message = f"{one} already stands under another section."
                yield _Fault(f"section.{at}.passages", message)
            placed.add(one)
        yield from _moves(at, rule)
        if not rule.passages and not rule.moves and not rule.questions:
            message = f'"{rule.label}" holds no passage; it stays empty.'
            yield _Fault(f"section.{at}", message, Outcome.ADVICE)
    total = sum(one.weight or 0 for one in preset.section or ())
    if total > _WHOLE:
        yield _Fault("section", f"The weights come to {total:g}; 1 is the whole.")


def _moves(at: int, rule: SectionRule) -> Iterator[_Fault]:
    """Moves and steps that no example makes."""
    if not rule.moves:
        return
    known = set(_moves_known())
    for one in rule.moves:
        if one not in known:
            near = toml.nearest(one, known)
            hint = f" Did you mean {near[0]}?" if near else ""
            yield _Fault(f"section.{at}.moves", f'No move "{one}".{hint}')


def _moves_known() -> Iterator[str]:
    """Every move and every step of it: `M5`, `M5.allies`."""
    folder = locations.templates_root() / "patterns"
    for path in sorted(folder.glob("*/m*.toml")):
        table = toml.read(path)
        move = str(table.get("move", ""))
        yield move
        for step in table.get("step", []):
            yield f"{move}.{step.get('id', '')}"


def _passages() -> Iterator[str]:
    folder = locations.templates_root() / "genres"
    for path in sorted(folder.glob("*.toml")):
        for one in toml.read(path).get("passage", []):
            yield str(one.get("id", ""))


def _citations(preset: Preset) -> Iterator[_Fault]:
    citations = preset.citations
    folder = locations.templates_root() / "citations"
    known = [path.stem for path in sorted(folder.glob("*.toml"))]
    for style in citations.styles or ():
        if style not in known:
            message = f'No citation style "{style}"; there are {", ".join(known)}.'
            yield _Fault("citations.styles", message)
    if citations.forms and citations.form not in citations.forms:
        message = "The form in use is not among those allowed."
        yield _Fault("citations.forms", message)
    if preset.forbid.footnotes and citations.form is CitationForm.FOOTNOTES:
        message = "Footnotes are forbidden, and yet sources go into footnotes."
        yield _Fault("citations.form", message)


def _files(preset: Preset) -> Iterator[_Fault]:
    file = preset.file
    for name, pattern in (("name", file.name), ("subject", file.subject)):
        for inner in _BRACES.findall(pattern or ""):
            if inner.replace("_", "-") not in PLACEHOLDERS:
                near = toml.nearest(inner, PLACEHOLDERS)
                known = near or sorted(PLACEHOLDERS)
                message = f"{{{inner}}} is nothing we can fill in; try {known[0]}."
                yield _Fault(f"file.{name}", message)
    for suffix in file.formats or ():
        if suffix not in SUFFIXES:
            message = f'"{suffix}" is no kind of file we know: {", ".join(SUFFIXES)}.'
            yield _Fault("file.formats", message)


def _dates(preset: Preset) -> Iterator[_Fault]:
    for at, one in enumerate(preset.deadline):
        if _LIKE_DATE.match(one.when) and not _DATE.match(one.when):
            message = f'"{one.when}" is no date; write 2027-03-01, or words.'
            yield _Fault(f"deadline.{at}.when", message)


def _second_hand(preset: Preset) -> Iterator[_Fault]:
    stated = {*stated_rules(preset), *(["deadline"] if preset.deadline else [])}
    for name in preset.second_hand:
        if name not in stated:
            message = f'"{name}" is called second-hand, but the file does not state it.'
            yield _Fault("second_hand", message)


def _unknown(preset: Preset) -> Iterator[_Fault]:
    if preset.id == presets.FALLBACK:
        return
    ours = presets.in_force(preset)
    for name in ours.unknown:
        value: Any = ours.rules
        for step in name.split("."):
            value = getattr(value, step)
        message = f"Unknown; ours stands in: {said_value(value)}."
        yield _Fault(name, message, Outcome.UNKNOWN)
    silent = [one for one in unknown_rules(preset) if one not in ours.unknown]
    if silent:
        message = f"Unknown, and nothing stands in: {', '.join(silent)}."
        yield _Fault("unknown-rules", message, Outcome.UNKNOWN)


def said_value(value: Any) -> str:
    """The value of a rule as a person reads it; None is unknown."""
    if value is None:
        return "unknown"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return f"{value:g}"
    if isinstance(value, tuple | list):
        return ", ".join(said_value(one) for one in value) or "none"
    if isinstance(value, dict):
        return str(value.get("label") or value.get("purpose") or value)
    return str(value)
