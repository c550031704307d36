<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>BidLimits</name>
    <message>
        <source>{value} yuan is below the {low} yuan that {platform} takes</source>
        <translation>{value} 元低于{platform}允许的最低 {low} 元</translation>
    </message>
    <message>
        <source>{value} yuan is above the {high} yuan that {platform} takes</source>
        <translation>{value} 元高于{platform}允许的最高 {high} 元</translation>
    </message>
    <message>
        <source>{platform} takes bids in steps of {low} yuan: {value} lies between</source>
        <translation>{platform}的出价以 {low} 元为一档，{value} 元不在档上</translation>
    </message>
    <message>
        <source>{value} yuan a day is below the {low} yuan that {platform} takes</source>
        <translation>每日 {value} 元低于{platform}允许的最低 {low} 元</translation>
    </message>
    <message>
        <source>every hour is off: pause the campaign in {platform} instead, or keep an hour</source>
        <translation>所有时段都关闭了：请在{platform}直接暂停计划，或至少保留一个时段</translation>
    </message>
</context>
</TS>
