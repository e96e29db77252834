"""Which versions of the AWS provider a deployment may use."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator

from lambdalint.frontends.hcl.evaluate import evaluate
from lambdalint.frontends.hcl.reading import as_text
from lambdalint.frontends.hcl.scope import Scope
from lambdalint.frontends.hcl.survey import Survey
from lambdalint.frontends.hcl.values import Fields
from lambdalint.pattern import pattern
from lambdalint.syntax.hcltree import nested
from lambdalint.value import Known

Version = tuple[int, int]

_LOCK = ".terraform.lock.hcl"
_LOCKED = pattern(rb'provider\s+"[\w./-]*/hashicorp/aws"\s*\{[^}]*?\bversion\s*=\s*"(\d{1,6})\.(\d{1,6})', re.DOTALL)
_PART = pattern(r"\s*(>=|<=|>|<|!=|~>|=)?\s*v?(\d{1,6})(?:\.(\d{1,6}))?(\.\d{1,6})?(?:-[\w.]+)?\s*")
_ENDLESS = (1_000_000, 0)


def is_older(survey: Survey, version: Version) -> bool | None:
    """True when every provider that may be used is older than a version, False when none is, else None."""
    locked = _locked(survey)
    if locked is not None:
        return locked < version
    lowest, highest = (0, 0), _ENDLESS
    for text in _constraints(survey):
        for part in text.split(","):
            low, high = _bounds(part)
            lowest, highest = max(lowest, low), min(highest, high)
    return True if highest <= version else False if lowest >= version else None


def _locked(survey: Survey) -> Version | None:
    data = survey.realm.reader(posixpath.normpath(posixpath.join(survey.realm.root, _LOCK)))
    found = _LOCKED.search(data) if data is not None else None
    return (int(found[1]), int(found[2])) if found is not None else None


def _constraints(survey: Survey) -> Iterator[str]:
    for instance in survey.instances:
        for settings in instance.config.settings:
            for block in nested(settings.body):
                if block.kind == "required_providers" and "aws" in block.body.attributes:
                    value = evaluate(block.body.attributes["aws"].expression, Scope(instance))
                    version = value.fields.get("version") if isinstance(value, Fields) else None
                    text = as_text(version.value if version is not None else value)
                    if isinstance(text, Known):
                        yield text.value


def _bounds(part: str) -> tuple[Version, Version]:
    """The lowest version that a constraint allows, and the one that it ends before."""
    match = _PART.fullmatch(part)
    if match is None or match[1] == "!=":
        return (0, 0), _ENDLESS
    version = (int(match[2]), int(match[3] or 0))
    following = (version[0], version[1] + 1)
    if match[1] in (">=", ">"):
        return version, _ENDLESS
    if match[1] == "<":
        return (0, 0), following if match[4] not in (None, ".0") else version
    if match[1] == "<=":
        return (0, 0), following
    if match[1] == "~>":
        return version, following if match[4] else (version[0] + 1, 0)
    return version, following
