"""Names of settings in a `serverless.yml`: the framework's own schemas, of version 3 and of version 4.

Both are published in the form that a formatter gives them, so that the indentation tells which keys belong together.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from lambdalint.dev.data.hand import SERVERLESS_FUNCTION, SERVERLESS_LOGS, SERVERLESS_PLUGINS
from lambdalint.dev.data.text import literal, words

SOURCES = ("serverless-types", "serverless")
FACTS = (SERVERLESS_FUNCTION, SERVERLESS_LOGS, SERVERLESS_PLUGINS)


def values(roots: Mapping[str, Path]) -> Mapping[str, str]:
    """The assignments of `serverless_schemas`."""
    types = (roots["serverless-types"] / "index.d.ts").read_text("utf-8")
    aws = roots["serverless"] / "lib/plugins/aws"
    functions = within(types, "functions?: {")
    settings = keys(within(functions, "[k: string]: {")) | set(SERVERLESS_FUNCTION.value)
    schema = (aws / "provider.js").read_text("utf-8")
    settings |= keys(within(within(schema, "function: {"), "properties: {"))
    whole = (roots["serverless"] / "lib/config-schema.js").read_text("utf-8")
    package = keys(within(functions, "package?: {")) | keys(within(within(whole, "package: {"), "properties: {"))
    logs = keys(within(types, "export interface AwsLambdaLoggingConfiguration {")) | set(SERVERLESS_LOGS.value)
    parts = {"destinations": keys(within(functions, "destinations?: {")), "logs": logs, "package": package}
    events = {}
    for event in ("sqs", "stream"):
        text = (aws / f"package/compile/events/{event}.js").read_text("utf-8")
        events[event] = keys(within(text[text.index("defineFunctionEvent(") :], "properties: {"))
    plugins = frozenset(SERVERLESS_PLUGINS.value)
    return {
        "OF_PLUGINS": literal(plugins),
        "FUNCTION": _spelt(settings - parts.keys() - plugins, "function", 0, parts),
        "EVENTS": "{" + "".join(f'"{event}": {_spelt(names, "", 1, {})},' for event, names in events.items()) + "}",
    }


def within(text: str, opening: str) -> str:
    """The lines between the first line that ends with an opening and the line that closes it.

    ValueError where there is no such line.
    """
    lines = text.splitlines()
    for at, line in enumerate(lines):
        if line.endswith(opening):
            margin = line[: len(line) - len(line.lstrip())]
            for end in range(at + 1, len(lines)):
                if lines[end].startswith(margin + "}"):
                    return "\n".join(lines[at + 1 : end])
    raise ValueError(f"nothing begins with {opening!r}")


def keys(body: str) -> set[str]:
    """The outermost keys of a body."""
    margin = min((len(line) - len(line.lstrip()) for line in body.splitlines() if line.strip()), default=0)
    return set(re.findall(rf"^ {{{margin}}}(\w+)\??:", body, re.MULTILINE))


def _spelt(names: set[str], concept: str, depth: int, parts: Mapping[str, set[str]]) -> str:
    pieces = [f'"{concept}"', words(sorted(names), depth + 1)]
    pieces += [f"{name}={_spelt(inner, '', depth + 1, {})}" for name, inner in parts.items()]
    return f"_schema({', '.join(pieces)})"


def plugin(roots: Mapping[str, Path]) -> Mapping[str, str]:
    """The assignments of `serverless_plugins`: what `serverless-go-plugin` does where nothing is said."""
    script = (roots["serverless-go"] / "index.js").read_text("utf-8")
    return {
        "GO_RUNTIMES": literal(tuple(_texts(script, r"supportedRuntimes: \[([^\]]*)\]"))),
        "GO_AS_BOOTSTRAP": literal(frozenset(_texts(script, r"amazonProvidedRuntimes = \[([^\]]*)\]"))),
        "GO_COMMAND": repr(_first(script, r"cmd: '([^']*)'")),
    }


def _texts(script: str, form: str) -> list[str]:
    return re.findall(r'"([^"]*)"', _first(script, form))


def _first(script: str, form: str) -> str:
    match = re.search(form, script)
    if match is None:
        raise ValueError(f"nothing like {form!r} is there any more")
    return match[1]
