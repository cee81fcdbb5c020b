"""The command for the walk line by line: questions and answers, nothing drawn."""

import io
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from app.cli.plain_talk import Ended, Talk
from app.model.errors import DONE, Trouble

if TYPE_CHECKING:
    from app.desk.editing import OpenBrief


def plain(brief: Path | None = None, /) -> int:
    """Walk through a paper line by line: numbered questions, plain answers.

    For screen readers and narrow lines. Nothing is drawn; answers may come
    from a pipe. With ACCESSIBLE=1 every way to the screens leads here.

    Example: communique plain my-paper

    Parameters
    ----------
    brief
        The brief's folder. Where there is none you are asked whether to make it.
        Without it you are asked which paper to open.
    """
    for stream in (sys.stdin, sys.stdout):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
    talk = Talk(sys.stdin, sys.stdout)
    talk.say("Communiqué, line by line. ? explains, q saves and quits.")
    try:
        _walk(talk, brief)
    except Ended:
        talk.say("Goodbye.")
    return DONE


def _walk(talk: Talk, folder: Path | None) -> None:
    """Open or make a brief and walk until the person is done.

    Raises:
        Ended: the person is done; the brief is saved.
        Trouble: the brief cannot be opened or made.
    """
    from app.cli.plain_begin import begin, find_brief, is_there, wants_new
    from app.desk.editing import OpenBrief

    if folder is None:
        folder = find_brief(talk)
    elif not is_there(folder):
        wants_new(talk, folder)
        begin(talk, folder)
    opened = OpenBrief.open(folder)
    try:
        for said in filter(None, (*opened.said, opened.read_only)):
            talk.say(said)
        _steps(talk, opened)
    finally:
        kept = opened.close()
        talk.say(f"Saved in {folder}" if kept else f"Not saved: {opened.trouble}")


def _steps(talk: Talk, opened: "OpenBrief") -> None:
    """Go from step to step.

    Raises:
        Ended: the person is done.
    """
    from app.cli.plain_argument import argue, speak
    from app.cli.plain_cards import choose_cards
    from app.cli.plain_criticisms import meet
    from app.cli.plain_paper import read_and_write
    from app.cli.plain_proposals import propose
    from app.cli.plain_walk import Go, Walk
    from app.cli.plain_write import write
    from app.tui.stages import Stage
    from app.tui.work import Work

    steps: dict[Stage, Callable[[Walk, Go], Go]] = {
        Stage.SPEAKING: speak,
        Stage.ARGUMENT: argue,
        Stage.CRITICISMS: meet,
        Stage.PROPOSALS: propose,
        Stage.WRITE: write,
        Stage.PAPER: read_and_write,
    }
    walk = Walk(talk, Work.of(opened))
    here = Go(Stage.SPEAKING)
    while True:
        try:
            here = steps.get(here.stage, choose_cards)(walk, here)
        except Trouble as trouble:
            talk.say(str(trouble))
            here = Go(here.stage if here.focus else Stage.SPEAKING)
