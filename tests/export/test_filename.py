"""File names: the conference's pattern, safe on every system."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pathvalidate import is_valid_filename

from app.export.filename import FALLBACK, LONGEST, file_name
from app.library.presets import in_force, open_preset
from app.model.paper import HeaderField, Paper, Properties
from app.model.preset import FileRule
from tests.export.papers import full, named, rules, saying


def headed(**fields: str) -> Paper:
    header = tuple(
        HeaderField(name=name.replace("_", "-"), value=value)
        for name, value in fields.items()
    )
    return saying("A.", header=header)


@pytest.mark.parametrize(
    ("pattern", "name"),
    [
        ("{committee}{country}PositionPaper", "ThirdCommitteeBelarusPositionPaper"),
        ("{committee}_{country}_{code}_{school}", "Third-Committee_Belarus"),
        ("{country} - {committee}", "Belarus - Third Committee"),
        ("{country} ({school})", "Belarus"),
        ("{country}_{topic}", "Belarus_Trafficking-in-persons"),
        ("{date}-{delegates}", "2026-01-15-Ada-Example"),
        ("{conference}_{country}", "Plain_Belarus"),
        ("{nothing}", FALLBACK),
        (None, FALLBACK),
    ],
)
def test_patterns_are_filled(pattern: str | None, name: str) -> None:
    assert file_name(named(pattern), full(), "docx") == f"{name}.docx"


@pytest.mark.parametrize(
    ("delegates", "said"),
    [
        ("Ana Petrova and Sam Okafor", "Petrova-Okafor"),
        ("Ana Petrova, Li Wei and Sam Okafor", "Petrova-Wei-Okafor"),
        ("Cher", "Cher"),
    ],
)
def test_a_file_can_be_called_by_last_names(delegates: str, said: str) -> None:
    paper = headed(delegates=delegates, country="Peru")
    name = file_name(named("{last-names}_{country}"), paper, "pdf")
    assert name == f"{said}_Peru.pdf"


def test_a_school_has_no_last_name() -> None:
    paper = headed(school="Riverside High School", country="Peru")
    about = paper.properties.revise(author="Riverside High School")
    name = file_name(
        named("{last-names}_{country}"), paper.revise(properties=about), "pdf"
    )
    assert name == "Peru.pdf"


def test_several_topics_make_one_name() -> None:
    paper = headed(topic="Trafficking; Rights of children")
    name = file_name(named("{topic}"), paper, "pdf")
    assert name == "TraffickingRightsOfChildren.pdf"


def test_a_file_can_be_called_by_the_acronym_of_its_committee() -> None:
    pattern = named("{committee-short}_{country}")
    assert file_name(pattern, full(), "pdf") == "Third-Committee_Belarus.pdf"
    about = full().properties.revise(committee="DISEC")
    known = full().revise(properties=about)
    assert file_name(pattern, known, "pdf") == "DISEC_Belarus.pdf"


def test_a_field_keeps_its_spaces_where_the_conference_does() -> None:
    kept = rules(file=FileRule(name="{committee}_{country}", spaces=True))
    paper = headed(committee="DISEC", country="Holy See")
    assert file_name(kept, paper, "pdf") == "DISEC_Holy See.pdf"


def test_a_suffix_with_and_without_its_dot() -> None:
    assert file_name(named("x"), full(), ".pdf") == "x.pdf"
    assert file_name(named("x"), full(), "pdf") == "x.pdf"


def test_the_shipped_pattern() -> None:
    kingmun = in_force(open_preset("kingmun")).rules
    name = file_name(kingmun, full(), "docx")
    assert name == "ThirdCommitteeBelarusPositionPaper.docx"


def test_a_formal_country_stands_in() -> None:
    paper = headed(formal_country="Republic of Belarus")
    assert file_name(named("{country}"), paper, "docx") == "RepublicOfBelarus.docx"


def test_a_blind_copy_names_nobody() -> None:
    blind = rules(anonymous=True, file=FileRule(name="{country}_{delegates}"))
    assert file_name(blind, full(), "docx") == "Belarus.docx"


@pytest.mark.parametrize(
    "evil",
    [
        "../../etc/passwd",
        "C:\\Windows\\x",
        "/root",
        "CON",
        "nul",
        "-rf",
        "~root",
        "..",
        ".",
        "a:b",
        "end. ",
        "COM1",
        "x\u202egpj.exe",
        "a\u200bb",
        "|cmd",
        "$HOME",
    ],
)
def test_names_are_safe_everywhere(evil: str) -> None:
    name = file_name(named("{country}"), headed(country=evil), "docx")
    assert is_valid_filename(name, platform="universal")
    assert not name.startswith((".", "-", "~", "$"))
    assert not set(name) & set('/\\:*?"<>|\u202e\u200b')


@given(st.text(max_size=300))
def test_any_country_gives_a_name(country: str) -> None:
    name = file_name(named("{country}_{committee}"), headed(country=country), "docx")
    assert is_valid_filename(name, platform="universal")
    assert len(name.encode()) <= LONGEST + len(".docx")


def test_a_long_name_ends_with_a_word() -> None:
    paper = headed(country="Belarus", topic="Trafficking in persons " * 12)
    name = file_name(named("{country}_{topic}"), paper, "docx")
    assert len(name) <= LONGEST + len(".docx")
    assert name.removesuffix(".docx").split("-")[-1] in {"Trafficking", "in", "persons"}


def test_several_topics_leave_the_topic_to_the_subject() -> None:
    paper = full()
    two = paper.revise(
        parts=paper.parts * 2, properties=Properties(title="T", subject="Both")
    )
    assert file_name(named("{topic}"), two, "docx") == "Both.docx"
