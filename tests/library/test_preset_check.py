"""A preset's file under the glass: wrong, unknown, standing in."""

from pathlib import Path

import pytest

from app.library import presets
from app.library.preset_check import check_preset, find_preset
from app.library.preset_lines import line_of
from app.model.errors import UnknownId, Unreadable
from app.model.finding import Finding, Outcome

HEAD = (
    'name = "Ours"\nyear = "2027"\n'
    'source_url = "https://example.org"\nstatus = "official"\n'
)
LINES_OF_HEAD = 4


@pytest.fixture(autouse=True)
def shelf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("COMMUNIQUE_HOME", str(tmp_path / "shelf"))
    folder = tmp_path / "shelf" / "conferences"
    folder.mkdir(parents=True)
    return folder


def checked(folder: Path, body: str) -> tuple[Finding, ...]:
    path = folder / "ours.toml"
    path.write_text(HEAD + body, encoding="utf-8")
    return check_preset(path)


def failed(found: tuple[Finding, ...]) -> list[tuple[str, int | None]]:
    return [
        (one.rule, one.where[0].line) for one in found if one.outcome is Outcome.FAILED
    ]


@pytest.mark.parametrize(
    "preset_id", [path.stem for path in presets.shipped_folder().glob("*.toml")]
)
def test_no_shipped_preset_has_a_fault(preset_id: str) -> None:
    found = check_preset(presets.shipped_folder() / f"{preset_id}.toml")
    assert failed(found) == []
    assert found[-1].outcome is Outcome.PASSED


@pytest.mark.parametrize(
    ("body", "rule", "line"),
    [
        ("[limit]\nmin = 3\nmax = 2\n", "limit.min", 2),
        ("[limit]\nmax = 0\n", "limit.max", 2),
        ("[page]\n\npoints_min = 12\npoints_max = 10\n", "page.points_min", 3),
        ("[page]\nmargin_inches = 2.54\nspacing = 12\n", "page.spacing", 3),
        ("[page]\nmargin_inches = 25\n", "page.margin_inches", 2),
        ("[page]\nspacing = 1.5\nspacings = [1, 2]\n", "page.spacings", 3),
        ("[page]\nspacin = 2\n", "page.spacin", 2),
        ('[limit]\nmax = "many"\n', "limit.max", 2),
        ('[citations]\nstyles = ["mla-90"]\n', "citations.styles", 2),
        (
            '[citations]\nform = "footnotes"\n[forbid]\nfootnotes = true\n',
            "citations.form",
            2,
        ),
        ('[file]\nname = "{comittee}"\n', "file.name", 2),
        ('[file]\nformats = ["docs"]\n', "file.formats", 2),
        (
            '[[section]]\nlabel = "A"\npassages = ["opening", "ending"]\n',
            "section.0.passages",
            3,
        ),
        (
            '[[section]]\nlabel = "A"\nmoves = ["M5.allies", "M5.freinds"]\n',
            "section.0.moves",
            3,
        ),
        (
            '[[section]]\nlabel = "A"\nweight = 0.9\n[[section]]\nlabel = "B"\n'
            "weight = 0.3\n",
            "section",
            1,
        ),
        (
            '[[deadline]]\npurpose = "x"\nwhen = "2027-03-01"\n'
            '[[deadline]]\npurpose = "y"\nwhen = "01.03.2027"\n',
            "deadline.1.when",
            6,
        ),
        ('second_hand = ["page.spacing"]\n', "second_hand", 1),
        ('anonymous = true\n[header]\nfields = ["school"]\n', "header.fields", 3),
        ("[limit]\nmax == 3\n", "toml", 2),
    ],
)
def test_a_fault_is_told_with_its_line(
    shelf: Path, body: str, rule: str, line: int
) -> None:
    assert failed(checked(shelf, body)) == [(rule, LINES_OF_HEAD + line)]


def test_a_misspelt_placeholder_is_answered_with_the_nearest(shelf: Path) -> None:
    found = checked(shelf, '[file]\nname = "{comittee}"\n')
    assert "try committee" in found[0].message


def test_every_fault_is_told_at_once(shelf: Path) -> None:
    found = checked(shelf, "[limit]\nmin = 3\nmax = 2\n[page]\nspacing = 9\n")
    assert {rule for rule, _ in failed(found)} == {"limit.min", "page.spacing"}


def test_what_falls_back_is_named_with_what_stands_in(shelf: Path) -> None:
    found = checked(shelf, '[page]\nspacing = 2\nsize = "unknown"\n')
    unknown = {one.rule: one for one in found if one.outcome is Outcome.UNKNOWN}
    assert "letter" in unknown["page.size"].message
    assert unknown["page.size"].where[0].line == LINES_OF_HEAD + 3
    assert "page.spacing" not in unknown
    assert "late_effect" not in unknown["unknown-rules"].message
    assert "ai" in unknown["unknown-rules"].message


def test_a_file_of_ones_own_is_told_to_stand_in_place_of_ours(shelf: Path) -> None:
    path = shelf / "kingmun.toml"
    path.write_text(HEAD, encoding="utf-8")
    said = [one.message for one in check_preset(path) if one.rule == "id"]
    assert said == ['This file stands in place of the shipped "kingmun".']


def test_a_preset_is_found_by_path_and_by_id(shelf: Path) -> None:
    path = shelf / "ours.toml"
    path.write_text(HEAD, encoding="utf-8")
    assert find_preset("ours") == path
    assert find_preset(str(path)) == path
    with pytest.raises(UnknownId):
        find_preset("nobody")
    with pytest.raises(Unreadable):
        check_preset(shelf / "gone.toml")


def test_a_line_is_found_in_dotted_keys_and_the_table_stands_for_the_rest() -> None:
    text = (
        "a = 1\npage.spacing = 2\n\n[limit]  # how long\nmax = 1\n[[s]]\n[[s]]\nx = 1\n"
    )
    assert line_of(text, ("page", "spacing")) == 2
    assert line_of(text, ("limit", "min")) == 4
    assert line_of(text, ("s", 1, "x")) == 8
    assert line_of(text, ("s",)) == 6
    assert line_of(text, ("nothing",)) is None
