"""A paper as it is drawn, paragraph by paragraph."""

from collections.abc import Sequence

from textual.content import Content

from app.model.paper import (
    Block,
    Bullets,
    NoteRef,
    Origin,
    Paper,
    Paragraph,
    Picture,
    Sentence,
    Span,
    Table,
)


def paragraphs(paper: Paper) -> list[Content]:
    """Every paragraph, from the banner to the list of sources."""
    found: list[Content] = []
    if paper.banner:
        found.append(Content.styled(paper.banner, "bold $warning"))
    if paper.title:
        found.append(Content.styled(paper.title, "bold"))
    heading = [
        f"{field.label}: {field.value}" if field.label else field.value
        for field in paper.header
    ]
    if heading:
        found.append(Content("\n".join(one.replace(":: ", ": ") for one in heading)))
    for part in paper.parts:
        for section in part.sections:
            if section.title:
                found.append(Content.styled(section.title, "bold"))
            for block in section.blocks:
                found += _block(block)
    found += [Content(f"{one.number}  {_plain(one.spans)}") for one in paper.notes]
    if paper.references:
        found.append(Content.styled(paper.references.title, "bold"))
        found += [Content(_plain(one.spans)) for one in paper.references.entries]
    return found


def gathered(texts: Sequence[Content], most: int) -> list[Content]:
    """At most so many pieces; in an endless paper several paragraphs make one."""
    each = -(-len(texts) // most) or 1
    if each == 1:
        return list(texts)
    space = Content("\n\n")
    return [space.join(texts[at : at + each]) for at in range(0, len(texts), each)]


def _block(block: Block) -> list[Content]:
    if isinstance(block, Paragraph):
        space = Content(" ")
        return [space.join([_sentence(one) for one in block.sentences])]
    if isinstance(block, Bullets):
        return [Content(f"• {_plain(item)}") for item in block.items]
    if isinstance(block, Table):
        rows = [_plain(block.caption)] if block.caption else []
        rows.append(" | ".join(block.header))
        rows += [" | ".join(_plain(cell) for cell in row) for row in block.rows]
        return [Content("\n".join(rows))]
    if isinstance(block, Picture):
        return [Content(f"[chart: {_plain(block.caption) or block.alt}]")]
    return []


def _sentence(sentence: Sentence) -> Content:
    """A sentence; one that is still ours stands in brackets."""
    words = _plain(sentence.spans)
    if sentence.origin in {Origin.SCAFFOLD, Origin.NEAR}:
        return Content.styled(f"[{words}]", "italic $text-muted")
    return Content(words)


def _plain(spans: Sequence[Span | NoteRef]) -> str:
    return "".join(
        span.text if isinstance(span, Span) else f"[{span.number}]" for span in spans
    )
