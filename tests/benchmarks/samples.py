"""Samples: the whole command with one process and with two, and its memory.

`python -m tests.benchmarks samples [--count 500] [--rounds 3] [--pandoc 6]`

Rounds of one and of two processes take turns; the median of their ratios is
printed, and beside it the processor time of each, which other work on the
machine disturbs less. Memory is the most any process of the command held, at a
tenth of the count and at all of it. Pandoc is run a few times on a paper of ours
and counted up to as many runs.
"""

import argparse
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median
from typing import NamedTuple

from tests.benchmarks.export import compiling, pandoc_runs, say

_MAIN = Path(__file__).parents[2]
_RUN = """
import resource, runpy, sys
sys.argv = ["communique", *sys.argv[1:]]
code = 0
try:
    runpy.run_module("app", run_name="__main__")
except SystemExit as end:
    code = end.code
own, others = (resource.getrusage(one) for one in
               (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
busy = sum(one.ru_utime + one.ru_stime for one in (own, others))
print(busy, max(own.ru_maxrss, others.ru_maxrss), file=sys.stderr)
sys.exit(code)
"""


class Took(NamedTuple):
    """What one run of the command took."""

    seconds: float
    """By the clock on the wall."""

    busy: float
    """Of the processors, all processes together, in seconds."""

    memory: float
    """The most one of its processes held, in MB."""


def main(words: list[str]) -> int:
    """Run the benchmark and print what it measured."""
    asked = argparse.ArgumentParser(prog="python -m tests.benchmarks samples")
    asked.add_argument("--count", type=int, default=500)
    asked.add_argument("--rounds", type=int, default=3)
    asked.add_argument("--pandoc", type=int, default=6)
    given = asked.parse_args(words)
    if sys.platform == "win32":
        say(iter(["Memory and processor time are not to be had on Windows."]))
        return 1
    small = [_samples(max(1, given.count // 10), jobs) for jobs in (1, 2)]
    alone: list[Took] = []
    shared: list[Took] = []
    for number in range(given.rounds):
        for jobs in (1, 2) if number % 2 else (2, 1):
            (alone if jobs == 1 else shared).append(_samples(given.count, jobs))
    say(iter(_told(given.count, small, alone, shared)))
    each = pandoc_runs(given.pandoc)
    if each is None:
        say(iter(["pandoc: not installed"]))
        return 0
    times = median([each * given.count / one.seconds for one in shared])
    said = f"{each * 1e3:.0f} ms a run of pandoc, the median of {given.pandoc}; "
    said += f"{given.count} runs would take {each * given.count:.0f} s, "
    say(iter([said + f"{times:.1f} times as long as two processes took"]))
    return 0


def _samples(count: int, jobs: int) -> Took:
    """The command in a process of its own, keys included."""
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-c", _RUN, "samples", str(Path(folder) / "out")]
        command += ["--dossier", "belarus/human-trafficking"]
        command += ["--count", str(count), "--jobs", str(jobs)]
        began = time.perf_counter()
        done = subprocess.run(
            command,
            cwd=_MAIN,
            capture_output=True,
            text=True,
            check=True,
            env=compiling(),
        )
        seconds = time.perf_counter() - began
        made = len(list(Path(folder).rglob("*.docx")))
    assert made == 2 * count, f"{made} files"
    busy, most = map(float, done.stderr.split()[-2:])
    return Took(seconds, busy, most / (1e6 if sys.platform == "darwin" else 1e3))


def _told(
    count: int, small: list[Took], alone: list[Took], shared: list[Took]
) -> list[str]:
    lines = [f"{count} samples with keys, {len(alone)} rounds, load {_load()}"]
    lines.append(f"{'':16}{'seconds':>9}{'busy':>9}{'MB':>7}{'MB at a tenth':>15}")
    named = zip(("one process", "two processes"), (alone, shared), small, strict=True)
    for name, runs, tenth in named:
        seconds = median(one.seconds for one in runs)
        busy = median(one.busy for one in runs)
        most = max(one.memory for one in runs)
        lines.append(
            f"{name:16}{seconds:9.2f}{busy:9.2f}{most:7.0f}{tenth.memory:15.0f}"
        )
    pairs = list(zip(alone, shared, strict=True))
    faster = median(one.seconds / two.seconds for one, two in pairs)
    extra = median(two.busy / one.busy for one, two in pairs)
    lines.append(f"two are {faster:.2f} times as fast, at {extra:.2f} times the work")
    return lines


def _load() -> str:
    return f"{os.getloadavg()[0]:.1f} on {os.cpu_count()} cores"
