"""A paper as a Word file that obeys the rules of its conference.

Stationery is made once for a look; a paper then writes only its own parts, as
joined text, and the archive is the same for the same paper on any day.
"""

from app.export import word_package as package
from app.export.look import Look, look_of
from app.export.stationery import PARTS, Stationery, stationery_for
from app.export.word_body import Body, more_lists
from app.export.word_core import core_part
from app.export.word_frame import frame_of
from app.export.word_notes import notes_part
from app.model.paper import Paper
from app.model.preset import Preset

_NOTES_ID = f"rId{len(PARTS) + 1}"


def to_docx(paper: Paper, rules: Preset) -> bytes:
    """The bytes of a .docx; `rules` is the preset in force, without unknowns."""
    look = look_of(paper, rules)
    stationery = stationery_for(look)
    frame = frame_of(paper, rules, look)
    body = Body(paper, rules, look)
    texts = {"word/document.xml": body.text(frame)}
    related = [
        package.Relationship(f"rId{number}", name, f"{name}.xml")
        for number, name in enumerate(PARTS, 1)
    ]
    if look.notes:
        kind = f"{look.notes}s"
        texts |= _notes(paper, body, look)
        related.append(package.Relationship(_NOTES_ID, kind, f"{kind}.xml"))
    related += frame.relationships + body.pen.relationships()
    texts["word/_rels/document.xml.rels"] = package.relationships(related)
    texts["docProps/core.xml"] = core_part(paper, look.language)
    if body.lists:
        texts["word/numbering.xml"] = more_lists(stationery.numbering, body.lists)
    return package.archive(_all_parts(texts, frame.parts, stationery))


def _notes(paper: Paper, body: Body, look: Look) -> dict[str, str]:
    """The part with the notes, and what their links point at."""
    text, pen = notes_part(paper.notes, body.pen.called, look)
    parts = {f"word/{look.notes}s.xml": text}
    if pen.relationships():
        rels = package.relationships(pen.relationships())
        parts[f"word/_rels/{look.notes}s.xml.rels"] = rels
    return parts


def _all_parts(
    texts: dict[str, str], shared: dict[str, str], stationery: Stationery
) -> dict[str, package.Packed]:
    """Every part, packed, what all packages begin with first."""
    parts = stationery.packed | {n: package.pack(text) for n, text in texts.items()}
    parts |= {name: package.pack_kept(text) for name, text in shared.items()}
    named = [name for name in parts if not name.endswith(".rels")]
    types = package.pack_kept(package.content_types(named))
    return {"[Content_Types].xml": types, "_rels/.rels": parts["_rels/.rels"]} | parts
