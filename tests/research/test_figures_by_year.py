"""Figures by year: what a delegate types becomes figures of their card."""

import pytest

from app.model.card import Kind
from app.model.series import said, series_of
from app.research.figures_by_year import NoFigures, figures_by_year
from app.research.own_cards import Found, make_card

FOUND = Found(kind=Kind.STATISTIC, claim="Fewer were found.", inferred=True)


def test_years_and_figures_become_figures() -> None:
    found = figures_by_year("victims", "2019: 1,094; 2020=94, 2021: 32.5")
    assert [(one.year, one.value) for one in found] == [
        (2019, 1094),
        (2020, 94),
        (2021, 32.5),
    ]
    assert figures_by_year("victims", "  ") == ()


@pytest.mark.parametrize("typed", ["2019 94", "2019: many", "94; 62", "2019: 94 [/b]"])
def test_what_is_no_row_of_years_is_explained(typed: str) -> None:
    with pytest.raises(NoFigures, match="2019: 94"):
        figures_by_year("victims", typed)


def test_figures_need_to_count_something() -> None:
    with pytest.raises(NoFigures, match="what these figures count"):
        figures_by_year("", "2019: 94; 2020: 131")


def test_a_card_of_ones_own_can_have_a_series() -> None:
    by_year = "2019: 4; 2020: 3; 2021: 9"
    counted = FOUND.revise(counted="victims identified", by_year=by_year)
    card = make_card(counted).card
    series = series_of(card, (card,))
    assert series is not None
    assert series.called == "Victims identified, 2019 to 2021"
    assert [said(one.value) for one in series.points] == ["4", "3", "9"]


@pytest.mark.parametrize("digits", [16, 400, 5000])
def test_a_figure_longer_than_any_count_is_refused(digits: int) -> None:
    with pytest.raises(NoFigures):
        figures_by_year("victims", f"2015: 169; 2016: {'9' * digits}")
