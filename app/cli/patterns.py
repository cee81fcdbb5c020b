"""The commands about sentence patterns."""

from pathlib import Path

from cyclopts import App

from app.cli import say
from app.model.errors import DONE, FINDINGS
from app.model.finding import Outcome

app = App(name="patterns", help="Check the sentence patterns of a register.")


@app.command
def check(path: Path, /) -> int:
    """Check a file of patterns, or every file of a folder.

    Example: communique patterns check my-register/m6.toml

    Parameters
    ----------
    path
        A file such as m6.toml, or a folder of such files.
    """
    from app.drafting.patterns_check import check_patterns

    found = check_patterns(path)
    say.findings(found, form="text")
    failed = any(one.outcome is Outcome.FAILED for one in found)
    return FINDINGS if failed else DONE
