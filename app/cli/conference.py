"""The commands about conferences and their rules."""

from collections.abc import Iterator
from typing import Any

from cyclopts import App

from app.cli import say
from app.model.errors import DONE

app = App(name="conference", help="List and show conferences' rules.")

_ABOUT = ("id", "format")


@app.command(name="list")
def list_() -> int:
    """List the conferences whose rules are on the shelf.

    Example: communique conference list
    """
    from app.library.presets import list_presets

    say.records(
        (one.id, one.name, one.year or "undated", one.status.value)
        for one in list_presets()
    )
    return DONE


@app.command
def show(conference: str, /) -> int:
    """Show one conference's rules; what nobody published is unknown.

    Example: communique conference show kingmun
    """
    from app.library.presets import open_preset

    preset = open_preset(conference)
    table = preset.model_dump(mode="json", exclude=set(_ABOUT))
    say.records(_rules(table))
    return DONE


def _rules(table: dict[str, Any], prefix: str = "") -> Iterator[tuple[str, str]]:
    for name, value in table.items():
        whole = f"{prefix}{name}"
        if isinstance(value, dict) and value:
            yield from _rules(value, f"{whole}.")
        else:
            yield whole, _said(value)


def _said(value: Any) -> str:
    if value is None:
        return "unknown"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return f"{value:g}"
    if isinstance(value, list):
        return ", ".join(_item(one) for one in value) or "none"
    return str(value)


def _item(one: Any) -> str:
    if isinstance(one, dict):
        return str(one.get("label") or one.get("purpose") or one)
    return str(one)
