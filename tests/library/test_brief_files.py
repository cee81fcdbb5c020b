import os
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from app.library.brief_files import open_brief, save_brief
from app.library.briefs import begin_brief
from app.library.dossiers import read_dossier
from app.model.assignment import Assignment, Committee, Country
from app.model.brief import Brief, BriefKind, Passage
from app.model.errors import UnknownId, Unreadable
from app.model.proposal_form import ProposalForm
from tests.library.nasty import briefs
from tests.library.tiny_dossier import write_dossier

HAND_MADE = """\
# my own comment
format = 1
kind = "delegate"
dossier = "malta/clean-seas"
picks = [
  "crit-slow",  # the worst one
]

[assignment]
topic = "Clean seas"  # as the guide words it
conference = "default"

[assignment.country]
name = "Malta"

[assignment.committee]
name = "Second Committee"

[settings]
# more of a gamble
seed = 7
spelling = "british"
"""

ASSIGNMENT = Assignment(
    country=Country(name="Malta"),
    topic="Clean seas",
    committee=Committee(name="Second Committee"),
)


@pytest.fixture
def brief(tmp_path: Path) -> Brief:
    dossier = read_dossier(write_dossier(tmp_path / "dossiers"))
    begun = begin_brief(dossier, ASSIGNMENT, line="nets", picks=["crit-slow"])
    return begun.with_passage(Passage(id="opening", text="Malta asks [@rec-plan]."))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "my paper"


def write_choices(folder: Path, text: str = HAND_MADE) -> Path:
    folder.mkdir(parents=True)
    (folder / "brief.toml").write_text(text, encoding="utf-8")
    return folder / "brief.toml"


@settings(max_examples=150, suppress_health_check=list(HealthCheck), deadline=None)
@given(briefs, briefs)
def test_what_is_saved_opens_as_it_was(first: Brief, second: Brief) -> None:
    with tempfile.TemporaryDirectory() as home:
        save_brief(first, Path(home))
        assert open_brief(Path(home)) == first
        save_brief(second, Path(home))
        assert open_brief(Path(home)) == second


def test_a_brief_is_three_plain_files(brief: Brief, folder: Path) -> None:
    save_brief(brief, folder)
    assert sorted(one.name for one in folder.iterdir()) == [
        "brief.toml",
        "cards.toml",
        "paper.md",
    ]
    said = (folder / "brief.toml").read_text(encoding="utf-8")
    assert said.startswith("# A brief of Communiqué")
    assert "[[line.strand]]" in said
    assert "statement" not in said
    cards = (folder / "cards.toml").read_text(encoding="utf-8")
    assert cards.startswith("# The cards")
    assert "## Opening {#opening}" in (folder / "paper.md").read_text(encoding="utf-8")
    assert open_brief(folder) == brief


def test_picks_stand_one_on_a_line(brief: Brief, folder: Path) -> None:
    save_brief(brief.revise(picks=("crit-slow", "rec-plan")), folder)
    said = (folder / "brief.toml").read_text(encoding="utf-8")
    assert 'picks = [\n  "crit-slow",\n  "rec-plan",\n]' in said


def test_a_file_that_says_the_same_is_not_written_again(
    brief: Brief, folder: Path
) -> None:
    save_brief(brief, folder)
    for file in folder.iterdir():
        os.utime(file, (1, 1))
    save_brief(brief, folder)
    assert {file.stat().st_mtime for file in folder.iterdir()} == {1}
    save_brief(brief.revise(agenda="Ask Fiji."), folder)
    changed = [one.name for one in folder.iterdir() if one.stat().st_mtime > 1]
    assert changed == ["brief.toml"]


def test_comments_and_order_of_a_hand_made_file_are_kept(folder: Path) -> None:
    path = write_choices(folder)
    brief = open_brief(folder)
    changed = brief.revise(agenda="Two\nlines", settings=brief.settings.revise(seed=8))
    save_brief(changed, folder)
    text = path.read_text(encoding="utf-8")
    for said in (
        "# my own comment",
        '"crit-slow",  # the worst one',
        "# as the guide words it",
        "# more of a gamble\nseed = 8",
        'spelling = "british"',
    ):
        assert said in text
    assert text.index("[assignment]") < text.index("[assignment.country]")
    assert open_brief(folder) == changed


def test_opening_and_saving_a_hand_made_file_leaves_it_as_it_is(folder: Path) -> None:
    path = write_choices(folder)
    save_brief(open_brief(folder), folder)
    assert path.read_text(encoding="utf-8") == HAND_MADE
    assert [one.name for one in folder.iterdir()] == ["brief.toml"]


def test_a_key_that_is_no_longer_said_goes(folder: Path) -> None:
    path = write_choices(folder)
    save_brief(open_brief(folder).revise(dossier=None), folder)
    text = path.read_text(encoding="utf-8")
    assert "malta/clean-seas" not in text
    assert "# the worst one" in text


