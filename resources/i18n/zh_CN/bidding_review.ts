<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>BidReview</name>
    <message>
        <source>Metric</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>之前</translation>
    </message>
    <message>
        <source>Without</source>
        <translation>若不改</translation>
    </message>
    <message>
        <source>What would have been without the change: before, moved by the season</source>
        <translation>若没有这次改动会怎样：之前的数字按同期大盘的涨落调整</translation>
    </message>
    <message>
        <source>After</source>
        <translation>之后</translation>
    </message>
    <message>
        <source>The plan&apos;s doing (80 %)</source>
        <translation>方案带来的变化（80 % 区间）</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>变化</translation>
    </message>
    <message>
        <source>Promised</source>
        <translation>当时预测</translation>
    </message>
    <message>
        <source>The forecast&apos;s 80 % interval for as many days, and where the outcome lies</source>
        <translation>同样天数的预测 80 % 区间，以及实际落在哪里</translation>
    </message>
    <message>
        <source>below what was promised</source>
        <translation>低于预测</translation>
    </message>
    <message>
        <source>within what was promised</source>
        <translation>在预测范围内</translation>
    </message>
    <message>
        <source>above what was promised</source>
        <translation>高于预测</translation>
    </message>
    <message>
        <source>can&apos;t be told</source>
        <translation>无法判断</translation>
    </message>
    <message>
        <source>Spend</source>
        <translation>花费</translation>
    </message>
    <message>
        <source>Impressions</source>
        <translation>展现量</translation>
    </message>
    <message>
        <source>Clicks</source>
        <translation>点击量</translation>
    </message>
    <message>
        <source>CPC</source>
        <translation>平均点击花费</translation>
    </message>
    <message>
        <source>CTR</source>
        <translation>点击率</translation>
    </message>
    <message>
        <source>Conversion</source>
        <translation>转化率</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>成交笔数</translation>
    </message>
    <message>
        <source>Revenue</source>
        <translation>成交金额</translation>
    </message>
    <message>
        <source>ROI</source>
        <translation>ROI</translation>
    </message>
    <message>
        <source>Profit − spend</source>
        <translation>毛利 − 花费</translation>
    </message>
    <message>
        <source>spend ÷ clicks</source>
        <translation>花费 ÷ 点击量</translation>
    </message>
    <message>
        <source>clicks ÷ impressions</source>
        <translation>点击量 ÷ 展现量</translation>
    </message>
    <message>
        <source>orders ÷ clicks</source>
        <translation>成交笔数 ÷ 点击量</translation>
    </message>
    <message>
        <source>revenue ÷ spend</source>
        <translation>成交金额 ÷ 花费</translation>
    </message>
    <message>
        <source>revenue × margin − spend</source>
        <translation>成交金额 × 毛利率 − 花费</translation>
    </message>
    <message>
        <source>sum of the compared days</source>
        <translation>所比较各天之和</translation>
    </message>
    <message>
        <source>Can&apos;t tell yet: about {orders} more {orders:order|orders} needed</source>
        <translation>还看不出来，还需约 {orders} 单</translation>
    </message>
    <message>
        <source>Can&apos;t tell: this plan swings as much by itself</source>
        <translation>看不出来：这个计划平时自己的起伏就有这么大</translation>
    </message>
    <message>
        <source>Too early: look again from {day} on</source>
        <translation>还太早：{day} 之后再看</translation>
    </message>
    <message>
        <source>Too few orders, no judgement</source>
        <translation>订单太少，暂不判断</translation>
    </message>
    <message>
        <source>Nothing to compare with: no report of the days before</source>
        <translation>没有可比的数据：缺少改动之前的报表</translation>
    </message>
    <message>
        <source>No daily report of this plan</source>
        <translation>没有这个计划的分日报表</translation>
    </message>
    <message>
        <source>Better: about {yuan} yuan more profit in {days} days</source>
        <translation>更好：{days} 天约多赚 {yuan} 元</translation>
    </message>
    <message>
        <source>Worse: about {yuan} yuan less profit in {days} days</source>
        <translation>更差：{days} 天约少赚 {yuan} 元</translation>
    </message>
    <message>
        <source>Better: ROI about {share}</source>
        <translation>更好：ROI 约 {share}</translation>
    </message>
    <message>
        <source>Worse: ROI about {share}</source>
        <translation>更差：ROI 约 {share}</translation>
    </message>
    <message>
        <source>At today&apos;s rate that is about {days} more {days:day|days}; leave the plan as it is.</source>
        <translation>按现在的速度约需 {days} 天；先不要再改。</translation>
    </message>
    <message>
        <source>Waiting won&apos;t show it; leaving the plan as it is costs nothing.</source>
        <translation>再等也看不出来；保持现状没有损失。</translation>
    </message>
    <message>
        <source>{known} {known:day|days} can be compared so far, {least} are needed. The newest days don&apos;t count yet: their orders are still coming in. Import the report again then.</source>
        <translation>目前只有 {known} 天可以比较，至少要 {least} 天。最近几天的成交还在陆续回传，先不算；到时请再导入一次报表。</translation>
    </message>
    <message>
        <source>Import the campaign report by day from two weeks before {day} on.</source>
        <translation>请导入 {day} 前两周起的分日计划报表。</translation>
    </message>
    <message>
        <source>Import the campaign report by day (not a total), from two weeks before the change on.</source>
        <translation>请导入分日（不是合计）的计划报表，从改动前两周开始。</translation>
    </message>
    <message>
        <source>The margin isn&apos;t known, so ROI is judged instead of profit.</source>
        <translation>毛利率未知，所以按 ROI 而不是按利润判断。</translation>
    </message>
    <message>
        <source>Profit − spend, 80 % interval {low} … {high} yuan</source>
        <translation>毛利 − 花费的变化，80 % 区间 {low} … {high} 元</translation>
    </message>
    <message>
        <source>chance of better {chance}</source>
        <translation>变好的可能 {chance}</translation>
    </message>
    <message>
        <source>{days} {days:day|days} after ({after}) against the same weekdays before ({before})</source>
        <translation>改后 {days} 天（{after}）对比之前相同星期的日子（{before}）</translation>
    </message>
    <message>
        <source>{count} campaign {count:day|days} and their partners left out</source>
        <translation>{count} 个大促日及其对应日不计</translation>
    </message>
    <message>
        <source>the other plans</source>
        <translation>其他计划</translation>
    </message>
    <message>
        <source>what the shop sold without ads</source>
        <translation>店铺的非广告成交</translation>
    </message>
    <message>
        <source>Season taken out by {names}</source>
        <translation>已用{names}扣除大盘涨落</translation>
    </message>
    <message>
        <source>No other plan or shop report tells the season: intervals are wider</source>
        <translation>没有其他计划或店铺报表可扣除大盘涨落，区间因此更宽</translation>
    </message>
    <message>
        <source>of {count} earlier {count:fortnight|fortnights} without a change {alarms} would have looked like one</source>
        <translation>此前 {count} 个没有改动的两周里，有 {alarms} 个看上去也像有变化</translation>
    </message>
    <message>
        <source>Whether it runs can&apos;t be seen yet</source>
        <translation>是否生效还看不出来</translation>
    </message>
    <message>
        <source>The version changes no bid</source>
        <translation>这个版本没有改动出价</translation>
    </message>
    <message>
        <source>Whether it runs needs reports by hour or word</source>
        <translation>判断是否生效需要分时或关键词报表</translation>
    </message>
    <message>
        <source>reached</source>
        <translation>已达到</translation>
    </message>
    <message>
        <source>not reached</source>
        <translation>未达到</translation>
    </message>
    <message>
        <source>can&apos;t tell yet</source>
        <translation>还看不出来</translation>
    </message>
    <message>
        <source>not in the reports</source>
        <translation>报表里没有</translation>
    </message>
    <message>
        <source> (chance {chance})</source>
        <translation>（可能性 {chance}）</translation>
    </message>
    <message>
        <source>The three pull against one another: better clicks are mostly the dearer ones. Judge by profit.</source>
        <translation>这三个目标互相牵制：好的点击往往更贵。请以利润为准。</translation>
    </message>
    <message>
        <source>Holding CPC at {share} would cost about {yuan} yuan of profit in two weeks.</source>
        <translation>若强行把平均点击花费压到 {share}，两周约少赚 {yuan} 元。</translation>
    </message>
    <message>
        <source>Can&apos;t tell: the clicks don&apos;t show that this version ran</source>
        <translation>无法判断：从点击看不出这个版本已生效</translation>
    </message>
    <message>
        <source>Whatever changed is hardly its doing: check in the console that it was saved.</source>
        <translation>数字的变化多半与它无关：请到后台核对是否已保存。</translation>
    </message>
    <message>
        <source>Runs: clicks follow the bids</source>
        <translation>已生效：点击随出价变动</translation>
    </message>
    <message>
        <source>Not seen in the clicks</source>
        <translation>从点击看不出已生效</translation>
    </message>
</context>
<context>
    <name>ReviewView</name>
    <message>
        <source>Working it out…</source>
        <translation>正在计算…</translation>
    </message>
    <message>
        <source>No version of this plan has gone to the console yet. Export one; two weeks later, with the reports of these days imported, this says whether it was better, worse, or can&apos;t be told.</source>
        <translation>这个计划还没有版本用到后台。导出一个版本，两周后导入这段时间的报表，这里会说明是更好、更差，还是看不出来。</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>复盘</translation>
    </message>
    <message>
        <source>what was promised, what happened</source>
        <translation>当时的预测与实际结果</translation>
    </message>
    <message>
        <source>Version to review</source>
        <translation>要复盘的版本</translation>
    </message>
    <message>
        <source>Review by metric</source>
        <translation>各指标复盘</translation>
    </message>
</context>
</TS>
