"""What work on a record does with its errors."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lambdalint.api import GoFunction, Telling, TypeDeclaration, gotypes, satisfaction
from lambdalint.api import goast as ast
from lambdalint.data.go_answers import KEEPS_TEXT, MAKES_ERROR
from lambdalint_rules.events._beside import counted_out, is_beside
from lambdalint_rules.events._forks import forks
from lambdalint_rules.events._kept_errors import asked, keeps, names_kept
from lambdalint_rules.events._record import DECODERS, Work, is_content, is_record
from lambdalint_rules.events._sequence import Forgotten, leaves, only_tells, rest

Functions = Mapping[str, GoFunction]


def errors_of(place: Work, types: Mapping[str, TypeDeclaration]) -> Iterator[ast.If]:
    """The branches `if err != nil` of a piece of work, whatever is done otherwise; `err` may have a type of its own."""
    for branch in forks(place.body):
        tested = _tested(branch.condition)
        if tested is None:
            continue
        field = isinstance(branch.condition, ast.Binary) and names_kept(branch.condition.left)
        if field or tested.type is None:
            made = made_by(place.body, branch)
            if made is not None and keeps(made):
                yield branch
        elif satisfaction.implements_error(types, tested.type) is True:
            yield branch


def swallows(place: Work, branch: ast.If, telling: Telling, functions: Functions) -> ast.Node | None:
    """Where a branch gives up on a record without telling: its log call, or the statement that leaves it."""
    statements = branch.then.statements
    counts = Forgotten(place.reached.function, functions, telling).only_counts
    if place.flag:
        return _told_by_flag(statements, telling)
    if not statements or not all(only_tells(s, telling) or leaves(s) or counts(s) for s in statements):
        return None
    if not any(leaves(s) for s in statements) and not _ends(place, branch, telling):
        return None
    if not place.loop and any(isinstance(s, ast.Branch) for s in statements):
        return None  # leaves an inner loop
    if _inner_loop(place, branch) and not isinstance(statements[-1], ast.Return):
        return None  # the record is still worked on afterwards
    if _aside(place, branch) or counted_out(place, branch):
        return None
    said = sorted((s for s in statements if not telling.prepares(s)), key=telling.reports)  # lines of the log first
    return next((s for s in said if not counts(s) and not leaves(s)), said[0] if said else statements[0])


def _told_by_flag(statements: tuple[ast.Stmt, ...], telling: Telling) -> ast.Node | None:
    """The log call of a branch that does nothing else but return `false`."""
    last = statements[-1] if statements else None
    value = last.values[-1] if isinstance(last, ast.Return) and last.values else None
    if not isinstance(value, ast.Name) or value.ref != "builtin:false":
        return None
    said = [s for s in statements[:-1] if not telling.prepares(s)]
    return said[0] if said and all(only_tells(s, telling) for s in said) else None


def gives_up(place: Work, branch: ast.If, types: Mapping[str, TypeDeclaration]) -> bool:
    """True where what failed is work: it tells how it went by an error only, or gets the context of the invocation."""
    made = made_by(place.body, branch)
    if made is None:
        return False
    works = any(satisfaction.is_context(types, a.type) is True for a in made.arguments)
    decodes = made.callee is not None and made.callee.package.startswith(DECODERS)
    return not decodes and (works or satisfaction.implements_error(types, made.type) is True)


def _ends(place: Work, branch: ast.If, telling: Telling) -> bool:
    """True when nothing more is done for the record after a branch; in a function also nothing before."""
    later = list(rest(place.body, branch))
    if not later and place.body.statements and place.body.statements[-1].span == branch.span:
        return True
    if not all(only_tells(s, telling) or leaves(s) for s in later):
        return False
    made = made_by(place.body, branch)
    return place.loop or not any(
        n is not made and _may_fail(n) and _works_on(n, place) and not _decodes(n)
        for n in ast.each(place.body, ast.Call)
        if n.span.end < branch.span.start
    )


def _may_fail(call: ast.Call) -> bool:
    """False for what makes an error: it can't fail itself."""
    callee = call.callee
    if callee is not None and (callee.package, callee.name) in KEEPS_TEXT | MAKES_ERROR:
        return False
    results = call.type.members if isinstance(call.type, gotypes.Tuple) else (call.type,)
    return results[-1:] == (gotypes.ERROR,)


def _works_on(call: ast.Call, place: Work) -> bool:
    """True for a call that gets anything of an event, or what is made of it."""
    return any(o.source == "event" for a in call.arguments for o in place.origins.of(a, place.reached.function))


def _decodes(call: ast.Call) -> bool:
    return call.callee is not None and call.callee.package.startswith(DECODERS)


def _inner_loop(place: Work, branch: ast.If) -> bool:
    loops: list[ast.For | ast.Range] = [*ast.each(place.body, ast.For), *ast.each(place.body, ast.Range)]
    return any(loop.body.span.contains(branch.span) for loop in loops)


def _aside(place: Work, branch: ast.If) -> bool:
    """True when it isn't known what failed, when it is the decoding of something else than the record's content, or
    when it has nothing to do with the record, which others work on afterwards, or is done beside the work on it.
    """
    made = made_by(place.body, branch)
    callee = made.callee if made is not None else None
    if made is None or (callee is not None and callee.package == "errors"):
        return True
    if callee is None:
        return not place.takes_record(made) and not _stands_inside(made, place)
    if place.followed and not place.takes_record(made):
        return True
    if is_beside(made, place):
        return True
    if not callee.package.startswith(DECODERS):
        return False
    parts = callee.package.startswith("encoding/")  # a payload in an envelope
    carried = (o for a in made.arguments for o in place.origins.of(a, place.reached.function))
    return not any(is_record(o) and o.path is not None and is_content(o.path, parts) for o in carried)


def _stands_inside(call: ast.Call, place: Work) -> bool:
    """True for the call of a function literal that the loop makes for each record."""
    return place.loop and any(place.body.span.contains(target.span) for target in place.origins.targets(call))


def made_by(body: ast.Block, branch: ast.If) -> ast.Call | None:
    """The call that the tested error comes from: in the statement itself, or the nearest one before it."""
    name = _tested(branch.condition)
    for node in reversed(ast.each(body, ast.Assign)):
        if node.span.start > branch.condition.span.start or not node.values:
            continue
        if any(isinstance(t, ast.Name) and name is not None and t.ref == name.ref for t in node.targets):
            return node.values[-1] if isinstance(node.values[-1], ast.Call) else asked(node.values[-1])
    return None


def _tested(condition: ast.Expr) -> ast.Name | None:
    """The name that a condition compares with nil, or whose kept error it does."""
    if not isinstance(condition, ast.Binary) or condition.op != "!=":
        return None
    left, right = condition.left, condition.right
    left = left.operand if isinstance(left, ast.Selector) and names_kept(left) else left
    if not isinstance(left, ast.Name) or not isinstance(right, ast.Name):
        return None
    return left if right.name == "nil" else right if left.name == "nil" else None
