from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import pandas as pd
import pytest

from shopdesk.app.jobs import SILENT
from shopdesk.app.keywords.dictionary import entries, put_entries, refused
from shopdesk.app.keywords.documents import DictionaryTerm, forget_hand, hand_labels, history, set_quadrant
from shopdesk.app.keywords.lexicons import lexicon
from shopdesk.app.keywords.review import Proposal, Question, accept, queue, reject
from shopdesk.app.keywords.teaching import effect, lesson
from shopdesk.app.workspace import Workspace
from shopdesk.domain.keywords.classify import Quadrant
from shopdesk.domain.keywords.lexicon import TermKind
from shopdesk.domain.keywords.library import Study, study
from shopdesk.io.workspace_file import open_workspace

DAY = date(2026, 4, 30)
WORDS = ["坚果", "每日坚果", "混合坚果", "沃得隆坚果", "沃得隆腰果", "腰果", "果山里坚果", "三只松薯坚果", "小米礼盒"]


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return Workspace(open_workspace(tmp_path / "shop.shopdesk", clock=lambda: datetime(2026, 5, 1)))


def studied(workspace: Workspace, words: list[str] = WORDS) -> Study:
    rows = [(DAY, "a", word, 10.0, 1000.0 * number, 1.0, 9000.0) for number, word in enumerate(words, start=1)]
    frame = pd.DataFrame(rows, columns=["date", "campaign", "keyword", "clicks", "cost", "ad_orders", "ad_gmv"])
    frame["date"] = pd.to_datetime(frame["date"])
    frame = frame.assign(
        date_end=frame["date"], impressions=frame["clicks"] * 30, platform="wxt", shop="", kind="wxt_keyword"
    )
    frames = {"ad_keyword": frame}
    return study(frames, lexicon(frames, entries(workspace), refused=refused(workspace)))


def asked(workspace: Workspace, words: list[str] = WORDS) -> dict[str, Proposal]:
    return {one.term: one for one in queue(studied(workspace, words), refused(workspace), SILENT)}


def test_that_a_stranger_is_asked_about_with_all_its_words_and_their_spend(workspace: Workspace) -> None:
    stranger = asked(workspace)["沃得隆"]
    assert stranger.question is Question.STRANGER
    assert stranger.words == ("沃得隆腰果", "沃得隆坚果")
    assert (stranger.cost, stranger.clicks) == (90.0, 20.0)


def test_that_an_accepted_name_labels_its_words_and_is_asked_about_no_more(workspace: Workspace) -> None:
    workspace.apply(accept(workspace, asked(workspace)["沃得隆"]))
    label = studied(workspace).labels["沃得隆坚果"]
    assert (label.quadrant, label.reason, label.needs_review) == (Quadrant.COMPETITOR, "competitor", False)
    assert "沃得隆" not in asked(workspace)


def test_that_a_refused_name_is_neither_asked_about_nor_labelled_so_until_undone(workspace: Workspace) -> None:
    undo = workspace.apply(reject(asked(workspace)["沃得隆"]))
    assert "沃得隆" not in asked(workspace)
    assert studied(workspace).labels["沃得隆坚果"].quadrant is not Quadrant.COMPETITOR
    workspace.apply(undo)
    assert "沃得隆" in asked(workspace)


def test_that_a_spelling_that_sounds_alike_becomes_a_spelling_of_the_name(workspace: Workspace) -> None:
    workspace.apply(put_entries([DictionaryTerm("三只松鼠", "competitor")]))
    alike = asked(workspace)["三只松薯"]
    assert (alike.question, alike.like) == (Question.SOUND, "三只松鼠")
    assert studied(workspace).labels["三只松薯坚果"].reason != "competitor"  # never by itself
    workspace.apply(accept(workspace, alike))
    assert entries(workspace) == (DictionaryTerm("三只松鼠", "competitor", ("三只松薯",)),)
    assert studied(workspace).labels["三只松薯坚果"].values["name"] == "三只松鼠"


def test_that_pinyin_and_initials_are_asked_about_as_spellings(workspace: Workspace) -> None:
    workspace.apply(put_entries([DictionaryTerm("果山里", "own")]))
    found = asked(workspace, [*WORDS, "guoshanli坚果", "gsl腰果"])
    assert {term: (found[term].like, found[term].kind) for term in ("guoshanli", "gsl")} == {
        "guoshanli": ("果山里", TermKind.OWN),
        "gsl": ("果山里", TermKind.OWN),
    }


