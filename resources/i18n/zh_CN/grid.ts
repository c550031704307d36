<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>CellMenu</name>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy with headers</source>
        <translation>连同表头复制</translation>
    </message>
    <message>
        <source>Cut</source>
        <translation>剪切</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>粘贴</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清除内容</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>Fill down</source>
        <translation>向下填充</translation>
    </message>
    <message>
        <source>Fill right</source>
        <translation>向右填充</translation>
    </message>
    <message>
        <source>Filter by this value</source>
        <translation>按此值筛选</translation>
    </message>
    <message>
        <source>Filter this column…</source>
        <translation>筛选此列…</translation>
    </message>
    <message>
        <source>Clear all filters</source>
        <translation>清除全部筛选</translation>
    </message>
    <message>
        <source>Find…</source>
        <translation>查找…</translation>
    </message>
    <message>
        <source>Replace…</source>
        <translation>替换…</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>全选</translation>
    </message>
    <message>
        <source>Columns…</source>
        <translation>选择列…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
</context>
<context>
    <name>ColumnChooser</name>
    <message>
        <source>Search columns</source>
        <translation>搜索列</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>全部显示</translation>
    </message>
    <message>
        <source>As delivered</source>
        <translation>恢复默认</translation>
    </message>
    <message>
        <source>Columns, order and widths as they were at first</source>
        <translation>列、顺序和宽度恢复为最初的样子</translation>
    </message>
</context>
<context>
    <name>FilterChips</name>
    <message>
        <source>{shown} / {all} rows</source>
        <translation>{shown} / {all} 行</translation>
    </message>
    <message>
        <source>Remove filter {text}</source>
        <translation>移除筛选 {text}</translation>
    </message>
    <message>
        <source>Add filter</source>
        <translation>加筛选</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>清除</translation>
    </message>
    <message>
        <source>Reapply</source>
        <translation>重新应用</translation>
    </message>
    <message>
        <source>Edited rows no longer stand where the sort and filters would put them</source>
        <translation>改过的行已不在排序和筛选应有的位置</translation>
    </message>
</context>
<context>
    <name>FilterPopup</name>
    <message>
        <source>Clear this filter</source>
        <translation>清除此筛选</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>应用</translation>
    </message>
    <message>
        <source>between</source>
        <translation>介于</translation>
    </message>
    <message>
        <source>one of</source>
        <translation>是其中之一</translation>
    </message>
    <message>
        <source>contains</source>
        <translation>包含</translation>
    </message>
    <message>
        <source>doesn&apos;t contain</source>
        <translation>不包含</translation>
    </message>
    <message>
        <source>is</source>
        <translation>等于</translation>
    </message>
    <message>
        <source>starts with</source>
        <translation>开头是</translation>
    </message>
    <message>
        <source>is blank</source>
        <translation>为空</translation>
    </message>
    <message>
        <source>is not blank</source>
        <translation>不为空</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>条件</translation>
    </message>
    <message>
        <source>at least</source>
        <translation>不小于</translation>
    </message>
    <message>
        <source>at most</source>
        <translation>不大于</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>Search values</source>
        <translation>搜索值</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Please enter numbers, such as 12.5</source>
        <translation>请输入数字，例如 12.5</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>not found</source>
        <translation>未找到</translation>
    </message>
    <message>
        <source>{at} / {count}</source>
        <translation>{at} / {count}</translation>
    </message>
    <message>
        <source>Find in all columns</source>
        <translation>在所有列中查找</translation>
    </message>
    <message>
        <source>Replace with</source>
        <translation>替换为</translation>
    </message>
    <message>
        <source>Match case</source>
        <translation>区分大小写</translation>
    </message>
    <message>
        <source>Whole cell</source>
        <translation>整格匹配</translation>
    </message>
    <message>
        <source>Previous (Shift+Enter)</source>
        <translation>上一个 (Shift+Enter)</translation>
    </message>
    <message>
        <source>Next (Enter)</source>
        <translation>下一个 (Enter)</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>关闭 (Esc)</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>替换</translation>
    </message>
    <message>
        <source>Replace all…</source>
        <translation>全部替换…</translation>
    </message>
    <message>
        <source>searching…</source>
        <translation>正在查找…</translation>
    </message>
    <message>
        <source>{at} / {count} …</source>
        <translation>{at} / {count} …</translation>
    </message>
