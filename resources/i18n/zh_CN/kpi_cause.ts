<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>ActionDialog</name>
    <message>
        <source>Action</source>
        <translation>行动</translation>
    </message>
    <message>
        <source>e.g. extend the coupon, stop the word, new main image</source>
        <translation>例如：延长优惠券、停掉这个词、换主图</translation>
    </message>
    <message>
        <source>What</source>
        <translation>做什么</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>负责人</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>期限</translation>
    </message>
    <message>
        <source>Judged by</source>
        <translation>看哪个指标</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>为什么</translation>
    </message>
    <message>
        <source>Once it is carried out, the metric since then is held against the days before, with its chance.</source>
        <translation>执行之后，会拿执行日以来的指标和之前相比，并说明偶然的可能。</translation>
    </message>
    <message>
        <source>Store</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>ActionList</name>
    <message>
        <source>What</source>
        <translation>做什么</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>负责人</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>期限</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Works since</source>
        <translation>生效日</translation>
    </message>
    <message>
        <source>Judged</source>
        <translation>评估</translation>
    </message>
    <message>
        <source>planned</source>
        <translation>待执行</translation>
    </message>
    <message>
        <source>carried out</source>
        <translation>已执行</translation>
    </message>
    <message>
        <source>dropped</source>
        <translation>已放弃</translation>
    </message>
    <message>
        <source>No action on this metric yet. “Turn into an action…” notes who does what until when, and judges it.</source>
        <translation>这个指标还没有行动。用“转成行动…”记下谁、做什么、到哪天，并在执行后评估效果。</translation>
    </message>
    <message>
        <source>Carried out</source>
        <translation>已执行</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>编辑…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>carried out: {title}</source>
        <translation>执行：{title}</translation>
    </message>
    <message>
        <source>remove action {title}</source>
        <translation>删除行动 {title}</translation>
    </message>
    <message>
        <source>no full day since</source>
        <translation>执行后还没有完整的一天</translation>
    </message>
    <message>
        <source>no figures on one side</source>
        <translation>有一边没有数据</translation>
    </message>
    <message>
        <source>{name} {after} against {before}: {start} → {end}</source>
        <translation>{name} {after} 对 {before}：{start} → {end}</translation>
    </message>
    <message>
        <source>better, beyond chance</source>
        <translation>变好，超出偶然</translation>
    </message>
    <message>
        <source>worse, beyond chance</source>
        <translation>变差，超出偶然</translation>
    </message>
    <message>
        <source>moved, beyond chance</source>
        <translation>有变化，超出偶然</translation>
    </message>
    <message>
        <source>too few to say</source>
        <translation>数据太少，暂不判断</translation>
    </message>
    <message>
        <source>campaign days on one side: not to be compared</source>
        <translation>只有一边有大促日，不可比</translation>
    </message>
    <message>
        <source>can&apos;t tell yet, about {count} more {count:day|days}</source>
        <translation>还看不出来，还需约 {count} 天</translation>
    </message>
    <message>
        <source>can&apos;t tell: {reason}</source>
        <translation>还看不出来：{reason}</translation>
    </message>
    <message>
        <source>Actions on this metric</source>
        <translation>这个指标的行动</translation>
    </message>
</context>
<context>
    <name>CauseCard</name>
    <message>
        <source>Causes</source>
        <translation>归因</translation>
    </message>
    <message>
        <source>Order ▾</source>
        <translation>顺序 ▾</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>方法</translation>
    </message>
    <message>
        <source>Divide by</source>
        <translation>拆分</translation>
    </message>
    <message>
        <source>Import files…</source>
        <translation>导入文件…</translation>
    </message>
    <message>
        <source>Reading sources, items and regions</source>
        <translation>正在读来源、商品和地域</translation>
    </message>
    <message>
        <source>Reading sources, items and regions…</source>
        <translation>正在读来源、商品和地域…</translation>
    </message>
    <message>
        <source>Divide: best</source>
        <translation>拆分：自动</translation>
    </message>
    <message>
        <source>LMDI fits products; Shapley any figure; chain substitution depends on the order</source>
        <translation>LMDI 适合连乘的指标；Shapley 适合任何指标；连环替代法的结果取决于替代顺序</translation>
    </message>
    <message>
        <source>Whole by {dimension}</source>
        <translation>整体按{dimension}</translation>
    </message>
    <message>
        <source>Factors by {dimension}</source>
        <translation>各因素按{dimension}</translation>
    </message>
    <message>
        <source>Divide line ▾</source>
        <translation>再拆一层 ▾</translation>
    </message>
    <message>
        <source>Divide the chosen segment once more, e.g. a source by items; lines with an arrow can be divided</source>
        <translation>把选中的明细再拆一层，例如来源再按商品；带箭头的行可以再拆</translation>
    </message>
    <message>
        <source>Reading what divides segments further</source>
        <translation>读取可再拆分的明细</translation>
    </message>
    <message>
        <source>Explaining the change</source>
        <translation>正在解释变化</translation>
    </message>
