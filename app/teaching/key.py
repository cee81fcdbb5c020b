"""The key of a sample: what stands behind every paragraph, and what is planted."""

from collections.abc import Sequence

from app.drafting.blocks import bullets, paragraph, section, table
from app.language.grammar import join_names
from app.language.symbols import find_symbols
from app.model.brief import Brief
from app.model.paper import Mark, Paper, Part, Properties, Section, Span
from app.teaching.faults import Fault
from app.teaching.spots import Spot, paragraphs

_OPENING = 8


def key_of(
    paper: Paper, brief: Brief, name: str, level: str, faults: Sequence[Fault]
) -> Paper:
    """The key as a paper of its own, for the same writers of files."""
    topic = brief.assignment.topic
    return Paper(
        genre="key",
        preset=paper.preset,
        mark=Mark.SAMPLE,
        title=f"Key to {name}",
        parts=(
            Part(
                topic=topic,
                sections=(_about(level, faults, paper), _evidence(paper, brief)),
            ),
        ),
        properties=Properties(title=f"Key to {name}", subject=topic, keywords="key"),
    )


def _about(level: str, faults: Sequence[Fault], paper: Paper) -> Section:
    said = f"Level: {level}. "
    if not faults:
        said += "Nothing is planted."
        return section("level", None, (paragraph(said),))
    many = "1 fault is" if len(faults) == 1 else f"{len(faults)} faults are"
    said += f"{many} planted. Each is named by the line of the rubric it fails:"
    items = [_item(fault, paper) for fault in faults]
    return section("level", None, (paragraph(said), bullets(items)))


def _item(fault: Fault, paper: Paper) -> tuple[Span, ...]:
    """One fault: its line of the rubric, where it stands, and how to mend it."""
    where = fault.where.format(_places(fault.look(paper)))
    return (
        Span(text=f"{fault.check}: ", bold=True),
        Span(text=f"{fault.told} Where: {where}. To mend it: {fault.mend}"),
    )


def _places(found: Sequence[Spot]) -> str:
    """Paragraphs with their sentences: `paragraph 1, sentences 2 and 4`."""
    grouped: dict[int, list[str]] = {}
    for one in found:
        grouped.setdefault(one.paragraph, []).append(str(one.sentence))
    return "; ".join(
        f"paragraph {number}, sentence{'s' * (len(held) > 1)} {join_names(held)}"
        for number, held in grouped.items()
    )


def _evidence(paper: Paper, brief: Brief) -> Section:
    rows = []
    number = 0
    for block in paragraphs(paper):
        number += 1
        opening = " ".join(block.text.split()[:_OPENING])
        cards = dict.fromkeys(card for one in block.sentences for card in one.cards)
        for card_id in cards:
            card = brief.card(card_id)
            if card is None:
                continue
            source = brief.source(card.cited_source or "")
            where = source.title if source else "drafted for this committee"
            if source and source.symbol and not find_symbols(where):
                where += f" ({source.symbol})"
            rows.append((f"{number}: {opening}…", card.id, card.statement, where))
    header = ("Paragraph", "Card", "What it says", "Source")
    return section("evidence", "Behind every paragraph", (table(header, rows),))
