"""Any row of things done to a brief comes to what a simple model says."""

import shutil
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.desk.editing import OpenBrief
from app.desk.history import read_history
from app.library import journal as journal_on_disk
from app.library.journal_walk import walk
from app.model.brief import Brief, Passage
from tests.library.nasty import briefs, nasty_text

PLAIN = st.text("ab \n", min_size=0, max_size=8)

ACTIONS = st.one_of(
    st.tuples(st.just("write"), st.sampled_from(["opening", "closing"]), nasty_text),
    st.tuples(st.just("agenda"), st.just(""), nasty_text),
    st.tuples(st.just("whole"), st.just(""), st.just("")),
    st.tuples(st.just("undo"), st.just(""), st.just("")),
    st.tuples(st.just("redo"), st.just(""), st.just("")),
    st.tuples(st.just("save"), st.just(""), st.just("")),
    st.tuples(st.just("restart"), st.just(""), st.just("")),
    st.tuples(st.just("kill"), st.just(""), st.just("")),
)


@dataclass
class Model:
    """A brief with a list of what it was and a list of what it will be."""

    now: Brief
    before: list[Brief] = field(default_factory=list)
    after: list[Brief] = field(default_factory=list)

    def change(self, brief: Brief) -> None:
        if brief != self.now:
            self.before.append(self.now)
            self.after.clear()
            self.now = brief

    def undo(self) -> None:
        if self.before:
            self.after.append(self.now)
            self.now = self.before.pop()

    def redo(self) -> None:
        if self.after:
            self.before.append(self.now)
            self.now = self.after.pop()


@pytest.mark.parametrize("longest", [4, 750])
@settings(
    max_examples=120,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(data=st.data())
def test_any_row_of_edits_comes_to_what_the_model_says(
    data: st.DataObject, longest: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(journal_on_disk, "LONGEST", longest)
    monkeypatch.setattr("os.fsync", lambda handle: None)
    folder = Path(tempfile.mkdtemp()) / "paper"
    try:
        model = Model(data.draw(briefs))
        desk = OpenBrief(model.now, folder)
        assert desk.save(), desk.trouble
        for what, where, text in data.draw(st.lists(ACTIONS, max_size=14)):
            desk = _act(desk, model, what, where, text, data)
            assert desk.brief == model.now
        desk = OpenBrief.open(folder)
        assert desk.brief == model.now
        assert not walk(folder).faults
        assert not read_history(folder).faults
        while model.before:
            model.undo()
            assert desk.undo() is not None
            assert desk.brief == model.now
        assert desk.undo() is None
    finally:
        shutil.rmtree(folder.parent)


def _act(
    desk: OpenBrief, model: Model, what: str, where: str, text: str, data: st.DataObject
) -> OpenBrief:
    if what == "write":
        passage = Passage(id=where, text=text)
        model.change(model.now.with_passage(passage))
        desk.change(desk.brief.with_passage(passage), f"write {where}")
    elif what == "agenda":
        model.change(model.now.revise(agenda=text))
        desk.change(desk.brief.revise(agenda=text), "agenda")
    elif what == "whole":
        other = data.draw(briefs)
        model.change(other)
        desk.change(other, "all")
    elif what == "undo":
        model.undo()
        desk.undo()
    elif what == "redo":
        model.redo()
        desk.redo()
    elif what == "save":
        assert desk.save(), desk.trouble
    elif what == "restart":
        assert desk.close(), desk.trouble
        return OpenBrief.open(desk.folder)
    elif what == "kill":
        return OpenBrief.open(desk.folder)
    return desk


@settings(
    max_examples=150,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    text=PLAIN.map(str.strip).filter(bool),
    typed=st.lists(PLAIN, max_size=4),
    by_hand=PLAIN.map(str.strip),
    saved=st.booleans(),
)
def test_a_hand_edit_wins_where_the_journal_did_not_change(
    text: str,
    typed: list[str],
    by_hand: str,
    saved: bool,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("os.fsync", lambda handle: None)
    folder = Path(tempfile.mkdtemp()) / "paper"
    try:
        start = _brief().with_passage(Passage(id="opening", text=text))
        desk = OpenBrief(start, folder)
        assert desk.save()
        for one in typed:
            passage = Passage(id="closing", text=one)
            desk.change(desk.brief.with_passage(passage), "write")
        if saved:
            assert desk.save()
        paper = folder / "paper.md"
        there = paper.read_text("utf-8")
        mark = there.index("{#opening}\n\n") + len("{#opening}\n\n")
        paper.write_text(
            there[:mark] + by_hand + there[mark + len(text) :], "utf-8", newline="\n"
        )
        back = OpenBrief.open(folder)
        assert back.brief.passage("opening").text == by_hand
        assert back.brief.passage("closing") == desk.brief.passage("closing")
        assert back.save()
        assert OpenBrief.open(folder).brief == back.brief
    finally:
        shutil.rmtree(folder.parent)


def _brief() -> Brief:
    from tests.desk.open_briefs import ASSIGNMENT

    return Brief(assignment=ASSIGNMENT)
