"""Keys: other alphabets, keys of one's own, and a line of keys that never lies."""

from pathlib import Path

import pytest
from textual import events
from textual.pilot import Pilot

from app.tui.keymap import SAME_PLACE
from app.tui.stages import Stage
from tests.tui.screens import (
    WIDE,
    in_workspace,
    opened,
    place,
    put,
    settled,
    shown,
    workspace,
)


async def _press_letter(pilot: Pilot[int], letter: str) -> None:
    pilot.app.post_message(events.Key(f"letter_{ord(letter)}", letter))
    await settled(pilot)


@pytest.mark.parametrize("letter", ["т", "ν"])
async def test_n_arrives_from_a_cyrillic_and_a_greek_keyboard(letter: str) -> None:
    async with in_workspace() as (pilot, screen):
        await _press_letter(pilot, letter)
        assert place(screen) is Stage.ARGUMENT


async def test_capital_letters_and_typed_words_keep_their_meaning() -> None:
    async with in_workspace() as (pilot, screen):
        await _press_letter(pilot, "Р")
        assert "History" in shown(pilot)
        await pilot.press("escape", "8", "enter")
        await _press_letter(pilot, "т")
        await pilot.press("escape")
        assert screen.work.brief.passage("opening").text == "т"


def test_every_letter_has_its_place_once() -> None:
    assert SAME_PLACE["т"] == "n"
    assert SAME_PLACE["М"] == "V"
    assert SAME_PLACE["ω"] == "v"
    assert {one for one in SAME_PLACE.values() if one.islower()} == set(
        "qwertyuiopasdfghjklzxcvbnm"
    )


async def test_a_key_of_ones_own_works_and_is_shown(home: Path) -> None:
    put(home / "keys.toml", '[keys]\nnext-gap = "j"\n')
    async with in_workspace() as (pilot, screen):
        assert " Enter Go on  j Next " in shown(pilot)
        await pilot.press("n")
        assert place(screen) is Stage.SPEAKING
        await pilot.press("j")
        assert place(screen) is Stage.ARGUMENT
        await pilot.press("1", "enter")
        assert place(screen) is Stage.ARGUMENT


@pytest.mark.parametrize("text", ["no toml [", 'keys = "j"', "[keys]\nnext-gap = 3"])
async def test_a_broken_key_file_changes_no_key(home: Path, text: str) -> None:
    put(home / "keys.toml", text)
    async with in_workspace() as (pilot, screen):
        await pilot.press("n")
        assert place(screen) is Stage.ARGUMENT


@pytest.mark.parametrize("width", [60, 72, 80, 100])
async def test_line_of_keys_pins_help_and_counts_what_has_no_room(width: int) -> None:
    async with in_workspace((width, 24)) as (pilot, _):
        await pilot.press("6")
        await settled(pilot)
        keys = shown(pilot).split("\n")[-1]
        assert keys.rstrip().endswith("? Help")
        assert ("+" in keys) is (width < 100)


async def test_help_is_pinned_where_words_are_typed() -> None:
    async with in_workspace() as (pilot, _):
        await pilot.press("8", "enter")
        await settled(pilot)
        assert shown(pilot).rstrip().endswith("F1 Help")


async def test_shelf_says_how_to_close() -> None:
    async with opened() as pilot:
        assert "^q Close" in shown(pilot)
        assert "? Help" in shown(pilot)


async def test_lists_are_cut_at_a_word() -> None:
    async with in_workspace() as (pilot, screen):
        await pilot.press("3")
        await settled(pilot)
        cut = [
            one
            for one in shown(pilot).split("\n")
            if one.rstrip(" ▁▂▃▄▅▆▇█").endswith("…")
        ]
        assert cut
        whole = {card.statement for card in screen.work.cards()} | {
            card.statement
            for card in (screen.work.dossier.cards if screen.work.dossier else ())
        }
        words = {word for one in whole for word in one.split()}
        ends = {
            one.rstrip(" ▁▂▃▄▅▆▇█").removesuffix("…").split()[-1]
            for one in cut
            if "[ ]" in one
        }
        assert ends <= {word.rstrip(",;:") for word in words}


async def test_window_is_made_small_and_large_and_nothing_moves() -> None:
    sizes = [(200, 50), WIDE, (110, 30), (80, 24), (60, 16), (50, 12), WIDE]
    async with in_workspace((200, 50)) as (pilot, screen):
        await pilot.press("8", "enter", *"here")
        for size in sizes:
            await pilot.resize_terminal(*size)
            await settled(pilot)
            small = size < (60, 16)
            assert ("make this window" in shown(pilot)) is small, size
            assert workspace(pilot) is screen
            if not small:
                assert pilot.app.focused is not None
                assert pilot.app.focused.id == "text"
                assert "here" in shown(pilot), size


async def test_export_is_among_all_commands_even_where_words_are_typed() -> None:
    async with in_workspace() as (pilot, screen):
        await pilot.press("8", "enter")
        commands = pilot.app.get_system_commands(screen)
        found = [one for one in commands if "export" in one.title.lower()]
        assert [one.help for one in found] == ["Key: e"]
        found[0].callback()
        await settled(pilot)
        assert place(screen) is Stage.PAPER
        assert screen.work.exported is not None
