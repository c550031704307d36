<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>AssumptionsDialog</name>
    <message>
        <source>What the forecast assumes</source>
        <translation>预测的假设</translation>
    </message>
    <message>
        <source>No report tells these fully. Marked ones are general knowledge: please check them.</source>
        <translation>这些没有报表能完全说明。带“请核对”的是一般经验值，请核对。</translation>
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
        <source>As shipped</source>
        <translation>恢复默认</translation>
    </message>
    <message>
        <source>Change what the forecast assumes</source>
        <translation>修改预测的假设</translation>
    </message>
    <message>
        <source>How spend follows the bid</source>
        <translation>花费随出价的变化</translation>
    </message>
    <message>
        <source>1 % more bid means so many % more spend</source>
        <translation>出价提高 1 %，花费增加百分之几</translation>
    </message>
    <message>
        <source>… give or take</source>
        <translation>… 上下浮动</translation>
    </message>
    <message>
        <source>1 % more bid makes a click so many % dearer</source>
        <translation>出价提高 1 %，点击单价贵百分之几</translation>
    </message>
    <message>
        <source>Nothing of it could be learnt from this plan yet: it needs days before and after a change.</source>
        <translation>还没能从这个计划学到：需要改动前后都有数据。</translation>
    </message>
    <message>
        <source>For this plan, with what {changes} past {changes:change|changes} and its prices tell: {spend} ± {sd}.</source>
        <translation>这个计划，结合 {changes} 次以往改动和点击单价：{spend} ± {sd}。</translation>
    </message>
    <message>
        <source>Money</source>
        <translation>钱</translation>
    </message>
    <message>
        <source>from orders and costs</source>
        <translation>按订单和成本</translation>
    </message>
    <message>
        <source>Margin after goods and refunds</source>
        <translation>扣货款和退款后的毛利率</translation>
    </message>
    <message>
        <source>Orders and costs tell no margin yet: import orders and a cost list, or set it here.</source>
        <translation>订单和成本还算不出毛利率：请导入订单和成本表，或在这里填写。</translation>
    </message>
    <message>
        <source>Orders and costs say {margin} (costs known for {covered} of sales).</source>
        <translation>订单和成本算得 {margin}（{covered} 的销售额有成本）。</translation>
    </message>
    <message>
        <source>from repeat orders</source>
        <translation>按复购订单</translation>
    </message>
    <message>
        <source>A new customer brings beyond the first order</source>
        <translation>新客在首单之后还带来</translation>
    </message>
    <message>
        <source>Of orders that ads bring from these buyers, so many would not have come without</source>
        <translation>这些人群经广告成交的订单里，没有广告就不会来的比例</translation>
    </message>
    <message>
        <source>Buyers of the shop</source>
        <translation>店铺老客</translation>
    </message>
    <message>
        <source>Cart and favourites</source>
        <translation>加购与收藏</translation>
    </message>
    <message>
        <source>Visitors</source>
        <translation>访客</translation>
    </message>
    <message>
        <source>Late orders</source>
        <translation>迟到的订单</translation>
    </message>
    <message>
        <source>Last days left out, since their orders still come in</source>
        <translation>不计入最后几天（订单还在成交）</translation>
    </message>
    <message>
        <source>please check</source>
        <translation>请核对</translation>
    </message>
    <message>
        <source>New to the shop</source>
        <translation>新客</translation>
    </message>
    <message>
        <source>Targets that a review judges, against the time before</source>
        <translation>复盘要看的目标（与之前相比）</translation>
    </message>
    <message>
        <source>Cost per click</source>
        <translation>平均点击花费</translation>
    </message>
    <message>
        <source>Click-through rate</source>
        <translation>点击率 CTR</translation>
    </message>
    <message>
        <source>ROI</source>
        <translation>ROI</translation>
    </message>
    <message>
        <source>They pull against one another: better clicks are mostly the dearer ones. Judge by profit.</source>
        <translation>这几个目标互相牵制：好的点击多半更贵。以毛利−花费为准。</translation>
    </message>
    <message>
        <source>propose every change</source>
        <translation>每处改动都建议</translation>
    </message>
    <message>
        <source>A bid stays where its change brings less, in 14 days</source>
        <translation>出价改动 14 天带来不足多少元就不动</translation>
    </message>
    <message>
        <source>the highest premium only</source>
        <translation>只取最高溢价</translation>
    </message>
    <message>
        <source>A buyer in several audiences gets</source>
        <translation>一人属于多个人群时</translation>
    </message>
    <message>
        <source>1 % more budget of a plan brings so many % more revenue</source>
        <translation>计划预算增加 1%，成交金额增加百分之几</translation>
    </message>
