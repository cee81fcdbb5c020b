"""Whether a person asked for plain lines instead of screens; looked up at once."""

import os

ACCESSIBLE = "ACCESSIBLE"
"""The environment variable that asks for plain lines instead of screens."""


def is_wanted() -> bool:
    """Whether the person asked for plain lines everywhere."""
    return os.environ.get(ACCESSIBLE, "").casefold() not in {"", "0", "no", "false"}
