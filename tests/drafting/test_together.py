"""Several topics make one paper, cited once, each with its share of the room."""

import pytest

from app.desk.writing import to_words, write_together
from app.drafting.together import join_briefs
from app.library.briefs import begin_brief, ready_brief
from app.library.dossiers import open_dossier
from app.model.brief import Brief, BriefKind, Passage
from app.model.errors import WrongUse
from app.model.finding import Outcome
from app.model.paper import Paragraph, Part


@pytest.fixture
def first() -> Brief:
    return ready_brief("belarus/human-trafficking")


@pytest.fixture
def second(first: Brief) -> Brief:
    dossier = open_dossier("belarus/disability-rights")
    assignment = first.assignment.revise(topic=dossier.topic)
    brief = begin_brief(
        dossier, assignment, kind=BriefKind.READY, picks=("crpd-ratified",)
    )
    text = "The Convention came into force for us late [@crpd-ratified]."
    return brief.with_passage(Passage(id="home", text=text))


def test_each_topic_is_a_labelled_part(first: Brief, second: Brief) -> None:
    written = write_together((first, second), conference="kingmun")
    parts = written.paper.parts
    assert [one.topic for one in parts] == [
        "Human trafficking",
        "Rights of persons with disabilities",
    ]
    assert all(one.labelled for one in parts)
    said = to_words(written, "txt")
    assert said.index("Human trafficking") < said.index("came into force for us late")


def words_in(part: Part) -> int:
    return sum(
        len(block.text.split())
        for section in part.sections
        for block in section.blocks
        if isinstance(block, Paragraph)
    )


def test_a_limit_for_the_paper_is_divided(first: Brief) -> None:
    alone = write_together((first,), conference="nmun-ny").paper
    twice = write_together((first, first), conference="nmun-ny")
    ids = [[section.id for section in part.sections] for part in twice.paper.parts]
    assert ids[0] == ids[1]
    words = [words_in(part) for part in twice.paper.parts]
    whole = sum(len(one.prose.split()) for one in alone.sentences)
    assert all(one < 0.75 * whole for one in words)
    length = next(one for one in twice.findings if one.rule == "length")
    assert length.outcome is Outcome.PASSED


def test_notes_run_through_the_whole_paper(first: Brief, second: Brief) -> None:
    paper = write_together((first, second), conference="nmun-ny").paper
    numbers = [note.number for note in paper.notes]
    assert numbers == list(range(1, len(numbers) + 1))
    last = "".join(span.text for span in paper.notes[-1].spans)
    assert "CCPR/C/BLR/CO/5" in last or "fifth periodic report" in last


def test_a_card_that_means_something_else_elsewhere_is_renamed(first: Brief) -> None:
    card = first.cards[0]
    other = card.model_copy(update={"statement": "Quite another fact."})
    changed = first.revise(
        cards=(other, *first.cards[1:]),
        passages=(Passage(id="home", text=f"So it is [@{card.id}]."),),
    )
    joined = join_briefs((first, changed))
    assert joined.renamed == ({}, {card.id: f"{card.id}-2"})
    assert joined.brief.card(f"{card.id}-2") is not None
    paper = write_together((first, changed)).paper
    told = [one for one in paper.sentences if one.prose.startswith("So it is")]
    assert told[0].cards == (f"{card.id}-2",)


def test_one_paper_speaks_for_one_country(first: Brief) -> None:
    country = first.assignment.country.revise(name="Ruritania")
    other = first.revise(assignment=first.assignment.revise(country=country))
    with pytest.raises(WrongUse, match="Belarus and Ruritania"):
        write_together((first, other))


def test_a_card_whose_source_is_renamed_names_the_renamed_one(first: Brief) -> None:
    card = next(one for one in first.cards if one.source_ids)
    name = card.source_ids[0]
    moved = tuple(
        one.revise(title=f"Another {one.title}") if one.id == name else one
        for one in first.sources
    )
    joined = join_briefs((first, first.revise(sources=moved)))
    other = joined.brief.card(joined.renamed[1][card.id])
    assert other is not None
    assert other.source_ids[0] == f"{name}-2"
    assert other.source_ids[0] == other.sources[0].id
