from __future__ import annotations

from pathlib import Path

from shopdesk import bootstrap
from shopdesk.app.titles.documents import (
    DRAFTS,
    FITS,
    LIMITS,
    OWN_TERMS,
    PROOFS,
    OwnLimit,
    Proof,
    TitleDraft,
    forget_own_term,
    keep_draft,
    set_fit,
    set_limit,
    set_own_term,
    set_proof,
)
from shopdesk.app.titles.lexicon import ad_list, shipped_list
from shopdesk.app.titles.limits import limits, platform_names
from shopdesk.domain.titles.check import check, worst
from shopdesk.domain.titles.limit import LimitUnit
from shopdesk.domain.titles.terms import Level

CHANGES = (
    set_own_term("闭眼 入", Level.BLOCK, ok_in=("闭眼入睡",), instead="好用"),
    set_proof(Proof("明星同款卫衣", "名人同款", "2026-05", "全网", "合同 12")),
    set_limit(OwnLimit("taobao", 62, LimitUnit.GBK_BYTES.value)),
    keep_draft(TitleDraft("腰果", "taobao", "腰果<b>礼盒</b>", "2026-06-22T09:00+08:00")),
    set_fit("腰果", "礼盒", fits=True),
)
COLLECTIONS = (OWN_TERMS, PROOFS, LIMITS, DRAFTS, FITS)


def test_that_what_was_edited_about_titles_stands_after_a_restart_and_each_step_can_be_taken_back(
    tmp_path: Path,
) -> None:
    path = tmp_path / "店.shopdesk"
    workspace = bootstrap.create_workspace(path)
    inverses = [workspace.apply(change) for change in CHANGES]
    stored = [dict(workspace.rows(collection)) for collection in COLLECTIONS]
    assert all(stored)
    workspace.close()
    again = bootstrap.open_workspace(path)
    assert [dict(again.rows(collection)) for collection in COLLECTIONS] == stored
    listed = ad_list(again.rows(OWN_TERMS).values())
    assert worst(check("闭眼入面膜", listed)) is Level.BLOCK
    assert check("闭眼入睡眼罩", listed) == ()
    for inverse in reversed(inverses):
        again.apply(inverse)
    assert not any(dict(again.rows(collection)) for collection in COLLECTIONS)
    again.close()


def test_that_a_term_without_a_sign_and_a_proof_without_a_word_are_no_entries() -> None:
    assert set_own_term(" *🔥 ", Level.BLOCK).is_empty
    assert set_proof(Proof("t", "x", "", "", "")).edits[0].row is None
    assert forget_own_term("最佳").edits[0].row is None


def test_that_no_own_entry_leaves_the_delivered_list_as_it_is() -> None:
    assert ad_list([]) is shipped_list()


def test_that_taobaos_limit_was_read_and_every_other_one_is_to_be_checked() -> None:
    known = limits([])
    assert (known["taobao"].most, known["taobao"].unit, known["taobao"].evidence) == (60, LimitUnit.GBK_BYTES, "R")
    assert {limit.evidence for name, limit in known.items() if name != "taobao"} == {"K"}
    assert set(platform_names()) == set(known)
    assert limits([OwnLimit("jd", 45, LimitUnit.CHARACTERS.value)])["jd"].own
