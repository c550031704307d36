"""Write ``domain/keywords/traditional.py`` from the dictionary texts of OpenCC (Apache-2.0): ``… FOLDER``.

FOLDER holds TSCharacters.txt, TSPhrases.txt and TWPhrasesRev.txt as OpenCC ships them. Run by hand, seldom.
"""

from __future__ import annotations

import sys
from pathlib import Path

TARGET = Path(__file__).resolve().parent.parent / "shopdesk" / "domain" / "keywords" / "traditional.py"
WIDTH = 100

# Taiwan's phrases are taken only where they hold a traditional sign, so that mainland words stay (桌布 is a
# tablecloth there and a wallpaper here), except for these, which nobody on the mainland would type.
UNMISTAKABLE = ("滑鼠", "咖哩", "硬碟", "光碟", "磁碟", "晶片", "伺服器", "列印", "奈米", "人工智慧")
# Computing and countries whose phrases mean something else on a shelf.
LEFT_OUT = {
    "資料", "開啟", "獅子山", "卡達", "迦納", "複製", "裝置", "設定", "執行", "連線", "傳送", "釋出", "過載", "指標",
    "載入", "資訊", "通訊", "訊息", "數位", "檔案", "專案", "型別", "低階", "高階", "進階", "遠端", "互動", "類比",
    "存檔", "查詢", "檢視", "啟用", "截圖", "繫結", "線上", "聯絡", "結束通話", "變數", "陣列", "金鑰", "例項",
}  # fmt: skip
GOODS = {
    "數位相機": "数码相机", "智慧型手機": "智能手机", "行動電源": "充电宝", "原子筆": "圆珠笔", "洗髮精": "洗发水",
    "衛生棉": "卫生巾", "藍芽": "蓝牙", "隨身碟": "u盘", "螢光": "荧光", "臨時": "临时", "影印機": "复印机",
    "乾隆": "乾隆", "乾坤": "乾坤",
}  # fmt: skip
SIGNS = {"咭": "卡", "葯": "药"}


def rows(path: Path) -> list[tuple[str, str]]:
    pairs = (line.split("\t") for line in path.read_text(encoding="utf-8").splitlines() if "\t" in line)
    return [(key, values.split()[0]) for key, values in pairs]


def signs(folder: Path) -> dict[str, str]:
    found = {key: value for key, value in rows(folder / "TSCharacters.txt") if key != value} | SIGNS
    found = {key: value for key, value in found.items() if max(key + value) <= "\uffff"}
    for key in found:
        while found[key] in found:
            found[key] = found[found[key]]
    return found


def phrases(folder: Path, table: dict[int, str]) -> dict[str, str]:
    simple = dict(rows(folder / "TSPhrases.txt"))
    found = {key: value for key, value in simple.items() if value != key.translate(table)}
    for key, value in rows(folder / "TWPhrasesRev.txt"):
        plain = value.translate(table).casefold()
        wanted = key in UNMISTAKABLE or (key != key.translate(table) and key not in LEFT_OUT)
        if wanted and plain != key.translate(table) and key.casefold() == key:
            found[key] = plain
    return found | GOODS


def lines(name: str, text: str) -> list[str]:
    parts = [text[start : start + WIDTH] for start in range(0, len(text), WIDTH)]
    return [f"{name}: Final = (", *(f'    "{part}"' for part in parts), ")"]


def main() -> int:
    folder = Path(sys.argv[1])
    single = signs(folder)
    table = str.maketrans(single)
    known = phrases(folder, table)
    out = [
        '"""Traditional signs and phrases with their simplified spelling; written by packaging/traditional.py.',
        "",
        "From the dictionaries of OpenCC, Apache License 2.0: see resources/licences/opencc.txt.",
        '"""',
        "",
        "from typing import Final",
        "",
        *lines("SIGNS", "".join(single)),
        '"""Signs that are only traditional, each at the place of its spelling in ``PLAIN``."""',
        *lines("PLAIN", "".join(single.values())),
        "PHRASES: Final = {",
        *(f'    "{key}": "{value}",' for key, value in sorted(known.items())),
        "}",
        '"""Phrases that are spelt otherwise than sign by sign; longer ones go first."""',
        "",
    ]
    TARGET.write_text("\n".join(out), encoding="utf-8")
    print(f"{len(single)} signs, {len(known)} phrases")
    return 0


if __name__ == "__main__":
    sys.exit(main())
