<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>KeywordRoots</name>
    <message>
        <source>Root</source>
        <translation>词根</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>词数</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>判断</translation>
    </message>
    <message>
        <source>pays</source>
        <translation>赚钱</translation>
    </message>
    <message>
        <source>doesn&apos;t pay</source>
        <translation>不赚钱</translation>
    </message>
    <message>
        <source>{words} {words:word|words} with “{root}”: {orders} {orders:order|orders} from {clicks} {clicks:click|clicks}</source>
        <translation>含“{root}”的 {words} 个词：{clicks} 次点击，{orders} 单</translation>
    </message>
    <message>
        <source>Nothing can be said of its value: no word has won an order.</source>
        <translation>还说不出价值：没有一个词成交。</translation>
    </message>
    <message>
        <source>Pulled to what its words were to bring by quadrant and carts, as far as chance demands.</source>
        <translation>单少时按这些词的象限和加购水平收缩，只留下偶然解释不了的部分。</translation>
    </message>
    <message>
        <source>unclear</source>
        <translation>还看不出来</translation>
    </message>
</context>
<context>
    <name>Keywords</name>
    <message>
        <source>Clicks</source>
        <translation>点击</translation>
    </message>
    <message>
        <source>Spend</source>
        <translation>花费</translation>
    </message>
    <message>
        <source>CPC</source>
        <translation>CPC</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>订单</translation>
    </message>
    <message>
        <source>Ad revenue</source>
        <translation>成交额</translation>
    </message>
    <message>
        <source>Import orders and a cost list: without a margin nobody can say whether a click pays.</source>
        <translation>请导入订单和商品成本表：没有毛利就说不出点击赚不赚钱。</translation>
    </message>
</context>
<context>
    <name>View</name>
    <message>
        <source>Roots</source>
        <translation>词根</translation>
    </message>
    <message>
        <source>Adding up roots</source>
        <translation>正在汇总词根</translation>
    </message>
    <message>
        <source>Show in the table</source>
        <translation>在词表中看</translation>
    </message>
    <message>
        <source>Show only these words in the table of words</source>
        <translation>词表里只显示这些词</translation>
    </message>
    <message>
        <source>No two words of this period share a root, so that there is nothing to add up.</source>
        <translation>这段时间没有两个词共用词根，没有可汇总的。</translation>
    </message>
    <message>
        <source>Here stand the roots that words share, with what a click on all of them together is worth. Import a keyword report of your ad console, or choose a period that it covers.</source>
        <translation>这里列出多个词共用的词根，以及这些词一起看一次点击值多少。请导入推广后台的关键词报表，或换一个报表覆盖的时间段。</translation>
    </message>
    <message>
        <source>Import files…</source>
        <translation>导入文件…</translation>
    </message>
    <message>
        <source>{span} · a word counts in each of its roots, so that roots never add up to the shop · of roots with the same words only the longest is shown</source>
        <translation>{span} · 一个词算进它的每个词根，所以词根相加不等于全店 · 词完全相同的词根只显示最长的</translation>
    </message>
    <message>
        <source>values without the last {days} {days:day|days}, whose orders are still coming</source>
        <translation>价值不含最后 {days} 天，订单还在陆续回来</translation>
    </message>
    <message>
        <source>Words of a root</source>
        <translation>词根下的词</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>词</translation>
    </message>
    <message>
        <source>Roots {span}</source>
        <translation>词根 {span}</translation>
    </message>
    <message>
        <source>“{root}”</source>
        <translation>含“{root}”</translation>
    </message>
</context>
</TS>
