"""The ready paper: what it names, how long it is, where its facts come from."""

import os
import re
import subprocess
import sys
from itertools import pairwise

import pytest

from app.drafting.bank import open_bank
from app.drafting.budget import extent
from app.drafting.outline import AMPLE, outline
from app.drafting.paper import draft_paper, draft_together
from app.drafting.scaffold import scaffold
from app.library.briefs import begin_brief, ready_brief, with_picks
from app.library.dossiers import open_dossier
from app.library.presets import in_force, open_preset
from app.model.brief import Brief, BriefKind, Passage
from app.model.card import Kind, Voice
from app.model.paper import Mark, Origin, Paper, Paragraph
from app.model.preset import Preset
from tests.traces import untraced

DOSSIER = "belarus/human-trafficking"
PRESETS = ("default", "nmun-ny", "kingmun", "labmunc", "ilmunc", "swflmun")
NAMED = (
    "61/180",
    "Global Plan of Action",
    "Council of Europe",
    "Group of Friends",
    "Tier 3",
    "Special Rapporteur",
)


@pytest.fixture(scope="module")
def ready() -> Brief:
    return ready_brief(DOSSIER)


def rules(preset: str = "default") -> Preset:
    return in_force(open_preset(preset)).rules


def seeded(brief: Brief, seed: int) -> Brief:
    return brief.revise(settings=brief.settings.revise(seed=seed))


def drafted(brief: Brief, preset: str = "default") -> Paper:
    return draft_paper(brief, rules(preset), Mark.SAMPLE).paper


def text(paper: Paper) -> str:
    return " ".join(one.prose for one in paper.sentences)


@pytest.mark.parametrize("seed", [*range(1, 13), 40])
def test_the_ready_paper_names_what_it_must(ready: Brief, seed: int) -> None:
    said = text(drafted(seeded(ready, seed)))
    assert [name for name in NAMED if name not in said] == []


@pytest.mark.parametrize("preset", PRESETS)
@pytest.mark.parametrize("seed", [1, 7])
def test_every_preset_is_kept_within_its_limit(
    ready: Brief, preset: str, seed: int
) -> None:
    paper = drafted(seeded(ready, seed), preset)
    measured = extent(paper, rules(preset))
    assert measured.fits, measured
    assert measured.room is not None
    assert measured.used > 0.85 * measured.room, "there is room for more"


def test_the_default_paper_has_the_shape_of_a_strong_one(ready: Brief) -> None:
    paper = drafted(ready)
    words = len(text(paper).split())
    assert 480 <= words <= 650
    sections = paper.parts[0].sections
    assert len(sections) == 6
    for section in sections:
        said = " ".join(block.text for block in section.blocks)  # type: ignore[union-attr]
        assert len(said.split()) >= 40, section.id


def test_the_same_brief_gives_the_same_paper(ready: Brief) -> None:
    assert drafted(ready) == drafted(ready)
    assert drafted(ready) != drafted(seeded(ready, 2))


DRAFT_IN_TURN = """
import sys
from app.drafting.paper import draft_paper
from app.library.briefs import ready_brief
from app.library.presets import open_preset
from app.model.paper import Mark

ready, ours = ready_brief("belarus/human-trafficking"), open_preset("default")
for seed, form in (word.split(":") for word in sys.argv[1:]):
    brief = ready.revise(settings=ready.settings.revise(seed=int(seed)))
    rules = ours.revise(citations=ours.citations.revise(form=form, styles=None))
    made = draft_paper(brief, rules, Mark.SAMPLE)
sys.stdout.write(made.model_dump_json())
"""


@pytest.mark.parametrize("form", ["footnotes", "intext+list"])
def test_what_was_written_before_changes_nothing(form: str) -> None:
    def last(*words: str) -> bytes:
        command = [sys.executable, "-c", DRAFT_IN_TURN, *words]
        return subprocess.run(command, check=True, capture_output=True).stdout

    others = [f"{seed}:{one}" for seed in (1, 2, 3) for one in ("footnotes", "links")]
    assert last(f"3:{form}") == last("3:intext+list", *others, f"3:{form}")


