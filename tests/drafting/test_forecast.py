"""Forecasts: how long a paper will be is known nearly before it has words."""

from itertools import product

import pytest

from app.drafting.assembly import Assembly
from app.drafting.bank import open_bank
from app.drafting.budget import Extent, extent
from app.drafting.costs import Costs
from app.drafting.dropping import ways_to_save
from app.drafting.forecast import forecast
from app.drafting.outline import outline
from app.drafting.scaffold import Scaffold
from app.library.briefs import ready_brief
from app.library.presets import in_force, open_preset
from app.model.brief import Brief, Register
from app.model.paper import Mark
from app.model.preset import Preset

ASTRAY = 0.1
"""How far off a forecast of a whole paper may be, as a share of it."""

CONFERENCES = ("default", "bmun", "nmun-ny", "busun", "amun", "hnmun", "kingmun")


@pytest.fixture(scope="module")
def ready() -> Brief:
    return ready_brief("belarus/human-trafficking")


def foreseen_and_measured(
    brief: Brief, rules: Preset, *, terse: bool
) -> tuple[float, Extent]:
    """What the whole example was foreseen to take with the rest, and what it took."""
    bank = open_bank(brief.settings.register_)
    plan = outline(brief)
    assembly = Assembly((brief,), rules, Mark.SAMPLE)
    bare = extent(assembly.paper(((),)).paper, rules)
    costs = Costs(forecast(plan, bank, terse=terse), bare, rules)
    example = Scaffold(brief, plan, bank, terse=terse).without()
    return bare.used + costs.whole, extent(assembly.paper((example,)).paper, rules)


@pytest.mark.parametrize("conference", CONFERENCES)
def test_a_forecast_is_right_within_a_tenth(ready: Brief, conference: str) -> None:
    rules = in_force(open_preset(conference)).rules
    for register, seed, terse in product(Register, (1, 2, 3), (False, True)):
        settings = ready.settings.revise(register_=register, seed=seed)
        brief = ready.revise(settings=settings)
        foreseen, measured = foreseen_and_measured(brief, rules, terse=terse)
        assert foreseen == pytest.approx(measured.used, rel=ASTRAY)


def test_the_ways_to_save_are_the_cheapest_for_their_sum() -> None:
    worth = {"a": 7, "b": 5, "c": 4, "d": 9, "e": 1}
    gains = {"a": 30, "b": 21, "c": 19, "d": 40, "e": 0}
    every = [
        frozenset(one for one, goes in zip(worth, chosen, strict=True) if goes)
        for chosen in product((False, True), repeat=len(worth))
    ]

    def saved(gone: frozenset[str]) -> int:
        return sum(gains[one] for one in gone)

    def lost(gone: frozenset[str]) -> int:
        return sum(worth[one] for one in gone)

    for least in range(5, 111, 5):
        first = next(ways_to_save(worth, gains, least, least))
        assert saved(first) >= least
        assert lost(first) == min(lost(one) for one in every if saved(one) >= least)
    told = [lost(one) for one in ways_to_save(worth, gains, 1, 200)]
    assert told == sorted(told)
    assert not list(ways_to_save(worth, gains, 111, 200))
