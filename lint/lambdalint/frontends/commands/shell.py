"""Shell commands, followed as a shell would run them as far as their words are known."""

from __future__ import annotations

import posixpath
import re

from lambdalint.frontends.commands import gocommand, packing, shellstate
from lambdalint.frontends.commands.gocommand import Call
from lambdalint.frontends.commands.scene import NESTING, Scene
from lambdalint.frontends.commands.words import Expander, Field, State
from lambdalint.frontends.text import UNKNOWN, Text, computed, join, place, unknown, whole_file
from lambdalint.model.build import Mention
from lambdalint.pattern import pattern
from lambdalint.syntax import bash

_DECLARING = frozenset({"export", "declare", "typeset", "local", "readonly"})
_WRAPPERS = frozenset({"time", "exec", "command", "nohup", "builtin", "sudo", "nice", "then", "do", "else", "call"})
_SHELLS = frozenset({"bash", "sh", "zsh", "dash", "ash", "ksh"})
_MAKES = frozenset({"make", "gmake", "mingw32-make"})
_GO = pattern(r"go(\d+(\.\d+)*)?(\.exe)?")
_ASSIGNMENT = pattern(r"([A-Za-z_]\w*)=")
_POWERSHELL = pattern(r"(?i)\$(?:\{env:|env:)(\w+)\}?\s*=\s*[\"']?([\w.-]*)[\"']?")
_LAST = frozenset({"exit", "return", "continue", "break"})
ROUNDS = 300
"""So many rounds of a loop are followed."""


def run(scene: Scene, state: State, text: Text) -> None:
    """Follow the commands of a text; `state` is what it is afterwards."""
    if scene.depth <= NESTING and text.data.strip():
        Shell(scene, state, text).run(bash.parse(text.data.encode("latin-1", "replace")))


