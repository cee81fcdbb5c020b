"""The screens: first paint, keys, a held key, filter, memory, beside a bare screen.

`python -m tests.benchmarks screens [--starts N] [--keys N]`: each program runs in a
pseudo-terminal of its own; what is timed stands on the screen when it is counted.
"""

import argparse
import fcntl
import os
import pty
import re
import select
import signal
import struct
import sys
import tempfile
import termios
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from typing import NamedTuple

from app.desk.creating import new_brief
from app.desk.editing import OpenBrief
from app.library.locations import HOME_VARIABLE
from app.model.brief import Passage
from tests.benchmarks.made_papers import DOSSIER
from tests.tui import awkward

ROOT = Path(__file__).resolve().parents[2]
LINES, COLUMNS = 45, 140
PATIENCE = 60.0
WORDS = 1_000
PACE, REST, BURST = 0.1, 0.4, 8
"""Seconds between keys and between bursts of so many; the preview comes at a rest."""

ROUNDS = 4
"""Turns in which the bare screen and ours are written in."""

HELD, REPEATED = 90, 1 / 30
"""Letters of a key that is held down, and the seconds between them."""

PREVIEW = COLUMNS * 2 // 3
"""The column from which on the preview stands."""

_MOVE = re.compile(rb"\x1b\[\d+;(\d+)H")
"""A move of the cursor, with the column it goes to."""

_ESCAPES = re.compile(
    rb"\x1b(?:\[[0-9;?<>=]*[ -/]*[@-~]|\][^\x07]*\x07|P[^\x1b]*\x1b\\|.)"
)

BARE_SCREEN = """
from textual.app import App
from textual.widgets import OptionList, Static
class Bare(App):
    def compose(self):
        yield Static("Bare")
        yield OptionList("Start a paper")
Bare().run()
"""
BARE_TEXT = """
import sys
from textual.app import App
from textual.widgets import TextArea
class Bare(App):
    def compose(self):
        yield TextArea(open(sys.argv[1]).read(), soft_wrap=True)
    def on_mount(self):
        field = self.query_one(TextArea)
        field.move_cursor(field.document.end)
        field.focus()
Bare().run()
"""
NOT_COMPILED = "PYTHONDONTWRITEBYTECODE"
"""What would have us compiled at every start, as an installed program never is."""

OURS = "import sys; from app.__main__ import main; sys.exit(main())"


class Terminal:
    """A program in a pseudo-terminal."""

    def __init__(self, code: str, *words: str, home: Path) -> None:
        self.began = time.perf_counter()
        self.child, self.end = pty.fork()
        if self.child == 0:
            os.chdir(ROOT)
            os.environ |= {"TERM": "xterm-256color", "COLORTERM": "truecolor"}
            os.environ |= {HOME_VARIABLE: str(home), "LC_ALL": "C.UTF-8"}
            os.environ.pop(NOT_COMPILED, None)
            os.execv(sys.executable, [sys.executable, "-c", code, *words])
        size = struct.pack("HHHH", LINES, COLUMNS, 0, 0)
        fcntl.ioctl(self.end, termios.TIOCSWINSZ, size)

    def wait(
        self, wanted: str, *, since: float | None = None, column: int = 0
    ) -> float:
        """Milliseconds until the wanted words are drawn, from a column on."""
        begin, drawn = since or self.began, b""
        while not is_drawn(wanted, drawn, column):
            left = PATIENCE - (time.perf_counter() - begin)
            if left <= 0 or not select.select([self.end], [], [], left)[0]:
                shown = _ESCAPES.sub(b"", drawn)[-600:].decode(errors="replace")
                message = f"{wanted!r} never came; last was {shown!r}"
                raise TimeoutError(message)
            drawn += os.read(self.end, 65_536)
        return 1000 * (time.perf_counter() - begin)

    def press(self, keys: str, wanted: str) -> float:
        """Milliseconds from the keys to the wanted words."""
        since = time.perf_counter()
        os.write(self.end, keys.encode())
        return self.wait(wanted, since=since)

    def idle(self, seconds: float) -> None:
        """Let the program go on and leave aside what it draws."""
        until = time.perf_counter() + seconds
        while (left := until - time.perf_counter()) > 0:
            if select.select([self.end], [], [], left)[0]:
                os.read(self.end, 65_536)

    @property
    def memory(self) -> float | None:
        """Megabytes it holds; None where the system does not say."""
        try:
            said = Path(f"/proc/{self.child}/status").read_text()
        except OSError:
            return None
        found = re.search(r"VmRSS:\s+(\d+)", said)
        return int(found[1]) / 1024 if found else None


