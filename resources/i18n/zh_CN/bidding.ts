<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>AudienceCard</name>
    <message>
        <source>Audience</source>
        <translation>人群</translation>
    </message>
    <message>
        <source>No report by audience is imported.</source>
        <translation>还没有导入人群报表。</translation>
    </message>
    <message>
        <source>too few orders to tell audiences apart</source>
        <translation>成交太少，分不出人群高低</translation>
    </message>
    <message>
        <source>Audiences</source>
        <translation>人群溢价</translation>
    </message>
    <message>
        <source>% of the bid</source>
        <translation>出价的 %</translation>
    </message>
    <message>
        <source>differences may be luck: 100 % is safer</source>
        <translation>差异可能只是运气，保持 100 % 更稳</translation>
    </message>
    <message>
        <source>audiences differ by more than luck</source>
        <translation>人群之间的差异不只是运气</translation>
    </message>
</context>
<context>
    <name>BiddingPage</name>
    <message>
        <source>What happened by hour</source>
        <translation>分时实际</translation>
    </message>
    <message>
        <source>{budget} yuan a day</source>
        <translation>{budget} 元/天</translation>
    </message>
    <message>
        <source>Plans</source>
        <translation>计划</translation>
    </message>
    <message>
        <source>The reports name {count} {count:campaign|campaigns}. A plan keeps what you set for each.</source>
        <translation>报表里有 {count} 个推广计划。在这里为每个计划记下你设的折扣。</translation>
    </message>
    <message>
        <source>No campaign report is imported: add an empty plan with New.</source>
        <translation>还没有导入计划报表：可用“新建”加一个空计划。</translation>
    </message>
    <message>
        <source>Make {count} {count:plan|plans}</source>
        <translation>建立 {count} 个计划</translation>
    </message>
    <message>
        <source>All hours</source>
        <translation>全部时段</translation>
    </message>
    <message>
        <source>Regions: {names}</source>
        <translation>地域：{names}</translation>
    </message>
    <message>
        <source>From the reports: {count} {count:plan|plans}</source>
        <translation>按报表建立 {count} 个计划</translation>
    </message>
    <message>
        <source>Empty plan for {platform}</source>
        <translation>新建空计划 · {platform}</translation>
    </message>
    <message>
        <source>Remove {name}</source>
        <translation>删除 {name}</translation>
    </message>
    <message>
        <source>Add {count} {count:plan|plans}</source>
        <translation>新增 {count} 个计划</translation>
    </message>
    <message>
        <source>Plan {number}</source>
        <translation>计划 {number}</translation>
    </message>
    <message>
        <source>Add {name}</source>
        <translation>新增 {name}</translation>
    </message>
    <message>
        <source>{count} {count:hour|hours} to {value} %</source>
        <translation>{count} 格改为 {value} %</translation>
    </message>
    <message>
        <source>change {count} {count:hour|hours}</source>
        <translation>改 {count} 格</translation>
    </message>
    <message>
        <source>change {count} {count:region|regions}</source>
        <translation>改 {count} 个地域</translation>
    </message>
    <message>
        <source>change {count} {count:audience|audiences}</source>
        <translation>改 {count} 个人群</translation>
    </message>
    <message>
        <source>all hours to 100 %</source>
        <translation>全部时段改为 100 %</translation>
    </message>
    <message>
        <source>copy a day to all days</source>
        <translation>一天复制到全周</translation>
    </message>
    <message>
        <source>half hours</source>
        <translation>半小时一格</translation>
    </message>
    <message>
        <source>whole hours</source>
        <translation>一小时一格</translation>
    </message>
    <message>
        <source>The week of {name} is on the clipboard.</source>
        <translation>{name} 的分时折扣已复制。</translation>
    </message>
    <message>
        <source>Not a schedule: {part}</source>
        <translation>不是分时折扣文本：{part}</translation>
    </message>
    <message>
        <source>paste a week</source>
        <translation>粘贴分时折扣</translation>
    </message>
    <message>
        <source>＋ New</source>
        <translation>＋ 新建</translation>
    </message>
    <message>
        <source>Import ads reports by hour, region and audience (or orders): they show where bids pay.</source>
        <translation>导入推广的分时、地域、人群报表（或订单），就能看出钱花在哪里值得。</translation>
    </message>
    <message>
        <source>Import files…</source>
        <translation>导入文件…</translation>
    </message>
