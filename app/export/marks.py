"""What a file says about itself: that it is a sample, and which sentences are ours."""

from app.language.draft_marks import SAMPLE, as_comment
from app.model.paper import Mark, Origin, Paper, Sentence

__all__ = ["SAMPLE", "comment_words", "is_ours", "sample_line"]

_OURS = frozenset({Origin.SCAFFOLD, Origin.NEAR})


def is_ours(paper: Paper, sentence: Sentence) -> bool:
    """Whether a draft must show that the sentence is not the delegate's own."""
    return paper.mark is Mark.DRAFT and sentence.origin in _OURS


def comment_words(sentence: Sentence) -> str:
    """What a teacher says beside a sentence, where a file has no margin for it."""
    return as_comment(sentence.comment) if sentence.comment else ""


def sample_line(paper: Paper) -> str:
    """What a sample says at its end; empty for any other paper."""
    return SAMPLE if paper.mark is Mark.SAMPLE else ""
