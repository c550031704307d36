<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>CompareDialog</name>
    <message>
        <source>Candidates side by side</source>
        <translation>候选并排比较</translation>
    </message>
    <message>
        <source>★ best in nine of ten draws. Changes are against none of them, with the 80 % interval of the model; without an interval they are exact for the same orders.</source>
        <translation>★ 十次推演九次最好。变化都与“不做”比，80 % 是模型区间；没有区间的是同样订单的精算。</translation>
    </message>
    <message>
        <source>Copy the table</source>
        <translation>复制表格</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Without it</source>
        <translation>没有它</translation>
    </message>
    <message>
        <source>None (today)</source>
        <translation>不做（今天）</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Chance of being best</source>
        <translation>谁最好的可能性</translation>
    </message>
    <message>
        <source>Top up to a step, orders</source>
        <translation>凑到各档 单</translation>
    </message>
    <message>
        <source>Chance to keep {floor} margin</source>
        <translation>毛利率守住 {floor} 的可能性</translation>
    </message>
    <message>
        <source>Given away (were there anyway)</source>
        <translation>白送（本来就到）</translation>
    </message>
    <message>
        <source>Topped up</source>
        <translation>凑单多赚</translation>
    </message>
    <message>
        <source>Fell back to a step</source>
        <translation>降到门槛</translation>
    </message>
    <message>
        <source>Returned</source>
        <translation>凑单退货</translation>
    </message>
    <message>
        <source>Further orders</source>
        <translation>多来的订单</translation>
    </message>
    <message>
        <source>Margin · {part}, yuan</source>
        <translation>毛利 · {part} 元</translation>
    </message>
    <message>
        <source>kept on the same orders</source>
        <translation>同样订单守得住</translation>
    </message>
    <message>
        <source>not kept on the same orders</source>
        <translation>同样订单守不住</translation>
    </message>
    <message>
        <source>Judged by {aim}</source>
        <translation>判断标准：{aim}</translation>
    </message>
</context>
<context>
    <name>ComparedTable</name>
    <message>
        <source>Today against the candidate</source>
        <translation>今天与候选对比</translation>
    </message>
    <message>
        <source>80 %: {span}</source>
        <translation>80 %：{span}</translation>
    </message>
