<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>BeforeAfter</name>
    <message>
        <source>New change</source>
        <translation>新改动</translation>
    </message>
    <message>
        <source>Add a change to judge</source>
        <translation>新增一项要判断的改动</translation>
    </message>
    <message>
        <source>＋ New change</source>
        <translation>＋ 新改动</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>改动</translation>
    </message>
    <message>
        <source>This change</source>
        <translation>这项改动</translation>
    </message>
    <message>
        <source>Delete this change</source>
        <translation>删除这项改动</translation>
    </message>
    <message>
        <source>Changes to judge</source>
        <translation>要判断的改动</translation>
    </message>
    <message>
        <source>A new main image, detail page or price: enter what was changed and when. The shop&apos;s own figures then say what would have been without it, how sure that is, and how many days an answer still needs.</source>
        <translation>换了主图、详情页或价格：记下改了什么、哪天改的。系统用本店自己的数据推算不改会怎样、有多大把握、还需几天才能看出来。</translation>
    </message>
    <message>
        <source>Enter a change</source>
        <translation>记一项改动</translation>
    </message>
    <message>
        <source>Only the time before the change goes into the expected line; campaign days are left out. The number of days is settled beforehand, so you may look every day. This is no A/B test: something else that happened on the same day can&apos;t be told apart.</source>
        <translation>预期线只用改动之前的数据，活动日不计入。需要的天数事先就定好，所以天天看也无妨。这不是 A/B 测试：同一天发生的其他事情分不开。</translation>
    </message>
    <message>
        <source>Working it out…</source>
        <translation>正在计算…</translation>
    </message>
    <message>
        <source>Judging a change</source>
        <translation>判断改动</translation>
    </message>
    <message>
        <source>{name} a day</source>
        <translation>日均{name}</translation>
    </message>
    <message>
        <source>Without the change</source>
        <translation>不改的预期</translation>
    </message>
    <message>
        <source>95 % range</source>
        <translation>95 % 区间</translation>
    </message>
    <message>
        <source>Delete {name}</source>
        <translation>删除 {name}</translation>
    </message>
    <message>
        <source>Open it for an answer</source>
        <translation>点开看结论</translation>
    </message>
    <message>
        <source>removed metric</source>
        <translation>已删除的指标</translation>
    </message>
    <message>
        <source>No figure to judge by</source>
        <translation>没有可用来判断的指标</translation>
    </message>
    <message>
        <source>The own metric was removed, or its formula now takes something away: choose another figure.</source>
        <translation>自建指标已删除，或者公式里有减法，不能用来判断：请换一个指标。</translation>
    </message>
    <message>
        <source>{name}: last day</source>
        <translation>{name}：最后一天</translation>
    </message>
</context>
<context>
    <name>ChangeForm</name>
    <message>
        <source>Figure</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Worth knowing</source>
        <translation>值得在意的幅度</translation>
    </message>
    <message>
        <source>Whole shop</source>
        <translation>全店</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>自动选择</translation>
    </message>
    <message>
        <source>Items that the change doesn&apos;t touch; they show what would have been</source>
        <translation>没有受这次改动影响的商品，用来推算不改会怎样</translation>
    </message>
    <message>
        <source>{name} and {count} more</source>
        <translation>{name} 等另 {count} 个</translation>
    </message>
    <message>
        <source>No items by day are imported: import item reports by day, or orders with their lines.</source>
        <translation>还没有按天的商品数据：请导入每日商品报表，或带商品明细的订单。</translation>
    </message>
    <message>
        <source>Changed items</source>
        <translation>改动的商品</translation>
    </message>
    <message>
        <source>None ticked: the whole shop was changed.</source>
        <translation>都不勾选：改动涉及全店。</translation>
    </message>
    <message>
        <source>Control items</source>
        <translation>对照商品</translation>
    </message>
    <message>
        <source>None ticked: the largest items that nothing happened to.</source>
        <translation>都不勾选：自动取没有改动的最大的几个商品。</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>开始日</translation>
    </message>
    <message>
        <source>Judged by</source>
        <translation>看哪个指标</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>改动商品</translation>
    </message>
    <message>
        <source>Controls</source>
        <translation>对照商品</translation>
    </message>
    <message>
        <source>The smallest effect that you would act on; it settles how many days are needed</source>
        <translation>小于这个幅度您也不会在意；它决定需要多少天</translation>
    </message>
    <message>
        <source>Goes on</source>
        <translation>仍在进行</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>最后一天</translation>
    </message>
    <message>
        <source>goes on</source>
        <translation>仍在进行</translation>
    </message>
    <message>
        <source>The last day, if the change was taken back: later days say nothing of it</source>
        <translation>改动如已撤回，填最后一天；之后的日子不算它的效果</translation>
    </message>
    <message>
        <source>It goes on</source>
        <translation>改为仍在进行</translation>
    </message>
