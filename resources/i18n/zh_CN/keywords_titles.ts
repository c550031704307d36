<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>Checker</name>
    <message>
        <source>Findings</source>
        <translation>检查结果</translation>
    </message>
    <message>
        <source>Checking titles</source>
        <translation>正在检查标题</translation>
    </message>
    <message>
        <source>Titles</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Checked titles</source>
        <translation>标题检查</translation>
    </message>
    <message>
        <source>Paste titles, one a line, from any platform, or take those of your items.</source>
        <translation>粘贴任何平台的标题（每行一个），或取本店商品的标题。</translation>
    </message>
    <message>
        <source>{all} {all:title|titles}: {block} with prohibited words, {warn} that need proof, {clean} where nothing was found. A list can&apos;t know every case: nothing found is no legal advice.</source>
        <translation>共 {all} 个标题：{block} 个有禁用词，{warn} 个要有依据，{clean} 个没有查出。词表不可能穷尽所有情形，“没有查出”不等于法律意见。</translation>
    </message>
    <message>
        <source>Only the first {count} titles were looked at.</source>
        <translation>只检查了前 {count} 个标题。</translation>
    </message>
    <message>
        <source>Titles longer than {count} characters were cut.</source>
        <translation>超过 {count} 个字符的标题已截断。</translation>
    </message>
    <message>
        <source>Keep the proof of “{term}”</source>
        <translation>保存“{term}”的依据</translation>
    </message>
    <message>
        <source>Don&apos;t watch “{term}”</source>
        <translation>不再提示“{term}”</translation>
    </message>
    <message>
        <source>“{term}” is harmless in “{context}”</source>
        <translation>“{term}”在“{context}”里不算违规</translation>
    </message>
    <message>
        <source>One title a line</source>
        <translation>每行一个标题</translation>
    </message>
    <message>
        <source>Titles to check, one a line</source>
        <translation>要检查的标题，每行一个</translation>
    </message>
    <message>
        <source>Spaces, signs, emoji, full-width and traditional spellings inside a word hide nothing.</source>
        <translation>词中间夹空格、符号、表情，或用全角、繁体，都能查出来。</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>Take my {count} {count:item|items}</source>
        <translation>取本店 {count} 个商品</translation>
    </message>
    <message>
        <source>Word list…</source>
        <translation>词表…</translation>
    </message>
</context>
<context>
    <name>Composer</name>
    <message>
        <source>Items</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Proposals</source>
        <translation>标题方案</translation>
    </message>
    <message>
        <source>To add</source>
        <translation>可加的词</translation>
    </message>
    <message>
        <source>Title copied: {length}</source>
        <translation>标题已复制：{length}</translation>
    </message>
    <message>
        <source>Keep a title draft</source>
        <translation>保存标题草稿</translation>
    </message>
    <message>
        <source>Remove a title draft</source>
        <translation>删除标题草稿</translation>
    </message>
    <message>
        <source>Say whether “{piece}” is true of the item</source>
        <translation>标明“{piece}”是否属实</translation>
    </message>
    <message>
        <source>No item chosen</source>
        <translation>未选商品</translation>
    </message>
    <message>
        <source>Now: {length}; covers {covered} of {whole}</source>
        <translation>现在：{length}；覆盖词值 {covered}，相关词共 {whole}</translation>
    </message>
    <message>
        <source>Now: {length}</source>
        <translation>现在：{length}</translation>
    </message>
    <message>
        <source>This is the current title.</source>
        <translation>这就是现在的标题。</translation>
    </message>
    <message>
        <source>No words yet: import a keyword report of your ad console or 引流词 of 生意参谋. A title can be counted and checked all the same.</source>
        <translation>还没有词：请导入推广后台的关键词报表，或生意参谋的引流词。字数和违禁词仍可检查。</translation>
    </message>
    <message>
        <source>No item titles yet: import orders or the item report, or type a title below.</source>
        <translation>还没有商品标题：请导入订单或商品报表，也可以在左边输入一个标题。</translation>
    </message>
    <message>
        <source>Set the limit of titles</source>
        <translation>设置标题上限</translation>
    </message>
    <message>
        <source>Or type a title and press Enter</source>
        <translation>或输入一个标题，回车</translation>
    </message>
    <message>
        <source>Title to work on</source>
        <translation>要处理的标题</translation>
    </message>
    <message>
        <source>Add a word of your own, Enter</source>
        <translation>加一个自己的词，回车</translation>
    </message>
    <message>
        <source>Word to add</source>
        <translation>要加的词</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Keep draft</source>
        <translation>保存草稿</translation>
    </message>
    <message>
        <source>Order by the formula</source>
        <translation>按公式排序</translation>
    </message>
    <message>
        <source>Brand + product + attributes + scene + marketing</source>
        <translation>品牌 + 核心词 + 属性词 + 场景词 + 营销词</translation>
    </message>
    <message>
        <source>Back to the current title</source>
        <translation>回到现在的标题</translation>
    </message>
    <message>
        <source>Remove draft</source>
        <translation>删除草稿</translation>
    </message>
    <message>
        <source>Take it</source>
        <translation>采用</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>加入</translation>
    </message>
    <message>
        <source>Putting titles together</source>
        <translation>正在组标题</translation>
    </message>
    <message>
        <source>Titles</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Title drafts</source>
        <translation>标题草稿</translation>
    </message>
