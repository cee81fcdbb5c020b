from pathlib import Path

import pytest

from app.cli.commands import main
from app.desk.arrivals import Arrival
from app.desk.editing import OpenBrief
from app.desk.history import LAST, RowKind, read_history, restore
from app.desk.opening import look
from app.desk.work_measure import measure
from app.library import journal as journal_on_disk
from app.library.journal import JOURNAL_FILE
from app.model.edit import Way
from app.model.errors import Trouble, UnknownId, Unreadable
from tests.desk.open_briefs import again, begun, words, write
from tests.library.test_holding import end, keeper


@pytest.fixture
def desk(tmp_path: Path) -> OpenBrief:
    return begun(tmp_path)


def test_a_history_tells_what_was_done_and_where(desk: OpenBrief) -> None:
    write(desk, "M")
    write(desk, "Malta demands.", joins=True)
    desk.change(desk.brief.revise(picks=()), "take out")
    desk.undo()
    desk.looked("the whole example", "opening")
    desk.pasted("opening", 40)
    rows = read_history(desk.folder).rows
    assert [row.kind for row in rows] == [
        RowKind.BEGAN, RowKind.WROTE, RowKind.CHOSE, RowKind.UNDID,
        RowKind.LOOKED, RowKind.PASTED,
    ]  # fmt: skip
    assert rows[1].sections == ("opening",)
    assert (rows[1].added, rows[1].removed) == (13, 10)
    assert rows[2].undone
    assert not rows[1].undone
    assert rows[4].what == "the whole example"


def test_the_branch_left_behind_stays_in_the_history(desk: OpenBrief) -> None:
    write(desk, "One way.")
    desk.undo()
    write(desk, "Another way.")
    rows = read_history(desk.folder).rows
    [left] = [row for row in rows if row.undone]
    opened = restore(desk.folder, str(left.id))
    assert words(opened) == "One way."
    assert words(again(opened)) == "One way."
    assert read_history(desk.folder).rows[-1].kind is RowKind.RESTORED
    assert again(opened).undo() == f"restore {left.id}"


def test_any_row_can_be_restored(desk: OpenBrief) -> None:
    told = {}
    for number in range(4):
        write(desk, f"Malta asks {number}.")
        told[read_history(desk.folder).rows[-1].id] = words(desk)
    desk.close()
    for state, text in told.items():
        assert words(restore(desk.folder, str(state))) == text


def test_a_state_nobody_knows_is_refused(desk: OpenBrief) -> None:
    with pytest.raises(UnknownId):
        restore(desk.folder, "999")


def test_restore_last_mends_a_broken_file_and_keeps_it(desk: OpenBrief) -> None:
    write(desk, "Malta demands.")
    path = desk.folder / "brief.toml"
    path.write_text("format = = 1", "utf-8")
    with pytest.raises(Unreadable):
        again(desk)
    assert words(restore(desk.folder, LAST)) == "Malta demands."
    assert (desk.folder / "brief.toml.broken").read_text("utf-8") == "format = = 1"
    assert look(desk.folder).passage("opening").text == "Malta demands."


def test_restore_last_mends_a_damaged_journal_and_keeps_it(desk: OpenBrief) -> None:
    for number in range(4):
        write(desk, f"Malta asks {number}.")
    path = desk.folder / JOURNAL_FILE
    lines = path.read_bytes().split(b"\n")
    lines[4] = lines[4].replace(b"edit", b"edjt")
    broken = b"\n".join(lines)
    path.write_bytes(broken)
    with pytest.raises(Unreadable):
        again(desk)
    mended = restore(desk.folder, LAST)
    assert words(mended) == "Malta asks 1."
    assert (desk.folder / "journal.jsonl.broken").read_bytes() == broken
    write(mended, "Malta goes on.")
    assert words(again(mended)) == "Malta goes on."
    assert not read_history(desk.folder).faults


