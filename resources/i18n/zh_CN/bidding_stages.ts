<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>BidBudget</name>
    <message>
        <source>Moving money should bring about {gain} yuan more a month</source>
        <translation>调整预算每月约多赚 {gain} 元</translation>
    </message>
    <message>
        <source>Better leave it: a gain can&apos;t be told from luck</source>
        <translation>不动更好：多赚与碰巧分不开</translation>
    </message>
    <message>
        <source>Better leave it: the budgets are well divided as they are</source>
        <translation>不动更好：现在的分配已经合适</translation>
    </message>
    <message>
        <source>Nothing to divide: fewer than two plans spend their budget</source>
        <translation>不用分配：花完预算的计划不到两个</translation>
    </message>
    <message>
        <source>No plan has a daily budget yet: set them at the left</source>
        <translation>还没有计划设日预算：请在左侧填写</translation>
    </message>
    <message>
        <source>The margin is missing: import costs or set it</source>
        <translation>缺少毛利率：请导入成本或自行填写</translation>
    </message>
    <message>
        <source>Too few orders ({orders}), no judgement</source>
        <translation>订单太少（{orders} 单），暂不判断</translation>
    </message>
    <message>
        <source>80 % interval {low} … {high} yuan a month · chance of a gain {chance} · {orders} orders</source>
        <translation>80 % 区间每月 {low} … {high} 元 · 多赚的可能 {chance} · {orders} 单</translation>
    </message>
    <message>
        <source>{least} orders of all plans together are needed.</source>
        <translation>所有计划合计至少要 {least} 单。</translation>
    </message>
    <message>
        <source>no report of this plan</source>
        <translation>没有这个计划的报表</translation>
    </message>
    <message>
        <source>no budget set</source>
        <translation>没有设日预算</translation>
    </message>
    <message>
        <source>The last yuan of every plan brings less than a yuan: less money altogether would earn more. The curve beside each plan shows how much.</source>
        <translation>每个计划最后一元带回的都不到一元：总预算少一些反而多赚。各计划旁的曲线显示少多少。</translation>
    </message>
    <message>
        <source>tests items: stays</source>
        <translation>在测款，不动</translation>
    </message>
    <message>
        <source>doesn&apos;t spend it: stays</source>
        <translation>花不完，不动</translation>
    </message>
    <message>
        <source>This sum, divided so: about {gain} yuan a month against today</source>
        <translation>按此总额这样分配：比现在每月约 {gain} 元</translation>
    </message>
    <message>
        <source>Assumed: 1 % more budget brings {beta} % more revenue (please check); few orders are drawn towards the common return. A budget moves by a fifth at most.</source>
        <translation>假设：预算增加 1%，成交金额增加 {beta}%（请核对）；订单少的计划向平均回报靠拢。每次预算最多动五分之一。</translation>
    </message>
