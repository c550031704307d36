<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>BurnUpCard</name>
    <message>
        <source>Target</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>Projected</source>
        <translation>预计</translation>
    </message>
    <message>
        <source>{names} never seen in this shop: counted as ordinary days</source>
        <translation>{names} 本店没有历史，按平常日算</translation>
    </message>
    <message>
        <source>{count} {count:day|days} missing, not counted as 0</source>
        <translation>缺 {count} 天，未按 0 计</translation>
    </message>
    <message>
        <source>Actual</source>
        <translation>实际</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>应到</translation>
    </message>
    <message>
        <source>80 %</source>
        <translation>80 %</translation>
    </message>
    <message>
        <source>{actual} so far, due by now {pace}</source>
        <translation>至今 {actual}，应到 {pace}</translation>
    </message>
    <message>
        <source>This metric was removed, or is neither a sum nor a ratio of sums: it can&apos;t be projected.</source>
        <translation>这个指标已删除，或者既不是合计也不是两项合计之比，无法推算。</translation>
    </message>
</context>
<context>
    <name>KpiTargets</name>
    <message>
        <source>{name} is not a percentage</source>
        <translation>{name} 不是百分比</translation>
    </message>
    <message>
        <source>on course</source>
        <translation>按计划</translation>
    </message>
    <message>
        <source>behind</source>
        <translation>落后</translation>
    </message>
    <message>
        <source>can&apos;t tell yet</source>
        <translation>还看不出来</translation>
    </message>
    <message>
        <source>reached</source>
        <translation>已达成</translation>
    </message>
    <message>
        <source>missed</source>
        <translation>未达成</translation>
    </message>
    <message>
        <source>no data</source>
        <translation>没有数据</translation>
    </message>
    <message>
        <source>too little data to judge</source>
        <translation>数据太少，暂不判断</translation>
    </message>
    <message>
        <source>{verdict}, chance {chance}</source>
        <translation>{verdict}，达成机会 {chance}</translation>
    </message>
    <message>
        <source>over</source>
        <translation>已结束</translation>
    </message>
    <message>
        <source>not begun</source>
        <translation>未开始</translation>
    </message>
    <message>
        <source>{count} {count:day|days} left</source>
        <translation>剩 {count} 天</translation>
    </message>
    <message>
        <source>no data for {days} and {count} more: not counted as 0</source>
        <translation>缺 {days} 等，另有 {count} 天：未按 0 计</translation>
    </message>
    <message>
        <source>no data for {days}: not counted as 0</source>
        <translation>缺 {days}：未按 0 计</translation>
    </message>
    <message>
        <source>{name}: never seen in this shop, counted as ordinary days with a wider interval</source>
        <translation>{name}：本店没有历史，按平常日算，区间放宽</translation>
    </message>
    <message>
        <source>{name}: {lift} times an ordinary day, from {count} own {count:campaign|campaigns}</source>
        <translation>{name}：为平常日的 {lift} 倍，依据本店 {count} 次同名活动</translation>
    </message>
    <message>
        <source>Data as of {day}</source>
        <translation>数据截至 {day}</translation>
    </message>
    <message>
        <source>People are added day by day: an upper bound.</source>
        <translation>人数按日累加，为上限。</translation>
    </message>
    <message>
        <source>To date {actual} (sum over sum, not a mean of days)</source>
        <translation>至今 {actual}（总和 ÷ 总和，不是每日平均）</translation>
    </message>
    <message>
        <source>To date {actual}; these days should have brought {pace} (weekdays and campaigns weighed)</source>
        <translation>至今 {actual}；这些天应到 {pace}（按星期与活动加权）</translation>
    </message>
    <message>
        <source>Projected {value} (80 % interval), chance to reach the target {chance}</source>
        <translation>预计 {value}（80 % 区间），达成机会 {chance}</translation>
    </message>
    <message>
        <source>From the level, weekdays and drift of {days} ordinary {days:day|days} of the last eight weeks and before; the interval holds what is unsure of them, of campaigns, and the luck in single orders.</source>
        <translation>依据近八周 {days} 个平常日及更早的水平、星期规律与走势；区间含这些与活动的不确定，以及零散订单的偶然。</translation>
    </message>
    <message>
        <source>Too little data to judge: {days} ordinary {days:day|days} with {events} {events:event|events} in the last eight weeks; {least_days} days and {least_events} events are needed.</source>
        <translation>数据太少，暂不判断：近八周只有 {days} 个平常日、{events} 次；至少要 {least_days} 天、{least_events} 次。</translation>
    </message>
    <message>
        <source>nothing planned yet</source>
        <translation>还没有计划</translation>
    </message>
    <message>
        <source>no base yet</source>
        <translation>还没有基数</translation>
    </message>
    <message>
        <source>begins {day}</source>
        <translation>{day} 开始</translation>
    </message>
    <message>
        <source>; about {count} more {part} would tell</source>
        <translation>；约还需 {count} 个{part}</translation>
    </message>
    <message>
        <source>Base {value}: {days} of {all} days, {span}</source>
        <translation>基数 {value}：{span}，{all} 天中有 {days} 天</translation>
    </message>
    <message>
        <source>Own base {value}</source>
        <translation>自设基数 {value}</translation>
    </message>
    <message>
        <source>From {day} to date: plan {plan}, actual {actual} (both over the same days)</source>
        <translation>{day} 至今：计划 {plan}，实际 {actual}（同一些天）</translation>
    </message>
    <message>
        <source>To the end: plan {plan}, projected {value} (80 % interval), chance {chance}</source>
        <translation>到结束：计划 {plan}，预计 {value}（80 % 区间），达成机会 {chance}</translation>
    </message>
    <message>
        <source>No report gives {parts} yet: choose another metric</source>
        <translation>缺 {parts}：暂无报表给出，可换指标</translation>
    </message>
    <message>
        <source>{parts} not imported. Import: {tables}</source>
        <translation>缺 {parts}。请导入：{tables}</translation>
    </message>
    <message>
        <source>Too little data to judge: only {known} of {gone} days are there.</source>
        <translation>数据太少，暂不判断：{gone} 天中只有 {known} 天。</translation>
    </message>
