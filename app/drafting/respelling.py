"""Respelling: the other papers of a brief follow its English, as the paper does.

What a delegate wrote stays as it is, and so do titles, addresses and symbols of
sources, which are set in italics or linked, names and quotations.
"""

from collections.abc import Callable

from app.language.spelling import american
from app.model.brief import Brief, BriefKind, Spelling
from app.model.card import Card
from app.model.paper import (
    Block,
    Bullets,
    Inline,
    Paper,
    Paragraph,
    Section,
    Sentence,
    Span,
    Table,
)

Respell = Callable[[str], str]
"""Gives a text of ours in the spelling of the brief."""


def respelled(paper: Paper, brief: Brief) -> Paper:
    """The paper with our words in the spelling of its brief."""
    if brief.settings.spelling is not Spelling.AMERICAN:
        return paper
    theirs = _own_texts(brief)

    def respell(text: str) -> str:
        said = " ".join(text.split())
        return text if said and said in theirs else american(text)

    parts = tuple(
        part.revise(
            sections=tuple(_section(one, respell) for one in part.sections),
        )
        for part in paper.parts
    )
    appendix = tuple(_section(one, respell) for one in paper.appendix)
    return paper.revise(parts=parts, appendix=appendix)


def _own_texts(brief: Brief) -> str:
    """Everything a delegate wrote in this brief, as one text to look into."""
    held = [one.text for one in brief.passages]
    held += [text for one in brief.questions for text in (one.text, one.answer)]
    held.append(brief.agenda)
    if brief.kind is BriefKind.DELEGATE:
        held += [_words(card) for card in brief.cards if card.origin is None]
    return "\n".join(" ".join(one.split()) for one in held if one)


def _words(card: Card) -> str:
    """Every text of a card, one a line."""
    found: list[str] = []

    def gather(value: object) -> None:
        if isinstance(value, str):
            found.append(value)
        elif isinstance(value, dict):
            for one in value.values():
                gather(one)
        elif isinstance(value, list | tuple):
            for one in value:
                gather(one)

    gather(card.model_dump(mode="json", exclude_none=True))
    return "\n".join(found)


def _section(section: Section, respell: Respell) -> Section:
    title = respell(section.title) if section.title else section.title
    blocks = tuple(_block(one, respell) for one in section.blocks)
    return section.revise(title=title, blocks=blocks)


def _block(block: Block, respell: Respell) -> Block:
    if isinstance(block, Paragraph):
        return block.revise(
            sentences=tuple(_sentence(one, respell) for one in block.sentences)
        )
    if isinstance(block, Bullets):
        return block.revise(items=tuple(_run(one, respell) for one in block.items))
    if isinstance(block, Table):
        return block.revise(
            header=tuple(map(respell, block.header)),
            rows=tuple(
                tuple(_run(cell, respell) for cell in row) for row in block.rows
            ),
        )
    return block


def _sentence(sentence: Sentence, respell: Respell) -> Sentence:
    return sentence.revise(spans=_run(sentence.spans, respell))


def _run(spans: tuple[Inline, ...], respell: Respell) -> tuple[Inline, ...]:
    return tuple(
        one.revise(text=respell(one.text))
        if isinstance(one, Span) and not (one.italic or one.link)
        else one
        for one in spans
    )