</context>
<context>
    <name>MissingCosts</name>
    <message>
        <source>Costs that are missing</source>
        <translation>缺成本的商品</translation>
    </message>
    <message>
        <source>{count} {count:article|articles} sold in this period without a known cost. Copy them into a cost list (code, cost a unit), then import it: margins and floors appear at once.</source>
        <translation>这段时间卖过、但没有成本的商品有 {count} 款。复制到成本表（编码、单件成本）再导入，毛利和底价马上就有。</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Units sold</source>
        <translation>卖出件数</translation>
    </message>
    <message>
        <source>Articles without a cost</source>
        <translation>缺成本的商品</translation>
    </message>
    <message>
        <source>Import a cost list…</source>
        <translation>导入成本表…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>OfferResult</name>
    <message>
        <source>Working it out…</source>
        <translation>正在计算…</translation>
    </message>
    <message>
        <source>Add an offer: here stands what it should bring.</source>
        <translation>新建一个优惠，这里告诉你划不划算。</translation>
    </message>
    <message>
        <source>Import order files, or choose another period above.</source>
        <translation>请导入订单，或在上方换一段时间。</translation>
    </message>
    <message>
        <source>Not complete yet</source>
        <translation>这个优惠还没写完</translation>
    </message>
    <message>
        <source>See what is missing beneath the form: then it can be priced.</source>
        <translation>缺什么写在表单下面，补上就能算。</translation>
    </message>
    <message>
        <source>Chance that none of it earns most: {chance}</source>
        <translation>不做更赚的可能性 {chance}</translation>
    </message>
    <message>
        <source>Chance that none of it sells most: {chance}</source>
        <translation>不做成交更多的可能性 {chance}</translation>
    </message>
    <message>
        <source>Chance that order value is highest with none of it: {chance}</source>
        <translation>不做客单价更高的可能性 {chance}</translation>
    </message>
    <message>
        <source>Chance that {name} earns most: {chance}</source>
        <translation>{name} 更赚的可能性 {chance}</translation>
    </message>
    <message>
        <source>Chance that {name} sells most: {chance}</source>
        <translation>{name} 成交更多的可能性 {chance}</translation>
    </message>
    <message>
        <source>Chance that order value is highest with {name}: {chance}</source>
        <translation>{name} 客单价更高的可能性 {chance}</translation>
    </message>
    <message>
        <source>{name}: margin about {change} yuan{share}.</source>
        <translation>做{name}，毛利约 {change} 元{share}。</translation>
    </message>
    <message>
        <source>{name}: revenue about {change} yuan{share}.</source>
        <translation>做{name}，支付金额约 {change} 元{share}。</translation>
    </message>
    <message>
        <source>{name}: order value about {change} yuan{share}.</source>
        <translation>做{name}，客单价约 {change} 元{share}。</translation>
    </message>
    <message>
        <source> ({share} %)</source>
        <translation>（{share} %）</translation>
    </message>
    <message>
        <source>Better in nine of ten draws: worth doing.</source>
        <translation>十次推演九次以上更好；建议采用。</translation>
    </message>
    <message>
        <source>Worse in nine of ten draws: better not.</source>
        <translation>十次推演九次以上更差；建议不做。</translation>
    </message>
    <message>
        <source>Too close to tell; better not for now.</source>
        <translation>差别不大，还看不出来；建议先不做。</translation>
    </message>
    <message>
        <source>Same orders, {name}: margin {change} yuan</source>
        <translation>同样的订单，做{name}，毛利 {change} 元</translation>
    </message>
    <message>
        <source>Same orders, {name}: revenue {change} yuan</source>
        <translation>同样的订单，做{name}，支付金额 {change} 元</translation>
    </message>
    <message>
        <source>Whether it pays can&apos;t be told without costs.</source>
        <translation>缺成本，划不划算还看不出来。</translation>
    </message>
    <message>
        <source>It costs the shop nothing on these orders.</source>
        <translation>这些订单上店铺没有多花钱。</translation>
    </message>
    <message>
        <source>No number of further orders like these would make it pay.</source>
        <translation>多来多少这样的订单也不保本。</translation>
    </message>
    <message>
        <source>It pays from {count} {count:further order|further orders} like these ({share} more).</source>
        <translation>要多来 {count} 单这样的订单（多 {share}）才保本；会不会多来，还看不出来。</translation>
    </message>
    <message>
        <source>Learned: {share} top up where little is missing</source>
        <translation>学得：差一点时有 {share} 会凑单</translation>
    </message>
    <message>
        <source>Assumed: {share} top up where little is missing</source>
        <translation>假设：差一点时有 {share} 会凑单</translation>
    </message>
    <message>
        <source>{first}; no share of it would make the ladder pay</source>
        <translation>{first}，凑单率再高也不保本</translation>
    </message>
    <message>
        <source>{first}; it pays from {need}</source>
        <translation>{first}，要 {need} 才保本</translation>
    </message>
    <message>
        <source>General assumptions, please check; no past campaign has taught them yet.</source>
        <translation>是通用假设，请核对；还没有用过去的活动校准。</translation>
    </message>
    <message>
        <source>Taught by a past campaign with {count} {count:order|orders}.</source>
        <translation>已用过去一场活动的 {count} 单校准。</translation>
    </message>
    <message>
        <source>The past campaign has too few orders to teach; the general assumptions stand.</source>
        <translation>那场活动订单太少，学不出来，仍用通用假设。</translation>
    </message>
    <message>
        <source>The margin is less the platform&apos;s {fee} and {shipping} yuan of sending an order.</source>
        <translation>毛利已扣平台费 {fee} 和每单发货 {shipping} 元。</translation>
    </message>
    <message>
        <source>Costs are known for {share} of the goods&apos; value.</source>
        <translation>已知成本的商品占货值 {share}。</translation>
    </message>
    <message>
        <source>80 % are intervals of the model: same traffic and season, no answer of competitors.</source>
        <translation>80 % 是模型区间：按流量、季节不变，同行不跟。</translation>
    </message>
    <message>
        <source>Exact on past orders; no guess how customers change:</source>
        <translation>按过去的订单逐单精算，不猜顾客怎么变：</translation>
    </message>
    <message>
        <source>for this kind of offer nothing reliable is known.</source>
        <translation>这类优惠没有可靠的依据。</translation>
    </message>
    <message>
        <source>it holds for some goods only.</source>
        <translation>只对部分商品有效。</translation>
    </message>
    <message>
        <source>too few orders in this period.</source>
        <translation>这段时间订单太少，暂不判断。</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>订单</translation>
    </message>
    <message>
        <source>Paid, yuan</source>
        <translation>支付金额 元</translation>
    </message>
    <message>
        <source>Offers cost, yuan</source>
        <translation>优惠支出 元</translation>
    </message>
    <message>
        <source>Margin, yuan</source>
        <translation>毛利 元</translation>
    </message>
    <message>
        <source>Order value, yuan</source>
        <translation>客单价 元</translation>
    </message>
    <message>
        <source>Margin rate</source>
        <translation>毛利率</translation>
    </message>
    <message>
        <source>No paid orders with a price in this period</source>
        <translation>这段时间没有带价格的已付款订单</translation>
    </message>
    <message>
        <source>Better with a chance of {chance}: likely, not sure; worth a try.</source>
        <translation>比不做更好的可能性 {chance}：多半更好，但不算稳，可以试。</translation>
    </message>
    <message>
        <source>Without it the margin rate is {rate}, below the {floor} wanted already: change what is wanted.</source>
        <translation>不做时毛利率就只有 {rate}，低于要求的 {floor}：请改目标。</translation>
    </message>
    <message>
        <source>It keeps the margin rate of {floor} with a chance of {chance} only: better not.</source>
        <translation>守住毛利率 {floor} 的可能性只有 {chance}：建议不做。</translation>
    </message>
    <message>
        <source>Whom it is for can&apos;t be told from these orders</source>
        <translation>这些订单分不出它给谁</translation>
    </message>
    <message>
        <source>They name no buyers: import an order list that does.</source>
        <translation>订单里没有买家：请导入带买家昵称的订单报表。</translation>
    </message>
    <message>
        <source>Same orders, {name}: order value {change} yuan</source>
        <translation>同样的订单，{name}：客单价 {change} 元</translation>
    </message>
    <message>
        <source>{name}: revenue about {change} yuan</source>
        <translation>{name}：支付金额约 {change} 元</translation>
    </message>
    <message>
        <source>{name}: order value about {change} yuan</source>
        <translation>{name}：客单价约 {change} 元</translation>
    </message>
    <message>
        <source>The margin rate of {rate} is below the {floor} wanted.</source>
        <translation>毛利率 {rate}，低于要求的 {floor}。</translation>
    </message>
    <message>
        <source>whom it is for, limits a buyer, a budget or the platform&apos;s part change who answers.</source>
        <translation>限定顾客、每人限量、总预算或平台出资会改变谁响应。</translation>
    </message>
