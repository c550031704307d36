<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>ClassDialog</name>
    <message>
        <source>Name and advice</source>
        <translation>名称和做法</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>怎么做</translation>
    </message>
    <message>
        <source>The shipped words are general knowledge: check whether they fit your shop. A field left empty takes them. Which buyers belong to the class stays the same.</source>
        <translation>自带的名称和做法是通用经验，请核对是否适合本店。留空就用自带的。等级里是哪些买家不会变。</translation>
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
        <source>Another class is called so.</source>
        <translation>已有等级叫这个名称。</translation>
    </message>
</context>
<context>
    <name>ClassTable</name>
    <message>
        <source>Class</source>
        <translation>等级</translation>
    </message>
    <message>
        <source>Buyers</source>
        <translation>买家数</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>占比</translation>
    </message>
    <message>
        <source>Sales</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>of sales</source>
        <translation>金额占比</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>变化</translation>
    </message>
    <message>
        <source>Came from</source>
        <translation>从哪来</translation>
    </message>
    <message>
        <source>Went to</source>
        <translation>到哪去</translation>
    </message>
    <message>
        <source>Days since</source>
        <translation>距今天数</translation>
    </message>
    <message>
        <source>Purchases</source>
        <translation>购买次数</translation>
    </message>
</context>
<context>
    <name>Customers</name>
    <message>
        <source>more recent</source>
        <translation>更近</translation>
    </message>
    <message>
        <source>longer ago</source>
        <translation>更久</translation>
    </message>
    <message>
        <source>more often</source>
        <translation>更频繁</translation>
    </message>
    <message>
        <source>less often</source>
        <translation>更少</translation>
    </message>
    <message>
        <source>more money</source>
        <translation>花得更多</translation>
    </message>
    <message>
        <source>less money</source>
        <translation>花得更少</translation>
    </message>
    <message>
        <source>{parts} than the mean buyer</source>
        <translation>与平均买家比：{parts}</translation>
    </message>
    <message>
        <source>others {count}</source>
        <translation>其他 {count}</translation>
    </message>
    <message>
        <source>Last purchase {days} days ago and {count} purchases on average</source>
        <translation>平均 {days} 天前买过，平均买 {count} 次</translation>
    </message>
    <message>
        <source>Came from: {moves}</source>
        <translation>从哪来：{moves}</translation>
    </message>
    <message>
        <source>Went to: {moves}</source>
        <translation>到哪去：{moves}</translation>
    </message>
    <message>
        <source>Usual advice, please check: {advice}</source>
        <translation>常见做法（请核对）：{advice}</translation>
    </message>
    <message>
        <source>first purchase or back</source>
        <translation>首购或回归</translation>
    </message>
    <message>
        <source>a year without</source>
        <translation>一年没买</translation>
    </message>
    <message>
        <source>{quarter} to {day}</source>
        <translation>{quarter}（到 {day}）</translation>
    </message>
    <message>
        <source>Orders begin on {day}: whoever bought before counts as new, older classes are too small.</source>
        <translation>订单从 {day} 开始：更早买过的人也算新买家，久未购买的等级偏小。</translation>
    </message>
    <message>
        <source>{count} {count:order|orders} without a buyer left out.</source>
        <translation>{count} 笔订单没有买家，未计入。</translation>
    </message>
    <message>
        <source>So far {yuan} yuan of sales per buyer ({buyers} buyers, {days} days)</source>
        <translation>到目前每位买家已带来 {yuan} 元（{buyers} 位买家，{days} 天）</translation>
    </message>
    <message>
        <source>of which {yuan} yuan of margin after goods and refunds</source>
        <translation>其中毛利 {yuan} 元（已扣货款和退款）</translation>
    </message>
    <message>
        <source>Costs are known for {share} of the orders: import the cost list to see the margin.</source>
        <translation>只有 {share} 的订单知道成本：导入成本表才能看毛利。</translation>
    </message>
    <message>
        <source>{share} have bought on more than one day</source>
        <translation>{share} 的买家买过不止一天</translation>
    </message>
    <message>
        <source>margin</source>
        <translation>毛利</translation>
    </message>
    <message>
        <source>sales</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>Next {weeks} weeks: {yuan} yuan of {what} per buyer (95 %: {low} to {high})</source>
        <translation>未来 {weeks} 周：每位买家预计带来{what} {yuan} 元（95 % 区间 {low} 至 {high}）</translation>
    </message>
    <message>
        <source>A buyer won today is expected to bring {yuan} yuan more after the first order.</source>
        <translation>今天新得的一位买家，首单之后预计再带来 {yuan} 元。</translation>
    </message>
    <message>
        <source>BG/NBD with 95 % profile intervals:</source>
        <translation>BG/NBD 参数及 95 % 轮廓区间：</translation>
    </message>
    <message>
        <source>These orders follow no known pattern of coming back: no forecast, better none than a wrong one.</source>
        <translation>这些订单不符合已知的复购规律：不做预测，没有总比错的好。</translation>
    </message>
    <message>
        <source>No forecast: orders of {weeks} {weeks:week|weeks} are here, {least} are needed. Import earlier orders.</source>
        <translation>暂不预测：只有 {weeks} 周的订单，需要 {least} 周。请导入更早的订单。</translation>
    </message>
    <message>
        <source>No forecast: {count} {count:buyer has|buyers have} come back, {least} are needed. With fewer, any number would be made up.</source>
        <translation>暂不预测：只有 {count} 位回头客，需要 {least} 位。再少就是编出来的数。</translation>
    </message>
    <message>
        <source>other items</source>
        <translation>其他商品</translation>
    </message>
    <message>
        <source>other regions</source>
        <translation>其他地域</translation>
    </message>
    <message>
        <source>item unknown</source>
        <translation>商品未知</translation>
    </message>
    <message>
        <source>region unknown</source>
        <translation>地域未知</translation>
    </message>
    <message>
        <source>low price (to {high} yuan)</source>
        <translation>低价（{high} 元以下）</translation>
    </message>
    <message>
        <source>middle price ({low}–{high} yuan)</source>
        <translation>中价（{low}–{high} 元）</translation>
    </message>
    <message>
        <source>high price (from {low} yuan)</source>
        <translation>高价（{low} 元以上）</translation>
    </message>
    <message>
        <source>{purchases} more purchases each, {discount} a year discounted; from {repeaters} repeat buyers over {seen} weeks.</source>
        <translation>人均再买 {purchases} 次，按每年 {discount} 折现；依据 {seen} 周内 {repeaters} 位回头客。</translation>
    </message>
    <message>
        <source>{name}: {rule}</source>
        <translation>{name}：{rule}</translation>
    </message>
    <message>
        <source>What to do: {advice}</source>
        <translation>怎么做：{advice}</translation>
    </message>
    <message>
        <source>{count} of {all} buyers, {yuan} of {all_yuan} yuan, in the {days} days up to {day}</source>
        <translation>{all} 位买家中 {count} 位，{all_yuan} 元中 {yuan} 元；截至 {day} 的 {days} 天</translation>
    </message>
    <message>
        <source>Counted from paid orders; a buyer is one code of the order export.</source>
        <translation>按已付款订单计数；订单导出里的一个买家代码算一位。</translation>
    </message>
    <message>
        <source>{count} ÷ {all} buyers of {quarter}</source>
        <translation>{count} ÷ {quarter} 的 {all} 位买家</translation>
    </message>
