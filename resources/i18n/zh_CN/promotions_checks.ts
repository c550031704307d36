<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>CheckCard</name>
    <message>
        <source>Open in the test cart</source>
        <translation>在试算购物车打开</translation>
    </message>
    <message>
        <source>Puts the goods of the shop that come lowest into the test cart of Design</source>
        <translation>把店里真实商品凑出的最低购物车放进“设计”的试算购物车</translation>
    </message>
    <message>
        <source>Lowest price</source>
        <translation>最低到手价</translation>
    </message>
    <message>
        <source>The shop can get {income}: {gap} below the floor</source>
        <translation>店铺最少只收 {income} 元，比底价低 {gap} 元</translation>
    </message>
    <message>
        <source>A customer can pay {price}: {gap} below the lowest of {days} days</source>
        <translation>最低到手价 {price} 元，比近 {days} 天最低价还低 {gap} 元</translation>
    </message>
    <message>
        <source>Price before offers</source>
        <translation>优惠前价格</translation>
    </message>
    <message>
        <source>Lowest a customer pays</source>
        <translation>最低到手价</translation>
    </message>
    <message>
        <source>Lowest the shop gets</source>
        <translation>店铺最少实收</translation>
    </message>
    <message>
        <source>Floor</source>
        <translation>底价</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>Lowest paid, {days} days</source>
        <translation>近 {days} 天最低实付</translation>
    </message>
    <message>
        <source>This cart holds goods of the shop only.</source>
        <translation>这个购物车里都是店里的真实商品。</translation>
    </message>
    <message>
        <source>That is the worst case. With goods of the shop: {price} ({cart}).</source>
        <translation>以上是最坏情况。用店里真实商品能凑到 {price} 元（{cart}）。</translation>
    </message>
    <message>
        <source>Set its lowest price…</source>
        <translation>设这款的底价…</translation>
    </message>
</context>
<context>
    <name>CheckColumns</name>
    <message>
        <source>Article</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Lowest paid</source>
        <translation>最低到手价</translation>
    </message>
    <message>
        <source>Shop gets</source>
        <translation>店铺实收</translation>
    </message>
    <message>
        <source>Floor</source>
        <translation>底价</translation>
    </message>
    <message>
        <source>Lowest price set, or by cost and margin</source>
        <translation>您设的底价，或按成本和毛利算出的底价</translation>
    </message>
    <message>
        <source>To floor</source>
        <translation>距底价</translation>
    </message>
    <message>
        <source>What the shop gets less the floor</source>
        <translation>店铺实收减底价</translation>
    </message>
    <message>
        <source>{days} days</source>
        <translation>近 {days} 天</translation>
    </message>
    <message>
        <source>Lowest payment for a unit in the last {days} days with orders</source>
        <translation>有订单的最近 {days} 天里，单件最低实付</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>结论</translation>
    </message>
    <message>
        <source>How</source>
        <translation>怎样达到</translation>
    </message>
    <message>
        <source>The least found that a customer can pay: carts on the steps of offers are tried, not every cart</source>
        <translation>找到的顾客最低到手价：试的是正好卡在各档门槛上的购物车，没有试遍所有购物车</translation>
    </message>
    <message>
        <source>The least found that the shop can get for a unit, the platform&apos;s part included</source>
        <translation>找到的每件店铺最少实收，含平台承担部分</translation>
    </message>