class Shell:
    """Runs the commands of one text."""

    def __init__(self, scene: Scene, state: State, text: Text) -> None:
        self.scene = scene
        self.state = state
        self.text = text
        self.words = Expander(text, state, self._printed)

    def run(self, commands: tuple[bash.Command, ...]) -> bool:
        """Run commands in order; True when they end the script, function or loop they're in."""
        for index, command in enumerate(commands):
            if not self.scene.spend():
                return True
            if index and isinstance(command, bash.Subshell) and self._each_line(commands, index):
                continue
            if self._run(command):
                return True
        return False

    def _each_line(self, commands: tuple[bash.Command, ...], at: int) -> bool:
        """Run the end of a pipeline for each line that it gets, where that is known."""
        from lambdalint.frontends.commands import piped

        source, command = piped.before(commands, at, self.text), commands[at]
        asked = piped.reading(command, self.text)
        if not source or (asked is None and not self.text.data.startswith("xargs", command.start)):
            return False
        printed = self._printed(source)
        lines = printed.words()[:ROUNDS] if printed is not None and printed.known else []
        state = self.state.copy()
        inner = Shell(self.scene, state, self.text)
        if asked is not None:
            for line in lines:
                state.assign(asked[0], line)
                inner.run(asked[1])
            return bool(lines)
        span = self.text.cut(command.start, command.end).place()
        for fields in piped.calls(command, [line.data for line in lines], self.words):
            self.scene.passed = bool(fields) and fields[0].data != "env"
            if span is not None and fields:
                inner._command(Call(span, fields, {}, state.copy()), 0)
            self.scene.passed = False
        return bool(lines)

    def _run(self, command: bash.Command) -> bool:
        if isinstance(command, bash.Simple):
            return self._simple(command)
        if isinstance(command, bash.Subshell):
            Shell(self.scene, self.state.copy(), self.text).run(command.body)
        elif isinstance(command, bash.Definition):
            self.state.functions[command.name] = (self.text, command.body)
        elif isinstance(command, bash.Loop):
            self._loop(command)
        else:
            return self._branches(command)
        return False

    def _branches(self, command: bash.Branches) -> bool:
        ways = [] if command.whole else [self.state.copy()]
        for body in command.bodies:
            state = self.state.copy()
            if not Shell(self.scene, state, self.text).run(body):
                ways.append(state)
        self.state.become(ways)
        return not ways

    def _loop(self, command: bash.Loop) -> None:
        if command.name is None:
            state = self.state.copy()
            Shell(self.scene, state, self.text).run(command.body)
            self.state.become([self.state.copy(), state])
            return
        for text in self._rounds(command)[:ROUNDS]:
            self.state.assign(command.name, text)
            self.run(command.body)

    def _rounds(self, command: bash.Loop) -> list[Text]:
        found: list[Text] = []
        for field in self.words.fields(command.words):
            span = field.text.place()
            if field.glob and field.text.known and span is not None:
                folder = self.state.folder
                base = self.scene.locate(folder) if folder is not None else None
                matched = self.scene.files.glob(base, field.data) if base is not None else []
                self.scene.missing += not matched
                found += [computed(m, span) for m in matched] or [unknown(span)]
            elif field.glob and span is not None:
                found.append(unknown(span))
            else:
                found.append(field.text)
        return found

    # -- simple commands -----------------------------------------------------------------------------------------

    def _simple(self, command: bash.Simple) -> bool:
        span = self.text.cut(command.start, command.end).place()
        if span is None:
            return False
        if command.words and self._powershell(command):
            return False
        fields = self.words.fields(command.words)
        if not fields:
            for assignment in command.assignments:
                self._assign(assignment, False)
            return False
        name = fields[0].data
        if name in _DECLARING:
            return self._declare(name, command, fields)
        own = {a.name: self.words.whole(a.value) for a in command.assignments if a.value is not None}
        return self._command(Call(span, fields, own, self.state), 0)

    def _assign(self, assignment: bash.Assignment, export: bool) -> None:
        if assignment.value is None:
            items = self.words.fields(assignment.items)
            before = self.state.arrays.get(assignment.name, []) if assignment.append else []
            self.state.variables.pop(assignment.name, None)
            self.state.arrays[assignment.name] = before + items
            return
        text = self.words.whole(assignment.value)
        if assignment.append:
            before_text = self.state.variables.get(assignment.name)
            span = self.text.cut(assignment.start, assignment.end).place()
            if before_text is None and span is not None:
                before_text = unknown(span)
            text = join([before_text or Text(), text])
        self.state.assign(assignment.name, text, export)

    def _declare(self, name: str, command: bash.Simple, fields: list[Field]) -> bool:
        flags = "".join(f.data for f in fields[1:] if f.data.startswith("-"))
        export = name == "export" or "x" in flags
        if name == "export" and "n" in flags:
            return False
        for assignment in command.assignments:
            self._assign(assignment, export)
        for field in fields[1:]:
            match = _ASSIGNMENT.match(field.data)
            if match:
                self.state.assign(match[1], field.text.cut(match.end(), len(field.data)), export)
            elif export and re.fullmatch(r"\w+", field.data):
                self.state.exported.add(field.data)
            elif export and not field.text.known:
                self.state.tainted = True
        return False

    def _powershell(self, command: bash.Simple) -> bool:
        """`$env:GOOS = "linux"`: a shell would make nothing of it, so it is meant for PowerShell."""
        text = self.text.cut(command.start, command.end)
        bare = text.data.strip()
        match = _POWERSHELL.fullmatch(bare) if bare.startswith("$") else None
        if match is None:
            return False
        offset = text.data.index("$")
        self.state.assign(match[1].upper(), text.cut(offset + match.start(2), offset + match.end(2)), True)
        return True

    def follow(self, call: Call) -> bool:
        """Run a command whose words are expanded; True when it ends the script."""
        return self._command(call, 0)

    def _command(self, call: Call, at: int) -> bool:
        """Run the command whose name is the field at `at`; what stands before it is a wrapper."""
        if at >= len(call.fields):
            return False
        name = posixpath.basename(call.fields[at].data)
        rest = call.fields[at + 1 :]
        if call.fields[at].data in self.state.functions:
            self._function(call, call.fields[at].data, rest)
        elif name in _LAST:
            return True
        elif name == "env" or name in _WRAPPERS:
            return self._command(call, _behind(call, at + 1))
        elif name.startswith(UNKNOWN):
            self._hidden(call, at)
        elif _GO.fullmatch(name) and rest:
            self._go(call, at)
        elif name in ("gox", "xgo"):
            _cross(self.scene, call, at)
        elif name in ("godep", "richgo", "gb") and rest:
            return self._command(call, at + 1)
        else:
            self._other(call, name, rest)
        return False

    def _hidden(self, call: Call, at: int) -> None:
        """A `go build` behind something that isn't known, and that may set anything for it."""
        field = call.fields[at]
        rest = field.text.cut(1, len(field.data)) if len(field.data) > 1 else None
        fields = [*call.fields[:at], Field(rest), *call.fields[at + 1 :]] if rest is not None else call.fields
        start = at if rest is not None else _behind(call, at + 1)
        if start + 1 < len(fields) and _GO.fullmatch(fields[start].data) and fields[start + 1].data == "build":
            state = call.state.copy()
            state.tainted = True
            self._go(call._replace(state=state, fields=fields), start)

    def _other(self, call: Call, name: str, rest: list[Field]) -> None:
        action = _ACTIONS.get(name)
        data = call.fields[0].data
        if self.scene.binaries and action is None:
            self._mention(name, rest)
        if action is not None:
            action(self.scene, call, rest)
        elif name in shellstate.BUILTINS:
            shellstate.BUILTINS[name](self.scene, self.state, rest)
        elif name in _RUNNING:
            _RUNNING[name](self, rest)
        elif name in _MAKES:
            state = self._child(call, self.state.script)
            self.scene.callers.make(self.scene, state, rest)
        elif name in _SHELLS:
            self._shell(call, rest)
        elif name in ("docker", "podman", "finch"):
            self._container(call, rest)
        elif "/" in data or data.endswith(".sh"):
            self._script(call, call.fields[0], rest)

    def _mention(self, name: str, rest: list[Field]) -> None:
        """Note the binaries among the arguments of a command."""
        for field in rest:
            path = None if field.loose or field.glob else place(self.state.folder, field.data)
            span = field.text.place()
            if path is not None and path in self.scene.binaries and span is not None:
                self.scene.add(Mention(span, name, field.data), path)

    def _go(self, call: Call, at: int) -> None:
        verb = call.fields[at + 1].data
        if verb == "build":
            gocommand.read(self.scene, call, at)
        elif verb == "env" and any(f.data == "-w" for f in call.fields[at + 2 :]):
            for field in call.fields[at + 3 :]:
                if match := _ASSIGNMENT.match(field.data):
                    self.state.assign(match[1], field.text.cut(match.end(), len(field.data)), True)

    def _function(self, call: Call, name: str, rest: list[Field]) -> None:
        if self.scene.depth >= NESTING or name in self.scene.active:
            return
        active = self.scene.active
        self.scene.active = active | {name}
        text, body = self.state.functions[name]
        before = self.state.copy()
        self.state.arguments = rest
        for variable, value in call.own.items():
            self.state.assign(variable, value, True)
        self.scene.depth += 1
        Shell(self.scene, self.state, text).run(body)
        self.scene.depth -= 1
        self.scene.active = active
        self.state.arguments = before.arguments
        self.state.restore(call.own, before)

    def _child(self, call: Call, script: str) -> State:
        state = self.state.child(script)
        for name, text in call.own.items():
            state.assign(name, text, True)
        return state

    def _shell(self, call: Call, rest: list[Field]) -> None:
        """`sh -c "…"` and `sh script`."""
        for index, field in enumerate(rest):
            if re.fullmatch(r"-[a-z]*c", field.data):
                if index + 1 < len(rest):
                    self._nested(self._child(call, self.state.script), rest[index + 1])
                return
            if not field.data.startswith("-"):
                self._script(call, field, rest[index + 1 :])
                return

    def _nested(self, state: State, field: Field) -> None:
        scene = self.scene.under(self.scene.origin)
        scene.nested = True
        scene.foreign, scene.single = self.scene.foreign, self.scene.single
        state.folder = self.state.folder if state.folder is None else state.folder
        run(scene, state, field.text)

    def _script(self, call: Call, field: Field, rest: list[Field]) -> None:
        path = place(self.state.folder, field.data)
        located = self.scene.locate(path) if path is not None else None
        if located is None or located not in self.scene.files.paths:
            return
        state = self._child(call, located)
        state.arguments = rest
        self.scene.callers.script(self.scene, state, located)

    def _container(self, call: Call, rest: list[Field]) -> None:
        """`docker run … image command`: a command in a Linux image, in a folder that isn't known."""
        from lambdalint.frontends.commands import containers  # few scripts start one

        state = State(self.state.script, None)
        fields = containers.command(state, rest)
        scene = self.scene.under(self.scene.origin)
        scene.host, scene.writable = "linux", False
        if fields:
            Shell(scene, state, self.text)._command(Call(call.span, fields, {}, state), 0)

    # -- commands that run others in this shell ------------------------------------------------------------------

    def _source(self, rest: list[Field]) -> None:
        path = place(self.state.folder, rest[0].data) if rest else None
        located = self.scene.locate(path) if path is not None else None
        data = self.scene.files.read(located) if located is not None else None
        if data is None or located is None or self.scene.depth >= NESTING:
            self.state.tainted = True
            return
        self.scene.depth += 1
        run(self.scene, self.state, whole_file(located, data))
        self.scene.depth -= 1

    def _eval(self, rest: list[Field]) -> None:
        text = join((f.text for f in rest), " ")
        if not text.known:
            self.state.tainted = True
        else:
            self.scene.depth += 1
            run(self.scene, self.state, text)
            self.scene.depth -= 1

    def _printed(self, commands: tuple[bash.Command, ...]) -> Text | None:
        from lambdalint.frontends.commands import shelloutput  # many scripts substitute nothing

        return shelloutput.printed(self.scene, self.state, self.text, commands)


