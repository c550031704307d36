<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>AudienceCard</name>
    <message>
        <source>Audience</source>
        <translation>人群</translation>
    </message>
    <message>
        <source>Audiences</source>
        <translation>人群溢价</translation>
    </message>
    <message>
        <source>take the proposal in {count} {count:audience|audiences}</source>
        <translation>{count} 个人群采用建议</translation>
    </message>
    <message>
        <source>no audience premium</source>
        <translation>没有人群溢价</translation>
    </message>
    <message>
        <source>The other {count}: too little difference, they stay at 100 %</source>
        <translation>其余 {count} 个：差异太小，保持 100 %</translation>
    </message>
    <message>
        <source>Premiums only raise: the weakest stays at 100 %, bids of words fall for it. Take both.</source>
        <translation>只能加价：最弱的人群保持 100 %，关键词出价相应降低，请一起采用</translation>
    </message>
    <message>
        <source>Premiums only raise: the weakest stays at 100 %. Bids don&apos;t fall for it, so spend rises.</source>
        <translation>只能加价：最弱的人群保持 100 %；关键词出价没有降低，花费会增加</translation>
    </message>
    <message>
        <source>Take it</source>
        <translation>采用</translation>
    </message>
    <message>
        <source>Put the proposed premiums into the plan</source>
        <translation>把建议的溢价放进计划</translation>
    </message>
    <message>
        <source>The report doesn&apos;t tell plans apart: no proposal</source>
        <translation>人群报表没有分计划，暂不能建议</translation>
    </message>
    <message>
        <source>Placements</source>
        <translation>广告位</translation>
    </message>
</context>
<context>
    <name>BidColumns</name>
    <message>
        <source>Word</source>
        <translation>关键词</translation>
    </message>
    <message>
        <source>Sold</source>
        <translation>成交</translation>
    </message>
    <message>
        <source>Break-even</source>
        <translation>保本出价</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>现价</translation>
    </message>
    <message>
        <source>Proposed</source>
        <translation>建议</translation>
    </message>
    <message>
        <source>Ad group</source>
        <translation>单元</translation>
    </message>
    <message>
        <source>Match</source>
        <translation>匹配</translation>
    </message>
    <message>
        <source>Quadrant</source>
        <translation>象限</translation>
    </message>
    <message>
        <source>Worth and bid</source>
        <translation>值多少 / 现价</translation>
    </message>
    <message>
        <source>Bar: what a click may cost, 80 %; tick: median; dashed line: today&apos;s bid</source>
        <translation>条：一次点击最多值多少（80 % 区间）；竖线：中位数；虚线：现价</translation>
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
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Earns a week</source>
        <translation>每周赚</translation>
    </message>
    <message>
        <source>Clicks × what they are worth − what they cost, a week at today&apos;s price, with 80 %</source>
        <translation>点击 × 一次点击值多少 − 花费，按现价算一周，括号内为 80 % 区间</translation>
    </message>
    <message>
        <source>not a number</source>
        <translation>不是数字</translation>
    </message>
    <message>
        <source>No report tells today&apos;s bid: import the list of keywords with their bids.</source>
        <translation>没有报表写明现价：请导入带出价的关键词列表。</translation>
    </message>
    <message>
        <source>On the console: the version taken last, else what the report says</source>
        <translation>后台现价：以最近一次投放的版本为准，没有则取报表</translation>
    </message>
    <message>
        <source>Above all that a click is worth (80 %)</source>
        <translation>高于一次点击值的上限（80 % 区间）</translation>
    </message>
    <message>
        <source>No report tells today&apos;s bid: the price of a click stands in, and changes are said in percent. Type the console&apos;s bid here to work with it.</source>
        <translation>没有报表给出现出价：这里是平均点击花费，改动只按百分比说。在这里填写后台的现出价，就能按价格计算。</translation>
    </message>
    <message>
        <source>Typed here as today&apos;s bid of the console; clear the cell to take it back</source>
        <translation>这里填写的后台现出价；清空即撤回</translation>
    </message>
    <message>
        <source>Type the change in percent beside it, or today&apos;s bid first</source>
        <translation>请在“变化”列填写百分比，或先填写现价</translation>
    </message>