</context>
<context>
    <name>Bids</name>
    <message>
        <source>Factor</source>
        <translation>系数 .5–1.8</translation>
    </message>
    <message>
        <source>not a number</source>
        <translation>不是数字</translation>
    </message>
    <message>
        <source>whole percents only</source>
        <translation>只能填整数百分比</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>off</source>
        <translation>关</translation>
    </message>
    <message>
        <source>needs clicks and orders</source>
        <translation>需要点击和成交数据</translation>
    </message>
    <message>
        <source>{mean} times the average conversion, 80 % between {low} and {high}; {orders} {orders:order|orders}, {expected} expected</source>
        <translation>转化率约为平均的 {mean} 倍，80 % 区间 {low}–{high}；成交 {orders} 单，按平均应有 {expected} 单</translation>
    </message>
    <message>
        <source>Clicks</source>
        <translation>点击</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>花费</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>成交笔数</translation>
    </message>
    <message>
        <source>ROI</source>
        <translation>ROI</translation>
    </message>
    <message>
        <source>Conversion</source>
        <translation>转化率</translation>
    </message>
    <message>
        <source>Revenue</source>
        <translation>成交金额</translation>
    </message>
    <message>
        <source>yuan</source>
        <translation>元</translation>
    </message>
    <message>
        <source>ads report</source>
        <translation>推广报表</translation>
    </message>
    <message>
        <source>shop report</source>
        <translation>生意参谋</translation>
    </message>
    <message>
        <source>order times</source>
        <translation>订单时间</translation>
    </message>
    <message>
        <source>all plans together</source>
        <translation>全部计划合计</translation>
    </message>
    <message>
        <source>outside the chosen days</source>
        <translation>不在所选日期内</translation>
    </message>
    <message>
        <source>nothing happened here</source>
        <translation>没有数据</translation>
    </message>
    <message>
        <source>no stage</source>
        <translation>未定阶段</translation>
    </message>
    <message>
        <source>new</source>
        <translation>新品期</translation>
    </message>
    <message>
        <source>growing</source>
        <translation>成长期</translation>
    </message>
    <message>
        <source>mature</source>
        <translation>成熟期</translation>
    </message>
    <message>
        <source>no aim</source>
        <translation>未定目标</translation>
    </message>
    <message>
        <source>test items</source>
        <translation>测款</translation>
    </message>
    <message>
        <source>win customers</source>
        <translation>拉新</translation>
    </message>
    <message>
        <source>harvest</source>
        <translation>收割</translation>
    </message>
    <message>
        <source>half hours possible</source>
        <translation>可半小时一格</translation>
    </message>
    <message>
        <source>the same every day</source>
        <translation>每天相同</translation>
    </message>
    <message>
        <source>at most {count} {count:window|windows} a day</source>
        <translation>每天最多 {count} 段</translation>
    </message>
    <message>
        <source>manual-bid plans only</source>
        <translation>仅手动出价计划</translation>
    </message>
    <message>
        <source>please check</source>
        <translation>请核对</translation>
    </message>
    <message>
        <source>{platform} has no region setting</source>
        <translation>{platform}不能设地域</translation>
    </message>
    <message>
        <source>{platform}: regions on / off only</source>
        <translation>{platform}地域只能开 / 关</translation>
    </message>
    <message>
        <source>{platform}: {low}–{high} %</source>
        <translation>{platform} {low}–{high} %</translation>
    </message>
    <message>
        <source>no audience premium</source>
        <translation>没有人群溢价</translation>
    </message>
    <message>
        <source>{low}–{high} % of the bid</source>
        <translation>可设出价的 {low}–{high} %</translation>
    </message>
    <message>
        <source>{value} is below the {low} % that {platform} takes</source>
        <translation>{value} 低于{platform}的下限 {low} %</translation>
    </message>
    <message>
        <source>{value} is above the {high} % that {platform} takes</source>
        <translation>{value} 高于{platform}的上限 {high} %</translation>
    </message>
    <message>
        <source>{platform} only takes 0 (off) and 100 (on)</source>
        <translation>{platform}只能填 0（关）或 100（开）</translation>
    </message>
    <message>
        <source>{platform} has no such setting</source>
        <translation>{platform}没有这项设置</translation>
    </message>
    <message>
        <source>{platform} takes one profile for all days</source>
        <translation>{platform}每天只能用同一组折扣</translation>
    </message>
    <message>
        <source>{value} windows on one day: {platform} takes {high}</source>
        <translation>一天里有 {value} 段：{platform}最多 {high} 段</translation>
    </message>
    <message>
        <source>on / off only</source>
        <translation>只能开 / 关</translation>
    </message>
    <message>
        <source>{span} or off</source>
        <translation>{span} 或关</translation>
    </message>
    <message>
        <source>Sold</source>
        <translation>成交</translation>
    </message>
    <message>
        <source>{name}: too few orders to tell luck from pattern, 100 % is safer.</source>
        <translation>{name}：单太少，分不出是运气还是规律，保持 100 % 更稳。</translation>
    </message>
    <message>
        <source>{name}: by luck alone this comes in about {chance} of cases (limit {limit}): 100 % is safer.</source>
        <translation>{name}：只靠运气，出现这样差异的可能约 {chance}（超过 {limit} 就不算规律），保持 100 % 更稳。</translation>
    </message>
    <message>
        <source>{name}: by luck alone this comes in about {chance} of cases (limit {limit}): a pattern.</source>
        <translation>{name}：只靠运气，出现这样差异的可能约 {chance}（不到 {limit}），可以当作规律。</translation>
    </message>
