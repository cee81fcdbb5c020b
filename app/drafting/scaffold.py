"""The scaffold: the example a brief's cards would make, sentence by sentence."""

from collections.abc import Collection, Iterator
from functools import lru_cache
from typing import NamedTuple

from app.drafting.bank import Bank
from app.drafting.choice import Tried, Writer
from app.drafting.expansions import spell_out
from app.drafting.need import Need
from app.drafting.outline import Outline, SlotPlan
from app.language.grammar import sentence_start
from app.language.markers import find_markers, without_markers, write_marker
from app.language.sentences import split
from app.language.spelling import american
from app.model.base import Ids
from app.model.brief import Brief, Spelling

_STOPS = (".", "?", "!")


class ScaffoldSentence(NamedTuple):
    """One sentence of the example."""

    text: str
    """Its words, with its markers before the final stop."""

    cards: Ids
    """The cards it rests on."""

    passage: str
    """The passage it stands in."""

    step: str
    """The move and step it makes: `M6.charge`."""

    need: Need
    """How dearly it is needed."""

    unit: str
    """What it is dropped with where room is short."""


def scaffold(
    brief: Brief, plan: Outline, bank: Bank, *, terse: bool = False
) -> tuple[ScaffoldSentence, ...]:
    """Every sentence the outline can have, in reading order, whatever its length.

    Args:
        brief: Whose cards they are.
        plan: The slots to fill.
        bank: The patterns to fill them with.
        terse: Whether to keep to the shorter wordings.
    """
    return Scaffold(brief, plan, bank, terse=terse).without()


class Scaffold:
    """One outline in words, whole and shortened; a shorter one says the same."""

    def __init__(
        self, brief: Brief, plan: Outline, bank: Bank, *, terse: bool = False
    ) -> None:
        """Take an outline to be written; for the arguments see `scaffold`."""
        self._brief = brief
        self._plan = plan
        self._bank = bank
        self._terse = terse
        self._whole: dict[str, Tried] = {}

    def without(self, units: Collection[str] = ()) -> tuple[ScaffoldSentence, ...]:
        """Every sentence but those of what was dropped."""
        texts: list[str] = []
        about: list[tuple[Ids, SlotPlan]] = []
        before: Ids = ()
        for slot, text in self._written(self._plan.without(units)):
            here: Ids = ()
            for bare, marked, cards in _told(text):
                known = cards == before or (here and set(cards) <= set(here))
                texts.append(bare if known else marked)
                here += cards
                about.append((cards, slot))
                before = cards
        texts = spell_out(texts, self._brief.glossary)
        if self._brief.settings.spelling is Spelling.AMERICAN:
            texts = list(map(american, texts))
        return tuple(
            ScaffoldSentence(text, cards, slot.passage, slot.step, slot.need, slot.unit)
            for text, (cards, slot) in zip(texts, about, strict=True)
        )

    def _written(self, plan: Outline) -> Iterator[tuple[SlotPlan, str]]:
        """The words of each slot that a pattern can say."""
        brief = self._brief
        writer = Writer(
            brief.settings.seed,
            brief.assignment.country.name,
            terse=self._terse,
            earlier=self._whole,
        )
        for slot in plan.slots:
            step = self._bank.steps.get(slot.step)
            text = writer.write(slot, step) if step else None
            if text:
                yield slot, text
        self._whole = writer.written | self._whole


@lru_cache(maxsize=4096)
def _told(text: str) -> tuple[tuple[str, str, Ids], ...]:
    """The sentences of a slot without markers and with them, and their cards."""
    return tuple(map(_one_told, split(text)))


def _one_told(sentence: str) -> tuple[str, str, Ids]:
    """A sentence bare, with its markers gathered before its stop, and its cards."""
    bare = sentence_start(without_markers(sentence))
    cards = tuple(dict.fromkeys([one.card for one in find_markers(sentence)]))
    if not cards:
        return bare, bare, cards
    markers = "".join(map(write_marker, cards))
    stop = bare[-1:] if bare.endswith(_STOPS) else ""
    return bare, f"{bare.removesuffix(stop)} {markers}{stop}", cards
