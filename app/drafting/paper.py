"""A brief becomes a paper: passages and examples, cited, headed and cut to fit.

What a delegate wrote is never cut and never changed. Where a passage is still
empty its example stands in, and only examples are shortened to fit the page.
"""

from collections.abc import Callable, Collection, Sequence
from typing import NamedTuple

from app.drafting.bank import open_bank
from app.drafting.budget import extent
from app.drafting.citations import Cited, cite
from app.drafting.genres import Genre, open_genre
from app.drafting.heading import heading
from app.drafting.outline import Need, outline
from app.drafting.scaffold import ScaffoldSentence, optional_units, scaffold
from app.language.grammar import join_names
from app.language.sentences import paragraphs, split
from app.model.base import Id, Ids, Record
from app.model.brief import Brief, Spelling
from app.model.paper import (
    Mark,
    Origin,
    Paper,
    Paragraph,
    Part,
    Properties,
    Section,
    Sentence,
)
from app.model.preset import Preset

Sentences = tuple[ScaffoldSentence, ...]
"""An example, sentence by sentence."""

Reshape = Callable[[Sentences], Sentences]
"""Changes an example before it is cut to fit, as a teacher's faults do."""


class Drafted(Record):
    """A paper, and what a check should know of how it came about."""

    paper: Paper
    """The paper."""

    unknown_cards: tuple[Id, ...] = ()
    """Ids that a passage cites and the brief does not hold."""

    without_source: tuple[Id, ...] = ()
    """Cards that are cited and have no source."""


class _Said(NamedTuple):
    """One sentence on its way into the paper."""

    text: str
    passage: str
    paragraph: int
    step: str | None
    cards: Ids = ()


def draft_paper(
    brief: Brief, rules: Preset, mark: Mark, reshape: Reshape | None = None
) -> Drafted:
    """The paper of a brief under rules that are in force.

    Sentences of the example carry the origin `scaffold`; those of the delegate
    carry none until somebody measures them.

    Raises:
        Trouble: a pattern, a genre or a citation style cannot be read.
    """
    genre = open_genre()
    bank = open_bank(brief.settings.register_)
    plan = outline(brief)
    empty = {one.id for one in genre.passage if not brief.passage(one.id).text}

    def example(units: Collection[str], *, terse: bool) -> Sentences:
        shorter = plan.without(units)
        whole = scaffold(brief, shorter, bank, terse=terse)
        reshaped = reshape(whole) if reshape else whole
        return tuple(one for one in reshaped if one.passage in empty)

    def drafted(*, terse: bool) -> Drafted:
        whole = example((), terse=terse)
        optional = optional_units(whole)
        held = optional if terse else _spare(whole, optional)

        def attempt(dropped: Collection[str]) -> Drafted:
            kept = example(dropped, terse=terse) if dropped else whole
            return _assembled(brief, rules, mark, genre, kept)

        return _longest_that_fits(attempt, held, rules)

    at_length = drafted(terse=False)
    if not empty or extent(at_length.paper, rules).fits:
        return at_length
    return drafted(terse=True)


def _spare(
    example: Sequence[ScaffoldSentence], optional: Sequence[str]
) -> tuple[str, ...]:
    """What may go before the wording has to become terse."""
    musts = {one.unit for one in example if one.need is Need.MUST}
    return tuple(unit for unit in optional if unit not in musts)


def _longest_that_fits(
    attempt: Callable[[Collection[str]], Drafted], units: Sequence[str], rules: Preset
) -> Drafted:
    """The longest paper within the limit: drop from the front, put back what fits."""
    whole = attempt(())
    if not units or extent(whole.paper, rules).fits:
        return whole
    too_few, enough = 0, len(units)
    best = attempt(units)
    while enough - too_few > 1:
        middle = (too_few + enough) // 2
        tried = attempt(units[:middle])
        if extent(tried.paper, rules).fits:
            best, enough = tried, middle
        else:
            too_few = middle
    dropped = list(units[:enough])
    for unit in units[: enough - 1][::-1]:
        without = [one for one in dropped if one != unit]
        tried = attempt(without)
        if extent(tried.paper, rules).fits:
            best, dropped = tried, without
    return best


def _assembled(
    brief: Brief,
    rules: Preset,
    mark: Mark,
    genre: Genre,
    example: Sequence[ScaffoldSentence],
) -> Drafted:
    said = _said(brief, genre, example)
    cited = cite([one.text for one in said], brief, rules)
    assignment = brief.assignment
    paper = Paper(
        preset=rules.id,
        mark=mark,
        title=genre.title if rules.header.title else None,
        header=heading(assignment, rules),
        parts=(
            Part(topic=assignment.topic, sections=_sections(said, cited, genre, rules)),
        ),
        notes=cited.notes,
        references=cited.references,
        properties=_properties(brief, rules, mark),
    )
    return Drafted(
        paper=paper, unknown_cards=cited.unknown, without_source=cited.without_source
    )


def _said(
    brief: Brief, genre: Genre, example: Sequence[ScaffoldSentence]
) -> list[_Said]:
    """Every sentence in reading order, the delegate's where there are any."""
    found: list[_Said] = []
    for plan in genre.passage:
        own = brief.passage(plan.id).text
        for at, paragraph in enumerate(paragraphs(own)):
            found.extend(_Said(one, plan.id, at, None) for one in split(paragraph))
        found.extend(
            _Said(one.text, plan.id, 0, one.step, one.cards)
            for one in example
            if one.passage == plan.id
        )
    return found


def _sections(
    said: Sequence[_Said], cited: Cited, genre: Genre, rules: Preset
) -> tuple[Section, ...]:
    blocks = _blocks(said, cited)
    if not rules.section:
        return tuple(
            Section(id=plan.id, blocks=tuple(blocks[plan.id]))
            for plan in genre.passage
            if plan.id in blocks
        )
    left = dict(blocks)
    sections: list[Section] = []
    for at, rule in enumerate(rules.section):
        wanted = [one for one in rule.passages if one in left]
        if at == len(rules.section) - 1:
            wanted = [one for one in genre.titles if one in left]
        held = [block for one in wanted for block in left.pop(one)]
        sections.append(
            Section(id=f"section-{at + 1}", title=rule.label, blocks=tuple(held))
        )
    return tuple(sections)


def _blocks(said: Sequence[_Said], cited: Cited) -> dict[str, list[Paragraph]]:
    """Passage to its paragraphs."""
    grouped: dict[tuple[str, int], list[Sentence]] = {}
    for one, spans, cards in zip(said, cited.sentences, cited.cards, strict=True):
        sentence = Sentence(
            spans=spans,
            cards=one.cards or cards,
            origin=Origin.SCAFFOLD if one.step else None,
            move=one.step,
        )
        grouped.setdefault((one.passage, one.paragraph), []).append(sentence)
    blocks: dict[str, list[Paragraph]] = {}
    for (passage, _), sentences in grouped.items():
        blocks.setdefault(passage, []).append(Paragraph(sentences=tuple(sentences)))
    return blocks


def _properties(brief: Brief, rules: Preset, mark: Mark) -> Properties:
    assignment = brief.assignment
    delegation = assignment.delegation
    author = join_names(delegation.delegates) or delegation.school
    british = brief.settings.spelling is Spelling.BRITISH
    return Properties(
        title=f"{assignment.country.name}: {assignment.topic}",
        author=None if rules.anonymous else author,
        subject=assignment.topic,
        keywords="sample" if mark is Mark.SAMPLE else None,
        created=assignment.session,
        language="en-GB" if british else "en-US",
    )
