"""The command line: what was typed becomes a job for the desk.

Exit codes are a contract: 0 done, 1 findings failed or a foreseen problem,
2 wrong usage, 3 unreadable input. This is the one door where troubles show.
"""

import sys
from collections.abc import Sequence

from cyclopts import App, CycloptsError, Parameter

from app import __version__
from app.cli import say
from app.cli.conference import app as conference
from app.cli.dossier import app as dossier
from app.cli.history import history
from app.cli.importing import import_files
from app.cli.opening import open_screens
from app.cli.papers import check, new, samples, write
from app.cli.patterns import app as patterns
from app.cli.places import locate, schema
from app.cli.plain import plain
from app.cli.serve import serve
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
app.command(write)
app.command(new)
app.command(open_screens, name="open")
app.command(plain)
app.command(serve)
app.command(check)
app.command(history)
app.command(import_files, name="import")
app.command(samples)
app.command(dossier)
app.command(conference)
app.command(patterns)
app.command(schema)
app.command(locate)


def main(words: Sequence[str]) -> int:
    """Run one command and give its exit code."""
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
