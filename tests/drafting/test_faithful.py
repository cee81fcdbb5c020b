"""Six hundred papers say nothing that no card says, and nothing of care is answered."""

from collections.abc import Iterator

import pytest

from app.library.dossiers import open_dossier
from app.model.brief import Register
from app.model.card import Answer, Criticism, Kind, ReplyBasis
from app.model.paper import Sentence
from tests.benchmarks.made_papers import DOSSIER, Made, make
from tests.traces import untraced

SEEDS = range(1, 201)
REPLIES = frozenset(
    {"M6.part", "M6.part-stated", "M6.meets", "M6.elsewhere", "M6.elsewhere-record"}
    | {"M6.denies", "M6.besides", "M6.besides-stated"}
)
OWNED = frozenset({"M6.part-stated", "M6.besides-stated", "M6.elsewhere", "M6.denies"})
OWNERS = ("Belarus", "Minsk", "Government", "Ministry", "In its", "It says", "country")


@pytest.fixture(scope="module", params=list(Register))
def papers(request: pytest.FixtureRequest) -> list[Made]:
    return [make(request.param.value, seed) for seed in SEEDS]


def told(papers: list[Made]) -> Iterator[tuple[Made, Sentence]]:
    for made in papers:
        for sentence in made.paper.sentences:
            yield made, sentence


def test_every_figure_and_symbol_stands_on_a_card(papers: list[Made]) -> None:
    strange = {
        one.prose: lost
        for made, one in told(papers)
        if (lost := untraced(one, made.brief))
    }
    assert strange == {}


def test_only_what_was_checked_is_used(papers: list[Made]) -> None:
    dossier = open_dossier(DOSSIER)
    held = {card.id: card for card in dossier.cards}
    used = {card for _, one in told(papers) for card in one.cards}
    assert len(used) > 100
    assert used <= set(held)
    assert dossier.open
    assert not used & {one.id for one in dossier.open}
    unsourced = {one for one in used if not held[one].sources}
    assert {held[one].kind for one in unsourced} <= {Kind.PROPOSAL}


def test_a_reply_that_was_only_said_has_its_owner(papers: list[Made]) -> None:
    said = {
        card.id
        for card in open_dossier(DOSSIER).cards
        if isinstance(card, Answer) and card.basis is ReplyBasis.STATED
    }
    claims = [
        one.prose
        for _, one in told(papers)
        if one.move in OWNED and said & set(one.cards)
    ]
    assert claims
    assert [one for one in claims if not any(name in one for name in OWNERS)] == []


def test_no_matter_of_care_is_answered(papers: list[Made]) -> None:
    dossier = open_dossier(DOSSIER)
    care = {c.id for c in dossier.cards if isinstance(c, Criticism) and c.care}
    replies = {
        card.id
        for card in dossier.cards
        if isinstance(card, Answer) and set(card.answers) <= care
    }
    assert care
    assert [
        one.prose
        for _, one in told(papers)
        if one.move in REPLIES and set(one.cards) & replies
    ] == []
