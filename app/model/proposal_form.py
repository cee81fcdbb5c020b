"""The form of a proposal: what a delegate decided about it, field by field."""

from app.model.base import Ids, Line, Record


class ProposalForm(Record):
    """What a delegate put into the form of one proposal.

    A field that is None was not touched, so the card speaks there; an empty one
    was emptied on purpose and is a gap.
    """

    proposed_actor: Line | None = None
    """Who acts."""

    act: Line | None = None
    """What they do, as a bare infinitive: `establish`."""

    object: Line | None = None
    """To or with what."""

    deadline: Line | None = None
    """By when."""

    funding: Line | None = None
    """Who pays."""

    check: Line | None = None
    """Who checks, and to whom that is reported."""

    built_on: Ids | None = None
    """The cards it builds on."""

    who_agrees: Line | None = None
    """Who is likely to agree, and why."""

    likely_objection: Line | None = None
    """What others will likely say against it."""

    reply_to_objection: Line | None = None
    """What can be said in return."""

    @property
    def filled(self) -> dict[str, str | Ids]:
        """The fields that were touched, by name."""
        told = {name: getattr(self, name) for name in type(self).model_fields}
        return {name: said for name, said in told.items() if said is not None}


UNTOUCHED = ProposalForm()
"""A form in which nothing was filled in."""
