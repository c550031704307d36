"""What a shop believes of ladders: kept within limits, undone whole, and marked while it stands as shipped."""

from __future__ import annotations

import sqlite3
from datetime import date

from shopdesk.app.changes import SetRows
from shopdesk.app.promotions.beliefs import (
    LADDER_BELIEFS,
    NOTHING_OWN,
    VALUES,
    LadderBelief,
    learn_from,
    set_belief,
)
from shopdesk.domain.periods import Period
from shopdesk.domain.promotions.ladders.record import Belief, Ladder
from shopdesk.io.document_table import DocumentTable

CLEAN = Period(date(2026, 3, 1), date(2026, 3, 31))
CAMPAIGN = Period(date(2026, 4, 1), date(2026, 4, 7))
LADDER: Ladder = ((9_900, 500), (15_900, 1_500))


def only_row(change: SetRows) -> LadderBelief:
    (edit,) = change.edits
    assert isinstance(edit.row, LadderBelief)
    return edit.row


def test_that_shipped_values_are_those_of_the_model_and_all_unchecked() -> None:
    assert NOTHING_OWN.belief == Belief()
    assert NOTHING_OWN.unchecked == VALUES
    assert NOTHING_OWN.campaign is None


def test_that_an_own_value_is_held_within_its_limits_and_no_longer_unchecked() -> None:
    own = only_row(set_belief(NOTHING_OWN, top_up=3.0))
    assert own.top_up == 0.95
    assert "top_up" not in own.unchecked
    assert set_belief(own, top_up=0.95).edits == ()


def test_that_a_campaign_is_taken_over_beside_the_values() -> None:
    own = only_row(set_belief(NOTHING_OWN, tau=3.0))
    taught = only_row(learn_from(own, baseline=CLEAN, campaign=CAMPAIGN, ladder=LADDER, traffic=1.1))
    assert (taught.campaign, taught.baseline, taught.campaign_ladder) == (CAMPAIGN, CLEAN, LADDER)
    assert taught.tau == 3.0
    (edit,) = set_belief(own, tau=NOTHING_OWN.tau).edits
    assert edit.row is None


def test_that_the_document_survives_the_workspace_file() -> None:
    taught = only_row(learn_from(NOTHING_OWN, baseline=CLEAN, campaign=CAMPAIGN, ladder=LADDER, traffic=None))
    table = DocumentTable(LADDER_BELIEFS)
    connection = sqlite3.connect(":memory:")
    table.ensure(connection)
    table.put(connection, [taught])
    assert list(table.load(connection).values()) == [taught]
    connection.close()
