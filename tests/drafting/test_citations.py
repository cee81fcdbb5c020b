"""Citations in a paper: five forms, notes that come again, and the UN's style."""

import pytest

from app.drafting.citations import Cited, cite
from app.drafting.references import Works
from app.drafting.styles import StyleInUse, list_styles, open_style
from app.drafting.titles import PageRange, TitleCase, in_case, page_range
from app.language.links import safe_link
from app.model.paper import NoteRef, Span
from app.model.preset import CitationForm
from tests.drafting.cited_sources import (
    SOURCES,
    brief_citing,
    marked,
    rules_of,
    source,
)

UN = open_style("un-editorial")
EVERY_STYLE = pytest.mark.parametrize("style", list_styles())


def cited(form: CitationForm, style: str, *sentences: str) -> Cited:
    ids = [one.id for one in SOURCES]
    return cite(sentences, brief_citing(*ids), rules_of(form, style))


def text(made: Cited) -> str:
    return " ".join(marked(runs) for runs in made.sentences)


def notes(style: str, *sentences: str) -> list[str]:
    made = cited(CitationForm.FOOTNOTES, style, *sentences)
    return [marked(note.spans) for note in made.notes]


@EVERY_STYLE
@pytest.mark.parametrize("form", list(CitationForm))
def test_every_source_is_cited_in_every_form(form: CitationForm, style: str) -> None:
    made = cited(form, style, *(f"It is so [@{one.id}]." for one in SOURCES))
    assert "[@" not in text(made)
    in_notes = form in {CitationForm.FOOTNOTES, CitationForm.ENDNOTES}
    assert len(made.notes) == (len(SOURCES) if in_notes else 0)
    assert (made.references is None) == in_notes
    if made.references:
        assert {one.source for one in made.references.entries} == {
            one.id for one in SOURCES
        }


@EVERY_STYLE
def test_no_entry_and_no_note_has_a_hole(style: str) -> None:
    works = Works(SOURCES, open_style(style))
    written = [marked(one.spans) for one in works.entries()]
    for one in SOURCES:
        written.append(marked(works.first_note(one, "para. 4")))
        written.append(marked(works.later_note(one, "")))
        written.append(marked(works.in_text(one, "", "")))
    for line in written:
        assert not any(hole in line for hole in ("..", ",,", " ,", "()", "  ", " ."))
        assert line.strip(" ,;") == line
        assert line.count("“") == line.count("”")
        assert line.count("*") % 2 == 0


@EVERY_STYLE
def test_what_can_be_opened_is_linked(style: str) -> None:
    for entry in Works(SOURCES, open_style(style)).entries():
        links = {span.link for span in entry.spans if span.link}
        assert links == {source(entry.source).url} - {None}


def test_a_symbol_is_a_link_even_where_no_address_is_known() -> None:
    known = source("resolution").revise(url=None)
    (entry,) = Works([known], UN).entries()
    links = [span.link for span in entry.spans if span.text == "A/RES/61/180"]
    assert links == ["https://docs.un.org/en/A/RES/61/180"]


def test_footnotes_stand_behind_the_stop() -> None:
    made = cited(CitationForm.FOOTNOTES, "un-editorial", "It is so [@book].")
    (runs,) = made.sentences
    assert runs == (Span(text="It is so."), NoteRef(number=1))


def test_brackets_stand_before_the_stop() -> None:
    made = cited(CitationForm.INTEXT, "mla-9", "It is so [@book, p. 12].")
    assert text(made) == "It is so (Kennedy 12)."
    assert made.references is not None


def test_only_a_list() -> None:
    made = cited(CitationForm.LIST, "apa-7", "It is so [@book].")
    assert text(made) == "It is so."
    assert made.references is not None


