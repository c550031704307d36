<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>AssumedValues</name>
    <message>
        <source>Assume how customers answer a set</source>
        <translation>改顾客对套餐的反应</translation>
    </message>
    <message>
        <source>Assumed</source>
        <translation>假设</translation>
    </message>
    <message>
        <source>please check</source>
        <translation>请核对</translation>
    </message>
    <message>
        <source>General knowledge, not from your orders: change it once you know better.</source>
        <translation>这是一般经验，不是从您的订单算出来的；有把握时请改成自己的。</translation>
    </message>
    <message>
        <source>More orders with all of it, once it is shown as a set</source>
        <translation>摆成套餐后，多出来的成套订单</translation>
    </message>
    <message>
        <source>Without any discount, of the orders that hold the whole set today</source>
        <translation>不打折时，占今天已经成套购买的订单的比例</translation>
    </message>
    <message>
        <source>Strength of a discount</source>
        <translation>打折的力度</translation>
    </message>
    <message>
        <source>2.5: a discount of 10 % of the further article brings e^0.25, 28 % more</source>
        <translation>2.5 表示：让利达到加购商品价的 10 % 时，成套订单多 28 %（e^0.25）</translation>
    </message>
    <message>
        <source>Share of it that wouldn&apos;t come later anyway</source>
        <translation>其中真正新增、不是本来就会买的</translation>
    </message>
    <message>
        <source>The rest would have bought the article another day at its full price</source>
        <translation>其余的人本来也会在别的日子原价买</translation>
    </message>
</context>
<context>
    <name>BundleCard</name>
    <message>
        <source>Set</source>
        <translation>套餐</translation>
    </message>
    <message>
        <source>{sum} apart, {discount} off</source>
        <translation>分开买 {sum} 元，让 {discount} 元</translation>
    </message>
    <message>
        <source>Open the set</source>
        <translation>打开这个套餐</translation>
    </message>
    <message>
        <source>Make it a set</source>
        <translation>做成搭配套餐</translation>
    </message>
    <message>
        <source>Show the offer that was made of it</source>
        <translation>看已经做成的优惠</translation>
    </message>
    <message>
        <source>Makes a draft of a set at this price and opens it in Design; can be undone</source>
        <translation>按这个价做一个搭配套餐草稿，并在“设计”里打开；可以撤销</translation>
    </message>
    <message>
        <source>Price of the set</source>
        <translation>套餐价</translation>
    </message>
    <message>
        <source>Discount of the set</source>
        <translation>套餐让利</translation>
    </message>
    <message>
        <source>Discount</source>
        <translation>让利</translation>
    </message>
    <message>
        <source>Make a set anyway</source>
        <translation>仍然做成套餐</translation>
    </message>
    <message>
        <source>More sets a month</source>
        <translation>每月多卖</translation>
    </message>
    <message>
        <source>Yuan off the sum of the parts</source>
        <translation>比分开买便宜多少元</translation>
    </message>
    <message>
        <source>Beats none</source>
        <translation>胜过不让</translation>
    </message>
    <message>
        <source>Chance that the set brings more at this discount than without one</source>
        <translation>按这个让利比不让利多赚的可能</translation>
    </message>
    <message>
        <source>Yuan a month</source>
        <translation>每月多赚 元</translation>
    </message>
    <message>
        <source>Contribution beside not offering the set: model, 80 % interval</source>
        <translation>比不做套餐多出的毛利：模型推算，80 % 区间</translation>
    </message>
    <message>
        <source>Orders that take the whole set in addition</source>
        <translation>多出来的成套订单</translation>
    </message>
    <message>
        <source>Given away</source>
        <translation>白让 元</translation>
    </message>
    <message>
        <source>Discount a month to orders that take the whole set today anyway, yuan</source>
        <translation>每月让给本来就成套买的订单，元</translation>
    </message>
    <message>
        <source>Import the cost list…</source>
        <translation>导入成本表…</translation>
    </message>