</context>
<context>
    <name>Grid</name>
    <message>
        <source>Edit a cell</source>
        <translation>编辑 1 格</translation>
    </message>
    <message>
        <source>Paste {count} cells</source>
        <translation>粘贴 {count} 格</translation>
    </message>
    <message>
        <source>Cut {count} cells</source>
        <translation>剪切 {count} 格</translation>
    </message>
    <message>
        <source>Clear {count} cells</source>
        <translation>清除 {count} 格</translation>
    </message>
    <message>
        <source>Fill {count} cells</source>
        <translation>填充 {count} 格</translation>
    </message>
    <message>
        <source>Replace in {count} cells</source>
        <translation>替换 {count} 格</translation>
    </message>
    <message>
        <source>Paste 1 cell</source>
        <translation>粘贴 1 格</translation>
    </message>
    <message>
        <source>Cut 1 cell</source>
        <translation>剪切 1 格</translation>
    </message>
    <message>
        <source>Clear 1 cell</source>
        <translation>清除 1 格</translation>
    </message>
    <message>
        <source>Fill 1 cell</source>
        <translation>填充 1 格</translation>
    </message>
    <message>
        <source>Replace in 1 cell</source>
        <translation>替换 1 格</translation>
    </message>
    <message>
        <source>contains “{text}”</source>
        <translation>包含“{text}”</translation>
    </message>
    <message>
        <source>doesn&apos;t contain “{text}”</source>
        <translation>不包含“{text}”</translation>
    </message>
    <message>
        <source>is “{text}”</source>
        <translation>等于“{text}”</translation>
    </message>
    <message>
        <source>starts with “{text}”</source>
        <translation>开头是“{text}”</translation>
    </message>
    <message>
        <source>{names} … ({count})</source>
        <translation>{names} … 等 {count} 项</translation>
    </message>
    <message>
        <source>nothing chosen</source>
        <translation>未选任何值</translation>
    </message>
    <message>
        <source>is blank</source>
        <translation>为空</translation>
    </message>
    <message>
        <source>is not blank</source>
        <translation>不为空</translation>
    </message>
    <message>
        <source>Rows left out because the table ends: {count}</source>
        <translation>表格到底了，有 {count} 行没有粘贴</translation>
    </message>
    <message>
        <source>Columns left out because the table ends: {count}</source>
        <translation>右边没有列了，有 {count} 列没有粘贴</translation>
    </message>
    <message>
        <source>must not be blank</source>
        <translation>不能为空</translation>
    </message>
    <message>
        <source>a percent sign doesn&apos;t belong here</source>
        <translation>这里不能带百分号</translation>
    </message>
    <message>
        <source>at most two decimal places</source>
        <translation>最多两位小数</translation>
    </message>
    <message>
        <source>not a whole number</source>
        <translation>不是整数</translation>
    </message>
    <message>
        <source>not a number</source>
        <translation>不是数字</translation>
    </message>
    <message>
        <source>too large</source>
        <translation>数值过大</translation>
    </message>
    <message>
        <source>must be from {low} to {high}</source>
        <translation>应在 {low} 到 {high} 之间</translation>
    </message>
    <message>
        <source>must be at least {low}</source>
        <translation>不能小于 {low}</translation>
    </message>
    <message>
        <source>must be at most {high}</source>
        <translation>不能大于 {high}</translation>
    </message>
    <message>
        <source>not a date such as 2026-06-18</source>
        <translation>不是日期，例如 2026-06-18</translation>
    </message>
    <message>
        <source>there is no such day</source>
        <translation>没有这一天</translation>
    </message>
    <message>
        <source>must be one of: {names}</source>
        <translation>只能是：{names}</translation>
    </message>
    <message>
        <source>must be yes or no</source>
        <translation>只能是“是”或“否”</translation>
    </message>
</context>
<context>
    <name>GridPanel</name>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Choose columns</source>
        <translation>选择列</translation>
    </message>
    <message>
        <source>Scroll sideways</source>
        <translation>左右滚动</translation>
    </message>
</context>
<context>
    <name>GridView</name>
    <message>
        <source>No row passes the filters; clear one above</source>
        <translation>没有符合筛选的行，可在上方清除筛选</translation>
    </message>
</context>
<context>
    <name>HeaderMenu</name>
    <message>
        <source>Sort ascending</source>
        <translation>升序</translation>
    </message>
    <message>
        <source>Sort descending</source>
        <translation>降序</translation>
    </message>
    <message>
        <source>Original order</source>
        <translation>恢复原顺序</translation>
    </message>
    <message>
        <source>Filter…</source>
        <translation>筛选…</translation>
    </message>
    <message>
        <source>Clear this filter</source>
        <translation>清除此筛选</translation>
    </message>
    <message>
        <source>Freeze up to here</source>
        <translation>冻结到此列</translation>
    </message>
    <message>
        <source>Unfreeze columns</source>
        <translation>取消冻结</translation>
    </message>
    <message>
        <source>Fit width</source>
        <translation>适合列宽</translation>
    </message>
    <message>
        <source>Fit all widths</source>
        <translation>所有列适合列宽</translation>
    </message>
    <message>
        <source>Hide column</source>
        <translation>隐藏此列</translation>
    </message>
    <message>
        <source>Columns…</source>
        <translation>选择列…</translation>
    </message>
</context>
<context>
    <name>ProblemBar</name>
    <message>
        <source>Cells left as they were: {count}</source>
        <translation>{count} 格保持原样</translation>
    </message>
    <message>
        <source>Cells skipped because they can&apos;t be edited: {count}</source>
        <translation>{count} 格不可编辑，已跳过</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>全部显示</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>另有 {count} 处</translation>
    </message>
    <message>
        <source>Row {row}, {column}, “{text}”: {reason}</source>
        <translation>第 {row} 行 {column} “{text}”：{reason}</translation>
    </message>
</context>
<context>
    <name>ReplacePreview</name>
    <message>
        <source>Replace all</source>
        <translation>全部替换</translation>
    </message>
    <message>
        <source>Cells to be replaced</source>
        <translation>要替换的单元格</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>替换前</translation>
    </message>
    <message>
        <source>After</source>
        <translation>替换后</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Cells that would change: {count}.</source>
        <translation>将改动 {count} 格。</translation>
    </message>
    <message>
        <source>Cells that can&apos;t take the new text: {count}.</source>
        <translation>{count} 格放不进新内容。</translation>
    </message>
    <message>
        <source>Matches that can&apos;t be edited and stay: {count}.</source>
        <translation>{count} 处不可编辑，保持原样。</translation>
    </message>
    <message>
        <source>The first {count} are listed; all are replaced.</source>
        <translation>只列出前 {count} 处，其余也会一起替换。</translation>
    </message>
    <message>
        <source>Replace ({count})</source>
        <translation>替换 {count} 格</translation>
    </message>
</context>
</TS>