def test_a_line_may_be_named_and_is_looked_up_in_the_dossier(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COMMUNIQUE_HOME", str(tmp_path / "shelf"))
    write_dossier(tmp_path / "shelf" / "dossiers")
    path = write_choices(folder, f'line = "nets"\n{HAND_MADE}')
    brief = open_brief(folder)
    assert brief.line is not None
    assert brief.card("draft-nets") is not None
    save_brief(brief, folder)
    assert "# the worst one" in path.read_text(encoding="utf-8")
    assert open_brief(folder) == brief


def test_a_folder_without_a_brief_is_an_unknown_one(folder: Path) -> None:
    with pytest.raises(UnknownId, match="my paper"):
        open_brief(folder)
    write_choices(folder.with_name("my papers"))
    with pytest.raises(UnknownId, match="my papers"):
        open_brief(folder)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("seed = 7", "seed = ", "line 21, column"),
        ("seed = 7", "seeds = 7", 'settings.seeds" .did you mean "seed"'),
        ("format = 1", "format = 2", "newer"),
        ('kind = "delegate"', 'kind = "pupil"', "kind"),
        ('name = "Malta"', "", "assignment.country.name"),
        ("picks = [", 'line = "x"\npicks = [', "no dossier"),
    ],
)
def test_a_mistake_in_the_choices_is_named_and_the_file_left_alone(
    folder: Path, old: str, new: str, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COMMUNIQUE_HOME", str(folder / "none"))
    path = write_choices(folder, HAND_MADE.replace(old, new))
    before = path.read_bytes()
    with pytest.raises((Unreadable, UnknownId), match=said):
        open_brief(folder)
    assert path.read_bytes() == before


def test_a_broken_file_is_never_written_over(brief: Brief, folder: Path) -> None:
    save_brief(brief, folder)
    for name in ("brief.toml", "cards.toml"):
        good = (folder / name).read_bytes()
        (folder / name).write_text("picks = [", encoding="utf-8")
        with pytest.raises(Unreadable):
            save_brief(brief.revise(agenda="new", cards=()), folder)
        assert (folder / name).read_text(encoding="utf-8") == "picks = ["
        (folder / name).write_bytes(good)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('[[card]]\nid = "a"\nkind = "record"\nvoic = "un"', 'line 2, card "a".*voice'),
        ('[[card]]\nid = "a"\nkind = "rekord"', "rekord|kind|tag"),
        ('[[card]]\nid = "a"', "kind|tag"),
        ('[[source]]\nid = "a"\ntyp = "book"', 'line 2, source "a"'),
        ('[[cards]]\nid = "a"', 'unknown key "cards"'),
        ("card = 1", "card"),
        ("card = [1]", "card"),
    ],
)
def test_a_mistake_among_the_cards_is_named(folder: Path, text: str, said: str) -> None:
    write_choices(folder)
    (folder / "cards.toml").write_text(text, encoding="utf-8")
    with pytest.raises(Unreadable, match=said):
        open_brief(folder)


def test_words_that_are_not_utf8_are_refused(folder: Path) -> None:
    write_choices(folder)
    (folder / "paper.md").write_bytes(b"## Opening\n\xff")
    with pytest.raises(Unreadable, match="byte 12"):
        open_brief(folder)


def test_words_too_long_for_a_field_are_refused(folder: Path) -> None:
    write_choices(folder)
    (folder / "paper.md").write_text("a" * 1_000_001, encoding="utf-8")
    with pytest.raises(Unreadable, match="1,000,001"):
        open_brief(folder)


def test_headings_are_known_by_the_titles_of_the_sections(folder: Path) -> None:
    write_choices(folder)
    (folder / "paper.md").write_text("## What they say\nNo.", encoding="utf-8")
    found = open_brief(folder, {"critics": "What they say"})
    assert found.passage("critics").text == "No."


def test_a_sample_keeps_its_kind(brief: Brief, folder: Path) -> None:
    save_brief(brief.revise(kind=BriefKind.SAMPLE), folder)
    assert open_brief(folder).kind is BriefKind.SAMPLE


def test_the_form_of_a_proposal_stands_under_its_card(
    brief: Brief, folder: Path
) -> None:
    form = ProposalForm(act='say "no"', deadline="", built_on=("rec-plan",))
    filled = brief.with_form("prop-nets", form)
    save_brief(filled, folder)
    text = (folder / "brief.toml").read_text(encoding="utf-8")
    assert "[proposals.prop-nets]" in text
    assert open_brief(folder) == filled
    save_brief(filled.with_form("prop-nets", ProposalForm()), folder)
    assert open_brief(folder) == brief


def test_a_line_no_form_has_is_named(brief: Brief, folder: Path) -> None:
    save_brief(brief.with_form("prop-nets", ProposalForm(act="say")), folder)
    path = folder / "brief.toml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("act =", "acct ="), encoding="utf-8")
    with pytest.raises(Unreadable, match="acct"):
        open_brief(folder)
