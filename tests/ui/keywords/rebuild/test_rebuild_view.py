from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from shopdesk.app.jobs import SILENT
from shopdesk.app.keywords.decisions import WordDecision, decide
from shopdesk.app.keywords.library import answer, question
from shopdesk.app.keywords.rebuild import CHOICES, EXPORTS, last_exports, plans_of
from shopdesk.app.keywords.rebuild_files import Written
from shopdesk.domain.keywords.rebuild.grounds import grounds
from shopdesk.domain.keywords.rebuild.model import RowKind
from shopdesk.domain.keywords.rebuild.scope import Scope
from shopdesk.domain.periods import Comparison, Period
from shopdesk.ui import formats
from shopdesk.ui.grid.edits import Action, CellEdit, EditBatch
from shopdesk.ui.keywords.rebuild import export as exporting
from shopdesk.ui.keywords.rebuild.checks import limits_text
from shopdesk.ui.keywords.rebuild.paste_menu import PasteMenu, forms_to_paste
from shopdesk.ui.keywords.rebuild.view import View
from shopdesk.ui.keywords.view import LibraryState
from tests.ui.stage import END, Stage

MIXED = [
    ("坚果", "综合", 900.0, 2000.0, 40.0),
    ("坚果礼盒", "综合", 300.0, 400.0, 8.0),
    ("开心果", "综合", 200.0, 200.0, 5.0),
    ("三只松鼠坚果", "综合", 90.0, 150.0, 1.0),
    ("三只松鼠礼盒", "综合", 80.0, 140.0, 1.0),
    ("三只松鼠开心果", "综合", 70.0, 1200.0, 1.0),
    ("夏威夷果", "第二计划", 100.0, 100.0, 2.0),
]


@dataclass
class Files:
    """Keeps what is to be written."""

    orders: list[tuple[str, Path, Any]]

    def write_text(self, path: Path, text: str) -> None:
        self.orders.append(("text", path, text))

    def write_bulk(self, path: Path, entries: Any) -> Written:
        self.orders.append(("bulk", path, entries))
        return Written(path, len(entries))

    def write_editor(self, path: Path, entries: Any) -> Written:
        self.orders.append(("editor", path, entries))
        return Written(path, len(entries))


@pytest.fixture
def stage(tmp_path: Path, qtbot: QtBot) -> Iterator[Stage]:
    formats.set_language("en")
    made = Stage(tmp_path / "words.shopdesk")
    yield made
    made.workspace.close()


@pytest.fixture
def show(stage: Stage, qtbot: QtBot) -> Callable[[list[Any]], View]:
    def made(rows: list[Any]) -> View:
        if rows:
            stage.add_words(rows)
        view = View(stage.context)
        qtbot.addWidget(view)
        view.resize(1334, 560)
        view.show()
        draw(stage, view)
        stage.context.changed.connect(lambda names: draw(stage, view) if names & view.uses else None)
        return view

    return made


def draw(stage: Stage, view: View) -> None:
    state = getattr(view, "_state", None)
    if state is None:
        period = Period.last(days=28, until=END)
        found = answer(
            question(stage.workspace, period=period, comparison=Comparison.PREVIOUS), stage.workspace, SILENT
        )
        state = LibraryState(answer=found, **({"frame": None} if "frame" in LibraryState.__dataclass_fields__ else {}))
    view.show_library(state)


def keys_of(view: View, kind: RowKind) -> list[str]:
    return [key for key in view.grid.model.frame.keys if str(key).startswith(kind.value)]  # type: ignore[misc]


def taken(view: View, key: str) -> bool:
    frame = view.grid.model.frame
    place = frame.place(key)
    assert place is not None
    return bool(frame.value("accepted", place))


def test_that_the_view_shows_changes_with_structure_and_what_they_do_together(show: Any) -> None:
    view = show(MIXED)
    assert "move 3 words" in view.headline.text()
    names = [view.tree.topLevelItem(at).text(0) for at in range(view.tree.topLevelItemCount())]
    assert "＋ Competitor" in names
    shown = [view.grid.model.key(row) for row in range(view.grid.model.rowCount())]
    assert shown
    assert not [key for key in shown if str(key).startswith("unchanged")]