</context>
<context>
    <name>CauseView</name>
    <message>
        <source>Metric</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>action {title}</source>
        <translation>行动 {title}</translation>
    </message>
</context>
<context>
    <name>EffectTree</name>
    <message>
        <source>Note</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>Effect</source>
        <translation>影响</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>之前</translation>
    </message>
    <message>
        <source>After</source>
        <translation>之后</translation>
    </message>
    <message>
        <source>Factor · segment</source>
        <translation>因素 · 明细</translation>
    </message>
    <message>
        <source>Factors and segments</source>
        <translation>因素和明细</translation>
    </message>
    <message>
        <source>{name} by {dimension}</source>
        <translation>{name} · 按{dimension}</translation>
    </message>
    <message>
        <source>Divide by {dimension}</source>
        <translation>按{dimension}拆分</translation>
    </message>
    <message>
        <source>Only one part is in it</source>
        <translation>里面只有一项，不用再拆</translation>
    </message>
</context>
<context>
    <name>FlowLine</name>
    <message>
        <source>Watch</source>
        <translation>监测</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>发现</translation>
    </message>
    <message>
        <source>Cause</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>策略</translation>
    </message>
    <message>
        <source>Do</source>
        <translation>执行</translation>
    </message>
    <message>
        <source>Judge</source>
        <translation>评估</translation>
    </message>
