<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>AdviceSection</name>
    <message>
        <source>Advice</source>
        <translation>建议</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>收回决定</translation>
    </message>
    <message>
        <source>About {money} yuan in 28 days ({low} … {high}); pays with {chance} % chance</source>
        <translation>28 天约 {money} 元（{low} … {high}）；划算的可能性 {chance} %</translation>
    </message>
</context>
<context>
    <name>AssumptionsButton</name>
    <message>
        <source>Change what the advice assumes</source>
        <translation>修改建议的假设</translation>
    </message>
    <message>
        <source>Assumptions…</source>
        <translation>假设…</translation>
    </message>
    <message>
        <source>How spend follows the bid, the margin, what quadrants convert: what the advice takes for granted</source>
        <translation>花费随出价的变化、毛利率、各象限的转化倍数：建议所依据的假设</translation>
    </message>
</context>
<context>
    <name>AssumptionsDialog</name>
    <message>
        <source>What the advice assumes</source>
        <translation>建议所用的假设</translation>
    </message>
    <message>
        <source>No report tells these; please check them. Raise a few bids by 10 % for a week and compare.</source>
        <translation>这些数报表里没有，请核对：可以把几个词的出价提高 10 % 试一周再对比。</translation>
    </message>
    <message>
        <source>from orders and costs</source>
        <translation>按订单和成本计算</translation>
    </message>
    <message>
        <source>1 % more bid means so many % more spend</source>
        <translation>出价每提高 1 %，花费多百分之几</translation>
    </message>
    <message>
        <source>… give or take</source>
        <translation>上下浮动</translation>
    </message>
    <message>
        <source>1 % more bid makes a click so many % dearer</source>
        <translation>出价每提高 1 %，每次点击贵百分之几</translation>
    </message>
    <message>
        <source>Margin after goods and refunds</source>
        <translation>扣除货品成本和退款后的毛利率</translation>
    </message>
    <message>
        <source>Store</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>As shipped</source>
        <translation>恢复默认</translation>
    </message>
    <message>
        <source>Shipped: {spend} ± {sd} and {cpc}.</source>
        <translation>默认值：{spend} ± {sd} 和 {cpc}。</translation>
    </message>
    <message>
        <source>Orders and costs tell no margin yet: import orders and a cost list, or set it here.</source>
        <translation>订单和成本还算不出毛利率：请导入订单和成本表，或在这里填写。</translation>
    </message>
    <message>
        <source>Orders and costs say {margin} (costs known for {covered} of sales).</source>
        <translation>按订单和成本算是 {margin}（已知成本的销售额占 {covered}）。</translation>
    </message>
    <message>
        <source>How words of a quadrant usually convert is where values start from; your own orders overrule it. Shipped: {brand}, {competitor} and {long_tail}.</source>
        <translation>各象限常见的转化倍数（请核对）：单少时从这里起算，本店订单多了就以订单为准。默认：{brand}、{competitor}、{long_tail}。</translation>
    </message>
    <message>
        <source>Brand words convert, times category words</source>
        <translation>品牌词点击的转化是品类词的几倍</translation>
    </message>
    <message>
        <source>… competitor words</source>
        <translation>竞品词</translation>
    </message>
    <message>
        <source>… long-tail words</source>
        <translation>长尾词</translation>
    </message>
</context>
<context>
    <name>FamilySection</name>
    <message>
        <source>Roots it shares, value of a click</source>
        <translation>词根与每点击价值</translation>
    </message>
    <message>
        <source>{root}: {words} {words:word|words} · {value}</source>
        <translation>{root} {words} 词 · {value}</translation>
    </message>
    <message>
        <source>Show the words with this root</source>
        <translation>看含这个词根的词</translation>
    </message>
    <message>
        <source>Similar words, value of a click</source>
        <translation>相近的词与每点击价值</translation>
    </message>
</context>
<context>
    <name>HistorySection</name>
    <message>
        <source>History of the label</source>
        <translation>象限的改动记录</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>另有 {count} 条</translation>
    </message>
    <message>
        <source>back to the rule</source>
        <translation>交还规则</translation>
    </message>
