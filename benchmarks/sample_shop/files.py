"""Writes the invented shop as the files that the platforms really export, with their quirks."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from collections.abc import Iterable, Sequence
from datetime import timedelta
from pathlib import Path

import numpy as np
import openpyxl
import pandas as pd
import xlwt

from benchmarks.sample_shop.by_day import ITEM_HEADER, SOURCE_HEADER, days_before, item_rows, source_rows
from benchmarks.sample_shop.shop import AUDIENCES, HOURS, PLANS, PROVINCES, Shop

Rows = Iterable[Sequence[object]]
ZIP_TIME = (2026, 6, 23, 9, 0, 0)  # the same bytes from the same seed
METRICS = (
    "展现量", "点击量", "花费", "点击率", "平均点击花费", "总成交金额", "总成交笔数", "点击转化率", "投入产出比", "总购物车数", "收藏宝贝数",
)  # fmt: skip


def write(shop: Shop, folder: Path) -> list[Path]:
    """Write every file into ``folder``; returns their paths."""
    folder.mkdir(parents=True, exist_ok=True)
    last = shop.shape.last_day
    since = last - timedelta(days=shop.shape.hour_days - 1)
    covered = days_before(shop)
    by_day = f"{covered[0]}_{covered[-1]}"
    first_word = last - timedelta(days=shop.shape.keyword_days - 1)
    return [
        _shop_daily(shop, folder / f"【生意参谋平台】店铺整体_日_{shop.daily['date'].iloc[0]:%Y-%m-%d}_{last}.xls"),
        _sources(shop, folder / f"【生意参谋平台】店铺流量来源_{last}_{last}.xls"),
        _items(shop, folder / f"【生意参谋平台】商品_全部_{last}_{last}.xls"),
        _sheet(
            folder / f"【生意参谋平台】店铺流量来源_日_{by_day}.xlsx", "店铺流量来源", SOURCE_HEADER, source_rows(shop)
        ),
        _sheet(folder / f"【生意参谋平台】商品_日_{by_day}.xlsx", "商品", ITEM_HEADER, item_rows(shop)),
        _search_terms(shop, folder / f"【生意参谋平台】引流搜索关键词_{last - timedelta(days=6)}_{last}.xls"),
        _keywords(shop, folder / f"关键词报表_{first_word:%Y%m%d}_{last:%Y%m%d}.zip"),
        _plans(shop, folder / f"计划报表_{first_word:%Y%m%d}_{last:%Y%m%d}.csv"),
        _hours(shop, folder / f"分时报表_{since:%Y%m%d}_{last:%Y%m%d}.csv"),
        _regions(shop, folder / f"地域报表_{since:%Y%m%d}_{last:%Y%m%d}.csv"),
        _audiences(shop, folder / f"人群报表_{since:%Y%m%d}_{last:%Y%m%d}.csv"),
        _orders(shop, folder / f"已卖出的宝贝_{last:%Y%m%d}.zip"),
        _refunds(shop, folder / "售后退货表.xlsx"),
        _costs(shop, folder / "商品成本表.xlsx"),
        _reviews(shop, folder / "商品评价.csv"),
    ]


def _thousands(value: float, *, places: int = 0) -> str:
    return f"{value:,.{places}f}"


def _percent(part: float, whole: float) -> str:
    return f"{part / whole * 100:.2f}%" if whole else "-"


def _biff(path: Path, sheets: dict[str, tuple[list[str], Sequence[str], Rows]]) -> Path:
    """Write a real BIFF .xls: preamble lines, header, rows of text cells as 生意参谋 writes them."""
    book = xlwt.Workbook(encoding="utf-8")
    for name, (preamble, header, rows) in sheets.items():
        sheet = book.add_sheet(name)
        for index, line in enumerate(preamble):
            sheet.write(index, 0, line)
        for column, title in enumerate(header):
            sheet.write(len(preamble), column, title)
        for index, row in enumerate(rows, len(preamble) + 1):
            for column, value in enumerate(row):
                sheet.write(index, column, value)
    book.save(str(path))
    return path


def _text(path: Path, header: Sequence[str], rows: Rows, *, encoding: str) -> Path:
    path.write_bytes(_csv(header, rows).encode(encoding))
    return path


def _csv(header: Sequence[str], rows: Rows) -> str:
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\r\n")
    writer.writerow(header)
    writer.writerows(rows)
    return buffer.getvalue()


def _zipped(path: Path, members: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, data in members.items():
            archive.writestr(zipfile.ZipInfo(name, ZIP_TIME), data, zipfile.ZIP_DEFLATED)
    return path


def _sheet(path: Path, title: str, header: Sequence[str], rows: Rows) -> Path:
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet(title)
    sheet.append(list(header))
    for row in rows:
        sheet.append(list(row))
    written = io.BytesIO()
    book.save(written)
    with zipfile.ZipFile(written) as parts:  # openpyxl stamps the present time on the book and on every part
        stamp = f"{pd.Timestamp(*ZIP_TIME).isoformat()}Z".encode()
        members = {
            name: re.sub(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", stamp, parts.read(name)) for name in parts.namelist()
        }
    return _zipped(path, members)


def _shop_daily(shop: Shop, path: Path) -> Path:
    header = (
        "统计日期", "访客数", "浏览量", "平均停留时长", "跳失率", "商品收藏买家数", "加购人数", "支付金额", "支付买家数", "支付子订单数", "支付件数",
        "下单金额", "下单买家数", "支付转化率", "客单价", "UV价值", "老访客数", "新访客数", "支付老买家数", "关键词推广花费",
        "精准人群推广花费", "成功退款金额",
    )  # fmt: skip
    missing = pd.Timestamp("2026-05-27")

    def rows() -> Rows:
        for d in shop.daily.itertuples(index=False):
            if d.date == missing:  # a day that the export lost
                continue
            yield (
                f"{d.date:%Y-%m-%d}", _thousands(d.visitors), _thousands(d.page_views), f"{d.stay:.2f}",
                f"{d.bounce * 100:.2f}%", _thousands(d.favs), _thousands(d.carts), _thousands(d.pay_amount, places=2),
                _thousands(d.pay_buyers), _thousands(d.pay_orders), _thousands(d.pay_items),
                _thousands(d.placed_amount, places=2), _thousands(d.placed_buyers), _percent(d.pay_buyers, d.visitors),
                f"{d.pay_amount / d.pay_buyers:.2f}" if d.pay_buyers else "-", f"{d.pay_amount / d.visitors:.2f}",
                _thousands(d.visitors - d.new_visitors), _thousands(d.new_visitors), _thousands(d.old_buyers),
                _thousands(d.keyword_cost, places=2), _thousands(d.crowd_cost, places=2), _thousands(d.refund, places=2),
            )  # fmt: skip

    preamble = [
        "生意参谋 取数",
        "店铺: 果山里坚果店",
        "报表名称: 店铺整体",
        "统计周期: 日",
        "终端: 所有终端",
        "",
        "说明: 数据仅供参考",
    ]
    return _biff(path, {"店铺整体": (preamble, header, rows())})


def _sources(shop: Shop, path: Path) -> Path:
    header = (
        "流量载体", "一级来源", "二级来源", "三级来源", "访客数", "访客数环比", "新访客", "新访客环比", "加购人数", "加购人数环比",
        "支付买家数", "支付买家数环比", "支付转化率", "支付金额", "支付金额环比", "客单价", "UV价值",
    )  # fmt: skip
    day = shop.daily.iloc[-1]
    tree = (
        ("商品", "平台流量", "搜索", "手淘搜索", 0.31, 1.1), ("商品", "平台流量", "推荐", "手淘推荐", 0.27, 0.6),
        ("商品", "平台流量", "购物车", "购物车", 0.07, 2.4), ("商品", "平台流量", "我的淘宝", "我的淘宝", 0.05, 1.9),
        ("商品", "广告流量", "关键词推广", "关键词推广", 0.19, 0.9), ("商品", "广告流量", "人群推广", "人群推广", 0.06, 1.0),
        ("短视频", "平台流量", "逛逛", "逛逛", 0.03, 0.3), ("店铺页", "店铺自有", "店铺首页", "店铺首页", 0.02, 1.2),
    )  # fmt: skip

    def row(carrier: str, one: str, two: str, three: str, share: float, rate: float) -> Sequence[object]:
        visitors = round(day["visitors"] * share)
        buyers = round(day["pay_buyers"] * share * rate)
        amount = buyers * 88.6
        return (
            carrier, one, two, three, _thousands(visitors), "-4.31%", _thousands(visitors * 0.82), "-3.02%",
            _thousands(visitors * 0.085), "-", _thousands(buyers), "-12.50%", _percent(buyers, visitors),
            _thousands(amount, places=2), "-14.20%", "88.60" if buyers else "-", f"{amount / visitors:.2f}",
        )  # fmt: skip

    levels = [row(*level) for level in _levels(tree)]
    whole = [("全部", *leaf[1:]) for leaf in tree]
    detail = [row(*leaf) for leaf in tree]
    all_levels = [row(*level) for level in _levels(whole)]
    preamble = ["生意参谋 店铺流量来源", ""]
    return _biff(
        path,
        {
            "全店流量来源": (preamble, header, [*all_levels, *(row(*leaf) for leaf in whole)]),
            "分载体流量来源": (preamble, header, [*levels, *detail]),
        },
    )


def _levels(leaves: Sequence[tuple[str, str, str, str, float, float]]) -> list[tuple[str, str, str, str, float, float]]:
    """Return the subtotal of each carrier and first level, as 汇总 rows."""
    sums: dict[tuple[str, str], tuple[float, float]] = {}
    for carrier, one, _two, _three, share, rate in leaves:
        seen, weighted = sums.get((carrier, one), (0.0, 0.0))
        sums[carrier, one] = (seen + share, weighted + share * rate)
    return [
        (carrier, one, "汇总", "汇总", share, weighted / share) for (carrier, one), (share, weighted) in sums.items()
    ]


def _items(shop: Shop, path: Path) -> Path:
    header = (
        "统计日期", "商品ID", "商品名称", "主商品ID", "商品类型", "货号", "商品状态", "商品标签", "商品访客数", "商品浏览量", "平均停留时长",
        "商品详情页跳出率", "商品收藏人数", "商品加购件数", "商品加购人数", "下单买家数", "下单件数", "下单金额", "下单转化率", "支付买家数",
        "支付件数", "支付金额", "商品支付转化率", "支付新买家数", "支付老买家数", "老买家支付金额", "聚划算支付金额", "访客平均价值",
        "成功退款金额", "竞争力评分", "年累计支付金额", "月累计支付金额", "月累计支付件数", "搜索引导支付转化率", "搜索引导访客数",
        "搜索引导支付买家数", "结构化详情引导转化率", "结构化详情引导成交占比",
    )  # fmt: skip
    day = pd.Timestamp(shop.shape.last_day)
    orders = shop.orders.assign(order=range(len(shop.orders)))
    sold = shop.lines.merge(orders[orders["state"] > 0][["order", "created", "buyer"]], on="order")
    today = sold[sold["created"].dt.normalize() == day].groupby("item")
    pieces, buyers = today["quantity"].sum(), today["buyer"].nunique()
    month = sold[sold["created"].dt.to_period("M") == day.to_period("M")].groupby("item")["quantity"].sum()
    weight = np.array([p.popularity for p in shop.goods])
    visitors = np.maximum((shop.daily["visitors"].iloc[-1] * 1.3 * weight / weight.sum()).round().astype(int), 3)

    def rows() -> Rows:
        for index, good in enumerate(shop.goods):
            seen, got, count = int(visitors[index]), int(buyers.get(index, 0)), int(pieces.get(index, 0))
            got = min(got, seen)
            amount, price = count * good.price_fen / 100, good.price_fen / 100
            yield (
                f"{day:%Y-%m-%d}", int(good.item_id), good.title, int(good.item_id), "普通商品", good.sku, "当前在线", "-",
                _thousands(seen), _thousands(seen * 1.8), "61.20", "58.10%", _thousands(seen * 0.03), _thousands(seen * 0.1),
                _thousands(seen * 0.085), _thousands(got), _thousands(count), _thousands(amount, places=2),
                _percent(got, seen), _thousands(got), _thousands(count), _thousands(amount, places=2), _percent(got, seen),
                _thousands(got), "0", "0.00", "0.00", f"{amount / seen:.2f}", "0.00", "-",
                _thousands(int(month.get(index, 0)) * price * 5, places=2),
                _thousands(int(month.get(index, 0)) * price, places=2), _thousands(int(month.get(index, 0))), "-",
                _thousands(seen * 0.4), "0", "-", "-",
            )  # fmt: skip

    preamble = ["生意参谋平台 商品排行", "", "数据更新频率: 日", ""]
    return _biff(path, {"【生意参谋平台】1": (preamble, header, rows())})


def _search_terms(shop: Shop, path: Path) -> Path:
    header = (
        "统计日期",
        "搜索词",
        "访客数",
        "加购人数",
        "商品收藏人数",
        "支付买家数",
        "支付转化率",
        "支付件数",
        "支付金额",
        "客单价",
        "UV价值",
    )
    rng = np.random.default_rng(shop.shape.seed + 1)
    ranked = sorted(shop.words, key=lambda w: -w.daily_impressions)[:150]
    extra = ["每日坚果成人", "坚果炒货店", "果干大礼包", "零食大礼包坚果", "山核桃仁新货"]
    span = f"{shop.shape.last_day - timedelta(days=6)}~{shop.shape.last_day}"

    def rows() -> Rows:
        for word in [*(w.text for w in ranked), *extra]:
            visitors = int(rng.negative_binomial(1.2, 0.03)) + 1
            buyers = int(rng.binomial(visitors, 0.03))
            amount = buyers * float(rng.normal(88, 12))
            yield (
                span, word, _thousands(visitors), _thousands(visitors * 0.08), _thousands(visitors * 0.03), _thousands(buyers),
                _percent(buyers, visitors), str(buyers) if buyers else "-", _thousands(amount, places=2) if buyers else "-",
                f"{amount / buyers:.2f}" if buyers else "-", f"{amount / visitors:.2f}" if buyers else "-",
            )  # fmt: skip

    return _biff(path, {"引流搜索关键词": (["生意参谋", "引流搜索关键词", "", "", ""], header, rows())})


def _metrics(row: pd.Series | tuple[object, ...]) -> list[str]:
    """Return the metric block as 万相台 prints it: plain decimals, empty where the denominator is 0."""
    shown, clicked, cost = int(row.impressions), int(row.clicks), float(row.cost)  # type: ignore[union-attr]
    ordered, revenue, carts = int(row.orders), float(row.revenue), int(row.carts)  # type: ignore[union-attr]
    return [
        str(shown), str(clicked), f"{cost:.2f}", f"{clicked / shown:.5f}" if shown else "",
        f"{cost / clicked:.2f}" if clicked else "", f"{revenue:.2f}", str(ordered),
        f"{ordered / clicked:.5f}" if clicked else "", f"{revenue / cost:.2f}" if cost else "", str(carts), str(carts // 3),
    ]  # fmt: skip


def _plan_columns(plan: int) -> tuple[str, ...]:
    plan_id, name, scene_id, scene, _budget = PLANS[plan]
    return scene_id, scene, plan_id, name


def _keywords(shop: Shop, path: Path) -> Path:
    header = (
        "日期", "场景ID", "场景名字", "计划ID", "计划名字", "单元ID", "单元名字", "宝贝ID", "宝贝名称", "词类型", "词ID/词包ID",
        "词名字/词包名字", *METRICS,
    )  # fmt: skip
    rows = (
        (
            f"{row.date:%Y-%m-%d}", *_plan_columns(word.plan), f"8100{word.plan}", PLANS[word.plan][1] + "_单元1",
            shop.goods[word.item].item_id, shop.goods[word.item].title, "关键词", word.keyword_id, word.text, *_metrics(row),
        )
        for row in shop.clicks.itertuples(index=False)
        for word in (shop.words[row.word],)
    )  # fmt: skip
    return _zipped(path, {path.with_suffix(".csv").name: (_csv(header, rows) + "\r\n").encode("gb18030")})


def _plans(shop: Shop, path: Path) -> Path:
    header = ("日期", "场景ID", "场景名字", "计划ID", "计划名字", *METRICS)
    recent = shop.plans[
        shop.plans["date"] > pd.Timestamp(shop.shape.last_day) - pd.Timedelta(days=shop.shape.keyword_days)
    ]
    rows = (
        (f"{row.date:%Y/%m/%d}", *_plan_columns(row.plan), *_metrics(row)) for row in recent.itertuples(index=False)
    )
    return _text(path, header, rows, encoding="gb18030")


def _split(shop: Shop, weights: np.ndarray, *, lift: np.ndarray, salt: int) -> Iterable[tuple[pd.Series, int]]:
    """Split each plan-day over cells by weight; conversion differs by ``lift``; sums stay the plan's own."""
    rng = np.random.default_rng(shop.shape.seed + salt)
    since = pd.Timestamp(shop.shape.last_day) - pd.Timedelta(days=shop.shape.hour_days)
    share = weights / weights.sum()
    for row in shop.plans[shop.plans["date"] > since].itertuples(index=False):
        shown = rng.multinomial(row.impressions, share)
        clicked = rng.multinomial(row.clicks, share)
        shown = np.maximum(shown, clicked)
        tilt = clicked * lift + 1e-12
        ordered = rng.multinomial(row.orders, tilt / tilt.sum())
        carts = rng.multinomial(row.carts, tilt / tilt.sum())
        for cell in np.flatnonzero(shown):
            part = clicked[cell] / row.clicks if row.clicks else 0.0
            money = row.revenue * ordered[cell] / row.orders if row.orders else 0.0
            yield (
                pd.Series(
                    {
                        "date": row.date, "plan": row.plan, "impressions": shown[cell], "clicks": clicked[cell],
                        "cost": round(row.cost * part, 2), "orders": ordered[cell], "revenue": round(money, 2),
                        "carts": carts[cell],
                    }
                ),
                int(cell),
            )  # fmt: skip