</context>
<context>
    <name>KpiCause</name>
    <message>
        <source>points</source>
        <translation>百分点</translation>
    </message>
    <message>
        <source>{name} {after} against {before}: {start} → {end} {change}</source>
        <translation>{name} {after} 对 {before}：{start} → {end} {change}</translation>
    </message>
    <message>
        <source> (a day)</source>
        <translation>（日均）</translation>
    </message>
    <message>
        <source>LMDI, additive</source>
        <translation>LMDI 加法分解</translation>
    </message>
    <message>
        <source>Shapley</source>
        <translation>Shapley</translation>
    </message>
    <message>
        <source>Chain substitution</source>
        <translation>连环替代法</translation>
    </message>
    <message>
        <source>Mix and rate</source>
        <translation>结构与比率</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>直接相减</translation>
    </message>
    <message>
        <source>source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>item</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>region</source>
        <translation>地域</translation>
    </message>
    <message>
        <source>region of ads</source>
        <translation>推广地域</translation>
    </message>
    <message>
        <source>new or old buyer</source>
        <translation>新老客</translation>
    </message>
    <message>
        <source>platform</source>
        <translation>平台</translation>
    </message>
    <message>
        <source>not told by the report</source>
        <translation>其余/未分到</translation>
    </message>
    <message>
        <source>{count} others</source>
        <translation>其余 {count} 个</translation>
    </message>
    <message>
        <source>new buyers</source>
        <translation>新客</translation>
    </message>
    <message>
        <source>old buyers</source>
        <translation>老客</translation>
    </message>
    <message>
        <source>{terms} = {total}, the difference</source>
        <translation>{terms} = {total}，与差额一致</translation>
    </message>
    <message>
        <source>{text}; {names} within chance</source>
        <translation>{text}；{names}在偶然范围内</translation>
    </message>
    <message>
        <source>{text} ({segment})</source>
        <translation>{text}（{segment}）</translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message>
        <source>{head}: {parts}</source>
        <translation>{head}：{parts}</translation>
    </message>
    <message>
        <source>no difference</source>
        <translation>没有变化</translation>
    </message>
    <message>
        <source>Only {before} and {after} events stand behind the two values: the parts are arithmetic, no finding.</source>
        <translation>两边各只有 {before} 和 {after} 次成交（事件），拆分只是算术，不能当结论。</translation>
    </message>
    <message>
        <source>too few to say</source>
        <translation>数据太少，暂不判断</translation>
    </message>
    <message>
        <source>How much chance is in this figure is not known, so that nobody can say whether it really moved.</source>
        <translation>不知道这个数有多大偶然性，所以说不清它是否真的变了。</translation>
    </message>
    <message>
        <source>chance unknown</source>
        <translation>偶然性未知</translation>
    </message>
    <message>
        <source>80 % interval of the difference {low} … {high}; within ±{reach} it may be chance (95 %).</source>
        <translation>差额的 80 % 区间 {low} … {high}；在 ±{reach} 以内可能只是偶然（95 %）。</translation>
    </message>
    <message>
        <source>Reckoned from counts alone: the ten weeks before hold too few days to learn how days vary.</source>
        <translation>只按次数估算：之前十周的数据太少，学不到每天的波动。</translation>
    </message>
    <message>
        <source>can&apos;t tell yet</source>
        <translation>还看不出来</translation>
    </message>
    <message>
        <source>80 % interval {low} … {high}</source>
        <translation>80 % 区间 {low} … {high}</translation>
    </message>
    <message>
        <source>within chance</source>
        <translation>偶然范围内</translation>
    </message>
    <message>
        <source>own rate {rate}, weight {mix}</source>
        <translation>自身比率 {rate}，占比变化 {mix}</translation>
    </message>
    <message>
        <source>Compared by the day: {before} {before:day|days} against {after} {after:day|days} with data.</source>
        <translation>天数不同，按日均比较：前 {before} 天，后 {after} 天有数据。</translation>
    </message>
    <message>
        <source>Left out, since figures are missing: {days}</source>
        <translation>缺数据、未计入：{days}</translation>
    </message>
    <message>
        <source>People are added day by day: an upper bound.</source>
        <translation>人数按日累加，是上限。</translation>
    </message>
    <message>
        <source>A factor is 0 or less: divided by Shapley, which needs no logarithm.</source>
        <translation>有因素为 0 或负数，改用 Shapley 拆分。</translation>
    </message>
    <message>
        <source>Order: {order}. Another order gives other parts.</source>
        <translation>替代顺序：{order}。换个顺序，各项会不同。</translation>
    </message>
    <message>
        <source>By {dimension}: the lines add up to {share} more than the shop; scaled down alike.</source>
        <translation>按{dimension}：各行合计比全店多 {share}，已同比例折算。</translation>
    </message>
    <message>
        <source>By {dimension}: the report has {before} and {after} days, taken to the same number of days.</source>
        <translation>按{dimension}：报表前后只有 {before} 和 {after} 天，已按日均折算。</translation>
    </message>
    <message>
        <source>Not divided by {dimension}: its report covers {before} before and {after} after, which would look like a change. Import what is missing.</source>
        <translation>没有按{dimension}拆：报表前后覆盖 {before} 和 {after}，差别太大会被当成变化。请补导入缺的报表。</translation>
    </message>
    <message>
        <source>To divide by {dimension}: import “{table}” for {days}</source>
        <translation>要按{dimension}拆：请导入 {days} 的“{table}”</translation>
    </message>
    <message>
        <source>{name} {days}, in both</source>
        <translation>{name} {days}，两段都有</translation>
    </message>
    <message>
        <source>{name} {days}, only before</source>
        <translation>{name} {days}，只在之前</translation>
    </message>
    <message>
        <source>{name} {days}, only after</source>
        <translation>{name} {days}，只在之后</translation>
    </message>
    <message>
        <source>offer {name} began on {day}</source>
        <translation>优惠“{name}”{day} 开始</translation>
    </message>
    <message>
        <source>offer {name} ended on {day}</source>
        <translation>优惠“{name}”{day} 到期</translation>
    </message>
    <message>
        <source>bid plan {name} exported on {day}</source>
        <translation>出价计划“{name}”{day} 导出</translation>
    </message>
    <message>
        <source>{name}: {before} → {after} yuan a piece</source>
        <translation>{name}：件均价 {before} → {after} 元</translation>
    </message>
    <message>
        <source>{name}: {before} pieces before, none after</source>
        <translation>{name}：之前卖 {before} 件，之后没有卖出</translation>
    </message>
    <message>
        <source>{day} note: {name}</source>
        <translation>{day} 备注：{name}</translation>
    </message>
    <message>
        <source>No figures for {days}: import the report with {parts}.</source>
        <translation>{days} 没有数据：请导入含“{parts}”的报表。</translation>
    </message>
    <message>
        <source>Another platform&apos;s figures begin on {day}: held against days without them, that would look like growth. Choose days on one side of it.</source>
        <translation>另一个平台的数据从 {day} 才开始：和之前的日子相比会像是增长。请选同在这一天之前或之后的日子。</translation>
    </message>
    <message>
        <source>{name} has no value on one of the two sides, because what it is divided by is 0 there.</source>
        <translation>{name} 在其中一段没有值：分母为 0。</translation>
    </message>
    <message>
        <source>By {dimension}: the same people stand in several lines, up to {share} more than the shop has; scaled down alike.</source>
        <translation>按{dimension}：同一人会算在几行里，合计最多比全店多 {share}，已同比例折算。</translation>
    </message>
    <message>
        <source>Only one side holds {names}: the difference holds the campaign.</source>
        <translation>{names}只在其中一段：差额里包含大促的影响。</translation>
    </message>
    <message>
        <source>difference beyond chance</source>
        <translation>差额超出偶然</translation>
    </message>
    <message>
        <source>plan</source>
        <translation>计划</translation>
    </message>
    <message>
        <source>keyword</source>
        <translation>关键词</translation>
    </message>
    <message>
        <source>quadrant</source>
        <translation>词象限</translation>
    </message>
    <message>
        <source>kind of source</source>
        <translation>来源大类</translation>
    </message>
    <message>
        <source>without a name</source>
        <translation>未注明</translation>
    </message>
