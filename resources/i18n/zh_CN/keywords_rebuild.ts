<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>AccountChoice</name>
    <message>
        <source>Whose terms? ▾</source>
        <translation>搜索词归属 ▾</translation>
    </message>
    <message>
        <source>Say which account the search terms belong to whose report names none</source>
        <translation>报表没有写明账户的搜索词，在这里指定属于哪个账户</translation>
    </message>
    <message>
        <source>{source}: these are terms of {account}</source>
        <translation>{source}：这些搜索词属于{account}</translation>
    </message>
</context>
<context>
    <name>Exporter</name>
    <message>
        <source>Google Ads Editor (CSV, please check)</source>
        <translation>Google Ads 编辑器 CSV（请核对）</translation>
    </message>
    <message>
        <source>Microsoft Ads bulk 6.0 (CSV)</source>
        <translation>Microsoft Ads 批量文件 6.0（CSV）</translation>
    </message>
    <message>
        <source>Own Amazon bulksheet (copy with the changed cells, please check)</source>
        <translation>自己的 Amazon 批量表格（只改动的单元格，另存副本，请核对）</translation>
    </message>
    <message>
        <source>Worksheet by plan with words to paste</source>
        <translation>按计划分表的操作清单 + 粘贴文本</translation>
    </message>
    <message>
        <source>No row is taken, so that there is nothing to write.</source>
        <translation>没有采纳任何一行，没有可写的内容。</translation>
    </message>
    <message>
        <source>Writing {name}</source>
        <translation>正在写入 {name}</translation>
    </message>
    <message>
        <source>Choose the bulksheet downloaded from Amazon</source>
        <translation>选择从 Amazon 下载的批量表格</translation>
    </message>
    <message>
        <source>Excel workbook (*.xlsx)</source>
        <translation>Excel 工作簿 (*.xlsx)</translation>
    </message>
    <message>
        <source>Export the rebuild</source>
        <translation>导出计划重构</translation>
    </message>
    <message>
        <source>Rebuild {platform} {day}</source>
        <translation>计划重构 {platform} {day}</translation>
    </message>
    <message>
        <source>CSV file (*.csv)</source>
        <translation>CSV 文件 (*.csv)</translation>
    </message>
    <message>
        <source>Remember the export of {count} {count:change|changes}</source>
        <translation>记下导出的 {count} 项改动</translation>
    </message>
    <message>
        <source>Written: {name}, {count} {count:line|lines}.</source>
        <translation>已写入 {name}，{count} 行。</translation>
    </message>
    <message>
        <source>Not in the workbook, so left out: {words}.</source>
        <translation>工作簿里没有，所以没写：{words}。</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>在文件夹中显示</translation>
    </message>
    <message>
        <source>A copy is written, never the workbook itself: choose another name.</source>
        <translation>只写副本，不覆盖原工作簿：请换一个文件名。</translation>
    </message>
    <message>
        <source>This workbook has no sheet of Sponsored Products; download the bulksheet from Amazon anew.</source>
        <translation>这个工作簿里没有商品推广的工作表；请从 Amazon 重新下载批量表格。</translation>
    </message>
    <message>
        <source>This workbook is too large.</source>
        <translation>这个工作簿太大。</translation>
    </message>
    <message>
        <source>This file is no Excel workbook.</source>
        <translation>这个文件不是 Excel 工作簿。</translation>
    </message>
    <message>
        <source>Bids left out, because no imported file names today&apos;s: {words}.</source>
        <translation>没写这些词的出价，因为导入的文件里没有现在的出价：{words}。</translation>
    </message>
    <message>
        <source>New campaigns are written as paused: set regions and languages, then switch them on; until then {count} moved {count:word isn&apos;t|words aren&apos;t} shown.</source>
        <translation>新计划以暂停状态写入：设好地域和语言后再开启；在那之前，移过去的 {count} 个词不投放。</translation>
    </message>
    <message>
        <source>{count} {count:line has|lines have} no id, so that Microsoft may not find the words: import a bulk file or a report with KeywordId first.</source>
        <translation>{count} 行没有编号，Microsoft 可能找不到这些词：请先导入批量文件或带 KeywordId 的报表。</translation>
    </message>
