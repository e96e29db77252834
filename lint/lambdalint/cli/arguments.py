"""The command line: commands, options and their words. Nothing is imported here that a wrong option wouldn't need."""

from __future__ import annotations

import argparse
import os
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any, NoReturn

from lambdalint.config_keys import FORMATS, LEVELS, PRECISIONS
from lambdalint.errors import UsageError
from lambdalint.selectors import nearest

DESCRIPTION = (
    "A linter for Go on AWS Lambda that reads the code and the infrastructure that deploys it, and fixes both."
)
EXITS = "exit codes: 0 nothing found, 1 findings, 2 the job could not be done"
# Options whose value is a setting of the same name.
LISTS = (
    "select", "ignore", "extend-select", "extend-ignore", "fixable", "unfixable", "exclude", "extend-exclude",
)  # fmt: skip
LEVEL_OPTIONS = ("fail-on", "min-severity")
Options = Callable[[argparse.ArgumentParser], None]


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

    def __init__(self, options: Options | None = None, **settings: Any) -> None:
        """`options` adds the options of a command, when that command is asked for."""
        settings |= {"allow_abbrev": False, "fromfile_prefix_chars": "@", "formatter_class": _Help}
        super().__init__(**settings)
        self._options = options

    def complete(self) -> None:
        """Add the options that are still to be added."""
        options, self._options = self._options, None
        if options is not None:
            options(self)

    def parse_known_args(self, *given: Any, **more: Any) -> Any:
        self.complete()
        return super().parse_known_args(*given, **more)

    def error(self, message: str) -> NoReturn:
        import re

        wrong = re.search(r"(?:unrecognized arguments: |invalid choice: ')(-*[\w-]+)", message)
        if wrong is not None:
            if message.startswith("unrecognized"):
                message = f"unknown option {wrong[1]}" if wrong[1].startswith("-") else f"unexpected {wrong[1]}"
            elif message.startswith("argument COMMAND"):
                message = f"unknown command {wrong[1]}"
            near = nearest(wrong[1], self.words())
            message += f"; did you mean {near}?" if near else ""
        raise UsageError(message)

    def words(self) -> list[str]:
        """All options and commands of this parser and those below it."""
        self.complete()
        found: list[str] = []
        for action in self._actions:
            found += action.option_strings
            if isinstance(action, argparse._SubParsersAction):
                for name, parser in action.choices.items():
                    found += [name, *parser.words()]
            elif action.choices is not None:
                found += [str(choice) for choice in action.choices]
        return found

    def convert_arg_line_to_args(self, arg_line: str) -> list[str]:
        """A line of an argument file is one argument; empty lines are none."""
        return [arg_line] if arg_line.strip() else []


def parser(only: str = "") -> Parser:
    """The parser of all commands; where `only` is the name of one, of that one alone."""
    top = Parser(prog="lambdalint", description=DESCRIPTION, epilog=EXITS)
    top.add_argument("--version", action="store_true", help="print the version")
    commands = top.add_subparsers(dest="command", metavar="COMMAND", prog=top.prog)
    known: dict[str, tuple[Options, str]] = {
        "check": (_check, "find problems, and fix them with --fix"),
        "rule": (_rule, "explain a rule"),
        "rules": (_text_or_json, "list all rules"),
        "explain-project": (_overview, "show what is understood of a project"),
        "baseline": (_baseline, "accept the findings that there are"),
        "config": (_config, "show, verify or start a configuration"),
        "clean": (_clean, "remove the reports of last runs that are kept"),
        "generate-shell-completion": (_completion, "print completion for a shell"),
        "version": (_text_or_json, "print the version"),
    }
    for name, (options, purpose) in known.items():
        if only not in known or only == name:
            commands.add_parser(name, options=options, help=purpose, epilog=EXITS if name == "check" else None)
    return top


def _rule(command: argparse.ArgumentParser) -> None:
    command.add_argument("rule", nargs="?", metavar="RULE", help="code or name of the rule")
    command.add_argument("--all", action="store_true", help="explain all rules")
    command.add_argument("--output-format", choices=("text", "json", "markdown"), default="text")
    _everywhere(command)


def _baseline(command: argparse.ArgumentParser) -> None:
    command.add_argument("action", choices=("create", "update", "prune", "show"))
    command.add_argument("paths", nargs="*", metavar="PATH", help="a project (default: .)")
    command.add_argument("--baseline", type=Path, metavar="FILE", help="the file (default: lambdalint-baseline.json)")
    _settings(command.add_argument_group("configuration"))
    _everywhere(command)


def _completion(command: argparse.ArgumentParser) -> None:
    command.add_argument("shell", choices=("bash", "zsh", "fish", "powershell"), metavar="SHELL")
    _everywhere(command)


