<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>AlarmBand</name>
    <message>
        <source>See</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>All that the checks find</source>
        <translation>全部检查结果</translation>
    </message>
</context>
<context>
    <name>Asking</name>
    <message>
        <source>No paid orders in this period: choose another one above.</source>
        <translation>这段日期没有已付款订单，请在上面换一段。</translation>
    </message>
</context>
<context>
    <name>CalendarStrip</name>
    <message>
        <source>Calendar of offers</source>
        <translation>优惠日历</translation>
    </message>
    <message>
        <source>no offers yet</source>
        <translation>还没有优惠</translation>
    </message>
    <message>
        <source>{name} · overlap {days} {days:day|days}</source>
        <translation>{name} · 重叠 {days} 天</translation>
    </message>
    <message>
        <source>today {day}</source>
        <translation>今天 {day}</translation>
    </message>
    <message>
        <source>data until {day}</source>
        <translation>数据截至 {day}</translation>
    </message>
</context>
<context>
    <name>CandidateSwitch</name>
    <message>
        <source>None</source>
        <translation>不做</translation>
    </message>
    <message>
        <source>Today&apos;s offers stay as they are: none of these counts</source>
        <translation>今天的优惠照旧，这几个都不算</translation>
    </message>
    <message>
        <source>Copy this one as another candidate</source>
        <translation>把这一个复制成新候选</translation>
    </message>
    <message>
        <source>At most four can be compared</source>
        <translation>最多比较四个</translation>
    </message>
</context>
<context>
    <name>CartCard</name>
    <message>
        <source>Item</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>件</translation>
    </message>
    <message>
        <source>0 removes the line</source>
        <translation>填 0 删除这一行</translation>
    </message>
    <message>
        <source>Offers</source>
        <translation>优惠</translation>
    </message>
    <message>
        <source>To pay</source>
        <translation>到手价</translation>
    </message>
    <message>
        <source>Test cart</source>
        <translation>试算购物车</translation>
    </message>
    <message>
        <source>Post</source>
        <translation>运费</translation>
    </message>
    <message>
        <source>Day of the purchase</source>
        <translation>购买日期</translation>
    </message>
    <message>
        <source>Post in yuan</source>
        <translation>运费（元）</translation>
    </message>
    <message>
        <source>Lines of the test cart</source>
        <translation>试算购物车的商品</translation>
    </message>
    <message>
        <source>Margin unknown: import the costs of these goods.</source>
        <translation>毛利未知：请导入这些商品的成本。</translation>
    </message>
    <message>
        <source>Cost {cost} · margin {margin} ({share})</source>
        <translation>成本 {cost} · 毛利 {margin}（{share}）</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>标价</translation>
    </message>
    <message>
        <source>Margin unknown: enter what the gift costs.</source>
        <translation>毛利未知：请填写赠品成本。</translation>
    </message>
    <message>
        <source>all above their floor</source>
        <translation>各行均高于底价</translation>
    </message>
    <message>
        <source>{count} {count:line|lines} at the floor</source>
        <translation>{count} 行到底价</translation>
    </message>
    <message>
        <source>has used all limits</source>
        <translation>限领都用过</translation>
    </message>
    <message>
        <source>Kind of buyer</source>
        <translation>买家</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>粘贴</translation>
    </message>
    <message>
        <source>Goods copied from a spreadsheet: code or title, units, price</source>
        <translation>从表格里复制的商品：编码或名称、件数、单价</translation>
    </message>
    <message>
        <source>Whom the cart belongs to, or one who has used all offers with a limit a buyer</source>
        <translation>购物车是谁的；或者每人限用的都已用过</translation>
    </message>
    <message>
        <source>＋ goods</source>
        <translation>＋ 加商品</translation>
    </message>
    <message>
        <source>From an order</source>
        <translation>从订单里取一单</translation>
    </message>
</context>
<context>
    <name>CategoryPicker</name>
    <message>
        <source>Categories</source>
        <translation>类目</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Search categories</source>
        <translation>搜索类目</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>As the product reports tell them.</source>
        <translation>按商品报表里的类目。</translation>
    </message>
    <message>
        <source>None</source>
        <translation>不做</translation>
    </message>
    <message>
        <source>Take {count} {count:category|categories}</source>
        <translation>选 {count} 个类目</translation>
    </message>
</context>
<context>
    <name>CheckDesk</name>
    <message>
        <source>Checking prices</source>
        <translation>检查破价</translation>
    </message>
