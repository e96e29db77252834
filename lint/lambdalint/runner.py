"""One run: discover, read, link, check, settle."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import TYPE_CHECKING

from lambdalint import registry, settle
from lambdalint.config import Config
from lambdalint.discover import Inventory, inventory, matcher
from lambdalint.fix import problem
from lambdalint.frontends import infrastructure
from lambdalint.frontends.buildfiles import kind_of
from lambdalint.golang import analyse as go_code
from lambdalint.golang.source.opening import openings
from lambdalint.link import link
from lambdalint.model.build import BuildFacts
from lambdalint.model.infra import InfraFacts, Script
from lambdalint.model.project import BrokenFile, Project, SuppressionComment
from lambdalint.paths import Paths, StrPath
from lambdalint.reader import Reader, Sources
from lambdalint.result import Analysis, Counts, Problem
from lambdalint.rule import Context, Finding, Rule
from lambdalint.source import Span
from lambdalint.value import Known, Unknown

if TYPE_CHECKING:
    from datetime import date

Progress = Callable[[str, int, int], None]


class Understood:
    """What was read of a project, before any rule looks at it."""

    def __init__(self, found: Inventory, reader: Reader, step: Progress) -> None:
        self.reader = reader
        self.sources = Sources(reader)
        paths = found.paths
        step("infrastructure", 1, 5)
        opening = openings(self.reader.start, self.reader.look)
        infra, broken_infra = infrastructure.read(self.reader, self.reader.look, paths, opening)
        step("builds", 2, 5)
        builds, broken_builds = _builds(self.reader, paths, infra.scripts)
        if builds.calls:
            infra = infrastructure.with_calls(infra, builds.calls, self.reader)
            builds = builds._replace(calls=())  # they may spell secrets
        packages = _packages(infra, paths)
        if packages:
            from lambdalint.frontends import artifacts

            builds = builds._replace(artifacts=artifacts.read(self.reader.open, packages))
        step("code", 3, 5)
        code, broken_go, _ = go_code.analyse(self.reader, paths, opening)
        step("link", 4, 5)
        comments = tuple(self._comments(code.files, infra))
        broken = (*broken_infra, *broken_builds, *broken_go)
        self.project: Project = link(self.sources, paths, code, infra, builds, broken, comments, registry.by_name())
        step("check", 5, 5)

    def _comments(self, go_files: Mapping[str, object], infra: InfraFacts) -> Iterator[SuppressionComment]:
        """Suppressions in files that a finding can be in: those that were read."""
        described = set(_places(infra)) if any(d.root.endswith(".go") for d in infra.deployments) else ()
        for path in self.reader.read_paths():
            if path.endswith(".go") and path not in go_files and path not in described:
                continue
            data = self.reader(path)
            if data is not None and (b"lambdalint:" in data or b"nolint" in data):
                from lambdalint import suppress

                yield from suppress.comments(path, data)


def _places(infra: InfraFacts) -> Iterator[str]:
    """The files in which something of the infrastructure, or a value of it, stands."""
    for records in infra:
        for record in records:
            for part in (record, *record):
                span = getattr(part, "span", None)
                if isinstance(span, Span):
                    yield span.path


def _builds(
    reader: Reader, paths: tuple[str, ...], scripts: tuple[Script, ...]
) -> tuple[BuildFacts, tuple[BrokenFile, ...]]:
    """All builds, zips and image stages of a project; what reads them is imported where there may be any."""
    if not scripts and not any(map(kind_of, Paths.of(paths).others)):
        return BuildFacts(), ()
    from lambdalint.frontends import builds

    return builds.read(reader, paths, scripts)


def _packages(infra: InfraFacts, paths: tuple[str, ...]) -> list[str]:
    """The zips among the project's files that functions deploy."""
    named = [f.package.path.value for f in infra.functions if f.package and isinstance(f.package.path, Known)]
    zips = {path for path in named if path.endswith(".zip")}
    return [path for path in paths if path in zips] if zips else []