</context>
<context>
    <name>BidHours</name>
    <message>
        <source>{value} % in {count} {count:hour|hours}</source>
        <translation>{count} 格设为 {value} %</translation>
    </message>
    <message>
        <source>{step} % in {count} {count:hour|hours}</source>
        <translation>{step} % {count} 格</translation>
    </message>
    <message>
        <source>paste {count} {count:hour|hours}</source>
        <translation>粘贴 {count} 格</translation>
    </message>
    <message>
        <source>cut {count} {count:hour|hours}</source>
        <translation>剪切 {count} 格</translation>
    </message>
    <message>
        <source>fill {count} {count:hour|hours}</source>
        <translation>填充 {count} 格</translation>
    </message>
    <message>
        <source>{count} {count:hour|hours} back to 100 %</source>
        <translation>{count} 格回到 100 %</translation>
    </message>
    <message>
        <source>{platform}: smart bids can only be switched on or off</source>
        <translation>{platform}智能出价计划只能开 / 关时段</translation>
    </message>
    <message>
        <source>half hours possible</source>
        <translation>半小时一格</translation>
    </message>
    <message>
        <source>the same every day</source>
        <translation>每天相同</translation>
    </message>
    <message>
        <source>at most {count} {count:window|windows} a day</source>
        <translation>每天最多 {count} 段</translation>
    </message>
    <message>
        <source>on / off only</source>
        <translation>只能开 / 关</translation>
    </message>
    <message>
        <source>{span} or off</source>
        <translation>{span} 或关</translation>
    </message>
    <message>
        <source>Night lower (00–07 at 60 %)</source>
        <translation>夜间降（0–7 点 60 %）</translation>
    </message>
    <message>
        <source>Night low, peaks high (40 % / 130 %)</source>
        <translation>夜间低、高峰高（40 % / 130 %）</translation>
    </message>
    <message>
        <source>Weekend +10 %</source>
        <translation>周末 +10 %</translation>
    </message>
    <message>
        <source>on</source>
        <translation>开</translation>
    </message>
    <message>
        <source>Templates by hand often lose: in this program&apos;s own simulation of small shops this one earned about a tenth less than leaving every hour at 100 % at the same spend. A simulation isn&apos;t your shop: where there is a proposal, look at it first.</source>
        <translation>手工模板常常亏：在本程序自己做的小店模拟里，同样的花费下，这个模板比全部 100 % 少赚约一成。模拟不等于你的店；有建议时先看建议。</translation>
    </message>
    <message>
        <source>A habit, not made from your data. Templates by hand often lose: the one that was simulated (40 % at night, 130 % at the peaks) earned about a tenth less than 100 % everywhere. Where there is a proposal, look at it first.</source>
        <translation>这是习惯做法，不是从你的数据算出来的。手工模板常常亏：模拟过的那个（夜间 40 %、高峰 130 %）比全部 100 % 少赚约一成。有建议时先看建议。</translation>
    </message>
</context>
<context>
    <name>BidReasons</name>
    <message>
        <source>Differences within what chance brings: 100 % is safer</source>
        <translation>差异在随机范围内，保持 100 % 更稳</translation>
    </message>
    <message>
        <source>The report has neither orders nor carts: nothing can be said yet</source>
        <translation>报表里没有成交和加购，暂不判断</translation>
    </message>
    <message>
        <source>The platform can&apos;t set this</source>
        <translation>平台没有这个设置</translation>
    </message>
    <message>
        <source>Without a margin nothing says what a click may cost: enter it at the right</source>
        <translation>不知道毛利率，就不知道一次点击最多值多少：请在右侧填写</translation>
    </message>
    <message>
        <source>Less than 1 % is left of it: better leave it</source>
        <translation>算下来不到 1 %，不动更好</translation>
    </message>
    <message>
        <source>Import an ads report by hour to get a proposal</source>
        <translation>导入推广分时报表后才有建议</translation>
    </message>
    <message>
        <source>Import an ads report by region to get a proposal</source>
        <translation>导入推广地域报表后才有建议</translation>
    </message>
    <message>
        <source>Import an ads report by audience to get a proposal</source>
        <translation>导入推广人群报表后才有建议</translation>
    </message>
    <message>
        <source>Import a keyword report to get a proposal</source>
        <translation>导入关键词报表后才有建议</translation>
    </message>
    <message>
        <source>at most {step} % a review</source>
        <translation>每轮每格最多动 {step} %</translation>
    </message>
    <message>
        <source>On the console {percent} %</source>
        <translation>后台 {percent} %</translation>
    </message>
    <message>
        <source>Proposed {percent} %</source>
        <translation>建议 {percent} %</translation>
    </message>
    <message>
        <source>A click is worth {mean} × the average, 80 % between {low} and {high}</source>
        <translation>一次点击的价值是平均的 {mean} 倍，80 % 区间 {low}–{high}</translation>
    </message>
    <message>
        <source>Worth more than the average: {chance}</source>
        <translation>高于平均的可能性 {chance}</translation>
    </message>
    <message>
        <source>Behind it: {orders} {orders:order|orders}, {expected} expected</source>
        <translation>背后 {orders} 单（按平均应有 {expected} 单）</translation>
    </message>
    <message>
        <source>Its factor asks for {wanted} %: at most {step} % a review, so {proposed} % first</source>
        <translation>按系数应到 {wanted} %，每轮最多动 {step} %，先到 {proposed} %</translation>
    </message>
    <message>
        <source>Its factor asks for {wanted} %: the platform&apos;s limit is {proposed} %</source>
        <translation>按系数应到 {wanted} %，平台限到 {proposed} %</translation>
    </message>
    <message>
        <source>Too few orders and carts to tell luck from pattern</source>
        <translation>成交和加购太少，分不清规律和运气</translation>
    </message>
    <message>
        <source>By luck alone such differences come in {chance} of cases</source>
        <translation>只靠运气出现这样差异的可能：{chance}</translation>
    </message>
    <message>
        <source>Reading the reports…</source>
        <translation>正在读取报表…</translation>
    </message>
    <message>
        <source>A single hour has clicks: there is nothing to compare</source>
        <translation>只有一个时段有点击，没有可比的</translation>
    </message>
    <message>
        <source>A single region has clicks: there is nothing to compare</source>
        <translation>只有一个地区有点击，没有可比的</translation>
    </message>
    <message>
        <source>A single audience has clicks: there is nothing to compare</source>
        <translation>只有一个人群有点击，没有可比的</translation>
    </message>
    <message>
        <source>A single word: there is nothing to compare</source>
        <translation>只有一个词，没有可比的</translation>
    </message>
    <message>
        <source>Few orders: drawn to 100 %</source>
        <translation>单少，收向 100 %</translation>
    </message>
    <message>
        <source>It would spend more than it brings at this margin</source>
        <translation>提高会多花钱，按现在的毛利率赚不回来：先不动</translation>
    </message>
    <message>
        <source>Hours can only be switched here, and none surely loses money: all stay on</source>
        <translation>这里只能开关时段；没有哪段时间有把握在亏钱，全部保持投放</translation>
    </message>
    <message>
        <source>Off: over all days a click at this time loses money with a chance above {chance}</source>
        <translation>停投：七天合起来看，这段时间的点击亏钱的把握超过 {chance}</translation>
    </message>
    <message>
        <source>The report names words without bids or costs: export it with its spend, or type today&apos;s bids</source>
        <translation>报表里有词，但没有出价也没有花费：请导出带花费的报表，或填入现出价</translation>
    </message>
    <message>
        <source>No order yet: carts and favourites alone speak for it</source>
        <translation>还没有成交，只依据加购和收藏</translation>
    </message>
    <message>
        <source>No audiences here, only placements: no report tells them apart, type their percents</source>
        <translation>此平台没有人群，只有广告位：报表分不出广告位，请自行填写百分比</translation>
    </message>
