"""Where in a preset's file a rule stands."""

import re
from collections.abc import Sequence

_TABLE = re.compile(r"^\s*\[\s*([A-Za-z0-9_.\s\"-]+?)\s*\]\s*(?:#.*)?$")
_TABLES = re.compile(r"^\s*\[\[\s*([A-Za-z0-9_.\s\"-]+?)\s*\]\]\s*(?:#.*)?$")
_KEY = re.compile(r"^\s*([A-Za-z0-9_-]+|\"[^\"]*\")\s*((?:\.\s*[A-Za-z0-9_-]+\s*)*)=")

Steps = tuple[int | str, ...]
"""The way to a rule: `("page", "spacing")`, `("section", 1, "label")`."""


def line_of(text: str, steps: Sequence[int | str]) -> int | None:
    """The line of a rule, counted from 1, or of the table it would stand in.

    None where the file has neither.
    """
    known = _lines(text)
    way: Steps = tuple(steps)
    while way:
        if way in known:
            return known[way]
        way = way[:-1]
    return None


def _lines(text: str) -> dict[Steps, int]:
    """Every rule and table of the file, and the line it begins on."""
    found: dict[Steps, int] = {}
    counts: dict[str, int] = {}
    table: Steps = ()
    for row, line in enumerate(text.splitlines(), 1):
        if many := _TABLES.match(line):
            name = _bare(many[1])
            counts[name] = counts.get(name, -1) + 1
            table = (*name.split("."), counts[name])
            found.setdefault(table[:-1], row)
            found[table] = row
        elif one := _TABLE.match(line):
            table = tuple(_bare(one[1]).split("."))
            found[table] = row
        elif key := _KEY.match(line):
            inner = [_bare(step) for step in key[2].split(".") if step.strip()]
            found.setdefault((*table, _bare(key[1]), *inner), row)
    return found


def _bare(name: str) -> str:
    return name.replace('"', "").replace(" ", "")