</context>
<context>
    <name>EvidenceCard</name>
    <message>
        <source>Evidence</source>
        <translation>依据</translation>
    </message>
    <message>
        <source>behind the selection</source>
        <translation>所选范围背后的数据</translation>
    </message>
    <message>
        <source>selected</source>
        <translation>所选</translation>
    </message>
    <message>
        <source>all</source>
        <translation>整体</translation>
    </message>
    <message>
        <source>ROI against all</source>
        <translation>ROI 与整体之比</translation>
    </message>
    <message>
        <source>conversion against all</source>
        <translation>转化率与整体之比</translation>
    </message>
    <message>
        <source>Rates need clicks and cost: import the ads report.</source>
        <translation>算比率需要点击和花费：请导入推广报表。</translation>
    </message>
    <message>
        <source>No order in {clicks} {clicks:click|clicks}: nothing can be said yet.</source>
        <translation>{clicks} 次点击还没有成交，暂不判断。</translation>
    </message>
    <message>
        <source>Better than the rest, beyond an 80 % interval.</source>
        <translation>好于整体，超出 80 % 区间。</translation>
    </message>
    <message>
        <source>Worse than the rest, beyond an 80 % interval.</source>
        <translation>差于整体，超出 80 % 区间。</translation>
    </message>
    <message>
        <source>No difference of 20 % can be seen with {orders} {orders:order|orders}.</source>
        <translation>{orders} 单里看不出 20 % 的差异。</translation>
    </message>
    <message>
        <source>Can&apos;t tell yet: about {missing} more {missing:order|orders} until a difference of 20 % would show.</source>
        <translation>还看不出来：约再有 {missing} 单才能看出 20 % 的差异。</translation>
    </message>
    <message>
        <source>The test needs an ads report by hour.</source>
        <translation>检验需要推广分时报表。</translation>
    </message>
    <message>
        <source>Hours of the day</source>
        <translation>一天各小时</translation>
    </message>
    <message>
        <source>Hours of the week</source>
        <translation>一周各时段</translation>
    </message>
    <message>
        <source>Select hours or regions to hold them against all.</source>
        <translation>选中几格时段或几个地区，就能看它们和整体差多少。</translation>
    </message>
    <message>
        <source>Luck or pattern?</source>
        <translation>是规律还是运气？</translation>
    </message>
