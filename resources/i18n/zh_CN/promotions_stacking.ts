<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>FloorPanel</name>
    <message>
        <source>Lowest prices by article · yuan</source>
        <translation>各商品底价 · 元</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>售价</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>成本</translation>
    </message>
    <message>
        <source>By the rule</source>
        <translation>按规则</translation>
    </message>
    <message>
        <source>Own price</source>
        <translation>自定底价</translation>
    </message>
    <message>
        <source>Stands in place of the rule; empty takes it back</source>
        <translation>代替规则；清空则恢复按规则</translation>
    </message>
    <message>
        <source>Holds</source>
        <translation>生效</translation>
    </message>
    <message>
        <source>No articles are known yet: import a cost list or order lines.</source>
        <translation>还没有商品：请导入成本表或宝贝报表。</translation>
    </message>
    <message>
        <source>{missing} of {count} articles have no cost, so the rule gives them no lowest price: import a cost list, or write their own price below.</source>
        <translation>{count} 个商品中 {missing} 个没有成本，规则给不出底价：请导入成本表，或在下面填自定底价。</translation>
    </message>
    <message>
        <source>No article is sold below</source>
        <translation>任何商品不低于</translation>
    </message>
    <message>
        <source>Rule of the lowest prices</source>
        <translation>底价规则</translation>
    </message>
    <message>
        <source>Least margin of the price</source>
        <translation>最低毛利率</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>不限</translation>
    </message>
    <message>
        <source>its cost</source>
        <translation>成本</translation>
    </message>
    <message>
        <source>its cost and a margin of</source>
        <translation>成本加毛利率</translation>
    </message>
    <message>
        <source>Discounts stop there: the rest goes to other lines of the order, and what couldn&apos;t be given is told. The margin is a share of the price.</source>
        <translation>优惠到此为止：余下的分摊到同单其他商品，给不出去的会说明。毛利率按售价计。</translation>
    </message>
    <message>
        <source>Import a cost list…</source>
        <translation>导入成本表…</translation>
    </message>
</context>
<context>
    <name>PairMatrix</name>
    <message>
        <source>✓ together</source>
        <translation>✓ 可叠加</translation>
    </message>
    <message>
        <source>✕ apart</source>
        <translation>✕ 不叠加</translation>
    </message>
    <message>
        <source>{text} · check</source>
        <translation>{text} · 请核对</translation>
    </message>
    <message>
        <source>{known} Click to switch.</source>
        <translation>{known}点击切换。</translation>
    </message>
</context>
<context>
    <name>RulesButton</name>
    <message>
        <source>Stages, what may be combined, rounding, and the lowest prices of the shop</source>
        <translation>各层、能否叠加、尾差，以及店铺的底价</translation>
    </message>
    <message>
        <source>Rules…</source>
        <translation>叠加规则…</translation>
    </message>
</context>
<context>
    <name>RulesDialog</name>
    <message>
        <source>{count} {count:rule|rules} to check</source>
        <translation>{count} 条规则请核对</translation>
    </message>
    <message>
        <source>Offers are worked out stage by stage, from the top. Rows marked please check come from general knowledge: hold them against the rules of your console, then tick them.</source>
        <translation>优惠自上而下逐层计算。标「请核对」的行来自一般知识：请对照后台规则，核对后点一下。</translation>
    </message>
    <message>
        <source>To the fen: what happens to halves and rests, and which of two equal offers counts.</source>
        <translation>精确到分：半分和余数怎么处理，优惠相同时用哪一个。</translation>
    </message>
    <message>
        <source>Lowest prices hold in the test cart, in the replay and in the checks.</source>
        <translation>底价在购物车试算、回放和检查里都生效。</translation>
    </message>
    <message>
        <source>Stacking rules of {platform} and lowest prices</source>
        <translation>{platform} 的叠加规则与底价</translation>
    </message>
    <message>
        <source>Stages</source>
        <translation>层与叠加</translation>
    </message>
    <message>
        <source>Rounding and ties</source>
        <translation>尾差与并列</translation>
    </message>
    <message>
        <source>Lowest prices</source>
        <translation>底价</translation>
    </message>
    <message>
        <source>On one order together?</source>
        <translation>同一订单能否叠加</translation>
    </message>
    <message>
        <source>All pairs are checked</source>
        <translation>全部已核对</translation>
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
        <translation>恢复出厂规则</translation>
    </message>
    <message>
        <source>Take the stacking rules back to those that came with the program</source>
        <translation>把叠加规则恢复为程序自带的</translation>
    </message>
    <message>
        <source>Rules of {platform}</source>
        <translation>{platform} 的规则</translation>
    </message>
</context>
<context>
    <name>SettlingForm</name>
    <message>
        <source>10 yuan off three lines of 10 yuan: {parts}</source>
        <translation>三行各 10 元、共减 10 元：{parts}</translation>
    </message>
    <message>
        <source>Percentages are rounded</source>
        <translation>折扣取整</translation>
    </message>
    <message>
        <source>The odd fen goes to</source>
        <translation>尾差（余下的分）归</translation>
    </message>
    <message>
        <source>Most steps of a ladder</source>
        <translation>阶梯最多档数</translation>
    </message>
    <message>
        <source>Between equal offers decides</source>
        <translation>优惠相同时依次看</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>不限</translation>
    </message>
    <message>
        <source>None of this could be read at a marketplace: please check it on a bill of your own. Shares of lines always sum to the whole, and a refund gives back a line&apos;s own share.</source>
        <translation>这些都没能在电商平台上查到：请用自己的一笔账单核对。各行分摊之和总等于整单，退款只退该行自己的分摊。</translation>
    </message>
