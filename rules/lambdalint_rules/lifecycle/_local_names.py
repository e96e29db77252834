"""Names of locals that give way to a package variable: where they are declared, used, and what else has them."""

from __future__ import annotations

from lambdalint.api import Context, GoFunction, Source
from lambdalint.api import goast as ast


def declaration(function: GoFunction, call: ast.Call) -> ast.Assign | None:
    """The statement `name := call` or `var name = call`."""
    blocks = [n for n in ast.walk(function.body) if isinstance(n, ast.Block)]
    for statement in (s for block in blocks for s in block.statements if isinstance(s, ast.Assign)):
        target = statement.targets[0]
        alone = len(statement.targets) == len(statement.values) == 1 and statement.op == ":="
        if not alone or statement.values[0].span != call.span or not isinstance(target, ast.Name):
            continue
        return statement
    return None


def is_its_own(members: list[GoFunction], target: ast.Name) -> bool:
    """True where nothing else writes a name, or means another thing by it."""
    nodes = [n for member in members for n in ast.walk(member.body)]
    targets = [t for n in nodes if isinstance(n, ast.Assign) for t in n.targets]
    writes = [t for t in targets if getattr(t, "ref", "") == target.ref]
    refs = {n.ref for n in nodes if isinstance(n, ast.Name) and n.name == target.name}
    refs |= {p.ref for m in members for p in (*m.parameters, *m.results) if p.name == target.name}
    return len(writes) == 1 and refs == {target.ref}


def uses(members: list[GoFunction], target: ast.Name, source: Source) -> tuple[ast.Name, ...]:
    """The places that name a local; none where a comment beside one would have to be aligned anew."""
    named = [n for m in members for n in ast.walk(m.body) if isinstance(n, ast.Name) and n.ref == target.ref]
    found = {n.span: n for n in named if n.span != target.span}
    lines = (source.text(*source.line_bounds(source.line_of(span.start))) for span in found)
    return () if any("//" in line or "/*" in line for line in lines) else tuple(found.values())


def members(ctx: Context, function: GoFunction) -> list[GoFunction]:
    """A function with all literals around it and inside it."""
    return [f for f in ctx.project.code.functions.values() if f.outermost == function.outermost]


def names_in(members: list[GoFunction]) -> set[str]:
    found = {n.name for m in members for n in ast.walk(m.body) if isinstance(n, ast.Name)}
    return found | {p.name for m in members for p in (*m.parameters, *m.results)}


def free(name: str, taken: frozenset[str]) -> str:
    return next(n for n in (name, *(f"{name}{i}" for i in range(2, 1000))) if n not in taken)
