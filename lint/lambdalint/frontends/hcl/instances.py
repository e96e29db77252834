"""Module instances: the same folder seen with each caller's values, and the resources in it."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterator, Mapping, Sequence

from lambdalint.frontends.hcl import operators, shapes
from lambdalint.frontends.hcl.evaluate import evaluate
from lambdalint.frontends.hcl.modules import (
    FOREIGN_MODULE,
    Module,
    is_apart,
    local_folder,
    public_kind,
    source_of,
    takes_runtime,
)
from lambdalint.frontends.hcl.repetition import repeated
from lambdalint.frontends.hcl.scope import Budget, Scope
from lambdalint.frontends.hcl.values import (
    Failed,
    Handle,
    HclValue,
    Partial,
    Ref,
    Scalar,
    came_through,
    handles_of,
    identity,
    is_null,
    plain,
    unknown,
)
from lambdalint.frontends.text import ROOT
from lambdalint.model.gap import Gap
from lambdalint.record import NamedTuple
from lambdalint.source import Span
from lambdalint.syntax.hcltree import Attribute, Block

_MODULES = 400  # module instances of one deployment
_NESTING = 12
_STEPS = 400_000


class Resource(NamedTuple):
    """One resource or data source of one module instance. `certain` is False when it may not exist, or more than once.

    `label` names it for people.
    """

    key: str
    label: str
    mode: str
    kind: str
    name: str
    block: Block
    scope: Scope
    instance: Instance
    certain: bool


class Realm:
    """One deployment: a root module with all instances of the modules it calls. `folder` is where Terraform runs."""

    def __init__(
        self,
        root: str,
        modules: Mapping[str, Module],
        reader: Callable[[str], bytes | None],
        paths: Sequence[str] = (),
    ) -> None:
        self.root = root
        self.paths = paths
        self.folder = modules[root].runs_in or root
        self.modules = modules
        self.reader = reader
        self.budget = Budget(_STEPS)
        self.resources: dict[str, Resource] = {}
        self._data: dict[str, HclValue | None] = {}
        self.instances: dict[str, Instance] = {}
        self.foreign: list[Gap] = []
        self.top = Instance(self, modules[root], "", (), {}, None)

    def gaps(self) -> Iterator[Gap]:
        """What isn't followed of this deployment."""
        yield from self.foreign
        blocks = [*self.modules[self.root].resources.values(), *self.modules[self.root].calls.values()]
        if self.budget.left <= 0 and blocks:
            yield Gap(blocks[0].header, "the module computes more than is followed")

    def place(self, path: str) -> str:
        """A path as Terraform resolves it, made relative to the project root."""
        inside = path[len(ROOT) :].lstrip("/") if path.startswith(ROOT) else posixpath.join(self.folder, path)
        return posixpath.normpath(inside)

    def absolute(self, path: str) -> str:
        """A path that means the same wherever a command runs: absolute as it is, or from the root of the project."""
        return posixpath.normpath(path if path.startswith(("/", ROOT)) else f"{ROOT}/{self.folder}/{path}")

    def file(self, path: str) -> str | None:
        """The text of a project file, relative to where Terraform runs; None when it can't be had."""
        data = self.reader(self.place(path))
        return data.decode("utf-8", "replace") if data is not None else None

    def files(self, folder: str, wanted: str) -> list[str] | None:
        """The project files in a folder that a pattern names; None where a build may make more of them."""
        from lambdalint.frontends.hcl.filesets import matching

        place = self.place(folder)
        return matching(self.paths, place, wanted)

    def template(self, path: str) -> tuple[str, bytes] | None:
        """The path of a project file from the root of the project, and its bytes; None when it can't be had."""
        place = self.place(path)
        data = self.reader(place)
        return (place, data) if data is not None else None

    def data(self, path: str) -> HclValue | None:
        """What a file of YAML or JSON says, relative to where Terraform runs; None when it isn't known."""
        place = self.place(path)
        if place not in self._data:
            text = self.reader(place)
            from lambdalint.frontends.hcl.decoded import decoded

            self._data[place] = decoded(place, text) if text is not None else None
        return self._data[place]


