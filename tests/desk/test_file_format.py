"""A folder takes the format the conference wants, or says how to get it."""

from pathlib import Path

import pytest

from app.desk import file_format
from app.desk.file_format import advice_on, suffix_for
from app.library.presets import in_force, open_preset
from app.model.preset import Preset


def rules(name: str) -> Preset:
    return in_force(open_preset(name)).rules


@pytest.mark.parametrize(
    ("name", "with_office", "without"),
    [
        ("ilmunc", "pdf", "txt"),
        ("nmun-ny", "pdf", "docx"),
        ("kingmun", "docx", "docx"),
        ("amun", "txt", "txt"),
    ],
)
def test_the_first_format_we_can_write_here_is_taken(
    name: str, with_office: str, without: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(file_format, "libreoffice", lambda: Path("soffice"))
    assert suffix_for(rules(name)) == with_office
    monkeypatch.setattr(file_format, "libreoffice", lambda: None)
    assert suffix_for(rules(name)) == without


def test_a_format_that_is_refused_is_told_with_a_way_out(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(file_format, "libreoffice", lambda: Path("soffice"))
    assert "-o paper.pdf" in advice_on(rules("nmun-ny"), "docx")
    assert "installed" not in advice_on(rules("nmun-ny"), "docx")
    monkeypatch.setattr(file_format, "libreoffice", lambda: None)
    said = advice_on(rules("nmun-ny"), "docx")
    assert "wants .pdf or .doc; this is .docx" in said
    assert "save it as .pdf" in said
    assert advice_on(rules("nmun-ny"), "pdf") == ""
    assert advice_on(rules("kingmun"), "docx") == ""
