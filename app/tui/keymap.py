"""Keys as a person has them: other alphabets, and keys of their own choosing.

`keys.toml` on the shelf names commands and the keys they shall answer to:

    [keys]
    next-gap = "j"
"""

from collections.abc import Mapping

from textual.events import Key

from app.library.locations import shelf_home

KEYS_FILE = "keys.toml"
"""Where a person's own keys stand, in the folder of the shelf."""

KEPT = frozenset({"enter", "space", "escape"})
"""Keys that stay what they are, whatever a person chooses."""

CITING_SIGN = "@"
"""The character that asks for a source among the words."""

CITING = "at"
"""The key of that character."""

_ALT = "alt+"

_LATIN = "qwertyuiopasdfghjklzxcvbnm"
_PLACES = (
    "йцукенгшщзфывапролдячсмить",
    "йцукенгшўзфывапролдячсміть",
    ";ςερτυθιοπασδφγηξκλζχψωβνμ",
)
"""The letters at the places of the Latin ones, keyboard by keyboard."""


def _at_the_same_place() -> dict[str, str]:
    found: dict[str, str] = {}
    for letters in _PLACES:
        for letter, latin in zip(letters, _LATIN, strict=True):
            if letter.isalpha():
                found.setdefault(letter, latin)
                found.setdefault(letter.upper(), latin.upper())
    return found


SAME_PLACE = _at_the_same_place()
"""The Latin letter at the place of a Cyrillic or Greek one."""


def as_latin(event: Key) -> str:
    """The key as a Latin keyboard would have sent it."""
    return SAME_PLACE.get(event.character or "", event.key)


def pressed(event: Key) -> tuple[Key, ...]:
    """The keys a person pressed, one after the other.

    A terminal sends Esc and a letter soon after it in the same way as Alt with
    the letter. Nothing here listens to Alt, so Esc it was.
    """
    if event.key.startswith(_ALT) and event.character:
        shifted = event.key.removeprefix(_ALT)
        letter = event.character if event.character.isalnum() else shifted
        return Key("escape", "\x1b"), Key(letter, event.character)
    return (event,)


def own_keys() -> dict[str, str]:
    """The keys a person chose, by command; none where nothing readable is there."""
    try:
        text = (shelf_home() / KEYS_FILE).read_text(encoding="utf-8")
    except (OSError, ValueError):
        return {}
    import tomllib

    try:
        found = tomllib.loads(text)
    except ValueError:
        return {}
    keys = found.get("keys", {})
    if not isinstance(keys, dict):
        return {}
    return {name: key for name, key in keys.items() if isinstance(key, str)}


def name_of(action: str) -> str:
    """What `keys.toml` calls an action: `next-gap` for `screen.next_gap`."""
    return action.partition("(")[0].rpartition(".")[2].replace("_", "-")


def meant(key: str, chosen: Mapping[str, str], actions: Mapping[str, str]) -> str:
    """The key that a pressed one stands for; empty: none, another was chosen for it.

    Args:
        key: The key that was pressed.
        chosen: The person's keys, by command.
        actions: The keys the program listens to here, each with its action.
    """
    if key in KEPT:
        return key
    for at, action in actions.items():
        if at not in KEPT and chosen.get(name_of(action)) == key:
            return at
    return "" if name_of(actions.get(key, "")) in chosen else key
