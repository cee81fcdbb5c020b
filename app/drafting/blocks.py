"""Blocks: the small pieces that worksheets, speeches and binders are made of."""

from collections.abc import Iterable, Sequence

from app.drafting.heading import LABELS, field_value
from app.language.grammar import join_names
from app.library.labels import Labels
from app.model.base import Ids
from app.model.brief import Brief, Spelling
from app.model.paper import (
    Block,
    Bullets,
    HeaderField,
    Inline,
    Mark,
    Paper,
    Paragraph,
    Part,
    Properties,
    Section,
    Sentence,
    Span,
    Table,
    plain,
)
from app.model.preset import FieldName, Preset

RULE = "_" * 82
"""One line to write on, as wide as a sheet of Letter or A4 allows."""

_HEADING = (FieldName.COUNTRY, FieldName.COMMITTEE, FieldName.TOPIC)
_WHOSE = (FieldName.SCHOOL, FieldName.DELEGATES)

Cell = str | Sequence[Inline]
"""What a cell or an item of a list holds: words, or spans."""


def spans(
    text: Cell, *, bold: bool = False, italic: bool = False
) -> tuple[Inline, ...]:
    """Words as spans; spans stay as they are."""
    if not isinstance(text, str):
        return tuple(text)
    if not text:
        return ()
    styled = bold or italic
    return (Span(text=text, bold=bold, italic=italic) if styled else plain(text),)


def paragraph(
    text: Cell, *, bold: bool = False, italic: bool = False, cards: Ids = ()
) -> Paragraph:
    """A paragraph of one sentence."""
    sentence = Sentence(spans=spans(text, bold=bold, italic=italic), cards=cards)
    return Paragraph(sentences=(sentence,))


def labelled(label: str, text: Cell = "", *, cards: Ids = ()) -> Paragraph:
    """A paragraph that opens with a label in bold; without text, the label alone."""
    if not text:
        return paragraph(f"{label}:", bold=True, cards=cards)
    lead = Span(text=f"{label}: ", bold=True)
    return paragraph((lead, *spans(text)), cards=cards)


def bullets(items: Iterable[Cell], *, ordered: bool = False) -> Bullets:
    """A list of short items."""
    return Bullets(items=tuple(spans(one) for one in items), ordered=ordered)


def table(header: Sequence[str], rows: Iterable[Sequence[Cell]]) -> Table:
    """A table with a header row."""
    made = tuple(tuple(spans(cell) for cell in row) for row in rows)
    return Table(header=tuple(header), rows=made)


def room(lines: int) -> tuple[Paragraph, ...]:
    """Ruled lines to write on."""
    return tuple(paragraph(RULE) for _ in range(lines))


def section(name: str, title: str | None, blocks: Iterable[Block]) -> Section:
    """One section."""
    return Section(id=name, title=title, blocks=tuple(blocks))


def sheet(
    labels: Labels,
    brief: Brief,
    rules: Preset,
    sections: Iterable[Section],
    *,
    mark: Mark = Mark.FINAL,
    banner: str | None = None,
    more: Iterable[HeaderField] = (),
) -> Paper:
    """A paper of another genre, headed with country, committee and topic.

    Args:
        labels: Its fixed words.
        brief: Whose work it is.
        rules: The rules in force; a blind conference sees no names.
        sections: What it says.
        mark: What it is to whoever opens the file.
        banner: What stands above everything else.
        more: Further lines of the heading.
    """
    assignment = brief.assignment
    names = _HEADING if rules.anonymous else _HEADING + _WHOSE
    found = ((name, field_value(name, assignment, rules)) for name in names)
    header = [
        HeaderField(name=name.value, label=LABELS[name], value=value)
        for name, value in found
        if value
    ]
    whose = join_names(assignment.delegation.delegates)
    british = brief.settings.spelling is Spelling.BRITISH
    country, topic = assignment.country.name, assignment.topic
    return Paper(
        genre=labels.id,
        preset=rules.id,
        mark=mark,
        banner=banner,
        title=labels.title,
        header=(*header, *more),
        parts=(Part(topic=topic, sections=tuple(sections)),),
        properties=Properties(
            title=f"{labels.title}: {country}, {topic}",
            author=None if rules.anonymous else whose or None,
            subject=topic,
            created=assignment.session,
            language="en-GB" if british else "en-US",
        ),
    )