</context>
<context>
    <name>DesignLayout</name>
    <message>
        <source>Stacking rules of the platform</source>
        <translation>平台的叠加规则</translation>
    </message>
    <message>
        <source>＋ New</source>
        <translation>＋ 新建</translation>
    </message>
    <message>
        <source>Offers by layer</source>
        <translation>分层的优惠</translation>
    </message>
    <message>
        <source>Order values</source>
        <translation>订单金额分布</translation>
    </message>
    <message>
        <source>Import order files and a cost list: offers are tried on real orders, to the fen.</source>
        <translation>导入订单和成本表：优惠会在真实订单上试算，精确到分。</translation>
    </message>
    <message>
        <source>Import files…</source>
        <translation>导入文件…</translation>
    </message>
    <message>
        <source>None of these candidates: today&apos;s offers stay as they are, in the cart and in every view.</source>
        <translation>不做：今天的优惠照旧，试算、重放和检查都按今天算。</translation>
    </message>
    <message>
        <source>Find a ladder…</source>
        <translation>帮我找阶梯</translation>
    </message>
    <message>
        <source>Search the ladder that brings most, or learn that none does</source>
        <translation>找出最划算的阶梯，也可能告诉你不做更好</translation>
    </message>
</context>
<context>
    <name>DesignView</name>
    <message>
        <source>Order values</source>
        <translation>订单金额分布</translation>
    </message>
    <message>
        <source>Offers</source>
        <translation>优惠</translation>
    </message>
    <message>
        <source>{count} · in use {active}</source>
        <translation>{count} 个 · 在用 {active}</translation>
    </message>
    <message>
        <source>{first} and {second} overlap for {days} {days:day|days}: the better one counts.</source>
        <translation>{first} 与 {second} 重叠 {days} 天：只取更优的一个。</translation>
    </message>
    <message>
        <source>Add {name}</source>
        <translation>新增 {name}</translation>
    </message>
    <message>
        <source>Remove {name}</source>
        <translation>删除 {name}</translation>
    </message>
    <message>
        <source>Copy {name}</source>
        <translation>复制 {name}</translation>
    </message>
    <message>
        <source>{name} · goods</source>
        <translation>{name} · 商品范围</translation>
    </message>
    <message>
        <source>No order lines are imported yet.</source>
        <translation>还没有导入订单明细。</translation>
    </message>
    <message>
        <source>What would move your orders?</source>
        <translation>想用什么优惠带动订单？</translation>
    </message>
    <message>
        <source>None of it</source>
        <translation>不做</translation>
    </message>
    <message>
        <source>Adopt {name}</source>
        <translation>采用 {name}</translation>
    </message>
    <message>
        <source>Decide against {name}</source>
        <translation>不做{name}</translation>
    </message>
    <message>
        <source>candidate {letter}</source>
        <translation>候选 {letter}</translation>
    </message>
    <message>
        <source>There are four candidates already: remove one first.</source>
        <translation>已经有四个候选，请先删掉一个。</translation>
    </message>
    <message>
        <source>{name} · limits</source>
        <translation>{name} · 限制</translation>
    </message>
    <message>
        <source>Not known in this shop: {names} ({count} in all)</source>
        <translation>店里没有：{names}（共 {count} 个）</translation>
    </message>
    <message>
        <source>Rules of {platform}</source>
        <translation>{platform}的叠加规则</translation>
    </message>
</context>
<context>
    <name>Designer</name>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Threshold on</source>
        <translation>门槛按</translation>
    </message>
    <message>
        <source>Shop pays</source>
        <translation>店铺承担</translation>
    </message>
    <message>
        <source>For</source>
        <translation>范围</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>开始日期</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>结束日期</translation>
    </message>
    <message>
        <source>whole shop…</source>
        <translation>全店…</translation>
    </message>
    <message>
        <source>{count} {count:item|items}…</source>
        <translation>{count} 款…</translation>
    </message>
    <message>
        <source>item price</source>
        <translation>单品优惠后</translation>
    </message>
    <message>
        <source>what is left</source>
        <translation>前面优惠后（递进）</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>from now</source>
        <translation>不限</translation>
    </message>
    <message>
        <source>no end</source>
        <translation>长期</translation>
    </message>
    <message>
        <source>What the threshold looks at</source>
        <translation>门槛按什么金额</translation>
    </message>
    <message>
        <source>Share that the shop pays</source>
        <translation>店铺承担的比例</translation>
    </message>
    <message>
        <source>Limits…</source>
        <translation>限制…</translation>
    </message>
    <message>
        <source>none</source>
        <translation>不设</translation>
    </message>
    <message>
        <source>Goods that it holds for</source>
        <translation>适用商品</translation>
    </message>
    <message>
        <source>Limits, exclusions, hours</source>
        <translation>限制、排除、时间</translation>
    </message>
    <message>
        <source>Seen at</source>
        <translation>门槛按</translation>
    </message>
