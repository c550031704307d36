<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Canvas</name>
    <message>
        <source>Copy picture</source>
        <translation>复制图片</translation>
    </message>
    <message>
        <source>Save picture…</source>
        <translation>保存图片…</translation>
    </message>
    <message>
        <source>Copy as table</source>
        <translation>复制为表格</translation>
    </message>
    <message>
        <source>Show as table</source>
        <translation>以表格显示</translation>
    </message>
    <message>
        <source>Save picture</source>
        <translation>保存图片</translation>
    </message>
    <message>
        <source>PNG picture (*.png)</source>
        <translation>PNG 图片 (*.png)</translation>
    </message>
    <message>
        <source>Chart</source>
        <translation>图表</translation>
    </message>
    <message>
        <source>The picture could not be written to {file}. Choose another folder or name.</source>
        <translation>图片无法写入 {file}。请换一个文件夹或文件名。</translation>
    </message>
</context>
<context>
    <name>ChartActions</name>
    <message>
        <source>Table</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>Show the figures of the chart as a table</source>
        <translation>用表格显示图中的数字</translation>
    </message>
    <message>
        <source>PNG</source>
        <translation>PNG</translation>
    </message>
    <message>
        <source>Save the chart as a picture at twice its size</source>
        <translation>把图表存为两倍大小的图片</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy the chart as a picture</source>
        <translation>把图表复制为图片</translation>
    </message>
</context>
<context>
    <name>Charts</name>
    <message>
        <source>Mon</source>
        <translation>周一</translation>
    </message>
    <message>
        <source>Tue</source>
        <translation>周二</translation>
    </message>
    <message>
        <source>Wed</source>
        <translation>周三</translation>
    </message>
    <message>
        <source>Thu</source>
        <translation>周四</translation>
    </message>
    <message>
        <source>Fri</source>
        <translation>周五</translation>
    </message>
    <message>
        <source>Sat</source>
        <translation>周六</translation>
    </message>
    <message>
        <source>Sun</source>
        <translation>周日</translation>
    </message>
    <message>
        <source>no data {days}</source>
        <translation>缺 {days}</translation>
    </message>
</context>
<context>
    <name>DayChart</name>
    <message>
        <source>Day</source>
        <translation>日</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>周</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>月</translation>
    </message>
    <message>
        <source>Weekend</source>
        <translation>周末</translation>
    </message>
    <message>
        <source>Weeks overlaid</source>
        <translation>周叠加</translation>
    </message>
</context>
<context>
    <name>DayPlot</name>
    <message>
        <source>Alert {number}</source>
        <translation>预警 {number}</translation>
    </message>
    <message>
        <source>No data in this period</source>
        <translation>这段时间没有数据</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>{name}, lower end</source>
        <translation>{name} 下限</translation>
    </message>
    <message>
        <source>{name}, upper end</source>
        <translation>{name} 上限</translation>
    </message>
    <message>
        <source>Show the whole period</source>
        <translation>显示全部时间</translation>
    </message>
    <message>
        <source>Left and right move along the days, plus and minus zoom</source>
        <translation>左右键逐日移动，加减键缩放</translation>
    </message>
    <message>
        <source>no data</source>
        <translation>没有数据</translation>
    </message>
    <message>
        <source>Weekday</source>
        <translation>星期</translation>
    </message>
</context>
<context>
    <name>Funnel</name>
    <message>
        <source>Step</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人数</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>对比期</translation>
    </message>
    <message>
        <source>Of the step above</source>
        <translation>占上一步</translation>
    </message>
    <message>
        <source>Of the step above, before</source>
        <translation>占上一步（对比期）</translation>
    </message>
    <message>
        <source>Change in points</source>
        <translation>变化（百分点）</translation>
    </message>
    <message>
        <source>Chance</source>
        <translation>是否偶然</translation>
    </message>
    <message>
        <source>{share} of the step above</source>
        <translation>占上一步 {share}</translation>
    </message>
    <message>
        <source>no data</source>
        <translation>没有数据</translation>
    </message>
</context>
<context>
    <name>HeatGrid</name>
    <message>
        <source>Week grid: days down, hours across</source>
        <translation>一周分时表：行为星期，列为钟点</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>粘贴</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>还原</translation>
    </message>
    <message>
        <source>Copy picture</source>
        <translation>复制图片</translation>
    </message>
    <message>
        <source>Copy as table</source>
        <translation>复制为表格</translation>
    </message>
    <message>
        <source>Cut</source>
        <translation>剪切</translation>
    </message>
    <message>
        <source>Fill down</source>
        <translation>向下填充</translation>
    </message>
    <message>
        <source>Fill right</source>
        <translation>向右填充</translation>
    </message>
</context>
<context>
    <name>HeatLegend</name>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
