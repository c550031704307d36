<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>CampaignReview</name>
    <message>
        <source>Figure</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Without it</source>
        <translation>没有它时</translation>
    </message>
    <message>
        <source>What the weeks before say of these days: the same weekdays, as many visitors where they are known</source>
        <translation>按活动前几周推算这些天会怎样：同样的星期，访客数已知时按同样的访客数</translation>
    </message>
    <message>
        <source>Happened</source>
        <translation>实际</translation>
    </message>
    <message>
        <source>Difference (80 %)</source>
        <translation>差别（80 %）</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>差别</translation>
    </message>
    <message>
        <source>Foretold</source>
        <translation>预测</translation>
    </message>
    <message>
        <source>The forecast&apos;s 80 % interval for as many days, and where the difference lies</source>
        <translation>预测的 80 % 区间（折算到同样的天数），以及实际差别落在哪里</translation>
    </message>
    <message>
        <source>Chance that it is more: {chance}</source>
        <translation>变多的可能性：{chance}</translation>
    </message>
    <message>
        <source>below what was foretold</source>
        <translation>低于预测</translation>
    </message>
    <message>
        <source>as foretold, as far as can be told</source>
        <translation>就目前看得出来的，与预测相符</translation>
    </message>
    <message>
        <source>above what was foretold</source>
        <translation>高于预测</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>订单数</translation>
    </message>
    <message>
        <source>Paid, yuan</source>
        <translation>支付金额（元）</translation>
    </message>
    <message>
        <source>Offers cost, yuan</source>
        <translation>优惠支出（元）</translation>
    </message>
    <message>
        <source>Margin, yuan</source>
        <translation>毛利（元）</translation>
    </message>
    <message>
        <source>Order value, yuan</source>
        <translation>客单价（元）</translation>
    </message>
    <message>
        <source>Margin rate, %</source>
        <translation>毛利率（%）</translation>
    </message>
    <message>
        <source>The offer has no first day: give it one</source>
        <translation>这个优惠没有开始日期：请先填上</translation>
    </message>
    <message>
        <source>No orders of its days yet</source>
        <translation>还没有这些天的订单</translation>
    </message>
    <message>
        <source>Too early: it has run for {days} days</source>
        <translation>还太早：才进行了 {days} 天</translation>
    </message>
    <message>
        <source>Nothing to hold it against</source>
        <translation>没有可以对照的时段</translation>
    </message>
    <message>
        <source>Too few orders to judge</source>
        <translation>订单太少，暂不判断</translation>
    </message>
    <message>
        <source>Better: the margin rose, chance {chance}</source>
        <translation>更好：毛利上升，把握 {chance}</translation>
    </message>
    <message>
        <source>Better: customers paid more, chance {chance}</source>
        <translation>更好：顾客付得更多，把握 {chance}</translation>
    </message>
    <message>
        <source>Worse: the margin fell, chance {chance}</source>
        <translation>更差：毛利下降，把握 {chance}</translation>
    </message>
    <message>
        <source>Worse: customers paid less, chance {chance}</source>
        <translation>更差：顾客付得更少，把握 {chance}</translation>
    </message>
    <message>
        <source>Can&apos;t be told yet: chance of better {chance}</source>
        <translation>还看不出来：更好的可能性 {chance}</translation>
    </message>
    <message>
        <source>From {day} on, with the orders until then imported, it can be reviewed.</source>
        <translation>从 {day} 起、导入到那天为止的订单后，就可以复盘。</translation>
    </message>
    <message>
        <source>At least {days} days of orders before it are needed: import older order files.</source>
        <translation>活动前至少要有 {days} 天的订单：请导入更早的订单报表。</translation>
    </message>
    <message>
        <source>So many orders show a change of the margin from ± {yuan} yuan on over these days.</source>
        <translation>这么多订单，这些天毛利变化在 ± {yuan} 元以上才看得出来。</translation>
    </message>
    <message>
        <source>So many orders show a change of what is paid from ± {yuan} yuan on over these days.</source>
        <translation>这么多订单，这些天支付金额变化在 ± {yuan} 元以上才看得出来。</translation>
    </message>
    <message>
        <source>How the shop swung by itself in {count} earlier stretches is in the intervals.</source>
        <translation>店铺自己在之前 {count} 个同样长的时段里的摆动已计入区间。</translation>
    </message>
    <message>
        <source>It ran for {days} {days:day|days} only.</source>
        <translation>只进行了 {days} 天。</translation>
    </message>
    <message>
        <source>Visitors of these days aren&apos;t known, so more traffic looks like a better offer. Import the daily shop report.</source>
        <translation>这些天的访客数未知，客流变多会看起来像优惠更好。请导入店铺日报。</translation>
    </message>
    <message>
        <source>Visitors a day {change}: taken out, and with them those that the offer itself brought.</source>
        <translation>日均访客 {change}：已经剔除，优惠自己带来的访客也一并剔除了。</translation>
    </message>
    <message>
        <source>Big sales days lie in it: {names}.</source>
        <translation>其中有大促日：{names}。</translation>
    </message>
    <message>
        <source>Other offers began or ended meanwhile: {names}.</source>
        <translation>期间还有其他优惠开始或结束：{names}。</translation>
    </message>
    <message>
        <source>Costs are known for {share} of the goods&apos; value.</source>
        <translation>成本已知的商品占金额的 {share}。</translation>
    </message>
    <message>
        <source>Costs of the gifts are in no order file: the margin is less by them.</source>
        <translation>赠品成本不在订单报表里：毛利还要减去它。</translation>
    </message>
    <message>
        <source>Refunds of the last days are still to come (about {days} days): the margin looks too good.</source>
        <translation>最近几天的退款还没到齐（约 {days} 天）：毛利看起来偏好。</translation>
    </message>
    <message>
        <source>The history is short: how much the shop swings by itself is partly assumed (5 %, please check).</source>
        <translation>历史太短：店铺自己的摆动有一部分是假设的（5 %，请核对）。</translation>
    </message>
    <message>
        <source>From {step}: {happened} orders ({expected} without it); about {moved} moved up to it (80 %: {low} … {high}).</source>
        <translation>满 {step}：{happened} 单（没有它时约 {expected} 单）；约 {moved} 单凑到这一档（80 %：{low} … {high}）。</translation>
    </message>
    <message>
        <source>Nothing was foretold: decide for it or export it in Design before it begins, and the forecast is kept.</source>
        <translation>当时没有留下预测：在活动开始前到“设计”里采用或导出活动表，预测就会保存下来。</translation>
    </message>
    <message>
        <source>Foretold by version {number} of {day}.</source>
        <translation>对照的是 {day} 第 {number} 版的预测。</translation>
    </message>
    <message>
        <source>Too few orders to learn from how customers topped up.</source>
        <translation>订单太少，学不出顾客怎么凑单。</translation>
    </message>
    <message>
        <source>Fitted on this campaign: {fitted} top up where little is missing (assumed so far: {own}).</source>
        <translation>按这次活动，凑单率拟合为 {fitted}（目前的假设是 {own}）。</translation>
    </message>
    <message>
        <source>{text} It stands behind the forecasts.</source>
        <translation>{text}预测已按它计算。</translation>
    </message>
    <message>
        <source>From {step}: {happened} orders ({expected} without it); none seen to have moved up to it.</source>
        <translation>满 {step}：{happened} 单（没有它时约 {expected} 单）；看不出有人凑到这一档。</translation>
    </message>
    <message>
        <source>{span}: {orders} orders; before it {before}, {days} ordinary days: {orders_before} orders.</source>
        <translation>{span}：{orders} 单；之前 {before} 的 {days} 个平常日：{orders_before} 单。</translation>
    </message>
    <message>
        <source>Discounts didn&apos;t rise by what it must have given (about {due} yuan): it never ran in the console, or the like ran before it.</source>
        <translation>优惠支出没有按它应给的增加（约 {due} 元）：它在后台没有生效，或者之前就有一样的优惠。</translation>
    </message>
