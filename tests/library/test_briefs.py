from pathlib import Path

import pytest

from app.library.briefs import (
    begin_brief,
    empty_brief,
    leans_on,
    origin_of,
    ready_brief,
    with_line,
    with_own_card,
    with_picks,
)
from app.library.dossiers import read_dossier
from app.model.assignment import Assignment, Committee, Country
from app.model.brief import BriefKind, Passage
from app.model.card import Confidence, Kind, RecordCard, Sourcing, Stance, Voice
from app.model.dossier import Dossier
from app.model.errors import Trouble, UnknownId, Unreadable
from app.model.source import Place, Source, SourceType
from tests.library.tiny_dossier import write_dossier

READY = """
line = "nets"
picks = ["crit-slow", "resp-plan"]
agenda = "Ask Fiji."

[assignment]
conference = "nmun-ny"

[assignment.committee]
name = "Second Committee"

[[question]]
text = "Who counts?"
"""


@pytest.fixture
def dossier(tmp_path: Path) -> Dossier:
    return read_dossier(write_dossier(tmp_path))


@pytest.fixture
def assignment() -> Assignment:
    return Assignment(
        country=Country(name="Malta"),
        topic="Clean seas",
        committee=Committee(name="Second Committee"),
    )


def own_card(card_id: str = "own-nets") -> Stance:
    return Stance(
        id=card_id,
        statement="Malta wants tags.",
        voice=Voice.COUNTRY,
        confidence=Confidence.SINGLE,
        sourcing=Sourcing.OWN,
        sources=(Place(id="own-speech"),),
    )


OWN_SOURCE = Source(id="own-speech", type=SourceType.SPEECH, title="A speech")


def ids(cards: tuple[object, ...]) -> set[str]:
    return {str(getattr(card, "id", "")) for card in cards}


def test_a_new_brief_holds_nothing_but_the_glossary_until_something_is_chosen(
    dossier: Dossier, assignment: Assignment
) -> None:
    brief = begin_brief(dossier, assignment)
    assert (brief.kind, brief.dossier) == (BriefKind.DELEGATE, "malta/clean-seas")
    assert (brief.cards, brief.sources, brief.line) == ((), (), None)
    assert brief.glossary == dossier.glossary


def test_a_picked_criticism_brings_what_it_grants_and_the_sources(
    dossier: Dossier, assignment: Assignment
) -> None:
    brief = begin_brief(dossier, assignment, picks=["crit-slow"])
    assert ids(brief.cards) == {"crit-slow", "rec-plan"}
    assert ids(brief.sources) == {"a-res-60-1"}
    assert brief.picks == ("crit-slow",)


@pytest.mark.parametrize("card_id", ["crit-harm", "resp-plan", "draft-nets"])
def test_what_a_card_leans_on_is_copied_too(
    dossier: Dossier, assignment: Assignment, card_id: str
) -> None:
    brief = begin_brief(dossier, assignment, picks=[card_id])
    assert ids(brief.cards) == {card_id, "rec-plan"}
    assert leans_on(dossier.card(card_id)) == ("rec-plan",)


def test_a_copy_says_where_it_came_from_with_twelve_digits(
    dossier: Dossier, assignment: Assignment
) -> None:
    brief = begin_brief(dossier, assignment, picks=["rec-plan"])
    origin = brief.cards[0].origin or ""
    place, mark = origin.split("#")
    assert (place, len(mark)) == ("malta/clean-seas", 12)
    int(mark, 16)
    assert origin_of(brief.cards[0], "malta/clean-seas") == origin


def test_the_mark_of_a_copy_changes_with_any_word_of_the_card(dossier: Dossier) -> None:
    card = dossier.card("rec-plan")
    changed = card.model_copy(update={"note": "only ports"})
    assert origin_of(card, "a/b") != origin_of(changed, "a/b")


def test_a_line_brings_every_card_it_names(
    dossier: Dossier, assignment: Assignment
) -> None:
    brief = with_line(begin_brief(dossier, assignment), dossier, "nets")
    assert brief.line == dossier.lines[0]
    assert ids(brief.cards) >= set(dossier.lines[0].cards)
    without = with_line(brief, dossier, None)
    assert (without.line, without.cards, without.sources) == (None, (), ())


def test_unpicked_copies_go_and_their_sources_with_them(
    dossier: Dossier, assignment: Assignment
) -> None:
    brief = begin_brief(dossier, assignment, picks=["crit-slow", "resp-harm"])
    fewer = with_picks(brief, dossier, ["resp-harm"])
    assert ids(fewer.cards) == {"resp-harm"}
    assert with_picks(fewer, dossier, []).sources == ()


def test_the_order_of_picks_is_kept_and_leaves_the_cards_alone(
    dossier: Dossier, assignment: Assignment
) -> None:
    brief = begin_brief(dossier, assignment, picks=["crit-slow", "rec-plan"])
    turned = with_picks(brief, dossier, ["rec-plan", "crit-slow", "rec-plan"])
    assert turned.picks == ("rec-plan", "crit-slow")
    assert turned.cards == brief.cards


