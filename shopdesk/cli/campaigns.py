"""``export campaign`` and ``export price-list``: what an offer of the shop would be set up by."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING, Final

from shopdesk import bootstrap
from shopdesk.app.file_names import NotWritable
from shopdesk.cli.console import OK, complain, complain_of_target, language_of, text_of
from shopdesk.cli.days import NoSuchDay, period_of
from shopdesk.domain.issues import Issue, Severity

if TYPE_CHECKING:
    import argparse

CAMPAIGN: Final = "campaign"
PRICE_LIST: Final = "price-list"
CAMPAIGNS: Final = (CAMPAIGN, PRICE_LIST)


def export_campaign(options: argparse.Namespace) -> int:
    """Write the campaign sheet of an offer (.xlsx), or its price list (.xlsx or .csv)."""
    from shopdesk.app.promotions.campaign_sheet import NoSuchOffer

    language = language_of(options)
    try:
        period = period_of(options)
        with closing(bootstrap.open_workspace(options.workspace, read_only=True)) as workspace:
            options.out.parent.mkdir(parents=True, exist_ok=True)
            bootstrap.write_campaign(
                workspace,
                options.out,
                name=options.offer,
                language=language,
                only_prices=options.kind == PRICE_LIST,
                period=period,
            )
    except NoSuchDay as error:
        return complain(text_of(error.issue, language))
    except NoSuchOffer as error:
        known = ", ".join(error.known)
        code = "export_no_offer" if known else "export_no_offers"
        return complain(text_of(Issue(code, Severity.FILE, values={"name": error.name, "known": known}), language))
    except NotWritable as error:
        return complain_of_target(options, error)
    print(options.out)
    return OK
