<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>CalendarDialog</name>
    <message>
        <source>Campaign days</source>
        <translation>活动日历</translation>
    </message>
    <message>
        <source>Own campaign</source>
        <translation>自定义活动</translation>
    </message>
    <message>
        <source>add campaign days</source>
        <translation>添加活动日</translation>
    </message>
    <message>
        <source>remove campaign days</source>
        <translation>删除活动日</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>首日</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>末日</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>From</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Counts</source>
        <translation>生效</translation>
    </message>
    <message>
        <source>Days that don&apos;t count are judged like ordinary ones</source>
        <translation>不生效的日子按平日判断</translation>
    </message>
    <message>
        <source>Promotion</source>
        <translation>大促</translation>
    </message>
    <message>
        <source>Holiday</source>
        <translation>节假日</translation>
    </message>
    <message>
        <source>On these days a shop is out of the ordinary for a known reason: they are named in the chart and not held against ordinary days. Please check the shipped dates; add your own, e.g. a member day or an anniversary.</source>
        <translation>这些日子店铺因已知原因异于平日：图上标出名称，不与平日相比。内置日期请核对；也可添加自己的，例如会员日、店庆。</translation>
    </message>
    <message>
        <source>Add days</source>
        <translation>添加日期</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>own</source>
        <translation>自定义</translation>
    </message>
    <message>
        <source>shipped</source>
        <translation>内置</translation>
    </message>
</context>
<context>
    <name>ChartCard</name>
    <message>
        <source>+ Add ▾</source>
        <translation>＋ 加指标 ▾</translation>
    </message>
    <message>
        <source>More metrics, compared periods, bars, campaign days</source>
        <translation>更多指标、叠加对比期、柱形、活动日历</translation>
    </message>
    <message>
        <source>Metric of the chart</source>
        <translation>图表指标</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>载入中…</translation>
    </message>
    <message>
        <source>Metrics (six at most, on two units)</source>
        <translation>指标（最多 6 个、两种单位）</translation>
    </message>
    <message>
        <source>Lay a period over it</source>
        <translation>叠加对比期</translation>
    </message>
    <message>
        <source>Bars for the first unit</source>
        <translation>第一种单位画柱形</translation>
    </message>
    <message>
        <source>Campaign days…</source>
        <translation>活动日历…</translation>
    </message>
    <message>
        <source>Note on {day}…</source>
        <translation>在 {day} 加注…</translation>
    </message>
    <message>
        <source>Change note “{text}”…</source>
        <translation>修改备注“{text}”…</translation>
    </message>
    <message>
        <source>Remove note “{text}”</source>
        <translation>删除备注“{text}”</translation>
    </message>
    <message>
        <source>Note on {day}</source>
        <translation>{day} 备注</translation>
    </message>
    <message>
        <source>What happened on this day that no report knows, e.g. a new main image</source>
        <translation>这一天发生了什么报表里没有的事，例如换主图</translation>
    </message>
    <message>
        <source>Put on the chart</source>
        <translation>放到图上</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>note “{text}”</source>
        <translation>备注“{text}”</translation>
    </message>
    <message>
        <source>remove note “{text}”</source>
        <translation>删除备注“{text}”</translation>
    </message>
</context>
<context>
    <name>KpiChart</name>
    <message>
        <source>today, not over</source>
        <translation>今天未结束</translation>
    </message>
    <message>
        <source>Actual</source>
        <translation>实际</translation>
    </message>
    <message>
        <source>7-day mean</source>
        <translation>7 日均线</translation>
    </message>
    <message>
        <source>Normal 95 %</source>
        <translation>常态区间 95 %</translation>
    </message>
    <message>
        <source>{name} begins</source>
        <translation>{name} 开始</translation>
    </message>
    <message>
        <source>{name} ends</source>
        <translation>{name} 结束</translation>
    </message>
    <message>
        <source>bids taken out: {name}</source>
        <translation>导出出价计划：{name}</translation>
    </message>
    <message>
        <source>column gone: {part}</source>
        <translation>自此缺列：{part}</translation>
    </message>
</context>
</TS>
