"""Assembly: sentences become a paper, cited, headed and in their sections."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import NamedTuple

from app.drafting.charts import Chart, chart_of
from app.drafting.citations import citing_for
from app.drafting.genres import Genre, open_genre
from app.drafting.heading import heading
from app.drafting.joining import join_paragraphs
from app.drafting.scaffold import ScaffoldSentence
from app.drafting.together import join_briefs
from app.language.charts import ChartMark, chart_marks, pieces
from app.language.grammar import join_names
from app.language.markers import find_markers
from app.language.sentences import split
from app.language.words import count
from app.model.base import Id, Ids, Record
from app.model.brief import Brief, Spelling
from app.model.memory import Memory
from app.model.paper import (
    Block,
    Inline,
    Mark,
    Origin,
    Paper,
    Paragraph,
    Part,
    Properties,
    Section,
    Sentence,
)
from app.model.preset import FieldName, Preset
from app.model.series import series_of

_SENTENCES = Memory(4096)
"""Sentences of papers; most drafts have said them before."""

_PARAGRAPHS = Memory(256)
"""Paragraphs of papers; another draft of the same paper keeps most of them."""

_CHARTS = Memory(16)
"""Charts of papers with their captions."""

Sentences = tuple[ScaffoldSentence, ...]
"""An example, sentence by sentence."""


QUESTION = "question-"
"""What the id of a section begins with that answers one of the guide's questions."""


_CLAIMED = "/"
"""What stands between a section's number and the passage it claims from."""

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


class _Said(NamedTuple):
    """One sentence on its way into the paper."""

    text: str
    passage: str
    paragraph: int
    step: str | None = None
    cards: Ids = ()
    chart: Chart | None = None


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
        self._properties = _properties(joined.brief, rules, mark)

    def paper(self, examples: Sequence[Sentences]) -> Drafted:
        """The paper with one example for each brief."""
        told = [list(self._said(at, one)) for at, one in enumerate(examples)]
        said = [
            [_renamed(one, names) for one in part]
            for part, names in zip(_numbered(told), self._renamed, strict=True)
        ]
        cited = self._citing.all_of([one.text for part in said for one in part])
        runs = iter(zip(cited.sentences, cited.cards, strict=True))
        parts = tuple(
            Part(
                topic=brief.assignment.topic,
                labelled=self._labelled,
                sections=join_paragraphs(
                    _sections(_sentences(texts, runs), self._genre, self._rules, brief),
                    self._rules.paragraphs,
                ),
            )
            for brief, texts in zip(self._briefs, said, strict=True)
        )
        paper = Paper(
            preset=self._rules.id,
            mark=self._mark,
            title=self._genre.title if self._rules.header.title else None,
            header=self._heading,
            parts=parts,
            notes=cited.notes,
            references=cited.references,
            properties=self._properties,
        )
        return Drafted(
            paper=paper,
            unknown_cards=cited.unknown,
            without_source=cited.without_source,
            without_series=self._without_series,
            charts=tuple(one.chart for part in said for one in part if one.chart),
        )

    def _said(self, number: int, example: Sentences) -> Iterator[_Said]:
        """Every sentence in reading order, the delegate's where there are any.

        Charts of a passage without words stand below its example.
        """
        for plan in self._genre.passage:
            told = [one for one in example if one.passage == plan.id]
            below = 0
            for one, at in zip(told, _paragraph_of(told), strict=True):
                yield _Said(one.text, plan.id, at, one.step, one.cards)
                below = at + 1
            for own in self._own[number]:
                if own.passage == plan.id:
                    yield own._replace(paragraph=own.paragraph + below)
        yield from self._answers[number]


def _sentences(
    said: Sequence[_Said], runs: Iterator[tuple[tuple[Inline, ...], Ids]]
) -> list[tuple[_Said, Sentence]]:
    return [
        (one, _sentence(one.step, spans, one.cards or cards))
        for one, (spans, cards) in zip(said, runs, strict=False)
    ]


