<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>KpiMetrics</name>
    <message>
        <source>{name}: sum over the days</source>
        <translation>{name}：逐日相加</translation>
    </message>
    <message>
        <source>{name}: the newest value, itself a mean of months</source>
        <translation>{name}：取最新值（本身是近几个月的均值）</translation>
    </message>
    <message>
        <source>(people added day by day: an upper bound)</source>
        <translation>（人数日累加，是上限）</translation>
    </message>
    <message>
        <source>(the platform&apos;s own figure for the period)</source>
        <translation>（平台给出的该时段去重数）</translation>
    </message>
    <message>
        <source>(made anew from the orders)</source>
        <translation>（按订单重算）</translation>
    </message>
    <message>
        <source>(made anew from the item reports)</source>
        <translation>（按商品报表重算）</translation>
    </message>
    <message>
        <source>(the newest value)</source>
        <translation>（最新值）</translation>
    </message>
    <message>
        <source>over {count} {count:day|days}: {span}</source>
        <translation>按 {count} 天计：{span}</translation>
    </message>
    <message>
        <source>{count} {count:day|days} missing</source>
        <translation>缺 {count} 天</translation>
    </message>
    <message>
        <source>(by the day, since days are missing)</source>
        <translation>（有缺失天，按日均比较）</translation>
    </message>
    <message>
        <source>Refunds as the orders name them, on the day the order was paid: orders of late may still be refunded.</source>
        <translation>退款取自订单表，记在支付日：近期订单之后还可能退款。</translation>
    </message>
    <message>
        <source>Several shops: their scores are means already and have none together.</source>
        <translation>有几家店：评分本身已是均值，不能再合并。</translation>
    </message>
    <message>
        <source>Source: {table}, data as of {day}</source>
        <translation>来源：{table}，数据截至 {day}</translation>
    </message>
    <message>
        <source> and {count} more</source>
        <translation> 等，另有 {count} 个</translation>
    </message>
    <message>
        <source>No report that can be imported gives: {parts}</source>
        <translation>可导入的报表里没有：{parts}</translation>
    </message>
    <message>
        <source>Import: {tables}</source>
        <translation>请导入：{tables}</translation>
    </message>
</context>
</TS>
