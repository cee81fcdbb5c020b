"""What commands say: data to standard output, talk to standard error."""

import json
import sys
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from app.model.finding import Finding, Where

MARKS = {
    "passed": "ok",
    "failed": "FAILED",
    "unknown": "unknown",
    "advice": "advice",
}
"""How an outcome is printed."""


def data(text: str, *, at_once: bool = False) -> None:
    """Print a line that another program may read, `at_once` without waiting."""
    sys.stdout.write(text if text.endswith("\n") else f"{text}\n")
    if at_once:
        sys.stdout.flush()


def talk(text: str) -> None:
    """Print a line for the person at the keyboard."""
    sys.stderr.write(f"{text}\n")


def records(rows: Iterable[Sequence[str]]) -> None:
    """Print a list: columns for a person, tabs without a header for a program."""
    rows = [tuple(cell.replace("\t", " ") for cell in row) for row in rows]
    if not sys.stdout.isatty() or not rows:
        for row in rows:
            data("\t".join(row))
        return
    widths = [max(len(row[at]) for row in rows) for at in range(len(rows[0]) - 1)]
    for row in rows:
        padded = [cell.ljust(width) for cell, width in zip(row, widths, strict=False)]
        data("  ".join((*padded, row[-1])).rstrip())


def as_json(value: Any) -> None:
    """Print a value as JSON."""
    data(json.dumps(value, ensure_ascii=False, indent=2))


def findings(found: Sequence["Finding"], *, form: str, name: str = "") -> None:
    """Print findings as text, one a line with its places below, or as JSON."""
    if form == "json":
        as_json(
            [
                {"file": name} | one.model_dump(mode="json", exclude_none=True)
                for one in found
            ]
        )
        return
    for one in found:
        lead = f"{name}: " if name else ""
        year = f" ({one.year})" if one.year else ""
        data(f"{MARKS[one.outcome]:8}{lead}{one.rule}: {one.message}{year}")
        for place in one.where:
            data(f"        {where(place)}")
    for source, of_year in dict.fromkeys((one.source, one.year) for one in found):
        if source:
            data(f"rules   {of_year or 'undated'}: {source}")


def where(place: "Where") -> str:
    """A place in words."""
    steps = []
    if place.file:
        steps.append(place.file + (f", line {place.line}" if place.line else ""))
    if place.passage:
        steps.append(place.passage)
    if place.paragraph:
        steps.append(f"paragraph {place.paragraph}")
    if place.sentence:
        steps.append(f"sentence {place.sentence}")
    said = ", ".join(steps)
    return f"{said}: {place.quote}" if place.quote else said


def progress(done: int, whole: int, what: str) -> None:
    """Show how far long work is, where somebody watches."""
    if sys.stderr.isatty():
        end = "\n" if done == whole else ""
        sys.stderr.write(f"\r{what} {done} of {whole}{end}")
        sys.stderr.flush()
