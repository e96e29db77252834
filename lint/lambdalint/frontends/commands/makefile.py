"""Makefiles as text: variables, rules, conditionals and includes, read in the order make reads them."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator

from lambdalint.frontends.commands import makelines
from lambdalint.frontends.commands.makevalues import Scope, Variable, expand
from lambdalint.frontends.commands.words import absolute
from lambdalint.frontends.text import Files, Text, computed, join, place, unknown, whole_file
from lambdalint.pattern import pattern
from lambdalint.record import NamedTuple
from lambdalint.source import Span


class Setting(NamedTuple):
    """`name op value`, for the whole file or for a target."""

    name: str
    operator: str
    value: Text
    export: bool


class Rule(NamedTuple):
    """Targets with what they need and their recipe. `pattern` is the middle of a static pattern rule, `asked` what
    they need as it is written.
    """

    targets: tuple[Text, ...]
    pattern: str | None
    needs: tuple[str, ...]
    recipe: tuple[Text, ...]
    asked: tuple[Text, ...] = ()


_ASSIGN = pattern(
    r"[ \t]*((?:(?:export|override|private|unexport)[ \t]+)*)([^\s:=?+!#]+|[^:=?+!#]*[)}])[ \t]*(::?:?=|\?=|\+=|!=|=)"
)
_DIRECTIVE = pattern(
    r"[ \t]*(ifeq|ifneq|ifdef|ifndef|else|endif|define|endef|include|-include|sinclude|export|unexport|override|"
    r"undefine|vpath)\b[ \t]*"
)
_NAME = pattern(r"[A-Za-z_]\w*")
LINES = 50_000


class _Branch:
    """A conditional that is open: `active` None when it can't be decided. `name` is what an `ifndef` asks for."""

    def __init__(self, active: bool | None, name: str = "") -> None:
        self.active = active
        self.taken = active
        self.name = name


