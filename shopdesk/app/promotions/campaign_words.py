"""Words of the campaign sheet in both languages."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from shopdesk.app.services import CellKind, ExportColumn

FEN: Final = 100

_WORDS: Final = {
    # sheets
    "rules": ("规则", "Rules"),
    "steps": ("档位", "Steps"),
    "goods": ("商品", "Articles"),
    "checks": ("检查", "Checks"),
    "forecast": ("预测与假设", "Forecast and beliefs"),
    "price_list": ("价格表", "Price list"),
    # heads
    "offer": ("优惠", "Offer"),
    "role": ("角色", "Part"),
    "kind": ("类型", "Kind"),
    "status": ("状态", "Status"),
    "stage": ("叠加层级", "Stage"),
    "stage_rule": ("同层规则", "Within the stage"),
    "content": ("内容", "What it gives"),
    "first_day": ("开始", "First day"),
    "last_day": ("结束", "Last day"),
    "scope": ("商品范围", "Goods"),
    "base": ("门槛按", "Threshold sees"),
    "payer": ("店铺承担", "Paid by the shop"),
    "per_buyer": ("每人限用", "Per buyer"),
    "budget": ("总预算", "Budget"),
    "excludes": ("不与同享", "Not together with"),
    "note": ("备注", "Note"),
    "step": ("门槛", "Step"),
    "gives": ("优惠内容", "Gives"),
    "reached": ("回放达到订单", "Orders that get it, replayed"),
    "reach_share": ("占订单", "Share of orders"),
    "cost_today": ("不变时的成本", "Costs if nobody changes"),
    "moved": ("预测凑到（中位）", "Would top up, median"),
    "moved_low": ("80 % 下限", "80 % low"),
    "moved_high": ("80 % 上限", "80 % high"),
    "rests_on": ("依据", "Rests on"),
    "sku": ("商家编码", "SKU"),
    "title": ("商品名称", "Title"),
    "list_price": ("标价", "List price"),
    "unit_cost": ("成本", "Unit cost"),
    "campaign_price": ("活动价", "Campaign price"),
    "final_price": ("单买到手价", "Price of one, all offers"),
    "new_price": ("新客单买到手价", "Price of one, new customers"),
    "returning_price": ("老客单买到手价", "Price of one, returning customers"),
    "rising_price": ("高消费潜客单买到手价", "Price of one, rising customers"),
    "replayed_price": ("回放最低到手价", "Lowest paid, replayed"),
    "lowest_price": ("最低到手价", "Lowest possible"),
    "lowest_income": ("店铺最少到手", "Least the shop gets"),
    "floor": ("底价", "Floor"),
    "margin": ("最低价毛利", "Margin at the lowest"),
    "margin_rate": ("最低价毛利率", "Margin rate at the lowest"),
    "by": ("由这些优惠", "By these offers"),
    "sold": ("售出件数（回放）", "Units sold, replayed"),
    "severity": ("程度", "Severity"),
    "what": ("问题", "What"),
    "where": ("对象", "Where"),
    "says": ("说明", "Says"),
    "candidate": ("方案", "Candidate"),
    "figure": ("项目", "Figure"),
    "before": ("不做", "Without it"),
    "after": ("做", "With it"),
    "change": ("变化（中位）", "Change, median"),
    "change_low": ("变化 80 % 下限", "Change, 80 % low"),
    "change_high": ("变化 80 % 上限", "Change, 80 % high"),
    "unit": ("单位", "Unit"),
    # roles, states
    "is_candidate": ("候选", "Candidate"),
    "is_beside": ("同时在用", "In use beside it"),
    "draft": ("设计中", "Designing"),
    "active": ("使用中", "In use"),
    "off": ("停用", "Off"),
    "yuan": ("元", "yuan"),
    "count": ("单", "orders"),
    "share": ("比例", "share"),
    "units": ("件", "units"),
    "shop_wide": ("全店", "Whole shop"),
    "some_goods": ("{count} 个商品：{names}", "{count} articles: {names}"),
    "tagged": ("类目 {names}", "Categories {names}"),
    "without": ("不含 {names}", "without {names}"),
    "price_range": ("单价 {low}–{high} 元", "priced {low}–{high} yuan"),
    "undiscounted": ("只限没有单品优惠的商品", "only goods without an offer of their own"),
    "list_base": ("单品优惠后的金额（平行）", "the price after offers on the article (parallel)"),
    "current_base": ("前面优惠后的金额（递进）", "what is left after earlier offers (sequential)"),
    "best_of_order": ("整单取最优惠的一个", "the best one of the order"),
    "best_per_line": ("每件取最优惠的一个", "the best one of each unit"),
    "pool_equal": ("同门槛合并计算", "equal ones count together"),
    "all_count": ("都生效", "all count"),
    "please_check": ("请核对", "please check"),
    "buyers": ("给谁", "For whom"),
    "any_buyers": ("所有人", "Everybody"),
    "new_buyers": ("新客", "New customers"),
    "returning_buyers": ("老客", "Returning customers"),
    "rising_buyers": ("高消费潜客", "Rising customers"),
    "unknown_buyers": ("无法分辨", "Can't be told"),
    "customers": ("顾客", "Customers"),
    "customer_list": ("顾客名单", "List of customers"),
    "their_orders": ("订单（回放期间）", "Orders replayed"),
    "reachable": ("可触达人数", "People to be reached"),
    "last_order": ("最近订单编号", "Last order"),
    "last_bought": ("最近付款日", "Last paid on"),
    "order_count": ("订单数", "Orders"),
    "spent": ("累计实付", "Paid in all"),
    "no_buyers": (
        "订单里没有买家编号，分不清新客和老客：请导入带买家昵称的订单报表。",
        "The orders name no buyers, so that new and returning ones can't be told apart: import order lists that do.",
    ),
    "buyers_note": (
        "可触达 = 近 365 天买过的人；新客不在任何订单里，数不出来。买家昵称只存标记：请用最近订单编号在后台找到本人。",
        "To be reached: who bought within 365 days; who never bought is in no file. Names of buyers aren't kept: find "
        "them in the console by their last order.",
    ),
    "rising_note": (
        "高消费潜客 = 买过，最近一单高于店里四分之三的订单，且不低于自己以前的平均：经验规则，请核对。",
        "Rising: bought before, the last order above three of four of the shop and not below their own average before; "
        "a rule of thumb, please check.",
    ),
    "list_separator": ("、", ", "),
    "part_separator": ("；", "; "),
    # kinds
    "item_price": ("单品一口价", "Item price"),
    "item_off": ("单品直降", "Item amount off"),
    "item_percent": ("单品折扣", "Item percent off"),
    "nth_unit": ("第 N 件折扣", "N-th unit off"),
    "bundle": ("搭配套餐", "Bundle price"),
    "choose": ("N 元任选", "Any N for X"),
    "buy_get": ("买送", "Buy X, get Y"),
    "threshold_off": ("满减", "Spend X, save Y"),
    "threshold_percent": ("满折", "Spend X, percent off"),
    "gift": ("满赠", "Gift from X"),
    "free_post": ("满包邮", "Free post from X"),
    "coupon": ("店铺优惠券", "Shop coupon"),
    "every_off": ("每满减", "Every X, save Y"),
    "platform_coupon": ("平台券", "Platform coupon"),
    "red_packet": ("店铺红包", "Red packet"),
    "points": ("积分抵扣", "Coins or points"),
    # what offers give
    "price_of": ("{value} 元", "for {value} yuan"),
    "amount_off": ("减 {value} 元", "{value} yuan off"),
    "percent_off": ("减 {value} %", "{value} % off"),
    "percent_cap": ("减 {value} %，最多 {cap} 元", "{value} % off, at most {cap} yuan"),
    "from_amount": ("满 {minimum} 元", "from {minimum} yuan"),
    "from_units": ("满 {minimum} 件", "from {minimum} units"),
    "and_units": ("{amount}且满 {units} 件", "{amount} and {units} units"),
    "every": ("每满 {step} 元减 {value} 元", "{value} yuan off every {step} yuan"),
    "times": ("，最多 {count} 次", ", at most {count} times"),
    "nth": ("第 {nth} 件减 {value} %", "unit {nth}: {value} % off"),
    "any_for": ("任选 {nth} 件 {value} 元", "any {nth} for {value} yuan"),
    "set_for": ("一套 {value} 元", "a set for {value} yuan"),
    "set_choose": ("首件加任选 {count} 件，{value} 元", "the first and any {count} of the others for {value} yuan"),
    "buy_get_text": ("买 {buy} 件，{get} 件减 {value} %", "buy {buy}, {get} more at {value} % off"),
    "gift_of": ("送 {sku} × {count}", "{count} × {sku} as a gift"),
    "gift_cost": ("（成本 {cost} 元）", " (costs {cost} yuan)"),
    "post": ("包邮", "free post"),
    # figures
    "orders": ("订单数", "Orders"),
    "revenue": ("支付金额", "Paid"),
    "off_given": ("优惠支出", "Offers cost"),
    "profit": ("毛利", "Margin"),
    "order_value": ("客单价", "Order value"),
    "rate": ("毛利率", "Margin rate"),
    "windfall": ("其中：白送（本来就有的订单）", "of it: given away to orders that were there anyway"),
    "top_up": ("其中：凑单", "of it: topped up"),
    "trade_down": ("其中：降档", "of it: fell back to a step"),
    "returns": ("其中：退货", "of it: returned"),
    "lift": ("其中：多来的订单", "of it: further orders"),
    "better_chance": ("比不做更好的可能性", "Chance of being better than none of it"),
    "floor_chance": ("守住毛利率底线的可能性", "Chance of keeping the margin rate wanted"),
    "best_chance": ("最好的可能性", "Chance of being best"),
    "none": ("不做", "None of it"),
    "break_even": ("保本的凑单率", "Top-up share from which it pays"),
    "decision": ("决定", "Decision"),
    # beliefs
    "belief_top_up": ("假设：差一点时凑单的比例", "Belief: share that tops up where little is missing"),
    "belief_tau": ("假设：差额每达优惠额的几倍，凑单降到 37 %", "Belief: gap in discounts at which it falls to 37 %"),
    "belief_reach_share": ("假设：差额最多占订单的比例", "Belief: farthest gap as a share of the order"),
    "belief_reach_fen": ("假设：另加的差额", "Belief: and so much more"),
    "belief_overshoot_share": ("假设：凑单多买（占门槛）", "Belief: bought beyond the step, share of it"),
    "belief_returned": ("假设：凑单退货的比例", "Belief: share of top-ups that come back"),
    "belief_trade_down": ("假设：略高于门槛的订单降档的比例", "Belief: share just above a step that falls back"),
    "belief_lift": ("假设：每 1 % 让利多来的订单 %", "Belief: percent more orders for each percent given"),
    "belief_add_on_margin": ("假设：凑单商品的毛利率", "Belief: margin of goods added"),
    "belief_fee": ("平台扣点", "Fee of the platform"),
    "belief_shipping": ("每单发货成本", "Sending an order"),
    "fitted": ("从以往活动拟合", "fitted on a past campaign"),
    "shop_own": ("本店设定", "set by the shop"),
    # why no forecast
    "kind_unguessed": ("这类优惠只做精确回放，不猜顾客怎么变", "replayed exactly; no guess how customers change"),
    "goods_unguessed": ("只限部分商品，不猜顾客怎么变", "for some goods only; no guess how customers change"),
    "limits_unguessed": (
        "有限量、预算或平台出资，不猜顾客怎么变",
        "limits, a budget or the platform's part; no guess how customers change",
    ),
    "few_orders_unguessed": ("订单太少，不猜顾客怎么变", "too few orders to guess how customers change"),
    "no_orders_basis": ("没有付款订单", "no paid orders"),
    "belief_basis": ("模型区间；一般经验，请核对", "model interval; general beliefs, please check"),
    "taught_basis": ("模型区间；从以往活动拟合", "model interval; fitted on a past campaign"),
    "own_basis": ("模型区间；本店设定的假设", "model interval; beliefs set by the shop"),
    # checks
    "error": ("破价", "Below the floor"),
    "serious": ("严重", "Serious"),
    "warning": ("请核对", "Please check"),
    "info": ("提示", "Note"),
    "below_floor": ("低于底价", "Below the floor"),
    "below_floor_text": ("{which} {price} 元，底价 {floor} 元，差 {gap} 元", "{which} {price}, floor {floor}"),
    "unverified": ("叠加规则未核实", "Stacking rule not verified"),
    "unverified_text": ("{stage}：{rule}，请在后台核对", "{stage}: {rule}; check it in the console"),
    "no_cost": ("缺成本", "No cost"),
    "no_cost_text": (
        "{count} 个商品没有成本，毛利未知、按成本的底价不生效：{names}",
        "{count} articles have no cost, so no margin and no floor by cost: {names}",
    ),
    "no_floor": ("没有设底价", "No floor"),
    "no_floor_text": ("没有底价规则，破价检查不生效", "There is no floor rule, so that nothing is held against it"),
    "incomplete": ("没有写完，不能计价", "Not complete: it can't be priced"),
    "below_past": ("低于近期最低实付", "Below what was paid lately"),
    "below_past_text": (
        "最低到手价 {price} 元，近 {days} 天最低实付 {past} 元",
        "can come to {price}; lowest paid in {days} days {past}",
    ),
    "how_text": ("{when}：{offers}；{cart}", "{when}: {offers}; {cart}"),
    "no_offer": ("没有优惠", "no offer"),
    "buys": ("买 {count} 件", "buy {count}"),
    "with_goods": ("加 {goods}", "with {goods}"),
    "with_filler": ("再凑 {amount} 元的其他商品（最坏情况）", "and other goods for exactly {amount} yuan (worst case)"),
    "from_day": ("{first} 起", "from {first} on"),
    "clash": ("冲突", "Clash"),
    "not_priced": ("没有写完，不能计价，哪里都不算数", "can't be priced as it is written down: it counts nowhere"),
    "no_goods": ("没有剩下任何已知商品", "no article known is left of its goods"),
    "unknown_goods": (
        "{of} 个商品中有 {count} 个不在订单和成本表里",
        "{count} of its {of} articles aren't in the orders or the cost list",
    ),
    "overlap": (
        "与 {other} 有 {common} 个共同商品：每单只有更优惠的生效",
        "with {other} on {common} articles: only the better one counts",
    ),
    "never_counts": ("从不生效：{other} 总是一样或更优惠", "never counts: {other} always gives as much or more"),
    "circle": ("互相排除成一圈：先算到的生效", "exclude each other in a circle: the first one reached counts"),
    "over": ("已于 {last} 结束", "ended on {last}"),
    "step_never": (
        "第 {step} 档（{minimum}）：{orders} 单里没有一单接近（20 % 以内）",
        "step {step} ({minimum}): none of {orders} orders comes within 20 % of it",
    ),
    "step_always": (
        "第 {step} 档（{minimum}）：{orders} 单里 {reached} 单本来就达到",
        "step {step} ({minimum}): {reached} of {orders} orders reach it anyway",
    ),
    "step_split": (
        "第 {step} 档：拆成 {times} 单上一档可减 {split} 元，这一档减 {value} 元",
        "step {step}: {times} orders of the step before save {split}, it saves {value}",
    ),
    "step_weaker": ("第 {step} 档的折扣比上一档小", "step {step} gives a smaller share than the step before"),
    "bundle_dearer": ("套餐 {price} 元，分开买 {parts} 元", "{price} yuan for the set, {parts} apart"),
    "budget_early": (
        "每天约用 {a_day} 元，{of} 天的预算只够 {days} 天",
        "at {a_day} yuan a day its budget lasts {days} of {of} days",
    ),
    "gift_has_no_cost": ("赠品没有成本，毛利未知", "the gift has no cost: margins can't be told"),
    "no_dates": ("没有起止日期", "No period"),
    "no_dates_text": ("会一直有效", "it never ends"),
    "no_break": ("没有破价。", "No price comes too low."),
    "floors_off": (
        "{count} 个商品没有底价（没设底价或没有成本），没查底价。",
        "{count} articles have no floor (no rule or no cost): not checked against one.",
    ),
    "more_articles": ("另有 {count} 个商品。", "{count} more articles."),
    "check_line": ("{what}：{where}：{says}", "{what}: {where}: {says}"),
    "nothing_found": ("没有发现问题", "Nothing found"),
    "tried": (
        "从 {day} 起试了 {articles} 个商品 × {stretches} 个时段、{offers} 个优惠："
        "购物车恰好达到各档，零头一分可能落在别的商品上。",
        "From {day} on {articles} articles × {stretches} stretches were tried under {offers} offers, in carts that "
        "meet each step exactly; an odd fen may fall on another line.",
    ),
    "tried_until": (
        "只试到 {until}，之后还有 {count} 个时段没试（全部试完太久）。",
        " Tried up to {until} only: {count} later stretches were left out, since all would take too long.",
    ),
    # notes
    "money_note": (
        "金额为元。导出于 {day}；预测依据 {first} 至 {last} 的 {orders} 笔付款订单。",
        "Money in yuan. Written on {day}; forecasts rest on {orders} paid orders from {first} to {last}.",
    ),
    "no_orders_note": (
        "金额为元。导出于 {day}。没有付款订单：没有预测，请导入订单报表。",
        "Money in yuan. Written on {day}. No paid orders, so no forecast: import the order list.",
    ),
    "platform_taobao": ("淘宝 / 天猫", "Taobao / Tmall"),
    "platform_jd": ("京东", "JD"),
    "platform_pdd": ("拼多多", "Pinduoduo"),
    "platform_note": ("叠加规则：{platform}。", "Stacking rules: {platform}."),
    "interval_note": (
        "区间是模型区间（80 %），假定客流和季节不变。",
        "Intervals are those of the model (80 %): same traffic, same season.",
    ),
    "goods_note": (
        "活动价 = 单品优惠后的价格；单买到手价 = 只买一件、所有在用优惠加本方案后的价格（不含运费）；"
        "只给某类顾客的优惠另列。",
        "Campaign price: after offers on the article; price of one: a single unit after all offers in use "
        "and this one, without postage; offers for a kind of customers have columns of their own.",
    ),
    "no_goods_note": (
        "还不知道有哪些商品：请导入宝贝报表，或带标价的成本表。",
        "No article is known yet: import the order lines, or a cost list with list prices.",
    ),
    "no_orders_yet": ("没有付款订单：请导入订单报表。", "No paid orders: import the order list."),
    "untold_buyers": ("分不清顾客", "Buyers can't be told"),
    "untold_text": (
        "只给{buyers}，但订单里没有买家：回放和预测没有算它，请导入带买家昵称的订单报表",
        "for {buyers} only, but the orders name no buyers: replay and forecast leave it out; import lists that do",
    ),
    "aim_note": ("可能性按这个目标算：{aim}。", "Chances are by what is wanted: {aim}."),
    "aim_with_floor": ("{aim}，毛利率不低于 {floor} %", "{aim}, margin rate at least {floor} %"),
    "replayed_note": (
        "回放最低到手价 = 同样的订单按本方案重新计价，这件商品最低的一次（分摊后）。",
        "Lowest paid, replayed: the same orders priced under this candidate, the article's lowest share.",
    ),
    "set_by_hand": (
        "店铺参谋台不改动任何后台：请照此表在后台设置。",
        "ShopDesk sets nothing in any console: set it there by this sheet.",
    ),
}  # fmt: skip


def words_in(language: str) -> dict[str, str]:
    """Return all words in one language."""
    place = 0 if language.startswith("zh") else 1
    return {name: both[place] for name, both in _WORDS.items()}


def columns_of(
    words: Mapping[str, str], *kinds: tuple[CellKind, str], wide: Mapping[str, int]
) -> tuple[ExportColumn, ...]:
    """Return columns by kind and the name of their head; ``wide`` are those of a width of their own."""
    return tuple(ExportColumn(words[name], kind, width=wide.get(name, 0)) for kind, name in kinds)


def platform_name(platform: str, words: Mapping[str, str]) -> str:
    """Return the name of a platform whose stacking rules hold."""
    return words.get(f"platform_{platform}", platform)


def yuan(fen: float | None) -> str:
    """Return fen as short yuan."""
    return "" if fen is None else f"{fen / FEN:.2f}".rstrip("0").rstrip(".")


def yuan_of(fen: float | None) -> float | None:
    """Return fen as yuan for a cell."""
    return None if fen is None else round(fen / FEN, 2)