def test_that_refusing_a_row_is_one_step_that_undo_takes_back(show: Any, stage: Stage) -> None:
    view = show(MIXED)
    moves = keys_of(view, RowKind.MOVED)
    view.grid.edited.emit(EditBatch(Action.TYPE, (CellEdit(moves[0], "accepted", True, False),)))
    assert (taken(view, moves[0]), taken(view, moves[1])) == (False, True)
    assert "move 2 words" in view.headline.text()
    stage.undo.undo()
    assert taken(view, moves[0])
    assert not stage.workspace.rows(CHOICES)


def test_that_refusing_all_moves_says_what_is_held_back(show: Any) -> None:
    view = show(MIXED)
    view.choose(keys_of(view, RowKind.MOVED), accepted=False)
    assert "held back" in view.notes.text()
    view.choose(keys_of(view, RowKind.MOVED), accepted=True)
    assert "held back" not in view.notes.text()


def test_that_a_decision_by_hand_makes_the_proposal_anew(show: Any, stage: Stage) -> None:
    view = show(MIXED)
    stage.workspace.apply(decide([WordDecision("开心果", "pause", None, "2026-05-01T09:00:00")]))
    assert [key for key in keys_of(view, RowKind.PAUSED) if "开心果" in key and "三只松鼠" not in key]


def test_that_a_campaign_of_the_tree_filters_the_changes(show: Any) -> None:
    view = show(MIXED)
    new = next(
        item
        for at in range(view.tree.topLevelItemCount())
        if "Competitor" in (item := view.tree.topLevelItem(at)).text(0)
    )
    new.setSelected(True)
    model = view.grid.model
    position = model.position("change")
    moved = [model.text(row, position) for row in range(model.rowCount()) if str(model.key(row)).startswith("moved")]
    assert {text.split(" / ")[0] for text in moved} == {"Competitor"}
    assert model.rowCount() < len(view.grid.model.frame)
    model.clear_filters()
    assert view.tree.place() is None


def test_that_another_proposal_lets_go_of_the_campaign_that_was_looked_at(show: Any, stage: Stage) -> None:
    view = show(MIXED)
    view.tree.topLevelItem(0).setSelected(True)
    stage.workspace.apply(decide([WordDecision("开心果", "negative", None, "2026-05-01T09:00:00")]))
    assert len(view.grid.model.order) == len([key for key in view.grid.model.frame.keys if "unchanged" not in str(key)])


def test_that_few_words_in_one_campaign_are_left_alone_and_told_so(show: Any) -> None:
    view = show([row for row in MIXED if row[1] == "综合"])
    assert "the structure of now is better" in view.notes.text()
    assert not keys_of(view, RowKind.MOVED)


def test_that_without_words_the_view_says_what_to_import(show: Any) -> None:
    view = show([])
    assert view.empty.isVisible()


