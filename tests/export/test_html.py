"""The HTML page: everything a person wrote is text, and the page stands alone."""

from html.parser import HTMLParser

from app.export.html import to_html
from app.model.paper import (
    Entry,
    HeaderField,
    Mark,
    Note,
    NoteRef,
    Origin,
    Paper,
    Paragraph,
    Part,
    Properties,
    References,
    Section,
    Sentence,
    Span,
)
from app.model.preset import Page, PageSize, Preset, Status

RULES = Preset(
    id="plain", name="Plain", status=Status.OURS, page=Page(size=PageSize.A4, spacing=2)
)


def paper_saying(*sentences: Sentence, mark: Mark = Mark.FINAL) -> Paper:
    body = Section(
        id="opening", title="Opening", blocks=(Paragraph(sentences=sentences),)
    )
    return Paper(
        mark=mark,
        title="Position Paper",
        header=(HeaderField(name="country", label="Country", value="Côte d'Ivoire"),),
        parts=(Part(topic="Plastic", sections=(body,)),),
        notes=(Note(number=1, spans=(Span(text="A/RES/64/293"),)),),
        references=References(
            title="References",
            entries=(
                Entry(
                    source="a",
                    spans=(
                        Span(text="Global Plan", italic=True),
                        Span(text="link", link="https://example.org/a?b=1&c=2"),
                    ),
                ),
            ),
        ),
        properties=Properties(title="Position Paper: Côte d'Ivoire"),
    )


class Reader(HTMLParser):
    """Collects the words of a page and the tags that opened."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self.tags: list[str] = []
        self.links: list[str] = []

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.links.extend(value or "" for name, value in attrs if name == "href")


def read(page: str) -> Reader:
    reader = Reader()
    reader.feed(page)
    return reader


def test_what_a_person_wrote_is_never_markup() -> None:
    said = "[/b] <script>alert(1)</script> {{ 7*7 }} & [sic]"
    page = read(to_html(paper_saying(Sentence(spans=(Span(text=said),))), RULES))
    assert said in "".join(page.words)
    assert "script" not in page.tags


def test_a_note_leads_to_its_text_and_back() -> None:
    sentence = Sentence(spans=(Span(text="It was adopted."), NoteRef(number=1)))
    page = to_html(paper_saying(sentence), RULES)
    assert 'href="#note-1"' in page
    assert 'id="note-1"' in page
    assert 'href="#ref-1"' in page


def test_the_page_asks_nothing_of_the_network() -> None:
    page = to_html(paper_saying(Sentence(spans=(Span(text="Words."),))), RULES)
    outside = [link for link in read(page).links if not link.startswith("#")]
    assert outside == ["https://example.org/a?b=1&c=2"]
    assert "src=" not in page
    assert "@import" not in page


def test_the_rules_shape_the_sheet_and_the_lines() -> None:
    page = to_html(paper_saying(Sentence(spans=(Span(text="Words."),))), RULES)
    assert "size: A4" in page
    assert "12.0pt/2.3" in page or "12pt/2.3" in page


def test_sentences_still_ours_are_marked_and_own_ones_are_not() -> None:
    ours = Sentence(spans=(Span(text="Ours."),), origin=Origin.SCAFFOLD)
    own = Sentence(spans=(Span(text="Mine."),), origin=Origin.OWN)
    page = to_html(paper_saying(ours, own, mark=Mark.DRAFT), RULES)
    assert page.count('class="ours"') == 1
    assert 'class="ours"' not in to_html(paper_saying(ours, own), RULES)


def test_a_sample_says_so() -> None:
    sentence = Sentence(spans=(Span(text="Words."),))
    assert "SAMPLE" in to_html(paper_saying(sentence, mark=Mark.SAMPLE), RULES)
    assert "SAMPLE" not in to_html(paper_saying(sentence), RULES)
