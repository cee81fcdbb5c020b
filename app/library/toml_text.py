"""Writing TOML that people read: one id a line, long text as it was typed.

A new file is written plainly. A file that exists keeps its comments, its
order and its blank lines: only the values that changed are replaced.
"""

import re
import tomllib
from collections.abc import Mapping
from typing import Any

Table = dict[str, Any]

SECTIONS = frozenset({"card", "source", "term", "question", "strand"})
"""Lists of tables that stand as `[[name]]`; any other list stays on its line."""

ROWS = frozenset({"picks"})
"""Lists that have an entry a line, however short they are."""

_BARE = re.compile(r"[A-Za-z0-9_-]+")
_ESCAPED = re.compile(r'["\\\x00-\x08\x0a-\x1f\x7f]')
_ESCAPED_LONG = re.compile(r'\\|"(?="")|"$|[\x00-\x08\x0b-\x1f\x7f]')
_SHORT = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r"}
_WIDTH = 88


def plain(value: Any) -> Any:
    """The value in what TOML knows: dicts without None, lists, strings, numbers."""
    if isinstance(value, Mapping):
        pairs = value.items()
        return {str(name): plain(one) for name, one in pairs if one is not None}
    if isinstance(value, list | tuple):
        return [plain(one) for one in value]
    return str(value) if isinstance(value, str) else value


def to_toml(table: Mapping[str, Any], head: str = "") -> str:
    """The whole text of a file: a comment that says what it is, then the table."""
    opening = f"# {head}\n\n" if head else ""
    return opening + "\n".join(_table(plain(table), ())).strip("\n") + "\n"


def update(text: str, wanted: Mapping[str, Any], head: str = "") -> str:
    """The text of a file with the wanted values in it and its comments kept.

    Where comments cannot be kept without a wrong value, the values count and
    the file is written anew.
    """
    import tomlkit
    from tomlkit.exceptions import TOMLKitError

    table = plain(wanted)
    try:
        document = tomlkit.parse(text.replace("\r\n", "\n"))
        _merge(document, table)
        changed = document.as_string()
        if tomllib.loads(changed) == table:
            return changed
    except (TOMLKitError, tomllib.TOMLDecodeError, ValueError, KeyError, IndexError):
        pass
    return to_toml(table, head)


def _merge(there: Any, wanted: Table) -> None:
    """Bring a tomlkit table to the wanted values, touching only what differs."""
    for key in [key for key in there if key not in wanted]:
        del there[key]
    for key, value in wanted.items():
        if key not in there:
            there[key] = _item(key, value)
        elif isinstance(value, dict) and isinstance(there[key], dict):
            _merge(there[key], value)
        elif _is_section(key, value) and _is_tables(there[key]):
            _merge_list(there[key], value, key)
        elif isinstance(value, dict) or isinstance(there[key], dict):
            del there[key]
            there[key] = _item(key, value)
        elif there[key] != value:
            there[key] = _item(key, value)


def _merge_list(there: Any, wanted: list[Table], key: str) -> None:
    """Bring a list of tomlkit tables to the wanted ones, in their order."""
    while len(there) > len(wanted):
        del there[len(there) - 1]
    for index, value in enumerate(wanted):
        if index < len(there):
            _merge(there[index], value)
        else:
            there.append(_item(key, [value])[0])


def _is_tables(there: Any) -> bool:
    from tomlkit.items import AoT

    return isinstance(there, AoT)


def _item(key: str, value: Any) -> Any:
    """A value as tomlkit holds it, laid out as in a new file."""
    import tomlkit

    text = "\n".join(_table({key: value}, ())).strip("\n") + "\n"
    return tomlkit.parse(text)[key]


def _is_section(key: str, value: Any) -> bool:
    if key not in SECTIONS or not isinstance(value, list) or not value:
        return False
    return all(isinstance(one, dict) for one in value)


def _table(table: Table, path: tuple[str, ...]) -> list[str]:
    """The lines of a table: values first, then the tables inside it."""
    lines: list[str] = []
    for key, value in table.items():
        if not isinstance(value, dict) and not _is_section(key, value):
            rows = key in ROWS and isinstance(value, list) and value
            said = _rows(value) if rows else _value(value)
            lines.append(f"{_key(key)} = {said}")
    for key, value in table.items():
        name = ".".join(_key(step) for step in (*path, key))
        if isinstance(value, dict):
            lines += ["", f"[{name}]", *_table(value, (*path, key))]
        elif _is_section(key, value):
            for one in value:
                lines += ["", f"[[{name}]]", *_table(one, (*path, key))]
    return lines


def _key(key: str) -> str:
    return key if _BARE.fullmatch(key) else _string(key)


def _value(value: Any) -> str:
    """A value behind its key; long lists and texts run over several lines."""
    if isinstance(value, str):
        return _long_string(value) if "\n" in value else _string(value)
    if isinstance(value, list):
        return _list(value)
    return _inline(value)


def _list(values: list[Any]) -> str:
    one_line = _inline(values)
    if len(values) < 2 or (len(one_line) < _WIDTH // 2 and len(values) < 4):
        return one_line
    return _rows(values)


def _rows(values: list[Any]) -> str:
    rows = "".join(f"  {_inline(one)},\n" for one in values)
    return f"[\n{rows}]"


def _inline(value: Any) -> str:
    """A value on one line."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return _string(value)
    if isinstance(value, list):
        return f"[{', '.join(_inline(one) for one in value)}]"
    if isinstance(value, dict):
        pairs = ", ".join(f"{_key(key)} = {_inline(one)}" for key, one in value.items())
        return f"{{ {pairs} }}" if pairs else "{}"
    return repr(value)


def _string(text: str) -> str:
    return f'"{_ESCAPED.sub(_escape, text)}"'


def _long_string(text: str) -> str:
    return f'"""\n{_ESCAPED_LONG.sub(_escape, text)}"""'


def _escape(found: re.Match[str]) -> str:
    letter = found[0]
    return _SHORT.get(letter) or f"\\u{ord(letter):04x}"
