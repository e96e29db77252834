"""Calls of modules that aren't in the project, and get a runtime: little is known of the functions they make.

What an input of a customary name says is taken for the function's; all else may be anything, since the module's own
defaults aren't known.
"""

from __future__ import annotations

from collections.abc import Iterator

from lambdalint.data.runtimes import GO, starts_bootstrap
from lambdalint.frontends import iam
from lambdalint.frontends.hcl.modules import FOREIGN_MODULE, source_of
from lambdalint.frontends.hcl.reading import as_number, as_texts
from lambdalint.frontends.hcl.survey import Found, Survey
from lambdalint.model.access import Role
from lambdalint.model.functions import Environment, Function, Logging
from lambdalint.model.infra import InfraFacts
from lambdalint.pattern import pattern
from lambdalint.value import Known, Unknown

_OTHER = pattern(r"nodejs\d+\.x|python3\.\d+|java(?:\d+|8\.al2)|ruby\d\.\d|dotnet(?:core\d\.\d|\d+)")
_LAMBDA = pattern(r"(?i)\baws\b|lambda")
_POLICIES = ("policy", "policy_json", "iam_policy", "lambda_policy", "role_policy", "inline_policy")


def read(survey: Survey) -> InfraFacts:
    """The functions, and roles with the policies that are handed over."""
    calls = [found for found in survey.each(FOREIGN_MODULE, mode="module") if _makes_function(found)]
    return InfraFacts(
        functions=tuple(_function(found) for found in calls),
        roles=tuple(role for found in calls for role in _role(survey, found)),
    )


def _makes_function(found: Found) -> bool:
    """True for a runtime that only Lambda has; other clouds have some of the same names for other languages than Go."""
    runtime = found.config.text("runtime")
    if not isinstance(runtime, Known):
        return False
    named = _LAMBDA.search(source_of(found.resource.block) or "") is not None
    other = named and _OTHER.fullmatch(runtime.value) is not None
    return other or runtime.value == GO or starts_bootstrap(runtime.value)


def _function(found: Found) -> Function:
    config = found.config
    key, label, header, deployment = found.head
    unread = Unknown(header, "the module isn't in the project")
    architectures, timeout, memory = (config.attribute(n) for n in ("architectures", "timeout", "memory_size"))
    return Function(
        key=key,
        label=label,
        span=header,
        deployment=deployment,
        name=config.text("function_name") or unread,
        package_type=unread,
        runtime=config.text("runtime"),
        handler=config.text("handler") or unread,
        architectures=as_texts(architectures) if architectures is not None else unread,
        timeout=as_number(timeout) if timeout is not None else unread,
        memory=as_number(memory) if memory is not None else unread,
        ephemeral_storage=unread,
        environment=Environment((), False, header),
        layers=unread,
        tracing=unread,
        logging=Logging(unread, unread, None),
        package=None,
        image=None,
        role=f"{key}#role",
        role_value=unread,
        reserved_concurrency=unread,
        in_vpc=unread,
        code_signing=unread,
        tagged=unread,
        environment_key=unread,
    )


def _role(survey: Survey, found: Found) -> Iterator[Role]:
    key, label, header, deployment = found.head
    given = [name for name in _POLICIES if name in found.config.body.attributes]
    documents = ((name, survey.document(found.config.attribute(name))) for name in given)
    policies = tuple(iam.policy(f"{key}#{name}", label, header, node) for name, node in documents)
    name = Unknown(header, "the module isn't in the project")
    yield Role(f"{key}#role", label, header, deployment, name, None, policies, (), False)
