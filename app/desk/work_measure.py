"""What a journal shows of the work on a paper: times, growth, whose sentences."""

from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from app.desk.arrivals import Arrival, Arrivals, Came, follow, seconds_between, texts_of
from app.desk.history import mended_said, walked_in
from app.drafting.bank import open_bank
from app.drafting.genres import open_genre
from app.drafting.possible import material_of_brief
from app.language.charts import own_words
from app.language.likeness import Yardstick
from app.language.sentences import paragraphs, split
from app.language.words import count
from app.library.fields import Tree, brief_of
from app.library.journal_walk import Moment, Walk
from app.model.base import Line, Record
from app.model.brief import Brief
from app.model.edit import Note, NoteKind
from app.model.errors import Trouble
from app.model.paper import Origin
from app.review.origin import origin_of

SITTING = 30 * 60.0
"""Seconds without an edit after which the next one begins another sitting."""

PAUSE = 5 * 60.0
"""Seconds without an edit that no longer count as work."""

POINTS = 24
"""How many times the growth of the text is told at most."""


class Sitting(Record):
    """One time of work."""

    began: Line
    """Its first edit, in UTC."""

    ended: Line
    """Its last edit, in UTC."""

    minutes: int
    """Minutes of work: the time between edits that followed within five minutes."""

    edits: int
    """How many entries it made."""

    words: int
    """Words of the text at its end."""


class Point(Record):
    """The text at one time."""

    when: Line
    """Date and time in UTC."""

    words: int
    """Its words."""

    own: int
    """Sentences in the delegate's own words."""

    ours: int
    """Sentences that are ours or keep close to ours."""


class Verdict(NamedTuple):
    """What can be said of how the text came about."""

    answer: str
    """In two or three words: `typed here`, `cannot tell`."""

    why: tuple[str, ...]
    """What it rests on, and its limits, in sentences."""


class Work(NamedTuple):
    """What a journal shows."""

    brief: Brief
    """The brief as it stands."""

    walked: Walk
    """The journal."""

    arrivals: Arrivals
    """How the text came in."""

    sittings: tuple[Sitting, ...]
    """The times of work."""

    growth: tuple[Point, ...]
    """The text over time."""

    looked: tuple[Note, ...]
    """Examples looked at and copied, in order."""

    opened: tuple[Note, ...]
    """Sources opened, in order."""

    untouched: tuple[str, ...]
    """Titles of passages in which nothing is written."""

    clock_back: int
    """How often the clock went back."""

    @property
    def came(self) -> tuple[Came, ...]:
        """What came in otherwise than by typing."""
        return self.arrivals.came


class Sentences:
    """Counts whose sentences a text has, each measured once."""

    def __init__(self, brief: Brief) -> None:
        """Learn what could have been made of a brief."""
        bank = open_bank(brief.settings.register_)
        self._yardstick = Yardstick(material_of_brief(brief, bank))
        self._known: dict[str, bool] = {}

    def counted(self, tree: Tree) -> tuple[int, int]:
        """How many sentences are own, and how many ours or close to ours."""
        own = ours = 0
        for text in texts_of(tree).values():
            for paragraph in paragraphs(text):
                for sentence in split(paragraph):
                    if self._is_own(sentence):
                        own += 1
                    else:
                        ours += 1
        return own, ours

    def _is_own(self, sentence: str) -> bool:
        if sentence not in self._known:
            measured = origin_of(sentence, self._yardstick)
            self._known[sentence] = measured is Origin.OWN
        return self._known[sentence]


def measure(folder: Path) -> Work:
    """What the journal in a brief's folder shows.

    Raises:
        Trouble: there is no brief or no journal, or it cannot be read at all.
    """
    walked = walked_in(folder)
    if not walked.moments:
        raise Trouble(
            f"{folder} has no journal that can be read, so there is nothing to tell.",
            hint="A journal begins with the first change made in the program.",
        )
    moments = walked.moments
    brief = brief_of(moments[-1].after)
    notes = [one.entry for one in moments if isinstance(one.entry, Note)]
    shown = {NoteKind.LOOKED, NoteKind.COPIED}
    return Work(
        brief=brief,
        walked=walked,
        arrivals=follow(moments),
        sittings=_sittings(moments),
        growth=_growth(moments, Sentences(brief)),
        looked=tuple(one for one in notes if one.what in shown),
        opened=tuple(one for one in notes if one.what is NoteKind.OPENED),
        untouched=_untouched(brief),
        clock_back=_clock_back(moments),
    )


