from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDropEvent, QGuiApplication
from pytestqt.qtbot import QtBot

from shopdesk.app.jobs import SILENT
from shopdesk.app.keywords.library import answer, question
from shopdesk.app.titles.documents import DRAFTS, FITS, LIMITS, OWN_TERMS, PROOFS
from shopdesk.domain.periods import Comparison
from shopdesk.domain.titles.pieces import Slot
from shopdesk.ui import formats
from shopdesk.ui.keywords.titles.chips import MIME
from shopdesk.ui.keywords.titles.panel import ComposeTarget
from shopdesk.ui.keywords.titles.terms_dialog import TermsDialog
from shopdesk.ui.keywords.titles.view import View
from shopdesk.ui.keywords.view import LibraryState
from tests.ui.stage import END, Stage

WORDS = [
    ("腰果", "a", 100, 100, 4),
    ("腰果礼盒", "a", 300, 300, 20),
    ("腰果无糖", "a", 200, 150, 9),
    ("开心果", "a", 100, 100, 5),
    ("开心果礼盒", "a", 200, 100, 8),
]
TITLE = "果山里腰果250g原味"


@pytest.fixture
def stage(tmp_path: Path, qtbot: QtBot) -> Iterator[Stage]:
    formats.set_language("en")
    made = Stage(tmp_path / "坚果 店.shopdesk")
    yield made
    made.workspace.close()


def add_items(stage: Stage, titles: list[str]) -> None:
    stage.add(
        "order_lines",
        {
            "order_id": [f"o{number}" for number in range(len(titles))],
            "line_id": ["1"] * len(titles),
            "title": titles,
            "created_at": [END] * len(titles),
        },
        kind="taobao_order_detail",
    )


def state_of(stage: Stage) -> LibraryState:
    asked = question(stage.workspace, period=None, comparison=Comparison.PREVIOUS)
    return LibraryState(answer(asked, stage.workspace, SILENT))


def view_of(stage: Stage, qtbot: QtBot) -> View:
    view = View(stage.context)
    qtbot.addWidget(view)
    view.resize(1334, 560)
    state = state_of(stage)
    view.show_library(state)
    stage.context.changed.connect(lambda _names: view.show_library(state))
    view.show()
    return view


def shop(stage: Stage, qtbot: QtBot) -> View:
    stage.add_words(WORDS)
    add_items(stage, [TITLE, "果山里开心果500g", "手工皂"])
    return view_of(stage, qtbot)


def column(grid: object, name: str) -> list[str]:
    model = grid.model  # type: ignore[attr-defined]
    at = model.position(name)
    return [str(model.index(row, at).data()) for row in range(model.rowCount())]


def test_that_an_item_opens_with_its_title_its_bytes_and_what_it_covers(stage: Stage, qtbot: QtBot) -> None:
    composer = shop(stage, qtbot).composer
    composer.open_item(TITLE)
    assert composer.current_title() == TITLE
    assert composer.length.text() == "18 / 60 bytes"
    assert composer.now.text().startswith("Now: 18 / 60 bytes; covers")
    assert composer.verdict.text() == "This is the current title."


def test_that_a_proposal_is_taken_copied_kept_and_taken_back(stage: Stage, qtbot: QtBot) -> None:
    composer = shop(stage, qtbot).composer
    composer.open_item(TITLE)
    assert composer.proposals[0].compared.difference > 0
    composer.offers.view.move_to(0, 0)
    composer.use.click()
    title = composer.current_title()
    assert "礼盒" in title
    assert "not confirmed" in composer.notes.text()
    assert composer.verdict.text().startswith("Covers")
    composer.copy.click()
    assert QGuiApplication.clipboard().text() == title
    composer.keep.click()
    assert stage.workspace.row(DRAFTS, (TITLE, "taobao")).title == title  # type: ignore[union-attr]
    assert title in column(composer.items, "draft")
    composer.open_item("手工皂")
    composer.open_item(TITLE)
    assert composer.current_title() == title
    stage.undo.undo()
    assert not stage.workspace.rows(DRAFTS)


def test_that_a_word_said_to_be_untrue_is_no_longer_proposed_and_undo_brings_it_back(
    stage: Stage, qtbot: QtBot
) -> None:
    composer = shop(stage, qtbot).composer
    composer.open_item(TITLE)
    composer.say_fit("礼盒", fits=False)
    assert composer.proposals
    assert not any("礼盒" in one.title for one in composer.proposals)
    assert "no" in column(composer.words, "fits")
    stage.undo.undo()
    assert not stage.workspace.rows(FITS)
    assert any("礼盒" in one.title for one in composer.proposals)


