<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>View</name>
    <message>
        <source>Budgets</source>
        <translation>预算</translation>
    </message>
    <message>
        <source>between the plans, by what the last yuan brings</source>
        <translation>在计划之间，按最后一元带来多少分</translation>
    </message>
    <message>
        <source>Divide budgets…</source>
        <translation>分配预算…</translation>
    </message>
    <message>
        <source>{known} of {count} {count:plan has|plans have} a budget: {sum} yuan a day together.</source>
        <translation>{count} 个计划中 {known} 个填了日预算，合计每天 {sum} 元。</translation>
    </message>
</context>
</TS>
