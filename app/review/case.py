"""A case: one paper, the rules it is held against, and how a rule is told."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple, Protocol

from app.model.base import Id, Line
from app.model.brief import Brief
from app.model.finding import Finding, Outcome, Where
from app.model.memory import Memory
from app.model.paper import Mark, Paper, Paragraph
from app.model.preset import FieldName, Preset, Status

SECOND_HAND = " Others report this; the conference itself may not say it."
"""What is said of a rule that the conference did not publish itself."""

_QUOTED = 80

_TOLD = Memory(4)
"""The sentences of papers; more than one rule reads them."""


class Length(Protocol):
    """How long a paper is, in the unit its conference counts."""

    @property
    def unit(self) -> str:
        """`pages` or `words`."""

    @property
    def used(self) -> float:
        """How much it takes."""

    @property
    def room(self) -> float | None:
        """How much it may take; None: there is no limit."""


class Charted(Protocol):
    """A chart of the paper, as far as a check goes."""

    @property
    def disputed(self) -> tuple[int, ...]:
        """Years for which cards give different figures."""

    @property
    def many_sources(self) -> bool:
        """Whether its figures stand in more than one source."""

    @property
    def waits(self) -> bool:
        """Whether it stands as a table only because nothing here can draw it."""


class Said(NamedTuple):
    """One sentence of a paper and where it stands."""

    text: str
    """Its words without citations."""

    passage: Id
    """The section it stands in."""

    paragraph: int
    """The paragraph, counted from 1 through the paper."""

    sentence: int
    """The sentence, counted from 1 within the paragraph."""

    @property
    def where(self) -> Where:
        """Its place."""
        return Where(
            passage=self.passage,
            paragraph=self.paragraph,
            sentence=self.sentence,
            quote=self.text[:_QUOTED],
        )


class Case(NamedTuple):
    """One paper held against one conference's rules."""

    paper: Paper
    """The paper, each sentence with its origin."""

    brief: Brief
    """The brief it was made from."""

    preset: Preset
    """The conference's own rules, unknown ones unknown."""

    rules: Preset
    """The rules in force, ours where the conference is silent."""

    fallen_back: Sequence[str]
    """Dotted names of the rules that are ours."""

    length: Length
    """How long the paper is."""

    missing: Sequence[FieldName] = ()
    """Fields of the heading nobody filled in."""

    unknown_cards: Sequence[Id] = ()
    """Ids cited in passages that the brief does not hold."""

    charts: Sequence[Charted] = ()
    """The charts of the paper, in reading order."""

    without_series: Sequence[Id] = ()
    """Cards whose chart is asked for and that have none."""

    file_name: Line | None = None
    """What the file is called; None: nobody asked."""

    subject: Line | None = None
    """The subject line of the message; None: the conference has none."""

    @property
    def is_sample(self) -> bool:
        """Whether the paper was made to teach with and will not be handed in."""
        return self.paper.mark is Mark.SAMPLE

    @property
    def sentences(self) -> tuple[Said, ...]:
        """Every sentence with its place, in reading order."""
        return _TOLD.of((self.paper,), (), lambda: _sentences(self.paper))

    def tell(
        self,
        rule: str,
        outcome: Outcome,
        message: str,
        *,
        about: Sequence[str] = (),
        where: Sequence[Where] = (),
        fix: str | None = None,
    ) -> Finding:
        """A finding with the source and the year of the rules.

        Args:
            rule: Which check.
            outcome: How it ended.
            message: What was found, in a sentence.
            about: Dotted names of the rules it is about.
            where: The places.
            fix: The name of a fix that is safe.
        """
        if not set(about).isdisjoint(self.preset.second_hand):
            message += SECOND_HAND
        source, year = self.preset.source_url, self.preset.year
        return _finding(rule, outcome, message, source, year, tuple(where), fix)

    def silent(self, rule: str, dotted: str, ours: str) -> Iterator[Finding]:
        """That the conference does not say it, where a rule of ours stands in."""
        if dotted in self.fallen_back:
            message = f"Not stated; ours stands in: {ours}"
            yield self.tell(rule, Outcome.UNKNOWN, message)

    def states(self, dotted: str) -> bool:
        """Whether the conference states a rule; our own preset never does."""
        if self.preset.status is Status.OURS:
            return False
        value: object = self.preset
        for step in dotted.split("."):
            value = getattr(value, step)
        return value is not None


def _sentences(paper: Paper) -> tuple[Said, ...]:
    found: list[Said] = []
    number = 0
    for part in paper.parts:
        for section in part.sections:
            for block in section.blocks:
                if isinstance(block, Paragraph):
                    number += 1
                    found += [
                        Said(one.prose, section.id, number, at)
                        for at, one in enumerate(block.sentences, start=1)
                    ]
    return tuple(found)


@lru_cache(maxsize=512)
def _finding(
    rule: str,
    outcome: Outcome,
    message: str,
    source: str | None,
    year: str | None,
    where: tuple[Where, ...],
    fix: str | None,
) -> Finding:
    """A finding; most papers of a conference have the same."""
    return Finding(
        rule=rule,
        outcome=outcome,
        message=message,
        source=source,
        year=year,
        where=where,
        fix=fix,
    )
