"""Need: how dearly a sentence of the example is needed where room is short."""

from enum import IntEnum


class Need(IntEnum):
    """How dearly a sentence is needed, the dearest first."""

    VITAL = 0
    MUST = 1
    SHOULD = 2
    WOULD = 3
    COULD = 4