</context>
<context>
    <name>Checks</name>
    <message>
        <source>below floor</source>
        <translation>破底价</translation>
    </message>
    <message>
        <source>below {days} days</source>
        <translation>低于 {days} 天</translation>
    </message>
    <message>
        <source>serious</source>
        <translation>严重</translation>
    </message>
    <message>
        <source>look at it</source>
        <translation>要看看</translation>
    </message>
    <message>
        <source>note</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>always</source>
        <translation>一直</translation>
    </message>
    <message>
        <source>from {day} on</source>
        <translation>{day} 起</translation>
    </message>
    <message>
        <source>no offer: the price itself</source>
        <translation>没有优惠，标价本身如此</translation>
    </message>
    <message>
        <source>buy {count} {count:unit|units}</source>
        <translation>买 {count} 件</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>{cart} with {goods}</source>
        <translation>{cart}，搭 {goods}</translation>
    </message>
    <message>
        <source>{cart} and other goods for exactly {amount} yuan</source>
        <translation>{cart}，其他商品正好凑 {amount} 元</translation>
    </message>
    <message>
        <source>{when}: {offers}; {cart}</source>
        <translation>{when}：{offers}；{cart}</translation>
    </message>
    <message>
        <source>{articles} {articles:article|articles} × {stretches} {stretches:stretch|stretches} from {day} on</source>
        <translation>从 {day} 起，{articles} 个商品 × {stretches} 个时段</translation>
    </message>
    <message>
        <source>{offers} {offers:offer|offers} counted</source>
        <translation>计入 {offers} 个优惠</translation>
    </message>
    <message>
        <source>carts that meet each step exactly; a share of a fen may fall otherwise in carts of many lines</source>
        <translation>购物车都正好卡在各档门槛上；行数多时，分摊的零头可能差几分</translation>
    </message>
    <message>
        <source>no orders: nothing to hold prices against</source>
        <translation>没有订单，没有历史实付可比</translation>
    </message>
    <message>
        <source>No lowest price is set: floors are off, prices are held against past payments only.</source>
        <translation>还没设底价：底价检查关闭，只和历史实付比。</translation>
    </message>
    <message>
        <source>{count} of {all} articles have no cost: their floor is off.</source>
        <translation>{all} 个商品里有 {count} 个没有成本：它们不查底价。</translation>
    </message>
    <message>
        <source>No article has a price yet: import order lines or a cost list, then prices are tried.</source>
        <translation>还没有商品价格：请导入订单明细或成本表，然后才能检查破价。</translation>
    </message>
    <message>
        <source>No price comes too low. Tried: {articles} {articles:article|articles} × {stretches} {stretches:stretch|stretches}.</source>
        <translation>没有破价。已试 {articles} 个商品 × {stretches} 个时段。</translation>
    </message>
    <message>
        <source>Can&apos;t be priced as it is written down: it counts nowhere.</source>
        <translation>写法有问题，算不了价：哪里都没有计入。</translation>
    </message>
    <message>
        <source>No article known is left of its goods.</source>
        <translation>适用商品里没有一个已知商品，优惠不会生效。</translation>
    </message>
    <message>
        <source>{count} of its {of} articles aren&apos;t in the orders or the cost list.</source>
        <translation>{of} 个商品里有 {count} 个不在订单和成本表里。</translation>
    </message>
    <message>
        <source>Both on {common} {common:article|articles}: in each cart only the better one counts.</source>
        <translation>{common} 个商品同时适用：每单只算更优惠的一个。</translation>
    </message>
    <message>
        <source>Never counts: {other} always gives as much or more.</source>
        <translation>永远不会生效：{other} 总是一样或更优惠。</translation>
    </message>
    <message>
        <source>Ended on {last}: it counts no more.</source>
        <translation>{last} 已结束，不再计入。</translation>
    </message>
    <message>
        <source>{price} yuan for the set, {parts} yuan apart under the offers of that time.</source>
        <translation>套餐价 {price} 元，按当时的优惠分开买只要 {parts} 元。</translation>
    </message>
    <message>
        <source>At {a_day} yuan a day its budget lasts {days} of {of} days.</source>
        <translation>按每天 {a_day} 元，预算只够 {days} 天（共 {of} 天）。</translation>
    </message>
    <message>
        <source>The gift has no cost: margins can&apos;t be told.</source>
        <translation>赠品没有成本，毛利算不出来。</translation>
    </message>
    <message>
        <source>Step {step} ({minimum}): none of {orders} orders comes within 20 % of it.</source>
        <translation>第 {step} 档（满 {minimum}）：{orders} 单里没有一单到门槛的八成。</translation>
    </message>
    <message>
        <source>Step {step} ({minimum}): {reached} of {orders} orders reach it anyway.</source>
        <translation>第 {step} 档（满 {minimum}）：{orders} 单里有 {reached} 单本来就达到。</translation>
    </message>
    <message>
        <source>Step {step}: {times} orders of the step before save {split}, it saves {value}.</source>
        <translation>第 {step} 档不如拆 {times} 单：拆开共减 {split}，这档只减 {value}。</translation>
    </message>
    <message>
        <source>Step {step} gives a smaller share than the step before.</source>
        <translation>第 {step} 档的优惠比例低于前一档。</translation>
    </message>
    <message>
        <source>{first} – {last}, {days} {days:day|days}</source>
        <translation>{first} – {last}，{days} 天</translation>
    </message>
    <message>
        <source>{title} can leave {income}, {gap} below its floor.</source>
        <translation>{title} 最少只收 {income} 元，比底价低 {gap} 元。</translation>
    </message>
    <message>
        <source>{title} can come to {price}, lowest paid {past}.</source>
        <translation>{title} 到手价可低到 {price} 元，历史最低实付 {past} 元。</translation>
    </message>
    <message>
        <source>{text} {more} more</source>
        <translation>{text}另有 {more} 项。</translation>
    </message>
    <message>
        <source>Nothing to compare prices with: set floors, or import orders for what was paid before.</source>
        <translation>没有可比的价格：请设底价，或导入订单看历史实付。</translation>
    </message>
    <message>
        <source>Tried up to {until} only, {count} later {count:stretch was|stretches were} left out, since all would take too long: look again before then.</source>
        <translation>只试到 {until}，之后还有 {count} 个时段没试（全部试完太久）：到时请再看一次。</translation>
    </message>
</context>
<context>
    <name>View</name>
    <message>
        <source>Checked</source>
        <translation>检查范围</translation>
    </message>
    <message>
        <source>Offers that are checked</source>
        <translation>检查哪些优惠</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Offers that clash</source>
        <translation>有冲突的优惠</translation>
    </message>
    <message>
        <source>Clashes</source>
        <translation>冲突</translation>
    </message>
    <message>
        <source>Set the lowest price…</source>
        <translation>设底价…</translation>
    </message>
    <message>
        <source>Import the cost list…</source>
        <translation>导入成本表…</translation>
    </message>
    <message>
        <source>Import files…</source>
        <translation>导入文件…</translation>
    </message>
    <message>
        <source>No clashes: {offers} {offers:offer|offers} looked at.</source>
        <translation>没有冲突：已看 {offers} 个优惠。</translation>
    </message>
    <message>
        <source>Prices that come too low</source>
        <translation>破价</translation>
    </message>
    <message>
        <source>Prices that come too low · {floor} below floor, {past} below past payments</source>
        <translation>破价 · {floor} 个破底价，{past} 个低于历史实付</translation>
    </message>
    <message>
        <source>Offers in use</source>
        <translation>在用的优惠</translation>
    </message>
    <message>
        <source>In use + {name}</source>
        <translation>在用 + {name}</translation>
    </message>
    <message>
        <source>Click: open the offer in Design</source>
        <translation>点一下：在“设计”里打开</translation>
    </message>
    <message>
        <source>Price check</source>
        <translation>破价检查</translation>
    </message>
    <message>
        <source>One rule for all articles, and own prices for single ones</source>
        <translation>全店一条规则，单个商品可另设底价</translation>
    </message>
</context>
</TS>
