<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>PlanCard</name>
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
        <source>＋ New</source>
        <translation>＋ 新建</translation>
    </message>
</context>
<context>
    <name>PlanDesk</name>
    <message>
        <source>All hours</source>
        <translation>全部时段</translation>
    </message>
    <message>
        <source>Regions: {names}</source>
        <translation>地域：{names}</translation>
    </message>
</context>
<context>
    <name>PlanEdits</name>
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
        <source>Remove {name}</source>
        <translation>删除 {name}</translation>
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
        <source>smart bids</source>
        <translation>智能出价</translation>
    </message>
    <message>
        <source>budget unknown</source>
        <translation>预算未填</translation>
    </message>
    <message>
        <source>{budget} yuan a day</source>
        <translation>{budget} 元/天</translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation>未改</translation>
    </message>
    <message>
        <source>draft · changed</source>
        <translation>草稿 · 已改</translation>
    </message>
    <message>
        <source>running</source>
        <translation>投放中</translation>
    </message>
    <message>
        <source>about {count} more {count:day|days}</source>
        <translation>还需约 {count} 天</translation>
    </message>
    <message>
        <source>review: {verdict}</source>
        <translation>复盘：{verdict}</translation>
    </message>
</context>
</TS>
