<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>KeywordFinds</name>
    <message>
        <source>Cart users</source>
        <translation>加购人数</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>支付金额</translation>
    </message>
    <message>
        <source>Price there</source>
        <translation>同类均价</translation>
    </message>
    <message>
        <source>What a click on the words of this quadrant costs the shop on average.</source>
        <translation>本店这个象限的词平均一次点击花多少。</translation>
    </message>
    <message>
        <source>As an ad</source>
        <translation>投广告看</translation>
    </message>
    <message>
        <source>Ad clicks</source>
        <translation>广告点击</translation>
    </message>
    <message>
        <source>Ad orders</source>
        <translation>广告订单</translation>
    </message>
    <message>
        <source>Without an ad</source>
        <translation>自然占比</translation>
    </message>
    <message>
        <source>Search visitors among search visitors and ad clicks of the same days.</source>
        <translation>同一段日子里，自然搜索访客占“自然访客＋广告点击”的比例。</translation>
    </message>
    <message>
        <source>What to think of it</source>
        <translation>怎么看</translation>
    </message>
    <message>
        <source>worth a try</source>
        <translation>值得试</translation>
    </message>
    <message>
        <source>too dear</source>
        <translation>太贵</translation>
    </message>
    <message>
        <source>{count} more {count:click|clicks}</source>
        <translation>再 {count} 次点击</translation>
    </message>
    <message>
        <source>No ad clicks with orders to compare with: import a keyword report of your ad console.</source>
        <translation>没有带成交的广告点击可比：请导入推广后台的关键词报表。</translation>
    </message>
    <message>
        <source>{buyers} {buyers:buyer|buyers} of {visitors} search visitors, held against other searches of the quadrant, times what an ad click of it brings: {low} – {high} yuan (80 %)</source>
        <translation>{visitors} 个搜索访客里 {buyers} 个买家，与同象限其他搜索相比，再乘该象限一次广告点击的价值：{low} – {high} 元（80 %）</translation>
    </message>
    <message>
        <source>A search visitor is not an ad click: please check with a small bid.</source>
        <translation>自然访客不等于广告点击：请先用小额出价核对。</translation>
    </message>
    <message>
        <source>Quadrant</source>
        <translation>象限</translation>
    </message>
    <message>
        <source>own name, more come without an ad: try a week without</source>
        <translation>自家品牌词，自然访客更多：可试停一周</translation>
    </message>
    <message>
        <source>more come without an ad: try a lower bid</source>
        <translation>自然访客更多：可试降出价</translation>
    </message>
    <message>
        <source>more come through the ad: leave it</source>
        <translation>广告点击更多：先不动</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>决定</translation>
    </message>
</context>
<context>
    <name>Keywords</name>
    <message>
        <source>Spend</source>
        <translation>花费</translation>
    </message>
    <message>
        <source>Clicks</source>
        <translation>点击</translation>
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
        <source>is it a brand?</source>
        <translation>先确认是不是品牌</translation>
    </message>
    <message>
        <source>can&apos;t tell yet</source>
        <translation>还看不出来</translation>
    </message>
    <message>
        <source>Word</source>
        <translation>词</translation>
    </message>
    <message>
        <source>Search visitors</source>
        <translation>搜索访客</translation>
    </message>
    <message>
        <source>Search buyers</source>
        <translation>搜索买家</translation>
    </message>
