import shutil
from pathlib import Path

import pytest

from app.cli.commands import main
from app.desk.editing import OpenBrief
from app.desk.history import RowKind, read_history
from app.desk.merging import Unrelated, merge
from app.library.conflicts import CONFLICTS_FILE
from app.library.journal import JOURNAL_FILE
from app.model.assignment import Delegation
from app.model.errors import Trouble
from tests.desk.open_briefs import again, begun, words, write


@pytest.fixture
def ours(tmp_path: Path) -> OpenBrief:
    opened = begun(tmp_path, "ours")
    write(opened, "Closing words.", "closing")
    assert opened.save()
    shutil.copytree(opened.folder, tmp_path / "theirs")
    return opened


@pytest.fixture
def theirs(ours: OpenBrief, tmp_path: Path) -> OpenBrief:
    return OpenBrief.open(tmp_path / "theirs")


def test_what_only_one_changed_is_taken(ours: OpenBrief, theirs: OpenBrief) -> None:
    write(ours, "Malta demands.")
    write(theirs, "Their closing.", "closing")
    theirs.change(theirs.brief.revise(agenda="ask Cyprus"), "agenda")
    theirs.close()
    before = (theirs.folder / JOURNAL_FILE).read_bytes()
    merged = merge(ours, theirs.folder)
    assert not merged.conflicts
    assert words(ours) == "Malta demands."
    assert words(ours, "closing") == "Their closing."
    assert ours.brief.agenda == "ask Cyprus"
    assert again(ours).brief == ours.brief
    assert (theirs.folder / JOURNAL_FILE).read_bytes() == before
    assert ours.undo() == "merge theirs"
    assert words(ours, "closing") == "Closing words."


def test_a_conflict_keeps_both_side_by_side(ours: OpenBrief, theirs: OpenBrief) -> None:
    write(ours, "Malta demands.")
    write(theirs, "Malta pleads.")
    theirs.close()
    [clash] = merge(ours, theirs.folder).conflicts
    assert (clash.ours, clash.theirs) == ("Malta demands.", "Malta pleads.")
    assert words(ours) == "Malta demands."
    kept = (ours.folder / CONFLICTS_FILE).read_text("utf-8")
    assert "Malta demands." in kept
    assert "Malta pleads." in kept


def test_a_second_merge_begins_where_the_first_ended(
    ours: OpenBrief, theirs: OpenBrief
) -> None:
    write(theirs, "Malta pleads.")
    theirs.close()
    assert not merge(ours, theirs.folder).conflicts
    write(ours, "Malta pleads twice.")
    write(theirs, "Their closing.", "closing")
    theirs.close()
    assert not merge(ours, theirs.folder).conflicts
    assert words(ours) == "Malta pleads twice."
    assert words(ours, "closing") == "Their closing."
    ours.close()
    assert not merge(theirs, ours.folder).conflicts
    assert theirs.brief == ours.brief


def test_picks_of_both_are_joined(ours: OpenBrief, theirs: OpenBrief) -> None:
    ours.change(ours.brief.revise(picks=("rec-plan", "crit-slow")), "use rec-plan")
    theirs.change(theirs.brief.revise(picks=()), "take out crit-slow")
    theirs.close()
    assert not merge(ours, theirs.folder).conflicts
    assert ours.brief.picks == ("rec-plan",)


def test_without_a_common_point_all_that_differs_is_told(
    ours: OpenBrief, tmp_path: Path
) -> None:
    other = begun(tmp_path / "elsewhere", "other", text="Malta pleads.")
    write(other, "More.", "critics")
    other.close()
    merged = merge(ours, other.folder)
    assert not merged.has_base
    assert [str(one) for one in merged.conflicts] == ["passages, opening"]
    assert words(ours) == "Malta asks."
    assert words(ours, "critics") == "More."
    assert words(ours, "closing") == "Closing words."


