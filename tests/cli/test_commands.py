"""Commands: data on standard output, talk on standard error, codes as promised."""

import json
from pathlib import Path

import docx
import pytest

from app.__main__ import main
from app.cli import commands
from app.desk.editing import OpenBrief
from app.drafting.genres import open_genre

DOSSIER = "belarus/human-trafficking"
COMMITTEE = "Third Committee of the General Assembly"
COMMANDS = (
    "write", "new", "open", "check", "samples", "dossier", "conference", "schema",
    "locate",
)  # fmt: skip


@pytest.fixture(autouse=True)
def shelf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("COMMUNIQUE_HOME", str(tmp_path / "shelf"))
    return tmp_path / "shelf"


def run(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str, str]:
    code = main(words)
    said = capsys.readouterr()
    return code, said.out, said.err


def test_a_paper_is_written_from_a_dossier(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "paper.docx"
    code, said, talk = run(capsys, "write", DOSSIER, "-o", str(out))
    assert (code, said, talk) == (0, f"{out}\n", "")
    first = out.read_bytes()
    run(capsys, "write", DOSSIER, "-o", str(out))
    assert out.read_bytes() == first
    run(capsys, "write", DOSSIER, "-o", str(out), "--seed", "9")
    assert out.read_bytes() != first


def test_the_way_of_a_delegate(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "my paper"
    code, said, _ = run(
        capsys, "new", str(folder), "--dossier", DOSSIER, "--committee", COMMITTEE,
        "--conference", "kingmun", "--delegation", "Hill School",
    )  # fmt: skip
    assert (code, said) == (0, f"{folder}\n")
    with (folder / "paper.md").open("a", encoding="utf-8") as paper:
        paper.write(
            "\n## Position and problem {#opening}\n\n"
            "Nobody in this room was ever freed by a ranking, and we say so.\n"
        )
    draft = tmp_path / "draft.txt"
    assert run(capsys, "write", str(folder), "-o", str(draft))[0] == 0
    said = draft.read_text("utf-8")
    assert "Draft." in said
    assert "Nobody in this room was ever freed by a ranking, and we say so." in said
    assert "[ours: " in said
    code, _, talk = run(
        capsys, "write", str(folder), "-o", str(tmp_path / "final.docx"), "--final"
    )
    assert code == 1
    assert "still ours" in talk
    assert not (tmp_path / "final.docx").exists()
    code, said, _ = run(capsys, "check", str(folder))
    assert code == 1
    assert "own-words" in said


def test_findings_are_json_for_programs(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "paper.md"
    run(capsys, "write", DOSSIER, "-o", str(out))
    code, said, _ = run(capsys, "check", str(out), "--format", "json")
    assert code == 1
    found = json.loads(said)[0]
    assert found["rule"] == "own-words"
    assert found["outcome"] == "failed"
    assert found["where"][0]["paragraph"] == 1


def test_lists_are_tab_separated_without_header(
    capsys: pytest.CaptureFixture[str],
) -> None:
    _, said, _ = run(capsys, "dossier", "list")
    assert [line.split("\t")[0] for line in said.splitlines()] == [
        "belarus/disability-rights",
        DOSSIER,
    ]
    _, said, _ = run(capsys, "conference", "list")
    assert said.splitlines()[0].startswith("default\t")
    _, said, _ = run(capsys, "conference", "show", "kingmun")
    shown = dict(line.split("\t") for line in said.splitlines())
    assert shown["page.points_max"] == "12"
    assert shown["ai"] == "unknown"


@pytest.mark.parametrize("what", ["brief", "dossier", "preset", "findings"])
def test_schemas_are_json(what: str, capsys: pytest.CaptureFixture[str]) -> None:
    code, said, _ = run(capsys, "schema", what)
    assert code == 0
    schema = json.loads(said)
    assert "properties" in schema or "items" in schema


def test_a_dossier_is_checked(capsys: pytest.CaptureFixture[str]) -> None:
    code, said, _ = run(capsys, "dossier", "check", DOSSIER)
    assert code == 0
    assert "FAILED" not in said


def test_the_shelf_is_located(capsys: pytest.CaptureFixture[str], shelf: Path) -> None:
    _, said, _ = run(capsys, "locate")
    assert said.splitlines()[0] == f"shelf\t{shelf}"
    assert not shelf.exists()


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (
            ("write", "no/such", "-o", "x.docx"),
            1,
            'no brief or dossier called "no/such"',
        ),
        (("write", DOSSIER, "-o", "x.odt"), 2, 'no format "odt"'),
        (("write", DOSSIER), 2, "--out"),
        (("write", DOSSIER, "-o", "x.docx", "--conference", "kingmum"), 1, "kingmun"),
        (("write", DOSSIER, "-o", "x.docx", "--seed", "many"), 2, "seed"),
        (("frobnicate",), 2, "frobnicate"),
        (("check", "gone.docx"), 1, "gone.docx"),
        (("check",), 2, "nothing to check"),
        (
            ("samples", "x", "--dossier", DOSSIER, "--levels", "brilliant"),
            1,
            "brilliant",
        ),
        (("samples", "x", "--dossier", DOSSIER, "--count", "0"), 2, "0 samples"),
        (("dossier", "show", "belarus/x"), 1, "belarus/x"),
        (("conference", "show", "x"), 1, '"x"'),
    ],
)
def test_trouble_is_one_sentence_with_a_code(
    words: tuple[str, ...],
    code: int,
    said: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    got, data, talk = run(capsys, *words)
    assert got == code
    assert said in talk
    assert data == ""
    assert len(talk.splitlines()) <= 3
    assert list(tmp_path.iterdir()) == []


def test_a_broken_brief_is_unreadable_and_left_alone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "broken"
    folder.mkdir()
    (folder / "brief.toml").write_text("picks = [“a”]\n", encoding="utf-8")
    code, _, talk = run(capsys, "write", str(folder), "-o", str(tmp_path / "x.docx"))
    assert code == 3
    assert "line 1, column" in talk
    assert "curly quotation mark" in talk
    assert not (tmp_path / "x.docx").exists()
    assert (folder / "brief.toml").read_text("utf-8") == "picks = [“a”]\n"


def test_an_unwritable_place_is_said_and_nothing_is_half_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("I am a file", encoding="utf-8")
    out = tmp_path / "file" / "paper.docx"
    code, _, talk = run(capsys, "write", DOSSIER, "-o", str(out))
    assert code == 1
    assert "was not written" in talk
    assert [one.name for one in tmp_path.iterdir()] == ["file"]


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_with_an_example(
    command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    code, said, _ = run(capsys, command, "--help")
    assert code == 0
    wanted = "Commands" if command in {"dossier", "conference"} else "Example:"
    assert wanted in said


def test_every_command_is_told_in_the_overview(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert commands.main(["--help"]) == 0
    said = capsys.readouterr().out
    assert [one for one in COMMANDS if one not in said] == []


def test_a_brief_is_found_by_its_name_on_the_shelf(
    shelf: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(capsys, "new", str(shelf / "mine, too"), "--dossier", DOSSIER,
        "--committee", COMMITTEE)  # fmt: skip
    out = tmp_path / "found.txt"
    assert run(capsys, "write", "mine, too", "-o", str(out))[0] == 0
    assert "Draft." in out.read_text("utf-8")
    code, said, _ = run(capsys, "check", "mine, too")
    assert code == 1
    assert "own-words" in said
    assert run(capsys, "history", "mine, too")[0] == 0


def test_a_folder_takes_the_format_of_the_conference_or_is_told_of_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.desk.file_format.libreoffice", lambda: None)
    plain = run(capsys, "write", DOSSIER, "-o", str(tmp_path), "--conference", "ilmunc")
    assert plain[0] == 0
    assert plain[1].endswith(".txt\n")
    assert plain[2] == ""
    word = run(capsys, "write", DOSSIER, "-o", str(tmp_path), "--conference", "nmun-ny")
    assert word[0] == 0
    assert word[1].endswith(".docx\n")
    assert "wants .pdf or .doc; this is .docx" in word[2]


def test_a_school_gives_its_own_styles(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    school = docx.Document()
    school.styles["Normal"].font.name = "Georgia"
    school.save(str(tmp_path / "school.docx"))
    paper = tmp_path / "paper.docx"
    words = ("write", "belarus/human-trafficking", "--reference")
    styled = (*words, str(tmp_path / "school.docx"))
    assert run(capsys, *styled, "-o", str(paper))[0] == 0
    assert docx.Document(str(paper)).styles["Normal"].font.name == "Georgia"
    sheet = tmp_path / "sheet.docx"
    assert run(capsys, *styled, "--as", "worksheet", "-o", str(sheet))[0] == 0
    assert docx.Document(str(sheet)).styles["Normal"].font.name == "Georgia"
    assert run(capsys, *styled, "-o", str(tmp_path / "paper.txt"))[0] == 2
    everything = ("--conference", "all", "-o", str(tmp_path / "all"))
    assert run(capsys, *styled, *everything)[0] == 2
    assert not (tmp_path / "paper.txt").exists()
    missing = run(capsys, *words, str(tmp_path / "no.docx"), "-o", str(paper))
    assert missing[0] == 3


def test_a_new_brief_has_a_heading_to_write_under_for_each_part(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    folder = tmp_path / "paper"
    run(capsys, "new", str(folder), "--dossier", DOSSIER, "--committee", COMMITTEE)
    paper = folder / "paper.md"
    text = paper.read_text(encoding="utf-8")
    heads = [one for one in text.splitlines() if one.startswith("## ")]
    assert [one.partition("{#")[2] for one in heads] == [
        f"{plan.id}}}" for plan in open_genre().passage
    ]
    paper.write_text(text.replace(heads[1], f"{heads[1]}\n\nMine [sic]."), "utf-8")
    opened = OpenBrief.open(folder)
    opened.close()
    assert opened.brief.passage(open_genre().passage[1].id).text == "Mine [sic]."
