"""Functions that libraries make of code that is handed to them: by subscriptions, and for the routes of APIs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lambdalint.frontends.script.values import Atom, Call, Closure, Fields, Foreign, Items, Member, Thing, construct
from lambdalint.pattern import pattern
from lambdalint.source import Span

PREFIX = "pulumi.aws."
CALLBACK = "lambda.CallbackFunction"
"""A function whose code is a function of the program itself."""

_SUBSCRIPTION = pattern(r"on[A-Z]\w*")
_APIS = ("pulumi.awsx.apigateway.", "pulumi.awsx.classic.apigateway.", "pulumi.aws-apigateway.")
_AUTHORIZER = "LambdaAuthorizer"
_DEEPEST = 6


def subscribed(calls: Sequence[Call]) -> Iterator[tuple[int, Call]]:
    """Subscriptions that are given code, each with the function that is made of it: it has the subscription's name."""
    for call in calls:
        name = call.callee.name if isinstance(call.callee, Member) else call.path.rpartition(".")[2]
        source = construct(call.callee.target) if isinstance(call.callee, Member) else call
        known = source is not None and source.path.startswith(PREFIX) and _SUBSCRIPTION.fullmatch(name)
        named = call.argument(0)
        if known and named is not None and any(isinstance(thing, Closure) for thing in call.arguments[1:]):
            yield id(call), _made(call, named, call.head)


def routed(calls: Sequence[Call]) -> Iterator[Call]:
    """The functions that APIs make for routes and authorizers which are given code."""
    for call in calls:
        if call.new and call.path.startswith(_APIS):
            name = call.argument(0)
            label = str(name.value) if isinstance(name, Atom) else call.path.rpartition(".")[2]
            for place, what in _handlers(call.argument(1), "eventHandler", _DEEPEST):
                yield _made(call, Atom(f"{label}{what}", place), place)


def _made(call: Call, name: Thing, head: Span) -> Call:
    kind = Foreign(PREFIX + CALLBACK, head, head)
    return Call(kind, (name, Fields({}, head)), call.span, head, True, call.certain, call.doubts)


def _handlers(thing: Thing | None, wanted: str, depth: int) -> Iterator[tuple[Span, str]]:
    """The places where code is given, and words that tell them apart."""
    if depth == 0:
        return
    if isinstance(thing, Items):
        for item in thing.items:
            yield from _handlers(item, wanted, depth - 1)
    elif isinstance(thing, Call) and thing.path.endswith(_AUTHORIZER):
        yield from _handlers(thing.argument(0), "handler", depth - 1)
    elif isinstance(thing, Fields):
        for name, field in thing.fields.items():
            if name == wanted and isinstance(field.value, Closure):
                words = [thing.get(one) for one in ("method", "path", "authorizerName")]
                yield field.name, "".join(f" {word.value}" for word in words if isinstance(word, Atom))
            else:
                yield from _handlers(field.value, wanted, depth - 1)
