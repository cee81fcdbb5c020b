"""PDF: LibreOffice is found, started once, and its absence is said clearly."""

import subprocess
from pathlib import Path

import pytest

from app.export import pdf
from app.export.pdf import NoPdf, libreoffice, to_pdf, to_pdfs


@pytest.fixture
def nowhere(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr(pdf, "_USUAL_PLACES", ("/no/such/soffice",))


@pytest.fixture
def calls(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[list[str]]:
    """A LibreOffice that turns every file into a PDF of one line."""
    program = tmp_path / "soffice"
    program.write_text("")
    monkeypatch.setattr(pdf, "libreoffice", lambda: program)
    made: list[list[str]] = []

    def run(command: list[str], **_: object) -> subprocess.CompletedProcess[str]:
        made.append(command)
        for one in command:
            if one.endswith(".docx"):
                Path(one).with_suffix(".pdf").write_bytes(b"%PDF-" + one.encode())
        return subprocess.CompletedProcess(command, 0, "", "")

    monkeypatch.setattr(subprocess, "run", run)
    return made


@pytest.mark.usefixtures("nowhere")
def test_where_it_is_missing_we_say_what_to_do() -> None:
    assert libreoffice() is None
    with pytest.raises(NoPdf) as told:
        to_pdf(b"x")
    assert "LibreOffice, which is not installed" in told.value.what
    assert "Write a .docx" in told.value.hint


@pytest.mark.usefixtures("nowhere")
def test_it_is_found_where_installers_put_it(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    program = tmp_path / "soffice.exe"
    program.write_text("")
    monkeypatch.setattr(pdf, "_USUAL_PLACES", ("/no/such", str(program)))
    assert libreoffice() == program


def test_many_files_take_one_start(calls: list[list[str]]) -> None:
    made = to_pdfs({"a/b": b"1", "CON": b"2", "ü": b"3"})
    assert list(made) == ["a/b", "CON", "ü"]
    assert all(one.startswith(b"%PDF-") for one in made.values())
    assert len(calls) == 1
    assert "--headless" in calls[0]
    assert any(one.startswith("-env:UserInstallation=file:") for one in calls[0])


def test_no_file_takes_no_start(calls: list[list[str]]) -> None:
    assert to_pdfs({}) == {}
    assert calls == []


def test_a_file_that_was_not_made_is_counted(
    monkeypatch: pytest.MonkeyPatch, calls: list[list[str]]
) -> None:
    def run(command: list[str], **_: object) -> subprocess.CompletedProcess[str]:
        return subprocess.CompletedProcess(command, 1, "", "Error: no room\n")

    monkeypatch.setattr(subprocess, "run", run)
    with pytest.raises(NoPdf, match="2 of 2 PDF files") as told:
        to_pdfs({"a": b"1", "b": b"2"})
    assert told.value.hint == "Error: no room"


@pytest.mark.parametrize(
    "error", [OSError("no"), subprocess.TimeoutExpired("soffice", 1)]
)
def test_a_start_that_fails_is_told(
    error: Exception, monkeypatch: pytest.MonkeyPatch, calls: list[list[str]]
) -> None:
    def run(command: list[str], **_: object) -> None:
        raise error

    monkeypatch.setattr(subprocess, "run", run)
    with pytest.raises(NoPdf, match="did not make the PDF"):
        to_pdf(b"x")