</context>
<context>
    <name>BiddingPage</name>
    <message>
        <source>What happened by hour</source>
        <translation>分时实际</translation>
    </message>
    <message>
        <source>Import ads reports by hour, region and audience (or orders): they show where bids pay.</source>
        <translation>导入推广的分时、地域、人群报表（或订单），就能看出钱花在哪里值得。</translation>
    </message>
    <message>
        <source>Import files…</source>
        <translation>导入文件…</translation>
    </message>
    <message>
        <source>Make a plan at the left to get a proposal</source>
        <translation>先在左边建立计划，才有建议</translation>
    </message>
</context>
<context>
    <name>Bids</name>
    <message>
        <source>not a number</source>
        <translation>不是数字</translation>
    </message>
    <message>
        <source>whole percents only</source>
        <translation>只能填整数百分比</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>off</source>
        <translation>关</translation>
    </message>
    <message>
        <source>needs clicks and orders</source>
        <translation>需要点击和成交数据</translation>
    </message>
    <message>
        <source>Clicks</source>
        <translation>点击</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>花费</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>成交笔数</translation>
    </message>
    <message>
        <source>ROI</source>
        <translation>ROI</translation>
    </message>
    <message>
        <source>Conversion</source>
        <translation>转化率</translation>
    </message>
    <message>
        <source>Revenue</source>
        <translation>成交金额</translation>
    </message>
    <message>
        <source>yuan</source>
        <translation>元</translation>
    </message>
    <message>
        <source>ads report</source>
        <translation>推广报表</translation>
    </message>
    <message>
        <source>shop report</source>
        <translation>生意参谋</translation>
    </message>
    <message>
        <source>order times</source>
        <translation>订单时间</translation>
    </message>
    <message>
        <source>all plans together</source>
        <translation>全部计划合计</translation>
    </message>
    <message>
        <source>outside the chosen days</source>
        <translation>不在所选日期内</translation>
    </message>
    <message>
        <source>nothing happened here</source>
        <translation>没有数据</translation>
    </message>
    <message>
        <source>no stage</source>
        <translation>未定阶段</translation>
    </message>
    <message>
        <source>new</source>
        <translation>新品期</translation>
    </message>
    <message>
        <source>growing</source>
        <translation>成长期</translation>
    </message>
    <message>
        <source>mature</source>
        <translation>成熟期</translation>
    </message>
    <message>
        <source>no aim</source>
        <translation>未定目标</translation>
    </message>
    <message>
        <source>test items</source>
        <translation>测款</translation>
    </message>
    <message>
        <source>win customers</source>
        <translation>拉新</translation>
    </message>
    <message>
        <source>harvest</source>
        <translation>收割</translation>
    </message>
    <message>
        <source>please check</source>
        <translation>请核对</translation>
    </message>
    <message>
        <source>{platform} has no region setting</source>
        <translation>{platform}不能设地域</translation>
    </message>
    <message>
        <source>{platform}: regions on / off only</source>
        <translation>{platform}地域只能开 / 关</translation>
    </message>
    <message>
        <source>{platform}: {low}–{high} %</source>
        <translation>{platform} {low}–{high} %</translation>
    </message>
    <message>
        <source>no audience premium</source>
        <translation>没有人群溢价</translation>
    </message>
    <message>
        <source>{low}–{high} % of the bid</source>
        <translation>可设出价的 {low}–{high} %</translation>
    </message>
    <message>
        <source>{value} is below the {low} % that {platform} takes</source>
        <translation>{value} 低于{platform}的下限 {low} %</translation>
    </message>
    <message>
        <source>{value} is above the {high} % that {platform} takes</source>
        <translation>{value} 高于{platform}的上限 {high} %</translation>
    </message>
    <message>
        <source>{platform} only takes 0 (off) and 100 (on)</source>
        <translation>{platform}只能填 0（关）或 100（开）</translation>
    </message>
    <message>
        <source>{platform} has no such setting</source>
        <translation>{platform}没有这项设置</translation>
    </message>
    <message>
        <source>{platform} takes one profile for all days</source>
        <translation>{platform}每天只能用同一组折扣</translation>
    </message>
    <message>
        <source>{value} windows on one day: {platform} takes {high}</source>
        <translation>一天里有 {value} 段：{platform}最多 {high} 段</translation>
    </message>
    <message>
        <source>Sold</source>
        <translation>成交</translation>
    </message>
    <message>
        <source>{name}: too few orders to tell luck from pattern, 100 % is safer.</source>
        <translation>{name}：单太少，分不出是运气还是规律，保持 100 % 更稳。</translation>
    </message>
    <message>
        <source>{name}: by luck alone this comes in about {chance} of cases (limit {limit}): 100 % is safer.</source>
        <translation>{name}：只靠运气，出现这样差异的可能约 {chance}（超过 {limit} 就不算规律），保持 100 % 更稳。</translation>
    </message>
    <message>
        <source>{name}: by luck alone this comes in about {chance} of cases (limit {limit}): a pattern.</source>
        <translation>{name}：只靠运气，出现这样差异的可能约 {chance}（不到 {limit}），可以当作规律。</translation>
    </message>
    <message>
        <source>On the console: the version taken last, % of the bid</source>
        <translation>后台现在的值：以最近一次投放的版本为准，出价的 %</translation>
    </message>
    <message>
        <source>Proposed</source>
        <translation>建议</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新</translation>
    </message>
    <message>
        <source>Factor</source>
        <translation>系数</translation>
    </message>
    <message>
        <source>What a click is worth against the average click, {low}–{high}: bar 80 %, line 1</source>
        <translation>一次点击的价值与平均点击相比，刻度 {low}–{high}：条为 80 % 区间，虚线 = 1</translation>
    </message>
    <message>
        <source>Cells skipped because they can&apos;t be edited: {count}</source>
        <translation>跳过不能改的格：{count}</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>还有 {count} 格</translation>
    </message>
