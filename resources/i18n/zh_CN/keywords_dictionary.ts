<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>DictionaryLists</name>
    <message>
        <source>The clipboard holds no text: copy names in Excel first.</source>
        <translation>剪贴板里没有文字：请先在 Excel 里复制名称。</translation>
    </message>
    <message>
        <source>There are no entries of your own yet; the shipped ones come with the program.</source>
        <translation>还没有自己的词条；内置词条随程序提供，不需要导出。</translation>
    </message>
    <message>
        <source>Dictionaries</source>
        <translation>词典</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Selected ▾</source>
        <translation>所选 ▾</translation>
    </message>
    <message>
        <source>Move, silence or remove the selected terms, or add their pinyin</source>
        <translation>移动、停用或删除所选词条，或补上拼音</translation>
    </message>
    <message>
        <source>Paste names</source>
        <translation>粘贴名称</translation>
    </message>
    <message>
        <source>Names copied in Excel, a row each (Ctrl+Shift+V); shown before they go in</source>
        <translation>从 Excel 复制的名称，每行一个（Ctrl+Shift+V）；先预览再写入</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>导入…</translation>
    </message>
    <message>
        <source>A file with names, kinds and spellings; shown before it goes in</source>
        <translation>含名称、类型、其他写法的文件；先预览再写入</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Your own entries of all lists, as the import reads them</source>
        <translation>所有词典里自己的词条，格式可直接再导入</translation>
    </message>
    <message>
        <source>Own brands</source>
        <translation>自有品牌</translation>
    </message>
    <message>
        <source>Competitors</source>
        <translation>竞品</translation>
    </message>
    <message>
        <source>Category terms</source>
        <translation>品类词</translation>
    </message>
    <message>
        <source>Modifiers</source>
        <translation>修饰词</translation>
    </message>
    <message>
        <source>Ordinary words</source>
        <translation>普通词</translation>
    </message>
    <message>
        <source>Another own brand</source>
        <translation>再加一个自有品牌</translation>
    </message>
    <message>
        <source>Another competitor</source>
        <translation>再加一个竞品</translation>
    </message>
    <message>
        <source>Another category term</source>
        <translation>再加一个品类词</translation>
    </message>
    <message>
        <source>Another attribute</source>
        <translation>再加一个属性词</translation>
    </message>
    <message>
        <source>Another ordinary word</source>
        <translation>再加一个普通词</translation>
    </message>
    <message>
        <source>Move to</source>
        <translation>移到</translation>
    </message>
    <message>
        <source>Add pinyin and initials</source>
        <translation>补上拼音和首字母</translation>
    </message>
    <message>
        <source>Silence (an ordinary word)</source>
        <translation>停用（当普通词）</translation>
    </message>
    <message>
        <source>Remove own entries</source>
        <translation>删除自己的词条</translation>
    </message>
    <message>
        <source>No own brand is known: neither a shop name nor the item titles tell one. Type it above; words with it then count as brand words.</source>
        <translation>还不知道自有品牌：店铺名和商品标题里都看不出来。请在上面输入；含它的词就归入品牌词。</translation>
    </message>
    <message>
        <source>Nothing is silenced. Here stand terms that you took out of the shipped lists, and names that you said are no brands.</source>
        <translation>没有停用的词。从内置词表里停用的词、您说过“不是品牌”的名称会列在这里。</translation>
    </message>
    <message>
        <source>There is nothing in this list yet. Type a name above, or paste or import several.</source>
        <translation>这里还没有词条。请在上面输入名称，或粘贴、导入多个。</translation>
    </message>