</context>
<context>
    <name>PersonaTable</name>
    <message>
        <source>Group</source>
        <translation>人群</translation>
    </message>
    <message>
        <source>Buyers</source>
        <translation>买家数</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>占比</translation>
    </message>
    <message>
        <source>Quarter before</source>
        <translation>上季度</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>变化</translation>
    </message>
    <message>
        <source>pp</source>
        <translation>百分点</translation>
    </message>
    <message>
        <source>More than chance?</source>
        <translation>超出偶然？</translation>
    </message>
    <message>
        <source>Sales</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>yuan</source>
        <translation>元</translation>
    </message>
    <message>
        <source>yes, more than chance</source>
        <translation>是，超出偶然</translation>
    </message>
    <message>
        <source>may be chance</source>
        <translation>可能只是偶然</translation>
    </message>
</context>
<context>
    <name>RfmMatrix</name>
    <message>
        <source>Recency score</source>
        <translation>近度得分</translation>
    </message>
    <message>
        <source>Frequency score</source>
        <translation>频度得分</translation>
    </message>
    <message>
        <source>Buyers</source>
        <translation>买家数</translation>
    </message>
    <message>
        <source>Sales (yuan)</source>
        <translation>金额（元）</translation>
    </message>
    <message>
        <source>RFM matrix: recency across, frequency down</source>
        <translation>RFM 矩阵：横为近度，纵为频度</translation>
    </message>
    <message>
        <source>{count} ×</source>
        <translation>{count} 次</translation>
    </message>
    <message>
        <source>{days} d</source>
        <translation>{days} 天</translation>
    </message>
    <message>
        <source>last purchase ago → more recent</source>
        <translation>最近一次购买距今 → 越右越近</translation>
    </message>
    <message>
        <source>Recency {r}, frequency {f}</source>
        <translation>近度 {r}，频度 {f}</translation>
    </message>
    <message>
        <source>{head}: nobody</source>
        <translation>{head}：没有人</translation>
    </message>
    <message>
        <source>{head}: {count} {count:buyer|buyers}, {yuan} yuan</source>
        <translation>{head}：{count} 位买家，{yuan} 元</translation>
    </message>