class Instance:
    """A module with one caller's inputs. `path` are the names of the calls that lead to it."""

    def __init__(
        self,
        realm: Realm,
        module: Module,
        key: str,
        path: tuple[str, ...],
        inputs: Mapping[str, tuple[Attribute, Scope]],
        parent: Instance | None,
    ) -> None:
        self.realm = realm
        self.config = module
        self.key = key
        self.names = path
        self.inputs = inputs
        self.parent = parent
        self.budget = realm.budget
        self.complete = True
        self._memo: dict[tuple[str, ...], HclValue | None] = {}
        self._made: dict[tuple[str, str, str], HclValue] = {}
        self._children: dict[str, HclValue] = {}
        self._kinds: dict[tuple[str, str], list[str]] | None = None
        realm.instances[key] = self

    def _once(self, key: tuple[str, ...], span: Span, make: Callable[[], HclValue]) -> HclValue:
        """Compute a named value once; one that needs itself is unknown."""
        name = f"{'.'.join(key)}@{self.key}"
        if key in self._memo:
            known = self._memo[key]
            return unknown(name, span) if known is None else known
        self._memo[key] = None
        value = make()
        self._memo[key] = value
        return value

    # -- names -------------------------------------------------------------------------------------------------------

    def variable(self, name: str, span: Span) -> HclValue:
        """What `var.name` stands for."""
        return self._once(("var", name), span, lambda: self._variable(name, span))

    def _variable(self, name: str, span: Span) -> HclValue:
        block = self.config.variables.get(name)
        given = self._input(name)
        if block is None:
            return unknown(f"var.{name}@{self.key}", span) if given is None else given
        shape = block.body.attributes.get("type")
        nullable = block.body.attributes.get("nullable")
        if given is not None and is_null(given) and nullable is not None:
            kept = operators.truth(plain(evaluate(nullable.expression, Scope(self))))
            given = None if kept is False else given
        if given is None:
            default = block.body.attributes.get("default")
            if default is None or block.body.broken:
                return unknown(f"var.{name}@{self.key}", span)
            given = evaluate(default.expression, Scope(self))
        if self.parent is None and self._may_differ(name, given):
            return unknown(f"choice of var.{name}@{self.key}", span)
        return shapes.converted(given, shape.expression, self) if shape is not None else given

    def _input(self, name: str) -> HclValue | None:
        if self.parent is not None:
            given = self.inputs.get(name)
            return evaluate(given[0].expression, given[1]) if given is not None else None
        for values in self.config.values:
            if name in values:
                return evaluate(values[name].expression, Scope(self))
        return None

    def _may_differ(self, name: str, given: HclValue) -> bool:
        """True when Terraform may be told to load another value of a variable."""
        others = [values[name] for values in self.config.chosen if name in values]
        if not others:
            return False
        own = identity(given)
        return own is None or any(identity(evaluate(other.expression, Scope(self))) != own for other in others)

    def local(self, name: str, span: Span) -> HclValue:
        """What `local.name` stands for."""
        attribute = self.config.locals.get(name)
        if attribute is None:
            return unknown(f"local.{name}@{self.key}", span)
        return self._once(("local", name), span, lambda: evaluate(attribute.expression, Scope(self)))

    def output(self, name: str, span: Span) -> HclValue:
        """The value of an output, seen from the caller."""
        block = self.config.outputs.get(name)
        value = block.body.attributes.get("value") if block is not None else None
        if value is None:
            return unknown(f"output.{name}@{self.key}", span)
        return self._once(("output", name), span, lambda: evaluate(value.expression, Scope(self)))

    def path(self, name: str, span: Span) -> HclValue:
        """`path.module` and its like, relative to where Terraform runs: the root module's folder."""
        if name == "module":
            return Scalar(posixpath.relpath(self.config.folder, self.realm.folder), span)
        return Scalar(".", span) if name in ("root", "cwd") else unknown(f"path.{name}", span)

    def absolute(self, path: str) -> str:
        """What `abspath()` would make of a path."""
        return self.realm.absolute(path)

    def file(self, path: str) -> str | None:
        """The text of a project file, as `file()` would read it."""
        return self.realm.file(path)

    def files(self, folder: str, wanted: str) -> list[str] | None:
        """The project files that `fileset()` would find."""
        return self.realm.files(folder, wanted)

    def template(self, path: str) -> tuple[str, bytes] | None:
        """The place and the bytes of a project file, as `templatefile()` would read it."""
        return self.realm.template(path)

    def data(self, path: str) -> HclValue | None:
        """What a project file of YAML or JSON says."""
        return self.realm.data(path)

    # -- modules -----------------------------------------------------------------------------------------------------

    def module(self, name: str, span: Span) -> HclValue:
        """What `module.name` stands for: handles of its instances."""
        if name not in self._children:
            call = self.config.calls.get(name)
            self._children[name] = unknown(f"module.{name}@{self.key}", span) if call is None else self._call(call)
        value = self._children[name]
        return value._replace(span=span)

    def _call(self, call: Block) -> HclValue:
        name = call.labels[0]
        self._children[name] = unknown(f"module.{name}@{self.key}", call.header)
        kind = public_kind(call)
        if kind is not None:
            return repeated(self, call, lambda *instance: self._known_module(call, kind, *instance))
        folder = local_folder(self.config, call)
        target = self.realm.modules.get(folder) if folder is not None else None
        if target is None or len(self.names) >= _NESTING or len(self.realm.instances) >= _MODULES:
            if not is_apart(call):
                self.realm.foreign.append(Gap(call.header, _why_not(call, target is not None)))
            if target is None and takes_runtime(call):
                return repeated(self, call, lambda *instance: self._known_module(call, FOREIGN_MODULE, *instance))
            return Handle(f"{self.key}module.{name}.", call.header)

        def make(suffix: str, scope: Scope, certain: bool) -> Handle:
            key = f"{self.key}module.{name}{suffix}."
            inputs = {n: (a, scope) for n, a in call.body.attributes.items()}
            child = Instance(self.realm, target, key, (*self.names, name + suffix), inputs, self)
            child.complete = self.complete and certain
            return Handle(key, call.header)

        return repeated(self, call, make)

    def _known_module(self, call: Block, kind: str, suffix: str, scope: Scope, certain: bool) -> Handle:
        """A call of a public module that is read as if it were a resource."""
        name = call.labels[0]
        key = f"{self.realm.root}:{self.key}module.{name}{suffix}"
        shown = name + ("" if suffix == "[*]" else suffix)
        label = f"{self.names[-1]}.{shown}" if self.names else shown
        known = Resource(key, label, "module", kind, name, call, scope, self, certain and self.complete)
        self.realm.resources[key] = known
        return Handle(key, call.header)

    def children(self) -> Iterator[Instance]:
        """The instances of the modules that this one calls."""
        for name, call in self.config.calls.items():
            made = self.module(name, call.header)
            for handle in handles_of(made):
                child = self.realm.instances.get(handle.key)
                if child is not None:
                    yield child

    # -- resources ---------------------------------------------------------------------------------------------------

    def resource(self, mode: str, kind: str, name: str, span: Span) -> HclValue:
        """What the address of a resource stands for: handles of its instances."""
        key = (mode, kind, name)
        if key not in self._made:
            block = self.config.resources.get(key)
            if block is None:
                return unknown(f"{mode}.{kind}.{name}@{self.key}", span)
            self._made[key] = unknown(f"{mode}.{kind}.{name}@{self.key}", span)
            self._made[key] = repeated(self, block, lambda s, scope, c: self._resource(key, block, s, scope, c))
        value = self._made[key]
        return value._replace(span=span)

    def _resource(self, which: tuple[str, str, str], block: Block, suffix: str, scope: Scope, certain: bool) -> Handle:
        mode, kind, name = which
        prefix = "data." if mode == "data" else ""
        key = f"{self.realm.root}:{self.key}{prefix}{kind}.{name}{suffix}"
        shown = "" if suffix == "[*]" else suffix
        label = f"{self.names[-1]}.{name}{shown}" if self.names else name + shown
        known = Resource(key, label, mode, kind, name, block, scope, self, certain and self.complete)
        self.realm.resources[key] = known
        return Handle(key, block.header)

    def resources_of(self, mode: str, kind: str) -> Iterator[Resource]:
        """The resources of one type, in the order of the text."""
        for name in self._names_by_kind().get((mode, kind), ()):
            made = self.resource(mode, kind, name, self.config.resources[mode, kind, name].header)
            for handle in handles_of(made):
                yield self.realm.resources[handle.key]

    def _names_by_kind(self) -> Mapping[tuple[str, str], list[str]]:
        if self._kinds is None:
            self._kinds = {}
            for mode, kind, name in self.config.resources:
                self._kinds.setdefault((mode, kind), []).append(name)
        return self._kinds

    def known_modules(self) -> Iterator[Resource]:
        """The calls of public modules that are read as if they were resources."""
        for name, call in self.config.calls.items():
            for handle in handles_of(self.module(name, call.header)):
                resource = self.realm.resources.get(handle.key)
                if resource is not None:
                    yield resource

    def attribute(self, handle: Handle, name: str, span: Span) -> HclValue:
        """An attribute of a resource or an output of a module. What the configuration sets is known."""
        child = self.realm.instances.get(handle.key)
        if child is not None:
            return came_through(child.output(name, span), span)
        resource = self.realm.resources.get(handle.key)
        if resource is None:
            return Partial((Ref(handle.key, name),), span)
        ref = Ref(resource.key, name)
        written = resource.block.body.attributes.get(name)
        if written is None or resource.mode == "module" or (name in ("id", "arn") and resource.mode != "data"):
            return Partial((ref,), span, ref=ref)
        memo = ("attribute", handle.key, name)
        value = self._once(memo, span, lambda: evaluate(written.expression, resource.scope))
        return self._echo(value, ref, span)

    def _echo(self, value: HclValue, ref: Ref, span: Span) -> HclValue:
        value = plain(value)
        if is_null(value) or isinstance(value, Failed):
            return Partial((ref,), span, ref=ref)
        if isinstance(value, Scalar):
            return value._replace(via=(*value.via, span), ref=ref)
        if isinstance(value, Partial):
            return value._replace(via=(*value.via, span), ref=ref)
        return came_through(value, span)


def _why_not(call: Block, here: bool) -> str:
    """Why a module call isn't followed, of a folder that is `here` or not."""
    source = source_of(call)
    if here or source is None:
        return "there are too many module calls to follow" if here else "the module's source isn't known"
    return f"the module {source} isn't in the project"


def whole_tree(instance: Instance) -> Iterator[Instance]:
    """An instance and all below it."""
    yield instance
    for child in instance.children():
        yield from whole_tree(child)