def forged(desk: OpenBrief, at: int, old: bytes, new: bytes) -> bytes:
    """The journal of a closed brief with one line changed by somebody."""
    path = desk.folder / JOURNAL_FILE
    lines = path.read_bytes().split(b"\n")
    assert old in lines[at]
    lines[at] = lines[at].replace(old, new)
    path.write_bytes(b"\n".join(lines))
    return path.read_bytes()


def test_restore_last_does_not_launder_a_line_that_somebody_changed(
    desk: OpenBrief, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for number in range(4):
        write(desk, f"Malta asks {number}.")
    desk.close()
    broken = forged(desk, 4, b"asks 2", b"forged")
    folder = str(desk.folder)
    assert main(["history", folder, "--restore", "last"]) == 0
    said = capsys.readouterr().err
    assert "journal.jsonl.broken" in said
    assert "line 5" in said
    assert " UTC" in said
    assert (desk.folder / "journal.jsonl.broken").read_bytes() == broken
    mended = again(desk)
    assert words(mended) == "Malta asks 3."
    paper = (desk.folder / "paper.md").read_text("utf-8")
    assert "forged" not in paper
    assert "Malta asks 3." in paper
    told_as_mended(desk.folder, tmp_path, capsys)


def test_a_mended_journal_is_told_as_such_after_further_work_and_compaction(
    desk: OpenBrief,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    write(desk, "Malta asks again.")
    write(desk, "Malta asks twice.")
    desk.close()
    forged(desk, 2, b"write", b"wrote")
    mended = restore(desk.folder, LAST)
    monkeypatch.setattr(journal_on_disk, "LONGEST", 4)
    for number in range(20):
        write(mended, f"Malta goes on {number}.")
    mended.close()
    assert read_history(desk.folder).segments > 3
    told_as_mended(desk.folder, tmp_path, capsys)


def told_as_mended(
    folder: Path, place: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """History and record say that the journal was mended, and what that costs."""
    capsys.readouterr()
    assert main(["history", str(folder)]) == 0
    told = capsys.readouterr()
    assert "journal mended" in told.out
    record = place / "record.md"
    assert main(["history", str(folder), "--proof", str(record)]) == 0
    for text in (told.err, record.read_text("utf-8")):
        said = text.replace("\\", "")
        assert "The journal was damaged or changed by hand" in said
        assert "journal.jsonl.broken" in said
        assert "Nothing can be proved about the work before that" in said
    assert "In short: cannot tell." in record.read_text("utf-8")
    assert not read_history(folder).faults


def test_a_journal_with_a_changed_first_line_begins_anew_from_the_files_and_says_so(
    desk: OpenBrief, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    desk.close()
    forged(desk, 0, b"asks", b"lies")
    with pytest.raises(Unreadable):
        again(desk)
    assert words(restore(desk.folder, LAST)) == "Malta asks."
    told_as_mended(desk.folder, tmp_path, capsys)


def test_what_was_typed_before_a_journal_was_mended_no_longer_counts_as_typed(
    desk: OpenBrief,
) -> None:
    write(desk, "Malta demands that")
    write(desk, "Malta demands that something be done.")
    write(desk, "Malta demands that something be done!")
    desk.close()
    forged(desk, 3, b"write", b"wrote")
    mended = restore(desk.folder, LAST)
    assert measure(desk.folder).arrivals.letters(Arrival.TYPED) == 0
    mended.undo()
    mended.redo()
    write(mended, words(mended) + " Now.")
    assert measure(desk.folder).arrivals.letters(Arrival.TYPED) == len(" Now.")


def test_who_cannot_open_a_broken_brief_is_told_the_way_back(
    desk: OpenBrief, capsys: pytest.CaptureFixture[str]
) -> None:
    write(desk, "Malta demands.")
    desk.close()
    path = desk.folder / "brief.toml"
    path.write_text("format = 1\nkind = “delegate”\n", "utf-8")
    with pytest.raises(Unreadable, match="--restore last") as caught:
        again(desk)
    assert "Mend it and try again" in str(caught.value)
    assert main(["write", str(desk.folder), "-o", str(desk.folder / "x.md")]) == 3
    assert "--restore last" in capsys.readouterr().err
    assert main(["history", str(desk.folder), "--restore", "last"]) == 0
    said = capsys.readouterr().err
    assert "brief.toml is written again as it stood" in said
    assert str(desk.folder / "brief.toml.broken") in said
    assert 'after "write"' in said
    assert "missing" not in said
    assert main(["history", str(desk.folder), "--restore", "last"]) == 0
    assert "Nothing was broken" in capsys.readouterr().err


def test_a_journal_whose_first_line_is_damaged_is_mended(desk: OpenBrief) -> None:
    write(desk, "Malta demands.")
    assert desk.save()
    path = desk.folder / JOURNAL_FILE
    path.write_bytes(b"x" + path.read_bytes())
    with pytest.raises(Unreadable):
        again(desk)
    assert words(restore(desk.folder, LAST)) == "Malta demands."
    assert (desk.folder / "journal.jsonl.broken").is_file()


def test_a_replaced_state_is_one_step(desk: OpenBrief) -> None:
    before = desk.state
    write(desk, "Malta demands.")
    desk.replace(before, "restore", Way.RESTORED)
    assert words(desk) == "Malta asks."
    desk.undo()
    assert words(desk) == "Malta demands."


def test_the_command_line_shows_restores_and_settles(
    desk: OpenBrief, capsys: pytest.CaptureFixture[str]
) -> None:
    write(desk, "Malta demands.")
    desk.close()
    folder = str(desk.folder)
    for by in ("day", "section", "kind"):
        assert main(["history", folder, "--by", by]) == 0
        assert "write" in capsys.readouterr().out
    assert main(["history", folder, "--format", "json"]) == 0
    assert '"kind": "wrote"' in capsys.readouterr().out
    state = read_history(desk.folder).rows[0].id
    assert main(["history", folder, "--restore", str(state)]) == 0
    assert words(again(desk)) == "Malta asks."
    (desk.folder / "brief.toml").write_text("x", "utf-8")
    assert main(["history", folder, "--restore", "999"]) == 1
    assert main(["history", folder, "--restore", "1"]) == 3
    assert main(["history", folder, "--restore", "last"]) == 0
    assert main(["history", folder, "--restore", "1", "--keep", "files"]) == 2
    assert main(["history", folder + "-gone"]) == 1


def test_a_contradiction_is_exit_1_until_settled(desk: OpenBrief) -> None:
    write(desk, "Malta demands.")
    desk.close()
    paper = desk.folder / "paper.md"
    old = paper.read_text("utf-8")
    write(desk, "Malta hopes.")
    paper.write_text(old.replace("demands", "pleads"), "utf-8")
    out = desk.folder.parent / "out.txt"
    assert main(["write", str(desk.folder), "-o", str(out)]) == 1
    assert not out.exists()
    assert main(["history", str(desk.folder), "--keep", "files"]) == 0
    assert look(desk.folder).passage("opening").text == "Malta pleads."


def test_restore_last_without_a_journal_moves_nothing(desk: OpenBrief) -> None:
    desk.close()
    (desk.folder / JOURNAL_FILE).unlink()
    (desk.folder / "brief.toml").write_text("x", "utf-8")
    with pytest.raises(Unreadable):
        restore(desk.folder, LAST)
    assert (desk.folder / "brief.toml").read_text("utf-8") == "x"


def test_restore_last_waits_for_the_program_that_holds_the_brief(
    desk: OpenBrief,
) -> None:
    desk.close()
    (desk.folder / "brief.toml").write_text("x", "utf-8")
    other = keeper(desk.folder)
    try:
        with pytest.raises(Trouble, match="another program"):
            restore(desk.folder, LAST)
    finally:
        end(other)
    assert (desk.folder / "brief.toml").read_text("utf-8") == "x"
