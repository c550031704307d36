<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>AlertCard</name>
    <message>
        <source>Why</source>
        <translation>看原因</translation>
    </message>
    <message>
        <source>Ignore</source>
        <translation>忽略</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>提醒我</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Reopen</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>处理了</translation>
    </message>
</context>
<context>
    <name>AlertsPanel</name>
    <message>
        <source>Alerts</source>
        <translation>异动预警</translation>
    </message>
    <message>
        <source>Rules…</source>
        <translation>规则…</translation>
    </message>
    <message>
        <source>{count} open</source>
        <translation>{count} 条未处理</translation>
    </message>
    <message>
        <source>{metric}: new level</source>
        <translation>{metric}：新水平</translation>
    </message>
    <message>
        <source>since {day}</source>
        <translation>{day} 起</translation>
    </message>
    <message>
        <source>Checking for alerts…</source>
        <translation>正在检查异动…</translation>
    </message>
    <message>
        <source>Nothing to watch yet: import daily reports, at least 28 ordinary days.</source>
        <translation>还没有可以检查的数据：请导入每日报表，至少 28 个平常日。</translation>
    </message>
    <message>
        <source>Nothing out of the ordinary up to {day}.</source>
        <translation>截至 {day}，没有异动。</translation>
    </message>
    <message>
        <source>alert handled</source>
        <translation>处理异动</translation>
    </message>
    <message>
        <source>ignore alert</source>
        <translation>忽略异动</translation>
    </message>
    <message>
        <source>remind of alert</source>
        <translation>稍后提醒异动</translation>
    </message>
    <message>
        <source>reopen alert</source>
        <translation>恢复异动</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Note on this alert:</source>
        <translation>这条异动的备注：</translation>
    </message>
    <message>
        <source>note on alert</source>
        <translation>备注异动</translation>
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
    <name>KpiAlerts</name>
    <message>
        <source>{metric} up on last week</source>
        <translation>{metric}较上周同日上升</translation>
    </message>
    <message>
        <source>{metric} down on last week</source>
        <translation>{metric}较上周同日下降</translation>
    </message>
    <message>
        <source>{metric} above earlier campaigns</source>
        <translation>{metric}高于往次同名活动</translation>
    </message>
    <message>
        <source>{metric} below earlier campaigns</source>
        <translation>{metric}低于往次同名活动</translation>
    </message>
    <message>
        <source>{metric} rising for days</source>
        <translation>{metric}连日走高</translation>
    </message>
    <message>
        <source>{metric} falling for days</source>
        <translation>{metric}连日走低</translation>
    </message>
    <message>
        <source>{metric} above normal</source>
        <translation>{metric}高于常态</translation>
    </message>
    <message>
        <source>{metric} below normal</source>
        <translation>{metric}低于常态</translation>
    </message>
    <message>
        <source>{day}, over</source>
        <translation>{day} 已结束</translation>
    </message>
    <message>
        <source>{chance} sure</source>
        <translation>把握 {chance}</translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message>
        <source>about {amount} yuan of sales so far</source>
        <translation>约合支付金额 {amount} 元</translation>
    </message>
    <message>
        <source>about {amount} yuan so far</source>
        <translation>至今约 {amount} 元</translation>
    </message>
    <message>
        <source>80 % interval {low} … {high} yuan</source>
        <translation>80 % 区间 {low} … {high} 元</translation>
    </message>
    <message>
        <source>{day}: {value}, a week before {expected} ({gap})</source>
        <translation>{day}：{value}，上周同日 {expected}（{gap}）</translation>
    </message>
    <message>
        <source>{day}: {value}, expected {expected} ({gap})</source>
        <translation>{day}：{value}，预计 {expected}（{gap}）</translation>
    </message>
    <message>
        <source>It lasts: later days are held against the new level.</source>
        <translation>变化持续：之后按新水平判断。</translation>
    </message>
    <message>
        <source>handled</source>
        <translation>已处理</translation>
    </message>
    <message>
        <source>ignored</source>
        <translation>已忽略</translation>
    </message>
    <message>
        <source>again on {day}</source>
        <translation>{day} 再提醒</translation>
    </message>
    <message>
        <source>Note: {note}</source>
        <translation>备注：{note}</translation>
    </message>
    <message>
        <source>{days} of 28 ordinary days: too few data to judge yet</source>
        <translation>平常日 {days} / 28 天。数据太少，暂不判断</translation>
    </message>
    <message>
        <source>about {events} events a day: too few data to judge yet</source>
        <translation>每天约 {events} 笔。数据太少，暂不判断</translation>
    </message>
    <message>
        <source>{before} → {after}, judged by the new level</source>
        <translation>{before} → {after}，按新水平判断</translation>
    </message>
    <message>
        <source>Alarm days a month on this shop&apos;s past, {count} {count:metric|metrics}: {band} by its own band; {plain} by ±{percent} on last week, {false} of them false</source>
        <translation>按本店历史，{count} 个指标合计每月报警：常态区间 {band} 天；较上周同日 ±{percent} 规则 {plain} 天，其中误报 {false} 天</translation>
    </message>
    <message>
        <source>Counted over the last {days} ordinary days, campaigns left out. False: the day lay within the metric&apos;s own 95 % band and nothing else spoke for an event.</source>
        <translation>统计最近 {days} 个平常日，不含活动日。误报：当天落在该指标自己的 95 % 常态区间内，也没有其他证据。</translation>
    </message>
    <message>
        <source>Tomorrow ({day})</source>
        <translation>明天（{day}）</translation>
    </message>
    <message>
        <source>In {count} days ({day})</source>
        <translation>{count} 天后（{day}）</translation>
    </message>
    <message>
        <source>{day}, {count} {count:day|days}</source>
        <translation>{day} 起 {count} 天</translation>
    </message>
    <message>
        <source>Rule: the percent on the same weekday a week before.</source>
        <translation>规则：较上周同日的百分比。</translation>
    </message>
    <message>
        <source>Expected: from this figure&apos;s own past days, weekdays weighed, campaigns left out.</source>
        <translation>预计：取自本指标以往的日子，按星期加权，不含活动日。</translation>
    </message>
    <message>
        <source>Money: what is missing or more against it on these days, estimated.</source>
        <translation>金额：这些天比预计少或多的部分，是估计。</translation>
    </message>
    <message>
        <source>No figures after {day}, not checked since: {names}</source>
        <translation>{day} 之后没有数据，未检查：{names}</translation>
    </message>
