<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>DictionaryDialog</name>
    <message>
        <source>Metrics</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Still used by: {names}</source>
        <translation>仍被使用：{names}</translation>
    </message>
    <message>
        <source>remove metric {name}</source>
        <translation>删除指标 {name}</translation>
    </message>
    <message>
        <source>Metric</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>分组</translation>
    </message>
    <message>
        <source>Formula</source>
        <translation>公式</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>本店数据</translation>
    </message>
    <message>
        <source>Which files give it, or what to import</source>
        <translation>由哪些文件给出，或需要导入什么</translation>
    </message>
    <message>
        <source>Mind</source>
        <translation>注意</translation>
    </message>
    <message>
        <source>Definition</source>
        <translation>出处</translation>
    </message>
    <message>
        <source>“please check”: general knowledge that no platform page was seen for</source>
        <translation>“请核对”：通用说法，未见到平台页面</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>好坏</translation>
    </message>
    <message>
        <source>Over days</source>
        <translation>多天合计</translation>
    </message>
    <message>
        <source>Over shops</source>
        <translation>多店合计</translation>
    </message>
    <message>
        <source>Metrics and what they mean</source>
        <translation>指标口径</translation>
    </message>
    <message>
        <source>What each figure is made of, how it comes from several days and shops, and which files give it. Own metrics are formulas over these; they can be shown wherever a metric can.</source>
        <translation>每个数由什么算出、多天多店怎样合计、来自哪些文件。自建指标用这些指标写公式，凡是能看指标的地方都能用。</translation>
    </message>
    <message>
        <source>Search name, formula, note</source>
        <translation>搜索名称、公式、说明</translation>
    </message>
    <message>
        <source>Search metrics</source>
        <translation>搜索指标</translation>
    </message>
    <message>
        <source>New metric…</source>
        <translation>新建指标…</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>修改…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>own</source>
        <translation>自建</translation>
    </message>
    <message>
        <source>seen</source>
        <translation>有出处</translation>
    </message>
    <message>
        <source>please check</source>
        <translation>请核对</translation>
    </message>
    <message>
        <source>Over days: {days}. Over shops: {shops}.</source>
        <translation>多天：{days}。多店：{shops}。</translation>
    </message>
