from pathlib import Path

import pytest

from app.desk import editing
from app.desk.editing import OpenBrief
from app.desk.opening import MustChoose, titles
from app.library import journal
from app.library.brief_files import open_brief
from app.library.journal import JOURNAL_FILE, JournalDamaged
from app.model.brief import Brief
from app.model.errors import Unreadable
from tests.desk.open_briefs import again, begun, small_brief, words, write


@pytest.fixture
def brief(tmp_path: Path) -> Brief:
    return small_brief(tmp_path)


@pytest.fixture
def desk(tmp_path: Path) -> OpenBrief:
    return begun(tmp_path)


def test_nothing_is_written_before_the_first_save(brief: Brief, tmp_path: Path) -> None:
    desk = OpenBrief(brief, tmp_path / "new" / "paper")
    write(desk, "Malta speaks.")
    assert not desk.folder.exists()
    assert not desk.is_saved
    assert desk.save()
    assert desk.is_saved
    assert open_brief(desk.folder, titles()) == desk.brief
    assert again(desk).brief == desk.brief


def test_a_change_is_on_disk_before_any_save(desk: OpenBrief) -> None:
    write(desk, "Malta asks twice.")
    assert desk.is_kept
    assert not desk.is_saved
    assert open_brief(desk.folder, titles()) != desk.brief
    assert words(again(desk)) == "Malta asks twice."


def test_undo_and_redo_go_on_after_closing(desk: OpenBrief) -> None:
    for number in range(5):
        write(desk, f"Malta asks {number}.")
    assert desk.close()
    second = again(desk)
    assert second.undo() == "write"
    assert second.undo() == "write"
    assert words(second) == "Malta asks 2."
    assert second.close()
    third = again(second)
    assert third.redo() == "write"
    assert words(third) == "Malta asks 3."
    for _ in range(4):
        assert third.undo() == "write"
    assert words(third) == "Malta asks."
    assert third.undo() is None


def test_an_edit_after_undo_ends_what_could_be_redone(desk: OpenBrief) -> None:
    write(desk, "One way.")
    desk.undo()
    write(desk, "Another way.")
    assert desk.redo() is None
    assert b"One way" in (desk.folder / JOURNAL_FILE).read_bytes()
    back = again(desk)
    assert back.redo() is None
    assert back.undo() == "write"
    assert words(back) == "Malta asks."


def test_joined_letters_are_one_step(desk: OpenBrief) -> None:
    write(desk, "M")
    write(desk, "Ma", joins=True)
    write(desk, "Malta", joins=True)
    assert again(desk).undo() == "write"
    assert desk.undo() == "write"
    assert words(desk) == "Malta asks."


def typed_steadily(desk: OpenBrief, text: str) -> list[str]:
    """Type a text letter by letter, and take it back: what stood after each step."""
    before = words(desk)
    for end in range(1, len(text) + 1):
        write(desk, f"{before} {text[:end]}", joins=True)
    left = []
    while words(desk) != before:
        assert desk.undo() == "write"
        left.append(words(desk).removeprefix(before))
    return left


def test_a_step_of_steady_typing_ends_with_its_sentence(desk: OpenBrief) -> None:
    text = "We ask. Who pays? Nobody knows, they say."
    assert typed_steadily(desk, text) == [" We ask. Who pays? ", " We ask. ", ""]


def test_a_step_of_steady_typing_ends_after_some_twenty_words(desk: OpenBrief) -> None:
    text = " ".join(f"word{number}" for number in range(50))
    left = typed_steadily(desk, text)
    assert [len(one.split()) for one in left] == [40, 20, 0]
    for _ in left:
        assert desk.redo() == "write"
    assert words(desk).endswith(text)
    assert again(desk).undo() == "write"


def test_a_paste_is_a_step_of_its_own(desk: OpenBrief) -> None:
    write(desk, "M")
    desk.pasted("opening", 300)
    write(desk, "M" + "x" * 300, joins=True)
    write(desk, "M" + "x" * 300 + "a", joins=True)
    desk.undo()
    assert words(desk) == "M" + "x" * 300
    desk.undo()
    assert words(desk) == "M"


def test_a_torn_last_line_is_dropped_and_said(desk: OpenBrief) -> None:
    write(desk, "Kept.")
    write(desk, "Torn.")
    path = desk.folder / JOURNAL_FILE
    path.write_bytes(path.read_bytes()[:-9])
    back = again(desk)
    assert words(back) == "Kept."
    assert "cut off" in " ".join(back.said)
    write(back, "Next.")
    assert words(again(back)) == "Next."


def test_a_damaged_middle_is_refused_and_left_alone(desk: OpenBrief) -> None:
    for number in range(3):
        write(desk, f"Malta asks {number}.")
    path = desk.folder / JOURNAL_FILE
    broken = path.read_bytes().replace(b"Malta asks 1.", b"Malta asks 7.")
    broken = broken.replace(b'"after":"1', b'"after":"7')
    assert broken != path.read_bytes()
    path.write_bytes(broken)
    with pytest.raises(JournalDamaged):
        again(desk)
    assert path.read_bytes() == broken


def test_hand_edits_are_taken_in_by_field(desk: OpenBrief) -> None:
    desk.change(desk.brief.revise(agenda="ask Cyprus"), "agenda")
    paper = desk.folder / "paper.md"
    paper.write_text(paper.read_text("utf-8").replace("asks", "pleads"), "utf-8")
    back = again(desk)
    assert words(back) == "Malta pleads."
    assert back.brief.agenda == "ask Cyprus"
    assert "by hand" in " ".join(back.said)
    assert back.undo() == "changes made by hand"
    assert words(back) == "Malta asks."
    assert back.save()
    assert words(again(back)) == "Malta asks."
    assert "pleads" not in paper.read_text("utf-8")


