"""A card of one's own, line by line: the claim, who says it, and its source."""

from collections.abc import Sequence

from app.cli.plain_walk import Walk
from app.model.card import Card, Kind, Voice
from app.model.errors import Trouble
from app.research.figures_by_year import EXAMPLE
from app.research.own_cards import Found
from app.tui.wording import KIND_NAMES

VOICES = {
    "The country that speaks.": Voice.COUNTRY,
    "The United Nations.": Voice.UN,
    "Another State.": Voice.STATE,
    "A regional body.": Voice.REGIONAL,
    "Civil society or a scholar.": Voice.CIVIL,
    "The press.": Voice.MEDIA,
}
"""Whose words a card may report, as they are offered."""

_HOW = "Type the number. q stops and saves."


def add_own(
    walk: Walk, kinds: Sequence[Kind], *, answers: str | None = None
) -> Card | None:
    """Ask for a card of one's own, and use it; None where it was given up.

    Args:
        walk: The walk.
        kinds: The kinds of card that can be made here.
        answers: The criticism it replies to, for a reply.

    Raises:
        Ended: the person is done; nothing was added.
    """
    talk = walk.talk
    talk.say("A card of your own. An empty claim gives it up.")
    claim = talk.ask("What is the fact, in your own words?")
    if not claim:
        talk.say("Given up; nothing was added.")
        return None
    kind = kinds[0]
    if len(kinds) > 1:
        names = [KIND_NAMES[one] for one in kinds]
        kind = kinds[talk.choose("What is it good for?", names, _HOW) - 1]
    voice = talk.choose("Whose words are they?", list(VOICES), _HOW, len(VOICES))
    found = Found(
        kind=kind,
        claim=claim,
        voice=list(VOICES.values())[voice - 1],
        who=talk.ask("Who says or did it?"),
        when=talk.ask("When? A day or a year"),
        title=talk.ask("Title of the source, or Enter for your own inference"),
    )
    if found.title:
        found = found.revise(
            publisher=talk.ask("Who published it?"),
            url=talk.ask("Its web address, if it has one"),
            where=talk.ask("The page or paragraph"),
        )
    counted = talk.ask("Has it figures by year? What do they count, or Enter")
    if counted:
        by_year = talk.ask(f"The figures by year, as {EXAMPLE}")
        found = found.revise(counted=counted, by_year=by_year)
    found = found.revise(inferred=not found.title)
    try:
        card = walk.work.add_own(found, answers=answers)
    except Trouble as trouble:
        talk.say(f"{trouble.what} Nothing was added; a begins again.")
        return None
    walk.keep("Your card is used. u takes it out again.")
    return card
