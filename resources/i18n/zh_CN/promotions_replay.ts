<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>OfferReplay</name>
    <message>
        <source>happened</source>
        <translation>实际</translation>
    </message>
    <message>
        <source>today</source>
        <translation>现有</translation>
    </message>
    <message>
        <source>candidate</source>
        <translation>候选</translation>
    </message>
    <message>
        <source>change</source>
        <translation>变化</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>实际发生</translation>
    </message>
    <message>
        <source>No offer in use</source>
        <translation>没有在用的优惠</translation>
    </message>
    <message>
        <source>Offers in use ({count})</source>
        <translation>现有优惠（{count}）</translation>
    </message>
    <message>
        <source>New buyers</source>
        <translation>新客</translation>
    </message>
    <message>
        <source>Returning buyers</source>
        <translation>老客</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>shop</source>
        <translation>店铺</translation>
    </message>
    <message>
        <source>platform</source>
        <translation>平台</translation>
    </message>
    <message>
        <source>shop {share} %</source>
        <translation>店铺 {share} %</translation>
    </message>
    <message>
        <source>from {count} {count:unit|units}</source>
        <translation>满 {count} 件</translation>
    </message>
    <message>
        <source>every {amount} yuan</source>
        <translation>每满 {amount} 元</translation>
    </message>
    <message>
        <source>from {amount} yuan</source>
        <translation>满 {amount} 元</translation>
    </message>
    <message>
        <source>Paid orders replayed</source>
        <translation>参与回放的已付款订单</translation>
    </message>
    <message>
        <source>Left out: not paid</source>
        <translation>未计入：未付款</translation>
    </message>
    <message>
        <source>Left out: cancelled</source>
        <translation>未计入：已取消</translation>
    </message>
    <message>
        <source>Left out: no amount</source>
        <translation>未计入：没有金额</translation>
    </message>
    <message>
        <source>Orders without lines</source>
        <translation>没有明细的订单</translation>
    </message>
    <message>
        <source>Orders with an unknown cost</source>
        <translation>缺成本的订单</translation>
    </message>
    <message>
        <source>Refunds above the payment</source>
        <translation>退款多于付款</translation>
    </message>
    <message>
        <source>Orders priced one by one</source>
        <translation>逐单计价的订单</translation>
    </message>
    <message>
        <source>Lines whose figures don&apos;t fit</source>
        <translation>金额对不上的明细</translation>
    </message>
    <message>
        <source>Nobody is assumed to buy more, less or anything else because of an offer.</source>
        <translation>假定顾客买的东西不变：没有人因为优惠多买、少买或凑单。</translation>
    </message>
    <message>
        <source>No payment in the files: they cost no offer anything.</source>
        <translation>文件里没有付款：不产生优惠支出。</translation>
    </message>
    <message>
        <source>Closed before they were sent. Orders refunded later stay in, with their refund.</source>
        <translation>发货前已关闭。之后才退款的订单照常计入，并带上退款。</translation>
    </message>
    <message>
        <source>Neither their lines nor their total says what the goods cost: import the order lines.</source>
        <translation>明细和订单总价都看不出商品价：请导入宝贝报表。</translation>
    </message>
    <message>
        <source>One line of their total stands in; offers on single goods miss them: import the order lines.</source>
        <translation>用订单总价代替一行明细；单品优惠算不到它们：请导入宝贝报表。</translation>
    </message>
    <message>
        <source>They count as the whole payment, never as more.</source>
        <translation>按全额退款计，不会超过付款。</translation>
    </message>
    <message>
        <source>Some offers look at the whole cart; these took longer, the figures are exact all the same.</source>
        <translation>有的优惠要看整个购物车，所以逐单计算；慢一些，金额同样精确到分。</translation>
    </message>
    <message>
        <source>Paid should be price × quantity − discounts, to the fen. Where it isn&apos;t, what was paid counts.</source>
        <translation>实付应等于 价格 × 数量 − 优惠，精确到分。不符的以实付为准。</translation>
    </message>
    <message>
        <source>can&apos;t be tested</source>
        <translation>无法核对</translation>
    </message>
    <message>
        <source>all fit</source>
        <translation>全部相符</translation>
    </message>
    <message>
        <source>Item prices: what lines paid plus their share of order discounts.</source>
        <translation>商品价取自商品实付 + 订单优惠分摊。</translation>
    </message>
    <message>
        <source>Item prices: those of the order lines.</source>
        <translation>商品价取自宝贝明细的价格。</translation>
    </message>
    <message>
        <source>No order lines: totals of orders stand in, and goods can&apos;t be told apart.</source>
        <translation>没有订单明细，用订单总价代替：分不清商品。</translation>
    </message>
    <message>
        <source>The same {count} paid {count:order|orders} priced again</source>
        <translation>同一批 {count} 个已付款订单重新计价</translation>
    </message>
    <message>
        <source>Candidate − today</source>
        <translation>候选 − 现有</translation>
    </message>
    <message>
        <source>Today − happened</source>
        <translation>现有 − 实际</translation>
    </message>
    <message>
        <source>Margins with them stay empty, changes of the margin are known: the same goods are sold. Import a cost list.</source>
        <translation>含有它们的毛利留空；毛利的变化照样算得出，因为卖的是同样的商品。请导入成本表。</translation>
    </message>
    <message>
        <source>No paid orders with a price in this period. Import the order list and the order lines, or choose a longer period: offers are replayed on them to the fen.</source>
        <translation>这段时间没有带价格的已付款订单。请导入订单报表和宝贝报表，或选更长的时间：优惠会在这些订单上逐分重算。</translation>
    </message>
