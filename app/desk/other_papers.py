"""Writing the other papers of a brief: worksheet, speech, answers and the rest."""

from app.desk.composing import compose, spelled_for
from app.desk.measuring import passage_origins
from app.desk.writing import Written, write
from app.drafting.other_papers import (
    DISCLOSURE,
    OTHER_PAPERS,
    SPEECH,
    draft_other,
    known_genre,
    sheet_rules,
)
from app.library import presets
from app.model.brief import Brief
from app.model.paper import Paper, Paragraph, Section, Sentence

PAPER = "paper"
"""What the position paper is called among the genres."""

GENRES = (PAPER, *OTHER_PAPERS)
"""Every paper of a brief, the position paper first."""


def write_as(
    brief: Brief, genre: str, *, conference: str | None = None, seconds: int = 90
) -> Written:
    """A paper of a brief by its genre, with the rules it is printed by.

    Args:
        brief: The brief.
        genre: One of `GENRES`.
        conference: The id of a preset in place of the brief's own.
        seconds: How long a speech may take: 60, 90 or 120.

    Raises:
        UnknownId: there is no such genre or conference.
        WrongUse: a speech of another length is asked for.
        Trouble: the conference bans the genre, or a template cannot be read.
    """
    if genre == PAPER:
        return write(brief, conference=conference)
    known_genre(genre)
    wanted = presets.open_preset(conference or brief.assignment.conference)
    brief = spelled_for(brief, wanted)
    rules = presets.in_force(wanted).rules
    told = None
    if genre == DISCLOSURE:
        told = compose(brief, conference=conference).paper
        rules = rules.revise(ai=wanted.ai, disclosure_page=wanted.disclosure_page)
    paper = draft_other(brief, genre, rules, seconds=seconds, paper=told)
    if genre == SPEECH:
        paper = _measured(paper, brief)
    return Written(paper=paper, rules=sheet_rules(rules, genre), findings=())


def _measured(paper: Paper, brief: Brief) -> Paper:
    """The speech with the origin of the delegate's sentences."""
    parts = [
        part.revise(sections=tuple(_section(one, brief) for one in part.sections))
        for part in paper.parts
    ]
    return paper.revise(parts=tuple(parts))


def _section(section: Section, brief: Brief) -> Section:
    blocks = [
        block.revise(sentences=tuple(_sentence(one, brief) for one in block.sentences))
        if isinstance(block, Paragraph)
        else block
        for block in section.blocks
    ]
    return section.revise(blocks=tuple(blocks))


def _sentence(sentence: Sentence, brief: Brief) -> Sentence:
    if sentence.origin is not None or not sentence.text.strip():
        return sentence
    found = passage_origins(brief, sentence.text)
    return sentence.revise(origin=found[0][1]) if found else sentence
