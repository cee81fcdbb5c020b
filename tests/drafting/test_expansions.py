"""Acronyms are spelled out once, where a name can stand."""

from app.drafting.expansions import spell_out
from app.model.dossier import Term

TERMS = (
    Term(term="IOM", expand="International Organization for Migration", say="x"),
    Term(
        term="GRETA",
        expand="Group of Experts on Action against Trafficking in Human Beings",
        say="x",
    ),
    Term(term="Trust Fund", say="x"),
)


def test_the_first_use_with_room_takes_the_name() -> None:
    said = ["An IOM study says so.", "IOM helped [@a], and IOM’s partners paid."]
    assert spell_out(said, TERMS) == [
        "An IOM study says so.",
        "The International Organization for Migration (IOM) helped [@a], and IOM’s "
        "partners paid.",
    ]


def test_an_owner_takes_the_name_where_it_comes_first() -> None:
    said = ["It drew comments from the IOM’s experts.", "IOM helped."]
    assert spell_out(said, TERMS) == [
        "It drew comments from the International Organization for Migration’s (IOM) "
        "experts.",
        "IOM helped.",
    ]


def test_an_article_is_not_doubled() -> None:
    said = ["It was found by the IOM in 2006."]
    (told,) = spell_out(said, TERMS)
    assert "by the International Organization for Migration (IOM) in" in told


def test_a_short_form_that_explains_itself_is_left_alone() -> None:
    said = ["The expert group GRETA came twice.", "GRETA found much."]
    assert spell_out(said, TERMS) == said


def test_a_marker_is_no_acronym() -> None:
    assert spell_out(["It helps [@IOM-2006]."], TERMS) == ["It helps [@IOM-2006]."]


def test_the_name_in_full_brings_its_short_form_and_is_short_from_there_on() -> None:
    said = [
        "A course of the International Organization for Migration helped.",
        "Later IOM ran it alone.",
        "The International Organization for Migration reports on it.",
    ]
    assert spell_out(said, TERMS) == [
        "A course of the International Organization for Migration (IOM) helped.",
        "Later IOM ran it alone.",
        "The IOM reports on it.",
    ]


def test_a_short_form_used_before_its_name_is_spelled_out_there() -> None:
    said = ["It listened to IOM.", "The International Organization for Migration came."]
    assert spell_out(said, TERMS) == [
        "It listened to the International Organization for Migration (IOM).",
        "The IOM came.",
    ]


def test_a_name_without_its_short_form_stays_alone() -> None:
    said = ["The International Organization for Migration helped."]
    assert spell_out(said, TERMS) == said


def test_an_acronym_inside_a_name_is_left_as_it_is() -> None:
    terms = (
        Term(term="CAP", expand="EU Capacity Mission", say="x"),
        Term(term="EU", expand="European Union", say="x"),
    )
    assert spell_out(["The CAP helps."], terms) == [
        "The EU Capacity Mission (CAP) helps."
    ]


def test_a_name_within_a_longer_one_is_not_taken_for_itself() -> None:
    terms = (
        Term(term="UNDP", expand="United Nations Development Programme", say="x"),
        Term(term="UN", expand="United Nations", say="x"),
    )
    said = spell_out(["The UNDP pays.", "The UN asks."], terms)
    assert said == [
        "The United Nations Development Programme (UNDP) pays.",
        "The United Nations (UN) asks.",
    ]


def test_an_acronym_with_a_hyphen_is_known_before_another_hyphen() -> None:
    terms = (Term(term="COVID-19", expand="coronavirus disease", say="x"),)
    said = spell_out(["COVID-19-related cuts hurt.", "Coronavirus disease"], terms)
    assert said[0] == "COVID-19-related cuts hurt."
    told = spell_out(["COVID-19-led cuts hurt.", "The coronavirus disease."], terms)
    assert told[1] == "The coronavirus disease (COVID-19)."


def test_the_glossary_may_say_an_acronym_twice() -> None:
    terms = (
        Term(term="CAT", expand="Committee against Torture", say="x"),
        Term(term="CAT", expand="Convention against Torture", say="x"),
    )
    (said,) = spell_out(["The CAT asked."], terms)
    assert said == "The Committee against Torture (CAT) asked."
