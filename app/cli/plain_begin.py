"""Beginning line by line: which paper to open, or a few questions for a new one."""

from pathlib import Path

from app.cli.plain_talk import Ended, Talk
from app.desk.creating import new_brief
from app.library import dossiers, presets, shelf
from app.library.journal import has_journal
from app.model.errors import Trouble

COMMITTEE = "Third Committee of the General Assembly"
"""The committee that Enter takes."""

LOOKING = "Type the number. A slash and words looks for it, as /york. q leaves."
"""What `?` says where something is chosen from a list."""

NAMING = (
    "Type the full name of your committee, as Third Committee of the General "
    "Assembly, or Enter for that one. It can be changed later. q leaves."
)
"""What is said to a letter that stands alone where a committee is asked for."""


def find_brief(talk: Talk) -> Path:
    """Ask which paper to open, or make a new one, and give its folder.

    Raises:
        Ended: the person left.
        Trouble: a new one cannot be made.
    """
    known = shelf.list_briefs()
    rows = ["Start a new paper."]
    rows += [f"{one.name}: {one.trouble or _words(one.words)}" for one in known]
    first = 2 if known else 1
    chosen = talk.choose("Which paper?", rows, LOOKING, first)
    if chosen > 1:
        return Path(known[chosen - 2].folder)
    return begin(talk, None)


def is_there(folder: Path) -> bool:
    """Whether a folder holds a brief."""
    return (folder / "brief.toml").is_file() or has_journal(folder)


def wants_new(talk: Talk, folder: Path) -> None:
    """Ask whether a paper is to be begun where none was found.

    Raises:
        Ended: the person meant another one.
    """
    talk.say(f"There is no paper called {folder.name}.")
    rows = ["Start a new paper there.", "Leave; I meant another name."]
    if talk.choose("Shall one be made?", rows, LOOKING) > 1:
        raise Ended


def begin(talk: Talk, folder: Path | None) -> Path:
    """Ask for country, committee and conference, make the brief, give its folder.

    Raises:
        Ended: the person left before the last answer; nothing was made.
        Trouble: there is no dossier, or the folder cannot be written.
    """
    talk.say("A new paper. Everything you answer here can be changed later.")
    shelved = dossiers.list_dossiers()
    if not shelved:
        raise Trouble("There is no dossier on the shelf to begin from.")
    titles = [f"{one.title} ({one.cards} cards)" for one in shelved]
    most = max(range(len(shelved)), key=lambda at: shelved[at].cards) + 1
    chosen = talk.choose("Which country and topic?", titles, LOOKING, most)
    dossier = shelved[chosen - 1]
    committee = _committee(talk)
    rules = presets.list_presets()
    names = [one.name for one in rules]
    at = talk.choose("Which conference's rules?", names, LOOKING)
    place = folder or shelf.new_folder(f"{dossier.country}, {dossier.topic.lower()}")
    new_brief(place, dossier.id, committee, conference=rules[at - 1].id, empty=True)
    talk.say()
    talk.say(f"Made: {place}")
    return place


def _committee(talk: Talk) -> str:
    """Ask for the committee; a letter alone is no name of one.

    Raises:
        Ended: the person left.
    """
    talk.say()
    talk.say("Which committee? Type its full name.")
    while True:
        typed = talk.ask(f"Name, or Enter for the {COMMITTEE[:15]}")
        if typed == "q":
            raise Ended
        if len(typed) != 1:
            return typed or COMMITTEE
        talk.say(NAMING)


def _words(count: int) -> str:
    return "1 word" if count == 1 else f"{count} words"
