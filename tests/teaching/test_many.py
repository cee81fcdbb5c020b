"""Many samples: the same files whatever number of processes writes them."""

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
