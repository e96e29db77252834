"""The command `explain-project`: what was understood of a project."""

from __future__ import annotations

import sys
from collections.abc import Mapping

from lambdalint.cli import streams
from lambdalint.cli.options import Given
from lambdalint.cli.settings import load
from lambdalint.cli.streams import is_terminal, say
from lambdalint.cli.targets import target
from lambdalint.config import Config
from lambdalint.discover import inventory
from lambdalint.overview.aside import aside
from lambdalint.overview.facts import overview
from lambdalint.reader import Reader
from lambdalint.runner import Understood


def explain_project(options: Given, environment: Mapping[str, str]) -> int:
    """Run the command and return its exit code. Raises LambdalintError."""
    root = target(options.paths, options.root, False).root
    show(root, load(options, root, environment), options, environment, options.output_format)
    return 0


def show(root: str, settings: Config, options: Given, environment: Mapping[str, str], form: str) -> None:
    """Print the overview of the project at `root` as `text` or `json`."""
    found = inventory(root, settings)
    reader = Reader(root)
    understood = Understood(found, reader, lambda _what, _done, _all: None)
    read = len(reader.read_paths())
    skipped = (*found.skipped, *aside(found.paths, reader.look))
    facts = overview(understood.project, len(found.paths), read, skipped, reader.problems())
    if form == "json":
        import json

        say(sys.stdout, json.dumps(facts, indent=2) + "\n", exact=True)
        return
    from lambdalint.overview.text import render

    say(sys.stdout, render(facts, streams.colour(options.color, environment, is_terminal(sys.stdout))))
