"""Provincial regions under their short names, whatever an export calls them."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from typing import Final

import pyarrow as pa
import pyarrow.compute as pc

from shopdesk import assets
from shopdesk.io.dialects.cells import per_value

PROVINCES: Final = (
    "北京", "天津", "河北", "山西", "内蒙古", "辽宁", "吉林", "黑龙江", "上海", "江苏", "浙江", "安徽",
    "福建", "江西", "山东", "河南", "湖北", "湖南", "广东", "广西", "海南", "重庆", "四川", "贵州",
    "云南", "西藏", "陕西", "甘肃", "青海", "宁夏", "新疆", "台湾", "香港", "澳门",
)  # fmt: skip
MUNICIPALITIES: Final = ("北京", "天津", "上海", "重庆", "香港", "澳门")
_ENGLISH: Final = {
    "beijing": "北京", "tianjin": "天津", "hebei": "河北", "shanxi": "山西", "inner mongolia": "内蒙古",
    "nei mongol": "内蒙古",
    "liaoning": "辽宁", "jilin": "吉林", "heilongjiang": "黑龙江", "shanghai": "上海", "jiangsu": "江苏",
    "zhejiang": "浙江",
    "anhui": "安徽", "fujian": "福建", "jiangxi": "江西", "shandong": "山东", "henan": "河南", "hubei": "湖北",
    "hunan": "湖南",
    "guangdong": "广东", "guangxi": "广西", "hainan": "海南", "chongqing": "重庆", "sichuan": "四川", "guizhou": "贵州",
    "yunnan": "云南", "tibet": "西藏", "xizang": "西藏", "shaanxi": "陕西", "gansu": "甘肃", "qinghai": "青海",
    "ningxia": "宁夏", "xinjiang": "新疆", "taiwan": "台湾", "hong kong": "香港", "macau": "澳门", "macao": "澳门",
}  # fmt: skip
ENGLISH_NAMES: Final = {name: english.title() for english, name in reversed(_ENGLISH.items())}
"""One English name of each region, the first that is listed."""
_BY_PREFIX: Final = {name[:2]: name for name in PROVINCES}
_PREFECTURES: Final = {"海南藏族自治州": "青海", "海南州": "青海", "吉林市": "吉林"}
_ENDING: Final = re.compile(r"^(?:省|市|特别行政区|(?:壮族|回族|维吾尔)?自治区|地区|\(.*\))?$")
_TREE: Final = re.compile(r"^[\s├└─│┌┬┴┼━┣┗┃|`+\-]+")
_FOREIGN_LENGTH: Final = 40


def is_tree_child(text: str) -> bool:
    """Return whether a cell stands under another in a tree drawn with glyphs."""
    return bool(re.match(r"^\s*[├└│┣┗]", text))


def without_tree(text: str) -> str:
    """Return a cell of such a tree without its glyphs."""
    return _TREE.sub("", text).strip()


def province(text: str) -> str | None:
    """Return the short name of a provincial region; None where the text names none by itself."""
    text = text.strip()
    name = _BY_PREFIX.get(text[:2])
    if name and text.startswith(name) and _ENDING.match(text[len(name) :]):
        return name
    english = re.sub(r"\s*(?:province|municipality|autonomous region|sar|,.*)$", "", text.lower()).strip()
    return _ENGLISH.get(english.split(" zhuang")[0].split(" hui")[0].split(" uygur")[0])


def region_name(text: str) -> str | None:
    """Return the province of a region cell, the cell itself for foreign or coarser regions, None for an address."""
    known = province(text)
    if known:
        return known
    address = address_province(text)
    if address and len(text) > len(address):
        return address
    return text if len(text) <= _FOREIGN_LENGTH and not re.search(r"\d{3}", text) else None


def address_province(text: str) -> str | None:
    """Return the province that an address starts with: the only part of it that is kept."""
    for prefecture, holder in _PREFECTURES.items():
        if text.startswith(prefecture):
            return holder
    name = _BY_PREFIX.get(text[:2])
    return name if name and text.startswith(name) else province(text.split(" ", maxsplit=1)[0])


def city_name(text: str) -> str | None:
    """Return a city without its ending: 杭州市 is 杭州."""
    if len(text) > _FOREIGN_LENGTH:
        return None
    return text.removesuffix("市") if len(text) > 2 else text


@cache
def city_provinces() -> dict[str, str]:
    """Return city → province by short names; the municipalities stand for themselves."""
    table = tomllib.loads(assets.path("cities.toml").read_text(encoding="utf-8"))
    cities = {city: name for name, line in table.items() for city in line.split()}
    return {name: name for name in MUNICIPALITIES} | cities


def province_of_city(text: str) -> str | None:
    """Return the province of a city with or without its ending; None where the city isn't known."""
    known = city_provinces()
    whole = known.get(text.removesuffix("市")) or province(text)
    if whole or not re.search(r"(?:市|州|盟|地区)$", text):
        return whole
    return next((known[text[:size]] for size in (5, 4, 3, 2) if text[:size] in known), None)


def address_provinces(texts: pa.Array) -> pa.Array:
    """Return the province a distinct address; looks at the first letters of each distinct beginning only."""
    heads = pc.utf8_slice_codeunits(texts, 0, 12).dictionary_encode()
    return per_value(heads.dictionary, address_province, pa.string()).take(heads.indices)
