"""All dialects of infrastructure. Each front end is imported when a file has a name that it may want."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence, Set

from lambdalint.frontends.joined import together
from lambdalint.model.build import CloudCall
from lambdalint.model.infra import InfraFacts
from lambdalint.model.project import BrokenFile
from lambdalint.model.triggers import Trigger
from lambdalint.paths import Paths
from lambdalint.value import Known

Reader = Callable[[str], bytes | None]
_TERRAFORM = (".tf", ".tofu", ".tf.json", ".tofu.json", "terragrunt.hcl")
_SCRIPTS = (".ts", ".tsx", ".mts", ".js", ".mjs", ".cjs")
_CDK_GO = b"github.com/aws/aws-cdk-go/awscdk"
_PULUMI_GO = b"github.com/pulumi/pulumi-aws/sdk"
_DESCRIBED = frozenset({"cdk.json", "Pulumi.yaml", "Pulumi.yml"})
_TEMPLATES = (".yaml", ".yml", ".json", ".template", ".cfn")


def read(
    reader: Reader, look: Reader, paths: Sequence[str], opening: Reader | None = None
) -> tuple[InfraFacts, tuple[BrokenFile, ...]]:
    """What all dialects deploy, and the files that don't parse.

    `reader` gives the content of a path; `look` does too, without counting the file as read: for those that may turn
    out to be something else. `opening` gives a Go file at least up to the end of its imports.
    """
    others = Paths.of(paths).others
    names = {path.rsplit("/", 1)[-1] for path in others}
    programs = [
        _scripts(reader, look, paths, names),
        _go(reader, look, paths, _requiring(look, others, names), opening or look),
        _python(reader, look, paths, names),
    ]
    found: list[InfraFacts] = []
    broken: list[BrokenFile] = []
    services, broken_services, files = _serverless(reader, look, paths, names)
    templates = [path for path in paths if path not in files]
    rolled, _ = _lambroll(reader, look, paths, names)
    rarer, _ = _rarer(reader, look, paths, names)
    formed, wrong_forms = _terraform(reader, paths, names, _named(together((rolled, rarer))))
    if rolled.functions:
        from lambdalint.frontends import lambroll

        rolled = lambroll.with_roles(rolled, formed.roles, look)
    if rarer.functions:
        from lambdalint.frontends import apex

        rarer = apex.with_roles(rarer, formed.roles)
    for facts, wrong in (
        (formed, wrong_forms),
        (services, broken_services),
        (rolled, ()),
        (rarer, ()),
        _cloudformation(reader, look, templates, names),
        *programs,
        _pulumi(reader, look, paths, names),
        _synthesized(reader, paths, names, [facts for facts, _ in programs]),
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

    return together((infra, _with_addresses(cli_calls.read(calls, reader, _named(infra)))))


def _named(infra: InfraFacts) -> dict[str, str]:
    """The names of functions that only one function has, each with its key."""
    named = [(f.name.value, f.key) for f in infra.functions if isinstance(f.name, Known)]
    times = Counter(name for name, _ in named)
    return {name: key for name, key in named if times[name] == 1}


def _terraform(
    reader: Reader, paths: Sequence[str], names: Set[str], elsewhere: Mapping[str, str]
) -> tuple[InfraFacts, tuple[BrokenFile, ...]]:
    if not any(name.endswith(_TERRAFORM) for name in names):
        return InfraFacts(), ()
    from lambdalint.frontends import terraform

    return terraform.read(reader, paths, elsewhere)


def _cloudformation(
    reader: Reader, look: Reader, paths: Sequence[str], names: Set[str]
) -> tuple[InfraFacts, tuple[BrokenFile, ...]]:
    if not any(name.lower().endswith(_TEMPLATES) for name in names):
        return InfraFacts(), ()
    from lambdalint.frontends import cloudformation

    facts, broken = cloudformation.read(reader, paths, look)
    if ".rpdk-config" in names:
        from lambdalint.frontends import rpdk

        facts = rpdk.tried_out(facts, paths)
    return facts, broken


def _serverless(
    reader: Reader, look: Reader, paths: Sequence[str], names: Set[str]
) -> tuple[InfraFacts, tuple[BrokenFile, ...], frozenset[str]]:
    if not any(name.startswith("serverless") for name in names):
        return InfraFacts(), (), frozenset()
    from lambdalint.frontends import serverless

    return serverless.read(reader, look, paths)


def _scripts(
    reader: Reader, look: Reader, paths: Sequence[str], names: Set[str]
) -> tuple[InfraFacts, tuple[BrokenFile, ...]]:
    """Programs in TypeScript and JavaScript."""
    if not any(name.endswith(_SCRIPTS) for name in names):
        return InfraFacts(), ()
    from lambdalint.frontends import cdk_ts, pulumi_ts, sst_program

    found = [front.read(reader, look, paths) for front in (cdk_ts, sst_program, pulumi_ts)]
    return together([facts for facts, _ in found]), tuple(one for _, broken in found for one in broken)


def _python(
    reader: Reader, look: Reader, paths: Sequence[str], names: Set[str]
) -> tuple[InfraFacts, tuple[BrokenFile, ...]]:
    """Programs in Python."""
    if not any(name.endswith(".py") for name in names):
        return InfraFacts(), ()
    from lambdalint.frontends import cdk_py, pulumi_py

    found = [front.read(reader, look, paths) for front in (cdk_py, pulumi_py)]
    return together([facts for facts, _ in found]), ()


def _go(
    reader: Reader, look: Reader, paths: Sequence[str], allowed: Callable[[str], bool] | None, opening: Reader
) -> tuple[InfraFacts, tuple[BrokenFile, ...]]:
    """Programs in Go, in folders where they are allowed."""
    if allowed is None:
        return InfraFacts(), ()
    files = [(path, path.rpartition("/")[0]) for path in Paths.of(paths).go]
    wanted = {folder for folder in {folder for _, folder in files} if allowed(folder)}
    texts = [opening(path) or b"" for path, folder in files if folder in wanted] if wanted else []
    found = []
    if any(_CDK_GO in text for text in texts):
        from lambdalint.frontends import cdk_go

        found.append(cdk_go.read(reader, look, paths))
    if any(_PULUMI_GO in text for text in texts):
        from lambdalint.frontends import pulumi_go

        found.append(pulumi_go.read(reader, look, paths))
    return together(found), ()


def _requiring(look: Reader, paths: Sequence[str], names: Set[str]) -> Callable[[str], bool] | None:
    """Whether the files of a folder may import what programs in Go deploy with: their module, if any, requires it.
    None where no file may.

    A go.mod that requires nothing at all is not believed: nobody has tidied it yet. Nor is any where a file says which
    program describes the infrastructure.
    """
    if not names.isdisjoint(_DESCRIBED):
        return lambda _folder: True
    modules = [path for path in paths if path.endswith("go.mod") and f"/{path}".endswith("/go.mod")]
    texts = {path.rpartition("/")[0]: look(path) or b"" for path in modules}
    known = {folder: b"require" not in text or _CDK_GO in text or _PULUMI_GO in text for folder, text in texts.items()}
    known.setdefault("", True)
    if not any(known.values()):
        return None

    def allowed(folder: str) -> bool:
        passed = []
        while folder not in known:
            passed.append(folder)
            folder = folder.rpartition("/")[0]
        known.update(dict.fromkeys(passed, known[folder]))
        return known[folder]

    return allowed


def _rarer(
    reader: Reader, look: Reader, paths: Sequence[str], names: Set[str]
) -> tuple[InfraFacts, tuple[BrokenFile, ...]]:
    """Apex, and resource providers of CloudFormation."""
    found: list[InfraFacts] = []
    if "project.json" in names:
        from lambdalint.frontends import apex

        found.append(apex.read(reader, look, paths))
    if ".rpdk-config" in names:
        from lambdalint.frontends import rpdk

        found.append(rpdk.read(reader, paths))
    return together(found), ()


def _pulumi(
    reader: Reader, look: Reader, paths: Sequence[str], names: Set[str]
) -> tuple[InfraFacts, tuple[BrokenFile, ...]]:
    """Pulumi programs in YAML."""
    if names.isdisjoint(("Pulumi.yaml", "Pulumi.yml")):
        return InfraFacts(), ()
    from lambdalint.frontends import pulumi_yaml

    return pulumi_yaml.read(reader, look, paths)


def _synthesized(
    reader: Reader, paths: Sequence[str], names: Set[str], programs: Sequence[InfraFacts]
) -> tuple[InfraFacts, tuple[BrokenFile, ...]]:
    """What the CDK has made of programs that weren't understood."""
    if not any(name.endswith(".template.json") for name in names):
        return InfraFacts(), ()
    from lambdalint.frontends import cdk_out

    return cdk_out.read(reader, paths, together(programs))


def _lambroll(
    reader: Reader, look: Reader, paths: Sequence[str], names: Set[str]
) -> tuple[InfraFacts, tuple[BrokenFile, ...]]:
    if not any(name.startswith("function") and name.endswith((".json", ".jsonnet")) for name in names):
        return InfraFacts(), ()
    from lambdalint.frontends import lambroll

    return lambroll.read(reader, look, paths), ()