</context>
<context>
    <name>CurveChart</name>
    <message>
        <source>{budget} yuan a day</source>
        <translation>每天 {budget} 元</translation>
    </message>
    <message>
        <source>profit − spend in {days} days {median}, 80 % {low} … {high} yuan</source>
        <translation>{days} 天毛利−花费 {median}，80 % 区间 {low} … {high} 元</translation>
    </message>
    <message>
        <source>ROI {median}, 80 % {low} … {high}</source>
        <translation>ROI {median}，80 % 区间 {low} … {high}</translation>
    </message>
    <message>
        <source>Profit against daily budget</source>
        <translation>毛利−花费 对 日预算</translation>
    </message>
    <message>
        <source>ROI against daily budget</source>
        <translation>ROI 对 日预算</translation>
    </message>
    <message>
        <source>Budget a day, yuan</source>
        <translation>日预算 元</translation>
    </message>
    <message>
        <source>Profit − spend low</source>
        <translation>毛利−花费 下限</translation>
    </message>
    <message>
        <source>Profit − spend median</source>
        <translation>毛利−花费 中位数</translation>
    </message>
    <message>
        <source>Profit − spend high</source>
        <translation>毛利−花费 上限</translation>
    </message>
    <message>
        <source>ROI low</source>
        <translation>ROI 下限</translation>
    </message>
    <message>
        <source>ROI median</source>
        <translation>ROI 中位数</translation>
    </message>
    <message>
        <source>ROI high</source>
        <translation>ROI 上限</translation>
    </message>
