<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>KeywordScatter</name>
    <message>
        <source>Click rate</source>
        <translation>点击率</translation>
    </message>
    <message>
        <source>Value of a click, yuan</source>
        <translation>每点击价值 元</translation>
    </message>
    <message>
        <source>Spend, yuan</source>
        <translation>花费 元</translation>
    </message>
</context>
<context>
    <name>ScatterCard</name>
    <message>
        <source>Words</source>
        <translation>词</translation>
    </message>
    <message>
        <source>bubble: spend · drag a loop to select</source>
        <translation>气泡＝花费 · 按住拖动圈选</translation>
    </message>
    <message>
        <source>Click rate and value of words</source>
        <translation>词的点击率与每点击价值</translation>
    </message>
    <message>
        <source>Only these</source>
        <translation>只看这些</translation>
    </message>
    <message>
        <source>Select none</source>
        <translation>取消选择</translation>
    </message>
    <message>
        <source>Line of click rate</source>
        <translation>点击率线</translation>
    </message>
    <message>
        <source>of value</source>
        <translation>价值线</translation>
    </message>
    <message>
        <source>Line of the value of a click</source>
        <translation>每点击价值线</translation>
    </message>
    <message>
        <source>Reset lines</source>
        <translation>恢复默认线</translation>
    </message>
    <message>
        <source>{count} {count:word|words} selected</source>
        <translation>已选 {count} 词</translation>
    </message>
    <message>
        <source>Upper right {right_up} {right_up:word|words}, upper left {left_up}, lower right {right_down}, lower left {left_down}.</source>
        <translation>右上 {right_up} 词，左上 {left_up}，右下 {right_down}，左下 {left_down}。</translation>
    </message>
    <message>
        <source>No line of value: no word has won an order yet.</source>
        <translation>没有价值线：还没有词带来过订单。</translation>
    </message>
    <message>
        <source>Line across: {value} yuan, set by you.</source>
        <translation>横线：{value} 元，您自己定的。</translation>
    </message>
    <message>
        <source>Line across: the median of the words. Import orders and a cost list to see what a click must bring.</source>
        <translation>横线：各词的中位数。导入订单和成本表后，可以看到点击要带来多少才保本。</translation>
    </message>
    <message>
        <source>Line across: {value} yuan = average click {price} ÷ margin {margin} (break-even).</source>
        <translation>横线：{value} 元 ＝ 平均点击价 {price} ÷ 毛利率 {margin}（保本）。</translation>
    </message>
    <message>
        <source>No line of click rate: the reports tell no impressions.</source>
        <translation>没有点击率线：报表里没有展现数据。</translation>
    </message>
    <message>
        <source>Upright line: click rate {ctr}, set by you.</source>
        <translation>竖线：点击率 {ctr}，您自己定的。</translation>
    </message>
    <message>
        <source>Upright line: median click rate {ctr}.</source>
        <translation>竖线：点击率中位数 {ctr}。</translation>
    </message>
    <message>
        <source>No word passes the filters; clear them in the table.</source>
        <translation>没有词符合筛选条件；请在表格里清除筛选。</translation>
    </message>
    <message>
        <source>No word has won an order in this period, so that nobody can say what a click is worth. Choose a longer period, or import newer keyword reports.</source>
        <translation>这段时间还没有词带来过订单，看不出一次点击值多少钱。请选更长的时间，或导入更新的关键词报表。</translation>
    </message>
    <message>
        <source>The keyword reports of this period tell no impressions, so that there is no click rate. Import a report with impressions.</source>
        <translation>这段时间的关键词报表没有展现数据，算不出点击率。请导入带展现量的报表。</translation>
    </message>
</context>
</TS>
