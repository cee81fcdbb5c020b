"""Handing in: how the file is called and sent, by when, and what lateness costs.

Nothing here reads the clock: dates are told, never judged.
"""

from collections.abc import Iterator

from app.model.finding import Finding, Outcome
from app.review.case import Case


def check(case: Case) -> Iterator[Finding]:
    """Advice on the last step, as the conference words it."""
    yield from _file(case)
    yield from _subject(case)
    yield from _dates(case)
    if case.preset.late_effect:
        yield case.tell("late-effect", Outcome.ADVICE, case.preset.late_effect)


def _file(case: Case) -> Iterator[Finding]:
    file = case.preset.file
    if file.send_to:
        message = f"How it is handed in: {file.send_to}."
        yield case.tell("handed-in", Outcome.ADVICE, message, about=("file.send_to",))
    if file.formats is None:
        formats = ", ".join(case.rules.file.formats or ())
        yield from case.silent("file-format", "file.formats", f"{formats}.")
    else:
        formats = " or ".join(f".{one}" for one in file.formats)
        message = f"Send it as {formats}."
        about = ("file.formats",)
        yield case.tell("file-format", Outcome.ADVICE, message, about=about)
    name = case.file_name or case.rules.file.name or ""
    if file.name is None:
        yield from case.silent("file-name", "file.name", f"{name}.")
    else:
        message = f"Call the file {name}."
        yield case.tell("file-name", Outcome.ADVICE, message, about=("file.name",))
    if file.one_per_topic is not None:
        apart = "a file of its own" if file.one_per_topic else "one file with the rest"
        message = f"Each topic goes into {apart}."
        yield case.tell("file-per-topic", Outcome.ADVICE, message)


def _subject(case: Case) -> Iterator[Finding]:
    if case.preset.file.subject is not None:
        said = case.subject or case.preset.file.subject
        message = f"The subject of the message is: {said}"
        about = ("file.subject",)
        yield case.tell("subject-line", Outcome.ADVICE, message, about=about)


def _dates(case: Case) -> Iterator[Finding]:
    for one in case.preset.deadline:
        time = f", {one.time}" if one.time else ""
        said = "its rules are undated"
        if case.preset.year:
            said = f"by the rules of {case.preset.year}"
        message = f"For {one.purpose}: {one.when}{time}; {said}. Ask for this year’s."
        yield case.tell("deadline", Outcome.ADVICE, message, about=("deadline",))
    due = case.brief.assignment.due
    if due:
        yield Finding(
            rule="deadline", outcome=Outcome.ADVICE, message=f"You noted: due {due}."
        )
