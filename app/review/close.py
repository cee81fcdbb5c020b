"""The close: a last sentence that does something."""

from collections.abc import Iterator

from app.language.symbols import find_symbols
from app.model.finding import Finding
from app.review.evidence_run import figures
from app.review.manuscript import Manuscript, Told, advice
from app.review.wordlists import finder

_ASKING = (
    "asks",
    "will",
    "would",
    "can",
    "should",
    "must",
    "if",
    "proposes",
    "invites",
)


def weak_end(text: Manuscript) -> tuple[Told, ...]:
    """The last sentence, where it is a formula, a bare fact or an empty promise."""
    if not text.whole or not text.sentences:
        return ()
    last = text.sentences[-1]
    return (last,) if _is_weak(last) else ()


def findings(text: Manuscript) -> Iterator[Finding]:
    """What to say about the close."""
    message = (
        "The paper ends on a formula, a bare fact or a promise of good will. End on "
        "your first claim, changed by what you have shown, or on the next step."
    )
    yield from advice("weak-end", message, weak_end(text))


def _is_weak(last: Told) -> bool:
    said = last.text
    if finder("ending_formula").search(said) or finder("stock").search(said):
        return True
    has_fact = bool(figures(last) or find_symbols(said))
    acts = any(word in last.words for word in _ASKING)
    promises = finder("pledge").search(said) is not None
    return (has_fact and not acts) or (promises and not has_fact and not acts)
