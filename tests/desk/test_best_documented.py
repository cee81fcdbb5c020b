"""The twelve conferences that state the most rules: their sample breaks none."""

import pytest

from app.desk.writing import write, write_together
from app.library.briefs import ready_brief
from app.model.finding import Outcome
from tests.benchmarks.pages import COMPLETE, best_documented

TWELVE = best_documented()


def test_there_are_twelve() -> None:
    assert len(TWELVE) == COMPLETE == 12
    assert {"scmun", "nmun-ny", "bruinmun"} <= set(TWELVE)


@pytest.mark.parametrize("name", TWELVE)
def test_a_sample_breaks_no_rule(name: str) -> None:
    written = write(ready_brief("belarus/human-trafficking"), conference=name)
    failed = [one for one in written.findings if one.outcome is Outcome.FAILED]
    assert failed == []
    wanted = [one.value for one in written.rules.header.fields or ()]
    given = [one.name for one in written.paper.header]
    assert given == [one for one in wanted if one in given]


@pytest.mark.parametrize("name", TWELVE)
def test_two_topics_stand_in_parts_of_their_own(name: str) -> None:
    brief = ready_brief("belarus/human-trafficking")
    about = brief.assignment.revise(topic="Rights of children")
    both = (brief, brief.revise(assignment=about))
    written = write_together(both, conference=name)
    assert [part.topic for part in written.paper.parts] == [
        brief.assignment.topic,
        "Rights of children",
    ]
    assert all(part.labelled for part in written.paper.parts)
    lengths = [one for one in written.findings if one.rule.endswith("length")]
    assert not [one for one in lengths if one.outcome is Outcome.FAILED]
