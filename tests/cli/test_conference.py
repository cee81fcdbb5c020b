"""The commands about conferences: list, show, check and add."""

import io
from pathlib import Path

import pytest

from app.cli.commands import main
from app.library import presets

ANSWERS = (
    "Our MUN\n\n2027\nexample.org/rules\nyes\n1 page per topic\nyes\n"
    "Times New Roman\n12\ndouble\n2.54 cm\na4\n"
)


@pytest.fixture(autouse=True)
def shelf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("COMMUNIQUE_HOME", str(tmp_path / "shelf"))
    return tmp_path / "shelf" / "conferences"


def typed(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(text))


def test_a_conference_is_added_from_a_file_of_answers(
    shelf: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    typed(monkeypatch, ANSWERS)
    assert main(["conference", "new"]) == 0
    assert capsys.readouterr().out.strip() == str(shelf / "our-mun.toml")
    made = presets.open_preset("our-mun")
    assert made.page.spacing == 2
    assert made.page.size == "a4"
    assert made.limit.excludes_sources is True
    assert made.ai is None
    assert main(["conference", "check", "our-mun"]) == 0


def test_a_new_preset_overrides_a_shipped_one(
    shelf: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    typed(monkeypatch, "Our chair's KINGMUN\nkingmun\n2027\n\n\n3 pages\n")
    assert main(["conference", "new"]) == 0
    assert "in place of the shipped" in capsys.readouterr().err
    assert main(["conference", "show", "kingmun"]) == 0
    said = dict(
        line.split("\t", 1) for line in capsys.readouterr().out.splitlines() if line
    )
    assert said["limit.max"] == "3"
    assert said["page.spacing"].startswith("unknown")
    assert main(["conference", "list"]) == 0
    listed = capsys.readouterr().out.splitlines()
    assert [one for one in listed if one.startswith("kingmun\t")] == [
        "kingmun\tOur chair's KINGMUN\t2027\tpartial"
    ]


def test_a_preset_is_not_written_over_unless_asked(
    shelf: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    typed(monkeypatch, "One\n")
    assert main(["conference", "new"]) == 0
    typed(monkeypatch, "One\n")
    assert main(["conference", "new"]) == 2
    typed(monkeypatch, "One\n\n2030\n")
    assert main(["conference", "new", "--replace"]) == 0
    assert presets.open_preset("one").year == "2030"


def test_a_preset_can_go_to_any_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "elsewhere.toml"
    typed(monkeypatch, "Elsewhere MUN\n")
    assert main(["conference", "new", "--out", str(out)]) == 0
    assert presets.read_preset(out).name == "Elsewhere MUN"
    assert main(["conference", "check", str(out)]) == 0


def test_an_answer_in_a_file_that_says_nothing_names_the_question(
    shelf: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    typed(monkeypatch, "One\n\n2027\n\nperhaps\n")
    assert main(["conference", "new"]) == 2
    said = capsys.readouterr().err
    assert "perhaps" in said
    assert "own page" in said
    assert not (shelf / "one.toml").exists()


def test_a_wrong_preset_fails_with_its_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "wrong.toml"
    path.write_text(
        'name = "Wrong"\nstatus = "ours"\n[page]\nspacing = 12\n', encoding="utf-8"
    )
    assert main(["conference", "check", str(path)]) == 1
    assert "wrong.toml, line 4" in capsys.readouterr().out


def run(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str, str]:
    code = main(words)
    said = capsys.readouterr()
    return code, said.out, said.err


def test_a_deadline_is_shown_with_its_day(capsys: pytest.CaptureFixture[str]) -> None:
    _, said, _ = run(capsys, "conference", "show", "bmun")
    assert "deadline\tany award: 2021-02-09\n" in said


def test_a_file_of_the_wrong_kind_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    dossier = "belarus/human-trafficking"
    out = str(tmp_path / "paper.docx")
    _, _, talk = run(capsys, "write", dossier, "-o", out, "--conference", "munum")
    assert "takes .pdf; save it so before you send it." in talk
    _, _, talk = run(capsys, "write", dossier, "-o", out, "--conference", "kingmun")
    assert "before you send it" not in talk
