"""What the data tables know of packages outside the project: signatures, types, fields and constants.

Where a family of packages follows one convention (a service of the AWS SDK), the convention answers for all of them.
A client of the AWS SDK for Go v1 whose type's name isn't in the table is `Named(package, "*")`.
"""

from __future__ import annotations

from functools import cache

from lambdalint.data import go_signatures as tables
from lambdalint.model.generics import substitute
from lambdalint.model.gotypes import CONTEXT, ERROR, Basic, Func, GoType, Named, Pointer, Slice, Struct
from lambdalint.model.typetext import TypeReader

SDK2 = "github.com/aws/aws-sdk-go-v2/service/"
SDK1 = "github.com/aws/aws-sdk-go/service/"

_OPTIONAL = ("github.com/aws/aws-lambda-go/events",)


@cache
def _index(package: str) -> dict[str, str]:
    """The lines of a package's table by what they declare: `func F`, `func T.M`, `type T`, `var V`, `const C`."""
    if package in _OPTIONAL:
        from lambdalint.data.lambda_events import EVENTS

        text = EVENTS
    else:
        text = tables.PACKAGES.get(package, "")
    index: dict[str, str] = {}
    for line in text.splitlines():
        word, _, rest = line.strip().partition(" ")
        if word == "func":
            receiver = ""
            if rest.startswith("("):
                receiver, _, rest = rest[1:].partition(") ")
            name = rest[: min(at for at in (rest.find("("), rest.find("[")) if at > 0)]
            index[f"func {receiver.lstrip('*')}{'.' if receiver else ''}{name}"] = f"{receiver} {rest[len(name) :]}"
        elif word in ("type", "var", "const"):
            name = rest.partition(" ")[0].partition("[")[0]
            index[f"{word} {name}"] = rest[len(name) :].strip()
        elif word == "import":
            name, _, rest = rest.partition(" ")
            index[f"import {name}"] = rest
    return index


def _reader(package: str, text: str, parameters: tuple[str, ...] = ()) -> TypeReader:
    index = _index(package)
    imports = {**tables.IMPORTS, **{k[7:]: v for k, v in index.items() if k.startswith("import ")}}
    return TypeReader(text, package, imports, parameters)


@cache
def function_parameters(package: str, name: str) -> tuple[str, ...]:
    """The names of the type parameters of a foreign function."""
    text = _index(package).get("func " + name, "").partition(" ")[2]
    return tuple(part.split()[0] for part in text[1:].partition("](")[0].split(",")) if _is_generic(text) else ()


@cache
def _signature(package: str, name: str) -> Func | None:
    """A function (`F`) or method (`T.M`) of a package by its line in the table."""
    line = _index(package).get("func " + name)
    if line is None:
        return None
    _, _, text = line.partition(" ")
    parameters = _type_parameters(package, name.partition(".")[0]) if "." in name else ()
    if _is_generic(text):
        parameters = function_parameters(package, name)
        text = "(" + text.partition("](")[2]
    return _reader(package, text, parameters).signature()


def function(package: str, name: str) -> Func | None:
    """The signature of a foreign function."""
    found = _signature(package, name)
    if found is not None:
        return found
    if package.startswith(SDK2):
        return _sdk2_function(package, name)
    if package.startswith(SDK1) and name == "New" and "/" not in package[len(SDK1) :]:
        client = Named(package, tables.SDK1_CLIENTS.get(package[len(SDK1) :], "*"))
        return Func((None, Slice(None)), (Pointer(client),), True)
    return None


@cache
def takes_context(package: str, name: str) -> bool:
    """True for a foreign function whose first parameter is a context, whatever implements it in a call."""
    found = function(package, name)
    return found is not None and found.parameters[:1] == (CONTEXT,)


def _sdk2_function(package: str, name: str) -> Func | None:
    client = Pointer(Named(package, "Client"))
    options = Slice(Func((Pointer(Named(package, "Options")),), ()))
    if name == "NewFromConfig":
        return Func((Named("github.com/aws/aws-sdk-go-v2/aws", "Config"), options), (client,), True)
    if name == "New":
        return Func((Named(package, "Options"), options), (client,), True)
    if name == "NewPresignClient":
        return Func((client, Slice(None)), (Pointer(Named(package, "PresignClient")),), True)
    if name.startswith("New") and name.endswith(("Paginator", "Waiter")):
        return Func((None, Slice(None)), (Pointer(Named(package, name[3:])),), True)
    return None


def method(kind: Named, name: str) -> Func | None:
    """The signature of a method of a foreign type, type arguments substituted."""
    found = _signature(kind.package, f"{kind.name}.{name}")
    if found is None and kind.package.startswith(SDK2):
        found = _sdk2_method(kind.package, kind.name, name)
    if found is None and kind.package.startswith(SDK1):
        found = _sdk1_method(kind.package, kind.name, name)
    if found is not None and kind.arguments:
        bound = substitute(found, dict(zip(_type_parameters(kind.package, kind.name), kind.arguments, strict=False)))
        return bound if isinstance(bound, Func) else None
    return found


def _type_parameters(package: str, name: str) -> tuple[str, ...]:
    line = _index(package).get(f"type {name}", "")
    if not _is_generic(line):
        return ()
    return tuple(part.split()[0] for part in line[1:].partition("]")[0].split(","))


