"""Writing line by line: what a passage is for, its cards and frames, your sentences."""

import re

from app.cli.plain_cards import reading
from app.cli.plain_charts import chart
from app.cli.plain_passage import length, tell_example, tell_help
from app.cli.plain_talk import Ended, not_understood
from app.cli.plain_walk import Go, Walk
from app.desk.measuring import passage_origins
from app.drafting.genres import PassagePlan
from app.language.markers import write_marker
from app.language.sentences import paragraphs
from app.model.card import Card
from app.model.errors import Trouble
from app.model.paper import Origin

WRITING = (
    "w lets you type: one line after the other, a line with a dot alone ends. "
    "An empty line begins a new paragraph. @ and a number cites a card, as "
    "@2 before the full stop. e reads our example, t reads your text. s and a "
    "number reads a card in full. d and a number takes out a paragraph, as d 1. "
    "c tells the figures by year that can stand here as a chart. h tells the job, "
    "the cards and the frames again."
)
"""What can be typed at a passage."""

_CITED = re.compile(r"(?<![\w\[@])@(\d{1,3})\b")


def write(walk: Walk, here: Go) -> Go:
    """Choose a passage, or write the one that is meant."""
    talk, work = walk.talk, walk.work
    plans = work.genre.passage
    plan = next((one for one in plans if one.id == here.focus), None)
    if plan is not None:
        return _passage(walk, here, plan)
    talk.title("Write")
    talk.say("Which passage? Every one is written in your own words.")
    talk.rows(f"{one.title}: {length(work, one)}" for one in plans)
    explained = "Type the number of a passage to write it."
    while True:
        answer = walk.answer("A number, ? or Enter", here, explained)
        if isinstance(answer, Go):
            return answer
        if answer.isdecimal() and 1 <= int(answer[:6]) <= len(plans):
            return here._replace(focus=plans[int(answer) - 1].id)
        talk.say(not_understood(answer, len(plans)))


def _passage(walk: Walk, here: Go, plan: PassagePlan) -> Go:
    talk, work = walk.talk, walk.work
    talk.title(plan.title)
    cards = work.passage_cards(plan)
    tell_help(walk, plan, cards)
    while True:
        answer = walk.answer("w to write, ? or Enter", here, WRITING)
        if isinstance(answer, Go):
            return answer
        if answer == "w":
            if _type(walk, plan, cards):
                return Go(here.stage)
        elif answer == "h":
            tell_help(walk, plan, cards)
        elif answer == "e":
            tell_example(walk, plan)
        elif answer == "t":
            _tell_text(walk, plan)
        elif re.fullmatch(r"d \d{1,4}", answer):
            _take_out(walk, plan, int(answer[2:]))
        elif not chart(walk, plan, answer) and not reading(walk, cards, answer):
            talk.say(not_understood(answer))


def _type(walk: Walk, plan: PassagePlan, cards: tuple[Card, ...]) -> bool:
    """Take lines until a dot alone; whether the person went back with `b`.

    Raises:
        Ended: the person is done; what was typed is kept.
    """
    talk = walk.talk
    talk.say("Type your text. A dot alone ends it.")
    starts_new = True
    while True:
        typed = talk.listen("| ").strip()
        if typed in {".", "b", "q"}:
            walk.work.opened.save()
            if typed == "q":
                raise Ended
            _tell_measure(walk, plan)
            return typed == "b"
        if not typed:
            starts_new = True
            continue
        before = walk.work.brief.passage(plan.id).text.rstrip()
        joint = "\n\n" if starts_new else " "
        line = _with_markers(walk, typed, cards)
        try:
            walk.work.write(plan, f"{before}{joint}{line}" if before else line)
        except Trouble as trouble:
            talk.say(str(trouble))
            continue
        starts_new = False


def _with_markers(walk: Walk, typed: str, cards: tuple[Card, ...]) -> str:
    """The line with a marker for each card it cites by number."""

    def marker(found: re.Match[str]) -> str:
        number = int(found[1])
        if 1 <= number <= len(cards):
            return write_marker(cards[number - 1].id)
        walk.talk.say(f"There is no card {number} here; {found[0]} stays as typed.")
        return found[0]

    return _CITED.sub(marker, typed)


def _take_out(walk: Walk, plan: PassagePlan, number: int) -> None:
    """Take a paragraph out of a passage; u puts it back."""
    found = list(paragraphs(walk.work.brief.passage(plan.id).text))
    if not 1 <= number <= len(found):
        walk.talk.say(f"There is no paragraph {number}; there are {len(found)}.")
        return
    del found[number - 1]
    walk.work.write(plan, "\n\n".join(found))
    walk.keep(f"Paragraph {number} is out. u puts it back.")


def _tell_text(walk: Walk, plan: PassagePlan) -> None:
    found = list(paragraphs(walk.work.brief.passage(plan.id).text))
    walk.talk.say("Your text:" if found else "Nothing is written here yet.")
    walk.talk.rows(found)
    if found:
        _tell_measure(walk, plan)


def _tell_measure(walk: Walk, plan: PassagePlan) -> None:
    """Tell how long the passage is and which sentences are still ours."""
    work = walk.work
    try:
        found = passage_origins(work.brief, work.brief.passage(plan.id).text)
    except Trouble as trouble:
        walk.talk.say(str(trouble))
        return
    ours = [text for text, origin in found if origin is not Origin.OWN]
    walk.talk.say(f"Kept: {length(work, plan)}.")
    if found and not ours:
        walk.talk.say("Every sentence is your own.")
    for one in ours:
        walk.talk.say(f"Still ours, or close to a card: {one}")
