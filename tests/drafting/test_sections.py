"""Sections: each one a conference asks for holds what its title says."""

import re
from functools import cache

import pytest

from app.drafting.paper import draft_paper
from app.library.briefs import ready_brief
from app.library.presets import in_force, open_preset, preset_ids
from app.model.brief import BriefKind, Passage, Register
from app.model.paper import Mark, Paper, Paragraph, Section
from app.model.preset import Numbering, Preset

PROMISES = {
    r"Solution|Suggestion|Recommendation|Remed|Goal|Done|We Want|Conclusion": {"M7"},
    r"Proposals|Supported|Treaties": {"M7"},
    r"Polic|Position|Stance": {"M1", "M4", "M6"},
    r"Country|to Us|Analysis|Main Part|Body|At Home": {"M3", "M4"},
    r"Past Action|UN |International|Documents|United Nations|and Treaties": {"M5"},
    r"Background|Introduction|Overview|Problem|Issue|Situation|Topic": {
        "M1",
        "M2",
        "M3",
    },
    r"^History": {"M2", "M3", "M4", "M5"},
    r"Critics": {"M6"},
    r"Collaborators": {"M5"},
}
"""Words of titles, and moves of which the section then holds at least one."""

TITLED = [one for one in preset_ids() if open_preset(one).section]


@cache
def drafted(name: str) -> tuple[Paper, Preset]:
    rules = in_force(open_preset(name)).rules
    brief = ready_brief("belarus/human-trafficking")
    return draft_paper(brief, rules, Mark.SAMPLE).paper, rules


def moves(section: Section) -> set[str]:
    return {
        (one.move or "").partition(".")[0]
        for block in section.blocks
        if isinstance(block, Paragraph)
        for one in block.sentences
    }


def words(section: Section) -> str:
    return " ".join(
        block.text for block in section.blocks if isinstance(block, Paragraph)
    )


@pytest.mark.parametrize("name", TITLED)
def test_a_section_holds_what_its_title_says(name: str) -> None:
    paper, rules = drafted(name)
    asked = [one for one in rules.section or () if not one.questions]
    held = paper.parts[0].sections
    assert [one.title for one in held] == [
        rules.section_title(at)
        for at, one in enumerate(rules.section or ())
        if not one.questions
    ]
    for rule, section in zip(asked, held, strict=True):
        promised = [
            wanted for title, wanted in PROMISES.items() if re.search(title, rule.label)
        ]
        assert promised, f"nobody knows what “{rule.label}” promises"
        for wanted in promised:
            assert moves(section) & wanted, rule.label


@pytest.mark.parametrize("name", TITLED)
def test_no_titled_section_is_empty_whatever_the_wording(name: str) -> None:
    rules = in_force(open_preset(name)).rules
    ready = ready_brief("belarus/human-trafficking")
    for register in Register:
        for seed in range(1, 7):
            settings = ready.settings.revise(seed=seed, register_=register)
            brief = ready.revise(settings=settings)
            paper = draft_paper(brief, rules, Mark.SAMPLE).paper
            bare = [one.title for one in paper.parts[0].sections if not one.blocks]
            asked = [one.label for one in rules.section or () if one.questions]
            assert set(bare) <= set(asked), (register, seed)


@pytest.mark.parametrize("name", TITLED)
def test_no_sentence_is_lost_between_sections(name: str) -> None:
    paper, rules = drafted(name)
    bare = rules.revise(section=None, limit=rules.limit.revise(max=None))
    brief = ready_brief("belarus/human-trafficking")
    whole = draft_paper(brief, bare, Mark.SAMPLE).paper
    roomy = rules.revise(limit=rules.limit.revise(max=None))
    titled = draft_paper(brief, roomy, Mark.SAMPLE).paper
    assert sorted(one.prose for one in titled.sentences) == sorted(
        one.prose for one in whole.sentences
    )
    assert paper.sentences[-1].move == "M8.again"


def test_collaborators_are_named_as_such() -> None:
    paper, _ = drafted("busun-2019")
    last = paper.parts[0].sections[-1]
    assert last.title == "Potential Collaborators"
    assert "Group of Friends" in words(last)
    assert "would depend on" not in words(last)


def test_international_action_tells_of_the_united_nations() -> None:
    paper, _ = drafted("bmun")
    first, second = paper.parts[0].sections[:2]
    assert "Global Plan of Action" in words(first)
    assert "United States" in words(second)


def test_an_own_passage_stays_whole_where_moves_are_placed() -> None:
    rules = in_force(open_preset("busun-2019")).rules
    ready = ready_brief("belarus/human-trafficking")
    own = Passage(id="way-forward", text="We would work with Peru. Peru would pay.")
    brief = ready.revise(kind=BriefKind.DELEGATE, passages=(own,))
    paper = draft_paper(brief, rules, Mark.DRAFT).paper
    assert "We would work with Peru. Peru would pay." in words(
        paper.parts[0].sections[-1]
    )


@pytest.mark.parametrize(
    ("number", "said"),
    [(1, "I."), (4, "IV."), (9, "IX."), (14, "XIV."), (38, "XXXVIII.")],
)
def test_sections_are_counted_in_roman_figures(number: int, said: str) -> None:
    assert Numbering.ROMAN.mark(number) == said
    assert Numbering.ARABIC.mark(number) == f"{number}."


def test_condormun_counts_five_sections() -> None:
    paper, _ = drafted("condormun")
    titles = [one.title or "" for one in paper.parts[0].sections]
    assert [one.partition(" ")[0] for one in titles] == [
        "I.",
        "II.",
        "III.",
        "IV.",
        "V.",
    ]