def _hours(shop: Shop, path: Path) -> Path:
    lift = 0.85 + 0.35 * np.exp(-(((np.arange(24) - 20.8) / 2.2) ** 2)) - 0.12 * (np.arange(24) < 7)
    rows = (
        (f"{row['date']:%Y-%m-%d}", f"{hour:02d}:00-{hour:02d}:59", *_plan_columns(int(row["plan"])), *_metrics(row))
        for row, hour in _split(shop, HOURS, lift=lift, salt=2)
    )
    return _text(path, ("日期", "时段", "场景ID", "场景名字", "计划ID", "计划名字", *METRICS), rows, encoding="gb18030")


def _regions(shop: Shop, path: Path) -> Path:
    names = list(PROVINCES)
    better = {
        "浙江省": 1.16,
        "上海": 1.14,
        "江苏省": 1.12,
        "广东省": 1.05,
        "北京": 1.07,
        "河南省": 0.86,
        "河北省": 0.88,
    }
    lift = np.array([better.get(name, 1.0) for name in names])
    rows = (
        (f"{row['date']:%Y-%m-%d}", names[cell], *_plan_columns(int(row["plan"])), *_metrics(row))
        for row, cell in _split(shop, np.array(list(PROVINCES.values())), lift=lift, salt=3)
    )
    return _text(path, ("日期", "省份", "场景ID", "场景名字", "计划ID", "计划名字", *METRICS), rows, encoding="gb18030")