</context>
<context>
    <name>BidStages</name>
    <message>
        <source>Item</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>Rate (80 %)</source>
        <translation>比率（80 %）</translation>
    </message>
    <message>
        <source>Best</source>
        <translation>最佳</translation>
    </message>
    <message>
        <source>Chance that this is the best of all</source>
        <translation>它是其中最好的可能性</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>建议</translation>
    </message>
    <message>
        <source>stop</source>
        <translation>可停</translation>
    </message>
    <message>
        <source>go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>{events} of {trials}, drawn towards the others</source>
        <translation>{trials} 次中 {events} 次，已向平均靠拢</translation>
    </message>
    <message>
        <source>Audience</source>
        <translation>人群</translation>
    </message>
    <message>
        <source>Knows the shop as</source>
        <translation>与店铺的关系</translation>
    </message>
    <message>
        <source>By ads</source>
        <translation>广告增量</translation>
    </message>
    <message>
        <source>Share of its orders that wouldn&apos;t have come without ads: an assumption, please check</source>
        <translation>没有广告就不会成交的订单比例：这是假设，请核对</translation>
    </message>
    <message>
        <source>By conversion</source>
        <translation>只看转化</translation>
    </message>
    <message>
        <source>What conversion alone would say; 100 is no premium</source>
        <translation>只看转化率会给的出价百分比；100 表示不溢价</translation>
    </message>
    <message>
        <source>Advised</source>
        <translation>建议</translation>
    </message>
    <message>
        <source>Best: {name} (chance {chance})</source>
        <translation>最好的是 {name}（可能性 {chance}）</translation>
    </message>
    <message>
        <source>Still open: about {count} more clicks each</source>
        <translation>还没有结果：每款约还需 {count} 次点击</translation>
    </message>
    <message>
        <source>They hardly differ: waiting for an answer doesn&apos;t pay</source>
        <translation>差别太小：不值得等结果</translation>
    </message>
    <message>
        <source>No carts in the report: can&apos;t be judged</source>
        <translation>报表里没有加购：无法判断</translation>
    </message>
    <message>
        <source>Too few data, no judgement</source>
        <translation>数据太少，暂不判断</translation>
    </message>
    <message>
        <source>Ends where one is the best with {stop}, from {trials} trials each and {events} events together on.</source>
        <translation>某一款是最好的可能性超过 {stop} 即可结束；每款至少 {trials} 次、合计至少 {events} 次加购或点击才判断。</translation>
    </message>
    <message>
        <source>{usual} clicks each would pick the best of these in only {chance} of cases; telling {one} from {other} takes {needed} clicks each (80 % power).</source>
        <translation>每款只给 {usual} 次点击，选中最好一款的可能只有 {chance}；要分清 {one} 与 {other}，每款需 {needed} 次点击（80 % 把握）。</translation>
    </message>
    <message>
        <source>Items get other words and buyers in one plan: equal bids and clicks make it a fair test.</source>
        <translation>同一计划里各款遇到的词和买家不同：出价和点击相同才公平。</translation>
    </message>
    <message>
        <source>{count} with fewer clicks aren&apos;t judged.</source>
        <translation>点击更少的 {count} 款没有参与比较。</translation>
    </message>
    <message>
        <source>carts and favourites per click</source>
        <translation>每次点击的加购收藏</translation>
    </message>
    <message>
        <source>clicks per impression</source>
        <translation>每次展现的点击</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>创意</translation>
    </message>
    <message>
        <source>A click may cost up to {whole} yuan instead of {first}</source>
        <translation>每次点击最多可花 {whole} 元，而不是 {first} 元</translation>
    </message>
    <message>
        <source>By first orders alone a click may cost {first} yuan</source>
        <translation>只看首单，每次点击最多可花 {first} 元</translation>
    </message>
    <message>
        <source>What a new customer is worth here can&apos;t be said yet</source>
        <translation>新客价值还算不出来</translation>
    </message>
    <message>
        <source>Range {low}–{high} yuan; {orders} orders behind the conversion.</source>
        <translation>范围 {low}–{high} 元；转化率依据 {orders} 单。</translation>
    </message>
    <message>
        <source>A new customer brings about {value} yuan of margin in the next year</source>
        <translation>一位新客之后一年约带来 {value} 元毛利</translation>
    </message>
    <message>
        <source>A new customer buys for about {value} yuan in the next year</source>
        <translation>一位新客之后一年约再买 {value} 元</translation>
    </message>
    <message>
        <source>{share} of this plan&apos;s buyers are new</source>
        <translation>这个计划的买家有 {share} 是新客</translation>
    </message>
    <message>
        <source>{share} of the shop&apos;s recent orders are first orders</source>
        <translation>店铺近期订单有 {share} 是首单</translation>
    </message>
    <message>
        <source>{alpha} of it is put down to ads (please check)</source>
        <translation>其中 {alpha} 归功于广告（请核对）</translation>
    </message>
    <message>
        <source>Shut old customers out by an audience filter: a lower bid can&apos;t do that.</source>
        <translation>请用人群过滤排除老客：降低出价做不到这一点。</translation>
    </message>
    <message>
        <source>Clicks cost {cpc} yuan now: that pays.</source>
        <translation>现在每次点击 {cpc} 元：划算。</translation>
    </message>
    <message>
        <source>Clicks cost {cpc} yuan now: too dear even so.</source>
        <translation>现在每次点击 {cpc} 元：即使这样也太贵。</translation>
    </message>
    <message>
        <source>Clicks cost {cpc} yuan now: whether that pays can&apos;t be told.</source>
        <translation>现在每次点击 {cpc} 元：是否划算还看不出来。</translation>
    </message>
    <message>
        <source>Missing: this plan&apos;s report with clicks and orders.</source>
        <translation>缺少：这个计划带点击和成交的报表。</translation>
    </message>
    <message>
        <source>Missing: the margin. Import costs or set it.</source>
        <translation>缺少：毛利率。请导入成本或自行填写。</translation>
    </message>
    <message>
        <source>Missing: the list of orders with buyers.</source>
        <translation>缺少：带买家的订单列表。</translation>
    </message>
    <message>
        <source>Too few buyers have come back: import orders of a longer time.</source>
        <translation>回购的买家太少：请导入更长时间的订单。</translation>
    </message>
    <message>
        <source>The orders span too short a time to see who comes back: import at least 13 weeks.</source>
        <translation>订单时间太短，看不出谁会回来：请至少导入 13 周。</translation>
    </message>
    <message>
        <source>No model of coming back fits these buyers.</source>
        <translation>没有回购模型适合这些买家。</translation>
    </message>
    <message>
        <source>Missing: how many buyers are new (campaign report with new customers, or orders).</source>
        <translation>缺少：新客有多少（带成交新客数的计划报表，或订单）。</translation>
    </message>
    <message>
        <source>This platform has no audience premium</source>
        <translation>这个平台没有人群溢价</translation>
    </message>
    <message>
        <source>One audience alone: nothing to compare</source>
        <translation>只有一个人群：无法比较</translation>
    </message>
    <message>
        <source>No report by audience is imported</source>
        <translation>没有导入人群报表</translation>
    </message>
    <message>
        <source>Differences within what chance brings: 100 % is safer</source>
        <translation>差异在随机范围内，保持 100 % 更稳</translation>
    </message>
    <message>
        <source>No premium pays once regular buyers are counted out</source>
        <translation>扣除本来就会买的人之后，没有值得的溢价</translation>
    </message>
    <message>
        <source>{count} {count:audience is|audiences are} worth a premium</source>
        <translation>{count} 个人群值得溢价</translation>
    </message>
    <message>
        <source>Who knows the shop partly buys anyway: only what ads truly bring counts (please check; test it by switching the premium off for a week). Base: {rest}.</source>
        <translation>熟悉店铺的人有一部分本来就会买：只算广告真正带来的（请核对；可以停一周溢价来检验）。基准人群：{rest}。</translation>
    </message>
    <message>
        <source>Some are cut where a click would cost more than it brings.</source>
        <translation>有的人群已压低：再高就是点击花费超过带回的毛利。</translation>
    </message>
    <message>
        <source>Without the margin no cap at break-even can be set.</source>
        <translation>没有毛利率，无法按保本封顶。</translation>
    </message>
    <message>
        <source>new to the shop</source>
        <translation>新客</translation>
    </message>
    <message>
        <source>visitors</source>
        <translation>访客</translation>
    </message>
    <message>
        <source>cart, favourites</source>
        <translation>加购收藏</translation>
    </message>
    <message>
        <source>buyers</source>
        <translation>已购老客</translation>
    </message>
    <message>
        <source>Clicks</source>
        <translation>点击量</translation>
    </message>
    <message>
        <source>Impressions</source>
        <translation>展现量</translation>
    </message>
    <message>
        <source>Still open: about {count} more impressions each</source>
        <translation>还没有结果：每张约还需 {count} 次展现</translation>
    </message>
    <message>
        <source>{count} more each: an answer is then as likely as not</source>
        <translation>每款再有 {count} 次，出结果的可能约一半</translation>
    </message>
    <message>
        <source>about {days} {days:day|days}, shared equally</source>
        <translation>平均分配约 {days} 天</translation>
    </message>
    <message>
        <source>about {cost} yuan</source>
        <translation>约 {cost} 元</translation>
    </message>
