"""`check --suppress`: a comment for each finding that there is."""

from __future__ import annotations

import sys

from lambdalint.cli.options import Given
from lambdalint.cli.streams import say
from lambdalint.errors import UsageError
from lambdalint.fixer import write
from lambdalint.fixer.acceptance import accept
from lambdalint.outcome import CLEAN, FOUND, Job
from lambdalint.report.sanitize import fold
from lambdalint.report.summary import count


def suppress(options: Given, job: Job) -> int:
    """Write the comments and return the exit code: 1 where findings are left. Raises LambdalintError."""
    if options.fix or options.fix_only or options.diff or job.overlays:
        raise UsageError("--suppress writes comments into files; use it without --fix, --diff and --stdin-filename")
    done = accept(job.root, job.config, options.reason, job.today, job.only)
    if done.changes:
        from lambdalint.transaction.writing import recover

        recover(job.root)
        write(job.root, done.changes)
    if not options.quiet and not options.silent:
        lines = [f"{count(done.number, 'finding')} suppressed in {count(len(done.changes), 'file')}.\n"]
        for result in done.left:
            lines.append(f"no comment can suppress {result.rule.code} in {fold(result.span.path)}\n")
        say(sys.stderr, "".join(lines))
    return FOUND if any(result.severity >= job.config.fail_on for result in done.left) else CLEAN