def test_that_chips_move_by_keys_change_their_slot_and_go(stage: Stage, qtbot: QtBot) -> None:
    composer = shop(stage, qtbot).composer
    composer.open_item("果山里腰果无糖")
    before = [piece.text for piece in composer.chips.pieces]
    qtbot.keyClick(composer.chips.chips[-1], Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    after = [piece.text for piece in composer.chips.pieces]
    assert after == [*before[:-2], before[-1], before[-2]]
    assert composer.current_title() == "".join(after)
    place = after.index("无糖")
    qtbot.keyClick(composer.chips.chips[place], Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert composer.chips.pieces[place].slot is Slot.OTHER
    composer.slots[Slot.SCENE].dropped.emit(place)
    assert composer.chips.pieces[place].slot is Slot.SCENE
    qtbot.keyClick(composer.chips.chips[place], Qt.Key.Key_Delete)
    assert "无糖" not in composer.current_title()
    assert "left out: 无糖" in composer.notes.text()


def test_that_a_chip_dropped_in_the_line_stands_where_it_was_dropped(stage: Stage, qtbot: QtBot) -> None:
    chips = shop(stage, qtbot).composer.chips
    composer_title = [piece.text for piece in chips.pieces]
    chips.move_piece(0, len(composer_title))
    assert [piece.text for piece in chips.pieces] == [*composer_title[1:], composer_title[0]]
    data = QMimeData()
    data.setData(MIME, b"0")
    end = QPointF(chips.rect().bottomRight())
    chips.dropEvent(
        QDropEvent(end, Qt.DropAction.MoveAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    )
    assert [piece.text for piece in chips.pieces] == [*composer_title[2:], composer_title[0], composer_title[1]]
    assert chips.place_at(chips.chips[1].geometry().topLeft()) == 1
    assert chips.place_at(chips.rect().bottomRight()) == len(chips.chips)


def test_that_too_long_odd_and_prohibited_is_said_at_once(stage: Stage, qtbot: QtBot) -> None:
    composer = shop(stage, qtbot).composer
    composer.open_item("腰果")
    composer.add_piece("国家级最佳🔥" + "坚" * 30)
    text = composer.warning.text()
    assert "too long" in text
    assert "Not in GBK, counted as 4 bytes each" in text
    assert "prohibited" in text


def test_that_a_limit_is_edited_marked_and_undone(stage: Stage, qtbot: QtBot) -> None:
    composer = shop(stage, qtbot).composer
    composer.open_item(TITLE)
    composer.limits.platform.setCurrentIndex(composer.limits.platform.findData("pdd"))
    assert composer.limits.checked.isVisible()
    composer.limits.most.setValue(20)
    composer.limits.most.editingFinished.emit()
    assert stage.workspace.row(LIMITS, ("pdd",)).most == 20  # type: ignore[union-attr]
    assert composer.length.text() == "18 / 20 bytes"
    assert not composer.limits.checked.isVisible()
    stage.undo.undo()
    assert composer.limit().most == 60


def test_that_pasted_titles_are_judged_with_the_worst_first(stage: Stage, qtbot: QtBot) -> None:
    view = shop(stage, qtbot)
    view.show_panel("check")
    checker = view.checker
    checker.paste.setPlainText("第一代积木\n明星同款卫衣\n\n最佳 <b>风机</b>\n" + "长" * 700)
    checker.run.click()
    assert column(checker.grid, "level") == ["prohibited", "needs proof", "nothing found", "nothing found"]
    assert checker.note.text().startswith("4 titles: 1 with prohibited words, 1 that need proof, 2 where")
    assert "cut" in checker.bar.text()
    checker.grid.view.move_to(0, 0)
    assert "【最佳】" in checker.proof.place.text()
    assert not checker.proof.keep.isVisible()


def test_that_the_proof_of_a_claim_is_kept_counts_and_can_be_undone(stage: Stage, qtbot: QtBot) -> None:
    view = shop(stage, qtbot)
    view.show_panel("check")
    checker = view.checker
    checker.judge(("明星同款卫衣",))
    checker.grid.view.move_to(0, 0)
    checker.proof.day.setText("2026-05")
    checker.proof.source.setText("合同 12")
    checker.proof.keep.click()
    assert column(checker.grid, "level") == ["proof kept"]
    assert column(checker.grid, "proof") == ["2026-05, 合同 12"]
    stage.undo.undo()
    assert not stage.workspace.rows(PROOFS)
    assert column(checker.grid, "level") == ["needs proof"]


def test_that_a_word_is_silenced_or_excused_and_the_titles_are_judged_anew(stage: Stage, qtbot: QtBot) -> None:
    view = shop(stage, qtbot)
    view.show_panel("check")
    checker = view.checker
    checker.judge(("最佳伙伴牛奶", "最佳牛奶"))
    checker.grid.view.move_to(0, 0)
    checker.proof.context_edit.setText("最佳伙伴")
    checker.proof.excuse.click()
    assert sorted(column(checker.grid, "level")) == ["nothing found", "prohibited"]
    checker.grid.view.move_to(0, 0)
    checker.proof.silence.click()
    assert column(checker.grid, "level") == ["nothing found", "nothing found"]
    stage.undo.undo()
    stage.undo.undo()
    assert column(checker.grid, "level") == ["prohibited", "prohibited"]


def test_that_the_list_takes_own_words_and_gives_delivered_ones_back(stage: Stage, qtbot: QtBot) -> None:
    dialog = TermsDialog(stage.context)
    qtbot.addWidget(dialog)
    dialog.new_term.setText("闭 眼入，顶流, 🔥")
    dialog.add.click()
    assert column(dialog.grid, "term")[0] == "闭眼入"
    assert [row.term for row in stage.workspace.rows(OWN_TERMS).values()] == ["闭眼入"]
    assert column(dialog.grid, "source")[0] == "own"
    model = dialog.grid.model
    row = column(dialog.grid, "term").index("国家级")
    assert model.setData(model.index(row, model.position("level")), "not watched", Qt.ItemDataRole.EditRole)
    assert "delivered, changed" in column(dialog.grid, "source")
    dialog.grid.view.reveal("国家级", "term")
    dialog.give_back.click()
    assert "delivered, changed" not in column(dialog.grid, "source")
    assert [row.term for row in stage.workspace.rows(OWN_TERMS).values()] == ["闭眼入"]


def test_that_items_stand_with_their_match_and_one_leads_to_the_composer(stage: Stage, qtbot: QtBot) -> None:
    view = shop(stage, qtbot)
    view.show_panel("match")
    matcher = view.matcher
    shares = dict(zip(column(matcher.items, "title"), column(matcher.items, "share"), strict=True))
    assert shares["手工皂"] == "—"
    assert 0 < int(shares[TITLE]) < 50
    matcher.items.view.reveal(TITLE, "title")
    assert "covers" in matcher.detail.text()
    assert "礼盒" in column(matcher.missing, "lacks")
    matcher.compose.click()
    assert view.switch.key() == "compose"
    assert view.composer.item == TITLE


def test_that_words_without_a_title_and_titles_without_a_word_are_listed(stage: Stage, qtbot: QtBot) -> None:
    view = shop(stage, qtbot)
    view.show_panel("match")
    view.matcher.choose("words")
    assert set(column(view.matcher.uncovered, "word")) == {"腰果礼盒", "腰果无糖", "开心果礼盒"}
    assert column(view.matcher.uncovered, "titles") == ["1", "1", "1"]
    view.matcher.choose("nothing")
    assert column(view.matcher.items, "title") == ["手工皂"]


def test_that_a_shop_without_words_or_titles_says_what_to_import(stage: Stage, qtbot: QtBot) -> None:
    view = view_of(stage, qtbot)
    assert "import a keyword report" in view.composer.bar.text()
    view.composer.open_item("国家级腰果")
    assert view.composer.length.text() == "10 / 60 bytes"
    assert view.composer.verdict.text() == "This is the current title."
    view.show_panel("match")
    with qtbot.waitSignal(stage.context.import_requested):
        view.matcher.empty.action.click()
    view.show_panel("check")
    view.checker.judge(("国家级腰果",))
    assert column(view.checker.grid, "level") == ["prohibited"]
    assert not view.checker.take.isEnabled()


@pytest.mark.parametrize("odd", ["x" * 500, "🔥" * 60, "<b>腰果</b><img src=x>", "腰果\x00\x1b\u202e", " ", "Ａ腰果ﬁ"])
def test_that_odd_titles_are_shown_as_they_are(stage: Stage, qtbot: QtBot, odd: str) -> None:
    view = shop(stage, qtbot)
    view.show_target(ComposeTarget(odd))
    assert view.composer.title.textFormat() is Qt.TextFormat.PlainText
    view.composer.keep.click()
    view.show_panel("check")
    view.checker.show_title(odd)
    assert len(view.checker.judged.titles) == 1


def test_that_nothing_is_composed_before_there_is_a_title(stage: Stage, qtbot: QtBot) -> None:
    stage.add_words(WORDS)
    composer = view_of(stage, qtbot).composer
    assert "No item titles yet" in composer.bar.text()
    assert not composer.card.isVisible()
    assert not composer.offers.isVisible()
    composer.open_item(TITLE)
    assert composer.card.isVisible()
