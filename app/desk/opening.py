"""Opening a brief: its journal, its files, and what happened to them meanwhile.

The journal is the truth; files that somebody changed by hand are taken in
field by field. An old copy that came back and a field changed in both places
are never settled without the person who owns them.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Literal, NamedTuple

from app.drafting.genres import open_genre
from app.library import brief_files, briefs, choices, passages, safefile
from app.library.brief_files import CARDS_FILE, PAPER_FILE, open_brief
from app.library.choices import CHOICES_FILE
from app.library.conflicts import Conflict, join, said_value
from app.library.fields import BY_ID, ORDER, Tree, apply, brief_of, tree_of
from app.library.journal import (
    Journal,
    JournalDamaged,
    Opened,
    every_segment,
    open_journal,
    way_back,
)
from app.library.journal_fold import Fold
from app.library.journal_lines import mark_of
from app.model.brief import Brief
from app.model.edit import Beginning, Change, Snapshot
from app.model.errors import Trouble, Unreadable

Keep = Literal["journal", "files"]
"""Which side a person keeps where both cannot be: the journal's or the files'."""

FILES = (CHOICES_FILE, PAPER_FILE, CARDS_FILE)
"""The readable files of a brief."""

PARTS = {
    CHOICES_FILE: (
        "format",
        "kind",
        "dossier",
        "assignment",
        "line",
        "picks",
        "proposals",
        "questions",
        "agenda",
        "settings",
    ),
    PAPER_FILE: ("passages",),
    CARDS_FILE: ("cards", "sources", "glossary"),
}
"""Which fields of a brief each file says."""


_BOTH = "The journal and the files beside it were both changed, and differently:"


class MustChoose(Trouble):
    """Files and journal say different things, and only a person can choose."""

    def __init__(
        self, what: str, folder: Path, conflicts: tuple[Conflict, ...]
    ) -> None:
        super().__init__(
            what,
            hint="Nothing was changed. Both are kept until you choose: "
            f'"communique history {folder} --keep journal" or "--keep files".',
        )
        self.conflicts = conflicts
        """The fields that differ; none where a whole old file came back."""


class FileBroken(Unreadable):
    """A readable file that cannot be understood, while its journal can be."""

    def __init__(self, broken: Unreadable, folder: Path) -> None:
        Trouble.__init__(
            self,
            broken.what,
            hint=f"{broken.hint} Or go back to what it last said, and keep the broken "
            f"file beside it: {way_back(folder)}",
        )
        self.path = broken.path
        self.reason = broken.reason


class Found(NamedTuple):
    """A brief as it was found."""

    journal: Journal
    """Where to go on writing."""

    fold: Fold
    """What the journal came to."""

    state: Tree
    """The brief as fields, changes made by hand included."""

    seen: dict[str, str]
    """The marks of files that are not as they were last written."""

    base: Tree
    """The brief as the files now say it."""

    missing: tuple[str, ...]
    """Files that are gone."""

    aside: tuple[Conflict, ...]
    """What was set aside by choice; it goes into `conflicts.md`."""

    said: tuple[str, ...]
    """What a person should know, in sentences."""


def look(folder: Path, keep: Keep | None = None) -> Brief:
    """The brief in a folder, journal and files; nothing is written or held.

    Raises:
        Trouble: there is none, it cannot be read, or a person must choose.
    """
    found = find(folder, keep)
    return open_brief(folder, titles()) if found is None else brief_of(found.state)


def find(folder: Path, keep: Keep | None = None) -> Found | None:
    """The brief in a folder with its journal; None where it has no journal yet.

    Raises:
        JournalDamaged: a line in its middle is damaged.
        FileBroken: a readable file is broken; it is left alone.
        MustChoose: an old copy came back, or a field was changed in both
            places, and `keep` does not say which side to take.
    """
    opened = open_journal(folder)
    if opened is None:
        return None
    if opened.fault:
        raise JournalDamaged(opened.journal.path, opened.fault, folder)
    try:
        return taken_in(folder, opened, keep)
    except Unreadable as error:
        if error.path.parent != folder or error.path.name not in FILES:
            raise
        raise FileBroken(error, folder) from error


def taken_in(folder: Path, opened: Opened, keep: Keep | None = None) -> Found:
    """What a good journal and the files beside it come to.

    Raises:
        Unreadable: a readable file is broken; it is left alone.
        MustChoose: a person must choose.
    """
    fold = opened.fold
    said = ["The last line of the journal was cut off and is left out."]
    said = said if opened.torn else []
    changed, missing = changed_files(folder, fold)
    said += map(was_missing, missing)
    old = [one for one in changed if is_old_copy(folder, one)]
    if old and keep is None:
        names = " and ".join(old)
        what = f"An older copy of {names} came back, perhaps from a sync program."
        raise MustChoose(what, folder, ())
    state: Tree = fold.state
    aside: tuple[Conflict, ...] = ()
    fresh = [one for one in changed if one not in old]
    base = base_with(folder, fold, changed)
    if fresh:
        state, aside = _by_hand(folder, fold, fresh, keep)
        if state != fold.state:
            said.append(f"Changes made by hand in {' and '.join(fresh)} are in.")
    if old and keep == "files":
        state = state | {part: base[part] for name in old for part in PARTS[name]}
    there = marks(folder)
    return Found(
        journal=opened.journal,
        fold=fold,
        state=state,
        seen={name: there[name] for name in changed},
        base=base,
        missing=tuple(missing),
        aside=aside,
        said=tuple(said),
    )


def was_missing(name: str) -> str:
    """What is said of a readable file that was not there."""
    return f"{name} was missing; it is written again."


def changed_files(folder: Path, fold: Fold) -> tuple[list[str], list[str]]:
    """The files that are not as they were last written, and those missing.

    Raises:
        Unreadable: a file cannot be read at all.
    """
    there = marks(folder)
    changed = [name for name, mark in there.items() if fold.files.get(name) != mark]
    missing = [name for name in fold.files if name not in there]
    return changed, missing


def marks(folder: Path) -> dict[str, str]:
    """The marks of the readable files that are there.

    Raises:
        Unreadable: a file cannot be read at all.
    """
    found = {}
    for name in FILES:
        path = folder / name
        try:
            if path.is_file():
                found[name] = mark_of(path.read_bytes())
        except OSError as error:
            raise Unreadable(path, safefile.why(error)) from error
    return found


def is_old_copy(folder: Path, name: str) -> bool:
    """Whether a file is as an earlier snapshot wrote it, and not as the last did."""
    mark = marks(folder).get(name)
    for read in every_segment(folder):
        for written in read.lines:
            entry = written.entry
            if (
                isinstance(entry, Snapshot | Beginning)
                and entry.files.get(name) == mark
            ):
                return True
    return False


def can_be_read(folder: Path, name: str) -> bool:
    """Whether a readable file is missing or can be understood."""
    path = folder / name
    try:
        if name == CHOICES_FILE and path.is_file():
            choices.read_choices(path)
        elif name == PAPER_FILE:
            brief_files.read_passages(path, titles())
        elif name == CARDS_FILE:
            brief_files.read_evidence(path)
    except Unreadable:
        return False
    return True


def join_by_hand(
    folder: Path, fold: Fold, names: list[str]
) -> tuple[Tree, tuple[Conflict, ...]]:
    """The state with what files changed by hand, and where both changed.

    Raises:
        Unreadable: a file is broken; it is left alone.
    """
    base = fold.base | _as_files_say(fold.base, names)
    ours = fold.state | _as_files_say(fold.state, names)
    theirs = base | _said_by(folder, names, fold)
    joined = join(base, ours, theirs)
    state = dict(joined.state)
    state["passages"] = _as_typed(state["passages"], ours, fold.state)
    return state, joined.conflicts


def base_with(folder: Path, fold: Fold, names: list[str]) -> Tree:
    """The brief as its files last said it, these files as they say it now.

    Raises:
        Unreadable: one of them is broken.
    """
    return fold.base | _said_by(folder, names, fold) if names else fold.base


def titles() -> Mapping[str, str]:
    """The headings of `paper.md`."""
    return open_genre().titles


def _by_hand(
    folder: Path, fold: Fold, names: list[str], keep: Keep | None
) -> tuple[Tree, tuple[Conflict, ...]]:
    state, clashes = join_by_hand(folder, fold, names)
    if clashes and keep is None:
        what = "\n".join([_BOTH, *map(_side_by_side, clashes)])
        raise MustChoose(what, folder, clashes)
    if keep == "files" and clashes:
        return _turned(state, clashes)
    return state, clashes


def _turned(
    state: Tree, clashes: tuple[Conflict, ...]
) -> tuple[Tree, tuple[Conflict, ...]]:
    """The state with theirs in place, and ours set aside."""
    for one in clashes:
        change = Change(where=one.where, before=one.ours, after=one.theirs)
        state = apply(state, [change])
    turned = tuple(
        Conflict(where=one.where, before=one.before, ours=one.theirs, theirs=one.ours)
        for one in clashes
    )
    return state, turned


def _as_typed(joined: Tree, ours: Tree, typed: Tree) -> Tree:
    """The passages, those that no file changed as they were typed, spaces and all."""
    said, raw = ours["passages"], typed["passages"]
    if joined == said:
        return dict(raw)
    if set(said[BY_ID]) != set(raw[BY_ID]):
        return joined
    held = {
        key: raw[BY_ID][key] if member == said[BY_ID].get(key) else member
        for key, member in joined[BY_ID].items()
    }
    return {ORDER: joined[ORDER], BY_ID: held}


def _as_files_say(tree: Tree, names: list[str]) -> Tree:
    """The fields of these files as reading them back would give them."""
    brief = brief_of(tree)
    said: Tree = {}
    if PAPER_FILE in names:
        text = passages.to_text(brief.passages, titles())
        back = brief.revise(passages=passages.parse(text, titles()))
        said["passages"] = tree_of(back)["passages"]
    return said


def _said_by(folder: Path, names: list[str], fold: Fold) -> Tree:
    """The fields that these files say.

    Raises:
        Unreadable: one of them is broken.
    """
    brief = brief_of(fold.base)
    if CARDS_FILE in names:
        held = brief_files.read_evidence(folder / CARDS_FILE)
        brief = brief.revise(cards=held.card, sources=held.source, glossary=held.term)
    if PAPER_FILE in names:
        words = brief_files.read_passages(folder / PAPER_FILE, titles())
        brief = brief.revise(passages=words)
    if CHOICES_FILE in names:
        brief = _with_choices(brief, folder / CHOICES_FILE)
    tree = tree_of(brief)
    wanted = [part for name in names for part in PARTS[name]]
    return {part: tree[part] for part in wanted}


def _with_choices(brief: Brief, path: Path) -> Brief:
    chosen = choices.read_choices(path)
    made = chosen.choices
    brief = brief.revise(
        format=made.format,
        kind=made.kind,
        dossier=made.dossier,
        assignment=made.assignment,
        line=made.line,
        picks=made.picks,
        proposals=made.proposals,
        questions=made.question,
        agenda=made.agenda,
        settings=made.settings,
    )
    if chosen.line_id is None:
        return brief
    return briefs.with_line(brief, choices.dossier_of(made, path), chosen.line_id)


def _side_by_side(conflict: Conflict) -> str:
    ours, theirs = _short(conflict.ours), _short(conflict.theirs)
    return f"  {conflict}\n    journal: {ours}\n    files:   {theirs}"


def _short(value: object) -> str:
    said = " ".join(said_value(value).split())
    return said if len(said) <= 70 else f"{said[:67]}..."
