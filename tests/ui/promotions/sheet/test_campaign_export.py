"""The campaign sheet from the window: written, kept as a version in one step, and a locked file said plainly."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from shopdesk.app.promotions.documents import put_offer
from shopdesk.app.promotions.versions import CAMPAIGN_VERSIONS, Reason
from shopdesk.app.services import ExportSheet
from shopdesk.ui.cards import MessageBar
from shopdesk.ui.promotions.sheet.export import CampaignExport, Form
from tests.ui.fake_shop import FakeShop, context_of
from tests.ui.stage import JobsAtOnce
from tests.unit.promotions.test_design_study import LADDER, frames


class Jobs(JobsAtOnce):
    """Runs jobs at once and tells what fails, as the real ones do."""

    def start(self, name: str, work: Any, done: Any, failed: Any = None) -> Callable[[], None]:
        try:
            return super().start(name, work, done, failed)
        except OSError as error:
            failed(error)
            return lambda: None


@pytest.fixture
def shop() -> FakeShop:
    made = FakeShop(frames())
    put_offer(LADDER).apply(made)  # type: ignore[arg-type]
    return made


@pytest.fixture
def export(qtbot: QtBot, shop: FakeShop) -> Callable[..., tuple[CampaignExport, MessageBar]]:
    def make(write: Callable[[Path, Sequence[ExportSheet]], None]) -> tuple[CampaignExport, MessageBar]:
        context = context_of(shop)
        context.jobs = Jobs()
        context.services = SimpleNamespace(  # type: ignore[assignment]
            today=lambda: date(2026, 6, 22), write_workbook=write, write_csv=lambda path, sheet: write(path, [sheet])
        )
        page = QWidget()
        qtbot.addWidget(page)
        bar = MessageBar(page)
        return CampaignExport(context, bar, page), bar

    return make


def test_that_the_sheet_is_written_and_kept_as_a_version_with_its_forecast(
    shop: FakeShop, export: Callable[..., tuple[CampaignExport, MessageBar]]
) -> None:
    written: list[tuple[Path, list[str]]] = []
    made, bar = export(lambda path, sheets: written.append((path, [sheet.name for sheet in sheets])))
    made.write("a", Form.SHEET, Path("活动.xlsx"))
    ((path, sheets),) = written
    assert path == Path("活动.xlsx")
    assert len(sheets) == 6
    assert bar.text() == "Written: 活动.xlsx"
    (version,) = shop.rows(CAMPAIGN_VERSIONS).values()
    assert version.reason is Reason.EXPORT
    assert version.foretold("a", "margin") is not None
    shop.undo()
    assert not shop.rows(CAMPAIGN_VERSIONS)


@pytest.mark.parametrize("form", [Form.PRICES, Form.PRICES_CSV])
def test_that_a_price_list_is_one_table_and_no_version(
    shop: FakeShop, export: Callable[..., tuple[CampaignExport, MessageBar]], form: Form
) -> None:
    written: list[str] = []
    made, _bar = export(lambda _path, sheets: written.extend(sheet.name for sheet in sheets))
    made.write("a", form, Path(f"价格{form.suffix}"))
    assert len(written) == 1
    assert not shop.rows(CAMPAIGN_VERSIONS)


def test_that_a_file_open_in_excel_is_said_and_nothing_is_kept(
    shop: FakeShop, export: Callable[..., tuple[CampaignExport, MessageBar]]
) -> None:
    def locked(path: Path, _sheets: object) -> None:
        raise PermissionError(13, "locked", str(path))

    made, bar = export(locked)
    made.write("a", Form.SHEET, Path("活动.xlsx"))
    assert "活动.xlsx" in bar.text()
    assert "close it in other programs" in bar.text()
    assert not shop.rows(CAMPAIGN_VERSIONS)


def test_that_the_menu_offers_the_sheet_and_both_lists(
    export: Callable[..., tuple[CampaignExport, MessageBar]],
) -> None:
    made, _bar = export(lambda _path, _sheets: None)
    assert len(made.menu_for("a").actions()) == len(Form)