def _sdk2_method(package: str, receiver: str, name: str) -> Func | None:
    if not name[:1].isupper():
        return None
    if receiver == "Client" and name != "Options":
        options = Slice(Func((Pointer(Named(package, "Options")),), ()))
        given = (CONTEXT, Pointer(Named(package, f"{name}Input")), options)
        return Func(given, (Pointer(Named(package, f"{name}Output")), ERROR), True)
    if receiver.endswith("Paginator"):
        if name == "HasMorePages":
            return Func((), (Basic("bool"),))
        if name == "NextPage":
            output = Pointer(Named(package, f"{receiver.removesuffix('Paginator')}Output"))
            return Func((CONTEXT, Slice(None)), (output, ERROR), True)
    return None


def _sdk1_method(package: str, receiver: str, name: str) -> Func | None:
    service, _, interfaces = package[len(SDK1) :].partition("/")
    if interfaces:
        return _sdk1_interface_method(service, interfaces, receiver, name)
    if receiver not in (tables.SDK1_CLIENTS.get(service), "*") or not name[:1].isupper():
        return None
    if name.endswith(("Pages", "PagesWithContext", "Request")) or name.startswith("WaitUntil"):
        return None
    operation = name.removesuffix("WithContext")
    given = Pointer(Named(package, f"{operation}Input"))
    results = (Pointer(Named(package, f"{operation}Output")), ERROR)
    return Func((CONTEXT, given, Slice(None)), results, True) if operation != name else Func((given,), results)


def _sdk1_interface_method(service: str, package: str, receiver: str, name: str) -> Func | None:
    """Each service has a package with an interface of its client, for fakes: `dynamodbiface.DynamoDBAPI`."""
    client = tables.SDK1_CLIENTS.get(service, "")
    if not client or (package, receiver) != (f"{service}iface", f"{client}API"):
        return None
    return _sdk1_method(SDK1 + service, client, name)


@cache
def _type(package: str, name: str) -> GoType | None:
    text = _index(package).get(f"type {name}")
    if text is None:
        return None
    parameters = _type_parameters(package, name)
    if _is_generic(text):
        text = text.partition("]")[2].strip()
    return _reader(package, text, parameters).type() if text else None


def _is_generic(line: str) -> bool:
    return line.startswith("[") and line[1:2].isalpha()


def underlying(kind: Named) -> GoType | None:
    """The underlying type of a foreign type, as far as the tables tell (a struct may lack unexported fields)."""
    found = _type(kind.package, kind.name)
    if found is not None and kind.arguments:
        found = substitute(found, dict(zip(_type_parameters(kind.package, kind.name), kind.arguments, strict=False)))
    if isinstance(found, Named):
        return underlying(found)
    return found


def is_type(package: str, name: str) -> bool:
    """True when a member of a foreign package is known to be a type."""
    if f"type {name}" in _index(package):
        return True
    if package.startswith(SDK2):
        service = package[len(SDK2) :]
        return service.endswith("/types") or name in ("Client", "Options") or name.endswith(("Input", "Output"))
    return package.startswith(SDK1) and (name.endswith(("Input", "Output")) or _is_sdk1_client(package, name))


def _is_sdk1_client(package: str, name: str) -> bool:
    return name == tables.SDK1_CLIENTS.get(package[len(SDK1) :])


def is_whole_struct(kind: Named) -> bool:
    """True when the table holds all exported fields of the type."""
    return kind.package in _OPTIONAL and isinstance(_type(kind.package, kind.name), Struct)


def declared_methods(kind: Named) -> dict[str, tuple[Func, bool]] | None:
    """All methods of a type of a package that the tables hold whole, and whether only the pointer has them."""
    if kind.package not in _OPTIONAL or _type(kind.package, kind.name) is None:
        return None
    prefix = f"func {kind.name}."
    found: dict[str, tuple[Func, bool]] = {}
    for key, line in _index(kind.package).items():
        if key.startswith(prefix):
            signature = _signature(kind.package, key[5:])
            if signature is not None:
                found[key[len(prefix) :]] = (signature, line.startswith("*"))
    return found


@cache
def variable(package: str, name: str) -> GoType | None:
    """The type of a foreign package variable."""
    text = _index(package).get(f"var {name}")
    return _reader(package, text).type() if text else None


@cache
def constant(package: str, name: str) -> tuple[str | int | None, GoType | None]:
    """Value and type of a foreign constant; (None, None) where it isn't known."""
    text = _index(package).get(f"const {name}")
    if text is None:
        return None, None
    spelled, _, value = text.rpartition("= ")
    kind = _reader(package, spelled).type() if spelled.strip() else None
    if value.startswith('"'):
        return value.strip('"'), kind or Basic("string")
    return int(value), kind or Basic("int")


def member_kind(package: str, name: str) -> str:
    """`func`, `type`, `const` or `var`: what a member of a foreign package is; `var` where nothing tells."""
    index = _index(package)
    for word in ("type", "const", "var"):
        if f"{word} {name}" in index:
            return word
    if function(package, name) is not None:
        return "func"
    return "type" if is_type(package, name) else "var"
