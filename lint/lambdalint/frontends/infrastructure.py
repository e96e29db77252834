"""All dialects of infrastructure. Each front end is imported when there is a file that it may want."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence

from lambdalint.frontends.joined import together
from lambdalint.model.build import CloudCall
from lambdalint.model.infra import InfraFacts
from lambdalint.model.project import BrokenFile
from lambdalint.model.triggers import Trigger
from lambdalint.value import Known

Reader = Callable[[str], bytes | None]
_TERRAFORM = (".tf", ".tofu", ".tf.json", ".tofu.json", "terragrunt.hcl")
_SCRIPTS = (".ts", ".tsx", ".mts", ".js", ".mjs", ".cjs")
_CDK_GO = b"github.com/aws/aws-cdk-go/awscdk"
_PULUMI_GO = b"github.com/pulumi/pulumi-aws/sdk"
_TEMPLATES = (".yaml", ".yml", ".json", ".template", ".cfn")


def read(
    reader: Reader, look: Reader, paths: Sequence[str], opening: Reader | None = None
) -> tuple[InfraFacts, tuple[BrokenFile, ...]]:
    """What all dialects deploy, and the files that don't parse.

    `reader` gives the content of a path; `look` does too, without counting the file as read: for those that may turn
    out to be something else. `opening` gives a Go file at least up to the end of its imports.
    """
    programs = [
        _scripts(reader, look, paths),
        _go(reader, look, paths, opening or look),
        _python(reader, look, paths),
    ]
    found: list[InfraFacts] = []
    broken: list[BrokenFile] = []
    services, broken_services, files = _serverless(reader, look, paths)
    templates = [path for path in paths if path not in files]
    rolled, _ = _lambroll(reader, look, paths)
    others, _ = _others(reader, look, paths)
    formed, wrong_forms = _terraform(reader, paths, _names(together((rolled, others))))
    if rolled.functions:
        from lambdalint.frontends import lambroll

        rolled = lambroll.with_roles(rolled, formed.roles, look)
    if others.functions:
        from lambdalint.frontends import apex

        others = apex.with_roles(others, formed.roles)
    for facts, wrong in (
        (formed, wrong_forms),
        (services, broken_services),
        (rolled, ()),
        (others, ()),
        _cloudformation(reader, look, templates),
        *programs,
        _pulumi(reader, look, paths),
        _synthesized(reader, paths, [facts for facts, _ in programs]),
    ):
        found.append(facts)
        broken += wrong
    return _with_addresses(together(found)), tuple(broken)


def _with_addresses(infra: InfraFacts) -> InfraFacts:
    """The same, with functions' own addresses as what invokes them."""
    called = tuple(Trigger(u.key, u.label, u.span, u.deployment, "function-url", u.function) for u in infra.urls)
    return infra._replace(triggers=(*infra.triggers, *called))


def with_calls(infra: InfraFacts, calls: Sequence[CloudCall], reader: Reader) -> InfraFacts:
    """The same, with what commands of build files deploy. `reader` gives the content of a path."""
    from lambdalint.frontends import cli_calls

    return together((infra, _with_addresses(cli_calls.read(calls, reader, _names(infra)))))


def _names(infra: InfraFacts) -> dict[str, str]:
    """The names of functions that only one function has, each with its key."""
    named = [(f.name.value, f.key) for f in infra.functions if isinstance(f.name, Known)]
    times = Counter(name for name, _ in named)
    return {name: key for name, key in named if times[name] == 1}


def _terraform(
    reader: Reader, paths: Sequence[str], elsewhere: Mapping[str, str]
) -> tuple[InfraFacts, tuple[BrokenFile, ...]]:
    if not any(path.endswith(_TERRAFORM) for path in paths):
        return InfraFacts(), ()
    from lambdalint.frontends import terraform

    return terraform.read(reader, paths, elsewhere)


def _cloudformation(reader: Reader, look: Reader, paths: Sequence[str]) -> tuple[InfraFacts, tuple[BrokenFile, ...]]:
    if not any(path.lower().endswith(_TEMPLATES) for path in paths):
        return InfraFacts(), ()
    from lambdalint.frontends import cloudformation

    return cloudformation.read(reader, paths, look)