def _overview(command: argparse.ArgumentParser) -> None:
    command.add_argument("paths", nargs="*", metavar="PATH", help="a project (default: .)")
    command.add_argument("--output-format", choices=("text", "json"), default="text")
    _settings(command.add_argument_group("configuration"))
    _everywhere(command)


def _text_or_json(command: argparse.ArgumentParser) -> None:
    command.add_argument("--output-format", choices=("text", "json"), default="text")
    _everywhere(command)


def _everywhere(command: argparse.ArgumentParser) -> None:
    group = command.add_argument_group("everywhere")
    group.add_argument("--color", choices=("auto", "always", "never"), default="auto")
    group.add_argument("-q", "--quiet", action="store_true", help="print nothing but the report")
    group.add_argument("-s", "--silent", action="store_true", help="print nothing")
    group.add_argument("-v", "--verbose", action="store_true", help="tell more about what was analysed")
    group.add_argument("--debug", action="store_true", help="show where lambdalint itself fails")


def _settings(group: argparse._ArgumentGroup) -> None:
    group.add_argument(
        "--config", action="append", default=[], metavar="FILE|KEY=VALUE", help="use this file or setting"
    )
    group.add_argument("--isolated", action="store_true", help="read no configuration file")
    group.add_argument("--root", type=Path, metavar="FOLDER", help="the project to analyse")


def _clean(command: argparse.ArgumentParser) -> None:
    command.add_argument("--cache-dir", type=Path, metavar="FOLDER", help="where they are kept")
    _everywhere(command)


def _config(command: argparse.ArgumentParser) -> None:
    command.add_argument("action", choices=("show", "verify", "schema", "init"))
    command.add_argument("names", nargs="*", metavar="KEY|FILE", help="a setting to show, or files to verify")
    _settings(command.add_argument_group("configuration"))
    _everywhere(command)


def _check(command: argparse.ArgumentParser) -> None:
    command.add_argument("paths", nargs="*", metavar="PATH", help="a project, or files to report on (default: .)")
    _fixing(command.add_argument_group("fixing"))
    _choosing(command.add_argument_group("rules"))
    _scope(command.add_argument_group("files"))
    _debt(command.add_argument_group("what is known already"))
    _output(command.add_argument_group("output"))
    _settings(command.add_argument_group("configuration"))
    _caching(command.add_argument_group("cache"))
    _everywhere(command)


def _caching(group: argparse._ArgumentGroup) -> None:
    group.add_argument("--no-cache", action="store_true", help="neither use nor keep the report of the last run")
    group.add_argument("--cache-dir", type=Path, metavar="FOLDER", help="keep it there, not in the user's cache folder")


def _fixing(group: argparse._ArgumentGroup) -> None:
    group.add_argument("--fix", action="store_true", help="apply safe fixes")
    group.add_argument("--unsafe-fixes", action=argparse.BooleanOptionalAction, default=False, help="unsafe fixes too")
    group.add_argument("--fix-only", action="store_true", help="apply fixes and report nothing")
    group.add_argument("--interactive", action="store_true", help="with --fix: show each fix and ask")
    group.add_argument("--verify", metavar="COMMAND", help="with --fix: take fixes back that make this command fail")
    group.add_argument("--diff", action="store_true", help="show what --fix would change; 1 if anything")
    group.add_argument("--show-fixes", action="store_true", help="list the fixes that were applied")
    group.add_argument("--exit-non-zero-on-fix", action="store_true", help="exit with 1 when anything was fixed")


def _choosing(group: argparse._ArgumentGroup) -> None:
    for name in LISTS[:6]:
        group.add_argument(f"--{name}", action="append", metavar="RULES", help=f"the setting `{name}`; comma-separated")
    group.add_argument("--per-file-ignores", action="append", metavar="PATTERN:RULE", help="more such settings")
    group.add_argument("--preview", action=argparse.BooleanOptionalAction, default=None, help="run preview rules too")
    for name in LEVEL_OPTIONS:
        group.add_argument(f"--{name}", choices=LEVELS, help=f"the setting `{name}`")
    group.add_argument("--min-precision", choices=PRECISIONS, help="report only rules that are at least so sure")
    group.add_argument("--ignore-suppressions", action="store_true", help="report what comments suppress")
    group.add_argument("--include-suppressed", action="store_true", help="list suppressed findings in sarif and json")


def _scope(group: argparse._ArgumentGroup) -> None:
    for name in LISTS[6:]:
        group.add_argument(f"--{name}", action="append", metavar="PATTERNS", help=f"the setting `{name}`")
    group.add_argument(
        "--force-exclude", action="store_true", default=None, help="leave out excluded files even when named"
    )
    group.add_argument("--no-respect-gitignore", action="store_true", help="analyse what Git ignores")
    group.add_argument("--only-files", action="store_true", help="report only what touches the named files")
    group.add_argument("--stdin-filename", metavar="PATH", help="read this file from standard input")
    group.add_argument("--allow-empty", action="store_true", help="be content when there is nothing to analyse")