def test_a_card_that_the_text_cites_stays(
    dossier: Dossier, assignment: Assignment
) -> None:
    brief = begin_brief(dossier, assignment, picks=["resp-harm"])
    brief = brief.with_passage(Passage(id="opening", text="No [@resp-harm, annex]."))
    assert ids(with_picks(brief, dossier, []).cards) == {"resp-harm"}


def test_a_copy_in_the_brief_is_not_renewed_behind_the_delegates_back(
    dossier: Dossier, assignment: Assignment
) -> None:
    brief = begin_brief(dossier, assignment, picks=["rec-plan"])
    newer = dossier.revise(
        cards=tuple(card.revise(note="new") for card in dossier.cards)
    )
    again = with_picks(brief, newer, ["rec-plan", "resp-harm"])
    assert again.card("rec-plan") == brief.card("rec-plan")
    assert getattr(again.card("resp-harm"), "note", None) == "new"


def test_ones_own_card_is_picked_last_and_never_dropped(
    dossier: Dossier, assignment: Assignment
) -> None:
    brief = begin_brief(dossier, assignment, picks=["rec-plan"])
    brief = with_own_card(brief, own_card(), OWN_SOURCE)
    assert brief.picks == ("rec-plan", "own-nets")
    bare = with_picks(brief, dossier, [])
    assert (ids(bare.cards), ids(bare.sources)) == ({"own-nets"}, {"own-speech"})
    assert with_picks(bare, dossier, ["own-nets"]).picked() == (own_card(),)
    assert with_picks(bare, None, ["own-nets"]).picks == ("own-nets",)


def test_ones_own_card_is_replaced_when_it_is_written_again(
    assignment: Assignment,
) -> None:
    brief = with_own_card(empty_brief(assignment), own_card(), OWN_SOURCE)
    again = with_own_card(brief, own_card().revise(note="later"), OWN_SOURCE)
    assert [card.note for card in again.cards] == ["later"]
    assert again.picks == ("own-nets",)
    assert len(again.sources) == 1


def test_ones_own_card_cannot_take_the_name_of_a_copied_one(
    dossier: Dossier, assignment: Assignment
) -> None:
    brief = begin_brief(dossier, assignment, picks=["rec-plan"])
    with pytest.raises(Trouble, match="rec-plan"):
        with_own_card(brief, own_card("rec-plan"), None)


def test_an_unknown_card_or_line_is_answered_with_the_nearest(
    dossier: Dossier, assignment: Assignment
) -> None:
    with pytest.raises(UnknownId, match="rec-plan"):
        begin_brief(dossier, assignment, picks=["rec-plam"])
    with pytest.raises(UnknownId, match="nets"):
        begin_brief(dossier, assignment, line="net")


def test_an_empty_brief_has_no_dossier(assignment: Assignment) -> None:
    brief = empty_brief(assignment)
    assert (brief.dossier, brief.cards, brief.kind) == (None, (), BriefKind.DELEGATE)


@pytest.fixture
def shelved(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("COMMUNIQUE_HOME", str(tmp_path / "shelf"))
    return write_dossier(tmp_path / "shelf" / "dossiers")


def test_a_ready_brief_names_its_line_and_takes_its_cards_from_the_dossier(
    shelved: Path,
) -> None:
    (shelved / "ready").mkdir()
    (shelved / "ready/brief.toml").write_text(READY, encoding="utf-8")
    brief = ready_brief("malta/clean-seas")
    assert (brief.kind, brief.dossier) == (BriefKind.READY, "malta/clean-seas")
    assert brief.line is not None
    assert brief.line.id == "nets"
    assert (brief.assignment.country.name, brief.assignment.topic) == (
        "Malta",
        "Clean seas",
    )
    assert brief.picks == ("crit-slow", "resp-plan")
    assert ids(brief.cards) >= {"crit-slow", "resp-plan", "rec-plan", "draft-nets"}
    assert isinstance(brief.picked(Kind.RECORD), tuple)
    assert isinstance(brief.card("rec-plan"), RecordCard)
    assert (brief.agenda, brief.questions[0].text) == ("Ask Fiji.", "Who counts?")


def test_a_dossier_without_a_ready_brief_says_so(shelved: Path) -> None:
    with pytest.raises(UnknownId, match="has no ready brief") as told:
        ready_brief("malta/clean-seas")
    assert "new FOLDER --dossier malta/clean-seas --committee" in told.value.hint


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('"nets"', '"knots"', "knots"),
        ('"resp-plan"', '"resp-plam"', "resp-plan"),
        ("agenda", "agendum", "agenda"),
    ],
)
def test_a_mistake_in_a_ready_brief_is_named(
    shelved: Path, old: str, new: str, said: str
) -> None:
    (shelved / "ready").mkdir()
    path = shelved / "ready/brief.toml"
    path.write_text(READY.replace(old, new), encoding="utf-8")
    with pytest.raises((UnknownId, Unreadable), match=said):
        ready_brief("malta/clean-seas")