</context>
<context>
    <name>BudgetDialog</name>
    <message>
        <source>Budgets a day</source>
        <translation>日预算</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Divide budgets</source>
        <translation>分配预算</translation>
    </message>
    <message>
        <source>Dividing budgets</source>
        <translation>正在分配预算</translation>
    </message>
    <message>
        <source>Working it out…</source>
        <translation>正在计算…</translation>
    </message>
    <message>
        <source>Set {count} {count:budget|budgets}</source>
        <translation>设置 {count} 个预算</translation>
    </message>
    <message>
        <source>Nothing to set</source>
        <translation>没有要设置的</translation>
    </message>
    <message>
        <source>Together {now} yuan a day, then {then} yuan</source>
        <translation>合计每天 {now} 元，之后 {then} 元</translation>
    </message>
    <message>
        <source>set {count} daily {count:budget|budgets}</source>
        <translation>设置 {count} 个日预算</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>计划</translation>
    </message>
    <message>
        <source>Take</source>
        <translation>采用</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>yuan</source>
        <translation>元</translation>
    </message>
    <message>
        <source>Spends</source>
        <translation>实际花费</translation>
    </message>
    <message>
        <source>ROI</source>
        <translation>ROI</translation>
    </message>
    <message>
        <source>The next yuan brings</source>
        <translation>再加一元带回</translation>
    </message>
    <message>
        <source>Contribution of one more yuan of budget; below 1 it loses (dashed line), 80 %</source>
        <translation>预算再加一元带回的毛利；低于 1 就亏（虚线），80 % 区间</translation>
    </message>
    <message>
        <source>This move, a month</source>
        <translation>这一项每月</translation>
    </message>
    <message>
        <source>{orders} {orders:order|orders} in {days} {days:day|days}</source>
        <translation>{days} 天 {orders} 单</translation>
    </message>
    <message>
        <source>Its revenue counts {share}: the rest would have come without ads (please check)</source>
        <translation>它的成交按 {share} 计：其余不靠广告也会来（请核对）</translation>
    </message>
    <message>
        <source>Could be</source>
        <translation>可改为</translation>
    </message>
    <message>
        <source>Space takes or leaves a row; only taken rows are set</source>
        <translation>按空格采用或不采用；只设置采用的行</translation>
    </message>
    <message>
        <source>as today</source>
        <translation>与现在相同</translation>
    </message>
    <message>
        <source>All plans together a day</source>
        <translation>全部计划每天合计</translation>
    </message>
    <message>
        <source>Divide another sum than what the plans have today; 0: as today</source>
        <translation>按另一个总额分配；0：与现在相同</translation>
    </message>
    <message>
        <source>Its revenue counts {share}: new customers come back, and a part of that is its work (please check)</source>
        <translation>它的成交按 {share} 计：新客会回购，其中一部分算它的功劳（请核对）</translation>
    </message>