</context>
<context>
    <name>PasteMenu</name>
    <message>
        <source>{count} {count:word|words}</source>
        <translation>{count} 词</translation>
    </message>
    <message>
        <source>No words to paste</source>
        <translation>没有要粘贴的词</translation>
    </message>
    <message>
        <source>Copied {count} {count:word|words} for {place}.</source>
        <translation>已复制 {place} 的 {count} 个词。</translation>
    </message>
    <message>
        <source>Left out, because of the comma in them: {words}</source>
        <translation>因含逗号未复制：{words}</translation>
    </message>
</context>
<context>
    <name>Rebuild</name>
    <message>
        <source>Word or campaign</source>
        <translation>词或计划</translation>
    </message>
    <message>
        <source>Take</source>
        <translation>采纳</translation>
    </message>
    <message>
        <source>Space takes or refuses a row; only taken rows go out</source>
        <translation>空格键采纳或不采纳一行；只有采纳的行会导出</translation>
    </message>
    <message>
        <source>What</source>
        <translation>动作</translation>
    </message>
    <message>
        <source>Quadrant</source>
        <translation>象限</translation>
    </message>
    <message>
        <source>From</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>28 days ≈</source>
        <translation>28 天约</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Clicks</source>
        <translation>点击</translation>
    </message>
    <message>
        <source>Spend</source>
        <translation>花费</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>订单</translation>
    </message>
    <message>
        <source>There in the period: {clicks} {clicks:click|clicks}, {cost} ¥, {orders} {orders:order|orders}</source>
        <translation>本期在此：{clicks} 次点击，{cost} 元，{orders} 单</translation>
    </message>
    <message>
        <source>Chance that its clicks pay: {chance} %</source>
        <translation>点击赚钱的可能性：{chance} %</translation>
    </message>
    <message>
        <source>Budget</source>
        <translation>预算</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>移动</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Bid</source>
        <translation>出价</translation>
    </message>
    <message>
        <source>Negative</source>
        <translation>否定</translation>
    </message>
    <message>
        <source>As it is</source>
        <translation>不变</translation>
    </message>
    <message>
        <source>change {count} {count:budget|budgets}</source>
        <translation>改预算 {count}</translation>
    </message>
    <message>
        <source>move {count} {count:word|words}</source>
        <translation>移动 {count} 词</translation>
    </message>
    <message>
        <source>add {count} {count:word|words}</source>
        <translation>新增 {count} 词</translation>
    </message>
    <message>
        <source>pause {count}</source>
        <translation>暂停 {count}</translation>
    </message>
    <message>
        <source>change {count} {count:bid|bids}</source>
        <translation>改出价 {count}</translation>
    </message>
    <message>
        <source>{count} new {count:negative|negatives}</source>
        <translation>新增否定 {count}</translation>
    </message>
    <message>
        <source>{count} as they are</source>
        <translation>不变 {count}</translation>
    </message>
    <message>
        <source>Nothing is changed</source>
        <translation>没有任何改动</translation>
    </message>
    <message>
        <source>in money: can&apos;t tell yet</source>
        <translation>折合金额：还看不出来</translation>
    </message>
    <message>
        <source>expected {middle} ¥ in 28 days (80 %: {low} … {high})</source>
        <translation>预计 {middle} 元/28 天（80 %：{low} … {high}）</translation>
    </message>
    <message>
        <source>No accepted row names any money: moving words and keeping searches apart is order, and what it brings can&apos;t be told beforehand.</source>
        <translation>采纳的行都不报金额：移动和否定只是理顺结构，能带来多少钱事先说不出来。</translation>
    </message>
    <message>
        <source>exact</source>
        <translation>精确</translation>
    </message>
    <message>
        <source>phrase</source>
        <translation>词组</translation>
    </message>
    <message>
        <source>broad</source>
        <translation>广泛</translation>
    </message>
    <message>
        <source>¥/day</source>
        <translation>元/天</translation>
    </message>
    <message>
        <source>bid of the ad group</source>
        <translation>用单元默认出价</translation>
    </message>
    <message>
        <source>{own} word in a campaign whose money mostly goes to {home} words</source>
        <translation>{own}，却在以{home}为主的计划里</translation>
    </message>
    <message>
        <source>bought twice: a click earns more in {place} (chance {chance})</source>
        <translation>重复购买：在 {place} 每次点击更赚（可能性 {chance}）</translation>
    </message>
    <message>
        <source>bought twice: {place} is the campaign of its quadrant</source>
        <translation>重复购买：{place} 才是它所属象限的计划</translation>
    </message>
    <message>
        <source>bought twice: {place} has most clicks; which earns more can&apos;t be told yet</source>
        <translation>重复购买：{place} 点击最多；哪边更赚还看不出来</translation>
    </message>
    <message>
        <source>decided by hand</source>
        <translation>手工决定</translation>
    </message>
    <message>
        <source>searches for the own brand belong in {rival}</source>
        <translation>本店品牌的搜索应由 {rival} 承接</translation>
    </message>
    <message>
        <source>searches for this competitor belong in {rival}</source>
        <translation>这个竞品的搜索应由 {rival} 承接</translation>
    </message>
    <message>
        <source>this long-tail word is bought in {rival}</source>
        <translation>这个长尾词在 {rival} 里买</translation>
    </message>
    <message>
        <source>the word is taken out here: its clicks don&apos;t pay</source>
        <translation>这个词已在此停掉：点击不赚钱</translation>
    </message>
    <message>
        <source>its words cost {spend} ¥ a day now</source>
        <translation>词现在日均花 {spend} 元</translation>
    </message>
    <message>
        <source>stands where it belongs</source>
        <translation>本来就在该在的地方</translation>
    </message>
    <message>
        <source>decided by hand to leave it</source>
        <translation>手工决定先不动</translation>
    </message>
    <message>
        <source>first say whether it is a brand</source>
        <translation>先确认是不是品牌</translation>
    </message>
    <message>
        <source>too few words or clicks, or too little spend, for a campaign</source>
        <translation>词、点击或花费太少，不值得单独建计划</translation>
    </message>
    <message>
        <source>a bundle of words of the platform, not moved word by word</source>
        <translation>平台的词包，不能逐词移动</translation>
    </message>
    <message>
        <source>so few words are looked after most easily in one campaign</source>
        <translation>词这么少，放在一个计划里最好管</translation>
    </message>
    <message>
        <source>too few clicks in the period to judge a structure</source>
        <translation>本期点击太少，判断不了结构好坏</translation>
    </message>
    <message>
        <source>the report names no campaigns: import one by campaign</source>
        <translation>报表里没有计划名：请导入带计划的关键词报表</translation>
    </message>
    <message>
        <source>each word stands once, in a campaign of its quadrant</source>
        <translation>每个词只买一次，且都在所属象限的计划里</translation>
    </message>
    <message>
        <source>{platform}: the structure of now is better – {reason}.</source>
        <translation>{platform}：现在的结构更好，先不动——{reason}。</translation>
    </message>
    <message>
        <source>From today&apos;s bid, one step of 20 % at most.</source>
        <translation>由现在的出价算起，一次最多动 20 %。</translation>
    </message>
    <message>
        <source>A first bid: value of a click × margin.</source>
        <translation>首次出价：每点击价值 × 毛利率。</translation>
    </message>
    <message>
        <source>Named by hand; only kept within the platform&apos;s limits.</source>
        <translation>手工指定，只限制在平台允许的范围内。</translation>
    </message>
    <message>
        <source>Expected money: can&apos;t tell yet.</source>
        <translation>预计金额：还看不出来。</translation>
    </message>
    <message>
        <source>Expected in 28 days: {middle} ¥ (80 %: {low} … {high}).</source>
        <translation>28 天预计 {middle} 元（80 %：{low} … {high}）。</translation>
    </message>
    <message>
        <source>held back: it would block a word that stays in this campaign</source>
        <translation>暂缓：会挡住留在这个计划里的词</translation>
    </message>
    <message>
        <source>held back: no word goes into this campaign</source>
        <translation>暂缓：没有词进入这个计划</translation>
    </message>
    <message>
        <source>{total} {total:change|changes} exported on {day}; choose a period after it to see what was done.</source>
        <translation>{day} 导出过 {total} 项改动；选这天之后的时段才能看到做了多少。</translation>
    </message>
    <message>
        <source>{total} {total:change|changes} exported on {day}: {done} seen in the reports, {missing} not, {unknown} that no report shows.</source>
        <translation>{day} 导出的 {total} 项改动：{done} 项已在报表里看到，{missing} 项没看到，{unknown} 项报表看不出。</translation>
    </message>
    <message>
        <source>Changed to</source>
        <translation>改到</translation>
    </message>
    <message>
        <source>New place, bid in ¥, budget in ¥ a day, or match of a negative</source>
        <translation>新的位置、出价（元）、日预算（元/天），或否定词的匹配方式</translation>
    </message>
    <message>
        <source>{step} more: their return is surely above the shop&apos;s</source>
        <translation>加 {step}：回报确实高于全店</translation>
    </message>
    <message>
        <source>{step} less: their return is surely below the shop&apos;s</source>
        <translation>减 {step}：回报确实低于全店</translation>
    </message>
    <message>
        <source>25 % room above (please check)</source>
        <translation>上浮 25 % 留余量（请核对）</translation>
    </message>
    <message>
        <source>worth {worth} ¥ a click: room for a higher bid</source>
        <translation>每次点击保本可出到 {worth} 元：还有加价空间</translation>
    </message>
    <message>
        <source>worth only {worth} ¥ a click: it costs more</source>
        <translation>每次点击保本最多 {worth} 元：现在花得更多</translation>
    </message>
    <message>
        <source>No imported file names today&apos;s bid: change the one in the console by this step.</source>
        <translation>导入的文件里没有现在的出价：请在后台按这个幅度改。</translation>
    </message>
    <message>
        <source>{count} {count:row is|rows are} held back, because they would do harm beside what is refused.</source>
        <translation>{count} 行暂缓：和没采纳的行放在一起会有害。</translation>
    </message>
    <message>
        <source>A moved word starts anew in its ad group: its quality score begins again (please check).</source>
        <translation>移动的词在新单元里重新开始，质量分从头算（请核对）。</translation>
    </message>
    <message>
        <source>searched here, not bought, and its clicks don&apos;t pay</source>
        <translation>在这里被搜到、没有买，点击也不赚钱</translation>
    </message>
    <message>
        <source>no platform named</source>
        <translation>未写平台</translation>
    </message>
    <message>
        <source>its report names no account: taken as {account}, as you said</source>
        <translation>报表没写账户：按您指定的{account}处理</translation>
    </message>
    <message>
        <source>its report names no account: taken as {account}, the only one</source>
        <translation>报表没写账户：按唯一的账户{account}处理</translation>
    </message>
    <message>
        <source>Please check: bids of {platform} from {least} to {most}, in steps of {step}.</source>
        <translation>请核对：{platform}出价限额 {least}–{most}，最小步长 {step}。</translation>
    </message>
    <message>
        <source>Please check: {platform} calls its match types {names}.</source>
        <translation>请核对：{platform}的匹配方式名称为 {names}。</translation>
    </message>
    <message>
        <source>Please check: {platform} takes daily budgets from {least}.</source>
        <translation>请核对：{platform}最低日预算 {least}。</translation>
    </message>
    <message>
        <source>Please check: the least daily budget of {platform} is unknown.</source>
        <translation>请核对：{platform}的最低日预算未知。</translation>
    </message>
    <message>
        <source>{count} of {total} moves are not taken: tidying alone names no money.</source>
        <translation>{total} 个移动中有 {count} 个未采纳：只是整理结构，说不出能带来多少钱。</translation>
    </message>
    <message>
        <source>{count} decided search {count:term does|terms do} nothing yet: the report names no account, and several could be meant.</source>
        <translation>{count} 个已决定的搜索词暂不生效：报表没写账户，而可能的账户不止一个。</translation>
    </message>
    <message>
        <source>{count} decided search {count:term is|terms are} of a platform of which no keyword report is here: import one by campaign.</source>
        <translation>{count} 个已决定的搜索词所属平台还没有关键词报表：请导入按计划的关键词报表。</translation>
    </message>
    <message>
        <source>What matters</source>
        <translation>只改要紧的</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>全部重构</translation>
    </message>
    <message>
        <source>The sum of {count} {count:row|rows} that name money (bids and pauses); part of their doubt is common to all and doesn&apos;t even out. Moves, negatives and budgets name none: what they bring can&apos;t be told beforehand.</source>
        <translation>{count} 行有金额（出价和暂停）的合计；其中一部分不确定性是共同的，不会互相抵消。移动、否定词和预算不写金额：事先说不出能带来多少。</translation>
    </message>
    <message>
        <source>What matters: pauses, words bought twice, bids, new words, negatives, and moves of words that cost at least {share} of their account (please check). Everything: all other moves, too; nobody can say what they bring. Rows that you take or refuse yourself stay so.</source>
        <translation>只改要紧的：暂停、重复购买、出价、新词、否定词，以及花费至少占账户 {share} 的词的移动（请核对）。全部重构：其余移动也包括在内，但说不出能带来什么。您自己采纳或拒绝过的行保持不变。</translation>
    </message>
    <message>
        <source>{count} further {count:word|words} without a click get no row and stay as they are.</source>
        <translation>其余 {count} 个词没有点击，不逐个列出，原样不动。</translation>
    </message>
    <message>
        <source>{count} further {count:word|words}, {share} of the spend ({cost} ¥), get no row and stay as they are: looked at are the {most} words that you decided on, that are advised on or that cost most.</source>
        <translation>其余 {count} 个词（占花费 {share}，共 {cost} 元）不逐个列出，原样不动：逐个看的是您决定过的、有建议的和花费最多的 {most} 个词。</translation>
    </message>
    <message>
        <source>each word looked at stands once, in a campaign of its quadrant</source>
        <translation>逐个看过的词都只出现一次，且在本象限的计划里</translation>
    </message>
    <message>
        <source>Neither this word nor the words of its root pay: paused here, and kept out by a negative of its own row.</source>
        <translation>这个词和同词根的词一起看都不赚钱：在这里暂停，另有一行把它设为否定词。</translation>
    </message>
    <message>
        <source>Neither this word nor the words of its root pay: stop buying it.</source>
        <translation>这个词和同词根的词一起看都不赚钱：不再投放。</translation>
    </message>
    <message>
        <source>Expected gain of the row in 28 days. Moves, budgets and negatives have none that could be told beforehand.</source>
        <translation>这一行预计 28 天带来的金额。移动、预算和否定词事先说不出能带来多少。</translation>
    </message>
    <message>
        <source>can&apos;t tell</source>
        <translation>还看不出来</translation>
    </message>
    <message>
        <source>Expected money: what this brings can&apos;t be told beforehand.</source>
        <translation>预计金额：这类改动事先说不出能带来多少。</translation>
    </message>
