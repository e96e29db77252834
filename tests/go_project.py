"""Small Go projects as text, for the tests of the Go front end."""

from __future__ import annotations

from lambdalint.golang.analyse import analyse
from lambdalint.model.code import Code, HandlerPath, Program, Site

GO_MOD = "module example.com/x\n\ngo 1.24\n"

Files = dict[str, str]


def read(files: Files | str) -> Code:
    """The Go facts of a project given as texts by path; one text alone is `main.go`. A go.mod is added."""
    texts = {"main.go": files} if isinstance(files, str) else dict(files)
    texts.setdefault("go.mod", GO_MOD)
    code, _, _ = analyse(lambda path: texts[path].encode() if path in texts else None, sorted(texts))
    return code


def program(files: Files | str) -> Program:
    """The only program of a project."""
    (found,) = read(files).programs
    return found


def path(files: Files | str) -> HandlerPath:
    """The only handler path of a project."""
    (found,) = read(files).paths
    return found


def reached(handler_path: HandlerPath) -> dict[str, str]:
    """Names of the functions on a path without their package, with marks: `guarded`, `recovered`, `goroutine`."""
    marks = {}
    for item in handler_path.reached:
        words = [word for word in ("guarded", "recovered", "goroutine") if getattr(item, word)]
        marks[item.function.key.rpartition("/")[2].partition(".")[2]] = " ".join(words)
    return marks


def site(handler_path: HandlerPath, package: str, name: str) -> Site:
    """The only call of a function on a path."""
    (found,) = handler_path.calls(package, name)
    return found
