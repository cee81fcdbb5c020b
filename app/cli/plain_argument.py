"""Speaking for the country and the line of argument, line by line."""

from app.cli.plain_questions import ask_guide
from app.cli.plain_talk import not_understood
from app.cli.plain_walk import Go, Walk
from app.library.presets import open_preset
from app.model.errors import Trouble
from app.tui.stages import NAMES
from app.tui.work import Work

CHOOSING_A_LINE = (
    "A line of argument is one claim with two or three parts. Type the number "
    "of the one your paper will argue. -1 argues along none. c uses every card "
    "the chosen line suggests."
)
"""What can be typed where a line of argument is chosen."""


def speak(walk: Walk, here: Go) -> Go:
    """Tell who speaks where, and how one speaks for this country."""
    talk, work = walk.talk, walk.work
    assignment = work.brief.assignment
    talk.title(f"Speaking for {work.country}")
    talk.say(f"Topic: {assignment.topic}")
    talk.say(f"Committee: {assignment.committee.name}")
    talk.say(f"Conference: {_conference(assignment.conference)}")
    told = work.dossier.speaking_for if work.dossier else None
    if told:
        talk.say()
        talk.say(told.title)
        talk.say(told.text)
    explained = (
        "This step only tells. w explains the words of the topic. g takes the "
        "questions of your background guide, and your answers."
    )
    while True:
        answer = walk.answer("Enter goes on, ? explains", here, explained)
        if isinstance(answer, Go):
            return answer
        if answer == "w":
            _words(walk)
        elif answer == "g":
            ask_guide(walk)
        else:
            talk.say(not_understood(answer))


def argue(walk: Walk, here: Go) -> Go:
    """Choose what the paper holds."""
    talk, work = walk.talk, walk.work
    talk.title(NAMES[here.stage])
    talk.say(f"What will {work.country} argue?")
    if not work.lines:
        talk.say("This dossier has no lines of argument: your cards speak for you.")
    for number, line in enumerate(work.lines, start=1):
        mark = "CHOSEN. " if _is_chosen(work, line.id) else ""
        talk.say(f"{mark}{line.title}: {line.claim}", lead=f"{number}. ")
        talk.say(f"Because {line.because}.", lead="   ")
    while True:
        answer = walk.answer("A number, ? or Enter", here, CHOOSING_A_LINE)
        if isinstance(answer, Go):
            return answer
        _choose(walk, answer)


def _choose(walk: Walk, answer: str) -> None:
    work, count = walk.work, len(walk.work.lines)
    if answer == "c":
        walk.keep(_suggested(work))
    elif answer.isdecimal() and 1 <= int(answer[:6]) <= count:
        line = work.lines[int(answer) - 1]
        if _is_chosen(work, line.id):
            walk.talk.say("That is your line of argument already.")
            return
        work.choose_line(line.id)
        walk.keep(f"Chosen: {line.title}. c uses its {len(work.suggested())} cards.")
    elif answer.startswith("-") and work.brief.line:
        work.drop_line()
        walk.keep("Your paper argues along no line now.")
    else:
        walk.talk.say(not_understood(answer, count))


def _suggested(work: Work) -> str:
    """Use the cards of the line and say so."""
    wanted = len(work.suggested())
    if work.brief.line is None:
        return "Choose a line of argument first."
    if not wanted:
        return "Every card of this line is used already."
    work.use_suggested()
    return f"{wanted} cards used."


def _is_chosen(work: Work, line_id: str) -> bool:
    return work.brief.line is not None and work.brief.line.id == line_id


def _words(walk: Walk) -> None:
    for term in walk.work.glossary:
        expanded = f"{term.expand}. " if term.expand else ""
        walk.talk.say(f"{term.term}: {expanded}{term.say}")
    if not walk.work.glossary:
        walk.talk.say("This topic has no words to explain.")


def _conference(preset_id: str) -> str:
    """The name of a conference; its id where its rules cannot be read."""
    try:
        return open_preset(preset_id).name
    except Trouble:
        return preset_id
