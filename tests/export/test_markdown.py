"""Markdown: what a person wrote stays text, and the words are all there."""

import html
import re

import pypandoc
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.export.markdown import to_markdown
from app.export.marks import SAMPLE
from app.model.paper import Mark, Note, NoteRef, Paragraph, ParagraphStyle, Span
from app.model.preset import Forbidden
from tests.export.papers import ADDRESS, RULES, full, holding, rules, said, saying


def read_back(markdown: str, kind: str = "commonmark") -> str:
    """The text a reader of Markdown shows for one paragraph."""
    page = pypandoc.convert_text(markdown, "html", kind, extra_args=["--wrap=preserve"])
    return html.unescape(re.sub("<[^>]+>", "", page)).strip()


@pytest.mark.parametrize("kind", ["commonmark", "gfm", "markdown-smart"])
@pytest.mark.parametrize(
    "wild",
    [
        "[/brackets] [a](b) ![c](d)",
        "*stars* _lines_ **both** `code` ~~gone~~",
        "# not a heading",
        "1. not a list",
        "- nor this",
        "+ nor that",
        "> nor a quotation",
        "<script>alert(1)</script> &amp; & <!-- x -->",
        "a | b $x$ ^up^ @cite {.class} \\back",
        "=== under",
        ": a definition",
        "مكافحة الاتجار بالأشخاص",
    ],
)
def test_what_a_person_wrote_is_text(wild: str, kind: str) -> None:
    assert read_back(to_markdown(saying(wild), RULES), kind) == wild


@settings(max_examples=40, deadline=None)
@given(st.text("ab1 .)-+*_[]()<>#`~!|\\&:=", min_size=1, max_size=30))
def test_any_signs_are_text(text: str) -> None:
    shown = read_back(to_markdown(saying(f"{text}."), RULES))
    assert shown.split() == f"{text}.".split()


def test_the_whole_page() -> None:
    page = to_markdown(full(), RULES)
    assert page.startswith("**Committee:** Third Committee\\\n**Country:** Belarus\n\n")
    assert "\n# Position Paper\n\n## Trafficking in persons\n\n### Background\n" in page
    assert "Global Plan.[^1] It sponsored *Improving the coordination*." in page
    assert "\n> Trafficking shall mean recruitment.\n" in page
    assert "\n- Fund shelters.\n- Train the police.\n" in page
    assert "\n1. First step.\n" in page
    assert (
        "\n| Year | Measure |\n| --- | --- |\n| 2010 | Global Plan of Action |\n"
        in page
    )
    assert f"\n## Works Cited\n\nAssembly. <{ADDRESS}>\n" in page
    assert f"\n[^1]: *Global Plan*<{ADDRESS}>\n" in page


def test_two_lists_stay_two() -> None:
    page = pypandoc.convert_text(to_markdown(full(), RULES), "html", "gfm")
    assert page.split("<section")[0].count("<ol") == 2


def test_no_bold_and_no_italics_where_forbidden() -> None:
    page = to_markdown(full(Mark.SAMPLE), rules(forbid=Forbidden(formatting=True)))
    assert "*" not in page
    assert "Country: Belarus" in page


def test_a_draft_brackets_what_is_ours() -> None:
    page = to_markdown(full(Mark.DRAFT), RULES)
    assert page.startswith("> 2 sentences still ours.\n")
    assert "[ours: It sponsored *Improving the coordination*.]" in page
    assert "[ours: The delegation" not in page
    assert "[ours:" not in to_markdown(full(), RULES)


def test_a_sample_says_so_last() -> None:
    assert to_markdown(full(Mark.SAMPLE), RULES).endswith(f"\n*{SAMPLE}*\n")
    assert SAMPLE not in to_markdown(full(), RULES)


def test_line_breaks_stay_and_begin_no_list() -> None:
    page = to_markdown(saying("One\n- two\n   3. three"), RULES)
    assert page == "One\\\n\\- two\\\n3\\. three\n"


def test_a_note_stays_on_its_line() -> None:
    notes = (Note(number=1, spans=(Span(text="One\n\n# two"),)),)
    page = to_markdown(saying(said("A", NoteRef(number=1)), notes=notes), RULES)
    assert page == "A[^1]\n\n[^1]: One \\# two\n"


def test_spaces_at_the_edge_of_italics_stand_outside() -> None:
    sentence = said("See", Span(text=" Global Plan ", italic=True), "now")
    assert to_markdown(saying(sentence), RULES) == "See *Global Plan* now\n"


def test_every_line_of_a_quotation_is_quoted() -> None:
    quoted = Paragraph(sentences=(said("One\ntwo"),), style=ParagraphStyle.QUOTE)
    assert to_markdown(holding(quoted), RULES) == "> One\\\n> two\n"


def test_an_unsafe_link_is_words() -> None:
    sentence = said(Span(text="click", link="javascript:alert(1)"))
    assert to_markdown(saying(sentence), RULES) == "click\n"


def test_hyphens_of_an_option_stay_hyphens() -> None:
    wild = "Type communique import page.docx --into my-paper, and --- no more."
    assert read_back(to_markdown(saying(wild), RULES), "markdown") == wild