class Makefile:
    """A makefile with all it includes. `exported` are names that recipes see, `export_all` when they see all.

    `whole` is False when it includes what isn't part of the project, which may set anything.
    """

    def __init__(self, files: Files, path: str, folder: str | None) -> None:
        self.files = files
        self.path = path
        self.scope = Scope(files, folder)
        self.scope.define = self._read
        self.rules: list[Rule] = []
        self.settings: list[tuple[tuple[str, ...], Setting]] = []
        self.exported: set[str] = set()
        self.export_all = False
        self.one_shell = False
        self.whole = True
        self.included: set[str] = set()
        self._branches: list[_Branch] = []
        self._open: Rule | None = None
        self._depth = 0
        self._lines = 0

    def load(self) -> None:
        """Read the file."""
        self._include(self.path)

    def _include(self, path: str) -> None:
        data = self.files.read(path)
        if data is not None and path not in self.included:
            self.included.add(path)
            here = Span(path, 0, 0)
            self.scope.variables["MAKEFILE_LIST"] = Variable(computed(absolute(path), here), False)
            self._read(whole_file(path, data))

    def _read(self, text: Text) -> None:
        if self._depth > 10:
            return
        self._depth += 1
        before, self._branches = self._branches, []
        lines = makelines.logical(text)
        for line in lines:
            self._lines += 1
            if self._lines > LINES:
                break
            self._line(line, lines)
        self._close()
        self._branches = before
        self._depth -= 1

    # -- lines ---------------------------------------------------------------------------------------------------

    def _line(self, line: Text, lines: Iterator[Text]) -> None:
        data = line.data
        if data.startswith("\t") and self._open is not None:
            if self._alive() is not False:
                self._open = self._open._replace(recipe=(*self._open.recipe, makelines.recipe(line)))
            return
        line = makelines.joined(line)
        data = line.data
        if not data.strip():
            return
        match = _DIRECTIVE.match(data)
        if match and match[1] in ("ifeq", "ifneq", "ifdef", "ifndef", "else", "endif"):
            self._conditional(match[1], line.cut(match.end(), len(data)))
            return
        if match and match[1] == "define":
            self._define(line.cut(match.end(), len(data)), lines)
            return
        if self._alive() is False:
            return
        if match and not _ASSIGN.match(data) and match[1] not in ("override", "endef"):
            self._directive(match[1], line.cut(match.end(), len(data)))
        else:
            self._statement(line)

    def _alive(self) -> bool | None:
        """Whether the lines here count: None when that can't be decided."""
        states = [b.active for b in self._branches]
        return False if False in states else None if None in states else True

    def _directive(self, name: str, rest: Text) -> None:
        words = expand(self.scope, rest)
        if name in ("include", "-include", "sinclude"):
            self.whole = self.whole and words.known
            for word in words.words():
                path = place(self.scope.folder, word.data)
                found = self.files.glob(".", path) if path is not None and "*" in path else [path or ""]
                for one in found[:50]:
                    self.whole = self.whole and (one in self.files.paths or one.endswith(".d"))
                    self._include(one)
        elif name == "export":
            self.export_all = self.export_all or not words.data.strip()
            self.exported |= {w.data for w in words.words()}
        elif name == "unexport":
            self.exported -= {w.data for w in words.words()}
        elif name == "undefine":
            for word in words.words():
                self.scope.variables.pop(word.data, None)

    def _define(self, rest: Text, lines: Iterator[Text]) -> None:
        name = re.sub(r"[ \t]*(:|\?|\+)?=[ \t]*$", "", rest.data).strip()
        body: list[Text] = []
        level = 1
        for line in lines:
            first = line.data.strip().split(" ", 1)[0]
            level += (first == "define") - (first == "endef")
            if level == 0:
                break
            body.append(line)
        if name and self._alive() is not False:
            self._set(Setting(name, "=", makelines.body(body), False))

    # -- conditionals --------------------------------------------------------------------------------------------

    def _conditional(self, name: str, rest: Text) -> None:
        if name == "endif":
            if self._branches:
                self._branches.pop()
            return
        if name == "else":
            self._otherwise(rest)
            return
        if self._alive() is False:
            self._branches.append(_Branch(False))
            self._branches[-1].taken = True
            return
        self._branches.append(_Branch(self._holds(name, rest), rest.data.strip() if name == "ifndef" else ""))

    def _otherwise(self, rest: Text) -> None:
        if not self._branches:
            return
        branch = self._branches[-1]
        match = _DIRECTIVE.match(rest.data)
        branch.name = ""
        if branch.taken:
            branch.active = False
        elif branch.taken is None:
            branch.active = None
        elif match:
            branch.active = branch.taken = self._holds(match[1], rest.cut(match.end(), len(rest.data)))
        else:
            branch.active = branch.taken = True

    def _holds(self, name: str, rest: Text) -> bool | None:
        if name in ("ifdef", "ifndef"):
            variable = self.scope.get(expand(self.scope, rest).data.strip())
            if variable is None or not variable.text.known:
                return None
            return bool(variable.text.data) == (name == "ifdef")
        match = re.fullmatch(r"\((.*)\)\s*|[\"'](.*?)[\"']\s+[\"'](.*?)[\"']\s*", rest.data, re.DOTALL)
        if match is None:
            return None
        if match[1] is not None:
            comma = makelines.top_level(match[1], ",")
            if comma < 0:
                return None
            start = match.start(1)
            sides = (rest.cut(start, start + comma), rest.cut(start + comma + 1, match.end(1)))
            if not match[1]:
                return None
        else:
            sides = (rest.cut(*match.span(2)), rest.cut(*match.span(3)))
        left, right = (expand(self.scope, s) if s.data else s for s in sides)
        if not left.known or not right.known:
            return None
        return (left.data.strip() == right.data.strip()) == (name == "ifeq")

    # -- statements ----------------------------------------------------------------------------------------------

    def _statement(self, line: Text) -> None:
        match = _ASSIGN.match(line.data)
        if match and makelines.is_top_level(line.data, match.start(3)):
            setting = self._setting(line, match)
            if setting is not None:
                self._set(setting)
            return
        colon = makelines.top_level(line.data, ":")
        if colon < 0:
            expanded = expand(self.scope, line)
            if expanded.data.strip() and expanded.known and expanded.data != line.data:
                self._read(expanded)
            return
        self._rule(line, colon)

    def _setting(self, line: Text, match: re.Match[str]) -> Setting | None:
        name = expand(self.scope, line.cut(*match.span(2)))
        if not name.known:
            return None
        start = match.end()
        data = line.data
        while start < len(data) and data[start] in " \t":
            start += 1
        end = len(data.rstrip()) if data.rstrip() != data and not data[start:].strip() else len(data.rstrip("\n\r "))
        value = line.cut(start, max(start, end)) if start < end else Text()
        return Setting(name.data.strip(), match[3], value, "export" in match[1].split())

    def _set(self, setting: Setting) -> None:
        name = setting.name
        if setting.export:
            self.exported.add(name)
        if name in self.scope.fixed:
            return
        undecided = [b for b in self._branches if b.active is None]
        if undecided and not (len(undecided) == 1 and undecided[0].name == name and name not in self.scope.variables):
            span = setting.value.place() or (setting.value.pieces[0].span if setting.value.pieces else None)
            current = self.scope.get(name)
            span = span or (current.text.place() if current is not None else None)
            if span is not None:
                self.scope.variables[name] = Variable(unknown(span), False)
            return
        assigned(self.scope, self.scope.variables, setting)

    def _rule(self, line: Text, colon: int) -> None:
        self._close()
        targets = expand(self.scope, line.cut(0, colon)).words() if colon else []
        behind = colon + 1
        while line.data[behind : behind + 1] == ":":
            behind += 1
        rest = line.cut(behind, len(line.data)) if behind < len(line.data) else Text()
        names = tuple(t.data.rstrip("&") for t in targets)
        match = _ASSIGN.match(rest.data)
        if match:
            setting = self._setting(rest, match)
            if setting is not None and self._alive():
                self.settings.append((names, setting))
            return
        recipe: tuple[Text, ...] = ()
        semicolon = makelines.top_level(rest.data, ";")
        if semicolon >= 0:
            recipe = (rest.cut(semicolon + 1, len(rest.data)),) if semicolon + 1 < len(rest.data) else ()
            rest = rest.cut(0, semicolon) if semicolon else Text()
        needs = expand(self.scope, rest)
        pattern = None
        inner = makelines.top_level(needs.data, ":")
        if inner >= 0:
            pattern = needs.data[:inner].strip()
            needs = needs.cut(inner + 1, len(needs.data)) if inner + 1 < len(needs.data) else Text()
        words = tuple(w for w in needs.data.replace("|", " ").split())
        self.one_shell = self.one_shell or ".ONESHELL" in names
        self.export_all = self.export_all or ".EXPORT_ALL_VARIABLES" in names
        self._open = Rule(tuple(targets), pattern, words, recipe, tuple(needs.words()))

    def _close(self) -> None:
        if self._open is not None:
            self.rules.append(self._open)
            self._open = None


def assigned(scope: Scope, variables: dict[str, Variable], setting: Setting) -> None:
    """Give a variable of `variables` its value; other names are looked up in `scope`."""
    name, operator, value = setting.name, setting.operator, setting.value
    current = variables.get(name) or scope.get(name)
    if operator == "?=" and current is not None:
        return
    if operator in (":=", "::=", ":::="):
        variables[name] = Variable(expand(scope, value), False)
    elif operator == "!=":
        span = value.place()
        variables[name] = Variable(unknown(span) if span is not None else Text(), False)
    elif operator == "+=" and current is not None:
        added = value if current.deferred else expand(scope, value)
        between = [computed(" ", span)] if current.text.data and (span := value.place()) is not None else []
        variables[name] = Variable(join([current.text, *between, added]), current.deferred)
    else:
        variables[name] = Variable(value, True)


def default_name(files: Files, folder: str) -> str | None:
    """The makefile that `make` takes in a folder."""
    for name in ("GNUmakefile", "makefile", "Makefile"):
        path = name if folder == "." else posixpath.join(folder, name)
        if path in files.paths:
            return path
    return None
