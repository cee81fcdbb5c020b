"""The first person and a delegate's own opinion."""

import pytest

from app.review.person import first_person, opinion


@pytest.mark.parametrize(
    ("sentence", "word"),
    [
        ("We ask for more.", "We"),
        ("Belarus asks us to act.", "us"),
        ("It is our view.", "our"),
        ("I hold that it is so.", "I"),
        ("The choice is ours.", "ours"),
    ],
)
def test_the_first_person_is_heard(sentence: str, word: str) -> None:
    assert first_person(sentence) == word


@pytest.mark.parametrize(
    "sentence",
    [
        "The US delegation left.",
        "Annex I lists the States; Protocol I binds them.",
        "The envoy said “we will stay” and left.",
        "Hours were spent; the weather was bad.",
        "The I.L.O. was heard.",
        "World War I ended.",
    ],
)
def test_what_only_looks_like_it_is_left_alone(sentence: str) -> None:
    assert first_person(sentence) is None


@pytest.mark.parametrize(
    ("sentence", "heard"),
    [
        ("I think it is wrong.", True),
        ("We strongly believe in this.", True),
        ("In my humble opinion it is.", True),
        ("Personally, this is a gain.", True),
        ("Belarus holds that it is wrong.", False),
        ("The panel said “we believe them”.", False),
    ],
)
def test_an_opinion_is_heard(sentence: str, heard: bool) -> None:
    assert (opinion(sentence) is not None) is heard
