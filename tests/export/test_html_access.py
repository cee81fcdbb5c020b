"""The HTML page, read as a screen reader reads it and printed as a browser does."""

import re
from html.parser import HTMLParser
from itertools import pairwise

import pytest

from app.export.html import to_html
from app.model.paper import Bullets, Paper, Span
from tests.export.papers import RULES, everything, full, holding, saying

VOID = {"meta", "img", "br", "hr", "link"}


class Page(HTMLParser):
    """What a page is made of, with what stands open where each element begins."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str], tuple[str, ...]]] = []
        self.open: list[str] = []
        self.faults: list[str] = []
        self.words: dict[int, str] = {}
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        held = {name: value or "" for name, value in attrs}
        self.found.append((tag, held, tuple(self.open)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.faults.append(f"</{tag}> closes nothing")

    def handle_data(self, data: str) -> None:
        at = len(self.found) - 1
        self.words[at] = self.words.get(at, "") + data

    def all(self, *tags: str) -> list[dict[str, str]]:
        return [held for tag, held, _ in self.found if tag in tags]

    def headings(self) -> list[int]:
        return [int(tag[1]) for tag, _, _ in self.found if re.fullmatch("h[1-6]", tag)]


PAPERS: dict[str, Paper] = {
    "everything": everything(),
    "bare": saying("A."),
    "list": holding(Bullets(items=((Span(text="One."),),))),
    "no title": full().revise(title=None),
}

each = pytest.mark.parametrize("name", list(PAPERS))


def page(name: str) -> Page:
    return Page(to_html(PAPERS[name], RULES))


@each
def test_every_element_is_closed_in_its_place(name: str) -> None:
    read = page(name)
    assert read.faults == []
    assert read.open == []


@each
def test_the_page_says_its_language_and_its_title(name: str) -> None:
    read = page(name)
    assert read.all("html") == [{"lang": "en-GB"}]
    at = next(n for n, (tag, _, _) in enumerate(read.found) if tag == "title")
    assert read.words[at].strip() == "Position Paper: Belarus"
    assert {"charset": "utf-8"} in read.all("meta")


@each
def test_headings_begin_with_one_and_leave_no_level_out(name: str) -> None:
    levels = page(name).headings()
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


@each
def test_everything_stands_in_a_landmark(name: str) -> None:
    landmarks = {"main", "header", "footer", "section"}
    for tag, held, above in page(name).found:
        if tag in {"p", "table", "ul", "ol", "figure"} and held.get("role") != "note":
            assert landmarks & set(above), tag


def test_tables_say_what_their_headings_head() -> None:
    cells = page("everything").all("th")
    assert cells
    assert all(cell.get("scope") == "col" for cell in cells)


def test_pictures_have_words() -> None:
    pictures = page("everything").all("img")
    assert pictures
    assert all(one["alt"] for one in pictures)


def test_links_have_words_or_a_label() -> None:
    read = page("everything")
    for at, (tag, held, _) in enumerate(read.found):
        if tag == "a":
            assert read.words.get(at, "").strip() or held.get("aria-label")


def test_ids_are_single_and_links_within_lead_to_them() -> None:
    read = page("everything")
    ids = [held["id"] for _, held, _ in read.found if "id" in held]
    assert len(ids) == len(set(ids))
    inside = {one["href"][1:] for one in read.all("a") if one["href"].startswith("#")}
    assert inside <= set(ids)
    assert inside


def test_print_has_its_sheet_and_keeps_things_together() -> None:
    text = to_html(everything(), RULES)
    for rule in ("@page", "@media print", "widows: 2", "break-after: avoid"):
        assert rule in text
    assert re.search(r"\.appendix \{ break-before: page", text)


@pytest.mark.parametrize(("spacing", "indent"), [(1, "0"), (2, ".5in")])
def test_paragraphs_stand_apart_or_are_indented_as_in_word(
    spacing: float, indent: str
) -> None:
    rules = RULES.revise(page=RULES.page.revise(spacing=spacing))
    style = to_html(full(), rules).split("<style>")[1].split("</style>")[0]
    after = "0" if spacing >= 2 else ".5em"
    assert f"main p {{ margin: 0 0 {after}; text-indent: {indent};" in style


def test_a_printed_page_has_no_arrows_back_and_keeps_its_notes_whole() -> None:
    style = to_html(full(), RULES).split("@media print")[1].split("</style>")[0]
    assert '[role="doc-backlink"] { display: none; }' in style
    assert "li, .mark, .references p { break-inside: avoid; }" in style
