"""The prohibited words in force: the shipped list, then what the shop added, changed or silenced."""

from __future__ import annotations

import csv
import tomllib
from collections.abc import Iterable
from functools import cache, lru_cache

from shopdesk import assets
from shopdesk.app.titles.documents import OwnTerm
from shopdesk.domain.titles.spelling import spelled
from shopdesk.domain.titles.terms import AdList, AdTerm, Group, Level

OWN_GROUP = "own"


@cache
def shipped_groups() -> tuple[Group, ...]:
    """Return the groups with rule, reason and proof."""
    with assets.path("lexicons", "ad_law_groups.toml").open("rb") as file:
        return tuple(Group(key, **fields) for key, fields in tomllib.load(file).items())


@cache
def shipped_terms() -> tuple[AdTerm, ...]:
    """Return the shipped terms in the order of their file."""
    with assets.path("lexicons", "ad_law_terms.tsv").open(encoding="utf-8", newline="") as file:
        return tuple(_term(row) for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def _term(row: dict[str, str]) -> AdTerm:
    return AdTerm(
        row["term"],
        row["group"],
        Level(row["level"]),
        ok_in=contexts(row["ok_in"]),
        warn_in=contexts(row["warn_in"]),
        block_in=contexts(row["block_in"]),
        instead=row["instead"],
        pattern=row["pattern"],
    )


def contexts(written: str) -> tuple[str, ...]:
    """Return the contexts of a cell, parted by ``|`` or a line's end."""
    return tuple(one.strip() for one in written.replace("\n", "|").split("|") if one.strip(" ~@"))


@cache
def shipped_list() -> AdList:
    """Return the shipped list alone."""
    return AdList.of(shipped_terms(), shipped_groups())


def ad_list(own: Iterable[OwnTerm]) -> AdList:
    """Return the list of a shop: its own entries take the place of shipped ones with the same term.

    The same entries give the same object.
    """
    entries = tuple(own)
    return _joined(entries) if entries else shipped_list()


@lru_cache(maxsize=4)
def _joined(entries: tuple[OwnTerm, ...]) -> AdList:
    return AdList.of((*shipped_terms(), *map(_own, entries)), shipped_groups())


def _own(entry: OwnTerm) -> AdTerm:
    shipped = next((term for term in shipped_terms() if term.term == entry.term), None)
    if shipped is not None:
        return AdTerm(
            shipped.term,
            shipped.group,
            Level(entry.level),
            ok_in=entry.ok_in,
            warn_in=shipped.warn_in,
            block_in=shipped.block_in,
            instead=entry.instead,
            pattern=shipped.pattern,
            own=True,
        )
    return AdTerm(
        spelled(entry.term).text, OWN_GROUP, Level(entry.level), ok_in=entry.ok_in, instead=entry.instead, own=True
    )
