<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>CoverageCard</name>
    <message>
        <source>Data coverage</source>
        <translation>数据覆盖</translation>
    </message>
    <message>
        <source>no gaps</source>
        <translation>没有缺口</translation>
    </message>
    <message>
        <source>ends {count} {count:day|days} before the newest report</source>
        <translation>比最新的报表早 {count} 天</translation>
    </message>
    <message>
        <source>{count} {count:row|rows}</source>
        <translation>{count} 行</translation>
    </message>
    <message>
        <source>missing {gaps} and {count} more</source>
        <translation>缺 {gaps} 等，另有 {count} 段</translation>
    </message>
    <message>
        <source>missing {gaps}</source>
        <translation>缺 {gaps}</translation>
    </message>
    <message>
        <source>{rows} {rows:row|rows}</source>
        <translation>{rows} 行</translation>
    </message>
    <message>
        <source>{days} {days:day|days}</source>
        <translation>{days} 天</translation>
    </message>
    <message>
        <source>and {count} more {count:file|files}</source>
        <translation>另有 {count} 个文件</translation>
    </message>
    <message>
        <source>Import next</source>
        <translation>建议接着导入</translation>
    </message>
    <message>
        <source>Import files…</source>
        <translation>导入文件…</translation>
    </message>
    <message>
        <source>{count} {count:day|days} missing</source>
        <translation>缺 {count} 天</translation>
    </message>
