"""Resources of the AWS provider that a program makes beside SST's own components."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from lambdalint.frontends.joined import together
from lambdalint.frontends.pulumi import app
from lambdalint.frontends.pulumi.survey import PREFIX, Program, Survey
from lambdalint.frontends.script.language import Language
from lambdalint.frontends.script.values import Call
from lambdalint.frontends.sst import functions
from lambdalint.frontends.sst.wishes import Components, Wish, first
from lambdalint.model.infra import InfraFacts
from lambdalint.value import Known, Slot

NAMES = {"aws": "pulumi.aws", "pulumi": "pulumi.pulumi", "$util": "pulumi.pulumi"}
"""What version 3 calls the packages that it brings along."""

_KINDS = {"sns.amazonaws.com": "sns", "s3.amazonaws.com": "s3"}
_FUNCTIONS = ("sst.aws.Function",)


def are_made(calls: Sequence[Call]) -> bool:
    """Whether a program makes any."""
    return any(call.new and call.path.startswith(PREFIX) for call in calls)


def beside(
    facts: InfraFacts, calls: Sequence[Call], language: Language, folder: str, name: str, program: Program
) -> InfraFacts:
    """The facts of a program with these resources. `program` is its text, `name` the path of its first file."""
    components = Components(calls, language, 3)
    made = list(functions.each(components, name))
    keys = {id(wish.component): key for wish, key in made if wish.kind is None}
    found = app.read(calls, language, folder, name, True, program, lambda call: keys.get(id(call)))
    survey = Survey(calls, language, folder, name)
    roles: dict[str, str] = {}
    for wish, key in made:
        role = survey.target(first(wish, "role")[0], "iam.Role")
        if role is not None:
            roles[key] = survey.key(role)
    running = tuple(f._replace(role=roles.get(f.key, f.role)) for f in facts.functions)
    slots = dict(_sources(survey, functions.called(components, made), keys, program))
    permissions = tuple(p._replace(source_slot=p.source_slot or slots.get(p.key)) for p in found.permissions)
    return together((facts._replace(functions=running), found._replace(deployments=(), permissions=permissions)))


def _sources(
    survey: Survey, called: Iterable[tuple[Wish, str]], keys: Mapping[int, str], program: Program
) -> Iterator[tuple[str, Slot]]:
    """Where permissions lack the component that calls their function, by the keys of permissions."""
    callers: dict[tuple[str, str | None], list[Call]] = {}
    for wish, key in called:
        callers.setdefault((key, wish.kind), []).append(wish.component)
    for made in survey.each("lambda.Permission"):
        props = survey.props(made)
        function = survey.target(props.get("function"), *_FUNCTIONS)
        principal = props.text("principal")
        kind = _KINDS.get(principal.value) if isinstance(principal, Known) else None
        found = callers.get((keys.get(id(function), ""), kind), [])
        if len(found) != 1 or props.fields is None or kind is None:
            continue
        text = program.attribute(found[0], "arn", "", props.fields.span)
        slot = props.slot("sourceArn", _written(text)) if text is not None else None
        if slot is not None:
            yield survey.key(made), slot


def _written(text: str) -> Callable[[object], str]:
    return lambda _: text