</context>
<context>
    <name>SprintCard</name>
    <message>
        <source>Goal</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Base</source>
        <translation>基数</translation>
    </message>
    <message>
        <source>To date: plan / actual</source>
        <translation>至今 计划 / 实际</translation>
    </message>
    <message>
        <source>Projected [80 %]</source>
        <translation>预计 [80 %]</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>判断</translation>
    </message>
    <message>
        <source>Week {number} {span}</source>
        <translation>第 {number} 周 {span}</translation>
    </message>
    <message>
        <source>Plan / actual. Type the planned change against the base, e.g. −5 % or 10; 0 = not begun yet.</source>
        <translation>计划 / 实际。直接输入相对基数的计划变化，如 −5 % 或 10；0 表示还没开始。</translation>
    </message>
    <message>
        <source>this metric can&apos;t be projected</source>
        <translation>这个指标无法预计</translation>
    </message>
    <message>
        <source>{span}: planned {change} = {plan}; actual {actual} from {known} of {days} days</source>
        <translation>{span}：计划 {change} = {plan}；实际 {actual}，{days} 天中有 {known} 天</translation>
    </message>
    <message>
        <source>Plan and actual are sum over sum of the same days; a week at 0 % has not begun.</source>
        <translation>计划与实际都按同一些天的总和 ÷ 总和；填 0 % 的周表示还没开始。</translation>
    </message>
    <message>
        <source>Edit the plan of the sprint</source>
        <translation>修改冲刺计划</translation>
    </message>
    <message>
        <source>Sprint</source>
        <translation>冲刺</translation>
    </message>
    <message>
        <source>please check</source>
        <translation>请核对</translation>
    </message>
    <message>
        <source>New sprint…</source>
        <translation>新冲刺…</translation>
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
        <source>Start from a template…</source>
        <translation>从模板开始…</translation>
    </message>
    <message>
        <source>Goals of the sprint by weeks</source>
        <translation>冲刺各周指标</translation>
    </message>
    <message>
        <source>A sprint moves a few metrics within four weeks, e.g. cost per click −5 %, click rate +10 %, ROI +8 %. Each goal is held against its own plan week by week, with the chance to make it.</source>
        <translation>冲刺用四周抓几个指标，例如平均点击花费 −5 %、点击率 +10 %、投产比 +8 %。每个指标逐周对照自己的计划，并给出做到的机会。</translation>
    </message>
    <message>
        <source>{span} · not begun</source>
        <translation>{span} · 未开始</translation>
    </message>
    <message>
        <source>{span} · over</source>
        <translation>{span} · 已结束</translation>
    </message>
    <message>
        <source>{span} · day {day} of {days}, {left} left</source>
        <translation>{span} · 第 {day} / {days} 天，剩 {left} 天</translation>
    </message>
    <message>
        <source>The same number of days just before the start; type another one, or clear it</source>
        <translation>开始前同样天数；可直接改，清空则恢复</translation>
    </message>
    <message>
        <source>removed metric</source>
        <translation>已删除的指标</translation>
    </message>
