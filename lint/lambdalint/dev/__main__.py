"""Chores of this repository: `python -m lambdalint.dev index|check|data|new-rule|picture|programs|verify`."""

from __future__ import annotations

import sys
from collections.abc import Callable

from lambdalint.dev import index, picture, programs, scaffold, verify
from lambdalint.dev.data import command


def main(arguments: list[str]) -> int:
    commands: dict[str, Callable[[list[str]], int]] = {
        "index": index.write,
        "check": index.check,
        "data": command.data,
        "new-rule": scaffold.new_rule,
        "picture": picture.write,
        "programs": programs.programs,
        "verify": verify.verify,
    }
    if not arguments or arguments[0] not in commands:
        print(__doc__, file=sys.stderr)
        return 2
    return commands[arguments[0]](arguments[1:])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
