"""The command `check`: from options to reports on the right streams."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from typing import TYPE_CHECKING

from lambdalint import discover
from lambdalint.cli import streams
from lambdalint.cli.options import Given
from lambdalint.cli.reports import Plan, append, plan, write
from lambdalint.cli.settings import cache_folder, load, today
from lambdalint.cli.streams import is_terminal, say
from lambdalint.cli.targets import Target, absolute, target
from lambdalint.config import BASELINE, Config
from lambdalint.errors import UsageError
from lambdalint.outcome import FAILED, FOUND, Job, Outcome, exit_code, run
from lambdalint.paths import inside
from lambdalint.report import FOR_PEOPLE, render
from lambdalint.report.options import Checkout, Options
from lambdalint.result import Analysis

if TYPE_CHECKING:
    from lambdalint.changes import Lines
    from lambdalint.manual import Manual

PLAIN_WIDTH = 100  # cells, where there is no terminal to ask


def check(options: Given, environment: Mapping[str, str]) -> int:
    """Run the command and return its exit code. Raises LambdalintError."""
    if not options.watch:
        return _once(options, environment)
    from lambdalint.cli.watch import watch

    root = target(options.paths, options.root, options.only_files).root
    wanted = plan(options, load(options, root, environment).output_format, environment)
    return watch(root, lambda: load(options, root, environment), lambda: _once(options, environment), options, wanted)


def _once(options: Given, environment: Mapping[str, str]) -> int:
    aim, overlays = _aim(options)
    settings = load(options, aim.root, environment)
    if options.show_settings:
        from lambdalint.cli.config import listing

        say(sys.stdout, listing(settings, ()))
        return 0
    if options.show_project:
        from lambdalint.cli.overview import show

        show(aim.root, settings, options, environment, "text")
        return 0
    only = _only(aim, settings, overlays)
    if options.show_files:
        paths = discover.inventory(aim.root, settings, only or ()).paths
        say(sys.stdout, "".join(f"{path}\n" for path in paths if only is None or path in only), exact=True)
        return 0
    wanted = plan(options, settings.output_format, environment)
    start = Job(aim.root, settings, today(), only, overlays)
    if options.suppress:
        from lambdalint.cli.suppress import suppress

        return suppress(options, start)
    job = _job(options, environment, start)
    outcome = _run(job, options, environment)
    return _Telling(options, environment, wanted, outcome, job).tell()


def _job(options: Given, environment: Mapping[str, str], job: Job) -> Job:
    """The job with what the options say of fixing and caching. Raises UsageError for options that don't fit."""
    writing = (options.fix or options.fix_only) and not options.diff and not job.overlays
    for name in ("interactive", "verify"):
        if getattr(options, name) and not writing:
            why = "--diff writes nothing" if options.diff else "it judges what --fix writes into files"
            raise UsageError(f"--{name} can't be used here: {why}")
    if options.interactive:
        from lambdalint.cli.prompt import Prompt

        job = job._replace(ask=Prompt(options.color, environment, options.unsafe_fixes))
    if os.path.exists(os.path.join(job.root, BASELINE)) or options.baseline is not None or job.config.baseline.glob:
        from lambdalint.cli.baseline import accepted

        job = job._replace(baseline=accepted(job.root, job.config, options))
    uncached = options.no_cache or environment.get("LAMBDALINT_NO_CACHE")
    return job._replace(
        fix=options.fix or options.fix_only or options.diff,
        unsafe=options.unsafe_fixes,
        write=writing,
        unsuppressed=options.ignore_suppressions,
        cache=None if uncached else cache_folder(options, environment),
        verify=options.verify,
        precision=options.min_precision or "",
        lines=_lines(options, job.root, job.config),
        before=_before(options, job.root),
    )


def _lines(options: Given, root: str, settings: Config) -> Mapping[str, Lines] | None:
    """The lines that findings have to touch; None for all. Raises UsageError."""
    wanted = (options.new_from_rev, options.new_from_merge_base, options.new_from_patch)
    if wanted == (None, None, None):
        return None
    if sum(one is not None for one in wanted) > 1:
        raise UsageError("use only one of --new-from-rev, --new-from-merge-base and --new-from-patch")
    from lambdalint import changes

    if options.new_from_patch is not None:
        return changes.of_patch(options.new_from_patch, discover.inventory(root, settings).prefix)
    return changes.since(root, wanted[0] or wanted[1], wanted[1] is not None)


