"""Where and when people search: the provinces by census, and a day of an online shop."""

from __future__ import annotations

from typing import Final

import numpy as np

PROVINCES: Final[dict[str, float]] = {
    "广东": 126.0, "山东": 101.5, "河南": 99.4, "江苏": 84.7, "四川": 83.7, "河北": 74.6, "湖南": 66.4, "浙江": 64.6,
    "安徽": 61.0, "湖北": 57.8, "广西": 50.1, "云南": 47.2, "江西": 45.2, "辽宁": 42.6, "福建": 41.5, "陕西": 39.5,
    "贵州": 38.6, "山西": 34.9, "重庆": 32.1, "黑龙江": 31.9, "新疆": 25.9, "甘肃": 25.0, "上海": 24.9, "吉林": 24.1,
    "内蒙古": 24.0, "北京": 21.9, "天津": 13.9, "海南": 10.1, "宁夏": 7.2, "青海": 5.9, "西藏": 3.6,
}  # fmt: skip
"""Millions of people by the census of 2020."""

DAY: Final = np.array([
    2.6, 1.5, 0.9, 0.6, 0.5, 0.7, 1.3, 2.4, 3.7, 4.7, 5.5, 5.4,
    5.3, 5.2, 5.0, 5.0, 4.9, 4.7, 4.8, 5.9, 7.2, 8.1, 7.7, 5.0,
])  # fmt: skip
"""Searches by hour in percent of the day (invented: a dip before dawn, a plateau from 10, a peak about 21)."""
WEEKEND: Final = {5: 1.08, 6: 1.10}
"""Saturday and Sunday against a weekday."""
