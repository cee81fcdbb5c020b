"""The finished briefs that ship are a delegate's own words and fit their rules."""

from pathlib import Path

import pytest

from app.desk.writing import brief_named, write
from app.drafting.genres import open_genre
from app.library.locations import briefs_root
from app.model.finding import Outcome
from app.model.paper import Mark, Origin

SAMPLES = sorted(one.parent for one in briefs_root().glob("samples/*/brief.toml"))


@pytest.mark.parametrize("folder", SAMPLES, ids=lambda one: one.name)
def test_a_finished_brief_is_whole(folder: Path) -> None:
    brief = brief_named(str(folder))
    written = write(brief)
    assert written.paper.mark is Mark.SAMPLE
    assert {one.origin for one in written.paper.sentences} == {Origin.OWN}
    assert all(brief.passage(plan.id).text for plan in open_genre().passage)
    failed = [one for one in written.findings if one.outcome is Outcome.FAILED]
    assert failed == []


def test_there_is_a_finished_brief() -> None:
    assert SAMPLES
