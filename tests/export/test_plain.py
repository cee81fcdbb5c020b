"""Plain text: the same words, and nothing a form would refuse."""

from app.export.marks import SAMPLE
from app.export.plain import to_text
from app.model.paper import Mark, Span
from tests.export.papers import ADDRESS, RULES, cited, full, said, saying


def test_the_whole_page() -> None:
    assert to_text(full(), RULES) == (
        "Committee: Third Committee\nCountry: Belarus\n\n"
        "Position Paper\n\n"
        "Trafficking in persons\n\n"
        "Background\n\n"
        "Belarus took part in the Global Plan.[1] It sponsored Improving the "
        "coordination. The delegation asks for more.\n\n"
        "Trafficking shall mean recruitment.\n\n"
        "Proposals\n\n"
        "- Fund shelters.\n- Train the police.\n\n"
        "1. First step.\n\n"
        "1. Another first.\n\n"
        "Year | Measure\n2010 | Global Plan of Action\n\n"
        "Critics were answered.[2]\n\n"
        "Card twelve.\n\n"
        f"Notes\n[1] Global Plan{ADDRESS}\n[2] Report of 2023, p. 4.\n\n"
        f"Works Cited\n\nAssembly. {ADDRESS}\n\nOffice. Report.\n"
    )


def test_endnotes_stand_after_the_list() -> None:
    page = to_text(full(), cited("endnotes"))
    assert page.index("Works Cited") < page.index("\nNotes\n")


def test_what_a_person_wrote_is_untouched() -> None:
    wild = "[/brackets] <b> & *stars* مكافحة الاتجار"
    assert to_text(saying(wild), RULES) == f"{wild}\n"


def test_a_draft_brackets_what_is_ours() -> None:
    page = to_text(full(Mark.DRAFT), RULES)
    assert page.startswith("2 sentences still ours.\n\n")
    assert "[ours: It sponsored Improving the coordination.]" in page
    assert "[ours: Critics were answered.[2]]" in page
    assert "[ours:" not in to_text(full(), RULES)


def test_a_sample_says_so_last() -> None:
    assert to_text(full(Mark.SAMPLE), RULES).endswith(f"\n\n{SAMPLE}\n")
    assert SAMPLE not in to_text(full(), RULES)


def test_an_address_the_words_hide_is_written_out() -> None:
    hidden = said(Span(text="the Plan", link=ADDRESS))
    assert to_text(saying(hidden), RULES) == f"the Plan ({ADDRESS})\n"
    long = f"https://example.org/reports/{'a' * 90}"
    shortened = said(Span(text="https://example.org/reports/…", link=long))
    assert to_text(saying(shortened), RULES) == f"{long}\n"
    unsafe = said(Span(text="click", link="javascript:alert(1)"))
    assert to_text(saying(unsafe), RULES) == "click\n"
