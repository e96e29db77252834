"""Everything linked: which code belongs to which function, and the look-up tables that rules use."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import Any

from lambdalint.model.access import Role
from lambdalint.model.build import Build, BuildFacts
from lambdalint.model.code import Code, CodeSecret, HandlerPath, Program
from lambdalint.model.functions import Function, LogGroup
from lambdalint.model.infra import Deployment, InfraFacts
from lambdalint.model.triggers import EventSourceMapping, Queue, QueueTrigger, Trigger
from lambdalint.record import NamedTuple
from lambdalint.source import Source, Span


class Strength(StrEnum):
    """How sure a link is. Error-severity rules that join code and infrastructure need `EXACT`."""

    EXACT = "exact"
    PROBABLE = "probable"


class Link(NamedTuple):
    """A function and the program it runs, with the evidence: places and what each shows."""

    function: str
    program: str
    strength: Strength
    evidence: tuple[tuple[Span, str], ...]


class BuildLink(NamedTuple):
    """A function and a build that makes its binary."""

    function: str
    build: str
    strength: Strength
    evidence: tuple[tuple[Span, str], ...]


class GoFunctionDeployment(NamedTuple):
    """A Lambda function that runs Go, with what is known about its code. The node most rules of the group
    LL3xx start from.
    """

    function: Function
    program: Program | None
    builds: tuple[Build, ...]


class LinkedFunction(NamedTuple):
    """A function whose program is known: the node of rules that join both sides."""

    function: Function
    program: Program
    link: Link


class BrokenFile(NamedTuple):
    """A file of a known dialect that doesn't parse. `message` says what was expected where the parser can tell."""

    span: Span
    message: str


class SuppressionComment(NamedTuple):
    """A `lambdalint:ignore` comment. `selectors` are as written, each with its place; `problem` says why it
    can't be used.
    """

    span: Span
    kind: str
    selectors: tuple[tuple[str, Span], ...]
    until: str | None
    reason: str
    problem: str | None


