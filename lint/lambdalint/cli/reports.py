"""Which reports a run is to make, and putting them into files."""

from __future__ import annotations

import os
from collections.abc import Mapping
from contextlib import suppress

from lambdalint.cli.options import Given
from lambdalint.errors import UsageError
from lambdalint.record import NamedTuple
from lambdalint.report import FOR_PEOPLE, FORMATS

COUNTABLE = ("full", "concise", "json")  # formats that can show statistics


class Plan(NamedTuple):
    """`screen` is the format for standard output (empty: none), `files` are formats and where they go."""

    screen: str
    files: tuple[tuple[str, str], ...]

    @property
    def for_people(self) -> bool:
        """True when standard output is for people, and may hold the closing lines too."""
        return self.screen in FOR_PEOPLE


def plan(options: Given, configured: str, environment: Mapping[str, str]) -> Plan:
    """The reports that options, environment and configuration (in this order) ask for. Raises UsageError."""
    wanted = options.output_format or [environment.get("LAMBDALINT_OUTPUT_FORMAT") or configured]
    screens: list[str] = []
    files: list[tuple[str, str]] = []
    for text in wanted:
        name, _, place = text.partition("=")
        if name not in FORMATS:
            from lambdalint.spelling import nearest

            near = nearest(name, FORMATS)
            hint = f"did you mean {near}?" if near else f"use one of {', '.join(FORMATS)}"
            raise UsageError(f"there is no output format {name!r}; {hint}")
        if place:
            files.append((name, place))
        else:
            screens.append(name)
        if options.statistics and name not in COUNTABLE:
            raise UsageError(f"--statistics works with {', '.join(COUNTABLE)}, not with {name}")
    if len(screens) > 1:
        raise UsageError(f"only one format can go to standard output; give the others a file, as in {screens[1]}=FILE")
    if options.output_file is not None:
        if not screens:
            raise UsageError("--output-file needs an --output-format without a file of its own")
        files.append((screens.pop(), options.output_file))
    return Plan(screens[0] if screens else "", tuple(files))


def write(path: str, text: str) -> None:
    """Put a report into a file, whole or not at all; folders on the way are made. Raises UsageError."""
    try:
        folder, base = os.path.split(os.path.abspath(path))
        os.makedirs(folder, exist_ok=True)
        if os.path.exists(path) and not os.path.isfile(path):
            with open(path, "wb") as special:
                special.write(text.encode("utf-8", "replace"))
            return
        import tempfile

        descriptor, name = tempfile.mkstemp(dir=folder, prefix=f".{base}.")
        try:
            with os.fdopen(descriptor, "wb") as file:
                file.write(text.encode("utf-8", "replace"))
            os.chmod(name, 0o666 & ~_umask())
            os.replace(name, path)
        except BaseException:
            with suppress(FileNotFoundError):
                os.remove(name)
            raise
    except OSError as error:
        raise UsageError(f"the report can't be written to {path}: {error.strerror}") from error


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def append(path: str, text: str) -> None:
    """Add a text to a file that others write to as well. Raises UsageError."""
    try:
        with open(path, "ab") as file:
            file.write(text.encode("utf-8", "replace"))
    except OSError as error:
        raise UsageError(f"the summary can't be written to {path}: {error.strerror}") from error
