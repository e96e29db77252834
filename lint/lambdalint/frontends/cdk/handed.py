"""Functions that constructs of AWS Solutions Constructs make with the properties that they are handed.

Source: lib/lambda-helper.ts and lib/lambda-defaults.ts of @aws-solutions-constructs/core, read 2026-11-20: the library
makes the role, switches tracing on, may attach a network, and adds variables that name what else it makes.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lambdalint.frontends.script.values import Atom, Call, Field, Fields, Foreign, Opaque

_LIBRARY = ("aws-solutions-constructs.", "aws_solutions_constructs.")
_CHOSEN = ("role", "tracing", "vpc")


def handed(calls: Sequence[Call]) -> Iterator[tuple[int, Call]]:
    """Constructs that are handed properties of a function, each with that function."""
    for call in calls:
        own = call.argument(2) if call.new and call.path.startswith(_LIBRARY) else None
        given = own.get("lambdaFunctionProps") if isinstance(own, Fields) else None
        if isinstance(given, Fields):
            kind = Foreign("lambda.Function", call.head, call.head)
            made = (call, Atom("LambdaFunction", call.head), _completed(given))
            yield id(call), Call(kind, made, call.span, call.head, True, call.certain, call.doubts)


def _completed(given: Fields) -> Fields:
    """The properties of a function, with what the library may add."""
    nothing = given.span._replace(end=given.span.start)
    unknown = Opaque(given.span, "the library may set it")
    known = given.get("environment")
    more = Fields(known.fields, known.span, False, known.literal) if isinstance(known, Fields) else unknown
    added = {name: Field(nothing, None, unknown, nothing) for name in _CHOSEN if name not in given.fields}
    fields = {**given.fields, **added, "environment": Field(nothing, None, more, nothing)}
    return Fields(fields, given.span, given.complete, given.literal)
