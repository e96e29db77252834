"""Names of Go libraries that the tables mention, looked up in the packages that they are of."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path

from lambdalint.data import (
    go_answers,
    go_callbacks,
    go_constructors,
    go_decoders,
    go_entries,
    go_environment,
    go_fatal,
    go_io,
    go_lent,
    go_loggers,
    go_startup,
)
from lambdalint.dev.data.signatures import folder, load
from lambdalint.golang.lowering.world import World
from lambdalint.model.gotypes import Interface, Named, Pointer, Struct
from lambdalint.record import NamedTuple

BY_README = frozenset(
    {
        "github.com/akrylysov/algnhsa", "github.com/apex/gateway", "github.com/apex/gateway/v2",
        "github.com/aquasecurity/lmdrouter", "github.com/aws-cloudformation/cloudformation-cli-go-plugin/cfn",
        "github.com/aws/aws-dax-go-v2/dax", "github.com/aws/aws-dax-go/dax",
        "github.com/aws/aws-sdk-go-v2/aws/external", "github.com/aws/aws-secretsmanager-caching-go/secretcache",
        "github.com/aws/aws-secretsmanager-caching-go/v2/secretcache", "github.com/carlmjohnson/gateway",
        "github.com/codingconcepts/env", "github.com/confluentinc/confluent-kafka-go/kafka",
        "github.com/confluentinc/confluent-kafka-go/v2/kafka", "github.com/DataDog/datadog-lambda-go",
        "github.com/DataDog/dd-trace-go/contrib/aws/datadog-lambda-go/v2",
        "emperror.dev/errors", "github.com/dasjott/alexa-sdk-go",
        "github.com/davidsbond/lux", "github.com/google/jsonapi", "github.com/m-mizutani/goerr",
        "github.com/m-mizutani/goerr/v2", "github.com/unrolled/render",
        "github.com/epsagon/epsagon-go/epsagon", "github.com/fujiwara/ridge", "github.com/go-pg/pg",
        "github.com/go-pg/pg/v9", "github.com/neo4j/neo4j-go-driver/neo4j", "github.com/neo4j/neo4j-go-driver/v4/neo4j",
        "github.com/go-xorm/xorm", "github.com/kataras/iris", "github.com/kayac/go-config",
        "github.com/lumigo-io/lumigo-go-tracer", "github.com/m-mizutani/golambda", "github.com/m-mizutani/golambda/v2",
        "github.com/mantil-io/mantil.go", "github.com/mashiike/canyon", "github.com/mashiike/hclconfig",
        "github.com/mashiike/hclutil", "github.com/mweagle/Sparta", "github.com/mweagle/Sparta/v3",
        "github.com/newrelic/go-agent/v3/integrations/nrlambda",
        "github.com/thundra-io/thundra-lambda-agent-go/thundra",
        "github.com/thundra-io/thundra-lambda-agent-go/v2/thundra", "github.com/vrischmann/envconfig",
        "go.opentelemetry.io/contrib/instrumentation/github.com/aws/aws-lambda-go/otellambda",
    }
)  # fmt: skip
"""Libraries, and old packages, of which the tables say what their documentation says: nothing looks them up."""

ANYTHING = "*"  # a name of what may have any


class Mention(NamedTuple):
    """A package and what it is said to have: functions, methods, types, fields, variables or constants.

    `receiver` is the type that has them, empty where any type may. Without names only the package is mentioned.
    """

    package: str
    names: Iterable[str] = ()
    receiver: str = ""


def _many(table: Mapping[str, Iterable[str] | None]) -> Iterator[Mention]:
    """The entries of a table from packages to names, but for those that stand for all packages below a folder."""
    return (Mention(package, names or ()) for package, names in table.items() if not package.endswith("/"))


def _of_receivers(table: Mapping[tuple[str, str], Iterable[str]]) -> Iterator[Mention]:
    return (Mention(package, names, receiver) for (package, receiver), names in table.items() if package[-1] != "/")


def _pairs(table: Iterable[tuple[str, str]]) -> Iterator[Mention]:
    return (Mention(package, (name,)) for package, name in table)


def _triples(table: Iterable[tuple[str, str, str]]) -> Iterator[Mention]:
    return (Mention(package, (name,), receiver) for package, receiver, name in table)


def _packages(names: Iterable[str]) -> Iterator[Mention]:
    return (Mention(name) for name in names if not name.endswith("/"))


def answers() -> Iterator[Mention]:
    """What `go_answers` mentions."""
    yield from _of_receivers(go_answers.WRITERS)
    yield from _many(go_answers.TO_WRITER)
    yield from _pairs(go_answers.MAKES_ERROR | go_answers.KEEPS_TEXT)
    yield from (Mention(package, (field,), owner) for (package, owner), field in go_answers.ERROR_FIELDS.items())
    yield from _many(go_answers.HOLDS_TEXT)


def callbacks() -> Iterator[Mention]:
    """What `go_callbacks` mentions."""
    yield from _packages((*go_callbacks.ROUTERS, *go_callbacks.KEEPERS))
    yield from _many(go_callbacks.BUILDERS)
    yield from _many(go_callbacks.EXECUTORS)
    yield from _pairs(go_callbacks.REQUESTS)
    yield from _pairs(go_callbacks.BODY_DUMPS)
    yield from _triples(go_callbacks.RECOVERING_FIELDS)
    yield from _of_receivers(go_callbacks.COMMANDS)
    yield from _pairs(go_callbacks.COMMAND_HOOKS | go_callbacks.SUBCOMMANDS | go_callbacks.RECOVERERS)
    yield from _triples(go_callbacks.SPAWNERS | go_callbacks.ONCE_METHODS | go_callbacks.ONCE_MAKERS)


def constructors() -> Iterator[Mention]:
    """What `go_constructors` mentions."""
    for table in (
        go_constructors.SDK_CONFIGURATIONS,
        go_constructors.SDK_CLIENTS,
        go_constructors.CONNECTIONS,
        go_constructors.COMPILERS,
        go_constructors.SDK_WRAPPERS,
        go_constructors.FRESH_CONTEXTS,
        go_constructors.KEEP_CONTEXT,
    ):
        yield from _many(table)
    yield from _triples(go_constructors.CONNECTING_METHODS)


def decoders() -> Iterator[Mention]:
    """What `go_decoders` mentions."""
    yield from _many(go_decoders.FILLS)
    yield from _many(go_decoders.FILLS_MAPS)
    yield from _pairs({**go_decoders.COPIES, **go_decoders.OF_REQUESTS})
    yield from _many(go_decoders.TEXTS)
    yield from _of_receivers(go_decoders.BUILDERS)
    yield from _of_receivers(go_decoders.GIVES)


def entries() -> Iterator[Mention]:
    """What `go_entries` mentions."""
    yield Mention(go_entries.RUNTIME_CLIENT, (*go_entries.ENTRY_POINTS, *go_entries.HANDLER_MAKERS))
    yield from _pairs(go_entries.STARTERS)
    yield from _many(go_entries.WRAPPERS)
    yield from _packages(go_entries.ADAPTERS)
    yield Mention(go_entries.EVENTS_PACKAGE, {name for both in go_entries.ADAPTER_EVENTS.values() for name in both})


def environment() -> Iterator[Mention]:
    """What `go_environment` mentions."""
    yield from _pairs({*go_environment.READERS, *go_environment.DUMPERS})
    yield from _packages({*go_environment.STRUCT_READERS, *go_environment.FILE_READERS})


def fatal() -> Iterator[Mention]:
    """What `go_fatal` mentions."""
    yield from _many(go_fatal.EXITS)
    yield from _many(go_fatal.PANICS)
    yield from _triples(go_fatal.CANNOT_FAIL)


def io() -> Iterator[Mention]:
    """What `go_io` mentions."""
    yield from _many(go_io.NAMES)


def lent() -> Iterator[Mention]:
    """What `go_lent` mentions."""
    yield from _packages({package for row in go_lent.LENT for package in row.packages})
    yield from _pairs(go_lent.KEPT.values())


def loggers() -> Iterator[Mention]:
    """What `go_loggers` mentions."""
    yield from _packages(go_loggers.PACKAGES | go_loggers.TEXT_ONLY | go_loggers.DEBUG_BY_DEFAULT)
    yield from _pairs(go_loggers.JSON_MAKERS | go_loggers.TEXT_MAKERS | go_loggers.FOLLOWERS)
    yield from _many(go_loggers.REPORTERS)
    for switch in go_loggers.DEBUG_SWITCHES | go_loggers.DEBUG_QUIETERS:
        package, _, name = switch.rpartition(".")
        yield Mention(package, (name,))


def startup() -> Iterator[Mention]:
    """What `go_startup` mentions."""
    yield from _packages(go_startup.QUIET | go_startup.COMMAND_LINES | go_startup.ENVIRONMENT_FILES)
    yield from _packages(go_startup.SETTINGS)
    yield from _many(go_startup.FUNCTIONS)
    yield from _of_receivers(go_startup.METHODS)
    yield from _many(go_startup.EAGER)


TABLES: Mapping[str, Callable[[], Iterator[Mention]]] = {
    said.__name__: said
    for said in (answers, callbacks, constructors, decoders, entries, environment, fatal, io, lent, loggers, startup)
}
"""Tables of names, without the `go_` that they begin with."""


def packages(mentions: Callable[[], Iterable[Mention]]) -> Iterator[str]:
    """The packages that are mentioned, but for those that nothing looks up."""
    return (mention.package for mention in _looked_up(mentions))


def _looked_up(mentions: Callable[[], Iterable[Mention]]) -> Iterator[Mention]:
    return (m for m in mentions() if m.package != "builtin" and m.package not in BY_README)


def judge(mentions: Callable[[], Iterable[Mention]]) -> Callable[[Mapping[str, Path]], Mapping[str, str]]:
    """Values for a table: none to assign. They are a ValueError with every name that its package doesn't have."""

    def values(roots: Mapping[str, Path]) -> Mapping[str, str]:
        wrong = [text for mention in _looked_up(mentions) for text in absent(mention, roots)]
        if wrong:
            raise ValueError("\n".join(wrong))
        return {}

    return values