</context>
<context>
    <name>GoodsPicker</name>
    <message>
        <source>Whole shop</source>
        <translation>全店</translation>
    </message>
    <message>
        <source>Take {count} {count:item|items}</source>
        <translation>选用 {count} 款</translation>
    </message>
    <message>
        <source>Choose goods</source>
        <translation>选择商品</translation>
    </message>
    <message>
        <source>Name or code</source>
        <translation>名称或编码</translation>
    </message>
    <message>
        <source>Search goods</source>
        <translation>查找商品</translation>
    </message>
    <message>
        <source>Goods</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Nothing ticked: the offer holds for the whole shop.</source>
        <translation>都不勾选：优惠对全店有效。</translation>
    </message>
    <message>
        <source>Goods come from the cost list and from order lines; those sold most stand first.</source>
        <translation>商品来自成本表和订单明细，卖得多的排在前面。</translation>
    </message>
</context>
<context>
    <name>LadderPicture</name>
    <message>
        <source>Order value, yuan</source>
        <translation>客单价 元</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>订单</translation>
    </message>
    <message>
        <source>{minimum} − {off}</source>
        <translation>满 {minimum} 减 {off}</translation>
    </message>
    <message>
        <source>No paid orders in this period: choose another one above.</source>
        <translation>这段日期没有已付款订单，请在上面换一段。</translation>
    </message>
    <message>
        <source>Order values · {span}, {count} {count:order|orders} · {width} yuan a bar · {basis} · median {median}</source>
        <translation>订单金额分布 · {span}，{count} 单 · 每 {width} 元一格 · {basis} · 中位 {median}</translation>
    </message>
    <message>
        <source>step {step}: {count} {count:order|orders} there</source>
        <translation>本来就到第 {step} 档 {count} 单</translation>
    </message>
    <message>
        <source>within {near} below: {count}</source>
        <translation>差 {near} 元以内 {count} 单</translation>
    </message>
    <message>
        <source>from {minimum}</source>
        <translation>满 {minimum}</translation>
    </message>
    <message>
        <source>{count} {count:order|orders} · {width} yuan a bar · median {median}</source>
        <translation>{count} 单 · 每 {width} 元一格 · 中位 {median}</translation>
    </message>
    <message>
        <source>{count} paid {count:order has|orders have} no price, or a price of 0: import files that tell prices.</source>
        <translation>{count} 个已付款订单没有价格或价格为 0：请导入带价格的订单文件。</translation>
    </message>
</context>
<context>
    <name>OffDay</name>
    <message>
        <source>{name} starts on {day}.</source>
        <translation>{name}：{day} 才开始</translation>
    </message>
    <message>
        <source>{name} ended on {day}.</source>
        <translation>{name}：{day} 已结束</translation>
    </message>
    <message>
        <source>Try {day}</source>
        <translation>改到 {day} 试算</translation>
    </message>
</context>
<context>
    <name>OfferList</name>
    <message>
        <source>incomplete</source>
        <translation>待补全</translation>
    </message>
    <message>
        <source>ended</source>
        <translation>已结束</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>待开始</translation>
    </message>
    <message>
        <source>{number} · {stage}</source>
        <translation>第 {number} 层 · {stage}</translation>
    </message>
    <message>
        <source>{count} more of this stage aren&apos;t listed</source>
        <translation>这一层还有 {count} 个没有列出</translation>
    </message>
</context>
<context>
    <name>OfferPicker</name>
    <message>
        <source>Offers that exclude it</source>
        <translation>不能同享的优惠</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Search offers</source>
        <translation>搜索优惠</translation>
    </message>
    <message>
        <source>Offers</source>
        <translation>优惠</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>On one order only one of them counts: the one whose stage comes first.</source>
        <translation>一单里只算一个：先算哪一层就算哪个。</translation>
    </message>
    <message>
        <source>Take {count} {count:offer|offers}</source>
        <translation>选 {count} 个</translation>
    </message>
    <message>
        <source>None</source>
        <translation>不做</translation>
    </message>
