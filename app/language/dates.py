"""Dates of sources and sessions, said in words. Nothing here reads a clock."""

import re
from datetime import date, timedelta

MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
"""The names of the months."""

_ISO = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$")


def day(text: str | None) -> date | None:
    """The day a text such as `2026-10-05` names; None where it names none."""
    try:
        return date.fromisoformat(text or "")
    except ValueError:
        return None


def in_words(text: str, *, american: bool = False) -> str:
    """An ISO date in words: `5 October 2026`; other text as it is."""
    found = _ISO.match(text)
    if not found:
        return text
    year, month, number = found[1], found[2], found[3]
    if not month or not 1 <= int(month) <= 12:
        return year
    name = MONTHS[int(month) - 1]
    if not number:
        return f"{name} {year}"
    if american:
        return f"{name} {int(number)}, {year}"
    return f"{int(number)} {name} {year}"


def weeks_after(start: date, weeks: int) -> date:
    """The day that lies a number of weeks later."""
    return start + timedelta(weeks=weeks)
