"""From a workspace to the triple that the tab shows: what happened, today, a candidate."""

from __future__ import annotations

import pandas as pd

from shopdesk.app.jobs import SILENT
from shopdesk.app.promotions.documents import OFFERS
from shopdesk.app.promotions.floors import SHOP_FLOOR, ShopFloor
from shopdesk.app.promotions.stacking import stacking_of
from shopdesk.app.promotions.study import ReplayStudy, replay_question, study_replay
from shopdesk.app.workspace import Workspace
from shopdesk.domain.promotions.design import LadderStep, OfferDesign, OfferKind, Status
from shopdesk.domain.promotions.floors import FloorKind
from tests.unit.bidding.shops import workspace as read_shop

FRAMES = {
    "orders": pd.DataFrame(
        {
            "order_id": ["1", "2"],
            "paid_at": pd.to_datetime(["2026-06-01", "2026-06-02"]),
            "goods_total": [10_000, 22_000],
            "paid": [10_000, 22_000],
        }
    ),
    "order_lines": pd.DataFrame(
        {
            "order_id": ["1", "2", "2"],
            "sku": ["A", "A", "B"],
            "unit_price": [10_000, 10_000, 12_000],
            "quantity": [1, 1, 1],
        }
    ),
    "costs": pd.DataFrame({"sku": ["A"], "unit_cost": [4_000], "list_price": [12_000]}),
    "refunds": pd.DataFrame(),
}
"""Two orders of 100 yuan and 220 yuan; the cost of B isn't known."""


def shop(*offers: OfferDesign, floor: ShopFloor | None = None) -> Workspace:
    """Return the shop with offers and a rule for its lowest prices."""
    return read_shop(FRAMES, {OFFERS.name: list(offers), SHOP_FLOOR.name: [floor] if floor else []})


def studied(workspace: Workspace, *candidates: str) -> ReplayStudy:
    question = replay_question(workspace, stacking_of("taobao"), period=None, candidates=candidates)
    return study_replay(question, workspace, SILENT)


def ladder(offer_id: str, off: int, status: Status = Status.DRAFT, campaign: str = "") -> OfferDesign:
    """Return 满 200 减."""
    steps = (LadderStep(20_000, off),)
    return OfferDesign(offer_id, OfferKind.THRESHOLD_OFF, offer_id, status=status, steps=steps, campaign=campaign)


def test_that_a_candidate_stands_beside_the_offers_in_use() -> None:
    coupon = OfferDesign("c", OfferKind.COUPON, "券", status=Status.ACTIVE, steps=(LadderStep(5_000, 300),))
    found = studied(shop(coupon, ladder("A", 2_000), ladder("B", 1_000)), "A", "B")
    assert found.happened.totals.revenue == 32_000
    assert found.today.totals.revenue == 32_000 - 600
    assert found.candidates["A"].totals.revenue == 32_000 - 600 - 2_000
    assert found.candidates["B"].totals.revenue == 32_000 - 600 - 1_000


def test_that_candidates_of_one_campaign_take_the_place_of_one_another() -> None:
    found = studied(shop(ladder("A", 2_000, Status.ACTIVE, "618"), ladder("B", 1_000, Status.DRAFT, "618")), "B")
    assert found.today.totals.revenue == 30_000
    assert found.candidates["B"].totals.revenue == 31_000


def test_that_an_item_price_in_use_starts_from_the_shelf() -> None:
    price = OfferDesign("p", OfferKind.ITEM_OFF, "直降", status=Status.ACTIVE, skus=("A",), value=1_000)
    found = studied(shop(price))
    assert found.prices.tolist() == [12_000, 12_000, 12_000]  # A is 120 on the shelf and was sold at 100
    assert found.today.totals.revenue == 11_000 + 11_000 + 12_000


def test_that_no_unit_goes_below_its_floor() -> None:
    workspace = shop(ladder("A", 19_000), floor=ShopFloor(kind=FloorKind.MARGIN, margin=100))
    found = studied(workspace, "A")
    assert found.floors.tolist() == [4_445, 4_445, 0]  # 40 yuan of cost and 10 % of the price; B's cost is unknown
    assert found.candidates["A"].totals.revenue == 10_000 + 4_445
    assert found.candidates["A"].totals.without_cost == 1


def test_that_a_book_is_kept_until_the_files_change() -> None:
    workspace = shop()
    first = studied(workspace)
    again = replay_question(workspace, stacking_of("taobao"), period=None, known=first.known)
    assert study_replay(again, workspace, SILENT).book is first.book


def test_that_a_candidate_that_is_not_complete_is_refused() -> None:
    found = studied(shop(OfferDesign("x", OfferKind.COUPON, "x")), "x")
    assert (found.refused, dict(found.candidates)) == (("x",), {})