</context>
<context>
    <name>Offers</name>
    <message>
        <source>Item price</source>
        <translation>单品一口价</translation>
    </message>
    <message>
        <source>Item amount off</source>
        <translation>单品直降</translation>
    </message>
    <message>
        <source>Item percent off</source>
        <translation>单品折扣</translation>
    </message>
    <message>
        <source>N-th unit off</source>
        <translation>第 N 件折扣</translation>
    </message>
    <message>
        <source>Bundle price</source>
        <translation>搭配套餐</translation>
    </message>
    <message>
        <source>Spend X, save Y</source>
        <translation>满减</translation>
    </message>
    <message>
        <source>Spend X, percent off</source>
        <translation>满折</translation>
    </message>
    <message>
        <source>Gift from X</source>
        <translation>满赠</translation>
    </message>
    <message>
        <source>Free post from X</source>
        <translation>满包邮</translation>
    </message>
    <message>
        <source>Shop coupon</source>
        <translation>店铺券</translation>
    </message>
    <message>
        <source>Every X, save Y</source>
        <translation>每满减</translation>
    </message>
    <message>
        <source>Platform coupon</source>
        <translation>平台券</translation>
    </message>
    <message>
        <source>Designing</source>
        <translation>设计中</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>在用</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>all count</source>
        <translation>可叠加</translation>
    </message>
    <message>
        <source>{rule} · check</source>
        <translation>{rule} · 请核对</translation>
    </message>
    <message>
        <source>for {price}</source>
        <translation>{price} 元</translation>
    </message>
    <message>
        <source>unit {nth} −{percent}</source>
        <translation>第 {nth} 件 −{percent}</translation>
    </message>
    <message>
        <source>every {step} −{value}</source>
        <translation>每满 {step} 减 {value}</translation>
    </message>
    <message>
        <source>from {minimum}: {gift}</source>
        <translation>满 {minimum} 送 {gift}</translation>
    </message>
    <message>
        <source>from {minimum}</source>
        <translation>满 {minimum}</translation>
    </message>
    <message>
        <source>no end</source>
        <translation>长期</translation>
    </message>
    <message>
        <source>Add a step first.</source>
        <translation>请先加一档。</translation>
    </message>
    <message>
        <source>Step {step}: the threshold must be above the one before.</source>
        <translation>第 {step} 档：门槛要高于前一档。</translation>
    </message>
    <message>
        <source>Step {step}: it must give more than the one before.</source>
        <translation>第 {step} 档：优惠要多于前一档。</translation>
    </message>
    <message>
        <source>Step {step}: the discount must be below the threshold.</source>
        <translation>第 {step} 档：优惠要小于门槛。</translation>
    </message>
    <message>
        <source>Enter an amount above 0.</source>
        <translation>请填大于 0 的金额。</translation>
    </message>
    <message>
        <source>At most 100 % can be taken off.</source>
        <translation>最多减 100 %。</translation>
    </message>
    <message>
        <source>The last day is before the first.</source>
        <translation>结束日期早于开始日期。</translation>
    </message>
    <message>
        <source>The platform takes at most {most} steps.</source>
        <translation>平台最多 {most} 档。</translation>
    </message>
    <message>
        <source>Choose at least two items for the bundle.</source>
        <translation>套餐至少选两款商品。</translation>
    </message>
    <message>
        <source>Choose the gift.</source>
        <translation>请填赠品。</translation>
    </message>
    <message>
        <source>paid + shared discounts</source>
        <translation>实付 + 分摊的优惠</translation>
    </message>
    <message>
        <source>price × quantity, before order discounts</source>
        <translation>价格 × 件数，未扣店铺级优惠</translation>
    </message>
    <message>
        <source>order total</source>
        <translation>订单金额</translation>
    </message>
    <message>
        <source>no orders</source>
        <translation>没有订单</translation>
    </message>
    <message>
        <source>{name}: starts on {day}</source>
        <translation>{name}：{day} 才开始</translation>
    </message>
    <message>
        <source>{name}: ended on {day}</source>
        <translation>{name}：{day} 已结束</translation>
    </message>
    <message>
        <source>{name}: {missing} yuan more to {threshold}</source>
        <translation>{name}：还差 {missing} 元可享（满 {threshold}）</translation>
    </message>
    <message>
        <source>{name}: {count} more {count:unit|units} to {units}</source>
        <translation>{name}：还差 {count} 件可享（满 {units} 件）</translation>
    </message>
    <message>
        <source>{name}: no item of it in the cart</source>
        <translation>{name}：购物车里没有参加的商品</translation>
    </message>
    <message>
        <source>{name}: its condition is not met</source>
        <translation>{name}：条件不满足</translation>
    </message>
    <message>
        <source>{name}: {other} saves more</source>
        <translation>{name}：{other} 更划算，取一个</translation>
    </message>
    <message>
        <source>{name}: can&apos;t be combined with {other}</source>
        <translation>{name}：不能与 {other} 叠加</translation>
    </message>
    <message>
        <source>{name}: {other} excludes all others</source>
        <translation>{name}：{other} 不与其他优惠同享</translation>
    </message>
    <message>
        <source>{name}: nothing here for it to take off</source>
        <translation>{name}：这一单没有它能减的（金额或运费已是 0）</translation>
    </message>
    <message>
        <source>{name}: post taken off</source>
        <translation>{name}：免运费</translation>
    </message>
    <message>
        <source>{name}, shared {parts}</source>
        <translation>{name}，按金额分摊 {parts}</translation>
    </message>
    <message>
        <source>{count} {count:unit|units}</source>
        <translation>{count} 件</translation>
    </message>
    <message>
        <source>best one</source>
        <translation>取最优一个</translation>
    </message>
    <message>
        <source>best per item</source>
        <translation>每款取最优</translation>
    </message>
    <message>
        <source>Any N for X</source>
        <translation>任选套餐</translation>
    </message>
    <message>
        <source>Buy X, get Y</source>
        <translation>买赠（买 X 送 Y）</translation>
    </message>
    <message>
        <source>Red packet</source>
        <translation>店铺红包</translation>
    </message>
    <message>
        <source>Coins or points</source>
        <translation>金币积分抵扣</translation>
    </message>
    <message>
        <source>equal ones together</source>
        <translation>同档合并计算</translation>
    </message>
    <message>
        <source>{amount} and {count} {count:unit|units}</source>
        <translation>{amount} 且 {count} 件</translation>
    </message>
    <message>
        <source>any {count} for {price}</source>
        <translation>任选 {count} 件 {price}</translation>
    </message>
    <message>
        <source>At least {least} {least:piece|pieces}.</source>
        <translation>至少 {least} 件。</translation>
    </message>
    <message>
        <source>Behind the first item there are only {most} to choose from.</source>
        <translation>主商品之外只有 {most} 款可选。</translation>
    </message>
    <message>
        <source>The lowest price is above the highest.</source>
        <translation>最低价高于最高价。</translation>
    </message>
    <message>
        <source>A limit starts at 1; leave it empty for no limit.</source>
        <translation>限制从 1 起；不限请留空。</translation>
    </message>
    <message>
        <source>The shop pays between 0 and 100 %.</source>
        <translation>店铺承担比例应在 0–100% 之间。</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>{first} and {others} exclude each other: where {first} applies, the others don&apos;t.</source>
        <translation>{first} 与 {others} 互相排斥：{first} 生效时，其余不生效。</translation>
    </message>
    <message>
        <source>There must be at least one stage.</source>
        <translation>至少要有一个阶段。</translation>
    </message>
    <message>
        <source>Stage {stage}: its short name stands twice.</source>
        <translation>阶段 {stage}：代号重复。</translation>
    </message>
    <message>
        <source>Stage {stage}: its number stands twice.</source>
        <translation>阶段 {stage}：序号重复。</translation>
    </message>
    <message>
        <source>{kind} stands in two stages.</source>
        <translation>{kind} 出现在两个阶段里。</translation>
    </message>
    <message>
        <source>{kind} stands in no stage.</source>
        <translation>{kind} 没有归入任何阶段。</translation>
    </message>
    <message>
        <source>{kind} makes the item price, so it comes before the offers on orders.</source>
        <translation>{kind} 决定单品价，应排在订单优惠之前。</translation>
    </message>
    <message>
        <source>Stage {stage}: the shop pays between 0 and 100 %.</source>
        <translation>阶段 {stage}：店铺承担比例应在 0–100% 之间。</translation>
    </message>
    <message>
        <source>A pair names a stage that isn&apos;t there: {stage}.</source>
        <translation>互斥关系里的阶段 {stage} 不存在。</translation>
    </message>
    <message>
        <source>A pair needs two different stages: {stage}.</source>
        <translation>互斥关系需要两个不同的阶段：{stage}。</translation>
    </message>
    <message>
        <source>A ladder has at least one step.</source>
        <translation>阶梯至少一档。</translation>
    </message>
    <message>
        <source>{name}: {missing} more</source>
        <translation>{name}：还差 {missing}可享</translation>
    </message>
    <message>
        <source>{name}: its goods count with {other}</source>
        <translation>{name}：商品并入 {other} 一起计算</translation>
    </message>
    <message>
        <source>{name}: this buyer has used it {units} {units:time|times}</source>
        <translation>{name}：该买家已用过 {units} 次</translation>
    </message>
    <message>
        <source>{name}: its budget of {threshold} yuan is spent</source>
        <translation>{name}：{threshold} 元预算已用完</translation>
    </message>
    <message>
        <source>{amount} yuan</source>
        <translation>{amount} 元</translation>
    </message>
    <message>
        <source>{name}: gift {gift} added</source>
        <translation>{name}：赠 {gift}</translation>
    </message>
    <message>
        <source>{name}, {times} {times:time|times}</source>
        <translation>{name}，共 {times} 次</translation>
    </message>
    <message>
        <source>{text}; {amount} not given, prices are at their floor</source>
        <translation>{text}；另有 {amount} 元减不下去（价格已到底）</translation>
    </message>
    <message>
        <source>{text}; its budget kept back {amount}</source>
        <translation>{text}；预算不足，少减 {amount} 元</translation>
    </message>
    <message>
        <source>buy {bought}, get {given}</source>
        <translation>买 {bought} 送 {given}</translation>
    </message>
    <message>
        <source>hardly any order tops up</source>
        <translation>几乎没有人会凑</translation>
    </message>
    <message>
        <source>80 %: {low} – {high}</source>
        <translation>80 %：{low} – {high} 单</translation>
    </message>
    <message>
        <source>not with {names}</source>
        <translation>不与{names}同享</translation>
    </message>
    <message>
        <source>{count} a buyer</source>
        <translation>每人 {count} 单</translation>
    </message>
    <message>
        <source>at most {count} times</source>
        <translation>最多 {count} 次</translation>
    </message>
    <message>
        <source>{count} units a line</source>
        <translation>每款限 {count} 件</translation>
    </message>
    <message>
        <source>at most {yuan} off</source>
        <translation>最多减 {yuan}</translation>
    </message>
    <message>
        <source>budget {yuan}</source>
        <translation>预算 {yuan}</translation>
    </message>
    <message>
        <source>without {count} {count:article|articles}</source>
        <translation>排除 {count} 款</translation>
    </message>
    <message>
        <source>price {low}–{high}</source>
        <translation>单价 {low}–{high}</translation>
    </message>
    <message>
        <source>undiscounted goods only</source>
        <translation>只算没有单品优惠的</translation>
    </message>
    <message>
        <source>without {names}</source>
        <translation>排除{names}</translation>
    </message>
    <message>
        <source>any buyer</source>
        <translation>不分买家</translation>
    </message>
    <message>
        <source>new customers</source>
        <translation>新客</translation>
    </message>
    <message>
        <source>returning customers</source>
        <translation>老客</translation>
    </message>
    <message>
        <source>rising customers</source>
        <translation>高消费潜客</translation>
    </message>
    <message>
        <source>{name}: for {kind} only</source>
        <translation>{name}：只给{kind}</translation>
    </message>
    <message>
        <source>Taobao / Tmall</source>
        <translation>淘宝 / 天猫</translation>
    </message>
    <message>
        <source>JD</source>
        <translation>京东</translation>
    </message>
    <message>
        <source>Pinduoduo</source>
        <translation>拼多多</translation>
    </message>
    <message>
        <source>{name}: {met}</source>
        <translation>{name}：{met}</translation>
    </message>
    <message>
        <source>about {count} {count:tops|top} up to {minimum}</source>
        <translation>约 {count} 单凑到 {minimum}</translation>
    </message>
