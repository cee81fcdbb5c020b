from pathlib import Path

import pytest

from app.library.dossiers import (
    list_dossiers,
    open_dossier,
    read_dossier,
    shipped_folder,
)
from app.model.card import Criticism, Kind, ReplyLabel
from app.model.errors import UnknownId, Unreadable
from tests.library.tiny_dossier import change, write_dossier


@pytest.fixture
def own_shelf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("COMMUNIQUE_HOME", str(tmp_path / "shelf"))
    return tmp_path / "shelf" / "dossiers"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_dossier(tmp_path)


def test_the_shelf_lists_the_shipped_dossiers_with_their_number_of_cards(
    own_shelf: Path,
) -> None:
    listed = {listing.id: listing for listing in list_dossiers()}
    trafficking = listed["belarus/human-trafficking"]
    assert trafficking.shipped
    assert trafficking.cards == len(open_dossier(trafficking.id).cards)
    assert listed["belarus/disability-rights"].country == "Belarus"


def test_a_dossier_of_ones_own_stands_on_the_shelf_too(own_shelf: Path) -> None:
    write_dossier(own_shelf)
    found = {one.id: one for one in list_dossiers()}["malta/clean-seas"]
    assert (found.title, found.cards, found.shipped) == (
        "Malta on clean seas",
        6,
        False,
    )


def test_ones_own_dossier_overrides_a_shipped_one_of_the_same_place(
    own_shelf: Path,
) -> None:
    write_dossier(own_shelf, place="belarus/human-trafficking")
    assert open_dossier("belarus/human-trafficking").title == "Malta on clean seas"
    listed = [one for one in list_dossiers() if one.id == "belarus/human-trafficking"]
    assert [one.shipped for one in listed] == [False]


def test_a_misspelt_place_is_answered_with_the_nearest_one(own_shelf: Path) -> None:
    with pytest.raises(UnknownId) as caught:
        open_dossier("belarus/human-traficking")
    assert "belarus/human-trafficking" in caught.value.hint


def test_the_kind_of_a_card_follows_from_its_file(folder: Path) -> None:
    dossier = read_dossier(folder)
    assert dossier.card("rec-plan").kind is Kind.RECORD
    assert dossier.card("crit-slow").kind is Kind.CRITICISM
    assert [card.id for card in dossier.replies_to("crit-slow")] == ["resp-plan"]


def test_a_card_without_a_month_takes_the_month_of_its_dossier(folder: Path) -> None:
    dossier = read_dossier(folder)
    assert dossier.card("rec-plan").as_of == "2026-01"
    assert dossier.card("draft-nets").as_of is None


def test_a_dossier_that_names_no_id_goes_by_its_place(folder: Path) -> None:
    assert read_dossier(folder).id == "malta/clean-seas"


def test_a_folder_with_a_header_alone_is_an_empty_dossier(tmp_path: Path) -> None:
    folder = write_dossier(tmp_path)
    for path in folder.glob("*.toml"):
        if path.name != "dossier.toml":
            path.unlink()
    assert read_dossier(folder).cards == ()


def test_an_unknown_key_is_named_with_its_card_its_line_and_the_nearest_key(
    folder: Path,
) -> None:
    change(folder, "record.toml", "statement =", "statment =")
    with pytest.raises(Unreadable) as caught:
        read_dossier(folder)
    said = caught.value.what
    assert 'line 3, card "rec-plan"' in said
    assert 'unknown key "statment" (did you mean "statement"?)' in said


def test_an_unknown_table_is_named_with_the_nearest_one(folder: Path) -> None:
    change(folder, "record.toml", "[[card]]", "[[cards]]")
    change(folder, "record.toml", "[card.say]", "[cards.say]")
    with pytest.raises(Unreadable, match=r'unknown key "cards".*"card"'):
        read_dossier(folder)


def test_curly_quotes_around_a_value_are_told_with_line_and_column(
    folder: Path,
) -> None:
    change(folder, "sources.toml", '"Clean seas"', "“Clean seas”")
    with pytest.raises(Unreadable, match=r"line 5, column 9: a curly quotation mark"):
        read_dossier(folder)


def test_a_card_of_another_kind_is_refused_in_a_file(folder: Path) -> None:
    change(folder, "record.toml", 'voice = "country"', 'kind = "stance"\nvoice = "un"')
    with pytest.raises(Unreadable, match='card "rec-plan": "kind"'):
        read_dossier(folder)


def test_a_card_in_single_brackets_is_explained(folder: Path) -> None:
    change(folder, "record.toml", "[[card]]", "[card]")
    with pytest.raises(Unreadable, match=r"each entry opens with \[\[card\]\]"):
        read_dossier(folder)


def test_a_format_of_the_future_is_refused(folder: Path) -> None:
    change(folder, "dossier.toml", 'topic = "Clean seas"', 'topic = "x"\nformat = 9')
    with pytest.raises(Unreadable, match="its format is 9"):
        read_dossier(folder)


def test_a_folder_without_a_header_is_no_dossier(tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match="there is no such file"):
        read_dossier(tmp_path)


def test_brackets_and_accents_in_a_statement_come_through(folder: Path) -> None:
    said = "Côte d’Ivoire wrote “[sic]” and مرحبا in 2005."
    change(folder, "criticisms.toml", "Crews were hurt.", said)
    assert read_dossier(folder).card("crit-harm").statement == said


def test_the_belarus_dossier_holds_what_a_paper_needs() -> None:
    dossier = read_dossier(shipped_folder() / "belarus/human-trafficking")
    assert [line.id for line in dossier.lines] == ["coordination", "demand", "victims"]
    assert len(dossier.criticisms) == 39
    assert dossier.speaking_for is not None
    tier = dossier.card("crit-tip-tier3")
    assert isinstance(tier, Criticism)
    assert tier.granted
    labels = {reply.label_for(tier.id) for reply in dossier.replies_to(tier.id)}
    assert labels == {ReplyLabel.DENIES, ReplyLabel.ELSEWHERE, ReplyLabel.IN_PART}
    assert dossier.proposals_for(tier.id)


def test_ten_thousand_cards_are_found_by_their_ids(folder: Path) -> None:
    dossier = read_dossier(folder)
    card = dossier.card("rec-plan")
    cards = tuple(card.model_copy(update={"id": f"rec-{n}"}) for n in range(10_000))
    large = dossier.revise(cards=cards)
    assert [large.card(f"rec-{n}").id for n in range(10_000)] == [c.id for c in cards]
    with pytest.raises(KeyError):
        large.card("rec-plan")