def analyse(
    root: StrPath,
    config: Config,
    *,
    today: date | str,
    overlays: Mapping[str, bytes] | None = None,
    only_files: frozenset[str] | None = None,
    progress: Progress | None = None,
    found: Callable[[], Inventory] | None = None,
    reader: Reader | None = None,
) -> Analysis:
    """Run the selected rules over the project at `root` and settle what they find. Writes nothing.

    `today` is a date, or its text as in `2026-11-20`. `overlays` are texts to use instead of what is on disk;
    `only_files` keeps findings that touch one of these files. `found` and `reader` stand in for looking for the files
    and opening them.
    """
    step = progress or (lambda _what, _done, _all: None)
    step("discover", 0, 5)
    listed = found() if found else inventory(root, config, only_files or (), overlays or {})
    understood = Understood(listed, reader or Reader(root, overlays), step)
    project = understood.project
    selected = registry.select(
        (*config.select, *config.extend_select), (*config.ignore, *config.extend_ignore), config.preview
    )
    rules = registry.load_busy(selected, project.kinds(), mentioned(project))
    problems: list[Problem] = []
    pairs = [pair for rule in rules for pair in _check(rule, project, config, str(today), problems)]
    ignored = _ignored(root, config)
    settled = settle.settle(pairs, project, config, rules, selected, str(today), only_files, ignored)
    problems += understood.reader.problems()
    return Analysis(
        results=settled.results,
        suppressed=settled.suppressed,
        rules=rules,
        selected=selected,
        sources=understood.sources,
        secrets=(*project.infra.secrets, *(secret.span for secret in project.code.secrets)),
        problems=tuple(problems),
        counts=Counts(
            files=len(understood.reader.read_paths()),
            functions=len(project.infra.functions),
            programs=len(project.code.programs),
            suppressed=len(settled.suppressed),
            unknown=_unknown(project),
        ),
        prefix=listed.prefix,
        skipped=listed.skipped,
    )


def mentioned(project: Project) -> Callable[[str], bool]:
    """Whether a word stands anywhere in the Go code that was read."""
    texts = [project.sources[path].data for path in project.code.files]

    @cache
    def stands(word: str) -> bool:
        sought = word.encode()
        return any(sought in text for text in texts)

    return stands


def _ignored(root: StrPath, config: Config) -> Callable[[str, str], bool]:
    """Whether `per-file-ignores` leave a path's findings of a code out."""
    tests = [(matcher(os.path.realpath(root), (item.pattern,)), item.selectors) for item in config.per_file_ignores]
    return lambda path, code: any(test(path) and registry.matches_code(words, code) for test, words in tests)


def _unknown(project: Project) -> int:
    """How many values of functions only deployment knows."""
    return sum(isinstance(field, Unknown) for function in project.infra.functions for field in function)


def _check(
    rule: Rule, project: Project, config: Config, today: str, problems: list[Problem]
) -> Iterator[tuple[Rule, Finding]]:
    """All sound findings of one rule. A crash or an impossible fix becomes a problem that names the rule."""
    ctx = Context(project, today, config.options_of(rule.code))
    for kind, function in rule.checks:
        for node in project.nodes(kind, rule.any_language):
            try:
                for finding in function(node, ctx):
                    wrong = _unsound(finding, project)
                    if wrong:
                        problems.append(Problem("rule-crash", finding.span.path, wrong, rule.code, True))
                    elif not _hidden(finding.span, project):
                        yield rule, finding
            except Exception as error:
                import traceback

                where = getattr(getattr(node, "span", None), "path", "")
                trace = "".join(traceback.format_exception(error))
                problems.append(Problem("rule-crash", where, trace, rule.code, True))


def _unsound(finding: Finding, project: Project) -> str | None:
    """Why a finding can't be shown as it is, or None."""
    for span in (finding.span, *(related.span for related in (*finding.related, *finding.flow))):
        if span.path not in project.sources:
            return f"points into {span.path}, which was not read"
        if not 0 <= span.start <= span.end <= len(project.sources[span.path].data):
            return f"points outside {span.path}"
    if finding.fix is None:
        return None
    paths = {edit.span.path for edit in finding.fix.edits}
    sizes = {path: len(project.sources[path].data) for path in paths if path in project.sources}
    wrong = problem(finding.fix, sizes)
    return f"offers a fix that {wrong}" if wrong else None


def _hidden(span: Span, project: Project) -> bool:
    """Nothing is reported in generated or vendored Go files."""
    file = project.code.files.get(span.path)
    return file is not None and (file.generated or file.vendored)
