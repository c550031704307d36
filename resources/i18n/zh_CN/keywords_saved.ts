<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>KeywordViews</name>
    <message>
        <source>Most spend</source>
        <translation>花费最高</translation>
    </message>
    <message>
        <source>Spend &gt; 0</source>
        <translation>花费 &gt; 0</translation>
    </message>
    <message>
        <source>Words that earn</source>
        <translation>赚钱的词</translation>
    </message>
    <message>
        <source>Pays with 90 % chance or more</source>
        <translation>赚钱可能性 ≥ 90 %</translation>
    </message>
    <message>
        <source>To be cut</source>
        <translation>该降价</translation>
    </message>
    <message>
        <source>Advice: lower, pause or negative</source>
        <translation>建议降价、暂停或否定</translation>
    </message>
    <message>
        <source>To be confirmed</source>
        <translation>待确认</translation>
    </message>
    <message>
        <source>Brand or not?</source>
        <translation>先确认是不是品牌</translation>
    </message>
    <message>
        <source>New words</source>
        <translation>新词</translation>
    </message>
    <message>
        <source>First seen in this period</source>
        <translation>本期首次出现</translation>
    </message>
</context>
<context>
    <name>SavedViewsBox</name>
    <message>
        <source>Store the view “{name}”</source>
        <translation>保存视图“{name}”</translation>
    </message>
    <message>
        <source>Delete the view “{name}”</source>
        <translation>删除视图“{name}”</translation>
    </message>
    <message>
        <source>Store this view…</source>
        <translation>存为视图…</translation>
    </message>
    <message>
        <source>Delete view</source>
        <translation>删除视图</translation>
    </message>
    <message>
        <source>Views ▾</source>
        <translation>视图 ▾</translation>
    </message>
    <message>
        <source>Views of the table: what is asked most often, and your own</source>
        <translation>表格视图：最常看的，和您自己存的</translation>
    </message>
    <message>
        <source>View: {name} ▾</source>
        <translation>视图：{name} ▾</translation>
    </message>
    <message>
        <source>Changed since: store it again to keep it so</source>
        <translation>已改动：再存一次才会保留</translation>
    </message>
    <message>
        <source>Store this view</source>
        <translation>存为视图</translation>
    </message>
    <message>
        <source>Name of the view (filters, sort and columns are kept):</source>
        <translation>视图名称（保存筛选、排序和列）：</translation>
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
</TS>