</context>
<context>
    <name>DayGrid</name>
    <message>
        <source>Days</source>
        <translation>每日数据</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>A visitors</source>
        <translation>A 访客</translation>
    </message>
    <message>
        <source>A buyers</source>
        <translation>A 买家</translation>
    </message>
    <message>
        <source>B visitors</source>
        <translation>B 访客</translation>
    </message>
    <message>
        <source>B buyers</source>
        <translation>B 买家</translation>
    </message>
    <message>
        <source>A sales</source>
        <translation>A 金额</translation>
    </message>
    <message>
        <source>B sales</source>
        <translation>B 金额</translation>
    </message>
</context>
<context>
    <name>ExperimentForm</name>
    <message>
        <source>Settled before the start: days are entered already</source>
        <translation>开始前已定好：已经填了数据，不能再改</translation>
    </message>
    <message>
        <source>Plan of {name}</source>
        <translation>{name} 的计划</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>A: old version</source>
        <translation>A 旧版</translation>
    </message>
    <message>
        <source>B: new version</source>
        <translation>B 新版</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>开始日</translation>
    </message>
    <message>
        <source>Conversion now</source>
        <translation>现有转化率</translation>
    </message>
    <message>
        <source>Wished lift</source>
        <translation>期望提升</translation>
    </message>
    <message>
        <source>Visitors a day</source>
        <translation>每天访客数</translation>
    </message>
    <message>
        <source>Share of B</source>
        <translation>B 的占比</translation>
    </message>
</context>
<context>
    <name>Experiments</name>
    <message>
        <source>New A/B test</source>
        <translation>新 A/B 测试</translation>
    </message>
    <message>
        <source>Old version</source>
        <translation>旧版</translation>
    </message>
    <message>
        <source>New version</source>
        <translation>新版</translation>
    </message>
    <message>
        <source>Add an A/B test</source>
        <translation>新增 A/B 测试</translation>
    </message>
    <message>
        <source>＋ New A/B test</source>
        <translation>＋ 新 A/B 测试</translation>
    </message>
    <message>
        <source>A/B tests</source>
        <translation>A/B 测试</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>计划</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Delete this test</source>
        <translation>删除这个测试</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Visitors</source>
        <translation>访客数</translation>
    </message>
    <message>
        <source>Buyers</source>
        <translation>支付买家数</translation>
    </message>
    <message>
        <source>Conversion (95 %)</source>
        <translation>转化率（95 % 区间）</translation>
    </message>
    <message>
        <source>For platforms that show two versions at random (main image test, detail page test): plan the test and see beforehand how many days it takes at your traffic, then enter visitors and buyers a day.</source>
        <translation>用于平台随机展示两个版本的测试（主图测试、详情页测试）：先做计划，看按您的流量要多少天，再逐日填入访客和买家。</translation>
    </message>
    <message>
        <source>Plan an A/B test</source>
        <translation>计划一个 A/B 测试</translation>
    </message>
    <message>
        <source>from {day}</source>
        <translation>{day} 起</translation>
    </message>
    <message>
        <source>No answer without a plan</source>
        <translation>没有计划，无法判断</translation>
    </message>
    <message>
        <source>Judging an A/B test</source>
        <translation>判断 A/B 测试</translation>
    </message>
    <message>
        <source>{count} {count:day doesn&apos;t|days don&apos;t} count: a figure is missing, or there are more buyers than visitors ({days}).</source>
        <translation>{count} 天没有计入：缺数，或买家多于访客（{days}）。</translation>
    </message>
    <message>
        <source>Delete {name}</source>
        <translation>删除 {name}</translation>
    </message>
