"""Write the sample shop: ``python -m benchmarks.sample_shop FOLDER [--orders N] [--words N] [--days N]``."""

from __future__ import annotations

import argparse
from pathlib import Path

from benchmarks.sample_shop.files import write
from benchmarks.sample_shop.shop import Shape, make


def main() -> None:
    shipped = Shape()
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--seed", type=int, default=shipped.seed)
    parser.add_argument("--orders", type=int, default=shipped.order_count)
    parser.add_argument("--products", type=int, default=shipped.product_count)
    parser.add_argument("--words", type=int, default=shipped.word_count)
    parser.add_argument("--keyword-days", type=int, default=shipped.keyword_days)
    given = parser.parse_args()
    shape = Shape(
        seed=given.seed,
        order_count=given.orders,
        product_count=given.products,
        word_count=given.words,
        keyword_days=given.keyword_days,
    )
    for path in write(make(shape), given.folder):
        print(f"{path.stat().st_size:>10,} {path.name}")


if __name__ == "__main__":
    main()
