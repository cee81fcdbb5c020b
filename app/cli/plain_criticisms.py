"""Criticisms line by line: the charge, then the replies on record with their limits."""

from app.cli.plain_cards import CHOOSING, Listed, choose_cards, take
from app.cli.plain_talk import not_understood, numbers
from app.cli.plain_tell import row, said
from app.cli.plain_walk import Go, Walk
from app.model.card import Answer, Criticism, Kind
from app.tui import wording

CHARGING = (
    f"{CHOOSING} p and a number tells the replies to a criticism, as p 1; "
    "choosing a criticism tells them too."
)
"""What can be typed where criticisms are chosen."""

REPLYING = (
    "Type the numbers of the replies you want to give, as 1 2; a minus takes one "
    "out. s and a number reads a reply in full, as s 1. a adds a reply of your "
    "own. Enter or b goes back to the criticisms. A criticism may be left open: "
    "your paper says so."
)
"""What can be typed where replies are chosen."""


def meet(walk: Walk, here: Go) -> Go:
    """Choose criticisms and what is replied to them."""
    if here.focus:
        return reply(walk, here)

    def answered(listed: Listed, answer: str) -> Go | bool:
        asked, _, number = answer.partition(" ")
        count = len(listed.cards)
        if asked == "p" and number.isdecimal() and 1 <= int(number[:6]) <= count:
            return here._replace(focus=listed.cards[int(number) - 1].id)
        for card in take(walk, listed, answer):
            gone = reply(walk, here._replace(focus=card.id))
            if gone != here:
                return gone
        return True

    return choose_cards(walk, here, also=answered, explained=CHARGING)


def reply(walk: Walk, here: Go) -> Go:
    """Tell one criticism and its replies, and choose among them."""
    work = walk.work
    charge = work.card(here.focus or "")
    if not isinstance(charge, Criticism):
        return Go(here.stage)
    _tell_charge(walk, charge)
    _tell_replies(walk, charge, work.replies_to(charge.id))
    listed = Listed(work, (Kind.ANSWER,), answers=charge.id)
    while True:
        answer = walk.answer("Numbers of replies, ? or Enter", here, REPLYING)
        if answer == here:
            continue
        if isinstance(answer, Go):
            return answer
        found, count = numbers(answer), len(listed.cards)
        if found is None and answer != "a" and answer.split(" ")[0] != "s":
            walk.talk.say(not_understood(answer, count))
            continue
        wanted = found.taken if found else ()
        if any(1 <= one <= count for one in wanted) and not work.is_used(charge.id):
            work.use(charge.id)
        take(walk, listed, answer)


def _tell_charge(walk: Walk, charge: Criticism) -> None:
    talk = walk.talk
    talk.say()
    talk.say(f"The charge: {wording.short(charge)}")
    talk.say(f"({said(wording.tags(charge, walk.work.country))})")
    talk.say(f"Granted: {wording.granted(charge)}")
    if charge.care:
        talk.say(f"This is a matter of {wording.CARE}.")
    if charge.attributed_line:
        talk.say(f"You may say: {charge.attributed_line}")
    if charge.examination_offer:
        talk.say(f"You may offer: {charge.examination_offer}")


def _tell_replies(walk: Walk, charge: Criticism, replies: tuple[Answer, ...]) -> None:
    talk, work = walk.talk, walk.work
    if not replies:
        talk.say(
            "No public answer was found. You can say so, or argue from the record."
        )
        return
    talk.say(f"Replies on record: {len(replies)}")
    for number, one in enumerate(replies, start=1):
        first = row(work, one).split("\n", 1)[0]
        talk.say(first, lead=f"{number}. ")
        about = wording.reply_tags(one, charge.id, work.country)
        talk.say(said(about).capitalize(), lead="   ")
        if one.rejoinder:
            talk.say(f"They will say: {one.rejoinder}", lead="   ")
