"""Advice on a draft is about the delegate's own sentences, where they stand."""

from pathlib import Path

import pytest

from app.desk import writing
from app.desk.checking import check_file
from app.desk.creating import new_brief
from app.desk.proofreading import country_of
from app.model.brief import Brief, Passage
from app.model.finding import Finding, Outcome

DOSSIER = "belarus/human-trafficking"
COMMITTEE = "Third Committee of the General Assembly"
OWN = (
    "My delegation wants one telephone number that is answered at night. "
    "The government of Belarus needs to answer it too."
)


@pytest.fixture
def brief(tmp_path: Path) -> Brief:
    return new_brief(tmp_path / "mine", DOSSIER, COMMITTEE)


def advised(findings: tuple[Finding, ...]) -> dict[str, Finding]:
    return {one.rule: one for one in findings if one.rule == "outsider"}


def test_a_brief_without_own_words_gets_no_advice_on_language(brief: Brief) -> None:
    rules = {one.rule for one in writing.write(brief).findings}
    assert not rules & {"outsider", "rhythm", "lists", "acronyms", "weak-end"}


def test_advice_names_the_passage_and_the_sentence(brief: Brief) -> None:
    mine = brief.with_passage(Passage(id="critics", text=OWN))
    written = writing.write(mine)
    found = advised(written.findings)["outsider"]
    assert found.outcome is Outcome.ADVICE
    (where,) = found.where
    assert where.passage == "critics"
    assert where.sentence == 2
    blocks = [
        block
        for part in written.paper.parts
        for section in part.sections
        for block in section.blocks
    ]
    assert where.paragraph is not None
    told = blocks[where.paragraph - 1].sentences  # type: ignore[union-attr]
    assert told[1].prose == where.quote


def test_a_file_is_proofread_with_the_country_of_its_heading(tmp_path: Path) -> None:
    path = tmp_path / "paper.md"
    path.write_text(
        f"Committee: GA3\n\nCountry: The Gambia\n\n{OWN.replace('Belarus', 'Gambia')}"
        "\n\nReferences\n\nThe government of Gambia needs to be cited here as well.\n",
        encoding="utf-8",
    )
    found = advised(check_file(path))["outsider"]
    assert [one.sentence for one in found.where] == [2]


def test_the_country_stands_in_the_heading() -> None:
    assert country_of(("Committee: GA3", "Country: Belarus")) == "Belarus"
    assert country_of(("Delegation: the Netherlands",)) == "Netherlands"
    assert country_of(("Topic: Trafficking",)) == ""