def is_drawn(wanted: str, drawn: bytes, column: int) -> bool:
    """Whether the words were drawn at a column or beyond."""
    if not column:
        return wanted.encode() in _ESCAPES.sub(b"", drawn)
    first, *later = _MOVE.split(drawn)
    for at, run in zip([b"0", *later[::2]], [first, *later[1::2]], strict=True):
        words = _ESCAPES.sub(b"", run).decode(errors="replace")
        here = words.rfind(wanted)
        if here >= 0 and int(at) + here >= column:
            return True
    return False


@contextmanager
def running(code: str, *words: str, home: Path) -> Iterator[Terminal]:
    """A program that is ended in any case."""
    terminal = Terminal(code, *words, home=home)
    try:
        yield terminal
    finally:
        os.kill(terminal.child, signal.SIGKILL)
        os.waitpid(terminal.child, 0)
        os.close(terminal.end)


def first_paints(home: Path, starts: int) -> tuple[list[float], list[float]]:
    """Milliseconds to the first list, bare and ours, turn by turn, after one each."""
    bare: list[float] = []
    ours: list[float] = []
    for code in (BARE_SCREEN, OURS):
        with running(code, home=home) as terminal:
            terminal.wait("Start a paper")
    for _ in range(starts):
        for code, found in ((BARE_SCREEN, bare), (OURS, ours)):
            with running(code, home=home) as terminal:
                found.append(terminal.wait("Start a paper"))
    return bare, ours


def typing(terminal: Terminal, keys: int) -> list[float]:
    """Milliseconds from a letter to the word that ends with it, in bursts."""
    found, word = [], ""
    for at in range(keys):
        letter = "quokka "[at % 7]
        word = "" if letter == " " else word + letter
        if letter == " ":
            os.write(terminal.end, b" ")
        else:
            found.append(terminal.press(letter, word))
        terminal.idle(PACE if at % BURST else REST)
    return found


def hold_down(terminal: Terminal, end: str) -> float:
    """Milliseconds from the last letter of a held key to its being on the screen."""
    letters = f"{('held ' * HELD)[: HELD - len(end) - 1]} {end}"
    for letter in letters[:-1]:
        os.write(terminal.end, letter.encode())
        terminal.idle(REPEATED)
    return terminal.press(letters[-1], end)


class Writing(NamedTuple):
    """What was measured while somebody wrote; milliseconds, bare and ours."""

    bare: list[float]
    ours: list[float]
    bare_held: list[float]
    ours_held: list[float]
    previewed: list[float]
    """From the last letter of a held key to its being in the preview."""
    memory: float
    """Megabytes we hold."""


