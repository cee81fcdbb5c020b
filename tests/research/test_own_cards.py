"""A card of one's own: claim, author and source are asked for."""

import pytest

from app.model.card import Kind, Sourcing, Voice
from app.research.own_cards import Found, NotACardYet, make_card

FOUND = Found(
    kind=Kind.RECORD,
    claim="[sic] Minsk hosted a round table [/b] in 2014.",
    who="UNDP",
    voice=Voice.UN,
    title="Round table",
    where="p. 3",
)


def test_a_full_form_becomes_a_card_with_its_source() -> None:
    own = make_card(FOUND)
    assert own.source is not None
    assert own.card.statement == "[sic] Minsk hosted a round table [/b] in 2014."
    assert own.card.sources[0].id == own.source.id
    assert own.card.sources[0].where == "p. 3"
    assert own.card.id.startswith("own-")


@pytest.mark.parametrize("missing", ["claim", "who", "title"])
def test_a_card_without_claim_author_or_source_is_refused(missing: str) -> None:
    with pytest.raises(NotACardYet):
        make_card(FOUND.revise(**{missing: ""}))


def test_an_inference_needs_no_source_and_says_so() -> None:
    own = make_card(FOUND.revise(title="", who="", inferred=True))
    assert own.source is None
    assert own.card.inferred


def test_a_claim_of_the_country_rests_on_its_own_authorities() -> None:
    own = make_card(FOUND.revise(voice=Voice.COUNTRY))
    assert own.card.sourcing is Sourcing.OWN


def test_two_cards_of_the_same_claim_get_two_ids() -> None:
    first = make_card(FOUND)
    second = make_card(FOUND, taken={first.card.id})
    assert second.card.id != first.card.id


@pytest.mark.parametrize("kind", list(Kind))
def test_every_kind_of_card_can_be_added(kind: Kind) -> None:
    assert make_card(FOUND.revise(kind=kind)).card.kind is kind


def test_a_claim_in_another_script_still_gets_an_id() -> None:
    own = make_card(FOUND.revise(claim="Беларусь принимает", title="Закон"))
    assert own.source is not None
    assert own.card.id != own.source.id
