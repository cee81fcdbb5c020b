import os
import struct
import sys
import zipfile
from pathlib import Path

import pytest

from app.model.errors import HostileFile, Unreadable
from app.reading import guard
from app.reading.guard import load, open_docx
from app.reading.text import read_text
from tests.reading.word_files import FOREIGN_TEMPLATE, body, pack, write_docx

BOMB = '<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a "b">]><d>&a;</d>'


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "paper.docx"


def refused(path: Path) -> str:
    """What a person is told of a file that is refused."""
    with pytest.raises(Unreadable) as caught:
        read_text(path)
    assert caught.value.hint
    return caught.value.what


def test_a_good_file_is_let_in(path: Path) -> None:
    with open_docx(write_docx(path, "Malta asks.")) as parts:
        assert parts.namelist() == ["word/document.xml"]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "password"),
        (b"%PDF-1.7\n", "PDF"),
        (b"", "empty"),
        (b"<html></html>", "not a Word file"),
        (b"PK\x03\x04", "cut off"),
        (pack({"word/document.xml": body("Malta.")})[:-40], "cut off"),
        (pack({"xl/workbook.xml": "<a/>"}), "no text"),
    ],
    ids=["old word", "pdf", "empty", "web page", "four bytes", "torn", "a sheet"],
)
def test_what_is_no_word_file_is_refused(path: Path, content: bytes, said: str) -> None:
    path.write_bytes(content)
    assert said in refused(path)


def test_a_damaged_part_is_refused(path: Path) -> None:
    content = bytearray(write_docx(path, "Malta asks " * 50).read_bytes())
    content[60] ^= 0xFF
    path.write_bytes(bytes(content))
    assert "damaged" in refused(path)


def test_xml_that_is_not_well_formed_is_refused(path: Path) -> None:
    path.write_bytes(pack({"word/document.xml": body("Malta.")[:-5]}))
    assert "word/document.xml is damaged" in refused(path)


@pytest.mark.parametrize(
    "part", ["word/document.xml", "word/styles.xml", "_rels/.rels", "docProps/APP.XML"]
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_entities_are_refused_in_every_part(
    path: Path, part: str, encoding: str
) -> None:
    good = {"word/document.xml": body("Malta.")}
    path.write_bytes(pack({**good, part: BOMB.encode(encoding)}))
    with pytest.raises(HostileFile, match="entities"):
        open_docx(path)


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-32", "cp037", "utf-7"])
def test_encodings_that_could_hide_entities_are_refused(
    path: Path, encoding: str
) -> None:
    said = BOMB.replace('"1.0"', f'"1.0" encoding="{encoding}"')
    path.write_bytes(pack({"word/document.xml": said.encode(encoding)}))
    with pytest.raises(HostileFile):
        open_docx(path)


def test_a_part_that_grows_two_hundredfold_is_refused(path: Path) -> None:
    path.write_bytes(
        pack({"word/document.xml": body("x"), "word/media/a.bin": bytes(11_000_000)})
    )
    with pytest.raises(HostileFile, match="unpack"):
        open_docx(path)


def test_a_small_part_may_grow_as_it_likes(path: Path) -> None:
    path.write_bytes(
        pack({"word/document.xml": body("x"), "word/media/a.bin": bytes(9_000_000)})
    )
    open_docx(path).close()


def test_many_parts_together_may_not_grow_too_much(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(guard, "LARGEST_UNPACKED", 1_000)
    path.write_bytes(pack({"word/document.xml": body("x"), "a": b"a" * 900}))
    with pytest.raises(HostileFile, match="unpack"):
        open_docx(path)


def test_a_part_that_lies_about_its_size_is_not_unpacked_further(path: Path) -> None:
    content = pack({"word/document.xml": body("x" * 5_000)})
    size = struct.pack("<I", len(body("x" * 5_000)))
    path.write_bytes(content.replace(size, struct.pack("<I", 10)))
    with pytest.raises(Unreadable, match="damaged"):
        open_docx(path)


def test_a_file_of_thousands_of_parts_is_refused(path: Path) -> None:
    parts = {f"a{number}": b"" for number in range(5_001)}
    path.write_bytes(pack({"word/document.xml": body("x"), **parts}))
    with pytest.raises(HostileFile, match="5,000 parts"):
        open_docx(path)


@pytest.mark.parametrize(("flag", "method"), [(1, 8), (0, 14)])
def test_encrypted_and_oddly_packed_parts_are_refused(
    path: Path, flag: int, method: int
) -> None:
    content = bytearray(pack({"word/document.xml": body("x")}))
    entry = content.index(b"PK\x01\x02")
    content[entry + 8] |= flag
    struct.pack_into("<H", content, entry + 10, method)
    path.write_bytes(bytes(content))
    assert ("password" if flag else "packed") in refused(path)


def test_a_file_too_large_to_look_at_is_refused(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(guard.LARGEST_FILE + 1)
    assert "50 MB" in refused(path)


def test_a_template_on_a_server_is_not_followed(path: Path) -> None:
    path.write_bytes(
        pack(
            {
                "word/document.xml": body("Malta asks for nets."),
                "word/_rels/settings.xml.rels": FOREIGN_TEMPLATE,
            }
        )
    )
    assert read_text(path).paragraphs == ("Malta asks for nets.",)


def test_a_missing_file_and_a_folder_are_named(tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match="no such file"):
        load(tmp_path / "none.docx")
    with pytest.raises(Unreadable):
        load(tmp_path)


@pytest.mark.skipif(sys.platform == "win32", reason="permissions differ")
def test_a_file_one_may_not_read_is_named(path: Path) -> None:
    write_docx(path, "x").chmod(0)
    if os.access(path, os.R_OK):
        pytest.skip("this account may read everything")
    assert "may not" in refused(path)


def test_a_guarded_file_is_a_zip_in_memory(path: Path) -> None:
    with open_docx(write_docx(path, "x")) as parts:
        assert isinstance(parts, zipfile.ZipFile)
        path.unlink()
        assert b"document" in parts.read("word/document.xml")