</context>
<context>
    <name>Kpi</name>
    <message>
        <source>gives visitors, conversion and all tiles by day</source>
        <translation>有了它：访客、转化和全部指标卡按天可看</translation>
    </message>
    <message>
        <source>gives ad spend and ROI by day</source>
        <translation>有了它：推广花费和 ROI 按天可看</translation>
    </message>
    <message>
        <source>gives the keyword library</source>
        <translation>有了它：关键词库</translation>
    </message>
    <message>
        <source>gives offers, repeat buyers, order values</source>
        <translation>有了它：优惠测算、复购、客单分布</translation>
    </message>
    <message>
        <source>gives margin and break-even prices</source>
        <translation>有了它：毛利和保本出价</translation>
    </message>
    <message>
        <source>gives refund reasons and times</source>
        <translation>有了它：退款原因和时长</translation>
    </message>
    <message>
        <source>vs {count} {count:week|weeks} before</source>
        <translation>较前 {count} 周</translation>
    </message>
    <message>
        <source>vs last year</source>
        <translation>较去年同期</translation>
    </message>
    <message>
        <source>vs the day before</source>
        <translation>较前一天</translation>
    </message>
    <message>
        <source>vs {count} {count:day|days} before</source>
        <translation>较前 {count} 天</translation>
    </message>
    <message>
        <source>normal</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>high</source>
        <translation>高于常态</translation>
    </message>
    <message>
        <source>low</source>
        <translation>低于常态</translation>
    </message>
    <message>
        <source>can&apos;t tell yet</source>
        <translation>还看不出来</translation>
    </message>
    <message>
        <source>{names}: shown for comparison, not judged.</source>
        <translation>{names}：活动日只作对比，不判断。</translation>
    </message>
    <message>
        <source>Too little data to judge: {days} ordinary {days:day|days} in the eight weeks before, 28 are needed.</source>
        <translation>数据太少，暂不判断：前八周只有 {days} 个平常日，至少要 28 个。</translation>
    </message>
    <message>
        <source>Too little data to judge a single day: about {events} {events:event|events} a day, 30 are needed.</source>
        <translation>数据太少，暂不判断单独一天：每天约 {events} 笔，至少要 30 笔。</translation>
    </message>
    <message>
        <source>Normal band {low} – {high} (95 %, from {days} ordinary {days:day|days}, campaigns left out).</source>
        <translation>常态区间 {low} – {high}（95 %，依据 {days} 个平常日，活动日除外）。</translation>
    </message>
    <message>
        <source>{names} not added: another currency</source>
        <translation>{names} 币种不同，未相加</translation>
    </message>
    <message>
        <source>Shop report by day</source>
        <translation>店铺日报</translation>
    </message>
    <message>
        <source>Shop report by hour</source>
        <translation>店铺分时</translation>
    </message>
    <message>
        <source>Traffic sources</source>
        <translation>流量来源</translation>
    </message>
    <message>
        <source>Items by day</source>
        <translation>商品日报</translation>
    </message>
    <message>
        <source>Traffic sources of items</source>
        <translation>单品流量来源</translation>
    </message>
    <message>
        <source>Promoted items</source>
        <translation>推广商品</translation>
    </message>
    <message>
        <source>Search words of the shop</source>
        <translation>引流搜索词</translation>
    </message>
    <message>
        <source>Ads by scene</source>
        <translation>推广场景报表</translation>
    </message>
    <message>
        <source>Ads by plan</source>
        <translation>推广计划报表</translation>
    </message>
    <message>
        <source>Ads by unit</source>
        <translation>推广单元报表</translation>
    </message>
    <message>
        <source>Ads by item</source>
        <translation>推广商品报表</translation>
    </message>
    <message>
        <source>Ads by keyword</source>
        <translation>推广关键词报表</translation>
    </message>
    <message>
        <source>Ads by search term</source>
        <translation>推广搜索词报表</translation>
    </message>
    <message>
        <source>Ads by audience</source>
        <translation>推广人群报表</translation>
    </message>
    <message>
        <source>Ads by region</source>
        <translation>推广地域报表</translation>
    </message>
    <message>
        <source>Ads by hour</source>
        <translation>推广分时报表</translation>
    </message>
    <message>
        <source>Ads by creative</source>
        <translation>推广创意报表</translation>
    </message>
    <message>
        <source>Ad account structure</source>
        <translation>推广账户结构</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>订单</translation>
    </message>
    <message>
        <source>Order lines</source>
        <translation>订单明细</translation>
    </message>
    <message>
        <source>Refunds list</source>
        <translation>退款售后</translation>
    </message>
    <message>
        <source>Cost list</source>
        <translation>商品成本</translation>
    </message>
    <message>
        <source>Reviews</source>
        <translation>评价</translation>
    </message>
    <message>
        <source>Other tables</source>
        <translation>其他表格</translation>
    </message>
    <message>
        <source>vs a week ago</source>
        <translation>较上周同日</translation>
    </message>
    <message>
        <source>too few</source>
        <translation>数据太少</translation>
    </message>
    <message>
        <source>week normal</source>
        <translation>近 7 天正常</translation>
    </message>
    <message>
        <source>week high</source>
        <translation>近 7 天偏高</translation>
    </message>
    <message>
        <source>week low</source>
        <translation>近 7 天偏低</translation>
    </message>
    <message>
        <source>week unclear</source>
        <translation>还看不出来</translation>
    </message>
    <message>
        <source>A day has too few events, so the last 7 days are judged: normal band {low} – {high} (95 %).</source>
        <translation>单日笔数太少，改按近 7 天判断：常态区间 {low} – {high}（95 %）。</translation>
    </message>
    <message>
        <source>promo day</source>
        <translation>活动日</translation>
    </message>
    <message>
        <source>promo week</source>
        <translation>活动周</translation>
    </message>
    <message>
        <source>A day has too few events, so the last 7 days are judged. They hold {names}, which ordinary days can&apos;t be held against: the verdict comes back after 7 ordinary days.</source>
        <translation>单看一天数据太少，改看最近 7 天；其中有{names}，不能和平常日子比，所以暂不判断。活动过去满 7 天后恢复判断。</translation>
    </message>
    <message>
        <source>vs this date last year</source>
        <translation>较去年同日</translation>
    </message>
    <message>
        <source>vs last year, by weekday</source>
        <translation>较去年同星期</translation>
    </message>
    <message>
        <source>vs this lunar day last year</source>
        <translation>较去年农历同日</translation>
    </message>
    <message>
        <source>vs last lunar year</source>
        <translation>较去年农历同期</translation>
    </message>
    <message>
        <source>vs the campaign last year</source>
        <translation>较去年同一活动</translation>
    </message>
    <message>
        <source>vs the day of {name} last year</source>
        <translation>较去年{name}同日</translation>
    </message>
    <message>
        <source>vs {name} last year</source>
        <translation>较去年{name}同期</translation>
    </message>
    <message>
        <source>The last {days} days together are out of the ordinary; the normal band of this day alone is {low} – {high} (95 %).</source>
        <translation>最近 {days} 天合起来异于常态；单看这一天的常态区间是 {low} – {high}（95 %）。</translation>
    </message>
    <message>
        <source>Metric</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>变化</translation>
    </message>
    <message>
        <source>Against</source>
        <translation>对比</translation>
    </message>
    <message>
        <source>Value before</source>
        <translation>对比值</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>判断</translation>
    </message>
    <message>
        <source>Rests on</source>
        <translation>口径</translation>
    </message>
    <message>
        <source>no data</source>
        <translation>缺数据</translation>
    </message>
    <message>
        <source>column {part} missing since {day}</source>
        <translation>“{part}”这一列从 {day} 起没有了</translation>
    </message>
    <message>
        <source>{text}; new since then: {names}. If it was renamed, choose it when you import the file again.</source>
        <translation>{text}；同一天起多出 {names}。如果是改了名，重新导入该文件时在预览里选对应关系。</translation>
    </message>
    <message>
        <source>Keep a table of your own, one row a day, with the headers: {names}</source>
        <translation>自备一张日表（每天一行），表头：{names}</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