def test_a_conflict_asks_and_keeps_both(desk: OpenBrief) -> None:
    write(desk, "Malta demands.")
    paper = desk.folder / "paper.md"
    paper.write_text(paper.read_text("utf-8").replace("asks", "pleads"), "utf-8")
    with pytest.raises(MustChoose) as found:
        again(desk)
    assert "Malta demands." in str(found.value)
    assert "Malta pleads." in str(found.value)
    assert "pleads" in paper.read_text("utf-8")
    kept = OpenBrief.open(desk.folder, keep="journal")
    assert words(kept) == "Malta demands."
    assert kept.save()
    assert "Malta pleads." in (desk.folder / "conflicts.md").read_text("utf-8")
    assert "demands" in paper.read_text("utf-8")
    assert words(again(kept)) == "Malta demands."


def test_a_conflict_can_be_settled_for_the_files(desk: OpenBrief) -> None:
    write(desk, "Malta demands.")
    paper = desk.folder / "paper.md"
    paper.write_text(paper.read_text("utf-8").replace("asks", "pleads"), "utf-8")
    kept = OpenBrief.open(desk.folder, keep="files")
    assert words(kept) == "Malta pleads."
    assert "Malta demands." in (desk.folder / "conflicts.md").read_text("utf-8")
    assert words(again(kept)) == "Malta pleads."


def test_an_old_copy_is_recognised(desk: OpenBrief) -> None:
    paper = desk.folder / "paper.md"
    old = paper.read_bytes()
    write(desk, "Malta demands.")
    assert desk.save()
    paper.write_bytes(old)
    with pytest.raises(MustChoose, match=r"older copy of paper\.md"):
        again(desk)
    assert words(OpenBrief.open(desk.folder, keep="journal")) == "Malta demands."


def test_an_old_copy_can_be_taken(desk: OpenBrief) -> None:
    paper = desk.folder / "paper.md"
    old = paper.read_bytes()
    write(desk, "Malta demands.")
    assert desk.save()
    paper.write_bytes(old)
    back = OpenBrief.open(desk.folder, keep="files")
    assert words(back) == "Malta asks."
    assert words(again(back)) == "Malta asks."
    assert back.undo() == "changes made by hand"
    assert words(back) == "Malta demands."


def test_missing_files_are_written_again(desk: OpenBrief) -> None:
    for name in ("brief.toml", "paper.md", "cards.toml"):
        (desk.folder / name).unlink()
    back = again(desk)
    assert back.brief == desk.brief
    assert not back.is_saved
    assert back.save()
    assert open_brief(desk.folder, titles()) == desk.brief


def test_a_broken_file_is_refused_and_left_alone(desk: OpenBrief) -> None:
    path = desk.folder / "brief.toml"
    path.write_text("format = = 1", "utf-8")
    with pytest.raises(Unreadable, match="line 1, column"):
        again(desk)
    write(desk, "Malta goes on.")
    assert not desk.save()
    assert "brief.toml" in (desk.trouble or "")
    assert path.read_text("utf-8") == "format = = 1"


def test_a_file_changed_while_the_brief_is_open_is_taken_in(desk: OpenBrief) -> None:
    paper = desk.folder / "paper.md"
    text = paper.read_text("utf-8") + "\n## Closing {#closing}\n\nBy hand.\n"
    paper.write_text(text, "utf-8")
    write(desk, "Malta demands.")
    assert desk.save()
    assert desk.brief.passage("closing").text == "By hand."
    assert words(desk) == "Malta demands."
    assert again(desk).brief == desk.brief


def test_a_brief_without_a_journal_gets_one(desk: OpenBrief) -> None:
    (desk.folder / JOURNAL_FILE).unlink()
    back = again(desk)
    assert back.is_saved
    write(back, "Malta demands.")
    assert back.is_kept
    assert words(again(back)) == "Malta demands."


def test_truncated_anywhere_a_journal_opens(desk: OpenBrief) -> None:
    for number in range(4):
        write(desk, f"Malta asks {number}.")
    path = desk.folder / JOURNAL_FILE
    whole = path.read_bytes()
    seen = set()
    for size in range(len(whole) + 1):
        path.write_bytes(whole[:size])
        seen.add(words(again(desk)))
    assert seen == {"Malta asks.", *(f"Malta asks {n}." for n in range(4))}


def test_a_shipped_sample_is_looked_at_and_never_written(
    desk: OpenBrief, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.close()
    monkeypatch.setattr(editing, "briefs_root", lambda: desk.folder.parent)
    there = {path.name: path.read_bytes() for path in desk.folder.iterdir()}
    sample = again(desk)
    write(sample, "Mine.")
    assert sample.read_only
    assert not sample.save()
    assert {path.name: path.read_bytes() for path in desk.folder.iterdir()} == there


def test_a_segment_that_cannot_begin_leaves_the_journal_as_it_is(
    desk: OpenBrief, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(journal, "LONGEST", 2)
    (desk.folder / "journal").write_text("in the way", "utf-8")
    write(desk, "Malta demands.")
    assert desk.is_kept
    assert desk.trouble is None
    assert words(again(desk)) == "Malta demands."