</context>
<context>
    <name>View</name>
    <message>
        <source>Classes</source>
        <translation>等级</translation>
    </message>
    <message>
        <source>Who bought in the quarter</source>
        <translation>本季度买家</translation>
    </message>
    <message>
        <source>Reading the orders…</source>
        <translation>正在读取订单…</translation>
    </message>
    <message>
        <source>Reading customers</source>
        <translation>读取客户</translation>
    </message>
    <message>
        <source>RFM classes</source>
        <translation>RFM 分层</translation>
    </message>
    <message>
        <source>Personas</source>
        <translation>人群画像</translation>
    </message>
    <message>
        <source>All together</source>
        <translation>组合</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>等级</translation>
    </message>
    <message>
        <source>First item</source>
        <translation>首购商品</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>地域</translation>
    </message>
    <message>
        <source>Price band</source>
        <translation>价格带</translation>
    </message>
    <message>
        <source>Quarter</source>
        <translation>季度</translation>
    </message>
    <message>
        <source>What a buyer is worth</source>
        <translation>一位买家值多少</translation>
    </message>
    <message>
        <source>Here stand your buyers: how recently and how often they buy, what they are worth, who they are. Import the order export with buyers (in 千牛: 交易 → 已卖出的宝贝 → 批量导出) and, for first items, its lines. Names are only stored as an unreadable code.</source>
        <translation>这里看您的买家：多久买一次、值多少钱、是什么人。请导入带买家的订单报表（千牛：交易 → 已卖出的宝贝 → 批量导出），要看首购商品再导入宝贝明细。买家名只存为不可读的编码。</translation>
    </message>
    <message>
        <source>Import files…</source>
        <translation>导入文件…</translation>
    </message>
    <message>
        <source>Working out what a buyer is worth</source>
        <translation>计算买家价值</translation>
    </message>
    <message>
        <source>Working out what is to come…</source>
        <translation>正在推算今后…</translation>
    </message>
    <message>
        <source>Recency and frequency</source>
        <translation>多近、多频</translation>
    </message>
    <message>
        <source>Name and advice…</source>
        <translation>改名称和做法…</translation>
    </message>
    <message>
        <source>Name and advice of {name}</source>
        <translation>修改“{name}”的名称和做法</translation>
    </message>
</context>
</TS>