def absent(mention: Mention, roots: Mapping[str, Path]) -> Iterator[str]:
    """What a package, or its module, doesn't have."""
    try:
        sources = folder(mention.package, roots)
    except ValueError as error:
        yield str(error)
        return
    names = _names(mention.package, sources)
    had = names.get(mention.receiver, frozenset())
    for name in mention.names:
        if name not in had and ANYTHING not in had:
            yield f"{mention.package} has no {mention.receiver}{'.' if mention.receiver else ''}{name}"


@cache
def _names(package: str, sources: Path) -> Mapping[str, frozenset[str]]:
    """What each type of a package has (what it embeds from elsewhere is everything), and under `""` all names."""
    world = load(package, sources)
    members = world.scopes[package].members
    found = {name: frozenset(_parts(world, f"{package}.{name}")) for name, m in members.items() if m.kind == "type"}
    return {**found, "": frozenset(members).union(*found.values()) - {ANYTHING}}


def _parts(world: World, key: str) -> Iterator[str]:
    """Methods and fields of a type, those of what it embeds included as far as the package declares them."""
    waiting, seen = [key], set[str]()
    while waiting:
        one = waiting.pop()
        declared = world.types.get(one)
        if one in seen:
            continue
        seen.add(one)
        if declared is None:
            yield ANYTHING
            continue
        yield from declared.methods
        under = declared.underlying
        if isinstance(under, Struct):
            yield from (field.name for field in under.fields)
            embedded = [field.type for field in under.fields if field.embedded]
        elif isinstance(under, Interface):
            yield from (name for name, _ in under.methods)
            embedded = list(under.embedded)
        else:
            embedded = [under]
        for kind in embedded:
            bare = kind.element if isinstance(kind, Pointer) else kind
            if isinstance(bare, Named):
                waiting.append(f"{bare.package}.{bare.name}")
