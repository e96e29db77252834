"""Findings → results: duplicates, severities, suppressions, fingerprints, order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from lambdalint.config import Config
from lambdalint.fix import Applicability
from lambdalint.model.project import Project, SuppressionComment
from lambdalint.record import NamedTuple
from lambdalint.registry import index, precision
from lambdalint.result import Result, Suppressed
from lambdalint.rule import Finding, Rule, Severity
from lambdalint.secrets import mask
from lambdalint.source import Source, Span

UNUSED = "LL002"
Found = tuple[Rule, Finding]
Ignored = Callable[[str, str], bool]


class Settled(NamedTuple):
    """Results to show and results that a comment suppresses, each in order of path, place and code."""

    results: tuple[Result, ...]
    suppressed: tuple[Result, ...]


def settle(
    found: Iterable[Found],
    project: Project,
    config: Config,
    rules: Sequence[Rule],
    ran: frozenset[str],
    today: str,
    only_files: frozenset[str] | None,
    ignored: Ignored,
) -> Settled:
    """All results of a run of the rules with the codes `ran`; `rules` are those of them that had something to check.

    `ignored` says whether a path's findings of a code are left out by the configuration.

    With `only_files`, results that touch none of these files are left out, and unused suppressions aren't looked for:
    what suppresses nothing here may suppress something there.
    """
    kept = _unique(pair for pair in found if not ignored(pair[1].span.path, pair[0].code))
    by_comment, used = _matched(kept, project, today)
    own = next((rule for rule in rules if rule.code == UNUSED), None)
    if own is not None and only_files is None and project.comments:
        from lambdalint.suppress import unused

        optional = frozenset(entry.code for entry in index() if entry.status != "default")
        names = project.rule_names
        for finding in unused(project.comments, used, project.sources, names, ran, today, optional):
            if not ignored(finding.span.path, UNUSED):
                kept.append((own, finding))
                by_comment.append(None)
    results = [
        _result(rule, finding, comment and Suppressed(comment.span, comment.reason), config, project.sources)
        for (rule, finding), comment in zip(kept, by_comment, strict=True)
    ]
    shown = [r for r in results if r.severity >= config.min_severity and _touches(r, only_files)]
    shown.sort(key=lambda r: (r.span, r.rule.code, r.message))
    numbered = _numbered(shown)
    return Settled(
        tuple(r for r in numbered if r.suppressed is None), tuple(r for r in numbered if r.suppressed is not None)
    )


def _matched(
    found: Sequence[Found], project: Project, today: str
) -> tuple[list[SuppressionComment | None], frozenset[Span]]:
    """For each finding the comment that suppresses it, and the spans of the selectors that suppress one."""
    if not project.comments:
        return [None] * len(found), frozenset()
    from lambdalint.suppress import Place, match

    places = [Place(rule.code, rule.name, finding.span) for rule, finding in found]
    matched = match(places, project.comments, project.sources, today)
    return list(matched.by), matched.used


def _unique(found: Iterable[Found]) -> list[Found]:
    """One finding for each rule and place, though several handlers or module instances reach it; one with a fix wins.

    What is related to it by the others is related to it too, where they say the same. What another rule's finding
    replaces is left out.
    """
    best: dict[tuple[str, object], Found] = {}
    for rule, finding in found:
        key = (rule.code, finding.span)
        other = best.get(key)
        if other is None:
            best[key] = (rule, finding)
        elif other[1].message == finding.message:
            better = finding if other[1].fix is None and finding.fix is not None else other[1]
            related = tuple(dict.fromkeys((*better.related, *other[1].related, *finding.related)))
            best[key] = (rule, better._replace(related=related))
    replaced = {(rule.replaces, finding.span) for rule, finding in best.values() if rule.replaces}
    return [pair for key, pair in best.items() if key not in replaced]


def _result(
    rule: Rule, finding: Finding, suppressed: Suppressed | None, config: Config, sources: Mapping[str, Source]
) -> Result:
    fix = finding.fix
    if fix is not None and fix.applicability is not Applicability.DISPLAY and not fix.edits:
        fix = None
    return Result(
        rule=rule,
        severity=_severity(rule, finding, config),
        span=finding.span,
        message=mask(finding.message),
        related=tuple(related._replace(message=mask(related.message)) for related in finding.related),
        flow=finding.flow,
        fix=fix,
        anchor=finding.anchor,
        fingerprint=_content(rule, finding, sources),
        suppressed=suppressed,
    )


def _severity(rule: Rule, finding: Finding, config: Config) -> Severity:
    """The user's word, else the finding's own, else the rule's."""
    best, level = -1, finding.severity or rule.severity
    for selector, wanted in config.severity.items():
        exact = precision(selector, rule.code, rule.name)
        if exact > best:
            best, level = exact, wanted
    return level


def _content(rule: Rule, finding: Finding, sources: Mapping[str, Source]) -> str:
    """What identifies a finding but for its number: no line number, and no secret."""
    from lambdalint.digest import digest

    source = sources[finding.span.path]
    start, end = source.line_bounds(source.line_of(finding.span.start))
    line = " ".join(mask(source.text(start, end)).split())
    text = "\0".join((rule.code, finding.span.path, finding.anchor, line))
    return digest(text.encode("utf-8", "replace"), 12)


def _numbered(results: Iterable[Result]) -> list[Result]:
    """Results whose fingerprints tell repeated content apart."""
    seen: dict[str, int] = {}
    numbered = []
    for result in results:
        count = seen[result.fingerprint] = seen.get(result.fingerprint, 0) + 1
        numbered.append(result._replace(fingerprint=f"{result.fingerprint}:{count}"))
    return numbered


def _touches(result: Result, only_files: frozenset[str] | None) -> bool:
    if only_files is None:
        return True
    return result.span.path in only_files or any(related.span.path in only_files for related in result.related)
