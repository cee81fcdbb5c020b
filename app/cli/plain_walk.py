"""The walk line by line: which step follows, and what can be said at every step."""

from typing import NamedTuple

from app.cli.plain_talk import Ended, Talk
from app.model.errors import Trouble
from app.tui.gaps import gaps, next_gap
from app.tui.stages import NAMES, STAGES, Stage
from app.tui.work import Work

ALWAYS = (
    "Enter goes on to the next step, b goes back one. n leads to the next "
    "thing your paper lacks. o tells the outline and goes to any step. u takes "
    "back your last change, r does it again. q saves and quits. Everything is "
    "saved as you go."
)
"""What can be typed at every step."""


class Go(NamedTuple):
    """Where the walk goes on."""

    stage: Stage
    """The step."""

    focus: str | None = None
    """The card or passage it begins with; None: the step itself."""


class Walk:
    """One person's walk through one brief."""

    def __init__(self, talk: Talk, work: Work) -> None:
        """Walk through the work on a brief."""
        self.talk = talk
        """The conversation."""
        self.work = work
        """The brief with its dossier."""

    def answer(self, prompt: str, here: Go, explained: str) -> str | Go:
        """Ask until there is an answer for this step, or somewhere to go.

        Args:
            prompt: The question.
            here: The step that asks.
            explained: What `?` says about this step.

        Raises:
            Ended: the person is done.
        """
        while True:
            typed = self.talk.ask(prompt)
            if typed == "?":
                self.talk.say(explained)
                self.talk.say(ALWAYS)
                continue
            return self._common(typed, here) or typed

    def stop_at(self, typed: str) -> None:
        """End the walk where the answer to a question in between says so.

        Raises:
            Ended: the person is done.
        """
        if typed == "q":
            raise Ended

    def keep(self, said: str) -> None:
        """Save what was changed, and say what was done or why it was not saved."""
        self.talk.say(said)
        if not self.work.opened.save():
            why = self.work.opened.trouble or "it could not be written."
            self.talk.say(f"Not saved yet: {why}")

    def _common(self, typed: str, here: Go) -> Go | None:
        """Where an answer that means the same at every step leads."""
        if typed == "q":
            raise Ended
        if typed == "":
            return self._on(here)
        if typed == "b":
            return here._replace(focus=None) if here.focus else _beside(here, -1)
        if typed == "n":
            return self._gap(here)
        if typed == "o":
            return self._outline(here)
        if typed in {"u", "r"}:
            self._turn_back(forward=typed == "r")
            return here
        return None

    def _on(self, here: Go) -> Go:
        following = _beside(here, 1)
        if following == here:
            self.talk.say("This is the last step. q saves and quits.")
        return following

    def _gap(self, here: Go) -> Go:
        gap = next_gap(self.work, here.stage, here.focus)
        if gap is None:
            self.talk.say("Nothing is lacking any more. q saves and quits.")
            return here
        self.talk.say(gap.why)
        return Go(gap.stage, gap.focus)

    def _outline(self, here: Go) -> Go:
        lacking = {gap.stage for gap in reversed(gaps(self.work))}
        rows = [
            f"{NAMES[one]}{', something is lacking' if one in lacking else ''}"
            for one in STAGES
        ]
        at = STAGES.index(here.stage) + 1
        explained = "Type the number of a step to go there."
        chosen = self.talk.choose("The steps of your paper:", rows, explained, at)
        return Go(STAGES[chosen - 1])

    def _turn_back(self, *, forward: bool) -> None:
        opened = self.work.opened
        try:
            what = opened.redo() if forward else opened.undo()
        except Trouble as trouble:
            self.talk.say(str(trouble))
            return
        if what is None:
            nothing = "do again" if forward else "take back"
            self.talk.say(f"There is nothing to {nothing}.")
            return
        self.keep(f"{'Done again' if forward else 'Taken back'}: {what}.")


def _beside(here: Go, step: int) -> Go:
    """The step before or after; a passage or a card leads back to its list."""
    if here.focus:
        return Go(here.stage)
    at = STAGES.index(here.stage) + step
    return Go(STAGES[min(max(at, 0), len(STAGES) - 1)])
