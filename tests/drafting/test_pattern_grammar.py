"""Patterns are words and slots, and nothing else gets in."""

from collections.abc import Sequence

import pytest

from app.drafting.pattern_grammar import (
    Refused,
    Slot,
    fill,
    fixed_words,
    read_pattern,
    slots,
    words_between_slots,
)
from app.drafting.roles import Role


def first(_: Slot, wordings: Sequence[str]) -> str:
    return wordings[0]


def test_a_pattern_is_filled_and_marked() -> None:
    parts = read_pattern("{{ country.name }} answered by {{ deed.gerund }}.")
    roles = {
        "country": Role({"name": ("Ruritania",)}),
        "deed": Role({"gerund": ("closing the port",)}, ("rec-port",)),
    }
    said = fill(parts, roles, first)
    assert said == "Ruritania answered by closing the port[@rec-port]."
    assert set(slots(parts)) == {Slot("country", "name"), Slot("deed", "gerund")}


def test_words_depend_on_whether_a_form_exists() -> None:
    parts = read_pattern(
        "{% if deed.shows %}It shows {{ deed.shows }}{% else %}It stands{% endif %}."
    )
    known = {"deed": Role({"shows": ("that ports can close",)})}
    assert fill(parts, known, first) == "It shows that ports can close."
    assert fill(parts, {"deed": Role({})}, first) == "It stands."
    assert not tuple(slots(parts))


def test_what_a_person_wrote_is_never_read_as_a_pattern() -> None:
    parts = read_pattern("{{ deed.clause }}.")
    wild = "{{ 7 * 7 }} and {% raw %} and [/b] and <i>"
    assert fill(parts, {"deed": Role({"clause": (wild,)})}, first) == f"{wild}."


def test_filters_are_applied() -> None:
    parts = read_pattern("{{ prop.name | a | start }}.")
    assert fill(parts, {"prop": Role({"name": ("NGO office",)})}, first) == (
        "An NGO office."
    )


@pytest.mark.parametrize(
    "text",
    [
        "{{ country }}",
        "{{ country.name.upper() }}",
        "{{ country['name'] }}",
        "{{ 1 + 1 }}",
        "{{ country.name | attr('x') }}",
        "{{ country.name | upper }}",
        "{% for x in y %}{{ x.y }}{% endfor %}",
        "{% set a = 1 %}",
        "{% include 'x' %}",
        "{{ ''.__class__.__mro__ }}",
        "{{ country.name",
        "{% if country.name == 'X' %}a{% endif %}",
    ],
)
def test_everything_else_is_refused(text: str) -> None:
    with pytest.raises(Refused):
        read_pattern(text)


def test_the_fixed_words_are_what_every_filling_has() -> None:
    parts = read_pattern("As to money, {{ prop.money }}, and so on.")
    assert fixed_words(parts) == ("As to money", "and so on")


def test_words_run_on_past_an_if_that_adds_none() -> None:
    parts = read_pattern(
        "{{ country.name }} next asks {{ prop.actor }}, {% if strand.part %}with "
        "{{ strand.part }} in view, {% endif %}to {{ prop.act }}."
    )
    assert set(words_between_slots(parts)) == {
        "next asks", "with", "in view, to", "to"
    }  # fmt: skip


def test_words_of_both_branches_run_on() -> None:
    parts = read_pattern("It {% if card.x %}says so{% else %}is silent{% endif %} now.")
    assert set(words_between_slots(parts)) == {"It says so now", "It is silent now"}
