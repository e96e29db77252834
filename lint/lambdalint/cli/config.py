"""The command `config`."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence

from lambdalint import config
from lambdalint.cli.options import Given
from lambdalint.cli.settings import load
from lambdalint.cli.streams import say
from lambdalint.config import Config
from lambdalint.errors import UsageError
from lambdalint.spelling import nearest


def configure(options: Given, environment: Mapping[str, str]) -> int:
    """Run the command and return its exit code. Raises LambdalintError."""
    if options.action == "schema":
        import json

        from lambdalint.config.keys import schema

        say(sys.stdout, json.dumps(schema(), indent=2) + "\n")
    elif options.action == "init":
        _init()
    elif options.action == "show":
        say(sys.stdout, listing(load(options, options.root or os.getcwd(), environment), options.names))
    else:
        _verify(options, environment)
    return 0


def _init() -> None:
    path = config.FILES[0]
    if os.path.lexists(path):
        raise UsageError(f"{path} exists already")
    from lambdalint.config.text import starter

    with open(path, "w", encoding="utf-8", newline="\n") as file:
        file.write(starter())
    say(sys.stderr, f"wrote {path}\n")


def _verify(options: Given, environment: Mapping[str, str]) -> None:
    from lambdalint.config import merging

    for name in options.names:
        if not os.path.isfile(name):
            raise UsageError(f"there is no configuration file {name}")
        merging.load(os.getcwd(), name)
    if options.names:
        return
    root = options.root or os.getcwd()
    loaded = load(options, root, environment)
    if not options.quiet and not options.silent:
        from lambdalint.config.settings import shown

        where = shown(loaded.path) if loaded.path else "no configuration file, defaults"
        idle = "".join(
            f"{loaded.origins[name]}: `{name}` {glob}: matches no file\n" for name, glob in _idle(loaded, root)
        )
        say(sys.stderr, idle or f"{where}: fine\n")


def _idle(settings: Config, root: str) -> list[tuple[str, str]]:
    """Settings and their patterns that match no file of the project."""
    patterns = {
        "per-file-ignores": tuple(item.pattern for item in settings.per_file_ignores),
        "exclude": settings.exclude,
        "extend-exclude": settings.extend_exclude,
    }
    if not any(patterns.values()):
        return []
    from lambdalint.discover import inventory, matcher

    listed = inventory(root, settings._replace(exclude=(), extend_exclude=(), include=()))
    return [
        (name, pattern.glob)
        for name, own in patterns.items()
        for pattern in own
        if not any(map(matcher(listed.root, (pattern,)), listed.paths))
    ]


def listing(settings: Config, names: Sequence[str]) -> str:
    """All settings, or those named, as TOML, each that isn't a default with the place it comes from."""
    from lambdalint.config.text import as_mapping, toml

    values = as_mapping(settings)
    for name in names:
        if name not in values:
            near = nearest(name, values)
            raise UsageError(f"there is no setting {name}" + (f"; did you mean {near}?" if near else ""))
    lines = []
    for name in names or values:
        origin = settings.origins.get(name)
        lines.append(f"{name} = {toml(values[name])}" + (f"  # {origin}" if origin else "") + "\n")
    return "".join(lines)
