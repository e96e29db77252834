"""Settings: what a run goes by, and the file that says so. What can't be used is an error that names its line."""

from __future__ import annotations

import os
from collections.abc import Mapping

from lambdalint.paths import StrPath, upwards
from lambdalint.record import NamedTuple
from lambdalint.rule import Severity

FILES = ("lambdalint.toml", ".lambdalint.toml", "pyproject.toml")
LEVELS = ("info", "warning", "error")
STARTS = ("init", "main")
PRECISIONS = ("low", "medium", "high", "very-high")
FORMATS = ("full", "concise", "json", "sarif", "github")
BASELINE = "lambdalint-baseline.json"  # used where no other is named


class Pattern(NamedTuple):
    """A pattern in the manner of `.gitignore`, seen from `base` (None: from the project root)."""

    glob: str
    base: str | None = None


class PerFileIgnore(NamedTuple):
    """Rules that are not reported in files that match."""

    pattern: Pattern
    selectors: tuple[str, ...]


class FunctionCode(NamedTuple):
    """A folder of Go code (relative to the configuration's folder) and the address of the function that runs it."""

    code: str
    resource: str


class Suppressions(NamedTuple):
    """How suppression comments are judged; `max_days` 0 is no limit."""

    require_reason: bool = False
    max_days: int = 0
    report_unused: bool = True


class Config(NamedTuple):
    """All settings of a run.

    `path` is the file they come from, if any. `origins` tells for each setting that isn't a default where it was set.
    `severity` maps selectors to levels, `rules` codes to options.
    """

    path: str | None = None
    required_version: str = ""
    extend: str = ""
    include: tuple[Pattern, ...] = ()
    exclude: tuple[Pattern, ...] = ()
    extend_exclude: tuple[Pattern, ...] = ()
    respect_gitignore: bool = True
    force_exclude: bool = False
    select: tuple[str, ...] = ("LL",)
    ignore: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()
    extend_ignore: tuple[str, ...] = ()
    fixable: tuple[str, ...] = ("ALL",)
    unfixable: tuple[str, ...] = ()
    extend_safe_fixes: tuple[str, ...] = ()
    extend_unsafe_fixes: tuple[str, ...] = ()
    start_up: str = "init"
    fail_on: Severity = Severity.WARNING
    min_severity: Severity = Severity.INFO
    preview: bool = False
    output_format: str = "full"
    severity: Mapping[str, Severity] = {}
    per_file_ignores: tuple[PerFileIgnore, ...] = ()
    suppressions: Suppressions = Suppressions()
    functions: tuple[FunctionCode, ...] = ()
    baseline: Pattern = Pattern("")
    rules: Mapping[str, Mapping[str, object]] = {}
    origins: Mapping[str, str] = {}

    def options_of(self, code: str) -> Mapping[str, object]:
        """The options of one rule, kebab-case, as written; what fixes have to know of other settings is among them."""
        own = self.rules.get(code, {})
        return {"start-up": self.start_up, **own} if self.start_up != "init" else own


def find(start: StrPath) -> str | None:
    """The configuration file nearest to `start`, upwards to the repository's top or the home folder."""
    home = os.path.expanduser("~")
    for folder in upwards(os.path.abspath(start)):
        for name in FILES:
            candidate = os.path.join(folder, name)
            if os.path.isfile(candidate) and (name != "pyproject.toml" or _has_table(candidate)):
                return candidate
        if folder == home or any(os.path.exists(os.path.join(folder, name)) for name in (".git", ".hg")):
            return None
    return None


def _has_table(path: str) -> bool:
    import tomllib

    try:
        with open(path, "rb") as file:
            data = file.read()
        return b"lambdalint" in data and "lambdalint" in tomllib.loads(data.decode("utf-8")).get("tool", {})
    except (OSError, ValueError):
        return False
