"""Ranks: an order that looks drawn by lot and is the same on every computer.

A name is hashed once; two ranks are then mixed by one multiplication, which keeps
what one name weighs in one place independent of all other names there.
"""

from collections.abc import Iterable
from functools import lru_cache
from hashlib import blake2b

_GOLDEN = 0x9E3779B97F4A7C15
"""An odd number whose bits look random: 2 to the 64th over the golden ratio."""

_BITS = (1 << 64) - 1


@lru_cache(maxsize=16384)
def rank_of(name: str) -> int:
    """What a name weighs everywhere, below 2 to the 64th."""
    return place_of(name)


def place_of(name: str) -> int:
    """What a name weighs, for a name that is asked for once: it is not remembered."""
    digest = blake2b(name.encode("utf-8"), digest_size=8).digest()
    return int.from_bytes(digest, "big")


def rank(place: int, name: int) -> int:
    """What a name weighs in one place, both told as ranks."""
    return ((place ^ name) * _GOLDEN) & _BITS


def ranks(place: int, names: Iterable[int]) -> list[int]:
    """What each of several names weighs in one place."""
    return [((place ^ name) * _GOLDEN) & _BITS for name in names]
