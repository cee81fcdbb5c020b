"""The atlas knows every State by the names people type."""

from collections import Counter

import pytest

from app.library.atlas import Group, find_member, members
from app.model.errors import UnknownId


def test_the_atlas_holds_all_members_and_two_observers() -> None:
    assert sum(not member.observer for member in members()) == 193
    assert {member.name for member in members() if member.observer} == {
        "Holy See",
        "State of Palestine",
    }


def test_the_regional_groups_have_the_sizes_of_the_united_nations() -> None:
    sizes = Counter(member.group for member in members() if not member.observer)
    assert sizes == {
        Group.AFRICAN: 54,
        Group.ASIA_PACIFIC: 54,
        Group.EASTERN_EUROPEAN: 23,
        Group.GRULAC: 33,
        Group.WEOG: 29,
    }


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("Belarus", "Belarus"),
        ("republic of belarus", "Belarus"),
        ("cote d’ivoire", "Côte d'Ivoire"),
        ("The Netherlands", "Netherlands"),
        ("Bolivia", "Bolivia (Plurinational State of)"),
        ("USA", "United States of America"),
        ("Vatican", "Holy See"),
    ],
)
def test_a_state_is_found_by_what_people_type(typed: str, name: str) -> None:
    assert find_member(typed).name == name


def test_an_unknown_state_is_answered_with_the_nearest() -> None:
    with pytest.raises(UnknownId) as trouble:
        find_member("Belarsu")
    assert "Belarus" in trouble.value.hint


def test_no_two_states_answer_to_one_code_or_formal_name() -> None:
    formals = [member.formal for member in members() if member.formal]
    assert len(set(formals)) == len(formals)
    assert len({member.code for member in members()}) == 195