def _before(options: Given, root: str) -> Mapping[str, bytes | None] | None:
    """The texts that there were, where findings are compared with a revision."""
    if options.new_from_rev is None and options.new_from_merge_base is None:
        return None
    from lambdalint import changes

    branch = options.new_from_merge_base
    return changes.before(root, options.new_from_rev or branch, branch is not None)


def _aim(options: Given) -> tuple[Target, Mapping[str, bytes]]:
    """The project and filter, and the text that came on standard input."""
    if options.stdin_filename is None:
        return target(options.paths, options.root, options.only_files), {}
    place = absolute(options.stdin_filename)
    folder = os.path.dirname(place)
    if not os.path.isdir(folder):
        raise UsageError(f"there is no folder {folder} for --stdin-filename")
    root = target([folder], options.root, True).root
    path = inside(place, root) or ""
    return Target(root, (path,)), {path: sys.stdin.buffer.read()}


def _only(aim: Target, settings: Config, overlays: Mapping[str, bytes]) -> frozenset[str] | None:
    """The files to report on: those named and those in named folders; excluded ones only where that is allowed."""
    if aim.named is None:
        return None
    named = {name for name in aim.named if not os.path.isdir(os.path.join(aim.root, name))}
    folders = [f"{name}/" if name else "" for name in aim.named if name not in named]
    if folders or settings.force_exclude:
        paths = {*discover.inventory(aim.root, settings).paths, *_included(overlays, aim.root, settings)}
        if settings.force_exclude:
            named &= paths
        named |= {path for path in paths if any(path.startswith(folder) for folder in folders)}
    return frozenset(named)


def _included(overlays: Mapping[str, bytes], root: str, settings: Config) -> set[str]:
    """New files on standard input, unless they are excluded."""
    excluded = discover.matcher(root, (*settings.exclude, *settings.extend_exclude))
    return {path for path in overlays if not excluded(path)}


def _run(job: Job, options: Given, environment: Mapping[str, str]) -> Outcome:
    watched = streams.shows_progress(environment, is_terminal(sys.stderr))
    quiet = options.quiet or options.silent or options.interactive
    progress = streams.Progress(sys.stderr) if watched and not quiet else None
    try:
        return run(job, progress)
    finally:
        if progress is not None:
            progress.erase()


