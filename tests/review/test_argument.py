"""The argument of a whole paper: what is missing is said, what is there is not."""

from functools import partial

import pytest

from app.model.finding import Outcome
from app.review.language_check import check_language

ASKED = {"causes", "critics", "proposals", "deadlines", "money", "follow-up"}
FILLER = [
    "The delegation of Peru has followed this question for many years with attention.",
    "Its towns on the coast know the price of dirty water better than any table.",
    "Fishers, teachers and nurses have told the ministry what they see each spring.",
    "They were heard, and the ministry wrote down what it was told in all its offices.",
]
CAUSES = [
    "Rivers turn into drains because towns have grown faster than their pipes.",
    "Poverty does the rest, for nobody who is hungry sorts waste.",
]
CHARGE = [
    "Human Rights Watch criticised Peru in 2019 for mines that nobody inspects.",
]
ANSWER = ["Peru grants that inspectors were few, and has doubled them since then."]
PROPOSAL = [
    "Peru proposes that UNEP write one method for counting plastic in rivers by 2028.",
    "Each State should lend two engineers, and the World Bank would pay their travel.",
    "The Assembly would hear the first results in its next review.",
]


def found(*paragraphs: list[str]) -> dict[str, str]:
    whole = [FILLER, FILLER[::-1], *paragraphs]
    told = check_language(whole, "Peru")
    held = [one for one in told if one.rule in ASKED]
    assert all(one.outcome is Outcome.ADVICE and one.where for one in held)
    return {one.rule: one.message for one in held}


def test_a_whole_argument_is_left_alone() -> None:
    assert found(CAUSES, [*CHARGE, *ANSWER], PROPOSAL) == {}


def test_a_paper_without_causes_or_critics_is_told_both() -> None:
    told = found(FILLER, PROPOSAL)
    assert set(told) == {"causes", "critics"}
    assert "No criticism of Peru is named" in told["critics"]


def test_a_criticism_without_its_author_is_told() -> None:
    told = found(CAUSES, ["It has been criticised for mines that nobody inspects."],
                 FILLER, PROPOSAL)  # fmt: skip
    assert "without its author" in told["critics"]


def test_a_criticism_left_standing_is_told() -> None:
    told = found(CAUSES, CHARGE, FILLER, PROPOSAL)
    assert "not answered" in told["critics"]


@pytest.mark.parametrize(
    ("rule", "kept"),
    [
        ("deadlines", ["Each State should lend engineers, paid and checked by UNEP."]),
        ("money", [PROPOSAL[0], PROPOSAL[2]]),
        ("follow-up", [PROPOSAL[0], PROPOSAL[1]]),
    ],
)
def test_what_proposals_lack_is_told(rule: str, kept: list[str]) -> None:
    assert set(found(CAUSES, [*CHARGE, *ANSWER], FILLER, kept)) == {rule}


def test_a_paper_that_proposes_nothing_is_told() -> None:
    assert set(found(CAUSES, [*CHARGE, *ANSWER], FILLER)) == {"proposals"}


def test_praise_is_no_criticism() -> None:
    praise = ["The Special Rapporteur welcomed in 2019 that few gaps were left."]
    assert "No criticism" in found(CAUSES, praise, FILLER, PROPOSAL)["critics"]


def test_a_few_sentences_are_not_asked_for_an_argument() -> None:
    told = check_language([FILLER], "Peru")
    assert not {one.rule for one in told} & ASKED


def test_our_strong_samples_are_left_alone_and_missing_critics_are_missed() -> None:
    from app.desk.writing import write
    from app.library.briefs import ready_brief
    from app.library.dossiers import open_dossier
    from app.model.paper import Paragraph
    from app.teaching.faults import FAULTS, plant
    from app.teaching.picking import sample_brief

    dossier = open_dossier("belarus/human-trafficking")
    ready = ready_brief("belarus/human-trafficking")

    def rules(number: int, fault: str | None) -> set[str]:
        faults = (FAULTS[fault],) if fault else ()
        brief = sample_brief(dossier, ready, number, number + 1)
        reshape = partial(plant, faults, brief.assignment.topic)
        paper = write(brief, conference="ymun", reshape=reshape).paper
        texts = [
            [one.prose for one in block.sentences]
            for section in paper.parts[0].sections
            for block in section.blocks
            if isinstance(block, Paragraph)
        ]
        return {one.rule for one in check_language(texts, "Belarus")} & ASKED

    assert [rules(number, None) for number in range(6)] == [set()] * 6
    missed = sum("critics" in rules(number, "critics-missing") for number in range(6))
    assert missed >= 4
