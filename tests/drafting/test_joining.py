"""Paragraphs of the example are drawn together where a conference counts them."""

import pytest

from app.drafting.joining import join_paragraphs
from app.drafting.paper import draft_paper
from app.library.briefs import ready_brief
from app.library.presets import in_force, open_preset
from app.model.paper import Mark, Paragraph, Section, Sentence, Span

DOSSIER = "belarus/human-trafficking"


def said(text: str, *, ours: bool = True) -> Paragraph:
    sentence = Sentence(spans=(Span(text=text),), move="M1" if ours else None)
    return Paragraph(sentences=(sentence,))


def shape(sections: tuple[Section, ...]) -> list[list[str]]:
    return [
        [one.text for one in section.blocks if isinstance(one, Paragraph)]
        for section in sections
    ]


def test_the_shortest_neighbours_are_joined_first() -> None:
    blocks = (said("one two three"), said("four"), said("five"))
    sections = (Section(id="a", blocks=blocks),)
    assert shape(join_paragraphs(sections, 2)) == [["one two three", "four five"]]
    assert shape(join_paragraphs(sections, 1)) == [["one two three four five"]]


def test_nothing_is_joined_over_a_title_or_with_a_delegates_words() -> None:
    titled = tuple(
        Section(id=one, title=one, blocks=(said(one),)) for one in ("a", "b")
    )
    assert join_paragraphs(titled, 1) == titled
    mixed = (Section(id="a", blocks=(said("mine", ours=False), said("yours"))),)
    assert join_paragraphs(mixed, 1) == mixed


def test_without_titles_sections_flow_together() -> None:
    sections = tuple(Section(id=one, blocks=(said(one),)) for one in ("a", "b", "c"))
    assert shape(join_paragraphs(sections, 2)) == [["a b"], ["c"]]


def test_any_number_is_fine_where_nobody_counts() -> None:
    sections = (Section(id="a", blocks=(said("one"), said("two"))),)
    assert join_paragraphs(sections, None) == sections
    assert join_paragraphs(sections, 5) == sections


@pytest.mark.parametrize(
    "preset", ["smunc", "ymuns", "munfw", "bmun-benilde", "emunc", "vanier-mun"]
)
def test_a_ready_paper_has_the_paragraphs_asked_for(preset: str) -> None:
    rules = in_force(open_preset(preset)).rules
    paper = draft_paper(ready_brief(DOSSIER), rules, Mark.SAMPLE).paper
    held = [
        block
        for part in paper.parts
        for section in part.sections
        for block in section.blocks
        if isinstance(block, Paragraph)
    ]
    assert len(held) == rules.paragraphs


def test_a_section_for_which_nothing_can_be_written_has_no_bare_title() -> None:
    rules = in_force(open_preset("bmun")).rules
    paper = draft_paper(ready_brief(DOSSIER), rules, Mark.SAMPLE).paper
    titles = [one.title for part in paper.parts for one in part.sections]
    assert titles == ["International Action", "Country", "Solutions"]
