<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>CurrencyChip</name>
    <message>
        <source>{names}: amounts in the account&apos;s currency</source>
        <translation>{names}：金额为账户币种</translation>
    </message>
    <message>
        <source>Please check that these accounts use one currency: their amounts are added.</source>
        <translation>请核对这些账户用的是同一种货币：它们的金额是相加的。</translation>
    </message>
    <message>
        <source>“{sign}” is the currency of the account, which the reports don&apos;t name; “yuan” in a sentence means it, too.</source>
        <translation>“{sign}”指账户自己的货币，报表里没有写是哪一种；句子里的“元”也是指它。</translation>
    </message>
</context>
<context>
    <name>Keywords</name>
    <message>
        <source>Word</source>
        <translation>词</translation>
    </message>
    <message>
        <source>Quadrant and reason</source>
        <translation>象限与理由</translation>
    </message>
    <message>
        <source>Own brand &gt; competitor &gt; long tail &gt; category. A label set by hand wins for ever.</source>
        <translation>本店品牌 &gt; 竞品 &gt; 长尾 &gt; 品类。手工改过的永远优先。</translation>
    </message>
    <message>
        <source>Clicks</source>
        <translation>点击</translation>
    </message>
    <message>
        <source>CTR</source>
        <translation>点击率</translation>
    </message>
    <message>
        <source>Spend</source>
        <translation>花费</translation>
    </message>
    <message>
        <source>CPC</source>
        <translation>CPC</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>订单</translation>
    </message>
    <message>
        <source>Ad revenue</source>
        <translation>成交金额</translation>
    </message>
    <message>
        <source>Carts</source>
        <translation>加购</translation>
    </message>
    <message>
        <source>Conversion, shrunk</source>
        <translation>转化率（收缩后）</translation>
    </message>
    <message>
        <source>Orders a click, pulled to the quadrant as far as the few clicks demand.</source>
        <translation>每次点击的成交笔数；点击越少，越向所在象限靠拢。</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>价值</translation>
    </message>
    <message>
        <source>Revenue a click brings, chance taken out: words with few clicks are drawn to their quadrant.</source>
        <translation>每次点击带来的成交额，已去掉运气成分：点击少的词向所在象限的水平靠拢。</translation>
    </message>
    <message>
        <source>Pale bar: 80 % interval, tick: median, dashed: what a click must bring to pay.</source>
        <translation>浅色条：80 % 区间；竖线：中位数；虚线：要带来多少才保本。</translation>
    </message>
    <message>
        <source>Highest price of a click that still pays: value × margin after refunds.</source>
        <translation>不亏的最高点击价：价值 × 扣退款后的毛利率。</translation>
    </message>
    <message>
        <source>Pays</source>
        <translation>赚钱</translation>
    </message>
    <message>
        <source>Chance that a click earns more than it costs.</source>
        <translation>一次点击赚的比花的多的可能性。</translation>
    </message>
    <message>
        <source>Advice</source>
        <translation>建议</translation>
    </message>
    <message>
        <source>Plans and units</source>
        <translation>计划单元</translation>
    </message>
    <message>
        <source>Search visitors</source>
        <translation>搜索访客</translation>
    </message>
    <message>
        <source>Search buyers</source>
        <translation>搜索买家</translation>
    </message>
    <message>
        <source>Not known yet: no order was won by any word in this period.</source>
        <translation>还不知道：这段时间没有一个词成交过。</translation>
    </message>
    <message>
        <source>Value of a click: {low} – {high} with 80 % chance, median {mid} yuan</source>
        <translation>每次点击价值有 80 % 的可能在 {low} – {high} 元，中位数 {mid} 元</translation>
    </message>
    <message>
        <source>To pay {cpc} a click it must bring {needed}</source>
        <translation>点击价 {cpc} 元，要带来 {needed} 元才保本</translation>
    </message>
    <message>
        <source>Import orders and a cost list: without a margin nobody can say whether a click pays.</source>
        <translation>请导入订单和商品成本：不知道毛利，就说不出一次点击赚不赚钱。</translation>
    </message>
    <message>
        <source>Brand</source>
        <translation>品牌词</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>品类词</translation>
    </message>
    <message>
        <source>Competitor</source>
        <translation>竞品词</translation>
    </message>
    <message>
        <source>Long tail</source>
        <translation>长尾词</translation>
    </message>
    <message>
        <source>long word ({length})</source>
        <translation>词较长（{length}）</translation>
    </message>
    <message>
        <source>“{term}” is unknown</source>
        <translation>“{term}”不认识</translation>
    </message>
    <message>
        <source>set by hand (rule: {rule})</source>
        <translation>手工改（规则：{rule}）</translation>
    </message>
    <message>
        <source>no rule applies</source>
        <translation>没有规则适用</translation>
    </message>
    <message>
        <source>head word “{head}”</source>
        <translation>头词“{head}”</translation>
    </message>
    <message>
        <source>Set by hand</source>
        <translation>手工改</translation>
    </message>
    <message>
        <source>By dictionary</source>
        <translation>词典判定</translation>
    </message>
    <message>
        <source>By rule</source>
        <translation>规则判定</translation>
    </message>
    <message>
        <source>sure</source>
        <translation>把握高</translation>
    </message>
    <message>
        <source>unsure</source>
        <translation>把握低</translation>
    </message>
    <message>
        <source>Impr.</source>
        <translation>展现</translation>
    </message>
    <message>
        <source>¥</source>
        <translation>元</translation>
    </message>
    <message>
        <source>own “{term}”</source>
        <translation>本店“{term}”</translation>
    </message>
    <message>
        <source>rival “{term}”</source>
        <translation>竞品“{term}”</translation>
    </message>
    <message>
        <source>{modifiers} ({count} {count:modifier|modifiers})</source>
        <translation>{modifiers}（{count} 个修饰词）</translation>
    </message>
    <message>
        <source>“{modifiers}”, few searches</source>
        <translation>“{modifiers}”· 量小</translation>
    </message>
    <message>
        <source>head “{head}”</source>
        <translation>品类“{head}”</translation>
    </message>
    <message>
        <source>is it a brand?</source>
        <translation>是品牌吗？</translation>
    </message>
    <message>
        <source>likely</source>
        <translation>把握中</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>80 %</source>
        <translation>80 % 区间</translation>
    </message>
    <message>
        <source>Max CPC</source>
        <translation>保本</translation>
    </message>
    <message>
        <source>“{term}”</source>
        <translation>“{term}”</translation>
    </message>
    <message>
        <source>add {percent} %</source>
        <translation>加 {percent} %</translation>
    </message>
    <message>
        <source>cut {percent} %</source>
        <translation>降 {percent} %</translation>
    </message>
    <message>
        <source>pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>exclude</source>
        <translation>否定</translation>
    </message>
    <message>
        <source>buy it</source>
        <translation>扩展</translation>
    </message>
    <message>
        <source>leave it</source>
        <translation>先不动</translation>
    </message>
    <message>
        <source>can&apos;t tell yet</source>
        <translation>还看不出来</translation>
    </message>
    <message>
        <source>price fits</source>
        <translation>价格合适</translation>
    </message>
    <message>
        <source>too little</source>
        <translation>太少不值</translation>
    </message>
    <message>
        <source>own name</source>
        <translation>自家品牌</translation>
    </message>
    <message>
        <source>A click is worth clearly more than it costs, so that more clicks at a higher price pay, too.</source>
        <translation>一次点击明显比它的花费值钱，出价高一点多拿的点击也划算。</translation>
    </message>
    <message>
        <source>A click almost surely costs more than it is worth.</source>
        <translation>一次点击几乎肯定比它值的贵。</translation>
    </message>
    <message>
        <source>A click would hardly pay at a price 30 % lower either: stop buying it.</source>
        <translation>就算点击便宜 30 % 也很难赚钱：先停掉。</translation>
    </message>
    <message>
        <source>Neither this word nor the words of its root pay: exclude it.</source>
        <translation>这个词和同词根的词一起看都不赚钱：设为否定词。</translation>
    </message>
    <message>
        <source>People search for it, it pays, and it has no bid of its own: buy it as a keyword.</source>
        <translation>有人搜、也赚钱，但还没有单独出价：加为关键词。</translation>
    </message>
    <message>
        <source>A click pays, and it isn&apos;t sure that a higher price would bring more: leave it.</source>
        <translation>点击赚钱，但加价不一定多赚：不动更好。</translation>
    </message>
    <message>
        <source>The price doesn&apos;t fit, but a change would bring less than 5 yuan in 28 days: leave it.</source>
        <translation>价格不太合适，但调整 28 天也不到 5 元：不值得动。</translation>
    </message>
    <message>
        <source>Chance could explain what was seen: leave it until there are more clicks.</source>
        <translation>看到的差别可能只是偶然：等点击多一些再说。</translation>
    </message>
    <message>
        <source>The shop&apos;s own name costs more than it brings at once, but others can take its place: you decide.</source>
        <translation>自家品牌词眼下花的比带来的多，但不投别人会占位：由你决定。</translation>
    </message>
    <message>
        <source>First say in the word panel whether its beginning is a brand: no dictionary and no title has it.</source>
        <translation>先在词面板里确认开头是不是品牌：词典和标题里都没有。</translation>
    </message>
    <message>
        <source>Nobody has clicked on it in this period.</source>
        <translation>这段时间没有人点击。</translation>
    </message>
    <message>
        <source>No word has won an order in this period, so that nothing can be said of any.</source>
        <translation>这段时间没有一个词成交，哪个词都还不能下结论。</translation>
    </message>
    <message>
        <source>Caution: who searches for the shop&apos;s own name often comes without an ad, too.</source>
        <translation>注意：搜自家品牌的人，不看广告也常常会来。</translation>
    </message>
    <message>
        <source>About {money} yuan in {days} days (80 %: {low} … {high}); chance that it pays {chance} %</source>
        <translation>{days} 天约 {money} 元（80 % 在 {low} … {high}）；划算的可能性 {chance} %</translation>
    </message>
    <message>
        <source>A click is worth {worth} yuan after goods and refunds and costs {cpc}: pays with {chance} %</source>
        <translation>一次点击扣掉货款和退款值 {worth} 元，花 {cpc} 元：赚钱可能性 {chance} %</translation>
    </message>
    <message>
        <source>Judged with the words of the root “{root}”: {chance} %</source>
        <translation>和词根“{root}”的词一起看：{chance} %</translation>
    </message>
    <message>
        <source>{count} more {count:click|clicks} without an order, and it surely doesn&apos;t pay.</source>
        <translation>再有 {count} 次点击还没有订单，就能断定不赚钱。</translation>
    </message>
    <message>
        <source>From {orders} {orders:order|orders} and {clicks} {clicks:click|clicks} of this word, and its quadrant</source>
        <translation>依据：本词 {orders} 单、{clicks} 次点击，加上所在象限的水平</translation>
    </message>
    <message>
        <source>the last {days} {days:day|days} left out, as their orders are still coming in</source>
        <translation>最后 {days} 天没算，订单还在陆续回来</translation>
    </message>
    <message>
        <source>Favourites</source>
        <translation>收藏</translation>
    </message>
    <message>
        <source>In 28 days</source>
        <translation>28 天约</translation>
    </message>
    <message>
        <source>What the advice brings: cost saved or contribution won, less what it takes; the median.</source>
        <translation>照建议做能多出的钱：省下的花费或多赚的毛利减去代价，取中位数。</translation>
    </message>
    <message>
        <source>Why this advice</source>
        <translation>建议理由</translation>
    </message>
    <message>
        <source>Clicks to a verdict</source>
        <translation>还需点击</translation>
    </message>
    <message>
        <source>“{term}” may be a brand</source>
        <translation>“{term}”可能是品牌</translation>
    </message>
    <message>
        <source>own “{term}”?</source>
        <translation>像是本店“{term}”</translation>
    </message>
    <message>
        <source>rival “{term}”?</source>
        <translation>像是竞品“{term}”</translation>
    </message>
    <message>
        <source>known brand “{term}”</source>
        <translation>已知品牌“{term}”</translation>
    </message>
    <message>
        <source>{head} for “{term}”</source>
        <translation>“{term}”用的{head}</translation>
    </message>
    <message>
        <source>, with its {count} carts and favourites</source>
        <translation>，并参考 {count} 次加购和收藏</translation>
    </message>
    <message>
        <source>After refunds and goods nothing is left of an order, so that no click can pay: check the costs.</source>
        <translation>扣掉退款和货款后每单没有剩余，点击不可能赚钱：请核对成本表。</translation>
    </message>
    <message>
        <source>The keyword reports of this period tell no orders or no revenue: import one that tells both.</source>
        <translation>这段时间的关键词报表没有成交笔数或成交金额，请导入两者都有的报表。</translation>
    </message>
    <message>
        <source>Margin {margin}, as the shop set it itself.</source>
        <translation>毛利率 {margin}，由店铺自己设定。</translation>
    </message>
    <message>
        <source>As the shop set it: 1 % more bid: {spend} % (±{sd}) more spend, clicks {cpc} % dearer.</source>
        <translation>按店铺自己的设定：出价每提高 1 %，花费多 {spend} %（±{sd}），每次点击贵 {cpc} %。</translation>
    </message>
    <message>
        <source>Taken (please check): 1 % more bid means {spend} % (±{sd}) more spend, clicks {cpc} % dearer; “Assumptions…” changes it.</source>
        <translation>假设（请核对）：出价每提高 1 %，花费多 {spend} %（±{sd}），每次点击贵 {cpc} %；可在“假设…”里修改。</translation>
    </message>
