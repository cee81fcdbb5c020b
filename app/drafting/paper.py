"""A brief becomes a paper: own passages, examples where there are none, cut to fit.

What a delegate wrote is never cut and never changed. Where a passage is still
empty its example stands in, and only examples are shortened to fit the page.
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from app.drafting.assembly import Assembly, Chosen, Drafted, Sentences, assemble
from app.drafting.bank import Bank, open_bank
from app.drafting.budget import Extent, extent
from app.drafting.costs import Costs
from app.drafting.fitting import Draft, fit
from app.drafting.forecast import Foreseen, forecast
from app.drafting.genres import open_genre
from app.drafting.need import Need
from app.drafting.outline import USUAL, Measure, Outline, SlotPlan, outline
from app.drafting.scaffold import Scaffold, ScaffoldSentence, scaffold
from app.drafting.worth import Told, last_units, optional_units
from app.language.charts import own_words
from app.language.words import count
from app.model.brief import Brief
from app.model.memory import Memory
from app.model.paper import Mark, Paper
from app.model.preset import LimitPer, Preset

_BARE = Memory(64)
"""How long papers are without an example; their headings are soon alike."""

_FORESEEN = Memory(32)
"""What outlines can have; another seed of the same brief asks again."""

_EMPTY = Memory(64)
"""The passages of briefs that have no own words."""

_TOLD = Memory(64)
"""The slots of passages without own words, with their likely lengths."""

_COSTS = Memory(32)
"""What slots are foreseen to take, before any draft has shown it."""

Reshape = Callable[[Sentences], Sentences]
"""Changes an example before it is cut to fit, as a teacher's faults do."""

__all__ = ["Drafted", "Reshape", "Sentences", "draft_paper", "draft_together"]


def draft_paper(
    brief: Brief, rules: Preset, mark: Mark, reshape: Reshape | None = None
) -> Drafted:
    """The paper of a brief under rules that are in force.

    Sentences of the example carry the origin `scaffold`; those of the delegate
    carry none until somebody measures them.

    Raises:
        Trouble: a pattern, a genre or a citation style cannot be read.
    """
    return draft_together((brief,), rules, mark, reshape)


def draft_together(
    briefs: Sequence[Brief],
    rules: Preset,
    mark: Mark,
    reshape: Reshape | None = None,
    *,
    measure: Measure = USUAL,
) -> Drafted:
    """One paper of several briefs of one delegation, a labelled part each.

    A limit for the whole paper is divided among the topics; `measure` says how many
    of the picked cards are taken in where there is room.

    Raises:
        Trouble: a pattern, a genre or a citation style cannot be read.
    """
    share = _share(rules, len(briefs))
    fitted = [_fitted(one, share, mark, reshape, measure) for one in briefs]
    if len(fitted) == 1 and fitted[0].alone is not None:
        return fitted[0].alone
    return assemble([one.chosen for one in fitted], rules, mark)


def _share(rules: Preset, topics: int) -> Preset:
    """The rules with what one of several topics may take, its title included."""
    limit = rules.limit
    if topics == 1:
        return rules
    rules = rules.revise(topic_titles=True)
    if limit.max is None or limit.per is LimitPer.TOPIC:
        return rules
    return rules.revise(limit=limit.revise(max=limit.max / topics))


class _Fitted(NamedTuple):
    """One brief with the example it uses, and the paper these make alone."""

    chosen: Chosen
    alone: Drafted | None = None


def _fitted(
    brief: Brief,
    rules: Preset,
    mark: Mark,
    reshape: Reshape | None,
    measure: Measure,
) -> _Fitted:
    """The longest example that keeps within the limit, terse only where it must."""
    bank = open_bank(brief.settings.register_)
    plan = outline(brief, measure)
    if brief.settings.words:
        plan = plan.without(_over_budget(scaffold(brief, plan, bank), brief))
    empty = _EMPTY.of((brief.passages,), (), lambda: _empty(brief))
    if not empty:
        return _Fitted(Chosen(brief, ()))
    assembly = Assembly((brief,), rules, mark)
    bare = _bare(brief, rules, assembly)
    made: dict[int, tuple[Sentences, Drafted]] = {}

    def drafting(*, terse: bool) -> Draft:
        written = Scaffold(brief, plan, bank, terse=terse)

        @cache
        def sentences(units: frozenset[str]) -> Sentences:
            whole = written.without(units)
            reshaped = reshape(whole) if reshape else whole
            return tuple(one for one in reshaped if one.passage in empty)

        def draft(units: Collection[str]) -> tuple[Sentences, Paper]:
            kept = sentences(frozenset(units))
            if id(kept) not in made:
                made[id(kept)] = kept, assembly.paper((kept,))
            return kept, made[id(kept)][1].paper

        return draft

    told = _foreseen(plan, bank, rules, empty)
    budgeted = bool(brief.settings.words)
    draft, costs = drafting(terse=False), _costs(told.told, bare, rules)
    found = fit(draft, told.spare, costs, rules, last=budgeted)
    if not found.fits:
        short = _told(plan, bank, empty, terse=True)
        draft, costs = drafting(terse=True), _costs(short, bare, rules)
        found = fit(draft, told.optional, costs, rules, last=budgeted)
    if not found.fits:
        sections = [one.passages for one in rules.section or ()]
        last = {**told.optional, **last_units(told.slots, sections)}
        found = fit(draft, last, costs, rules)
    _, alone = made.get(id(found.example), (None, None))
    return _Fitted(Chosen(brief, found.example), alone)