</context>
<context>
    <name>CheckChip</name>
    <message>
        <source>please check</source>
        <translation>请核对</translation>
    </message>
    <message>
        <source>Nobody saw this limit on the platform: compare it with your console. Click: limits.</source>
        <translation>这个限制没有在平台上核实过，请对照后台。点击打开平台限制。</translation>
    </message>
</context>
<context>
    <name>ConsoleText</name>
    <message>
        <source>Not a schedule: {part}</source>
        <translation>不是分时文本：{part}</translation>
    </message>
    <message>
        <source>paste a week</source>
        <translation>粘贴一周</translation>
    </message>
    <message>
        <source>Weeks (*.xlsx *.json *.txt *.csv)</source>
        <translation>时段文件 (*.xlsx *.json *.txt *.csv)</translation>
    </message>
    <message>
        <source>Open a week from a file</source>
        <translation>从文件打开时段</translation>
    </message>
    <message>
        <source>{name} can&apos;t be read.</source>
        <translation>无法读取 {name}。</translation>
    </message>
    <message>
        <source>open a week from a file</source>
        <translation>从文件打开时段</translation>
    </message>
</context>
<context>
    <name>EvidenceCard</name>
    <message>
        <source>Evidence</source>
        <translation>依据</translation>
    </message>
    <message>
        <source>selected</source>
        <translation>所选</translation>
    </message>
    <message>
        <source>all</source>
        <translation>整体</translation>
    </message>
    <message>
        <source>ROI against all</source>
        <translation>ROI 与整体之比</translation>
    </message>
    <message>
        <source>conversion against all</source>
        <translation>转化率与整体之比</translation>
    </message>
    <message>
        <source>Rates need clicks and cost: import the ads report.</source>
        <translation>算比率需要点击和花费：请导入推广报表。</translation>
    </message>
    <message>
        <source>No order in {clicks} {clicks:click|clicks}: nothing can be said yet.</source>
        <translation>{clicks} 次点击还没有成交，暂不判断。</translation>
    </message>
    <message>
        <source>Better than the rest, beyond an 80 % interval.</source>
        <translation>好于整体，超出 80 % 区间。</translation>
    </message>
    <message>
        <source>Worse than the rest, beyond an 80 % interval.</source>
        <translation>差于整体，超出 80 % 区间。</translation>
    </message>
    <message>
        <source>No difference of 20 % can be seen with {orders} {orders:order|orders}.</source>
        <translation>{orders} 单里看不出 20 % 的差异。</translation>
    </message>
    <message>
        <source>Can&apos;t tell yet: about {missing} more {missing:order|orders} until a difference of 20 % would show.</source>
        <translation>还看不出来：约再有 {missing} 单才能看出 20 % 的差异。</translation>
    </message>
    <message>
        <source>The test needs an ads report by hour.</source>
        <translation>检验需要推广分时报表。</translation>
    </message>
    <message>
        <source>Hours of the day</source>
        <translation>一天各小时</translation>
    </message>
    <message>
        <source>Select hours or regions to hold them against all.</source>
        <translation>选中几格时段或几个地区，就能看它们和整体差多少。</translation>
    </message>
    <message>
        <source>Luck or pattern?</source>
        <translation>是规律还是运气？</translation>
    </message>
    <message>
        <source>of what is selected</source>
        <translation>所选范围</translation>
    </message>
