"""Make the domain's table of metrics out of ``resources/metric_dictionary.toml``: ``build`` writes, ``check`` compares.

The domain reads no files, and a start must not parse the dictionary; so what the board needs of it is compiled, as the
translations are. Notes and sources stay in the resource, which the interface reads when it shows them.
"""

from __future__ import annotations

import sys
import tomllib
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from shopdesk.domain.kpi.formula import FormulaIssue, Vocabulary, parse  # noqa: E402
from shopdesk.domain.kpi.term import Name, Number, Pair, as_text, names  # noqa: E402

SOURCE = ROOT / "resources" / "metric_dictionary.toml"
TARGET = ROOT / "shopdesk" / "domain" / "kpi" / "shipped.py"
HEAD = '''"""The shipped metrics as rows: written by ``packaging/metrics.py build``, never by hand."""

from __future__ import annotations

from typing import Final, TypeAlias

PartRow: TypeAlias = tuple[str, str, str, str, str, str, dict[str, tuple[tuple[str, ...], str]]]
MetricRow: TypeAlias = tuple[str, str, str, str, str, str, str, float, str, str, str, int]

# fmt: off
'''


def part_row(part: dict[str, Any]) -> tuple[object, ...]:
    """Return key, names, kind, roll-up, count and origins of a part."""
    origins = {
        table: (tuple(origin["columns"]), origin.get("weight", "")) for table, origin in part.get("from", {}).items()
    }
    count = part.get("count", part["key"])
    return part["key"], part["zh"], part["en"], part["kind"], part.get("roll_up", "sum"), count, origins


def metric_row(metric: dict[str, Any], parts: dict[str, dict[str, Any]]) -> tuple[object, ...]:
    """Return key, names, group, unit, numerator, denominator, factor, formula, good, count and window of a metric."""
    term = parse(metric["formula"], Vocabulary.of((key, key) for key in parts))
    if isinstance(term, FormulaIssue):
        raise SystemExit(f"{metric['key']}: {term}")
    above, below, factor, formula = "", "", 1.0, ""
    match term:
        case Name(key):
            above = key
        case Pair("/", Name(key), Name(other)):
            above, below = key, other
        case Pair("*", Pair("/", Name(key), Name(other)), Number(value)):
            above, below, factor = key, other, value
        case Pair("/", Pair("/", Name(key), Name(other)), Number(value)):
            above, below, factor = key, other, 1 / value
        case _:
            formula = as_text(term)
    first = parts[names(term)[0]]
    count = metric.get("count", first.get("count", first["key"]))
    head = metric["key"], metric["zh"], metric["en"], metric["group"], metric["unit"]
    return *head, above, below, factor, formula, metric["good"], count, metric.get("window_days", 0)


def made() -> str:
    """Return the module as it should be."""
    with SOURCE.open("rb") as file:
        dictionary = tomllib.load(file)
    parts = {part["key"]: part for part in dictionary["part"]}
    text = HEAD + "PARTS: Final[tuple[PartRow, ...]] = (\n"
    text += "".join(f"    {_literal(part_row(part))},\n" for part in parts.values())
    text += ")\n\nMETRICS: Final[tuple[MetricRow, ...]] = (\n"
    text += "".join(f"    {_literal(metric_row(metric, parts))},\n" for metric in dictionary["metric"])
    return text + ")\n"


def _literal(value: object) -> str:
    match value:
        case str():
            return f'"{value}"'
        case tuple():
            inner = ", ".join(_literal(one) for one in value)
            return f"({inner},)" if len(value) == 1 else f"({inner})"
        case dict():
            return "{" + ", ".join(f"{_literal(key)}: {_literal(one)}" for key, one in value.items()) + "}"
        case _:
            return repr(value)


def main() -> int:
    """Write or compare, as the first argument says."""
    if sys.argv[1:] == ["build"]:
        TARGET.write_text(made(), encoding="utf-8")
        return 0
    if sys.argv[1:] != ["check"]:
        print(__doc__)
        return 2
    if TARGET.read_text(encoding="utf-8") == made():
        return 0
    print(f"{TARGET.relative_to(ROOT)} is older than its dictionary: run packaging/metrics.py build")
    return 1


if __name__ == "__main__":
    raise SystemExit(main())
