"""Length: how long a paper is, against how long it may and must be."""

from collections.abc import Iterator
from math import ceil

from app.model.finding import Finding, Outcome
from app.model.preset import LimitPer, LimitUnit
from app.review.case import Case


def check(case: Case) -> Iterator[Finding]:
    """The upper limit, the lower one, and that of the whole paper."""
    yield from _most(case)
    yield from _least(case)
    yield from _whole(case)
    yield from _sources(case)


def _said(case: Case, bound: float) -> str:
    length = case.length
    unit = str(length.unit)
    used = f"{length.used:.2f}" if unit == "pages" else f"{length.used:.0f}"
    return f"{used} of {bound:g} {unit}"


def _worst(case: Case) -> Outcome:
    """What breaking a length costs; a usual length only advises."""
    usual = case.preset.limit.approximate
    return Outcome.ADVICE if usual else Outcome.FAILED


def _most(case: Case) -> Iterator[Finding]:
    room, limit = case.length.room, case.rules.limit
    if room is None:
        return
    if limit.per is LimitPer.TOPIC:
        room *= max(1, len(case.paper.parts))
    about = ("limit.unit", "limit.max")
    said = _said(case, room)
    for_each = " for each topic" if limit.per is LimitPer.TOPIC else ""
    if "limit.max" in case.fallen_back:
        yield from case.silent("length", "limit.max", f"{said}{for_each}.")
    elif case.length.used <= room:
        message = f"The length fits: {said}."
        yield case.tell("length", Outcome.PASSED, message, about=about)
    elif case.preset.limit.approximate:
        message = f"The paper is longer than usual: {said}."
        yield case.tell("length", Outcome.ADVICE, message, about=about)
    else:
        message = f"The paper is too long: {said}. Shorten the longest passage."
        yield case.tell("length", Outcome.FAILED, message, about=about)


def _least(case: Case) -> Iterator[Finding]:
    """The lower limit; a page that is begun counts as a page."""
    least = case.preset.limit.min
    if least is None:
        return
    about = ("limit.unit", "limit.min")
    is_pages = case.rules.limit.unit is not LimitUnit.WORDS
    if case.rules.limit.per is LimitPer.TOPIC:
        least *= max(1, len(case.paper.parts))
    held = ceil(case.length.used) if is_pages else case.length.used
    if held >= least:
        message = f"It is long enough: {_said(case, least)} at least."
        yield case.tell("minimum-length", Outcome.PASSED, message, about=about)
    else:
        message = (
            f"The paper is too short: {_said(case, least)} at least. {_more(case)}"
        )
        yield case.tell("minimum-length", _worst(case), message, about=about)


def _more(case: Case) -> str:
    """What lengthens a paper: more cards for an example, more of one's own words."""
    if not any(one.move for one in case.paper.sentences):
        return "Say more in your shortest passage."
    return (
        "The example already holds every picked card it can use: pick more cards, or "
        "write the passages in your own words at more length."
    )


def _whole(case: Case) -> Iterator[Finding]:
    most = case.preset.limit.max_whole
    if most is None:
        return
    said = _said(case, most)
    fits = case.length.used <= most
    message = f"The whole paper {'fits' if fits else 'is too long'}: {said}."
    outcome = Outcome.PASSED if fits else _worst(case)
    yield case.tell("whole-length", outcome, message, about=("limit.max_whole",))


def _sources(case: Case) -> Iterator[Finding]:
    about = "limit.excludes_sources"
    outside = case.preset.limit.excludes_sources
    if outside is None:
        yield from case.silent(
            "sources-in-length", about, "the list of sources is not counted."
        )
        return
    counted = "is not counted" if outside else "is counted"
    message = f"The list of sources {counted}."
    yield case.tell("sources-in-length", Outcome.PASSED, message, about=(about,))