</context>
<context>
    <name>EntryEdits</name>
    <message>
        <source>Add “{term}” to the dictionaries</source>
        <translation>把“{term}”加进词典</translation>
    </message>
    <message>
        <source>Put “{term}” into the dictionary</source>
        <translation>把“{term}”记进词典</translation>
    </message>
    <message>
        <source>Take {count} {count:entry|entries} into the dictionaries</source>
        <translation>把 {count} 个词条加进词典</translation>
    </message>
    <message>
        <source>Remove {count} {count:entry|entries} from the dictionaries</source>
        <translation>从词典删除 {count} 个词条</translation>
    </message>
    <message>
        <source>Add pinyin to {count} {count:entry|entries}</source>
        <translation>给 {count} 个词条补上拼音</translation>
    </message>
    <message>
        <source>Make {count} {count:entry|entries}: {kind}</source>
        <translation>把 {count} 个词条改为{kind}</translation>
    </message>
    <message>
        <source>no brand</source>
        <translation>不是品牌</translation>
    </message>
    <message>
        <source>“{term}”: {kind}</source>
        <translation>“{term}”：{kind}</translation>
    </message>
    <message>
        <source>{count} names: {kind}</source>
        <translation>{count} 个名称：{kind}</translation>
    </message>
</context>
<context>
    <name>KeywordDictionary</name>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Spellings</source>
        <translation>其他写法</translation>
    </message>
    <message>
        <source>Other names, pinyin, initials, English, usual typos; separated by commas.</source>
        <translation>别名、拼音、首字母、英文、常见错字；用逗号分隔。</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>词数</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Ambiguous</source>
        <translation>有歧义</translation>
    </message>
    <message>
        <source>Whether the spelling also means something else (小米). Then it counts as the name only beside a word of the next column, or of the shipped list.</source>
        <translation>这个写法是否还有别的意思（如“小米”）。有歧义时，只有旁边出现下一列或内置表里的词，才算这个名称。</translation>
    </message>
    <message>
        <source>Only beside</source>
        <translation>限定语境</translation>
    </message>
    <message>
        <source>at most {count} spellings</source>
        <translation>最多 {count} 种写法</translation>
    </message>
    <message>
        <source>a note has at most {count} characters</source>
        <translation>备注最多 {count} 个字</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>yes, shipped</source>
        <translation>是（内置）</translation>
    </message>
    <message>
        <source>Word</source>
        <translation>词</translation>
    </message>
    <message>
        <source>Because</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>No word of the imported reports changes; later imports follow it.</source>
        <translation>已导入的词都不变；以后导入的词会照此归类。</translation>
    </message>
    <message>
        <source>{text}: {cost} yuan of this period&apos;s spend</source>
        <translation>{text}，本期花费 {cost} 元</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>Then</source>
        <translation>之后</translation>
    </message>
    <message>
        <source>new</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>there already; adds {spellings}</source>
        <translation>已有；补充写法 {spellings}</translation>
    </message>
    <message>
        <source>there already; changes its marks or note</source>
        <translation>已有；更新标记或备注</translation>
    </message>
    <message>
        <source>Take</source>
        <translation>采用</translation>
    </message>
    <message>
        <source>What it brings</source>
        <translation>带来的变化</translation>
    </message>
    <message>
        <source>Why it is asked</source>
        <translation>为什么问</translation>
    </message>
    <message>
        <source>Used as</source>
        <translation>暂按</translation>
    </message>
    <message>
        <source>What the rules take it for, or would take it for, until you answer.</source>
        <translation>在您回答之前，规则把它当作什么。</translation>
    </message>
    <message>
        <source>For example</source>
        <translation>例如</translation>
    </message>
    <message>
        <source>Own brand</source>
        <translation>自有品牌</translation>
    </message>
    <message>
        <source>Competitor</source>
        <translation>竞品</translation>
    </message>
    <message>
        <source>Category term</source>
        <translation>品类词</translation>
    </message>
    <message>
        <source>Attribute</source>
        <translation>属性词</translation>
    </message>
    <message>
        <source>Scene</source>
        <translation>场景词</translation>
    </message>
    <message>
        <source>Marketing</source>
        <translation>营销词</translation>
    </message>
    <message>
        <source>Ordinary word</source>
        <translation>普通词</translation>
    </message>
    <message>
        <source>yours</source>
        <translation>自己添加</translation>
    </message>
    <message>
        <source>from your data</source>
        <translation>来自店铺数据</translation>
    </message>
    <message>
        <source>shipped, please check</source>
        <translation>内置，请核对</translation>
    </message>
    <message>
        <source>name or ordinary word?</source>
        <translation>品牌还是普通词？</translation>
    </message>
    <message>
        <source>known brand, not confirmed</source>
        <translation>内置品牌，未确认</translation>
    </message>
    <message>
        <source>sounds like “{like}”</source>
        <translation>与“{like}”同音</translation>
    </message>
    <message>
        <source>one sign off “{like}”</source>
        <translation>与“{like}”差一个字</translation>
    </message>
    <message>
        <source>begins {count} {count:title|titles}</source>
        <translation>{count} 个标题以它开头</translation>
    </message>
    <message>
        <source>“{term}” stands before a product word and is in no dictionary: it may be somebody&apos;s name.</source>
        <translation>“{term}”出现在品类词前面，又不在任何词典里，可能是品牌名。</translation>
    </message>
    <message>
        <source>“{term}” is a name and an ordinary word; nothing beside it tells which. Taken as a name, it counts where a word of its trade stands beside it; words without one stay unsure.</source>
        <translation>“{term}”既是品牌也是普通词，旁边没有词能说明是哪一个。确认为品牌后，旁边有本行业的词才算；没有的仍标为拿不准。</translation>
    </message>
    <message>
        <source>“{term}” is a brand of the shipped list, used as a competitor until you say what it is to your shop.</source>
        <translation>“{term}”在内置品牌表里，您说明之前先当竞品。</translation>
    </message>
    <message>
        <source>“{term}” sounds like “{like}”. Taken as the same kind, it becomes a spelling of “{like}”; as another, a name of its own.</source>
        <translation>“{term}”与“{like}”同音。选同一类型，就记为“{like}”的一种写法；选别的类型，单独记一个名称。</translation>
    </message>
    <message>
        <source>“{term}” is one sign off “{like}”. Taken as the same kind, it becomes a spelling of “{like}”; as another, a name of its own.</source>
        <translation>“{term}”与“{like}”只差一个字。选同一类型，就记为“{like}”的一种写法；选别的类型，单独记一个名称。</translation>
    </message>
    <message>
        <source>“{term}” begins {count} {count:title|titles} of your items: it may be your name.</source>
        <translation>您有 {count} 个商品标题以“{term}”开头，可能是您的品牌。</translation>
    </message>
    <message>
        <source>a name must not be blank</source>
        <translation>名称不能为空</translation>
    </message>
    <message>
        <source>“{text}” is too short: a name has two signs or more</source>
        <translation>“{text}”太短：名称至少两个字</translation>
    </message>
    <message>
        <source>“{text}” is too long: at most {most} signs</source>
        <translation>“{text}”太长：最多 {most} 个字</translation>
    </message>
    <message>
        <source>“{text}” has no letter or digit, so that no search word can hold it</source>
        <translation>“{text}”里没有文字或数字，搜索词不可能包含它</translation>
    </message>
    <message>
        <source>“{text}” holds &lt; or &gt;, which no name has</source>
        <translation>“{text}”含有 &lt; 或 &gt;，名称里不会有</translation>
    </message>
    <message>
        <source>“{text}” has more than {spellings} spellings</source>
        <translation>“{text}”的写法超过 {spellings} 种</translation>
    </message>
    <message>
        <source>“{other}” is in the dictionaries already</source>
        <translation>词典里已有“{other}”</translation>
    </message>
    <message>
        <source>“{text}” can&apos;t be own brand and competitor at once: change “{other}” first</source>
        <translation>“{text}”不能既是自有品牌又是竞品：请先修改“{other}”</translation>
    </message>
    <message>
        <source>“{text}” stands in the entry “{other}” of another kind: change that one first</source>
        <translation>“{text}”已在另一类型的词条“{other}”里：请先修改那一条</translation>
    </message>
    <message>
        <source>“{other}” and this name would be spellings of each other: keep one of them</source>
        <translation>“{other}”和这个名称会互为写法：请只保留一个</translation>
    </message>
    <message>
        <source>“{text}” is a spelling of “{other}” already</source>
        <translation>“{text}”已是“{other}”的一种写法</translation>
    </message>
    <message>
        <source>there is no name: “{text}”</source>
        <translation>没有名称：“{text}”</translation>
    </message>
    <message>
        <source>“{text}” is no kind that is known</source>
        <translation>不认识的类型“{text}”</translation>
    </message>
    <message>
        <source>“{text}” stands there already: spellings joined</source>
        <translation>“{text}”已有：写法已合并</translation>
    </message>
    <message>
        <source>{count} {count:word changes its|words change their} quadrant</source>
        <translation>{count} 个词会换象限</translation>
    </message>
    <message>
        <source>unknown, a name?</source>
        <translation>不认识，是名称吗？</translation>
    </message>
