"""Package variables of the project: who sets them, and whether they are ready when an `init` runs."""

from __future__ import annotations

from lambdalint.hoist.destination import Destination
from lambdalint.hoist.family import root
from lambdalint.hoist.startup import RefusedError
from lambdalint.model import goast
from lambdalint.model.code import Code, GoFunction
from lambdalint.source import Span

_CHANGING: tuple[type[goast.Node], ...] = (goast.Assign, goast.Range, goast.Step, goast.Unary)


class Variables:
    """Which functions set each package variable; initialisers don't count."""

    def __init__(self, code: Code) -> None:
        self._code = code
        self.writers: dict[str, set[str]] = {}
        for key, function in code.functions.items():
            if ".var " in key:
                continue
            for kind in _CHANGING:
                for node in goast.each(function.body, kind):
                    for target in _changed(node):
                        self.writers.setdefault(target, set()).add(key)

    def settled(self, ref: str) -> bool:
        """True for a variable that only an initialiser or an `init` sets."""
        return all(self._code.functions[key].name == "init" for key in self.writers.get(ref, ()))

    def steady(self, refs: frozenset[str], span: Span) -> None:
        """Raise RefusedError where a handler's path sets one of these: it could have another value each time."""
        invoked = {reached.function.key for path in self._code.paths for reached in path.reached}
        for ref in sorted(refs):
            for key in self.writers.get(ref, set()) & invoked:
                name = ref.rpartition(".")[2]
                raise RefusedError(span, f"it depends on {name}, which {self._code.functions[key].label} sets")

    def ready(self, refs: frozenset[str], package: str, span: Span, there: Destination) -> None:
        """Raise RefusedError unless these are set where start-up is to use them."""
        for ref in sorted(refs):
            home, _, name = ref.removeprefix("var:").rpartition(".")
            for key in self.writers.get(ref, ()):
                function = self._code.functions[key]
                early = function.name == "init" and function.parent is None
                if there.kind != "init":
                    early = early or self._before(there, function, ref)
                elif home == package:
                    early = early and (self._is_of_earlier(function, span) or self._comes_first(function, there, ref))
                if not early:
                    raise RefusedError(span, f"it depends on {name}, which {function.label} sets")

    @staticmethod
    def _before(there: Destination, function: GoFunction, ref: str) -> bool:
        """True where `main` itself sets a variable before."""
        if there.function is None or function.key != there.function.key:
            return False
        nodes = [n for s in there.statements() for n in goast.walk(s)]
        return any(ref in _changed(node) for node in nodes)

    @staticmethod
    def _is_of_earlier(function: GoFunction, span: Span) -> bool:
        """True for an `init` in a file that the compiler takes before that of a place: it sorts them by name."""
        return function.file < span.path

    @staticmethod
    def _comes_first(function: GoFunction, there: Destination, ref: str) -> bool:
        last = there.function
        if last is None or function.file != last.file or function.span.start > last.span.start:
            return False
        if function.span != last.span or function.body is None:
            return True
        later = [s for s in function.body.statements if s.span.start >= there.offset]
        return not any(ref in _changed(node) for s in later for node in goast.walk(s))


def _changed(node: goast.Node) -> list[str]:
    targets: tuple[goast.Expr | None, ...] = ()
    if isinstance(node, goast.Assign):
        targets = node.targets
    elif isinstance(node, goast.Step):
        targets = (node.target,)
    elif isinstance(node, goast.Unary) and node.op == "&":
        targets = (node.operand,)
    elif isinstance(node, goast.Range):
        targets = (node.key, node.value)
    found = [root(target) for target in targets]
    return [f.ref for f in found if isinstance(f, goast.Name | goast.Selector) and f.ref.startswith("var:")]