</context>
<context>
    <name>ResultCard</name>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Costs of {count} {count:article is|articles are} missing: no margin of the shop.</source>
        <translation>缺 {count} 款商品的成本，全店毛利算不出。</translation>
    </message>
    <message>
        <source>Chance of being best</source>
        <translation>谁最好的可能性</translation>
    </message>
    <message>
        <source>Without it</source>
        <translation>没有它</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>{days} {days:day|days}</source>
        <translation>{days} 天</translation>
    </message>
    <message>
        <source>Given away (were there anyway)</source>
        <translation>白送（本来就到）</translation>
    </message>
    <message>
        <source>Topped up</source>
        <translation>凑单多赚</translation>
    </message>
    <message>
        <source>Fell back to a step</source>
        <translation>降到门槛</translation>
    </message>
    <message>
        <source>Returned</source>
        <translation>凑单退货</translation>
    </message>
    <message>
        <source>Further orders</source>
        <translation>多来的订单</translation>
    </message>
    <message>
        <source>Where the margin&apos;s change comes from, yuan · {total} in all</source>
        <translation>毛利差从哪来（元）· 合计 {total}</translation>
    </message>
    <message>
        <source>Record “none”</source>
        <translation>记为“不做”</translation>
    </message>
    <message>
        <source>All of these candidates are switched off; today&apos;s offers stay</source>
        <translation>这几个候选都停用，今天的优惠照旧</translation>
    </message>
    <message>
        <source>Adopt {name}</source>
        <translation>采用{name}</translation>
    </message>
    <message>
        <source>Adopt it</source>
        <translation>采用</translation>
    </message>
    <message>
        <source>It counts as in use from then on; nothing is set at the platform</source>
        <translation>从此算作在用；不会替你去平台设置</translation>
    </message>
    <message>
        <source>Already recorded</source>
        <translation>已经记下了</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>并排比较</translation>
    </message>
    <message>
        <source>Mend…</source>
        <translation>补成本…</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>改假设…</translation>
    </message>
    <message>
        <source>What is assumed of customers, and a past campaign that teaches it</source>
        <translation>对顾客的假设，以及用来校准的过去活动</translation>
    </message>
    <message>
        <source>Export sheet…</source>
        <translation>导出活动表…</translation>
    </message>
    <message>
        <source>Rules, steps, articles and checks as a workbook</source>
        <translation>规则、档位、商品、检查，一个工作簿</translation>
    </message>
    <message>
        <source>{span} replayed</source>
        <translation>{span} 订单重放</translation>
    </message>
    <message>
        <source>Judged by</source>
        <translation>判断标准</translation>
    </message>
    <message>
        <source>What an offer shall bring most of, and the margin it must keep</source>
        <translation>优惠最要带来什么，以及必须守住的毛利率</translation>
    </message>
</context>
</TS>