def test_two_that_began_alike_have_a_common_point(
    ours: OpenBrief, tmp_path: Path
) -> None:
    other = begun(tmp_path / "elsewhere", "other")
    write(other, "Malta pleads.")
    other.close()
    merged = merge(ours, other.folder)
    assert merged.has_base
    assert not merged.conflicts
    assert words(ours) == "Malta pleads."
    assert words(ours, "closing") == "Closing words."


def test_a_copy_without_a_journal_can_be_merged(
    ours: OpenBrief, theirs: OpenBrief
) -> None:
    write(theirs, "Malta pleads.")
    theirs.close()
    (theirs.folder / JOURNAL_FILE).unlink()
    merged = merge(ours, theirs.folder)
    assert [one.theirs for one in merged.conflicts] == ["Malta pleads."]


def test_a_brief_is_not_merged_with_itself_or_with_nothing(
    ours: OpenBrief, tmp_path: Path
) -> None:
    with pytest.raises(Trouble):
        merge(ours, ours.folder)
    with pytest.raises(Trouble):
        merge(ours, tmp_path / "nothing")


def test_the_command_line_merges_and_tells_conflicts(
    ours: OpenBrief, theirs: OpenBrief, capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    monkeypatch.setattr("sys.stdin.isatty", lambda: False, raising=False)
    write(theirs, "Malta pleads.")
    theirs.close()
    line = ["open", str(ours.folder), "--merge", str(theirs.folder)]
    assert main(line) == 0
    assert words(again(ours)) == "Malta pleads."
    both = again(ours)
    write(both, "Malta demands.")
    both.close()
    write(theirs, "Malta hopes.")
    theirs.close()
    assert main(line) == 1
    said = capsys.readouterr()
    assert "yours:  Malta demands." in said.out
    assert "theirs: Malta hopes." in said.out
    assert CONFLICTS_FILE in said.err


def test_two_different_briefs_are_not_joined_unless_somebody_insists(
    ours: OpenBrief, tmp_path: Path, capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    monkeypatch.setattr("sys.stdin.isatty", lambda: False, raising=False)
    other = begun(tmp_path / "elsewhere", "other", text="Malta pleads.")
    elsewhere = other.brief.assignment.revise(
        conference="nmun-ny", session="2027-01-01"
    )
    other.change(other.brief.revise(assignment=elsewhere), "heading")
    other.close()
    (other.folder / JOURNAL_FILE).unlink()
    before = ours.brief
    with pytest.raises(Unrelated, match="conference and session differ"):
        merge(ours, other.folder)
    assert ours.brief == before
    ours.close()
    line = ["open", str(ours.folder), "--merge", str(other.folder)]
    assert main(line) == 1
    assert "--anyway" in capsys.readouterr().err
    assert again(ours).brief == before
    assert main([*line, "--anyway"]) == 1
    assert "theirs: Malta pleads." in capsys.readouterr().out


def test_at_a_terminal_the_screens_open_after_a_conflict_was_told(
    ours: OpenBrief, theirs: OpenBrief, capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.delenv("ACCESSIBLE", raising=False)
    opened: list[str] = []

    def run(folder: Path) -> int:
        opened.append(capsys.readouterr().out)
        return 0

    monkeypatch.setattr("app.tui.app.run", run)
    write(ours, "Malta demands.")
    ours.close()
    write(theirs, "Malta hopes.")
    theirs.close()
    assert main(["open", str(ours.folder), "--merge", str(theirs.folder)]) == 0
    [told] = opened
    assert "theirs: Malta hopes." in told


def test_the_history_names_whose_copy_was_merged(
    ours: OpenBrief, theirs: OpenBrief
) -> None:
    delegation = Delegation(delegates=("Ana", "Ben"))
    heading = theirs.brief.assignment.revise(delegation=delegation)
    theirs.change(theirs.brief.revise(assignment=heading), "heading")
    theirs.close()
    merge(ours, theirs.folder)
    rows = read_history(ours.folder).rows
    told = [row.what for row in rows if row.kind is RowKind.MERGED]
    assert told == ["merge theirs", "theirs (Ana, Ben)"]