</context>
<context>
    <name>StructureTree</name>
    <message>
        <source>{count} {count:word|words}</source>
        <translation>{count} 词</translation>
    </message>
    <message>
        <source>{count} come</source>
        <translation>移入 {count}</translation>
    </message>
    <message>
        <source>{count} go</source>
        <translation>移出 {count}</translation>
    </message>
    <message>
        <source>a new campaign</source>
        <translation>新计划</translation>
    </message>
    <message>
        <source>a new ad group</source>
        <translation>新单元</translation>
    </message>
    <message>
        <source>Campaign</source>
        <translation>计划</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>词</translation>
    </message>
    <message>
        <source>¥/day</source>
        <translation>元/天</translation>
    </message>
    <message>
        <source>Budget</source>
        <translation>预算</translation>
    </message>
    <message>
        <source>What the words cost a day in the period</source>
        <translation>这些词本期日均花费</translation>
    </message>
    <message>
        <source>New budget in ¥ a day; empty where it stays as it is</source>
        <translation>新的日预算（元/天）；不变的留空</translation>
    </message>
    <message>
        <source>Structure after the rebuild</source>
        <translation>重构后的结构</translation>
    </message>
</context>
<context>
    <name>View</name>
    <message>
        <source>Changes</source>
        <translation>改动</translation>
    </message>
    <message>
        <source>Other words</source>
        <translation>其他词</translation>
    </message>
    <message>
        <source>Proposing a structure</source>
        <translation>正在算计划结构</translation>
    </message>
    <message>
        <source>Structure after the rebuild</source>
        <translation>重构后的结构</translation>
    </message>
    <message>
        <source>Take ▾</source>
        <translation>采纳 ▾</translation>
    </message>
    <message>
        <source>Take or refuse the selected or all shown rows</source>
        <translation>采纳或不采纳选中的、或显示的全部行</translation>
    </message>
    <message>
        <source>Copy words ▾</source>
        <translation>复制词表 ▾</translation>
    </message>
    <message>
        <source>Copy the new words of an ad group, or the negatives of a campaign, to paste them</source>
        <translation>复制一个单元的新词，或一个计划的否定词，用来粘贴</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Here stands a proposal of campaigns and ad groups: each word in one place, bids, budgets and negatives, as changes to take or refuse. Import a keyword report with campaigns, or choose a period that it covers.</source>
        <translation>这里给出计划和单元的重构方案：每个词只放一处，连同出价、预算、否定词，逐条采纳或不采纳。请导入带计划的关键词报表，或选择报表覆盖的时段。</translation>
    </message>
    <message>
        <source>Import files…</source>
        <translation>导入文件…</translation>
    </message>
    <message>
        <source>Take {count} {count:change|changes}</source>
        <translation>采纳 {count} 项改动</translation>
    </message>
    <message>
        <source>Refuse {count} {count:change|changes}</source>
        <translation>不采纳 {count} 项改动</translation>
    </message>
    <message>
        <source>Take the selected rows</source>
        <translation>采纳选中的行</translation>
    </message>
    <message>
        <source>Refuse the selected rows</source>
        <translation>不采纳选中的行</translation>
    </message>
    <message>
        <source>Take all shown rows</source>
        <translation>采纳显示的全部行</translation>
    </message>
    <message>
        <source>Refuse all shown rows</source>
        <translation>不采纳显示的全部行</translation>
    </message>
    <message>
        <source>Rebuild</source>
        <translation>计划重构</translation>
    </message>
    <message>
        <source>Adding up the changes</source>
        <translation>正在汇总改动</translation>
    </message>
    <message>
        <source>The reports of this period name no bought keywords, so that there is no structure to look at. Import a keyword report with campaigns.</source>
        <translation>本期的报表没有列出所买的关键词，看不到结构。请导入带计划的关键词报表。</translation>
    </message>
    <message>
        <source>Take “{scope}”</source>
        <translation>采用“{scope}”</translation>
    </message>
    <message>
        <source>Search terms belong to {account}</source>
        <translation>搜索词属于{account}</translation>
    </message>
</context>
</TS>
