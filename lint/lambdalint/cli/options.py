"""Commands and their options, as a table: what reads a command line, explains or completes it goes by this."""

from __future__ import annotations

from collections.abc import Callable
from types import SimpleNamespace

from lambdalint.config import FORMATS, LEVELS, PRECISIONS
from lambdalint.record import NamedTuple

# Options whose value is a setting of the same name.
SHELLS = ("bash", "zsh", "fish", "powershell")
LISTS = (
    "select", "ignore", "extend-select", "extend-ignore", "fixable", "unfixable", "exclude", "extend-exclude",
)  # fmt: skip
LEVEL_OPTIONS = ("fail-on", "min-severity")


class Given(SimpleNamespace):
    """What a command line asks for: a field for each option of its command, and `command` and `version`."""


class Option(NamedTuple):
    """An option by its spellings; the long one names its field.

    `shape`: a `flag` is there or not, a `switch` can be spelt with `no-` too; a `value` is one text, or number (`kind`
    is `count`), a `list` as many as there are. `default` holds where it isn't given.
    """

    names: tuple[str, ...]
    text: str = ""
    shape: str = "flag"
    metavar: str = ""
    default: object = None
    choices: tuple[str, ...] = ()
    kind: str = "text"

    @property
    def field(self) -> str:
        """The name of its field."""
        return self.names[-1].lstrip("-").replace("-", "_")


class Group(NamedTuple):
    """Options that belong together."""

    title: str
    options: tuple[Option, ...]


class Words(NamedTuple):
    """What stands on a command line without a name: one (``), one or none (`?`), or any number (`*`) of these."""

    field: str
    number: str = ""
    metavar: str = ""
    text: str = ""
    choices: tuple[str, ...] = ()


class Command(NamedTuple):
    """A command; options before `groups` have no title."""

    name: str
    purpose: str
    words: tuple[Words, ...]
    options: tuple[Option, ...]
    groups: tuple[Group, ...]

    def all_options(self) -> list[Option]:
        """Its options, in order."""
        return [*self.options, *(option for group in self.groups for option in group.options)]


def command(name: str) -> Command:
    """The command of that name. KeyError where there is none."""
    purpose, (words, options, groups) = PURPOSES[name], _MAKERS[name]()
    return Command(name, purpose, words, options, (*groups, _everywhere()))


def spellings(option: Option) -> tuple[str, ...]:
    """The names of an option, the one that takes a switch back among them."""
    return (*option.names, f"--no-{option.names[-1][2:]}") if option.shape == "switch" else option.names


PURPOSES = {
    "check": "find problems, and fix them with --fix",
    "rule": "explain a rule",
    "rules": "list all rules",
    "explain-project": "show what is understood of a project",
    "baseline": "accept the findings that there are",
    "config": "show, verify or start a configuration",
    "clean": "remove the reports of last runs that are kept",
    "generate-shell-completion": "print completion for a shell",
    "version": "print the version",
}
_Made = tuple[tuple[Words, ...], tuple[Option, ...], tuple[Group, ...]]


def _flag(name: str, text: str, default: object = False) -> Option:
    return Option((f"--{name}",), text, default=default)


def _switch(name: str, text: str, default: object) -> Option:
    return Option((f"--{name}",), text, "switch", default=default)


def _value(name: str, metavar: str, text: str, default: object = None, kind: str = "text") -> Option:
    return Option((f"--{name}",), text, "value", metavar, default, (), kind)


def _choice(name: str, choices: tuple[str, ...], default: str | None, text: str = "") -> Option:
    return Option((f"--{name}",), text, "value", "", default, choices)


def _list(name: str, metavar: str, text: str, default: object = None) -> Option:
    return Option((f"--{name}",), text, "list", metavar, default)


def _everywhere() -> Group:
    return Group(
        "everywhere",
        (
            _choice("color", ("auto", "always", "never"), "auto"),
            Option(("-q", "--quiet"), "print nothing but the report", default=False),
            Option(("-s", "--silent"), "print nothing", default=False),
            Option(("-v", "--verbose"), "tell more about what was analysed", default=False),
            _flag("debug", "show where lambdalint itself fails"),
        ),
    )


def _settings() -> Group:
    return Group(
        "configuration",
        (
            _list("config", "FILE|KEY=VALUE", "use this file or setting", ()),
            _flag("isolated", "read no configuration file"),
            _value("root", "FOLDER", "the project to analyse"),
        ),
    )


def _text_or_json() -> _Made:
    return (), (_choice("output-format", ("text", "json"), "text"),), ()


def _rule() -> _Made:
    forms = _choice("output-format", ("text", "json", "markdown"), "text")
    return (Words("rule", "?", "RULE", "code or name of the rule"),), (_flag("all", "explain all rules"), forms), ()


def _overview() -> _Made:
    paths = Words("paths", "*", "PATH", "a project (default: .)")
    return (paths,), (_choice("output-format", ("text", "json"), "text"),), (_settings(),)


