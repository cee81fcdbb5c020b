"""Blind copies: a paper that says nothing of who wrote it."""

from app.model.paper import Paper
from app.model.preset import FieldName, Preset

PERSONAL = frozenset({FieldName.SCHOOL, FieldName.DELEGATES})
"""Fields of the heading that name people or their school."""


def blind(paper: Paper) -> Paper:
    """The paper without author, school and delegates, in the text and beneath it."""
    header = tuple(field for field in paper.header if field.name not in PERSONAL)
    about = paper.properties.revise(author=None)
    return paper.revise(header=header, properties=about)


def as_allowed(paper: Paper, rules: Preset) -> Paper:
    """The paper, blind where the conference wants that."""
    return blind(paper) if rules.anonymous is True else paper