</context>
<context>
    <name>RulesDialog</name>
    <message>
        <source>Alert rules</source>
        <translation>异动规则</translation>
    </message>
    <message>
        <source>Metric</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Alert</source>
        <translation>预警</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Own band: outside what is normal for this metric, and past the percent. Plain: past the percent on the week before.</source>
        <translation>常态区间：超出该指标自己的常态，并超过百分比。简单：较上周同日超过百分比。</translation>
    </message>
    <message>
        <source>Past</source>
        <translation>超过</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>方向</translation>
    </message>
    <message>
        <source>For small shops: the second day in a row raises the alert</source>
        <translation>适合小店：连续第 2 天才报警</translation>
    </message>
    <message>
        <source>Alarm days a month of the own band on this shop&apos;s last year</source>
        <translation>常态区间规则在本店最近一年平均每月报警几天</translation>
    </message>
    <message>
        <source>Alarm days a month of the plain rule on this shop&apos;s last year</source>
        <translation>简单规则在本店最近一年平均每月报警几天</translation>
    </message>
    <message>
        <source>Alarm days of the plain rule within the metric&apos;s 95 % band</source>
        <translation>简单规则报警、但当天在该指标 95 % 常态区间内的天数</translation>
    </message>
    <message>
        <source>Own band</source>
        <translation>常态区间</translation>
    </message>
    <message>
        <source>Plain, on last week</source>
        <translation>简单（较上周同日）</translation>
    </message>
    <message>
        <source>Both</source>
        <translation>升降都报</translation>
    </message>
    <message>
        <source>Falls only</source>
        <translation>只报下降</translation>
    </message>
    <message>
        <source>Rises only</source>
        <translation>只报上升</translation>
    </message>
    <message>
        <source>An alert needs three things: the figure lies outside this metric&apos;s own normal band, past the percent, and enough orders or visitors stand behind it. The tiles of the board are watched from the start. At the right: how many alarm days a month each rule would have raised on this shop&apos;s own past.</source>
        <translation>报警要同时满足三条：超出该指标自己的常态区间，超过百分比，背后有足够的订单或访客。看板上的指标卡默认开启。右侧：两种规则在本店历史上平均每月各会报警几天。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>2 days</source>
        <translation>连续 2 天</translation>
    </message>
    <message>
        <source>Band / month</source>
        <translation>区间/月</translation>
    </message>
    <message>
        <source>Plain / month</source>
        <translation>简单/月</translation>
    </message>
    <message>
        <source>False</source>
        <translation>其中误报</translation>
    </message>
</context>
</TS>
