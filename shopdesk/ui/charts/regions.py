"""Where the 34 provincial regions stand on the tile map, and what they are called."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Region:
    """A region: its canonical Chinese short name (the key of all facts), ISO 3166-2 letters, English name, place."""

    name: str
    code: str
    english: str
    row: int
    column: int


REGIONS: Final = (
    Region("内蒙古", "NM", "Inner Mongolia", 0, 5),
    Region("黑龙江", "HL", "Heilongjiang", 0, 8),
    Region("新疆", "XJ", "Xinjiang", 1, 0),
    Region("甘肃", "GS", "Gansu", 1, 2),
    Region("宁夏", "NX", "Ningxia", 1, 3),
    Region("山西", "SX", "Shanxi", 1, 4),
    Region("河北", "HE", "Hebei", 1, 5),
    Region("北京", "BJ", "Beijing", 1, 6),
    Region("辽宁", "LN", "Liaoning", 1, 7),
    Region("吉林", "JL", "Jilin", 1, 8),
    Region("西藏", "XZ", "Tibet", 2, 0),
    Region("青海", "QH", "Qinghai", 2, 1),
    Region("陕西", "SN", "Shaanxi", 2, 3),
    Region("河南", "HA", "Henan", 2, 4),
    Region("山东", "SD", "Shandong", 2, 5),
    Region("天津", "TJ", "Tianjin", 2, 6),
    Region("四川", "SC", "Sichuan", 3, 2),
    Region("重庆", "CQ", "Chongqing", 3, 3),
    Region("湖北", "HB", "Hubei", 3, 4),
    Region("安徽", "AH", "Anhui", 3, 5),
    Region("江苏", "JS", "Jiangsu", 3, 6),
    Region("上海", "SH", "Shanghai", 3, 7),
    Region("贵州", "GZ", "Guizhou", 4, 3),
    Region("湖南", "HN", "Hunan", 4, 4),
    Region("江西", "JX", "Jiangxi", 4, 5),
    Region("浙江", "ZJ", "Zhejiang", 4, 6),
    Region("云南", "YN", "Yunnan", 5, 2),
    Region("广西", "GX", "Guangxi", 5, 3),
    Region("广东", "GD", "Guangdong", 5, 4),
    Region("福建", "FJ", "Fujian", 5, 5),
    Region("台湾", "TW", "Taiwan", 5, 7),
    Region("海南", "HI", "Hainan", 6, 3),
    Region("澳门", "MO", "Macao", 6, 4),
    Region("香港", "HK", "Hong Kong", 6, 5),
)
ROWS: Final = 7
COLUMNS: Final = 9
BY_NAME: Final = {region.name: region for region in REGIONS}