def test_that_a_name_in_several_titles_is_proposed_as_the_own_one(workspace: Workspace) -> None:
    frames = studied(workspace).frames
    costs = pd.DataFrame({"title": ["凯诺薇每日坚果500g", "凯诺薇腰果礼盒", "凯诺薇混合坚果", "散装腰果", "散装坚果"]})
    known = study({**frames, "costs": costs}, lexicon(frames, []))
    (found,) = [one for one in queue(known, (), SILENT) if one.question is Question.TITLES]
    assert (found.term, found.kind, found.titles, found.words) == ("凯诺薇", TermKind.OWN, 3, ())
    assert "凯诺薇" not in {one.term for one in queue(known, ("凯诺薇",), SILENT)}


def test_that_a_shipped_name_in_the_own_titles_may_be_a_brand_that_the_shop_sells(workspace: Workspace) -> None:
    frames = studied(workspace, ["洽洽瓜子", "瓜子"]).frames
    costs = pd.DataFrame({"title": ["洽洽瓜子500g", "恰恰好瓜子", "原味洽洽瓜子", "散装坚果"]})
    known = study({**frames, "costs": costs}, lexicon(frames, []))
    assert known.labels["洽洽瓜子"].needs_review
    (asked_about,) = [one for one in queue(known, (), SILENT) if one.term == "洽洽"]
    assert (asked_about.question, asked_about.kind, asked_about.titles) == (Question.TITLES, TermKind.OWN, 2)


def test_that_a_refused_shipped_name_is_a_name_no_more(workspace: Workspace) -> None:
    words = ["洽洽瓜子", "瓜子", "坚果"]
    workspace.apply(reject(asked(workspace, words)["洽洽"]))
    assert studied(workspace, words).labels["洽洽瓜子"].quadrant is not Quadrant.COMPETITOR
    assert "洽洽" not in asked(workspace, words)


def test_that_a_hand_label_teaches_the_name_and_shows_what_else_moves(workspace: Workspace) -> None:
    known = studied(workspace)
    taught = lesson("沃得隆坚果", Quadrant.BRAND, known, {})
    assert taught is not None
    assert taught.entry == DictionaryTerm("沃得隆", TermKind.OWN.value)
    assert {(one.word, one.before, one.after) for one in taught.moved} == {
        ("沃得隆坚果", Quadrant.COMPETITOR, Quadrant.BRAND),
        ("沃得隆腰果", Quadrant.COMPETITOR, Quadrant.BRAND),
    }
    undo = workspace.apply(taught.change)
    after = studied(workspace).labels
    assert {word: after[word].quadrant for word in WORDS if after[word].quadrant != known.labels[word].quadrant} == {
        one.word: one.after for one in taught.moved
    }
    workspace.apply(undo)
    assert entries(workspace) == ()


def test_that_a_word_set_by_hand_never_moves(workspace: Workspace) -> None:
    hand = {"沃得隆腰果": Quadrant.LONG_TAIL}
    taught = effect(DictionaryTerm("沃得隆", "own"), studied(workspace), hand)
    assert [one.word for one in taught.moved] == ["沃得隆坚果"]


def test_that_a_name_that_is_none_is_taught_as_an_ordinary_word(workspace: Workspace) -> None:
    taught = lesson("沃得隆坚果", Quadrant.CATEGORY, studied(workspace), {})
    assert taught is not None
    assert taught.entry.kind in ("attribute", "head", "")
    workspace.apply(taught.change)
    assert studied(workspace).labels["沃得隆坚果"].quadrant is Quadrant.CATEGORY


def test_that_labels_by_hand_keep_their_history(workspace: Workspace) -> None:
    labels = studied(workspace).labels
    undo = workspace.apply(
        set_quadrant(["沃得隆坚果"], Quadrant.BRAND, labels=labels, now=datetime(2026, 5, 1, 9, 0, 0))
    )
    workspace.apply(forget_hand(workspace, ["沃得隆坚果"], labels=labels, now=datetime(2026, 5, 2, 9, 0, 0)))
    rows = history(workspace, "沃得隆坚果")
    assert [(row.at, row.quadrant, row.before) for row in rows] == [
        ("2026-05-01T09:00:00", "brand", "competitor"),
        ("2026-05-02T09:00:00", "", "competitor"),
    ]
    assert hand_labels(workspace) == {}
    workspace.apply(undo)
    assert len(history(workspace, "沃得隆坚果")) == 1