</context>
<context>
    <name>HourCard</name>
    <message>
        <source>ads report</source>
        <translation>推广报表</translation>
    </message>
    <message>
        <source>shop report</source>
        <translation>生意参谋</translation>
    </message>
    <message>
        <source>order times</source>
        <translation>订单时间</translation>
    </message>
    <message>
        <source>Choose or create a plan at the left.</source>
        <translation>请在左边选择或新建计划。</translation>
    </message>
    <message>
        <source>No report by hour and no order times are imported.</source>
        <translation>还没有导入分时报表或订单。</translation>
    </message>
    <message>
        <source>the report names no weekdays: every row is the whole period</source>
        <translation>报表不分星期：每行都是整段合计</translation>
    </message>
    <message>
        <source>All 100 %</source>
        <translation>全部 100 %</translation>
    </message>
    <message>
        <source>Copy the selected day to all days</source>
        <translation>所选这天复制到全周</translation>
    </message>
    <message>
        <source>Copy as console text</source>
        <translation>复制为后台文本</translation>
    </message>
    <message>
        <source>Paste console text</source>
        <translation>粘贴后台文本</translation>
    </message>
    <message>
        <source>Show half hours</source>
        <translation>改为半小时一格</translation>
    </message>
    <message>
        <source>Show whole hours</source>
        <translation>改为一小时一格</translation>
    </message>
    <message>
        <source>Hours</source>
        <translation>分时折扣</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>实际</translation>
    </message>
    <message>
        <source>Set now</source>
        <translation>当前编辑</translation>
    </message>
    <message>
        <source>Templates ▾</source>
        <translation>模板 ▾</translation>
    </message>
    <message>
        <source>Figure shown</source>
        <translation>显示的指标</translation>
    </message>
    <message>
        <source>Source of the figures</source>
        <translation>数据来源</translation>
    </message>
    <message>
        <source>Percent for the selected cells</source>
        <translation>所选格的百分比</translation>
    </message>
    <message>
        <source>5 percent less</source>
        <translation>减 5 %</translation>
    </message>
    <message>
        <source>5 percent more</source>
        <translation>加 5 %</translation>
    </message>
    <message>
        <source>Hours of the week</source>
        <translation>一周各时段</translation>
    </message>
    <message>
        <source>under 30 clicks or 3 orders</source>
        <translation>点击不足 30 或成交不足 3 单</translation>
    </message>
</context>
<context>
    <name>PlanForm</name>
    <message>
        <source>Stage</source>
        <translation>阶段</translation>
    </message>
    <message>
        <source>Aim</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>At least {least} yuan a day</source>
        <translation>每天至少 {least} 元</translation>
    </message>
    <message>
        <source>Daily budget</source>
        <translation>日预算</translation>
    </message>
    <message>
        <source>Budget a day</source>
        <translation>日预算 元</translation>
    </message>
</context>
<context>
    <name>PlanList</name>
    <message>
        <source>budget unknown</source>
        <translation>预算未填</translation>
    </message>
    <message>
        <source>{budget} yuan a day</source>
        <translation>{budget} 元/天</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>已改</translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation>未改</translation>
    </message>
</context>
<context>
    <name>RegionCard</name>
    <message>
        <source>Region</source>
        <translation>地域</translation>
    </message>
    <message>
        <source>no report by region and no orders with a region</source>
        <translation>没有地域报表，也没有带地区的订单</translation>
    </message>
    <message>
        <source>Regions</source>
        <translation>地域</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>地图</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>Set now %</source>
        <translation>当前编辑 %</translation>
    </message>
    <message>
        <source>Figure shown on the map</source>
        <translation>地图显示的指标</translation>
    </message>
    <message>
        <source>Regions as a table</source>
        <translation>地域表格</translation>
    </message>
    <message>
        <source>differences may be luck: 100 % is safer</source>
        <translation>差异可能只是运气，保持 100 % 更稳</translation>
    </message>
    <message>
        <source>conversion differs by more than luck</source>
        <translation>转化差异不只是运气</translation>
    </message>
    <message>
        <source>dashed: too few orders</source>
        <translation>虚线：单太少</translation>
    </message>
</context>
</TS>