def _cross(scene: Scene, call: Call, at: int) -> None:
    from lambdalint.frontends.commands import gocross

    gocross.read(scene, call, at)


def _aws(scene: Scene, call: Call, rest: list[Field]) -> None:
    from lambdalint.frontends.commands import awscommand

    awscommand.read(scene, call, rest)


_ACTIONS = {
    "zip": packing.zipped,
    "7z": packing.seven_zipped,
    "7za": packing.seven_zipped,
    "build-lambda-zip": packing.lambda_zipped,
    "build-lambda-zip.exe": packing.lambda_zipped,
    **dict.fromkeys(("python", "python3", "py"), packing.zipped_by_python),
    "mv": packing.moved,
    "cp": packing.moved,
    "ln": packing.moved,
    "install": packing.moved,
    "mkdir": packing.made,
    "aws": _aws,
}
_RUNNING = {"source": Shell._source, ".": Shell._source, "eval": Shell._eval}


def _behind(call: Call, at: int) -> int:
    """The field behind flags and assignments of `env` and the like; the assignments become the command's own."""
    while at < len(call.fields):
        field = call.fields[at]
        if match := _ASSIGNMENT.match(field.data):
            call.own[match[1]] = field.text.cut(match.end(), len(field.data))
        elif field.data in ("-u", "--unset", "-C", "-n"):
            at += 1
        elif not field.data.startswith("-"):
            break
        at += 1
    return at
