<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>CampaignExport</name>
    <message>
        <source>Campaign sheet (.xlsx)…</source>
        <translation>活动表（.xlsx）…</translation>
    </message>
    <message>
        <source>Price list (.xlsx)…</source>
        <translation>价格表（.xlsx）…</translation>
    </message>
    <message>
        <source>Price list (.csv)…</source>
        <translation>价格表（.csv）…</translation>
    </message>
    <message>
        <source>Campaign {name}</source>
        <translation>活动表 {name}</translation>
    </message>
    <message>
        <source>Prices {name}</source>
        <translation>价格表 {name}</translation>
    </message>
    <message>
        <source>Export the campaign</source>
        <translation>导出活动表</translation>
    </message>
    <message>
        <source>Export the price list</source>
        <translation>导出价格表</translation>
    </message>
    <message>
        <source>Excel workbook (*.xlsx)</source>
        <translation>Excel 工作簿 (*.xlsx)</translation>
    </message>
    <message>
        <source>CSV table (*.csv)</source>
        <translation>CSV 表格 (*.csv)</translation>
    </message>
    <message>
        <source>Written: {name}</source>
        <translation>已写入：{name}</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>打开所在文件夹</translation>
    </message>
    <message>
        <source>Writing {name}</source>
        <translation>正在写入 {name}</translation>
    </message>
    <message>
        <source>Keep the exported {name}</source>
        <translation>保存已导出的{name}</translation>
    </message>
</context>
</TS>
