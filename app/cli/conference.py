"""The commands about conferences and their rules."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any

from cyclopts import App, Parameter

from app.cli import say
from app.model.errors import DONE, FINDINGS, WrongUse

app = App(name="conference", help="List, show, check and make conferences' rules.")

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
    from app.library.presets import in_force, open_preset

    preset = open_preset(conference)
    table = preset.model_dump(mode="json", exclude=set(_ABOUT))
    force = in_force(preset)
    ours = dict(_rules(force.rules.model_dump(mode="json", exclude=set(_ABOUT))))
    say.records(
        (name, f"unknown (ours: {ours[name]})" if name in force.unknown else value)
        for name, value in _rules(table)
    )
    return DONE


@app.command
def check(preset: str, /) -> int:
    """Check a preset's file: what is wrong, what is unknown, what stands in.

    Example: communique conference check my-conference.toml

    Parameters
    ----------
    preset
        A file, or the id of a conference on the shelf.
    """
    from app.library.preset_check import check_preset, find_preset
    from app.model.finding import Outcome

    found = check_preset(find_preset(preset))
    say.findings(found, form="text")
    failed = any(one.outcome is Outcome.FAILED for one in found)
    return FINDINGS if failed else DONE


@app.command
def new(
    *,
    out: Annotated[Path | None, Parameter(name=("--out", "-o"))] = None,
    replace: bool = False,
) -> int:
    """Add a conference: answer one question after another; Enter is unknown.

    Example: communique conference new

    Parameters
    ----------
    out
        The file to write, in place of one in your own folder of presets.
    replace
        Write over a preset of your own that has the same id.
    """
    from app.library import presets
    from app.library.preset_answers import QUESTIONS, preset_text, slug
    from app.library.safefile import write_text

    if out is not None and out.suffix != ".toml":
        raise WrongUse(f"{out} is no preset.", hint="Give it a name ending in .toml.")
    name = _asked("Name of the conference")
    if not name:
        raise WrongUse("A conference needs a name.", hint="Start again and type one.")
    preset_id = out.stem if out else slug(_asked(f"Short id [{slug(name)}]") or name)
    path = out or presets.own_folder() / f"{preset_id}.toml"
    if path.exists() and not replace:
        raise WrongUse(f"{path} exists.", hint="Add --replace to write over it.")
    answers = [_answered(one) for one in QUESTIONS]
    write_text(path, preset_text(preset_id, name, answers))
    unknown = sum(not one for one in answers)
    say.talk(f"{len(answers) - unknown} rules known, {unknown} unknown.")
    if not out and (presets.shipped_folder() / path.name).is_file():
        say.talk(f'It stands in place of the shipped "{preset_id}".')
    say.talk(f"To see what is missing: communique conference check {path}")
    say.data(str(path))
    return DONE


def _answered(question: Any) -> dict[str, Any]:
    """What the person answers, asked again where it says nothing we can hold."""
    from app.library.preset_answers import NotUnderstood, answer

    while True:
        said = _asked(question.ask)
        try:
            found: dict[str, Any] = answer(question, said)
        except NotUnderstood as error:
            if not sys.stdin.isatty():
                what = f'"{question.ask}": {error}; the answer was "{said}".'
                raise WrongUse(what, hint="Mend that line.") from error
            say.talk(f"  {error}.")
        else:
            return found


def _asked(ask: str) -> str:
    """One line from the keyboard or from a file; nothing at its end."""
    sys.stderr.write(f"{ask}: ")
    sys.stderr.flush()
    said = sys.stdin.readline()
    if not sys.stdin.isatty():
        sys.stderr.write(f"{said.strip()}\n")
    return said.strip()


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
    if isinstance(one, dict) and "when" in one:
        time = f", {one['time']}" if one.get("time") else ""
        return f"{one['purpose']}: {one['when']}{time}"
    if isinstance(one, dict):
        return str(one.get("label") or one)
    return str(one)