</context>
<context>
    <name>KeywordWords</name>
    <message>
        <source>Decision</source>
        <translation>决定</translation>
    </message>
    <message>
        <source>What you decided about the word; the rebuild of plans and the exports take it over.</source>
        <translation>您对这个词的决定；计划重构和导出会照此执行。</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Your own tags, separated by commas.</source>
        <translation>您自己的标签，用逗号分开。</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>First seen</source>
        <translation>首次出现</translation>
    </message>
    <message>
        <source>First day on which an imported keyword report has the word.</source>
        <translation>已导入的关键词报表中第一次出现这个词的日期。</translation>
    </message>
    <message>
        <source>at most {count} tags</source>
        <translation>最多 {count} 个标签</translation>
    </message>
    <message>
        <source>a tag has at most {count} characters</source>
        <translation>标签最多 {count} 个字</translation>
    </message>
    <message>
        <source>a note has at most {count} characters</source>
        <translation>备注最多 {count} 个字</translation>
    </message>
    <message>
        <source>Raise to {price}</source>
        <translation>加价到 {price} 元</translation>
    </message>
    <message>
        <source>Lower to {price}</source>
        <translation>降价到 {price} 元</translation>
    </message>
    <message>
        <source>Raise the bid</source>
        <translation>加价</translation>
    </message>
    <message>
        <source>Lower the bid</source>
        <translation>降价</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Leave as it is</source>
        <translation>先不动</translation>
    </message>
    <message>
        <source>Decided: {what}</source>
        <translation>已决定：{what}</translation>
    </message>
    <message>
        <source>{count} selected</source>
        <translation>已选 {count} 词</translation>
    </message>
    <message>
        <source>Exclude</source>
        <translation>否定</translation>
    </message>
    <message>
        <source>Buy it</source>
        <translation>扩展</translation>
    </message>
    <message>
        <source>Raise {percent} %</source>
        <translation>加价 {percent} %</translation>
    </message>
    <message>
        <source>Cut {percent} %</source>
        <translation>降价 {percent} %</translation>
    </message>
</context>
<context>
    <name>LabelSection</name>
    <message>
        <source>Quadrant</source>
        <translation>象限</translation>
    </message>
    <message>
        <source>Back to the rule</source>
        <translation>改回规则判定</translation>
    </message>
    <message>
        <source>A competitor</source>
        <translation>是竞品</translation>
    </message>
    <message>
        <source>Own brand</source>
        <translation>是本店</translation>
    </message>
    <message>
        <source>Not a brand</source>
        <translation>不是品牌</translation>
    </message>
    <message>
        <source>Is “{term}” a brand?</source>
        <translation>“{term}”是品牌吗？</translation>
    </message>
</context>
<context>
    <name>MarksSection</name>
    <message>
        <source>Tags and note</source>
        <translation>标签和备注</translation>
    </message>
    <message>
        <source>Tags, separated by commas</source>
        <translation>标签，用逗号分开</translation>
    </message>
    <message>
        <source>Tags of the word</source>
        <translation>这个词的标签</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Note on the word</source>
        <translation>这个词的备注</translation>
    </message>
</context>
<context>
    <name>PlacesTable</name>
    <message>
        <source>Where it is bought</source>
        <translation>在哪里买</translation>
    </message>
    <message>
        <source>Plan and unit</source>
        <translation>计划与单元</translation>
    </message>
    <message>
        <source>Bid</source>
        <translation>出价</translation>
    </message>
    <message>
        <source>Clicks</source>
        <translation>点击</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>订单</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>另有 {count} 处</translation>
    </message>
    <message>
        <source>{name}
spend {cost} yuan</source>
        <translation>{name}
花费 {cost} 元</translation>
    </message>
    <message>
        <source>No report tells the bid here.</source>
        <translation>没有报表给出这里的出价。</translation>
    </message>
</context>
<context>
    <name>TextsAhead</name>
    <message>
        <source>Preparing find and sorting</source>
        <translation>正在准备查找和排序</translation>
    </message>
</context>
<context>
    <name>WordEdits</name>
    <message>
        <source>Set quadrant of {count} {count:word|words}</source>
        <translation>改象限 {count} 词</translation>
    </message>
    <message>
        <source>Give {count} {count:word|words} back to the rules</source>
        <translation>{count} 词改回规则判定</translation>
    </message>
    <message>
        <source>Put “{term}” into the dictionary</source>
        <translation>把“{term}”加入词典</translation>
    </message>
    <message>
        <source>“{term}” is not a brand</source>
        <translation>“{term}”不是品牌</translation>
    </message>
    <message>
        <source>Tag {count} {count:word|words} “{tag}”</source>
        <translation>给 {count} 个词加标签“{tag}”</translation>
    </message>
    <message>
        <source>Remove tag “{tag}” from {count} {count:word|words}</source>
        <translation>从 {count} 个词去掉标签“{tag}”</translation>
    </message>
    <message>
        <source>Set tags of “{word}”</source>
        <translation>改“{word}”的标签</translation>
    </message>
    <message>
        <source>Note on {count} {count:word|words}</source>
        <translation>备注 {count} 个词</translation>
    </message>
    <message>
        <source>Decide about “{word}”</source>
        <translation>决定“{word}”</translation>
    </message>
    <message>
        <source>Accept advice for {count} words</source>
        <translation>采纳 {count} 个词的建议</translation>
    </message>
    <message>
        <source>Take back the decision on {count} {count:word|words}</source>
        <translation>收回 {count} 个词的决定</translation>
    </message>
