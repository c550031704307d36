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
    <name>PlanColumn</name>
    <message>
        <source>Versions</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>计划</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>复盘</translation>
    </message>
    <message>
        <source>Stage, budget</source>
        <translation>阶段与预算</translation>
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
    <message>
        <source>The week of {name} is on the clipboard.</source>
        <translation>{name} 的分时折扣已复制。</translation>
    </message>
    <message>
        <source>Hours</source>
        <translation>分时折扣</translation>
    </message>
    <message>
        <source>Regions</source>
        <translation>地域</translation>
    </message>
    <message>
        <source>Audiences</source>
        <translation>人群溢价</translation>
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
    <message>
        <source>Who bids</source>
        <translation>出价方式</translation>
    </message>
    <message>
        <source>Where the platform bids by itself, hours can only be switched on and off and words have no bid</source>
        <translation>智能出价的计划：时段只能开 / 关，关键词没有出价</translation>
    </message>
    <message>
        <source>Bids set</source>
        <translation>出价方式</translation>
    </message>
    <message>
        <source>What the platform takes…</source>
        <translation>平台规则…</translation>
    </message>
    <message>
        <source>manual</source>
        <translation>手动</translation>
    </message>
    <message>
        <source>smart</source>
        <translation>智能</translation>
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
<context>
    <name>PlanStandings</name>
    <message>
        <source>version {number}, exported on {day}</source>
        <translation>第 {number} 版，{day} 导出</translation>
    </message>
</context>
<context>
    <name>PlanVerbs</name>
    <message>
        <source>take the proposal</source>
        <translation>采用建议</translation>
    </message>
    <message>
        <source>take the proposal: {part}</source>
        <translation>采用建议：{part}</translation>
    </message>
    <message>
        <source>back to what runs</source>
        <translation>还原到在投</translation>
    </message>
    <message>
        <source>All of it</source>
        <translation>全部采用</translation>
    </message>
    <message>
        <source>No limit of 20 % a round</source>
        <translation>不限每轮 20 %</translation>
    </message>
    <message>
        <source>limit of 20 % off</source>
        <translation>取消每轮 20 % 的限制</translation>
    </message>
    <message>
        <source>limit of 20 % on</source>
        <translation>恢复每轮 20 % 的限制</translation>
    </message>
    <message>
        <source>as plans of their own: on the card of regions</source>
        <translation>另建计划：见地域卡片</translation>
    </message>
    <message>
        <source>Budget of {yuan} yuan a day, which earns most</source>
        <translation>日预算 {yuan} 元（最赚）</translation>
    </message>
    <message>
        <source>Daily budget</source>
        <translation>日预算</translation>
    </message>
    <message>
        <source>their report doesn&apos;t tell plans apart</source>
        <translation>人群报表没有分计划</translation>
    </message>
    <message>
        <source>{parts} together · {said}</source>
        <translation>{parts}一起 · {said}</translation>
    </message>
</context>
</TS>
