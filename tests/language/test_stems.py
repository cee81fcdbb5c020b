"""Synonyms and endings come to one stem; other words do not."""

import pytest

from app.language.gist import FEWEST, Gist
from app.language.stems import stem


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("States", "country"),
        ("law", "statutes"),
        ("ashamed", "shame"),
        ("recognising", "identified"),
        ("trafficked", "trafficking"),
        ("Belarus’s", "Belarus"),
    ],
)
def test_the_same_thing_has_one_stem(one: str, other: str) -> None:
    assert stem(one) == stem(other)


@pytest.mark.parametrize(("one", "other"), [("law", "victim"), ("court", "count")])
def test_other_things_have_others(one: str, other: str) -> None:
    assert stem(one) != stem(other)


def bag(text: str) -> frozenset[str]:
    return frozenset(map(stem, text.split()))


def test_the_gist_is_found_in_any_order() -> None:
    card = bag("officers without rules could never recognise hidden victims abroad")
    gist = Gist([card, bag("money for shelters comes late")], [bag("record answers")])
    turned = bag("abroad hidden victims could never be identified by officers")
    assert gist.of(turned).share > 0.7
    other = bag("grandmother sells apples beside a dusty road near Brest on Sundays")
    assert gist.of(other).share < 0.1


def test_too_few_words_prove_nothing() -> None:
    card = bag("officers without rules")
    assert len(card) < FEWEST
    assert Gist([card], []).of(card).share == 0.0
    assert Gist([], []).of(bag("a b c d e f g h i")).share == 0.0
