"""Composing: the paper that is checked is the paper that was composed."""

import pytest

from app.desk.composing import compose
from app.desk.writing import to_bytes, write
from app.library.briefs import ready_brief


@pytest.mark.parametrize("conference", ["default", "nmun-ny", "thimun", "bmun"])
def test_a_paper_is_the_same_checked_or_not(conference: str) -> None:
    brief = ready_brief("belarus/human-trafficking")
    composed = compose(brief, conference=conference)
    written = write(brief, conference=conference)
    assert composed.paper == written.paper
    assert composed.rules == written.rules
    assert to_bytes(composed, "docx") == to_bytes(written, "docx")
    assert written.findings


def test_another_seed_says_the_same_whoever_was_asked_before() -> None:
    ready = ready_brief("belarus/human-trafficking")
    briefs = [
        ready.revise(settings=ready.settings.revise(seed=seed)) for seed in range(3, 9)
    ]
    forwards = [compose(one).paper for one in briefs]
    backwards = [compose(one).paper for one in briefs[::-1]]
    assert forwards == backwards[::-1]
