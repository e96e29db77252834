"""What deploys functions and is left out on purpose: what tests deploy, and texts that nothing here reads."""

from __future__ import annotations

import posixpath
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from lambdalint.pattern import pattern

Look = Callable[[str], bytes | None]

_TESTS = frozenset({"test", "tests", "__tests__", "testdata", "fixtures"})
_TEMPLATES = (b"AWS::Lambda::Function", b"AWS::Serverless::Function")
_PROGRAMS = (b"GoFunction(", b"lambda.Function(", b"lambda_.Function(")
_MARKS = {
    ".tf": (b'"aws_lambda_function"',),
    ".tofu": (b'"aws_lambda_function"',),
    **dict.fromkeys((".json", ".template", ".yaml", ".yml"), _TEMPLATES),
    **dict.fromkeys((".js", ".py", ".ts"), _PROGRAMS),
    ".go": (b"awslambda.NewFunction(", b"lambda.NewFunction(", b"lambda.Start("),
}
_CDK = pattern(rb'"app"\s*:\s*"[^"]*\b(dotnet|gradlew?|java|mvnw?)\b')
_PULUMI = pattern(rb"^runtime:\s*(?:\n\s+name:\s*)?['\"]?(dotnet|java)\b", re.MULTILINE)


def aside(paths: Sequence[str], look: Look) -> Iterator[tuple[str, str]]:
    """Files, and folders of tests, that are left out, each with the reason. `look` gives the content of a path."""
    tested: Counter[str] = Counter()
    for path in paths:
        folder = _of_tests(path)
        if folder is None:
            reason = _unread(path, look)
            if reason:
                yield path, reason
        elif _deploys(path, look):
            tested[folder] += 1
    for folder, count in tested.items():
        files = "1 file" if count == 1 else f"{count:,} files"
        yield folder, f"taken for tests: {files} of functions or their programs"


def _of_tests(path: str) -> str | None:
    """The outermost folder of tests that a path lies in."""
    folders = path.split("/")[:-1]
    at = next((i for i, name in enumerate(folders) if name.lower() in _TESTS), None)
    return "/".join(folders[: at + 1]) if at is not None else None


def _deploys(path: str, look: Look) -> bool:
    marks = _MARKS.get(posixpath.splitext(path)[1], ())
    data = look(path) if marks else None
    return data is not None and any(mark in data for mark in marks)


def _unread(path: str, look: Look) -> str:
    """Why nothing is read of what a file deploys; empty for all other files."""
    name = posixpath.basename(path)
    form = {"cdk.json": _CDK, "Pulumi.yaml": _PULUMI, "Pulumi.yml": _PULUMI}.get(name)
    found = form.search(look(path) or b"") if form is not None else None
    if found is None:
        return ""
    return f"programs in languages of {'.NET' if found[1] == b'dotnet' else 'the JVM'} aren't read"