</context>
<context>
    <name>Forecast</name>
    <message>
        <source>Spend</source>
        <translation>花费</translation>
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
        <source>Revenue</source>
        <translation>支付金额</translation>
    </message>
    <message>
        <source>ROI</source>
        <translation>ROI</translation>
    </message>
    <message>
        <source>spend of these days as it was × how spend follows the bids (learnt from past changes)</source>
        <translation>同样天数的花费 × 花费随出价的变化（从以往改动学到）</translation>
    </message>
    <message>
        <source>spend ÷ cost per click</source>
        <translation>花费 ÷ 点击单价</translation>
    </message>
    <message>
        <source>cost per click as it was × how it follows the bid</source>
        <translation>原来的点击单价 × 单价随出价的变化</translation>
    </message>
    <message>
        <source>clicks × conversion of words, hours, regions, audiences</source>
        <translation>点击 × 各词、时段、地域、人群的转化率</translation>
    </message>
    <message>
        <source>orders × order value</source>
        <translation>订单 × 客单价</translation>
    </message>
    <message>
        <source>revenue ÷ spend</source>
        <translation>支付金额 ÷ 花费</translation>
    </message>
    <message>
        <source>revenue × margin − spend</source>
        <translation>支付金额 × 毛利率 − 花费</translation>
    </message>
    <message>
        <source>{median}, 80 % interval {low} … {high}</source>
        <translation>{median}，80 % 区间 {low} … {high}</translation>
    </message>
    <message>
        <source>Too few data: no judgement yet.</source>
        <translation>数据太少，暂不判断。</translation>
    </message>
    <message>
        <source>Profit − spend about {gain} yuan</source>
        <translation>毛利−花费 约 {gain} 元</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>关键词</translation>
    </message>
    <message>
        <source>Hours</source>
        <translation>时段</translation>
    </message>
    <message>
        <source>Regions</source>
        <translation>地域</translation>
    </message>
    <message>
        <source>Audiences</source>
        <translation>人群</translation>
    </message>
    <message>
        <source>Budget</source>
        <translation>预算</translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
    <message>
        <source>CPC</source>
        <translation>点击单价</translation>
    </message>
    <message>
        <source>Profit</source>
        <translation>毛利−花费</translation>
    </message>
    <message>
        <source>{chance} likely to earn more</source>
        <translation>比不改更赚的可能性 {chance}</translation>
    </message>
    <message>
        <source>{who} about {orders} orders</source>
        <translation>{who}约 {orders} 单</translation>
    </message>
    <message>
        <source>{who} saves {spend} yuan</source>
        <translation>{who}省 {spend} 元</translation>
    </message>
    <message>
        <source>{who} spends {spend} yuan more</source>
        <translation>{who}多花 {spend} 元</translation>
    </message>
    <message>
        <source>{who} profit {profit} yuan</source>
        <translation>{who}毛利−花费 {profit} 元</translation>
    </message>
    <message>
        <source>{who}: orders {orders}, spend {spend} yuan, profit − spend {profit} yuan</source>
        <translation>{who}：订单 {orders}，花费 {spend} 元，毛利−花费 {profit} 元</translation>
    </message>
    <message>
        <source>Whether it pays needs the margin: fill it in below.</source>
        <translation>赚不赚要先知道毛利率：请在下方填写。</translation>
    </message>
    <message>
        <source>{day} {hour}:00</source>
        <translation>{day} {hour} 时</translation>
    </message>
    <message>
        <source>{names} … ({count} words)</source>
        <translation>{names}等 {count} 个词</translation>
    </message>
    <message>
        <source>{names} … ({count} hours)</source>
        <translation>{names}等 {count} 个时段</translation>
    </message>
    <message>
        <source>{names} … ({count} regions)</source>
        <translation>{names}等 {count} 个地区</translation>
    </message>
    <message>
        <source>{names} … ({count} audiences)</source>
        <translation>{names}等 {count} 个人群</translation>
    </message>
    <message>
        <source>Leave it: {chance} likely to earn more</source>
        <translation>不动更好：更赚的可能性 {chance}</translation>
    </message>
    <message>
        <source>Can&apos;t tell yet: {chance} it earns more</source>
        <translation>还看不出来：更赚的可能性 {chance}</translation>
    </message>
    <message>
        <source>80 %: {low} … {high} yuan</source>
        <translation>80 % 区间 {low} … {high} 元</translation>
    </message>
    <message>
        <source>Proposal: {chance} to earn more</source>
        <translation>采用建议更赚的可能性 {chance}</translation>
    </message>
    <message>
        <source>No part of it is surely better by itself.</source>
        <translation>单独看，没有哪一部分确定更好。</translation>
    </message>
    <message>
        <source>{part} alone would be better: about {gain} yuan, {chance} likely</source>
        <translation>只用{part}更好：约 {gain} 元（{chance}）</translation>
    </message>
    <message>
        <source>alone about {gain} yuan</source>
        <translation>单独约 {gain} 元</translation>
    </message>
    <message>
        <source>alone: better left as it is</source>
        <translation>单独看：不动更好</translation>
    </message>
    <message>
        <source>alone: can&apos;t tell yet</source>
        <translation>单独看：还看不出来</translation>
    </message>
    <message>
        <source>can&apos;t tell yet</source>
        <translation>还看不出来</translation>
    </message>
    <message>
        <source>about {gain} yuan</source>
        <translation>约 {gain} 元</translation>
    </message>
    <message>
        <source>better left as it is</source>
        <translation>不动更好</translation>
    </message>
    <message>
        <source>The gain above holds both against each other on the same days and the same luck: it is surer than the two medians, and need not be their difference.</source>
        <translation>上面的增减是在同样的日子、同样的运气下两者相比：比两个中位数更确定，不一定等于它们之差。</translation>
    </message>
    <message>
        <source>Leave it: nothing would change</source>
        <translation>不动：没有值得改的</translation>
    </message>
