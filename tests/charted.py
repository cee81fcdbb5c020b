"""A brief whose delegate wants charts: of the dossier's figures and of their own."""

from app.library.briefs import ready_brief, with_own_card
from app.model.brief import Brief, BriefKind, Passage
from app.model.card import Kind
from app.model.paper import Block, Paper, Picture, Table
from app.research.own_cards import Found, make_card

MEMBERS = "[@rec-gof-membership, chart]"
"""Six years of one card of the dossier, all numbers."""

TIERS = "[@tip-2015, chart]"
"""Twenty years of twenty cards, in words."""

VICTIMS = "[@own-fewer-victims-are-found-every-year, chart: Victims found in Belarus]"
"""Seven years of a card of the delegate's own."""

BEFORE = "The Group has kept its members, as Figure 1 shows."
AFTER = "No State has left it in anger."


def charted(*marks: str, passage: str = "home") -> Brief:
    """The brief with two paragraphs of its delegate's own and charts between them."""
    ready = ready_brief("belarus/human-trafficking").revise(kind=BriefKind.DELEGATE)
    found = Found(
        kind=Kind.STATISTIC,
        claim="Fewer victims are found every year.",
        who="Ministry of the Interior",
        title="Report on victims",
        publisher="Ministry of the Interior",
        when="2022",
        counted="victims",
        by_year="2015: 169; 2016: 184; 2017: 131; 2018: 1,128; 2020: 109; 2021: 0",
    )
    own = make_card(found)
    brief = with_own_card(ready, own.card, own.source)
    text = "\n\n".join([BEFORE, *marks, AFTER])
    return brief.with_passage(Passage(id=passage, text=text))


def shown(paper: Paper) -> list[Picture | Table]:
    """The charts of a paper, as pictures or tables."""
    return [one for one in blocks(paper) if isinstance(one, Picture | Table)]


def blocks(paper: Paper) -> list[Block]:
    """Every block of a paper, in reading order."""
    return [
        block
        for part in paper.parts
        for section in part.sections
        for block in section.blocks
    ]
