"""Variables read by libraries: into structs by the tags of their fields, or by name through a registry."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lambdalint.data.go_environment import STRUCT_FUNCTIONS
from lambdalint.golang.environment.instances import instances
from lambdalint.golang.environment.keys import constant
from lambdalint.golang.environment.needs import Need, Needs
from lambdalint.golang.environment.readers import library as known_library
from lambdalint.golang.reach.graph import Graph
from lambdalint.model.code import EnvironmentRead, TypeDeclaration
from lambdalint.model.goast import Call, Callee, Composite, Expr, Selector, TypeName, Unary
from lambdalint.model.gotypes import Field, GoType, Named, Pointer, Struct, package_name
from lambdalint.model.methodsets import underlying
from lambdalint.pattern import pattern
from lambdalint.record import NamedTuple
from lambdalint.source import Span
from lambdalint.value import Known

_VERSION = pattern(r"/v\d+$")
_PAIR = pattern(r'(\w[\w.-]*):"((?:[^"\\]|\\.)*)"')
_WORDS = pattern(r"([A-Z]+(?![a-z])|[A-Z][a-z0-9]*|[a-z0-9]+)")
# What gives the registry of viper values beside those of the environment.
_OTHER_SOURCES = (
    "ReadInConfig", "MergeInConfig", "ReadConfig", "MergeConfig", "MergeConfigMap", "SetConfigFile", "AddConfigPath",
    "BindPFlag", "BindPFlags", "BindFlagValue", "BindFlagValues", "AddRemoteProvider", "AddSecureRemoteProvider", "Set",
)  # fmt: skip
_TRUE = frozenset({"1", "t", "T", "true", "TRUE", "True", "yes"})


class _Variable(NamedTuple):
    """A field's variable: its name, and whether it must be there (None: can't be told)."""

    name: str
    required: bool | None


class _Source(NamedTuple):
    """The call that reads a struct, the library's name and how deep structs in structs are still followed."""

    call: Call
    library: str
    function: str
    depth: int