</context>
<context>
    <name>BundleColumns</name>
    <message>
        <source>Goods</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Together</source>
        <translation>一起买</translation>
    </message>
    <message>
        <source>Paid orders of the period that hold all goods of the set</source>
        <translation>这段时间里，同时买了这几样的已付款订单</translation>
    </message>
    <message>
        <source>By chance</source>
        <translation>碰巧</translation>
    </message>
    <message>
        <source>Orders that would hold them all anyway: both sell well in that season and size</source>
        <translation>就算互不相干也会同时出现的订单：因为都在那阵子好卖、订单又大</translation>
    </message>
    <message>
        <source>Strength</source>
        <translation>强弱</translation>
    </message>
    <message>
        <source>Blue: how often together. Grey: by chance. The thin line is the 80 % interval; where it lies far right of the grey bar, chance is no explanation.</source>
        <translation>蓝条：一起买的次数；灰条：碰巧的次数；细线是 80 % 区间。细线整个在灰条右边很远，就不是碰巧。</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>结论</translation>
    </message>
    <message>
        <source>can&apos;t tell yet</source>
        <translation>还看不出来</translation>
    </message>
    <message>
        <source>set made</source>
        <translation>已做套餐</translation>
    </message>
    <message>
        <source>{together} orders, {expected} by chance</source>
        <translation>一起 {together} 单，碰巧约 {expected} 单</translation>
    </message>
    <message>
        <source>How many times more often than by chance, with its 80 % interval</source>
        <translation>一起买的次数是碰巧的几倍，括号里是 80 % 区间</translation>
    </message>
    <message>
        <source>Yuan a month</source>
        <translation>每月多赚</translation>
    </message>
    <message>
        <source>What the set brings as an offer, at the discount advised, beside not offering it: model, 80 % interval; rests on what is assumed at the right. Empty: not proven, or a cost is missing.</source>
        <translation>按建议的让利做成套餐，比不做多出的毛利；模型推算，80 % 区间，以右边的假设为准。空着：还没确认，或缺成本。</translation>
    </message>
    <message>
        <source>{lift} ({low}–{high})</source>
        <translation>{lift}（{low}–{high}）</translation>
    </message>
    <message>
        <source>{median} ({low} … {high})</source>
        <translation>{median}（{low} … {high}）</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>是碰巧的几倍</translation>
    </message>
    <message>
        <source>Excess</source>
        <translation>多出</translation>
    </message>
    <message>
        <source>Orders more than by chance</source>
        <translation>比碰巧多出的单数</translation>
    </message>
    <message>
        <source>80 %</source>
        <translation>元 80 %</translation>
    </message>
    <message>
        <source>of chance</source>
        <translation>80 %</translation>
    </message>
    <message>
        <source>proven</source>
        <translation>常一起买</translation>
    </message>
