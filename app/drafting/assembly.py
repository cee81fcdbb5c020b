"""Assembly: sentences become a paper, cited, headed and in their sections."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import repeat
from typing import NamedTuple

from app.drafting.charts import Chart, chart_of
from app.drafting.citations import citing_for
from app.drafting.genres import Genre, open_genre
from app.drafting.heading import heading
from app.drafting.joining import join_paragraphs
from app.drafting.placing import QUESTION, Said, sections
from app.drafting.scaffold import ScaffoldSentence
from app.drafting.together import join_briefs
from app.language.charts import ChartMark, chart_marks, pieces
from app.language.grammar import join_names
from app.language.markers import find_markers
from app.language.sentences import split
from app.model.base import Id, Ids, Record
from app.model.brief import Brief, Spelling
from app.model.memory import Memory
from app.model.paper import (
    Inline,
    Mark,
    Origin,
    Paper,
    Part,
    Properties,
    Sentence,
)
from app.model.preset import FieldName, Preset
from app.model.series import series_of

_PROPERTIES = Memory(64)
"""What files said about themselves before."""

_SAID: dict[int, Sentence] = {}
"""Sentences of papers by what identifies their runs, which they hold on to.

Most drafts have said them before. It is asked too often for a `Memory`.
"""

_MOST_SAID = 4096

Sentences = tuple[ScaffoldSentence, ...]
"""An example, sentence by sentence."""


LONG_PARAGRAPH, SHORT_PARAGRAPH = 200, 90
"""Words after which an example's paragraph ends where as many as these are left."""


class Drafted(Record):
    """A paper, and what a check should know of how it came about."""

    paper: Paper
    """The paper."""

    unknown_cards: tuple[Id, ...] = ()
    """Ids that a passage cites and the brief does not hold."""

    without_source: tuple[Id, ...] = ()
    """Cards that are cited and have no source."""

    without_series: tuple[Id, ...] = ()
    """Cards whose chart is asked for and that have no figures over three years."""

    charts: tuple[Chart, ...] = ()
    """The charts in the paper, in reading order."""


class Chosen(NamedTuple):
    """One brief and the sentences of its example that are used."""

    brief: Brief
    """The brief; its own passages are always used."""

    example: Sentences
    """The sentences that stand in for empty passages."""


def assemble(chosen: Sequence[Chosen], rules: Preset, mark: Mark) -> Drafted:
    """One paper of one or more briefs of a delegation, each a part of its own.

    Raises:
        Trouble: a citation style or the genre cannot be read.
    """
    assembly = Assembly([one.brief for one in chosen], rules, mark)
    return assembly.paper([one.example for one in chosen])


class Assembly:
    """What all drafts of one paper have in common."""

    def __init__(self, briefs: Sequence[Brief], rules: Preset, mark: Mark) -> None:
        """Read what the briefs and the rules give every draft.

        Raises:
            Trouble: a citation style or the genre cannot be read.
        """
        self._genre = open_genre()
        self._rules = rules
        self._mark = mark
        self._briefs = briefs
        self._labelled = len(briefs) > 1 or _shows_topic(rules)
        joined = join_briefs(briefs)
        self._renamed = joined.renamed
        self._own = [list(_own_pieces(one, rules, self._genre)) for one in briefs]
        self._without_series = tuple(
            dict.fromkeys(name for one in briefs for name in _without_series(one))
        )
        self._answers = [list(_answers(one, rules)) for one in briefs]
        self._citing = citing_for(joined.brief, rules)
        self._heading = heading(joined.brief.assignment, rules)
        spelling = joined.brief.settings.spelling
        self._properties = _PROPERTIES.of(
            (joined.brief.assignment, rules),
            (mark, spelling),
            lambda: _properties(joined.brief, rules, mark),
        )

    def paper(self, examples: Sequence[Sentences]) -> Drafted:
        """The paper with one example for each brief."""
        told = [list(self._said(at, one)) for at, one in enumerate(examples)]
        said = [
            [_renamed(one, names) for one in part] if names else part
            for part, names in zip(_numbered(told), self._renamed, strict=True)
        ]
        cited = self._citing.all_of([one.text for part in said for one in part])
        runs = iter(zip(cited.sentences, cited.cards, strict=True))
        parts = tuple(
            Part.known(
                topic=brief.assignment.topic,
                labelled=self._labelled,
                sections=join_paragraphs(
                    sections(_sentences(texts, runs), self._genre, self._rules, brief),
                    self._rules.paragraphs,
                ),
            )
            for brief, texts in zip(self._briefs, said, strict=True)
        )
        paper = Paper.known(
            preset=self._rules.id,
            mark=self._mark,
            title=self._genre.title if self._rules.header.title else None,
            header=self._heading,
            parts=parts,
            notes=cited.notes,
            references=cited.references,
            properties=self._properties,
        )
        return Drafted.known(
            paper=paper,
            unknown_cards=cited.unknown,
            without_source=cited.without_source,
            without_series=self._without_series,
            charts=tuple(one.chart for part in said for one in part if one.chart),
        )

    def _said(self, number: int, example: Sentences) -> Iterator[Said]:
        """Every sentence in reading order, the delegate's where there are any.

        Charts of a passage without words stand below its example.
        """
        passages: dict[str, list[ScaffoldSentence]] = {}
        for one in example:
            passages.setdefault(one.passage, []).append(one)
        for plan in self._genre.passage:
            told = passages.get(plan.id, [])
            below = 0
            for one, at in zip(told, _paragraph_of(told), strict=True):
                yield Said(one.text, plan.id, at, one.step, one.cards)
                below = at + 1
            for own in self._own[number]:
                if own.passage == plan.id:
                    yield own._replace(paragraph=own.paragraph + below)
        yield from self._answers[number]


