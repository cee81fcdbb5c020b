"""The three source texts, place by place, against the cards of the dossiers."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from app.library.dossiers import read_dossier, shipped_folder
from app.model.card import Proposal, ProposalBasis
from app.model.dossier import Dossier

HERE = Path(__file__).parent
FACTS = HERE.parents[2] / "shared" / "facts" / "belarus-human-trafficking.yaml"


@pytest.fixture(scope="module")
def trafficking() -> Dossier:
    return read_dossier(shipped_folder() / "belarus/human-trafficking")


@pytest.fixture(scope="module")
def disability() -> Dossier:
    return read_dossier(shipped_folder() / "belarus/disability-rights")


@pytest.fixture(scope="module")
def places() -> list[dict[str, Any]]:
    with (HERE / "coverage.toml").open("rb") as file:
        return list(tomllib.load(file)["place"])


def held(*dossiers: Dossier) -> set[str]:
    return {card.id for dossier in dossiers for card in dossier.cards}


def test_every_place_of_the_texts_is_carried_or_has_a_reason(
    places: list[dict[str, Any]],
) -> None:
    carried = [one for one in places if one.get("cards")]
    reasons = [one for one in places if one.get("reason")]
    assert (len(carried), len(reasons), len(places)) == (117, 5, 122)
    assert not [one for one in carried if "reason" in one]


def test_every_card_that_carries_a_place_is_in_a_dossier(
    places: list[dict[str, Any]], trafficking: Dossier, disability: Dossier
) -> None:
    named = {card for one in places for card in one.get("cards", ())}
    assert named - held(trafficking, disability) == set()


def test_the_facts_are_the_cards_and_the_open_questions(
    trafficking: Dossier, disability: Dossier
) -> None:
    if not FACTS.is_file():
        pytest.skip("the fact base is not beside this checkout")
    yaml = pytest.importorskip("yaml")
    facts = yaml.safe_load(FACTS.read_text(encoding="utf-8"))
    ours = {
        card.id
        for card in trafficking.cards
        if isinstance(card, Proposal) and card.basis is ProposalBasis.DRAFTED
    }
    questions = {question.id for question in trafficking.open}
    wanted = {fact["id"] for fact in facts["facts"]}
    assert wanted - questions == held(trafficking) - ours
    unverified = {f["id"] for f in facts["facts"] if f["confidence"] == "unverified"}
    assert unverified == wanted & questions
    assert {fact["id"] for fact in facts["second_dossier"]["facts"]} == held(disability)
