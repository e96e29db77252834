"""What Apex does by itself for its own Go runtime, as a project has to say it for any other."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Sequence

from lambdalint.data.runtimes import BOOTSTRAP
from lambdalint.fix import Edit
from lambdalint.frontends import spell
from lambdalint.frontends.cfn import writing
from lambdalint.syntax.yamltree import Mapping, Node

_CHOSEN = re.compile(r"(?:project|function)\..+\.json")
_HOOKS = {
    "build": f"GOOS=linux GOARCH=amd64 CGO_ENABLED=0 go build -tags lambda.norpc -ldflags='-s -w' -o {BOOTSTRAP} .",
    "clean": f"rm -f {BOOTSTRAP}",
}


def hook(name: str, *files: Mapping | None) -> Node | None:
    """A command of the first file that has one."""
    for root in files:
        hooks = root.get("hooks") if root is not None else None
        found = hooks.get(name) if isinstance(hooks, Mapping) else None
        if found is not None:
            return found
    return None


def spelled_out(target: Mapping, outer: Mapping | None, text: bytes) -> tuple[Edit, ...] | None:
    """Edits of a file that name the binary, and the commands that make it and remove it; none where it has them.

    `outer` is the file whose settings hold where this one has none. None where that can't be written.
    """
    named = any(root is not None and root.get("handler") is not None for root in (target, outer))
    place = writing.insertion(target, "handler", text) if not named else None
    beside = (Edit(place.span, place.before + spell.as_json(BOOTSTRAP)),) if place is not None else ()
    if place is None and not named:
        return None
    if hook("build", target, outer) is not None:
        return beside
    hooks = target.get("hooks")
    if hook("clean", target, outer) is not None or not (hooks is None or isinstance(hooks, Mapping)):
        return None  # such as one that removes the binary by its old name
    slot = writing.insertion(target if hooks is None else hooks, "build", text)
    if slot is None:
        return None
    gap = slot.before.removesuffix(writing.key_of("build", target.style))
    if hooks is not None:
        return (Edit(slot.span, gap + _entries(_HOOKS, gap or ", ")), *beside)
    handler = "".join(edit.text for edit in beside)
    return (Edit(slot.span, f'{handler}{gap}"hooks": {_mapping(gap.removeprefix(","))}'),)


def _entries(entries: dict[str, str], gap: str) -> str:
    return gap.join(f"{spell.as_json(key)}: {spell.as_json(value)}" for key, value in entries.items())


def _mapping(line: str) -> str:
    """The commands on the same line, or each on a line that begins like `line`, one step deeper."""
    if "\n" not in line:
        return "{" + _entries(_HOOKS, ", ") + "}"
    deeper = line + line.rpartition("\n")[2]
    return "{" + deeper + _entries(_HOOKS, f",{deeper}") + line + "}"


def chosen_by_environment(paths: Sequence[str], project: str) -> bool:
    """True where a project has other files for some environments."""
    folder = posixpath.dirname(project)
    return any(
        _CHOSEN.fullmatch(posixpath.basename(path)) is not None and path.startswith(folder and f"{folder}/")
        for path in paths
    )