</context>
<context>
    <name>KpiMetrics</name>
    <message>
        <source>{name}: sum over the days</source>
        <translation>{name}：逐日相加</translation>
    </message>
    <message>
        <source>{name}: the newest value, itself a mean of months</source>
        <translation>{name}：取最新值（本身是近几个月的均值）</translation>
    </message>
    <message>
        <source>(people added day by day: an upper bound)</source>
        <translation>（人数日累加，是上限）</translation>
    </message>
    <message>
        <source>(the platform&apos;s own figure for the period)</source>
        <translation>（平台给出的该时段去重数）</translation>
    </message>
    <message>
        <source>(made anew from the orders)</source>
        <translation>（按订单重算）</translation>
    </message>
    <message>
        <source>(made anew from the item reports)</source>
        <translation>（按商品报表重算）</translation>
    </message>
    <message>
        <source>(the newest value)</source>
        <translation>（最新值）</translation>
    </message>
    <message>
        <source>over {count} {count:day|days}: {span}</source>
        <translation>按 {count} 天计：{span}</translation>
    </message>
    <message>
        <source>{count} {count:day|days} missing</source>
        <translation>缺 {count} 天</translation>
    </message>
    <message>
        <source>(by the day, since days are missing)</source>
        <translation>（有缺失天，按日均比较）</translation>
    </message>
    <message>
        <source>Refunds as the orders name them, on the day the order was paid: orders of late may still be refunded.</source>
        <translation>退款取自订单表，记在支付日：近期订单之后还可能退款。</translation>
    </message>
    <message>
        <source>Several shops: their scores are means already and have none together.</source>
        <translation>有几家店：评分本身已是均值，不能再合并。</translation>
    </message>
    <message>
        <source>Source: {table}, data as of {day}</source>
        <translation>来源：{table}，数据截至 {day}</translation>
    </message>
    <message>
        <source> and {count} more</source>
        <translation> 等，另有 {count} 个</translation>
    </message>
    <message>
        <source>No report that can be imported gives: {parts}</source>
        <translation>可导入的报表里没有：{parts}</translation>
    </message>
    <message>
        <source>Import: {tables}</source>
        <translation>请导入：{tables}</translation>
    </message>
    <message>
        <source>Traffic</source>
        <translation>流量</translation>
    </message>
    <message>
        <source>Favourites and cart</source>
        <translation>收藏加购</translation>
    </message>
    <message>
        <source>Sales</source>
        <translation>成交</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Goods</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Refunds</source>
        <translation>退款</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>服务</translation>
    </message>
    <message>
        <source>Ads</source>
        <translation>推广</translation>
    </message>
    <message>
        <source>Live streams</source>
        <translation>直播</translation>
    </message>
    <message>
        <source>Videos</source>
        <translation>短视频</translation>
    </message>
    <message>
        <source>Own metrics</source>
        <translation>自建指标</translation>
    </message>
    <message>
        <source>yuan</source>
        <translation>元</translation>
    </message>
    <message>
        <source>count</source>
        <translation>次数</translation>
    </message>
    <message>
        <source>people</source>
        <translation>人数</translation>
    </message>
    <message>
        <source>percent</source>
        <translation>百分比</translation>
    </message>
    <message>
        <source>times</source>
        <translation>倍</translation>
    </message>
    <message>
        <source>seconds</source>
        <translation>秒</translation>
    </message>
    <message>
        <source>number</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>higher is better</source>
        <translation>越高越好</translation>
    </message>
    <message>
        <source>lower is better</source>
        <translation>越低越好</translation>
    </message>
    <message>
        <source>neither</source>
        <translation>不分好坏</translation>
    </message>
    <message>
        <source>counted anew over {count} days up to the end of the period</source>
        <translation>按截至期末的 {count} 天重算</translation>
    </message>
    <message>
        <source>counted anew over the period, never from days</source>
        <translation>按所选时段重算，不由日值得出</translation>
    </message>
    <message>
        <source>Σ ÷ Σ over {count} days up to the end of the period</source>
        <translation>截至期末 {count} 天 Σ ÷ Σ</translation>
    </message>
    <message>
        <source>the newest value</source>
        <translation>取最新值</translation>
    </message>
    <message>
        <source>the platform&apos;s own figure, else added by day and named so</source>
        <translation>用平台去重数；没有则日累加并标明</translation>
    </message>
    <message>
        <source>Σ ÷ Σ; people by the platform&apos;s figure, else added by day</source>
        <translation>Σ ÷ Σ；人数用平台去重数，没有则日累加</translation>
    </message>
    <message>
        <source>added</source>
        <translation>相加</translation>
    </message>
    <message>
        <source>Σ ÷ Σ, never a mean of days</source>
        <translation>Σ ÷ Σ，不求日平均</translation>
    </message>
    <message>
        <source>not joined</source>
        <translation>不合并</translation>
    </message>
    <message>
        <source>a buyer counts once a platform</source>
        <translation>同一平台的买家只算一次</translation>
    </message>
    <message>
        <source>added: one person may be in several</source>
        <translation>相加（同一人可能重复）</translation>
    </message>
    <message>
        <source>Σ ÷ Σ</source>
        <translation>Σ ÷ Σ</translation>
    </message>
    <message>
        <source>“{name}” isn&apos;t known. Did you mean “{near}”?</source>
        <translation>没有“{name}”这个指标。是不是“{near}”？</translation>
    </message>
    <message>
        <source>Write a formula, e.g. Sales ÷ Visitors</source>
        <translation>请写公式，例如：支付金额 ÷ 访客数</translation>
    </message>
    <message>
        <source>The formula is too long</source>
        <translation>公式太长</translation>
    </message>
    <message>
        <source>Too many brackets within brackets</source>
        <translation>括号层数太多</translation>
    </message>
    <message>
        <source>Written out, the formula is too long</source>
        <translation>展开后公式太长</translation>
    </message>
    <message>
        <source>This sign has no place in a formula: + − × ÷ ( ) are known</source>
        <translation>公式里不能用这个符号：只认 + − × ÷ ( )</translation>
    </message>
    <message>
        <source>“{name}” isn&apos;t known</source>
        <translation>没有“{name}”这个指标</translation>
    </message>
    <message>
        <source>A + − × ÷ is missing before this</source>
        <translation>这里前面缺 + − × ÷</translation>
    </message>
    <message>
        <source>A metric or number is missing here</source>
        <translation>这里缺一个指标或数字</translation>
    </message>
    <message>
        <source>This bracket isn&apos;t closed</source>
        <translation>这个括号没有闭合</translation>
    </message>
    <message>
        <source>This bracket was never opened</source>
        <translation>多了一个右括号</translation>
    </message>
    <message>
        <source>Nothing can be divided by 0</source>
        <translation>不能除以 0</translation>
    </message>
    <message>
        <source>“{name}” would be made of itself</source>
        <translation>“{name}”会用到它自己</translation>
    </message>
    <message>
        <source>Unlike things are added or subtracted: money, people, pieces and numbers don&apos;t mix</source>
        <translation>不同的东西不能加减：金额、人数、件数和纯数字不能混</translation>
    </message>
    <message>
        <source>The formula doesn&apos;t come out in this unit</source>
        <translation>公式算出来不是这个单位</translation>
    </message>
    <message>
        <source>{tables} as imported: no column for {parts}</source>
        <translation>已导入的{tables}里没有：{parts}</translation>
    </message>
    <message>
        <source>(people of several shops added: an upper bound)</source>
        <translation>（多店人数相加，是上限）</translation>
    </message>
    <message>
        <source>{part}: {table} begins on {day}</source>
        <translation>{part}：{table}从 {day} 才开始</translation>
    </message>
    <message>
        <source>{part}: {table} tells it up to {day}</source>
        <translation>{part}：{table}只到 {day}</translation>
    </message>
    <message>
        <source>Before, {table} tells it from {day} on, by another measure: joined, the seam would look like a change. Import {wanted} of those days.</source>
        <translation>更早的只有{table}里有（从 {day} 起），口径不同，接在一起会像是真的变了；请导入那些天的{wanted}。</translation>
    </message>
    <message>
        <source>before only in {table}, by another measure</source>
        <translation>更早的只在{table}里，口径不同</translation>
    </message>
    <message>
        <source>Source: {table}</source>
        <translation>来源：{table}</translation>
    </message>
