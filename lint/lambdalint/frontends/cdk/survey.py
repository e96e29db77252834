"""What a program makes: its constructs by class, what is done with each, and their names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lambdalint.frontends.cdk.handed import handed
from lambdalint.frontends.cdk.kinds import FUNCTIONS, SCUD, SCUD_IMAGE
from lambdalint.frontends.cdk.reading import Inner, Props, as_text
from lambdalint.frontends.script.language import Programming
from lambdalint.frontends.script.permissions import Program
from lambdalint.frontends.script.places import local_path
from lambdalint.frontends.script.values import (
    Atom,
    Call,
    Fields,
    Items,
    Member,
    Thing,
    construct,
)
from lambdalint.source import Span
from lambdalint.value import Known, Unknown, Value

_ROOTS = frozenset({"core.App", "core.Stack", "core.NestedStack", "core.Stage"})

_INNER = {
    SCUD: ("functionProps", "lambda.FunctionProps"),
    SCUD_IMAGE: ("dockerImageFunctionProps", "lambda.DockerImageFunctionProps"),
}
_FLUENT = "addEnvironment"
"""The method of a function that gives back the function."""


class Survey:
    """The trace of one program, with its look-up tables."""

    def __init__(
        self,
        calls: Sequence[Call],
        language: Programming,
        folder: str,
        name: str,
        flags: frozenset[str],
        program: Program | None = None,
    ) -> None:
        self._handed = dict(handed(calls))
        self.calls = [*calls, *self._handed.values()]
        self.language = language
        self.folder = folder
        self.name = name
        self.flags = flags
        self.program = program
        self.secrets: list[Span] = []
        self._done: dict[int, list[Call]] = {}
        self._keys: dict[int, str] = {}
        self._taken: set[str] = set()
        for call in calls:
            target = _owner(call.callee.target) if isinstance(call.callee, Member) else None
            if target is not None:
                self._done.setdefault(id(target), []).append(call)

    def each(self, *paths: str) -> Iterator[Call]:
        """The constructs of these classes, in the order in which they are made."""
        for call in self.calls:
            if call.new and call.path in paths:
                yield call

    def methods(self, *names: str) -> Iterator[Call]:
        """Calls of methods by name."""
        for call in self.calls:
            if isinstance(call.callee, Member) and call.callee.name in names:
                yield call

    def done(self, made: Call, *names: str) -> Iterator[Call]:
        """Method calls on one construct; all of them without names."""
        for call in self._done.get(id(made), ()):
            if isinstance(call.callee, Member) and (not names or call.callee.name in names):
                yield call

    def props(self, made: Call) -> Props:
        """The properties of a construct: its third argument, or what that hands on to the construct beneath."""
        own = Props(made, made.argument(2), self.language, 2)
        return Inner(own, *_INNER[made.path]) if made.path in _INNER else own

    def options(self, call: Call, at: int) -> Props:
        """An object among the arguments of a call."""
        return Props(call, call.argument(at), self.language, at)

    # -- names -------------------------------------------------------------------------------------------------------

    def key(self, made: Call) -> str:
        """The key of a construct: where it stands in the tree of constructs."""
        known = self._keys.get(id(made))
        if known is None:
            known = base = f"{self.name}:{'/'.join(self._ids(made))}"
            count = 1
            while known in self._taken:
                count += 1
                known = f"{base}#{count}"
            self._taken.add(known)
            self._keys[id(made)] = known
        return known

    def _ids(self, made: Call) -> list[str]:
        ids: list[str] = []
        call: Call | None = made
        while call is not None and len(ids) < 50:
            name = as_text(call.arguments[1]) if len(call.arguments) > 1 else None
            ids.append(name.value if isinstance(name, Known) else call.path)
            call = construct(call.argument(0))
        return ids[::-1]

    def label(self, made: Call) -> str:
        """The name of a construct for people: its id after those of the constructs around it, or its class."""
        if not _id(made):
            return made.path.rpartition(".")[2]
        names: list[str] = []
        call: Call | None = made
        while call is not None and _id(call) and call.path not in _ROOTS and len(names) < 10:
            names.append(_id(call))
            call = construct(call.argument(0))
        return "/".join(names[::-1])

    def head(self, made: Call, suffix: str = "") -> tuple[str, str, Span, str]:
        """Key, label, header and deployment of a construct."""
        return self.key(made) + suffix, self.label(made), made.head, self.name

    # -- references --------------------------------------------------------------------------------------------------

    def function(self, thing: Thing | None) -> str | None:
        """The key of the function that something names: itself, a version or alias of it, its ARN or name."""
        made = self.function_call(thing)
        return self.key(made) if made is not None else None

    def made_function(self, key: str) -> Call | None:
        """The construct of the function with a key."""
        return next((made for made in self.each(*FUNCTIONS) if self.key(made) == key), None)

    def function_call(self, thing: Thing | None, depth: int = 8) -> Call | None:
        """The construct of the function that something names."""
        if depth == 0:
            return None
        if isinstance(thing, Member):
            return self.function_call(thing.target, depth - 1)
        call = construct(thing)
        if call is None or id(call) in self._handed:
            return self._handed[id(call)] if call is not None else None
        if call.path in FUNCTIONS:
            return call if call.new else None
        if call.path in ("lambda.Alias", "lambda.Version"):
            props = self.props(call)
            return self.function_call(props.get("version") or props.get("lambda"), depth - 1)
        if isinstance(call.callee, Member) and call.callee.name in ("addAlias", "addVersion", _FLUENT):
            return self.function_call(call.callee.target, depth - 1)
        return None

    def made(self, thing: Thing | None, *paths: str) -> Call | None:
        """The construct of one of these classes that something is, or is an attribute of."""
        if isinstance(thing, Member):
            return self.made(thing.target, *paths)
        call = construct(thing)
        return call if call is not None and call.new and call.path in paths else None

    def passed(self, made: Call) -> Iterator[Call]:
        """Calls that get a construct, or something of it, as an argument, however deep."""
        for call in self.calls:
            if call is not made and any(_holds(argument, made, 4) for argument in call.arguments[_own(call) :]):
                yield call

    # -- files -------------------------------------------------------------------------------------------------------

    def path(self, thing: Thing | None) -> Value[str] | None:
        """A path of the project."""
        if thing is None:
            return None
        value = as_text(thing)
        if not isinstance(value, Known):
            return value
        path = local_path(value.value, self.folder)
        return value._replace(value=path) if path is not None else Unknown(value.span, "it is outside of the project")


def _id(made: Call) -> str:
    """The id of a construct; empty where it isn't known."""
    name = made.argument(1)
    return name.value if isinstance(name, Atom) and isinstance(name.value, str) else ""


def _owner(thing: Thing) -> Call | None:
    """The construct that something is done with; what is done with a function's role is done with the function."""
    inner = thing.target if isinstance(thing, Member) and thing.name in ("role", "grantPrincipal") else thing
    made = construct(inner)
    while made is not None and isinstance(made.callee, Member) and made.callee.name == _FLUENT:
        made = construct(made.callee.target)
    return made


def _own(call: Call) -> int:
    """How many arguments are no properties: a construct's scope and id."""
    return 1 if call.new and len(call.arguments) > 1 else 0


def _holds(thing: Thing, made: Call, depth: int) -> bool:
    if construct(thing) is made:
        return True
    if depth == 0:
        return False
    if isinstance(thing, Member):
        return _holds(thing.target, made, depth - 1)
    if isinstance(thing, Items):
        return any(_holds(item, made, depth - 1) for item in thing.items)
    if isinstance(thing, Fields):
        return any(_holds(field.value, made, depth - 1) for field in thing.fields.values())
    if isinstance(thing, Call) and not isinstance(thing.callee, Member):
        return any(_holds(item, made, depth - 1) for item in thing.arguments[_own(thing) :])
    return False
