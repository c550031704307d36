<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>VersionKeeper</name>
    <message>
        <source>keep {version}</source>
        <translation>保存{version}</translation>
    </message>
    <message>
        <source>back to {version}</source>
        <translation>恢复到{version}</translation>
    </message>
    <message>
        <source>name {version}</source>
        <translation>命名{version}</translation>
    </message>
    <message>
        <source>remove {version}</source>
        <translation>删除{version}</translation>
    </message>
</context>
<context>
    <name>VersionList</name>
    <message>
        <source>Draft</source>
        <translation>草稿</translation>
    </message>
    <message>
        <source>Draft: as it runs</source>
        <translation>草稿</translation>
    </message>
    <message>
        <source>Keep as a version…</source>
        <translation>存为版本…</translation>
    </message>
    <message>
        <source>See what differs from what runs</source>
        <translation>查看与在投的差别</translation>
    </message>
    <message>
        <source>Compare with the draft</source>
        <translation>与草稿比较</translation>
    </message>
    <message>
        <source>Put back into the plan</source>
        <translation>恢复到计划</translation>
    </message>
    <message>
        <source>Name…</source>
        <translation>命名…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>not exported</source>
        <translation>已改 · 未导出</translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation>与在投一致</translation>
    </message>
    <message>
        <source>Keep as a version</source>
        <translation>存为版本</translation>
    </message>
    <message>
        <source>Name (may stay empty)</source>
        <translation>名称（可不填）</translation>
    </message>
    <message>
        <source>Name the version</source>
        <translation>给版本命名</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Keep…</source>
        <translation>存为版本…</translation>
    </message>
    <message>
        <source>Keep the plan as it stands under a number and a name</source>
        <translation>把计划现在的样子编号存下</translation>
    </message>
    <message>
        <source>Compare two</source>
        <translation>比较两版</translation>
    </message>
    <message>
        <source>Select two entries with Ctrl, or none for the newest version and the draft</source>
        <translation>按住 Ctrl 选两条；不选则比较最新一版与草稿</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>版本</translation>
    </message>
</context>
<context>
    <name>Versions</name>
    <message>
        <source>{name} {day}</source>
        <translation>{name} {day}</translation>
    </message>
    <message>
        <source>Version {number} {day}</source>
        <translation>第 {number} 版 {day}</translation>
    </message>
    <message>
        <source>review: {verdict}</source>
        <translation>复盘：{verdict}</translation>
    </message>
    <message>
        <source>running</source>
        <translation>在投</translation>
    </message>
    <message>
        <source>ran before</source>
        <translation>投放过</translation>
    </message>
    <message>
        <source>kept</source>
        <translation>未导出</translation>
    </message>
    <message>
        <source>Version {number}, kept on {day}</source>
        <translation>第 {number} 版，{day} 保存</translation>
    </message>
    <message>
        <source>exported on {day}</source>
        <translation>{day} 导出</translation>
    </message>
    <message>
        <source>{count} {count:day|days} ago</source>
        <translation>{count} 天前</translation>
    </message>
    <message>
        <source>better</source>
        <translation>更好</translation>
    </message>
    <message>
        <source>worse</source>
        <translation>更差</translation>
    </message>
    <message>
        <source>can&apos;t tell yet</source>
        <translation>还看不出来</translation>
    </message>
    <message>
        <source>too early</source>
        <translation>太早</translation>
    </message>
    <message>
        <source>too few orders</source>
        <translation>单太少</translation>
    </message>
    <message>
        <source>nothing before</source>
        <translation>没有对照</translation>
    </message>
    <message>
        <source>no report</source>
        <translation>没有报表</translation>
    </message>
</context>
</TS>
