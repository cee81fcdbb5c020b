"""The command that tells what happened to a brief, and goes back to it."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

from cyclopts import Parameter

from app.cli import say
from app.model.errors import DONE, WrongUse

if TYPE_CHECKING:
    from app.desk.history import History, Row


def history(
    brief: Path,
    /,
    *,
    proof: Path | None = None,
    restore: str | None = None,
    keep: Literal["journal", "files"] | None = None,
    by: Literal["day", "section", "kind"] = "day",
    format: Annotated[Literal["text", "json"], Parameter()] = "text",  # noqa: A002
) -> int:
    """Show what happened to a brief, go back in it, or write a record of the work.

    Example: communique history my-paper --proof record.docx

    Parameters
    ----------
    brief
        The brief's folder, or its name on the shelf.
    proof
        Write the record of the work for a teacher: a .docx or .md file.
    restore
        The number of an earlier state; "last" mends what cannot be read.
    keep
        Which side to keep where the journal and the files contradict.
    by
        Order by day, by section or by kind.
    format
        text or json.
    """
    from app.desk import history as desk
    from app.library.shelf import find_folder

    brief = find_folder(brief)
    if sum(one is not None for one in (proof, restore, keep)) > 1:
        raise WrongUse("--proof, --restore and --keep are three different jobs.")
    if restore is not None:
        return _told(*desk.restore(brief, restore).said)
    if keep is not None:
        return _told(*desk.settle(brief, keep).said, f"{brief}: the {keep} count.")
    if proof is not None:
        from app.desk.work_record import write_record

        say.data(str(write_record(brief, proof)))
        return DONE
    found = desk.read_history(brief)
    if format == "json":
        say.as_json(found.model_dump(mode="json"))
        return DONE
    _show(found, by)
    return DONE


def _told(*said: str) -> int:
    for one in said:
        say.talk(one)
    return DONE


def _show(found: "History", by: str) -> None:
    """Print the rows under a heading for each day, section or kind."""
    groups: dict[str, list[Row]] = {}
    for row in found.rows:
        for name in _names(row, by):
            groups.setdefault(name, []).append(row)
    for name, rows in groups.items():
        say.data(name)
        for row in rows:
            say.data(_line(row, by))
    if not found.rows:
        say.talk("This brief has no journal yet; it begins with the first change.")
    for one in found.mended:
        say.talk(one)
    for fault in found.faults:
        say.talk(f"The chain is broken. {fault}")


def _names(row: "Row", by: str) -> tuple[str, ...]:
    if by == "section":
        return row.sections or ("the whole brief",)
    return (row.kind.value,) if by == "kind" else (row.when[:10],)


def _line(row: "Row", by: str) -> str:
    when = row.when[11:19] if by == "day" else row.when[:19].replace("T", " ")
    size = f" +{row.added} -{row.removed}" if row.added or row.removed else ""
    where = f" ({', '.join(row.sections)})" if row.sections and by != "section" else ""
    left = " [taken back]" if row.undone else ""
    kind = "" if by == "kind" else f"{row.kind.value}: "
    return f"  {row.id:>6}  {when}  {kind}{row.what}{where}{size}{left}"
