from __future__ import annotations

import pyarrow as pa
import pytest

from shopdesk.app.importing.model import Conversion
from shopdesk.io.dialects import Dialects
from shopdesk.io.dialects.catalogue import dialects
from tests.io.dialects.sheets import converted, sheet

PLANTED = {
    "name": "欧阳测试丙", "phone": "13912345678", "address": "某某路88号3单元501", "account": "secret@example.com",
    "waybill": "SF1234567890123", "buyer": "tb_secret_buyer", "note": "请送到门卫老王",
}  # fmt: skip
DOCUMENTS = [k for k, d in dialects().items() if d.info.table in ("orders", "order_lines", "refunds", "reviews")]
PRIVATE = {
    "收货人姓名": "name", "收货人": "name", "收件人": "name", "卖家真实姓名": "name",
    "联系电话": "phone", "联系手机": "phone",
    "手机": "phone", "收件人手机号": "phone", "收货人手机": "phone",
    "用户购买手机号": "phone", "卖家电话": "phone",
    "详细地址": "address", "修改后的收货地址": "address", "卖家退货地址": "address", "买家支付宝账号": "account",
    "物流单号": "waybill", "快递单号": "waybill", "运单号": "waybill", "退货物流单号": "waybill", "买家会员名": "buyer",
    "买家昵称": "buyer", "用户昵称": "buyer", "买家留言": "note", "商家备注": "note", "订单备注": "note",
    "备注": "note", "审核操作人": "name", "发票抬头": "name", "买家退款说明": "note",
}  # fmt: skip


def everything(result: Conversion) -> str:
    tables = [result.frame, *(table for _, table in result.more), *([result.rejected] if result.rejected else [])]
    return " ".join(str(table.to_pylist()) for table in tables if isinstance(table, pa.Table)) + str(result.issues)


@pytest.mark.parametrize("kind", DOCUMENTS)
@pytest.mark.parametrize("damaged", [False, True])
def test_that_nothing_personal_gets_through(kind: str, *, damaged: bool) -> None:
    dialect = dialects()[kind]
    headers = list(dict.fromkeys([*dialect.headers, *PRIVATE, "收货地址", "神秘列"]))
    row: list[str | None] = []
    for header in headers:
        alias = dialect.alias(header)
        if header.strip() in PRIVATE:
            row.append(PLANTED[PRIVATE[header.strip()]])
        elif header.strip() == "收货地址":
            row.append(f"浙江省杭州市{PLANTED['address']}")
        elif header == "神秘列":
            row.append(PLANTED["phone"])
        elif alias and alias.target in ("order_id", "refund_id", "review_id"):
            row.append("1.93E+17" if damaged else "1930000000000000017")
        elif alias and alias.target in ("text", "follow_up", "reason"):
            row.append(f"很好，电话{PLANTED['phone']}，邮箱{PLANTED['account']}")
        else:
            row.append(None)
    result = converted([headers, row], kind=kind)
    held = everything(result)
    for what, text in PLANTED.items():
        assert text not in held, what
    if damaged:
        assert result.rejected is not None or result.frame.num_rows


def test_that_a_buyer_is_known_again_under_one_salt_and_not_under_another() -> None:
    rows = [
        ["订单编号", "买家会员名", "买家实际支付金额", "订单创建时间"],
        *[[str(i), name, "1", "2026-06-18"] for i, name in enumerate(["a", "b", "a"])],
    ]
    raw = sheet(rows)
    found = Dialects().recognise(raw, file_name="x.csv")
    one, two = (Dialects().convert(raw, found, salt=salt).frame["buyer"].to_pylist() for salt in (b"1", b"2"))
    assert one[0] == one[2] != one[1]
    assert set(one).isdisjoint(two)


def test_that_an_unknown_column_of_phone_numbers_is_not_taken_for_figures() -> None:
    header = ["统计日期", "访客数", "浏览量", "支付金额", "神秘列"]
    late = [[f"2026-06-{day:02d}", "1", "2", "3", "7"] for day in range(1, 29)]
    result = converted([header, *late, ["2026-06-29", "1", "2", "3", "13912345678"]])
    assert "神秘列" not in result.frame.column_names
