"""Papers made by hand for the tests of the export room."""

import struct
import zlib

from app.model.paper import (
    Block,
    Bullets,
    Entry,
    HeaderField,
    Inline,
    Mark,
    Note,
    NoteRef,
    Origin,
    Paper,
    Paragraph,
    ParagraphStyle,
    Part,
    Picture,
    Properties,
    References,
    Section,
    Sentence,
    Span,
    Table,
)
from app.model.preset import Citations, FileRule, Preset, Status

ADDRESS = "https://undocs.org/A/RES/64/293"
RULES = Preset(id="plain", name="Plain", status=Status.OURS)


def rules(**parts: object) -> Preset:
    """Rules that ask for nothing but what is given."""
    return RULES.revise(**parts)


def cited(form: str) -> Preset:
    """Rules that ask for one form of citation."""
    return rules(citations=Citations.model_validate({"form": form}))


def named(pattern: str | None) -> Preset:
    """Rules that ask for a file name."""
    return rules(file=FileRule(name=pattern))


def said(*parts: Inline | str, origin: Origin | None = None) -> Sentence:
    """A sentence of words, spans and marks of notes."""
    spans = tuple(Span(text=one) if isinstance(one, str) else one for one in parts)
    return Sentence(spans=spans, origin=origin)


def holding(*blocks: Block, **parts: object) -> Paper:
    """A paper with these blocks and no more than it needs."""
    body = Section(id="opening", blocks=blocks)
    bare = Paper(
        parts=(Part(topic="Trafficking in persons", sections=(body,)),),
        properties=Properties(title="Position Paper: Belarus"),
    )
    return bare.revise(**parts)


def saying(*sentences: Sentence | str, **parts: object) -> Paper:
    """A paper of one paragraph."""
    made = tuple(said(one) if isinstance(one, str) else one for one in sentences)
    return holding(Paragraph(sentences=made), **parts)


def full(mark: Mark = Mark.FINAL) -> Paper:
    """A paper with everything a paper can have."""
    link = Span(text=ADDRESS, link=ADDRESS)
    opening = (
        Paragraph(
            sentences=(
                said("Belarus took part in the Global Plan.", NoteRef(number=1)),
                said(
                    "It sponsored ",
                    Span(text="Improving the coordination", italic=True),
                    ".",
                    origin=Origin.SCAFFOLD,
                ),
                said("The delegation asks for more.", origin=Origin.OWN),
            )
        ),
        Paragraph(
            sentences=(said("Trafficking shall mean recruitment."),),
            style=ParagraphStyle.QUOTE,
        ),
    )
    proposals = (
        Bullets(
            items=((Span(text="Fund shelters."),), (Span(text="Train the police."),))
        ),
        Bullets(items=((Span(text="First step."),),), ordered=True),
        Bullets(items=((Span(text="Another first."),),), ordered=True),
        Table(
            header=("Year", "Measure"),
            rows=(((Span(text="2010"),), (Span(text="Global Plan of Action"),)),),
        ),
        Paragraph(
            sentences=(
                said("Critics were answered.", NoteRef(number=2), origin=Origin.NEAR),
            )
        ),
        Paragraph(sentences=(said("Card twelve."),), style=ParagraphStyle.KEY),
    )
    return Paper(
        mark=mark,
        banner="2 sentences still ours." if mark is Mark.DRAFT else None,
        title="Position Paper",
        header=(
            HeaderField(name="committee", label="Committee", value="Third Committee"),
            HeaderField(name="country", label="Country", value="Belarus"),
        ),
        parts=(
            Part(
                topic="Trafficking in persons",
                labelled=True,
                sections=(
                    Section(id="opening", title="Background", blocks=opening),
                    Section(id="proposals", title="Proposals", blocks=proposals),
                ),
            ),
        ),
        notes=(
            Note(number=1, spans=(Span(text="Global Plan", italic=True), link)),
            Note(number=2, spans=(Span(text="Report of 2023, p. 4."),)),
        ),
        references=References(
            title="Works Cited",
            entries=(
                Entry(source="a", spans=(Span(text="Assembly. "), link)),
                Entry(source="b", spans=(Span(text="Office. Report."),)),
            ),
        ),
        properties=Properties(
            title="Position Paper: Belarus",
            author="Ada Example",
            subject="Trafficking in persons",
            keywords="Model UN",
            created="2026-01-15",
        ),
    )


def png(width: int = 3, height: int = 2) -> bytes:
    """A small grey picture."""

    def chunk(name: bytes, content: bytes) -> bytes:
        body = name + content
        return (
            struct.pack(">I", len(content)) + body + struct.pack(">I", zlib.crc32(body))
        )

    rows = b"".join(b"\0" + b"\x80" * width for _ in range(height))
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(rows))
        + chunk(b"IEND", b"")
    )


PICTURE = Picture(
    png=png(),
    alt="Victims fell from 2010 to 2014",
    caption=(Span(text="Victims a year"),),
    width=0.5,
)
DISCLOSURE = Section(
    id="disclosure",
    title="Disclosure",
    blocks=(Paragraph(sentences=(said("No generative AI was used."),)),),
)


def everything(mark: Mark = Mark.SAMPLE) -> Paper:
    """The full paper with a comment, a picture and a disclosure as well."""
    paper = full(mark)
    (part,) = paper.parts
    first, second = part.sections
    paragraph = first.blocks[0]
    assert isinstance(paragraph, Paragraph)
    noted = paragraph.sentences[0].revise(comment="Names a plan & its year <well>.")
    sentences = (noted, *paragraph.sentences[1:])
    opening = first.revise(
        blocks=(paragraph.revise(sentences=sentences), *first.blocks[1:])
    )
    proposals = second.revise(blocks=(*second.blocks, PICTURE))
    parts = (part.revise(sections=(opening, proposals)),)
    return paper.revise(parts=parts, appendix=(DISCLOSURE,))
