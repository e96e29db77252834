"""What a service that builds runs: jobs of steps, each step commands with variables and a folder."""

from __future__ import annotations

from collections.abc import Mapping

from lambdalint.frontends.commands import shell
from lambdalint.frontends.commands.scene import Callers, Origin, Scene
from lambdalint.frontends.commands.scene import Step as Happened
from lambdalint.frontends.commands.words import State
from lambdalint.frontends.text import Files, Text, place, unknown
from lambdalint.pattern import pattern
from lambdalint.record import NamedTuple

STEPS = 400
"""So many steps of a job are followed."""

_HANDED_ON = pattern(r"(\w+)=([^\s\"'>]*)[\"']?\s*>>\s*[\"']?\$\{?(?:GITHUB|BASH)_ENV\b")
_FILES_OF_VARIABLES = ("GITHUB_ENV", "BASH_ENV")


class Step(NamedTuple):
    """Commands of one step. `folder` as written, None for that of the job.

    `style` is that of the scalar in YAML: what may be written into it depends on its quotes.
    """

    text: Text
    style: str
    variables: Mapping[str, Text] = {}
    folder: Text | None = None


class Job(NamedTuple):
    """Steps that share a machine and its files.

    `host` is `linux`, `any` for other systems, None where it isn't known. `one_shell`: what a step sets, later ones
    see. `folder` is where the project lies, None when unknown.
    """

    name: str
    host: str | None
    steps: tuple[Step, ...]
    variables: Mapping[str, Text] = {}
    c_compiler: bool = True
    one_shell: bool = False
    folder: str | None = "."


def host_of(words: str) -> str | None:
    """The system of a machine by the words that ask for it."""
    lower = words.lower()
    if "windows" in lower or "macos" in lower or "darwin" in lower:
        return "any"
    return "linux" if "ubuntu" in lower or "linux" in lower else None


def lacks_compiler(image: str) -> bool:
    """True for images of Go that come without a C compiler."""
    return "alpine" in image


def run(job: Job, path: str, files: Files, callers: Callers, happened: list[Happened]) -> None:
    """Follow the commands of a job."""
    scene = Scene(files, callers, Origin(path, job.name, False), happened)
    scene.recipe, scene.pipeline = len(happened), True
    scene.host, scene.c_compiler = job.host or "any", job.c_compiler
    base = State(path, job.folder)
    for name, text in job.variables.items():
        base.assign(name, text, True)
    for step in job.steps[:STEPS]:
        span = step.text.place()
        if span is None:
            continue
        state = base if job.one_shell else base.copy()
        for name, text in step.variables.items():
            state.assign(name, text, True)
        if job.host is None and "GOOS" not in state.variables:
            state.assign("GOOS", unknown(span), True)
        if step.folder is not None:
            known = step.folder.known and not step.folder.data.startswith("~")
            state.folder = place(job.folder, step.folder.data) if known else None
        scene.foreign, scene.writable = step.style != "block", step.style != "single"
        shell.run(scene, state, step.text)
        _hand_on(step.text, base)


def _hand_on(text: Text, base: State) -> None:
    """Variables that a step leaves for those after it, in the file that the service names."""
    if not any(name in text.data for name in _FILES_OF_VARIABLES):
        return
    found = list(_HANDED_ON.finditer(text.data))
    for match in found:
        value = text.cut(match.start(2), match.end(2)) if match[2] else Text()
        span = text.cut(match.start(1), match.end(1)).place()
        known = "$" not in match[2] and "`" not in match[2]
        if span is not None:
            base.assign(match[1], value if known else unknown(span), True)
    base.tainted = base.tainted or not found
