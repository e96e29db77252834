"""Jobs of GitLab CI, CircleCI, CodeBuild, Bitbucket and Azure Pipelines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice, product

from lambdalint.frontends.pipelines.jobs import Job, Step, host_of, lacks_compiler
from lambdalint.frontends.pipelines.scalars import filled, lines_of, member, text_of, texts_of, word
from lambdalint.frontends.text import Text, unknown
from lambdalint.pattern import pattern
from lambdalint.syntax.yamltree import Mapping, Node, Scalar, Sequence

_DEPTH = 12
COMBINATIONS = 100
"""So many jobs that run side by side are followed."""
_PARAMETER = pattern(r"<<.*?>>", re.DOTALL)
_VARIABLE = pattern(r"\$\(([\w.]+)\)|\$\{\{.*?\}\}", re.DOTALL)
_CHECKOUT = pattern(r"~?/?(?:home/circleci/)?[\w.-]+/?")
_GITLAB_WORDS = frozenset(
    {"default", "include", "stages", "variables", "workflow", "cache", "image", "services", "before_script",
     "after_script", "spec", "pages:deploy"}
)  # fmt: skip

Values = dict[str, Text]


def _commands(node: Node | None, data: bytes) -> Iterator[Step]:
    for text, scalar in lines_of(node, data):
        yield Step(text, scalar.style)


# -- GitLab ----------------------------------------------------------------------------------------------------------


def gitlab(tree: Node, data: bytes) -> Iterator[Job]:
    """Jobs with a script; `before_script` and `script` run in one shell. `extends` and `default` are followed."""
    if not isinstance(tree, Mapping):
        return
    general = _plain_variables(tree.get("variables"), data)
    for entry in tree.entries:
        chain = _extended(tree, entry.key.text, ())
        if entry.key.text in _GITLAB_WORDS or entry.key.text.startswith(".") or not chain:
            continue
        script = _inherited(chain, "script")
        levels = (*chain, tree.get("default"), tree)
        variables = dict(general)
        for level in reversed(chain):
            variables |= _plain_variables(level.get("variables"), data)
        image = _inherited(levels, "image")
        name = word(image) or word(member(image, "name"))
        steps = (*_commands(_inherited(levels, "before_script"), data), *_commands(script, data))
        tags = " ".join(scalar.text for _, scalar in lines_of(_inherited(levels, "tags"), data))
        host = host_of(tags) or ("linux" if image is not None else None)
        for combination in _parallel(_inherited(levels, "parallel"), data) if script is not None else ():
            yield Job(entry.key.text, host, steps, variables | combination, not lacks_compiler(name), True)


def _parallel(node: Node | None, data: bytes) -> Iterator[Values]:
    """The variables of each of the jobs that run side by side."""
    matrix = member(node, "matrix")
    for item in matrix.items if isinstance(matrix, Sequence) else ():
        entries = item.entries if isinstance(item, Mapping) else ()
        given = [[(e.key.text, text) for text in _texts(e.value, data)] for e in entries]
        yield from islice((dict(one) for one in product(*given)), COMBINATIONS)
    if not isinstance(matrix, Sequence) or not matrix.items:
        yield {}


def _texts(node: Node, data: bytes) -> list[Text]:
    nodes = node.items if isinstance(node, Sequence) else (node,)
    found = [text_of(one, data) for one in nodes]
    return [text if text is not None else unknown(node.span) for text in found] or [unknown(node.span)]


def _extended(tree: Mapping, name: str, seen: tuple[str, ...]) -> tuple[Mapping, ...]:
    """A job, and those it extends, the nearest first."""
    node = tree.get(name)
    if not isinstance(node, Mapping) or name in seen or len(seen) > _DEPTH:
        return ()
    bases = [scalar.text for _, scalar in lines_of(node.get("extends"), b"")] if node.get("extends") else []
    found: tuple[Mapping, ...] = (node,)
    for base in reversed(bases):
        found += _extended(tree, base, (*seen, name))
    return found


def _inherited(levels: tuple[Node | None, ...], name: str) -> Node | None:
    return next((found for level in levels if (found := member(level, name)) is not None), None)


def _plain_variables(node: Node | None, data: bytes) -> Values:
    found = texts_of(node, data)
    for entry in node.entries if isinstance(node, Mapping) else ():
        described = text_of(member(entry.value, "value"), data)
        if described is not None:
            found[entry.key.text] = described
    return found


# -- CircleCI --------------------------------------------------------------------------------------------------------


def circleci(tree: Node, data: bytes) -> Iterator[Job]:
    """Jobs, and commands that jobs share. Parameters aren't known."""
    found = member(tree, "jobs")
    for entry in found.entries if isinstance(found, Mapping) else ():
        node = entry.value
        executor = member(node, "executor")
        machine = member(tree, "executors", word(executor) or word(member(executor, "name")))
        images = member(node, "docker") or member(machine, "docker")
        image = word(member(images.items[0], "image")) if isinstance(images, Sequence) and images.items else ""
        other = member(node, "macos") is not None or member(machine, "macos") is not None
        windows = "win" in word(executor) or "win" in word(member(executor, "name"))
        known = executor is None or machine is not None
        host = "any" if other or windows else "linux" if known else None
        variables = texts_of(member(machine, "environment"), data) | texts_of(member(node, "environment"), data)
        folder = word(member(node, "working_directory") or member(machine, "working_directory"))
        steps = tuple(_circle_steps(member(node, "steps"), data))
        whole = not folder or _CHECKOUT.fullmatch(folder) is not None
        variables = {n: _unparametered(t) for n, t in variables.items()}
        yield Job(entry.key.text, host, steps, variables, not lacks_compiler(image), folder="." if whole else None)
    shared = member(tree, "commands")
    for entry in shared.entries if isinstance(shared, Mapping) else ():
        yield Job(entry.key.text, None, tuple(_circle_steps(member(entry.value, "steps"), data)))