</context>
<context>
    <name>CampaignVersions</name>
    <message>
        <source>+ {name}: {what}</source>
        <translation>＋ {name}：{what}</translation>
    </message>
    <message>
        <source>− {name}: {what}</source>
        <translation>－ {name}：{what}</translation>
    </message>
    <message>
        <source>{name} · {field}: {before} → {after}</source>
        <translation>{name} · {field}：{before} → {after}</translation>
    </message>
    <message>
        <source>name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>state</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>first day</source>
        <translation>开始日期</translation>
    </message>
    <message>
        <source>last day</source>
        <translation>结束日期</translation>
    </message>
    <message>
        <source>steps</source>
        <translation>档位</translation>
    </message>
    <message>
        <source>gifts</source>
        <translation>赠品</translation>
    </message>
    <message>
        <source>value</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>threshold</source>
        <translation>门槛</translation>
    </message>
    <message>
        <source>goods</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>goods left out</source>
        <translation>排除的商品</translation>
    </message>
    <message>
        <source>budget</source>
        <translation>预算</translation>
    </message>
    <message>
        <source>limit per buyer</source>
        <translation>每人限用</translation>
    </message>
    <message>
        <source>at most</source>
        <translation>最多</translation>
    </message>
    <message>
        <source>note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>another setting</source>
        <translation>其他设置</translation>
    </message>
    <message>
        <source>{count} chosen</source>
        <translation>选了 {count} 个</translation>
    </message>
    <message>
        <source>decided: none of it</source>
        <translation>决定：不做</translation>
    </message>
    <message>
        <source>decided: {name}</source>
        <translation>决定：{name}</translation>
    </message>
    <message>
        <source>exported</source>
        <translation>已导出</translation>
    </message>
    <message>
        <source>kept</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Forecast on {orders} orders, {span}</source>
        <translation>预测依据 {orders} 笔订单，{span}</translation>
    </message>
    <message>
        <source>Judged by {aim}</source>
        <translation>判断标准：{aim}</translation>
    </message>
    <message>
        <source>Foretold · {name}: {figure} {change}</source>
        <translation>当时预测 · {name}：{figure} {change}</translation>
    </message>
    <message>
        <source>Best with a chance of {chance}: none of it</source>
        <translation>当时“不做”最好的可能性 {chance}</translation>
    </message>
