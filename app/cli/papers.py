"""The commands that make and check papers."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

from cyclopts import Parameter

from app.cli import say
from app.model.brief import Brief, Register
from app.model.errors import DONE, FINDINGS, WrongUse
from app.model.finding import Outcome

if TYPE_CHECKING:
    from app.desk.writing import Written


def write(
    *briefs: str,
    out: Annotated[Path, Parameter(name=("--out", "-o"))],
    conference: str | None = None,
    as_: Annotated[
        Literal[
            "paper",
            "worksheet",
            "speech",
            "answers",
            "binder",
            "clauses",
            "disclosure",
            "agenda",
        ],
        Parameter(name="--as"),
    ] = "paper",
    seconds: int = 90,
    format: str | None = None,  # noqa: A002 the word people type
    seed: int | None = None,
    register: Literal["novice", "advanced", "formal"] | None = None,
    final: bool = False,
    blind: bool = False,
    fit: bool = False,
    fill: bool = False,
    reference: Path | None = None,
) -> int:
    """Write a paper: a brief's folder, or a dossier for its sample paper.

    Example: communique write belarus/human-trafficking -o paper.docx

    Parameters
    ----------
    briefs
        A brief's folder or its name on the shelf, or a dossier's id. Several
        briefs of one delegation make one paper, a part for each topic.
    out
        The file to write; its suffix chooses the format. A folder takes the
        file name and the format that the conference wants.
    conference
        Another conference's rules, by id; "all" writes a folder for each one, the
        file in the format that conference takes.
    as_
        Another paper of the same brief: a worksheet, an opening speech, the
        answer sheet, the research binder, clause ideas, the disclosure page or
        the private agenda.
    seconds
        How long the speech may take: 60, 90 or 120.
    format
        docx, pdf, html, md or txt, where the suffix does not say it.
    seed
        Another wording of the example sentences.
    register
        How formally the example speaks: novice, advanced or formal.
    final
        The clean paper; refused while sentences are still ours.
    blind
        Without any name of a person or a school.
    fit
        Count the pages exactly, with LibreOffice where it is installed, and say
        what you would have to shorten. Examples are always cut to fit.
    fill
        Take in more of the picked cards where there is room.
    reference
        Your school's own Word file: its styles, sheet and margins are taken.
    """
    from app.desk import writing
    from app.desk.file_format import advice_on, suffix_for

    if not briefs:
        raise WrongUse("There is nothing to write.", hint="Name a brief or a dossier.")
    opened = [_as_asked(writing.brief_named(one), seed, register) for one in briefs]
    if as_ != "paper":
        alone = _alone(opened, f"--as {as_}")
        return _write_other(
            alone,
            as_,
            out,
            format,
            conference,
            seconds=seconds,
            final=final,
            reference=reference,
        )
    if conference == "all":
        if reference is not None:
            raise WrongUse("--reference takes one conference at a time.")
        alone = _alone(opened, "--conference all")
        return _write_for_all(alone, out, format, final=final)
    written = writing.write_together(
        opened, conference=conference, final=final, fill=fill
    )
    if blind:
        from app.export.blind import blind as without_names

        written = written.revise(paper=without_names(written.paper))
    if fit:
        _say_pages(written, opened)
    wanted = suffix_for(written.rules)
    path = writing.export(written, out, format, in_folder=wanted, reference=reference)
    say.data(str(path))
    advice = advice_on(written.rules, path.suffix.removeprefix("."))
    if advice and path.suffix in {".docx", ".pdf"}:
        say.talk(advice)
    for one in written.findings:
        if one.outcome is Outcome.FAILED:
            say.talk(f"{one.rule}: {one.message}")
    return DONE


def _as_asked(brief: Brief, seed: int | None, register: str | None) -> Brief:
    """The brief with the seed and the register that were typed."""
    settings = brief.settings
    if seed is not None:
        settings = settings.revise(seed=seed)
    if register is not None:
        settings = settings.revise(register_=Register(register))
    return brief.revise(settings=settings)


def _alone(briefs: Sequence[Brief], option: str) -> Brief:
    """The one brief of a command that takes no more."""
    if len(briefs) > 1:
        raise WrongUse(f"{option} takes one brief at a time.")
    return briefs[0]


def _say_pages(written: "Written", briefs: Sequence[Brief]) -> None:
    """Say how many pages there are, and which own passages are the longest."""
    from app.desk.page_count import exact_pages, longest_own
    from app.export.pdf import NoPdf

    try:
        said = f"{exact_pages(written.paper, written.rules)} pages, counted."
    except NoPdf as trouble:
        said = f"Not counted: {trouble.what}"
    say.talk(said)
    length = next((one for one in written.findings if one.rule == "length"), None)
    if length:
        say.talk(length.message)
    if length and length.outcome is Outcome.FAILED:
        for brief in briefs:
            for one in longest_own(brief):
                say.talk(f"{one.passage}: {one.words} words of your own")


def _write_other(
    brief: Brief,
    genre: str,
    out: Path,
    suffix: str | None,
    conference: str | None,
    *,
    seconds: int,
    final: bool,
    reference: Path | None,
) -> int:
    """Write another paper of a brief, which no conference judges."""
    from app.desk.other_papers import write_as
    from app.desk.writing import export

    if final or conference == "all":
        raise WrongUse(
            "Only the position paper is written --final or for all conferences.",
            hint=f"Leave that out, or leave out --as {genre}.",
        )
    written = write_as(brief, genre, conference=conference, seconds=seconds)
    say.data(str(export(written, out, suffix, reference=reference)))
    return DONE


def _write_for_all(brief: Brief, out: Path, suffix: str | None, *, final: bool) -> int:
    """Write the paper of every conference into a folder of its own."""
    from app.desk.retargeting import retarget

    if out.suffix and not out.is_dir():
        raise WrongUse(
            f"{out} is one file; all conferences want a folder.",
            hint="For instance: --conference all -o papers/",
        )
    unread = 0
    refused: list[str] = []
    for one in retarget(brief, out, suffix=suffix, final=final):
        if one.trouble:
            unread += 1
            say.talk(f"{one.conference}: {one.trouble}")
        else:
            say.data(str(one.path))
        for found in one.findings:
            if found.outcome is Outcome.FAILED:
                say.talk(f"{one.conference}: {found.rule}: {found.message}")
        if one.format_refused:
            refused.append(one.conference)
        say.progress(one.done, one.whole, "Conferences:")
    if refused:
        say.talk(f"These conferences take another format: {', '.join(refused)}.")
    return FINDINGS if unread else DONE


def new(
    folder: Path,
    /,
    *,
    dossier: str,
    committee: str,
    conference: str = "default",
    delegation: str | None = None,
    session: str | None = None,
    empty: bool = False,
) -> int:
    """Make a new brief in a folder.

    Example: communique new my-paper --dossier belarus/human-trafficking
    --committee "Third Committee of the General Assembly"

    Parameters
    ----------
    folder
        Where the brief will live.
    dossier
        The dossier to begin from, by id.
    committee
        The committee's full name.
    conference
        The conference's rules, by id.
    delegation
        The school or club.
    session
        The first day of the session, YYYY-MM-DD.
    empty
        Without the suggested line of argument and cards.
    """
    from app.desk.creating import new_brief

    new_brief(
        folder,
        dossier,
        committee,
        conference=conference,
        school=delegation,
        session=session,
        empty=empty,
    )
    say.data(str(folder))
    return DONE


def check(
    *files: Path,
    conference: str | None = None,
    format: Literal["text", "json"] = "text",  # noqa: A002
    fix: bool = False,
) -> int:
    """Check a brief, or a paper that was written anywhere.

    Example: communique check paper.docx --conference kingmun

    Parameters
    ----------
    files
        Briefs' folders, or files: .docx, .txt, .md.
    conference
        The rules to hold them against, by id.
    format
        text or json.
    fix
        Mend in a brief what is safe: conference, citation style, spelling.
    """
    from app.desk.checking import check as check_one

    if not files:
        raise WrongUse("There is nothing to check.", hint="Name a brief or a file.")
    failed = False
    for file in files:
        if fix:
            _fix(file, conference)
        found = check_one(file, conference)
        say.findings(found, form=format, name=str(file) if len(files) > 1 else "")
        failed = failed or any(one.outcome is Outcome.FAILED for one in found)
    return FINDINGS if failed else DONE


def _fix(brief: Path, conference: str | None) -> None:
    """Mend a brief and say what was done; a file of words is left alone."""
    from app.desk.fixing import fix

    if not brief.is_dir():
        raise WrongUse(f"{brief} is no brief.", hint="Only a brief can be fixed.")
    for said in fix(brief, conference) or ("There was nothing to fix safely.",):
        say.talk(said)


def samples(
    out: Path,
    /,
    *,
    dossier: str,
    count: int = 3,
    levels: str = "strong",
    conference: str | None = None,
    key: bool = True,
    seed: int = 1,
    jobs: int | None = None,
) -> int:
    """Make sample papers that differ in wording and choice of cards.

    Example: communique samples class/ --dossier belarus/human-trafficking
    --count 6 --levels strong,middling,weak

    Parameters
    ----------
    out
        The folder to write to.
    dossier
        The dossier to write from, by id.
    count
        How many papers.
    levels
        Levels in turn, with commas: strong, middling, weak.
    conference
        The conference's rules, by id.
    key
        A key beside each paper: cards behind every paragraph, planted faults.
    seed
        Another series of samples.
    jobs
        How many processes work side by side; as many as there are cores.
    """
    from app.teaching.many import cores, save_many
    from app.teaching.samples import Series

    wanted = tuple(one.strip() for one in levels.split(",") if one.strip())
    if not wanted:
        raise WrongUse("There is no level.", hint="Name one: strong, middling, weak.")
    series = Series(dossier, wanted, conference, seed)
    made = save_many(series, count, out, key=key, jobs=jobs or cores())
    for number, paths in enumerate(made, start=1):
        for path in paths:
            say.data(str(path))
        say.progress(number, count, "Samples:")
    return DONE