def _circle_steps(steps: Node | None, data: bytes) -> Iterator[Step]:
    for item in steps.items if isinstance(steps, Sequence) else ():
        for condition in ("when", "unless"):
            yield from _circle_steps(member(item, condition, "steps"), data)
        run = member(item, "run")
        node = run if isinstance(run, Scalar) else member(run, "command")
        text = text_of(node, data)
        if text is None or not isinstance(node, Scalar):
            continue
        variables = {n: _unparametered(t) for n, t in texts_of(member(run, "environment"), data).items()}
        folder = text_of(member(run, "working_directory"), data)
        inside = _unparametered(folder) if folder is not None else None
        yield Step(_unparametered(text), node.style, variables, inside)


def _unparametered(text: Text) -> Text:
    return filled(text, _PARAMETER, lambda _match: None) if "<<" in text.data and ">>" in text.data else text


# -- CodeBuild -------------------------------------------------------------------------------------------------------


def codebuild(tree: Node, data: bytes) -> Iterator[Job]:
    """The phases of a buildspec: one job. From version 0.2 on they share a shell."""
    phases = member(tree, "phases")
    shell = word(member(tree, "env", "shell"))
    if not isinstance(phases, Mapping) or "powershell" in shell or "cmd" in shell:
        return
    variables = texts_of(member(tree, "env", "variables"), data)
    steps: list[Step] = []
    for phase in ("install", "pre_build", "build", "post_build"):
        steps += _commands(member(phases, phase, "commands"), data)
        steps += _commands(member(phases, phase, "finally"), data)
    yield Job("build", "linux", tuple(steps), variables, True, word(member(tree, "version")) != "0.1")


# -- Bitbucket -------------------------------------------------------------------------------------------------------


def bitbucket(tree: Node, data: bytes) -> Iterator[Job]:
    """Every step with a script, wherever it stands."""
    image = member(tree, "image")
    return _bitbucket_steps(tree, word(image) or word(member(image, "name")), data, 0)


def _bitbucket_steps(node: Node, image: str, data: bytes, depth: int) -> Iterator[Job]:
    if depth > _DEPTH:
        return
    script = member(node, "script")
    if isinstance(script, Sequence):
        own = member(node, "image")
        name = word(own) or word(member(own, "name")) or image
        host = host_of(" ".join(scalar.text for _, scalar in lines_of(member(node, "runs-on"), data))) or "linux"
        yield Job(word(member(node, "name")), host, tuple(_commands(script, data)), {}, not lacks_compiler(name), True)
        return
    for inner in [e.value for e in node.entries] if isinstance(node, Mapping) else []:
        yield from _bitbucket_steps(inner, image, data, depth + 1)
    for item in node.items if isinstance(node, Sequence) else ():
        yield from _bitbucket_steps(item, image, data, depth + 1)


# -- Azure Pipelines -------------------------------------------------------------------------------------------------


def azure(tree: Node, data: bytes) -> Iterator[Job]:
    """The steps of each job, or of the only one."""
    return _azure_jobs(tree, {}, None, data, 0)


def _azure_jobs(node: Node, outer: Values, pool: str | None, data: bytes, depth: int) -> Iterator[Job]:
    if depth > _DEPTH or not isinstance(node, Mapping):
        return
    variables = outer | texts_of(node.get("variables"), data)
    pool = word(member(node, "pool", "vmImage")) or pool
    steps = node.get("steps")
    if isinstance(steps, Sequence):
        name = word(node.get("job"))
        yield Job(name, host_of(pool or ""), tuple(_azure_steps(steps, variables, data)), variables)
    for key in ("stages", "jobs"):
        inner = node.get(key)
        for item in inner.items if isinstance(inner, Sequence) else ():
            yield from _azure_jobs(item, variables, pool, data, depth + 1)


def _azure_steps(steps: Sequence, variables: Values, data: bytes) -> Iterator[Step]:
    def meant(text: Text) -> Text:
        return filled(text, _VARIABLE, lambda m: variables.get(m[1]) if m[1] else None)

    for item in steps.items:
        node = member(item, "script") or member(item, "bash") or member(item, "inputs", "script")
        text = text_of(node, data)
        if text is None or not isinstance(node, Scalar):
            continue
        folder = text_of(member(item, "workingDirectory"), data)
        own = {n: meant(t) for n, t in texts_of(member(item, "env"), data).items()}
        yield Step(meant(text), node.style, own, meant(folder) if folder is not None else None)
