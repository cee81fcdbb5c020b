"""Memory: what was worked out about the very same records before.

A record never changes once made, so what was worked out about it stays true.
Records are known again by being the same object: comparing them field by field
would cost more than most answers do.
"""

import gc
from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from itertools import islice
from typing import Any, TypeVar

T = TypeVar("T")


class Memory:
    """Answers about records; the older half is forgotten when they grow too many."""

    def __init__(self, most: int) -> None:
        """An empty memory that holds at most so many answers."""
        self._most = most
        self._held: dict[Hashable, tuple[tuple[object, ...], Any]] = {}

    def of(
        self,
        records: tuple[object, ...],
        about: tuple[Hashable, ...],
        make: Callable[[], T],
    ) -> T:
        """What `make` gave for these very records and this question, or gives now."""
        if len(records) == 1:
            key: Hashable = id(records[0]), about
        else:
            key = about, *map(id, records)
        found = self._held.get(key)
        if found is not None:
            known: T = found[1]
            return known
        made = make()
        if len(self._held) >= self._most:
            for old in list(islice(self._held, self._most // 2 + 1)):
                del self._held[old]
        self._held[key] = (records, made)  # held on to, so that no id is used again
        return made


_NEW_RECORDS = 1_000_000
"""How many new records are worth a look for those that nobody holds."""


@contextmanager
def seldom_searched() -> Iterator[None]:
    """Make many papers without searching all records for circles after each few.

    Records never change, so they hold no circles and are let go without a search;
    and a search would write to every page of memory that a forked process shares.
    """
    before = gc.get_threshold()
    gc.freeze()
    gc.set_threshold(_NEW_RECORDS, *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)
        gc.unfreeze()