</context>
<context>
    <name>PromotionsPage</name>
    <message>
        <source>Design</source>
        <translation>设计</translation>
    </message>
    <message>
        <source>Bundles</source>
        <translation>搭配</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>Replay</source>
        <translation>回放</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>复盘</translation>
    </message>
</context>
<context>
    <name>StartRow</name>
    <message>
        <source>Below is what your orders are worth. Put a threshold into it and see how many orders reach it, how many are just below, and what it costs to the fen. Nothing is set at the platform.</source>
        <translation>下面是真实订单的金额分布。放上一个门槛，马上看到多少单够得着、多少单只差一点、要花多少钱，精确到分。这里只是试算，不会改动平台上的设置。</translation>
    </message>
</context>
<context>
    <name>StudyDesk</name>
    <message>
        <source>Candidates</source>
        <translation>候选重放</translation>
    </message>
</context>
<context>
    <name>TermsDialog</name>
    <message>
        <source>Limits of {name}</source>
        <translation>{name} 的限制</translation>
    </message>
    <message>
        <source>Store</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>No limits</source>
        <translation>清空限制</translation>
    </message>
    <message>
        <source>How often, how much</source>
        <translation>次数与金额</translation>
    </message>
    <message>
        <source>Orders a buyer may use it for</source>
        <translation>每人限用几单</translation>
    </message>
    <message>
        <source>Times that it counts in one order</source>
        <translation>一单最多算几次</translation>
    </message>
    <message>
        <source>Units of a line that it holds for</source>
        <translation>每款限几件享受</translation>
    </message>
    <message>
        <source>At most so many yuan off</source>
        <translation>最多减多少元</translation>
    </message>
    <message>
        <source>Budget of the whole offer, yuan</source>
        <translation>总预算 元</translation>
    </message>
    <message>
        <source>Which goods count</source>
        <translation>哪些商品算</translation>
    </message>
    <message>
        <source>Except</source>
        <translation>排除商品</translation>
    </message>
    <message>
        <source>Price a unit from, yuan</source>
        <translation>单价不低于 元</translation>
    </message>
    <message>
        <source>Price a unit up to, yuan</source>
        <translation>单价不高于 元</translation>
    </message>
    <message>
        <source>without an item-level offer only</source>
        <translation>只算没有单品优惠的</translation>
    </message>
    <message>
        <source>Not together with</source>
        <translation>不能同享</translation>
    </message>
    <message>
        <source>Else</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>what is left</source>
        <translation>前面优惠后（递进）</translation>
    </message>
    <message>
        <source>item price</source>
        <translation>单品优惠后</translation>
    </message>
    <message>
        <source>The percentage is of</source>
        <translation>折扣按</translation>
    </message>
    <message>
        <source>On the first day from</source>
        <translation>第一天几点开始</translation>
    </message>
    <message>
        <source>On the last day until</source>
        <translation>最后一天几点结束</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Ticked goods don&apos;t count; nothing ticked: all count.</source>
        <translation>勾上的不参加；都不勾就全参加。</translation>
    </message>
    <message>
        <source>none…</source>
        <translation>无…</translation>
    </message>
    <message>
        <source>{count} {count:article|articles}…</source>
        <translation>{count} 款…</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>不限</translation>
    </message>
    <message>
        <source>Categories</source>
        <translation>类目</translation>
    </message>
    <message>
        <source>Except categories</source>
        <translation>排除类目</translation>
    </message>
    <message>
        <source>all…</source>
        <translation>全部…</translation>
    </message>
    <message>
        <source>Whom it is for</source>
        <translation>给谁用</translation>
    </message>
    <message>
        <source>Who never bought here is in no order file: replay counts each buyer&apos;s first order, and nobody can be listed. Set it up in the console as a coupon for new customers.</source>
        <translation>没在本店买过的人不在任何订单里：回放按每位买家的第一单算，导不出名单。请在平台后台设成新客券。</translation>
    </message>
    <message>
        <source>Who bought here before. The exported sheet lists those of the last 365 days by their last order.</source>
        <translation>在本店买过的人。导出的活动表按最近一单列出近 365 天买过的人。</translation>
    </message>
    <message>
        <source>Bought before; the last order above three of four of the shop and not below their own average: a rule of thumb, please check. The exported sheet lists them by their last order.</source>
        <translation>买过；最近一单高于店里四分之三的订单，且不低于自己的平均：经验规则，请核对。导出的活动表按最近一单列出他们。</translation>
    </message>