def writing(home: Path, keys: int) -> Writing:
    """Write in a paper of a thousand words, letter by letter and with a held key."""
    folder, text = _paper_of_words(home)
    file = home / "words.txt"
    file.write_text(text, encoding="utf-8")
    with (
        running(BARE_TEXT, str(file), home=home) as plain,
        running(OURS, "open", str(folder), home=home) as ours,
    ):
        plain.wait("seventh")
        ours.wait("lacks")
        ours.press("8", "Enter opens one")
        ours.press("\r", "Ways to begin")
        ours.idle(3 * REST)
        found = Writing([], [], [], [], [], 0.0)
        for at in range(ROUNDS):
            found.bare.extend(typing(plain, keys // ROUNDS))
            found.ours.extend(typing(ours, keys // ROUNDS))
            end = f"zebra{at}"
            found.bare_held.append(hold_down(plain, end))
            behind = hold_down(ours, end)
            seen = time.perf_counter()
            found.ours_held.append(behind)
            later = ours.wait(end, since=seen, column=PREVIEW)
            found.previewed.append(behind + later)
            ours.idle(3 * REST)
        return found._replace(memory=ours.memory or 0.0)


def filtering(home: Path, rounds: int) -> list[float]:
    """Milliseconds from a letter in the filter to the count of the cards found."""
    place = awkward.many_cards(home)
    new_brief(home / "many", place, "Third Committee", empty=True)
    found = []
    with running(OURS, "open", str(home / "many"), home=home) as terminal:
        terminal.wait("Speaking")
        terminal.idle(REST)
        terminal.press("4", "All 10")
        terminal.idle(REST)
        terminal.press("/", "type words")
        terminal.idle(REST)
        for _ in range(rounds):
            for key in ("r", "e", "p", "o", "r", "t", *["\x7f"] * 5):
                found.append(terminal.press(key, "of 10,000"))
                terminal.idle(PACE)
            terminal.press("\x7f", "0 chosen")
            terminal.idle(PACE)
    return found


def _paper_of_words(home: Path) -> tuple[Path, str]:
    """A paper of a thousand own words on the shipped dossier."""
    folder = home / "words"
    new_brief(folder, DOSSIER, "Third Committee")
    opened = OpenBrief.open(folder)
    text = awkward.long_text(WORDS // 2)
    brief = opened.brief
    for one in ("opening", "critics"):
        brief = brief.with_passage(Passage(id=one, text=text))
    opened.change(brief, "write")
    opened.close()
    return folder, f"{text}\n\n{text}"


def p95(found: Sequence[float]) -> float:
    return sorted(found)[max(0, round(0.95 * len(found)) - 1)]


def row(what: str, ours: float, bare: float | None, reach: float, unit: str) -> str:
    """One line: what was measured, and whether it is within reach."""
    beside = f"bare {bare:7.1f} {unit}  ratio {ours / bare:4.2f}" if bare else " " * 28
    value = ours / bare if bare else ours
    verdict = "ok" if value <= reach else "MISSED"
    return f"{what:<42} {ours:7.1f} {unit}  {beside}  reach {reach:g}  {verdict}\n"


def main(words: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="screens")
    parser.add_argument("--starts", type=int, default=9)
    parser.add_argument("--keys", type=int, default=160)
    asked = parser.parse_args(words)
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        os.environ[HOME_VARIABLE] = folder
        say: Callable[[str], object] = sys.stdout.write
        bare, ours = first_paints(home, asked.starts)
        say(row("first paint, median", median(ours), median(bare), 1.5, "ms"))
        wrote = writing(home, asked.keys)
        bare, ours = wrote.bare, wrote.ours
        say(row("key to screen, median", median(ours), median(bare), 1.3, "ms"))
        say(row("key to screen, 1,000 words, p95", p95(ours), p95(bare), 1.3, "ms"))
        bare_held = f"held key, 90 letters, behind (bare {median(wrote.bare_held):.0f})"
        say(row(bare_held, median(wrote.ours_held), None, 50, "ms"))
        say(
            row("held key, until the preview", median(wrote.previewed), None, 500, "ms")
        )
        say(row("memory while writing", wrote.memory, None, 90, "MB"))
        found = filtering(home, max(2, asked.keys // 40))
        say(row("filter 10,000 cards, median", median(found), None, 20, "ms"))
        say(row("filter 10,000 cards, p95", p95(found), None, 40, "ms"))
    return 0
