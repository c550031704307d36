<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
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
        <source>80 % interval {low} … {high} yuan</source>
        <translation>80 % 区间 {low} … {high} 元</translation>
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
        <source>{names} and {count} more</source>
        <translation>{names} 等另 {count} 个</translation>
    </message>
    <message>
        <source>{lever} ({names})</source>
        <translation>{lever}（{names}）</translation>
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
        <source>Better left as it is: {chance} likely to earn more</source>
        <translation>不动更好：更赚的可能性 {chance}</translation>
    </message>
    <message>
        <source>Can&apos;t tell yet: {chance} likely to earn more</source>
        <translation>还看不出来：更赚的可能性 {chance}</translation>
    </message>
    <message>
        <source>Proposal: {chance} likely to earn more</source>
        <translation>采用建议更赚的可能性 {chance}</translation>
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
        <source>The budget at which profit − spend is largest, with its 80 % range.</source>
        <translation>毛利−花费最大的日预算和它的 80 % 区间。</translation>
    </message>
    <message>
        <source>From {budget} yuan a day another yuan brings less than a yuan (amber line).</source>
        <translation>每天超过 {budget} 元后，多花 1 元带回的毛利不足 1 元（琥珀色线）。</translation>
    </message>
    <message>
        <source>best: outside</source>
        <translation>最赚的预算在图外</translation>
    </message>
    <message>
        <source>best about {median} ({low} – {high})</source>
        <translation>最赚约 {median}（{low} – {high}）</translation>
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
</context>
<context>
    <name>ForecastRows</name>
    <message>
        <source>unchanged</source>
        <translation>不改</translation>
    </message>
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