</context>
<context>
    <name>KeywordsPage</name>
    <message>
        <source>Words</source>
        <translation>词</translation>
    </message>
    <message>
        <source>Reading the words</source>
        <translation>正在分析关键词</translation>
    </message>
    <message>
        <source>Roots</source>
        <translation>词根</translation>
    </message>
    <message>
        <source>Find words</source>
        <translation>找词</translation>
    </message>
    <message>
        <source>Dictionaries</source>
        <translation>词典</translation>
    </message>
    <message>
        <source>Titles</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Rebuild plans</source>
        <translation>计划重构</translation>
    </message>
    <message>
        <source>Your words are being read and put into quadrants; with very many of them that takes minutes. How far it is stands at the bottom of the window.</source>
        <translation>正在分析您的词、分进四个象限；词特别多时要几分钟，进度见窗口底部。</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>重新分析</translation>
    </message>
</context>
<context>
    <name>QuadrantCard</name>
    <message>
        <source>{count} {count:word|words}</source>
        <translation>{count} 词</translation>
    </message>
    <message>
        <source>no spend</source>
        <translation>没有花费</translation>
    </message>
    <message>
        <source>above break-even</source>
        <translation>高于保本</translation>
    </message>
    <message>
        <source>below break-even</source>
        <translation>低于保本</translation>
    </message>
    <message>
        <source>can&apos;t tell yet</source>
        <translation>还看不出来</translation>
    </message>
    <message>
        <source>ROI = ad revenue ÷ spend = {revenue} ÷ {cost}</source>
        <translation>ROI = 成交金额 ÷ 花费 = {revenue} ÷ {cost}</translation>
    </message>
    <message>
        <source>{orders} {orders:order|orders} from {clicks} {clicks:click|clicks} in {days} {days:day|days}</source>
        <translation>{days} 天 {clicks} 次点击，{orders} 单</translation>
    </message>
    <message>
        <source>Interval: orders are counted by chance (Poisson), order values spread as in this shop.</source>
        <translation>区间：订单数按泊松波动，单笔金额按本店的离散程度计算。</translation>
    </message>
    <message>
        <source>Break-even ROI {line} = 1 ÷ margin after refunds</source>
        <translation>保本 ROI {line} = 1 ÷ 扣退款后的毛利率</translation>
    </message>
    <message>
        <source>Import a cost list and orders to see the break-even line.</source>
        <translation>导入商品成本和订单后可显示保本线。</translation>
    </message>
    <message>
        <source>Line: ROI by week, the last 12 weeks</source>
        <translation>折线：近 12 周每周 ROI</translation>
    </message>
    <message>
        <source>change unclear</source>
        <translation>变化还看不出来</translation>
    </message>
    <message>
        <source>truly higher now with {chance} % chance</source>
        <translation>现在真的更高的可能性 {chance} %</translation>
    </message>
    <message>
        <source>80 %: —</source>
        <translation>80 % 区间 —</translation>
    </message>
    <message>
        <source>80 %: {low} – {high}</source>
        <translation>80 % 区间 {low} – {high}</translation>
    </message>
    <message>
        <source>no order yet: too little to judge</source>
        <translation>还没有订单：数据太少，暂不判断</translation>
    </message>
    <message>
        <source>spend {cost} {unit} · {share}</source>
        <translation>花费 {cost} {unit} · 占 {share}</translation>
    </message>