def test_that_an_export_is_written_and_remembered(
    show: Any, stage: Stage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = Files([])
    stage.context.services = SimpleNamespace(  # type: ignore[assignment]
        proposals=files,
        write_workbook=lambda path, sheets: files.orders.append(("workbook", path, sheets)),
        today=lambda: date(2026, 5, 1),
        now=lambda: datetime(2026, 5, 1, 9),
    )
    view = show(MIXED)
    monkeypatch.setattr(exporting, "ask_target", lambda *_args, **_named: tmp_path / "重构.xlsx")
    view.export("worksheet", "taobao")
    assert [order[0] for order in files.orders] == ["workbook", "text"]
    sheets = files.orders[0][2]
    assert sheets[0].columns[-1].header == "请核对"
    assert any("匹配方式名称" in str(row[-1]) for sheet in sheets for row in sheet.rows)
    assert {sheet.name for sheet in sheets} >= {"综合", "Competitor"}
    assert files.orders[1][1].name == "重构_粘贴.txt"
    assert "Written: 重构.xlsx" in view.bar.text()
    kept = last_exports(stage.workspace)["taobao"]
    assert len(plans_of(kept)) == len(view._settled.accepted)  # type: ignore[union-attr]
    assert "exported on" in view.notes.text()
    stage.undo.undo()
    assert not stage.workspace.rows(EXPORTS)


def test_that_a_console_file_says_that_moved_words_wait_for_their_new_campaign(
    show: Any, stage: Stage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = Files([])
    stage.context.services = SimpleNamespace(  # type: ignore[assignment]
        proposals=files, write_workbook=None, today=lambda: date(2026, 5, 1), now=lambda: datetime(2026, 5, 1, 9)
    )
    view = show(MIXED)
    monkeypatch.setattr(exporting, "ask_target", lambda *_args, **_named: tmp_path / "editor.csv")
    view.export("google_editor", "taobao")
    assert [order[0] for order in files.orders] == ["editor"]
    assert "until then 3 moved words aren't shown" in view.bar.text()
    view.export("microsoft_bulk", "taobao")
    assert "have no id" in view.bar.text()


def test_that_words_are_copied_for_an_ad_group(show: Any) -> None:
    view = show(MIXED)
    assert view._proposal is not None
    assert view._settled is not None
    forms = forms_to_paste(view._proposal, view._settled)
    form = next(form for form in forms if form.title.startswith("Competitor / "))
    PasteMenu(forms, view.bar, view).copy(form)
    assert view.bar.text().startswith("Copied 3 words")
    lines = QGuiApplication.clipboard().text().splitlines()
    assert sorted(line.split(",")[0] for line in lines) == ["三只松鼠坚果", "三只松鼠开心果", "三只松鼠礼盒"]


ODD = ["<b>坚果</b>", "坚果 🥜", "坚" * 500, "坚果\t礼\u200b盒", "=1+1", "坚果'; --", "عربى坚果"]


def test_that_odd_words_are_shown_as_they_are(show: Any) -> None:
    view = show([*MIXED, *((word, "综合", 10.0, 10.0, 0.0) for word in ODD)])
    model = view.grid.model
    texts = {model.text(row, model.position("word")) for row in range(model.rowCount())}
    view.kinds.choose("unchanged")
    view._filter_kind()
    texts |= {model.text(row, model.position("word")) for row in range(model.rowCount())}
    assert {"<b>坚果</b>", "坚果 🥜", "=1+1"} <= texts
    assert not view.grab().isNull()


def test_that_search_terms_alone_are_no_structure(stage: Stage, show: Any) -> None:
    stage.add(
        "ad_search_term",
        {"date": [END], "date_end": [END], "campaign": ["A"], "term": ["坚果"], "clicks": [10.0], "cost": [1000]},
        kind="gads_search_terms",
    )
    view = show([])
    assert view.empty.isVisible()
    assert "no bought keywords" in view.empty._sentence.text()


SMALL = [*MIXED, ("百草味坚果", "综合", 3.0, 2.0, 0.0), ("百草味礼盒", "综合", 3.0, 2.0, 0.0)]


def test_that_small_moves_wait_until_everything_is_wanted_and_own_choices_stay(show: Any, stage: Stage) -> None:
    view = show(SMALL)
    small = [key for key in keys_of(view, RowKind.MOVED) if "百草味" in key]
    dear = [key for key in keys_of(view, RowKind.MOVED) if "百草味" not in key]
    assert not any(taken(view, key) for key in small)
    assert all(taken(view, key) for key in dear)
    assert f"{len(small)} of {len(small) + len(dear)} moves are not taken" in view.notes.text()
    view.choose(dear[:1], accepted=False)
    view.take_scope(Scope.ALL)
    assert all(taken(view, key) for key in small)
    assert not taken(view, dear[0])
    stage.undo.undo()
    assert not any(taken(view, key) for key in small)


def test_that_hovers_name_each_limit_that_nobody_has_checked(show: Any) -> None:
    view = show(MIXED)
    made = view._proposal
    assert made is not None
    texts = {row.kind: limits_text(row) for row in made.rows}
    assert "match types" in texts[RowKind.NEGATIVE]
    assert "bids of" not in texts[RowKind.NEGATIVE]
    assert not texts[RowKind.MOVED]


def test_that_terms_of_no_named_account_are_asked_about_and_follow_the_answer(show: Any, stage: Stage) -> None:
    stage.add(
        "ad_search_term",
        {
            "date": [END],
            "date_end": [END],
            "campaign": ["综合"],
            "term": ["坚果批发"],
            "clicks": [10.0],
            "cost": [1000],
        },
        kind="general_search_terms",
        platform="other",
    )
    stage.add(
        "ad_keyword",
        {
            "date": [END], "date_end": [END], "campaign": ["快车"], "adgroup": ["unit"], "keyword": ["腰果"],
            "impressions": [900.0], "clicks": [90.0], "cost": [9000], "ad_orders": [3.0], "ad_gmv": [27000],
        },
        kind="jzt_keyword",
        platform="jd",
    )  # fmt: skip
    stage.workspace.apply(decide([WordDecision("坚果批发", "negative", None, "2026-05-01T09:00:00")]))
    view = show(MIXED)
    assert view.account.isVisible()
    assert "1 decided search term does nothing yet" in view.notes.text()
    answers = [action.text() for action in view.account.menu_of_accounts().actions()]
    assert len(answers) == 2
    view.say_account(("other", ""), ("taobao", ""))
    (key,) = [key for key in keys_of(view, RowKind.NEGATIVE) if key.endswith("坚果批发")]
    assert "as you said" in view._columns.reason(key)
    stage.undo.undo()
    assert not [key for key in keys_of(view, RowKind.NEGATIVE) if key.endswith("坚果批发")]


def test_that_tab_follows_the_eye(show: Any) -> None:
    view = show(MIXED)
    stops = [view.scope._buttons["all"], view.files, view.kinds._buttons["changes"], view.take, view.grid.view]
    order = [view.scope._buttons["material"]]
    while (found := order[-1].nextInFocusChain()) is not order[0]:
        order.append(found)
    places = [order.index(stop) for stop in stops]
    assert places == sorted(places)


def test_that_words_without_a_row_of_their_own_are_said_and_counted(show: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(grounds.__kwdefaults__, "most", 5)  # as if a shop were very large
    view = show(MIXED)
    assert "2 further words" in view.notes.text()
    nodes = [view.tree.topLevelItem(at) for at in range(view.tree.topLevelItemCount())]
    assert sum(int(node.text(1)) for node in nodes) == len(MIXED)


def test_that_the_ad_groups_of_a_campaign_are_there_once_it_is_opened_and_stay_after_a_change(
    show: Any, stage: Stage
) -> None:
    view = show(MIXED)
    top = view.tree.topLevelItem(0)
    top.setExpanded(True)
    groups = [top.child(at).text(0) for at in range(top.childCount())]
    assert groups
    view.choose(keys_of(view, RowKind.MOVED), accepted=False)
    again = view.tree.topLevelItem(0)
    assert again.isExpanded()
    assert again.childCount()


def test_that_a_change_without_money_says_that_it_cant_be_told(show: Any) -> None:
    view = show(MIXED)
    model = view.grid.model
    told: dict[str, set[str]] = {}
    for row in range(model.rowCount()):
        kind = str(model.value(row, model.position("kind")))
        if model.value(row, model.position("money")) is None:
            told.setdefault(kind, set()).add(model.text(row, model.position("money")))
    assert RowKind.MOVED.value in told
    assert told.pop(RowKind.UNCHANGED.value, {"—"}) == {"—"}
    assert set().union(*told.values()) == {"can't tell"}
