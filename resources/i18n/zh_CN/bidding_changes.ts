<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>Changes</name>
    <message>
        <source>What</source>
        <translation>改什么</translation>
    </message>
    <message>
        <source>Take</source>
        <translation>采用</translation>
    </message>
    <message>
        <source>Space takes or refuses a row; only taken rows go out</source>
        <translation>按空格采用或拒绝一行；只导出采用的行</translation>
    </message>
    <message>
        <source>Lever</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Old</source>
        <translation>原来</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>变化</translation>
    </message>
    <message>
        <source>Alone, profit − spend</source>
        <translation>单独看 毛利−花费</translation>
    </message>
    <message>
        <source>yuan (80 %)</source>
        <translation>元（80 %）</translation>
    </message>
    <message>
        <source>Spend</source>
        <translation>花费</translation>
    </message>
    <message>
        <source>yuan</source>
        <translation>元</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>平台限制</translation>
    </message>
    <message>
        <source>Budget</source>
        <translation>预算</translation>
    </message>
    <message>
        <source>Word</source>
        <translation>关键词</translation>
    </message>
    <message>
        <source>Hours</source>
        <translation>分时折扣</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>地域</translation>
    </message>
    <message>
        <source>Audience</source>
        <translation>人群</translation>
    </message>
    <message>
        <source>{names} and {count} more</source>
        <translation>{names} 等另 {count} 个</translation>
    </message>
    <message>
        <source>new plan for {names}</source>
        <translation>为 {names} 另建计划</translation>
    </message>
    <message>
        <source>Daily budget</source>
        <translation>日预算</translation>
    </message>
    <message>
        <source>every day</source>
        <translation>每天</translation>
    </message>
    <message>
        <source>off</source>
        <translation>关</translation>
    </message>
    <message>
        <source>Alone, in {days} days: profit − spend {profit} yuan, spend {spend} yuan</source>
        <translation>单独看，{days} 天：毛利−花费 {profit} 元，花费 {spend} 元</translation>
    </message>
    <message>
        <source>Changes work on one another: the rows don&apos;t add up to the plan.</source>
        <translation>改动之间互相影响：各行之和不等于整个计划。</translation>
    </message>
    <message>
        <source>The platform has no region premium: clone the plan for these regions, bids at this percent.</source>
        <translation>平台没有地域溢价：为这些地区复制计划，出价按此百分比。</translation>
    </message>
    <message>
        <source>Nothing differs: there is nothing to carry over.</source>
        <translation>没有差别：没有要带去后台的改动。</translation>
    </message>
    <message>
        <source>{taken} of {count} {count:change|changes} go out</source>
        <translation>导出 {taken} / {count} 处改动</translation>
    </message>
    <message>
        <source>{count} {count:row breaks a limit|rows break a limit} of the platform: change the value in the plan or refuse the row, then export.</source>
        <translation>有 {count} 处超出平台限制：在计划里改值或拒绝这一行，再导出。</translation>
    </message>
    <message>
        <source>What it brings alone is worked out for the rows that move most money.</source>
        <translation>只对影响花费最大的几十行计算单独效果。</translation>
    </message>
    <message>
        <source>{median} ({low} to {high})</source>
        <translation>{median}（{low} 至 {high}）</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>为什么</translation>
    </message>
    <message>
        <source>today&apos;s bid</source>
        <translation>现出价</translation>
    </message>
    <message>
        <source>today&apos;s {step} %</source>
        <translation>现出价 {step}%</translation>
    </message>
    <message>
        <source>No report tells today&apos;s bid: change it in the console by this percent, not to a price.</source>
        <translation>没有报表给出现出价：请在后台按现出价加减这个百分比，不要填固定价格。</translation>
    </message>
    <message>
        <source>Within the plan, since premiums and lower bids rest on each other, in {days} days: profit − spend {profit} yuan, spend {spend} yuan</source>
        <translation>放在整个计划里算（加价与下调的出价互相依托），{days} 天：毛利−花费 {profit} 元，花费 {spend} 元</translation>
    </message>
    <message>
        <source>What the row should bring by itself in the days of the forecast; rows don&apos;t add up. Premiums and the bids that fall for them: what the plan would lose without the row.</source>
        <translation>这一行单独在预测天数内应带来多少；各行不能相加。溢价和为它下调的出价：少了这一行，整个计划会少赚多少。</translation>
    </message>