</context>
<context>
    <name>SheetSaver</name>
    <message>
        <source>Export the table</source>
        <translation>导出表格</translation>
    </message>
    <message>
        <source>Excel workbook (*.xlsx)</source>
        <translation>Excel 工作簿 (*.xlsx)</translation>
    </message>
    <message>
        <source>Written: {name}</source>
        <translation>已写入：{name}</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>打开所在文件夹</translation>
    </message>
    <message>
        <source>Writing {name}</source>
        <translation>正在写入 {name}</translation>
    </message>
</context>
<context>
    <name>WeekBars</name>
    <message>
        <source>Week until</source>
        <translation>截至周</translation>
    </message>
    <message>
        <source>Clicks</source>
        <translation>点击</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>订单</translation>
    </message>
    <message>
        <source>{clicks} {clicks:click|clicks} and {orders} {orders:order|orders} in {weeks} {weeks:week|weeks}</source>
        <translation>{weeks} 周 {clicks} 次点击、{orders} 单</translation>
    </message>
</context>
<context>
    <name>WordPanel</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Close the word panel</source>
        <translation>关闭词面板</translation>
    </message>
    <message>
        <source>Last {count} {count:week|weeks}</source>
        <translation>近 {count} 周</translation>
    </message>
    <message>
        <source>▮ clicks  ● 1 order</source>
        <translation>▮ 点击  ● 1 单</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Kept as your decision; the rebuild of plans and the exports take it over.</source>
        <translation>记为您的决定；计划重构和导出会照此执行。</translation>
    </message>
    <message>
        <source>From the bid {price} yuan in the busiest plan.</source>
        <translation>从点击最多的计划的出价 {price} 元算起。</translation>
    </message>
    <message>
        <source>Label…</source>
        <translation>改象限…</translation>
    </message>
    <message>
        <source>Without ads: {visitors} search {visitors:visitor|visitors}, {buyers} {buyers:buyer|buyers} (added over days)</source>
        <translation>自然搜索：{visitors} 位访客、{buyers} 位买家（日累加）</translation>
    </message>
    <message>
        <source>No report tells the bid: change it by this step from the bid in your console.</source>
        <translation>没有报表给出出价：请在后台按这个幅度从现有出价调整。</translation>
    </message>
</context>
</TS>
