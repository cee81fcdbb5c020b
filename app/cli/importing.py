"""The command that reads work back into a brief."""

from pathlib import Path
from typing import Annotated

from cyclopts import Parameter

from app.cli import say
from app.model.errors import DONE, WrongUse


def import_files(
    *files: Path,
    into: Annotated[Path, Parameter(name="--into")],
) -> int:
    """Read a filled-in worksheet back into its brief.

    Nothing is written over: where a passage has text, what is new goes behind it.

    Example: communique import worksheet.docx --into my-paper

    Parameters
    ----------
    files
        Worksheets: .docx, .txt or .md.
    into
        The brief's folder.
    """
    from app.desk.importing import import_worksheet
    from app.drafting.genres import open_genre
    from app.library.shelf import find_folder

    if not files:
        raise WrongUse("There is nothing to import.", hint="Name a worksheet.")
    into = find_folder(into)
    titles = open_genre().titles
    for file in files:
        taken = import_worksheet(file, into)
        for name in (*taken.filled, *taken.appended):
            say.data(name)
        for name in taken.filled:
            say.talk(f"{titles[name]}: filled.")
        for name in taken.appended:
            say.talk(f"{titles[name]}: it had text; what is new stands behind it.")
        for name in taken.unchanged:
            say.talk(f"{titles[name]}: nothing new.")
        if not taken.is_changed and not taken.unchanged:
            say.talk(f"{file} holds no words of yours yet.")
    return DONE
