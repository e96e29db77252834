"""The command line as `argparse` sees it: help, and complaints that say what was meant."""

from __future__ import annotations

import argparse
import os
from functools import cache
from typing import Any, NoReturn

from lambdalint.cli.options import PURPOSES, Command, Option, Words, command, spellings
from lambdalint.errors import UsageError
from lambdalint.spelling import nearest

DESCRIPTION = (
    "A linter for Go on AWS Lambda that reads the code and the infrastructure that deploys it, and fixes both."
)
_ELSEWHERE = {  # what other linters call our commands
    "explain": "rule", "init": "config init", "lint": "check", "linters": "rules", "run": "check", "scan": "check",
}  # fmt: skip
EXITS = "exit codes: 0 nothing found, 1 findings, 2 the job could not be done"


class _Help(argparse.HelpFormatter):
    """As wide as the terminal; what `argparse` asks for that is slow to import."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, width=_width())


@cache
def _width() -> int:
    columns = os.environ.get("COLUMNS", "")
    if columns.isdecimal() and int(columns) > 0:
        return int(columns) - 2
    try:
        return (os.get_terminal_size().columns or 80) - 2
    except OSError:
        return 78


class Parser(argparse.ArgumentParser):
    """A parser whose complaints are one line with a suggestion, and that takes arguments from files (`@FILE`)."""

    def __init__(self, commands: tuple[Command, ...], **settings: Any) -> None:
        """`commands` are those whose words a suggestion is made from."""
        settings |= {"allow_abbrev": False, "fromfile_prefix_chars": "@", "formatter_class": _Help}
        super().__init__(**settings)
        self._commands = commands

    def error(self, message: str) -> NoReturn:
        import re

        wrong = re.search(r"unrecognized arguments: (\S+)|invalid choice: '([^']*)'", message)
        if wrong is not None:
            word = wrong[1] or wrong[2]
            if wrong[1]:
                message = f"unknown option {word}" if word.startswith("-") else f"unexpected {word}"
            elif message.startswith("argument COMMAND"):
                raise UsageError(_no_command(word))
            message += _meant(word.partition("=")[0], self._commands)
        elif "are required" in message:
            choices = [word for asked in self._commands for place in asked.words for word in place.choices]
            message += f"; use one of {', '.join(choices)}" if choices else ""
        raise UsageError(message)

    def convert_arg_line_to_args(self, arg_line: str) -> list[str]:
        """A line of an argument file is one argument; empty lines are none."""
        return [arg_line] if arg_line.strip() else []


def _no_command(word: str) -> str:
    """What to say of a word that stands where a command should."""
    if os.path.lexists(word) or word.endswith("/..."):
        return f"{word} is no command; did you mean check {word}?"
    near = _ELSEWHERE.get(word) or nearest(word, PURPOSES)
    return f"unknown command {word}" + (f"; did you mean {near}?" if near else f"; use one of {', '.join(PURPOSES)}")


def _meant(word: str, commands: tuple[Command, ...]) -> str:
    """`; did you mean …?` for a misspelt word of these commands, or an empty string."""
    owner = next((asked.name for asked in commands if word in _words(asked)), None)
    if owner is not None:
        return f"; it belongs to a command: {owner} {word}" if word.startswith("-") else ""
    near = nearest(word, [known for asked in commands for known in _words(asked)])
    return f"; did you mean {near}?" if near else ""


def _words(asked: Command) -> list[str]:
    """A command, its options, and the words that they take."""
    options = ["-h", "--help", *(spelling for option in asked.all_options() for spelling in spellings(option))]
    choices = [place.choices for place in asked.words] + [option.choices for option in asked.all_options()]
    return [asked.name, *options, *(choice for some in choices for choice in some)]


def parser(only: str = "") -> Parser:
    """The parser of all commands; where `only` is the name of one, of that one alone."""
    asked = tuple(command(name) for name in PURPOSES if only not in PURPOSES or only == name)
    top = Parser(asked, prog="lambdalint", description=DESCRIPTION, epilog=EXITS)
    top.add_argument("--version", action="store_true", help="print the version")
    commands = top.add_subparsers(dest="command", metavar="COMMAND", prog=top.prog)
    for one in asked:
        epilog = EXITS if one.name == "check" else None
        _fill(commands.add_parser(one.name, commands=(one,), help=one.purpose, epilog=epilog), one)
    return top


def _fill(inner: Parser, asked: Command) -> None:
    for place in asked.words:
        _add_words(inner, place)
    for option in asked.options:
        _add(inner, option)
    for group in asked.groups:
        added = inner.add_argument_group(group.title)
        for option in group.options:
            _add(added, option)


def _add_words(inner: Parser, place: Words) -> None:
    settings: dict[str, Any] = {"metavar": place.metavar or None, "help": place.text or None}
    if place.number:
        settings["nargs"] = place.number
    if place.number == "*":
        settings["default"] = []  # else it counts as missing where another word is
    if place.choices:
        settings["choices"] = place.choices
    inner.add_argument(place.field, **settings)


def _add(group: Parser | argparse._ArgumentGroup, option: Option) -> None:
    """Add an option to the parser or group."""
    if option.shape == "flag":
        group.add_argument(*option.names, action="store_true", default=option.default, help=option.text)
    elif option.shape == "switch":
        action = argparse.BooleanOptionalAction
        group.add_argument(*option.names, action=action, default=option.default, help=option.text)
    else:
        default = list(option.default) if isinstance(option.default, tuple) else option.default
        group.add_argument(
            *option.names,
            action="append" if option.shape == "list" else "store",
            type=_count if option.kind == "count" else str,
            default=default,
            metavar=option.metavar or None,
            choices=option.choices or None,
            help=option.text or None,
        )


def _count(text: str) -> int:
    if not text.isdecimal():
        raise argparse.ArgumentTypeError(f"{text!r} is not a number from 0")
    return int(text)
