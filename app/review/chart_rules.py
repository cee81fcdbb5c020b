"""Charts: whether each can be shown, what its figures are, and who was asked."""

from collections.abc import Iterator

from app.model.finding import Finding, Outcome
from app.model.preset import Status
from app.review.case import Case, Charted

DRAWN_BY = 'pip install "communique[charts]"'
"""What brings the drawing of charts."""


def check(case: Case) -> Iterator[Finding]:
    """Every finding on the charts of a paper; none where there is no chart."""
    for card in case.without_series:
        message = (
            f"[@{card}, chart] shows nothing: the figures of this card do not stand "
            "for three years or more. Choose a card that has such figures (t at the "
            "record lists them), or take the line out."
        )
        yield case.tell("chart", Outcome.FAILED, message)
    for number, chart in enumerate(case.charts, start=1):
        yield from _figures(case, number, chart)
    if any(one.waits for one in case.charts):
        message = f"A chart stands as a table; {DRAWN_BY} draws it."
        yield case.tell("chart", Outcome.ADVICE, message)
    if case.charts and not case.is_sample and case.preset.status is not Status.OURS:
        message = (
            f"{case.preset.name} does not say whether a paper may hold a chart: ask."
        )
        yield case.tell("chart", Outcome.UNKNOWN, message)


def _figures(case: Case, number: int, chart: Charted) -> Iterator[Finding]:
    """That cards give other figures for a year, or that sources count differently."""
    if chart.disputed:
        years = ", ".join(map(str, chart.disputed))
        message = (
            f"Figure {number}: your cards give more than one figure for {years}; the "
            "first one is shown. Read both before you compare years."
        )
        yield case.tell("chart", Outcome.ADVICE, message)
    elif chart.many_sources:
        message = (
            f"Figure {number} puts figures of several sources side by side. They may "
            "count differently: read the cards before you compare years."
        )
        yield case.tell("chart", Outcome.ADVICE, message)