def test_only_links() -> None:
    made = cited(CitationForm.LINKS, "apa-7", "So [@web-page], and so [@dataset].")
    assert text(made) == "So, and so."
    assert made.references is not None
    assert [marked(one.spans) for one in made.references.entries] == [
        "*Human Trafficking*. https://www.unodc.org/trafficking",
        "*World Development Indicators*. https://databank.worldbank.org/wdi",
    ]


def test_only_links_prints_whole_addresses_and_one_form_without_them() -> None:
    long = f"https://normlex.ilo.org/dyn/normlex/fr/{'x' * 90}"
    page = source("web-page")
    works = Works(
        [
            page.revise(id="long", url=long),
            page.revise(id="none", url=None, title="Who asks?"),
        ],
        open_style("apa-7"),
    )
    assert [marked(one.spans) for one in works.links()] == [
        f"*Human Trafficking*. {long}",
        "*Who asks?* United Nations Office on Drugs and Crime, 2020.",
    ]


# The examples below follow the United Nations Editorial Manual Online, "Footnotes
# and other references", chapters II to V: elements in their order, commas between
# them, quotation marks for parts and italics for wholes, paragraphs where a
# document has them, and "available at" before an address.
UN_NOTES = {
    "resolution": "A/RES/61/180, para. 4",
    "un-report": "United Nations Committee on the Elimination of Discrimination, "
    "*Concluding observations on the eighth periodic report of Belarus*, "
    "CEDAW/C/BLR/CO/8, 18 November 2016, para. 4",
    "un-report-unnumbered": "United Nations Office on Drugs and Crime, *Global "
    "Report on Trafficking in Persons 2022*, January 2023, para. 4, available at "
    "https://www.unodc.org/report.pdf",
    "treaty": "Convention on the Rights of Persons with Disabilities, 13 December "
    "2006, United Nations, *Treaty Series*, vol. 2515, para. 4",
    "government-report": "United States Department of State, *Trafficking in Persons "
    "Report*, Government Publishing Office, June 2023, para. 4, available at "
    "https://www.state.gov/report",
    "news": "Igor Gubarevich, “Belarus Leads a Campaign against Slavery”, *Belarus "
    "Digest*, 6 August 2014, para. 4, available at "
    "https://belarusdigest.com/story/campaign",
    "news-unsigned": "“Flood Warning for the Coast”, *The Daily Star*, 2 May 2019, "
    "para. 4, available at https://www.thedailystar.net/flood",
    "web-page": "United Nations Office on Drugs and Crime, “Human Trafficking”, "
    "2 March 2020, para. 4, available at https://www.unodc.org/trafficking",
    "web-undated": "International Organization for Migration, “What We Do”, IOM "
    "Country Offices, n.d., para. 4, available at https://www.iom.int/what-we-do "
    "(accessed on 15 January 2026)",
    "book": "Paul Kennedy, *The Parliament of Man*, 2nd ed. (Random House, 2006), "
    "para. 4",
    "book-two": "Christian Walter and Kavus Abushov, *Self-Determination and "
    "Secession in International Law* (Oxford University Press, 2014), para. 4",
    "book-four": "Thomas G. Weiss et al., *The United Nations and Changing World "
    "Politics*, 8th ed. (Westview Press, 2018), para. 4",
    "chapter": "Edward C. Luck, “Security Council Reform”, in *The Oxford Handbook "
    "on the United Nations* (Oxford University Press, 2007), para. 4",
    "journal-article": "Anna Makei and Pavel Zhukov, “Trafficking and Migration from "
    "Belarus”, *Journal of Human Rights Practice*, vol. 7, No. 2 (2015), para. 4, "
    "available at https://doi.org/10.1093/jhuman/huv007",
    "speech": "Vladimir Makei, “Statement at the General Debate”, United Nations "
    "General Assembly, 21 September 2017, para. 4, available at "
    "https://gadebate.un.org/belarus",
    "dataset": "World Bank, *World Development Indicators*, 2022, para. 4, available "
    "at https://databank.worldbank.org/wdi",
}


