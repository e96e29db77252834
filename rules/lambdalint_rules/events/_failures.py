"""What work on a record does with its errors."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lambdalint.api import Telling, TypeDeclaration, satisfaction
from lambdalint.api import goast as ast
from lambdalint.data.go_responses import PAYLOADS, RAW_MESSAGES
from lambdalint_rules.events._records import Work, is_record

DECODERS = ("encoding/", "strconv", "net/url", "mime", "compress/", "github.com/google/uuid")
CONTENT = PAYLOADS | RAW_MESSAGES


def errors_of(place: Work, types: Mapping[str, TypeDeclaration]) -> Iterator[ast.If]:
    """The branches `if err != nil` of a piece of work, whatever is done otherwise; `err` may have a type of its own."""
    for node in ast.walk(place.body):
        tested = _tested(node.condition) if isinstance(node, ast.If) else None
        if isinstance(node, ast.If) and tested and satisfaction.implements_error(types, tested.type) is True:
            yield node


def swallows(place: Work, branch: ast.If, telling: Telling) -> ast.Node | None:
    """Where a branch gives up on a record without telling: its log call, or the statement that leaves it."""
    statements = branch.then.statements
    if not statements or not all(_only_tells(s, telling) or _leaves(s) for s in statements):
        return None
    if not any(_leaves(s) for s in statements) and not _ends(place.body, branch):
        return None
    if not place.loop and any(isinstance(s, ast.Branch) for s in statements):
        return None  # leaves an inner loop
    if _inner_loop(place, branch) and not isinstance(statements[-1], ast.Return):
        return None  # the record is still worked on afterwards
    if _aside(place, branch):
        return None
    return next(s for s in statements if not telling.prepares(s))


def _only_tells(statement: ast.Stmt, telling: Telling) -> bool:
    call = statement.expression if isinstance(statement, ast.Evaluate) else None
    return telling.only_tells(call) if isinstance(call, ast.Call) else telling.prepares(statement)


def _leaves(statement: ast.Stmt) -> bool:
    if isinstance(statement, ast.Branch):
        return statement.word == "continue" and not statement.label
    if isinstance(statement, ast.Return):
        return all(_says_nothing(v) for v in statement.values)
    return False


def _says_nothing(value: ast.Expr) -> bool:
    if isinstance(value, ast.Composite):
        return not value.elements
    return isinstance(value, ast.Name) and value.name == "nil"


def _ends(body: ast.Block, branch: ast.If) -> bool:
    """True when nothing more is done for the record after a branch."""
    return bool(body.statements) and body.statements[-1].span == branch.span


def _inner_loop(place: Work, branch: ast.If) -> bool:
    loops = (n for n in ast.walk(place.body) if isinstance(n, ast.For | ast.Range))
    return any(loop.body.span.contains(branch.span) for loop in loops)


def _aside(place: Work, branch: ast.If) -> bool:
    """True when it isn't known what failed, when it is the decoding of something else than the record's content, or
    when it has nothing to do with the record, which others work on afterwards.
    """
    made = _maker(place, branch)
    callee = made.callee if made is not None else None
    if made is None or callee is None or callee.package == "errors":
        return True
    if place.followed and not place.takes_record(made):
        return True
    if not callee.package.startswith(DECODERS):
        return False
    carried = (o for a in made.arguments for o in place.origins.of(a, place.reached.function))
    return not any(is_record(o) and o.path is not None and o.path[-1] in CONTENT for o in carried)


def _maker(place: Work, branch: ast.If) -> ast.Call | None:
    """The call that the tested error comes from: in the statement itself, or the nearest one before it."""
    name = _tested(branch.condition)
    found: ast.Call | None = None
    for node in ast.walk(place.body):
        if not isinstance(node, ast.Assign) or node.span.start > branch.condition.span.start or not node.values:
            continue
        if any(isinstance(t, ast.Name) and name is not None and t.ref == name.ref for t in node.targets):
            found = node.values[-1] if isinstance(node.values[-1], ast.Call) else None
    return found


def _tested(condition: ast.Expr) -> ast.Name | None:
    """The name that a condition compares with nil."""
    if not isinstance(condition, ast.Binary) or condition.op != "!=":
        return None
    left, right = condition.left, condition.right
    if not isinstance(left, ast.Name) or not isinstance(right, ast.Name) or right.name != "nil":
        return None
    return left