def _sentence(step: str | None, spans: tuple[Inline, ...], cards: Ids) -> Sentence:
    """A sentence of the paper; most drafts have said it before."""
    origin = Origin.SCAFFOLD if step else None
    return _SENTENCES.of(
        (spans,),
        (step, cards),
        lambda: Sentence.model_construct(
            spans=spans, cards=cards, origin=origin, move=step
        ),
    )


def _shows_topic(rules: Preset) -> bool:
    """Whether the one topic of a paper stands above it as a title.

    It does where the conference asks for it, and where a heading would leave it
    unnamed; a conference that makes the heading itself names the topic there.
    """
    if rules.topic_titles is not None:
        return rules.topic_titles
    fields = rules.header.fields or ()
    return len(fields) > 0 and FieldName.TOPIC not in fields


def _own_pieces(brief: Brief, rules: Preset, genre: Genre) -> Iterator[_Said]:
    """The sentences the delegate wrote, and the charts between their paragraphs."""
    for plan in genre.passage:
        yield from _told(brief.passage(plan.id).text, plan.id, brief, rules)


def _told(text: str, passage: str, brief: Brief, rules: Preset) -> Iterator[_Said]:
    for at, piece in enumerate(pieces(text)):
        if isinstance(piece, ChartMark):
            yield from _charted(piece, passage, at, brief, rules)
        else:
            yield from (_Said(one, passage, at) for one in split(piece))


def _charted(
    mark: ChartMark, passage: str, at: int, brief: Brief, rules: Preset
) -> Iterator[_Said]:
    """The chart a marker asks for; one of an unknown card stays as plain text."""
    chart = chart_of(mark, brief, rules)
    if chart is not None:
        yield _Said("", passage, at, chart=chart)
    elif brief.card(mark.card) is None:
        yield _Said(mark.written, passage, at)


def _without_series(brief: Brief) -> Iterator[Id]:
    """The cards whose chart is asked for and that have none."""
    texts = [one.text for one in brief.passages]
    texts += [one.answer for one in brief.questions]
    for text in texts:
        for mark in chart_marks(text):
            card = brief.card(mark.card)
            if card is not None and series_of(card, brief.cards) is None:
                yield card.id


def _numbered(said: Sequence[Sequence[_Said]]) -> Iterator[list[_Said]]:
    """The same with captions, so that charts are counted through the paper."""
    number = 0
    for part in said:
        out: list[_Said] = []
        for one in part:
            if one.chart is not None:
                number += 1
                out.append(one._replace(text=one.chart.caption(number)))
            else:
                out.append(one)
        yield out


def _paragraph_of(told: Sequence[ScaffoldSentence]) -> Iterator[int]:
    """The paragraph of each sentence: a long passage is broken between two matters."""
    sizes = [count(one.text) for one in told]
    left = sum(sizes)
    held = at = 0
    before = ""
    for one, words in zip(told, sizes, strict=True):
        if held >= LONG_PARAGRAPH and one.unit != before and left >= SHORT_PARAGRAPH:
            at, held = at + 1, 0
        held, left, before = held + words, left - words, one.unit
        yield at


def _answers(brief: Brief, rules: Preset) -> Iterator[_Said]:
    """The answers to the guide's questions, where a section asks for them."""
    if not any(one.questions for one in rules.section or ()):
        return
    for number, question in enumerate(brief.questions, start=1):
        yield from _told(question.answer, f"{QUESTION}{number}", brief, rules)


def _renamed(said: _Said, names: Mapping[str, str]) -> _Said:
    """The sentence with the ids its cards have in the joined brief."""
    if not names:
        return said
    text = said.text
    for marker in find_markers(text)[::-1]:
        if marker.card in names:
            at = marker.start + len("[@")
            text = text[:at] + names[marker.card] + text[at + len(marker.card) :]
    cards = tuple(names.get(card, card) for card in said.cards)
    return said._replace(text=text, cards=cards)


