"""A paper as plain text: the same words, for a form that takes nothing else."""

from collections.abc import Iterable, Iterator

from app.export.blind import as_allowed
from app.export.marks import comment_words, is_ours, sample_line
from app.language.draft_marks import as_ours
from app.language.links import safe_link, shown_link
from app.model.paper import (
    Block,
    Bullets,
    HeaderField,
    Inline,
    NoteRef,
    Paper,
    Paragraph,
    Part,
    Picture,
    Section,
    Sentence,
    Span,
    Table,
)
from app.model.preset import CitationForm, Preset

NOTES = "Notes"
"""What stands above the footnotes, which plain text puts at the end."""


def to_text(paper: Paper, rules: Preset) -> str:
    """The paper in plain text, one blank line between paragraphs."""
    paper = as_allowed(paper, rules)
    ends = rules.citations.form is CitationForm.ENDNOTES
    blocks: list[str] = [paper.banner or "", _heading(paper), paper.title or ""]
    for part in paper.parts:
        blocks.extend(_part(paper, part))
    last = [_notes(paper), _references(paper)]
    blocks.extend(reversed(last) if ends else last)
    for section in paper.appendix:
        blocks.extend(_section(paper, section))
    blocks.append(sample_line(paper))
    return "\n\n".join(filter(None, blocks)) + "\n"


def field_line(field: HeaderField) -> str:
    """One line of the heading: `Country: Belarus`."""
    return f"{field.label}: {field.value}" if field.label else field.value


def _heading(paper: Paper) -> str:
    return "\n".join(field_line(field) for field in paper.header)


def _part(paper: Paper, part: Part) -> Iterator[str]:
    if part.labelled:
        yield part.topic
    for section in part.sections:
        yield from _section(paper, section)


def _section(paper: Paper, section: Section) -> Iterator[str]:
    yield section.title or ""
    for block in section.blocks:
        yield _block(paper, block)


def _block(paper: Paper, block: Block) -> str:
    match block:
        case Paragraph():
            return _sentences(paper, block)
        case Bullets():
            return "\n".join(_list(block))
        case Table():
            return _captioned(_table(block), block.caption)
        case Picture():
            alone = f"[Picture: {block.alt}]"
            shown = _table(block.instead) if block.instead else alone
            return _captioned(shown, block.caption)
        case _:
            return ""


def _table(table: Table) -> str:
    rows = [" | ".join(_runs(cell) for cell in row) for row in table.rows]
    return "\n".join([" | ".join(table.header), *rows])


def _captioned(shown: str, caption: Iterable[Inline]) -> str:
    words = _runs(caption)
    return f"{shown}\n{words}" if words else shown


def _sentences(paper: Paper, paragraph: Paragraph) -> str:
    return " ".join(_sentence(paper, sentence) for sentence in paragraph.sentences)


def _sentence(paper: Paper, sentence: Sentence) -> str:
    runs = _runs(sentence.spans)
    if is_ours(paper, sentence):
        runs = as_ours(runs)
    return runs + comment_words(sentence)


def _list(bullets: Bullets) -> Iterator[str]:
    for number, item in enumerate(bullets.items, 1):
        yield f"{number}. {_runs(item)}" if bullets.ordered else f"- {_runs(item)}"


def _notes(paper: Paper) -> str:
    lines = [f"[{note.number}] {_runs(note.spans)}" for note in paper.notes]
    return "\n".join([NOTES, *lines]) if lines else ""


def _references(paper: Paper) -> str:
    if paper.references is None:
        return ""
    entries = (_runs(entry.spans) for entry in paper.references.entries)
    return "\n\n".join([paper.references.title, *entries])


def _runs(inlines: Iterable[Inline]) -> str:
    return "".join(
        f"[{inline.number}]" if isinstance(inline, NoteRef) else _span(inline)
        for inline in inlines
    )


def _span(span: Span) -> str:
    """The words, and the whole address where they do not show it."""
    link = safe_link(span.link) if span.link else None
    if link is None or link in span.text or span.link == span.text:
        return span.text
    if span.text in {shown_link(link), shown_link(span.link or "")}:
        return link
    return f"{span.text} ({link})"