</context>
<context>
    <name>ChangesView</name>
    <message>
        <source>Changes</source>
        <translation>改动</translation>
    </message>
    <message>
        <source>‹ Back to the plan</source>
        <translation>‹ 返回计划</translation>
    </message>
    <message>
        <source>From</source>
        <translation>从</translation>
    </message>
    <message>
        <source>To</source>
        <translation>到</translation>
    </message>
    <message>
        <source>Take ▾</source>
        <translation>采用 ▾</translation>
    </message>
    <message>
        <source>Take or refuse the selected or all shown rows</source>
        <translation>采用或拒绝选中的行、所有显示的行</translation>
    </message>
    <message>
        <source>Copy ▾</source>
        <translation>复制 ▾</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>What runs now</source>
        <translation>在投</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>草稿</translation>
    </message>
    <message>
        <source>The reports of this plan are being read…</source>
        <translation>正在读这个计划的报表…</translation>
    </message>
    <message>
        <source>{count} {count:difference|differences}</source>
        <translation>{count} 处不同</translation>
    </message>
    <message>
        <source>What each change brings</source>
        <translation>每处改动带来多少</translation>
    </message>
    <message>
        <source>Take {count} {count:change|changes}</source>
        <translation>采用 {count} 处改动</translation>
    </message>
    <message>
        <source>Refuse {count} {count:change|changes}</source>
        <translation>拒绝 {count} 处改动</translation>
    </message>
    <message>
        <source>Take the selected rows</source>
        <translation>采用选中的行</translation>
    </message>
    <message>
        <source>Refuse the selected rows</source>
        <translation>拒绝选中的行</translation>
    </message>
    <message>
        <source>Take all shown rows</source>
        <translation>采用所有显示的行</translation>
    </message>
    <message>
        <source>Refuse all shown rows</source>
        <translation>拒绝所有显示的行</translation>
    </message>
    <message>
        <source>Read back…</source>
        <translation>读回清单…</translation>
    </message>
    <message>
        <source>Take what was changed in a checklist into this plan, as one step</source>
        <translation>把清单里改过的内容读回本计划，可一步撤销</translation>
    </message>
    <message>
        <source>Choose a checklist of this plan</source>
        <translation>选择本计划的清单</translation>
    </message>
    <message>
        <source>Excel workbook (*.xlsx)</source>
        <translation>Excel 工作簿 (*.xlsx)</translation>
    </message>
    <message>
        <source>This is no checklist of bids ({part}).</source>
        <translation>这不是出价清单（{part}）。</translation>
    </message>
    <message>
        <source>Reading {name}</source>
        <translation>正在读取 {name}</translation>
    </message>
    <message>
        <source>The checklist names no plan {plan}; it has {names}.</source>
        <translation>清单里没有计划“{plan}”，只有 {names}。</translation>
    </message>
    <message>
        <source>The plan already is as the checklist says.</source>
        <translation>计划已与清单一致。</translation>
    </message>
    <message>
        <source>read a checklist back</source>
        <translation>读回清单</translation>
    </message>
