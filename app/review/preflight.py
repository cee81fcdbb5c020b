"""Preflight: a paper held against the rules of its conference."""

from collections.abc import Iterator, Sequence
from typing import Protocol

from app.model.base import Id
from app.model.brief import Brief
from app.model.finding import Finding, Outcome, Where
from app.model.paper import Mark, Origin, Paper, Paragraph
from app.model.preset import AiRule, CitationForm, FieldName, Preset

_QUOTED = 80
_STRICT = frozenset({AiRule.TOTAL, AiRule.WRITING})


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


def check_paper(
    paper: Paper,
    brief: Brief,
    preset: Preset,
    fallen_back: Sequence[str],
    length: Length,
    missing: Sequence[FieldName] = (),
    unknown_cards: Sequence[Id] = (),
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
    """
    found = [
        *_length(preset, length),
        *_header(preset, missing),
        *_own_words(paper, preset),
        *_sources(paper, preset),
        *_citations(unknown_cards),
        *_passages(brief),
        *_unknown(preset, fallen_back),
    ]
    order = (Outcome.FAILED, Outcome.ADVICE, Outcome.UNKNOWN, Outcome.PASSED)
    return tuple(sorted(found, key=lambda one: order.index(one.outcome)))


def _finding(
    preset: Preset, rule: str, outcome: Outcome, message: str, *where: Where
) -> Finding:
    return Finding(
        rule=rule,
        outcome=outcome,
        message=message,
        source=preset.source_url,
        year=preset.year,
        where=where,
    )


def _length(preset: Preset, length: Length) -> Iterator[Finding]:
    if length.room is None:
        return
    is_pages = str(length.unit) == "pages"
    used = f"{length.used:.2f}" if is_pages else f"{length.used:.0f}"
    said = f"{used} of {length.room:g} {length.unit}"
    if length.used <= length.room:
        yield _finding(preset, "length", Outcome.PASSED, f"The length fits: {said}.")
    else:
        message = f"The paper is too long: {said}. Shorten the longest passage."
        yield _finding(preset, "length", Outcome.FAILED, message)


def _header(preset: Preset, missing: Sequence[FieldName]) -> Iterator[Finding]:
    for name in missing:
        field = name.value.replace("-", " ")
        message = f"The heading has no {field}; add it under Assignment."
        yield _finding(preset, "header", Outcome.ADVICE, message)


def _own_words(paper: Paper, preset: Preset) -> Iterator[Finding]:
    places = tuple(_ours(paper))
    if paper.mark is Mark.SAMPLE:
        return
    if not places:
        message = "Every sentence is in the delegate’s own words."
        yield _finding(preset, "own-words", Outcome.PASSED, message)
        return
    strict = preset.own_words or preset.ai in _STRICT
    count = len(places)
    verb = "sentence is" if count == 1 else "sentences are"
    message = f"{count} {verb} still ours. Write them in your own words."
    if strict:
        message += " This conference asks for the delegate’s own words."
    outcome = Outcome.FAILED if strict else Outcome.ADVICE
    yield _finding(preset, "own-words", outcome, message, *places)


def _ours(paper: Paper) -> Iterator[Where]:
    number = 0
    for part in paper.parts:
        for section in part.sections:
            for block in section.blocks:
                if not isinstance(block, Paragraph):
                    continue
                number += 1
                for at, one in enumerate(block.sentences, start=1):
                    if one.origin in {Origin.SCAFFOLD, Origin.NEAR}:
                        yield Where(
                            passage=section.id,
                            paragraph=number,
                            sentence=at,
                            quote=one.prose[:_QUOTED],
                        )


def _sources(paper: Paper, preset: Preset) -> Iterator[Finding]:
    wanted = preset.citations.min_sources
    if wanted is None:
        return
    if preset.citations.form in {CitationForm.FOOTNOTES, CitationForm.ENDNOTES}:
        held = len(paper.notes)
    else:
        held = len(paper.references.entries) if paper.references else 0
    enough = held >= wanted
    message = f"{held} of {wanted} sources are cited."
    outcome = Outcome.PASSED if enough else Outcome.FAILED
    yield _finding(preset, "sources", outcome, message)


def _citations(unknown_cards: Sequence[Id]) -> Iterator[Finding]:
    for card in unknown_cards:
        message = (
            f"[@{card}] names no card of this brief; it stands as plain text. "
            "Use the card, or mend the id."
        )
        yield Finding(rule="citations", outcome=Outcome.FAILED, message=message)


def _passages(brief: Brief) -> Iterator[Finding]:
    for passage in brief.passages:
        held = {card.id for card in brief.cards}
        gone = [one for one in passage.cards_when_written if one not in held]
        if passage.text and gone:
            message = f'Cards of "{passage.id}" have changed since it was written.'
            yield Finding(
                rule="cards-changed",
                outcome=Outcome.ADVICE,
                message=message,
                where=(Where(passage=passage.id),),
            )


def _unknown(preset: Preset, fallen_back: Sequence[str]) -> Iterator[Finding]:
    if preset.id == "default" or not fallen_back:
        return
    listed = ", ".join(fallen_back)
    message = f"{preset.name} does not say: {listed}. Our rules stand in; ask."
    yield _finding(preset, "unknown-rules", Outcome.UNKNOWN, message)