</context>
<context>
    <name>PairDialog</name>
    <message>
        <source>Compare which days?</source>
        <translation>比较哪些日子？</translation>
    </message>
    <message>
        <source>After, from</source>
        <translation>之后，从</translation>
    </message>
    <message>
        <source>to</source>
        <translation>到</translation>
    </message>
    <message>
        <source>Before, from</source>
        <translation>之前，从</translation>
    </message>
    <message>
        <source>Periods of different length are compared by the day.</source>
        <translation>天数不同的两段按日均比较。</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>PeriodChoice</name>
    <message>
        <source>Periods</source>
        <translation>时间段</translation>
    </message>
    <message>
        <source>{name}: {after} against {before}</source>
        <translation>{name}：{after} 对 {before}</translation>
    </message>
    <message>
        <source>{after} against {before}</source>
        <translation>{after} 对 {before}</translation>
    </message>
    <message>
        <source>Other days…</source>
        <translation>其他日子…</translation>
    </message>
    <message>
        <source>Same weekday</source>
        <translation>上周同日</translation>
    </message>
    <message>
        <source>Day before</source>
        <translation>前一天</translation>
    </message>
    <message>
        <source>7 days</source>
        <translation>7 天</translation>
    </message>
    <message>
        <source>28 days</source>
        <translation>28 天</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>所选期间</translation>
    </message>
</context>
<context>
    <name>SidePanel</name>
    <message>
        <source>At the same time (no proof of a cause)</source>
        <translation>同时发生（不等于原因）</translation>
    </message>
    <message>
        <source>Nothing known: campaigns, offers, notes</source>
        <translation>没有已知的大促、优惠或备注</translation>
    </message>
    <message>
        <source>Turn into an action…</source>
        <translation>转成行动…</translation>
    </message>
    <message>
        <source>No factor stands out.</source>
        <translation>没有突出的因素。</translation>
    </message>
    <message>
        <source>{segment}: {factor} {effect}</source>
        <translation>{segment}：{factor} {effect}</translation>
    </message>
    <message>
        <source>See the offer {name}</source>
        <translation>在优惠设计中看“{name}”</translation>
    </message>
    <message>
        <source>To the offers</source>
        <translation>去优惠设计</translation>
    </message>
    <message>
        <source>To the bid plans</source>
        <translation>去出价计划</translation>
    </message>
    <message>
        <source>To the keywords</source>
        <translation>去关键词库</translation>
    </message>
    <message>
        <source>Full analysis…</source>
        <translation>查看完整归因…</translation>
    </message>
</context>
</TS>
