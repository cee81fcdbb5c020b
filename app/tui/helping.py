"""What stands beside a passage while it is written: cards, frames, our example."""

from collections.abc import Sequence

from textual.content import Content

from app.desk.measuring import passage_origins
from app.drafting.genres import PassagePlan
from app.language.words import count
from app.model.errors import Trouble
from app.model.paper import Origin
from app.tui import wording
from app.tui.frames import example, none_yet, steps
from app.tui.work import Work

FEW = 3
"""Cards that stand beside a passage by name."""


def cards_and_frames(work: Work, plan: PassagePlan) -> Content:
    """The cards of a passage and ways to begin its sentences."""
    cards = work.passage_cards(plan)
    more = f" ({len(cards)}; @ lists them all)" if len(cards) > FEW else ""
    parts = [Content.styled(f"Your cards here{more}\n", "bold")]
    parts += [
        Content(f"· {wording.cut(wording.short(card))}\n") for card in cards[:FEW]
    ]
    if not cards:
        parts.append(Content(f"{none_yet(plan)}\n"))
    parts.append(Content.styled("Ways to begin\n", "bold"))
    for step in steps(work, plan):
        parts += [Content(f"· {frame}\n") for frame in step.frames]
        parts.append(Content.styled(f"  {step.job}\n", "$text-muted"))
    return Content("").join(parts)


def shown_example(work: Work, plan: PassagePlan) -> Content:
    """Our example for a passage, to look at."""
    sentences = example(work, plan)
    if not sentences:
        return Content("There is no example yet: it is made from the cards you choose.")
    title = "Our example (F2 hides it, F3 copies it into an empty passage)\n"
    return Content.assemble((title, "bold"), " ".join(sentences))


def origins(work: Work, text: str) -> tuple[tuple[str, Origin], ...]:
    """The sentences of a text with whose they are; none where nobody can measure."""
    try:
        return passage_origins(work.brief, text)
    except Trouble:
        return ()


def beside(work: Work, plan: PassagePlan, *, our_example: bool) -> Content:
    """What stands beside a passage: cards and frames, or our example."""
    shown = shown_example if our_example else cards_and_frames
    try:
        return shown(work, plan)
    except Trouble as trouble:
        return Content(str(trouble))


def words(text: str) -> str:
    """How many words a text has, in words."""
    counted = count(text)
    return "1 word" if counted == 1 else f"{counted} words"


def still_ours(found: Sequence[tuple[str, Origin]]) -> str:
    """How many sentences are still ours, and which."""
    if not found:
        return "nothing written yet"
    named = [
        f"{at} {'ours' if origin is Origin.SCAFFOLD else 'close to a card'}"
        for at, (_, origin) in enumerate(found, start=1)
        if origin is not Origin.OWN
    ]
    if not named:
        return "every sentence is your own"
    noun = "sentence" if len(named) == 1 else "sentences"
    which = ", ".join(named[:3]) + "…" * (len(named) > 3)
    return f"{len(named)} {noun} still ours ({which})"