def _audiences(shop: Shop, path: Path) -> Path:
    header = ("日期", "场景ID", "场景名字", "计划ID", "计划名字", "单元ID", "单元名字", "人群名字", *METRICS)
    lift = np.array([factor for _name, _share, factor in AUDIENCES])
    weights = np.array([share for _name, share, _factor in AUDIENCES])
    rows = (
        (
            f"{row['date']:%Y-%m-%d}", *_plan_columns(2), "81002", PLANS[2][1] + "_单元1", AUDIENCES[cell][0], *_metrics(row),
        )
        for row, cell in _split(shop, weights, lift=lift, salt=4)
        if row["plan"] == 2
    )  # fmt: skip
    return _text(path, header, rows, encoding="gb18030")


STATES = ("交易关闭", "买家已付款，等待卖家发货", "交易关闭", "交易成功")


def _orders(shop: Shop, path: Path) -> Path:
    header = (
        "订单编号", "买家会员名", "买家支付宝账号", "买家应付货款", "买家应付邮费", "买家支付积分", "总金额", "返点积分", "买家实际支付金额",
        "订单状态", "买家留言", "收货人姓名", "收货地址 ", "联系手机", "订单创建时间", "订单付款时间 ", "宝贝标题 ", "宝贝种类 ", "宝贝总数量",
        "店铺名称", "订单关闭原因", "退款金额", "打款商家金额",
    )  # fmt: skip
    titles = shop.lines.groupby("order")["item"].apply(lambda items: "，".join(shop.goods[i].title for i in items))
    kinds = shop.lines.groupby("order").size()

    def rows() -> Rows:
        for index, o in enumerate(shop.orders.itertuples(index=False)):
            due = o.goods_fen - o.off_fen
            total = due + o.shipping_fen
            paid = total if o.state else 0
            back = total if o.state == 2 else 0
            yield (
                f'="{o.order_id}"', f"样例买家{o.buyer:05d}", f"sample{o.buyer:05d}@example.com", f"{due / 100:.2f}",
                f"{o.shipping_fen / 100:.2f}", "0", f"{total / 100:.2f}", "0", f"{paid / 100:.2f}", STATES[o.state], "",
                "样例", f"{o.province} 样例市 样例路1号", f"'1380000{o.buyer % 10_000:04d}", f"{o.created:%Y-%m-%d %H:%M:%S}",
                f"{o.paid:%Y-%m-%d %H:%M:%S}" if o.state else "", titles[index], str(kinds[index]), str(o.quantity),
                "果山里坚果店", "买家未付款" if not o.state else "", f"{back / 100:.2f}", f"{(paid - back) / 100:.2f}元",
            )  # fmt: skip

    detail = (
        (
            f'="{shop.orders["order_id"].iloc[line.order]}"', shop.goods[line.item].title, f"{line.price_fen / 100:.2f}",
            str(line.quantity), shop.goods[line.item].sku, f"规格:{shop.goods[line.item].size}", "", "",
            STATES[shop.orders["state"].iloc[line.order]], shop.goods[line.item].sku,
        )
        for line in shop.lines.itertuples(index=False)
    )  # fmt: skip
    names = (
        "订单编号",
        "标题",
        "价格",
        "购买数量",
        "外部系统编号",
        "商品属性",
        "套餐信息",
        "备注",
        "订单状态",
        "商家编码",
    )
    stamp = f"{shop.shape.last_day + timedelta(days=1):%Y%m%d}0912"
    return _zipped(
        path,
        {
            f"ExportOrderList{stamp}.csv": _csv(header, rows()).encode("gbk"),
            f"ExportOrderDetailList{stamp}.csv": _csv(names, detail).encode("gbk"),
        },
    )