</context>
<context>
    <name>View</name>
    <message>
        <source>Looking for words</source>
        <translation>正在找词</translation>
    </message>
    <message>
        <source>Copy words</source>
        <translation>复制词</translation>
    </message>
    <message>
        <source>Copy the selected words, else all shown, one a line as ad consoles take them</source>
        <translation>复制选中的词（没选则复制全部显示的），每行一个，可直接粘到推广后台</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Write all lists that hold words to one Excel workbook</source>
        <translation>把有词的列表写进一个 Excel 工作簿</translation>
    </message>
    <message>
        <source>Searched, not bought</source>
        <translation>有人搜、没在投</translation>
    </message>
    <message>
        <source>Searches that brought visitors without an ad and that no plan buys. What a click would be worth is a guess from search buyers; please check it with a small bid.</source>
        <translation>自然搜索带来访客、但没有任何计划在投的词。一次点击值多少是按搜索买家推算的，请先用小额出价核对。</translation>
    </message>
    <message>
        <source>Bought words whose searches also bring visitors without an ad, by spend on such. Some of them might have come anyway; how many, only a week without the ad can tell.</source>
        <translation>在投、自然搜索也带来访客的词，按花在这类访客上的钱排序。其中一部分不投也可能会来；到底多少，只有停投一周才知道。</translation>
    </message>
    <message>
        <source>Terms that people typed, that won orders and have no bid of their own. “Buy it” only where it almost surely pays.</source>
        <translation>买家实际搜的、出过单、但没有单独出价的词。几乎肯定赚钱的才建议“扩展”。</translation>
    </message>
    <message>
        <source>Terms that cost money and won no order. “Exclude” only where they don&apos;t pay with 90 % chance, judged with the words of their root; else how many clicks without an order that would take.</source>
        <translation>花了钱、没出单的搜索词。和同词根的词一起看、九成把握不赚钱的才建议“否定”；否则写明再有多少次点击没单才能断定。</translation>
    </message>
    <message>
        <source>To find searches that you don&apos;t buy, import the search terms that brought visitors (生意参谋 · 引流搜索关键词) for days of this period.</source>
        <translation>想找有人搜但没在投的词，请导入这段时间的引流搜索关键词（生意参谋）。</translation>
    </message>
    <message>
        <source>To judge what people typed, import a search term report of your ad console (搜索词报告) for days of this period.</source>
        <translation>想判断买家实际搜了什么，请导入推广后台这段时间的搜索词报告。</translation>
    </message>
    <message>
        <source>Import files…</source>
        <translation>导入文件…</translation>
    </message>
    <message>
        <source>Every search that brought visitors is bought already.</source>
        <translation>带来访客的搜索词都已经在投。</translation>
    </message>
    <message>
        <source>No bought word had ten or more search visitors without an ad on these days.</source>
        <translation>这些天没有哪个在投的词有 10 个以上自然搜索访客。</translation>
    </message>
    <message>
        <source>No term without a bid of its own won an order in this period.</source>
        <translation>这段时间没有出单又没单独出价的搜索词。</translation>
    </message>
    <message>
        <source>No term without a bid of its own cost money without an order in this period.</source>
        <translation>这段时间没有白花钱又没单独出价的搜索词。</translation>
    </message>
    <message>
        <source>{count} {count:word|words} copied, one a line</source>
        <translation>已复制 {count} 个词，每行一个</translation>
    </message>
    <message>
        <source>Word finds {span}</source>
        <translation>找词 {span}</translation>
    </message>
    <message>
        <source>Bought, and found without ads</source>
        <translation>在投、自然也来</translation>
    </message>
    <message>
        <source>Terms with orders</source>
        <translation>出过单的搜索词</translation>
    </message>
    <message>
        <source>Terms without orders</source>
        <translation>没出单的搜索词</translation>
    </message>
    <message>
        <source>To see which bought words are found without ads, too, import the search terms that brought visitors (生意参谋 · 引流搜索关键词) and a keyword report of the same days.</source>
        <translation>想看哪些在投的词自然也会来，请导入引流搜索关键词（生意参谋）和同一段日子的关键词报表。</translation>
    </message>
    <message>
        <source>Decide to buy {count} {count:word|words}</source>
        <translation>决定买 {count} 词</translation>
    </message>
    <message>
        <source>Buy {count} {count:word|words}</source>
        <translation>买 {count} 词</translation>
    </message>
    <message>
        <source>Buy</source>
        <translation>买词</translation>
    </message>
    <message>
        <source>Decide about the selected words; “Rebuild plans” proposes where to buy or to exclude them</source>
        <translation>对选中的词做决定；“计划重构”会建议在哪里投、在哪里否定</translation>
    </message>
    <message>
        <source>Take back the decision on {count} {count:word|words}</source>
        <translation>撤回 {count} 词的决定</translation>
    </message>
    <message>
        <source>Decide to exclude {count} {count:word|words}</source>
        <translation>决定否定 {count} 词</translation>
    </message>
    <message>
        <source>Take back {count}</source>
        <translation>撤回 {count} 词</translation>
    </message>
    <message>
        <source>Exclude</source>
        <translation>否定</translation>
    </message>
    <message>
        <source>Exclude {count} {count:word|words}</source>
        <translation>否定 {count} 词</translation>
    </message>
</context>
</TS>
