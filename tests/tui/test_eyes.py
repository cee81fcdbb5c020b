"""For every kind of eyes: colours apart, signs beside them, one colour enough."""

import pytest

from app.tui.stages import STAGES
from app.tui.themes import DARK, LIGHT
from tests.tui.colours import contrast, least_apart
from tests.tui.screens import in_workspace, opened, settled, shown

THEMES = pytest.mark.parametrize("theme", [DARK, LIGHT], ids=lambda one: one.name)


def test_the_measure_finds_colours_that_some_eyes_confuse() -> None:
    assert least_apart("#ffb454", "#ff9a8d") < 10
    assert least_apart("#000000", "#ffffff") > 90
    assert contrast("#000000", "#ffffff") == pytest.approx(21)


@THEMES
def test_done_to_mind_and_wrong_differ_for_every_eyes(theme: object) -> None:
    told = [getattr(theme, name) for name in ("success", "warning", "error")]
    assert least_apart(*told) >= 20


@THEMES
def test_every_word_is_read_at_7_to_1(theme: object) -> None:
    names = ("foreground", "primary", "success", "warning", "error", "accent")
    page = getattr(theme, "background")  # noqa: B009 themes are of the library
    poor = [one for one in names if contrast(getattr(theme, one), page) < 7]
    assert poor == []


async def test_in_one_colour_the_highlighted_row_and_the_stage_are_marked(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with opened() as pilot:
        assert "> Start a paper" in shown(pilot)
    async with in_workspace() as (pilot, _):
        for at, _stage in enumerate(STAGES, start=1):
            await pilot.press(str(at))
            await settled(pilot)
            assert f">{at} " in shown(pilot)
        await pilot.press("3", "down")
        marked = [one for one in shown(pilot).split("\n") if "> [ ]" in one]
        assert len(marked) == 1
