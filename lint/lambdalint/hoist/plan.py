"""All hoists of a project: from constructions to one fix for each package, or a reason for each that can't be done."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterable

from lambdalint.fix import Applicability, Edit, Fix
from lambdalint.hoist import failure, names
from lambdalint.hoist.block import Block
from lambdalint.hoist.companions import accompany
from lambdalint.hoist.destination import Destination, in_field, in_init, in_main
from lambdalint.hoist.environment import Environment
from lambdalint.hoist.family import Family
from lambdalint.hoist.hosts import Hosts, Place
from lambdalint.hoist.imports import import_edits
from lambdalint.hoist.lazy import Lazy
from lambdalint.hoist.libraries import Libraries
from lambdalint.hoist.memo import Memo
from lambdalint.hoist.obstacle import Obstacle
from lambdalint.hoist.removal import Removal, Step
from lambdalint.hoist.repair import Repair
from lambdalint.hoist.startup import RefusedError, Startup
from lambdalint.hoist.structs import unfilled
from lambdalint.hoist.text import indented, without
from lambdalint.hoist.variables import Variables
from lambdalint.model.code import GoFile, GoFunction
from lambdalint.model.goast import Call, Composite, Expr
from lambdalint.model.gotypes import ERROR
from lambdalint.model.project import Project
from lambdalint.source import Source, Span


class Plan:
    """The fixes for a set of constructions. `constructs` tells what belongs to start-up once its inputs are there.

    `late`: nothing happens at start-up, each value is built when the first invocation needs it.
    """

    def __init__(self, project: Project, constructs: Callable[[Expr], bool], style: str, late: bool = False) -> None:
        self._style = style
        self._late = late
        self._project = project
        self._code = project.code
        self._constructs = constructs
        self._variables = Variables(project.code)
        self._startup = Startup(project.code, self._variables.writers, late)
        self._hosts = Hosts(project.code, self._startup)
        self._libraries = Libraries(project)
        self._environment = Environment(project.code)
        self._early = self._used_early()
        self._taken: dict[str, frozenset[str]] = {}
        self._families: dict[str, Family] = {}

    def fixes(self, places: Iterable[tuple[Expr, GoFunction]]) -> dict[Span, Fix | Obstacle]:
        """For each construction, by its span, the fix it shares with others of its package, or why there is none."""
        found: dict[Span, Fix | Obstacle] = {}
        hosts: dict[Span, list[Place]] = {}
        listed = list(places)
        for expression, function in listed:
            try:
                hosts[expression.span] = self._hosts.of(Place(expression, function))
            except RefusedError as refused:
                found[expression.span] = Obstacle(refused.span, refused.reason)
        for group in _groups(hosts):
            found |= self._together(group, hosts)
        left = [Place(*place) for place in listed if isinstance(found[place[0].span], Obstacle)]
        may_stay = [place for place in left if self._late or self._hosts.may_stay(place)]
        found |= self._whole([place for place in may_stay if not self._late])
        inside = {
            place.expression.span: [place] for place in may_stay if isinstance(found[place.expression.span], Obstacle)
        }
        for group in _groups(inside):
            found |= _fixed(self._together(group, inside))
        left = [place for place in left if isinstance(found[place.expression.span], Obstacle)]
        if left and not self._late:
            found |= _fixed(Plan(self._project, self._constructs, self._style, late=True).fixes(left))
        return found

    def _together(self, group: list[Span], hosts: dict[Span, list[Place]]) -> dict[Span, Fix | Obstacle]:
        """One fix for as many constructions of a group as go together."""
        try:
            return dict.fromkeys(group, self._fix([host for span in group for host in hosts[span]]))
        except RefusedError as refused:
            if len(group) == 1:
                return {group[0]: Obstacle(refused.span, refused.reason)}
        found: dict[Span, Fix | Obstacle] = {}
        chosen: list[Span] = []
        for span in group:
            try:
                fix = self._fix([host for s in (*chosen, span) for host in hosts[s]])
            except RefusedError as refused:
                found[span] = Obstacle(refused.span, refused.reason)
            else:
                chosen.append(span)
                found |= dict.fromkeys(chosen, fix)
        return found

    def _whole(self, places: list[Place]) -> dict[Span, Fix]:
        """Fixes that keep what a whole constructor gives, where moving only parts would leave it an error for show."""
        found: dict[Span, Fix] = {}
        for place in places:
            function = place.function
            if not any(result.type == ERROR for result in function.results):
                continue
            try:
                self._hosts.keeps_nothing(function)
                self._environment.late([function.body] if function.body is not None else [], function)
                self._variables.steady(self._startup.function(function).variables, function.signature)
                memo = Memo(self._project, self._startup, function, self._names(function.file))
            except RefusedError:
                continue
            folder = posixpath.dirname(function.file)
            title = f"build {memo.name} once, when it is first needed"
            edits = indented(self._project.sources[function.file], memo.edits)
            found[place.expression.span] = Fix(title, tuple(edits), Applicability.UNSAFE, (folder,))
        return found

    # -- one fix -----------------------------------------------------------------------------------------------------

    def _fix(self, hosts: list[Place]) -> Fix:
        files: dict[str, dict[str, list[Place]]] = {}
        for host in hosts:
            outermost = host.function.key.split("$")[0]
            files.setdefault(host.function.file, {}).setdefault(outermost, []).append(host)
        used: dict[str, set[str]] = {}
        peers: dict[str, list[Block]] = {}
        edits: list[Edit] = []
        made: list[str] = []
        for path in sorted(files):
            package = self._code.files[path].package
            if package not in used:
                used[package] = set(self._names(path))
            new, names_made = self._file(path, files[path], used[package], peers.setdefault(package, []))
            edits += indented(self._project.sources[path], new)
            made += names_made
        folders = tuple(sorted({posixpath.dirname(path) for path in files}))
        late = all(self._late or self._tool(self._code.files[path]) is not None for path in files)
        when = "when it is first needed" if late else "at start-up"
        title = f"build {_listed(list(dict.fromkeys(made))) if made else 'it'} once, {when}"
        return Fix(title, tuple(sorted(edits, key=lambda e: e.span)), Applicability.UNSAFE, folders)

    def _file(
        self, path: str, functions: dict[str, list[Place]], used: set[str], peers: list[Block]
    ) -> tuple[list[Edit], list[str]]:
        """Edits for one file, and the names of what is new in it. `peers` are of earlier files; they grow."""
        file, source = self._code.files[path], self._project.sources[path]
        taken = frozenset(used)
        if self._late or self._tool(file) is not None:
            return self._lazily(Lazy(self._code, self._startup, file, source, used), file, source, functions)
        edits: list[Edit] = []
        repairs = [self._repair(hosts, source) for hosts in functions.values()]
        repairs.sort(key=lambda repair: repair.removal.family.outermost.span.start)
        inside = [h.function.span for hosts in functions.values() for h in hosts if _is_in_init(h.function)]
        literal = min(inside, default=None)
        blocks: dict[str, Block] = {}
        for repair in repairs:
            self._place(repair.removal, file, blocks, used, edits, literal, peers)
            edits += [*repair.edits, *without(source, repair.removal.cut())]
        functions_there = [f for f in self._code.functions.values() if f.file == path]
        style = failure.style(file, functions_there, taken - self._imported(file))
        edits += [edit for block in blocks.values() for edit in block.edits(style)]
        edits = _merged(edits)
        needed = {name for block in blocks.values() for name in block.needed}
        made = [name for block in blocks.values() for name in block.made]
        peers += blocks.values()
        return [*edits, *import_edits(file, source, edits, needed)], made

    def _imported(self, file: GoFile) -> set[str]:
        """Names that files of a package give to imports: they mean nothing in its other files."""
        beside = self._code.folders.get(posixpath.dirname(file.path), ())
        files = (self._code.files[path] for path in beside if path in self._code.files)
        return {line.name for one in files if one.package == file.package for line in one.imports}

    def _tool(self, file: GoFile) -> str | None:
        """What else has the package of a file that isn't a handler's."""
        return self._libraries.tool(file.package) if file.package not in self._hosts.homes else None

    def _lazily(
        self, lazy: Lazy, file: GoFile, source: Source, functions: dict[str, list[Place]]
    ) -> tuple[list[Edit], list[str]]:
        """The same for a file of a package that programs have which are no Lambda functions."""
        edits: list[Edit] = []
        for hosts in functions.values():
            removal = self._removal(hosts, source)
            for step in removal.steps.values():
                if not self._late:
                    there = in_init(self._project, file, source)._replace(function=None)
                    self._variables.ready(step.inputs.variables, file.package, step.value.span, there)
            edits += lazy.add(removal)
        edits = sorted([*edits, *lazy.edits()], key=lambda edit: edit.span)
        return [*edits, *import_edits(file, source, edits, lazy.needed)], lazy.made

    def _place(
        self,
        removal: Removal,
        file: GoFile,
        blocks: dict[str, Block],
        used: set[str],
        edits: list[Edit],
        literal: Span | None,
        peers: list[Block],
    ) -> None:
        """Give a function's steps to the first destination that takes them. Raises RefusedError."""
        source = self._project.sources[file.path]
        refused: RefusedError | None = None
        for there in self._destinations(removal, file, source, literal):
            left = _left_there(removal, there)
            if left is not None:
                refused = RefusedError(left.value.span, "what it is built from is made at start-up already")
                continue
            name = there.kind + (there.struct.name if there.struct else "")
            if name not in blocks:
                if any(block.is_in(there.function) for block in blocks.values()):
                    continue
                blocks[name] = Block(self._code, self._startup, self._variables, file, source, used, there, peers)
            try:
                blocks[name].add(removal, edits)
                return
            except RefusedError as error:
                refused = error
        raise refused or RefusedError(removal.family.outermost.signature, "there is no place for it")

    def _names(self, path: str) -> frozenset[str]:
        package = self._code.files[path].package
        if package not in self._taken:
            self._taken[package] = names.taken(self._project, posixpath.dirname(path), package)
        return self._taken[package]

    def _family(self, function: GoFunction) -> Family:
        key = function.key.split("$")[0]
        if key not in self._families:
            self._families[key] = Family(self._code, function)
        return self._families[key]

    def _repair(self, hosts: list[Place], source: Source) -> Repair:
        """What leaves one function, and what becomes of the rest."""
        removal = self._removal(hosts, source)
        repair = Repair(removal, self._startup, source)
        repair.run()
        return repair

    def _removal(self, hosts: list[Place], source: Source) -> Removal:
        """What leaves one function. Raises RefusedError."""
        family = self._family(hosts[0].function)
        removal = Removal(self._code, self._startup, family, source, self._builds, regional=self._late)
        removal.take([self._node(family, host) for host in hosts])
        accompany(removal, self._code)
        removal.finish()
        self._fits(removal, hosts[0].function)
        return removal

    def _destinations(self, removal: Removal, file: GoFile, source: Source, literal: Span | None) -> list[Destination]:
        """Where start-up may happen for a function, the best place first. `literal` is one in an `init`."""
        host = removal.family.outermost
        fields = [field for step in removal.steps.values() for field in step.inputs.fields]
        if fields:
            there = in_field(self._project, host, file, source, anywhere=True)
            if there is None:
                raise unfilled(fields[0])
            return [there]
        programs = [p for p in self._code.programs if host.package in p.packages]
        program = programs[0] if len(programs) == 1 and programs[0].package == host.package else None
        main = in_main(program, file, source)
        init = in_init(self._project, file, source, literal)
        if literal is not None:
            return [init]
        found = [in_field(self._project, host, file, source) if program is not None else None]
        found += [main, init] if self._style == "main" else [init, main]
        return [destination for destination in found if destination is not None]

    def _builds(self, expression: Expr) -> bool:
        """True for a construction, and for a call of a function that does nothing but construct."""
        return self._constructs(expression) or self._hosts.builds(expression, self._constructs)

    @staticmethod
    def _node(family: Family, host: Place) -> Expr:
        node = family.find(host.expression.span, type(host.expression))
        if not isinstance(node, Call | Composite):
            raise RefusedError(host.expression.span, "it isn't made in a statement of its own")
        return node

    def _fits(self, removal: Removal, function: GoFunction) -> None:
        """Raise RefusedError where the program as a whole doesn't allow it."""
        if self._late:
            self._environment.late([step.value for step in removal.steps.values()], function)
            for step in removal.steps.values():
                self._variables.steady(step.inputs.variables, step.value.span)
            return
        for program in self._code.programs:
            if function.package not in program.packages:
                continue
            moved = [s.value for s in removal.steps.values() if not s.kept]
            self._environment.early(program, moved, function)
            eager = [s for s in removal.steps.values() if s.inputs.eager and not s.kept]
            if eager and len(program.handlers) > 1:
                raise RefusedError(eager[0].value.span, "the program's other handlers would wait for it too")
            for step in eager:
                held = removal.family.above(step.statement)
                if held is not removal.family.owner(step.statement).body:
                    raise RefusedError(step.value.span, "only some invocations get here")
        if function.package not in self._hosts.homes and self._libraries.tool(function.package) is None:
            self._libraries.harmless(removal, function)
        if function.key.split("$")[0] in self._early and not _is_in_init(function):
            raise RefusedError(function.signature, f"{function.label} is used while the program starts")

    def _used_early(self) -> set[str]:
        """Functions that run before all `init` functions are through."""
        left = [key for key, f in self._code.functions.items() if ".var " in key or f.name == "init"]
        found = set(left)
        while left:
            function = self._code.functions[left.pop()]
            callees = [call.callee for call in function.calls if call.callee is not None]
            keys = [".".join(p for p in (c.package, c.receiver, c.name) if p) for c in callees]
            for key in (*keys, *function.closures):
                if key in self._code.functions and key not in found:
                    found.add(key)
                    left.append(key)
        return found


