"""A program killed at any instant while it types loses nothing it acknowledged."""

import os
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from app.desk.editing import OpenBrief
from app.library.journal_walk import walk
from tests.desk.open_briefs import begun, words

# The typist sometimes takes its last number back before it goes on: killed between
# the two, the brief stands one step lower, and the step can be done again.
TYPIST = """
import sys
from pathlib import Path
from app.desk.editing import OpenBrief
from app.library import journal
from app.model.brief import Passage
journal.LONGEST = 40
desk = OpenBrief.open(Path(sys.argv[1]))
number = int(desk.brief.agenda or 0)
print("ready", flush=True)
while True:
    number += 1
    if number % 7 == 0:
        desk.undo()
        desk.redo()
    brief = desk.brief.revise(agenda=str(number))
    desk.change(brief, "count", joins=number % 3 == 0)
    if number % 5 == 0:
        desk.save()
    if desk.is_kept:
        print(number, flush=True)
"""

ROUNDS = int(os.environ.get("COMMUNIQUE_KILLS", "6"))
A_BRIEF = 20


def last_said(said: str) -> int:
    """The last number that was acknowledged on a whole line."""
    lines = said.split("\n")[:-1]
    numbers = [int(one) for one in lines if one.isdigit()]
    return numbers[-1] if numbers else 0


@pytest.mark.slow
def test_every_acknowledged_edit_is_there_after_a_kill(tmp_path: Path) -> None:
    said_kept = states = done = 0
    chance = random.Random(7)
    for at in range(ROUNDS):
        if at % A_BRIEF == 0:
            desk = begun(tmp_path / str(at))
            desk.close()
            said_kept, done = said_kept + done, 0
        typist = subprocess.Popen(
            [sys.executable, "-c", TYPIST, str(desk.folder)],
            stdout=subprocess.PIPE,
            text=True,
        )
        assert typist.stdout
        assert typist.stdout.readline() == "ready\n"
        time.sleep(chance.uniform(0.0, 0.4))
        typist.kill()
        said, _ = typist.communicate()
        done = max(done, last_said(said))
        opened = OpenBrief.open(desk.folder)
        kept = {one.after["agenda"] for one in walk(desk.folder).moments}
        assert not done or str(done) in kept
        assert int(opened.brief.agenda or 0) >= done - 2
        assert opened.read_only is None
        states = states + len(kept) if _is_last(at) else states
        opened.close()
        assert words(opened) == "Malta asks."
    said_kept += done
    assert said_kept > 0
    print(  # noqa: T201
        f"\n{ROUNDS} kills, {ROUNDS} reopenings: {said_kept} edits acknowledged, "
        f"none lost, {states} states in the journals"
    )


def _is_last(at: int) -> bool:
    """Whether this is the last kill of a brief."""
    return at % A_BRIEF == A_BRIEF - 1 or at == ROUNDS - 1
