"""Reading the TOML files that people write.

A mistake is answered with the file, the line and the column, and an unknown
key with the nearest known one; the file itself is left alone.
"""

import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, TypeVar

import tomli
from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from app.model.base import Record
from app.model.errors import Unreadable

R = TypeVar("R", bound=Record)

_SAID = 3
_PLACE = re.compile(r"\(at line (\d+), column (\d+)\)")
_CURLY = re.compile("[\u201c\u201d\u2018\u2019\u201e\u00ab\u00bb]")


def read(path: Path) -> dict[str, Any]:
    """The tables of a TOML file.

    Raises:
        Unreadable: it is missing, is not UTF-8 or breaks the rules of TOML.
    """
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError as error:
        raise Unreadable(path, "there is no such file") from error
    except UnicodeDecodeError as error:
        reason = f"byte {error.start + 1} is not UTF-8 text"
        raise Unreadable(path, reason, hint="Save it again as UTF-8.") from error
    except OSError as error:
        raise Unreadable(path, (error.strerror or str(error)).lower()) from error
    return parse(text, path)


def parse(text: str, path: Path) -> dict[str, Any]:
    """The tables of TOML text that came from `path`.

    Raises:
        Unreadable: the text breaks the rules of TOML.
    """
    text = text.replace("\r\n", "\n")
    try:
        return tomli.loads(text)
    except tomli.TOMLDecodeError as error:
        raise Unreadable(path, _explain(text, str(error))) from error


def to_record(model: type[R], table: Mapping[str, Any], path: Path) -> R:
    """A record made of a table that came from `path`.

    Raises:
        Unreadable: a key is unknown or a value has the wrong type.
    """
    try:
        return model.model_validate(dict(table))
    except ValidationError as error:
        raise Unreadable(path, complaint(error, model)) from error


def to_value(adapter: TypeAdapter[Any], table: Mapping[str, Any], path: Path) -> Any:
    """A value of any type made of a table that came from `path`.

    Raises:
        Unreadable: a key is unknown or a value has the wrong type.
    """
    try:
        return adapter.validate_python(dict(table))
    except ValidationError as error:
        raise Unreadable(path, complaint(error, None)) from error


def complaint(error: ValidationError, model: type[Record] | None) -> str:
    """The first problems of a record, named by key, with the nearest known key."""
    said = [one for _, one in complaints(error, model)]
    more = len(said) - _SAID
    return "; ".join(said[:_SAID]) + (f"; and {more} more" if more > 0 else "")


def complaints(
    error: ValidationError, model: type[Record] | None
) -> list[tuple[tuple[int | str, ...], str]]:
    """Every problem of a record: the steps to its key, and what is wrong there."""
    return [(detail["loc"], _one(detail, model)) for detail in error.errors()]


def nearest(wanted: str, known: Iterable[str], *, count: int = 1) -> list[str]:
    """The known words most like the wanted one, best first; none if all are far."""
    from rapidfuzz import fuzz, process

    hits = process.extract(wanted, list(known), scorer=fuzz.WRatio, limit=count)
    return [word for word, score, _ in hits if score >= 60]


def _one(detail: ErrorDetails, model: type[Record] | None) -> str:
    place = ".".join(str(step) for step in detail["loc"]) or "the file"
    if detail["type"] == "extra_forbidden":
        key = str(detail["loc"][-1])
        near = nearest(key, _keys(model, detail["loc"])) if model else []
        hint = f' (did you mean "{near[0]}"?)' if near else ""
        return f'unknown key "{place}"{hint}'
    if detail["type"] == "missing":
        return f'"{place}" is missing'
    return f'"{place}": {detail["msg"][0].lower()}{detail["msg"][1:]}'


def _keys(model: type[Record], place: tuple[int | str, ...]) -> list[str]:
    """The keys a table may have at this place of a record."""
    here: Any = model
    for step in place[:-1]:
        field = getattr(here, "model_fields", {}).get(step)
        if field is None:
            continue
        here = _inner(field.annotation)
    return [
        field.alias or name for name, field in getattr(here, "model_fields", {}).items()
    ]


def _inner(annotation: Any) -> Any:
    """The record inside a type such as `tuple[Card, ...] | None`."""
    for inner in getattr(annotation, "__args__", ()):
        found = _inner(inner)
        if hasattr(found, "model_fields"):
            return found
    return annotation


def _explain(text: str, message: str) -> str:
    found = _PLACE.search(message)
    if not found:
        return message[0].lower() + message[1:]
    row, column = int(found[1]), int(found[2])
    lines = text.split("\n")
    line = lines[row - 1] if row <= len(lines) else ""
    curly = _nearest_curly(line, column)
    if curly is not None:
        what = 'a curly quotation mark; TOML wants straight ones (")'
        return f"line {row}, column {curly}: {what}"
    indent = line[: len(line) - len(line.lstrip())]
    if "\t" in indent:
        return f"line {row}, column {indent.index(chr(9)) + 1}: a tab; use spaces"
    reason = _PLACE.sub("", message).strip()
    return f"line {row}, column {column}: {reason[0].lower()}{reason[1:]}"


def _nearest_curly(line: str, column: int) -> int | None:
    """The column of the curly mark nearest to a mistake; None: the line has none."""
    marks = [one.start() + 1 for one in _CURLY.finditer(line)]
    return min(marks, key=lambda one: abs(one - column), default=None)
