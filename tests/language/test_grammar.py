"""Small grammar obeys the ear."""

import pytest

from app.language.dates import in_words
from app.language.grammar import a_or_an, join_names, possessive, sentence_start
from app.language.symbols import find_symbols, parse
from app.language.words import count


@pytest.mark.parametrize(
    "phrase",
    [
        "an hour", "a unit", "an unnamed State", "a UN body", "an IOM office",
        "a UNODC module", "an 8-year plan", "an 18 per cent share", "a State",
        "a 12-year gap", "an NGO", "a NATO text", "an open door", "a European rule",
        "a one-off grant", "a US report", "an ILO mission", "a GRETA visit",
    ],
)  # fmt: skip
def test_the_article_follows_the_sound(phrase: str) -> None:
    assert a_or_an(phrase.partition(" ")[2]) == phrase


def test_lists_end_in_and() -> None:
    assert join_names(["a"]) == "a"
    assert join_names(["a", "b", "c"]) == "a, b and c"
    assert join_names(["a", "b", "c"], oxford=True) == "a, b, and c"
    assert join_names(["a, x", "b", "c"]) == "a, x; b; and c"


def test_a_sentence_starts_with_a_capital_and_keeps_the_rest() -> None:
    assert sentence_start("the UN") == "The UN"
    assert sentence_start("“the UN”") == "“the UN”"
    assert sentence_start("") == ""


def test_possessives_and_dates() -> None:
    assert possessive("Belarus") == "Belarus’"
    assert possessive("France") == "France’s"
    assert in_words("2026-10-05") == "5 October 2026"
    assert in_words("2026-10-05", american=True) == "October 5, 2026"
    assert in_words("2026-10") == "October 2026"
    assert in_words("since the 2000s") == "since the 2000s"


def test_symbols_are_found_and_taken_apart() -> None:
    text = "See A/RES/61/180, CCPR/C/BLR/CO/5 and A/C.3/63/L.4/Rev.1. He/she went."
    assert find_symbols(text) == (
        "A/RES/61/180",
        "CCPR/C/BLR/CO/5",
        "A/C.3/63/L.4/Rev.1",
    )
    draft = parse("A/C.3/63/L.4/Rev.1")
    assert draft is not None
    assert (draft.session, draft.committee, draft.revision) == (63, 3, 1)
    assert draft.is_draft
    assert not draft.is_resolution
    adopted = parse("A/RES/64/293")
    assert adopted is not None
    assert adopted.is_resolution
    assert adopted.session == 64
    assert parse("and/or") is None


def test_words_are_counted_without_markers() -> None:
    assert (
        count("It fell by 6.5 per cent [@stat-a, table 2], UNODC’s report says.") == 9
    )