class Project:
    """The linked project. Look-ups return nothing for what isn't known; they never guess."""

    def __init__(
        self,
        sources: Mapping[str, Source],
        code: Code,
        infra: InfraFacts,
        builds: BuildFacts,
        links: tuple[Link, ...],
        build_links: tuple[BuildLink, ...],
        broken: tuple[BrokenFile, ...],
        comments: tuple[SuppressionComment, ...],
        rule_names: Mapping[str, str],
        go_functions: frozenset[str],
        other_functions: frozenset[str],
    ) -> None:
        """`rule_names` maps the name of each rule to its code; `go_functions` are the keys of functions that
        run Go, `other_functions` of those known to run another language.
        """
        # Analyses of the whole project, kept by whoever needs one first.
        self.kept: dict[tuple[str, ...], Any] = {}
        self._go_keys = go_functions
        self._other_keys = other_functions
        self.sources = sources
        self.code = code
        self.infra = infra
        self.builds = builds
        self.broken = broken
        self.comments = comments
        self.rule_names = rule_names
        self._functions = {f.key: f for f in infra.functions}
        self._deployments = {d.key: d for d in infra.deployments}
        self._roles = {r.key: r for r in infra.roles}
        self._groups = {g.key: g for g in infra.log_groups}
        self._paths: dict[str, tuple[HandlerPath, ...]] = {}
        for path in code.paths:
            self._paths[path.program.key] = (*self._paths.get(path.program.key, ()), path)
        self._programs = {p.key: p for p in code.programs}
        self._builds = {b.key: b for b in builds.builds}
        self._links: dict[str, list[Link]] = {}
        self._links_of_program: dict[str, list[Link]] = {}
        for link in links:
            self._links.setdefault(link.function, []).append(link)
            self._links_of_program.setdefault(link.program, []).append(link)
        self._build_links: dict[str, list[BuildLink]] = {}
        for build_link in build_links:
            self._build_links.setdefault(build_link.function, []).append(build_link)
        self._nodes = self._tables()
        self._stated = frozenset(type(records[0]) for facts in (infra, builds) for records in facts if records)
        self._without_others: dict[type, tuple[Any, ...]] = {}

    # -- nodes ---------------------------------------------------------------------------------------------------

    def nodes(self, kind: type, any_language: bool = False) -> tuple[Any, ...]:
        """All nodes of one type, in the order of the files they come from; without `any_language` but for those of
        functions that are known to run another language than Go.
        """
        nodes = self._nodes.get(kind, ())
        if any_language or not self._other_keys or kind not in self._stated:
            return nodes
        if kind not in self._without_others:
            self._without_others[kind] = tuple(record for record in nodes if not self._is_of_others(record))
        return self._without_others[kind]

    def kinds(self) -> frozenset[str]:
        """The names of the types that have nodes, and of the parts that only some functions have."""
        parts = [part for f in self.infra.functions for part in (f.plugin_build, *f.image_excess) if part is not None]
        nodes = (kind for kind, nodes in self._nodes.items() if nodes)
        return frozenset(kind.__name__ for kind in (*nodes, *map(type, parts)))

    def _tables(self) -> dict[type, tuple[Any, ...]]:
        tables: dict[type, tuple[Any, ...]] = {}
        for facts in (self.infra, self.builds):
            for records in facts:
                if records and hasattr(records[0], "_fields") and not isinstance(records[0], Span):
                    tables[type(records[0])] = tuple(records)
        tables[GoFunctionDeployment] = tuple(self._go_functions())
        tables[LinkedFunction] = tuple(self._linked_functions())
        tables[QueueTrigger] = tuple(self._queue_triggers())
        tables[BrokenFile] = self.broken
        tables[SuppressionComment] = self.comments
        tables[Program] = self.code.programs
        tables[CodeSecret] = self.code.secrets
        tables[HandlerPath] = self.code.paths
        for handler in self.code.handlers[:1]:
            tables[type(handler)] = self.code.handlers
        return tables

    def _is_of_others(self, record: object) -> bool:
        """True for functions that are known to run another language, and for what only they have."""
        if isinstance(record, Function):
            return self.is_other(record)
        if isinstance(record, Role):
            functions = self.functions_of_role(record)
            return bool(functions) and all(map(self.is_other, functions))
        function = self._functions.get(getattr(record, "function", None) or "")
        return function is not None and self.is_other(function)

    def _go_functions(self) -> Iterator[GoFunctionDeployment]:
        for function in self.infra.functions:
            if self.is_go(function):
                yield GoFunctionDeployment(function, self.program_of(function), self.builds_of(function))

    def _linked_functions(self) -> Iterator[LinkedFunction]:
        for function in self.infra.functions:
            links = self._links.get(function.key, ())
            if len(links) == 1:
                yield LinkedFunction(function, self._programs[links[0].program], links[0])

    def _queue_triggers(self) -> Iterator[QueueTrigger]:
        queues = {q.key: q for q in self.infra.queues}
        for mapping in self.infra.mappings:
            queue = queues.get(mapping.source or "")
            function = self._functions.get(mapping.function or "")
            if queue is not None and function is not None and not self.is_other(function):
                yield QueueTrigger(queue, mapping, function)

    # -- look-ups ------------------------------------------------------------------------------------------------

    def function(self, key: str | None) -> Function | None:
        """The function with this key."""
        return self._functions.get(key or "")

    def program(self, key: str) -> Program | None:
        """The program with this key."""
        return self._programs.get(key)

    def deployment_is_whole(self, key: str) -> bool:
        """True when what is absent from this deployment is known not to exist."""
        deployment: Deployment | None = self._deployments.get(key)
        return deployment is not None and deployment.whole

    def links_of(self, function: Function) -> tuple[Link, ...]:
        """All links of a function to programs: more than one where it may run any of them."""
        return tuple(self._links.get(function.key, ()))

    def build_links_of(self, function: Function) -> tuple[BuildLink, ...]:
        """All links of a function to builds."""
        return tuple(self._build_links.get(function.key, ()))

    def link_of(self, function: Function) -> Link | None:
        """The one link of a function to a program, or None where there is none or more than one."""
        links = self._links.get(function.key, ())
        return links[0] if len(links) == 1 else None

    def program_of(self, function: Function) -> Program | None:
        """The program a function runs, where exactly one is linked."""
        link = self.link_of(function)
        return self._programs.get(link.program) if link else None

    def functions_of(self, program: Program) -> tuple[tuple[Function, Link], ...]:
        """The functions that run a program, each with its link."""
        links = self._links_of_program.get(program.key, ())
        return tuple((self._functions[link.function], link) for link in links if link.function in self._functions)

    def builds_of(self, function: Function) -> tuple[Build, ...]:
        """The builds that are linked to a function exactly."""
        links = self._build_links.get(function.key, ())
        return tuple(self._builds[link.build] for link in links if link.strength is Strength.EXACT)

    def functions_of_build(self, build: Build) -> tuple[Function, ...]:
        """The functions whose binary a build makes, by exact links."""
        return tuple(
            self._functions[link.function]
            for links in self._build_links.values()
            for link in links
            if link.build == build.key and link.strength is Strength.EXACT and link.function in self._functions
        )

    def role_of(self, function: Function) -> Role | None:
        """The execution role of a function, where it is in the project."""
        return self._roles.get(function.role or "")

    def functions_of_role(self, role: Role) -> tuple[Function, ...]:
        """The functions that run with a role."""
        return tuple(f for f in self.infra.functions if f.role == role.key)

    def triggers_of(self, function: Function) -> tuple[Trigger, ...]:
        """What is known to invoke a function."""
        return tuple(t for t in self.infra.triggers if t.function == function.key)

    def mappings_of(self, function: Function) -> tuple[EventSourceMapping, ...]:
        """The event source mappings of a function."""
        return tuple(m for m in self.infra.mappings if m.function == function.key)

    def queue(self, key: str | None) -> Queue | None:
        """The queue with this key."""
        return next((q for q in self.infra.queues if q.key == key), None)

    def log_group(self, key: str | None) -> LogGroup | None:
        """The log group with this key."""
        return self._groups.get(key or "")

    def is_go(self, function: Function) -> bool:
        """True for functions that run Go: by runtime, or by a link to a Go program."""
        return function.key in self._go_keys

    def is_other(self, function: Function) -> bool:
        """True for functions that are known to run another language than Go."""
        return function.key in self._other_keys

    def paths_of(self, program: Program) -> tuple[HandlerPath, ...]:
        """The handler paths of a program."""
        return self._paths.get(program.key, ())
