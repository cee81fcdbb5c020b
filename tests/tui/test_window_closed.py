"""A window that is closed while somebody types: the words stay, the program ends."""

import os
import sys
from pathlib import Path

import pytest

from app.desk.editing import OpenBrief
from tests.desk.open_briefs import begun, words

if sys.platform == "win32":  # pragma: no cover
    pytest.skip("closing a window is told otherwise here", allow_module_level=True)

from tests.benchmarks.screens import Terminal

AT_A_BRIEF = """
import sys
from pathlib import Path
from app.tui.app import run
sys.exit(run(Path(sys.argv[1])))
"""


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore:.*multi-threaded:DeprecationWarning")
def test_words_are_kept_and_the_program_ends_where_its_window_is_closed(
    tmp_path: Path, home: Path
) -> None:
    desk = begun(tmp_path)
    desk.close()
    terminal = Terminal(AT_A_BRIEF, str(desk.folder), home=home)
    terminal.wait("saved")
    terminal.press("8", "Your own words")
    terminal.press("\r", "Esc: done")
    terminal.press(" And insists.", "insists.")
    os.close(terminal.end)
    _, status = os.waitpid(terminal.child, 0)
    assert os.WIFEXITED(status)
    again = OpenBrief.open(desk.folder)
    assert words(again) == "Malta asks. And insists."
    assert again.read_only is None
