"""Spoken words: numbers, years, dates and symbols as they are said aloud."""

import pytest

from app.language.spoken import cardinal, ordinal, paired, seconds_of, spoken, words_in


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("resolution 61/180", "resolution sixty-one one-eighty"),
        ("A/RES/61/180 of", "resolution sixty-one one-eighty of"),
        ("resolution A/RES/64/293", "resolution sixty-four two-ninety-three"),
        ("S/RES/2331 (2016)", "resolution twenty-three thirty-one of twenty sixteen"),
        ("the Global Plan (A/RES/64/293) of 2010", "the Global Plan of twenty ten"),
        ("see CCPR/C/BLR/CO/5", "see document CCPR C BLR CO five"),
        ("5,063 victims", "five thousand and sixty-three victims"),
        ("2,300 traffickers", "two thousand three hundred traffickers"),
        ("about 20,000 workers", "about twenty thousand workers"),
        ("2006 and mid-2014", "two thousand and six and mid-twenty fourteen"),
        ("from 1999 to 2000", "from nineteen ninety-nine to two thousand"),
        ("in 2017–2021", "in twenty seventeen to twenty twenty-one"),
        ("in the early 2000s", "in the early two thousands"),
        ("the 1990s and 2010s", "the nineteen nineties and twenty tens"),
        ("on 30 July 2010", "on the thirtieth of July twenty ten"),
        ("Law No. 350-Z of 2012", "Law number three-fifty Z of twenty twelve"),
        ("article 181 alone", "article one hundred and eighty-one alone"),
        ("art. 5", "article five"),
        ("3.5 per cent", "three point five per cent"),
        ("12% of", "twelve per cent of"),
        ("US$ 2.5 million", "two point five million United States dollars"),
        ("Tier 3", "Tier three"),
        ("the 18th session", "the eighteenth session"),
        ("139 for, 3 against", "one hundred and thirty-nine for, three against"),
        ("It ended in 2014. Then", "It ended in twenty fourteen. Then"),
        ("no figures at all", "no figures at all"),
    ],
)  # fmt: skip
def test_what_is_said(written: str, said: str) -> None:
    assert spoken(written) == said


def test_american_numbers_and_dates() -> None:
    said = spoken("On 30 July, 5,063 victims", american=True)
    assert said == "On July thirtieth, five thousand sixty-three victims"
    assert spoken("July 30, 2010", american=True) == "July thirtieth, twenty ten"


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (0, "zero"),
        (21, "twenty-one"),
        (100, "one hundred"),
        (1001, "one thousand and one"),
        (1_000_000, "one million"),
        (2_400_000_000, "two billion four hundred million"),
    ],
)
def test_cardinals(number: int, said: str) -> None:
    assert cardinal(number) == said


def test_labels_and_places() -> None:
    assert [paired(one) for one in (5, 101, 200, 1325)] == [
        "five", "one-oh-one", "two hundred", "thirteen twenty-five",
    ]  # fmt: skip
    assert [ordinal(one) for one in (1, 12, 20, 22, 30, 100)] == [
        "first", "twelfth", "twentieth", "twenty-second", "thirtieth", "one hundredth",
    ]  # fmt: skip


def test_no_figure_is_left() -> None:
    said = spoken("In 2018, 1,578 crimes, 12.5% of 9999, A/61/L.4 and No. 7.")
    assert not any(sign.isdigit() for sign in said.replace("L4", ""))


def test_the_time_it_takes() -> None:
    assert words_in("resolution sixty-one one-eighty, Belarus’ own") == 7
    assert seconds_of("word " * 130) == 60