def _sections(
    said: Sequence[tuple[_Said, Sentence]], genre: Genre, rules: Preset, brief: Brief
) -> tuple[Section, ...]:
    blocks = _blocks(said, _claimed(rules))
    if not rules.section:
        return tuple(
            Section(id=plan.id, blocks=tuple(blocks[plan.id]))
            for plan in genre.passage
            if plan.id in blocks
        )
    left = dict(blocks)
    sections: list[Section] = []
    last = max((at for at, one in enumerate(rules.section) if one.passages), default=-1)
    for at, rule in enumerate(rules.section):
        title = rules.section_title(at)
        if rule.questions:
            sections += _answered(f"section-{at + 1}", title, brief, blocks)
            continue
        passages = genre.titles if at == last else rule.passages
        here = f"{at}{_CLAIMED}"
        claimed = [one for one in left if one.startswith(here)]
        wanted = _in_place(passages, claimed, genre)
        held = [block for one in wanted for block in left.pop(one, ())]
        if not held and not rule.passages:
            continue
        sections.append(
            Section(id=f"section-{at + 1}", title=title, blocks=tuple(held))
        )
    return tuple(sections)


def _claimed(rules: Preset) -> dict[str, int]:
    """The moves and steps of the example that a section takes from their passage."""
    rows = enumerate(rules.section or ())
    return {move: at for at, rule in rows for move in rule.moves}


def _in_place(
    passages: Iterable[Id], claimed: Iterable[str], genre: Genre
) -> list[str]:
    """Passages as the conference lists them, each claimed run before the later ones."""
    order = list(genre.titles)
    held = [one for one in passages if one in order]
    for run in claimed:
        home = order.index(run.partition(_CLAIMED)[2])
        later = (at for at, one in enumerate(held) if _rank(one, order) > home)
        held.insert(next(later, len(held)), run)
    return held


def _rank(name: str, order: Sequence[str]) -> int:
    """Where a passage, or a run that was claimed from one, stands in the genre."""
    return order.index(name.rpartition(_CLAIMED)[2])


def _answered(
    section: Id, label: str, brief: Brief, blocks: Mapping[str, list[Block]]
) -> Iterator[Section]:
    """The guide's questions, each with its answer below; nothing without one."""
    held = [
        Section(id=f"{QUESTION}{at}", title=one.text, blocks=tuple(blocks[name]))
        for at, one in enumerate(brief.questions, start=1)
        if (name := f"{QUESTION}{at}") in blocks
    ]
    if held:
        yield Section(id=section, title=label)
        yield from held


def _blocks(
    said: Sequence[tuple[_Said, Sentence]], claimed: Mapping[str, int]
) -> dict[str, list[Block]]:
    """Passage, or what a section claims of one, to its paragraphs and charts."""
    grouped: dict[tuple[str, int], list[Sentence]] = {}
    charts: dict[tuple[str, int], Chart] = {}
    for one, sentence in said:
        place = _place_of(one, claimed) if claimed else one.passage
        grouped.setdefault((place, one.paragraph), []).append(sentence)
        if one.chart is not None:
            charts[place, one.paragraph] = one.chart
    blocks: dict[str, list[Block]] = {}
    for at, sentences in grouped.items():
        held = tuple(sentences)
        chart = charts.get(at)
        made = _shown(chart, held[0].spans) if chart else _paragraph(held)
        blocks.setdefault(at[0], []).append(made)
    return blocks


def _paragraph(held: tuple[Sentence, ...]) -> Block:
    return _PARAGRAPHS.of(held, (), partial(Paragraph, sentences=held))


def _shown(chart: Chart, caption: tuple[Inline, ...]) -> Block:
    return _CHARTS.of((chart, caption), (), partial(chart.block, caption))


def _place_of(said: _Said, claimed: Mapping[str, int]) -> str:
    """The passage of a sentence, or the section that claims its move from there."""
    step = said.step or ""
    at = claimed.get(step, claimed.get(step.partition(".")[0]))
    return said.passage if at is None else f"{at}{_CLAIMED}{said.passage}"


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
