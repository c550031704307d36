"""Versions of a campaign: kept whole, compared, decided and put back, each as one step that can be undone."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from datetime import date

from shopdesk.app.promotions.candidates import add_candidate
from shopdesk.app.promotions.documents import OFFERS, remove_offer, set_fields
from shopdesk.app.promotions.stacking import stacking_of
from shopdesk.app.promotions.versions import (
    CAMPAIGN_VERSIONS,
    NONE_CHOSEN,
    CampaignVersion,
    Reason,
    decided,
    removed,
    restored,
    stored,
    version_now,
    versions_of,
)
from shopdesk.domain.promotions.campaign_changes import campaign_changes
from shopdesk.domain.promotions.design import LadderStep, OfferDesign, Status
from shopdesk.io.document_table import DocumentTable
from tests.unit.promotions.test_design_study import ITEM, LADDER, Shop, shop_with, studied

DAY = date(2026, 6, 22)
STACKING = stacking_of("taobao")


def kept(shop: Shop, offer: OfferDesign = LADDER, **fields: object) -> CampaignVersion:
    version = version_now(shop, offer, made_on=DAY, stacking=STACKING, **fields)  # type: ignore[arg-type]
    shop.push(stored(version))
    return version


def with_rival(shop: Shop) -> OfferDesign:
    change, added = add_candidate([LADDER, ITEM], LADDER, "满减 B", steps=(LadderStep(9_900, 300),))
    shop.push(change)
    return added


def test_that_a_version_keeps_offers_forecast_belief_and_rules_and_comes_back_whole_from_a_file() -> None:
    shop = shop_with(LADDER, ITEM)
    study = studied(shop, LADDER)
    version = kept(shop, note="=1+1 给老板看", name="第一版", study=study)
    assert version.offers == (LADDER,)
    assert [offer.offer_id for offer in version.beside] == ["i"]
    assert (version.orders, version.last_day) == (400, date(2026, 6, 3))
    foretold = version.foretold("a", "margin")
    assert foretold is not None
    assert foretold[1] <= foretold[2] <= foretold[3]
    connection = sqlite3.connect(":memory:")
    table = DocumentTable(CAMPAIGN_VERSIONS)
    table.ensure(connection)
    table.put(connection, [version])
    assert table.load(connection) == {(version.version_id,): version}


def test_that_a_forecast_of_other_figures_than_those_kept_is_not_kept() -> None:
    shop = shop_with(LADDER)
    study = studied(shop, LADDER)
    shop.push(set_fields(LADDER, steps=(LadderStep(20_000, 800),)))
    version = kept(shop, shop.row(OFFERS, ("a",)), study=study)
    assert not version.figures
    assert version.foretold("a", "orders") is None


def test_that_numbers_go_on_and_versions_of_other_campaigns_stay_apart() -> None:
    shop = shop_with(LADDER, ITEM)
    first, second, other = kept(shop), kept(shop), kept(shop, ITEM)
    assert [one.number for one in versions_of(shop, "a")] == [2, 1]  # type: ignore[arg-type]
    assert (first.number, second.number, other.number) == (1, 2, 1)
    shop.push(removed(second))
    assert [one.number for one in versions_of(shop, "a")] == [1]  # type: ignore[arg-type]
    shop.undo()
    assert len(versions_of(shop, "a")) == 2  # type: ignore[arg-type]


def test_that_restoring_puts_candidates_back_takes_later_ones_out_and_can_be_undone() -> None:
    shop = shop_with(LADDER, ITEM)
    version = kept(shop)
    added = with_rival(shop)
    shop.push(set_fields(shop.row(OFFERS, ("a",)), name="改名", note="x"))
    before = dict(shop.rows(OFFERS))
    shop.push(restored(shop, version))  # type: ignore[arg-type]
    assert shop.row(OFFERS, ("a",)) == LADDER
    assert shop.row(OFFERS, (added.offer_id,)) is None
    assert shop.row(OFFERS, ("i",)) == ITEM
    assert restored(shop, version).is_empty  # type: ignore[arg-type]
    shop.undo()
    assert dict(shop.rows(OFFERS)) == before


def test_that_an_offer_that_was_removed_comes_back_with_its_version() -> None:
    shop = shop_with(LADDER)
    version = kept(shop)
    shop.push(remove_offer(LADDER))
    shop.push(restored(shop, version))  # type: ignore[arg-type]
    assert shop.row(OFFERS, ("a",)) == LADDER


def test_that_a_decision_is_kept_with_its_day_and_note_and_undone_in_one_step() -> None:
    shop = shop_with(LADDER, ITEM)
    added = with_rival(shop)
    first = shop.row(OFFERS, ("a",))
    version = version_now(
        shop,  # type: ignore[arg-type]
        first,
        made_on=DAY,
        stacking=STACKING,
        reason=Reason.DECISION,
        chosen=added.offer_id,
        note="毛利更稳",
    )
    shop.push(decided(shop.rows(OFFERS).values(), first, version))
    assert shop.row(OFFERS, (added.offer_id,)).status is Status.ACTIVE
    assert shop.row(OFFERS, ("a",)).status is Status.OFF
    (found,) = versions_of(shop, "a")  # type: ignore[arg-type]
    assert (found.chosen, found.note, found.made_on) == (added.offer_id, "毛利更稳", DAY)
    assert found.offer is not None
    assert found.offer.offer_id == added.offer_id
    assert restored(shop, found).edits == ()  # type: ignore[arg-type]
    shop.undo()
    assert shop.row(OFFERS, ("a",)).status is Status.DRAFT
    assert not versions_of(shop, "a")  # type: ignore[arg-type]


def test_that_deciding_for_none_switches_all_candidates_off() -> None:
    shop = shop_with(LADDER, ITEM)
    version = version_now(shop, LADDER, made_on=DAY, stacking=STACKING, chosen=NONE_CHOSEN)  # type: ignore[arg-type]
    shop.push(decided(shop.rows(OFFERS).values(), LADDER, version))
    assert shop.row(OFFERS, ("a",)).status is Status.OFF
    assert shop.row(OFFERS, ("i",)).status is Status.ACTIVE
    assert version.offer is None


def test_that_two_versions_differ_by_field_and_by_offers_that_came_or_went() -> None:
    new = replace(LADDER, steps=(LadderStep(9_900, 300),), campaign="a")
    rival = replace(LADDER, offer_id="a.2", name="B")
    found = campaign_changes([LADDER, ITEM], [new, rival])
    assert [(one.name, one.field) for one in found] == [("满减", "steps"), ("直降", ""), ("B", "")]
    assert (found[0].before, found[0].after) == (LADDER.steps, new.steps)
    assert found[1].after is None
    assert found[2].before is None
    assert campaign_changes([LADDER], [LADDER]) == []
