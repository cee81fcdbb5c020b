"""Dated cards in order of time, and figures that have a series as bars of text."""

import re
from collections.abc import Iterator, Sequence

from textual.content import Content

from app.model.card import Card, Kind
from app.model.series import Series, Value, all_series
from app.tui.wording import cut, short
from app.tui.work import Work

WIDEST = 34
"""Characters of the longest bar."""

_DATE = re.compile(r"\b((?:19|20)\d{2})(?:-(\d{2}))?(?:-(\d{2}))?")


def began(card: Card) -> str | None:
    """When a card begins, as far as is known: `2003`, `2003-06-25`; None: undated."""
    found = _DATE.search(card.date or "")
    return "-".join(part for part in found.groups() if part) if found else None


def timeline(work: Work) -> Content:
    """The dated steps and deeds in order of time, those in the paper marked."""
    dated = [(began(card), card) for card in work.cards(Kind.RECORD, Kind.TIMELINE)]
    known = sorted(
        ((when, card) for when, card in dated if when), key=lambda one: one[0]
    )
    if not known:
        return Content(
            "No card of the record has a date yet: Esc, then a adds one of yours.\n"
        )
    parts = [Content.styled("In order of time ([x]: in your paper)\n", "bold")]
    for when, card in known:
        mark = "[x]" if work.is_used(card.id) else "[ ]"
        line = f"{cut(short(card), 54)}\n"
        parts.append(Content.assemble((f"{when:<10} ", "bold"), f"{mark} {line}"))
    undated = len(dated) - len(known)
    if undated:
        parts.append(Content.styled(f"{undated} more have no date.\n", "$text-muted"))
    return Content("").join(parts)


def plots(work: Work) -> Content:
    """Every series as bars of text, one year a line."""
    found = all_series(work.cards(*Kind))
    if not found:
        return Content("No figure of this dossier stands for three years or more.\n")
    parts = []
    for one in found:
        parts.append(Content.styled(f"{one.unit}: {one.what}\n", "bold"))
        parts += [Content(f"{line}\n") for line in bars(one)]
        parts.append(Content("\n"))
    warning = "Sources count differently: read the cards before you compare years.\n"
    parts.append(Content.styled(warning, "$text-muted"))
    return Content("").join(parts)


def bars(one: Series) -> Iterator[str]:
    """A line for each year: the year, its bar, its value; `-` where none is known."""
    known = one.known
    lengths = _lengths(list(known.values()))
    for year in one.years:
        if year in known:
            yield f"{year}  {'#' * lengths[known[year]]} {known[year]}"
        else:
            yield f"{year}  -"


def _lengths(values: Sequence[Value]) -> dict[Value, int]:
    """How long the bar of each value is; words rank in the order of the alphabet."""
    numbers = [one for one in values if isinstance(one, int | float)]
    if len(numbers) == len(values):
        top = max(max(numbers), 1)
        return {one: max(0, round(one / top * WIDEST)) for one in numbers}
    ranked = sorted({*values}, key=str)
    step = WIDEST // len(ranked)
    return {one: (at + 1) * step for at, one in enumerate(ranked)}