</context>
<context>
    <name>ReplayColumns</name>
    <message>
        <source>Scenario</source>
        <translation>方案</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>订单</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>件数</translation>
    </message>
    <message>
        <source>Goods</source>
        <translation>商品价值</translation>
    </message>
    <message>
        <source>Platform&apos;s</source>
        <translation>平台优惠</translation>
    </message>
    <message>
        <source>Gifts</source>
        <translation>赠品</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>实付</translation>
    </message>
    <message>
        <source>Refunds</source>
        <translation>退款</translation>
    </message>
    <message>
        <source>Margin</source>
        <translation>毛利</translation>
    </message>
    <message>
        <source>Order value</source>
        <translation>客单价</translation>
    </message>
    <message>
        <source>At the prices before these offers; where an offer of today makes an item&apos;s price, at the shelf price</source>
        <translation>优惠前的价格；现有单品优惠已改价的商品按一口价计</translation>
    </message>
    <message>
        <source>What buyers pay, with postage</source>
        <translation>买家实付，含邮费</translation>
    </message>
    <message>
        <source>The same share of each order goes back as did in fact</source>
        <translation>每个订单按实际退款的同一比例退</translation>
    </message>
    <message>
        <source>Paid, and the platform&apos;s part of the discounts</source>
        <translation>实付加上平台承担的优惠</translation>
    </message>
    <message>
        <source>Margin over income after refunds</source>
        <translation>毛利 ÷ 退款后的收入</translation>
    </message>
    <message>
        <source>Week from</source>
        <translation>周（起始日）</translation>
    </message>
    <message>
        <source>{day} (part)</source>
        <translation>{day}（部分）</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>New: no earlier order in the files, of any period</source>
        <translation>新客：所有文件里都没有更早的订单</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Borne by</source>
        <translation>承担方</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>门槛</translation>
    </message>
    <message>
        <source>Of all orders</source>
        <translation>占订单 %</translation>
    </message>
    <message>
        <source>Takes off</source>
        <translation>减去</translation>
    </message>
    <message>
        <source>Offer</source>
        <translation>优惠</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Offers take</source>
        <translation>优惠减去</translation>
    </message>
    <message>
        <source>Of the payment</source>
        <translation>占实付 %</translation>
    </message>
    <message>
        <source>Margin today</source>
        <translation>现有毛利</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>变化</translation>
    </message>
    <message>
        <source>Went back</source>
        <translation>实际退款</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>占比 %</translation>
    </message>
    <message>
        <source>Would go back</source>
        <translation>会退</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>订单号</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>What</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>What that means</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>Discounts</source>
        <translation>店铺优惠</translation>
    </message>
    <message>
        <source>Income</source>
        <translation>店铺收入</translation>
    </message>
    <message>
        <source>Margin %</source>
        <translation>毛利率 %</translation>
    </message>
    <message>
        <source>The shop&apos;s part of all discounts, postage that it bears among them</source>
        <translation>店铺承担的全部优惠，含减免的邮费</translation>
    </message>
    <message>
        <source>The platform&apos;s part of the discounts</source>
        <translation>平台承担的优惠</translation>
    </message>
    <message>
        <source>What gifts cost the shop</source>
        <translation>赠品的成本</translation>
    </message>
    <message>
        <source>Shop</source>
        <translation>店铺</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>平台</translation>
    </message>
    <message>
        <source>Units/order</source>
        <translation>连带率</translation>
    </message>
    <message>
        <source>Income less refunds, costs of the goods and gifts; empty where a cost is unknown. The change is known all the same: the same goods are sold.</source>
        <translation>收入减退款、商品成本和赠品成本；成本未知时留空。变化照样算得出：卖的是同样的商品。</translation>
    </message>
