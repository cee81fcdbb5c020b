"""The command line writes the other papers and reads a worksheet back."""

from pathlib import Path
from typing import get_args, get_type_hints

import pytest

from app.cli.commands import main
from app.cli.papers import write
from app.desk.other_papers import GENRES

DOSSIER = "belarus/human-trafficking"


def test_the_option_names_every_genre() -> None:
    hint = get_type_hints(write)["as_"]
    assert get_args(hint) == GENRES


@pytest.mark.parametrize("genre", GENRES[1:])
@pytest.mark.parametrize("suffix", ["docx", "md", "txt"])
def test_each_is_written(genre: str, suffix: str, tmp_path: Path) -> None:
    out = tmp_path / f"out.{suffix}"
    assert main(["write", DOSSIER, "--as", genre, "-o", str(out)]) == 0
    assert out.stat().st_size > 500


def test_a_folder_takes_a_name_of_its_own(tmp_path: Path) -> None:
    assert main(["write", DOSSIER, "--as", "answers", "-o", str(tmp_path)]) == 0
    assert [one.name for one in tmp_path.iterdir()] == [
        "Belarus_Human-trafficking_answers.docx"
    ]


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["--as", "clauses", "--conference", "ymun"], 1, "bans clauses"),
        (["--as", "speech", "--seconds", "45"], 2, "60, 90 or 120"),
        (["--as", "worksheet", "--final"], 2, "Only the position paper"),
        (["--as", "poem"], 2, "poem"),
    ],
)
def test_what_cannot_be_is_refused(
    words: list[str],
    code: int,
    said: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    out = tmp_path / "out.txt"
    assert main(["write", DOSSIER, "-o", str(out), *words]) == code
    assert said in capsys.readouterr().err
    assert not out.exists()


def test_a_worksheet_goes_out_and_comes_back(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder, sheet = tmp_path / "brief", tmp_path / "sheet.txt"
    made = ["new", str(folder), "--dossier", DOSSIER, "--committee", "Third Committee"]
    assert main(made) == 0
    assert main(["write", str(folder), "--as", "worksheet", "-o", str(sheet)]) == 0
    text = sheet.read_text("utf-8").replace("Your words:", "Your words: Mine.", 1)
    sheet.write_text(text, "utf-8")
    capsys.readouterr()
    assert main(["import", str(sheet), "--into", str(folder)]) == 0
    seen = capsys.readouterr()
    assert seen.out == "opening\n"
    assert "Position and problem: filled." in seen.err
    assert "Mine." in (folder / "paper.md").read_text("utf-8")


def test_an_import_without_a_file_is_wrong_use(tmp_path: Path) -> None:
    assert main(["import", "--into", str(tmp_path)]) == 2
