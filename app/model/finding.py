"""Findings: what one check of a paper came to."""

from enum import StrEnum

from app.model.base import Id, Line, Prose, Record


class Outcome(StrEnum):
    """How a check ended."""

    PASSED = "passed"
    FAILED = "failed"
    UNKNOWN = "unknown"
    ADVICE = "advice"


class Where(Record):
    """The place in a paper or a file that a finding is about."""

    passage: Id | None = None
    """The section of the brief."""

    paragraph: int | None = None
    """The paragraph, counted from 1."""

    sentence: int | None = None
    """The sentence within it, counted from 1."""

    file: Line | None = None
    """The file, where a file was checked."""

    line: int | None = None
    """The line in that file, counted from 1."""

    quote: Line | None = None
    """The words themselves, shortened."""


class Finding(Record):
    """One result of a check."""

    rule: Id
    """Which check: `length`, `own-words`, `page-numbers`."""

    outcome: Outcome
    """How it ended."""

    message: Prose
    """What was found, and what to do, in a sentence."""

    source: Line | None = None
    """Where the rule stands: an address or a manual."""

    year: Line | None = None
    """The year of the rule."""

    where: tuple[Where, ...] = ()
    """The places it is about."""

    fix: Id | None = None
    """The name of a fix that can be applied safely."""
