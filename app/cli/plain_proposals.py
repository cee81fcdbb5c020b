"""Proposals line by line: cards to choose, and the form of each, a question a line."""

from app.cli.plain_cards import CHOOSING, Listed, choose_cards
from app.cli.plain_talk import Numbers, numbers
from app.cli.plain_walk import Go, Walk
from app.drafting.proposing import reading
from app.model.card import Card
from app.tui import filling, wording

PROPOSING = (
    f"{CHOOSING} f and a number fills in the form of a proposal, as f 1: who acts, "
    "what they do, by when, who pays, who checks."
)
"""What can be typed where proposals are chosen."""

FILLING = (
    "Type your answer on one line. Enter keeps what stands there, a minus alone "
    "empties it, e tells our example, q saves and quits."
)
"""What `?` says about a line of the form."""

GROUNDING = (
    "Type the numbers of the cards it builds on, as 1 3; a minus before a number "
    "takes one off, as -2. Enter keeps it as it is."
)
"""What `?` says where cards are chosen that a proposal builds on."""


def propose(walk: Walk, here: Go) -> Go:
    """Choose proposals and fill in their forms."""
    if here.focus and (card := walk.work.card(here.focus)):
        fill_in(walk, card)

    def form(listed: Listed, answer: str) -> bool:
        asked, _, number = answer.partition(" ")
        if asked != "f" or not number.isdecimal():
            return False
        _fill_in_by_number(walk, listed, int(number[:6]))
        return True

    prompt = "Numbers, f and a number, ? or Enter"
    here = here._replace(focus=None)
    return choose_cards(walk, here, also=form, prompt=prompt, explained=PROPOSING)


def _fill_in_by_number(walk: Walk, listed: Listed, number: int) -> None:
    """Fill in the form of a proposal of the list, which is used from then on."""
    if not 1 <= number <= len(listed.cards):
        walk.talk.say(f"Type f and a number from 1 to {len(listed.cards)}, as f 1.")
        return
    card = listed.cards[number - 1]
    if not walk.work.is_used(card.id):
        walk.keep(walk.work.use(card.id))
    fill_in(walk, walk.work.card(card.id) or card)


def fill_in(walk: Walk, card: Card) -> None:
    """Ask for every line of the form of a proposal.

    Raises:
        Ended: the person is done; what was answered is kept.
    """
    talk, work = walk.talk, walk.work
    talk.say()
    talk.say(f"The form of: {wording.short(card)}")
    talk.say("Enter keeps what stands there; ? explains.")
    for field in filling.FIELDS:
        if field.name == filling.BUILT_ON:
            _ask_ground(walk, card)
        else:
            _ask(walk, card, field)
    talk.say(f"It reads: {reading(card, work.brief)}")


def _ask(walk: Walk, card: Card, field: filling.Field) -> None:
    """Ask for one line of the form."""
    talk, work = walk.talk, walk.work
    there = filling.held(work, card, field.name)
    talk.say(f"{field.label}: {there or f'nothing yet; {field.hint}'}")
    while True:
        typed = talk.ask(field.label)
        if typed == "?":
            talk.say(FILLING)
        elif typed == "e":
            said = filling.example(card, field.name)
            work.opened.looked("example", "proposals")
            talk.say(f"Our example: {said}" if said else "There is no example here.")
        else:
            break
    walk.stop_at(typed)
    if typed and filling.fill(work, card, field.name, "" if typed == "-" else typed):
        walk.keep("Kept.")


def _ask_ground(walk: Walk, card: Card) -> None:
    """Ask for the cards that a proposal builds on."""
    talk, work = walk.talk, walk.work
    cards = filling.ground(work, card)
    if not cards:
        talk.say("Built on: choose deeds of the record first, then come back.")
        return
    there = filling.built_on(work, card)
    talk.say("Built on:")
    talk.rows(
        f"{'CHOSEN. ' if one.id in there else ''}{wording.short(one)}" for one in cards
    )
    while True:
        typed = talk.ask("Numbers, or Enter")
        walk.stop_at(typed)
        if not typed:
            return
        found = numbers(typed)
        if found is not None and _known(found, len(cards)):
            break
        talk.say(GROUNDING)
    out = {cards[one - 1].id for one in found.dropped}
    new = [cards[one - 1].id for one in found.taken]
    kept = tuple(dict.fromkeys((*there, *new)))
    kept = tuple(one for one in kept if one not in out)
    if filling.fill(work, card, filling.BUILT_ON, kept):
        walk.keep("Kept.")


def _known(found: Numbers, count: int) -> bool:
    return all(1 <= one <= count for one in (*found.taken, *found.dropped))