</context>
<context>
    <name>KpiPage</name>
    <message>
        <source>Reading the board</source>
        <translation>正在汇总看板</translation>
    </message>
    <message>
        <source>Here the shop&apos;s figures stand day by day: sales, visitors, conversion, ad spend and return. Import the daily shop report or your orders.</source>
        <translation>这里按天显示店铺的销售、访客、转化、推广花费和投产。请导入店铺日报或订单。</translation>
    </message>
    <message>
        <source>Import files…</source>
        <translation>导入文件…</translation>
    </message>
    <message>
        <source>Data as of {day}</source>
        <translation>数据截至 {day}</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>总览</translation>
    </message>
    <message>
        <source>Causes</source>
        <translation>归因</translation>
    </message>
    <message>
        <source>Segments</source>
        <translation>细分</translation>
    </message>
    <message>
        <source>Targets</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>Trials</source>
        <translation>实验对比</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>报告</translation>
    </message>
    <message>
        <source>Data coverage</source>
        <translation>数据覆盖</translation>
    </message>
    <message>
        <source>{count} {count:day|days} missing</source>
        <translation>缺 {count} 天</translation>
    </message>
    <message>
        <source>Checking for alerts</source>
        <translation>检查异动</translation>
    </message>
    <message>
        <source>{count} {count:day|days} after today: check the dates</source>
        <translation>有 {count} 天在今天之后：请核对日期</translation>
    </message>
    <message>
        <source>Column gone: {names}</source>
        <translation>报表缺列：{names}</translation>
    </message>
    <message>
        <source>Columns gone: {names} …</source>
        <translation>报表缺列：{names} 等</translation>
    </message>
</context>
<context>
    <name>Overview</name>
    <message>
        <source>Last day</source>
        <translation>最近一天</translation>
    </message>
    <message>
        <source>Whole period</source>
        <translation>整段时间</translation>
    </message>
    <message>
        <source>Tiles…</source>
        <translation>指标卡…</translation>
    </message>
    <message>
        <source>Choose up to eight tiles; drag a tile, or Alt+← →, to move it</source>
        <translation>最多选 8 张指标卡；拖动，或按 Alt+← → 调整顺序</translation>
    </message>
    <message>
        <source>Metrics…</source>
        <translation>口径…</translation>
    </message>
    <message>
        <source>What each metric means, and own metrics by formula</source>
        <translation>每个指标的口径，以及用公式自建指标</translation>
    </message>
    <message>
        <source>move tile</source>
        <translation>移动指标卡</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>载入中…</translation>
    </message>
    <message>
        <source>Checking for alerts</source>
        <translation>检查异动</translation>
    </message>
    <message>
        <source>{count} {count:alert waits|alerts wait}</source>
        <translation>{count} 条异动未处理</translation>
    </message>
</context>
<context>
    <name>TileRow</name>
    <message>
        <source>better</source>
        <translation>好</translation>
    </message>
    <message>
        <source>worse</source>
        <translation>差</translation>
    </message>
    <message>
        <source>no data</source>
        <translation>缺数据</translation>
    </message>
    <message>
        <source>Copy picture</source>
        <translation>复制图片</translation>
    </message>
    <message>
        <source>Copy as table</source>
        <translation>复制为表格</translation>
    </message>
    <message>
        <source>Show as table</source>
        <translation>显示为表格</translation>
    </message>
    <message>
        <source>Tiles</source>
        <translation>指标卡</translation>
    </message>
</context>
</TS>
