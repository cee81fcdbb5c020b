"""Answers about a conference, and the preset they come to."""

from pathlib import Path
from typing import Any

import pytest

from app.library.preset_answers import (
    QUESTIONS,
    NotUnderstood,
    answer,
    preset_text,
    slug,
)
from app.library.preset_check import check_preset
from app.library.presets import read_preset
from app.model.finding import Outcome


def answered(rule: str, text: str) -> dict[str, Any]:
    question = next(one for one in QUESTIONS if rule in one.rules)
    return answer(question, text)


@pytest.mark.parametrize(
    ("text", "unit", "per", "least", "most"),
    [
        ("2 pages", "pages", None, None, 2),
        ("1 page per topic", "pages", "topic", None, 1),
        ("one page for each topic", "pages", "topic", None, 1),
        ("1-2 pages per paper", "pages", "paper", 1, 2),
        ("1,000 to 1,500 words", "words", None, 1000, 1500),
        ("1.5 pages", "pages", None, None, 1.5),
        ("half a page", "pages", None, None, 0.5),
    ],
)
def test_a_length_is_read(
    text: str, unit: str, per: str | None, least: float | None, most: float
) -> None:
    found = answered("limit.max", text)
    assert found["limit.unit"] == unit
    assert found.get("limit.per") == per
    assert found.get("limit.min") == least
    assert found["limit.max"] == most


@pytest.mark.parametrize(
    ("rule", "text", "value"),
    [
        ("page.points_max", "10-12", {"page.points_min": 10, "page.points_max": 12}),
        ("page.points_max", "12", {"page.points_min": 12, "page.points_max": 12}),
        ("page.spacing", "double", {"page.spacing": 2}),
        ("page.spacing", "1.5", {"page.spacing": 1.5}),
        (
            "page.spacing",
            "single or double",
            {"page.spacing": 1, "page.spacings": [1, 2]},
        ),
        ("page.margin_inches", "2.54 cm", {"page.margin_inches": 1}),
        ("page.margin_inches", "1 inch", {"page.margin_inches": 1}),
        ("citations.styles", "MLA or Chicago",
         {"citations.styles": ["mla-9", "chicago-author-date"]}),
        ("header.fields", "Committee, Position, Full Name"[:19],
         {"header.fields": ["committee", "country"]}),
        ("status", "no", {"status": "second-hand"}),
        ("source_url", "example.org/mun", {"source_url": "https://example.org/mun"}),
        ("file.formats", ".docx, PDF", {"file.formats": ["docx", "pdf"]}),
        ("forbid.bullets", "bullets, first person",
         {"forbid.bullets": True, "forbid.first_person": True}),
        ("ai", "cited research", {"ai": "cited-research"}),
        ("ai", "?", {}),
        ("ai", "", {}),
    ],
)  # fmt: skip
def test_an_answer_is_read(rule: str, text: str, value: dict[str, Any]) -> None:
    assert answered(rule, text) == value


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        ("limit.max", "short"),
        ("limit.max", "2"),
        ("page.points_max", "large"),
        ("page.size", "foolscap"),
        ("header.fields", "committee, planet"),
        ("citations.styles", "Bluebook"),
        ("anonymous", "perhaps"),
        ("file.formats", "docs"),
        ("forbid.bullets", "jokes"),
        ("citations.min_sources", "many"),
    ],
)
def test_an_answer_that_says_nothing_is_refused(rule: str, text: str) -> None:
    with pytest.raises(NotUnderstood):
        answered(rule, text)


def test_no_answers_make_a_preset_full_of_unknowns(tmp_path: Path) -> None:
    path = tmp_path / "ours.toml"
    text = preset_text("ours", "Ours", [{} for _ in QUESTIONS])
    path.write_text(text, encoding="utf-8")
    assert 'spacing = "unknown"' in text
    preset = read_preset(path)
    assert preset.page.spacing is None
    assert preset.status == "partial"
    assert all(one.outcome is not Outcome.FAILED for one in check_preset(path))


@pytest.mark.parametrize("count", [1, 2, 3, 4, 5, 6, 7])
def test_passages_spread_over_any_number_of_sections(count: int) -> None:
    labels = ", ".join(f"Part {at}" for at in range(count))
    sections = answered("section", labels)["section"]
    assert [one["label"] for one in sections] == labels.split(", ")
    placed = [one for section in sections for one in section["passages"]]
    assert placed[0] == "opening"
    assert len(placed) == len(set(placed)) == 6


def test_an_id_is_made_of_a_name() -> None:
    assert slug("Modèle ONU — Genève 2027!") == "modele-onu-geneve-2027"


@pytest.mark.parametrize(
    ("said", "held"),
    [
        (
            "Background, Past Action, Policy, Solutions",
            [
                ["opening"],
                ["abroad"],
                ["home", "critics"],
                ["proposals", "way-forward"],
            ],
        ),
        (
            "Introduction, Country, Recommendations",
            [["opening"], ["home", "abroad", "critics"], ["proposals", "way-forward"]],
        ),
        (
            "Policy, Solutions, Potential Collaborators",
            [
                ["opening", "home", "abroad", "critics"],
                ["proposals"],
                ["way-forward"],
            ],
        ),
        (
            "One, Two, Three",
            [["opening", "home"], ["abroad", "critics"], ["proposals", "way-forward"]],
        ),
    ],
)
def test_sections_get_the_passages_their_titles_promise(
    said: str, held: list[list[str]]
) -> None:
    rows = answered("section", said)["section"]
    assert [one["passages"] for one in rows] == held


def test_a_section_for_the_guides_questions_holds_no_passage() -> None:
    rows = answered("section", "Policy, Solutions, Questions to Consider")["section"]
    assert rows[-1] == {"label": "Questions to Consider", "questions": True}
    assert rows[1]["passages"] == ["proposals", "way-forward"]


def test_the_questions_of_a_guide_are_written_and_read(tmp_path: Path) -> None:
    found = answered("section", "Policy, Questions to Consider")
    answers = [found if "section" in one.rules else {} for one in QUESTIONS]
    path = tmp_path / "ours.toml"
    path.write_text(preset_text("ours", "Ours", answers), encoding="utf-8")
    sections = read_preset(path).section or ()
    assert [one.questions for one in sections] == [False, True]