def _empty(brief: Brief) -> frozenset[str]:
    """The passages without own words."""
    plans = open_genre().passage
    return frozenset(
        one.id for one in plans if not own_words(brief.passage(one.id).text)
    )


def _bare(brief: Brief, rules: Preset, assembly: Assembly) -> Extent:
    """How long the paper is without an example."""
    said = [*[one.text for one in brief.passages], *[q.answer for q in brief.questions]]
    if any(said):
        return extent(assembly.paper(((),)).paper, rules)
    return _BARE.of(
        (brief.assignment, rules),
        (),
        lambda: extent(assembly.paper(((),)).paper, rules),
    )


class _Foreseen(NamedTuple):
    """What an example can have, before it has words."""

    told: tuple[Foreseen, ...]
    """Its slots, each with its likely length."""

    slots: tuple[SlotPlan, ...]
    """Its slots."""

    optional: Mapping[str, int]
    """What may go, and what is lost with it."""

    spare: Mapping[str, int]
    """What may go before the wording has to become terse."""


def _told(
    plan: Outline, bank: Bank, empty: frozenset[str], *, terse: bool
) -> tuple[Foreseen, ...]:
    """The slots of the passages without own words; another seed has the same."""
    whole = forecast(plan, bank, terse=terse)
    return _TOLD.of(
        (whole,),
        (empty,),
        lambda: tuple([one for one in whole if one.slot.passage in empty]),
    )


def _foreseen(
    plan: Outline, bank: Bank, rules: Preset, empty: frozenset[str]
) -> _Foreseen:
    """What the passages without own words can have; another seed has the same."""

    def look() -> _Foreseen:
        told = _told(plan, bank, empty, terse=False)
        slots = tuple(one.slot for one in told)
        optional = _optional(slots, rules)
        return _Foreseen(told, slots, optional, _spare(slots, optional))

    return _FORESEEN.of((plan, bank, rules), (empty,), look)


def _costs(told: tuple[Foreseen, ...], bare: Extent, rules: Preset) -> Costs:
    """What these slots are foreseen to take."""
    return _COSTS.of((told, rules), (bare,), lambda: Costs(told, bare, rules)).anew()


def _optional(told: Sequence[Told], rules: Preset) -> dict[str, int]:
    """What may go, but for what a conference gives a section of its own."""
    placed = _placed(told, rules)
    return {
        unit: lost for unit, lost in optional_units(told).items() if unit not in placed
    }


def _over_budget(example: Sentences, brief: Brief) -> set[str]:
    """What goes where the delegate gave a passage fewer words than it takes.

    Where none has room the shortest matter stays.
    """
    dropped: set[str] = set()
    for passage, wanted in brief.settings.words.items():
        here = [one for one in example if one.passage == passage]
        units = optional_units(here)
        for unit in sorted(units, key=lambda one: units[one]):
            left = [one for one in here if one.unit not in dropped]
            if sum(count(one.text) for one in left) <= wanted:
                break
            dropped.add(unit)
        if units and wanted and all(one.unit in dropped for one in here):
            dropped.remove(min(units, key=lambda unit: _size(here, unit)))
    return dropped


def _size(example: Sequence[ScaffoldSentence], unit: str) -> int:
    return sum(count(one.text) for one in example if one.unit == unit)


def _placed(told: Iterable[Told], rules: Preset) -> set[str]:
    """What a conference gives a section of its own, and so does not lightly go."""
    steps = {step for rule in rules.section or () for step in rule.moves}
    asked = {Need.SHOULD, Need.MUST}
    return {one.unit for one in told if one.step in steps and one.need in asked}


def _spare(told: Iterable[Told], optional: Mapping[str, int]) -> dict[str, int]:
    """What may go before the wording has to become terse."""
    musts = {one.unit for one in told if one.need is Need.MUST}
    return {unit: lost for unit, lost in optional.items() if unit not in musts}
