"""Examples for the manuals, cut from the rules' own test cases so that they can't be wrong."""

from __future__ import annotations

import json
import re
from difflib import SequenceMatcher
from pathlib import Path

import lambdalint_rules
from lambdalint import registry

WANT = re.compile(rb"\s*(?:#|//)\s*want(?:\s+(?P<rule>[a-z][a-z0-9-]*))?:.*$")
AROUND = 7
LANGUAGES = {
    ".go": "go", ".tf": "hcl", ".sh": "sh", ".ts": "ts", ".js": "js", ".py": "python", ".yaml": "yaml", ".yml": "yaml",
    "": "makefile",
}  # fmt: skip
# Every rule is shown in Go or Terraform where it can be: readers compare rules, not dialects.
LAST = ("aws-cli", "cdk", "cloudformation", "lambroll", "pulumi", "sam", "serverless", "sst")
# The plainest case where another one comes first by name.
PLAIN = {
    "call-without-context": "plain-requests",
    "client-created-per-invocation": "in-the-handler",
    "connection-opened-per-invocation": "pool",
    "deprecated-runtime": "terraform-script",
    "dropped-context": "parameter-in-scope",
    "environment-key-not-provided": "exit",
    "environment-key-not-read": "terraform",
    "event-logged": "whole-event",
    "exit-on-handler-path": "exits",
    "goroutine-outlives-handler": "forgotten",
    "hard-coded-resource": "provided",
    "internal-error-in-response": "bodies",
    "invalid-handler-signature": "context-second",
    "record-error-swallowed": "logged",
    "request-state-in-global": "written",
    "undecoded-object-key": "direct",
}


def rendered(testdata: Path) -> str:
    """The text of `_examples.json`: for each rule's name its bad lines, the good ones, and their language."""
    examples = {}
    for entry in registry.index():
        example = _example(testdata / "rules" / entry.name, entry.name)
        if example is not None:
            examples[entry.name] = example
    return json.dumps(examples, indent=1, sort_keys=True, ensure_ascii=False) + "\n"


def path() -> Path:
    """Where the examples are kept."""
    return Path(str(lambdalint_rules.__file__)).parent / "_examples.json"


def _example(cases: Path, rule: str) -> dict[str, str] | None:
    """The first case that shows what its fix changes, should there be one."""
    if not cases.is_dir():
        return None
    first = PLAIN.get(rule)
    order = sorted(cases.iterdir(), key=lambda case: (case.name != first, case.name.startswith(LAST), case.name))
    found = [example for case in order if (example := _of_case(case, rule)) is not None]
    return next((example for example in found if example.get("good") != example["bad"]), None)


def _of_case(case: Path, rule: str) -> dict[str, str] | None:
    for file in sorted(case.rglob("*")):
        if not file.is_file() or file.suffix in (".golden", ".txt"):
            continue
        lines = file.read_bytes().splitlines()
        for number, line in enumerate(lines):
            match = WANT.search(line)
            if match and (match["rule"] or rule.encode()).decode() == rule:
                return _cut(file, lines, number)
    return None


def _cut(file: Path, lines: list[bytes], number: int) -> dict[str, str]:
    first, last = _around(lines, number)
    example = {"bad": _text(lines[first:last]), "language": LANGUAGES.get(file.suffix, "")}
    golden = file.with_name(file.name + ".golden")
    if golden.exists():
        fixed = golden.read_bytes().splitlines()
        matcher = SequenceMatcher(None, [_bare(x) for x in lines], [_bare(x) for x in fixed], autojunk=False)
        starts, ends = [], []
        for _, a1, a2, b1, b2 in matcher.get_opcodes():
            if (a2 > first and a1 < last) or (a1 == a2 and first <= a1 <= last + 1):
                same = a2 - a1 == b2 - b1
                starts.append(b1 + max(0, first - a1) if same else b1)
                ends.append(b2 - max(0, a2 - last) if same else b2)
        if starts:
            example["good"] = _text(fixed[min(starts) : max(ends)])
    return example


def _around(lines: list[bytes], number: int) -> tuple[int, int]:
    """The lines of the block that holds a line, at most a few above and below."""
    first = number
    while first > 0 and number - first < AROUND and lines[first - 1].strip():
        first -= 1
    last = number + 1
    while last < len(lines) and last - number <= AROUND and lines[last].strip():
        last += 1
    return first, last


def _bare(line: bytes) -> bytes:
    return WANT.sub(b"", line)


def _text(lines: list[bytes]) -> str:
    """Lines without expectations and without their common indent."""
    plain = [_bare(line).decode("utf-8", "replace").expandtabs(4).rstrip() for line in lines]
    indent = min((len(line) - len(line.lstrip()) for line in plain if line), default=0)
    return "\n".join(line[indent:] for line in plain).rstrip("\n")