</context>
<context>
    <name>Trace</name>
    <message>
        <source>Add goods, or take a real order, to see what a customer pays.</source>
        <translation>加商品，或从订单里取一单，就能看到顾客付多少。</translation>
    </message>
    <message>
        <source>How the price came about</source>
        <translation>价格怎么来的</translation>
    </message>
    <message>
        <source>No offer is ready to be priced yet.</source>
        <translation>还没有可以试算的优惠。</translation>
    </message>
    <message>
        <source>{text}; {missing} more to the next step</source>
        <translation>{text}；再加 {missing}到下一档</translation>
    </message>
</context>
<context>
    <name>ValueForm</name>
    <message>
        <source>step {step}: {change}</source>
        <translation>第 {step} 档 {change}</translation>
    </message>
    <message>
        <source>yuan off</source>
        <translation>减金额</translation>
    </message>
    <message>
        <source>percent off</source>
        <translation>打折</translation>
    </message>
    <message>
        <source>yuan or percent</source>
        <translation>减金额或打折</translation>
    </message>
    <message>
        <source>Gives</source>
        <translation>方式</translation>
    </message>
    <message>
        <source>What the coupon gives</source>
        <translation>券是减金额还是打折</translation>
    </message>
    <message>
        <source>amount</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>units</source>
        <translation>件</translation>
    </message>
    <message>
        <source>amount and units</source>
        <translation>金额和件数</translation>
    </message>
    <message>
        <source>what thresholds count</source>
        <translation>门槛看什么</translation>
    </message>
    <message>
        <source>What thresholds count</source>
        <translation>门槛看什么</translation>
    </message>
    <message>
        <source>from</source>
        <translation>满</translation>
    </message>
    <message>
        <source>Threshold of step {step}</source>
        <translation>第 {step} 档门槛</translation>
    </message>
    <message>
        <source>and</source>
        <translation>且</translation>
    </message>
    <message>
        <source>Units of step {step}</source>
        <translation>第 {step} 档件数</translation>
    </message>
    <message>
        <source>off</source>
        <translation>减</translation>
    </message>
    <message>
        <source>Discount of step {step}</source>
        <translation>第 {step} 档优惠</translation>
    </message>
    <message>
        <source>remove step {step}</source>
        <translation>删除第 {step} 档</translation>
    </message>
    <message>
        <source>add a step</source>
        <translation>加一档</translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation>门槛</translation>
    </message>
    <message>
        <source>Gift</source>
        <translation>赠品</translation>
    </message>
    <message>
        <source>Gift of step {step}</source>
        <translation>第 {step} 档赠品</translation>
    </message>
    <message>
        <source>Units of the gift of step {step}</source>
        <translation>第 {step} 档赠品件数</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>costs</source>
        <translation>成本</translation>
    </message>
    <message>
        <source>Cost of the gift of step {step}</source>
        <translation>第 {step} 档赠品成本</translation>
    </message>
    <message>
        <source>Cost of the gift</source>
        <translation>赠品成本</translation>
    </message>
    <message>
        <source>code or name</source>
        <translation>编码或名称</translation>
    </message>
    <message>
        <source>every</source>
        <translation>每满</translation>
    </message>
    <message>
        <source>unit</source>
        <translation>第</translation>
    </message>
    <message>
        <source>Which unit</source>
        <translation>第几件</translation>
    </message>
    <message>
        <source>any</source>
        <translation>任选</translation>
    </message>
    <message>
        <source>How many of them</source>
        <translation>任选几件</translation>
    </message>
    <message>
        <source>all</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>of those behind the first, choose</source>
        <translation>主商品外任选</translation>
    </message>
    <message>
        <source>How many are chosen</source>
        <translation>任选几件</translation>
    </message>
    <message>
        <source>buy</source>
        <translation>买</translation>
    </message>
    <message>
        <source>Units bought</source>
        <translation>买几件</translation>
    </message>
    <message>
        <source>get</source>
        <translation>送</translation>
    </message>
    <message>
        <source>Units given</source>
        <translation>送几件</translation>
    </message>
    <message>
        <source>{count} {count:article|articles}…</source>
        <translation>{count} 款…</translation>
    </message>
    <message>
        <source>of the same goods…</source>
        <translation>同款…</translation>
    </message>
    <message>
        <source>given</source>
        <translation>送的商品</translation>
    </message>
    <message>
        <source>Which goods are given</source>
        <translation>送哪些商品</translation>
    </message>
    <message>
        <source>price</source>
        <translation>价格</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>Remove step {step}</source>
        <translation>删除第 {step} 档</translation>
    </message>
    <message>
        <source>＋ step</source>
        <translation>＋ 加一档</translation>
    </message>
    <message>
        <source>Steps by</source>
        <translation>门槛看</translation>
    </message>
</context>
<context>
    <name>_TotalLine</name>
    <message>
        <source>{units} {units:unit|units} · {listed} − {off} + post {post} = {paid} yuan</source>
        <translation>{units} 件 · {listed} − {off} + 运费 {post} = {paid} 元</translation>
    </message>
</context>
</TS>
