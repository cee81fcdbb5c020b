"""Writing: a brief becomes a paper that is checked, and a paper becomes a file."""

from collections.abc import Sequence
from pathlib import Path

from app.desk.composing import Composed, compose_together
from app.desk.known_headings import check_headings
from app.desk.opening import look
from app.desk.proofreading import on_draft
from app.drafting.budget import extent
from app.drafting.heading import missing_fields
from app.drafting.paper import Reshape
from app.export.filename import file_name, subject_line
from app.library import briefs, dossiers, shelf
from app.library.journal import has_journal
from app.library.safefile import write_bytes
from app.model.brief import Brief
from app.model.errors import (
    CannotWrite,
    UnknownId,
    WrongUse,
)
from app.model.finding import Finding
from app.model.paper import (
    Mark,
)
from app.model.preset import Preset
from app.review.preflight import check_paper

FORMATS = ("docx", "pdf", "html", "md", "txt")
"""The formats a paper can be written in, by suffix."""


class Written(Composed):
    """A paper with everything a face shows beside it."""

    findings: tuple[Finding, ...]
    """What the checks came to."""


def brief_named(name: str) -> Brief:
    """The brief a person means: a folder, its name on the shelf, or a dossier's id.

    Raises:
        UnknownId: there is neither a folder nor a dossier of this name.
        Unreadable: it cannot be understood.
    """
    folder = shelf.find_folder(name)
    if (folder / "brief.toml").is_file() or has_journal(folder):
        return look(folder)
    known = [one.id for one in dossiers.list_dossiers()]
    if name.strip("/") in known:
        return briefs.ready_brief(name.strip("/"))
    if folder.exists():
        return look(folder)
    from app.library.toml import nearest

    raise UnknownId("brief or dossier", name, nearest(name, known))


def write(
    brief: Brief,
    *,
    conference: str | None = None,
    final: bool = False,
    reshape: Reshape | None = None,
) -> Written:
    """The paper of a brief: a sample, a draft or, where asked, the clean paper.

    Args:
        brief: The brief.
        conference: The id of a preset in place of the brief's own.
        final: Whether the clean paper is wanted.
        reshape: What a teacher does to the example before it is cut to fit.

    Raises:
        Trouble: the conference is unknown or a template cannot be read.
        NotYetOwnWords: a final paper is asked for while sentences are ours.
        BlanksLeft: a final paper is asked for while a blank is not filled.
    """
    return write_together((brief,), conference=conference, final=final, reshape=reshape)


def write_together(
    briefs: Sequence[Brief],
    *,
    conference: str | None = None,
    final: bool = False,
    fill: bool = False,
    reshape: Reshape | None = None,
) -> Written:
    """One paper of several briefs of one delegation, each topic a labelled part.

    The first brief says whose paper it is and, unless another is named, which
    conference's rules it obeys.

    Raises:
        Trouble: as for `write`.
        WrongUse: the briefs speak for different countries.
        NotYetOwnWords, BlanksLeft: as for `write`.
    """
    made = compose_together(
        briefs, conference=conference, final=final, fill=fill, reshape=reshape
    )
    paper, rules, drafted = made.paper, made.rules, made.drafted
    first = made.briefs[0]
    findings = check_paper(
        paper,
        first,
        made.wanted,
        made.fallen_back,
        extent(paper.revise(banner=None) if paper.banner else paper, rules),
        missing_fields(first.assignment, rules),
        drafted.unknown_cards,
        charts=drafted.charts,
        without_series=drafted.without_series,
        file_name=file_name(rules, paper, _sent_as(rules)),
        subject=subject_line(rules, paper) or None,
    )
    if paper.mark is Mark.DRAFT:
        findings += on_draft(paper, first.assignment.country.name)
    for one in made.briefs:
        findings += check_headings(one)
    return Written(paper=paper, rules=rules, findings=findings)


def to_bytes(written: Composed, suffix: str, *, reference: Path | None = None) -> bytes:
    """The file of a paper, by suffix.

    Args:
        written: The paper.
        suffix: The format.
        reference: A school's own Word file, whose styles and page setup win.

    Raises:
        WrongUse: no such format, or one that has no styles to take.
        Unreadable: the reference is no Word file that can be understood.
        Trouble: PDF is asked for and LibreOffice is not installed.
    """
    paper, rules = written.paper, written.rules
    if suffix in {"docx", "pdf"}:
        from app.export.word import to_docx

        if suffix == "docx":
            return to_docx(paper, rules, reference=reference)
        from app.export.pdf import to_pdf

        return to_pdf(to_docx(paper, rules, reference=reference, comments=False))
    if reference is not None:
        raise WrongUse(
            f"A .{suffix} takes no styles from {reference.name}.",
            hint="Write a .docx or a .pdf with --reference.",
        )
    return to_words(written, suffix).encode("utf-8")


def to_words(written: Composed, suffix: str) -> str:
    """The text of a paper as Markdown, plain text or HTML.

    Raises:
        WrongUse: no such format.
    """
    paper, rules = written.paper, written.rules
    if suffix == "md":
        from app.export.markdown import to_markdown

        return to_markdown(paper, rules)
    if suffix == "txt":
        from app.export.plain import to_text

        return to_text(paper, rules)
    if suffix == "html":
        from app.export.html import to_html

        return to_html(paper, rules)
    known = ", ".join(FORMATS)
    raise WrongUse(f'There is no format "{suffix}".', hint=f"There are {known}.")


def export(
    written: Composed,
    out: Path,
    suffix: str | None = None,
    *,
    in_folder: str = "docx",
    reference: Path | None = None,
) -> Path:
    """Write the file and give its path; a folder takes the conference's file name.

    Args:
        written: The paper.
        out: A file or a folder.
        suffix: The format; None: the file's own, or that of files in a folder.
        in_folder: The format of a file in a folder.
        reference: A school's own Word file, whose styles and page setup win.

    Raises:
        WrongUse: the format is unknown.
        Unreadable: the reference cannot be understood.
        CannotWrite: the place does not take the file.
    """
    is_folder = out.is_dir() or (not out.suffix and suffix is None)
    if suffix is None:
        suffix = in_folder if is_folder else out.suffix.removeprefix(".").lower()
    path = out
    if is_folder:
        path = out / file_name(written.rules, written.paper, suffix)
    if not path.parent.exists() and not path.parent.parent.exists():
        raise CannotWrite(path, f"there is no folder {path.parent.parent}")
    content = to_bytes(written, suffix, reference=reference)
    write_bytes(path, content)
    return path


def _sent_as(rules: Preset) -> str:
    """The kind of file the conference likes best among those we write."""
    wanted = rules.file.formats or FORMATS
    return next((one for one in wanted if one in FORMATS), FORMATS[0])
