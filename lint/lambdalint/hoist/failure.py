"""What is done about errors: the check after a call, its words, and how a program gives up before the first event."""

from __future__ import annotations

import re

from lambdalint.data.go_fatal import EXITS, PANICS
from lambdalint.data.go_startup import QUIET
from lambdalint.model import goast
from lambdalint.model.code import GoFile, GoFunction
from lambdalint.model.goast import Block, Call, If, Literal, Name, Node
from lambdalint.model.gotypes import package_name
from lambdalint.pattern import pattern
from lambdalint.record import NamedTuple

_TAIL = pattern(r"[\s:;,.\-\u2013]*%[+#]?[wvs][.!]?\s*$|[\s:;,]+$")
_LINES = pattern(r"(?i)^(print|error|warn|fatal|panic|info|log|wrap|with)|errorf$|response$|fail|^new$|^msgf?$")

_VERB = pattern(r"(?<!%)%[+#]?[a-zA-Z]")
_PAIRS = pattern(r"With(Context|Error|Fields?|Value)?$")


class Style(NamedTuple):
    """How failures are told: lines with `{message}`, and the packages that these need imported."""

    lines: tuple[str, ...]
    imports: tuple[str, ...]


LOG = Style(('log.Fatalf("{message}: %v", err)',), ("log",))
SLOG = Style(('slog.Error("{message}", "error", err)', "os.Exit(1)"), ("log/slog", "os"))
ZEROLOG = Style(('log.Fatal().Err(err).Msg("{message}")',), ("log",))
PANIC = Style(("panic(err)",), ())


def is_check(node: Node, ref: str) -> bool:
    """True for `if err != nil { … }` without more, err being the local `ref`."""
    return isinstance(node, If) and node.init is None and node.otherwise is None and tests(node.condition, ref)


def is_log(node: Node, ref: str) -> bool:
    """True for a statement that writes a line, and nothing else, in which the local `ref` has no part."""
    if not isinstance(node, goast.Evaluate) or not isinstance(node.expression, Call):
        return False
    inner = list(goast.walk(node))
    calls = [n.callee for n in inner if isinstance(n, Call)]
    plain = all(c is not None and c.package in QUIET and not _exits(c) and c.name[:5] != "Panic" for c in calls)
    return plain and not any(isinstance(n, Name) and n.ref == ref for n in inner)


def _exits(callee: goast.Callee) -> bool:
    return callee.name in EXITS.get(callee.package, ()) or callee.name in PANICS.get(callee.package, ())


def tests(condition: goast.Expr, ref: str) -> bool:
    """True for `err != nil`."""
    if not isinstance(condition, goast.Binary) or condition.op != "!=":
        return False
    left, right = condition.left, condition.right
    return isinstance(left, Name) and left.ref == ref and isinstance(right, Name) and right.ref == "builtin:nil"


def ends(block: Block) -> bool:
    """True where a block never goes on to what follows it."""
    if not block.statements:
        return False
    last = block.statements[-1]
    if isinstance(last, goast.Return):
        return True
    if isinstance(last, goast.Branch):
        return last.word in ("break", "continue")
    call = last.expression if isinstance(last, goast.Evaluate) else None
    while isinstance(call, Call):  # `log.Fatal().Err(err).Msg("…")` ends in its first one
        if call.callee is not None and _exits(call.callee):
            return True
        call = call.function.operand if isinstance(call.function, goast.Selector) else None
    return False


def words(block: Block | None, default: str) -> str:
    """The message of a check, as it is written there: without verbs, and in one line. `default` where there is none."""
    for node in goast.walk(block):
        if not isinstance(node, Call):
            continue
        name = getattr(node.function, "name", "")
        if _PAIRS.match(name) or (not _LINES.match(name) and not _LINES.search(name)):
            continue
        for argument in node.arguments:
            if isinstance(argument, Literal) and isinstance(argument.value, str) and argument.kind != "rune":
                text = _clean(argument.value)
                if text:
                    return text
    return default


def of(value: goast.Expr, home: str) -> str:
    """What failed, in the words of the call; `home` is the package."""
    callee = value.callee if isinstance(value, Call) else None
    if callee is None:
        return "start up"
    if callee.name.startswith("LoadDefault"):
        return "load AWS configuration"
    if callee.package.endswith("/session"):
        return "create AWS session"
    if callee.package == home:
        return callee.name
    return f"{package_name(callee.package)}.{callee.name}"


def lines(style: Style, message: str, error: str = "err") -> list[str]:
    """The lines that tell a failure and end the program; `error` is the name of the error."""
    return [re.sub(r"\berr\)", f"{error})", line).format(message=message) for line in style.lines]


def _clean(text: str) -> str:
    if len(_VERB.findall(text)) > 1:
        return ""  # without all of its values it isn't what it was
    before = None
    while before != text:
        before, text = text, _TAIL.sub("", text)
    plain = re.fullmatch(r"[^%\"\\\n`{}]{4,100}", text)
    return text.strip() if plain else ""


def style(file: GoFile, functions: list[GoFunction], taken: frozenset[str]) -> Style:
    """How start-up fails in a file: as its `init` and `main` do, else with what the file logs with, else with `log`.

    `functions` are all of the file. `taken` are names that mean something else in the package.
    """
    names = {line.path: line.name for line in file.imports if line.name not in ("_", ".")}
    for function in (f for f in functions if f.name in ("init", "main")):
        for call in function.calls:
            found = _as_there(call, names)
            if found is not None:
                return found
    if "log" in names:
        return _named(LOG, "log", names["log"])
    for path in ("github.com/sirupsen/logrus", "github.com/apex/log"):
        if path in names:
            return _named(LOG, "log", names[path], path)
    if "github.com/rs/zerolog/log" in names:
        return _named(ZEROLOG, "log", names["github.com/rs/zerolog/log"], "github.com/rs/zerolog/log")
    if "log/slog" in names:
        return _named(SLOG, "slog", names["log/slog"], "log/slog")
    if "log" in taken or "log" in names.values() or any(map(_has_log, functions)):
        return PANIC
    return LOG


def _has_log(function: GoFunction) -> bool:
    """True where `log` is a local name."""
    found = any(parameter.name == "log" for parameter in function.parameters)
    return found or any(
        isinstance(node, Name) and node.name == "log" and node.ref.startswith("local:")
        for node in goast.walk(function.body)
    )


def _as_there(call: Call, names: dict[str, str]) -> Style | None:
    callee = call.callee
    if callee is None or callee.receiver:
        return None
    if (callee.package, callee.name) == ("builtin", "panic"):
        return PANIC
    if callee.package in ("log", "github.com/sirupsen/logrus") and callee.name.startswith("Fatal"):
        return _named(LOG, "log", names.get(callee.package, "log"), callee.package)
    if (callee.package, callee.name) == ("os", "Exit") and "log/slog" in names:
        return _named(SLOG, "slog", names["log/slog"], "log/slog")
    return None


def _named(found: Style, word: str, name: str, path: str = "log") -> Style:
    imports = tuple(path if i in ("log", "log/slog") else i for i in found.imports)
    return Style(tuple(re.sub(rf"^{word}\.", f"{name}.", line) for line in found.lines), imports)