def _sentences(
    said: Sequence[Said], runs: Iterator[tuple[tuple[Inline, ...], Ids]]
) -> list[tuple[Said, Sentence]]:
    return [
        (one, _sentence(one.step, spans, one.cards or cards))
        for one, (spans, cards) in zip(said, runs, strict=False)
    ]


def _sentence(step: str | None, spans: tuple[Inline, ...], cards: Ids) -> Sentence:
    """A sentence of the paper; most drafts have said it before."""
    held = _SAID.get(id(spans))
    if held and held.spans is spans and held.move == step and held.cards == cards:
        return held
    if len(_SAID) >= _MOST_SAID:
        _SAID.clear()
    origin = Origin.SCAFFOLD if step else None
    made = Sentence.known(spans=spans, cards=cards, origin=origin, move=step)
    _SAID[id(spans)] = made
    return made


def _shows_topic(rules: Preset) -> bool:
    """Whether the one topic of a paper stands above it as a title.

    It does where the conference asks for it, and where a heading would leave it
    unnamed; a conference that makes the heading itself names the topic there.
    """
    if rules.topic_titles is not None:
        return rules.topic_titles
    fields = rules.header.fields or ()
    return len(fields) > 0 and FieldName.TOPIC not in fields


def _own_pieces(brief: Brief, rules: Preset, genre: Genre) -> Iterator[Said]:
    """The sentences the delegate wrote, and the charts between their paragraphs."""
    for plan in genre.passage:
        yield from _told(brief.passage(plan.id).text, plan.id, brief, rules)


def _told(text: str, passage: str, brief: Brief, rules: Preset) -> Iterator[Said]:
    for at, piece in enumerate(pieces(text)):
        if isinstance(piece, ChartMark):
            yield from _charted(piece, passage, at, brief, rules)
        else:
            yield from (Said(one, passage, at) for one in split(piece))


def _charted(
    mark: ChartMark, passage: str, at: int, brief: Brief, rules: Preset
) -> Iterator[Said]:
    """The chart a marker asks for; one of an unknown card stays as plain text."""
    chart = chart_of(mark, brief, rules)
    if chart is not None:
        yield Said("", passage, at, chart=chart)
    elif brief.card(mark.card) is None:
        yield Said(mark.written, passage, at)


def _without_series(brief: Brief) -> Iterator[Id]:
    """The cards whose chart is asked for and that have none."""
    texts = [one.text for one in brief.passages]
    texts += [one.answer for one in brief.questions]
    for text in texts:
        for mark in chart_marks(text):
            card = brief.card(mark.card)
            if card is not None and series_of(card, brief.cards) is None:
                yield card.id


def _numbered(said: Sequence[Sequence[Said]]) -> Iterator[list[Said]]:
    """The same with captions, so that charts are counted through the paper."""
    number = 0
    for part in said:
        if not any(one.chart for one in part):
            yield list(part)
            continue
        out: list[Said] = []
        for one in part:
            if one.chart is not None:
                number += 1
                out.append(one._replace(text=one.chart.caption(number)))
            else:
                out.append(one)
        yield out


def _paragraph_of(told: Sequence[ScaffoldSentence]) -> Iterator[int]:
    """The paragraph of each sentence: a long passage is broken between two matters.

    Words are counted by the spaces between them.
    """
    sizes = [one.text.count(" ") + 1 - one.text.count(" [@") for one in told]
    left = sum(sizes)
    if left < LONG_PARAGRAPH:
        yield from repeat(0, len(told))
        return
    held = at = 0
    before = ""
    for one, words in zip(told, sizes, strict=True):
        if held >= LONG_PARAGRAPH and one.unit != before and left >= SHORT_PARAGRAPH:
            at, held = at + 1, 0
        held, left, before = held + words, left - words, one.unit
        yield at


def _answers(brief: Brief, rules: Preset) -> Iterator[Said]:
    """The answers to the guide's questions, where a section asks for them."""
    if not any(one.questions for one in rules.section or ()):
        return
    for number, question in enumerate(brief.questions, start=1):
        yield from _told(question.answer, f"{QUESTION}{number}", brief, rules)


def _renamed(said: Said, names: Mapping[str, str]) -> Said:
    """The sentence with the ids its cards have in the joined brief."""
    text = said.text
    for marker in find_markers(text)[::-1]:
        if marker.card in names:
            at = marker.start + len("[@")
            text = text[:at] + names[marker.card] + text[at + len(marker.card) :]
    cards = tuple(names.get(card, card) for card in said.cards)
    return said._replace(text=text, cards=cards)


def _properties(brief: Brief, rules: Preset, mark: Mark) -> Properties:
    assignment = brief.assignment
    delegation = assignment.delegation
    author = join_names(delegation.delegates) or delegation.school
    british = brief.settings.spelling is Spelling.BRITISH
    return Properties(
        title=f"{assignment.country.name}: {assignment.topic}",
        author=None if rules.anonymous else author,
        subject=assignment.topic,
        committee=assignment.committee.short,
        keywords="sample paper" if mark is Mark.SAMPLE else None,
        created=assignment.session,
        language="en-GB" if british else "en-US",
    )
