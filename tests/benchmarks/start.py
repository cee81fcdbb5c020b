"""Start: how long commands take beside an empty interpreter and `import pydantic`.

`python -m tests.benchmarks start [--rounds 11]`

Every program is a process of its own; each round starts each once, in turning
order, and medians are printed. The machine's other work hits all alike.
"""

import argparse
import subprocess
import sys
import time
from pathlib import Path
from statistics import median

from tests.benchmarks.export import compiling, say

_MAIN = Path(__file__).parents[2]
_EMPTY = "an empty interpreter"
_PYDANTIC = "import pydantic"
_PROGRAMS = {
    _EMPTY: ["-c", "pass"],
    _PYDANTIC: ["-c", "import pydantic; pydantic.BaseModel"],
    "communique --version": ["-m", "app", "--version"],
    "communique dossier list": ["-m", "app", "dossier", "list"],
    "communique conference list": ["-m", "app", "conference", "list"],
    "communique locate": ["-m", "app", "locate"],
    "communique --help": ["-m", "app", "--help"],
}


def main(words: list[str]) -> int:
    """Run the benchmark and print its table."""
    asked = argparse.ArgumentParser(prog="python -m tests.benchmarks start")
    asked.add_argument("--rounds", type=int, default=11)
    rounds = asked.parse_args(words).rounds
    times: dict[str, list[float]] = {name: [] for name in _PROGRAMS}
    names = list(_PROGRAMS)
    for name in names:
        _start(_PROGRAMS[name])
    for number in range(rounds):
        at = number % len(names)
        turn = names[at:] + names[:at]
        for name in turn[::-1] if number % 2 else turn:
            times[name].append(_start(_PROGRAMS[name]))
    empty, pydantic = (median(times[one]) for one in (_EMPTY, _PYDANTIC))
    lines = [f"{'':28}{'ms':>8}{'x empty':>10}{'x pydantic':>12}"]
    for name, held in times.items():
        each = median(held)
        lines.append(
            f"{name:28}{each * 1e3:8.0f}{each / empty:10.1f}{each / pydantic:12.1f}"
        )
    say(iter(lines))
    return 0


def _start(words: list[str]) -> float:
    command = [sys.executable, *words]
    began = time.perf_counter()
    subprocess.run(command, cwd=_MAIN, capture_output=True, check=True, env=compiling())
    return time.perf_counter() - began
