import gzip
from collections.abc import Callable
from pathlib import Path

import pytest

from app.library import journal_lines, safefile
from app.library.fields import Tree, differences, tree_of
from app.library.journal import (
    JOURNAL_FILE,
    LONGEST,
    Journal,
    JournalDamaged,
    open_journal,
    read_segment,
    segment_path,
)
from app.library.journal_lines import read_lines
from app.library.journal_walk import walk
from app.model.assignment import Assignment, Committee, Country
from app.model.brief import Brief, Passage
from app.model.edit import Beginning, Edit
from app.model.errors import Unreadable

WHEN = "2026-01-31T18:05:09.120Z"
BRIEF = Brief(
    assignment=Assignment(
        country=Country(name="Malta"),
        topic="Clean seas",
        committee=Committee(name="Second Committee"),
    )
)


def beginning(state: Tree) -> Beginning:
    return Beginning(when=WHEN, program="test", state=state)


def edit(before: Tree, after: Tree) -> Edit:
    changes = differences(before, after)
    return Edit(when=WHEN, program="test", what="write", changes=changes)


def typed(folder: Path, edits: int) -> Journal:
    """A journal of so many edits, its segments begun as the desk begins them."""
    folder.mkdir(exist_ok=True)
    journal = Journal(folder)
    brief, state = BRIEF, tree_of(BRIEF)
    journal.begin(beginning(state))
    waiting = []
    for number in range(edits):
        passage = Passage(id="opening", text=f"Malta asks {number}.")
        changed = brief.with_passage(passage)
        after = tree_of(changed, (brief, state))
        waiting.append(edit(state, after))
        brief, state = changed, after
        if journal.lines + len(waiting) >= LONGEST:
            journal.append(waiting, durable=False)
            waiting.clear()
            journal.begin(beginning(state))
    journal.append(waiting, durable=False)
    return journal


@pytest.fixture
def reads(monkeypatch: pytest.MonkeyPatch) -> Callable[[Path], int]:
    """Counts the lines that opening a journal reads."""

    def count(folder: Path) -> int:
        lines = 0
        real = journal_lines._parsed

        def parsed(row: bytes) -> object:
            nonlocal lines
            lines += 1
            return real(row)

        with monkeypatch.context() as patch:
            patch.setattr(journal_lines, "_parsed", parsed)
            opened = open_journal(folder)
        assert opened is not None
        assert opened.fault is None
        return lines

    return count