</context>
<context>
    <name>Bundles</name>
    <message>
        <source>{span}: {carts} of {orders} {orders:order|orders} hold several goods</source>
        <translation>{span}：{orders} 单里 {carts} 单买了两样以上</translation>
    </message>
    <message>
        <source>chance within {days} days and orders of about the same size</source>
        <translation>“碰巧”按同 {days} 天、差不多大小的订单算</translation>
    </message>
    <message>
        <source>{tested} {tested:pair|pairs} compared, of those called proven 1 in 20 may be chance</source>
        <translation>比了 {tested} 对，确认的里面每 20 对可能有 1 对是碰巧</translation>
    </message>
    <message>
        <source>pairs of this shop usually differ by ±{spread} %, proven ones stand out from that</source>
        <translation>这家店一般的搭配本来就有 ±{spread} % 的差别，确认的要明显超出它</translation>
    </message>
    <message>
        <source>proof counts each article once a buyer</source>
        <translation>同一买家买同一样只算一次</translation>
    </message>
    <message>
        <source>{count} {count:pair|pairs} of variants</source>
        <translation>同款不同规格 {count} 对</translation>
    </message>
    <message>
        <source>{count} sold as a set already</source>
        <translation>已在卖的套餐 {count} 对</translation>
    </message>
    <message>
        <source>{count} {count:gift|gifts}</source>
        <translation>赠品 {count} 行</translation>
    </message>
    <message>
        <source>{count} wholesale {count:order|orders}</source>
        <translation>批发大单 {count} 单</translation>
    </message>
    <message>
        <source>{count} {count:order|orders} without lines</source>
        <translation>没有明细的 {count} 单</translation>
    </message>
    <message>
        <source>left out: {what}</source>
        <translation>没算进去：{what}</translation>
    </message>
    <message>
        <source>Here stand goods that your customers buy together more often than chance explains. Import the orders and the order lines (宝贝报表) of your shop, or choose a period above that they cover.</source>
        <translation>这里列出顾客常一起买、不只是碰巧的商品。请导入店铺的订单报表和宝贝报表，或在上面选一段有订单的时间。</translation>
    </message>
    <message>
        <source>{count} {count:order|orders} are here, but no file says which goods were in them. Import the order lines (宝贝报表, 订单明细) of the same days.</source>
        <translation>有 {count} 单，但没有文件说明每单买了哪些商品。请导入同一段时间的宝贝报表（订单明细）。</translation>
    </message>
    <message>
        <source>Nothing stands out: {tested} {tested:pair|pairs} of goods meet about as often as chance gives. No set is the answer for now.</source>
        <translation>没有哪一对突出：比了 {tested} 对，一起出现的次数都和碰巧差不多。目前不做套餐就是答案。</translation>
    </message>
    <message>
        <source>Too little to say anything: of {orders} {orders:order|orders} {carts} hold several goods, and no two goods stand together more than {most} {most:time|times}; {least} are the least. {more}</source>
        <translation>数据太少，暂不判断：{orders} 单里 {carts} 单买了两样以上，任何两样最多一起出现 {most} 次，至少要 {least} 次。{more}</translation>
    </message>
    <message>
        <source>Choose a longer period above, or import more orders.</source>
        <translation>请在上面选更长的时间，或导入更多订单。</translation>
    </message>
    <message>
        <source>That would take about {orders} orders: choose a longer period above, or import more.</source>
        <translation>大约要 {orders} 单才够：请在上面选更长的时间，或导入更多订单。</translation>
    </message>
    <message>
        <source>Bought together in {together} orders, {excess} more than by chance</source>
        <translation>一起买 {together} 单，比碰巧多 {excess} 单</translation>
    </message>
    <message>
        <source>Can&apos;t tell yet: {together} orders together, chance gives {expected}</source>
        <translation>还看不出来：一起 {together} 单，碰巧约 {expected} 单</translation>
    </message>
    <message>
        <source>{lift} times as often as goods that sell like these meet in orders of that season and size (80 % interval {low}–{high}).</source>
        <translation>在同季节、同样大小的订单里，一样好卖的商品碰巧遇上的 {lift} 倍（80 % 区间 {low}–{high}）。</translation>
    </message>
    <message>
        <source>At this rate more orders won&apos;t prove it either.</source>
        <translation>照这个比例，订单再多也证明不了。</translation>
    </message>
    <message>
        <source>At this rate it takes about {orders} orders; there are {now}.</source>
        <translation>照这个比例，大约要 {orders} 单才看得出来；现在有 {now} 单。</translation>
    </message>
    <message>
        <source>Chance does that less than once in {count} pairs.</source>
        <translation>碰巧到这个程度，{count} 对里不到 1 对。</translation>
    </message>
    <message>
        <source>Chance does that once in {count} pairs.</source>
        <translation>碰巧到这个程度，约 {count} 对里有 1 对。</translation>
    </message>
    <message>
        <source>Before it is proven, no discount can be advised: leave it as it is.</source>
        <translation>没确认之前不建议打折：先不动更好。</translation>
    </message>
    <message>
        <source>A cost is missing, so no yuan can be said: import the cost list.</source>
        <translation>缺成本，算不出多赚多少：请先导入成本表。</translation>
    </message>
    <message>
        <source>{discount} yuan off brings most: in {chance} of the draws more than no discount</source>
        <translation>建议让 {discount} 元：{chance} 的推算里比不打折多赚</translation>
    </message>
    <message>
        <source>Whether a discount pays can&apos;t be told: {discount} yuan off beats none in only {chance} of the draws. Offer the set without one first.</source>
        <translation>打折合不合算还看不出来：让 {discount} 元也只在 {chance} 的推算里胜过不打折。先不打折摆成套餐。</translation>
    </message>
    <message>
        <source>Better without a discount: show the goods as a set at the sum of their prices.</source>
        <translation>不打折更好：按原价之和摆成套餐就行。</translation>
    </message>
    <message>
        <source>none</source>
        <translation>不让</translation>
    </message>
    <message>
        <source>+{median} (80 %: {low} … {high})</source>
        <translation>+{median} 套（80 %：{low} … {high}）</translation>
    </message>
    <message>
        <source>{median} (80 %: {low} … {high})</source>
        <translation>{median}（80 %：{low} … {high}）</translation>
    </message>
    <message>
        <source>{discount} ({share})</source>
        <translation>{discount} 元（{share}）</translation>
    </message>
</context>
<context>
    <name>View</name>
    <message>
        <source>Goods bought together</source>
        <translation>找一起买的商品</translation>
    </message>
    <message>
        <source>Import files…</source>
        <translation>导入文件…</translation>
    </message>
    <message>
        <source>Bought together</source>
        <translation>常一起买</translation>
    </message>
    <message>
        <source>Bought together · {proven} proven, {others} can&apos;t be told yet</source>
        <translation>一起买的商品 · 确认 {proven} 组，{others} 组还看不出来</translation>
    </message>
    <message>
        <source>Set {goods}</source>
        <translation>套餐 {goods}</translation>
    </message>
    <message>
        <source>Add {name}</source>
        <translation>新建 {name}</translation>
    </message>
    <message>
        <source>Bought together {first} {last}</source>
        <translation>一起买的商品 {first} {last}</translation>
    </message>
</context>
<context>
    <name>_GoodsTable</name>
    <message>
        <source>Article</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>价</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>成本</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>单</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
</context>
</TS>
