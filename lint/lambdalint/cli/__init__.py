"""The command line: commands, environment and exit codes. Nothing else reads the environment or ends the process."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from lambdalint.cli.options import Given
from lambdalint.cli.reading import read
from lambdalint.cli.streams import say
from lambdalint.errors import LambdalintError, UsageError

INTERRUPTED = 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code. Every failure is one line on standard error."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    try:
        return _run(given)
    except LambdalintError as error:
        say(sys.stderr, f"lambdalint: {error}\n")
    except KeyboardInterrupt:
        return INTERRUPTED
    except Exception as error:
        if "--debug" in given:
            import traceback

            say(sys.stderr, traceback.format_exc())
        say(sys.stderr, f"lambdalint: internal error: {type(error).__name__}: {error}; --debug shows where\n")
    return 2


def _run(given: list[str]) -> int:
    options = read(given)
    if options is None:
        from lambdalint.cli.arguments import parser

        top = parser(given[0] if given else "")
        options = top.parse_args(given, Given())
        if options.command is None and not options.version:
            say(sys.stderr, top.format_help())
            return 2
    if options.version or options.command == "version":
        return _version(options)
    commands = {
        "check": _check,
        "rule": _rule,
        "rules": _rules,
        "explain-project": _overview,
        "baseline": _baseline,
        "config": _config,
        "generate-shell-completion": _completion,
        "clean": _clean,
    }
    return commands[options.command](options)


def _check(options: Given) -> int:
    from lambdalint.cli.check import check

    return check(options, os.environ)


def _overview(options: Given) -> int:
    from lambdalint.cli.overview import explain_project

    return explain_project(options, os.environ)


def _config(options: Given) -> int:
    from lambdalint.cli.config import configure

    return configure(options, os.environ)


# -- small commands --------------------------------------------------------------------------------------------------


def _version(options: Given) -> int:
    from lambdalint import __version__

    if getattr(options, "output_format", "text") == "json":
        say(sys.stdout, f'{{"name": "lambdalint", "version": "{__version__}"}}\n')
    else:
        say(sys.stdout, f"lambdalint {__version__}\n")
    return 0


def _clean(options: Given) -> int:
    from lambdalint import cache
    from lambdalint.cli.settings import cache_folder

    place = cache_folder(options, os.environ)
    try:
        number = 0 if place is None else cache.clear(place)
    except OSError as error:
        raise UsageError(f"{place} can't be cleared: {error.strerror}") from error
    if not options.quiet and not options.silent:
        say(sys.stdout, f"Removed {number:,} cached {'report' if number == 1 else 'reports'}.\n")
    return 0


def _rule(options: Given) -> int:
    from lambdalint import registry
    from lambdalint.cli import explain

    if options.all == (options.rule is not None):
        raise UsageError("name one rule, or ask for --all")
    codes = [entry.code for entry in registry.index()] if options.all else [registry.find(options.rule).code]
    say(sys.stdout, explain.pages(registry.load(codes), options.output_format))
    return 0


def _baseline(options: Given) -> int:
    from lambdalint.cli.baseline import manage

    return manage(options, os.environ)


def _completion(options: Given) -> int:
    from lambdalint import registry
    from lambdalint.cli import completion

    rules = [word for entry in registry.index() for word in (entry.code, entry.name)]
    say(sys.stdout, completion.script(options.shell, completion.commands(rules)))
    return 0


def _rules(options: Given) -> int:
    from lambdalint.cli import explain

    say(sys.stdout, explain.table(options.output_format))
    return 0
