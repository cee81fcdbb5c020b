"""Presets on the shelf: what conferences say, and what nobody knows."""

import tomllib
from pathlib import Path

import pytest

from app.library import presets
from app.model.errors import TemplateBroken, UnknownId, Unreadable
from app.model.preset import CitationForm, Preset, Status

SHIPPED = ("default", "ilmunc", "kingmun", "labmunc", "nmun-ny", "swflmun")


@pytest.fixture(autouse=True)
def shelf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("COMMUNIQUE_HOME", str(tmp_path / "shelf"))
    folder = tmp_path / "shelf" / "conferences"
    folder.mkdir(parents=True)
    return folder


def test_the_list_begins_with_default_and_names_each_conference() -> None:
    listed = presets.list_presets()
    assert listed[0].id == "default"
    assert set(SHIPPED) <= {one.id for one in listed}
    assert all(one.name and one.status for one in listed)


@pytest.mark.parametrize("preset_id", SHIPPED)
def test_every_shipped_preset_says_where_its_rules_stand(preset_id: str) -> None:
    preset = presets.open_preset(preset_id)
    if preset.status is not Status.OURS:
        assert preset.source_url
        assert preset.source_url.startswith("https://")


@pytest.mark.parametrize("preset_id", SHIPPED)
def test_what_is_second_hand_is_a_rule_the_preset_states(preset_id: str) -> None:
    preset = presets.open_preset(preset_id)
    for dotted in preset.second_hand:
        value: object = preset
        for step in dotted.split("."):
            value = getattr(value, step)
        assert value is not None, dotted


def test_a_rule_nobody_knows_falls_back_and_is_named() -> None:
    kingmun = presets.open_preset("kingmun")
    assert kingmun.page.size is None
    found = presets.in_force(kingmun)
    assert found.rules.page.size == "letter"
    assert "page.size" in found.unknown


def test_a_rule_the_conference_states_is_never_replaced() -> None:
    found = presets.in_force(presets.open_preset("labmunc"))
    assert found.rules.citations.form is CitationForm.FOOTNOTES
    assert found.rules.forbid.footnotes is False
    assert "citations.form" not in found.unknown
    assert "forbid.footnotes" not in found.unknown


def test_what_belongs_to_one_conference_never_comes_from_default() -> None:
    found = presets.in_force(presets.open_preset("swflmun")).rules
    default = presets.open_preset("default")
    assert found.year is None
    assert found.note != default.note
    assert found.deadline == ()


def test_a_paper_without_names_gets_no_field_for_them() -> None:
    fields = presets.in_force(presets.open_preset("swflmun")).rules.header.fields
    assert fields == ("committee", "topic", "country")


def test_default_stands_on_its_own() -> None:
    default = presets.open_preset("default")
    found = presets.in_force(default)
    assert found.rules == default
    assert found.unknown == ()


def test_unknown_may_be_written_out(shelf: Path) -> None:
    (shelf / "ours.toml").write_text(
        'id = "ours"\nname = "Ours"\nstatus = "second-hand"\nai = "?"\n'
        '[page]\nspacing = "unknown"\nsize = "a4"\n',
        encoding="utf-8",
    )
    found = presets.in_force(presets.open_preset("ours"))
    assert found.rules.page.size == "a4"
    assert found.rules.page.spacing == 1
    assert "page.spacing" in found.unknown


def test_a_preset_of_ones_own_overrides_a_shipped_one(shelf: Path) -> None:
    (shelf / "kingmun.toml").write_text(
        'id = "kingmun"\nname = "KINGMUN as our chair has it"\nstatus = "official"\n'
        "[limit]\nmax = 3\n",
        encoding="utf-8",
    )
    assert presets.open_preset("kingmun").limit.max == 3
    names = {one.id: one.name for one in presets.list_presets()}
    assert names["kingmun"] == "KINGMUN as our chair has it"
    assert len([one for one in presets.list_presets() if one.id == "kingmun"]) == 1


def test_an_unknown_conference_is_answered_with_the_nearest() -> None:
    with pytest.raises(UnknownId, match="kingmun"):
        presets.open_preset("kingmunn")


