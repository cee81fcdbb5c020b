"""The command line: what was typed becomes a job for the desk.

Exit codes are a contract: 0 done, 1 findings failed or a foreseen problem,
2 wrong usage, 3 unreadable input. This is the one door where troubles show.
"""

import sys
from collections.abc import Sequence

from cyclopts import App, CycloptsError, Parameter

from app import __version__
from app.cli import say
from app.model.errors import WRONG_USE, Trouble

app = App(
    name="communique",
    help=(
        "Model United Nations position papers: evidence first, critics answered, "
        "your own words. Without a command the screens open."
    ),
    version=f"communique {__version__}",
    help_format="plaintext",
    result_action="return_value",
    default_parameter=Parameter(negative=()),
)
_COMMANDS = {
    "write": "papers:write",
    "new": "papers:new",
    "open": "opening:open_screens",
    "plain": "plain:plain",
    "serve": "serve:serve",
    "check": "papers:check",
    "history": "history:history",
    "import": "importing:import_files",
    "samples": "papers:samples",
    "dossier": "dossier:app",
    "conference": "conference:app",
    "patterns": "patterns:app",
    "schema": "places:schema",
    "locate": "places:locate",
}
"""Each command and where it is told; only the one that was typed is loaded."""

for _name, _place in _COMMANDS.items():
    app.command(f"app.cli.{_place}", name=_name)


def main(words: Sequence[str]) -> int:
    """Run one command and give its exit code."""
    if not words or words[0] not in _COMMANDS:
        for name in _COMMANDS:
            app[name]  # loaded, so that the list of commands says what each does
    try:
        code = app(list(words), exit_on_error=False, print_error=False)
    except Trouble as trouble:
        say.talk(str(trouble))
        return trouble.exit_code
    except CycloptsError as error:
        say.talk(f"{error}")
        say.talk('Type "communique --help" for the commands.')
        return WRONG_USE
    except BrokenPipeError:
        sys.stderr.close()
        return 0
    except KeyboardInterrupt:
        say.talk("Stopped; nothing was left half written.")
        return 130
    return code if isinstance(code, int) else 0
