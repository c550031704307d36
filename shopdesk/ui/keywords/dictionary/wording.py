"""How the dictionaries say what they know: kinds, sources, questions with their evidence, and what is wrong."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from shopdesk.app.keywords.dictionary import RowIssue
from shopdesk.app.keywords.entry_checks import LONGEST_NAME, MOST_SPELLINGS, Fault
from shopdesk.app.keywords.listing import Origin
from shopdesk.app.keywords.review import Proposal, Question
from shopdesk.domain.keywords.lexicon import TermKind
from shopdesk.ui import formats
from shopdesk.ui.plain import one_line

KINDS: tuple[str, ...] = (
    TermKind.OWN.value,
    TermKind.COMPETITOR.value,
    TermKind.HEAD.value,
    TermKind.ATTRIBUTE.value,
    TermKind.SCENE.value,
    TermKind.MARKETING.value,
    "",
)
"""What the shop may say of a term, in the order of the lists; "" silences it."""
_LONGEST_TERM = 24


def kind_name(kind: str) -> str:
    """Return what a term of a kind is."""
    match kind:
        case TermKind.OWN.value:
            return QCoreApplication.translate("KeywordDictionary", "Own brand")
        case TermKind.COMPETITOR.value | TermKind.NAME.value:
            return QCoreApplication.translate("KeywordDictionary", "Competitor")
        case TermKind.HEAD.value:
            return QCoreApplication.translate("KeywordDictionary", "Category term")
        case TermKind.ATTRIBUTE.value:
            return QCoreApplication.translate("KeywordDictionary", "Attribute")
        case TermKind.SCENE.value:
            return QCoreApplication.translate("KeywordDictionary", "Scene")
        case TermKind.MARKETING.value:
            return QCoreApplication.translate("KeywordDictionary", "Marketing")
        case _:
            return QCoreApplication.translate("KeywordDictionary", "Ordinary word")


def origin_name(origin: Origin) -> str:
    """Return who says what a term is."""
    match origin:
        case Origin.SHOP:
            return QCoreApplication.translate("KeywordDictionary", "yours")
        case Origin.DATA:
            return QCoreApplication.translate("KeywordDictionary", "from your data")
        case Origin.SHIPPED:
            return QCoreApplication.translate("KeywordDictionary", "shipped, please check")


def question(proposal: Proposal) -> str:
    """Return why a term is asked about, short enough for a cell."""
    like = one_line(proposal.like, most=_LONGEST_TERM)
    match proposal.question:
        case Question.STRANGER:
            return QCoreApplication.translate("KeywordDictionary", "unknown, a name?")
        case Question.AMBIGUOUS:
            return QCoreApplication.translate("KeywordDictionary", "name or ordinary word?")
        case Question.SHIPPED:
            return QCoreApplication.translate("KeywordDictionary", "known brand, not confirmed")
        case Question.SOUND:
            return QCoreApplication.translate("KeywordDictionary", "sounds like “{like}”").format(like=like)
        case Question.ONE_SIGN:
            return QCoreApplication.translate("KeywordDictionary", "one sign off “{like}”").format(like=like)
        case Question.TITLES:
            return QCoreApplication.translate("KeywordDictionary", "begins {count} {count:title|titles}").format(
                count=formats.full(proposal.titles)
            )


def long_question(proposal: Proposal) -> str:
    """Return the evidence for a question in a sentence, with what each answer does."""
    term = one_line(proposal.term, most=_LONGEST_TERM)
    like = one_line(proposal.like, most=_LONGEST_TERM)
    match proposal.question:
        case Question.STRANGER:
            text = QCoreApplication.translate(
                "KeywordDictionary",
                "“{term}” stands before a product word and is in no dictionary: it may be somebody's name.",
            )
        case Question.AMBIGUOUS:
            text = QCoreApplication.translate(
                "KeywordDictionary",
                "“{term}” is a name and an ordinary word; nothing beside it tells which. Taken as a name, it counts "
                "where a word of its trade stands beside it; words without one stay unsure.",
            )
        case Question.SHIPPED:
            text = QCoreApplication.translate(
                "KeywordDictionary",
                "“{term}” is a brand of the shipped list, used as a competitor until you say what it is to your shop.",
            )
        case Question.SOUND:
            text = QCoreApplication.translate(
                "KeywordDictionary",
                "“{term}” sounds like “{like}”. Taken as the same kind, it becomes a spelling of “{like}”; as another, "
                "a name of its own.",
            )
        case Question.ONE_SIGN:
            text = QCoreApplication.translate(
                "KeywordDictionary",
                "“{term}” is one sign off “{like}”. Taken as the same kind, it becomes a spelling of “{like}”; as "
                "another, a name of its own.",
            )
        case Question.TITLES:
            text = QCoreApplication.translate(
                "KeywordDictionary", "“{term}” begins {count} {count:title|titles} of your items: it may be your name."
            )
    return text.format(term=term, like=like, count=formats.full(proposal.titles))


def fault(found: Fault) -> str:
    """Return what is wrong with an entry, and what to do."""
    values = {"text": one_line(found.text, most=_LONGEST_TERM), "other": one_line(found.other, most=_LONGEST_TERM)}
    return _fault_texts()[found.code].format(**values, most=LONGEST_NAME, spellings=MOST_SPELLINGS)


def _fault_texts() -> dict[str, str]:
    return {
        "blank": QCoreApplication.translate("KeywordDictionary", "a name must not be blank"),
        "too_short": QCoreApplication.translate(
            "KeywordDictionary", "“{text}” is too short: a name has two signs or more"
        ),
        "too_long": QCoreApplication.translate("KeywordDictionary", "“{text}” is too long: at most {most} signs"),
        "no_letters": QCoreApplication.translate(
            "KeywordDictionary", "“{text}” has no letter or digit, so that no search word can hold it"
        ),
        "markup": QCoreApplication.translate("KeywordDictionary", "“{text}” holds < or >, which no name has"),
        "many_spellings": QCoreApplication.translate(
            "KeywordDictionary", "“{text}” has more than {spellings} spellings"
        ),
        "taken": QCoreApplication.translate("KeywordDictionary", "“{other}” is in the dictionaries already"),
        "own_brand": QCoreApplication.translate(
            "KeywordDictionary", "“{text}” can't be own brand and competitor at once: change “{other}” first"
        ),
        "other_kind": QCoreApplication.translate(
            "KeywordDictionary", "“{text}” stands in the entry “{other}” of another kind: change that one first"
        ),
        "circular": QCoreApplication.translate(
            "KeywordDictionary", "“{other}” and this name would be spellings of each other: keep one of them"
        ),
        "is_entry": QCoreApplication.translate("KeywordDictionary", "“{text}” is a spelling of “{other}” already"),
    }


def row_issue(issue: RowIssue) -> str:
    """Return why a row of a table was not taken as it stands."""
    text = one_line(issue.text, most=_LONGEST_TERM)
    match issue.code:
        case "no_term":
            return QCoreApplication.translate("KeywordDictionary", "there is no name: “{text}”").format(text=text)
        case "too_short":
            return _fault_texts()["too_short"].format(text=text)
        case "unknown_kind":
            return QCoreApplication.translate("KeywordDictionary", "“{text}” is no kind that is known").format(
                text=text
            )
        case _:
            return QCoreApplication.translate(
                "KeywordDictionary", "“{text}” stands there already: spellings joined"
            ).format(text=text)