class _Telling:
    """What one finished run says, and where."""

    def __init__(
        self, options: Given, environment: Mapping[str, str], wanted: Plan, outcome: Outcome, job: Job
    ) -> None:
        self._options = options
        self._environment = environment
        self._plan = wanted
        self._outcome = outcome
        self._job = job
        self._empty = outcome.analysis.counts.files == 0 and not options.allow_empty and job.only is None
        self._code = FAILED if self._empty else self._exit_code()

    def _exit_code(self) -> int:
        options, outcome = self._options, self._outcome
        code = exit_code(outcome, self._job.config)
        if code == FAILED:
            return code
        if options.diff:
            return int(bool(outcome.changes))
        if options.fix_only:
            code = 0
        if options.strict_baseline and outcome.stale:
            code = FOUND
        if options.exit_zero:
            code = 0
        return 1 if options.exit_non_zero_on_fix and outcome.changes else code

    def tell(self) -> int:
        """Write all reports and return the exit code."""
        options = self._options
        if options.diff:
            self._diff()
        else:
            for name, path in self._plan.files:
                write(path, render(name, self._analysis(name), self._report_options(name, None)))
            self._summary_page()
            self._screen()
        self._notes()
        return self._code

    def _screen(self) -> None:
        """The report on standard output; next to a fixed text that goes there, on standard error."""
        options, name = self._options, self._plan.screen
        if self._job.overlays and (options.fix or options.fix_only):
            path, given = next(iter(self._job.overlays.items()))
            fixed = self._outcome.changes.get(path, (given, given))[1]
            say(sys.stdout, fixed.decode("utf-8", "surrogateescape"), exact=True)
        if not name or options.silent or options.fix_only or (self._empty and self._plan.for_people):
            return
        stream = sys.stderr if self._job.overlays and options.fix else sys.stdout
        text = render(name, self._analysis(name), self._report_options(name, stream is sys.stdout))
        say(stream, text, exact=not self._plan.for_people)

    def _report_options(self, name: str, screen: bool | None) -> Options:
        """How a report is wanted; `screen` is None for files, else tells standard output from standard error."""
        options = self._options
        stream = sys.stdout if screen else sys.stderr
        terminals = screen is not None and is_terminal(stream)
        coloured = screen is not None and streams.colour(options.color, self._environment, terminals)
        return Options(
            colour=coloured,
            links=streams.links(coloured, self._environment, terminals),
            unicode=screen is None or streams.draws(stream.encoding),
            width=_width() if terminals else PLAIN_WIDTH,
            limit=options.max_diagnostics,
            footer=not options.quiet,
            unsafe=options.unsafe_fixes,
            statistics=options.statistics,
            include_suppressed=options.include_suppressed,
            manuals=self._manuals() if name == "sarif" else {},
            category=options.category,
            exit_code=self._code,
            checkout=self._checkout() if name == "sarif" else None,
        )

    def _checkout(self) -> Checkout | None:
        from lambdalint.changes import checkout

        return checkout(self._job.root)

    def _manuals(self) -> Mapping[str, Manual]:
        from lambdalint import registry

        return {rule.code: registry.manual(rule) for rule in registry.load(self._outcome.analysis.selected)}

    def _analysis(self, name: str) -> Analysis:
        """What a report is made of; a table of rules names also those that had nothing to check."""
        analysis = self._outcome.analysis
        if name != "sarif":
            return analysis
        from lambdalint import registry

        return analysis._replace(rules=registry.load(analysis.selected))

    def _summary_page(self) -> None:
        """The summary of a CI step, next to annotations."""
        page = self._environment.get("GITHUB_STEP_SUMMARY")
        names = {self._plan.screen, *(name for name, _ in self._plan.files)}
        if page and "github" in names:
            from lambdalint.report.markdown import step_summary

            append(page, step_summary(self._outcome.analysis, self._report_options("github", None)))

    def _diff(self) -> None:
        from lambdalint.report.diff import unified

        secrets = self._outcome.before.secrets
        shown = is_terminal(sys.stdout)
        texts: dict[str, str] = {}
        for path, (before, after) in sorted(self._outcome.changes.items()):
            listed = [span._replace(path=self._behind(path)) for span in secrets if span.path == path]
            texts[self._behind(path)] = unified(before, after, self._behind(path), listed, shown)
        for _, text in sorted(texts.items()):
            if not self._options.silent:
                say(sys.stdout, text, exact=True)

    def _behind(self, path: str) -> str:
        """The file that a link stands for, where that is in the project: a patch can't go through links."""
        top = os.path.realpath(self._job.root)
        return inside(os.path.realpath(os.path.join(top, path)), top) or path

    def _notes(self) -> None:
        """What people should know beside the report, on standard error."""
        from lambdalint.report.sanitize import fold
        from lambdalint.report.summary import footer, problem_line
        from lambdalint.secrets import mask

        options, analysis = self._options, self._outcome.analysis
        if options.silent:
            return
        lines = []
        for problem in self._outcome.problems:
            if problem.fatal or not options.quiet:
                brief = problem if options.debug else problem._replace(message=_last_line(problem.message))
                lines.append(brief.message if options.debug and "\n" in brief.message else problem_line(brief) + "\n")
        lines += [f"  {fold(mask(line))}\n" for line in self._outcome.said]
        if options.verbose:
            lines += [f"skipped {fold(path)}: {fold(reason)}\n" for path, reason in analysis.skipped]
            if self._outcome.cached:
                lines.append(f"{self._outcome.cached}\n")
            lines.append(f"{analysis.counts.unknown} values are known only at deployment\n")
        stale = sum(self._outcome.stale.values())
        if stale and not options.quiet:
            many = "1 entry" if stale == 1 else f"{stale:,} entries"
            lines.append(f"{many} of the baseline match nothing any more; `lambdalint baseline prune` removes them\n")
        if options.show_fixes:
            lines += [f"fixed {number} x {code}\n" for code, number in sorted(analysis.fixed.items())]
        if self._empty:
            lines.append(f"lambdalint: nothing to analyse in {self._job.root}: no Go, infrastructure or build files\n")
        elif options.diff:
            lines += [] if options.quiet else [_would_fix(sum(analysis.fixed.values()))]
        elif not options.quiet and not self._footer_is_on_screen():
            lines.append(footer(analysis, Options(unsafe=options.unsafe_fixes)))
        say(sys.stderr, "".join(lines))

    def _footer_is_on_screen(self) -> bool:
        return self._plan.screen in FOR_PEOPLE and not self._options.fix_only


def _width() -> int:
    """Cells of a line of the terminal."""
    import shutil

    return shutil.get_terminal_size((PLAIN_WIDTH, 24)).columns


def _would_fix(number: int) -> str:
    return f"Would fix {number:,} {'finding' if number == 1 else 'findings'}.\n"


def _last_line(message: str) -> str:
    """The line of a traceback that names the error."""
    return message.strip().splitlines()[-1] if message.strip() else message
