"""Charts line by line: which figures there are, and one of them into a passage."""

from app.cli.plain_walk import Walk
from app.drafting.genres import PassagePlan
from app.model.errors import Trouble
from app.tui.wording import NO_SERIES


def chart(walk: Walk, plan: PassagePlan, answer: str) -> bool:
    """Do what `c` or `c 2` asks at a passage; whether that was asked."""
    asked, _, number = answer.partition(" ")
    if asked != "c":
        return False
    talk, found = walk.talk, walk.work.series()
    if not found:
        talk.say(NO_SERIES)
    elif not number:
        talk.say("These figures can be put below your words as a chart:")
        talk.rows(one.called for one in found.values())
        talk.say("c and a number puts one there, as c 1.")
    elif number.isdecimal() and 1 <= (at := _number(number)) <= len(found):
        _put(walk, plan, list(found)[at - 1])
    else:
        talk.say(f"Type c and a number from 1 to {len(found)}, as c 1.")
    return True


def _number(digits: str) -> int:
    """The number that digits say, as far as any list goes."""
    return int(digits.lstrip("0")[:6] or 0)


def _put(walk: Walk, plan: PassagePlan, card: str) -> None:
    before = walk.work.brief
    try:
        said = walk.work.put_chart(card, plan)
    except Trouble as trouble:
        said = str(trouble)
    if walk.work.brief is before:
        walk.talk.say(said)
    else:
        walk.keep(f"The chart stands in “{plan.title}”. u takes it out.")
