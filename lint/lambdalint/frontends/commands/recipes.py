"""Recipes of makefiles, run for each target that is known, in the order make would."""

from __future__ import annotations

import posixpath
import re

from lambdalint.frontends.commands import shell
from lambdalint.frontends.commands.makefile import Makefile, Rule, Setting, assigned
from lambdalint.frontends.commands.makevalues import Scope, Variable, expand, matches
from lambdalint.frontends.commands.scene import Scene
from lambdalint.frontends.commands.words import State
from lambdalint.frontends.text import UNKNOWN, Text, computed, join
from lambdalint.model.build import Goal
from lambdalint.record import NamedTuple
from lambdalint.source import Span

TARGETS = 2000
"""So many targets of one makefile are followed."""


class _Recipe(NamedTuple):
    """What to run for a target: `stem` is what `%` stands for."""

    rule: Rule
    span: Span
    stem: str
    needs: tuple[str, ...]


class Run:
    """One run of make. `environment` holds what the caller exports, `called` takes (file, target) of all that ran."""

    def __init__(self, makefile: Makefile, scene: Scene, environment: State, called: set[tuple[str, str]]) -> None:
        self.makefile = makefile
        self.scene = scene
        self.environment = environment
        self.called = called
        self.recipes: dict[str, list[_Recipe]] = {}
        self.needs: dict[str, list[str]] = {}
        self.patterns: list[Rule] = []
        self.used: set[int] = set()
        self._asked = _goals(makefile.rules)
        self._names: set[str] = set()
        self._done: set[tuple[str, tuple[tuple[str, str], ...]]] = set()
        self._index()

    def _index(self) -> None:
        for rule in self.makefile.rules:
            for target in rule.targets:
                name = target.data.rstrip("&")
                span = target.place()
                if (name.startswith(".") and "/" not in name) or span is None:
                    continue
                if "%" in name and rule.pattern is None:
                    if rule not in self.patterns:
                        self.patterns.append(rule)
                    continue
                stem = matches(name, rule.pattern) if rule.pattern is not None else None
                needs = tuple(n.replace("%", stem, 1) if stem is not None else n for n in rule.needs)
                self.needs.setdefault(name, []).extend(needs)
                if rule.recipe:
                    self.recipes.setdefault(name, []).append(_Recipe(rule, span, stem or "", needs))

    @property
    def default_goal(self) -> str | None:
        """The target that make takes when none is named."""
        given = self.makefile.scope.get(".DEFAULT_GOAL")
        if given is not None:
            name = expand(self.makefile.scope, given.text).data.strip()
            return name if UNKNOWN not in name else None
        return next(iter(self.needs), None)

    def goals(self, names: list[str]) -> None:
        """Run targets."""
        for name in names:
            self._visit(name, {}, ())

    def everything(self) -> None:
        """Run all targets: those nothing needs first, for the rest is reached from them."""
        phony = [n for r in self.makefile.rules if any(t.data == ".PHONY" for t in r.targets) for n in r.needs]
        names = list(dict.fromkeys([*self.needs, *phony]))
        needed = {n for needs in self.needs.values() for n in needs}
        for name in [n for n in names if n not in needed] + names:
            if name not in self._names:
                self._visit(name, {}, ())
        for rule in self.patterns:
            if id(rule) not in self.used and rule.recipe:
                target = rule.targets[0]
                span = target.place()
                if span is not None:
                    name = target.data.replace("%", UNKNOWN)
                    needs = tuple(n.replace("%", UNKNOWN) for n in rule.needs)
                    self._cook(name, _Recipe(rule, span, UNKNOWN, needs), self._local(name, {})[0], set())

    def _visit(self, name: str, inherited: dict[str, Variable], above: tuple[str, ...]) -> None:
        local, exported = self._local(name, inherited)
        key = (name, tuple(sorted((n, v.text.data) for n, v in local.items())))
        if "%" in name or name in above or key in self._done or len(self._done) > TARGETS or len(above) > 60:
            return
        self._done.add(key)
        self._names.add(name)
        self.called.add((self.makefile.path, name))
        recipes = self.recipes.get(name) or self._implicit(name)
        needs = [*self.needs.get(name, ()), *(n for r in recipes for n in r.needs)]
        for need in dict.fromkeys(needs):
            self._visit(need, local, (*above, name))
        for recipe in recipes:
            self._cook(name, recipe, local, exported)

    def _ask(self, rule: Rule, stem: str) -> None:
        """Note what a pattern rule asks for where it makes a target."""
        for word in rule.asked:
            place = word.place()
            if place is not None and "%" in word.data:
                name = word.data.replace("%", stem, 1)
                self._asked.setdefault(name, []).append(Goal(place, (name,)))

    def _implicit(self, name: str) -> list[_Recipe]:
        """The pattern rule that makes a target, unless it is a file of the project."""
        folder = self.makefile.scope.folder or "."
        if posixpath.normpath(posixpath.join(folder, name)) in self.scene.files.paths:
            return []
        best: list[tuple[int, _Recipe]] = []
        for rule in self.patterns:
            for target in rule.targets:
                stem = matches(name, target.data)
                span = target.place()
                if stem and span is not None and rule.recipe:
                    needs = tuple(n.replace("%", stem, 1) for n in rule.needs)
                    best.append((len(stem), _Recipe(rule, span, stem, needs)))
        if not best:
            return []
        found = min(best, key=lambda b: b[0])[1]
        self.used.add(id(found.rule))
        self._ask(found.rule, found.stem)
        self.called |= {(self.makefile.path, t.data.replace("%", UNKNOWN)) for t in found.rule.targets}
        return [found]

    def _local(self, name: str, inherited: dict[str, Variable]) -> tuple[dict[str, Variable], set[str]]:
        """The variables of a target: those of the targets that need it, then its own."""
        local = dict(inherited)
        exported: set[str] = set()
        for targets, setting in self.makefile.settings:
            if any(matches(name, t) is not None for t in targets) and setting.name not in self.makefile.scope.fixed:
                self._set(local, setting)
                if setting.export:
                    exported.add(setting.name)
                    self.makefile.exported.add(setting.name)
        return local, exported

    def _set(self, local: dict[str, Variable], setting: Setting) -> None:
        assigned(self.makefile.scope.inside(local), local, setting)

    def _cook(self, name: str, recipe: _Recipe, local: dict[str, Variable], exported: set[str]) -> None:
        scene = self.scene.under(self.scene.origin._replace(target=name))
        scene.recipe, scene.depth = len(scene.steps), self.scene.depth
        scene.asked = tuple(self._asked.get(name, ()))
        scope = self.makefile.scope.inside({**local, **_automatic(name, recipe)})
        lines = [line for raw in recipe.rule.recipe for line in _split(expand(scope, raw))]
        state = self._state(scope, exported, lines)
        if self.makefile.one_shell:
            lines = [join(_interleaved(lines))]
        for line in lines:
            shell.run(scene, state.copy(), _bare(line))
        self.scene.commands = scene.commands

    def _state(self, scope: Scope, exported: set[str], lines: list[Text]) -> State:
        """The shell that runs the recipe, with what make exports to it."""
        state = self.environment.copy()
        state.folder = scope.folder
        state.script = self.makefile.path
        state.tainted = state.tainted or not self.makefile.whole
        names = set(self.makefile.exported) | exported | self.makefile.scope.fixed
        if self.makefile.export_all:
            names |= {*self.makefile.scope.variables, *scope.local}
        text = "\n".join(line.data for line in lines)
        for name in sorted(names | set(state.exported)):
            variable = scope.get(name)
            wanted = name.startswith(("GO", "CGO")) or name in text or len(names) < 20
            if variable is not None and wanted and re.fullmatch(r"\w+", name):
                state.assign(name, expand(scope, variable.text) if variable.deferred else variable.text, True)
            elif variable is None and name in names:
                state.exported.add(name)
        return state


