"""Dropping: which units go so that enough is saved and least is lost."""

from collections.abc import Iterator, Mapping
from math import gcd


def ways_to_save(
    worth: Mapping[str, int], gains: Mapping[str, int], least: int, most: int
) -> Iterator[frozenset[str]]:
    """The units that can go, those ways first that lose least.

    The cheapest way to save each sum is the old problem of the knapsack, worked
    out in tenths of a line or in words: what is lost with each sum, and which units
    give it.

    Args:
        worth: What may go, and what is lost with it.
        gains: What each of them saves.
        least: The smallest sum worth telling.
        most: The sum beyond which more is no better.
    """
    known: dict[int, tuple[int, int]] = {0: (0, 0)}
    step = gcd(*[gains[unit] for unit in worth]) or 1
    least, most = -(-least // step), -(-most // step)
    for number, (unit, lost) in enumerate(worth.items()):
        gain = gains[unit] // step
        if not gain:
            continue
        for before, (loss, gone) in list(known.items()):
            now = before + gain
            if now > most:
                now = most
            held = known.get(now)
            if held is None or loss + lost < held[0]:
                known[now] = loss + lost, gone | 1 << number
    enough = [(*found, saved) for saved, found in known.items() if saved >= least]
    for _, gone, _ in sorted(enough):
        yield frozenset(unit for number, unit in enumerate(worth) if gone >> number & 1)