</context>
<context>
    <name>ReplayTables</name>
    <message>
        <source>By offer</source>
        <translation>按优惠</translation>
    </message>
    <message>
        <source>By week</source>
        <translation>按周</translation>
    </message>
    <message>
        <source>By customer</source>
        <translation>按客户</translation>
    </message>
    <message>
        <source>Steps reached</source>
        <translation>门槛触达</translation>
    </message>
    <message>
        <source>Thinnest orders</source>
        <translation>毛利最薄的订单</translation>
    </message>
    <message>
        <source>Refunds</source>
        <translation>退款</translation>
    </message>
    <message>
        <source>What is left out</source>
        <translation>未计入的订单</translation>
    </message>
    <message>
        <source>Try in the cart</source>
        <translation>放进购物车试算</translation>
    </message>
    <message>
        <source>Put this order into the test cart of Design: it shows step by step what applies</source>
        <translation>把这个订单放进「设计」的购物车，逐步看哪些优惠生效</translation>
    </message>
    <message>
        <source>No offer is in use and no candidate is chosen: there is nothing to add up yet.</source>
        <translation>没有在用的优惠，也没选候选：还没有可汇总的。</translation>
    </message>
    <message>
        <source>What happened isn&apos;t here: order files don&apos;t tell which offer gave what.</source>
        <translation>这里没有「实际」：订单文件不说明每笔优惠来自哪个活动。</translation>
    </message>
    <message>
        <source>None of these offers has a step or a threshold.</source>
        <translation>这些优惠都没有门槛。</translation>
    </message>
    <message>
        <source>Orders that reached a step and no higher one.</source>
        <translation>达到该档、但没到更高一档的订单。</translation>
    </message>
    <message>
        <source>Without costs no margin is known: import a cost list.</source>
        <translation>没有成本就不知道毛利：请导入成本表。</translation>
    </message>
    <message>
        <source>The orders that leave least; those with a refund and without a cost aren&apos;t here.</source>
        <translation>毛利最少的订单；有退款的和缺成本的不在内。</translation>
    </message>
    <message>
        <source>No refunds of these orders are in the files.</source>
        <translation>文件里没有这些订单的退款。</translation>
    </message>
    <message>
        <source>The same share of an order would go back; offers are never counted anew on the rest.</source>
        <translation>按同一比例退款；剩下的商品不会重新计算优惠。</translation>
    </message>
    <message>
        <source>{part} · yuan</source>
        <translation>{part} · 元</translation>
    </message>
</context>
<context>
    <name>View</name>
    <message>
        <source>Replay</source>
        <translation>回放</translation>
    </message>
    <message>
        <source>Candidate</source>
        <translation>候选</translation>
    </message>
    <message>
        <source>Candidate that is replayed beside the offers in use</source>
        <translation>与现有优惠一起回放的候选</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Show the candidate in Design</source>
        <translation>在「设计」里打开这个候选</translation>
    </message>
    <message>
        <source>As if all the time</source>
        <translation>当作一直有效</translation>
    </message>
    <message>
        <source>On their days only</source>
        <translation>只在活动日期内</translation>
    </message>
    <message>
        <source>What would be if these offers had run on every order of the period</source>
        <translation>假如这段时间的每个订单都有这些优惠</translation>
    </message>
    <message>
        <source>Each offer counts only on orders of the days it is set for</source>
        <translation>每个优惠只算在它设定日期内的订单上</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Write all parts to one .xlsx, a sheet each</source>
        <translation>全部导出到一个 .xlsx，每部分一张表</translation>
    </message>
    <message>
        <source>Import files…</source>
        <translation>导入文件…</translation>
    </message>
    <message>
        <source>{name} isn&apos;t complete yet, so it has no price: open it in Design.</source>
        <translation>{name} 还没填完整，不能计价：请在「设计」里补全。</translation>
    </message>
    <message>
        <source>{count} {count:order holds|orders hold} goods without a cost, so margins with them are unknown.</source>
        <translation>{count} 个订单里有缺成本的商品，含它们的毛利未知。</translation>
    </message>
    <message>
        <source>None: only today&apos;s offers</source>
        <translation>不选：只看现有优惠</translation>
    </message>
    <message>
        <source>Whole order</source>
        <translation>整个订单</translation>
    </message>
    <message>
        <source>Totals</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>Replay of offers</source>
        <translation>优惠回放</translation>
    </message>
    <message>
        <source>The same orders, side by side · yuan</source>
        <translation>同一批订单对比 · 元</translation>
    </message>
    <message>
        <source>Everyone who may is taken to use an offer, and nobody to buy anything else because of it: Design forecasts that.</source>
        <translation>假定能用优惠的人都用，且不因此改变所买：行为变化请看「设计」的预测。</translation>
    </message>
    <message>
        <source>Some stacking rules aren&apos;t verified: please check them in Design.</source>
        <translation>有的叠加规则未核实：请在「设计」里核对。</translation>
    </message>
    <message>
        <source>Pricing the orders…</source>
        <translation>正在重新计价…</translation>
    </message>
    <message>
        <source>An offer that isn&apos;t in use yet; those in use are part of today</source>
        <translation>还没在用的优惠；在用的已算在「现有」里</translation>
    </message>
</context>
<context>
    <name>WeeksChart</name>
    <message>
        <source>Margin by week</source>
        <translation>每周毛利</translation>
    </message>
    <message>
        <source>Income by week, costs unknown</source>
        <translation>每周收入（成本未知）</translation>
    </message>
    <message>
        <source>Happened</source>
        <translation>实际</translation>
    </message>
    <message>
        <source>Offers in use</source>
        <translation>现有优惠</translation>
    </message>
    <message>
        <source>With the candidate</source>
        <translation>加上候选</translation>
    </message>
</context>
</TS>
