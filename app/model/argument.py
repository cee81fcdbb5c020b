"""Lines of argument: a claim, why, and the strands that carry it."""

from app.model.base import Id, Ids, Line, Prose, Record


class Strand(Record):
    """One part of an argument, from its cause to its remedy."""

    part: Line
    """How the paper names it: `scattered effort`."""

    cause: Ids = ()
    """Cards that say why it lasts."""

    exposure: Ids = ()
    """Cards that show it at home."""

    record: Ids = ()
    """Cards that show what was done about it."""

    gap: Prose | None = None
    """What is still missing, in one sentence."""

    gap_cards: Ids = ()
    """The cards the gap rests on."""

    charge: Ids = ()
    """Criticisms that belong here."""

    care_charge: Ids = ()
    """Those among them that are matters of care."""

    answer: Ids = ()
    """Replies to those criticisms."""

    proposal: Ids = ()
    """Proposals that answer this part."""

    sensitive: bool = False
    """Whether a teacher may hide it."""

    @property
    def cards(self) -> tuple[str, ...]:
        """Every card id it names, once each, in the order of a paper."""
        named = (
            *self.cause,
            *self.exposure,
            *self.record,
            *self.gap_cards,
            *self.charge,
            *self.answer,
            *self.proposal,
        )
        return tuple(dict.fromkeys(named))


class Wording(Record):
    """Other ways to say a line of argument, which samples take turns with."""

    line: Id
    """The line that is meant."""

    claim: tuple[Line, ...] = ()
    """The thesis in other words."""

    because: tuple[Line, ...] = ()
    """Why, in other words."""

    claim_again: tuple[Line, ...] = ()
    """The thesis at the end, in other words."""


class LineOfArgument(Record):
    """A claim with its reason, and two or three strands."""

    id: Id
    """Its stable name: `coordination`."""

    title: Line
    """What a list calls it: `Use what has been agreed`."""

    spirit: Line | None = None
    """What it is about, in half a line."""

    claim: Line
    """The thesis, one sentence that a chair could repeat."""

    because: Line
    """Why, as a clause that can follow "because"."""

    claim_again: Line
    """The thesis again, changed, for the end."""

    claim_cards: Ids = ()
    """The cards the thesis rests on."""

    strand: tuple[Strand, ...] = ()
    """Its parts, in the order the paper argues them."""

    @property
    def cards(self) -> tuple[str, ...]:
        """Every card id it names, once each, in the order of a paper."""
        named = [*self.claim_cards]
        for strand in self.strand:
            named.extend(strand.cards)
        return tuple(dict.fromkeys(named))
