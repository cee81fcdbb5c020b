"""Placing: sentences and charts become paragraphs in the sections of a conference."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import NamedTuple

from app.drafting.charts import Chart
from app.drafting.genres import Genre
from app.model.base import Id, Ids
from app.model.brief import Brief
from app.model.memory import Memory
from app.model.paper import Block, Inline, Paragraph, Section, Sentence
from app.model.preset import Preset

_PARAGRAPHS = Memory(256)
"""Paragraphs of papers; another draft of the same paper keeps most of them."""

_CHARTS = Memory(16)
"""Charts of papers with their captions."""

QUESTION = "question-"
"""What the id of a section begins with that answers one of the guide's questions."""

_CLAIMED = "/"
"""What stands between a section's number and the passage it claims from."""


class Said(NamedTuple):
    """One sentence on its way into the paper."""

    text: str
    """Its words, with markers; of a chart, its caption."""

    passage: str
    """The passage it stands in, or the question it answers."""

    paragraph: int
    """The paragraph of that passage, from 0."""

    step: str | None = None
    """The step it makes, where it is ours."""

    cards: Ids = ()
    """The cards it rests on, where it is ours."""

    chart: Chart | None = None
    """The chart that stands in its place, above it as its caption."""


def sections(
    said: Sequence[tuple[Said, Sentence]], genre: Genre, rules: Preset, brief: Brief
) -> tuple[Section, ...]:
    """The sections of a paper, each with its paragraphs and charts.

    Args:
        said: What is said in reading order, each with the sentence it became.
        genre: The passages of a paper.
        rules: The rules in force, whose sections these are.
        brief: Whose questions are answered.
    """
    blocks = _blocks(said, _claimed(rules))
    if not rules.section:
        return tuple(
            Section.known(id=plan.id, blocks=tuple(blocks[plan.id]))
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
            Section.known(id=f"section-{at + 1}", title=title, blocks=tuple(held))
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
    said: Sequence[tuple[Said, Sentence]], claimed: Mapping[str, int]
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
    return _PARAGRAPHS.of(held, (), partial(Paragraph.known, sentences=held))


def _shown(chart: Chart, caption: tuple[Inline, ...]) -> Block:
    return _CHARTS.of((chart, caption), (), partial(chart.block, caption))


def _place_of(said: Said, claimed: Mapping[str, int]) -> str:
    """The passage of a sentence, or the section that claims its move from there."""
    step = said.step or ""
    at = claimed.get(step, claimed.get(step.partition(".")[0]))
    return said.passage if at is None else f"{at}{_CLAIMED}{said.passage}"
