"""The pattern bank is whole, and a broken file is named."""

from pathlib import Path

import pytest

from app.drafting.bank import BLANK, open_bank, read_bank
from app.drafting.genres import open_genre
from app.library import locations
from app.model.brief import Register
from app.model.errors import TemplateBroken, UnknownId

ALONE = {"M6.care-offer"}
MOVES = [f"M{number}" for number in range(1, 9)]


def registers() -> list[Register]:
    root = locations.templates_root() / "patterns"
    return [one for one in Register if any((root / one.value).glob("*.toml"))]


@pytest.mark.parametrize("register", registers())
def test_every_step_has_eight_patterns_and_a_frame(register: Register) -> None:
    bank = open_bank(register)
    assert list(bank.titles) == MOVES
    for name, step in bank.steps.items():
        assert name in ALONE or len(step.patterns) >= 8, name
        assert step.frames, name
        assert all(BLANK in frame for frame in step.frames), name
        assert step.job.endswith("."), name
        for pattern in step.patterns:
            assert pattern.text.endswith("."), pattern.text


def test_every_register_has_the_steps_of_the_formal_one() -> None:
    formal = list(open_bank(Register.FORMAL).steps)
    for register in registers():
        assert sorted(open_bank(register).steps) == sorted(formal), register


def test_the_moves_of_the_genre_are_in_the_bank() -> None:
    moves = {move for plan in open_genre().passage for move in plan.moves}
    assert moves <= set(open_bank().titles)
    assert sum(plan.share for plan in open_genre().passage) == pytest.approx(1)


def test_an_unknown_genre_is_named_with_its_neighbour() -> None:
    with pytest.raises(UnknownId, match="position-papr"):
        open_genre("position-papr")


@pytest.mark.parametrize(
    ("pattern", "reason"),
    [
        ("{{ card.clause | upper }}.", "no filter"),
        ("{{ card.clause }", "card.clause"),
        ("{% for a in b %}{% endfor %}", "no such statement"),
    ],
)
def test_a_broken_pattern_is_named(tmp_path: Path, pattern: str, reason: str) -> None:
    path = tmp_path / "m1.toml"
    path.write_text(
        'move = "M1"\ntitle = "T"\n[[step]]\nid = "a"\njob = "J."\n'
        f"patterns = ['{pattern}']\n",
        encoding="utf-8",
    )
    with pytest.raises(TemplateBroken, match=reason) as raised:
        read_bank([path], Register.FORMAL)
    assert str(path) in str(raised.value)
