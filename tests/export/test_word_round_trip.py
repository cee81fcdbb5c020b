"""A file goes through LibreOffice and comes back: nothing of it is lost.

Google Docs and other programs will open and save our files; LibreOffice is the
one of them that runs here.
"""

import os
import re
import subprocess
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from app.desk.writing import Written, write
from app.export.pdf import libreoffice
from app.export.word import to_docx
from app.library.briefs import ready_brief
from app.model.paper import Paper
from app.model.preset import Preset
from tests.export.opened import document, part, parts_called
from tests.export.oracles import words_of
from tests.export.papers import ADDRESS, PICTURE, RULES, cited, everything, said, saying

pytestmark = pytest.mark.slow

FORMS = ("footnotes", "endnotes")
COMMENT = said("It proposes a fund.").revise(comment="Says who pays.")
KINDS: dict[str, tuple[Paper, Preset]] = {
    form: (everything(), cited(form)) for form in FORMS
}
KINDS["commented"] = (saying("First.", COMMENT), RULES)


SHIPPED = ("nmun-ny", "nmhmun", "nueva-mun", "tri-valley-mun", "dubai-mun")
"""Conferences with footnotes, endnotes, both with a list, a heading on the right and
a title page."""


@cache
def shipped(name: str) -> Written:
    return write(ready_brief("belarus/human-trafficking"), conference=name)


def office() -> Path:
    """LibreOffice; the test is passed over where there is none."""
    program = libreoffice()
    if program is None:
        if os.environ.get("CI"):
            pytest.fail("LibreOffice must be installed where CI runs.")
        pytest.skip("LibreOffice is not installed here; it is in CI.")
    return program


@pytest.fixture(scope="module")
def by_odt(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Papers of conferences after LibreOffice saved them as .odt and as .docx again."""
    program = office()
    room = tmp_path_factory.mktemp("odt")
    for name in SHIPPED:
        one = shipped(name)
        (room / f"{name}.docx").write_bytes(to_docx(one.paper, one.rules))
    _through(program, room, SHIPPED, "odt", "docx")
    _through(program, room / "back", SHIPPED, "docx:Office Open XML Text", "odt")
    saved = room / "back" / "back"
    return {name: (saved / f"{name}.docx").read_bytes() for name in SHIPPED}


@pytest.mark.parametrize("name", SHIPPED)
def test_a_paper_survives_being_an_odt(name: str, by_odt: dict[str, bytes]) -> None:
    one = shipped(name)
    made = by_odt[name]
    sent = to_docx(one.paper, one.rules)
    assert words_of(made, "docx") == words_of(sent, "docx")
    kind = "endnote" if name == "nmhmun" else "footnote"
    marks = re.findall(rf"<w:{kind}Reference ", part(made, "word/document.xml"))
    assert len(marks) == len(one.paper.notes)
    (before, after) = (document(file).sections[0] for file in (sent, made))
    assert (before.page_width, before.page_height) == (
        after.page_width,
        after.page_height,
    )
    assert before.left_margin == after.left_margin
    assert " PAGE " in parts_called(made, "footer")
    (heading, *_) = (p for p in document(made).paragraphs if "Country" in p.text)
    at_the_end = re.search(r'<w:jc w:val="(right|end)"', heading._p.xml)
    assert bool(at_the_end) is (name == "tri-valley-mun")


@pytest.fixture(scope="module")
def back(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Every file after LibreOffice opened and saved it."""
    program = office()
    room = tmp_path_factory.mktemp("round")
    for name, (paper, rules) in KINDS.items():
        content = to_docx(paper, rules, comments=name == "commented")
        (room / f"{name}.docx").write_bytes(content)
    _through(program, room, tuple(KINDS), "docx:Office Open XML Text", "docx")
    return {name: (room / "back" / f"{name}.docx").read_bytes() for name in KINDS}


def _through(
    program: Path, room: Path, names: tuple[str, ...], wanted: str, suffix: str
) -> None:
    """Open every file of a folder and save it in `back`, in the format wanted."""
    profile = (room / "profile").as_uri()
    command = [str(program), f"-env:UserInstallation={profile}", "--headless"]
    command += ["--convert-to", wanted, "--outdir", str(room / "back")]
    command += [str(room / f"{name}.{suffix}") for name in names]
    subprocess.run(command, capture_output=True, check=True, timeout=120)


@pytest.mark.parametrize("name", FORMS)
def test_every_word_comes_back(name: str, back: dict[str, bytes]) -> None:
    sent = to_docx(*KINDS[name], comments=False)
    lost = Counter(words_of(sent, "docx")) - Counter(words_of(back[name], "docx"))
    assert set(lost) <= {"[]"}


@pytest.mark.parametrize("name", FORMS)
def test_notes_are_still_notes(name: str, back: dict[str, bytes]) -> None:
    kind = name.removesuffix("s")
    body = part(back[name], "word/document.xml")
    assert len(re.findall(rf"<w:{kind}Reference ", body)) == 2
    text = re.sub(r"<[^>]+>", "", part(back[name], f"word/{name}.xml"))
    assert text.index("Global Plan") < text.index("Report of 2023, p. 4.")


def test_the_rest_is_still_what_it_was(back: dict[str, bytes]) -> None:
    opened = document(back["footnotes"])
    styles = {p.text: p.style.name for p in opened.paragraphs}
    assert styles["Trafficking in persons"] == "Heading 1"
    assert styles["Background"] == "Heading 2"
    assert styles["Fund shelters."] == "List Bullet"
    core = part(back["footnotes"], "docProps/core.xml")
    assert "<dc:title>Position Paper: Belarus</dc:title>" in core
    assert opened.tables[0].rows[1].cells[1].text == "Global Plan of Action"
    links = [one.address for p in opened.paragraphs for one in p.hyperlinks]
    assert links == [ADDRESS]
    assert len(opened.inline_shapes) == 1
    assert " PAGE " in parts_called(back["footnotes"], "footer")
    body = part(back["footnotes"], "word/document.xml")
    assert f'descr="{PICTURE.alt}"' in body
    assert 'w:lang w:val="en-GB"' in part(back["footnotes"], "word/styles.xml")


def test_a_comment_comes_back(back: dict[str, bytes]) -> None:
    (found,) = document(back["commented"]).comments
    assert found.text == "Says who pays."
    assert found.author == "Communiqué"
