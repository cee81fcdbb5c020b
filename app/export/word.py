"""A paper as a Word file that obeys the rules of its conference.

Stationery is made once for a look; a paper then writes only its own parts, as
joined text, and the archive is the same for the same paper on any day.
"""

from pathlib import Path

from app.export import word_package as package
from app.export.blind import as_allowed
from app.export.look import Look, look_of
from app.export.stationery import Stationery, stationery_for
from app.export.word_body import Body, more_lists
from app.export.word_core import core_part
from app.export.word_frame import Frame, frame_of
from app.export.word_notes import notes_part
from app.model.paper import Paper
from app.model.preset import Preset


def to_docx(
    paper: Paper,
    rules: Preset,
    *,
    reference: Path | None = None,
    comments: bool = True,
) -> bytes:
    """The bytes of a .docx.

    Args:
        paper: what is written.
        rules: the preset in force, without unknowns.
        reference: a school's own Word file, whose styles and page setup win.
        comments: whether a teacher's comments are written. LibreOffice 7.4 mixes
            notes up where comments stand behind them, so a PDF is made without.

    Raises:
        HostileFile: the reference could harm whoever opens it.
        Unreadable: the reference is no Word file that can be understood.
    """
    paper = as_allowed(paper, rules)
    look = look_of(paper, rules)
    if reference is None:
        stationery = stationery_for(look)
    else:
        from app.export.house_style import house_style

        stationery, look = house_style(reference, look)
    frame = frame_of(paper, rules, look)
    body = Body(paper, rules, look, stationery.first_list, comments)
    return _written(paper, frame, body, look, stationery)


def _written(
    paper: Paper, frame: Frame, body: Body, look: Look, stationery: Stationery
) -> bytes:
    """The file, once what surrounds the text and what writes it are ready."""
    texts = {"word/document.xml": body.text(frame)}
    related = [
        package.Relationship(f"rId{number}", name.partition("/")[0], f"{name}.xml")
        for number, name in enumerate(stationery.related, 1)
    ]
    if look.notes:
        texts |= _notes(paper, body, look)
        related.append(_beside(f"{look.notes}s"))
    said = body.comments.part() if body.comments is not None else ""
    if said:
        texts["word/comments.xml"] = said
        related.append(_beside("comments"))
    related += frame.relationships + body.pen.relationships()
    related += body.pictures.relationships()
    texts["word/_rels/document.xml.rels"] = package.relationships(related)
    texts["docProps/core.xml"] = core_part(paper, look.language)
    if body.lists:
        texts["word/numbering.xml"] = more_lists(stationery, body.lists)
    pictures = body.pictures.files()
    return package.archive(_all_parts(texts, frame.parts, pictures, stationery))


def _beside(kind: str) -> package.Relationship:
    """A part of the paper's own: its notes or its comments."""
    return package.Relationship(kind, kind, f"{kind}.xml")


def _notes(paper: Paper, body: Body, look: Look) -> dict[str, str]:
    """The part with the notes, and what their links point at."""
    text, pen = notes_part(paper.notes, body.pen.called, look)
    parts = {f"word/{look.notes}s.xml": text}
    related = pen.relationships()
    if related:
        rels = package.relationships(related)
        parts[f"word/_rels/{look.notes}s.xml.rels"] = rels
    return parts


def _all_parts(
    texts: dict[str, str],
    shared: dict[str, str],
    pictures: dict[str, bytes],
    stationery: Stationery,
) -> dict[str, package.Packed]:
    """Every part, packed, what all packages begin with first."""
    parts = stationery.packed | {n: package.pack(text) for n, text in texts.items()}
    parts |= {name: package.pack_kept(text) for name, text in shared.items()}
    parts |= {name: package.pack_bytes(png) for name, png in pictures.items()}
    named = tuple(name for name in parts if not name.endswith(".rels"))
    types = package.content_types_packed(named)
    return {"[Content_Types].xml": types, "_rels/.rels": parts["_rels/.rels"]} | parts
