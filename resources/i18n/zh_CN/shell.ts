<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About ShopDesk</source>
        <translation>关于店铺参谋台</translation>
    </message>
    <message>
        <source>ShopDesk</source>
        <translation>店铺参谋台 ShopDesk</translation>
    </message>
    <message>
        <source>Version {version}</source>
        <translation>版本 {version}</translation>
    </message>
    <message>
        <source>ShopDesk never uses the network: no call, no account, no statistics. Your figures stay on this computer. Names, phones and addresses in order files are dropped while reading; of a buyer only a scrambled number is kept, to recognise repeat orders.</source>
        <translation>店铺参谋台从不联网：不调用任何网络、不要账号、不做统计，数据只留在这台电脑上。订单里的姓名、电话、地址在读取时就丢弃；买家只留一个打乱的编号，用来认出复购。</translation>
    </message>
    <message>
        <source>Copy version details</source>
        <translation>复制版本信息</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Shops</source>
        <translation>店铺</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>备份</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Open the folder: {name}</source>
        <translation>打开文件夹：{name}</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>&amp;Undo {step}</source>
        <translation>撤销 {step}(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Redo {step}</source>
        <translation>重做 {step}(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Import files…</source>
        <translation>导入文件(&amp;I)…</translation>
    </message>
    <message>
        <source>Import a &amp;folder…</source>
        <translation>导入文件夹(&amp;F)…</translation>
    </message>
    <message>
        <source>Import &amp;copied files</source>
        <translation>导入已复制的文件(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;New shop…</source>
        <translation>新建店铺(&amp;N)…</translation>
    </message>
    <message>
        <source>&amp;Open a shop…</source>
        <translation>打开店铺(&amp;O)…</translation>
    </message>
    <message>
        <source>Open the &amp;sample shop</source>
        <translation>打开样例店铺(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Remove the sample data</source>
        <translation>移除样例数据(&amp;R)</translation>
    </message>
    <message>
        <source>Sa&amp;ve a copy…</source>
        <translation>另存副本(&amp;V)…</translation>
    </message>
    <message>
        <source>Restore a &amp;backup…</source>
        <translation>恢复备份(&amp;B)…</translation>
    </message>
    <message>
        <source>E&amp;xit</source>
        <translation>退出(&amp;X)</translation>
    </message>
    <message>
        <source>&amp;Find…</source>
        <translation>查找(&amp;F)…</translation>
    </message>
    <message>
        <source>Import &amp;history…</source>
        <translation>导入历史(&amp;H)…</translation>
    </message>
    <message>
        <source>&amp;Back up now</source>
        <translation>立即备份并检查(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Settings…</source>
        <translation>设置(&amp;S)…</translation>
    </message>
    <message>
        <source>&amp;Dashboard</source>
        <translation>经营看板(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Keywords</source>
        <translation>关键词库(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Bids</source>
        <translation>出价计划(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Offers</source>
        <translation>优惠设计(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Earlier period</source>
        <translation>上一段日期(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Later period</source>
        <translation>下一段日期(&amp;L)</translation>
    </message>
    <message>
        <source>Follow the &amp;system</source>
        <translation>跟随系统(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>浅色(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>深色(&amp;D)</translation>
    </message>
    <message>
        <source>Language of the &amp;system</source>
        <translation>跟随系统(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Red is up, green is down</source>
        <translation>红涨绿跌(&amp;R)</translation>
    </message>
    <message>
        <source>F&amp;ull screen</source>
        <translation>全屏(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;What to export, and where…</source>
        <translation>导出哪些表、在哪里导出(&amp;W)…</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts…</source>
        <translation>快捷键(&amp;K)…</translation>
    </message>
    <message>
        <source>Open the &amp;data folder</source>
        <translation>打开数据文件夹(&amp;D)</translation>
    </message>
    <message>
        <source>Open the &amp;backup folder</source>
        <translation>打开备份文件夹(&amp;B)</translation>
    </message>
    <message>
        <source>Open the &amp;log folder</source>
        <translation>打开日志文件夹(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Licences…</source>
        <translation>许可(&amp;L)…</translation>
    </message>
    <message>
        <source>&amp;About ShopDesk…</source>
        <translation>关于店铺参谋台(&amp;A)…</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Tools</source>
        <translation>工具(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>R&amp;ecent shops</source>
        <translation>最近的店铺(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Look</source>
        <translation>外观(&amp;L)</translation>
    </message>
    <message>
        <source>Lan&amp;guage</source>
        <translation>语言(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Check the shop file</source>
        <translation>检查文件(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Undo history</source>
        <translation>撤销记录(&amp;U)</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>剪切(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>粘贴(&amp;P)</translation>
    </message>
    <message>
        <source>C&amp;lear</source>
        <translation>清除内容(&amp;L)</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>全选(&amp;A)</translation>
    </message>
    <message>
        <source>Fill &amp;down</source>
        <translation>向下填充(&amp;D)</translation>
    </message>
    <message>
        <source>R&amp;eplace…</source>
        <translation>替换(&amp;E)…</translation>
    </message>
</context>
<context>
    <name>BackupsDialog</name>
    <message>
        <source>Restore a backup</source>
        <translation>恢复备份</translation>
    </message>
    <message>
        <source>The shop becomes as it was then. Its present state is backed up first, so you can come back.</source>
        <translation>店铺会回到当时的样子。现在的状态会先备份，随时可以回来。</translation>
    </message>
    <message>
        <source>There is no backup yet: one is made before each import and once a day.</source>
        <translation>还没有备份：每次导入前和每天会各备份一次。</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Restore this backup</source>
        <translation>恢复这个备份</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>ComparisonPicker</name>
    <message>
        <source>period before</source>
        <translation>前一段</translation>
    </message>
    <message>
        <source>the {count} weeks before</source>
        <translation>前 {count} 周</translation>
    </message>
    <message>
        <source>same weekdays before</source>
        <translation>上周同日</translation>
    </message>
    <message>
        <source>a year before</source>
        <translation>去年同期</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Against {base}</source>
        <translation>对比 {base}</translation>
    </message>
    <message>
        <source>same weekdays a year before</source>
        <translation>去年同星期</translation>
    </message>
    <message>
        <source>same lunar days a year before</source>
        <translation>去年农历同日</translation>
    </message>
    <message>
        <source>same campaign days a year before</source>
        <translation>去年同一活动日</translation>
    </message>
    <message>
        <source>{campaign} a year before</source>
        <translation>去年{campaign}同期</translation>
    </message>
</context>
<context>
    <name>CrashDialog</name>
    <message>
        <source>Something failed</source>
        <translation>出错了</translation>
    </message>
    <message>
        <source>ShopDesk met an error it did not expect.</source>
        <translation>店铺参谋台遇到了意外的错误。</translation>
    </message>
    <message>
        <source>Your work is saved: every change is stored at once. You can go on; if something looks wrong, close and open the window again. Nothing is sent anywhere: copy the details if you want to report them.</source>
        <translation>你的工作已经保存：每次改动都立即存盘。可以继续使用；如果看着不对，关掉窗口再打开。不会向任何地方发送内容：想反馈时请复制详情。</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
</context>
<context>
    <name>ExportGuideDialog</name>
    <message>
        <source>What to export, and where</source>
        <translation>导出哪些表、在哪里导出</translation>
    </message>
    <message>
        <source>Drop the files as they were downloaded. Do not open and save them in Excel first: it changes long numbers and drops leading zeros. Overlapping exports are fine, nothing is counted twice.</source>
        <translation>下载后直接拖进来，不要先用 Excel 打开再保存：它会改坏长编号、丢掉开头的 0。日期重叠没关系，不会重复计算。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Dashboard</source>
        <translation>经营看板</translation>
    </message>
    <message>
        <source>Keywords</source>
        <translation>关键词库</translation>
    </message>
    <message>
        <source>Bids</source>
        <translation>出价计划</translation>
    </message>
    <message>
        <source>Offers</source>
        <translation>优惠设计</translation>
    </message>
</context>
<context>
    <name>FileTableModel</name>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Recognised as</source>
        <translation>认出是</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Used in</source>
        <translation>用在</translation>
    </message>
    <message>
        <source>not recognised: map it</source>
        <translation>认不出，请对列</translation>
    </message>
</context>
<context>
    <name>FindBox</name>
    <message>
        <source>Find  {keys}</source>
        <translation>查找  {keys}</translation>
    </message>
    <message>
        <source>Find in the table</source>
        <translation>在表格中查找</translation>
    </message>
</context>
<context>
    <name>FirstRunPage</name>
    <message>
        <source>Where do you want to start?</source>
        <translation>从哪里开始？</translation>
    </message>
    <message>
        <source>Drop the tables that your consoles export and see how yesterday went, what each word is worth, how to bid and which offers pay. All offline: the data stays on this computer.</source>
        <translation>把后台导出的表拖进来，就能看见昨天怎么样、哪个词值多少、怎么出价、怎么优惠。全程离线，数据只在这台电脑上。</translation>
    </message>
    <message>
        <source>Import my files</source>
        <translation>导入我的文件</translation>
    </message>
    <message>
        <source>Drop files, folders or zips anywhere on the window, or choose them. xlsx, xls and csv all work; you see a preview first, and an import can be undone.</source>
        <translation>把文件、文件夹或 zip 拖到窗口任何地方，也可以点按钮选。xlsx、xls、csv 都行，先预览再导入，导错可撤销。</translation>
    </message>
    <message>
        <source>Choose files…</source>
        <translation>选择文件…</translation>
    </message>
    <message>
        <source>Open the sample shop</source>
        <translation>打开样例店铺</translation>
    </message>
    <message>
        <source>An invented nut shop: 60 items, 300 words, 6,000 orders. It is always marked as a sample, can be removed with one click and never mixes with your data.</source>
        <translation>一家虚构的坚果店：60 款商品、300 个词、6,000 单。样例会一直标着“样例”，随时一键移除，不和你的数据混在一起。</translation>
    </message>
    <message>
        <source>Start empty</source>
        <translation>空白开始</translation>
    </message>
    <message>
        <source>Look around first, enter words, plans or offers by hand; import whenever you like.</source>
        <translation>先看看界面，手工录入词、计划或优惠；以后随时再导入。</translation>
    </message>
    <message>
        <source>What to export</source>
        <translation>导出哪些表</translation>
    </message>
    <message>
        <source>One kind is enough to begin; add the rest later</source>
        <translation>有一种就能用一部分，缺的以后再补</translation>
    </message>
    <message>
        <source>How to export each</source>
        <translation>每种表怎么导出</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>表</translation>
    </message>
    <message>
        <source>Export it from</source>
        <translation>从哪里导出</translation>
    </message>
    <message>
        <source>What you see</source>
        <translation>能看出</translation>
    </message>
    <message>
        <source>Dashboard</source>
        <translation>看板</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>词库</translation>
    </message>
    <message>
        <source>Bids</source>
        <translation>出价</translation>
    </message>
    <message>
        <source>Offers</source>
        <translation>优惠</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>有用</translation>
    </message>
    <message>
        <source>Drop files here</source>
        <translation>把文件拖到这里</translation>
    </message>
    <message>
        <source>or anywhere on the window; or paste them (Ctrl+V)</source>
        <translation>或窗口任何地方；也可以粘贴（Ctrl+V）</translation>
    </message>
    <message>
        <source>Recognise</source>
        <translation>认出</translation>
    </message>
    <message>
        <source>which report of which console, from which day to which</source>
        <translation>是哪个后台的哪种表，日期从哪天到哪天</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>which row has a problem and why; you decide</source>
        <translation>有问题的行说明在第几行、为什么，由你定</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>one click in, one click back; your files stay as they are</source>
        <translation>一次导入、一次撤销，原文件不动</translation>
    </message>
    <message>
        <source>Watch a folder for new exports</source>
        <translation>监视一个文件夹，有新导出时提醒我</translation>
    </message>
    <message>
        <source>(off by default)</source>
        <translation>（默认关）</translation>
    </message>
    <message>
        <source>Choose folder…</source>
        <translation>选文件夹…</translation>
    </message>
    <message>
        <source>Never online</source>
        <translation>从不联网</translation>
    </message>
    <message>
        <source>Data folder</source>
        <translation>数据位置</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>更改…</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>Colours of change</source>
        <translation>涨跌颜色</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>▲ red up   ▼ green down</source>
        <translation>▲ 红涨   ▼ 绿跌</translation>
    </message>
    <message>
        <source>▲ green up   ▼ red down</source>
        <translation>▲ 绿涨   ▼ 红跌</translation>
    </message>
</context>
<context>
    <name>Formats</name>
    <message>
        <source>{points} pp</source>
        <translation>{points} 个百分点</translation>
    </message>
    <message>
        <source>yuan</source>
        <translation>元</translation>
    </message>
    <message>
        <source>people</source>
        <translation>人</translation>
    </message>
    <message>
        <source>seconds</source>
        <translation>秒</translation>
    </message>
</context>
<context>
    <name>HistoryDialog</name>
    <message>
        <source>Import history</source>
        <translation>导入历史</translation>
    </message>
    <message>
        <source>Taking an import back restores the figures as if it had never been made. Nothing is deleted.</source>
        <translation>收回一次导入后，数字就像从没导入过一样；不会删除任何东西。</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>认出是</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>拒收</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Put in again</source>
        <translation>重新放入</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>{time}   {count} {count:table|tables}</source>
        <translation>{time}   {count} 张表</translation>
    </message>
    <message>
        <source>counts</source>
        <translation>计入</translation>
    </message>
    <message>
        <source>taken back</source>
        <translation>已收回</translation>
    </message>
    <message>
        <source>{state} (sample)</source>
        <translation>{state}（样例）</translation>
    </message>
    <message>
        <source>Take back {count} {count:import|imports}</source>
        <translation>收回 {count} 次导入</translation>
    </message>
    <message>
        <source>put in {count} {count:import|imports}</source>
        <translation>放入 {count} 次导入</translation>
    </message>
    <message>
        <source>take back {count} {count:import|imports}</source>
        <translation>收回 {count} 次导入</translation>
    </message>
    <message>
        <source>Save refused rows…</source>
        <translation>导出被拒的行…</translation>
    </message>
    <message>
        <source>Refused rows may hold names and addresses: they are kept only until the window is closed.</source>
        <translation>被拒的行可能含姓名地址，只保留到关闭窗口为止，不写进店铺文件。</translation>
    </message>
</context>
<context>
    <name>ImportFlow</name>
    <message>
        <source>Reports (*.xlsx *.xlsm *.xls *.xlsb *.ods *.csv *.tsv *.txt *.zip *.htm *.html);;All files (*)</source>
        <translation>报表 (*.xlsx *.xlsm *.xls *.xlsb *.ods *.csv *.tsv *.txt *.zip *.htm *.html);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Import files</source>
        <translation>导入文件</translation>
    </message>
    <message>
        <source>Import a folder</source>
        <translation>导入文件夹</translation>
    </message>
    <message>
        <source>Watch a folder</source>
        <translation>监视文件夹</translation>
    </message>
    <message>
        <source>Reading {count} {count:file|files}</source>
        <translation>正在读取 {count} 个文件</translation>
    </message>
    <message>
        <source>Reading {name}</source>
        <translation>正在读取 {name}</translation>
    </message>
    <message>
        <source>Sample shop</source>
        <translation>样例店铺</translation>
    </message>
    <message>
        <source>remove sample data</source>
        <translation>移除样例数据</translation>
    </message>
    <message>
        <source>Opening the sample shop</source>
        <translation>正在打开样例店铺</translation>
    </message>
    <message>
        <source>open sample data</source>
        <translation>放入样例数据</translation>
    </message>
    <message>
        <source>Remove it</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>This is the sample shop: all figures are invented. Your own files go into a shop of their own.</source>
        <translation>这是样例店铺，数字都是虚构的。导入自己的文件时会另建你自己的店铺。</translation>
    </message>
    <message>
        <source>There is no readable file among these.</source>
        <translation>这里面没有能读的文件。</translation>
    </message>
    <message>
        <source>Reading the columns</source>
        <translation>正在读取各列</translation>
    </message>
    <message>
        <source>My shop</source>
        <translation>我的店铺</translation>
    </message>
    <message>
        <source>Importing {count} {count:file|files}</source>
        <translation>正在导入 {count} 个文件</translation>
    </message>
    <message>
        <source>import {count} {count:file|files}</source>
        <translation>导入 {count} 个文件</translation>
    </message>
    <message>
        <source>{count} new {count:row|rows}</source>
        <translation>新增 {count} 行</translation>
    </message>
    <message>
        <source>{rows} {rows:row|rows} replaced ({values} {values:value|values} changed)</source>
        <translation>替换 {rows} 行（改了 {values} 个值）</translation>
    </message>
    <message>
        <source>{count} {count:row|rows} already there</source>
        <translation>{count} 行本来就有</translation>
    </message>
    <message>
        <source>{count} {count:row|rows} refused</source>
        <translation>拒收 {count} 行</translation>
    </message>
    <message>
        <source>Save refused rows…</source>
        <translation>导出被拒的行…</translation>
    </message>
    <message>
        <source>Imported: {parts}</source>
        <translation>已导入：{parts}</translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message>
        <source>Excel workbook (*.xlsx)</source>
        <translation>Excel 工作簿 (*.xlsx)</translation>
    </message>
    <message>
        <source>Save refused rows</source>
        <translation>保存拒收的行</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>在文件夹中显示</translation>
    </message>
    <message>
        <source>Saved “{name}”. Mend the rows and drop the file again.</source>
        <translation>已保存“{name}”。改好后再拖进来即可。</translation>
    </message>
    <message>
        <source>Saving refused rows</source>
        <translation>正在保存拒收的行</translation>
    </message>
    <message>
        <source>{count} new {count:file|files} in the watched folder</source>
        <translation>监视的文件夹里有 {count} 个新文件</translation>
    </message>
    <message>
        <source>Preview them</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>Reading the history</source>
        <translation>正在读取历史</translation>
    </message>
    <message>
        <source>refused rows</source>
        <translation>拒收的行</translation>
    </message>
    <message>
        <source>{count} imported files have changed since</source>
        <translation>{count} 个已导入的文件有更新</translation>
    </message>
    <message>
        <source>“{name}” has changed since it was imported.</source>
        <translation>“{name}”导入之后有更新。</translation>
    </message>
    <message>
        <source>Import again</source>
        <translation>重新导入</translation>
    </message>
</context>
<context>
    <name>ImportPage</name>
    <message>
        <source>{files} {files:file|files} · {known} recognised · {rows} {rows:row|rows}</source>
        <translation>{files} 个文件 · 认出 {known} 个 · 共 {rows} 行</translation>
    </message>
    <message>
        <source>Import preview</source>
        <translation>导入预览</translation>
    </message>
    <message>
        <source>Stored figures of the same days:</source>
        <translation>同一天的旧数据：</translation>
    </message>
    <message>
        <source>replace by the new ones</source>
        <translation>用新的替换</translation>
    </message>
    <message>
        <source>keep the stored ones</source>
        <translation>保留旧的</translation>
    </message>
    <message>
        <source>Add files</source>
        <translation>再加文件</translation>
    </message>
    <message>
        <source>Remember such tables, recognise them next time</source>
        <translation>记住这种表，下次直接认出</translation>
    </message>
    <message>
        <source>The sample is open: your files go into a shop of their own</source>
        <translation>现在开着样例：你的文件会放进新建的店铺</translation>
    </message>
    <message>
        <source>Can be undone as a whole; your files stay as they are</source>
        <translation>可整体撤销；原文件不动；文件不离开这台电脑</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Files to import</source>
        <translation>要导入的文件</translation>
    </message>
    <message>
        <source>now: {files} {files:file|files}, {rows} {rows:row|rows}</source>
        <translation>现在导入：{files} 个文件，{rows} 行</translation>
    </message>
    <message>
        <source>{count} replaced</source>
        <translation>替换 {count} 行</translation>
    </message>
    <message>
        <source>{count} skipped</source>
        <translation>跳过 {count} 行</translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message>
        <source>Import {count} {count:file|files}</source>
        <translation>导入 {count} 个文件</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
</context>
<context>
    <name>ImportWording</name>
    <message>
        <source>no dates</source>
        <translation>没有日期列</translation>
    </message>
    <message>
        <source>Dashboard</source>
        <translation>看板</translation>
    </message>
    <message>
        <source>Keywords</source>
        <translation>词库</translation>
    </message>
    <message>
        <source>Bids</source>
        <translation>出价</translation>
    </message>
    <message>
        <source>Offers</source>
        <translation>优惠</translation>
    </message>
    <message>
        <source>all</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>can&apos;t be read</source>
        <translation>读不了</translation>
    </message>
    <message>
        <source>say what its columns are</source>
        <translation>请说明各列是什么</translation>
    </message>
    <message>
        <source>which days is it of?</source>
        <translation>是哪几天的？</translation>
    </message>
    <message>
        <source>already imported, nothing will change</source>
        <translation>已经导入过，不会有变化</translation>
    </message>
    <message>
        <source>no problem</source>
        <translation>没有问题</translation>
    </message>
    <message>
        <source>{count} {count:time|times}: {text}</source>
        <translation>{count} 处：{text}</translation>
    </message>
    <message>
        <source>{text} and {count} more</source>
        <translation>{text} 另有 {count} 处</translation>
    </message>
    <message>
        <source>{count} {count:day|days} missing: {days}</source>
        <translation>缺 {count} 天：{days}</translation>
    </message>
    <message>
        <source>Charts leave them empty; they are not taken as 0.</source>
        <translation>图上留空，不当作 0。</translation>
    </message>
    <message>
        <source>{file}: {count} {count:time|times}</source>
        <translation>{file}：{count} 处</translation>
    </message>
    <message>
        <source>(rows {rows})</source>
        <translation>（第 {rows} 行）</translation>
    </message>
    <message>
        <source>row {row}</source>
        <translation>第 {row} 行</translation>
    </message>
    <message>
        <source>… {count} more</source>
        <translation>… 还有 {count} 处</translation>
    </message>
</context>
<context>
    <name>JobBar</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>(+{count})</source>
        <translation>（另 {count} 项）</translation>
    </message>
</context>
<context>
    <name>LazyViews</name>
    <message>
        <source>Loading…</source>
        <translation>载入中…</translation>
    </message>
    <message>
        <source>This view could not be opened; your figures are as they were. Details are in the log (Help menu).</source>
        <translation>这个视图打不开；您的数据没有改动。详情见日志（帮助菜单）。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
</context>
<context>
    <name>LicencesDialog</name>
    <message>
        <source>Licences</source>
        <translation>许可</translation>
    </message>
    <message>
        <source>Qt and PySide6 are used under the LGPL: their libraries stand as separate files beside the program and can be replaced by your own build.</source>
        <translation>Qt 和 PySide6 按 LGPL 使用：它们的库是程序旁边单独的文件，可以换成你自己编译的版本。</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>组件</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>许可</translation>
    </message>
    <message>
        <source>Licence text</source>
        <translation>许可全文</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Dashboard</source>
        <translation>经营看板</translation>
    </message>
    <message>
        <source>Keywords</source>
        <translation>关键词库</translation>
    </message>
    <message>
        <source>Bids</source>
        <translation>出价计划</translation>
    </message>
    <message>
        <source>Offers</source>
        <translation>优惠设计</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>ShopDesk</source>
        <translation>店铺参谋台 ShopDesk</translation>
    </message>
    <message>
        <source>{name} (sample)</source>
        <translation>{name}（样例）</translation>
    </message>
</context>
<context>
    <name>MappingView</name>
    <message>
        <source>Columns</source>
        <translation>对列</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>工作表</translation>
    </message>
    <message>
        <source>Header in row</source>
        <translation>表头在第几行</translation>
    </message>
    <message>
        <source>Take it as</source>
        <translation>当作</translation>
    </message>
    <message>
        <source>Preview of the file</source>
        <translation>文件预览</translation>
    </message>
    <message>
        <source>choose</source>
        <translation>请选择</translation>
    </message>
    <message>
        <source>Column “{header}” is</source>
        <translation>“{header}”列是</translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Close this message</source>
        <translation>关闭这条消息</translation>
    </message>
</context>
<context>
    <name>Messages</name>
    <message>
        <source>There is not enough memory; close other programs and try again.</source>
        <translation>内存不够：请关闭其他程序后再试。</translation>
    </message>
    <message>
        <source>“{file}” can&apos;t be written: close it in other programs or choose another place.</source>
        <translation>“{file}”写不进去：请在其他程序里关闭它，或换个位置。</translation>
    </message>
    <message>
        <source>“{file}” is no longer there.</source>
        <translation>“{file}”已经不在了。</translation>
    </message>
    <message>
        <source>“{file}” can&apos;t be read or written: {reason}</source>
        <translation>“{file}”无法读写：{reason}</translation>
    </message>
    <message>
        <source>Something unexpected happened; nothing was changed. Details are in the log (Help menu).</source>
        <translation>出了意外，什么都没有改动。详情在日志里（帮助菜单）。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>“{file}” wasn&apos;t written, because the disk is full: free some space or choose another place.</source>
        <translation>磁盘已满，“{file}”没有写入：请腾出空间，或换个位置保存。</translation>
    </message>
</context>
<context>
    <name>NotesPanel</name>
    <message>
        <source>Worth a look</source>
        <translation>看一眼</translation>
    </message>
    <message>
        <source>Save refused rows…</source>
        <translation>导出被拒的行…</translation>
    </message>
    <message>
        <source>Nothing to decide: every file was read and recognised.</source>
        <translation>没有要你决定的：每个文件都已读取并认出。</translation>
    </message>
    <message>
        <source>Choose above the preview what this table is; then say for each column what it holds.</source>
        <translation>在预览上方选这是什么表，再说明每一列是什么。</translation>
    </message>
    <message>
        <source>What is “{file}”?</source>
        <translation>“{file}”是什么表？</translation>
    </message>
    <message>
        <source>It has no date column. Its figures are kept as the total of the days that you give.</source>
        <translation>它没有日期列。数字会作为你填的这几天的合计保存。</translation>
    </message>
    <message>
        <source>Which days is “{file}” of?</source>
        <translation>“{file}”是哪几天的？</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>第一天</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>最后一天</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>就用它</translation>
    </message>
    <message>
        <source>What is column {letter} “{header}”?</source>
        <translation>{letter} 列“{header}”是什么？</translation>
    </message>
    <message>
        <source>{count} {count:value|values}, {low} – {high}</source>
        <translation>{count} 个值，{low} – {high}</translation>
    </message>
    <message>
        <source>It is: {name}</source>
        <translation>是{name}</translation>
    </message>
    <message>
        <source>Keep its name</source>
        <translation>按原名保留</translation>
    </message>
    <message>
        <source>It goes in as a figure of its own, under the name that it has in the file.</source>
        <translation>作为一项单独的数字导入，名称和文件里一样。</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>不导入</translation>
    </message>
    <message>
        <source>Show the places</source>
        <translation>看看在哪里</translation>
    </message>
</context>
<context>
    <name>PageHost</name>
    <message>
        <source>Loading…</source>
        <translation>正在载入…</translation>
    </message>
</context>
<context>
    <name>PeriodPicker</name>
    <message>
        <source>Yesterday</source>
        <translation>昨天</translation>
    </message>
    <message>
        <source>Latest day</source>
        <translation>最近一天</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>近 7 天</translation>
    </message>
    <message>
        <source>Last 28 days</source>
        <translation>近 28 天</translation>
    </message>
    <message>
        <source>Last 6 weeks</source>
        <translation>近 6 周</translation>
    </message>
    <message>
        <source>Last 90 days</source>
        <translation>近 90 天</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>本月</translation>
    </message>
    <message>
        <source>Last month</source>
        <translation>上月</translation>
    </message>
    <message>
        <source>Own span</source>
        <translation>自选</translation>
    </message>
    <message>
        <source>No data yet</source>
        <translation>还没有数据</translation>
    </message>
    <message>
        <source>Period: {period}</source>
        <translation>日期：{period}</translation>
    </message>
    <message>
        <source>The days that all tabs show; they end with the last day that has data</source>
        <translation>各页显示的日期；到有数据的最后一天为止</translation>
    </message>
    <message>
        <source>Own span…</source>
        <translation>自选日期…</translation>
    </message>
</context>
<context>
    <name>ReportGuide</name>
    <message>
        <source>Shop by day</source>
        <translation>店铺日报</translation>
    </message>
    <message>
        <source>Sycm › Data export › New report: dimension “whole shop”, period “day”, as long a span as offered. JD: Shangzhi › Transactions. Pinduoduo: Merchant › Data › Business.</source>
        <translation>生意参谋 › 取数 › 新建报表：维度选“店铺整体”，周期选“日”，日期选到最长。京东：商智 › 交易；拼多多：商家后台 › 数据中心 › 经营总览。</translation>
    </message>
    <message>
        <source>Traffic sources</source>
        <translation>流量来源</translation>
    </message>
    <message>
        <source>Sycm › Traffic › Shop sources</source>
        <translation>生意参谋 › 流量 › 店铺来源</translation>
    </message>
    <message>
        <source>From which source a change comes</source>
        <translation>变化从哪个来源来</translation>
    </message>
    <message>
        <source>Sycm › Traffic › Shop sources: choose a day or a span, then Download. One file a day is fine.</source>
        <translation>生意参谋 › 流量 › 店铺来源：选一天或一段日期，点下载。一天一个文件也可以。</translation>
    </message>
    <message>
        <source>Orders + order lines</source>
        <translation>订单 + 订单明细</translation>
    </message>
    <message>
        <source>Qianniu › Sold items › Export</source>
        <translation>千牛 › 已卖出的宝贝 › 导出</translation>
    </message>
    <message>
        <source>Qianniu › Transactions › Sold items › Batch export: both the order report and the order line report. Do not open and save the files in Excel: it damages long order numbers. Names, phones and addresses are dropped while reading.</source>
        <translation>千牛 › 交易 › 已卖出的宝贝 › 批量导出：订单报表和宝贝报表都要。不要用 Excel 打开再保存，会改坏长订单号。姓名、电话、地址在读取时就丢弃。</translation>
    </message>
    <message>
        <source>Keyword report</source>
        <translation>关键词报表</translation>
    </message>
    <message>
        <source>Advertising console › Reports › Keywords: by day, all words, a conversion window of 15 or 30 days.</source>
        <translation>推广后台 › 报表 › 关键词：按天、全部词，转化周期选 15 天或 30 天。</translation>
    </message>
    <message>
        <source>Advertising console › Reports › by hour, by region, by audience: the last 8 weeks, by day.</source>
        <translation>推广后台 › 报表 › 分时、地域、人群：近 8 周，按天。</translation>
    </message>
    <message>
        <source>Search terms</source>
        <translation>引流词</translation>
    </message>
    <message>
        <source>Sycm › Traffic › Search terms</source>
        <translation>生意参谋 › 流量 › 搜索词</translation>
    </message>
    <message>
        <source>Good words not bought yet</source>
        <translation>还没买的好词</translation>
    </message>
    <message>
        <source>Sycm › Traffic › Item sources › Search › terms: the last 7 or 30 days.</source>
        <translation>生意参谋 › 流量 › 商品来源 › 搜索 › 搜索词：近 7 天或 30 天。</translation>
    </message>
    <message>
        <source>Item costs</source>
        <translation>商品成本表</translation>
    </message>
    <message>
        <source>Any .xlsx or .csv with an item or SKU code and its cost in yuan; the preview asks what is what.</source>
        <translation>任何带商品或 SKU 编码和成本（元）的 .xlsx 或 .csv；预览时会问每列是什么。</translation>
    </message>
    <message>
        <source>Sycm › Export › Whole shop (day)</source>
        <translation>生意参谋 › 取数 › 店铺整体（日）</translation>
    </message>
    <message>
        <source>How yesterday was, what is odd</source>
        <translation>昨天怎么样、异动、目标</translation>
    </message>
    <message>
        <source>Order value, repeats, offer replay</source>
        <translation>客单价、复购、优惠重放</translation>
    </message>
    <message>
        <source>Wanxiangtai / JD / Pinduoduo ads</source>
        <translation>万相台 / 京东快车 / 拼多多搜索推广</translation>
    </message>
    <message>
        <source>Word values, break-even bids</source>
        <translation>每个词值多少、保本出价</translation>
    </message>
    <message>
        <source>Hour, region, audience</source>
        <translation>分时 / 地域 / 人群报表</translation>
    </message>
    <message>
        <source>Ads console › Reports › Download</source>
        <translation>推广后台 › 报表 › 下载</translation>
    </message>
    <message>
        <source>When, where, for whom to bid</source>
        <translation>几点、哪里、对谁多出价</translation>
    </message>
    <message>
        <source>Any table of your own</source>
        <translation>自己的表，任意列名都能对</translation>
    </message>
    <message>
        <source>Margin, break-even, floor price</source>
        <translation>毛利、保本、底价</translation>
    </message>
</context>
<context>
    <name>Saving</name>
    <message>
        <source>“{name}” is there already. Replace it?</source>
        <translation>已有“{name}”，要替换吗？</translation>
    </message>
</context>
<context>
    <name>Session</name>
    <message>
        <source>Opening {name}</source>
        <translation>正在打开 {name}</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>Red is up, green is down</source>
        <translation>红涨绿跌</translation>
    </message>
    <message>
        <source>Folder for new shops</source>
        <translation>新店铺放在</translation>
    </message>
    <message>
        <source>Watched folder (empty: off)</source>
        <translation>监视的文件夹（空：关）</translation>
    </message>
    <message>
        <source>Look and language</source>
        <translation>外观与语言</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>General</source>
        <translation>常规</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Every change holds at once</source>
        <translation>改动立即生效</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Choose: {setting}</source>
        <translation>选择：{setting}</translation>
    </message>
</context>
<context>
    <name>ShopDesk</name>
    <message>
        <source>Loading</source>
        <translation>正在载入</translation>
    </message>
</context>
<context>
    <name>ShopFiles</name>
    <message>
        <source>My shop</source>
        <translation>我的店铺</translation>
    </message>
    <message>
        <source>New shop</source>
        <translation>新建店铺</translation>
    </message>
    <message>
        <source>Name of the shop</source>
        <translation>店铺名称</translation>
    </message>
    <message>
        <source>Shops (*.shopdesk);;All files (*)</source>
        <translation>店铺 (*.shopdesk);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Open a shop</source>
        <translation>打开店铺</translation>
    </message>
    <message>
        <source>Shops (*.shopdesk)</source>
        <translation>店铺 (*.shopdesk)</translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation>另存副本</translation>
    </message>
    <message>
        <source>Saving a copy</source>
        <translation>正在保存副本</translation>
    </message>
    <message>
        <source>Saved “{name}”.</source>
        <translation>已保存“{name}”。</translation>
    </message>
    <message>
        <source>Backing up</source>
        <translation>正在备份</translation>
    </message>
    <message>
        <source>Backed up and checked: {name}</source>
        <translation>已备份并检查：{name}</translation>
    </message>
    <message>
        <source>Checking the shop file</source>
        <translation>正在检查文件</translation>
    </message>
    <message>
        <source>Looking for backups</source>
        <translation>正在查找备份</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>Restoring</source>
        <translation>正在恢复</translation>
    </message>
    <message>
        <source>Restore a backup…</source>
        <translation>恢复备份…</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>在文件夹中显示</translation>
    </message>
    <message>
        <source>{name} copy</source>
        <translation>{name} 副本</translation>
    </message>
</context>
<context>
    <name>ShopStatusBar</name>
    <message>
        <source>Shop: {name}</source>
        <translation>店铺：{name}</translation>
    </message>
    <message>
        <source>No shop is open</source>
        <translation>没有打开的店铺</translation>
    </message>
    <message>
        <source>Data until {day}</source>
        <translation>数据截至 {day}</translation>
    </message>
    <message>
        <source>Saved {time}</source>
        <translation>已保存 {time}</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>离线</translation>
    </message>
    <message>
        <source>ShopDesk never uses the network</source>
        <translation>店铺参谋台从不联网</translation>
    </message>
    <message>
        <source>Count {count}</source>
        <translation>计数 {count}</translation>
    </message>
    <message>
        <source>Sum {sum}</source>
        <translation>求和 {sum}</translation>
    </message>
    <message>
        <source>Average {average}</source>
        <translation>平均 {average}</translation>
    </message>
</context>
<context>
    <name>ShopToolBar</name>
    <message>
        <source>Tool bar</source>
        <translation>工具栏</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
</context>
<context>
    <name>ShortcutsDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Import copied files (outside a table)</source>
        <translation>导入已复制的文件（不在表格里时）</translation>
    </message>
    <message>
        <source>Table: edit the cell</source>
        <translation>表格：编辑单元格</translation>
    </message>
    <message>
        <source>Table: confirm, go down / up</source>
        <translation>表格：确认并向下 / 向上</translation>
    </message>
    <message>
        <source>Table: confirm, go right / left</source>
        <translation>表格：确认并向右 / 向左</translation>
    </message>
    <message>
        <source>Table: give up editing</source>
        <translation>表格：放弃编辑</translation>
    </message>
    <message>
        <source>Table: empty the cells</source>
        <translation>表格：清空</translation>
    </message>
    <message>
        <source>Table: fill down</source>
        <translation>表格：向下填充</translation>
    </message>
    <message>
        <source>Table: copy / paste, as in Excel</source>
        <translation>表格：复制 / 粘贴，同 Excel</translation>
    </message>
    <message>
        <source>Table: first / last cell</source>
        <translation>表格：第一格 / 最后一格</translation>
    </message>
    <message>
        <source>Table: select all</source>
        <translation>表格：全选</translation>
    </message>
</context>
<context>
    <name>SourceWatch</name>
    <message>
        <source>Looking at the imported files</source>
        <translation>正在查看已导入的文件</translation>
    </message>
</context>
<context>
    <name>SpanPopup</name>
    <message>
        <source>First day</source>
        <translation>第一天</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>最后一天</translation>
    </message>
    <message>
        <source>Show these days</source>
        <translation>就看这几天</translation>
    </message>
    <message>
        <source>{span}, {days} {days:day|days}</source>
        <translation>{span}，{days} 天</translation>
    </message>
    <message>
        <source>The last day lies before the first</source>
        <translation>最后一天早于第一天</translation>
    </message>
</context>
<context>
    <name>TargetCombo</name>
    <message>
        <source>don&apos;t import</source>
        <translation>不导入</translation>
    </message>
    <message>
        <source>keep under its own name</source>
        <translation>按原名保留</translation>
    </message>
    <message>
        <source>personal: drop</source>
        <translation>个人信息：丢弃</translation>
    </message>
</context>
<context>
    <name>UndoHistory</name>
    <message>
        <source>Undo history</source>
        <translation>撤销记录</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>(opened)</source>
        <translation>（打开时）</translation>
    </message>
</context>
</TS>
