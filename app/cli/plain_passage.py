"""What is told about a passage while it is written: its job, cards, frames, example."""

from app.cli.plain_walk import Walk
from app.drafting.genres import PassagePlan
from app.language.words import count
from app.model.card import Card
from app.tui import wording
from app.tui.frames import example, none_yet, steps
from app.tui.work import Work

LONGEST_ROW = 120
"""Characters of a card beside a passage; s reads it in full."""


def tell_help(walk: Walk, plan: PassagePlan, cards: tuple[Card, ...]) -> None:
    """Tell what a passage is for, its cards and ways to begin."""
    talk, work = walk.talk, walk.work
    talk.say(plan.job)
    talk.say("Your cards for it:" if cards else f"Your cards for it: {none_yet(plan)}.")
    talk.rows(wording.cut(wording.short(one), LONGEST_ROW) for one in cards)
    talk.say("Ways to begin:")
    number = 1
    for step in steps(work, plan):
        talk.say(step.job)
        talk.rows(step.frames, number, called="Frame ")
        number += len(step.frames)
    talk.say(f"Written so far: {length(work, plan)}.")


def length(work: Work, plan: PassagePlan) -> str:
    """How many words a passage has, in words."""
    words = count(work.brief.passage(plan.id).text)
    if not words:
        return "nothing yet"
    return "1 word" if words == 1 else f"{words} words"


def tell_example(walk: Walk, plan: PassagePlan) -> None:
    """Read our example aloud, and put down that it was looked at."""
    work = walk.work
    sentences = example(work, plan)
    if not sentences:
        walk.talk.say("There is no example yet: it is made from the cards you choose.")
        return
    walk.talk.say("Our example, to listen to; your paper needs your own words:")
    walk.talk.say(" ".join(sentences))
    work.opened.looked("example", plan.id)
