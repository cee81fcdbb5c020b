"""One brief under every conference: each file is opened by five readers."""

import io
import os
import re
import subprocess
import warnings
from functools import cache
from pathlib import Path

import mammoth
import pypandoc
import pytest
from docx2python import docx2python

from app.desk.writing import Written, write
from app.export.pdf import libreoffice, to_pdfs
from app.export.word import to_docx
from app.library.briefs import ready_brief
from app.library.presets import list_presets
from app.model.brief import Brief
from tests.export.opened import document

CONFERENCES = [one.id for one in list_presets()]

every_conference = pytest.mark.parametrize("name", CONFERENCES)


@cache
def opened() -> Brief:
    return ready_brief("belarus/human-trafficking")


@cache
def written(name: str) -> Written:
    return write(opened(), conference=name)


@cache
def made(name: str) -> bytes:
    one = written(name)
    return to_docx(one.paper, one.rules)


def wanted(name: str) -> list[str]:
    """The words of the first and the last sentence, and those of the heading."""
    paper = written(name).paper
    sentences = (paper.sentences[0].prose, paper.sentences[-1].prose)
    return [*sentences, *(field.value for field in paper.header)]


def holds(text: str, name: str) -> bool:
    """Whether a reader's text has what is wanted, wherever its lines end."""
    whole = re.sub(r"\s+", "", text)
    return all(re.sub(r"\s+", "", one) in whole for one in wanted(name))


@every_conference
def test_python_docx_opens_it(name: str) -> None:
    file = document(made(name))
    section = file.sections[0]
    kinds = (section.header, section.first_page_header, file)
    said = [one.text for kind in kinds for one in kind.paragraphs]
    assert holds("\n".join(said), name)


@every_conference
def test_docx2python_opens_it(name: str) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        with docx2python(io.BytesIO(made(name))) as read:
            text = re.sub(r"----footnote\d+----", "", read.text)
            text = re.sub(r"----endnote\d+----", "", text)
    assert holds(text, name)


@every_conference
def test_mammoth_opens_it(name: str) -> None:
    text = mammoth.extract_raw_text(io.BytesIO(made(name))).value
    if written(name).rules.header.first_page_only is not False:
        assert holds(text, name)
    assert written(name).paper.sentences[-1].prose in text


@pytest.mark.slow
@pytest.mark.parametrize("name", CONFERENCES[::4])
def test_pandoc_opens_it(name: str) -> None:
    text = pypandoc.convert_text(
        made(name), "plain", "docx", extra_args=["--wrap=none"]
    )
    assert written(name).paper.sentences[-1].prose in text


@pytest.mark.slow
def test_libreoffice_opens_them_all(tmp_path: Path) -> None:
    if libreoffice() is None and not os.environ.get("CI"):
        pytest.skip("LibreOffice is not installed here; it renders the papers in CI.")
    printed = to_pdfs({name: made(name) for name in CONFERENCES})
    assert list(printed) == CONFERENCES
    for name, pdf in printed.items():
        path = tmp_path / f"{name}.pdf"
        path.write_bytes(pdf)
        read = ["pdftotext", str(path), "-"]
        said = subprocess.run(read, capture_output=True, check=True).stdout.decode()
        for one in written(name).paper.header:
            assert one.value.split()[0] in said, name
        last = written(name).paper.sentences[-1].prose.split()
        assert last[-1] in said, name
        fonts = subprocess.run(
            ["pdffonts", str(path)], capture_output=True, check=True
        ).stdout.decode()
        rest = [line.split()[0] for line in fonts.splitlines()[2:]]
        assert all("Serif" in one or "Times" in one for one in rest), (name, rest)
