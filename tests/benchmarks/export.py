"""Export: papers a second and memory, ours beside the tools one would take instead.

`python -m tests.benchmarks export [--rounds 15] [--slice 0.4] [--count 500]`

Every contender is a process of its own; each round gives each a slice, in
turning order, and medians are printed. Paper to bytes: one paper of 900 words
with notes and references, ready in memory. Brief to bytes: the same, drafted
from its brief before, with a new seed each time; checks are left out, as
nobody else makes any. Page to bytes: from the brief to the one page most conferences
ask for, where most must go. Whole commands: `samples` for so many papers, against as
many runs of pandoc as fit in a few seconds.
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from statistics import median
from typing import IO, NamedTuple

from app.library.locations import HOME_VARIABLE
from tests.benchmarks.export_contenders import CONTENDERS, NOT_INSTALLED, shelve

MODES = ("paper", "brief", "page")
_MAIN = Path(__file__).parents[2]
_FEW = 12


class Told(NamedTuple):
    """What a contender says after its turn."""

    seconds: float
    size: int
    memory: float


class Contender:
    """One process that makes papers on demand."""

    def __init__(self, name: str, mode: str, home: Path) -> None:
        self.name = name
        self._child = subprocess.Popen(
            [sys.executable, "-m", "tests.benchmarks.export_contenders", name, mode],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            cwd=_MAIN,
            env=os.environ | {HOME_VARIABLE: str(home)},
        )
        self.missing = self._line() == NOT_INSTALLED
        self.turn = 1

    def make(self, count: int) -> Told:
        """Let it make so many papers."""
        _pipe(self._child.stdin).write(f"{count}\n")
        _pipe(self._child.stdin).flush()
        return Told(*json.loads(self._line()))

    def warm(self, seconds: float) -> None:
        """Let it make its first papers, and choose how many fill a turn."""
        self.make(2)
        each = self.make(2).seconds / 2
        self.turn = max(1, int(seconds / max(each, 1e-6)))

    def end(self) -> None:
        """Let it go."""
        _pipe(self._child.stdin).close()
        self._child.wait(timeout=30)

    def _line(self) -> str:
        return _pipe(self._child.stdout).readline().strip()


def _pipe(found: IO[str] | None) -> IO[str]:
    assert found is not None
    return found


def main(words: list[str]) -> int:
    """Run the benchmark and print its tables."""
    asked = argparse.ArgumentParser(prog="python -m tests.benchmarks export")
    asked.add_argument("--rounds", type=int, default=15)
    asked.add_argument("--slice", type=float, default=0.4)
    asked.add_argument("--count", type=int, default=500)
    asked.add_argument("--only", choices=[*MODES, "command"])
    given = asked.parse_args(words)
    for mode in MODES:
        if given.only in {None, mode}:
            say(_table(mode, given.rounds, given.slice))
    if given.only in {None, "command"}:
        say(_commands(given.count))
    return 0


def say(lines: Iterator[str]) -> None:
    for line in lines:
        sys.stdout.write(f"{line}\n")
        sys.stdout.flush()


def _table(mode: str, rounds: int, seconds: float) -> Iterator[str]:
    with ExitStack() as held:
        home = Path(held.enter_context(tempfile.TemporaryDirectory()))
        shelve(home)
        running = [Contender(name, mode, home) for name in CONTENDERS]
        for one in running:
            held.callback(one.end)
        able = [one for one in running if not one.missing]
        for one in able:
            one.warm(seconds)
        times: dict[str, list[float]] = {one.name: [] for one in able}
        last: dict[str, Told] = {}
        for number in range(rounds):
            at = number % len(able)
            turn = able[at:] + able[:at]
            for one in turn[::-1] if number % 2 else turn:
                last[one.name] = told = one.make(one.turn)
                times[one.name].append(told.seconds / one.turn * 1e3)
    yield f"{mode} to bytes: {rounds} rounds of {seconds} s, load {_load()}"
    yield f"{'':28}{'ms':>10}{'papers/s':>10}{'ours is':>10}{'MB':>8}{'bytes':>9}"
    ours = median(times["ours"])
    for name in CONTENDERS:
        if name not in times:
            yield f"{name:28}{NOT_INSTALLED:>20}"
            continue
        each = median(times[name])
        told = last[name]
        yield (
            f"{name:28}{each:10.3f}{1e3 / each:10.1f}{each / ours:9.2f}x"
            f"{told.memory:8.0f}{told.size:9d}"
        )
    yield ""


def _load() -> str:
    return f"{os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else "unknown"


def _commands(count: int) -> Iterator[str]:
    """Whole commands: our samples, and runs of pandoc on one paper."""
    with tempfile.TemporaryDirectory() as folder:
        room = Path(folder)
        samples(1, room / "first")
        began = time.perf_counter()
        done = samples(count, room / "out")
        ours = time.perf_counter() - began
        made = len(list((room / "out").rglob("*.docx")))
        size = sum(one.stat().st_size for one in (room / "out").rglob("*.docx"))
    if done.returncode:
        yield f"samples --count {count}: {done.stderr.strip() or done.stdout.strip()}"
        return
    yield f"samples --count {count}: {made} files, {size / 1e6:.1f} MB in {ours:.2f} s"
    theirs = pandoc_runs(_FEW)
    if theirs is None:
        yield f"pandoc: {NOT_INSTALLED}"
        return
    yield (
        f"{count} runs of pandoc: {theirs * count:.1f} s, {theirs * 1e3:.0f} ms each; "
        f"ours is {theirs * count / ours:.1f} times as fast"
    )


def samples(count: int, folder: Path) -> subprocess.CompletedProcess[str]:
    """The whole command, on a Python that keeps what it compiled."""
    command = [sys.executable, "-m", "app", "samples", "--count", str(count)]
    command += ["--dossier", "belarus/human-trafficking", str(folder)]
    return subprocess.run(
        command, cwd=_MAIN, capture_output=True, text=True, env=compiling()
    )


def compiling() -> dict[str, str]:
    """The environment, without what forbids Python to keep what it compiled."""
    return {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}


def pandoc_runs(count: int) -> float | None:
    """Seconds one run of pandoc takes, as a command of its own."""
    from tests.benchmarks.export_contenders import markdown_of_one, pandoc_path

    program = pandoc_path() or shutil.which("pandoc")
    if program is None:
        return None
    text = markdown_of_one().encode()
    seconds = []
    with tempfile.TemporaryDirectory() as folder:
        for number in range(count):
            command = [program, "-f", "markdown", "-t", "docx"]
            command += ["-o", str(Path(folder) / f"{number}.docx")]
            began = time.perf_counter()
            subprocess.run(command, input=text, check=True)
            seconds.append(time.perf_counter() - began)
    return median(seconds)
