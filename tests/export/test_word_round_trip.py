"""A file goes through LibreOffice and comes back: nothing of it is lost.

Google Docs and other programs will open and save our files; LibreOffice is the
one of them that runs here.
"""

import os
import re
import subprocess
from collections import Counter
from pathlib import Path

import pytest

from app.export.pdf import libreoffice
from app.export.word import to_docx
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


@pytest.fixture(scope="module")
def back(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Every file after LibreOffice opened and saved it."""
    program = libreoffice()
    if program is None:
        if os.environ.get("CI"):
            pytest.fail("LibreOffice must be installed where CI runs.")
        pytest.skip("LibreOffice is not installed here; it is in CI.")
    room = tmp_path_factory.mktemp("round")
    for name, (paper, rules) in KINDS.items():
        content = to_docx(paper, rules, comments=name == "commented")
        (room / f"{name}.docx").write_bytes(content)
    _through(program, room)
    return {name: (room / "back" / f"{name}.docx").read_bytes() for name in KINDS}


def _through(program: Path, room: Path) -> None:
    profile = (room / "profile").as_uri()
    command = [str(program), f"-env:UserInstallation={profile}", "--headless"]
    command += ["--convert-to", "docx:Office Open XML Text"]
    command += ["--outdir", str(room / "back")]
    command += [str(room / f"{name}.docx") for name in KINDS]
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
