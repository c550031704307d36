<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>AimDialog</name>
    <message>
        <source>What an offer shall bring</source>
        <translation>优惠的目标</translation>
    </message>
    <message>
        <source>Candidates are judged by this, and the search looks for it. A candidate that keeps the margin in less than nine of ten draws is advised against. Margins need costs.</source>
        <translation>候选按这个目标判断，“帮我找阶梯”也按它找。十次推演里守住毛利率不到九次的候选，不建议做。毛利需要成本。</translation>
    </message>
    <message>
        <source>Judge by it</source>
        <translation>按这个判断</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>AimFields</name>
    <message>
        <source>none</source>
        <translation>不设</translation>
    </message>
    <message>
        <source>Objective</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>Margin at least</source>
        <translation>毛利率不低于</translation>
    </message>
    <message>
        <source>most margin</source>
        <translation>毛利最多</translation>
    </message>
    <message>
        <source>most sales</source>
        <translation>支付金额最多</translation>
    </message>
    <message>
        <source>highest order value</source>
        <translation>客单价最高</translation>
    </message>
    <message>
        <source>margin</source>
        <translation>毛利</translation>
    </message>
    <message>
        <source>sales</source>
        <translation>支付金额</translation>
    </message>
    <message>
        <source>order value</source>
        <translation>客单价</translation>
    </message>
    <message>
        <source>{objective} · margin ≥ {floor}</source>
        <translation>{objective} · 毛利率 ≥ {floor}</translation>
    </message>
</context>
<context>
    <name>LadderFinder</name>
    <message>
        <source>Find a ladder</source>
        <translation>帮我找阶梯</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Progress of the search</source>
        <translation>查找进度</translation>
    </message>
    <message>
        <source>What a ladder shall bring</source>
        <translation>阶梯的目标</translation>
    </message>
    <message>
        <source>Trying ladders on {count} orders…</source>
        <translation>正在用 {count} 单试各种阶梯…</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>开始找</translation>
    </message>
    <message>
        <source>Steps at most</source>
        <translation>最多几档</translation>
    </message>
    <message>
        <source>Each ladder is held against none on the same orders; 80 % are intervals of the model. The margin floor holds in nine of ten draws.</source>
        <translation>每种阶梯都与“不做”在同样的订单上比；80 % 是模型区间。毛利率下限按十次推演九次守得住算。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Ladders of up to three steps are tried; “none” is one of the answers.</source>
        <translation>最多试三档；“不做”也是一种答案。</translation>
    </message>
    <message>
        <source>{count} orders of {span}</source>
        <translation>{span} 的 {count} 单</translation>
    </message>
    <message>
        <source>Ladder</source>
        <translation>阶梯</translation>
    </message>
    <message>
        <source>best with chance</source>
        <translation>最好的可能性</translation>
    </message>
    <message>
        <source>margin, yuan</source>
        <translation>毛利 元</translation>
    </message>
    <message>
        <source>sales, yuan</source>
        <translation>支付金额 元</translation>
    </message>
    <message>
        <source>order value</source>
        <translation>客单价</translation>
    </message>
    <message>
        <source>None</source>
        <translation>不做</translation>
    </message>
    <message>
        <source>The margin is unknown: too many costs are missing.</source>
        <translation>毛利未知：缺的成本太多。</translation>
    </message>
    <message>
        <source>Import a cost list, or look for most sales without a margin floor.</source>
        <translation>请导入成本表，或改找支付金额最多、不设毛利率下限。</translation>
    </message>
    <message>
        <source>Too few orders to judge by; better none for now.</source>
        <translation>订单太少，暂不判断；先不做。</translation>
    </message>
    <message>
        <source>A longer period above holds more of them.</source>
        <translation>在上方选长一些的时间。</translation>
    </message>
    <message>
        <source>{count} ladders tried.</source>
        <translation>共试 {count} 种阶梯。</translation>
    </message>
    <message>
        <source>No ladder pays surely enough: better none.</source>
        <translation>没有一种阶梯稳赚：建议不做。</translation>
    </message>
    <message>
        <source>None is best with a chance of {chance}. {tried}</source>
        <translation>不做最好的可能性 {chance}。{tried}</translation>
    </message>
    <message>
        <source>{ladder} pays in nine of ten draws.</source>
        <translation>{ladder}：十次推演九次更赚。</translation>
    </message>
    <message>
        <source>As a candidate</source>
        <translation>作为候选</translation>
    </message>
    <message>
        <source>Take {ladder} as a candidate</source>
        <translation>把 {ladder} 作为候选</translation>
    </message>
    <message>
        <source>taken</source>
        <translation>已加入</translation>
    </message>
    <message>
        <source>No ladder surely brings more within what is wanted: better none.</source>
        <translation>没有一种阶梯能稳妥地达到目标：建议不做。</translation>
    </message>
    <message>
        <source>{ladder} fits best what is wanted: {aim}</source>
        <translation>{ladder} 最合目标：{aim}</translation>
    </message>
    <message>
        <source>More than none with a chance of {chance}. {tried}</source>
        <translation>比不做更多的可能性 {chance}。{tried}</translation>
    </message>
</context>
</TS>