@pytest.mark.parametrize("name", list(UN_NOTES))
def test_a_footnote_of_the_un(name: str) -> None:
    works = Works(SOURCES, UN)
    assert marked(works.first_note(source(name), "para. 4")) == UN_NOTES[name]


def test_the_un_examples_hold_every_kind() -> None:
    kinds = {source(name).type for name in UN_NOTES}
    assert kinds == {one.type for one in SOURCES}


def test_ibid_stands_for_the_note_before_and_only_for_it() -> None:
    assert notes(
        "un-editorial",
        "A [@book, p. 3].",
        "B [@book, p. 3].",
        "C [@book, p. 9].",
        "D [@web-page].",
        "E [@book, p. 9].",
    ) == [
        "Paul Kennedy, *The Parliament of Man*, 2nd ed. (Random House, 2006), p. 3.",
        "Ibid.",
        "Ibid., p. 9.",
        "United Nations Office on Drugs and Crime, “Human Trafficking”, 2 March 2020, "
        "available at https://www.unodc.org/trafficking.",
        "Kennedy, *Parliament of Man*, p. 9.",
    ]


def test_ibid_never_follows_a_note_of_two_sources() -> None:
    found = notes("un-editorial", "A [@book] [@dataset].", "B [@book].")
    assert found[1] == "Kennedy, *Parliament of Man*."


def test_chicago_shortens_and_has_no_ibid() -> None:
    found = notes("chicago-notes", "A [@news, p. 3].", "B [@news, p. 3].")
    assert found[1] == "Gubarevich, “Belarus Leads a Campaign Against Slavery,” 3."


def test_works_of_one_author_and_year_are_told_apart_by_letters() -> None:
    first = source("book")
    second = first.revise(id="second", title="Another Book", edition=None)
    works = Works([first, second], open_style("apa-7"))
    assert marked(works.in_text(first, "", "")) == "Kennedy, 2006b"
    assert marked(works.in_text(second, "", "")) == "Kennedy, 2006a"


@EVERY_STYLE
def test_links_are_only_safe_ones(style: str) -> None:
    evil = source("book").revise(url="javascript:alert(1)")
    (entry,) = Works([evil], open_style(style)).entries()
    assert safe_link(evil.url) is None
    assert not any(span.link for span in entry.spans)


def test_a_title_in_another_language_keeps_its_capitals() -> None:
    russian = source("book").revise(title="Mir i my", language="ru")
    style: StyleInUse = open_style("mla-9")
    (entry,) = Works([russian], style).entries()
    assert "*Mir i my*" in marked(entry.spans)


@pytest.mark.parametrize(
    ("title", "headline"),
    [
        ("the rights of the child", "The Rights of the Child"),
        ("“like a minefield”: the people of the UN", "“Like a Minefield”: The People"),
        ("long-term action and what to hope for", "Long-Term Action and What to Hope"),
        ("the 20th report on women’s rights", "The 20th Report on Women’s Rights"),
        ("why not act?", "Why Not Act?"),
    ],
)
def test_headline_capitals(title: str, headline: str) -> None:
    assert in_case(title, TitleCase.HEADLINE).startswith(headline)
    assert in_case(title, TitleCase.PUBLISHED) == title


@pytest.mark.parametrize(
    ("pages", "chicago", "mla"),
    [
        ("3-10", "3–10", "3–10"),
        ("71-72", "71–72", "71–72"),
        ("100-104", "100–104", "100–04"),
        ("101-108", "101–8", "101–08"),
        ("245-267", "245–67", "245–67"),
        ("321-428", "321–428", "321–428"),
        ("1496-1504", "1496–504", "1496–504"),
    ],
)
def test_ranges_of_pages(pages: str, chicago: str, mla: str) -> None:
    assert page_range(pages, PageRange.CHICAGO) == chicago
    assert page_range(pages, PageRange.MLA) == mla