</context>
<context>
    <name>StageCard</name>
    <message>
        <source>Stage</source>
        <translation>阶段</translation>
    </message>
    <message>
        <source>Working it out…</source>
        <translation>正在计算…</translation>
    </message>
    <message>
        <source>No aim chosen</source>
        <translation>还没有选目标</translation>
    </message>
    <message>
        <source>Choose an aim under Settings at the left: test items, win customers or harvest. Each has its own question: which item is best, what a new customer is worth, which premiums pay.</source>
        <translation>请在左侧“设置”里选目标：测款、拉新或收割。各有各的问题：哪一款最好、新客值多少、哪些溢价划算。</translation>
    </message>
    <message>
        <source>Nothing to compare yet</source>
        <translation>还没有可比较的</translation>
    </message>
    <message>
        <source>The reports of this plan name no two items or pictures. Import the report by item or by creative, with clicks and carts.</source>
        <translation>这个计划的报表里没有两款以上的商品或创意。请导入带点击和加购的商品报表或创意报表。</translation>
    </message>
    <message>
        <source>{what}, last {days} {days:day|days}</source>
        <translation>{what}，近 {days} 天</translation>
    </message>
    <message>
        <source>Set {count} {count:premium|premiums}</source>
        <translation>设置 {count} 个溢价</translation>
    </message>
    <message>
        <source>{plan} · set {count} {count:premium|premiums}</source>
        <translation>{plan} · 设置 {count} 个溢价</translation>
    </message>
    <message>
        <source>Divide budgets among plans…</source>
        <translation>在计划间分配预算…</translation>
    </message>
</context>
</TS>
