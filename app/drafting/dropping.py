"""Dropping: which units go so that enough is saved and least is lost."""

import math
from collections.abc import Mapping, Sequence


def cheapest(
    worth: Mapping[str, int], gains: Sequence[int], wanted: int
) -> frozenset[str] | None:
    """The units worth least that save enough; None where all save too little.

    The cheapest way to save at least so much is the old problem of the knapsack,
    worked out in tenths of a line or in words: what is lost with each sum that can
    be saved, which units give it, and the sums in the order they were found.
    """
    if not worth or sum(gains) < wanted:
        return None
    if wanted < 0:
        return frozenset((min(worth, key=worth.__getitem__),))
    losses: list[float] = [0, *[math.inf] * wanted]
    dropped = [0] * (wanted + 1)
    found = [0]
    for number, (lost, gain) in enumerate(zip(worth.values(), gains, strict=True)):
        if not gain:
            continue
        losses_before, dropped_before = losses.copy(), dropped.copy()
        for before in found.copy():
            now = before + gain
            if now > wanted:
                now = wanted
            total = losses_before[before] + lost
            if total < losses[now]:
                if losses[now] == math.inf:
                    found.append(now)
                losses[now] = total
                dropped[now] = dropped_before[before] | 1 << number
    return frozenset(
        unit for number, unit in enumerate(worth) if dropped[wanted] >> number & 1
    )