def _debt(group: argparse._ArgumentGroup) -> None:
    group.add_argument("--baseline", type=Path, metavar="FILE", help="report only what is not in this file")
    group.add_argument("--no-baseline", action="store_true", help="report what the baseline accepts too")
    group.add_argument("--strict-baseline", action="store_true", help="exit with 1 when the baseline has stale entries")
    group.add_argument("--suppress", action="store_true", help="write a comment for each finding, and stop")
    group.add_argument("--reason", default="", metavar="TEXT", help="the reason that --suppress writes")
    group.add_argument("--new-from-rev", metavar="REV", help="report only what touches lines changed since then")
    group.add_argument("--new-from-merge-base", metavar="BRANCH", help="the same since this branch left that one")
    group.add_argument("--new-from-patch", type=Path, metavar="FILE", help="the same for the lines of a patch")


def _output(group: argparse._ArgumentGroup) -> None:
    formats = ", ".join(FORMATS)
    group.add_argument("--output-format", action="append", metavar="FORMAT[=FILE]", help=f"{formats}; may be repeated")
    group.add_argument("-o", "--output-file", type=Path, metavar="FILE", help="write the report there")
    group.add_argument("--statistics", action="store_true", help="count findings by rule")
    group.add_argument(
        "--max-diagnostics", type=_count, default=0, metavar="N", help="show N findings at most (0: all)"
    )
    group.add_argument("--category", default="", metavar="NAME", help="the category of the sarif report")
    group.add_argument("--watch", action="store_true", help="check again whenever a file changes")
    group.add_argument("-e", "--exit-zero", action="store_true", help="exit with 0 even when there are findings")
    group.add_argument("--show-files", action="store_true", help="list the files of the project, and stop")
    group.add_argument("--show-project", action="store_true", help="show what is understood of the project, and stop")
    group.add_argument("--show-settings", action="store_true", help="list all settings, and stop")


def _count(text: str) -> int:
    if not text.isdecimal():
        raise argparse.ArgumentTypeError(f"{text!r} is not a number from 0")
    return int(text)


# -- from options to settings ----------------------------------------------------------------------------------------


def overrides(options: argparse.Namespace, environment: Mapping[str, str]) -> tuple[Path | None, dict[str, object]]:
    """The configuration file that was asked for, and the settings that options set. Raises UsageError."""
    explicit, settings = _config_options(options.config)
    if explicit is None and environment.get("LAMBDALINT_CONFIG") and not options.isolated:
        explicit = _existing(environment["LAMBDALINT_CONFIG"])
    if options.command != "check":
        return explicit, settings
    for name in LISTS:
        given = getattr(options, name.replace("-", "_"))
        if given is not None:
            settings[name] = split(given)
    for name in LEVEL_OPTIONS:
        level = getattr(options, name.replace("-", "_"))
        if level is not None:
            settings[name] = level
    for name in ("preview", "force_exclude"):
        if getattr(options, name) is not None:
            settings[name.replace("_", "-")] = getattr(options, name)
    if options.no_respect_gitignore:
        settings["respect-gitignore"] = False
    if options.per_file_ignores is not None:
        settings["per-file-ignores"] = _pairs(options.per_file_ignores)
    return explicit, settings


def _config_options(values: Sequence[str]) -> tuple[Path | None, dict[str, object]]:
    """`--config`: at most one file, and any number of `key=value`."""
    if not values:
        return None, {}
    import tomllib

    from lambdalint.config import flatten

    explicit: Path | None = None
    settings: dict[str, object] = {}
    for value in values:
        if "=" not in value or Path(value).is_file():
            if explicit is not None:
                raise UsageError("--config names two files")
            explicit = _existing(value)
            continue
        try:
            table = tomllib.loads(value)
        except tomllib.TOMLDecodeError as error:
            hint = "write texts in quotes, as in --config 'fail-on=\"error\"'"
            raise UsageError(f"--config {value!r} is not TOML; {hint}") from error
        settings.update(flatten(table))
    return explicit, settings


def _existing(name: str) -> Path:
    path = Path(name)
    if not path.is_file():
        raise UsageError(f"there is no configuration file {name}")
    return path


def split(values: Sequence[str]) -> list[str]:
    """The items of an option that may be repeated and may hold several items with commas between them."""
    return [item.strip() for value in values for item in value.split(",") if item.strip()]


def _pairs(values: Sequence[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for value in split(values):
        pattern, colon, rule = value.rpartition(":")
        if not colon or not pattern or not rule:
            raise UsageError(f"--per-file-ignores {value!r} must look like 'pattern:RULE'")
        found.setdefault(pattern, []).append(rule)
    return found
