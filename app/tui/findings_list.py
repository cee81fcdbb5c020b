"""The checks of a paper as a list: how each ended, where its rule stands."""

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets.option_list import Option

from app.model.finding import Finding, Outcome
from app.tui.choices import ChoiceList, heading

SIGNS = {
    Outcome.FAILED: "FIX",
    Outcome.ADVICE: "tip",
    Outcome.UNKNOWN: "?",
    Outcome.PASSED: "ok",
}
"""How an outcome is marked, in the order in which a person reads them."""


class FindingsList(ChoiceList):
    """Every check; Enter goes to the passage it is about."""

    HELP = (
        "Every check of your paper: FIX must be mended, tip is advice, ? is a rule "
        "nobody knows, ok is met. Enter goes to the passage; f mends what can be "
        "mended without touching your words."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "select", "Go there", key_display="Enter"),
    ]

    found: tuple[Finding, ...] = ()
    """The checks shown, what must be mended first."""

    def show_findings(self, found: Sequence[Finding]) -> None:
        """Show what the checks came to."""
        order = list(SIGNS)
        self.found = tuple(sorted(found, key=lambda one: order.index(one.outcome)))
        rows = [_row(at, one) for at, one in enumerate(self.found)]
        self.show([heading(summed(found)), *rows])

    @property
    def finding(self) -> Finding | None:
        """The highlighted check."""
        return self.found[int(self.current)] if self.current else None

    @property
    def to_fix(self) -> int:
        """How many of the checks shown ask for something to be mended."""
        return sum(one.outcome is Outcome.FAILED for one in self.found)


def summed(found: Sequence[Finding]) -> str:
    """What the checks came to, in one line."""
    counted = {one: sum(f.outcome is one for f in found) for one in SIGNS}
    checks = (
        f"{counted[Outcome.PASSED]} pass, {counted[Outcome.FAILED]} to fix, "
        f"{counted[Outcome.UNKNOWN]} unknown"
    )
    own = next((one for one in found if one.rule == "own-words"), None)
    if own and own.outcome is not Outcome.PASSED:
        ours = len(own.where)
        said = "1 sentence" if ours == 1 else f"{ours} sentences"
        return f"Ready to hand in? Not yet: {said} ours · {checks}"
    return f"Ready to hand in? {checks}"


def passage_of(finding: Finding) -> str | None:
    """The first passage that a check is about; None: the whole paper."""
    return next((one.passage for one in finding.where if one.passage), None)


def changes(before: Sequence[Finding], after: Sequence[Finding]) -> Content:
    """What is judged otherwise under other rules, rule by rule."""
    was = {(one.rule, one.message): one for one in before}
    outcomes = {one.rule: one.outcome for one in before}
    parts = []
    for one in after:
        if (one.rule, one.message) in was and outcomes[one.rule] is one.outcome:
            continue
        old = outcomes.get(one.rule)
        sign = f"{SIGNS[old] if old else 'new'} → {SIGNS[one.outcome]}  "
        parts.append(Content.assemble((sign, "bold"), f"{one.message}\n"))
    rules = {one.rule for one in after}
    gone = [one for one in before if one.rule not in rules]
    parts += [
        Content.assemble(("not asked any more  ", "bold"), f"{one.message}\n")
        for one in gone
    ]
    return Content("").join(parts) if parts else Content("No check ends otherwise.\n")


def _row(at: int, finding: Finding) -> Option:
    sign = SIGNS[finding.outcome]
    style = "bold $warning" if finding.outcome is Outcome.FAILED else "bold"
    passage = passage_of(finding)
    about = [finding.rule, finding.source or "", finding.year or ""]
    about += [f"Enter: {passage}" if passage else "", "f mends it" * bool(finding.fix)]
    words = Content.assemble(
        (f"{sign:<4}", style),
        finding.message,
        "\n    ",
        (" · ".join(one for one in about if one), "$text-muted"),
    )
    return Option(words, id=str(at))
