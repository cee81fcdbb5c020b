"""Every figure of a shipped preset stands in a table written from its source."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from app.drafting.genres import open_genre
from app.drafting.styles import list_styles
from app.library import presets
from app.model.preset import Preset

TABLE: dict[str, dict[str, Any]] = tomllib.loads(
    Path(__file__).with_name("conference_figures.toml").read_text(encoding="utf-8")
)

RULES = {
    "year": "year",
    "status": "status",
    "unit": "limit.unit",
    "per": "limit.per",
    "min": "limit.min",
    "max": "limit.max",
    "max_whole": "limit.max_whole",
    "approximate": "limit.approximate",
    "excludes": "limit.excludes_sources",
    "size": "page.size",
    "fonts": "page.fonts",
    "spacing": "page.spacing",
    "spacings": "page.spacings",
    "margin": "page.margin_inches",
    "alignment": "page.alignment",
    "fields": "header.fields",
    "place": "header.place",
    "bold": "header.bold",
    "first_page": "header.first_page_only",
    "title": "header.title",
    "cover": "cover_page",
    "anonymous": "anonymous",
    "topic_titles": "topic_titles",
    "numbers": "section_numbers",
    "paragraphs": "paragraphs",
    "spelling": "spelling",
    "form": "citations.form",
    "forms": "citations.forms",
    "styles": "citations.styles",
    "min_sources": "citations.min_sources",
    "list_title": "citations.list_title",
    "list_too": "citations.list_with_notes",
    "list_new_page": "citations.list_new_page",
    "symbols": "symbols",
    "ai": "ai",
    "own_words": "own_words",
    "disclosure": "disclosure_page",
    "prewritten": "prewritten_clauses",
    "formats": "file.formats",
    "name": "file.name",
    "spaces": "file.spaces",
    "subject": "file.subject",
    "one_per_topic": "file.one_per_topic",
}
"""Word of the table to the rule of a preset it is about."""


def value_of(preset: Preset, dotted: str) -> Any:
    value: Any = preset
    for step in dotted.split("."):
        value = getattr(value, step)
    return list(value) if isinstance(value, tuple) else value


def shipped(preset_id: str) -> Preset:
    return presets.read_preset(presets.shipped_folder() / f"{preset_id}.toml")


def figures_of(preset: Preset) -> dict[str, Any]:
    """Everything the preset says, in the words of the table."""
    said = {word: value_of(preset, dotted) for word, dotted in RULES.items()}
    said["source"] = (preset.source_url or "").removeprefix("https://")
    smallest, largest = preset.page.points_min, preset.page.points_max
    said["points"] = [smallest, largest] if smallest is not None else None
    said["points_max"] = largest if smallest is None else None
    forbidden = preset.forbid.model_dump()
    said["no"] = [name for name, value in forbidden.items() if value is True]
    said["not_no"] = [name for name, value in forbidden.items() if value is False]
    said["dates"] = [f"{one.when} {one.time or ''}".strip() for one in preset.deadline]
    sections = preset.section or ()
    said["labels"] = [one.label for one in sections if not one.ours]
    said["longest"] = [one.label for one in sections if one.longest]
    for word, name in (("weights", "weight"), ("pages", "pages")):
        said[word] = [v for one in sections if (v := getattr(one, name)) is not None]
    drop = {"no", "not_no", "dates", "labels", "longest", "weights", "pages"}
    return {
        word: value
        for word, value in said.items()
        if value is not None and not (word in drop and value == [])
    }


def test_every_shipped_conference_has_a_row_and_every_row_a_file() -> None:
    files = {path.stem for path in presets.shipped_folder().glob("*.toml")}
    assert files - {presets.FALLBACK} == set(TABLE)


def test_there_are_more_than_fifty_conferences() -> None:
    assert len(TABLE) > 50


@pytest.mark.parametrize("preset_id", sorted(TABLE))
def test_a_preset_says_what_its_source_says_and_nothing_else(preset_id: str) -> None:
    assert figures_of(shipped(preset_id)) == TABLE[preset_id]


@pytest.mark.parametrize("preset_id", sorted(TABLE))
def test_a_preset_states_at_least_three_rules(preset_id: str) -> None:
    preset = shipped(preset_id)
    said = set(figures_of(preset)) - {"year", "status", "source"}
    also = [preset.late_effect, preset.file.send_to]
    assert len(said) + sum(one is not None for one in also) >= 3


@pytest.mark.parametrize("preset_id", sorted(TABLE))
def test_what_a_preset_names_exists(preset_id: str) -> None:
    preset = shipped(preset_id)
    assert set(preset.citations.styles or ()) <= set(list_styles())
    forms = preset.citations.forms
    assert forms is None or forms[0] is preset.citations.form
    for dotted in preset.second_hand:
        assert value_of(preset, dotted) not in (None, []), dotted
    assert all(one.startswith("https://") for one in preset.other_sources)


@pytest.mark.parametrize("preset_id", sorted(TABLE))
def test_sections_take_every_passage_once(preset_id: str) -> None:
    sections = shipped(preset_id).section
    if sections:
        placed = [one for rule in sections for one in rule.passages]
        titles = list(open_genre().titles)
        assert sorted(placed) == sorted(titles)
        assert (placed[0], placed[-1]) == (titles[0], titles[-1])
        for rule in sections:
            assert list(rule.passages) == sorted(rule.passages, key=titles.index)


def test_the_best_documented_presets_answer_most_questions() -> None:
    said = sorted((len(figures_of(shipped(one))) for one in TABLE), reverse=True)
    assert said[11] >= 14
