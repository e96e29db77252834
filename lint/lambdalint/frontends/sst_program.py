"""SST programs, version 2 and 3: which there are, and what each of them deploys. Nothing is run."""

from __future__ import annotations

import json
import posixpath
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from lambdalint.frontends.joined import together
from lambdalint.frontends.pulumi.releases import AWS, limits
from lambdalint.frontends.script.evaluate import Evaluator, ExhaustedError
from lambdalint.frontends.script.permissions import Program
from lambdalint.frontends.script.requirements import Library
from lambdalint.frontends.script.values import Closure, Fields, Foreign, Thing
from lambdalint.frontends.sst import app, provider
from lambdalint.frontends.ts.host import NodeHost
from lambdalint.model.gap import Gap
from lambdalint.model.infra import InfraFacts
from lambdalint.model.project import BrokenFile
from lambdalint.paths import around
from lambdalint.pattern import pattern
from lambdalint.source import Span

Reader = Callable[[str], bytes | None]

_THIRD = pattern(rb"\$config\s*\(")
_SECOND = pattern(rb"""['"](?:sst/constructs|@serverless-stack/resources|sst)['"]""")
_AL2 = (2, 1)  # source of sst: in the course of 2.0, Go functions came to run on provided.al2
_AL2023 = (2, 42)  # release notes of sst: from this one on, they run on provided.al2023
_RELEASES = Library(rb"sst", rb"sst", rb"sst", _AL2023)
_WORDS = ("go1.x", "go")
_CONFIGS = ("sst.json", "sst.config.ts", "sst.config.js", "sst.config.mts")
_SKIPPED = frozenset({"test", "tests", "__tests__", "testdata", "fixtures", "node_modules", ".sst"})


def read(reader: Reader, look: Reader, paths: Sequence[str]) -> tuple[InfraFacts, tuple[BrokenFile, ...]]:
    """What all SST programs among `paths` deploy. `look` reads a file without counting it as read."""
    go = frozenset(posixpath.dirname(path) or "." for path in paths if path.endswith(".go"))
    found: list[InfraFacts] = []
    for root, version in _programs(look, paths):
        host = NodeHost(reader, paths, provider.NAMES if version == 3 else {})
        run = Evaluator(host)
        try:
            run.load(root)
            _start(run, root)
        except ExhaustedError:
            pass  # it has said so itself
        except RecursionError:
            run.give_up(Span(root, 0, 0), "it is nested too deeply")
        folder = _folder(root, frozenset(paths))
        stated = _runtimes(look, root, version)
        program = Program(run.calls, host.language, host.body, host.text, 0, limits(AWS.of_node(look, root)))
        facts = app.read(run.calls, host.language, folder, root, run.whole, version, go.__contains__, stated, program)
        facts = _with_ways(facts, version)
        if version == 3 and provider.are_made(run.calls):
            facts = provider.beside(facts, run.calls, host.language, folder, root, program)
        none = () if facts.functions else (Gap(Span(root, 0, 0), "no Lambda function was found in this program"),)
        found.append(facts._replace(gaps=(*facts.gaps, *run.gaps, *none)))
    return together(found), ()


def _runtimes(look: Reader, root: str, version: int) -> dict[str, str]:
    """What the words for Go stand for, as far as that is known: the first releases of version 2 chose others."""
    if version == 3:
        return {"go": "provided.al2023"}
    if not root.endswith(_CONFIGS):  # a program of version 1, or older
        return {"go1.x": "go1.x"}
    asked, installed = _RELEASES.of_node(look, root), _RELEASES.installed_of_node(look, root)
    if asked is not None and asked >= _AL2023:
        return dict.fromkeys(_WORDS, "provided.al2023")
    return dict.fromkeys(_WORDS, "provided.al2") if installed is not None and installed >= _AL2 else {}


def _with_ways(facts: InfraFacts, version: int) -> InfraFacts:
    """The same; where only a later release runs Go on something newer, the functions say so."""
    if version == 3:
        return facts
    way = "use release 2.42 of sst or a later one, with the runtime 'go'"
    return facts._replace(
        functions=tuple(f._replace(runtime_way=way) if f.build_method is not None else f for f in facts.functions)
    )


def _programs(look: Reader, paths: Sequence[str]) -> Iterator[tuple[str, int]]:
    known = frozenset(paths)
    for path in paths:
        name = posixpath.basename(path)
        if not _SKIPPED.isdisjoint(path.split("/")[:-1]):
            continue
        if name in ("sst.config.ts", "sst.config.js", "sst.config.mts"):
            data = look(path) or b""
            if _THIRD.search(data):
                yield path, 3
            elif _SECOND.search(data):
                yield path, 2
        elif name == "sst.json":
            root = _main(look(path) or b"", posixpath.dirname(path), known)
            if root is not None:
                yield root, 2


def _main(data: bytes, folder: str, known: frozenset[str]) -> str | None:
    """The first file of a program that sst.json describes."""
    try:
        content: Any = json.loads(data)
    except (ValueError, RecursionError):
        return None
    main = content.get("main") if isinstance(content, dict) else None
    named = [main] if isinstance(main, str) else []
    for word in (*named, "stacks/index.ts", "stacks/index.js", "lib/index.js", "lib/index.ts"):
        path = posixpath.normpath(posixpath.join(folder, word))
        if path in known:
            return path
    return None


def _folder(root: str, known: frozenset[str]) -> str:
    return next((f for f in around(root) if any(posixpath.join(f, name) in known for name in _CONFIGS)), "") or "."


def _start(run: Evaluator, root: str) -> None:
    """Version 2 calls what the first file exports: a function, or `stacks` of an object, with the app."""
    exported = run.export(root, "default")
    place = Span(root, 0, 0)
    app_thing: Thing = Foreign("sst2.app", place, place)
    stacks = exported.get("stacks") if isinstance(exported, Fields) else exported
    if isinstance(stacks, Closure):
        run.invoke(stacks, [app_thing], stacks.span)
