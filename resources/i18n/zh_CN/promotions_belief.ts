<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>BeliefDialog</name>
    <message>
        <source>What is assumed of customers</source>
        <translation>对顾客的假设</translation>
    </message>
    <message>
        <source>No order tells these by itself. Those marked stand as shipped: please check them.</source>
        <translation>订单本身说不出这些。标了“请核对”的是通用默认值。</translation>
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
        <source>Change what is assumed of customers</source>
        <translation>改对顾客的假设</translation>
    </message>
    <message>
        <source>Customers who miss a step by little</source>
        <translation>差一点到门槛的顾客</translation>
    </message>
    <message>
        <source>Top up where hardly anything is missing</source>
        <translation>几乎不差时，会凑单的占</translation>
    </message>
    <message>
        <source>… fewer the more is missing: larger means slower</source>
        <translation>差得越多越不凑，越大降得越慢</translation>
    </message>
    <message>
        <source>Nobody tops up by more than this share of the order</source>
        <translation>差额超过订单金额的这个比例就不凑</translation>
    </message>
    <message>
        <source>… and so many yuan</source>
        <translation>再加多少元</translation>
    </message>
    <message>
        <source>Go beyond the step by, on average</source>
        <translation>凑单平均超出门槛</translation>
    </message>
    <message>
        <source>Of what was added to top up, so much comes back</source>
        <translation>凑单里退回的占</translation>
    </message>
    <message>
        <source>Others</source>
        <translation>其他顾客</translation>
    </message>
    <message>
        <source>Orders close above a step that fall back to it</source>
        <translation>刚过门槛的订单降到门槛的占</translation>
    </message>
    <message>
        <source>1 % less to pay brings so many % more orders</source>
        <translation>便宜 1 % 多来百分之几的订单</translation>
    </message>
    <message>
        <source>What an order leaves</source>
        <translation>一单留下多少</translation>
    </message>
    <message>
        <source>Margin of what is added</source>
        <translation>凑单商品的毛利率</translation>
    </message>
    <message>
        <source>The platform&apos;s share of what is paid</source>
        <translation>平台扣点</translation>
    </message>
    <message>
        <source>Sending an order costs, yuan</source>
        <translation>每单发货成本 元</translation>
    </message>
    <message>
        <source>A past campaign that teaches these values</source>
        <translation>用过去一场活动校准</translation>
    </message>
    <message>
        <source>Ran on</source>
        <translation>活动日期</translation>
    </message>
    <message>
        <source>Its ladder</source>
        <translation>当时的阶梯</translation>
    </message>
    <message>
        <source>Days without one, to compare with</source>
        <translation>用来对比的平常日子</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>不知道</translation>
    </message>
    <message>
        <source>from daily reports</source>
        <translation>按日报算</translation>
    </message>
    <message>
        <source>Visitors a day against those days</source>
        <translation>日均访客是平常的</translation>
    </message>
    <message>
        <source>Learn from no campaign</source>
        <translation>不用活动校准</translation>
    </message>
    <message>
        <source>If a ladder ran through the period studied</source>
        <translation>如果分析的这段时间一直有阶梯</translation>
    </message>
    <message>
        <source>none</source>
        <translation>不设</translation>
    </message>
    <message>
        <source>That ladder</source>
        <translation>那个阶梯</translation>
    </message>
    <message>
        <source>Choose the days and the ladder that ran: the orders of both periods are compared.</source>
        <translation>选好日期，写上当时的阶梯：会对比两段时间的订单。</translation>
    </message>
    <message>
        <source>Too few orders in one of the periods: {campaign} and {baseline}; 60 are the least.</source>
        <translation>有一段时间订单太少：{campaign} 和 {baseline} 单，至少要 60 单。</translation>
    </message>
    <message>
        <source>Learned from {count} orders: {top_up} top up, {lift} % more orders a % less to pay.</source>
        <translation>从 {count} 单学得：凑单率 {top_up}，便宜 1 % 多来 {lift} % 订单。</translation>
    </message>
    <message>
        <source>like the shop&apos;s</source>
        <translation>同全店</translation>
    </message>
    <message>
        <source>first day</source>
        <translation>第一天</translation>
    </message>
    <message>
        <source>last day</source>
        <translation>最后一天</translation>
    </message>
    <message>
        <source>not set</source>
        <translation>未设</translation>
    </message>
    <message>
        <source>Write a ladder like 129−5 / 199−12: rising steps, each giving less than it asks for.</source>
        <translation>阶梯请写成 129−5 / 199−12：门槛递增，减的比门槛小。</translation>
    </message>
    <message>
        <source>A period needs a first and a last day, in this order.</source>
        <translation>一段时间要有第一天和最后一天，先后别颠倒。</translation>
    </message>
    <message>
        <source>The campaign needs both its days and its ladder.</source>
        <translation>活动要同时有日期和阶梯。</translation>
    </message>
    <message>
        <source>No daily shop reports for both periods: import them, or type it.</source>
        <translation>两段时间没有店铺日报：请导入，或直接填。</translation>
    </message>
    <message>
        <source>{text} · please check</source>
        <translation>{text} · 请核对</translation>
    </message>
</context>
</TS>
