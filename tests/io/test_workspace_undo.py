"""A machine plays edits and imports: everything undone is the start, and the file always equals memory."""

from __future__ import annotations

import shutil
import tempfile
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pyarrow as pa
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from shopdesk.app.changes import Change, SetRows
from shopdesk.app.documents import Collection
from shopdesk.app.importing.committing import commit
from shopdesk.app.importing.history import history, put_in_again, take_back
from shopdesk.app.importing.model import Conversion, RawSheet, Recognition, SourceFile
from shopdesk.app.jobs import SILENT
from shopdesk.app.services import Prepared
from shopdesk.app.workspace import Workspace
from shopdesk.io.workspace_file import open_workspace

NOW = datetime(2026, 11, 11, 9, 30)
DAY = date(2026, 6, 18)


@dataclass(frozen=True, slots=True)
class Word:
    word: str
    quadrant: str


@dataclass(frozen=True, slots=True)
class Bid:
    weekday: int
    hour: int
    percent: int | None


WORDS = Collection("words", Word, ("word",))
BIDS = Collection("bids", Bid, ("weekday", "hour"))
TABLES = ("shop_daily", "order_lines")

words = st.builds(Word, st.sampled_from("abc"), st.sampled_from(["star", "dog"]))
bids = st.builds(Bid, st.integers(0, 1), st.integers(0, 2), st.none() | st.integers(30, 40))
days = st.dictionaries(st.integers(0, 3), st.tuples(st.none() | st.integers(0, 2), st.integers(0, 2)), min_size=1)
lines = st.lists(st.tuples(st.sampled_from("12"), st.integers(1, 2)), min_size=1, max_size=4)


def prepared(table: str, values: list[dict[str, Any]]) -> Prepared:
    rows = pa.Table.from_pylist([{"kind": "k", "platform": "wxt", "shop": "一号店"} | value for value in values])
    recognition = Recognition("k", "wxt", table, 1.0, 0, ())
    sheet = RawSheet("表1", pa.table({"c0": ["x"]}))
    return Prepared(SourceFile(Path("报表.csv")), sheet, recognition, Conversion(recognition, rows, ()))


def snapshot(workspace: Workspace) -> list[Any]:
    documents = [dict(workspace.rows(WORDS)), dict(workspace.rows(BIDS))]
    figures = [sorted(map(repr, workspace.table(name).to_pylist())) for name in TABLES]
    return [*documents, *figures]


class EditsAndUndo(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.workspace = self.opened()
        self.start = snapshot(self.workspace)
        self.done: list[Change] = []
        self.undone: list[Change] = []
        self.states = [self.start]

    def opened(self) -> Workspace:
        return Workspace(open_workspace(self.folder / "店铺.shopdesk", clock=lambda: NOW))

    def push(self, change: Change) -> None:
        if change.is_empty:
            return
        self.done.append(self.workspace.apply(change))
        self.undone.clear()
        self.states[len(self.done) :] = [snapshot(self.workspace)]

    @rule(rows=st.lists(words, min_size=1, max_size=3))
    def put_words(self, rows: list[Word]) -> None:
        self.push(SetRows.put(WORDS, rows))

    @rule(rows=st.lists(bids, min_size=1, max_size=4))
    def paste_bids(self, rows: list[Bid]) -> None:
        self.push(SetRows.put(BIDS, rows))

    @rule(word=st.sampled_from("abc"))
    def drop_word(self, word: str) -> None:
        self.push(SetRows.drop(WORDS, [(word,)]))

    @rule(both=st.tuples(days, lines))
    def import_files(self, both: Any) -> None:
        daily = [
            {
                "date": DAY + timedelta(days=day),
                "date_end": DAY + timedelta(days=day),
                "pay_amount": paid,
                "visitors": n,
            }
            for day, (paid, n) in both[0].items()
        ]
        order_lines = [{"order_id": order, "title": "袜子", "paid": paid} for order, paid in both[1]]
        files = [prepared("shop_daily", daily), prepared("order_lines", order_lines)]
        self.push(commit(files, self.workspace, SILENT, clock=lambda: NOW, keep_old=False).change)

    @rule(place=st.integers(0, 5), again=st.booleans())
    def switch_a_past_import(self, place: int, again: bool) -> None:
        past = history(self.workspace.imports())
        if past:
            records = past[place % len(past)].records
            self.push(put_in_again(records) if again else take_back(records))

    @precondition(lambda self: self.done)
    @rule(steps=st.integers(1, 4))
    def undo(self, steps: int) -> None:
        for _ in range(min(steps, len(self.done))):
            self.undone.append(self.workspace.apply(self.done.pop()))
            assert snapshot(self.workspace) == self.states[len(self.done)]

    @precondition(lambda self: self.undone)
    @rule()
    def redo(self) -> None:
        self.done.append(self.workspace.apply(self.undone.pop()))
        assert snapshot(self.workspace) == self.states[len(self.done)]

    @rule()
    def reopen(self) -> None:
        before = snapshot(self.workspace)
        self.workspace.close()
        self.workspace = self.opened()
        assert snapshot(self.workspace) == before

    @invariant()
    def the_file_holds_what_memory_holds(self) -> None:
        fresh = Workspace(open_workspace(self.workspace.path, clock=lambda: NOW, read_only=True))
        try:
            assert snapshot(fresh) == snapshot(self.workspace)
        finally:
            fresh.close()

    def teardown(self) -> None:
        try:
            while self.done:
                self.workspace.apply(self.done.pop())
            assert snapshot(self.workspace) == self.start
            assert self.workspace.store.check() == []
        finally:
            self.workspace.close()
            shutil.rmtree(self.folder)


TestEditsAndUndo = EditsAndUndo.TestCase
TestEditsAndUndo.settings = settings(max_examples=25, stateful_step_count=25, deadline=None)
