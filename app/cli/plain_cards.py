"""Cards line by line: a numbered list, taken in and out by number, read in full."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from app.cli.plain_own import add_own
from app.cli.plain_talk import AT_ONCE, Numbers, Talk, not_understood, numbers
from app.cli.plain_tell import in_full, row
from app.cli.plain_walk import Go, Walk
from app.library import briefs
from app.model.card import Card, Kind
from app.tui import wording
from app.tui.stages import KINDS, NAMES, QUESTIONS
from app.tui.work import Work

CHOOSING = (
    "Type the numbers of the cards you want, as 1 3 5. A minus takes one out, "
    "as -2. s and a number reads a card in full with its sources, as s 3. A "
    "slash and words looks through every card, as /court; a slash alone tells "
    "all. m goes on in the list, l tells it again. a adds a card of your own."
)
"""What can be typed where cards are chosen."""


class Listed:
    """The cards a person hears at one step, and where they are in the list."""

    def __init__(
        self, work: Work, kinds: Sequence[Kind], *, answers: str | None = None
    ) -> None:
        """Begin with the shortlist, or with the replies to a criticism."""
        self.work = work
        """Where the cards come from."""
        self.kinds = tuple(kinds)
        """The kinds of card at this step."""
        self.answers = answers
        """The criticism whose replies these are; None: they are no replies."""
        self.cards: tuple[Card, ...] = tuple(_shortlist(work, self.kinds))
        """The cards by number."""
        self.whole = not self.cards
        """Whether every card is listed and not the shortlist."""
        self.told = 0
        """How many of them have been read out."""
        if answers:
            self.cards = work.replies_to(answers)
            self.told = len(self.cards)
        elif self.whole:
            self.cards = work.cards(*self.kinds)

    def add(self, card: Card | None) -> None:
        """Let a card just made be the last of the list."""
        if card is not None:
            self.cards = (*self.cards, card)

    def filter(self, words: str) -> None:
        """List every card that has these words; without words every card."""
        every = self.work.cards(*self.kinds)
        country = self.work.country
        self.cards = tuple(one for one in every if wording.matches(one, words, country))
        self.whole, self.told = True, 0

    def tell(self, talk: Talk) -> None:
        """Read out the next cards of the list."""
        more = self.cards[self.told : self.told + AT_ONCE]
        rows = [row(self.work, one) for one in more]
        talk.rows(rows, self.told + 1)
        self.told += len(more)
        left = len(self.cards) - self.told
        if left:
            talk.say(f"{left} more: m goes on.")
        elif not self.cards:
            talk.say("No card has these words. A slash alone tells all.")
        elif not self.whole:
            every = len(self.work.cards(*self.kinds))
            talk.say(f"This is the shortlist; a slash tells all {every}.")


def choose_cards(
    walk: Walk,
    here: Go,
    *,
    also: Callable[[Listed, str], Go | bool] | None = None,
    prompt: str = "Numbers, ? or Enter",
    explained: str = CHOOSING,
) -> Go:
    """Choose the cards of one step.

    Args:
        walk: The walk.
        here: The step.
        also: Does what only this step knows an answer for: where that leads, or
            whether it was one.
        prompt: What can be typed, in a few words.
        explained: What can be typed, where somebody asks.
    """
    talk, work = walk.talk, walk.work
    kinds = KINDS[here.stage]
    talk.title(NAMES[here.stage])
    talk.say(QUESTIONS[here.stage].format(country=work.country))
    listed = Listed(work, kinds)
    listed.tell(talk)
    while True:
        chosen = len(work.brief.picked(*kinds))
        answer = walk.answer(f"{chosen} chosen. {prompt}", here, explained)
        if answer == here:
            continue
        if isinstance(answer, Go):
            return answer
        done = also(listed, answer) if also else False
        if isinstance(done, Go):
            return done
        if not done:
            take(walk, listed, answer)


def take(walk: Walk, listed: Listed, answer: str) -> tuple[Card, ...]:
    """Do what an answer says about a list, and give the cards it took in."""
    found = numbers(answer)
    if found is not None:
        return _pick(walk, listed, found)
    if reading(walk, listed.cards, answer):
        return ()
    if answer == "a":
        listed.add(add_own(walk, listed.kinds, answers=listed.answers))
        return ()
    if answer.startswith("/"):
        listed.filter(answer[1:])
    elif answer == "l":
        listed.told = 0
    elif answer != "m" or listed.told >= len(listed.cards):
        at_end = "That is the whole list. l tells it again."
        said = at_end if answer == "m" else not_understood(answer, len(listed.cards))
        walk.talk.say(said)
        return ()
    listed.tell(walk.talk)
    return ()


def reading(walk: Walk, cards: Sequence[Card], answer: str) -> bool:
    """Read a card in full where that is asked, as `s 3`; whether it was asked."""
    asked, _, number = answer.partition(" ")
    if asked != "s":
        return False
    if number.isdecimal() and 1 <= int(number[:6]) <= len(cards):
        for line in in_full(walk.work, cards[int(number) - 1]):
            walk.talk.say(line)
    else:
        walk.talk.say(f"Type s and a number from 1 to {len(cards)}, as s 1.")
    return True


def _pick(walk: Walk, listed: Listed, found: Numbers) -> tuple[Card, ...]:
    """Take cards in and out by number, in one step that can be taken back."""
    work, count = walk.work, len(listed.cards)
    wrong = [one for one in (*found.taken, *found.dropped) if not 1 <= one <= count]
    if wrong:
        walk.talk.say(f"There is no number {wrong[0]}; the list has 1 to {count}.")
        return ()
    new = tuple(
        card
        for card in (listed.cards[one - 1] for one in found.taken)
        if not work.is_used(card.id)
    )
    out = [listed.cards[one - 1].id for one in found.dropped]
    out = [one for one in out if work.is_used(one)]
    picks = [one for one in work.brief.picks if one not in out]
    if not new and not out:
        walk.talk.say("Nothing changed: these are so already.")
        return ()
    picks += [one.id for one in new]
    changed = briefs.with_picks(work.brief, work.dossier, picks)
    work.opened.change(changed, _done(new, out))
    walk.keep(_told(new, out))
    return new


def _done(new: Sequence[Card], out: Sequence[str]) -> str:
    """What the journal calls a step."""
    parts = []
    if new:
        alone = f'"{wording.cut(wording.short(new[0]), 48)}"'
        parts.append(f"use {alone if len(new) == 1 else _cards(len(new))}")
    if out:
        parts.append(f"take out {_cards(len(out))}")
    return " and ".join(parts)


def _told(new: Sequence[Card], out: Sequence[str]) -> str:
    """What is said of a step."""
    parts = [f"{_cards(len(new))} used"] if new else []
    parts += [f"{_cards(len(out))} taken out"] if out else []
    return f"{', '.join(parts)}. u takes that back."


def _cards(count: int) -> str:
    return "1 card" if count == 1 else f"{count} cards"


def _shortlist(work: Work, kinds: Iterable[Kind]) -> Iterator[Card]:
    """The cards chosen already, then the dossier's shortlist of these kinds."""
    wanted = set(kinds)
    chosen = work.brief.picked(*wanted)
    yield from chosen
    held = {one.id for one in chosen}
    groups = work.dossier.starter if work.dossier else ()
    for group in groups:
        for pick in group.picks:
            card = work.card(pick.id)
            if card and card.kind in wanted and card.id not in held:
                held.add(card.id)
                yield card
