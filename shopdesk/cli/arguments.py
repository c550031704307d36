"""What the command line takes, explained and refused in the language of the run."""

from __future__ import annotations

import argparse
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final, NoReturn

from shopdesk import __version__, bootstrap
from shopdesk.cli.console import complain, text_of
from shopdesk.cli.exporting import MADE, TABLES
from shopdesk.domain.issues import Issue, Severity

LANGUAGES: Final = ("zh_CN", "en")
_SIZE: Final = re.compile(r"[1-9]\d{2,4}x[1-9]\d{2,4}")
_SMALLEST_SCALE: Final = 0.5
_LARGEST_SCALE: Final = 8.0
_TROUBLES: Final = (
    ("cli_missing", re.compile(r"the following arguments are required: (?P<names>.+)")),
    ("cli_choice", re.compile(r"argument (?P<name>.+?): invalid choice: (?P<value>.+?) \(choose from (?P<known>.+)\)")),
    ("cli_no_value", re.compile(r"argument (?P<name>.+?): expected (?:one|at least one|\d+) arguments?")),
    ("cli_unknown", re.compile(r"unrecognized arguments: (?P<names>.+)")),
    ("cli_ambiguous", re.compile(r"ambiguous option: (?P<name>.+?) could match (?P<known>.+)")),
    ("cli_wrong", re.compile(r"argument (?P<name>.+?): (?P<reason>.+)")),
)
"""argparse has no codes for what is wrong: its sentence tells."""


def asked_language(words: Sequence[str]) -> str:
    """Return the language that the words ask for, else the system's: what is wrong with them is told in it as well."""
    for place, word in enumerate(words):
        name, _, value = word.partition("=")
        asked = value if value or place + 1 == len(words) else words[place + 1]
        if name == "--lang" and asked in LANGUAGES:
            return asked
    return bootstrap.system_language()


class Parser(argparse.ArgumentParser):
    """A parser that speaks ``language``; exits with 2 where the words make no sense."""

    def __init__(self, *, language: str, **options: Any) -> None:
        super().__init__(add_help=False, formatter_class=_formatter(language), **options)
        self.language = language
        self.takes = self.add_argument_group(self.say("cli_heading"))
        self.takes.add_argument("-h", "--help", action="help", help=self.say("cli_help"))

    def say(self, code: str, **values: str) -> str:
        """Return a text of the command line."""
        return text_of(Issue(code, Severity.INFO, values=dict(values)), self.language)

    def error(self, message: str) -> NoReturn:
        """Say what is wrong below how it is meant, and leave."""
        self.exit(complain(f"{self.format_usage()}{self._worded(message)}"))

    def _worded(self, message: str) -> str:
        for code, pattern in _TROUBLES:
            match = pattern.fullmatch(message)
            if match:
                return self.say(code, **match.groupdict())
        return self.say("cli_wrong", name=self.prog, reason=message)


def parser(language: str) -> Parser:
    """Return the parser of all commands."""
    top = Parser(language=language, prog="shopdesk")
    top.description = top.say("cli_purpose")
    top.takes.add_argument(
        "--version", action="version", version=f"ShopDesk {__version__}", help=top.say("cli_version")
    )
    commands = top.add_subparsers(
        dest="command", required=True, metavar="COMMAND", title=top.say("cli_commands"), parser_class=Parser
    )
    for add in (_import, _export, _report, _price, _check, _screens):
        add(commands, language)
    return top


def _import(commands: Any, language: str) -> None:
    parser = _command(commands, "import", language)
    parser.takes.add_argument("files", nargs="+", type=Path, metavar="FILE", help=parser.say("cli_import_files"))
    _workspace(parser)
    parser.takes.add_argument("--json", action="store_true", help=parser.say("cli_import_json"))
    parser.takes.add_argument("--sample", action="store_true", help=parser.say("cli_import_sample"))