</context>
<context>
    <name>Foresight</name>
    <message>
        <source>Reading the reports of {name}</source>
        <translation>正在读取{name}的报表</translation>
    </message>
    <message>
        <source>Looking ahead</source>
        <translation>正在预测</translation>
    </message>
</context>
<context>
    <name>HourCard</name>
    <message>
        <source>Hours</source>
        <translation>分时折扣</translation>
    </message>
    <message>
        <source>Hours of the week</source>
        <translation>一周各时段</translation>
    </message>
    <message>
        <source>take the proposal in {count} {count:hour|hours}</source>
        <translation>{count} 格采用建议</translation>
    </message>
    <message>
        <source>Take it for the selected hours</source>
        <translation>采用选中</translation>
    </message>
    <message>
        <source>Take the whole week</source>
        <translation>采用整周</translation>
    </message>
    <message>
        <source>all hours to 100 %</source>
        <translation>全部时段 100 %</translation>
    </message>
    <message>
        <source>copy {day} to {others}</source>
        <translation>{day}复制到{others}</translation>
    </message>
    <message>
        <source>template “{name}”</source>
        <translation>套用模板「{name}」</translation>
    </message>
    <message>
        <source>{count} {count:hour was|hours were} moved to what the platform takes.</source>
        <translation>{count} 格超出平台限制，已改到最近的可用值。</translation>
    </message>
    <message>
        <source>half hours</source>
        <translation>半小时一格</translation>
    </message>
    <message>
        <source>whole hours</source>
        <translation>一小时一格</translation>
    </message>
    <message>
        <source>Take the proposal</source>
        <translation>采用建议</translation>
    </message>
    <message>
        <source>Take selected</source>
        <translation>采用所选</translation>
    </message>
    <message>
        <source>Take it</source>
        <translation>采用</translation>
    </message>
</context>
<context>
    <name>HourFoot</name>
    <message>
        <source>under 30 clicks or 3 orders</source>
        <translation>点击不足 30 或成交不足 3 单</translation>
    </message>
    <message>
        <source>few orders, drawn to 100</source>
        <translation>单少，收向 100</translation>
    </message>
    <message>
        <source>not as on the console</source>
        <translation>与后台不同</translation>
    </message>
    <message>
        <source>No report by hour and no order times are imported.</source>
        <translation>还没有导入分时报表或订单时间。</translation>
    </message>
    <message>
        <source>Choose or create a plan at the left.</source>
        <translation>请在左侧选择或新建计划。</translation>
    </message>
    <message>
        <source>{count} {count:hour is|hours are} set more than 20 % away from the console</source>
        <translation>{count} 格比后台改动超过 20 %</translation>
    </message>
</context>
<context>
    <name>HourHead</name>
    <message>
        <source>ads report</source>
        <translation>推广报表</translation>
    </message>
    <message>
        <source>shop report</source>
        <translation>店铺报表</translation>
    </message>
    <message>
        <source>order times</source>
        <translation>订单时间</translation>
    </message>
    <message>
        <source>off</source>
        <translation>关</translation>
    </message>
    <message>
        <source>on</source>
        <translation>开</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>实际</translation>
    </message>
    <message>
        <source>Proposed</source>
        <translation>建议</translation>
    </message>
    <message>
        <source>Set now</source>
        <translation>当前编辑</translation>
    </message>
    <message>
        <source>Templates ▾</source>
        <translation>模板 ▾</translation>
    </message>
    <message>
        <source>Figure shown</source>
        <translation>显示的指标</translation>
    </message>
    <message>
        <source>Source of the figures</source>
        <translation>数据来源</translation>
    </message>
    <message>
        <source>Percent for the selected cells</source>
        <translation>选中格的百分比</translation>
    </message>
    <message>
        <source>5 percent less</source>
        <translation>减 5 %</translation>
    </message>
    <message>
        <source>5 less for the selected cells (−)</source>
        <translation>选中格减 5（−）</translation>
    </message>
    <message>
        <source>5 percent more</source>
        <translation>加 5 %</translation>
    </message>
    <message>
        <source>5 more for the selected cells (+)</source>
        <translation>选中格加 5（+）</translation>
    </message>
