"""Go projects as text, loaded, and ways to look at what came out."""

from __future__ import annotations

from lambdalint.golang.lowering.universe import Universe, load
from lambdalint.model.code import GoFunction
from lambdalint.model.goast import Call, Node, walk
from lambdalint.model.gotypes import spell

Files = dict[str, str]

LAMBDA = "github.com/aws/aws-lambda-go/lambda"
HEAD = f'package main\n\nimport "{LAMBDA}"\n\nfunc main() {{ lambda.Start(handle) }}\n'


def universe(files: Files | str) -> Universe:
    """Load a project given as texts by path; one text alone is `main.go` of the module `example.com/app`."""
    texts = {"go.mod": "module example.com/app\n\ngo 1.24\n", "main.go": files} if isinstance(files, str) else files
    return load(sorted(texts), lambda path: texts[path].encode() if path in texts else None)


def program(imports: str, text: str) -> Universe:
    """A main package with these import lines and declarations beside `main`."""
    head = f'package main\n\nimport (\n\t"{LAMBDA}"\n{imports}\n)\n\nfunc main() {{ lambda.Start(handle) }}\n'
    return universe(head + text)


def function(loaded: Universe, name: str, package: str = "example.com/app") -> GoFunction:
    """A function that must be there."""
    found = loaded.function(f"{package}.{name}")
    assert found is not None, f"{name} is not among {sorted(loaded.functions)}"
    return found


def callees(item: GoFunction) -> list[str]:
    """What each call of a function calls, `?` where that isn't known."""
    return [call.callee.key if call.callee else "?" for call in item.calls]


def result(item: GoFunction, name: str) -> str:
    """The type that the only call of a function or method with this name gives back."""
    (found,) = [call for call in item.calls if called(call) == name]
    return spell(found.type)


def called(call: Call) -> str:
    """The name of what a call calls."""
    return call.callee.name if call.callee else ""


def nodes(item: GoFunction, kind: type) -> list[Node]:
    """All nodes of one type in a function's body."""
    return [node for node in walk(item.body) if isinstance(node, kind)]


def types(item: GoFunction) -> dict[str, str]:
    """The types of the local names of a function, as the last mention has them."""
    from lambdalint.model.goast import Name

    found = {}
    for node in nodes(item, Name):
        assert isinstance(node, Name)
        if node.ref.startswith("local:"):
            found[node.name] = spell(node.type)
    return found
