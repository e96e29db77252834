"""What the code of a function calls in the AWS SDK."""

from __future__ import annotations

from collections.abc import Iterator

from lambdalint.api import HandlerPath, Program, Project, Site, goast, gotypes, is_call_of
from lambdalint.data.go_constructors import SDK_V1, SDK_V2
from lambdalint.data.sdk_actions import CREDENTIALS, NEEDED, UPLOADS, operations

_SERVICES = (SDK_V2 + "service/", SDK_V1 + "service/")


def sdk_calls(path: HandlerPath) -> Iterator[tuple[Site, str, tuple[str, ...]]]:
    """Calls of services on a handler path, each with its operation and the actions it needs one of, nearest first."""
    for site in path.sites():
        callee = site.call.callee
        transfer = UPLOADS.get((callee.package, callee.name)) if callee is not None else None
        if transfer is not None:
            yield site, transfer, NEEDED[("s3", transfer)]
        elif callee is not None and callee.package.startswith(_SERVICES):
            needed = operations(_service(callee.package), callee.package, callee.name)
            if needed:
                yield site, callee.name, needed
        else:
            yield from _through_interface(site)


def _service(package: str) -> str:
    return package.removeprefix(_SERVICES[0]).removeprefix(_SERVICES[1]).partition("/")[0]


def _through_interface(site: Site) -> Iterator[tuple[Site, str, tuple[str, ...]]]:
    """A method of an interface of the project that is named like an operation and takes its input."""
    callee = site.call.callee
    name = callee.name if callee is not None else getattr(site.call.function, "name", "")
    for argument in site.call.arguments[:2]:
        kind = argument.type.element if isinstance(argument.type, gotypes.Pointer) else None
        if isinstance(kind, gotypes.Named) and kind.package.startswith(_SERVICES) and kind.name == f"{name}Input":
            needed = operations(_service(kind.package), kind.package, name)
            if needed:
                yield site, name, needed


def has_other_rights(program: Program) -> bool:
    """True for a program whose clients may work with other rights than the function's own."""
    return not program.imports.isdisjoint(CREDENTIALS)


def is_optional(site: Site, project: Project) -> bool:
    """True for a call that is left out, anywhere on the way to it, where the program is configured otherwise."""
    places = [(hop.caller, hop.span) for hop in site.route] + [(site.function.key, site.call.span)]
    for key, span in places:
        function = project.code.functions.get(key)
        for node in goast.walk(function.body) if function is not None else ():
            if isinstance(node, goast.If) and _asks_for_setting(node):
                leaves = any(isinstance(s, goast.Return) for s in node.then.statements[-1:])
                if node.then.span.contains(span) or (leaves and node.span.end <= span.start):
                    return True
    return False


def _asks_for_setting(branch: goast.If) -> bool:
    """True for a branch by a flag in a struct, by a part that may not be there, or by a variable of the environment."""
    condition = branch.condition
    plain = condition.operand if isinstance(condition, goast.Unary) else condition
    if isinstance(plain, goast.Selector) or _asks_for_part(condition):
        return True
    calls = [n for part in (branch.init, condition) for n in goast.walk(part) if isinstance(n, goast.Call)]
    return any(is_call_of(call, "os", "Getenv", "LookupEnv") for call in calls)


def _asks_for_part(condition: goast.Expr) -> bool:
    """True for a comparison of a pointer to a value of the project with nil."""
    if not isinstance(condition, goast.Binary) or condition.op not in ("==", "!="):
        return False
    sides = (condition.left, condition.right)
    nothing = any(isinstance(s, goast.Name) and s.name == "nil" for s in sides)
    kinds = [s.type.element for s in sides if isinstance(s.type, gotypes.Pointer)]
    own = [k for k in kinds if isinstance(k, gotypes.Named) and not k.package.startswith("github.com/aws/")]
    return nothing and bool(own)


def names_called(project: Project, program: Program) -> frozenset[str]:
    """The names of all functions and methods that a program calls or mentions, wherever they come from."""
    kept: dict[str, set[str]] = project.kept.setdefault(("names called",), {})
    if not kept:
        for function in project.code.functions.values():
            found = kept.setdefault(function.package, set())
            for node in goast.walk(function.body):
                if isinstance(node, goast.Selector):
                    found.add(node.name)
                elif isinstance(node, goast.Element):
                    found.add(node.field)
    return frozenset().union(*(kept.get(package, set()) for package in program.packages))