def _left_there(removal: Removal, there: Destination) -> Step | None:
    """A step that leaves the function that start-up goes into: it would be taken for one that is there."""
    if there.function is None or there.function.key != removal.family.outermost.key:
        return None
    before = there.statements()
    moved = (step for step in removal.steps.values() if not step.kept)
    return next((step for step in moved if any(s.span.contains(step.statement.span) for s in before)), None)


def _is_in_init(function: GoFunction) -> bool:
    """True for a literal in an `init`, which makes a handler of it."""
    return function.parent is not None and function.key.split("$")[0].endswith(".init")


def _fixed(found: dict[Span, Fix | Obstacle]) -> dict[Span, Fix]:
    return {span: outcome for span, outcome in found.items() if isinstance(outcome, Fix)}


def _groups(hosts: dict[Span, list[Place]]) -> list[list[Span]]:
    """Constructions that touch the same packages, together."""
    groups: list[tuple[set[str], list[Span]]] = []
    for span, places in hosts.items():
        packages = {place.function.package for place in places}
        spans = [span]
        for other in [g for g in groups if g[0] & packages]:
            packages |= other[0]
            spans = other[1] + spans
            groups.remove(other)
        groups.append((packages, spans))
    return [spans for _, spans in groups]


def _merged(edits: list[Edit]) -> list[Edit]:
    """Edits with those put together that insert at one place."""
    found: dict[Span, str] = {}
    for edit in edits:
        found[edit.span] = found.get(edit.span, "") + edit.text
    return [Edit(span, text) for span, text in found.items()]


def _listed(made: list[str]) -> str:
    return made[0] if len(made) == 1 else f"{', '.join(made[:-1])} and {made[-1]}"
