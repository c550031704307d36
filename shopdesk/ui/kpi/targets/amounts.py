"""Values of many units in one column: shown in their unit, typed as people write them (10万, 3.5 %)."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from shopdesk.domain.kpi.catalogue import BoardMetric
from shopdesk.domain.metrics import Unit
from shopdesk.ui import formats
from shopdesk.ui.grid import CellError, Column, Kind
from shopdesk.ui.grid.parsing import parse_cell
from shopdesk.ui.kpi.targets.wording import amount_text


@dataclass(frozen=True, slots=True)
class Amount:
    """A value with its metric, for a cell; as text it is what an editor begins with."""

    metric: BoardMetric
    value: float

    def __str__(self) -> str:
        if self.metric.unit is Unit.RATIO:
            return f"{self.value * 100:.10g}%"
        return f"{self.value:.10g}"

    @property
    def shown(self) -> str:
        """The value in its unit."""
        return amount_text(self.metric, self.value)


@dataclass(frozen=True, slots=True)
class Typed:
    """A number as typed, and whether it had a percent sign (the number is a fraction then)."""

    number: float
    is_percent: bool

    def value(self, metric: BoardMetric) -> float | None:
        """Return it as a value of a metric, None where a percent sign makes no sense."""
        if metric.unit is Unit.RATIO:
            return self.number if self.is_percent else self.number / 100
        return None if self.is_percent else self.number


@dataclass(frozen=True, slots=True)
class Share:
    """A planned change, for a cell; ``shown`` may hold more."""

    change: float
    shown: str = ""

    def __str__(self) -> str:
        return share_text(self.change)


def typed_amount(text: str) -> Typed:
    """Return what was typed for a value; raises ``CellError``."""
    is_percent = text.strip().endswith(("%", "％"))
    kind = Kind.PERCENT if is_percent else Kind.FLOAT
    return Typed(
        float(parse_cell(Column(name="value", title=str, kind=kind, required=True, minimum=0), text)), is_percent
    )


def typed_base(text: str) -> Typed | None:
    """Return what was typed for an own base, None for blank; raises ``CellError``."""
    return typed_amount(text) if text.strip() else None


def typed_share(text: str) -> Share:
    """Return what was typed for a planned change: -5, −5 % and +10% are shares; blank is 0; raises ``CellError``."""
    plain = text.strip()
    if not plain:
        return Share(0.0)
    column = Column(name="change", title=str, kind=Kind.PERCENT, required=True, minimum=-95, maximum=1000)
    return Share(float(parse_cell(column, plain)))


def share_text(change: float) -> str:
    """Return −5 %, +10 % or 0 %."""
    sign = "+" if change > 0 else formats.MINUS if change < 0 else ""
    return f"{sign}{abs(change) * 100:.10g} %"


def percent_refused(metric_name: str) -> CellError:
    """Return why a percent can't stand here."""
    text = QCoreApplication.translate("KpiTargets", "{name} is not a percentage")
    return CellError(text.format(name=metric_name))