</context>
<context>
    <name>LimitBar</name>
    <message>
        <source>Market place</source>
        <translation>平台</translation>
    </message>
    <message>
        <source>Most bytes or characters</source>
        <translation>字节或字符上限</translation>
    </message>
    <message>
        <source>What is counted</source>
        <translation>计数方式</translation>
    </message>
    <message>
        <source>bytes (GBK)</source>
        <translation>字节（GBK）</translation>
    </message>
    <message>
        <source>characters</source>
        <translation>字符</translation>
    </message>
</context>
<context>
    <name>Matcher</name>
    <message>
        <source>Items</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Not covered</source>
        <translation>没覆盖的词</translation>
    </message>
    <message>
        <source>Words no title covers</source>
        <translation>没有标题覆盖的词</translation>
    </message>
    <message>
        <source>Match</source>
        <translation>匹配度</translation>
    </message>
    <message>
        <source>Titles and words</source>
        <translation>标题与词</translation>
    </message>
    <message>
        <source>Every title covers at least one word.</source>
        <translation>每个标题都至少覆盖一个词。</translation>
    </message>
    <message>
        <source>All titles together cover {words} of {all} words and {share} of their value (without words with somebody else&apos;s brand). Behind it: {behind}.</source>
        <translation>全部标题合起来覆盖 {all} 个词中的 {words} 个、词值的 {share}（不含他人品牌词）。依据：{behind}。</translation>
    </message>
    <message>
        <source>Import 引流词 of 生意参谋 for what free search brings.</source>
        <translation>导入生意参谋的引流词，可看到免费搜索带来的部分。</translation>
    </message>
    <message>
        <source>Which words bring money is not known yet. Import a keyword report of your ad console or the 引流词 report of 生意参谋, and orders or the item report for the titles.</source>
        <translation>还不知道哪些词带来钱。请导入推广后台的关键词报表或生意参谋的引流词；标题来自订单或商品报表。</translation>
    </message>
    <message>
        <source>Titles of your items are not known yet. Import orders or the item report.</source>
        <translation>还不知道商品标题。请导入订单或商品报表。</translation>
    </message>
    <message>
        <source>Import files…</source>
        <translation>导入文件…</translation>
    </message>
    <message>
        <source>Choose an item to see what its title leaves out.</source>
        <translation>选一个商品，看它的标题漏了哪些词。</translation>
    </message>
    <message>
        <source>{title}: no product word of the library stands in this title, so nothing can be said of its match. Name your products in the dictionary.</source>
        <translation>{title}：标题里没有词库认识的核心词，无法判断匹配度。请在词典里加上商品名。</translation>
    </message>
    <message>
        <source>{title}: no word about {heads} is known yet; too little data, no verdict.</source>
        <translation>{title}：还没有关于“{heads}”的词，数据太少，暂不判断。</translation>
    </message>
    <message>
        <source>{title}: covers {covered} of {whole} that words about {heads} bring.</source>
        <translation>{title}：关于“{heads}”的词共值 {whole}，已覆盖 {covered}。</translation>
    </message>
    <message>
        <source>By item</source>
        <translation>按商品</translation>
    </message>
    <message>
        <source>Titles that cover nothing</source>
        <translation>什么都没覆盖的标题</translation>
    </message>
    <message>
        <source>Put this title together</source>
        <translation>去组这个标题</translation>
    </message>
    <message>
        <source>Held against titles: the {count} words that bring most; the other {rest} ({share} of the value) are not.</source>
        <translation>和标题比对的是带来最多的 {count} 个词；其余 {rest} 个（占词值的 {share}）没有比对。</translation>
    </message>
