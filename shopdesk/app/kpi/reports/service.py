"""Service: refunds by reason and what customers say in reviews."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from shopdesk.app.kpi.reports.indicators import indicators
from shopdesk.app.kpi.reports.model import Block, Column, Kind, Paragraph, Section, Table, Tone
from shopdesk.app.kpi.reports.source import ReportSource, ReportSpan
from shopdesk.domain.periods import Period
from shopdesk.domain.refunds import went_through

if TYPE_CHECKING:
    import pandas as pd

BAD_SCORE: Final = 3
"""Reviews with this score or fewer stars ask for an answer."""
LISTED: Final = 5
ANSWER_HOURS: Final = 24
"""Hours within which a bad review should be answered. [k] An editable habit, no rule of a platform."""


def service(
    source: ReportSource, span: ReportSpan, names: Sequence[str], *, limit: int = LISTED, is_brief: bool = False
) -> Section:
    """Return the service figures, refunds and reviews of the period; a brief one prints no table of stars."""
    words, period = source.words, span.period
    figures = indicators(source, span, "service", names)
    blocks = (*figures, *_refunds(source, period, limit), *_reviews(source, period, limit, is_brief=is_brief))
    return Section("service", words("service"), blocks)


def _refunds(source: ReportSource, period: Period, limit: int) -> tuple[Block, ...]:
    words = source.words
    rows = source.rows("refunds")
    if rows.empty or not {"finished_at", "refunded"} <= set(rows.columns):
        return (source.absent(["refunds"], "for_refunds"),)
    done = _within(rows.loc[went_through(rows)], "finished_at", period)
    if done.empty:
        return (Paragraph(words("no_refunds"), Tone.NOTE),)
    reasons = done["reason"].astype("str") if "reason" in done.columns else done["status"].astype("str")
    grouped = (done["refunded"].astype(float) / 100).groupby(reasons).agg(["count", "sum"])
    ordered = grouped.sort_values("sum", ascending=False)
    listed = [(str(name), int(count), float(total)) for name, count, total in ordered.itertuples()]
    columns = (
        Column("name", words("refund_reason"), width=2.6),
        Column("count", words("refunds"), Kind.INTEGER),
        Column("amount", words("refund_amount"), Kind.MONEY),
    )
    total = (words("total"), len(done), float(done["refunded"].sum()) / 100)
    note = words("more_rows", count=len(listed) - limit) if len(listed) > limit else ""
    return (Table("refunds", words("refunds_by_reason"), columns, tuple(listed[:limit]), total, note),)


def _reviews(source: ReportSource, period: Period, limit: int, *, is_brief: bool) -> tuple[Block, ...]:
    words = source.words
    rows = source.rows("reviews")
    if rows.empty or "reviewed_at" not in rows.columns:
        return (source.absent(["reviews"], "for_reviews"),)
    own = _within(rows, "reviewed_at", period)
    if own.empty:
        return (Paragraph(words("no_reviews"), Tone.NOTE),)
    scores = own["score"].dropna() if "score" in own.columns else own.iloc[:0, 0]
    counts = Counter(int(score) for score in scores)
    bad = own.loc[own["score"] <= BAD_SCORE] if "score" in own.columns else own.iloc[:0]
    summary = words("reviews_summary", count=len(own), bad=len(bad), low=BAD_SCORE, hours=ANSWER_HOURS)
    columns = (
        Column("score", words("stars"), Kind.INTEGER),
        Column("count", words("reviews"), Kind.INTEGER),
    )
    stars = tuple((star, counts[star]) for star in sorted(counts))
    table = Table("stars", words("reviews_by_star"), columns, stars, pages=not is_brief)
    blocks: list[Block] = [Paragraph(summary, Tone.ODD if len(bad) else Tone.NORMAL)]
    if counts:
        blocks.append(table)
    if len(bad):
        blocks.append(_bad_reviews(source, bad.sort_values("reviewed_at", ascending=False), limit))
    return tuple(blocks)


def _bad_reviews(source: ReportSource, bad: pd.DataFrame, limit: int) -> Table:
    words = source.words
    columns = (
        Column("when", words("date"), Kind.DATE),
        Column("stars", words("stars"), Kind.INTEGER, width=0.6),
        Column("text", words("review_text"), width=5),
    )
    rows = tuple(
        (moment.date(), int(score), str(text)[:80])
        for moment, score, text in zip(bad["reviewed_at"], bad["score"], bad.get("text", bad["score"]), strict=True)
    )
    note = words("more_rows", count=len(rows) - limit) if len(rows) > limit else ""
    return Table("bad_reviews", words("bad_reviews"), columns, rows[:limit], note=note)


def _within(rows: pd.DataFrame, moment: str, period: Period) -> pd.DataFrame:
    days = rows[moment].dt.date
    found: pd.DataFrame = rows.loc[rows[moment].notna() & (days >= period.start) & (days <= period.end)]
    return found
