"""Spelling: our sentences follow, names, quotations and own words stay."""

import pytest

from app.desk.other_papers import write_as
from app.desk.writing import to_words, write
from app.language.likeness import tokens
from app.language.spelling import AMERICAN, american
from app.library.briefs import ready_brief
from app.model.brief import Brief, BriefKind, Passage, Spelling
from app.model.paper import Origin

OWN = "The labour centre of our town recognised nobody."


def ready(spelling: Spelling) -> Brief:
    brief = ready_brief("belarus/human-trafficking")
    return brief.revise(settings=brief.settings.revise(spelling=spelling))


def test_words_change_and_names_and_quotations_do_not() -> None:
    said = (
        "The programme of the International Labour Organization for labour “centres”."
    )
    assert american(said) == (
        "The program of the International Labour Organization for labor “centres”."
    )
    assert american("Labour inspectors were recognised.") == (
        "Labor inspectors were recognized."
    )
    assert american("Labour Code and centre-left.") == "Labour Code and center-left."
    assert (
        american("[@rec-labour-centre] criticism") == "[@rec-labour-centre] criticism"
    )


def test_a_paper_in_american_english_has_no_british_word_of_ours() -> None:
    paper = write(ready(Spelling.AMERICAN)).paper
    words = [word for one in paper.sentences for word in one.prose.split()]
    bare = {word.strip(",.;:’”“()") for word in words}
    assert not {one for one in bare if one in AMERICAN}
    assert bare & set(AMERICAN.values())
    assert "Labour Organization" in " ".join(words)
    assert paper.properties.language == "en-US"
    assert {one.origin for one in paper.sentences} == {Origin.SCAFFOLD}


def test_own_words_stay_as_they_were_written() -> None:
    brief = ready(Spelling.AMERICAN).with_passage(Passage(id="opening", text=OWN))
    assert OWN in to_words(write(brief), "txt")


def test_our_sentences_are_known_in_either_spelling() -> None:
    assert tokens("Labor centers recognized it.") == tokens(
        "Labour centres recognised it."
    )


def test_a_sample_follows_the_english_its_conference_asks_for() -> None:
    british = ready(Spelling.AMERICAN)
    written = write(british, conference="shpgmun")
    wanted = written.rules.spelling
    assert wanted is not None
    is_british = wanted is Spelling.BRITISH
    assert written.paper.properties.language == ("en-GB" if is_british else "en-US")


@pytest.mark.parametrize("genre", ["worksheet", "answers", "clauses"])
def test_other_papers_follow_the_spelling_too(genre: str) -> None:
    def words(spelling: Spelling) -> set[str]:
        made = write_as(ready(spelling), genre)
        said = to_words(made, "txt")
        return {word.strip(",.;:’”“()") for word in said.split()}

    british, american_ = words(Spelling.BRITISH), words(Spelling.AMERICAN)
    assert british & set(AMERICAN)
    assert not american_ & set(AMERICAN)


def test_what_a_delegate_asked_keeps_its_spelling_on_a_worksheet() -> None:
    brief = ready(Spelling.AMERICAN).revise(
        kind=BriefKind.DELEGATE,
        passages=(Passage(id="home", text=OWN),),
    )
    assert OWN in to_words(write_as(brief, "worksheet"), "txt")
