"""Preflight: a paper held against every rule of its conference."""

from collections.abc import Iterator, Sequence

from app.library.presets import FALLBACK, in_force
from app.model.base import Id
from app.model.brief import Brief
from app.model.finding import Finding, Outcome
from app.model.paper import Paper
from app.model.preset import FieldName, Preset
from app.review import (
    chart_rules,
    citation_rules,
    format_rules,
    handing_in,
    heading_rules,
    length_rules,
    section_rules,
    wording_rules,
)
from app.review.case import Case, Charted, Length

SUBJECTS = (
    length_rules,
    format_rules,
    heading_rules,
    section_rules,
    citation_rules,
    chart_rules,
    wording_rules,
    handing_in,
)
"""What is checked, subject by subject, in the order it is told."""


def check_paper(
    paper: Paper,
    brief: Brief,
    preset: Preset,
    fallen_back: Sequence[str],
    length: Length,
    missing: Sequence[FieldName] = (),
    unknown_cards: Sequence[Id] = (),
    *,
    charts: Sequence[Charted] = (),
    without_series: Sequence[Id] = (),
    file_name: str | None = None,
    subject: str | None = None,
) -> tuple[Finding, ...]:
    """Every finding on a paper of ours, the failed ones first.

    Args:
        paper: The paper, each sentence with its origin.
        brief: The brief it was made from.
        preset: The conference's own rules, unknown ones unknown.
        fallen_back: Dotted names of rules taken from the preset `default`.
        length: How long the paper is.
        missing: Fields of the heading nobody filled in.
        unknown_cards: Ids cited in passages that the brief does not hold.
        charts: The charts of the paper.
        without_series: Cards whose chart is asked for and that have none.
        file_name: What the file is called, its fields filled in.
        subject: The subject line of the message, its fields filled in.
    """
    case = Case(
        paper=paper,
        brief=brief,
        preset=preset,
        rules=in_force(preset).rules,
        fallen_back=tuple(fallen_back),
        length=length,
        missing=missing,
        unknown_cards=unknown_cards,
        charts=charts,
        without_series=without_series,
        file_name=file_name,
        subject=subject,
    )
    found = [finding for subject in SUBJECTS for finding in subject.check(case)]
    found += [*_conference(case), *_unknown(case)]
    order = (Outcome.FAILED, Outcome.ADVICE, Outcome.UNKNOWN, Outcome.PASSED)
    return tuple(sorted(found, key=lambda one: order.index(one.outcome)))


def _conference(case: Case) -> Iterator[Finding]:
    """That the brief is for another conference, where it is one's own brief."""
    meant = case.brief.assignment.conference
    if case.is_sample or meant == case.preset.id:
        return
    message = f"The brief is written for {meant}; this is {case.preset.id}."
    yield case.tell("conference", Outcome.ADVICE, message, fix="conference")


def _unknown(case: Case) -> Iterator[Finding]:
    """The rules nobody knows, in one finding that says whom to ask."""
    if case.preset.id == FALLBACK or not case.fallen_back:
        return
    listed = ", ".join(case.fallen_back)
    message = f"{case.preset.name} does not say: {listed}. Our rules stand in; ask."
    yield case.tell("unknown-rules", Outcome.UNKNOWN, message)