</context>
<context>
    <name>ForecastPanel</name>
    <message>
        <source>Why: {reasons}</source>
        <translation>为什么：{reasons}。</translation>
    </message>
    <message>
        <source>Working it out…</source>
        <translation>正在计算…</translation>
    </message>
    <message>
        <source>No forecast yet.</source>
        <translation>还没有预测。</translation>
    </message>
    <message>
        <source>The chance is the share of possible worlds, given the reports, in which what is set brings more profit after spend than leaving everything as it is.</source>
        <translation>可能性：按现有报表推断的各种可能情况中，改后毛利−花费高于不改的占多少。</translation>
    </message>
    <message>
        <source>best: outside</source>
        <translation>最赚的预算在图外</translation>
    </message>
    <message>
        <source>The price limit costs about {cost} yuan of profit in {days} days.</source>
        <translation>单价上限的代价：{days} 天少赚约 {cost} 元。</translation>
    </message>
    <message>
        <source>Profit</source>
        <translation>毛利−花费</translation>
    </message>
    <message>
        <source>ROI</source>
        <translation>ROI</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>还原</translation>
    </message>
    <message>
        <source>Back to what runs now: the version exported last, else all at 100 %</source>
        <translation>回到在投的样子：上次导出的版本；没有则全部 100 %</translation>
    </message>
    <message>
        <source>See changes and export…</source>
        <translation>查看改动并导出…</translation>
    </message>
    <message>
        <source>What the forecast assumes…</source>
        <translation>预测的假设…</translation>
    </message>
    <message>
        <source>Take ▾</source>
        <translation>采用建议 ▾</translation>
    </message>
    <message>
        <source>Make a plan at the left: here stands what it should bring.</source>
        <translation>先在左边建立计划：这里显示它应该带来什么。</translation>
    </message>
    <message>
        <source>Take anyway ▾</source>
        <translation>仍要采用 ▾</translation>
    </message>
    <message>
        <source>The proposal&apos;s own forecast doesn&apos;t say that it is better than leaving everything as it is.</source>
        <translation>这份建议自己的预测并不说明它比不动更好。</translation>
    </message>
    <message>
        <source>The budget at which profit − spend is largest, with its 80 % range: from there another yuan brings less than a yuan (amber line).</source>
        <translation>毛利−花费最大的预算及其 80% 区间：超过它，再多花一元带不回一元（琥珀色线）。</translation>
    </message>
    <message>
        <source>best {median} ({low}–{high})</source>
        <translation>最赚 {median} ({low}–{high})</translation>
    </message>
</context>
<context>
    <name>ForecastRows</name>
    <message>
        <source>Forecast</source>
        <translation>预测</translation>
    </message>
    <message>
        <source>lower end</source>
        <translation>下限</translation>
    </message>
    <message>
        <source>median</source>
        <translation>中位数</translation>
    </message>
    <message>
        <source>upper end</source>
        <translation>上限</translation>
    </message>
    <message>
        <source>Metric</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>proposal</source>
        <translation>建议</translation>
    </message>
    <message>
        <source>new</source>
        <translation>新</translation>
    </message>
    <message>
        <source>Median</source>
        <translation>中位数</translation>
    </message>
    <message>
        <source>80 %</source>
        <translation>80 %</translation>
    </message>
    <message>
        <source>as is</source>
        <translation>不改</translation>
    </message>
