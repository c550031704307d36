"""The period and what it is compared with, as two buttons of the tool bar that name their dates."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QDate, QEvent, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QCalendarWidget, QFrame, QHBoxLayout, QMenu, QToolButton, QVBoxLayout, QWidget

from shopdesk.domain.periods import Comparison, Period
from shopdesk.ui import formats, icons
from shopdesk.ui.cards import button, label

if TYPE_CHECKING:  # the calendar is read when somebody aligns by it
    from shopdesk.domain.kpi.calendar import CampaignCalendar

PRESETS: Final = ("day", "days7", "days28", "weeks6", "days90", "month", "last_month")
DEFAULT_PRESET: Final = "weeks6"
WEEK_DAYS: Final = 7


def preset_period(key: str, *, until: date) -> Period:
    """Return the days of a preset that ends with the last day that has data."""
    match key:
        case "day":
            return Period(until, until)
        case "days7":
            return Period.last(days=7, until=until)
        case "days28":
            return Period.last(days=28, until=until)
        case "days90":
            return Period.last(days=90, until=until)
        case "month":
            return Period(until.replace(day=1), until)
        case "last_month":
            end = until.replace(day=1) - timedelta(days=1)
            return Period(end.replace(day=1), end)
        case _:
            return Period.last(days=42, until=until)


class PeriodPicker(QToolButton):
    """Names the period; its menu has the presets and an own span. ``picked`` carries (preset or "", Period)."""

    picked = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("outlined", True)
        self.setProperty("menu", True)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setIconSize(QSize(16, 16))
        self._until: date | None = None
        self._today = date.min
        self._first: date | None = None
        self._key = DEFAULT_PRESET
        self._period: Period | None = None
        self._menu = QMenu(self)
        self._menu.aboutToShow.connect(self._fill)
        self.setMenu(self._menu)
        self.show_texts()

    def set_data(self, *, first: date | None, until: date | None, today: date) -> None:
        """Set the days that have data; without any the button says so and is disabled."""
        self._first, self._until, self._today = first, until, today
        self.setEnabled(until is not None)
        self.show_texts()

    def set_period(self, key: str, period: Period | None) -> None:
        """Show a period; ``key`` is its preset or empty for an own span."""
        self._key, self._period = key, period
        self.show_texts()

    def preset_name(self, key: str) -> str:
        """Return the name of a preset in the language in force."""
        match key:
            case "day":
                is_yesterday = self._until is not None and self._today - self._until == timedelta(days=1)
                return self.tr("Yesterday") if is_yesterday else self.tr("Latest day")
            case "days7":
                return self.tr("Last 7 days")
            case "days28":
                return self.tr("Last 28 days")
            case "weeks6":
                return self.tr("Last 6 weeks")
            case "days90":
                return self.tr("Last 90 days")
            case "month":
                return self.tr("This month")
            case "last_month":
                return self.tr("Last month")
            case _:
                return self.tr("Own span")

    def show_texts(self) -> None:
        """Write the button's text and icon anew."""
        self.setIcon(icons.icon("calendar"))
        if self._period is None or self._until is None:
            text = self.tr("No data yet")
        else:
            dates = formats.span(self._period.start, self._period.end, today=self._until)
            text = f"{self.preset_name(self._key)}  {dates}"
        self.setText(f"{formats.ICON_GAP}{text}")
        self.setAccessibleName(self.tr("Period: {period}").format(period=text))
        self.setToolTip(self.tr("The days that all tabs show; they end with the last day that has data"))

    def changeEvent(self, event: QEvent) -> None:
        """Follow look and language."""
        if event.type() in (QEvent.Type.LanguageChange, QEvent.Type.PaletteChange):
            self.show_texts()
        super().changeEvent(event)

    def _fill(self) -> None:
        self._menu.clear()
        if self._until is None:
            return
        group = QActionGroup(self._menu)
        for key in PRESETS:
            period = preset_period(key, until=self._until)
            dates = formats.span(period.start, period.end, today=self._until)
            action = QAction(f"{self.preset_name(key)}\t{dates}", self._menu, checkable=True)
            action.setChecked(key == self._key)
            action.triggered.connect(lambda _=False, k=key, p=period: self.picked.emit(k, p))
            group.addAction(action)
            self._menu.addAction(action)
        self._menu.addSeparator()
        own = self._menu.addAction(self.tr("Own span…"))
        own.triggered.connect(self._open_calendar)

    def _open_calendar(self) -> None:
        popup = SpanPopup(self._period, self._first, self._until, self)
        popup.chosen.connect(lambda period: self.picked.emit("", period))
        popup.move(self.mapToGlobal(QPoint(0, self.height() + 2)))
        popup.show()


