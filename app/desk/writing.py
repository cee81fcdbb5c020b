"""Writing: a brief becomes a paper with origins, and a paper becomes a file."""

from collections.abc import Sequence
from pathlib import Path

from app.desk.charting import with_series
from app.desk.known_headings import check_headings
from app.desk.lengthening import draft_to_length
from app.desk.measuring import origins_in
from app.desk.opening import look
from app.desk.proofreading import on_draft
from app.drafting.budget import extent
from app.drafting.genres import open_genre
from app.drafting.heading import missing_fields
from app.drafting.paper import Drafted, Reshape
from app.export.filename import file_name, subject_line
from app.language.blanks import has_blank
from app.language.draft_marks import banner, count_said
from app.language.grammar import join_names
from app.library import briefs, dossiers, presets, shelf
from app.library.journal import has_journal
from app.library.safefile import write_bytes
from app.model.base import Record
from app.model.brief import Brief, BriefKind
from app.model.errors import (
    BlanksLeft,
    CannotWrite,
    NotYetOwnWords,
    UnknownId,
    WrongUse,
)
from app.model.finding import Finding
from app.model.paper import (
    Mark,
    Origin,
    Paper,
    Paragraph,
    Part,
    Section,
    Sentence,
)
from app.model.preset import Preset
from app.review.preflight import check_paper

FORMATS = ("docx", "pdf", "html", "md", "txt")
"""The formats a paper can be written in, by suffix."""


class Written(Record):
    """A paper with everything a face shows beside it."""

    paper: Paper
    """The paper, every sentence with its origin."""

    rules: Preset
    """The rules in force."""

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


def preview(brief: Brief) -> Paper:
    """The paper of a brief as a draft, to be looked at while it is written.

    Nothing is checked: checks take as long again, and nobody sees them beside a
    field.

    Raises:
        Trouble: as for `write`.
    """
    wanted = presets.open_preset(brief.assignment.conference)
    rules = presets.in_force(wanted).rules
    mark = _mark((brief,), final=False)
    paper = _measured(draft_to_length((brief,), rules, mark), (brief,))
    return _with_banner(paper, mark)


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
    first = briefs[0]
    _same_delegation(briefs)
    wanted = presets.open_preset(conference or first.assignment.conference)
    briefs = tuple(with_series(spelled_for(one, wanted)) for one in briefs)
    first = briefs[0]
    force = presets.in_force(wanted)
    mark = _mark(briefs, final=final)
    drafted = draft_to_length(briefs, force.rules, mark, reshape, fill=fill)
    paper = _measured(drafted, briefs)
    allowed = all(one.settings.allow_examples for one in briefs)
    if final and paper.still_ours and not allowed:
        said = count_said(paper.still_ours, len(paper.sentences))
        raise NotYetOwnWords(said, hint=_where_said(paper))
    if final:
        _refuse_blanks(paper)
    paper = _with_banner(paper, mark)
    findings = check_paper(
        paper,
        first,
        wanted,
        force.unknown,
        extent(paper.revise(banner=None) if paper.banner else paper, force.rules),
        missing_fields(first.assignment, force.rules),
        drafted.unknown_cards,
        charts=drafted.charts,
        without_series=drafted.without_series,
        file_name=file_name(force.rules, paper, _sent_as(force.rules)),
        subject=subject_line(force.rules, paper) or None,
    )
    if mark is Mark.DRAFT:
        findings += on_draft(paper, first.assignment.country.name)
    for one in briefs:
        findings += check_headings(one)
    return Written(paper=paper, rules=force.rules, findings=findings)


def spelled_for(brief: Brief, wanted: Preset) -> Brief:
    """A ready brief in the English a conference asks for; a delegate sets their own."""
    if brief.kind is not BriefKind.READY or wanted.spelling is None:
        return brief
    return brief.revise(settings=brief.settings.revise(spelling=wanted.spelling))


def _same_delegation(briefs: Sequence[Brief]) -> None:
    countries = dict.fromkeys(one.assignment.country.name for one in briefs)
    if len(countries) > 1:
        raise WrongUse(
            f"These briefs speak for {join_names(list(countries))}.",
            hint="One paper speaks for one country; write them one by one.",
        )


def to_bytes(written: Written, suffix: str, *, reference: Path | None = None) -> bytes:
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


def to_words(written: Written, suffix: str) -> str:
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
    written: Written,
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


def _mark(briefs: Sequence[Brief], *, final: bool) -> Mark:
    if any(one.kind is not BriefKind.DELEGATE for one in briefs):
        return Mark.SAMPLE
    return Mark.FINAL if final else Mark.DRAFT


def _measured(drafted: Drafted, briefs: Sequence[Brief]) -> Paper:
    """The paper with the origin of every sentence."""
    paper = drafted.paper
    if all(one.origin is not None for one in paper.sentences):
        return paper
    parts = tuple(map(_measured_part, paper.parts, briefs))
    return paper.revise(parts=parts)


def _measured_part(part: Part, brief: Brief) -> Part:
    """One topic, each sentence held against what its own brief could make."""
    origin = origins_in(brief)

    def sentence(one: Sentence) -> Sentence:
        if one.origin is not None:
            return one
        return one.revise(origin=origin(one.prose))

    def section(one: Section) -> Section:
        blocks = tuple(
            block.revise(sentences=tuple(map(sentence, block.sentences)))
            if isinstance(block, Paragraph)
            else block
            for block in one.blocks
        )
        return one.revise(blocks=blocks)

    return part.revise(sections=tuple(map(section, part.sections)))


def _with_banner(paper: Paper, mark: Mark) -> Paper:
    if mark is not Mark.DRAFT:
        return paper
    return paper.revise(banner=banner(paper.still_ours, len(paper.sentences)))


def _refuse_blanks(paper: Paper) -> None:
    """Refuse a final paper in which somebody still has to fill a place.

    Raises:
        BlanksLeft: there is one.
    """
    titles = open_genre().titles
    found = [
        f"{section.title or titles.get(section.id, section.id)}: {one.prose}"
        for part in paper.parts
        for section in part.sections
        for block in section.blocks
        if isinstance(block, Paragraph)
        for one in block.sentences
        if has_blank(one.prose)
    ]
    if found:
        verb = "sentence has" if len(found) == 1 else "sentences have"
        listed = "\n".join(f"  {one}" for one in found)
        raise BlanksLeft(
            f"{len(found)} {verb} a blank to be filled.",
            hint=f"Fill it or take the sentence out:\n{listed}",
        )


def _where_said(paper: Paper) -> str:
    titles = open_genre().titles
    found: list[str] = []
    for part in paper.parts:
        for section in part.sections:
            ours = sum(
                one.origin in {Origin.SCAFFOLD, Origin.NEAR}
                for block in section.blocks
                if isinstance(block, Paragraph)
                for one in block.sentences
            )
            if ours:
                title = section.title or titles.get(section.id, section.id)
                found.append(f"{title}: {ours}")
    said = "; ".join(found)
    return (
        f"Write them in your own words first ({said}), or write a draft without"
        ' --final. A teacher may allow examples with "allow_examples = true" under'
        " [settings] in brief.toml."
    )
