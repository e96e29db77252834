"""Which service a file speaks to, by its name, and the jobs in it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from lambdalint.frontends.pipelines import github, services
from lambdalint.frontends.pipelines.jobs import Job
from lambdalint.pattern import pattern
from lambdalint.syntax import yamltree
from lambdalint.syntax.yamltree import Node

_WORTH = pattern(rb"\bgo +build\b|\bzip\b|\bmake\b|\baws +lambda\b|\.sh\b|\bg?ox(go)? ")
_SERVICES: tuple[tuple[re.Pattern[str], Callable[[Node, bytes], Iterator[Job]]], ...] = (
    (re.compile(r"(^|.*/)\.github/(workflows/[^/]+|.*/action|action)\.ya?ml|(^|.*/)action\.ya?ml"), github.jobs),
    (re.compile(r"(^|.*/)[^/]*\.gitlab-ci[^/]*\.ya?ml|(^|.*/)\.gitlab/.*\.ya?ml"), services.gitlab),
    (re.compile(r"(^|.*/)\.circleci/[^/]+\.ya?ml"), services.circleci),
    (re.compile(r"(^|.*/)bitbucket-pipelines\.ya?ml"), services.bitbucket),
    (re.compile(r"(^|.*/)(azure-pipelines[^/]*|\.azure[^/]*/.*)\.ya?ml"), services.azure),
    (re.compile(r"(^|.*/)[^/]*buildspec[^/]*\.ya?ml"), services.codebuild),
)


def jobs_of(path: str, data: bytes) -> Iterator[Job]:
    """The jobs of a file, as far as it can be read."""
    if not _WORTH.search(data):
        return
    service = next((read for names, read in _SERVICES if names.fullmatch(path)), None)
    if service is None:
        return
    for tree in yamltree.parse(path, data).documents:
        yield from service(tree, data)