</context>
<context>
    <name>MetricEditor</name>
    <message>
        <source>New metric</source>
        <translation>新建指标</translation>
    </message>
    <message>
        <source>Change metric</source>
        <translation>修改指标</translation>
    </message>
    <message>
        <source>Chinese name</source>
        <translation>中文名</translation>
    </message>
    <message>
        <source>English name</source>
        <translation>英文名</translation>
    </message>
    <message>
        <source>Formula</source>
        <translation>公式</translation>
    </message>
    <message>
        <source>Insert</source>
        <translation>插入</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>好坏</translation>
    </message>
    <message>
        <source>e.g. (Sales − Refunds) ÷ Visitors</source>
        <translation>例如：(支付金额 − 退款金额) ÷ 访客数</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Search metrics and parts</source>
        <translation>搜索指标和组成项</translation>
    </message>
    <message>
        <source>Give the metric a name</source>
        <translation>请给指标起个名字</translation>
    </message>
    <message>
        <source>A name begins with a letter or character</source>
        <translation>名称要以文字开头</translation>
    </message>
    <message>
        <source>There is a metric “{name}” already</source>
        <translation>已有名为“{name}”的指标</translation>
    </message>
    <message>
        <source>No value yet. {lacking}</source>
        <translation>还没有数据。{lacking}</translation>
    </message>
    <message>
        <source>add metric {name}</source>
        <translation>新建指标 {name}</translation>
    </message>
    <message>
        <source>change metric {name}</source>
        <translation>修改指标 {name}</translation>
    </message>
</context>
<context>
    <name>TileChooser</name>
    <message>
        <source>standard tiles</source>
        <translation>恢复默认指标卡</translation>
    </message>
    <message>
        <source>move tile</source>
        <translation>移动指标卡</translation>
    </message>
    <message>
        <source>Show tile {name}</source>
        <translation>显示指标卡 {name}</translation>
    </message>
    <message>
        <source>Hide tile {name}</source>
        <translation>隐藏指标卡 {name}</translation>
    </message>
    <message>
        <source>Choose tiles</source>
        <translation>选择指标卡</translation>
    </message>
    <message>
        <source>All metrics</source>
        <translation>全部指标</translation>
    </message>
    <message>
        <source>Shown, in this order</source>
        <translation>已显示，按此顺序</translation>
    </message>
    <message>
        <source>Search metrics</source>
        <translation>搜索指标</translation>
    </message>
    <message>
        <source>What they mean…</source>
        <translation>口径…</translation>
    </message>
    <message>
        <source>Standard tiles</source>
        <translation>默认指标卡</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>{count} of at most {most}. Drag to reorder, or Alt+↑ ↓; Delete takes one away.</source>
        <translation>{count} 张，最多 {most} 张。拖动或按 Alt+↑ ↓ 调整顺序，Delete 移除。</translation>
    </message>
</context>
</TS>