</context>
<context>
    <name>Keywords</name>
    <message>
        <source>Spend</source>
        <translation>花费</translation>
    </message>
    <message>
        <source>Clicks</source>
        <translation>点击</translation>
    </message>
</context>
<context>
    <name>LessonDialog</name>
    <message>
        <source>Words that would change</source>
        <translation>会变的词</translation>
    </message>
    <message>
        <source>Put into a dictionary</source>
        <translation>记进词典</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Spellings</source>
        <translation>其他写法</translation>
    </message>
    <message>
        <source>Other names, pinyin, usual typos; separated by commas</source>
        <translation>别名、拼音、常见错字，用逗号分隔</translation>
    </message>
    <message>
        <source>Put into the dictionary</source>
        <translation>记进词典</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Looking up what it changes…</source>
        <translation>正在查看会改动哪些词…</translation>
    </message>
</context>
<context>
    <name>LessonOffer</name>
    <message>
        <source>Looking up what a label teaches</source>
        <translation>正在查看这次归类能教会什么</translation>
    </message>
    <message>
        <source>Remember “{term}” in the dictionaries as: {kind}? No other word changes; later imports follow it.</source>
        <translation>把“{term}”记进{kind}词典？现有的其他词不变，以后导入的词会照此归类。</translation>
    </message>
    <message>
        <source>Look at it…</source>
        <translation>看看再说…</translation>
    </message>
    <message>
        <source>Remember “{term}” in the dictionaries as: {kind}? {count} {count:other word changes its|other words change their} quadrant.</source>
        <translation>把“{term}”记进{kind}词典？会改动另外 {count} 个词的象限。</translation>
    </message>