</context>
<context>
    <name>LookingBack</name>
    <message>
        <source>Looking back</source>
        <translation>复盘</translation>
    </message>
</context>
<context>
    <name>RegionCard</name>
    <message>
        <source>Region</source>
        <translation>地域</translation>
    </message>
    <message>
        <source>no report by region and no orders with a region</source>
        <translation>没有地域报表，也没有带地区的订单</translation>
    </message>
    <message>
        <source>Regions</source>
        <translation>地域</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>地图</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>Set now %</source>
        <translation>当前编辑 %</translation>
    </message>
    <message>
        <source>Figure shown on the map</source>
        <translation>地图显示的指标</translation>
    </message>
    <message>
        <source>Regions as a table</source>
        <translation>地域表格</translation>
    </message>
    <message>
        <source>dashed: too few orders</source>
        <translation>虚线：单太少</translation>
    </message>
    <message>
        <source>take the proposal in {count} {count:region|regions}</source>
        <translation>{count} 个地区采用建议</translation>
    </message>
    <message>
        <source>{plan} · group {letter}</source>
        <translation>{plan} · {letter} 组</translation>
    </message>
    <message>
        <source>divide {plan} into {count} plans</source>
        <translation>{plan}拆成 {count} 个计划</translation>
    </message>
    <message>
        <source>no such setting</source>
        <translation>没有这个设置</translation>
    </message>
    <message>
        <source>on / off only</source>
        <translation>只能开 / 关</translation>
    </message>
    <message>
        <source>dashed: too few orders in {count} {count:region|regions}, drawn to 100</source>
        <translation>虚线：{count} 个地区单太少，收向 100</translation>
    </message>
    <message>
        <source>{count} off</source>
        <translation>{count} 个不投</translation>
    </message>
    <message>
        <source>Take it</source>
        <translation>采用</translation>
    </message>
    <message>
        <source>{name} is no region</source>
        <translation>「{name}」不是地区</translation>
    </message>
    <message>
        <source>paste {count} {count:region|regions}</source>
        <translation>粘贴 {count} 个地区</translation>
    </message>
    <message>
        <source>{what} in {count} {count:region|regions}</source>
        <translation>{count} 个地区 {what}</translation>
    </message>
    <message>
        <source>Proposed %</source>
        <translation>建议 %</translation>
    </message>
    <message>
        <source>Make these plans</source>
        <translation>拆成这些计划</translation>
    </message>
    <message>
        <source>A copy of this plan for each outlined group, with only its regions and its bids</source>
        <translation>为每个框出的组复制一个计划，只投它的地区，按它的出价</translation>
    </message>
    <message>
        <source>The rest: {percent} %</source>
        <translation>其余留在本计划：{percent} %</translation>
    </message>
    <message>
        <source>{letter}: own plan, {percent} %</source>
        <translation>{letter} 组：另建计划，{percent} %</translation>
    </message>
    <message>
        <source>Make them anyway</source>
        <translation>仍要新建</translation>
    </message>
    <message>
        <source>Take selected</source>
        <translation>采用所选</translation>
    </message>
    <message>
        <source>Put the proposed percents into the plan</source>
        <translation>把建议的百分比放进计划</translation>
    </message>
    <message>
        <source>on / off → {count} plans</source>
        <translation>只能开 / 关 → 拆 {count} 个计划</translation>
    </message>
</context>
<context>
    <name>Taking</name>
    <message>
        <source>Take together</source>
        <translation>一起采用</translation>
    </message>
    <message>
        <source>Takes {parts}: they only raise here, and bids of words fall for it. Alone it could lose money.</source>
        <translation>采用{parts}：此处只能加价，关键词出价为此下调。单独采用可能亏钱。</translation>
    </message>
    <message>
        <source>Take anyway</source>
        <translation>仍要采用</translation>
    </message>
    <message>
        <source>Better left as it is ({chance} likely to earn more)</source>
        <translation>不动更好（{chance} 可能多赚）</translation>
    </message>
    <message>
        <source>Can&apos;t tell yet ({chance} likely to earn more)</source>
        <translation>还看不出来（{chance} 可能多赚）</translation>
    </message>
    <message>
        <source>Can&apos;t tell yet whether it pays</source>
        <translation>还看不出来是否划算</translation>
    </message>
    <message>
        <source>In {days} days: profit − spend about {gain} yuan (80 %: {low} … {high}), {chance} likely to earn more</source>
        <translation>{days} 天内：毛利−花费约 {gain} 元（80%：{low} … {high}），{chance} 可能多赚</translation>
    </message>
    <message>
        <source>Better left as it is: it would bring about {gain} yuan only</source>
        <translation>不动更好：改了也只多约 {gain} 元</translation>
    </message>
