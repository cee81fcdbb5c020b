"""The forms of a card that a sentence can use.

A pattern never pours a whole statement into a sentence; it asks a card for a
form. Each form is written by hand, in two variants or more, and no form ends
with a full stop. A clause starts in lower case unless its first word is a name.
A variant may hold choices, `{set apart|reserve} a share`, and then stands for
every wording they allow.
"""

from collections.abc import Callable

from app.model.alternatives import covering, expand
from app.model.base import Line, Record

Variants = tuple[Line, ...]
"""Ways to say the same thing, in the order their author prefers them."""


class Say(Record):
    """How a card can be said inside a sentence."""

    np: Variants = ()
    """Noun phrase: `the Global Plan of Action of 2010 (A/RES/64/293)`."""

    np_plural: bool = False
    """Whether a verb after the noun phrase stands in the plural."""

    clause: Variants = ()
    """Whole clause with its own subject: `the General Assembly adopted ...`."""

    gerund: Variants = ()
    """What the country did, as a gerund: `adopting ...`, `bringing ...`."""

    shows: Variants = ()
    """What the fact shows, opening with "that": `that States can agree ...`."""

    cause: Variants = ()
    """A driver of the problem, as a clause: `recruiters need debt and ...`."""

    critic: Variants = ()
    """Who makes a criticism, as a noun phrase: `the United States`."""

    charge: Variants = ()
    """What the critic holds, opening with "that": `that no trafficker ...`."""

    granted: Variants = ()
    """What the State concedes or leaves undisputed, as a clause."""

    reply: Variants = ()
    """What a reply says, as a clause: `cases were brought under ...`."""

    name: Variants = ()
    """What a proposal is called, as a noun phrase: `a yearly exchange of ...`."""

    actor: Variants = ()
    """Who would do what is proposed, as a noun phrase: `UNODC`."""

    act: Variants = ()
    """What they would do, as a bare infinitive: `prepare a short module for ...`."""

    when: Variants = ()
    """By when, opening with a preposition: `within one year of adoption`."""

    money: Variants = ()
    """Who pays, as a clause: `the Trust Fund would carry the cost`."""

    check: Variants = ()
    """Who checks, as a clause: `the Secretary-General would report ...`."""

    fit: Variants = ()
    """Why others can agree, as a clause: `the rooms and teachers exist`."""

    def variants(self, form: str) -> Variants:
        """Every wording of one form, by its name; none for a form not written."""
        return self._worded(form, expand)

    def samples(self, form: str) -> Variants:
        """A few wordings of one form in which each choice of its author stands."""
        return self._worded(form, covering)

    def first(self, form: str) -> str:
        """The wording its author prefers; empty for a form not written."""
        return next(iter(self.variants(form)), "")

    def _worded(self, form: str, choose: Callable[[str], Variants]) -> Variants:
        found = getattr(self, form, ())
        if not isinstance(found, tuple):
            return ()
        return tuple(wording for text in found for wording in choose(text))


FORMS = tuple(name for name in Say.model_fields if name != "np_plural")
"""The names of all forms, in the order above."""