def _export(commands: Any, language: str) -> None:
    parser = _command(commands, "export", language)
    parser.takes.add_argument("kind", nargs="?", metavar="KIND", help=parser.say("cli_export_kind"))
    parser.takes.add_argument("--list", action="store_true", help=parser.say("cli_export_list"))
    _workspace(parser, required=False)
    parser.takes.add_argument("--out", type=Path, metavar="F.csv|F.xlsx")
    plans = parser.add_argument_group("bid-plan")
    plans.add_argument("--plan", action="append", default=[], metavar="NAME", help=parser.say("cli_export_plan"))
    plans.add_argument("--form", default="", metavar="FORM", help=parser.say("cli_export_form"))
    plans.add_argument("--workbook", type=Path, metavar="F.xlsx", help=parser.say("cli_export_workbook"))
    offers = parser.add_argument_group("campaign, price-list")
    offers.add_argument("--offer", default="", metavar="NAME", help=parser.say("cli_export_offer"))
    _days(parser, offers)


def _report(commands: Any, language: str) -> None:
    parser = _command(commands, "report", language)
    kinds = (*TABLES, *MADE)
    parser.takes.add_argument("kind", choices=kinds, metavar="KIND", help=", ".join(kinds))
    _workspace(parser, required=False)
    out = parser.say("cli_report_out", made=", ".join(MADE))
    parser.takes.add_argument("--out", type=Path, required=True, metavar="F", help=out)
    parser.takes.add_argument("--day", metavar="YYYY-MM-DD", help=parser.say("cli_report_day"))
    _days(parser, parser.add_argument_group("promotions"))
    parser.takes.add_argument("--template", type=Path, metavar="T.xlsx", help=parser.say("cli_report_template"))


def _price(commands: Any, language: str) -> None:
    _command(commands, "price", language).takes.add_argument("cart", type=Path, metavar="CART.json")


def _check(commands: Any, language: str) -> None:
    _workspace(_command(commands, "check", language))


def _screens(commands: Any, language: str) -> None:
    parser = _command(commands, "screens", language)
    _workspace(parser)
    parser.takes.add_argument("--out", type=Path, required=True, metavar="DIR")
    parser.takes.add_argument("--theme", choices=("light", "dark"), help=parser.say("cli_screens_each"))

    def size(word: str) -> str:
        if not _SIZE.fullmatch(word):
            raise argparse.ArgumentTypeError(parser.say("cli_screens_size", value=word))
        return word

    def scale(word: str) -> str:
        if not re.fullmatch(r"\d(\.\d+)?", word) or not _SMALLEST_SCALE <= float(word) <= _LARGEST_SCALE:
            raise argparse.ArgumentTypeError(parser.say("cli_screens_scale", value=word))
        return word

    parser.takes.add_argument("--size", type=size, default="1366x768", metavar="WxH")
    parser.takes.add_argument("--scale", type=scale, default="1", metavar="2")


def _command(commands: Any, name: str, language: str) -> Parser:
    purpose = text_of(Issue(f"cli_{name}", Severity.INFO), language)
    parser: Parser = commands.add_parser(name, help=purpose, description=purpose, language=language)
    parser.takes.add_argument("--lang", choices=LANGUAGES, help=parser.say("cli_lang"))
    return parser


def _workspace(parser: Parser, *, required: bool = True) -> None:
    parser.takes.add_argument("--workspace", type=Path, required=required, metavar="W.shopdesk")


def _days(parser: Parser, group: Any) -> None:
    """Add the days whose orders are replayed."""
    group.add_argument("--from", dest="first", metavar="YYYY-MM-DD", help=parser.say("cli_from"))
    group.add_argument("--to", dest="last", metavar="YYYY-MM-DD", help=parser.say("cli_to"))


def _formatter(language: str) -> type[argparse.HelpFormatter]:
    """Return a layout of help whose one fixed word is in the language."""
    word = text_of(Issue("cli_usage", Severity.INFO), language)

    class Formatter(argparse.HelpFormatter):
        def add_usage(self, usage: Any, actions: Any, groups: Any, prefix: str | None = None) -> None:
            super().add_usage(usage, actions, groups, word if prefix is None else prefix)

    return Formatter
