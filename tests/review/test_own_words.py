"""Own words are told from ours, on sentences with a label."""

from functools import cache

import pytest

from app.desk.checking import shelf_yardstick
from app.drafting.genres import open_genre
from app.language.markers import without_markers
from app.language.sentences import paragraphs, split
from app.library.brief_files import open_brief
from app.library.locations import briefs_root
from app.model.finding import Outcome
from app.model.paper import Origin
from app.review.origin import measure, origin_of
from app.review.recognise import recognise
from tests.benchmarks.own_words import Held, held_against, labelled, yardstick

PRECISION = 0.99
RECALL = 0.92
"""Sentences that say little are let go: a plain fact is nobody's."""


@cache
def held() -> Held:
    return held_against(yardstick())


def test_there_are_enough_sentences_of_each_kind() -> None:
    counted = [label for label, _ in labelled()]
    assert len(counted) >= 200
    assert all(counted.count(one) >= 50 for one in set(counted))
    assert len({sentence for _, sentence in labelled()}) == len(counted)


def test_ours_is_found_and_nobody_is_accused() -> None:
    assert held().precision >= PRECISION
    assert held().recall >= RECALL


@pytest.mark.parametrize(
    ("label", "least"),
    [("scaffold", 0.95), ("edited", 0.94), ("patched", 0.82), ("own", 0.98)],
)
def test_every_kind_is_told_apart(label: str, least: float) -> None:
    assert held().recall_of(label) >= least


def test_the_whole_shelf_accuses_few_more() -> None:
    found = held_against(shelf_yardstick())
    assert found.precision >= 0.97
    assert found.recall >= RECALL


def test_the_shipped_paper_of_a_student_is_her_own() -> None:
    folder = briefs_root() / "samples" / "belarus-human-trafficking"
    brief = open_brief(folder, open_genre().titles)
    told = [
        without_markers(sentence)
        for passage in brief.passages
        for paragraph in paragraphs(passage.text)
        for sentence in split(paragraph)
    ]
    assert len(told) > 20
    assert set(measure(told, yardstick())) == {Origin.OWN}


def test_official_names_are_nobodys() -> None:
    said = (
        "The International Organization for Migration, the United Nations Office on "
        "Drugs and Crime and the Organization for Security and Co-operation in Europe "
        "came to lunch with us on Thursday and stayed for soup."
    )
    assert origin_of(said, yardstick()) is Origin.OWN


PLAIN_FACTS = (
    "In 2005 Belarus ratified the Council of Europe Convention.",
    "In 2010 the UN adopted a plan of action that Belarus had asked for.",
    "Belarus joined the Council of Europe Convention on trafficking in 2013.",
    "The United States placed Belarus in Tier 3 again in 2018.",
    "Belarus has hosted a training centre in Minsk since 2007.",
    "The General Assembly adopted resolution 61/180 in 2006.",
    "The Group of Friends United against Human Trafficking was founded by Belarus.",
    "Belarus is a country of origin, transit and destination for victims.",
    "In 2012 Belarus passed a law against trafficking.",
    "The IOM office in Minsk has helped thousands of victims.",
)


def test_nobody_is_told_that_a_plain_fact_was_copied() -> None:
    (found,) = recognise([" ".join(PLAIN_FACTS)], shelf_yardstick())
    assert found.outcome is Outcome.PASSED


def test_each_place_shows_the_words_of_ours_it_is_like() -> None:
    ours = next(one for label, one in labelled() if label == "scaffold")
    (found,) = recognise([ours], shelf_yardstick())
    assert found.outcome is Outcome.FAILED
    assert "(ours: " in (found.where[0].quote or "")
