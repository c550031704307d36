<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Findings</name>
    <message>
        <source>Choose what to compare with: a change needs two periods.</source>
        <translation>先选一个对比期：有两段时间才谈得上变化。</translation>
    </message>
    <message>
        <source>Looks through all sources, items, regions and buyer groups, alone and combined, for what moved differently from the rest.</source>
        <translation>在所有来源、商品、地域和新老客里逐个、并组合着找：哪一处的变动和其余各处不一样。</translation>
    </message>
    <message>
        <source>No report by source, item or order covers both periods. Import them for both, then search again.</source>
        <translation>没有同时覆盖两段时间的来源、商品或订单报表。把两段时间的都导入后再搜索。</translation>
    </message>
    <message>
        <source>Different cuts hold the same money: these amounts are not to be added.</source>
        <translation>不同的切法说的是同一笔钱：这些金额不能相加。</translation>
    </message>
    <message>
        <source>about {amount} yuan</source>
        <translation>约 {amount} 元</translation>
    </message>
    <message>
        <source>Look at causes</source>
        <translation>看原因</translation>
    </message>
    <message>
        <source>wider or narrower: {slices}</source>
        <translation>也可以更宽或更细地看：{slices}</translation>
    </message>
    <message>
        <source>{before} days have this report before, {days} now</source>
        <translation>对比期 {before} 天、本期 {days} 天有这份报表</translation>
    </message>
    <message>
        <source>Nothing moved differently from the rest by more than chance and its usual swings.</source>
        <translation>没有哪一处的变动和其余各处不同到超出偶然和平常的波动。</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>正在搜索…</translation>
    </message>
</context>
<context>
    <name>FunnelBox</name>
    <message>
        <source>Funnel: {name}</source>
        <translation>漏斗：{name}</translation>
    </message>
</context>
<context>
    <name>PathBar</name>
    <message>
        <source>← Back</source>
        <translation>← 返回</translation>
    </message>
    <message>
        <source>Divide line ▾</source>
        <translation>再拆一层 ▾</translation>
    </message>
    <message>
        <source>Divide the chosen line by what a report tells of both</source>
        <translation>把选中的这一行再按另一个维度拆开</translation>
    </message>
    <message>
        <source>No imported report divides this line further. Item sources divide sources by items, order lines divide items by regions and buyers.</source>
        <translation>已导入的报表不能再拆这一行。导入商品流量来源可把来源拆到商品，导入宝贝订单明细可把商品拆到地域和新老客。</translation>
    </message>
    <message>
        <source>Choose a line of the table first</source>
        <translation>先在表里选一行</translation>
    </message>