</context>
<context>
    <name>TemplateDialog</name>
    <message>
        <source>Week of {plan}</source>
        <translation>{plan}的一周</translation>
    </message>
    <message>
        <source>keep template “{name}”</source>
        <translation>存为模板「{name}」</translation>
    </message>
    <message>
        <source>Templates of hours</source>
        <translation>分时模板</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Hours of the template</source>
        <translation>模板的时段</translation>
    </message>
    <message>
        <source>＋ From this week</source>
        <translation>＋ 用当前一周</translation>
    </message>
    <message>
        <source>Use for the plan</source>
        <translation>套用到计划</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>As shipped</source>
        <translation>恢复自带</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>已改</translation>
    </message>
    <message>
        <source>shipped</source>
        <translation>自带</translation>
    </message>
    <message>
        <source>yours</source>
        <translation>自建</translation>
    </message>
    <message>
        <source>rename template to “{name}”</source>
        <translation>模板改名为「{name}」</translation>
    </message>
    <message>
        <source>template “{name}”: {step}</source>
        <translation>模板「{name}」：{step}</translation>
    </message>
    <message>
        <source>remove template “{name}”</source>
        <translation>删除模板「{name}」</translation>
    </message>
</context>
<context>
    <name>TemplateMenu</name>
    <message>
        <source>All 100 %</source>
        <translation>全部 100 %</translation>
    </message>
    <message>
        <source>Take the proposal for the selected hours</source>
        <translation>选中格采用建议</translation>
    </message>
    <message>
        <source>Take the whole proposal</source>
        <translation>整周采用建议</translation>
    </message>
    <message>
        <source>Keep this week as a template…</source>
        <translation>把这一周存为模板…</translation>
    </message>
    <message>
        <source>Change templates…</source>
        <translation>管理模板…</translation>
    </message>
    <message>
        <source>Copy as console text</source>
        <translation>复制为后台文本</translation>
    </message>
    <message>
        <source>Paste console text</source>
        <translation>粘贴后台文本</translation>
    </message>
    <message>
        <source>Show half hours</source>
        <translation>显示半小时</translation>
    </message>
    <message>
        <source>Show whole hours</source>
        <translation>显示整小时</translation>
    </message>
    <message>
        <source>Copy {day} to</source>
        <translation>把{day}复制到</translation>
    </message>
    <message>
        <source>all days</source>
        <translation>每天</translation>
    </message>
    <message>
        <source>Monday to Friday</source>
        <translation>周一到周五</translation>
    </message>
    <message>
        <source>Saturday and Sunday</source>
        <translation>周六和周日</translation>
    </message>
    <message>
        <source>Open a week from a file…</source>
        <translation>从文件打开时段…</translation>
    </message>
    <message>
        <source>this week, as the platform takes it</source>
        <translation>本周，按平台规则调整</translation>
    </message>
    <message>
        <source>Fit this week to the platform&apos;s limits</source>
        <translation>按平台规则调整本周</translation>
    </message>
</context>
<context>
    <name>WordBids</name>
    <message>
        <source>today&apos;s bid unknown</source>
        <translation>不知道现价</translation>
    </message>
    <message>
        <source>nothing can be said yet</source>
        <translation>暂不判断</translation>
    </message>
    <message>
        <source>near its target: leave it</source>
        <translation>已在目标附近，不动</translation>
    </message>
    <message>
        <source>target {target}, at most {step} % a review</source>
        <translation>目标 {target}，每轮最多动 {step} %</translation>
    </message>
    <message>
        <source>target {target}, few orders of its own</source>
        <translation>目标 {target}，自己的单少</translation>
    </message>
    <message>
        <source>target {target}</source>
        <translation>目标 {target}</translation>
    </message>
    <message>
        <source>Needs clicks, orders and a margin.</source>
        <translation>需要点击、成交和毛利率。</translation>
    </message>
    <message>
        <source>Behind it: {clicks} clicks, {orders} {orders:order|orders}</source>
        <translation>背后 {clicks} 次点击、{orders} 单</translation>
    </message>
    <message>
        <source>At this budget a bid of {target} yuan makes the word pay as the others do</source>
        <translation>按这个预算，出价 {target} 元时它和其他词一样划算</translation>
    </message>
    <message>
        <source>Break-even bid {worth} yuan (what a click brings × margin), 80 % between {low} and {high}; today&apos;s bid {live}</source>
        <translation>保本出价 {worth} 元（一次点击带来的成交 × 毛利率），80 % 区间 {low}–{high}；现价 {live}</translation>
    </message>
    <message>
        <source>keep</source>
        <translation>不动</translation>
    </message>
    <message>
        <source>today&apos;s bid</source>
        <translation>现出价</translation>
    </message>
    <message>
        <source>leave it: a change brings about {yuan} yuan</source>
        <translation>先不动：改了也只差约 {yuan} 元</translation>
    </message>
    <message>
        <source>At this budget today&apos;s bid {step} makes the word pay as the others do; no report tells that bid, so only its change is proposed</source>
        <translation>在这个预算下，现出价 {step} 才与其他词一样划算；没有报表给出现出价，所以只建议百分比</translation>
    </message>
    <message>
        <source>A click may cost {worth} yuan (what it brings × margin), 80 % between {low} and {high}; it costs {live}</source>
        <translation>每次点击最多值 {worth} 元（带来的成交 × 毛利率），80 % 区间 {low}–{high}；现在平均花 {live}</translation>
    </message>
    <message>
        <source>at its break-even {cap}, target {target}</source>
        <translation>已到保本价 {cap}，目标 {target}</translation>
    </message>
    <message>
        <source>Above {cap} of today&apos;s bid a click costs what it earns: no bid goes further, target or not</source>
        <translation>超过现出价 {cap} 就不赚钱（保本价）：不论目标多高，出价到此为止</translation>
    </message>
    <message>
        <source>Above {cap} yuan a click costs what it earns: no bid goes further, target or not</source>
        <translation>超过 {cap} 元就不赚钱（保本价）：不论目标多高，出价到此为止</translation>
    </message>