</context>
<context>
    <name>SprintDialog</name>
    <message>
        <source>I have checked what the template leaves open</source>
        <translation>模板中未写明的，我已核对</translation>
    </message>
    <message>
        <source>Start sprint</source>
        <translation>开始冲刺</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>New sprint</source>
        <translation>新冲刺</translation>
    </message>
    <message>
        <source>Edit sprint</source>
        <translation>编辑冲刺</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>模板</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>第一天</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>天数</translation>
    </message>
    <message>
        <source>Goals</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Choose at least one goal.</source>
        <translation>请至少选一个指标。</translation>
    </message>
    <message>
        <source>Another sprint starts on this day: choose another day.</source>
        <translation>这一天已有冲刺开始，请换一天。</translation>
    </message>
    <message>
        <source>removed metric</source>
        <translation>已删除的指标</translation>
    </message>
</context>
<context>
    <name>TargetDialog</name>
    <message>
        <source>e.g. 100000, 10万, 3.5 %</source>
        <translation>如 100000、10万、3.5 %</translation>
    </message>
    <message>
        <source>Take it</source>
        <translation>采用</translation>
    </message>
    <message>
        <source>Set target</source>
        <translation>设定目标</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>New target</source>
        <translation>新目标</translation>
    </message>
    <message>
        <source>Edit target</source>
        <translation>编辑目标</translation>
    </message>
    <message>
        <source>Metric</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>周期</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>第一天</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>最后一天</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>起止日</translation>
    </message>
    <message>
        <source>Side</source>
        <translation>方向</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>{name} (not imported)</source>
        <translation>{name}（未导入）</translation>
    </message>
    <message>
        <source>own days</source>
        <translation>自选日期</translation>
    </message>
    <message>
        <source>at least (≥)</source>
        <translation>不低于（≥）</translation>
    </message>
    <message>
        <source>at most (≤)</source>
        <translation>不高于（≤）</translation>
    </message>
    <message>
        <source>Suggestion {value}</source>
        <translation>建议 {value}</translation>
    </message>
    <message>
        <source>heading for {value} (80 % interval)</source>
        <translation>照此下去 {value}（80 % 区间）</translation>
    </message>
    <message>
        <source>last year {value}</source>
        <translation>去年同期 {value}</translation>
    </message>
    <message>
        <source>No suggestion: too little data for this metric and these days.</source>
        <translation>没有建议：这个指标和这些天的数据太少。</translation>
    </message>
    <message>
        <source>The last day comes before the first.</source>
        <translation>最后一天早于第一天。</translation>
    </message>
    <message>
        <source>Target: {reason}</source>
        <translation>目标：{reason}</translation>
    </message>
    <message>
        <source>{name} already has a target for these days: edit that one.</source>
        <translation>{name} 在这些天已有目标，请编辑那一个。</translation>
    </message>
