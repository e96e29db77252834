"""What all hoists of a project stand on: its facts, and the plan for a single function."""

from __future__ import annotations

import posixpath
from collections.abc import Callable

from lambdalint.hoist import names
from lambdalint.hoist.bounds import Bounds
from lambdalint.hoist.callers import Callers
from lambdalint.hoist.companions import accompany
from lambdalint.hoist.destination import Destination, in_field, in_init, in_main
from lambdalint.hoist.family import Family
from lambdalint.hoist.handing import Given
from lambdalint.hoist.hosts import Hosts, Place
from lambdalint.hoist.libraries import Libraries
from lambdalint.hoist.removal import Removal
from lambdalint.hoist.startup import RefusedError, Startup
from lambdalint.hoist.structs import unfilled
from lambdalint.hoist.tested import Tested
from lambdalint.hoist.variables import Variables
from lambdalint.model.code import GoFile, GoFunction
from lambdalint.model.goast import Call, Composite, Expr
from lambdalint.model.project import Project
from lambdalint.source import Source, Span

ONCE_VALUES = (1, 21)


class Ground:
    """`constructs` tells what belongs to start-up once its inputs are there; `style` is `init` or `main`.

    `late`: nothing happens at start-up, each value is built when the first invocation needs it.
    """

    def __init__(self, project: Project, constructs: Callable[[Expr], bool], style: str, late: bool) -> None:
        self.project = project
        self.code = project.code
        self.constructs = constructs
        self.style = style
        self.late = late
        self.variables = Variables(project.code)
        self.startup = Startup(project.code, self.variables.writers, late)
        self.hosts = Hosts(project.code, self.startup)
        self.callers = Callers(project, self.variables)
        self.libraries = Libraries(project)
        self.bounds = Bounds(project.code, self.hosts, self.libraries, self.variables, late)
        self.tested = Tested(project.code)
        self._taken: dict[str, frozenset[str]] = {}
        self._families: dict[str, Family] = {}

    def names(self, path: str) -> frozenset[str]:
        """Names that mean something in the package of a file."""
        package = self.code.files[path].package
        if package not in self._taken:
            self._taken[package] = names.taken(self.project, posixpath.dirname(path), package)
        return self._taken[package]

    def imported(self, file: GoFile) -> set[str]:
        """Names that files of a package give to imports: they mean nothing in its other files."""
        beside = self.code.folders.get(posixpath.dirname(file.path), ())
        files = (self.code.files[path] for path in beside if path in self.code.files)
        return {line.name for one in files if one.package == file.package for line in one.imports}

    def is_lazy(self, file: GoFile) -> bool:
        """True where values are built when they are needed: others have the package that don't ask for them."""
        return self.late or (file.package not in self.hosts.homes and self.libraries.tool(file.package) is not None)

    def empty(self, function: GoFunction) -> Removal:
        """A plan for the function around one: nothing leaves it yet."""
        key = function.outermost
        if key not in self._families:
            self._families[key] = Family(self.code, function)
        source = self.project.sources[function.file]
        return Removal(self.code, self.startup, self._families[key], source, self._builds, regional=self.late)

    def removal(self, function: GoFunction, places: list[Place], given: Given | None = None) -> Removal:
        """What leaves one function; `given` are parameters that callers fill with what moves. Raises RefusedError."""
        removal = self.empty(function)
        removal.chooses = not self.is_lazy(self.code.files[function.file])
        if removal.chooses:
            removal.handed = dict(given or {})
            removal.passed = self.callers.passed(removal.family.outermost)
        removal.take([self._node(removal.family, place) for place in places])
        accompany(removal, self.code)
        removal.finish()
        self.bounds.fits(removal, places[0].function if places else function)
        return removal

    def destinations(self, removal: Removal, file: GoFile, source: Source, literal: Span | None) -> list[Destination]:
        """Where start-up may happen for a function, the best place first. `literal` is one in an `init`."""
        host = removal.family.outermost
        fields = [field for step in removal.steps.values() for field in step.inputs.fields]
        if fields:
            there = in_field(self.project, host, file, source, anywhere=True)
            if there is None:
                raise unfilled(fields[0])
            return [there]
        programs = [p for p in self.code.programs if host.package in p.packages]
        program = programs[0] if len(programs) == 1 and programs[0].package == host.package else None
        main = in_main(program, file, source)
        init = in_init(self.project, file, source, literal)
        if literal is not None:
            return [init]
        found = [in_field(self.project, host, file, source) if program is not None else None]
        found += [main, init] if self.style == "main" else [init, main]
        return self._untested(removal, [destination for destination in found if destination is not None])

    def _untested(self, removal: Removal, found: list[Destination]) -> list[Destination]:
        """Without an `init` that would end the tests of the package.

        Raises RefusedError where nothing is left, or where it is better built when it is first needed.
        """
        host = removal.family.outermost
        stop = self.tested.stop(removal, host)
        if stop is None or all(d.kind != "init" for d in found):
            return found
        module = self.code.files[host.file].module
        left = [d for d in found if d.kind != "init"]
        now = stop.inputs.eager or stop.kept or module is None or module.go < ONCE_VALUES
        if left and (now or found[0].kind != "init"):
            return left
        raise RefusedError(stop.value.span, "tests of the package would end with it")

    def _builds(self, expression: Expr) -> bool:
        """True for a construction, and for a call of a function that does nothing but construct."""
        return self.constructs(expression) or self.hosts.builds(expression, self.constructs)

    @staticmethod
    def _node(family: Family, place: Place) -> Expr:
        node = family.find(place.expression.span, type(place.expression))
        if not isinstance(node, Call | Composite):
            raise RefusedError(place.expression.span, "it isn't made in a statement of its own")
        return node
