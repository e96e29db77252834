"""Taskfiles: tasks with commands, variables, and tasks that they call."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator

from lambdalint.frontends.commands import shell
from lambdalint.frontends.commands.scene import NESTING, Scene
from lambdalint.frontends.commands.words import State, absolute
from lambdalint.frontends.pipelines.scalars import filled, lines_of, member, text_of, texts_of, word
from lambdalint.frontends.text import Text, computed, place, unknown
from lambdalint.paths import around
from lambdalint.pattern import pattern
from lambdalint.source import Span
from lambdalint.syntax import yamltree
from lambdalint.syntax.yamltree import Mapping, Node, Scalar, Sequence

_WORTH = pattern(rb"\bgo +build\b|\bzip\b|\bmake\b|\baws +lambda\b|\.sh\b")
_HOLE = pattern(r"\{\{.*?\}\}", re.DOTALL)
_NAMED = pattern(r"\{\{-?\s*\.(\w+)\s*-?\}\}")
_DEFAULT = pattern(
    r"\{\{-?\s*(?:\.(?P<first>\w+)\s*\|\s*default\s+['\"](?P<after>[\w./-]*)['\"]"
    r"|default\s+['\"](?P<before>[\w./-]*)['\"]\s+\.(?P<last>\w+))\s*-?\}\}"
)
_FOLDERS = ("TASKFILE_DIR", "ROOT_DIR", "USER_WORKING_DIR")
_NAMES = ("Taskfile.yml", "Taskfile.yaml", "taskfile.yml", "taskfile.yaml", "Taskfile.dist.yml", "Taskfile.dist.yaml")

Variables = dict[str, Text]


def parse(path: str, data: bytes) -> Mapping | None:
    """The Taskfile, where it has commands worth following."""
    documents = yamltree.parse(path, data).documents if _WORTH.search(data) else ()
    tree = documents[0] if documents else None
    return tree if isinstance(tree, Mapping) and isinstance(tree.get("tasks"), Mapping) else None


def run(scene: Scene, state: State, tree: Mapping, data: bytes, called: set[tuple[str, str]]) -> None:
    """Run every task by itself. Tasks that others call with variables don't count alone."""
    Tasks(scene, state, tree, data, called).everything()


class Tasks:
    """Runs the tasks of one file."""

    def __init__(self, scene: Scene, state: State, tree: Mapping, data: bytes, called: set[tuple[str, str]]) -> None:
        self.scene = scene
        self.state = state
        self.data = data
        self.called = called
        tasks = tree.get("tasks")
        self.tasks = {e.key.text: e.value for e in tasks.entries} if isinstance(tasks, Mapping) else {}
        self.variables = self._meant_all(tree.get("vars"), {})
        self.environment = self._meant_all(tree.get("env"), self.variables)

    def everything(self) -> None:
        """Each task, in order."""
        for name in self.tasks:
            self.scene.recipe = len(self.scene.steps)
            self._task(name, {}, (), False)

    def _task(self, name: str, given: Variables, active: tuple[str, ...], called: bool) -> None:
        node = self.tasks.get(name)
        if node is None or name in active or len(active) > NESTING or not self.scene.spend():
            return
        active = (*active, name)
        variables = self.variables | self._meant_all(member(node, "vars"), self.variables | given) | given
        scene = self.scene.under(self.scene.origin._replace(target=active[0], called=called))
        scene.recipe, scene.foreign = self.scene.recipe, True
        state = self.state.copy()
        for text_name, text in (self.environment | self._meant_all(member(node, "env"), variables)).items():
            state.assign(text_name, text, True)
        folder = text_of(member(node, "dir"), self.data)
        if folder is not None:
            folder = self._meant(folder, variables)
            state.folder = place(state.folder, folder.data) if folder.known else None
        for needed in self._items(member(node, "deps")):
            self._call(needed, variables, active)
        for command in self._items(node if isinstance(node, Sequence | Scalar) else self._commands(node)):
            self._command(command, variables, scene, state, active)
        self.scene.commands = scene.commands

    def _commands(self, node: Node) -> Node | None:
        return member(node, "cmds") or member(node, "cmd")

    def _items(self, node: Node | None) -> tuple[Node, ...]:
        return node.items if isinstance(node, Sequence) else (node,) if node is not None else ()

    def _command(self, node: Node, variables: Variables, scene: Scene, state: State, active: tuple[str, ...]) -> None:
        if member(node, "task") is not None:
            for values in self._rounds(node, variables):
                self._call(node, values, active)
            return
        scalar = node if isinstance(node, Scalar) else member(node, "cmd")
        text = text_of(scalar, self.data)
        if text is None or not isinstance(scalar, Scalar):
            return
        for values in self._rounds(node, variables):
            scene.foreign, scene.writable = scalar.style != "block", scalar.style != "single"
            shell.run(scene, state.copy(), self._meant(text, values))

    def _rounds(self, node: Node, variables: Variables) -> Iterator[Variables]:
        """The variables of each round of a loop; one round without a loop."""
        loop = member(node, "for")
        if loop is None:
            yield variables
            return
        items = [text for text, _ in lines_of(loop, self.data)]
        listed = variables.get(word(member(loop, "var")))
        name = word(member(loop, "as")) or "ITEM"
        if listed is not None and listed.known:
            items = listed.words()
        for item in items[: shell.ROUNDS] or [unknown(node.span)]:
            yield variables | {name: item}

    def _call(self, node: Node, variables: Variables, active: tuple[str, ...]) -> None:
        name = text_of(node if isinstance(node, Scalar) else member(node, "task"), self.data)
        if name is None:
            return
        given = self._meant_all(member(node, "vars"), variables)
        meant = self._meant(name, variables).data
        if given:
            self.called.add((self.scene.origin.path, meant))
        self._task(meant, given, active, bool(given))

    def _meant_all(self, node: Node | None, variables: Variables) -> Variables:
        known = dict(variables)
        found: Variables = {}
        for name, text in texts_of(node, self.data).items():
            found[name] = known[name] = self._meant(text, known)
        return found

    def _meant(self, text: Text, variables: Variables) -> Text:
        def meaning(match: re.Match[str]) -> Text | None:
            named, chosen = _NAMED.fullmatch(match[0]), _DEFAULT.fullmatch(match[0])
            if named is not None:
                at = text.cut(match.start(), match.end()).place()
                return self._folder(named[1], at) if named[1] in _FOLDERS else variables.get(named[1])
            if chosen is None:
                return None
            given = variables.get(chosen["first"] or chosen["last"])
            start, end = chosen.span("after" if chosen["first"] else "before")
            return given if given is not None and given.data else text.cut(match.start() + start, match.start() + end)

        return filled(text, _HOLE, meaning) if "{{" in text.data else text

    def _folder(self, name: str, at: Span | None) -> Text | None:
        """The folder of the file, or of the first one: which that is shows only where there is none above."""
        folder = posixpath.dirname(self.scene.origin.path)
        above = {posixpath.join(up, file) for up in around(folder) for file in _NAMES} if folder else set()
        known = name == "TASKFILE_DIR" or (name == "ROOT_DIR" and self.scene.files.paths.isdisjoint(above))
        return computed(absolute(folder or "."), at) if known and at is not None else None
