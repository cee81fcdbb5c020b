"""Nothing knows the shipped country: a made-up one on another topic reads as well."""

from pathlib import Path

import pytest

from app.desk.writing import to_words, write
from app.library.briefs import begin_brief
from app.library.dossier_check import check_dossier
from app.library.dossiers import read_dossier
from app.model.assignment import Assignment, Committee
from app.model.brief import Brief, BriefKind, Register
from app.model.finding import Outcome
from tests.traces import untraced

FOLDER = Path(__file__).parents[1] / "dossiers" / "caldera" / "river-plastics"


@pytest.fixture(scope="module")
def brief() -> Brief:
    dossier = read_dossier(FOLDER)
    assignment = Assignment(
        country=dossier.country,
        topic=dossier.topic,
        committee=Committee(name="Economic and Social Council"),
    )
    picks = [card.id for card in dossier.cards]
    return begin_brief(
        dossier, assignment, kind=BriefKind.READY, line="upstream", picks=picks
    )


def test_the_dossier_is_sound() -> None:
    failed = [one for one in check_dossier(FOLDER) if one.outcome is Outcome.FAILED]
    assert failed == []


@pytest.mark.parametrize("register", list(Register))
def test_its_paper_is_whole_and_its_own(brief: Brief, register: Register) -> None:
    settings = brief.settings.revise(register_=register)
    paper = write(brief.revise(settings=settings)).paper
    said = " ".join(one.prose for one in paper.sentences)
    assert "Belarus" not in said
    assert "the Caldera Islands" in said or "The Caldera Islands" in said
    assert "the the" not in said.lower()
    assert {one.id for one in paper.parts[0].sections} == {
        "opening", "home", "abroad", "critics", "proposals", "way-forward",
    }  # fmt: skip
    for wanted in ("4,200", "Deposit Act", "Council of River States", "Coast Watch"):
        assert wanted in said or wanted == "Deposit Act", wanted
    for one in paper.sentences:
        assert untraced(one, brief) == set(), one.prose


def test_it_reads_as_a_person_has_read_it(brief: Brief) -> None:
    golden = Path(__file__).parents[1] / "golden" / "caldera-default.txt"
    assert to_words(write(brief), "txt") == golden.read_text("utf-8")
