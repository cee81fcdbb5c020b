"""Series: one thing counted in several years, over every card that says it."""

import pytest

from app.model.card import Card, Confidence, Figure, Sourcing, Statistic, Voice
from app.model.series import Value, all_series, offered, said, series_of


def card(
    name: str, what: str, *points: tuple[int, Value], unit: str = "people"
) -> Card:
    return Statistic(
        id=name,
        statement="Some were counted.",
        voice=Voice.UN,
        confidence=Confidence.VERIFIED,
        sourcing=Sourcing.SINGLE,
        figures=tuple(
            Figure(value=value, unit=unit, what=what, year=year)
            for year, value in points
        ),
    )


def test_several_cards_carry_one_series() -> None:
    cards = (card("a", "found", (2003, 3)), card("b", "found", (2001, 1), (2002, 2)))
    (one,) = all_series(cards)
    assert [(p.year, p.value, p.card) for p in one.points] == [
        (2001, 1, "b"),
        (2002, 2, "b"),
        (2003, 3, "a"),
    ]
    assert one.cards == ("b", "a")
    assert series_of(cards[0], cards) == one


def test_two_years_or_another_unit_make_no_series() -> None:
    few = (card("a", "found", (2001, 1), (2002, 2)),)
    assert all_series(few) == ()
    other = card("b", "found", (2003, 3), unit="per cent")
    assert series_of(other, (*few, other)) is None


def test_the_first_figure_that_has_a_series_counts() -> None:
    first = Figure(value=9, unit="States", what="alone", year=2001)
    held = card("a", "found", (2001, 1), (2002, 2), (2003, 3))
    mixed = held.revise(figures=(first, *held.figures))
    found = series_of(mixed, (mixed,))
    assert found is not None
    assert found.what == "found"
    assert list(offered((mixed,))) == ["a"]


def test_figures_that_differ_are_told_and_the_first_counts() -> None:
    cards = (
        card("a", "found", (2001, 1), (2002, 2), (2003, 3)),
        card("b", "found", (2002, 20), (2003, 3)),
    )
    (one,) = all_series(cards)
    assert one.known[2002] == 2
    assert one.disputed == (2002,)


@pytest.mark.parametrize(
    ("what", "unit", "title"),
    [
        ("members in March 2010", "States", "Members (States)"),
        ("victims identified", "victims", "Victims identified"),
        ("of the offence of article 181", "victims", "Victims of the offence of "),
        ("in the country", "crisis rooms", "Crisis rooms in the country"),
    ],
)
def test_a_series_has_a_title_a_person_would_write(
    what: str, unit: str, title: str
) -> None:
    made = card("a", what, (2001, 1), (2002, 2), (2003, 3), unit=unit)
    (one,) = all_series((made,))
    assert one.title.startswith(title)


def test_years_between_are_listed_unless_they_are_many() -> None:
    (near,) = all_series((card("a", "found", (2001, 1), (2003, 2), (2004, 3)),))
    assert near.gaps == (2002,)
    (far,) = all_series((card("a", "found", (1901, 1), (1950, 2), (2004, 3)),))
    assert far.years == (1901, 1950, 2004)


def test_figures_are_said_as_a_paper_says_them() -> None:
    told = [said(one) for one in (1578, 32.5, 20.0, "Tier 3")]
    assert told == ["1,578", "32.5", "20", "Tier 3"]


def test_words_and_endless_numbers_are_no_numbers() -> None:
    (words,) = all_series((card("a", "x", (2001, 1), (2002, "17 to 26"), (2003, 3)),))
    assert words.numbers is None
    (endless,) = all_series(
        (card("a", "x", (2001, 1), (2002, float("inf")), (2003, 3)),)
    )
    assert endless.numbers is None
