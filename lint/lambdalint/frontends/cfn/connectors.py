"""Connectors of SAM: what they let functions do, and who they let invoke functions."""

from __future__ import annotations

from collections.abc import Iterator

from lambdalint.data.sam_connectors import FUNCTION, INVOKERS, POLLED, REACHED, SAME
from lambdalint.frontends.cfn.survey import Found, Survey
from lambdalint.model.access import Permission, Policy, Statement
from lambdalint.record import NamedTuple
from lambdalint.source import Span
from lambdalint.syntax.yamltree import Mapping, Node, Scalar, Sequence
from lambdalint.value import Known, Unknown

CONNECTOR = "AWS::Serverless::Connector"
_ACCESS = frozenset({"Read", "Write"})
_LATER = "it is known only after deployment"
_PLAIN = {FUNCTION, *REACHED, *POLLED, *INVOKERS}
_SOURCES = tuple(_PLAIN | {sam for sam, plain in SAME.items() if plain in _PLAIN})


class End(NamedTuple):
    """One side of a connection: what it is in CloudFormation, and its resource, each None where it isn't known."""

    kind: str | None
    found: Found | None


class Connection(NamedTuple):
    """A source, a destination and what is allowed between them; `access` is None where that isn't known."""

    key: str
    span: Span
    source: End
    destination: End
    access: tuple[str, ...] | None

    @property
    def function(self) -> Found | None:
        """The function whose role gets what is allowed: the source, else the destination."""
        for end in (self.source, self.destination):
            if end.kind == FUNCTION:
                return end.found
        return None

    @property
    def is_followed(self) -> bool:
        """False where roles may get more than `allowed` says."""
        return self.actions is not None

    @property
    def actions(self) -> tuple[str, ...] | None:
        """What the role of the function gets; None where that isn't known."""
        table = None
        if self.source.kind == FUNCTION:
            table = REACHED.get(self.destination.kind or "")
        elif self.destination.kind == FUNCTION:
            table = POLLED.get(self.source.kind or "") or ({} if self.source.kind in INVOKERS else None)
        elif self.source.kind is not None and self.destination.kind is not None:
            table = {}
        if table is None or self.access is None:
            return None
        return tuple(action for word in self.access for action in table.get(word, ()))


def connections(survey: Survey) -> Iterator[Connection]:
    """All connections, each of one source with one destination."""
    for found in survey.each(CONNECTOR):
        written = found.resource.properties
        source = written.get("Source") if isinstance(written, Mapping) else None
        yield from _of(survey, found, found.key, found.resource.header, _end(survey, found, source), written)
    for found in survey.each(*_SOURCES):
        own = found.resource.body.get("Connectors")
        end = End(SAME.get(found.resource.kind, found.resource.kind), found)
        for entry in own.entries if isinstance(own, Mapping) else ():
            written = entry.value.get("Properties") if isinstance(entry.value, Mapping) else None
            yield from _of(survey, found, f"{found.key}#{entry.key.text}", entry.key.span, end, written)


def allowed(connection: Connection) -> Policy:
    """What the role of the function gets, on resources that only deployment names."""
    span = connection.span
    statement = Statement(
        span,
        Known("Allow", span),
        tuple(Known(action, span, default=True) for action in connection.actions or ()),
        (),
        (Unknown(span, _LATER),),
        (),
        (),
        (),
        False,
        True,
    )
    return Policy(f"{connection.key}#policy", "the connector", span, (statement,), True)


def permissions(survey: Survey) -> Iterator[Permission]:
    """Statements of functions' resource policies that connectors make."""
    for one in connections(survey):
        function = one.destination.found
        principal = INVOKERS.get(one.source.kind or "")
        if one.destination.kind != FUNCTION or function is None or principal is None or one.access == ("Read",):
            continue
        key, label, _, deployment = function.head
        named = Known(principal, one.span, default=True)
        action = Known("lambda:InvokeFunction", one.span, default=True)
        later = Unknown(one.span, _LATER)
        yield Permission(
            f"{one.key}#{function.resource.name}",
            label,
            one.span,
            deployment,
            key,
            action,
            named,
            later,
            None,
            None,
            None,
        )


def _of(survey: Survey, found: Found, key: str, span: Span, source: End, written: Node | None) -> Iterator[Connection]:
    destination = written.get("Destination") if isinstance(written, Mapping) else None
    listed = written.get("Permissions") if isinstance(written, Mapping) else None
    words = [i.text for i in listed.items if isinstance(i, Scalar)] if isinstance(listed, Sequence) else []
    known = isinstance(listed, Sequence) and len(words) == len(listed.items) and _ACCESS.issuperset(words)
    access = tuple(words) if known and found.certain else None
    for i, one in enumerate(destination.items if isinstance(destination, Sequence) else (destination,)):
        yield Connection(f"{key}#{i}", span, source, _end(survey, found, one), access)


def _end(survey: Survey, found: Found, written: Node | None) -> End:
    """A resource of the same template by its name, or any by its type."""
    if not isinstance(written, Mapping):
        return End(None, None)
    name, kind = written.get("Id"), written.get("Type")
    if isinstance(name, Scalar):
        resource = survey.resource(found.stack.key(name.text))
        return End(SAME.get(resource.resource.kind, resource.resource.kind), resource) if resource else End(None, None)
    return End(SAME.get(kind.text, kind.text), None) if isinstance(kind, Scalar) else End(None, None)
