"""Figures by year, as a delegate types them: `2019: 94; 2020: 1,094`."""

import re

from app.model.card import Figure
from app.model.errors import Trouble

EXAMPLE = "2019: 94; 2020: 131; 2021: 62"
"""How figures by year are typed."""

_PAIR = re.compile(
    r"((?:18|19|20)\d{2})\s*[:=]\s*(\d{1,3}(?:,\d{3}){1,4}|\d{1,15})(\.\d{1,9})?(?!\d)"
)
"""A year and its figure, of fifteen digits at most: more than anything counted has."""

_BETWEEN = re.compile(r"[\s;,]*")


class NoFigures(Trouble):
    """What was typed is not a row of years with their figures."""


def figures_by_year(counted: str, typed: str) -> tuple[Figure, ...]:
    """The figures a delegate typed; none where nothing was.

    Args:
        counted: What was counted: `victims identified`.
        typed: The years with their figures.

    Raises:
        NoFigures: it cannot be understood, or nobody said what was counted.
    """
    if not typed.strip():
        return ()
    if _BETWEEN.fullmatch(_PAIR.sub("", typed)) is None:
        raise NoFigures(f"Write years and figures like this: {EXAMPLE}.")
    if not counted:
        raise NoFigures("Say what these figures count: victims identified.")
    return tuple(
        Figure(value=_value(found), unit=counted, what=counted, year=int(found[1]))
        for found in _PAIR.finditer(typed)
    )


def _value(found: re.Match[str]) -> int | float:
    whole = found[2].replace(",", "")
    return float(f"{whole}{found[3]}") if found[3] else int(whole)
