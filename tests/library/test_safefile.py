"""Safe files: whole or not at all, and nobody's business while half written."""

import os
import sys
from pathlib import Path

import pytest

from app.library import safefile
from app.library.safefile import write_bytes, write_text
from app.model.errors import CannotWrite

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="no such permissions here")


def test_a_file_is_written_in_folders_that_are_made_for_it(tmp_path: Path) -> None:
    place = tmp_path / "a" / "b" / "paper.docx"
    write_bytes(place, b"one")
    write_bytes(place, b"two")
    assert place.read_bytes() == b"two"
    assert [one.name for one in place.parent.iterdir()] == ["paper.docx"]


@POSIX
def test_a_private_file_stays_private_while_it_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = tmp_path / "brief.toml"
    place.write_text("old")
    place.chmod(0o600)
    seen: list[int] = []

    def look(handle: int) -> None:
        seen.append(os.fstat(handle).st_mode & 0o777)

    monkeypatch.setattr(os, "fsync", look)
    write_text(place, "new", durable=True)
    assert seen == [0o600]
    assert place.stat().st_mode & 0o777 == 0o600


@POSIX
def test_a_file_keeps_its_permissions_and_a_new_one_has_the_usual(
    tmp_path: Path,
) -> None:
    usual, shared = tmp_path / "usual", tmp_path / "shared"
    usual.write_text("made by Python itself")
    shared.write_text("old")
    shared.chmod(0o664)
    write_text(shared, "new")
    write_text(tmp_path / "new", "new")
    assert shared.stat().st_mode & 0o777 == 0o664
    assert (tmp_path / "new").stat().st_mode == usual.stat().st_mode


def test_a_name_that_is_taken_leads_to_the_next(tmp_path: Path) -> None:
    handle, first = safefile._opened_new(tmp_path, 0o600)
    os.close(handle)
    number = int(first.stem.rpartition("-")[2])
    taken = tmp_path / f".{os.getpid()}-{number + 1}.part"
    taken.write_bytes(b"somebody else's")
    handle, second = safefile._opened_new(tmp_path, 0o600)
    os.close(handle)
    assert second not in {first, taken}
    assert taken.read_bytes() == b"somebody else's"


def test_a_place_that_takes_nothing_is_said_and_left_clean(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    with pytest.raises(CannotWrite):
        write_bytes(tmp_path / "file" / "paper.docx", b"one")
    (tmp_path / "folder").mkdir()
    with pytest.raises(CannotWrite):
        write_bytes(tmp_path / "folder", b"one")
    assert sorted(one.name for one in tmp_path.iterdir()) == ["file", "folder"]
