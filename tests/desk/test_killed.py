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
from tests.desk.open_briefs import again, begun, words

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


def last_said(said: str) -> int:
    """The last number that was acknowledged on a whole line."""
    lines = said.split("\n")[:-1]
    numbers = [int(one) for one in lines if one.isdigit()]
    return numbers[-1] if numbers else 0


@pytest.mark.slow
def test_every_acknowledged_edit_is_there_after_a_kill(tmp_path: Path) -> None:
    desk = begun(tmp_path)
    desk.close()
    edits = 0
    chance = random.Random(7)
    done = 0
    for _ in range(ROUNDS):
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
        edits = len(kept)
        opened.close()
    assert done > 0
    print(f"{ROUNDS} kills, {done} edits acknowledged, {edits} states kept")  # noqa: T201
    assert words(again(desk)) == "Malta asks."