</context>
<context>
    <name>WordCard</name>
    <message>
        <source>Keyword bids</source>
        <translation>关键词出价</translation>
    </message>
    <message>
        <source>All {count} {count:word|words} ›</source>
        <translation>全部 {count} 词 ›</translation>
    </message>
    <message>
        <source>yuan</source>
        <translation>元</translation>
    </message>
    <message>
        <source>yuan · {words} words, none changed</source>
        <translation>元 · {words} 词，都没有改动</translation>
    </message>
    <message>
        <source>take the proposal for {count} {count:word|words}</source>
        <translation>{count} 个词采用建议</translation>
    </message>
    <message>
        <source>Take it</source>
        <translation>采用</translation>
    </message>
    <message>
        <source>Put the proposed bids into the plan</source>
        <translation>把建议的出价放进计划</translation>
    </message>
    <message>
        <source>Bids that move most</source>
        <translation>改动最大的出价</translation>
    </message>
    <message>
        <source>No report tells today&apos;s bid of {count} {count:word|words}. Their changes are said and exported in percent of the console&apos;s bid, never as a price. Type today&apos;s bids in the table, or import the list of keywords with their bids, to work with prices.</source>
        <translation>{count} 个词没有报表给出现出价：改动只按后台现出价的百分比显示和导出，不给固定价格。在关键词表里填写现价，或导入带出价的关键词列表后，可按价格计算。</translation>
    </message>
    <message>
        <source>changes in percent</source>
        <translation>按百分比调价</translation>
    </message>
    <message>
        <source>At a margin of {margin} nothing is left for a click: no bid pays</source>
        <translation>毛利率 {margin} 时点击没有任何余利：出多少都不划算</translation>
    </message>
    <message>
        <source>yuan · {changed} of {words} words changed</source>
        <translation>元 · {words} 词中 {changed} 个有改动</translation>
    </message>
    <message>
        <source>yuan · proposed for {moved} of {words} words</source>
        <translation>元 · {words} 词中建议改 {moved} 个</translation>
    </message>
    <message>
        <source>{count} {count:word stays|words stay}: changing all would bring about {yuan} yuan</source>
        <translation>另 {count} 个词先不动：全改也只差约 {yuan} 元</translation>
    </message>
</context>
<context>
    <name>WordTable</name>
    <message>
        <source>Keyword bids</source>
        <translation>关键词出价</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>已改</translation>
    </message>
    <message>
        <source>proposed</source>
        <translation>有建议</translation>
    </message>
    <message>
        <source>take the proposal for {count} {count:word|words}</source>
        <translation>{count} 个词采用建议</translation>
    </message>
    <message>
        <source>leave {count} {count:word|words} at today&apos;s bid</source>
        <translation>{count} 个词保持现价</translation>
    </message>
    <message>
        <source>bid of {word}</source>
        <translation>「{word}」的出价</translation>
    </message>
    <message>
        <source>Proposed</source>
        <translation>建议</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>有改动</translation>
    </message>
    <message>
        <source>Take {count}</source>
        <translation>采用 {count} 个</translation>
    </message>
    <message>
        <source>Put the proposed bids of the selected words, else of all shown, into the plan</source>
        <translation>把选中词（没选则是显示的全部词）的建议出价放进计划</translation>
    </message>
    <message>
        <source>Leave {count}</source>
        <translation>不动 {count} 个</translation>
    </message>
    <message>
        <source>Give the selected words, else all shown, today&apos;s bid back</source>
        <translation>选中词（没选则是显示的全部词）恢复现价</translation>
    </message>
    <message>
        <source>‹ Plan</source>
        <translation>‹ 返回</translation>
    </message>
    <message>
        <source>Back to hours, regions and audiences</source>
        <translation>返回时段、地域和人群</translation>
    </message>
    <message>
        <source>All words</source>
        <translation>全部词</translation>
    </message>
    <message>
        <source>Words shown</source>
        <translation>显示哪些词</translation>
    </message>
    <message>
        <source>today&apos;s bid of {word}</source>
        <translation>「{word}」的现价</translation>
    </message>
</context>
</TS>