def _baseline() -> _Made:
    text = (
        "create: accept what is found; update: the same anew; prune: forget what is gone; show: list what is accepted"
    )
    action = Words("action", "", "ACTION", text, ("create", "update", "prune", "show"))
    paths = Words("paths", "*", "PATH", "a project (default: .)")
    file = _value("baseline", "FILE", "the file (default: lambdalint-baseline.json)")
    return (action, paths), (file,), (_settings(),)


def _config() -> _Made:
    text = (
        "show: each setting, and where it is from; verify: what is wrong; schema: as JSON schema; init: write a starter"
    )
    action = Words("action", "", "ACTION", text, ("show", "verify", "schema", "init"))
    names = Words("names", "*", "KEY|FILE", "a setting to show, or files to verify")
    return (action, names), (), (_settings(),)


def _clean() -> _Made:
    return (), (_value("cache-dir", "FOLDER", "where they are kept"),), ()


def _completion() -> _Made:
    return (Words("shell", "", "SHELL", choices=SHELLS),), (), ()


def _check() -> _Made:
    paths = Words("paths", "*", "PATH", "a project, or files to report on (default: .)")
    groups = (_fixing(), _choosing(), _scope(), _debt(), _output(), _settings(), _caching())
    return (paths,), (), groups


def _fixing() -> Group:
    return Group(
        "fixing",
        (
            _flag("fix", "apply safe fixes"),
            _switch("unsafe-fixes", "unsafe fixes too", False),
            _flag("fix-only", "apply fixes and report nothing"),
            _flag("interactive", "with --fix: show each fix and ask"),
            _value("verify", "COMMAND", "with --fix: take fixes back that make this command fail"),
            _flag("diff", "show what --fix would change; 1 if anything"),
            _flag("show-fixes", "list the fixes that were applied"),
            _flag("exit-non-zero-on-fix", "exit with 1 when anything was fixed"),
        ),
    )


def _choosing() -> Group:
    return Group(
        "rules",
        (
            *(_list(name, "RULES", f"the setting `{name}`; comma-separated") for name in LISTS[:6]),
            _list("per-file-ignores", "PATTERN:RULE", "more such settings"),
            _switch("preview", "run preview rules too", None),
            *(_choice(name, LEVELS, None, f"the setting `{name}`") for name in LEVEL_OPTIONS),
            _choice("min-precision", PRECISIONS, None, "report only rules that are at least so sure"),
            _flag("ignore-suppressions", "report what comments suppress"),
            _flag("include-suppressed", "list suppressed findings in sarif and json"),
        ),
    )


def _scope() -> Group:
    return Group(
        "files",
        (
            *(_list(name, "PATTERNS", f"the setting `{name}`") for name in LISTS[6:]),
            _flag("force-exclude", "leave out excluded files even when named", None),
            _flag("no-respect-gitignore", "analyse what Git ignores"),
            _flag("only-files", "report only what touches the named files"),
            _value("stdin-filename", "PATH", "read this file from standard input"),
            _flag("allow-empty", "be content when there is nothing to analyse"),
        ),
    )


def _debt() -> Group:
    return Group(
        "what is known already",
        (
            _value("baseline", "FILE", "report only what is not in this file"),
            _flag("no-baseline", "report what the baseline accepts too"),
            _flag("strict-baseline", "exit with 1 when the baseline has stale entries"),
            _flag("suppress", "write a comment for each finding, and stop"),
            _value("reason", "TEXT", "the reason that --suppress writes", ""),
            _value("new-from-rev", "REV", "report only what touches lines changed since then"),
            _value("new-from-merge-base", "BRANCH", "the same since this branch left that one"),
            _value("new-from-patch", "FILE", "the same for the lines of a patch"),
        ),
    )


def _output() -> Group:
    return Group(
        "output",
        (
            _list("output-format", "FORMAT[=FILE]", f"{', '.join(FORMATS)}; may be repeated"),
            Option(("-o", "--output-file"), "write the report there", "value", "FILE"),
            _flag("statistics", "count findings by rule"),
            _value("max-diagnostics", "N", "show N findings at most (0: all)", 0, "count"),
            _value("category", "NAME", "the category of the sarif report", ""),
            _flag("watch", "check again whenever a file changes"),
            Option(("-e", "--exit-zero"), "exit with 0 even when there are findings", default=False),
            _flag("show-files", "list the files of the project, and stop"),
            _flag("show-project", "show what is understood of the project, and stop"),
            _flag("show-settings", "list all settings, and stop"),
        ),
    )


def _caching() -> Group:
    return Group(
        "cache",
        (
            _flag("no-cache", "neither use nor keep the report of the last run"),
            _value("cache-dir", "FOLDER", "keep it there, not in the user's cache folder"),
        ),
    )


_MAKERS: dict[str, Callable[[], _Made]] = {
    "check": _check,
    "rule": _rule,
    "rules": _text_or_json,
    "explain-project": _overview,
    "baseline": _baseline,
    "config": _config,
    "clean": _clean,
    "generate-shell-completion": _completion,
    "version": _text_or_json,
}
