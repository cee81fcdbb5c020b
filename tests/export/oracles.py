"""Who says whether a Word file is sound: our rules, a validator and a reader."""

import re
import tempfile
from functools import cache
from pathlib import Path

import pypandoc
from openxml_audit import OpenXmlValidator

from app.export.markdown import to_markdown
from app.model.paper import (
    Block,
    Mark,
    Paper,
    Paragraph,
    Picture,
    Section,
    Sentence,
    Span,
)
from app.model.preset import Preset
from tests.export.invariants import broken

FALSE_ALARMS = re.compile("required relationship type '.*/(theme|fontTable)'")
"""What the validator wants and the standard does not."""


_SHOWN = Sentence(spans=(Span(text="[]"),))
"""What pandoc's plain text shows for a picture, with or without caption."""


def audited(made: bytes) -> list[str]:
    """What the validator finds, without its false alarms.

    A validator remembers the file before, so that each file gets a new one.
    """
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "paper.docx"
        file.write_bytes(made)
        found = [
            error.description for error in OpenXmlValidator().validate(file).errors
        ]
    return [one for one in found if not FALSE_ALARMS.search(one)]


@cache
def words_of(content: str | bytes, kind: str) -> list[str]:
    """The words pandoc reads, sorted, without signs of layout."""
    plain = pypandoc.convert_text(content, "plain", kind, extra_args=["--wrap=none"])
    return sorted(re.findall(r"[^\s\-_|+=]+", plain))


def said_words(paper: Paper, rules: Preset) -> list[str]:
    """The words a paper says, read from its Markdown."""
    return words_of(to_markdown(_plainly(paper), rules), "markdown-smart")


def faults(made: bytes, wanted: list[str]) -> dict[str, list[str]]:
    """What each oracle has against a file, by its name; sound: nothing.

    Args:
        made: the file.
        wanted: the words it should say, sorted.
    """
    found = {"rules": broken(made), "validator": audited(made)}
    try:
        lost = [] if words_of(made, "docx") == wanted else ["the words differ"]
    except RuntimeError as error:
        lost = [str(error)]
    found["reader"] = lost
    return {name: said for name, said in found.items() if said}


def _plainly(paper: Paper) -> Paper:
    """The paper without what pandoc reads from one of the two files only."""
    parts = tuple(
        part.revise(sections=tuple(map(_section, part.sections)))
        for part in paper.parts
    )
    appendix = tuple(map(_section, paper.appendix))
    return paper.revise(parts=parts, appendix=appendix, mark=Mark.FINAL)


def _section(section: Section) -> Section:
    return section.revise(blocks=tuple(map(_block, section.blocks)))


def _block(block: Block) -> Block:
    if isinstance(block, Paragraph):
        bare = tuple(one.revise(comment=None) for one in block.sentences)
        return block.revise(sentences=bare)
    return Paragraph(sentences=(_SHOWN,)) if isinstance(block, Picture) else block