class TagReads:
    """Reads of libraries in one program. `known` turns False when one reads a key that could be anything."""

    def __init__(self, graph: Graph, needs: Needs) -> None:
        self.graph = graph
        self.universe = graph.universe
        self.needs = needs
        self.known = True

    def of(self, call: Call, callee: Callee, function: str) -> Iterator[EnvironmentRead]:
        """The reads of one call of a library; none for others."""
        library = known_library(callee.package)
        if library is None:
            return
        if library == "viper":
            yield from self._viper(call, callee, function)
            return
        position = STRUCT_FUNCTIONS.get(callee.name)
        if position is None:
            return
        prefix = ""
        if library == "envconfig" and call.arguments:
            prefix = (constant(call.arguments[0]) or "").upper()
        demanding = _demanding(call)
        for kind in self._structs(call, position, function):
            structs = tuple(self._declared(kind))
            if not structs and (kind is None or isinstance(kind, Named)) and function in self.needs.reachable:
                self.known = False
            for kind_of_field, declaration in structs:
                source = _Source(call, package_name(_VERSION.sub("", callee.package)), function, 6)
                yield from self._fields(library, kind_of_field, declaration, prefix, demanding, source)

    def _structs(self, call: Call, position: int, function: str) -> Iterator[GoType | None]:
        """What a call fills: several where a helper's callers say what; None where that can't be told."""
        flow = self.graph.flow
        if position < 0:
            kind = call.type_arguments[0] if call.type_arguments else None
            yield from instances(flow, None, kind, function)
            return
        order = [position, *range(len(call.arguments))]
        given = [_target(call.arguments[index]) for index in order if index < len(call.arguments)]
        pointer = next((one for one in given if isinstance(_type(one), Pointer)), None)
        holder = pointer or (given[0] if given else None)
        if holder is not None:
            yield from instances(flow, holder, _type(holder), function)

    def _declared(self, kind: GoType | None) -> Iterator[tuple[Struct, TypeDeclaration | None]]:
        while isinstance(kind, Pointer):
            kind = kind.element
        struct = underlying(self.universe.types, kind)
        if isinstance(struct, Struct):
            key = f"{kind.package}.{kind.name}" if isinstance(kind, Named) else ""
            yield struct, self.universe.types.get(key)

    def _fields(
        self,
        library: str,
        struct: Struct,
        declaration: TypeDeclaration | None,
        prefix: str,
        demanding: bool,
        source: _Source,
    ) -> Iterator[EnvironmentRead]:
        for field in struct.fields:
            tags = dict(_PAIR.findall(field.tag))
            variable = _READERS[library](field, tags, prefix, demanding)
            if variable is not None:
                span = self._span(tags, field, declaration, source.call)
                key = Known(variable.name, span)
                yield EnvironmentRead(key, span, source.function, variable.required, "", source.library)
                for other in _others(library, tags):
                    yield EnvironmentRead(Known(prefix + other, span), span, source.function, False, "", source.library)
            elif source.depth > 0:
                inner = _inner_prefix(library, field, tags, prefix)
                for nested, owner in self._declared(field.type):
                    deeper = source._replace(depth=source.depth - 1)
                    yield from self._fields(library, nested, owner or declaration, inner, demanding, deeper)

    def _span(self, tags: dict[str, str], field: Field, declaration: TypeDeclaration | None, call: Call) -> Span:
        """Where a field's tag names its variable; the field where it doesn't, the call where that isn't known."""
        if declaration is None:
            return call.span
        text = self.universe.data.get(declaration.span.path, b"")[declaration.span.start : declaration.span.end]
        for tag in ("env", "envconfig"):
            value = tags.get(tag, "").split(",")[0].strip()
            at = text.find(f'{tag}:"{tags[tag]}"'.encode()) if value else -1
            if at >= 0:
                start = declaration.span.start + at + len(tag) + 2
                return Span(declaration.span.path, start, start + len(value))
        match = re.search(rb"(?m)^\s*(" + re.escape(field.name.encode()) + rb")\b", text)
        if match is None:
            return declaration.span
        start = declaration.span.start + match.start(1)
        return Span(declaration.span.path, start, start + len(field.name.encode()))

    # -- registry ------------------------------------------------------------------------------------------------

    def _viper(self, call: Call, callee: Callee, function: str) -> Iterator[EnvironmentRead]:
        if callee.name == "BindEnv" and call.arguments:
            named = call.arguments[1:] or call.arguments[:1]
            for argument in named:
                text = constant(argument)
                if text is None:
                    self.known = False
                    continue
                name = text if call.arguments[1:] else self._prefixed(text)
                yield self._registered(name, argument, function)
        elif callee.name.startswith(("Get", "IsSet")) and call.arguments and self._automatic():
            text = constant(call.arguments[0])
            if text is None:
                self.known = False
            else:
                read = self._registered(self._prefixed(text), call.arguments[0], function)
                yield read._replace(required=self._demanded(call, text, function))
        elif callee.name in {"Unmarshal", "UnmarshalKey", "UnmarshalExact", "AllSettings"} and self._automatic():
            self.known = False

    def _registered(self, name: str, argument: Expr, function: str) -> EnvironmentRead:
        return EnvironmentRead(Known(name, argument.span), argument.span, function, None, "", "viper")

    def _demanded(self, call: Call, key: str, function: str) -> bool | None:
        """Whether a text that only the environment can give is needed; None where something else may give it."""
        if not isinstance(call.function, Selector) or call.function.name not in {"Get", "GetString"}:
            return None
        defaults = (constant(given.arguments[0]) for given in self._calls("SetDefault") if given.arguments)
        if any(default is None or default.lower() == key.lower() for default in defaults):
            return False
        if any(True for name in _OTHER_SOURCES for _ in self._calls(name)):
            return None
        need = self.needs.of(call.span, function, "", helper=False)
        return {Need.REQUIRED: True, Need.USED: True, Need.OPTIONAL: False}.get(need)

    def _prefixed(self, key: str) -> str:
        prefix = next((constant(call.arguments[0]) or "" for call in self._calls("SetEnvPrefix")), "")
        name = re.sub(r"[.-]", "_", key) if any(self._calls("SetEnvKeyReplacer")) else key
        return (f"{prefix}_{name}" if prefix else name).upper()

    def _automatic(self) -> bool:
        return any(True for _ in self._calls("AutomaticEnv"))

    def _calls(self, name: str) -> Iterator[Call]:
        for package in self.graph.flow.packages:
            table = self.graph.flow.index.table(package)
            for receiver in ("", "Viper."):
                for site in table.calls.get(f"github.com/spf13/viper.{receiver}{name}", ()):
                    yield site.call