def _refunds(shop: Shop, path: Path) -> Path:
    header = (
        "订单编号", "退款编号", "支付宝交易号", "订单付款时间", "退款完结时间", "买家实际支付金额", "退款总额", "宝贝标题", "退款申请时间",
        "退款状态", "货物状态", "买家退款原因", "部分退款/全额退款", "商品id", "商家编码",
    )  # fmt: skip
    first = shop.lines.drop_duplicates("order").set_index("order")["item"]
    reasons = ("七天无理由退换货", "与商品描述不符", "包装破损", "不喜欢/不想要", "少件/漏发")

    def rows() -> Rows:
        for index, o in enumerate(shop.orders.itertuples(index=False)):
            if o.state != 2:
                continue
            total = f"{(o.goods_fen - o.off_fen + o.shipping_fen) / 100:.2f}"
            good = shop.goods[first[index]]
            asked = o.paid + timedelta(days=2 + index % 5)
            yield (
                o.order_id, str(int(o.order_id) + 77), f"2026{index:014d}", f"{o.paid:%Y-%m-%d %H:%M:%S}",
                f"{asked + timedelta(days=3):%Y-%m-%d %H:%M:%S}", total, total, good.title, f"{asked:%Y-%m-%d %H:%M:%S}",
                "退款成功", "买家已退货", reasons[index % len(reasons)], "全额退款", good.item_id, good.sku,
            )  # fmt: skip

    return _sheet(path, "export", header, rows())


