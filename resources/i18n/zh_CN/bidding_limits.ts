<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>BidLimits</name>
    <message>
        <source>every hour is off: pause the campaign in {platform} instead, or keep an hour</source>
        <translation>所有时段都关闭了：请在{platform}直接暂停计划，或至少保留一个时段</translation>
    </message>
    <message>
        <source>a bid of {value} is below the {low} that {platform} takes</source>
        <translation>出价 {value} 低于{platform}允许的最低 {low}</translation>
    </message>
    <message>
        <source>a bid of {value} is above the {high} that {platform} takes</source>
        <translation>出价 {value} 高于{platform}允许的最高 {high}</translation>
    </message>
    <message>
        <source>{platform} takes bids in steps of {low}: {value} lies between</source>
        <translation>{platform}的出价以 {low} 为一档，{value} 不在档上</translation>
    </message>
    <message>
        <source>{value} a day is below the {low} that {platform} takes</source>
        <translation>每日 {value} 低于{platform}允许的最低 {low}</translation>
    </message>
</context>
<context>
    <name>LimitsDialog</name>
    <message>
        <source>Limits</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>{platform}: limits as shipped</source>
        <translation>{platform}：恢复自带规则</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Shipped</source>
        <translation>自带</translation>
    </message>
    <message>
        <source>How it is known</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>In my console</source>
        <translation>我的后台</translation>
    </message>
    <message>
        <source>What your own console takes; empty the cell to go by the shipped limit</source>
        <translation>填你自己后台允许的值；清空则按自带规则</translation>
    </message>
    <message>
        <source>Limits of platforms</source>
        <translation>平台规则</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>平台</translation>
    </message>
    <message>
        <source>All as shipped</source>
        <translation>全部恢复自带</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>shipped limits of {version}</source>
        <translation>自带规则 {version}</translation>
    </message>
    <message>
        <source>yours are from {version}</source>
        <translation>你的修改基于 {version}</translation>
    </message>
    <message>
        <source>{platform}: own limits</source>
        <translation>{platform}：修改规则</translation>
    </message>
    <message>
        <source>“{text}” is no number</source>
        <translation>“{text}”不是数字</translation>
    </message>
    <message>
        <source>{text}: at most two places</source>
        <translation>{text}：最多两位小数</translation>
    </message>
    <message>
        <source>{text}: whole numbers only</source>
        <translation>{text}：只能填整数</translation>
    </message>
    <message>
        <source>a weekday, e.g. {example}</source>
        <translation>请填星期，例如 {example}</translation>
    </message>
    <message>
        <source>set by the shop</source>
        <translation>店铺自填</translation>
    </message>
    <message>
        <source>seen at the platform</source>
        <translation>平台上见过</translation>
    </message>
    <message>
        <source>seen in a tool · please check</source>
        <translation>第三方工具所见 · 请核对</translation>
    </message>
    <message>
        <source>read · please check</source>
        <translation>资料所述 · 请核对</translation>
    </message>
    <message>
        <source>not known for sure · please check</source>
        <translation>未证实 · 请核对</translation>
    </message>
    <message>
        <source>Hours: lowest percent</source>
        <translation>分时折扣：最低</translation>
    </message>
    <message>
        <source>Hours: highest percent</source>
        <translation>分时折扣：最高</translation>
    </message>
    <message>
        <source>Hours: windows a day</source>
        <translation>分时：每天时段数</translation>
    </message>
    <message>
        <source>Weekday that its file calls 0</source>
        <translation>文件里“0”是星期几</translation>
    </message>
    <message>
        <source>Regions: lowest percent</source>
        <translation>地域：最低</translation>
    </message>
    <message>
        <source>Regions: highest percent</source>
        <translation>地域：最高</translation>
    </message>
    <message>
        <source>Audiences: lowest percent</source>
        <translation>人群：最低</translation>
    </message>
    <message>
        <source>Audiences: highest percent</source>
        <translation>人群：最高</translation>
    </message>
    <message>
        <source>Placements: highest percent</source>
        <translation>广告位：最高</translation>
    </message>
    <message>
        <source>This limit can&apos;t be: a percent, bid or budget lies above 0.</source>
        <translation>这个限额不成立：百分比、出价和预算都应大于 0。</translation>
    </message>
    <message>
        <source>The lowest would lie above the highest.</source>
        <translation>最低值不能高于最高值。</translation>
    </message>
    <message>
        <source>100 % must stay possible: it means that nothing is changed.</source>
        <translation>必须允许 100%：它表示不变。</translation>
    </message>
    <message>
        <source>Platforms change their limits, and not every one was seen at the platform itself: compare those marked “please check” with your console, and type what it takes. Plans and files follow at once. Bids and budgets are in yuan, of accounts abroad in their own currency.</source>
        <translation>平台会调整限额，自带的规则并非都在平台上核实过：标“请核对”的请对照你的后台，填入实际允许的值，计划与导出文件立即按它执行。出价和预算以元计，境外账户以账户币种计。</translation>
    </message>
    <message>
        <source>Bid: least</source>
        <translation>出价：最低</translation>
    </message>
    <message>
        <source>Bid: most</source>
        <translation>出价：最高</translation>
    </message>
    <message>
        <source>Bid: step</source>
        <translation>出价：最小档</translation>
    </message>
    <message>
        <source>Daily budget: least</source>
        <translation>日预算：最低</translation>
    </message>
</context>
</TS>