</context>
<context>
    <name>MovedDialog</name>
    <message>
        <source>Words that would change</source>
        <translation>会变的词</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>PreviewDialog</name>
    <message>
        <source>Entries</source>
        <translation>词条</translation>
    </message>
    <message>
        <source>Entries for the dictionaries</source>
        <translation>要加进词典的词条</translation>
    </message>
    <message>
        <source>Untick what you don&apos;t want. Everything taken goes in as one step that can be undone.</source>
        <translation>不要的请取消勾选。采用的词条一次写入，可整体撤销。</translation>
    </message>
    <message>
        <source>There is nothing new: every name stands in the dictionaries already, or no row has a name.</source>
        <translation>没有新内容：名称都已在词典里，或者没有一行有名称。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>{count} {count:row|rows} read otherwise than they stand:</source>
        <translation>{count} 行未按原样读取：</translation>
    </message>
    <message>
        <source>{sheet}, row {row}</source>
        <translation>{sheet} 第 {row} 行</translation>
    </message>
    <message>
        <source>Row {row}</source>
        <translation>第 {row} 行</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>还有 {count} 项</translation>
    </message>
    <message>
        <source>Take {count} {count:entry|entries}</source>
        <translation>采用 {count} 个词条</translation>
    </message>
</context>
<context>
    <name>ReviewQueue</name>
    <message>
        <source>Is it a brand?</source>
        <translation>是品牌吗？</translation>
    </message>
    <message>
        <source>1 Own brand</source>
        <translation>1 自有品牌</translation>
    </message>
    <message>
        <source>2 Competitor</source>
        <translation>2 竞品</translation>
    </message>
    <message>
        <source>3 Not a brand</source>
        <translation>3 不是品牌</translation>
    </message>
    <message>
        <source>The selected names are your own brand (key 1)</source>
        <translation>所选名称是自有品牌（按键 1）</translation>
    </message>
    <message>
        <source>The selected names are competitors (key 2)</source>
        <translation>所选名称是竞品（按键 2）</translation>
    </message>
    <message>
        <source>The selected names are no brands; they are not asked about again (key 3)</source>
        <translation>所选名称不是品牌，以后不再问（按键 3）</translation>
    </message>
    <message>
        <source>Show its words</source>
        <translation>看它的词</translation>
    </message>
    <message>
        <source>Here you are asked about names that may be a brand, with the words and the spend behind each. Import a keyword report of your ad console.</source>
        <translation>这里会问您哪些名称可能是品牌，并列出背后的词和花费。请导入广告后台的关键词报表。</translation>
    </message>
    <message>
        <source>Import files…</source>
        <translation>导入文件…</translation>
    </message>
    <message>
        <source>Nothing waits: every word begins with something that the dictionaries know, or that you have answered. What later imports bring is asked here.</source>
        <translation>没有要确认的：每个词的开头要么词典认识，要么您已回答过。以后导入的新名称会在这里问您。</translation>
    </message>
    <message>
        <source>Its words: {words}</source>
        <translation>它的词：{words}</translation>
    </message>
    <message>
        <source>{text} and {count} more</source>
        <translation>{text}，还有 {count} 个</translation>
    </message>
    <message>
        <source>Looking through the words for names to confirm…</source>
        <translation>正在从词里找需要确认的名称…</translation>
    </message>
