"""The commands about dossiers."""

from pathlib import Path

from cyclopts import App

from app.cli import say
from app.model.errors import DONE, FINDINGS

app = App(name="dossier", help="List, show and check dossiers.")


@app.command(name="list")
def list_() -> int:
    """List the dossiers on the shelf.

    Example: communique dossier list
    """
    from app.library.dossiers import list_dossiers

    say.records((one.id, one.title, f"{one.cards} cards") for one in list_dossiers())
    return DONE


@app.command
def show(dossier: str, /) -> int:
    """Show a dossier's cards, one a line.

    Example: communique dossier show belarus/human-trafficking
    """
    from app.library.dossiers import open_dossier

    opened = open_dossier(dossier)
    say.records((one.id, one.kind.value, one.statement) for one in opened.cards)
    return DONE


@app.command
def check(path: Path, /) -> int:
    """Check every link, form and source of a dossier in a folder.

    Example: communique dossier check my-dossier/
    """
    from app.library.dossier_check import check_dossier
    from app.library.dossiers import find_folder
    from app.model.finding import Outcome

    folder = path if path.is_dir() else find_folder(path.as_posix())
    found = check_dossier(folder)
    say.findings(found, form="text")
    failed = any(one.outcome is Outcome.FAILED for one in found)
    return FINDINGS if failed else DONE