</context>
<context>
    <name>ReviewCard</name>
    <message>
        <source>Working it out…</source>
        <translation>正在计算…</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>复盘</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>已取用</translation>
    </message>
    <message>
        <source>Take it</source>
        <translation>取用</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>各档</translation>
    </message>
    <message>
        <source>What else may be behind it</source>
        <translation>还有什么可能造成差别</translation>
    </message>
    <message>
        <source>Let this campaign teach the forecasts in Design; can be undone</source>
        <translation>让这次活动的数据用于“设计”里的预测；可以撤销</translation>
    </message>
    <message>
        <source>Review by figure</source>
        <translation>按项目复盘</translation>
    </message>
</context>
<context>
    <name>VersionsCard</name>
    <message>
        <source>No version is kept yet. One is kept when you decide, when you export the sheet, or by hand: with its offers, its forecast, the stacking rules and what was assumed.</source>
        <translation>还没有保存任何版本。做决定、导出活动表或手动保存时会留下一版：包括优惠、预测、叠加规则和当时的假设。</translation>
    </message>
    <message>
        <source>What has changed since</source>
        <translation>之后改了什么</translation>
    </message>
    <message>
        <source>The candidates stand as they were then.</source>
        <translation>候选方案与当时一样。</translation>
    </message>
    <message>
        <source>Note: {note}</source>
        <translation>备注：{note}</translation>
    </message>
    <message>
        <source>Keep as a version</source>
        <translation>保存为一个版本</translation>
    </message>
    <message>
        <source>Name (may stay empty)</source>
        <translation>名称（可以不填）</translation>
    </message>
    <message>
        <source>Note of the version</source>
        <translation>版本备注</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Keep…</source>
        <translation>保存…</translation>
    </message>
    <message>
        <source>Keep the candidates as they stand, with forecast, rules and assumptions</source>
        <translation>把候选方案连同预测、规则和假设照现在的样子保存下来</translation>
    </message>
    <message>
        <source>Put back</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Set the candidates as they were in this version; can be undone</source>
        <translation>把候选方案改回这一版；可以撤销</translation>
    </message>
    <message>
        <source>Note…</source>
        <translation>备注…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>From version {old} to version {new}</source>
        <translation>从第 {old} 版到第 {new} 版</translation>
    </message>
    <message>
        <source>The candidates are the same in both.</source>
        <translation>两版的候选方案一样。</translation>
    </message>
    <message>
        <source>Select two with Ctrl to compare them</source>
        <translation>按住 Ctrl 选两版可以对比</translation>
    </message>
</context>
<context>
    <name>View</name>
    <message>
        <source>Campaign to review</source>
        <translation>要复盘的活动</translation>
    </message>
    <message>
        <source>Go to Design</source>
        <translation>去“设计”</translation>
    </message>
    <message>
        <source>No orders are imported. With the order list and the order lines an offer can be reviewed.</source>
        <translation>还没有导入订单。有了订单报表和宝贝报表，就可以复盘优惠。</translation>
    </message>
    <message>
        <source>Import files…</source>
        <translation>导入文件…</translation>
    </message>
    <message>
        <source>Looking back</source>
        <translation>复盘</translation>
    </message>
    <message>
        <source>Nothing to look back on yet. Adopt an offer in Design and give it a first day; a week later, with its orders imported, this says what became of it.</source>
        <translation>还没有可以复盘的优惠。在“设计”里采用一个优惠并填上开始日期；一周后导入这些天的订单，这里就会说结果如何。</translation>
    </message>
    <message>
        <source>This one has not run: adopt a candidate in Design and give it a first day. A campaign of the past can be put down there too, with its days, as in use.</source>
        <translation>这个方案还没有做过：在“设计”里采用一个候选并填上开始日期。以前做过的活动也可以在那里补记，填上日期并设为使用中。</translation>
    </message>
    <message>
        <source>Keep {version}</source>
        <translation>保存 {version}</translation>
    </message>
    <message>
        <source>Back to {version}</source>
        <translation>恢复到 {version}</translation>
    </message>
    <message>
        <source>Note of {version}</source>
        <translation>{version} 的备注</translation>
    </message>
    <message>
        <source>Remove {version}</source>
        <translation>删除 {version}</translation>
    </message>
    <message>
        <source>Learn from {name}</source>
        <translation>从“{name}”学习</translation>
    </message>
    <message>
        <source>Keeping a version</source>
        <translation>正在保存版本</translation>
    </message>
</context>
</TS>