def _costs(shop: Shop, path: Path) -> Path:
    rows = (
        (g.sku, g.item_id, g.title, g.size, round(g.cost_fen / 100, 2), round(g.price_fen / 100, 2), "")
        for g in shop.goods
    )
    return _sheet(path, "成本", ("货号", "商品ID", "品名", "规格", "成本价", "标价", "备注"), rows)


def _reviews(shop: Shop, path: Path) -> Path:
    good = (
        "坚果很新鲜，独立小包装方便",
        "味道不错，回购了",
        "给孩子当早餐，喜欢",
        "送礼很体面",
        "物流快，包装好",
        "腰果很脆，不咸",
    )
    bad = ("有几颗哈喇味", "箱子压坏了，漏了一包", "比上次买的小", "涨价了，不如从前划算")
    rng = np.random.default_rng(shop.shape.seed + 5)
    done = shop.orders[shop.orders["state"] == 3]
    chosen = done.iloc[np.sort(rng.choice(len(done), min(400, len(done)), replace=False))]
    first = shop.lines.drop_duplicates("order").set_index("order")["item"]

    def rows() -> Rows:
        for index, o in chosen.iterrows():
            poor = rng.random() < 0.08
            item = shop.goods[first[index]]
            yield (
                str(880_000_000 + int(index)), f"样例买家{o.buyer:05d}", f"{o.created + timedelta(days=6):%Y-%m-%d %H:%M:%S}",
                f"{item.size}", str(2 if poor else 5), str(rng.choice(bad if poor else good)), "", "", "否", "",
            )  # fmt: skip

    header = ("评论ID", "用户昵称", "评价时间", "SKU", "评分", "初评内容", "追评内容", "追评时间", "有图片", "商家回复")
    return _text(path, header, rows(), encoding="utf-8-sig")