def test_the_order_in_which_a_computer_keeps_names_changes_nothing() -> None:
    program = """
import sys
from app.desk.writing import brief_named, to_words, write
from app.model.brief import Register

ready = brief_named("belarus/human-trafficking")
for conference in ("ccmun", "bridgemun", "labmunc", "cimun"):
    for register in Register:
        for seed in (1, 2, 3):
            settings = ready.settings.revise(seed=seed, register_=register)
            made = write(ready.revise(settings=settings), conference=conference)
            sys.stdout.write(to_words(made, "txt"))
"""
    said = {
        subprocess.run(
            [sys.executable, "-c", program],
            check=True,
            capture_output=True,
            env=os.environ | {"PYTHONHASHSEED": seed, "PYTHONUTF8": "1"},
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert len(said) == 1


def test_every_figure_and_symbol_is_traceable_over_200_seeds(ready: Brief) -> None:
    bank, plan = open_bank(), outline(ready)
    strange: dict[str, set[str]] = {}
    whole = rules("nmun-ny")
    for seed in range(1, 201):
        brief = seeded(ready, seed)
        if seed % 20 == 0:
            found = draft_paper(brief, whole, Mark.SAMPLE).paper.sentences
            for one in found:
                if lost := untraced(one, brief):
                    strange[one.prose] = lost
        for written in scaffold(brief, plan, bank):
            from app.model.paper import Sentence, Span

            bare = re.sub(r"\s*\[@[^]]*\]", "", written.text)
            one = Sentence(spans=(Span(text=bare),), cards=written.cards)
            if lost := untraced(one, brief):
                strange[bare] = lost
    assert strange == {}


def test_no_sentence_leaks_a_slot_or_opens_like_its_neighbour(ready: Brief) -> None:
    for seed in range(1, 41):
        paper = drafted(seeded(ready, seed))
        said = text(paper)
        assert not re.search(r"[{}]|None(?! of)|nan\b|\s,|,,|\.\.|\[@|  ", said), said
        for before, after in pairwise(paper.sentences):
            same = before.prose.split()[0] == after.prose.split()[0]
            assert not same or before.prose.split()[0] in {"The", "As"}, after.prose


def test_a_passage_of_ones_own_stands_in_place_of_the_example(ready: Brief) -> None:
    own = (
        "We have read every report on this [@rec-global-plan].\n\n"
        "A second paragraph [/bold] stands [@nobody] here."
    )
    paper = draft_paper(
        ready.with_passage(Passage(id="abroad", text=own)), rules(), Mark.DRAFT
    )
    abroad = next(one for one in paper.paper.parts[0].sections if one.id == "abroad")
    assert len(abroad.blocks) == 2
    first, second = abroad.blocks
    assert first.text == "We have read every report on this (A/RES/64/293)."  # type: ignore[union-attr]
    assert second.text == "A second paragraph [/bold] stands [@nobody] here."  # type: ignore[union-attr]
    assert paper.unknown_cards == ("nobody",)
    origins = {one.origin for one in first.sentences}  # type: ignore[union-attr]
    assert origins == {None}
    others = [one for one in paper.paper.sentences if one.move]
    assert {one.origin for one in others} == {Origin.SCAFFOLD}


def test_own_words_are_never_cut(ready: Brief) -> None:
    long = " ".join(f"Sentence number {at} is my own." for at in range(300))
    brief = ready.with_passage(Passage(id="home", text=long))
    paper = draft_paper(brief, rules(), Mark.DRAFT).paper
    assert "Sentence number 299 is my own." in text(paper)
    assert not extent(paper, rules()).fits


def test_sections_of_a_conference_take_the_passages(ready: Brief) -> None:
    sections = drafted(ready, "labmunc").parts[0].sections
    titles = [one.title for one in sections]
    assert titles == ["Introduction", "Analysis", "Solutions"]
    assert all(one.blocks for one in sections)


def test_a_brief_without_a_line_still_makes_a_paper(ready: Brief) -> None:
    paper = drafted(ready.revise(line=None))
    assert len(paper.sentences) > 12
    assert paper.sentences[0].cards == ("stance-collective-response",)


def test_fill_takes_in_more_of_what_was_picked(ready: Brief) -> None:
    roomy = rules("nmun-ny")
    roomy = roomy.revise(limit=roomy.limit.revise(max=4))
    usual = draft_together((ready,), roomy, Mark.SAMPLE).paper
    filled = draft_together((ready,), roomy, Mark.SAMPLE, measure=AMPLE).paper
    assert len(filled.sentences) >= len(usual.sentences)
    cards = {card for one in filled.sentences for card in one.cards}
    assert cards >= {card for one in usual.sentences for card in one.cards}


def test_words_moved_from_a_section_shorten_its_example(ready: Brief) -> None:
    roomy = rules("nmun-ny")
    settings = ready.settings.revise(words={"home": 40})
    short = draft_paper(ready.revise(settings=settings), roomy, Mark.SAMPLE).paper
    long = draft_paper(ready, roomy, Mark.SAMPLE).paper

    def home(paper: Paper) -> int:
        (section,) = (one for one in paper.parts[0].sections if one.id == "home")
        return sum(
            len(block.text.split())
            for block in section.blocks
            if isinstance(block, Paragraph)
        )

    assert home(short) < home(long)


def test_what_is_granted_never_outlives_its_charge(ready: Brief) -> None:
    for preset in ("labmunc", "ccmun", "default"):
        for seed in range(1, 21):
            moves = [one.move for one in drafted(seeded(ready, seed), preset).sentences]
            conceded = [one for one in moves if one in {"M6.granted", "M6.undisputed"}]
            if "M6.charge-too" not in moves:
                assert len(set(conceded)) <= 1, (preset, seed, moves)


def test_what_the_country_asks_for_stands_on_its_own(ready: Brief) -> None:
    """A brief without drafted proposals names those the country has made."""
    dossier = open_dossier(DOSSIER)
    picks = [one for one in ready.picks if not one.startswith("draft-")]
    asked = ("prop-trust-fund", "prop-implement-global-plan")
    paper = drafted(with_picks(ready, dossier, [*picks, *asked]))
    told = [one for one in paper.sentences if one.move == "M7.asked"]
    assert [one.cards for one in told] == [(asked[0],), (asked[1],)]
    assert all("It has also" not in one.prose for one in told)


@pytest.mark.parametrize(
    ("name", "shown"), [("nmun-ny", True), ("default", False), ("amun", False)]
)
def test_a_topic_stands_above_a_paper_whose_heading_names_none(
    ready: Brief, name: str, shown: bool
) -> None:
    part = draft_paper(ready, rules(name), Mark.SAMPLE).paper.parts[0]
    assert part.labelled is shown


def test_what_others_stand_for_is_never_the_countrys_view(ready: Brief) -> None:
    dossier = open_dossier("belarus/disability-rights")
    assignment = ready.assignment.revise(topic=dossier.topic)
    picks = [card.id for card in dossier.cards]
    brief = begin_brief(dossier, assignment, kind=BriefKind.READY, picks=picks)
    assert not any(card.voice is Voice.COUNTRY for card in dossier.of_kind(Kind.STANCE))
    moves = [one.move or "" for one in drafted(brief).sentences]
    assert moves
    assert not [one for one in moves if one.startswith("M1")]
