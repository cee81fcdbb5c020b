"""The guide's questions line by line: put on the list, answered, taken out."""

from collections.abc import Sequence

from app.cli.plain_talk import numbers
from app.cli.plain_walk import Walk
from app.tui import guide

ASKING = (
    "Type a question of your background guide to put it on the list. A number "
    "answers that question, a minus and a number takes it out, as -1. Enter goes "
    "back."
)
"""What can be typed where the questions are."""


def ask_guide(walk: Walk) -> None:
    """Take questions and their answers until an empty line.

    Raises:
        Ended: the person is done; what was typed is kept.
    """
    talk, work = walk.talk, walk.work
    while True:
        asked = guide.asked(work)
        talk.say()
        talk.say("Questions of the guide:" if asked else "No questions yet.")
        talk.rows(
            f"{one.text}\n({one.answer or 'no answer yet'})" for one in asked.values()
        )
        typed = talk.ask("A question, a number, ? or Enter")
        walk.stop_at(typed)
        found = numbers(typed)
        if not typed:
            return
        if typed == "?":
            talk.say(ASKING)
        elif found is None:
            walk.keep(guide.ask(work, typed))
        else:
            number = (*found.taken, *found.dropped)[0]
            _turn_to(walk, tuple(asked), number, out=not found.taken)


def _turn_to(walk: Walk, keys: Sequence[str], number: int, *, out: bool) -> None:
    """Answer a question by its number, or take it out."""
    talk, work = walk.talk, walk.work
    if not 1 <= number <= len(keys):
        talk.say(f"There is no question {number}.")
        return
    key = keys[number - 1]
    if out:
        walk.keep(guide.drop(work, key))
        return
    talk.say(guide.asked(work)[key].text)
    words = talk.ask("Your answer, on one line")
    walk.stop_at(words)
    if words:
        walk.keep(guide.answer(work, key, words))
