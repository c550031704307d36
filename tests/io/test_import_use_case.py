"""The import as the window drives it: preview, correction, one undoable step, history, backups."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from shopdesk import bootstrap
from shopdesk.app.importing.history import history, put_in_again, take_back
from shopdesk.app.importing.model import Recognition, Role
from shopdesk.app.jobs import SILENT, Cancelled, JobContext
from shopdesk.app.services import Committed, Overlap
from shopdesk.app.workspace import Workspace

HEADERS = "日期,场景ID,场景名字,计划ID,计划名字,展现量,点击量,花费,总成交金额,总成交笔数"


@pytest.fixture
def workspace(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Workspace]:
    monkeypatch.setenv("SHOPDESK_HOME", str(tmp_path / "home"))
    opened = bootstrap.open_workspace(tmp_path / "我的 店铺.shopdesk", create=True)
    yield opened
    opened.close()
    bootstrap.close_reader()


def row(day: int, cost: str) -> str:
    return f"2026-06-{day:02d},371,关键词推广,70011001,夏日,1000,50,{cost},99.90,3"


def report(path: Path, *rows: str, headers: str = HEADERS) -> Path:
    path.write_text("\r\n".join([headers, *rows]) + "\r\n", "utf-8")
    return path


def imported(workspace: Workspace, *paths: Path, keep_old: bool = False) -> Committed:
    use_case = bootstrap.importing()
    return use_case.commit(use_case.prepare(paths, workspace, SILENT), workspace, SILENT, keep_old=keep_old)


def costs(workspace: Workspace) -> list[int]:
    return sorted(workspace.table("ad_campaign")["cost"].to_pylist()) if workspace.imports() else []


def test_that_nothing_counts_before_the_step_is_taken_and_undo_takes_it_back(
    workspace: Workspace, tmp_path: Path
) -> None:
    committed = imported(workspace, report(tmp_path / "计划报表1.csv", row(1, "1.00"), row(2, "2.00")))
    assert workspace.table("ad_campaign").num_rows == 0
    told: list[frozenset[str]] = []
    workspace.subscribe(told.append)
    undo = workspace.apply(committed.change)
    assert costs(workspace) == [100, 200]
    assert list(workspace.frame("ad_campaign")["cost"]) == [100, 200]
    redo = workspace.apply(undo)
    assert workspace.frame("ad_campaign").empty
    workspace.apply(redo)
    assert costs(workspace) == [100, 200]
    assert told == [frozenset({"ad_campaign"})] * 3


def test_that_a_file_that_changes_nothing_is_no_step(workspace: Workspace, tmp_path: Path) -> None:
    path = report(tmp_path / "计划报表1.csv", row(1, "1.00"))
    workspace.apply(imported(workspace, path).change)
    again = imported(workspace, path)
    assert again.change.is_empty
    assert (again.outcomes[0].unchanged, len(workspace.imports())) == (1, 1)
    assert bootstrap.importing().prepare([path], workspace, SILENT)[0].already_imported


def test_that_the_preview_tells_the_overlap_before_anything_goes_in(workspace: Workspace, tmp_path: Path) -> None:
    workspace.apply(imported(workspace, report(tmp_path / "计划报表1.csv", row(1, "1.00"), row(2, "2.00"))).change)
    newer = report(tmp_path / "计划报表2.csv", row(2, "2.50"), row(1, "1.00"), row(3, "3.00"))
    (prepared,) = bootstrap.importing().prepare([newer], workspace, SILENT)
    assert prepared.overlap == Overlap(new=1, same=1, replaced=1, changed_values=1)


def test_that_keeping_the_old_adds_only_new_keys(workspace: Workspace, tmp_path: Path) -> None:
    workspace.apply(imported(workspace, report(tmp_path / "计划报表1.csv", row(1, "1.00"))).change)
    newer = report(tmp_path / "计划报表2.csv", row(1, "9.00"), row(2, "2.00"))
    workspace.apply(imported(workspace, newer, keep_old=True).change)
    assert costs(workspace) == [100, 200]


def test_that_any_past_import_can_be_taken_back_and_put_in_again(workspace: Workspace, tmp_path: Path) -> None:
    for number, cost in enumerate(("1.00", "2.00", "3.00")):
        workspace.apply(imported(workspace, report(tmp_path / f"计划报表{number}.csv", row(1, cost))).change)
    newest, middle, _oldest = history(workspace.imports())
    workspace.apply(take_back(newest.records))
    assert costs(workspace) == [200]
    workspace.apply(take_back(middle.records))
    assert costs(workspace) == [100]
    undo = workspace.apply(put_in_again(newest.records))
    assert undo.is_empty  # the records still say that it counts: nothing to put in
    workspace.apply(put_in_again(history(workspace.imports())[0].records))
    assert costs(workspace) == [300]


def test_that_each_import_into_a_filled_shop_leaves_a_backup(workspace: Workspace, tmp_path: Path) -> None:
    workspace.apply(imported(workspace, report(tmp_path / "计划报表1.csv", row(1, "1.00"))).change)
    workspace.apply(imported(workspace, report(tmp_path / "计划报表2.csv", row(2, "2.00"))).change)
    assert costs(workspace) == [100, 200]
    (backup,) = bootstrap.WorkspaceBackups().list(workspace.path)
    kept = bootstrap.open_workspace(backup.path, read_only=True)
    assert costs(kept) == [100]
    kept.close()
    assert bootstrap.WorkspaceBackups().make(workspace).made_at >= backup.made_at


def by_hand(recognition: Recognition) -> Recognition:
    targets = {"哪天": (Role.DIMENSION, "date"), "烧了多少": (Role.METRIC, "cost"), "词儿": (Role.DIMENSION, "keyword")}
    columns = tuple(
        replace(column, role=targets[column.header][0], target=targets[column.header][1])
        for column in recognition.columns
    )
    return replace(recognition, columns=columns, needs_date=False)


def test_that_a_mapping_made_by_hand_is_remembered_for_its_headers(workspace: Workspace, tmp_path: Path) -> None:
    use_case = bootstrap.importing()
    path = report(tmp_path / "自制.csv", "2026-06-01,坚果,1.50", "2026-06-02,松子,2.50", headers="哪天,词儿,烧了多少")
    (unknown,) = use_case.prepare([path], workspace, SILENT)
    assert (unknown.recognition.kind if unknown.recognition else "", unknown.conversion) == ("", None)
    chosen = by_hand(use_case.recognise_as(unknown, kind="generic_ad_keyword", header_row=0))
    mapped = use_case.reconvert(unknown, chosen, workspace, SILENT)
    assert mapped.conversion is not None
    assert mapped.conversion.frame["cost"].to_pylist() == [150, 250]
    use_case.remember(chosen, workspace)
    (again,) = use_case.prepare([path], workspace, SILENT)
    assert again.recognition is not None
    assert (again.recognition.kind, again.recognition.remembered) == ("generic_ad_keyword", True)
    assert again.overlap.new == 2


def test_that_refused_rows_can_be_saved_mended_and_dropped_again(workspace: Workspace, tmp_path: Path) -> None:
    use_case = bootstrap.importing()
    prepared = use_case.prepare(
        [report(tmp_path / "计划报表1.csv", row(1, "1.00"), row(2, "2.00").replace("2026-06-02", "改天"))],
        workspace,
        SILENT,
    )
    workspace.apply(use_case.commit(prepared, workspace, SILENT).change)
    use_case.save_rejected(prepared, tmp_path / "拒收.xlsx")
    from openpyxl import load_workbook

    book = load_workbook(tmp_path / "拒收.xlsx")
    cells = [cell for line in book.active.iter_rows(min_row=2) for cell in line if cell.value == "改天"]
    assert len(cells) == 1
    cells[0].value = "2026-06-02"
    book.save(tmp_path / "拒收 改好.xlsx")
    workspace.apply(imported(workspace, tmp_path / "拒收 改好.xlsx").change)
    assert costs(workspace) == [100, 200]


def test_that_cancelling_stores_nothing(workspace: Workspace, tmp_path: Path) -> None:
    def cancel(_done: float | None, _note: str) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        bootstrap.importing().prepare(
            [report(tmp_path / "计划报表1.csv", row(1, "1.00"))], workspace, JobContext(cancel, lambda: True)
        )
    assert workspace.imports() == []


def test_that_the_preview_offers_every_kind_with_its_targets() -> None:
    kinds = {kind.kind: kind for kind in bootstrap.importing().kinds()}
    targets = {target.target: target.unit for target in kinds["wxt_keyword"].targets}
    assert targets["cost"] == "money"
    assert targets["keyword"] == ""


def test_that_a_newer_file_of_a_coarser_cut_counts_as_replacing(workspace: Workspace, tmp_path: Path) -> None:
    fine = [f"2026-06-01,7,夏,71,U,61234567890{k},裙,关键词,9{k},词{k},10,1,1.00" for k in (1, 2)]
    coarse = [f"2026-06-01,7,71,9{k},词{k},10,1,2.00" for k in (1, 2)]
    headers = (
        "日期,计划ID,计划名字,单元ID,单元名字,宝贝ID,宝贝名称,词类型,词ID/词包ID,词名字/词包名字,展现量,点击量,花费"
    )
    fewer = "日期,计划ID,单元ID,词ID/词包ID,词名字/词包名字,展现量,点击量,花费"
    workspace.apply(imported(workspace, report(tmp_path / "关键词报表1.csv", *fine, headers=headers)).change)
    newer = report(tmp_path / "关键词报表9.csv", *coarse, headers=fewer)
    committed = imported(workspace, newer)
    workspace.apply(committed.change)
    outcomes = (*committed.outcomes, *imported(workspace, newer).outcomes)
    assert [(o.stored, o.replaced, o.unchanged) for o in outcomes] == [(0, 2, 0), (0, 0, 2)]
    assert workspace.table("ad_keyword")["cost"].to_pylist() == [200, 200]


def test_that_repeating_values_are_stored_as_they_are_shown(workspace: Workspace, tmp_path: Path) -> None:
    days = [row(day, f"{day % 7}.00") for day in range(1, 29)]
    days[3] = days[3].replace("夏日", "-")
    committed = imported(workspace, report(tmp_path / "计划报表.csv", *days))
    workspace.apply(committed.change)
    shown = workspace.table("ad_campaign")
    stored = workspace.store.chunk(workspace.imports()[0].import_id)
    assert stored.schema.remove_metadata().equals(shown.select(stored.column_names).schema.remove_metadata())
    assert stored.to_pylist() == shown.select(stored.column_names).to_pylist()