</context>
<context>
    <name>PlanNotes</name>
    <message>
        <source>No report tells anything of this plan: import “{table}” and the reports by word and hour.</source>
        <translation>没有报表提到这个计划：请导入“{table}”以及关键词、分时报表。</translation>
    </message>
    <message>
        <source>{days} {days:day|days} of reports since the last version went out: another round now would rest on the same figures and move everything twice. Wait for two weeks of new reports.</source>
        <translation>上一版投放后只有 {days} 天的新报表：现在再改一轮用的还是旧数据，等于改两次。请等两周的新报表。</translation>
    </message>
    <message>
        <source>No orders in the reports (or no column of them): what a click is worth can&apos;t be known. Export them with their orders.</source>
        <translation>报表里没有成交（或没有成交列）：无法知道点击值多少。请导出带成交的报表。</translation>
    </message>
    <message>
        <source>The reports name no costs: nothing can be foreseen. Export “{table}” with its spend.</source>
        <translation>报表里没有花费：无法预测。请导出带花费的“{table}”。</translation>
    </message>
    <message>
        <source>The reports name costs but no clicks: import “{table}” with its clicks.</source>
        <translation>报表只有花费没有点击：请导入带点击量的“{table}”。</translation>
    </message>
    <message>
        <source>One day of figures: export the reports over four weeks or more.</source>
        <translation>只有一天的数据：请导出四周以上的报表。</translation>
    </message>
    <message>
        <source>The reports don&apos;t say which days they cover: export them by day.</source>
        <translation>报表没写是哪几天：请按天导出。</translation>
    </message>
    <message>
        <source>Bids of words: import “{table}”.</source>
        <translation>关键词出价：请导入“{table}”。</translation>
    </message>
    <message>
        <source>Hours: import “{table}”.</source>
        <translation>分时：请导入“{table}”。</translation>
    </message>
    <message>
        <source>Regions: import “{table}”.</source>
        <translation>地域：请导入“{table}”。</translation>
    </message>
    <message>
        <source>Audiences: import “{table}”.</source>
        <translation>人群：请导入“{table}”。</translation>
    </message>
    <message>
        <source>The margin is unknown: import orders and a cost list, or fill it in below.</source>
        <translation>毛利率未知：请导入订单和成本表，或在下方填写。</translation>
    </message>
    <message>
        <source>The margin is {share}: nothing is left of an order, so that no bid pays. Please check the costs.</source>
        <translation>毛利率为 {share}：每单都不剩钱，任何出价都不划算。请核对成本。</translation>
    </message>
    <message>
        <source>Only {days} days of figures: four weeks tell much more.</source>
        <translation>只有 {days} 天的数据：四周的数据可靠得多。</translation>
    </message>
    <message>
        <source>No figures of this plan in the last {days} days of the data: import newer reports.</source>
        <translation>数据最后 {days} 天没有这个计划：请导入更新的报表。</translation>
    </message>
    <message>
        <source>One region only: regions can&apos;t be compared.</source>
        <translation>只有一个地区：无法比较地域。</translation>
    </message>
    <message>
        <source>Hours without weekdays: every day gets the same profile. Export “{table}” by day.</source>
        <translation>分时数据不分星期：每天用同一条曲线。请按天导出“{table}”。</translation>
    </message>
    <message>
        <source>{hours} {hours:hour|hours} of the day without any figure: they stay at 100 %.</source>
        <translation>有 {hours} 个小时没有任何数据：保持 100 %。</translation>
    </message>
    <message>
        <source>No report tells the bid of {words} {words:word|words}: what a click cost stands in for it (please check).</source>
        <translation>{words} 个词没有报表说明出价：暂用平均点击花费代替（请核对）。</translation>
    </message>
    <message>
        <source>“{table}” doesn&apos;t tell plans apart: the whole account stands in.</source>
        <translation>“{table}”不区分计划：用整个账户的数据代替。</translation>
    </message>
    <message>
        <source>The last {days} {days:day is|days are} left out: orders of these clicks still come in.</source>
        <translation>最后 {days} 天不计入：这些点击的订单还在陆续成交。</translation>
    </message>
    <message>
        <source>Source: {table}</source>
        <translation>来源：{table}</translation>
    </message>
    <message>
        <source>Source: {table}, data as of {day}</source>
        <translation>来源：{table}，数据截至 {day}</translation>
    </message>
    <message>
        <source>{names} and {count} more</source>
        <translation>{names} 等另 {count} 个</translation>
    </message>
    <message>
        <source>This platform bills in the account&apos;s own currency: all amounts here are in it (please check).</source>
        <translation>这个平台按账户自己的币种结算：这里的金额都是该币种（请核对）。</translation>
    </message>
</context>
<context>
    <name>Side</name>
    <message>
        <source>Evidence ›</source>
        <translation>依据 ›</translation>
    </message>
    <message>
        <source>‹ Forecast</source>
        <translation>‹ 预测</translation>
    </message>
    <message>
        <source>Forecast</source>
        <translation>预测</translation>
    </message>
</context>
<context>
    <name>WhatIfSliders</name>
    <message>
        <source>Daily budget</source>
        <translation>日预算</translation>
    </message>
    <message>
        <source>Price limit</source>
        <translation>单价上限</translation>
    </message>
    <message>
        <source>Strength</source>
        <translation>力度</translation>
    </message>
    <message>
        <source>Margin</source>
        <translation>毛利率</translation>
    </message>
    <message>
        <source>low</source>
        <translation>弱</translation>
    </message>
    <message>
        <source>medium</source>
        <translation>中</translation>
    </message>
    <message>
        <source>high</source>
        <translation>强</translation>
    </message>
    <message>
        <source>Budget a day</source>
        <translation>日预算</translation>
    </message>
    <message>
        <source>yuan a day; empty: as much as the plan spends now</source>
        <translation>每天多少元；留空：同现在的花费</translation>
    </message>
    <message>
        <source>yuan a click at most, on average; empty: no limit</source>
        <translation>平均点击单价最多多少元；留空：不限</translation>
    </message>
    <message>
        <source>How far a proposal follows what is believed; each round at most 20 % a cell</source>
        <translation>建议跟随数据的程度；每轮每格最多动 20 %</translation>
    </message>
    <message>
        <source>What is left of revenue after goods and refunds, before ads. One for the whole shop.</source>
        <translation>支付金额扣除货款和退款、未扣推广费后剩下的比例。全店一个。</translation>
    </message>
    <message>
        <source>none</source>
        <translation>不限</translation>
    </message>
    <message>
        <source>please fill</source>
        <translation>请填</translation>
    </message>
</context>
</TS>