</context>
<context>
    <name>TargetList</name>
    <message>
        <source>Targets</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>Metric</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>周期</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>Type a number: 100000, 10万, 3.5 %</source>
        <translation>输入数字：100000、10万、3.5 %</translation>
    </message>
    <message>
        <source>To date</source>
        <translation>至今</translation>
    </message>
    <message>
        <source>Due by now</source>
        <translation>应到</translation>
    </message>
    <message>
        <source>What the days so far should have brought, weekdays and campaigns weighed</source>
        <translation>已过的天按星期与活动加权应该做到多少</translation>
    </message>
    <message>
        <source>Projected [80 %]</source>
        <translation>预计 [80 %]</translation>
    </message>
    <message>
        <source>Chance</source>
        <translation>达成机会</translation>
    </message>
    <message>
        <source>Chance to reach the target by the last day</source>
        <translation>到最后一天达成目标的机会</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>判断</translation>
    </message>
    <message>
        <source>Days left</source>
        <translation>剩余天数</translation>
    </message>
    <message>
        <source>this metric can&apos;t be projected</source>
        <translation>这个指标无法预计</translation>
    </message>
    <message>
        <source>New target…</source>
        <translation>新目标…</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>编辑…</translation>
    </message>
    <message>
        <source>Next period</source>
        <translation>沿用到下期</translation>
    </message>
    <message>
        <source>Set the selected targets for the period after as well</source>
        <translation>把选中的目标也设到下一个周期</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>removed metric</source>
        <translation>已删除的指标</translation>
    </message>
</context>
<context>
    <name>TargetTile</name>
    <message>
        <source>Projecting the target</source>
        <translation>预计目标</translation>
    </message>
    <message>
        <source>pace, projection and chance by day</source>
        <translation>每天看进度、预计与机会</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>Set a target</source>
        <translation>设一个目标</translation>
    </message>
    <message>
        <source>Set a target for a month or quarter: the board then shows the pace and the chance to reach it.</source>
        <translation>按月或季设一个目标，看板就会显示进度与达成机会。</translation>
    </message>
    <message>
        <source>{period} target {value}</source>
        <translation>{period}目标 {value}</translation>
    </message>
    <message>
        <source>{chance} likely</source>
        <translation>能达成 {chance}</translation>
    </message>
    <message>
        <source>target {value}</source>
        <translation>目标 {value}</translation>
    </message>
    <message>
        <source>projected {value}</source>
        <translation>预计 {value}</translation>
    </message>
</context>
<context>
    <name>View</name>
    <message>
        <source>Projecting targets</source>
        <translation>预计各目标</translation>
    </message>
    <message>
        <source>The period after has these targets already.</source>
        <translation>下一个周期已有这些目标。</translation>
    </message>
    <message>
        <source>Set targets for the next period</source>
        <translation>目标沿用到下期</translation>
    </message>
    <message>
        <source>Remove targets</source>
        <translation>删除目标</translation>
    </message>
    <message>
        <source>Remove the sprint</source>
        <translation>删除冲刺</translation>
    </message>
    <message>
        <source>New target…</source>
        <translation>新目标…</translation>
    </message>
    <message>
        <source>Edit targets</source>
        <translation>修改目标</translation>
    </message>
    <message>
        <source>New target</source>
        <translation>新目标</translation>
    </message>
    <message>
        <source>Edit target</source>
        <translation>编辑目标</translation>
    </message>
    <message>
        <source>New sprint</source>
        <translation>新冲刺</translation>
    </message>
    <message>
        <source>Edit sprint</source>
        <translation>编辑冲刺</translation>
    </message>
    <message>
        <source>Here stands what the shop shall reach: sales of the month, cost per click of the quarter. Each day shows the pace by weekdays and campaigns, where it is heading, and the chance to get there.</source>
        <translation>这里放店铺要做到的数：本月支付金额、本季平均点击花费……每天按星期与活动看进度、预计落在哪里、达成机会多大。</translation>
    </message>
</context>
</TS>
