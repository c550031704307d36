"""The doors for automation: what is printed, what is written, and the exit codes."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from shopdesk import bootstrap
from tests.io.command_line import Run, runner

HEADERS = "日期,场景ID,场景名字,计划ID,计划名字,展现量,点击量,花费,总成交金额,总成交笔数"
KEYS = {"path", "platform", "kind", "rows", "stored", "replaced", "unchanged", "rejected", "first_date", "last_date"}


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    monkeypatch.setenv("SHOPDESK_HOME", str(tmp_path / "home"))
    return runner(capsys)


@pytest.fixture(autouse=True)
def no_workers_left() -> Iterator[None]:
    yield
    bootstrap.close_reader()


def plan_report(path: Path, *rows: str) -> Path:
    path.write_bytes(("\r\n".join([HEADERS, *rows]) + "\r\n").encode("gb18030"))
    return path


def one(output: str) -> dict[str, Any]:
    (entry,) = json.loads(output)["files"]
    return dict(entry)


FIRST = "2026-06-01,371,关键词推广,70011001,夏日 计划,1000,50,12.34,99.90,3"
SECOND = "2026-06-02,371,关键词推广,70011001,夏日 计划,2000,60,23.45,0.00,0"


def test_that_an_import_prints_one_json_object_and_creates_the_workspace(run: Run, tmp_path: Path) -> None:
    report = plan_report(tmp_path / "计划报表 一.csv", FIRST, SECOND)
    code, out, _err = run("import", report, "--workspace", tmp_path / "新 店铺.shopdesk", "--json")
    entry = one(out)
    assert code == 0
    assert set(entry) >= KEYS
    assert (entry["path"], entry["kind"], entry["rows"], entry["stored"]) == (str(report), "wxt_campaign", 2, 2)
    assert (entry["first_date"], entry["last_date"], entry["issues"]) == ("2026-06-01", "2026-06-02", [])


def test_that_the_same_file_twice_changes_nothing(run: Run, tmp_path: Path) -> None:
    report, shop = plan_report(tmp_path / "计划报表.csv", FIRST, SECOND), tmp_path / "a.shopdesk"
    run("import", report, "--workspace", shop)
    before = bootstrap.open_workspace(shop, read_only=True)
    imports = before.imports()
    before.close()
    code, out, _err = run("import", report, "--workspace", shop, "--json")
    entry = one(out)
    assert (code, entry["stored"], entry["replaced"], entry["unchanged"]) == (0, 0, 0, 2)
    after = bootstrap.open_workspace(shop, read_only=True)
    assert after.imports() == imports
    after.close()


def test_that_a_newer_file_replaces_the_overlap_and_counts_the_changed_values(run: Run, tmp_path: Path) -> None:
    shop = tmp_path / "a.shopdesk"
    run("import", plan_report(tmp_path / "计划报表1.csv", FIRST, SECOND), "--workspace", shop)
    newer = plan_report(
        tmp_path / "计划报表2.csv", SECOND.replace("23.45", "24.00"), SECOND.replace("2026-06-02", "2026-06-03")
    )
    _code, out, _err = run("import", newer, "--workspace", shop, "--json")
    entry = one(out)
    assert (entry["stored"], entry["replaced"], entry["unchanged"], entry["changed_values"]) == (1, 1, 0, 1)
    run("export", "wxt_campaign", "--workspace", shop, "--out", tmp_path / "out.csv")
    lines = (tmp_path / "out.csv").read_text("utf-8-sig").splitlines()
    cost = lines[0].split(",").index("cost")
    assert sorted(line.split(",")[cost] for line in lines[1:]) == ["12.34", "23.45", "24.00"]


def test_that_one_file_given_twice_in_one_command_goes_in_once(run: Run, tmp_path: Path) -> None:
    (tmp_path / "x").mkdir()
    reports = [plan_report(tmp_path / name, FIRST) for name in ("计划报表1.csv", "x/计划报表2.csv")]
    _code, out, _err = run("import", *reports, "--workspace", tmp_path / "a.shopdesk", "--json")
    assert [(entry["stored"], entry["unchanged"]) for entry in json.loads(out)["files"]] == [(1, 0), (0, 1)]


def test_that_refused_cells_give_exit_code_3_and_say_where(run: Run, tmp_path: Path) -> None:
    report = plan_report(tmp_path / "计划报表.csv", FIRST, SECOND.replace("23.45", "很多"))
    code, out, _err = run("import", report, "--workspace", tmp_path / "a.shopdesk", "--json", "--lang", "zh_CN")
    issue = one(out)["issues"][0]
    assert code == 3
    assert (issue["row"], issue["column"], issue["value"]) == (3, "花费", "很多")
    assert set(issue) >= {"code", "sheet", "row", "column", "value", "message"}
    assert issue["message"] != issue["code"]


def test_that_one_bad_file_among_good_ones_costs_only_itself(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "下载"
    folder.mkdir()
    plan_report(folder / "计划报表.csv", FIRST)
    (folder / "坏.xlsx").write_bytes(b"PK\x03\x04" + b"\x00" * 500)
    code, out, _err = run("import", folder, "--workspace", tmp_path / "a.shopdesk", "--json")
    files = json.loads(out)["files"]
    assert code == 3
    assert sum(entry["stored"] for entry in files) == 1
    assert any(entry["issues"] for entry in files if "坏" in entry["path"])


@pytest.mark.parametrize("content", [b"", b"hello\n", b"\x00\x01\x02" * 100])
def test_that_nothing_usable_gives_exit_code_2(run: Run, tmp_path: Path, content: bytes) -> None:
    (tmp_path / "x.csv").write_bytes(content)
    code, out, _err = run("import", tmp_path / "x.csv", "--workspace", tmp_path / "a.shopdesk", "--json")
    assert code == 2
    assert one(out)["stored"] == 0


@pytest.mark.parametrize(
    "arguments",
    [
        ["import"],
        ["import", "no such.csv", "--workspace", "a.shopdesk"],
        ["export", "no_kind", "--workspace", "a.shopdesk", "--out", "x.csv"],
        ["check", "--workspace", "missing.shopdesk"],
        ["report", "nonsense", "--out", "x.csv"],
        ["nonsense", "x"],
    ],
)
def test_that_bad_arguments_give_exit_code_2_and_a_message(run: Run, arguments: list[str]) -> None:
    code, _out, err = run(*arguments)
    assert code == 2
    assert err.strip()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["import"], "缺少参数：FILE, --workspace"),
        (["nonsense", "x"], "没有 'nonsense'"),
        (["import", "a", "--workspace"], "--workspace 后面缺少值"),
        (["import", "a", "--workspace", "w", "--nope"], "无法识别的参数：--nope"),
        (["export", "--wo", "w"], "--wo 不明确，可能是 --workspace, --workbook"),
        (["report", "nonsense", "--out", "x.csv"], "没有 'nonsense'"),
        (["screens", "--workspace", "w", "--out", "d", "--size", "wide"], "wide 不是尺寸"),
        (["screens", "--workspace", "w", "--out", "d", "--scale", "99"], "99 不是 0.5 到 8 之间的缩放倍数"),
        (["screens", "--workspace", "没有.shopdesk", "--out", "d"], "找不到店铺文件：没有.shopdesk"),
        (["export"], "需要给出 KIND"),
        (["price", "没有.json"], "文件或文件夹不存在：没有.json"),
    ],
)
def test_that_what_is_wrong_is_said_in_the_language_of_the_system(
    run: Run, monkeypatch: pytest.MonkeyPatch, arguments: list[str], said: str
) -> None:
    monkeypatch.delenv("LC_ALL", raising=False)
    monkeypatch.setenv("LANG", "zh_CN.UTF-8")
    code, out, err = run(*arguments)
    assert (code, out) == (2, "")
    assert said in err
    assert not {"usage", "error", "argument", "required", "invalid", "expected"} & set(err.replace(":", " ").split())


def test_that_the_language_asked_for_counts_also_where_the_words_are_wrong(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("LC_ALL", raising=False)
    monkeypatch.setenv("LANG", "zh_CN.UTF-8")
    assert "These are missing: FILE" in run("import", "--lang", "en")[2]
    monkeypatch.setenv("LANG", "C.UTF-8")
    assert "缺少参数" in run("import", "--lang=zh_CN")[2]


@pytest.mark.parametrize("command", ["import", "export", "report", "price", "check", "screens"])
def test_that_each_command_explains_itself_in_both_languages(run: Run, command: str) -> None:
    code, chinese, _err = run(command, "--lang", "zh_CN", "--help")
    assert (code, chinese.startswith("用法：shopdesk"), "显示本帮助" in chinese) == (0, True, True)
    assert "cli_" not in chinese
    english = run(command, "--lang", "en", "--help")[1]
    assert english.startswith("usage: shopdesk")
    assert english.isascii()


@pytest.mark.parametrize("name", ["o.doc", "o"])
def test_that_an_ending_that_nothing_writes_is_refused_with_those_that_are(run: Run, tmp_path: Path, name: str) -> None:
    shop, out = tmp_path / "a.shopdesk", tmp_path / name
    run("import", plan_report(tmp_path / "计划报表.csv", FIRST), "--workspace", shop)
    code, _out, err = run("export", "ad_campaign", "--workspace", shop, "--out", out, "--lang", "zh_CN")
    assert (code, out.exists()) == (2, False)
    assert f"{out} 未能写出：文件名应以 .csv / .xlsx 结尾" in err


def test_that_a_target_that_cannot_be_written_is_named_as_it_was_asked_for(run: Run, tmp_path: Path) -> None:
    shop, out = tmp_path / "a.shopdesk", tmp_path / "o.csv"
    run("import", plan_report(tmp_path / "计划报表.csv", FIRST), "--workspace", shop)
    out.mkdir()
    code, _out, err = run("export", "ad_campaign", "--workspace", shop, "--out", out)
    assert (code, str(out) in err, ".tmp" in err) == (2, True, False)


def test_that_pictures_which_could_not_be_taken_are_told(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from shopdesk.ui import screens
    from shopdesk.ui.driver import DriveError

    def stuck(_options: object, _services: object) -> int:
        raise DriveError("the preview")

    monkeypatch.setattr(screens, "main", stuck)
    shop = tmp_path / "a.shopdesk"
    run("import", plan_report(tmp_path / "计划报表.csv", FIRST), "--workspace", shop)
    code, out, err = run("screens", "--workspace", shop, "--out", tmp_path / "d", "--lang", "zh_CN")
    assert (code, out, err) == (2, "", "截图没有全部完成：the preview\n")


def test_that_a_locked_workspace_is_refused_in_words(run: Run, tmp_path: Path) -> None:
    shop = tmp_path / "a.shopdesk"
    window = bootstrap.open_workspace(shop, create=True)
    report = plan_report(tmp_path / "计划报表.csv", FIRST)
    code, out, err = run("import", report, "--workspace", shop, "--json", "--lang", "zh_CN")
    assert (code, "已在另一个窗口打开" in err, json.loads(out)) == (2, True, {"files": []})
    assert run("check", "--workspace", shop)[0] == 0
    window.close()


def test_that_the_exports_are_named_kinds_before_tables(run: Run) -> None:
    code, out, _err = run("export", "--list")
    names = [line.split("\t")[0] for line in out.splitlines()]
    assert code == 0
    assert {"wxt_keyword", "sycm_item_all", "orders", "shop_daily"} <= set(names)


@pytest.mark.parametrize("kind", ["kpi", "keywords", "history"])
@pytest.mark.parametrize("suffix", ["csv", "xlsx"])
def test_that_each_report_is_written(run: Run, tmp_path: Path, kind: str, suffix: str) -> None:
    shop, out = tmp_path / "a.shopdesk", tmp_path / "报告 一" / f"r.{suffix}"
    run("import", plan_report(tmp_path / "计划报表.csv", FIRST), "--workspace", shop)
    assert run("report", kind, "--workspace", shop, "--out", out)[0] == 0
    assert out.stat().st_size > 20


def test_that_a_written_formula_stays_text(run: Run, tmp_path: Path) -> None:
    shop = tmp_path / "a.shopdesk"
    run("import", plan_report(tmp_path / "计划报表.csv", FIRST.replace("夏日 计划", "=1+1")), "--workspace", shop)
    run("export", "ad_campaign", "--workspace", shop, "--out", tmp_path / "o.csv")
    run("export", "ad_campaign", "--workspace", shop, "--out", tmp_path / "o.xlsx")
    assert ",'=1+1," in (tmp_path / "o.csv").read_text("utf-8-sig")
    from openpyxl import load_workbook

    cells = [cell for row in load_workbook(tmp_path / "o.xlsx").active.iter_rows() for cell in row]
    assert [cell.data_type for cell in cells if cell.value == "=1+1"] == ["s"]


def test_that_a_cart_is_priced(run: Run, tmp_path: Path) -> None:
    cases = json.loads(Path(__file__).parents[1].joinpath("referee", "promotion_cases.json").read_text("utf-8"))
    case = (cases["cases"] if isinstance(cases, dict) else cases)[0]
    (tmp_path / "cart.json").write_text(json.dumps(case), "utf-8")
    code, out, _err = run("price", tmp_path / "cart.json")
    assert code == 0
    assert json.loads(out)
    (tmp_path / "bad.json").write_text("[]", "utf-8")
    assert run("price", tmp_path / "bad.json")[0] == 2


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{", "不是有效的 JSON，第 1 行第 2 列"),
        ("[]", "最外层不是 JSON 对象"),
        ("{}", "缺少 “cart”"),
        ('{"cart": {"lines": [{"line": "a", "unit_price": "很多"}]}}', "“很多” 不是金额"),
    ],
)
def test_that_what_is_wrong_with_a_cart_is_said_in_the_language_asked_for(
    run: Run, tmp_path: Path, text: str, said: str
) -> None:
    cart = tmp_path / "购物车.json"
    cart.write_text(text, "utf-8")
    code, out, err = run("price", cart, "--lang", "zh_CN")
    assert (code, out, err) == (2, "", f"无法计算 {cart}：{said}。\n")


def test_that_headless_commands_never_load_qt(tmp_path: Path) -> None:
    report = plan_report(tmp_path / "计划报表.csv", FIRST)
    code = (
        "import sys; from shopdesk.cli import main\n"
        "if __name__ == '__main__':\n"
        "    assert main(sys.argv[1:]) == 0\n"
        "    assert not [name for name in sys.modules if name.startswith(('PySide6', 'pyqtgraph'))]\n"
    )
    command = [sys.executable, "-c", code, "import", str(report), "--workspace", str(tmp_path / "a.shopdesk")]
    repository = Path(__file__).parents[2]
    assert subprocess.run(command, cwd=repository, capture_output=True, check=False).stderr == b""


PERSON = {
    "收货人姓名": "欧阳植入", "收货地址 ": "浙江省 杭州市 植入路 87 号", "联系手机": "'13987654321",
    "买家支付宝账号": "planted@example.com", "物流单号": "YT7788990011223", "买家会员名": "植入会员甲",
    "买家留言": "请送到植入小区 5 幢",
}  # fmt: skip


def test_that_personal_data_reaches_neither_the_workspace_nor_its_log_nor_a_backup(run: Run, tmp_path: Path) -> None:
    order = {
        "订单编号": '="3100000000000000001"', **PERSON, "买家应付货款": "100.00", "买家实际支付金额": "90.00",
        "总金额": "100.00", "订单状态": "交易成功", "订单创建时间": "2026-01-01 10:00:00",
        "订单付款时间 ": "2026-01-01 10:01:00", "宝贝标题 ": "坚果", "宝贝总数量": "1",
    }  # fmt: skip
    header, first = ",".join(order), ",".join(f'"{value.replace(chr(34), chr(34) * 2)}"' for value in order.values())
    report = tmp_path / "ExportOrderList.csv"
    broken = first.replace("2026-01-01 10:00:00", "不是日期").replace("0001", "0002").replace("100.00", "很多")
    report.write_bytes("\r\n".join([header, first, broken]).encode("gb18030"))
    shop = tmp_path / "a.shopdesk"
    _code, out, _err = run("import", report, "--workspace", shop, "--json")
    assert one(out)["kind"] == "taobao_order_list"
    workspace = bootstrap.open_workspace(shop)
    assert workspace.table("orders")["buyer"][0].as_py() not in (None, "植入会员甲")
    workspace.store.set_setting("note", "in the log")
    workspace.store.backup("import")
    files = [path for path in tmp_path.rglob("*") if path.is_file() and path != report]
    assert {".shopdesk", ".shopdesk-wal"} <= {path.suffix for path in files}
    content = b"".join(path.read_bytes() for path in files)
    tables = [workspace.store.chunk(record.import_id).to_pylist() for record in workspace.imports()]
    workspace.close()
    for planted in (
        "欧阳植入",
        "植入路",
        "13987654321",
        "planted@example.com",
        "7788990011223",
        "植入会员甲",
        "植入小区",
    ):
        assert planted not in repr(tables)
        assert planted not in out
        for encoding in ("utf-8", "gb18030", "utf-16-le"):
            assert planted.encode(encoding) not in content
