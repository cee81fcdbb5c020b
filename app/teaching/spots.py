"""Spots: the sentences of a paper as it came out, each with its place."""

from collections.abc import Iterator
from typing import NamedTuple

from app.model.paper import NoteRef, Paper, Paragraph, Sentence, Span


class Spot(NamedTuple):
    """One sentence and where it stands."""

    paragraph: int
    """Its paragraph, counted from 1."""

    sentence: int
    """Its number in the paragraph, counted from 1."""

    said: Sentence
    """The sentence."""

    @property
    def step(self) -> str:
        """The step it makes: `M6.charge`."""
        return self.said.move or ""

    @property
    def is_cited(self) -> bool:
        """Whether a source stands in it or a note hangs on it."""
        return any(
            isinstance(span, NoteRef) or (isinstance(span, Span) and span.cites)
            for span in self.said.spans
        )


def paragraphs(paper: Paper) -> Iterator[Paragraph]:
    """The paragraphs of a paper, in reading order."""
    for part in paper.parts:
        for section in part.sections:
            for block in section.blocks:
                if isinstance(block, Paragraph):
                    yield block


def spots(paper: Paper) -> tuple[Spot, ...]:
    """Every sentence with its place, in reading order."""
    return tuple(
        Spot(number, at, said)
        for number, paragraph in enumerate(paragraphs(paper), start=1)
        for at, said in enumerate(paragraph.sentences, start=1)
    )