def _type(argument: Expr) -> GoType | None:
    return None if isinstance(argument, TypeName) else argument.type


def _target(argument: Expr) -> Expr:
    """What is filled by a call with options that name it (`&Config{Target: &c}`), else the argument itself."""
    node = argument.operand if isinstance(argument, Unary) else argument
    elements = node.elements if isinstance(node, Composite) else ()
    return next((e.value for e in elements if e.field == "Target"), argument)


def _demanding(call: Call) -> bool:
    """True when the options of a call make every field without a default required."""
    for argument in call.arguments:
        node = argument.operand if isinstance(argument, Unary) else argument
        if isinstance(node, Composite) and any(e.field == "RequiredIfNoDef" for e in node.elements):
            return True
    return False


def _inner_prefix(library: str, field: Field, tags: dict[str, str], prefix: str) -> str:
    if library == "envconfig":
        name = tags.get("envconfig") or ("" if field.embedded else field.name)
        return "_".join(part for part in (prefix, name.upper()) if part)
    if library == "sethvargo":
        return prefix + next((p[7:] for p in tags.get("env", "").split(",") if p.strip().startswith("prefix=")), "")
    return prefix + tags.get("envPrefix", tags.get("env-prefix", ""))


# -- one function for each library: field, tags, prefix, demanding → variable ------------------------------------


def _options(tags: dict[str, str], tag: str) -> tuple[str, dict[str, str]]:
    name, *options = (part.strip() for part in tags.get(tag, "").split(","))
    pairs = (option.partition("=") for option in options)
    return name, {key: value for key, _, value in pairs}


def _caarlos0(field: Field, tags: dict[str, str], prefix: str, demanding: bool) -> _Variable | None:
    name, options = _options(tags, "env")
    if not name or name == "-":
        return None
    strict = "required" in options or "notEmpty" in options or tags.get("required") in _TRUE
    has_default = "envDefault" in tags
    required = False if has_default else True if strict or demanding else None
    del field
    return _Variable(prefix + name, required)


def _envconfig(field: Field, tags: dict[str, str], prefix: str, demanding: bool) -> _Variable | None:
    del demanding
    if isinstance(field.type, Struct) or tags.get("ignored") in _TRUE or not field.name[:1].isupper():
        return None
    name = tags.get("envconfig", "")
    if not name and (field.embedded or isinstance(field.type, Named | Pointer)):
        return None
    if not name:
        name = "_".join(_WORDS.findall(field.name)) if tags.get("split_words") in _TRUE else field.name
    required = False if "default" in tags else True if tags.get("required") in _TRUE else None
    return _Variable("_".join(part for part in (prefix, name.upper()) if part), required)


def _in_tag(field: Field, tags: dict[str, str], prefix: str, demanding: bool) -> _Variable | None:
    """`env:"NAME,required,default=x"`, as several libraries have it."""
    del field, demanding
    name, options = _options(tags, "env")
    if not name or name == "-":
        return None
    strict = options.get("required", "no") in {"", *_TRUE}
    return _Variable(prefix + name, False if "default" in options else True if strict else None)


def _beside(field: Field, tags: dict[str, str], prefix: str, demanding: bool) -> _Variable | None:
    """`env:"NAME" default:"x" required:"true"`, as several libraries have it."""
    del field, demanding
    name = tags.get("env", "").split(",")[0].strip()
    if not name or name == "-":
        return None
    has_default = "default" in tags or "env-default" in tags or "," in tags["env"]  # any of several names will do
    strict = tags.get("required", tags.get("env-required", "no")) in {"", *_TRUE}
    return _Variable(prefix + name, False if has_default else True if strict else None)


def _others(library: str, tags: dict[str, str]) -> list[str]:
    """The names beside the first that a field's variable may have."""
    names = tags.get("env", "").split(",")[1:] if _READERS[library] is _beside else []
    return [name.strip() for name in names if name.strip()]


_READERS = {
    "caarlos0": _caarlos0,
    "envconfig": _envconfig,
    "plain": _in_tag,
    "sethvargo": _in_tag,
    "netflix": _in_tag,
    "envdecode": _in_tag,
    "cleanenv": _beside,
    "codingconcepts": _beside,
    "kong": _beside,
    "flags": _beside,
}
