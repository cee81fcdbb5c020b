"""Choices inside a wording, and every wording they stand for."""

from app.model.alternatives import MOST_WORDINGS, covering, expand, wordings
from app.model.say import Say


def test_a_text_without_choices_stands_for_itself() -> None:
    assert expand("set apart a share") == ("set apart a share",)


def test_choices_make_every_wording_the_first_one_first() -> None:
    assert expand("{set apart|reserve} a {share|part}") == (
        "set apart a share",
        "set apart a part",
        "reserve a share",
        "reserve a part",
    )


def test_a_choice_may_be_left_out_without_a_double_space() -> None:
    assert expand("a {short |}public account") == (
        "a short public account",
        "a public account",
    )


def test_an_open_bracket_stays_as_it_is() -> None:
    assert expand("a {share|part of it") == ("a {share|part of it",)


def test_too_rich_a_text_cannot_fill_the_memory() -> None:
    rich = "{a|b|c} " * 40
    assert wordings(rich) == 3**40
    assert len(expand(rich)) == 3 <= MOST_WORDINGS


def test_covering_lets_every_choice_stand_once() -> None:
    assert covering("{a|b|c} of {x|y}") == ("a of x", "b of y", "c of x")


def test_a_card_gives_every_wording_and_the_preferred_one() -> None:
    say = Say(act=("{write|draw up} rules", "compare rules"))
    assert say.variants("act") == ("write rules", "draw up rules", "compare rules")
    assert say.first("act") == "write rules"
    assert say.first("money") == ""