</context>
<context>
    <name>Exporter</name>
    <message>
        <source>Checklist by plan for the console&apos;s dialogs (.xlsx)</source>
        <translation>按计划的核对清单，对照后台弹窗填写（.xlsx）</translation>
    </message>
    <message>
        <source>Hours as text 00:00-12:00:100,… (.txt)</source>
        <translation>分时文本 00:00-12:00:100,…（.txt）</translation>
    </message>
    <message>
        <source>Hours as launch periods (JSON)</source>
        <translation>分时 launchPeriodList（JSON）</translation>
    </message>
    <message>
        <source>Hours as a week grid (.xlsx)</source>
        <translation>分时周表（.xlsx）</translation>
    </message>
    <message>
        <source>Hours of JD (JSON)</source>
        <translation>京东分时系数（JSON）</translation>
    </message>
    <message>
        <source>Hours of Pinduoduo (JSON)</source>
        <translation>拼多多分时折扣（JSON）</translation>
    </message>
    <message>
        <source>Hours on and off, 336 signs (.txt)</source>
        <translation>投放时段开关 336 位（.txt）</translation>
    </message>
    <message>
        <source>Writing {name}</source>
        <translation>正在写 {name}</translation>
    </message>
    <message>
        <source>This platform takes files only</source>
        <translation>这个平台只接受文件</translation>
    </message>
    <message>
        <source>This form can&apos;t say the week: {part}</source>
        <translation>这种格式写不下这个星期：{part}</translation>
    </message>
    <message>
        <source>On the clipboard: {form}.</source>
        <translation>已复制到剪贴板：{form}。</translation>
    </message>
    <message>
        <source>Choose the bulksheet downloaded from Amazon</source>
        <translation>选择从亚马逊下载的批量表</translation>
    </message>
    <message>
        <source>Excel workbook (*.xlsx)</source>
        <translation>Excel 工作簿 (*.xlsx)</translation>
    </message>
    <message>
        <source>CSV file (*.csv)</source>
        <translation>CSV 文件 (*.csv)</translation>
    </message>
    <message>
        <source>JSON file (*.json)</source>
        <translation>JSON 文件 (*.json)</translation>
    </message>
    <message>
        <source>Text file (*.txt)</source>
        <translation>文本文件 (*.txt)</translation>
    </message>
    <message>
        <source>Export the plan</source>
        <translation>导出计划</translation>
    </message>
    <message>
        <source>{plan} bids {day}</source>
        <translation>{plan} 出价 {day}</translation>
    </message>
    <message>
        <source>hours only</source>
        <translation>只含分时</translation>
    </message>
    <message>
        <source>Written: {name}, {count} {count:line|lines}.</source>
        <translation>已写入：{name}，{count} 行。</translation>
    </message>
    <message>
        <source>Beside it: {name}.</source>
        <translation>同时写入：{name}。</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>在文件夹中显示</translation>
    </message>
    <message>
        <source>It carries the hours only; the checklist has bids, regions, audiences and budget.</source>
        <translation>它只含分时；出价、地域、人群和预算在核对清单里。</translation>
    </message>
    <message>
        <source>Left out, because no report tells their id: {names}.</source>
        <translation>没有报表说明编号，未写入：{names}。</translation>
    </message>
    <message>
        <source>Left out, because no report tells the campaign&apos;s id: {names}.</source>
        <translation>没有报表说明计划编号，未写入：{names}。</translation>
    </message>
    <message>
        <source>The file has no column for: {names}; set them in the console.</source>
        <translation>文件没有这些列：{names}；请在后台设置。</translation>
    </message>
    <message>
        <source>Not in the workbook, so left out: {names}.</source>
        <translation>表里没有，未写入：{names}。</translation>
    </message>
    <message>
        <source>Hours that the console has now can&apos;t be deleted by the file ({names}): import a bulk file first.</source>
        <translation>文件删不掉后台现有的时段（{names}）：请先导入一份批量文件。</translation>
    </message>
    <message>
        <source>Nothing was written: {problems}.</source>
        <translation>没有写入：{problems}。</translation>
    </message>
    <message>
        <source>export version {number}</source>
        <translation>导出第 {number} 版</translation>
    </message>
    <message>
        <source>Left out, because no report tells today&apos;s bid and the file takes no percent: {names}; type today&apos;s bid in the table of words, or change them in the console by the percent shown.</source>
        <translation>未写入：没有报表给出现出价，而文件不能写百分比：{names}。请在关键词表里填写现出价，或在后台按所示百分比调整。</translation>
    </message>
    <message>
        <source>Google Ads Editor (CSV, please check) · without audiences and regions off</source>
        <translation>Google Ads Editor（CSV，请核对）· 不含人群和关闭的地区</translation>
    </message>
    <message>
        <source>Microsoft Ads bulk 6.0 (CSV) · regions only with imported ids, no audiences</source>
        <translation>微软广告批量 6.0（CSV）· 地区须已导入编号，不含人群</translation>
    </message>
    <message>
        <source>Own Amazon bulksheet (copy, please check) · without hours: set them by hand</source>
        <translation>自己的亚马逊批量表（副本，请核对）· 不含分时，请手动设置</translation>
    </message>
    <message>
        <source>without what the file had no place for</source>
        <translation>不含文件放不下的改动</translation>
    </message>
</context>
</TS>
