"""Faults: what is wrong with one entry of a dossier, before its line is known."""

from typing import NamedTuple

from app.model.finding import Outcome


class Fault(NamedTuple):
    """One thing that is wrong, or could be better, about one entry."""

    rule: str
    """Which check found it: `links`, `forms`."""

    entry: str
    """The id of the card, source or line it is about."""

    message: str
    """What is wrong and what to do, in a sentence that names the entry."""

    quote: str | None = None
    """The words themselves, where a wording is at fault."""

    outcome: Outcome = Outcome.FAILED
    """Whether it breaks a rule or only could be better."""