</context>
<context>
    <name>WordMenu</name>
    <message>
        <source>Accept advice ({count} {count:word|words})</source>
        <translation>采纳建议（{count} 个词）</translation>
    </message>
    <message>
        <source>Take decision back</source>
        <translation>收回决定</translation>
    </message>
    <message>
        <source>Note…</source>
        <translation>备注…</translation>
    </message>
    <message>
        <source>Set quadrant</source>
        <translation>改象限</translation>
    </message>
    <message>
        <source>Back to the rule</source>
        <translation>改回规则判定</translation>
    </message>
    <message>
        <source>Add tag</source>
        <translation>加标签</translation>
    </message>
    <message>
        <source>New tag…</source>
        <translation>新标签…</translation>
    </message>
    <message>
        <source>Remove tag</source>
        <translation>去掉标签</translation>
    </message>
    <message>
        <source>New tag</source>
        <translation>新标签</translation>
    </message>
    <message>
        <source>Tag for the selected words:</source>
        <translation>给选中的词加标签：</translation>
    </message>
    <message>
        <source>Note on the selected words; an empty one takes theirs away:</source>
        <translation>选中词的备注；留空则清除原备注：</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
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
<context>
    <name>WordsView</name>
    <message>
        <source>Words</source>
        <translation>词</translation>
    </message>
    <message>
        <source>Here your paid search words stand in four quadrants, with what a click on each is worth. Import a keyword report of your ad console.</source>
        <translation>这里把付费搜索词分成四个象限，并算出每个词一次点击值多少钱。请导入推广后台的关键词报表。</translation>
    </message>
    <message>
        <source>Import files…</source>
        <translation>导入文件…</translation>
    </message>
    <message>
        <source>Selected ▾</source>
        <translation>选中的词 ▾</translation>
    </message>
    <message>
        <source>Quadrant, tags, note and decision of the selected words</source>
        <translation>选中词的象限、标签、备注和决定</translation>
    </message>
    <message>
        <source>There are no words from {period}; the keyword reports cover {covered}.</source>
        <translation>{period} 没有关键词数据；已导入的关键词报表覆盖 {covered}。</translation>
    </message>
    <message>
        <source>Words {span}</source>
        <translation>关键词 {span}</translation>
    </message>
    <message>
        <source>Total {count} {count:word|words}</source>
        <translation>合计 {count} 词</translation>
    </message>
    <message>
        <source>{span} · all plans added</source>
        <translation>{span} · 各计划相加</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>Scatter</source>
        <translation>散点</translation>
    </message>
    <message>
        <source>Nobody can tell yet which words are new: the keyword reports begin on {day}.</source>
        <translation>还看不出哪些是新词：关键词报表从 {day} 才开始，之前的没有导入。</translation>
    </message>
    <message>
        <source>The keyword reports from {covered} are totals, which can&apos;t be divided: choose a period that holds such a span as a whole, not {period}, or import the reports day by day.</source>
        <translation>{covered} 的关键词报表是整段合计，没法拆到天：请选能整段包含它的时间（现在是 {period}），或导入按天的报表。</translation>
    </message>
</context>
<context>
    <name>WorthSection</name>
    <message>
        <source>Value of a click</source>
        <translation>每点击价值</translation>
    </message>
    <message>
        <source>must bring</source>
        <translation>需带来</translation>
    </message>
    <message>
        <source>{orders} {orders:order|orders} / {clicks} {clicks:click|clicks}</source>
        <translation>{orders} 单 / {clicks} 次点击</translation>
    </message>
    <message>
        <source>; pays with {chance} % chance</source>
        <translation>；赚钱可能性 {chance} %</translation>
    </message>
    <message>
        <source>Break-even price —: import orders and a cost list, then it can be computed.</source>
        <translation>保本出价 —：导入订单和商品成本后可以算出。</translation>
    </message>
    <message>
        <source>Break-even price —</source>
        <translation>保本出价 —</translation>
    </message>
    <message>
        <source>Break-even {price} yuan a click (margin {margin}, costs known for {covered} of sales); paid {cpc}</source>
        <translation>保本出价 {price} 元（毛利率 {margin}，成本覆盖 {covered} 的销售额）；实付 {cpc} 元</translation>
    </message>
    <message>
        <source>Break-even {price} yuan a click (margin {margin}, as you set it); paid {cpc}</source>
        <translation>保本出价每次点击 {price} 元（毛利率 {margin}，您自己设定）；实付 {cpc}</translation>
    </message>
</context>
</TS>
