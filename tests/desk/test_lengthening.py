"""Long papers: as many pages as a conference asks, as far as the cards go."""

import re
from itertools import pairwise

from app.desk.writing import write
from app.library.briefs import ready_brief
from app.model.brief import BriefKind
from app.model.finding import Outcome
from app.model.paper import Paragraph

DOSSIER = "belarus/human-trafficking"


def test_a_sample_for_five_pages_has_five_and_no_paragraph_fills_one() -> None:
    written = write(ready_brief(DOSSIER), conference="bmun-2018")
    least = next(one for one in written.findings if one.rule == "minimum-length")
    assert least.outcome is Outcome.PASSED, least.message
    long = [
        block
        for section in written.paper.parts[0].sections
        for block in section.blocks
        if isinstance(block, Paragraph)
    ]
    assert max(len(one.text.split()) for one in long) < 330
    openings = [re.split(r"[ ,]", one.prose)[:4] for one in written.paper.sentences]
    assert all(one != other for one, other in pairwise(openings))


def test_a_delegate_is_told_how_far_the_picked_cards_go() -> None:
    brief = ready_brief(DOSSIER).revise(kind=BriefKind.DELEGATE)
    written = write(brief, conference="bmun-2018")
    least = next(one for one in written.findings if one.rule == "minimum-length")
    assert least.outcome is Outcome.FAILED
    assert "pick more cards" in least.message
    cards = {card for one in written.paper.sentences for card in one.cards}
    assert cards <= {one.id for one in brief.cards}


def test_a_short_conference_is_not_lengthened() -> None:
    ready = ready_brief(DOSSIER)
    usual = write(ready, conference="kingmun").paper
    cards = {card for one in usual.sentences for card in one.cards}
    assert cards <= {one.id for one in ready.cards}
