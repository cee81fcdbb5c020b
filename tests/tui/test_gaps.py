"""What is lacking: one thing after the other, in the order of the walk."""

from pathlib import Path

import pytest

from app.desk.creating import first_brief
from app.desk.editing import OpenBrief
from app.library.dossiers import open_dossier
from app.model.assignment import Assignment, Committee
from app.tui.gaps import gaps, next_gap
from app.tui.stages import Stage
from app.tui.work import Work

DOSSIER = "belarus/human-trafficking"


@pytest.fixture
def work(tmp_path: Path) -> Work:
    dossier = open_dossier(DOSSIER)
    assignment = Assignment(
        country=dossier.country, topic=dossier.topic, committee=Committee(name="GA3")
    )
    brief = first_brief(dossier, assignment, empty=True)
    return Work(OpenBrief(brief, tmp_path / "brief"), dossier)


def test_empty_brief_lacks_everything_in_the_order_of_the_walk(work: Work) -> None:
    stages = [gap.stage for gap in gaps(work)]
    assert stages[:5] == [
        Stage.ARGUMENT,
        Stage.STANCE,
        Stage.RECORD,
        Stage.CRITICISMS,
        Stage.PROPOSALS,
    ]
    assert stages.count(Stage.WRITE) == 6
    assert stages[-1] is Stage.PAPER


def test_record_lacks_something_until_it_has_three_deeds(work: Work) -> None:
    for card in ("rec-global-plan", "rec-res-61-180"):
        work.use(card)
    assert any("2 of 3" in gap.why for gap in gaps(work))
    work.use("rec-world-day")
    assert not any(gap.stage is Stage.RECORD for gap in gaps(work))


def test_criticism_without_a_reply_is_a_gap_of_its_own(work: Work) -> None:
    work.use("crit-tip-tier3")
    (gap,) = [one for one in gaps(work) if one.stage is Stage.CRITICISMS]
    assert gap.focus == "crit-tip-tier3"
    work.use(work.replies_to("crit-tip-tier3")[0].id)
    assert not any(one.stage is Stage.CRITICISMS for one in gaps(work))


def test_matter_of_care_needs_no_reply(work: Work) -> None:
    work.use("crit-ngo-closures")
    assert not any(one.stage is Stage.CRITICISMS for one in gaps(work))


def test_next_gap_moves_on_and_comes_round(work: Work) -> None:
    seen = []
    stage, focus = Stage.SPEAKING, None
    for _ in range(len(gaps(work)) + 1):
        gap = next_gap(work, stage, focus)
        assert gap is not None
        stage, focus = gap.stage, gap.focus
        seen.append((stage, focus))
    assert len(set(seen)) == len(gaps(work))
    assert seen[0] == seen[-1]


def test_nothing_is_lacking_once_all_is_written_and_exported(work: Work) -> None:
    work.choose_line("coordination")
    work.use_suggested()
    for criticism in work.unanswered():
        work.use(work.replies_to(criticism.id)[0].id)
    for plan in work.genre.passage:
        work.write(plan, f"We wrote {plan.title} with our own hands.")
    work.exported = work.brief
    assert next_gap(work, Stage.PAPER, None) is None


def test_after_a_passage_comes_the_next_one_and_what_is_behind_comes_last(
    work: Work,
) -> None:
    work.choose_line(work.lines[0].id)
    work.use_suggested()
    opening, home, abroad, *_ = work.genre.passage
    work.write(opening, "Belarus holds that no State can defeat trafficking alone.")
    work.write(home, "We lack figures, and we say so.")
    gap = next_gap(work, Stage.WRITE, home.id)
    assert gap is not None
    assert gap.focus == abroad.id
    for plan in work.genre.passage[2:]:
        work.write(plan, "Whoever signs a plan should say what it did about it.")
    gap = next_gap(work, Stage.WRITE, "way-forward")
    assert gap is not None
    assert gap.stage is Stage.PAPER
    gap = next_gap(work, Stage.PAPER, None)
    assert gap is not None
    assert gap.focus == opening.id
    assert "1 sentence is still ours" in gap.why
