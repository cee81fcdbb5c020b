"""Joining: paragraphs of the example drawn together where a conference counts them.

What a delegate wrote keeps its paragraphs; no word changes anywhere.
"""

from collections.abc import Sequence
from itertools import pairwise

from app.language.words import count
from app.model.paper import Paragraph, Section


def join_paragraphs(
    sections: Sequence[Section], wanted: int | None
) -> tuple[Section, ...]:
    """The sections with as many paragraphs as asked for, where joining gets there.

    Neighbours are joined that are short together; never over a section's title.

    Args:
        sections: The sections of one topic.
        wanted: How many paragraphs the conference asks for; None: any number.
    """
    found = list(sections)
    while wanted is not None and _paragraphs(found) > wanted:
        pair = _shortest_pair(found)
        if pair is None:
            break
        found = _joined(found, *pair)
    return tuple(found)


def _paragraphs(sections: Sequence[Section]) -> int:
    return sum(isinstance(one, Paragraph) for part in sections for one in part.blocks)


_Place = tuple[int, int]


def _shortest_pair(sections: Sequence[Section]) -> tuple[_Place, _Place] | None:
    """The two neighbours of the example that are shortest together."""
    places = [
        (at, number)
        for at, section in enumerate(sections)
        for number in range(len(section.blocks))
    ]
    found: dict[tuple[_Place, _Place], int] = {}
    for one, other in pairwise(places):
        first, second = _block(sections, one), _block(sections, other)
        if first is None or second is None:
            continue
        crosses_title = one[0] != other[0] and sections[other[0]].title is not None
        if not crosses_title:
            found[one, other] = count(first.text) + count(second.text)
    return min(found, key=lambda pair: found[pair], default=None)


def _block(sections: Sequence[Section], place: _Place) -> Paragraph | None:
    """The paragraph at a place, where every sentence of it is the example's."""
    block = sections[place[0]].blocks[place[1]]
    if not isinstance(block, Paragraph):
        return None
    return block if all(one.move for one in block.sentences) else None


def _joined(sections: Sequence[Section], one: _Place, other: _Place) -> list[Section]:
    """The sections with the second paragraph at the end of the first."""
    first, second = _block(sections, one), _block(sections, other)
    if first is None or second is None:
        return list(sections)
    whole = first.revise(sentences=(*first.sentences, *second.sentences))
    blocks = [list(section.blocks) for section in sections]
    blocks[one[0]][one[1]] = whole
    del blocks[other[0]][other[1]]
    pairs = zip(sections, blocks, strict=True)
    return [
        section.revise(blocks=tuple(held))
        for section, held in pairs
        if held or section.title is not None
    ]