class SpanPopup(QFrame):
    """Two calendars side by side: first and last day."""

    chosen = Signal(object)

    def __init__(self, period: Period | None, first: date | None, until: date | None, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("role", "card")
        column = QVBoxLayout(self)
        row = QHBoxLayout()
        column.addLayout(row)
        self._from = self._calendar(row, self.tr("First day"))
        self._to = self._calendar(row, self.tr("Last day"))
        for calendar in (self._from, self._to):
            if first is not None and until is not None:
                calendar.setDateRange(QDate(first.year, first.month, 1), QDate(until.year, until.month, until.day))
            calendar.selectionChanged.connect(self._changed)
        self._text = label("", "secondary")
        self._use = button(self.tr("Show these days"), primary=True)
        self._use.clicked.connect(self._accept)
        bottom = QHBoxLayout()
        bottom.addWidget(self._text, 1)
        bottom.addWidget(self._use)
        column.addLayout(bottom)
        if period is not None:
            self._from.setSelectedDate(QDate(period.start.year, period.start.month, period.start.day))
            self._to.setSelectedDate(QDate(period.end.year, period.end.month, period.end.day))
        self._changed()

    def _calendar(self, row: QHBoxLayout, name: str) -> QCalendarWidget:
        column = QVBoxLayout()
        column.addWidget(label(name, "secondary"))
        calendar = QCalendarWidget()
        calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        calendar.setAccessibleName(name)
        for weekday in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):  # red means up here, not weekend
            calendar.setWeekdayTextFormat(weekday, calendar.weekdayTextFormat(Qt.DayOfWeek.Monday))
        column.addWidget(calendar)
        row.addLayout(column)
        return calendar

    def _span(self) -> tuple[date, date]:
        first, last = self._from.selectedDate(), self._to.selectedDate()
        return date(first.year(), first.month(), first.day()), date(last.year(), last.month(), last.day())

    def _changed(self) -> None:
        first, last = self._span()
        is_valid = first <= last
        self._use.setEnabled(is_valid)
        if is_valid:
            days = (last - first).days + 1
            self._text.setText(
                self.tr("{span}, {days} {days:day|days}").format(
                    span=formats.span(first, last), days=formats.full(days)
                )
            )
        else:
            self._text.setText(self.tr("The last day lies before the first"))

    def _accept(self) -> None:
        self.chosen.emit(Period(*self._span()))
        self.close()


_BY_CALENDAR: Final = frozenset({Comparison.LUNAR_LAST_YEAR, Comparison.CAMPAIGN_LAST_YEAR})


class ComparisonPicker(QToolButton):
    """Names what the period is compared with, and its dates."""

    picked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("outlined", True)
        self.setProperty("menu", True)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._comparison = Comparison.PREVIOUS
        self._period: Period | None = None
        self._calendar: Callable[[], CampaignCalendar] | None = None
        self._menu = QMenu(self)
        self._menu.aboutToShow.connect(self._fill)
        self.setMenu(self._menu)
        self.show_texts()

    def set_state(
        self,
        comparison: Comparison,
        period: Period | None,
        calendar: Callable[[], CampaignCalendar] | None = None,
    ) -> None:
        """Show a comparison of a period; hidden without one. ``calendar`` is asked where days are aligned by it."""
        self._comparison, self._period, self._calendar = comparison, period, calendar
        self.setVisible(period is not None)
        self.show_texts()

    def comparison_name(self, comparison: Comparison) -> str:
        """Return the name of a comparison in the language in force."""
        match comparison:
            case Comparison.PREVIOUS:
                return self.tr("period before")
            case Comparison.SAME_WEEKDAY if self._period is not None and self._period.days > WEEK_DAYS:
                weeks = -(-self._period.days // WEEK_DAYS)
                return self.tr("the {count} weeks before").format(count=formats.full(weeks))
            case Comparison.SAME_WEEKDAY:
                return self.tr("same weekdays before")
            case Comparison.LAST_YEAR:
                return self.tr("a year before")
            case Comparison.WEEKDAY_LAST_YEAR:
                return self.tr("same weekdays a year before")
            case Comparison.LUNAR_LAST_YEAR:
                return self.tr("same lunar days a year before")
            case Comparison.CAMPAIGN_LAST_YEAR:
                return self.tr("same campaign days a year before")
            case Comparison.NONE:
                return self.tr("nothing")

    def base(self, comparison: Comparison) -> tuple[Period, str, bool] | None:
        """Return the days that a comparison is against, what they are, and whether they are what was asked for.

        A lunar or campaign day that the calendar doesn't know is compared by the weekday.
        """
        if self._period is None:
            return None
        if self._calendar is not None and comparison in _BY_CALENDAR:
            from shopdesk.domain.kpi.alignment import base_of

            found = base_of(self._period, comparison, self._calendar())
            if found is None:
                return None
            name = self.comparison_name(found.comparison)
            if found.campaign is not None:
                campaign = found.campaign.name(chinese=formats.language() == "zh_CN")
                name = self.tr("{campaign} a year before").format(campaign=campaign)
            return found.period, name, found.comparison is comparison
        compared = self._period.compared(comparison)
        return None if compared is None else (compared, self.comparison_name(comparison), True)

    def show_texts(self) -> None:
        """Write the button's text anew, with what is compared where it isn't what was asked for."""
        base = self.base(self._comparison)
        text = self.tr("Against {base}").format(base=base[1] if base else self.comparison_name(self._comparison))
        self.setText(f"{text}  {_dates(base[0])}" if base else text)
        self.setAccessibleName(self.text())

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.show_texts()
        super().changeEvent(event)

    def _fill(self) -> None:
        self._menu.clear()
        for comparison in Comparison:
            base = self.base(comparison)
            there = base is None or base[2]
            dates = f"\t{_dates(base[0])}" if base and there else ""
            action = self._menu.addAction(self.comparison_name(comparison) + dates)
            action.setCheckable(True)
            action.setEnabled(there)
            action.setChecked(comparison is self._comparison)
            action.triggered.connect(lambda _=False, c=comparison: self.picked.emit(c))


def _dates(period: Period) -> str:
    return formats.span(period.start, period.end, today=period.end)