</context>
<context>
    <name>RulesBar</name>
    <message>
        <source>Accessory shop</source>
        <translation>配件店</translation>
    </message>
    <message>
        <source>On: a rival&apos;s name beside an accessory (手机壳 for 苹果) says what it fits, and the word isn&apos;t a competitor&apos;s.</source>
        <translation>打开后：竞品名和配件词在一起（如“苹果手机壳”）只表示适用机型，不算竞品词。</translation>
    </message>
    <message>
        <source>Show them</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>Switching it now: {text}</source>
        <translation>现在切换：{text}</translation>
    </message>
</context>
<context>
    <name>TeachLink</name>
    <message>
        <source>Into a dictionary…</source>
        <translation>记进词典…</translation>
    </message>
    <message>
        <source>Make a name of this word an entry; what that changes is shown first</source>
        <translation>把这个词里的名称记成词条；先列出会改动什么</translation>
    </message>
</context>
<context>
    <name>View</name>
    <message>
        <source>Reading the dictionaries</source>
        <translation>正在读取词典</translation>
    </message>
    <message>
        <source>Own brands</source>
        <translation>自有品牌</translation>
    </message>
    <message>
        <source>Competitors</source>
        <translation>竞品</translation>
    </message>
    <message>
        <source>Category terms</source>
        <translation>品类词</translation>
    </message>
    <message>
        <source>Modifiers</source>
        <translation>修饰词</translation>
    </message>
    <message>
        <source>Ordinary words</source>
        <translation>普通词</translation>
    </message>
    <message>
        <source>Is it a brand? ({count})</source>
        <translation>是品牌吗？（{count}）</translation>
    </message>
    <message>
        <source>Is it a brand?</source>
        <translation>是品牌吗？</translation>
    </message>
    <message>
        <source>Turn the rule of accessory shops on</source>
        <translation>打开配件店规则</translation>
    </message>
    <message>
        <source>Turn the rule of accessory shops off</source>
        <translation>关闭配件店规则</translation>
    </message>
    <message>
        <source>Tables (*.xlsx *.xls *.csv *.txt *.ods *.et)</source>
        <translation>表格 (*.xlsx *.xls *.csv *.txt *.ods *.et)</translation>
    </message>
    <message>
        <source>Import names</source>
        <translation>导入名称</translation>
    </message>
    <message>
        <source>“{file}” holds no table.</source>
        <translation>“{file}”里没有表格。</translation>
    </message>
    <message>
        <source>Reading {name}</source>
        <translation>正在读取 {name}</translation>
    </message>
    <message>
        <source>Names to confirm</source>
        <translation>待确认的名称</translation>
    </message>
</context>
</TS>
