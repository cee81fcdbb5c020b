"""What helps to begin a passage: frames, an example, where its cards are chosen."""

from app.drafting.bank import Step, open_bank
from app.drafting.genres import PassagePlan
from app.drafting.outline import outline
from app.drafting.scaffold import scaffold
from app.language.grammar import join_names
from app.tui.stages import KINDS, NAMES, STAGES
from app.tui.work import Work


def steps(work: Work, plan: PassagePlan) -> list[Step]:
    """The steps the outline makes in a passage; all of its moves where it has none.

    Raises:
        Trouble: the register has no patterns, or one is broken.
    """
    bank = open_bank(work.brief.settings.register_)
    used = dict.fromkeys(slot.step for slot in outline(work.brief).of(plan.id))
    found = [bank.steps[one] for one in used if one in bank.steps]
    every = [one for one in bank.steps.values() if one.move in plan.moves]
    return [one for one in (found or every) if one.frames]


def example(work: Work, plan: PassagePlan) -> list[str]:
    """The sentences of our example for a passage.

    Raises:
        Trouble: the register has no patterns, or one is broken.
    """
    bank = open_bank(work.brief.settings.register_)
    whole = scaffold(work.brief, outline(work.brief), bank)
    return [one.text for one in whole if one.passage == plan.id]


def none_yet(plan: PassagePlan) -> str:
    """What is said of a passage without cards: where some are, and that one may write.

    `none yet: 4 Record and 5 Background have some, or write freely`
    """
    kinds = set(plan.kinds)
    stages = [one for one, held in KINDS.items() if kinds & set(held)]
    named = [f"{STAGES.index(one) + 1} {NAMES[one]}" for one in stages]
    verb = "has" if len(named) == 1 else "have"
    return f"none yet: {join_names(named)} {verb} some, or write freely"
