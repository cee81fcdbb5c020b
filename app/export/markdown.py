"""A paper as Markdown: the same words, for a repository or another program."""

import base64
import re
from collections.abc import Iterable, Iterator, Sequence

from app.export.blind import as_allowed
from app.export.marks import comment_words, is_ours, sample_line
from app.language.draft_marks import as_ours
from app.language.links import safe_link
from app.model.paper import (
    Block,
    Bullets,
    Inline,
    NoteRef,
    Paper,
    Paragraph,
    ParagraphStyle,
    Part,
    Picture,
    Section,
    Sentence,
    Span,
    Table,
)
from app.model.preset import Preset

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~^$@&]|-(?=-)|(?<=-)-)")
_AT_START = re.compile(r"^([ \t]*)(?:([-+=:])|(\d{1,9})([.)](?=\s|$)))", re.MULTILINE)
_INDENT = re.compile(r"^[ \t]+", re.MULTILINE)
_BETWEEN_LISTS = "<!-- -->"
_EDGES = re.compile(r"^(\s*)(.*?)(\s*)$", re.DOTALL)


def to_markdown(paper: Paper, rules: Preset) -> str:
    """The paper in Markdown with footnotes, in the words the other files have."""
    return Markdown(plain=rules.forbid.formatting is True).page(
        as_allowed(paper, rules)
    )


class Markdown:
    """Writes one paper; `plain` leaves out bold and italics."""

    def __init__(self, *, plain: bool) -> None:
        self._plain = plain

    def page(self, paper: Paper) -> str:
        """The whole page, one blank line between blocks."""
        return "\n\n".join(filter(None, self._blocks(paper))) + "\n"

    def _blocks(self, paper: Paper) -> Iterator[str]:
        if paper.banner:
            yield f"> {_words(paper.banner)}"
        yield "\\\n".join(
            self._field(field.label, field.value) for field in paper.header
        )
        if paper.title:
            yield f"# {_words(paper.title)}"
        for part in paper.parts:
            yield from self._part(paper, part)
        if paper.references:
            yield f"## {_words(paper.references.title)}"
            for entry in paper.references.entries:
                yield _lines(self._runs(entry.spans))
        for section in paper.appendix:
            yield from self._section(paper, section, "##")
        for note in paper.notes:
            yield f"[^{note.number}]: {_one_line(self._runs(note.spans))}"
        yield self._ink(_words(sample_line(paper)), "*")

    def _field(self, label: str | None, value: str) -> str:
        if not label:
            return _lines(_words(value))
        return f"{self._ink(f'{_words(label)}:', '**')} {_words(value)}"

    def _part(self, paper: Paper, part: Part) -> Iterator[str]:
        level = "##"
        if part.labelled:
            yield f"## {_words(part.topic)}"
            level = "###"
        for section in part.sections:
            yield from self._section(paper, section, level)

    def _section(self, paper: Paper, section: Section, level: str) -> Iterator[str]:
        if section.title:
            yield f"{level} {_words(section.title)}"
        previous: Block | None = None
        for block in section.blocks:
            if isinstance(previous, Bullets) and isinstance(block, Bullets):
                yield _BETWEEN_LISTS
            yield self._block(paper, block)
            previous = block

    def _block(self, paper: Paper, block: Block) -> str:
        match block:
            case Paragraph():
                text = _lines(self._sentences(paper, block))
                quoted = block.style is ParagraphStyle.QUOTE
                return re.sub("^", "> ", text, flags=re.MULTILINE) if quoted else text
            case Bullets():
                return "\n".join(self._list(block))
            case Table():
                return self._captioned("\n".join(self._table(block)), block.caption)
            case Picture():
                return self._captioned(self._picture(block), block.caption)
            case _:
                return ""

    def _sentences(self, paper: Paper, paragraph: Paragraph) -> str:
        return " ".join(self._sentence(paper, one) for one in paragraph.sentences)

    def _sentence(self, paper: Paper, sentence: Sentence) -> str:
        runs = self._runs(sentence.spans)
        if is_ours(paper, sentence):
            runs = as_ours(runs)
        return f"{runs}{_words(comment_words(sentence))}"

    def _list(self, bullets: Bullets) -> Iterator[str]:
        for number, item in enumerate(bullets.items, 1):
            mark = f"{number}." if bullets.ordered else "-"
            yield f"{mark} {_one_line(self._runs(item))}"

    def _table(self, table: Table) -> Iterator[str]:
        columns = max(len(table.header), *(len(row) for row in table.rows), 1)
        yield _row([_words(word) for word in table.header], columns)
        yield _row(["---"] * columns, columns)
        for row in table.rows:
            yield _row([_one_line(self._runs(cell)) for cell in row], columns)

    def _captioned(self, shown: str, caption: Sequence[Inline]) -> str:
        words = _one_line(self._runs(caption))
        return f"{shown}\n\n{words}" if words else shown

    def _picture(self, picture: Picture) -> str:
        """What says the same in signs; else the picture itself within the page.

        Many readers of Markdown show no picture that stands within the page.
        """
        if picture.instead:
            return "\n".join(self._table(picture.instead))
        letters = base64.b64encode(picture.png).decode("ascii")
        return f"![{_words(picture.alt)}](<data:image/png;base64,{letters}>)"

    def _runs(self, inlines: Iterable[Inline]) -> str:
        return "".join(
            f"[^{inline.number}]" if isinstance(inline, NoteRef) else self._span(inline)
            for inline in inlines
        )

    def _span(self, span: Span) -> str:
        link = safe_link(span.link) if span.link else None
        text = _words(span.text)
        if link:
            text = f"<{link}>" if link == span.text else f"[{text}](<{link}>)"
        return self._ink(text, "*" * (span.italic + 2 * span.bold))

    def _ink(self, text: str, mark: str) -> str:
        """The text in italics or bold, with spaces at its edges left outside."""
        if self._plain or not mark or not text.strip():
            return text
        before, inside, after = _EDGES.fullmatch(text).groups()  # type: ignore[union-attr]
        return f"{before}{mark}{inside}{mark}{after}"


def _words(text: str) -> str:
    """What a person wrote, with every sign that means something written out."""
    return _SPECIAL.sub(r"\\\1", text)


def _lines(text: str) -> str:
    """A paragraph whose line breaks stay and whose lines begin no list."""
    text = _AT_START.sub(_escaped_start, _INDENT.sub("", text.strip()))
    return text.replace("\n", "\\\n")


def _escaped_start(found: re.Match[str]) -> str:
    indent, sign, digits, dot = found.groups()
    return f"{indent}\\{sign}" if sign else f"{indent}{digits}\\{dot}"


def _one_line(text: str) -> str:
    return _lines(" ".join(text.split()))


def _row(cells: list[str], columns: int) -> str:
    return f"| {' | '.join(cells + [''] * (columns - len(cells)))} |"
