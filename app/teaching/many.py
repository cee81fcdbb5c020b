"""Many samples at once: one process after the other, or several side by side."""

import os
import sys
import threading
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import repeat
from pathlib import Path

from app.model.errors import WrongUse
from app.model.memory import seldom_searched
from app.teaching.samples import Series, check_series, make_sample, save_sample

WORTH_A_START = 24
"""From this many samples on, another process is worth its start."""

_AT_ONCE = 8


def save_many(
    series: Series, count: int, folder: Path, *, key: bool = True, jobs: int = 1
) -> Iterator[tuple[Path, ...]]:
    """Write so many samples and give the paths of each, in order.

    A sample is made, written and let go before the next one, so that memory
    stays flat. With `jobs` of more than 1 several processes share the work.

    Raises:
        WrongUse: fewer than one sample or one process is asked for.
        Trouble: the dossier, a level or the conference is unknown, or the
            folder does not take the files.
    """
    if count < 1:
        raise WrongUse(f"{count} samples cannot be made.", hint="Ask for 1 or more.")
    if jobs < 1:
        raise WrongUse(f"{jobs} processes cannot work.", hint="Ask for 1 or more.")
    check_series(series)
    one = partial(_save, folder=folder, key=key)
    first = one(series, 0)
    yield first
    numbers = range(1, count)
    with seldom_searched():
        if jobs == 1 or count < WORTH_A_START:
            yield from map(one, repeat(series), numbers)
        else:
            yield from _side_by_side(partial(one, series), numbers, jobs)


def _side_by_side(
    one: Callable[[int], tuple[Path, ...]], numbers: Iterable[int], jobs: int
) -> Iterator[tuple[Path, ...]]:
    """What several processes make, in order."""
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    start = get_context(_way_to_start())
    with ProcessPoolExecutor(jobs, mp_context=start) as pool:
        yield from pool.map(one, numbers, chunksize=_AT_ONCE)


def _way_to_start() -> str:
    """How another process begins: with all we know, or where that is unsafe, anew.

    A fork has the modules, the dossier and what the first sample taught us, and
    shares their memory. Where other threads run, and on a Mac, whose system
    libraries do not take it, a process begins from nothing.
    """
    from multiprocessing import get_all_start_methods

    forks = "fork" in get_all_start_methods() and sys.platform != "darwin"
    return "fork" if forks and threading.active_count() == 1 else "spawn"


def cores() -> int:
    """How many processes this computer can run side by side."""
    return os.cpu_count() or 1


def _save(series: Series, number: int, *, folder: Path, key: bool) -> tuple[Path, ...]:
    return save_sample(make_sample(series, number), folder, key=key)