</context>
<context>
    <name>HeatModel</name>
    <message>
        <source>off</source>
        <translation>关</translation>
    </message>
    <message>
        <source>few data</source>
        <translation>数据少</translation>
    </message>
    <message>
        <source>Weekday</source>
        <translation>星期</translation>
    </message>
    <message>
        <source>{span} in steps of {step}</source>
        <translation>{span}，每 {step} 一档</translation>
    </message>
    <message>
        <source>whole numbers {span}</source>
        <translation>整数 {span}</translation>
    </message>
    <message>
        <source>, or 0 for off</source>
        <translation>，或 0 表示关</translation>
    </message>
    <message>
        <source>{cell}: allowed are {allowed}</source>
        <translation>{cell}：可填{allowed}</translation>
    </message>
    <message>
        <source>{count} {count:cell was|cells were} not changed, first {cell}: allowed are {allowed}</source>
        <translation>{count} 格未改，第一处 {cell}：可填{allowed}</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>已改</translation>
    </message>
    <message>
        <source>beyond the limits</source>
        <translation>超出限制</translation>
    </message>
</context>
<context>
    <name>HeatOperations</name>
    <message>
        <source>The two halves of some hours differ: show half hours first, then paste.</source>
        <translation>有的小时前后半小时不同：请先显示半小时，再粘贴。</translation>
    </message>
    <message>
        <source>{count} {count:cell|cells} did not fit into the week and {count:was|were} left out</source>
        <translation>{count} 格超出一周的范围，没有粘贴</translation>
    </message>
</context>
<context>
    <name>Histogram</name>
    <message>
        <source>From – to</source>
        <translation>区间</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>Arriving</source>
        <translation>移入</translation>
    </message>
    <message>
        <source>Leaving</source>
        <translation>移出</translation>
    </message>
    <message>
        <source>{count} {count:value|values}</source>
        <translation>{count} 个值</translation>
    </message>
    <message>
        <source>line {label} at {value}, {count} {count:value reaches|values reach} it; left and right move it</source>
        <translation>{label}，位于 {value}，{count} 个值达到；左右键移动</translation>
    </message>
</context>
<context>
    <name>IntervalBar</name>
    <message>
        <source>Lower end of the 80 % interval</source>
        <translation>80 % 区间下限</translation>
    </message>
    <message>
        <source>Median</source>
        <translation>中位数</translation>
    </message>
    <message>
        <source>Upper end of the 80 % interval</source>
        <translation>80 % 区间上限</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Break-even</source>
        <translation>保本</translation>
    </message>
    <message>
        <source>not known yet</source>
        <translation>还看不出来</translation>
    </message>
    <message>
        <source>median {median}, 80 % interval {low} to {high}, {line} {threshold}</source>
        <translation>中位数 {median}，80 % 区间 {low} 至 {high}，{line} {threshold}</translation>
    </message>
</context>
<context>
    <name>Scatter</name>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>组</translation>
    </message>
    <message>
        <source>80 % interval from</source>
        <translation>80 % 区间从</translation>
    </message>
    <message>
        <source>80 % interval to</source>
        <translation>80 % 区间到</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>80 % interval {low} – {high}</source>
        <translation>80 % 区间 {low} – {high}</translation>
    </message>
    <message>
        <source>{count} without a place on these axes</source>
        <translation>{count} 个在此坐标上没有位置</translation>
    </message>
    <message>
        <source>{count} {count:point|points}</source>
        <translation>{count} 个点</translation>
    </message>
    <message>
        <source>{drawn} of {count} drawn: those on top of one another once</source>
        <translation>画出 {drawn} / {count}：重叠的只画一次</translation>
    </message>
</context>
<context>
    <name>Sparkline</name>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>no data</source>
        <translation>没有数据</translation>
    </message>
    <message>
        <source>{count} {count:value|values}, lowest {low}, highest {high}, last {last}</source>
        <translation>{count} 个值，最低 {low}，最高 {high}，最后 {last}</translation>
    </message>
</context>
<context>
    <name>TableTwinDialog</name>
    <message>
        <source>Table of the chart</source>
        <translation>图表数据</translation>
    </message>
    <message>
        <source>Copy table</source>
        <translation>复制表格</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>TileMap</name>
    <message>
        <source>few data</source>
        <translation>数据少</translation>
    </message>
    <message>
        <source>group {name}</source>
        <translation>{name} 组</translation>
    </message>
    <message>
        <source>selected</source>
        <translation>已选</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>地区</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>组</translation>
    </message>
    <message>
        <source>Map of the provincial regions</source>
        <translation>省级地区图</translation>
    </message>
    <message>
        <source>off</source>
        <translation>关</translation>
    </message>
    <message>
        <source>{count} selected</source>
        <translation>已选 {count} 个</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>已改</translation>
    </message>
</context>
<context>
    <name>Waterfall</name>
    <message>
        <source>Step</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>Value or change</source>
        <translation>值或变化</translation>
    </message>
    <message>
        <source>80 % from</source>
        <translation>80 % 下限</translation>
    </message>
    <message>
        <source>80 % to</source>
        <translation>80 % 上限</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>80 % interval {low} … {high}</source>
        <translation>80 % 区间 {low} … {high}</translation>
    </message>
    <message>
        <source>nothing to show</source>
        <translation>没有可显示的内容</translation>
    </message>
    <message>
        <source>{place} of {count}: {words}</source>
        <translation>第 {place} 项，共 {count} 项：{words}</translation>
    </message>
</context>
</TS>
