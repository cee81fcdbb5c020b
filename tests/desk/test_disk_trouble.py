"""Full disks, read-only folders, vanished folders and clocks that go back."""

import errno
import os
import shutil
import sys
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from app.desk import ledger
from app.desk.editing import OpenBrief
from app.desk.history import read_history
from app.library import journal as journal_on_disk
from app.library import safefile
from app.library.journal import JOURNAL_FILE
from tests.desk.open_briefs import again, begun, words, write


class Disk:
    """A disk that is full from one call to another."""

    def __init__(self) -> None:
        self.calls = 0
        self.full_from = self.full_to = 0

    def fails(self) -> bool:
        self.calls += 1
        return self.full_from <= self.calls < self.full_to

    def wrap(self, real: Callable[..., Any]) -> Callable[..., Any]:
        def call(*given: Any, **named: Any) -> Any:
            if self.fails():
                raise OSError(errno.ENOSPC, "full")
            return real(*given, **named)

        return call


@pytest.fixture
def disk(monkeypatch: pytest.MonkeyPatch) -> Iterator[Disk]:
    made = Disk()
    real_write = os.write

    def some(handle: int, content: Any) -> int:
        if made.fails():
            real_write(handle, bytes(content)[: len(content) // 2])
            raise OSError(errno.ENOSPC, "full")
        return real_write(handle, bytes(content))

    with monkeypatch.context() as patch:
        patch.setattr(os, "write", some)
        patch.setattr(os, "fsync", made.wrap(lambda handle: None))
        patch.setattr(safefile, "_opened_new", made.wrap(safefile._opened_new))
        patch.setattr(Path, "replace", made.wrap(Path.replace))
        yield made


def on_disk(desk: OpenBrief, place: Path) -> OpenBrief:
    """What somebody finds who opens a copy of the folder as it stands."""
    copy = place / "copy"
    shutil.rmtree(copy, ignore_errors=True)
    shutil.copytree(desk.folder, copy)
    return OpenBrief.open(copy)


@pytest.mark.parametrize("longest", [3, 750])
@pytest.mark.parametrize("length", [1, 4, 1000])
def test_a_disk_that_is_full_at_any_call_loses_nothing(
    length: int,
    longest: int,
    disk: Disk,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(journal_on_disk, "LONGEST", longest)
    fallen = 0
    for at in count():
        place = tmp_path / str(at)
        disk.full_from = disk.full_to = 0
        desk = begun(place)
        disk.calls, disk.full_from, disk.full_to = 0, at + 1, at + 1 + length
        kept = "Malta asks."
        for number in range(4):
            write(desk, f"Malta asks {number}.")
            if desk.is_kept:
                kept = words(desk)
            else:
                assert desk.trouble
                assert "full" in desk.trouble
                fallen += 1
            if number % 2 and not desk.save():
                assert desk.trouble
            assert words(desk) == f"Malta asks {number}."
        reached = disk.calls > at
        disk.full_from = disk.full_to = 0
        if not desk.is_kept:
            assert words(on_disk(desk, place)) in {kept, *_all()}
        else:
            assert words(on_disk(desk, place)) == "Malta asks 3."
        assert desk.save(), desk.trouble
        assert desk.trouble is None
        assert words(on_disk(desk, place)) == "Malta asks 3."
        assert not read_history(desk.folder).faults
        if not reached:
            break
    assert fallen > 3


def _all() -> set[str]:
    return {f"Malta asks {number}." for number in range(4)}


def test_saving_goes_on_by_itself_when_there_is_room(
    disk: Disk, tmp_path: Path
) -> None:
    desk = begun(tmp_path)
    disk.full_from, disk.full_to = 0, sys.maxsize
    write(desk, "One.")
    assert not desk.is_kept
    assert "the disk is full" in (desk.trouble or "")
    disk.full_to = 0
    write(desk, "Two.")
    assert desk.is_kept
    assert desk.trouble is None
    assert again(desk).undo() == "write"
    assert [row.what for row in read_history(desk.folder).rows][1:3] == ["write"] * 2


def test_a_vanished_folder_is_not_made_again_and_is_written_when_it_is_back(
    tmp_path: Path,
) -> None:
    desk = begun(tmp_path)
    away = tmp_path / "away"
    desk.folder.rename(away)
    write(desk, "One.")
    assert not desk.is_saved
    assert desk.trouble
    assert not desk.save()
    assert not desk.folder.exists()
    away.rename(desk.folder)
    assert desk.save()
    assert words(again(desk)) == "One."


def test_a_folder_emptied_by_somebody_is_filled_again(tmp_path: Path) -> None:
    desk = begun(tmp_path)
    for path in desk.folder.iterdir():
        path.unlink()
    write(desk, "One.")
    assert desk.save()
    assert words(again(desk)) == "One."
    assert not read_history(desk.folder).faults


def test_a_journal_changed_by_somebody_is_kept_beside(tmp_path: Path) -> None:
    desk = begun(tmp_path)
    path = desk.folder / JOURNAL_FILE
    path.write_bytes(b"something else, and longer than it was" * 500)
    write(desk, "One.")
    assert desk.is_kept
    assert b"else" in (desk.folder / f"{JOURNAL_FILE}.other").read_bytes()
    assert words(again(desk)) == "One."


@pytest.mark.skipif(
    sys.platform == "win32" or os.geteuid() == 0, reason="this user may write anywhere"
)
def test_a_read_only_folder_is_said(tmp_path: Path) -> None:
    desk = begun(tmp_path)
    desk.close()
    desk.folder.chmod(0o500)
    (desk.folder / JOURNAL_FILE).chmod(0o400)
    try:
        opened = again(desk)
        write(opened, "One.")
        assert not opened.is_saved
        assert "may not write" in (opened.trouble or "")
    finally:
        desk.folder.chmod(0o700)
        (desk.folder / JOURNAL_FILE).chmod(0o600)
    assert opened.save()
    assert words(again(desk)) == "One."


def test_a_read_only_disk_is_said_and_the_text_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = begun(tmp_path)
    real = Path.open

    def refused(path: Path, mode: str = "r", *given: Any, **named: Any) -> Any:
        if path.name == JOURNAL_FILE and mode != "rb":
            raise OSError(errno.EROFS, "read-only")
        return real(path, mode, *given, **named)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "open", refused)
        write(desk, "One.")
        assert "that disk is read-only" in (desk.trouble or "")
        assert words(desk) == "One."
    assert desk.save()


def test_a_clock_that_goes_back_changes_no_order(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = begun(tmp_path)
    for hour in (9, 8, 7):
        when = f"2026-01-31T{hour:02}:00:00.000Z"
        monkeypatch.setattr(ledger, "now", lambda when=when: when)
        write(desk, f"At {hour}.")
    assert words(again(desk)) == "At 7."
    rows = read_history(desk.folder).rows
    assert [row.id for row in rows] == sorted(row.id for row in rows)
    assert [row.when[11:13] for row in rows[1:]] == ["09", "08", "07"]
