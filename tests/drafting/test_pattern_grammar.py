"""Patterns are words and slots, and nothing else gets in."""

import re
from collections.abc import Mapping

import pytest

from app.drafting.bank import open_bank
from app.drafting.pattern_grammar import (
    Gap,
    Nodes,
    Refused,
    Slot,
    _read_by_jinja,
    _read_plainly,
    filled,
    fixed_words,
    frame,
    read_pattern,
    slots,
    words_between_slots,
)
from app.drafting.roles import Role
from app.model.brief import Register


def said_by(parts: Nodes, roles: Mapping[str, Role]) -> str:
    """What a pattern says with the first wording in each gap."""
    framed = frame(parts, roles)
    gaps = [one.slot for one in framed if isinstance(one, Gap)]
    return filled(framed, [roles[one.role].forms[one.form][0] for one in gaps])


def test_a_pattern_is_filled_and_marked() -> None:
    parts = read_pattern("{{ country.name }} answered by {{ deed.gerund }}.")
    roles = {
        "country": Role({"name": ("Ruritania",)}),
        "deed": Role({"gerund": ("closing the port",)}, ("rec-port",)),
    }
    said = said_by(parts, roles)
    assert said == "Ruritania answered by closing the port[@rec-port]."
    assert set(slots(parts)) == {Slot("country", "name"), Slot("deed", "gerund")}


def test_words_depend_on_whether_a_form_exists() -> None:
    parts = read_pattern(
        "{% if deed.shows %}It shows {{ deed.shows }}{% else %}It stands{% endif %}."
    )
    known = {"deed": Role({"shows": ("that ports can close",)})}
    assert said_by(parts, known) == "It shows that ports can close."
    assert said_by(parts, {"deed": Role({})}) == "It stands."
    assert not tuple(slots(parts))


def test_what_a_person_wrote_is_never_read_as_a_pattern() -> None:
    parts = read_pattern("{{ deed.clause }}.")
    wild = "{{ 7 * 7 }} and {% raw %} and [/b] and <i>"
    assert said_by(parts, {"deed": Role({"clause": (wild,)})}) == f"{wild}."


def test_filters_are_applied() -> None:
    parts = read_pattern("{{ prop.name | a | start }}.")
    assert said_by(parts, {"prop": Role({"name": ("NGO office",)})}) == (
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


@pytest.mark.parametrize("register", Register)
def test_patterns_read_plainly_are_what_jinja_reads(register: Register) -> None:
    told = [one.text for one in open_bank(register).patterns()]
    plain = {one: _read_plainly(one) for one in told}
    assert sum(one is not None for one in plain.values()) > 0.9 * len(told)
    for text, parts in plain.items():
        if parts is not None:
            assert parts == _read_by_jinja(text), text


@pytest.mark.parametrize(
    "text",
    [
        "{{ a.b }}{{ c.d|a|start }} e.",
        "{{a.b}} {x} y",
        "{# note #}{{ a.b }}",
        "{{ a.b }}\n",
        "x\r\ny {{ a.b }}",
        "{{ a.b.c }}",
        "{{ not.b }}",
        "{{ none.b }}",
        "{{ a.b | shout }}",
        "{{ a.B }} and {{ a1.b }}",
        "}} {{ a.b }}",
    ],
)
def test_what_is_not_plain_is_left_to_jinja(text: str) -> None:
    try:
        expected = _read_by_jinja(text)
    except Refused as refused:
        with pytest.raises(Refused, match=re.escape(str(refused))):
            read_pattern(text)
    else:
        assert read_pattern(text) == expected