</context>
<context>
    <name>ItemPicker</name>
    <message>
        <source>Name or id</source>
        <translation>名称或编号</translation>
    </message>
    <message>
        <source>Search items</source>
        <translation>查找商品</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Take {count} {count:item|items}</source>
        <translation>选用 {count} 个商品</translation>
    </message>
    <message>
        <source>Take none</source>
        <translation>都不选</translation>
    </message>
</context>
<context>
    <name>KpiTrials</name>
    <message>
        <source>Enter a base rate and a wished lift that stay below 100 %.</source>
        <translation>请填写现有转化率和期望提升，两者合起来要低于 100 %。</translation>
    </message>
    <message>
        <source>Each version needs {size} visitors. Enter the visitors a day to see how many days that takes.</source>
        <translation>每个版本需要 {size} 位访客。填写每天访客数，就知道要多少天。</translation>
    </message>
    <message>
        <source>Not worth testing: each version needs {size} visitors, {days} days at your traffic. Within {most} days only a lift of {least} or more can be seen: test a bolder change.</source>
        <translation>不值得测：每个版本需要 {size} 位访客，按您的流量要 {days} 天。{most} 天之内只看得出 {least} 以上的提升，请测更大胆的改动。</translation>
    </message>
    <message>
        <source>Nothing entered yet</source>
        <translation>还没有填数据</translation>
    </message>
    <message>
        <source>No answer: the visitors are not divided as planned</source>
        <translation>无法判断：访客没有按计划分配</translation>
    </message>
    <message>
        <source>Too few buyers, no judgement</source>
        <translation>买家太少，暂不判断</translation>
    </message>
    <message>
        <source>{name} is better</source>
        <translation>{name}更好</translation>
    </message>
    <message>
        <source>{name} is worse: keep {old}</source>
        <translation>{name}更差：保留{old}</translation>
    </message>
    <message>
        <source>No difference to be seen: keep {old}</source>
        <translation>看不出差别：不动更好，保留{old}</translation>
    </message>
    <message>
        <source>Can&apos;t tell yet</source>
        <translation>还看不出来</translation>
    </message>
    <message>
        <source>Can&apos;t tell yet: about {days} more {days:day|days} are needed</source>
        <translation>还看不出来，还需约 {days} 天</translation>
    </message>
    <message>
        <source>Type or paste visitors and buyers of both versions day by day, straight from Excel.</source>
        <translation>逐日填写两个版本的访客和买家，也可以从 Excel 直接粘贴。</translation>
    </message>
    <message>
        <source>At least {count} buyers in both together are needed.</source>
        <translation>两个版本合计至少要有 {count} 位买家。</translation>
    </message>
    <message>
        <source>{a} got {visitors_a} and {b} {visitors_b} visitors, {share} was planned for {b}; chance alone does that in under {limit}. Something divides them wrongly (a cache, a redirect, a missing day): find it first.</source>
        <translation>{a}有 {visitors_a} 位访客，{b}有 {visitors_b} 位，计划中{b}占 {share}；单凭偶然，出现这种情况的机会不到 {limit}。分流出了问题（缓存、跳转、漏了某天），请先查清。</translation>
    </message>
    <message>
        <source>Difference {difference} (95 %: {low} to {high})</source>
        <translation>相差 {difference}（95 % 区间 {low} 至 {high}）</translation>
    </message>
    <message>
        <source>From these figures alone, {name} is the better one with a chance of {chance} ({words}).</source>
        <translation>只看这些数，{name}更好的可能是 {chance}（{words}）。</translation>
    </message>
    <message>
        <source>almost certain</source>
        <translation>几乎确定</translation>
    </message>
    <message>
        <source>very likely</source>
        <translation>很可能</translation>
    </message>
    <message>
        <source>likely, not certain</source>
        <translation>较可能，但不确定</translation>
    </message>
    <message>
        <source>open</source>
        <translation>难说</translation>
    </message>
    <message>
        <source>rather not</source>
        <translation>不太可能</translation>
    </message>
    <message>
        <source>hardly</source>
        <translation>几乎不可能</translation>
    </message>
    <message>
        <source>Exact test ({test}) on the planned day: p {p}; counts as a difference up to {limit}.</source>
        <translation>计划日的精确检验（{test}）：p {p}；不超过 {limit} 才算有差别。</translation>
    </message>
    <message>
        <source>Exact test ({test}) so far: p {p}; it counts only once, on the planned day.</source>
        <translation>到目前的精确检验（{test}）：p {p}；只在计划日算一次数。</translation>
    </message>
    <message>
        <source>Valid however often you look: p {p} (a winner from {limit} down), difference between {low} and {high} (99 %).</source>
        <translation>天天看也成立的结论：p {p}（不超过 {limit} 才能提前定胜负），相差在 {low} 至 {high} 之间（99 %）。</translation>
    </message>
    <message>
        <source>So far only a lift of {lift} or more would show.</source>
        <translation>目前只看得出 {lift} 以上的提升。</translation>
    </message>
    <message>
        <source>Sales per visitor {a} against {b} yuan; difference {low} to {high} yuan (95 %, from {days} whole days drawn again; read it with the planned day, not daily).</source>
        <translation>每访客金额 {a} 对 {b} 元；相差 {low} 至 {high} 元（95 %，由 {days} 个整天重抽得出；请到计划日再看，不要天天看）。</translation>
    </message>
    <message>
        <source>No effect of {lift} or more on {name}</source>
        <translation>对{name}没有 {lift} 以上的影响</translation>
    </message>
    <message>
        <source>No day after the change yet; about {days} {days:day|days} until an answer</source>
        <translation>改动后还没有数据；约 {days} 天后见分晓</translation>
    </message>
    <message>
        <source>The change lies after the last day of the data</source>
        <translation>改动日晚于数据的最后一天</translation>
    </message>
    <message>
        <source>Too little data, no judgement</source>
        <translation>数据太少，暂不判断</translation>
    </message>
    <message>
        <source>Can&apos;t tell: the effect is smaller than this figure&apos;s own moves</source>
        <translation>看不出来：影响小于这个指标自身的波动</translation>
    </message>
    <message>
        <source>The chosen items are not in the data, so the whole shop is judged without controls: weaker.</source>
        <translation>数据里没有所选商品，只能按全店判断，没有对照，结论较弱。</translation>
    </message>
    <message>
        <source>Whole shop without controls: whatever else happened at the same time is counted in. Import item reports by day and choose the changed items for a stronger answer.</source>
        <translation>按全店判断，没有对照：同期发生的其他事情也算在内，结论较弱。导入每日商品报表并选出改动的商品，结论更可靠。</translation>
    </message>
    <message>
        <source>No unaffected item is large enough to be a control: weaker.</source>
        <translation>没有足够大的未受影响商品可作对照，结论较弱。</translation>
    </message>
    <message>
        <source> and {count} more</source>
        <translation> 等另 {count} 个</translation>
    </message>
    <message>
        <source>Held against {names}; they hardly moved with it before, so they help little.</source>
        <translation>对照：{names}；以往与它很少同涨同跌，帮助不大。</translation>
    </message>
    <message>
        <source>Held against {names}. If buyers only moved over from these, the effect looks too large.</source>
        <translation>对照：{names}。如果买家只是从这些商品转过来，影响会显得偏大。</translation>
    </message>
    <message>
        <source>Tried where nothing was changed: {alarms} of {trials} {trials:trial|trials} saw an effect.</source>
        <translation>在没有改动的地方试过：{trials} 次里误报 {alarms} 次。</translation>
    </message>
    <message>
        <source>{middle} against what was to be expected over {days} {days:day|days} (95 %: {low} to {high})</source>
        <translation>{days} 天合计比预期 {middle}（95 % 区间 {low} 至 {high}）</translation>
    </message>
    <message>
        <source>, so large that it needn&apos;t wait for the planned day</source>
        <translation>，差距很大，不必等到计划日</translation>
    </message>
    <message>
        <source>In money: {middle} yuan ({low} to {high})</source>
        <translation>折合 {middle} 元（{low} 至 {high}）</translation>
    </message>
    <message>
        <source>In money about {middle} yuan ({low} to {high}), at {worth} yuan for each as before</source>
        <translation>折合约 {middle} 元（{low} 至 {high}），每个按改动前 {worth} 元算</translation>
    </message>
    <message>
        <source>Keep the change.</source>
        <translation>建议保留改动。</translation>
    </message>
    <message>
        <source>Better go back to the old version.</source>
        <translation>建议改回旧版。</translation>
    </message>
    <message>
        <source>The figures give no reason to change anything: leaving it as it is costs nothing.</source>
        <translation>数据没有给出再改的理由：不动更好。</translation>
    </message>
    <message>
        <source>Before the change {days} usable {days:day|days}; {least} days are needed (or {weeks} weeks where a day has under {events} events), with at least {events} events in each. Import earlier reports.</source>
        <translation>改动前可用 {days} 天；需要 {least} 天（每天不足 {events} 单时需要 {weeks} 周），且每天（每周）至少 {events} 单。请导入更早的报表。</translation>
    </message>
    <message>
        <source>This figure jumps by itself so often that its jump now proves nothing.</source>
        <translation>这个指标平时就常常这样跳，这次的变化说明不了什么。</translation>
    </message>
    <message>
        <source>An effect of {lift} can&apos;t be seen here however long one waits; only one of {visible} or more could be.</source>
        <translation>{lift} 的影响在这里等多久都看不出来，{visible} 以上才看得出。</translation>
    </message>
    <message>
        <source>over 99 %</source>
        <translation>99 % 以上</translation>
    </message>
    <message>
        <source>under 1 %</source>
        <translation>不到 1 %</translation>
    </message>
    <message>
        <source>{name}: about {share} higher than without the change</source>
        <translation>{name}比不改高约 {share}</translation>
    </message>
    <message>
        <source>{name}: about {share} lower than without the change</source>
        <translation>{name}比不改低约 {share}</translation>
    </message>
    <message>
        <source>At your traffic it takes {days} {days:day|days}: {size} visitors for each version (5 % error, seen in about 3 of 4, daily looks allowed).</source>
        <translation>按您的流量要 {days} 天：每个版本 {size} 位访客（误判不超过 5 %，天天看也可以，约 4 次里能看出 3 次）。</translation>
    </message>
    <message>
        <source>Whether more of this figure is better, its definition doesn&apos;t say: judge for yourself.</source>
        <translation>这个指标高好还是低好，定义里没有写，请自己判断。</translation>
    </message>
    <message>
        <source>Can&apos;t tell: the change was over after {days} of {needed} days that an answer needs</source>
        <translation>还看不出来：改动只持续了 {days} 天，要 {needed} 天才有答案</translation>
    </message>
    <message>
        <source>To know, make the change again and leave it for the days that are needed.</source>
        <translation>想知道结果，再改一次并保持够天数。</translation>
    </message>
</context>
<context>
    <name>View</name>
    <message>
        <source>Before and after</source>
        <translation>前后对比</translation>
    </message>
    <message>
        <source>A/B test</source>
        <translation>A/B 测试</translation>
    </message>
    <message>
        <source>Two versions shown at random at the same time: the only real proof.</source>
        <translation>两个版本同时随机展示，才是真正的证明。</translation>
    </message>
    <message>
        <source>A change for all at once, held against what would have been.</source>
        <translation>对所有人一起改，与不改的预期相比。</translation>
    </message>
</context>
</TS>