@pytest.mark.parametrize("edits", [500, 5_000, 50_000])
def test_opening_after_many_edits_costs_at_most_three_times_opening_after_500(
    edits: int,
    tmp_path: Path,
    reads: Callable[[Path], int],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("os.fsync", lambda handle: None)
    typed(tmp_path / "many", edits)
    opened = open_journal(tmp_path / "many")
    assert opened is not None
    passage = opened.fold.state["passages"]["by"]["opening"]
    assert passage["text"] == f"Malta asks {edits - 1}."
    assert reads(tmp_path / "many") <= 3 * 501


def test_a_long_journal_is_whole_through_all_its_segments(tmp_path: Path) -> None:
    typed(tmp_path / "many", 2 * LONGEST)
    walked = walk(tmp_path / "many")
    assert walked.segments == 3
    assert not walked.faults
    edits = [one for one in walked.moments if isinstance(one.entry, Edit)]
    assert len(edits) == 2 * LONGEST
    assert [one.n for one in walked.moments] == list(range(1, len(walked.moments) + 1))


def test_a_change_in_a_packed_segment_breaks_the_chain(tmp_path: Path) -> None:
    folder = tmp_path / "many"
    typed(folder, LONGEST + 5)
    path = segment_path(folder, 1)
    content = gzip.decompress(path.read_bytes())
    path.write_bytes(gzip.compress(content.replace(b'"test"', b'"best"', 1)))
    assert walk(folder).faults
    opened = open_journal(folder)
    assert opened is not None
    assert opened.fault is None


def test_a_lost_segment_is_told(tmp_path: Path) -> None:
    folder = tmp_path / "many"
    typed(folder, LONGEST + 5)
    segment_path(folder, 1).unlink()
    assert "0001" in " ".join(walk(folder).faults)
    with pytest.raises(Unreadable):
        read_segment(folder, 1)


def test_a_kill_between_the_two_steps_of_a_new_segment_changes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal = typed(tmp_path / "one", 5)
    before = (tmp_path / "one" / JOURNAL_FILE).read_bytes()
    real = safefile.write_bytes

    def killed(path: Path, content: bytes, *, durable: bool = False) -> None:
        if path.name == JOURNAL_FILE:
            raise KeyboardInterrupt
        real(path, content, durable=durable)

    with monkeypatch.context() as patch:
        patch.setattr(safefile, "write_bytes", killed)
        with pytest.raises(KeyboardInterrupt):
            journal.begin(beginning(tree_of(BRIEF)))
    assert (tmp_path / "one" / JOURNAL_FILE).read_bytes() == before
    opened = open_journal(tmp_path / "one")
    assert opened is not None
    assert opened.fault is None
    opened.journal.begin(beginning(opened.fold.state))
    assert not walk(tmp_path / "one").faults


def test_an_older_journal_that_came_back_is_refused(tmp_path: Path) -> None:
    folder = tmp_path / "many"
    typed(folder, 3)
    old = (folder / JOURNAL_FILE).read_bytes()
    (folder / JOURNAL_FILE).unlink()
    typed(folder, 2 * LONGEST + 5)
    (folder / JOURNAL_FILE).write_bytes(old)
    opened = open_journal(folder)
    assert opened is not None
    assert "older copy" in (opened.fault or "")


@pytest.mark.parametrize("at", [0, 1, 2, 4])
def test_any_changed_line_but_the_last_is_found(tmp_path: Path, at: int) -> None:
    typed(tmp_path / "few", 6)
    path = tmp_path / "few" / JOURNAL_FILE
    lines = path.read_bytes().split(b"\n")
    lines[at] = lines[at].replace(b'"program":"test"', b'"program":"best"')
    found = read_lines(b"\n".join(lines))
    assert len(found.lines) == at
    assert found.good == sum(len(line) + 1 for line in lines[:at])
    assert found.fault == (
        f"line {at + 1} does not agree with the hash that line {at + 2} carries of it"
    )


@pytest.mark.parametrize("at", [1, 3])
def test_a_dropped_or_swapped_line_is_found(tmp_path: Path, at: int) -> None:
    typed(tmp_path / "few", 6)
    lines = (tmp_path / "few" / JOURNAL_FILE).read_bytes().split(b"\n")
    dropped = lines[:at] + lines[at + 1 :]
    assert read_lines(b"\n".join(dropped)).fault
    swapped = [*lines[:at], lines[at + 1], lines[at], *lines[at + 2 :]]
    assert read_lines(b"\n".join(swapped)).fault


@pytest.mark.parametrize(
    "line",
    [b"{}", b"[]", b"\xff", b'{"n":1}', b'{"n":1,"prev":"","kind":"edit"}', b"\x00"],
)
def test_what_is_no_journal_is_refused(tmp_path: Path, line: bytes) -> None:
    path = tmp_path / JOURNAL_FILE
    path.write_bytes(line + b"\n" + line + b"\n")
    with pytest.raises(JournalDamaged):
        open_journal(tmp_path)
    assert path.read_bytes() == line + b"\n" + line + b"\n"


def test_a_journal_of_a_format_to_come_is_refused(tmp_path: Path) -> None:
    journal = Journal(tmp_path)
    entry = beginning(tree_of(BRIEF)).revise(format=2)
    journal.begin(entry)
    with pytest.raises(JournalDamaged, match="a format this program does not read"):
        open_journal(tmp_path)


def test_the_same_edits_make_the_same_lines(tmp_path: Path) -> None:
    typed(tmp_path / "one", 20)
    typed(tmp_path / "two", 20)
    one, two = (tmp_path / name / JOURNAL_FILE for name in ("one", "two"))
    assert one.read_bytes() == two.read_bytes()