def _goals(rules: list[Rule]) -> dict[str, list[Goal]]:
    """For each target the texts that ask for it."""
    found: dict[str, list[Goal]] = {}
    for rule in rules:
        texts: dict[Span, list[Text]] = {}
        for word in rule.asked:
            place = word.place()
            if place is not None and "%" not in word.data and word.data != "|":
                texts.setdefault(place, []).append(word)
        for place, words in texts.items():
            pieces = [piece for word in words for piece in word.pieces if piece.via]
            held = dict.fromkeys(span for piece in pieces for span in (piece.span, *piece.via[1:]))
            spelt = ((word.data, word.pieces[0]) for word in words if len(word.pieces) == 1)
            exact = tuple((name, piece.span) for name, piece in spelt if piece.via and piece.exact)
            goal = Goal(place, tuple(word.data for word in words), tuple(held), exact)
            for name in goal.targets:
                found.setdefault(name, []).append(goal)
    return found


def _automatic(name: str, recipe: _Recipe) -> dict[str, Variable]:
    """`$@` and its kin."""
    span = recipe.span
    first = recipe.needs[0] if recipe.needs else ""
    whole = " ".join(dict.fromkeys(recipe.needs))
    values = {"@": name, "<": first, "^": whole, "+": whole, "?": whole, "*": recipe.stem}
    found = {}
    for key, data in values.items():
        words = data.split(" ") if data else []
        found[key] = data
        found[key + "D"] = " ".join(posixpath.dirname(w) or "." for w in words)
        found[key + "F"] = " ".join(posixpath.basename(w) for w in words)
    return {key: Variable(computed(data, span), False) for key, data in found.items()}


def _split(text: Text) -> list[Text]:
    """The lines that a line of a recipe became, for variables may hold several."""
    found: list[Text] = []
    start = 0
    for match in re.finditer(r"(?<!\\)\n", text.data):
        found.append(text.cut(start, match.start()) if match.start() > start else Text())
        start = match.end()
    found.append(text.cut(start, len(text.data)) if start < len(text.data) else Text())
    return [f for f in found if f.data.strip()]


def _bare(line: Text) -> Text:
    """A line without the marks for make in front of it."""
    match = re.match(r"[ \t@+-]*", line.data)
    end = match.end() if match else 0
    return line.cut(end, len(line.data)) if end < len(line.data) else Text()


def _interleaved(lines: list[Text]) -> list[Text]:
    found: list[Text] = []
    for line in map(_bare, lines):
        if line.pieces:
            if found:
                found.append(computed("\n", line.pieces[0].span))
            found.append(line)
    return found