def test_an_unknown_key_is_named_with_the_nearest_known_one(shelf: Path) -> None:
    (shelf / "typo.toml").write_text(
        'id = "typo"\nname = "Typo"\nstatus = "ours"\n[page]\nspacin = 2\n',
        encoding="utf-8",
    )
    with pytest.raises(TemplateBroken, match=r"page\.spacin.*spacing"):
        presets.open_preset("typo")


def test_a_wrong_type_names_the_rule_and_the_file(shelf: Path) -> None:
    (shelf / "wrong.toml").write_text(
        'id = "wrong"\nname = "Wrong"\nstatus = "ours"\n[limit]\nmax = "many"\n',
        encoding="utf-8",
    )
    with pytest.raises(Unreadable, match=r"wrong\.toml.*limit\.max"):
        presets.open_preset("wrong")


def test_broken_toml_is_answered_with_line_and_column(shelf: Path) -> None:
    (shelf / "broken.toml").write_text('id = "broken\n', encoding="utf-8")
    with pytest.raises(Unreadable, match="line 1, column"):
        presets.open_preset("broken")


def test_a_file_under_another_name_than_its_id_is_refused(shelf: Path) -> None:
    (shelf / "one.toml").write_text(
        'id = "two"\nname = "Two"\nstatus = "ours"\n', encoding="utf-8"
    )
    with pytest.raises(TemplateBroken, match=r"two.*one\.toml"):
        presets.open_preset("one")


@pytest.mark.parametrize("preset_id", SHIPPED)
def test_every_key_of_a_shipped_file_reaches_the_record(preset_id: str) -> None:
    path = presets.shipped_folder() / f"{preset_id}.toml"
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    read = presets.read_preset(path).model_dump(mode="json", exclude_unset=True)
    assert set(table) == set(read)
    assert isinstance(presets.read_preset(path), Preset)


STATED: dict[str, dict[str, object]] = {
    "nmun-ny": {
        "limit.max": 2,
        "limit.per": "paper",
        "page.margin_inches": 1,
        "page.points_min": 10,
        "page.points_max": 12,
        "page.spacing": None,
        "ai": "disclose",
        "symbols": "none",
        "disclosure_page": True,
    },
    "kingmun": {
        "year": "2018",
        "limit.max": 1,
        "limit.per": "topic",
        "limit.excludes_sources": True,
        "page.spacing": 1,
        "page.margin_inches": 1,
        "page.points_max": 12,
        "citations.form": "links",
    },
    "labmunc": {
        "year": "2025",
        "limit.max": 1,
        "limit.per": None,
        "page.spacing": 1,
        "page.margin_inches": None,
        "citations.form": "footnotes",
    },
    "ilmunc": {
        "year": None,
        "limit.max": 1,
        "limit.per": "topic",
        "limit.excludes_sources": True,
        "forbid.page_numbers": True,
        "forbid.footnotes": True,
        "ai": "writing",
        "page.margin_inches": None,
    },
    "swflmun": {
        "year": None,
        "limit.max": 1,
        "limit.excludes_sources": True,
        "anonymous": True,
        "page.fonts": None,
        "page.spacing": None,
    },
}
"""What the conferences' own pages state; None where they are silent."""


@pytest.mark.parametrize("preset_id", sorted(STATED))
def test_shipped_figures_are_those_the_conference_states(preset_id: str) -> None:
    preset = presets.open_preset(preset_id)
    for dotted, stated in STATED[preset_id].items():
        value: object = preset
        for step in dotted.split("."):
            value = getattr(value, step)
        assert value == stated, dotted


def test_a_preset_that_changes_in_the_same_instant_is_read_anew(shelf: Path) -> None:
    place = shelf / "ours.toml"
    for most in (1, 2, 3):
        text = 'id = "ours"\nname = "Ours"\nstatus = "ours"\n'
        place.write_text(f"{text}[limit]\nmax = {most}\n", "utf-8")
        assert presets.open_preset("ours").limit.max == most
    place.unlink()
    with pytest.raises(UnknownId):
        presets.open_preset("ours")


@pytest.mark.parametrize("name", ["../default", "NMUN-NY", "a\0b", "x" * 300, "", "."])
def test_a_name_that_is_no_preset_is_unknown(name: str) -> None:
    with pytest.raises(UnknownId):
        presets.open_preset(name)
