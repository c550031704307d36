"""The offers by stage, as the platform works them out."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from shopdesk.domain.promotions.design import OfferDesign, Status
from shopdesk.domain.promotions.design_problems import problems
from shopdesk.domain.promotions.stacking import Stacking
from shopdesk.ui import formats
from shopdesk.ui.entry_list import Entry, EntryChip, EntryList, Heading
from shopdesk.ui.promotions import words

_MOST_LISTED = 200  # of a stage: a list of thousands would hold up every edit


class OfferList(EntryList):
    """Offers under their stage; ``chosen`` gives the id."""

    def set_offers(self, offers: Sequence[OfferDesign], stacking: Stacking, *, current: str, today: date) -> None:
        """Show offers by stage and keep ``current`` selected."""
        shown: list[Entry | Heading] = []
        by_stage: dict[str, list[OfferDesign]] = {}
        for offer in _rivals_together(offers):
            by_stage.setdefault(stacking.stage_of(offer.kind).key, []).append(offer)
        for number, stage in enumerate(stacking.stages, 1):
            title = self.tr("{number} · {stage}").format(number=number, stage=words.stage_name(stage))
            shown.append(Heading(title, words.rule_name(stage)))
            members = by_stage.get(stage.key, [])
            listed = [offer for offer in members[_MOST_LISTED:] if offer.offer_id == current]
            listed = [*members[:_MOST_LISTED], *listed]
            shown += [self._entry(offer, stacking, today) for offer in listed]
            if len(listed) < len(members):
                left = formats.full(len(members) - len(listed))
                shown.append(Heading(self.tr("{count} more of this stage aren't listed").format(count=left), ""))
        self.set_entries(shown, current=current)

    def _entry(self, offer: OfferDesign, stacking: Stacking, today: date) -> Entry:
        about = f"{words.summary(offer)} · {words.period_text(offer)}"
        wrong = [words.problem_text(problem) for problem in problems(offer, stacking)]
        tip = "\n".join([f"{offer.name} · {about}", *wrong])
        return Entry(offer.offer_id, (offer.name, about), self._chip(offer, today, is_whole=not wrong), tip)

    def _chip(self, offer: OfferDesign, today: date, *, is_whole: bool) -> EntryChip:
        if not is_whole:
            return EntryChip(self.tr("incomplete"), "warn")
        if offer.end is not None and offer.end < today:
            return EntryChip(self.tr("ended"))
        if offer.status is Status.ACTIVE and offer.start is not None and offer.start > today:
            return EntryChip(self.tr("waiting"))
        return EntryChip(words.status_name(offer.status), "info" if offer.status is Status.DRAFT else "")


def _rivals_together(offers: Sequence[OfferDesign]) -> list[OfferDesign]:
    """Return the offers in their order, each with the rivals of its campaign right behind it."""
    places: dict[str, int] = {}
    for place, offer in enumerate(offers):
        places.setdefault(offer.campaign or offer.offer_id, place)
    return sorted(
        offers,
        key=lambda offer: (
            places[offer.campaign or offer.offer_id],
            bool(offer.campaign) and offer.offer_id != offer.campaign,
            offer.offer_id if offer.campaign else "",
        ),
    )