</context>
<context>
    <name>Segments</name>
    <message>
        <source>Sources</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Sources in detail</source>
        <translation>来源明细</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Regions</source>
        <translation>地域</translation>
    </message>
    <message>
        <source>New and old buyers</source>
        <translation>新老客</translation>
    </message>
    <message>
        <source>Platforms</source>
        <translation>平台</translation>
    </message>
    <message>
        <source>Not told</source>
        <translation>未注明</translation>
    </message>
    <message>
        <source>New buyers</source>
        <translation>新客</translation>
    </message>
    <message>
        <source>Old buyers</source>
        <translation>老客</translation>
    </message>
    <message>
        <source>Taobao and Tmall</source>
        <translation>淘宝天猫</translation>
    </message>
    <message>
        <source>JD</source>
        <translation>京东</translation>
    </message>
    <message>
        <source>Pinduoduo</source>
        <translation>拼多多</translation>
    </message>
    <message>
        <source>Douyin</source>
        <translation>抖音</translation>
    </message>
    <message>
        <source>Other tables</source>
        <translation>其他表格</translation>
    </message>
    <message>
        <source>No report by source is imported. Import the shop&apos;s traffic sources, one file a day.</source>
        <translation>还没有按来源的报表。请导入生意参谋“店铺流量来源”，按天下载。</translation>
    </message>
    <message>
        <source>No report by item is imported. Import the item ranking by day, or the order lines.</source>
        <translation>还没有按商品的报表。请导入按天的商品排行，或订单的宝贝明细。</translation>
    </message>
    <message>
        <source>No order names a region. Import the order list with its delivery address.</source>
        <translation>订单里没有地域。请导入带收货地址的订单报表。</translation>
    </message>
    <message>
        <source>No daily figures are imported. Import the daily shop report or the order list.</source>
        <translation>还没有按天的数据。请导入店铺日报或订单报表。</translation>
    </message>
    <message>
        <source>points</source>
        <translation>百分点</translation>
    </message>
    <message>
        <source>more than chance</source>
        <translation>超出偶然</translation>
    </message>
    <message>
        <source>may be chance</source>
        <translation>可能是偶然</translation>
    </message>
    <message>
        <source>too few to tell</source>
        <translation>人太少，还看不出来</translation>
    </message>
    <message>
        <source>Visitors</source>
        <translation>访客</translation>
    </message>
    <message>
        <source>Conversion</source>
        <translation>转化</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>订单</translation>
    </message>
    <message>
        <source>{before} → {after}: {buyers} buyers of {visitors} visitors, {expected} had it moved like the rest</source>
        <translation>{before} → {after}：{visitors} 位访客中 {buyers} 人支付，若与其余各处同步应为 {expected} 人</translation>
    </message>
    <message>
        <source>{before} → {after}; {expected} had it moved like the rest</source>
        <translation>{before} → {after}；若与其余各处同步应为 {expected}</translation>
    </message>
    <message>
        <source>Searched: {tables}</source>
        <translation>已搜索：{tables}</translation>
    </message>
    <message>
        <source>Regions of ads</source>
        <translation>推广地域</translation>
    </message>
    <message>
        <source>No ad report by region is imported. Import the region report of the ads.</source>
        <translation>还没有推广的地域报表。请导入万相台“地域报表”。</translation>
    </message>
    <message>
        <source>New and old buyers aren&apos;t told. Import two months of orders, or the shop report with old buyers.</source>
        <translation>看不出新老客。请导入至少两个月的订单，或带“支付老买家数”的店铺日报。</translation>
    </message>
    <message>
        <source>{days} of {all} days have this report</source>
        <translation>{all} 天中 {days} 天有这份报表</translation>
    </message>
    <message>
        <source>Plans</source>
        <translation>推广计划</translation>
    </message>
    <message>
        <source>Keywords</source>
        <translation>关键词</translation>
    </message>
    <message>
        <source>No ad report by plan is imported. Import the plan report of the ads, by day.</source>
        <translation>还没有导入按计划的推广报表。请导入按天的计划报表。</translation>
    </message>
    <message>
        <source>No ad report by keyword is imported. Import the keyword report of the ads, by day.</source>
        <translation>还没有导入按关键词的推广报表。请导入按天的关键词报表。</translation>
    </message>
    <message>
        <source>From: {tables}</source>
        <translation>来自：{tables}</translation>
    </message>
    <message>
        <source>one person may count in several segments and on several days</source>
        <translation>同一个人可能在几处、几天各计一次</translation>
    </message>
    <message>
        <source>only what keywords cost and brought: other ads are not in it</source>
        <translation>只含关键词带来的花费和成交，不含其他推广</translation>
    </message>
    <message>
        <source>old: bought within {days} days before, told from {day} on</source>
        <translation>老客：此前 {days} 天内买过；从 {day} 起才分得出</translation>
    </message>
    <message>
        <source>{name} as a whole {whole}</source>
        <translation>{name}整体 {whole}</translation>
    </message>
    <message>
        <source>nothing to compare with: the report begins {day}</source>
        <translation>对比期没有数据：报表从 {day} 开始</translation>
    </message>
    <message>
        <source>changes by the day: {days} days now, {before} before</source>
        <translation>天数不同，变化按日均算：本期 {days} 天，对比期 {before} 天</translation>
    </message>
    <message>
        <source>The report behind this tells no visitors and buyers, so there are no steps to show.</source>
        <translation>这份报表里没有访客和买家人数，所以画不出漏斗。</translation>
    </message>
    <message>
        <source>grey bar: {before}</source>
        <translation>灰条：{before}</translation>
    </message>
    <message>
        <source>People are counted once a day; who comes on two days counts twice.</source>
        <translation>人数按天各计一次，两天都来的人计两次（日累加）。</translation>
    </message>
    <message>
        <source>Quadrants</source>
        <translation>词象限</translation>
    </message>
    <message>
        <source>{name} as a whole {whole}, these parts {parts}, two reports differ by {left}</source>
        <translation>{name}整体 {whole}，这里各行合计 {parts}，两份报表相差 {left}</translation>
    </message>
</context>
<context>
    <name>TableCard</name>
    <message>
        <source>Segments</source>
        <translation>细分</translation>
    </message>
    <message>
        <source>Segment</source>
        <translation>细分</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>对比期</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>变化</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>占比</translation>
    </message>
    <message>
        <source>Share of the sum; for a rate, the share of what it is a rate of</source>
        <translation>占合计的比例；比率类指标为分母的占比</translation>
    </message>
    <message>
        <source>Effect</source>
        <translation>影响</translation>
    </message>
    <message>
        <source>What the segment brought to the change of the whole: all effects add up to it</source>
        <translation>这一项给整体变化带来多少：各项的影响相加等于整体的变化</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>走势</translation>
    </message>
    <message>
        <source>Together</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>Shown</source>
        <translation>所示合计</translation>
    </message>
</context>
<context>
    <name>View</name>
    <message>
        <source>Reading segments</source>
        <translation>读取细分</translation>
    </message>
    <message>
        <source>Searching segments</source>
        <translation>搜索细分</translation>
    </message>
    <message>
        <source>Over days</source>
        <translation>走势</translation>
    </message>
    <message>
        <source>Funnel</source>
        <translation>漏斗</translation>
    </message>
    <message>
        <source>What moved</source>
        <translation>变动</translation>
    </message>
    <message>
        <source>Find the largest change</source>
        <translation>搜索最大变化</translation>
    </message>
    <message>
        <source>Metric</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Import files…</source>
        <translation>导入文件…</translation>
    </message>
    <message>
        <source>{metric} by {dimension}</source>
        <translation>{metric}（按{dimension}）</translation>
    </message>
    <message>
        <source>whole shop</source>
        <translation>全店</translation>
    </message>
    <message>
        <source>Two metrics</source>
        <translation>组合</translation>
    </message>
    <message>
        <source>Reading what divides segments further</source>
        <translation>读取可再拆分的明细</translation>
    </message>
</context>
</TS>
