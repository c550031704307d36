<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>PacingCard</name>
    <message>
        <source>Spend pacing</source>
        <translation>花费节奏</translation>
    </message>
    <message>
        <source>Working it out…</source>
        <translation>正在计算…</translation>
    </message>
    <message>
        <source>last {days} days</source>
        <translation>近 {days} 天</translation>
    </message>
    <message>
        <source>Ran out on {count} of {days} days, mostly by {hour}:00</source>
        <translation>{days} 天中有 {count} 天预算提前花完，多在 {hour}:00 左右</translation>
    </message>
    <message>
        <source>The money lasts the day</source>
        <translation>预算够用一整天</translation>
    </message>
    <message>
        <source>Evenings are thin: the money may run out</source>
        <translation>晚间点击偏少：预算可能提前花完</translation>
    </message>
    <message>
        <source>Too few clicks, no judgement</source>
        <translation>点击太少，暂不判断</translation>
    </message>
    <message>
        <source>Every day ends early: can&apos;t tell why</source>
        <translation>每天都提前停止：看不出原因</translation>
    </message>
    <message>
        <source>Can&apos;t tell when the money ends</source>
        <translation>看不出预算几点花完</translation>
    </message>
    <message>
        <source>From 18:00 on come {own} of the plan&apos;s clicks, but {usual} of {course}. Import the hourly report by day to see which days ran out.</source>
        <translation>18:00 以后的点击只占这个计划的 {own}，而{course}占 {usual}。请导入分日的分时报表，看哪些天花完了。</translation>
    </message>
    <message>
        <source>Import the report by hour of this plan, of single days (up to 90 days back).</source>
        <translation>请导入这个计划单日的分时报表（可回溯 90 天）。</translation>
    </message>
    <message>
        <source>The hourly report is a total: import single days, or the shop&apos;s report by hour.</source>
        <translation>分时报表是合计：请导入单日的，或店铺的分时报表。</translation>
    </message>
    <message>
        <source>No day of this plan goes on into the evening. Import the shop&apos;s report by hour or its orders: they show how a day goes on.</source>
        <translation>这个计划没有一天持续到晚上。请导入店铺分时报表或订单，才知道一天后面会怎样。</translation>
    </message>
    <message>
        <source>{least} clicks by hour are needed.</source>
        <translation>至少需要 {least} 次分时点击。</translation>
    </message>
    <message>
        <source>Missed on these days: {clicks} clicks, {orders} orders.</source>
        <translation>这些天约错过点击 {clicks}，成交 {orders}。</translation>
    </message>
    <message>
        <source>At today&apos;s bids they would have brought {low} … {high} yuan after spend.</source>
        <translation>按现在的出价，扣除花费后本可带来 {low} … {high} 元。</translation>
    </message>
    <message>
        <source>Lasting at today&apos;s bids takes about {budget} yuan a day.</source>
        <translation>按现在的出价撑满一天，每天约需 {budget} 元。</translation>
    </message>
    <message>
        <source>Or lower all bids to about {bid} ({low}–{high}): the same money lasts and buys {more} more clicks.</source>
        <translation>或者把出价整体降到约 {bid}（{low}–{high}）：同样的钱够一整天，还多买 {more} 次点击。</translation>
    </message>
    <message>
        <source>Usual course of a day: {course}</source>
        <translation>一天的正常走势取自：{course}</translation>
    </message>
    <message>
        <source>budget not set, read from the days that stopped</source>
        <translation>未设预算，由停下的那些天推算</translation>
    </message>
    <message>
        <source>80 % intervals; how spend follows bids is assumed, please check</source>
        <translation>均为 80 % 区间；花费随出价的变化是假设，请核对</translation>
    </message>
    <message>
        <source>this plan&apos;s days that lasted</source>
        <translation>这个计划没有花完的日子</translation>
    </message>
    <message>
        <source>the other plans</source>
        <translation>其他计划</translation>
    </message>
    <message>
        <source>the shop&apos;s visitors</source>
        <translation>店铺访客</translation>
    </message>
    <message>
        <source>the shop&apos;s order times</source>
        <translation>店铺下单时间</translation>
    </message>
    <message>
        <source>{day}: silent from {hour}:00, {spend} yuan spent</source>
        <translation>{day}：{hour}:00 起没有花费，当天已花 {spend} 元</translation>
    </message>
</context>
</TS>
