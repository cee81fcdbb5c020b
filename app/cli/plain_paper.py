"""The paper line by line: read aloud, checked, written to the file to hand in."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from app.cli import say
from app.cli.plain_talk import not_understood
from app.cli.plain_walk import Go, Walk
from app.model.errors import NotYetOwnWords, Trouble
from app.model.finding import Finding, Outcome

if TYPE_CHECKING:
    from app.desk.writing import Written

CHOICES = (
    "Read the paper to me.",
    "Tell me what the checks found.",
    "Tell every check, passed ones too.",
    "Write the file to hand in, as a draft.",
    "Write the final file; it takes own words only.",
    "Change the conference whose rules count.",
)
"""What can be done with the paper."""

EXPLAINED = (
    "Type the number of what you want. A draft says which sentences are still "
    "ours. The file stands in the folder out, inside your paper's folder."
)
"""What `?` says about this step."""


def read_and_write(walk: Walk, here: Go) -> Go:
    """Read the paper, hear the checks, write the file."""
    talk = walk.talk
    talk.title("Paper")
    talk.rows(CHOICES)
    while True:
        answer = walk.answer("A number, ? or Enter", here, EXPLAINED)
        if isinstance(answer, Go):
            return answer
        try:
            _do(walk, answer)
        except NotYetOwnWords as trouble:
            talk.say(f"Not final yet. {trouble.what} 4 writes a draft; n goes on.")
        except Trouble as trouble:
            talk.say(str(trouble))


def _do(walk: Walk, answer: str) -> None:
    """Do what was chosen.

    Raises:
        Trouble: the paper cannot be made or written.
    """
    from app.desk.file_format import advice_on
    from app.desk.writing import to_words, write
    from app.tui.handing_in import hand_in

    talk, work = walk.talk, walk.work
    if answer == "1":
        talk.say(to_words(write(work.brief), "txt"))
    elif answer in {"2", "3"}:
        _tell_findings(walk, write(work.brief), every=answer == "3")
    elif answer in {"4", "5"}:
        work.opened.save()
        path, written = hand_in(work.brief, work.out, final=answer == "5")
        work.exported = work.brief
        talk.say("Written. The file is")
        talk.say(path.name)
        talk.say("in the folder")
        talk.say(str(path.parent))
        if advice := advice_on(written.rules, path.suffix.removeprefix(".")):
            talk.say(advice)
    elif answer == "6":
        _change_conference(walk)
    else:
        talk.say(not_understood(answer, len(CHOICES)))


def _tell_findings(walk: Walk, written: "Written", *, every: bool) -> None:
    found = written.findings
    walk.talk.say(f"The checks: {_counted(found)}.")
    for one in found:
        if every or one.outcome is not Outcome.PASSED:
            _tell(walk, one)


def _tell(walk: Walk, one: Finding) -> None:
    year = f" ({one.year})" if one.year else ""
    walk.talk.say(f"{say.MARKS[one.outcome]}: {one.rule}: {one.message}{year}")
    for place in one.where:
        walk.talk.say(say.where(place), lead="   ")


def _counted(found: Sequence[Finding]) -> str:
    parts = []
    for outcome in Outcome:
        number = sum(one.outcome is outcome for one in found)
        if number:
            parts.append(f"{number} {outcome.value}")
    return ", ".join(parts)


def _change_conference(walk: Walk) -> None:
    """Let another conference's rules count; u takes that back."""
    from app.library.presets import list_presets

    known = list_presets()
    ids = [one.id for one in known]
    assignment = walk.work.brief.assignment
    at = ids.index(assignment.conference) + 1 if assignment.conference in ids else 1
    chosen = walk.talk.choose(
        "Which conference?",
        [one.name for one in known],
        "A slash and words looks for a conference, as /york.",
        at,
    )
    walk.work.assign(assignment.revise(conference=ids[chosen - 1]))
    walk.keep(f"The rules of {known[chosen - 1].name} count now.")