</context>
<context>
    <name>StackingRules</name>
    <message>
        <source>best one of the order</source>
        <translation>整单取最优一个</translation>
    </message>
    <message>
        <source>best for each unit</source>
        <translation>每件取最优</translation>
    </message>
    <message>
        <source>all count</source>
        <translation>全部生效</translation>
    </message>
    <message>
        <source>item price (parallel)</source>
        <translation>商品价（平行）</translation>
    </message>
    <message>
        <source>what is left (in turn)</source>
        <translation>余额（递进）</translation>
    </message>
    <message>
        <source>half a fen up</source>
        <translation>四舍五入</translation>
    </message>
    <message>
        <source>half a fen down</source>
        <translation>五舍六入</translation>
    </message>
    <message>
        <source>always down</source>
        <translation>只舍不入</translation>
    </message>
    <message>
        <source>the last line</source>
        <translation>最后一行</translation>
    </message>
    <message>
        <source>the first lines</source>
        <translation>前几行</translation>
    </message>
    <message>
        <source>the lines with the largest remainder</source>
        <translation>余数最大的行</translation>
    </message>
    <message>
        <source>each rounded half up, the rest in the last line</source>
        <translation>各行四舍五入，余数归最后一行</translation>
    </message>
    <message>
        <source>each rounded half down, the rest in the first lines</source>
        <translation>各行五舍六入，余数归前几行</translation>
    </message>
    <message>
        <source>nothing more</source>
        <translation>不再比较</translation>
    </message>
    <message>
        <source>the higher face value</source>
        <translation>面额高的</translation>
    </message>
    <message>
        <source>the higher threshold</source>
        <translation>门槛高的</translation>
    </message>
    <message>
        <source>Seen at the platform itself.</source>
        <translation>在平台上见过。</translation>
    </message>
    <message>
        <source>Read in published program text, not at the platform.</source>
        <translation>见于公开的程序代码，未在平台核实。</translation>
    </message>
    <message>
        <source>Told on other people&apos;s pages, not at the platform.</source>
        <translation>见于他人文章，未在平台核实。</translation>
    </message>
    <message>
        <source>General knowledge, checked nowhere.</source>
        <translation>一般知识，未经核实。</translation>
    </message>
    <message>
        <source>Set or checked by your shop.</source>
        <translation>由本店设定或核对。</translation>
    </message>
    <message>
        <source>equal ones pooled</source>
        <translation>同门槛合并计算</translation>
    </message>
    <message>
        <source>the first to end</source>
        <translation>先到期的</translation>
    </message>
    <message>
        <source>the first made</source>
        <translation>先创建的</translation>
    </message>
</context>
<context>
    <name>StageTable</name>
    <message>
        <source>no tool</source>
        <translation>没有工具</translation>
    </message>
    <message>
        <source>{kinds}. Click to move tools here.</source>
        <translation>{kinds}。点击可把工具移到这一层。</translation>
    </message>
    <message>
        <source>✓ checked</source>
        <translation>✓ 已核对</translation>
    </message>
    <message>
        <source>please check</source>
        <translation>请核对</translation>
    </message>
    <message>
        <source>{stage} earlier</source>
        <translation>{stage} 提前</translation>
    </message>
    <message>
        <source>{stage} later</source>
        <translation>{stage} 推后</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>顺序</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>层</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>工具</translation>
    </message>
    <message>
        <source>Among them</source>
        <translation>同层规则</translation>
    </message>
    <message>
        <source>Thresholds look at</source>
        <translation>门槛按</translation>
    </message>
    <message>
        <source>Shop pays</source>
        <translation>店铺承担</translation>
    </message>
    <message>
        <source>Lowers the base</source>
        <translation>降低后层门槛价</translation>
    </message>
    <message>
        <source>Checked?</source>
        <translation>是否核对</translation>
    </message>
    <message>
        <source>For new offers; each offer can say otherwise in its form</source>
        <translation>用于新建的优惠；每个优惠可在表单里另设</translation>
    </message>
    <message>
        <source>The shop&apos;s share of new offers; the platform bears the rest</source>
        <translation>新建优惠里店铺承担的比例；其余由平台承担</translation>
    </message>
    <message>
        <source>Thresholds of later stages see the price less these offers, as after a red packet</source>
        <translation>后面各层的门槛按减去这些优惠后的价格算，如店铺红包</translation>
    </message>
    <message>
        <source>Name of stage {number}</source>
        <translation>第 {number} 层的名称</translation>
    </message>
    <message>
        <source>Remove {stage}</source>
        <translation>删除{stage}</translation>
    </message>
    <message>
        <source>Takes the stage out; its tools go into the one before</source>
        <translation>删除这一层；它的工具并入上一层</translation>
    </message>
    <message>
        <source>＋ stage</source>
        <translation>＋ 加一层</translation>
    </message>
    <message>
        <source>Stage {number}</source>
        <translation>第 {number} 层</translation>
    </message>
</context>
</TS>
