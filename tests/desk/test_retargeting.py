"""One brief, every conference."""

from pathlib import Path

import pytest

from app.cli.commands import main
from app.desk import writing
from app.desk.creating import new_brief
from app.desk.retargeting import retarget
from app.library import presets
from app.model.errors import NotYetOwnWords, TemplateBroken, WrongUse
from tests.export.opened import texts

DOSSIER = "belarus/human-trafficking"
SOME = ("kingmun", "labmunc", "amun", "nmun-ny")


@pytest.fixture(autouse=True)
def shelf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("COMMUNIQUE_HOME", str(tmp_path / "shelf"))
    folder = tmp_path / "shelf" / "conferences"
    folder.mkdir(parents=True)
    return folder


@pytest.fixture(scope="module")
def everything(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("all")
    for _ in retarget(writing.brief_named(DOSSIER), out, suffix="docx"):
        pass
    return out


def test_every_conference_gets_one_file_in_a_folder_of_its_own(
    everything: Path,
) -> None:
    folders = {one.name for one in everything.iterdir()}
    assert folders == set(presets.preset_ids())
    assert all(len(list(one.iterdir())) == 1 for one in everything.iterdir())


def test_every_file_opens_and_holds_the_paper(everything: Path) -> None:
    for path in everything.glob("*/*.docx"):
        said = " ".join(texts(path.read_bytes()))
        assert "Belarus" in said, path
        assert len(said) > 800, path


def test_the_file_is_called_as_the_conference_wants(everything: Path) -> None:
    (kingmun,) = (everything / "kingmun").iterdir()
    assert kingmun.name.endswith("BelarusPositionPaper.docx")
    (shpgmun,) = (everything / "shpgmun").iterdir()
    assert shpgmun.name.startswith("SHPGMUN'27_")
    assert shpgmun.name.endswith("_PP_Belarus.docx")
    (nueva,) = (everything / "nueva-mun").iterdir()
    assert nueva.name.endswith("_NMUNCVI.docx")


def test_progress_is_told_paper_by_paper(tmp_path: Path) -> None:
    brief = writing.brief_named(DOSSIER)
    steps = list(retarget(brief, tmp_path, suffix="txt", conferences=SOME))
    assert [one.conference for one in steps] == list(SOME)
    assert [one.done for one in steps] == [1, 2, 3, 4]
    assert {one.whole for one in steps} == {4}
    assert all(one.path and one.path.suffix == ".txt" for one in steps)


def test_a_broken_preset_is_told_and_the_others_are_written(
    shelf: Path, tmp_path: Path
) -> None:
    (shelf / "ours.toml").write_text('name = "O"\nstatus = "ours"\nx = 1\n', "utf-8")
    brief = writing.brief_named(DOSSIER)
    ids = ("ours", "kingmun")
    first, second = retarget(brief, tmp_path / "out", suffix="md", conferences=ids)
    assert isinstance(first.trouble, TemplateBroken)
    assert first.path is None
    assert second.path
    assert second.path.is_file()


def test_clean_papers_are_refused_while_sentences_are_ours(tmp_path: Path) -> None:
    brief = new_brief(tmp_path / "mine", DOSSIER, "Third Committee")
    with pytest.raises(NotYetOwnWords):
        list(retarget(brief, tmp_path / "out", final=True, conferences=SOME))
    assert not (tmp_path / "out").exists()


def test_a_file_in_the_way_is_told(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("", encoding="utf-8")
    with pytest.raises(WrongUse):
        list(retarget(writing.brief_named(DOSSIER), tmp_path / "out"))


def test_one_command_writes_for_all_and_for_ones_own(
    shelf: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    shipped = tmp_path / "few"
    shipped.mkdir()
    for one in ("default", "kingmun"):
        place = presets.shipped_folder() / f"{one}.toml"
        (shipped / place.name).write_bytes(place.read_bytes())
    monkeypatch.setattr(presets, "shipped_folder", lambda: shipped)
    (shelf / "ours.toml").write_text('name = "Ours"\nstatus = "ours"\n', "utf-8")
    words = ["write", DOSSIER, "--conference", "all", "--format", "txt"]
    out = tmp_path / "out"
    assert main([*words, "-o", str(out)]) == 0
    paths = [Path(line) for line in capsys.readouterr().out.splitlines()]
    assert [one.parent for one in paths] == [
        out / "default",
        out / "kingmun",
        out / "ours",
    ]
    assert all(one.is_file() for one in paths)
    assert main([*words, "-o", str(tmp_path / "one.docx")]) == 2


@pytest.mark.parametrize("installed", [True, False])
def test_each_conference_gets_the_format_it_takes(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    *,
    installed: bool,
) -> None:
    office = Path("soffice") if installed else None
    monkeypatch.setattr("app.desk.file_format.libreoffice", lambda: office)
    monkeypatch.setattr(
        "app.export.pdf.to_pdfs", lambda files: dict.fromkeys(files, b"%PDF-")
    )
    brief = writing.brief_named(DOSSIER)
    made = list(retarget(brief, tmp_path, conferences=SOME))
    suffixes = {one.conference: one.path.suffix for one in made if one.path}
    pdf = ".pdf" if installed else ".docx"
    assert suffixes == {
        "kingmun": ".docx",
        "labmunc": ".docx",
        "amun": ".txt",
        "nmun-ny": pdf,
    }
    refused = [one.conference for one in made if one.format_refused]
    assert refused == ([] if installed else ["nmun-ny"])


def test_pdf_files_of_many_conferences_take_one_start(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    starts: list[list[str]] = []

    def printed(files: dict[str, bytes]) -> dict[str, bytes]:
        starts.append(list(files))
        return {one: b"%PDF-" + one.encode() for one in files}

    monkeypatch.setattr("app.export.pdf.to_pdfs", printed)
    brief = writing.brief_named(DOSSIER)
    made = list(retarget(brief, tmp_path, suffix="pdf", conferences=SOME))
    assert starts == [list(SOME)]
    assert [one.done for one in made] == [1, 2, 3, 4]
    for one in made:
        assert one.path is not None
        assert one.path.suffix == ".pdf"
        assert one.path.read_bytes() == b"%PDF-" + one.conference.encode()