def verdict(work: Work) -> Verdict:
    """What can be said of how the text came about, and what cannot."""
    if work.walked.faults:
        return Verdict("the journal was changed", _chain_said(work.walked))
    if work.walked.mended:
        return Verdict("cannot tell", mended_said(work.walked))
    letters = work.arrivals.letters()
    if not letters:
        return Verdict("nothing written", ("No text of the delegate's is there yet.",))
    typed = work.arrivals.letters(Arrival.TYPED) / letters
    before = work.arrivals.letters(Arrival.BEFORE, Arrival.BY_HAND) / letters
    last = work.growth[-1]
    ours = last.ours / max(1, last.own + last.ours)
    if before > 0.5:
        why = (
            "Most of the text came in outside the program; the journal saw none of it."
        )
        return Verdict("cannot tell", (why,))
    if typed < 0.5:
        share = _per_cent(1 - typed)
        return Verdict(
            "mostly brought in", (f"{share} of the text was not typed here.",)
        )
    if ours > 0.5:
        said = (
            f"{last.ours} of {last.own + last.ours} sentences are ours or close to ours"
        )
        return Verdict("typed, close to the example", (f"{said}.",))
    return _typed(work, typed, ours)


def _typed(work: Work, typed: float, ours: float) -> Verdict:
    """What can be said of a text that was mostly typed in the program."""
    why = [f"{_per_cent(typed)} of the text was typed here."]
    removed = work.arrivals.removed / max(1, work.arrivals.typed)
    if typed < 0.8 or ours > 0.2:
        why.append("The rest is told below.")
        return Verdict("mixed", tuple(why))
    if removed < 0.02 and work.arrivals.typed > 500:
        why.append(
            "Hardly a letter was changed after it was typed. Copying from another"
            " page looks like that, and so does a writer who is sure."
        )
        return Verdict("cannot tell", tuple(why))
    return Verdict("typed here", tuple(why))


def _chain_said(walked: Walk) -> tuple[str, ...]:
    return (*walked.faults, "Nothing below can be relied on.")


def _per_cent(share: float) -> str:
    return f"{round(100 * share)} per cent"


def _sittings(moments: Sequence[Moment]) -> tuple[Sitting, ...]:
    found: list[list[Moment]] = []
    for moment in moments:
        since = (
            seconds_between(found[-1][-1].entry.when, moment.entry.when)
            if found
            else None
        )
        if since is None or abs(since) > SITTING:
            found.append([])
        found[-1].append(moment)
    return tuple(map(_sitting, found))


def _sitting(moments: list[Moment]) -> Sitting:
    worked = 0.0
    for one, other in pairwise(moments):
        since = seconds_between(one.entry.when, other.entry.when) or 0.0
        if 0 < since <= PAUSE:
            worked += since
    return Sitting(
        began=moments[0].entry.when,
        ended=moments[-1].entry.when,
        minutes=round(worked / 60),
        edits=len(moments),
        words=_words(moments[-1].after),
    )


def _growth(moments: Sequence[Moment], sentences: Sentences) -> tuple[Point, ...]:
    """The text at some times, spread over the entries, the last one among them."""
    step = max(1, -(-len(moments) // POINTS))
    chosen = list(moments[::-1][::step])[::-1]
    points = []
    for moment in chosen:
        own, ours = sentences.counted(moment.after)
        words = _words(moment.after)
        points.append(Point(when=moment.entry.when, words=words, own=own, ours=ours))
    return tuple(points)


def _words(tree: Tree) -> int:
    return sum(count(text) for text in texts_of(tree).values())


def _untouched(brief: Brief) -> tuple[str, ...]:
    titles = open_genre().titles
    return tuple(
        title
        for name, title in titles.items()
        if not own_words(brief.passage(name).text)
    )


def _clock_back(moments: Sequence[Moment]) -> int:
    pairs = pairwise(moments)
    return sum(
        (seconds_between(one.entry.when, other.entry.when) or 0.0) < 0
        for one, other in pairs
    )
