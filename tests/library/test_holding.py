import subprocess
import sys
from pathlib import Path

import pytest

from app.library.holding import HOLDER_FILE, Hold
from app.model.errors import CannotWrite

KEEPER = """
import sys
from pathlib import Path
from app.library.holding import Hold
hold = Hold(Path(sys.argv[1]))
assert hold.take("another program", "2026-01-31T18:05:09.120Z")
print("held", flush=True)
sys.stdin.readline()
"""


def keeper(folder: Path) -> "subprocess.Popen[str]":
    """Another program that holds a folder until it gets a line or is killed."""
    other = subprocess.Popen(
        [sys.executable, "-c", KEEPER, str(folder)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert other.stdout
    assert other.stdout.readline() == "held\n"
    return other


def end(other: "subprocess.Popen[str]") -> None:
    other.kill()
    other.communicate()


def test_a_second_program_does_not_get_the_hold_and_is_told_who_has(
    tmp_path: Path,
) -> None:
    other = keeper(tmp_path)
    try:
        mine = Hold(tmp_path)
        assert not mine.take("me", "now")
        holder = mine.holder()
        assert holder is not None
        assert holder.pid == other.pid
        assert str(holder).startswith("another program on ")
        assert str(holder).endswith(" since 2026-01-31 18:05 UTC")
    finally:
        end(other)


def test_a_killed_program_holds_nothing(tmp_path: Path) -> None:
    other = keeper(tmp_path)
    end(other)
    mine = Hold(tmp_path)
    assert mine.take("me", "now")
    assert mine.is_mine
    mine.let_go()
    assert not mine.is_mine
    assert not (tmp_path / HOLDER_FILE).exists()


def test_one_program_hands_the_hold_on_to_itself(tmp_path: Path) -> None:
    first, second = Hold(tmp_path), Hold(tmp_path)
    assert first.take("me", "now")
    assert second.take("me", "later")
    assert not first.is_mine
    assert first.take("me", "again")
    assert not second.is_mine
    first.let_go()


def test_a_folder_that_is_gone_cannot_be_held(tmp_path: Path) -> None:
    with pytest.raises(CannotWrite):
        Hold(tmp_path / "gone").take("me", "now")
    assert not (tmp_path / "gone").exists()


def test_a_garbled_note_of_the_holder_is_no_holder(tmp_path: Path) -> None:
    (tmp_path / HOLDER_FILE).write_bytes(b"\xff{")
    assert Hold(tmp_path).holder() is None
