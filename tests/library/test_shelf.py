import os
from pathlib import Path

import pytest

from app.library import locations
from app.library.shelf import REBUILT, list_briefs, list_samples, new_folder

BRIEF = """
kind = "delegate"
[assignment]
topic = "Clean seas"
conference = "nmun-ny"
[assignment.country]
name = "Malta"
[assignment.committee]
name = "Second Committee"
short = "GA2"
"""


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("COMMUNIQUE_HOME", str(tmp_path / "shelf"))
    return tmp_path / "shelf"


def add(home: Path, name: str, text: str = BRIEF) -> Path:
    folder = home / name
    folder.mkdir(parents=True)
    (folder / "brief.toml").write_text(text, encoding="utf-8")
    return folder


def test_no_shelf_is_an_empty_shelf(home: Path) -> None:
    assert list_briefs() == ()
    assert not home.exists()


def test_a_brief_is_listed_with_who_speaks_where_and_its_words(home: Path) -> None:
    folder = add(home, "malta")
    (folder / "paper.md").write_text(
        "<!-- yours -->\n\n## The opening {#opening}\n<!-- cards: rec-a -->\n\n"
        "Malta asks for nets [@rec-a, p. 1].\n",
        encoding="utf-8",
    )
    for file in folder.iterdir():
        os.utime(file, (0, 0))
    os.utime(folder / "paper.md", (86_400, 86_400))
    (home / "dossiers").mkdir()
    (home / "note.txt").write_text("x", encoding="utf-8")
    (one,) = list_briefs()
    assert one.model_dump() == {
        "folder": str(folder),
        "name": "malta",
        "country": "Malta",
        "topic": "Clean seas",
        "committee": "GA2",
        "conference": "nmun-ny",
        "kind": "delegate",
        "words": 4,
        "changed": "1970-01-02T00:00:00+00:00",
        "trouble": None,
    }


@pytest.mark.parametrize("text", ["kind = ", "", "assignment = 1", "kind = 1"])
def test_a_broken_brief_is_listed_with_its_trouble(home: Path, text: str) -> None:
    add(home, "broken", text)
    add(home, "whole")
    broken, whole = list_briefs()
    assert "brief.toml" in (broken.trouble or "")
    assert broken.name == "broken"
    assert whole.trouble is None


def test_words_that_are_not_text_are_trouble_too(home: Path) -> None:
    (add(home, "odd") / "paper.md").write_bytes(b"\xff")
    assert "UTF-8" in (list_briefs()[0].trouble or "")


def test_samples_stand_beside_the_shipped_dossiers(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(locations, "briefs_root", lambda: tmp_path)
    assert list_samples() == ()
    add(tmp_path / "samples", "one")
    assert [one.name for one in list_samples()] == ["one"]


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Malta: clean seas?", "Malta clean seas"),
        ("../../etc/passwd", "etcpasswd"),
        ("con", "con_"),
        ("  ", "Paper"),
        ("...", "Paper"),
        ("dossiers", "dossiers 2"),
        ("a\u202eb\nc", "ab c"),
        ("x" * 300, "x" * 60),
    ],
)
def test_a_new_folder_has_a_name_every_system_takes(
    home: Path, title: str, name: str
) -> None:
    folder = new_folder(title)
    assert (folder.parent, folder.name) == (home, name)
    assert not folder.exists()


def test_a_new_folder_is_a_free_one_whatever_the_case(home: Path) -> None:
    add(home, "Malta")
    add(home, "malta 2")
    assert new_folder("MALTA").name == "MALTA 3"


def test_a_brief_that_lost_its_choices_is_listed_while_its_journal_is_there(
    home: Path,
) -> None:
    folder = add(home, "malta")
    (folder / "journal.jsonl").write_text("{}", encoding="utf-8")
    (folder / "brief.toml").unlink()
    (one,) = list_briefs()
    assert (one.name, one.trouble) == ("malta", REBUILT)