</context>
<context>
    <name>PieceChip</name>
    <message>
        <source>{piece}, {slot}</source>
        <translation>{piece}，{slot}</translation>
    </message>
    <message>
        <source>Drag, or Alt+← → to move, Alt+↑ ↓ for another slot, Delete to leave out</source>
        <translation>可拖动；Alt+← → 移动，Alt+↑ ↓ 换词类，Delete 去掉</translation>
    </message>
    <message>
        <source>True of this item</source>
        <translation>本商品属实</translation>
    </message>
    <message>
        <source>Not true of this item</source>
        <translation>本商品不属实</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>去掉</translation>
    </message>
</context>
<context>
    <name>ProofCard</name>
    <message>
        <source>Choose a row to see rule, reason and replacement.</source>
        <translation>选一行，看规则、原因和替换建议。</translation>
    </message>
    <message>
        <source>Date, e.g. 2026-05</source>
        <translation>日期，如 2026-05</translation>
    </message>
    <message>
        <source>Scope: platform, category, region</source>
        <translation>范围：平台、类目、地区</translation>
    </message>
    <message>
        <source>Source: report, certificate number</source>
        <translation>出处：报告、证书编号</translation>
    </message>
    <message>
        <source>Keep proof</source>
        <translation>保存依据</translation>
    </message>
    <message>
        <source>Phrase in which the word is harmless</source>
        <translation>这个词不算违规的短语</translation>
    </message>
    <message>
        <source>Add exception</source>
        <translation>加为例外</translation>
    </message>
    <message>
        <source>Don&apos;t watch this word</source>
        <translation>不再提示这个词</translation>
    </message>
    <message>
        <source>Put the title together anew</source>
        <translation>重新组这个标题</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>检查结果</translation>
    </message>
    <message>
        <source>“{found}”: {level}</source>
        <translation>“{found}”：{level}</translation>
    </message>
    <message>
        <source>Why: {reason}</source>
        <translation>原因：{reason}</translation>
    </message>
    <message>
        <source>Instead: {instead}</source>
        <translation>替换：{instead}</translation>
    </message>
    <message>
        <source>Proof that counts: {proof}</source>
        <translation>需要的依据：{proof}</translation>
    </message>
</context>
<context>
    <name>SlotTarget</name>
    <message>
        <source>Drop a chip here to put it into this slot</source>
        <translation>把词拖到这里，归入这一类</translation>
    </message>
</context>
<context>
    <name>TermsDialog</name>
    <message>
        <source>Words</source>
        <translation>词</translation>
    </message>
    <message>
        <source>Add “{term}” to the prohibited words</source>
        <translation>把“{term}”加入禁用词</translation>
    </message>
    <message>
        <source>Take back changes to prohibited words</source>
        <translation>还原禁用词的改动</translation>
    </message>
    <message>
        <source>Prohibited words</source>
        <translation>违禁词表</translation>
    </message>
    <message>
        <source>The list is a starting point, not legal advice: rules marked “please check” were not compared with the text of the law. Harmless phrases: ~ is the word itself (~代 for 第一代), * up to four signs, # a number, @ anywhere in the title; part them by |.</source>
        <translation>词表只是起点，不是法律意见；标“请核对”的规则没有对照过法律原文。例外短语里：~ 代表词本身（第一代写作 ~代），* 代表最多四个字，# 代表数字，@ 表示标题里任何位置；多个用 | 隔开。</translation>
    </message>
    <message>
        <source>Add word</source>
        <translation>加入词表</translation>
    </message>
    <message>
        <source>Take back own changes</source>
        <translation>还原自己的改动</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>More prohibited words, parted by commas</source>
        <translation>再加禁用词，多个用逗号隔开</translation>
    </message>
