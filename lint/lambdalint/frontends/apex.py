"""Functions that Apex deploys: `project.json`, and `function.json` in a folder for each function."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterator, Sequence

from lambdalint.data.defaults import MEMORY, TIMEOUT
from lambdalint.frontends import apexhooks, rolenames
from lambdalint.frontends.bare import bare
from lambdalint.frontends.cfn import writing
from lambdalint.frontends.joined import together
from lambdalint.model.access import Role
from lambdalint.model.functions import Environment, EnvironmentEntry, Function
from lambdalint.model.infra import Deployment, InfraFacts, Script
from lambdalint.pattern import pattern
from lambdalint.secrets import classify
from lambdalint.source import Span
from lambdalint.syntax import yamltree
from lambdalint.value import Known, Secret, Unknown, Value

Reader = Callable[[str], bytes | None]

_TOOL = "Apex"
_PROJECT = "project.json"
_FUNCTION = "function.json"
_MARKS = frozenset({"role", "memory", "timeout", "nameTemplate", "runtime", "defaultEnvironment", "hooks", "shim"})
_LIMITS = {"timeout": TIMEOUT, "memory": MEMORY}
_RUNTIMES = frozenset({"go1.x", "provided", "provided.al2", "provided.al2023"})
_NAMING = "{{.Project.Name}}_{{.Function.Name}}"
_WORD = pattern(r"\{\{\s*\.(Project|Function)\.Name\s*\}\}")
_COMPILED = pattern(r"\bgo\s+build\b|\bmake\b")
_OWN = "go1.x"  # Apex compiles for it, and calls the binary `main`
_SHIMMED = "golang"  # a program that another runtime starts


def read(reader: Reader, look: Reader, paths: Sequence[str]) -> InfraFacts:
    """The Go functions of all projects. `look` reads a file without counting it as read."""
    found = []
    for path in paths:
        root = _root(look, path) if posixpath.basename(path) == _PROJECT else None
        if root is None or root.get("name") is None or not any(e.key.text in _MARKS for e in root.entries):
            continue
        units = list(_units(reader, path, paths, root))
        if units:
            reader(path)
            found.append(
                InfraFacts(
                    deployments=(Deployment(path, posixpath.dirname(path), False, dialect=_TOOL),),
                    functions=tuple(unit.function() for unit in units),
                    scripts=tuple(script for unit in units for script in unit.scripts()),
                    secrets=tuple(dict.fromkeys(span for unit in units for span in unit.secrets)),
                )
            )
    return together(found)


def with_roles(facts: InfraFacts, roles: Sequence[Role]) -> InfraFacts:
    """The same, with those roles of the project that functions name."""
    given = {f.key: f.role_value.value for f in facts.functions if isinstance(f.role_value, Known)}
    known = {key: rolenames.of_arn(arn, roles) for key, arn in given.items()}
    return facts._replace(functions=tuple(f._replace(role=known.get(f.key, f.role)) for f in facts.functions))


def _root(reader: Reader, path: str) -> yamltree.Mapping | None:
    data = reader(path)
    tree = yamltree.parse(path, data) if data is not None else None
    root = tree.documents[0] if tree is not None and tree.fault is None and tree.documents else None
    return root if isinstance(root, yamltree.Mapping) else None


def _units(reader: Reader, path: str, paths: Sequence[str], root: yamltree.Mapping) -> Iterator[_Unit]:
    """The functions below `functions` whose runtime runs Go."""
    prefix = posixpath.join(posixpath.dirname(path), "functions") + "/"
    fixed = apexhooks.chosen_by_environment(paths, path)
    found: list[_Unit] = []
    inside: dict[str, list[str]] = {}
    for other in paths:
        name, _, rest = other.removeprefix(prefix).partition("/")
        if other.startswith(prefix) and rest:
            inside.setdefault(name, []).append(rest)
    for name, files in inside.items():
        own = _root(reader, f"{prefix}{name}/{_FUNCTION}") if _FUNCTION in files else None
        unit = _Unit(reader, path, root, f"{prefix}{name}", own)
        runtime = unit.text("runtime")
        word = runtime.value if isinstance(runtime, Known) else ""
        go = any(file.endswith(".go") for file in files) or (unit.own is not None and unit.is_built())
        if word in _RUNTIMES | {_SHIMMED} and go:
            found.append(unit)
    # what the project says of its runtime reaches functions that have another one
    fixed = fixed or len(found) < len(inside)
    others = any(not unit.has_own("build") and (unit.has_own("clean") or unit.is_another()) for unit in found)
    for unit in found:
        unit.is_fixed = fixed or (others and unit.is_set_by_project("runtime"))
        yield unit


class _Unit:
    """One function: what its own file says, over what the project says for all."""

    def __init__(
        self, reader: Reader, path: str, project: yamltree.Mapping, folder: str, own: yamltree.Mapping | None
    ) -> None:
        self.reader = reader
        self.path = path
        self.project = project
        self.folder = folder
        self.own = own
        self.secrets: list[Span] = []
        self.is_fixed = False  # what the files say of it holds for something else, too
        name = project.entry("name")
        self.place = own.span if own is not None else name.key.span if name is not None else project.span
        if own is not None and own.entries:
            self.place = own.entries[0].key.span

    def node(self, name: str) -> yamltree.Node | None:
        """A setting as written."""
        found = self.own.get(name) if self.own is not None else None
        return found if found is not None else self.project.get(name)

    def text(self, name: str) -> Value[str] | None:
        """A text."""
        node = self.node(name)
        if node is None:
            return None
        if not isinstance(node, yamltree.Scalar) or not isinstance(node.value, str):
            return Unknown(node.span, "it is no text")
        return Known(node.value, node.span, writing.literal(node))

    def _number(self, name: str) -> Value[int]:
        node = self.node(name)
        if node is None:
            return Known(_LIMITS[name], self.place, default=True)
        if not isinstance(node, yamltree.Scalar) or not isinstance(node.value, int) or isinstance(node.value, bool):
            return Unknown(node.span, "it is no number")
        return Known(node.value, node.span, writing.literal(node))

    def is_built(self) -> bool:
        """True for a function whose own build compiles Go that lies elsewhere."""
        return any(_COMPILED.search(script.text) for script in self.scripts())

    def _name(self) -> Value[str]:
        """The name that the project's template makes."""
        template, project = self.text("nameTemplate"), self.project.get("name")
        written = _NAMING if template is None else template.value if isinstance(template, Known) else "{{"
        words = {"Function": posixpath.basename(self.folder)}
        if isinstance(project, yamltree.Scalar):
            words["Project"] = project.text
        name = _WORD.sub(lambda match: words.get(match[1], "{{"), written)
        return Known(name, self.place) if "{{" not in name else Unknown(self.place, "its template decides it")

    def is_set_by_project(self, name: str) -> bool:
        """True for a setting that the function has from the project."""
        return self.own is None or self.own.get(name) is None

    def has_own(self, command: str) -> bool:
        """True where its own file has a command."""
        return apexhooks.hook(command, self.own) is not None

    def is_another(self) -> bool:
        """True where its own file says what runs it."""
        return not self.is_set_by_project("runtime")

    def _runtime(self) -> Value[str] | None:
        """The runtime; where it is changed, what Apex does for its own one is spelled out."""
        runtime = self.text("runtime")
        if not isinstance(runtime, Known) or runtime.slot is None or runtime.value != _OWN:
            shimmed = isinstance(runtime, Known) and runtime.value == _SHIMMED
            return Unknown(runtime.span, "a shim starts the program") if shimmed and runtime is not None else runtime
        inherited = self.own is None or self.is_set_by_project("runtime")
        target, outer = (self.project, None) if inherited else (self.own, self.project)
        text = self.reader(runtime.span.path)
        edits = apexhooks.spelled_out(target, outer, text) if target is not None and text is not None else None
        if edits is None or self.is_fixed or self.node("zip") is not None:
            return runtime._replace(slot=None)
        return runtime._replace(slot=runtime.slot._replace(around=edits))

    def _hook(self, name: str) -> yamltree.Scalar | None:
        found = apexhooks.hook(name, self.own, self.project)
        return found if isinstance(found, yamltree.Scalar) and isinstance(found.value, str) else None

    def function(self) -> Function:
        """The function."""
        short = posixpath.basename(self.folder)
        runtime, handler, build = self._runtime(), self.text("handler"), self._hook("build")
        derived = handler is None and isinstance(runtime, Known) and runtime.value == _OWN
        if handler is None:
            handler = Known("main", self.place, default=True) if derived else Unknown(self.place, "it isn't set")
        return bare(f"{self.path}#{short}", short, self.place, self.path, _TOOL)._replace(
            name=self._name(),
            role_value=self.text("role"),
            runtime=runtime,
            handler=handler,
            timeout=self._number("timeout"),
            memory=self._number("memory"),
            environment=self._environment(),
            layers=Known((), self.place, default=True),
            source=Known(self.folder, self.place, default=True),
            build_method=Known("go", self.place, default=build is not None),  # else Apex compiles what is there
            handler_derived=derived,
            build_script=build.content if build is not None else None,
        )

    def _environment(self) -> Environment:
        """The variables of both files; commands may add more."""
        entries: dict[str, EnvironmentEntry] = {}
        for root in (self.project, self.own):
            section = root.get("environment") if root is not None else None
            if not isinstance(section, yamltree.Mapping):
                continue
            text = self.reader(section.span.path) or b""
            for entry in section.entries:
                key = Known(entry.key.text, entry.key.span, writing.literal(entry.key))
                gone = writing.removal(section, entry.key.text, text) or entry.span._replace(end=entry.span.start)
                entries[entry.key.text] = EnvironmentEntry(key, self._setting(entry), gone)
        return Environment(tuple(entries.values()), False, self.place)

    def _setting(self, entry: yamltree.Entry) -> Value[str] | Known[Secret]:
        node = entry.value
        if not isinstance(node, yamltree.Scalar):
            return Unknown(node.span, "it is no text")
        kind = classify(entry.key.text, node.text)
        if kind is not None:
            self.secrets.append(node.span)
            return Known(Secret(kind), node.span)
        return Known(node.text, node.span, writing.literal(node))

    def scripts(self) -> Iterator[Script]:
        """The commands that build the function and clean up behind it, where they are given."""
        for name in ("build", "clean"):
            hook = self._hook(name)
            if hook is not None:
                folder = Known(self.folder, hook.span)
                yield Script(hook.content, hook.text, hook.exact, folder, (), self.path)
