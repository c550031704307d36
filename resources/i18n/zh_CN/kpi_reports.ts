<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>MissingCard</name>
    <message>
        <source>Import files…</source>
        <translation>导入文件…</translation>
    </message>
    <message>
        <source>Missing data ({count})</source>
        <translation>缺少的数据（{count}）</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Nothing is missing for this report.</source>
        <translation>这份报告没有缺少数据。</translation>
    </message>
    <message>
        <source>{count} {count:page|pages}</source>
        <translation>共 {count} 页</translation>
    </message>
</context>
<context>
    <name>View</name>
    <message>
        <source>Excel workbook (*.xlsx)</source>
        <translation>Excel 工作簿 (*.xlsx)</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Choose your template</source>
        <translation>选择你的模板</translation>
    </message>
    <message>
        <source>Choose another file: the template itself is kept as it is.</source>
        <translation>请另选一个文件：模板本身保持不变。</translation>
    </message>
    <message>
        <source>Save the names for templates</source>
        <translation>保存模板名称清单</translation>
    </message>
    <message>
        <source>Names for report templates</source>
        <translation>报告模板名称清单</translation>
    </message>
    <message>
        <source>Making the report</source>
        <translation>正在生成报告</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>保存报告</translation>
    </message>
    <message>
        <source>Writing {name}</source>
        <translation>正在写出 {name}</translation>
    </message>
    <message>
        <source>Written: {name}</source>
        <translation>已写出：{name}</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>在文件夹中显示</translation>
    </message>
    <message>
        <source>Cells filled: {count}.</source>
        <translation>已填写 {count} 个单元格。</translation>
    </message>
    <message>
        <source>This file</source>
        <translation>这个文件</translation>
    </message>
    <message>
        <source>Fill my Excel template…</source>
        <translation>填写我的 Excel 模板…</translation>
    </message>
    <message>
        <source>Save the names for templates…</source>
        <translation>保存模板名称清单…</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>昨天</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>周报</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>月报</translation>
    </message>
    <message>
        <source>Customers by quarter</source>
        <translation>季度人群</translation>
    </message>
    <message>
        <source>Last day of the report</source>
        <translation>报告的截止日</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>往前</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>往后</translation>
    </message>
    <message>
        <source>Template ▾</source>
        <translation>模板 ▾</translation>
    </message>
    <message>
        <source>Export PDF…</source>
        <translation>导出 PDF…</translation>
    </message>
    <message>
        <source>Export Excel…</source>
        <translation>导出 Excel…</translation>
    </message>
    <message>
        <source>Here yesterday, the week and the month stand as reports to send. Import the daily shop report.</source>
        <translation>这里有昨天、上周和本月的报告，可直接发出。请先导入店铺日报。</translation>
    </message>
    <message>
        <source>Import files…</source>
        <translation>导入文件…</translation>
    </message>
    <message>
        <source>Report in the window&apos;s language</source>
        <translation>报告语言：跟随界面</translation>
    </message>
    <message>
        <source>Language of the report</source>
        <translation>报告语言</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日报</translation>
    </message>
</context>
</TS>
