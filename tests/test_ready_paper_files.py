"""The ready paper as files: five readers open it, and its pages are counted."""

import io
import os
import re
import shutil
import subprocess
import tempfile
import warnings
from functools import cache
from pathlib import Path

import docx
import mammoth
import pypandoc
import pytest
from docx2python import docx2python

from app.desk.writing import Written, to_bytes, write
from app.export.pdf import libreoffice, to_pdfs
from app.library.briefs import ready_brief
from app.model.brief import Brief
from app.model.paper import Mark
from app.model.preset import CitationForm

DOSSIER = "belarus/human-trafficking"
PRESETS = ("default", "nmun-ny", "kingmun", "labmunc", "ilmunc", "swflmun")
SEEDS = (1, 4)

every_preset = pytest.mark.parametrize("preset", PRESETS)


def seeded(seed: int) -> Brief:
    brief = ready_brief(DOSSIER)
    return brief.revise(settings=brief.settings.revise(seed=seed))


@cache
def written(preset: str, seed: int = 1) -> Written:
    return write(seeded(seed), conference=preset)


@cache
def made(preset: str) -> bytes:
    return to_bytes(written(preset), "docx")


def plain(text: str) -> str:
    """Letters and figures only, so that readers may differ in spaces and quotes."""
    return re.sub(r"[\W_]+", "", text)


def prose(preset: str) -> list[str]:
    """Longer pieces of text between citations, as every reader should give them."""
    return [
        plain(piece)
        for one in written(preset).paper.sentences
        for piece in re.split(r"\(|\)|“|”", one.prose)
        if len(piece) > 40
    ]


@every_preset
def test_python_docx_reads_every_sentence(preset: str) -> None:
    opened = docx.Document(io.BytesIO(made(preset)))
    said = plain(" ".join(one.text for one in opened.paragraphs))
    assert [one for one in prose(preset) if one not in said] == []


@every_preset
def test_mammoth_reads_every_sentence(preset: str) -> None:
    said = plain(mammoth.extract_raw_text(io.BytesIO(made(preset))).value)
    assert [one for one in prose(preset) if one not in said] == []


@every_preset
def test_docx2python_reads_every_sentence(preset: str, tmp_path: Path) -> None:
    path = tmp_path / "paper.docx"
    path.write_bytes(made(preset))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        with docx2python(path) as opened:
            said = plain(re.sub(r"----\w+\d+----", "", opened.text))
    assert [one for one in prose(preset) if one not in said] == []


@every_preset
def test_pandoc_reads_every_sentence(preset: str, tmp_path: Path) -> None:
    path = tmp_path / "paper.docx"
    path.write_bytes(made(preset))
    said = pypandoc.convert_file(str(path), "plain", extra_args=["--wrap=none"])
    bare = plain(re.sub(r"\[\d+\]", "", said))
    assert [one for one in prose(preset) if one not in bare] == []


@every_preset
def test_the_paper_shows_the_rules(preset: str) -> None:
    """Font, size, spacing and margins as an independent reader finds them."""
    rules = written(preset).rules
    opened = docx.Document(io.BytesIO(made(preset)))
    section = opened.sections[0]
    inches = rules.page.margin_inches or 1
    assert section.left_margin is not None
    assert section.left_margin.inches == pytest.approx(inches, abs=0.01)
    defaults = opened.styles.element.xpath("w:docDefaults//w:rPr")[0]
    assert defaults.xpath("w:rFonts/@w:ascii") == ["Times New Roman"]
    assert defaults.xpath("w:sz/@w:val") == [f"{2 * (rules.page.points_max or 12):g}"]
    notes = "footnoteReference" in opened.element.xml
    assert notes == (rules.citations.form is CitationForm.FOOTNOTES)
    footer = " ".join(one._p.xml for one in section.footer.paragraphs)
    assert ("PAGE" in footer) == (rules.forbid.page_numbers is not True)
    assert "Sample paper" in footer
    assert opened.core_properties.language == "en-GB"
    assert opened.core_properties.title == "Belarus: Human trafficking"


def test_the_pages_are_as_many_as_the_conference_allows() -> None:
    """LibreOffice sets every paper, and the text ends where it may end."""
    if libreoffice() is None or shutil.which("pdftotext") is None:
        if os.environ.get("CI"):
            pytest.fail("LibreOffice and pdftotext must be there in CI")
        pytest.skip("LibreOffice or pdftotext is not installed")
    files = {
        f"{preset}-{seed}": to_bytes(written(preset, seed), "docx")
        for preset in PRESETS
        for seed in SEEDS
    }
    late: dict[str, int] = {}
    for name, pdf in to_pdfs(files).items():
        preset, _, seed = name.rpartition("-")
        paper, rules = written(preset, int(seed)).paper, written(preset).rules
        assert paper.mark is Mark.SAMPLE
        last = plain(paper.sentences[-1].prose)[-30:]
        pages = [plain(page) for page in _text(pdf).split("\f")]
        ends = next(at for at, page in enumerate(pages, start=1) if last in page)
        if ends > (rules.limit.max or 1):
            late[name] = ends
    assert late == {}


def _text(pdf: bytes) -> str:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "paper.pdf"
        path.write_bytes(pdf)
        found = subprocess.run(
            ["pdftotext", "-layout", str(path), "-"],
            capture_output=True,
            check=True,
        )
    return found.stdout.decode("utf-8")
