"""The body of a Word file: heading, title, text and list of sources."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from app.export.look import Look
from app.export.marks import is_ours
from app.export.stationery import Stationery
from app.export.word_comments import Comments
from app.export.word_frame import Frame, field_paragraphs
from app.export.word_package import NAMESPACES, XML
from app.export.word_pictures import Pictures
from app.export.word_runs import Pen, plain_run
from app.model.paper import (
    Block,
    Bullets,
    Inline,
    Mark,
    PageBreak,
    Paper,
    Paragraph,
    ParagraphStyle,
    Part,
    Picture,
    References,
    Section,
    Sentence,
    Span,
    Table,
)
from app.model.preset import Preset

_STYLES = {
    ParagraphStyle.BODY: "BodyText",
    ParagraphStyle.QUOTE: "Quote",
    ParagraphStyle.KEY: "Key",
}
_A_SPACE = Span(text=" ")
_LAST_LIST = "</w:num>"
_WITH_NEXT = "<w:keepNext/>"
_GAP = '<w:p><w:pPr><w:spacing w:line="120" w:lineRule="exact"/></w:pPr></w:p>'
_DOWN_THE_COVER = '<w:spacing w:before="3600" w:after="480"/>'


class Body:
    """Writes the body of one paper, block by block."""

    def __init__(
        self, paper: Paper, rules: Preset, look: Look, first_list: int, comments: bool
    ) -> None:
        self._paper = paper
        self._rules = rules
        self._look = look
        self._marked = paper.mark is Mark.DRAFT
        self._new_page = False
        self._first_list = first_list
        self.pictures = Pictures()
        """The pictures of this part."""
        self.comments = Comments(paper.properties.created) if comments else None
        """The comments on this part; None: none are wanted."""
        self.lists = 0
        """Numbered lists written so far."""
        numbers = (note.number for note in paper.notes)
        self.pen = Pen(plain=look.plain, notes=numbers, kind=look.notes)
        """The pen of this part, which knows its links and its notes."""

    def text(self, frame: Frame) -> str:
        """The whole part, with the sheet, the header and the footer it names."""
        paper = self._paper
        inside = "".join(
            (
                self._top(frame),
                *(self._part(part) for part in paper.parts),
                self._references(paper.references) if paper.references else "",
                *(self._appendix(section) for section in paper.appendix),
            )
        )
        return (
            f"{XML}<w:document {NAMESPACES}><w:body>{inside}{frame.section}"
            "</w:body></w:document>"
        )

    def _paragraph(
        self, style: str, runs: str, form: str = "", *, keep: str = ""
    ) -> str:
        """A paragraph; `form` holds properties from `w:numPr` on."""
        page = "<w:pageBreakBefore/>" if self._new_page else ""
        self._new_page = False
        look = f'<w:pPr><w:pStyle w:val="{style}"/>{keep}{page}{form}</w:pPr>'
        return f"<w:p>{look}{runs}</w:p>"

    def _top(self, frame: Frame) -> str:
        """Banner, heading and title, on a page of their own where asked."""
        paper = self._paper
        banner = (
            self._paragraph("Banner", plain_run(paper.banner)) if paper.banner else ""
        )
        heading = field_paragraphs(paper, self._rules, self._look.measure)
        fields = "".join(heading) if frame.in_text else ""
        if not frame.cover:
            title = self._title() if paper.title else ""
            return banner + fields + title
        title = self._title(_DOWN_THE_COVER)
        self._new_page = True
        return banner + title + fields

    def _title(self, form: str = "") -> str:
        words = self._paper.title or self._paper.properties.title
        return self._paragraph("Title", plain_run(words), form)

    def _part(self, part: Part) -> str:
        out: list[str] = []
        if part.labelled:
            out.append(self._paragraph("Heading1", plain_run(part.topic)))
        for section in part.sections:
            if section.title:
                out.append(self._paragraph("Heading2", plain_run(section.title)))
            out.extend(self._block(block) for block in section.blocks)
        return "".join(out)

    def _appendix(self, section: Section) -> str:
        """A section that begins a page of its own."""
        self._new_page = True
        title = section.title
        head = self._paragraph("Heading1", plain_run(title)) if title else ""
        return head + "".join(self._block(block) for block in section.blocks)

    def _block(self, block: Block) -> str:
        match block:
            case Paragraph():
                return self._paragraph(_STYLES[block.style], self._sentences(block))
            case Bullets():
                return "".join(self._list(block))
            case Table():
                return self._table(block)
            case Picture():
                return self._picture(block)
            case PageBreak():
                self._new_page = True
                return ""

    def _sentences(self, paragraph: Paragraph) -> str:
        """The sentences of a paragraph; marked or commented ones stand alone."""
        sentences = paragraph.sentences
        if not self._marked and not any(one.comment for one in sentences):
            return self.pen.runs(_flowing(sentences))
        out: list[str] = []
        for sentence in sentences:
            style = "StillOurs" if is_ours(self._paper, sentence) else ""
            runs = self.pen.runs(sentence.spans, style=style)
            if sentence.comment and self.comments is not None:
                runs = self.comments.around(runs, sentence.comment)
            out.append(runs)
        return plain_run(" ").join(out)

    def _picture(self, picture: Picture) -> str:
        """The picture, kept on one page with the caption below it."""
        drawn = self.pictures.drawing(picture, self._look)
        if not picture.caption:
            return self._paragraph("Picture", drawn)
        shown = self._paragraph("Picture", drawn, keep=_WITH_NEXT)
        return shown + self._paragraph("Caption", self.pen.runs(picture.caption))

    def _list(self, bullets: Bullets) -> Iterator[str]:
        form = ""
        if bullets.ordered:
            number = self._first_list + self.lists
            self.lists += 1
            form = f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>'
        style = "ListNumber" if bullets.ordered else "ListBullet"
        for item in bullets.items:
            yield self._paragraph(style, self.pen.runs(item), form)

    def _table(self, table: Table) -> str:
        widths = [int(self._look.measure * share) for share in table.shares]
        grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
        first = self._above(table)
        head = [
            plain_run(word, "" if self._look.plain else "<w:b/><w:bCs/>")
            for word in table.header
        ]
        rows = [self._row(head, widths, "<w:cantSplit/><w:tblHeader/>")]
        for row in table.rows:
            cells = [self.pen.runs(cell) for cell in row]
            rows.append(self._row(cells, widths, "<w:cantSplit/>"))
        return (
            f'{first}<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/>'
            '<w:tblW w:w="5000" w:type="pct"/><w:tblLook w:val="0020" '
            'w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" '
            'w:noHBand="1" w:noVBand="1"/></w:tblPr>'
            f"<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>{_GAP}"
        )

    def _above(self, table: Table) -> str:
        """The caption, kept with the table below it; else what turns the page."""
        if table.caption:
            runs = self.pen.runs(table.caption)
            return self._paragraph("Caption", runs, keep=_WITH_NEXT)
        return self._paragraph("TableText", "") if self._new_page else ""

    def _row(self, cells: list[str], widths: list[int], about: str) -> str:
        inside = "".join(
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>'
            f"{self._paragraph('TableText', runs)}</w:tc>"
            for runs, width in zip_longest(cells, widths, fillvalue="")
        )
        return f"<w:tr><w:trPr>{about}</w:trPr>{inside}</w:tr>"

    def _references(self, references: References) -> str:
        self._new_page |= self._rules.citations.list_new_page is True
        heading = self._paragraph("Heading1", plain_run(references.title))
        entries = (
            self._paragraph("Bibliography", self.pen.entry(entry.spans))
            for entry in references.entries
        )
        return heading + "".join(entries)


def _flowing(sentences: Sequence[Sentence]) -> Iterator[Inline]:
    """The spans of sentences, a space between two."""
    for number, sentence in enumerate(sentences):
        if number:
            yield _A_SPACE
        yield from sentence.spans


def more_lists(stationery: Stationery, lists: int) -> str:
    """The part on lists with one more numbered list for each of the paper's."""
    more = "".join(
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="{stationery.counted}"/>'
        '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
        for number in range(stationery.first_list, stationery.first_list + lists)
    )
    before, mark, after = stationery.numbering.rpartition(_LAST_LIST)
    return f"{before}{mark}{more}{after}"
