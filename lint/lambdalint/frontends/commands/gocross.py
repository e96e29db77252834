"""`gox` and `xgo`: tools that compile Go for several systems."""

from __future__ import annotations

import posixpath
import re

from lambdalint.frontends import text as texts
from lambdalint.frontends.commands import gopackages
from lambdalint.frontends.commands.gocommand import Call, Settings, note, split
from lambdalint.frontends.commands.scene import Scene
from lambdalint.frontends.commands.words import Field
from lambdalint.frontends.text import Text
from lambdalint.value import Unknown

_WITH_VALUE = frozenset(
    {"os", "arch", "osarch", "output", "ldflags", "tags", "gcflags", "asmflags", "parallel", "gocmd", "mod", "targets",
     "dest", "out", "go", "branch", "remote", "deps", "image", "pkg"}
)  # fmt: skip


def read(scene: Scene, call: Call, at: int) -> None:
    """Note a `gox` or `xgo`, which say the system with flags of their own."""
    tool = posixpath.basename(call.fields[at].data)
    flags: dict[str, Text] = {}
    packages: list[Field] = []
    fields = call.fields[at + 1 :]
    loose = any(f.loose for f in fields)
    while fields:
        field = fields.pop(0)
        match = re.match(r"--?([A-Za-z]+)(=?)", field.data)
        if match and match[2]:
            flags[match[1]] = field.text.cut(match.end(), len(field.data))
        elif match and match[1] in _WITH_VALUE and fields:
            flags[match[1]] = fields.pop(0).text
        elif not match and not field.loose:
            packages.append(field)
    settings = Settings(scene, call, call.fields[at].text, call.fields[at].text, call.fields[at + 1 :])
    settings.fixed()
    pair = flags.get("osarch") or flags.get("targets") or flags.get("target")
    for name, flag, index in (("GOOS", "os", 0), ("GOARCH", "arch", 1)):
        found = flags.get(flag)
        if pair is not None and pair.known and re.fullmatch(r"[\w-]+/[\w.-]+", pair.data):
            slash = pair.data.index("/")
            found = pair.cut(*((0, slash) if index == 0 else (slash + 1, len(pair.data))))
        place_ = call.fields[at].text.place() or call.span
        known = found is not None and re.fullmatch(r"\w+", found.data)
        call.own[name] = found if found is not None and known else texts.unknown(place_)
    folder = call.state.folder
    note(
        scene, call, tool, gopackages.located(scene, folder, call.span),
        tuple(gopackages.packages(scene, packages, loose, folder, call.span)),
        Unknown(call.span, "the tool names the binary"), settings,
        split(settings.flag(flags, "tags", True)), settings.flag(flags, "ldflags", True), None, None,
    )  # fmt: skip
