"""Many samples: the same files whatever number of processes writes them."""

import subprocess
import sys
from pathlib import Path

import pytest

from app.model.errors import UnknownId, WrongUse
from app.teaching.many import WORTH_A_START, cores, save_many
from app.teaching.samples import Series

SERIES = Series("belarus/human-trafficking", ("strong", "weak"), "labmunc", 5)


def test_two_processes_write_what_one_writes(tmp_path: Path) -> None:
    count = WORTH_A_START + 2
    alone = list(save_many(SERIES, count, tmp_path / "one", key=False))
    shared = list(save_many(SERIES, count, tmp_path / "two", key=False, jobs=2))
    assert [[path.name for path in paths] for paths in alone] == [
        [path.name for path in paths] for paths in shared
    ]
    assert len(shared) == count
    for (mine,), (theirs,) in zip(alone, shared, strict=True):
        assert mine.read_bytes() == theirs.read_bytes()


def test_the_command_writes_the_same_with_two_processes(tmp_path: Path) -> None:
    for jobs in ("1", "2"):
        out = str(tmp_path / jobs)
        words = ["samples", out, "--dossier", SERIES.dossier_id, "--jobs", jobs]
        words += ["--count", str(WORTH_A_START + 2), "--levels", "strong,weak"]
        command = [sys.executable, "-m", "app", *words]
        subprocess.run(command, check=True, capture_output=True)
    alone = sorted((tmp_path / "1").iterdir())
    shared = sorted((tmp_path / "2").iterdir())
    assert len(alone) == 2 * (WORTH_A_START + 2)
    assert [path.name for path in alone] == [path.name for path in shared]
    for mine, theirs in zip(alone, shared, strict=True):
        assert mine.read_bytes() == theirs.read_bytes()


def test_wrong_wishes_are_named_before_anything_is_written(tmp_path: Path) -> None:
    with pytest.raises(WrongUse):
        next(save_many(SERIES, 0, tmp_path))
    with pytest.raises(WrongUse):
        next(save_many(SERIES, 1, tmp_path, jobs=0))
    with pytest.raises(UnknownId):
        next(save_many(SERIES._replace(levels=("brilliant",)), 1, tmp_path))
    for wrong in (
        SERIES._replace(levels=("strong", "superb")),
        SERIES._replace(conference="nowhere"),
        SERIES._replace(dossier_id="atlantis/nets"),
    ):
        with pytest.raises(UnknownId):
            list(save_many(wrong, 3, tmp_path))
    assert list(tmp_path.iterdir()) == []
    assert cores() >= 1