</context>
<context>
    <name>Titles</name>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>判断</translation>
    </message>
    <message>
        <source>Word</source>
        <translation>词</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Say instead</source>
        <translation>替换建议</translation>
    </message>
    <message>
        <source>Proof kept</source>
        <translation>已存依据</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>proof kept</source>
        <translation>已有依据</translation>
    </message>
    <message>
        <source>nothing found</source>
        <translation>没有查出</translation>
    </message>
    <message>
        <source>twice: {words}</source>
        <translation>重复：{words}</translation>
    </message>
    <message>
        <source>added: {words}</source>
        <translation>加上：{words}</translation>
    </message>
    <message>
        <source>left out: {words}</source>
        <translation>去掉：{words}</translation>
    </message>
    <message>
        <source>no product word is known in it</source>
        <translation>没有认识的核心词</translation>
    </message>
    <message>
        <source>“{head}” is whole within the first 10</source>
        <translation>“{head}”完整出现在前 10 个字内</translation>
    </message>
    <message>
        <source>“{head}” comes late: better whole within the first 10</source>
        <translation>“{head}”太靠后，最好完整放在前 10 个字内</translation>
    </message>
    <message>
        <source>Export the table</source>
        <translation>导出表格</translation>
    </message>
    <message>
        <source>Excel workbook (*.xlsx)</source>
        <translation>Excel 工作簿 (*.xlsx)</translation>
    </message>
    <message>
        <source>Writing {name}</source>
        <translation>正在写入 {name}</translation>
    </message>
    <message>
        <source>Written: {name}</source>
        <translation>已写入：{name}</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>在文件夹中显示</translation>
    </message>
    <message>
        <source>Title of the item</source>
        <translation>商品标题</translation>
    </message>
    <message>
        <source>Match</source>
        <translation>匹配度</translation>
    </message>
    <message>
        <source>Share of the value of the words about this product that the title covers</source>
        <translation>与本商品有关的词的词值中，标题覆盖了多少</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>草稿</translation>
    </message>
    <message>
        <source>yuan</source>
        <translation>元</translation>
    </message>
    <message>
        <source>Proposed title</source>
        <translation>标题方案</translation>
    </message>
    <message>
        <source>Made of</source>
        <translation>用词</translation>
    </message>
    <message>
        <source>Covers</source>
        <translation>多覆盖</translation>
    </message>
    <message>
        <source>Value covered against the current title</source>
        <translation>与现在的标题相比多覆盖的词值</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>词值</translation>
    </message>
    <message>
        <source>Value of all words about this product that need it</source>
        <translation>与本商品有关、且需要这个词的所有词的词值</translation>
    </message>
    <message>
        <source>True of it?</source>
        <translation>属实吗</translation>
    </message>
    <message>
        <source>A title may say only what the goods are. What is not true is never proposed.</source>
        <translation>标题只能写属实的内容；标为不属实的词不会再出现在方案里。</translation>
    </message>
    <message>
        <source>not said yet</source>
        <translation>未确认</translation>
    </message>
    <message>
        <source>yes, true</source>
        <translation>属实</translation>
    </message>
    <message>
        <source>no</source>
        <translation>不属实</translation>
    </message>
    <message>
        <source>Product words</source>
        <translation>核心词</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>词数</translation>
    </message>
    <message>
        <source>Covered</source>
        <translation>已覆盖</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>未覆盖</translation>
    </message>
    <message>
        <source>Bought</source>
        <translation>订单</translation>
    </message>
    <message>
        <source>Search visitors</source>
        <translation>搜索访客</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>支付金额</translation>
    </message>
    <message>
        <source>Ad clicks</source>
        <translation>点击</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>订单</translation>
    </message>
    <message>
        <source>Search buyers</source>
        <translation>搜索买家</translation>
    </message>
    <message>
        <source>Not in the title</source>
        <translation>标题缺的词</translation>
    </message>
    <message>
        <source>Set by yourself</source>
        <translation>自己设置的</translation>
    </message>
    <message>
        <source>General knowledge: please check it at the platform</source>
        <translation>一般经验，请到平台核对</translation>
    </message>
    <message>
        <source>From the platform&apos;s published interface: 60 bytes, counted in GBK</source>
        <translation>来自平台公开接口：60 字节，按 GBK 计</translation>
    </message>
    <message>
        <source>delivered</source>
        <translation>自带</translation>
    </message>
    <message>
        <source>delivered, changed</source>
        <translation>自带，已改</translation>
    </message>
    <message>
        <source>own</source>
        <translation>本店</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>级别</translation>
    </message>
    <message>
        <source>Harmless in</source>
        <translation>例外短语</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Brand</source>
        <translation>品牌</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>核心词</translation>
    </message>
    <message>
        <source>Attribute</source>
        <translation>属性词</translation>
    </message>
    <message>
        <source>Scene</source>
        <translation>场景词</translation>
    </message>
    <message>
        <source>Marketing</source>
        <translation>营销词</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>own words, in order</source>
        <translation>原有的词，理顺</translation>
    </message>
    <message>
        <source>with confirmed words</source>
        <translation>加上已确认的词</translation>
    </message>
    <message>
        <source>prohibited</source>
        <translation>禁用</translation>
    </message>
    <message>
        <source>needs proof</source>
        <translation>要有依据</translation>
    </message>
    <message>
        <source>not watched</source>
        <translation>不提示</translation>
    </message>
    <message>
        <source>please check</source>
        <translation>请核对</translation>
    </message>
    <message>
        <source>; written in disguise, platforms read it all the same</source>
        <translation>；变形写法，平台照样识别</translation>
    </message>
    <message>
        <source>{length} / {most} bytes</source>
        <translation>{length} / {most} 字节</translation>
    </message>
    <message>
        <source>{length} / {most} characters</source>
        <translation>{length} / {most} 字符</translation>
    </message>
    <message>
        <source>{money} yuan</source>
        <translation>{money} 元</translation>
    </message>
    <message>
        <source>{count} {count:visit|visits}</source>
        <translation>{count} 次访问</translation>
    </message>
    <message>
        <source>{words} {words:word|words}: {clicks} ad clicks with {orders} {orders:order|orders}</source>
        <translation>{words} 个词：{clicks} 次广告点击、{orders} 单</translation>
    </message>
    <message>
        <source>, {visitors} search visitors with {buyers} {buyers:buyer|buyers}</source>
        <translation>，{visitors} 个搜索访客、{buyers} 个买家</translation>
    </message>
    <message>
        <source>No known word is about this product: too little data, no verdict.</source>
        <translation>没有关于这个商品的词，数据太少，暂不判断。</translation>
    </message>
    <message>
        <source>The current title is better: this one covers {more} less.</source>
        <translation>现在的标题更好：这个少覆盖 {more}。</translation>
    </message>
    <message>
        <source>Covers about as much as now: better leave it.</source>
        <translation>和现在差不多，不动更好。</translation>
    </message>
    <message>
        <source>Can&apos;t tell yet: would cover {more} more, but too little was bought ({behind}).</source>
        <translation>还看不出来：多覆盖 {more}，但背后成交太少（{behind}）。</translation>
    </message>
    <message>
        <source>Covers {more} more ({behind}). To be found is not yet to be bought.</source>
        <translation>多覆盖 {more}（{behind}）。能被搜到不等于卖得出去。</translation>
    </message>
    <message>
        <source>no verdict</source>
        <translation>暂不判断</translation>
    </message>
    <message>
        <source>current is better</source>
        <translation>现在的更好</translation>
    </message>
    <message>
        <source>leave it</source>
        <translation>不动更好</translation>
    </message>
    <message>
        <source>can&apos;t tell yet</source>
        <translation>还看不出来</translation>
    </message>
    <message>
        <source>covers more</source>
        <translation>覆盖更多</translation>
    </message>
    <message>
        <source>{count} {count:word|words} (?) not confirmed as true of the item</source>
        <translation>{count} 个新词（?）还没确认属实</translation>
    </message>
    <message>
        <source>Items of it</source>
        <translation>相关商品</translation>
    </message>
    <message>
        <source>Items whose title holds the product of this word: 0 where you don&apos;t seem to sell it</source>
        <translation>标题含这个核心词的商品数；0 表示似乎没有卖</translation>
    </message>
    <message>
        <source>kept and added to, if true</source>
        <translation>保留原标题再加，假如新词属实</translation>
    </message>
    <message>
        <source>made anew, if true</source>
        <translation>重新组，假如新词属实</translation>
    </message>
    <message>
        <source>{over} too long</source>
        <translation>超出 {over}</translation>
    </message>
    <message>
        <source>Not in GBK, counted as 4 bytes each, may be shown as “?”: {signs}</source>
        <translation>不在 GBK 里、按 4 字节计、平台可能显示成“?”的字符：{signs}</translation>
    </message>
    <message>
        <source>Somebody else&apos;s brand: {names}</source>
        <translation>含他人品牌：{names}</translation>
    </message>
</context>
<context>
    <name>View</name>
    <message>
        <source>Reading the titles</source>
        <translation>正在读取标题</translation>
    </message>
    <message>
        <source>Put together</source>
        <translation>组标题</translation>
    </message>
    <message>
        <source>Prohibited words</source>
        <translation>查违禁词</translation>
    </message>
    <message>
        <source>Match</source>
        <translation>匹配度</translation>
    </message>
</context>
</TS>