def _serverless(
    reader: Reader, look: Reader, paths: Sequence[str]
) -> tuple[InfraFacts, tuple[BrokenFile, ...], frozenset[str]]:
    if not any(path.rsplit("/", 1)[-1].startswith("serverless") for path in paths):
        return InfraFacts(), (), frozenset()
    from lambdalint.frontends import serverless

    return serverless.read(reader, look, paths)


def _scripts(reader: Reader, look: Reader, paths: Sequence[str]) -> tuple[InfraFacts, tuple[BrokenFile, ...]]:
    """Programs in TypeScript and JavaScript."""
    if not any(path.endswith(_SCRIPTS) for path in paths):
        return InfraFacts(), ()
    from lambdalint.frontends import cdk_ts, pulumi_ts, sst_program

    found = [front.read(reader, look, paths) for front in (cdk_ts, sst_program, pulumi_ts)]
    return together([facts for facts, _ in found]), tuple(one for _, broken in found for one in broken)


def _python(reader: Reader, look: Reader, paths: Sequence[str]) -> tuple[InfraFacts, tuple[BrokenFile, ...]]:
    """Programs in Python."""
    if not any(path.endswith(".py") for path in paths):
        return InfraFacts(), ()
    from lambdalint.frontends import cdk_py, pulumi_py

    found = [front.read(reader, look, paths) for front in (cdk_py, pulumi_py)]
    return together([facts for facts, _ in found]), ()


def _go(
    reader: Reader, look: Reader, paths: Sequence[str], opening: Reader
) -> tuple[InfraFacts, tuple[BrokenFile, ...]]:
    """Programs in Go."""
    texts = [opening(path) or b"" for path in paths if path.endswith(".go")]
    found = []
    if any(_CDK_GO in text for text in texts):
        from lambdalint.frontends import cdk_go

        found.append(cdk_go.read(reader, look, paths))
    if any(_PULUMI_GO in text for text in texts):
        from lambdalint.frontends import pulumi_go

        found.append(pulumi_go.read(reader, look, paths))
    return together(found), ()


def _others(reader: Reader, look: Reader, paths: Sequence[str]) -> tuple[InfraFacts, tuple[BrokenFile, ...]]:
    """Apex, and resource providers of CloudFormation."""
    names = {path.rsplit("/", 1)[-1] for path in paths}
    found: list[InfraFacts] = []
    if "project.json" in names:
        from lambdalint.frontends import apex

        found.append(apex.read(reader, look, paths))
    if ".rpdk-config" in names:
        from lambdalint.frontends import rpdk

        found.append(rpdk.read(reader, paths))
    return together(found), ()


def _pulumi(reader: Reader, look: Reader, paths: Sequence[str]) -> tuple[InfraFacts, tuple[BrokenFile, ...]]:
    """Pulumi programs in YAML."""
    if not any(path.rsplit("/", 1)[-1] in ("Pulumi.yaml", "Pulumi.yml") for path in paths):
        return InfraFacts(), ()
    from lambdalint.frontends import pulumi_yaml

    return pulumi_yaml.read(reader, look, paths)


def _synthesized(
    reader: Reader, paths: Sequence[str], programs: Sequence[InfraFacts]
) -> tuple[InfraFacts, tuple[BrokenFile, ...]]:
    """What the CDK has made of programs that weren't understood."""
    if not any(path.endswith(".template.json") for path in paths):
        return InfraFacts(), ()
    from lambdalint.frontends import cdk_out

    return cdk_out.read(reader, paths, together(programs))


def _lambroll(reader: Reader, look: Reader, paths: Sequence[str]) -> tuple[InfraFacts, tuple[BrokenFile, ...]]:
    if not any(
        path.rsplit("/", 1)[-1].startswith("function") and path.endswith((".json", ".jsonnet")) for path in paths
    ):
        return InfraFacts(), ()
    from lambdalint.frontends import lambroll

    return lambroll.read(reader, look, paths), ()
