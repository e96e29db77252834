"""The settings that hold for a run: what options, environment and files say."""

from __future__ import annotations

import os
import time
from collections.abc import Mapping, Sequence

from lambdalint.cli.options import LEVEL_OPTIONS, LISTS, Given
from lambdalint.config import Config, find
from lambdalint.errors import UsageError


def cache_folder(options: Given, environment: Mapping[str, str]) -> str | None:
    """Where reports of last runs are kept: the option, the variable, or the user's own cache folder."""
    from lambdalint import cache

    chosen = options.cache_dir or environment.get("LAMBDALINT_CACHE_DIR")
    return os.path.abspath(chosen) if chosen else cache.folder(environment)


def load(options: Given, start: str, environment: Mapping[str, str]) -> Config:
    """The settings that hold at `start`. Raises LambdalintError."""
    explicit, settings = _overrides(options, environment)
    path = None if options.isolated else explicit or find(os.path.realpath(start))
    if path is None and not settings:
        return Config()
    from lambdalint.config.merging import merged

    return merged(path, settings)


def today() -> str:
    """The day, in UTC."""
    return time.strftime("%Y-%m-%d", time.gmtime())


def _overrides(options: Given, environment: Mapping[str, str]) -> tuple[str | None, dict[str, object]]:
    """The configuration file that was asked for, and the settings that options set. Raises UsageError."""
    explicit, settings = _config_options(options.config)
    if explicit is None and environment.get("LAMBDALINT_CONFIG") and not options.isolated:
        explicit = _existing(environment["LAMBDALINT_CONFIG"])
    if options.command != "check":
        return explicit, settings
    for name in LISTS:
        given = getattr(options, name.replace("-", "_"))
        if given is not None:
            settings[name] = split(given)
    for name in LEVEL_OPTIONS:
        level = getattr(options, name.replace("-", "_"))
        if level is not None:
            settings[name] = level
    for name in ("preview", "force_exclude"):
        if getattr(options, name) is not None:
            settings[name.replace("_", "-")] = getattr(options, name)
    if options.no_respect_gitignore:
        settings["respect-gitignore"] = False
    if options.per_file_ignores is not None:
        settings["per-file-ignores"] = _pairs(options.per_file_ignores)
    return explicit, settings


def _config_options(values: Sequence[str]) -> tuple[str | None, dict[str, object]]:
    """`--config`: at most one file, and any number of `key=value`."""
    if not values:
        return None, {}
    import tomllib

    from lambdalint.config.merging import flatten

    explicit: str | None = None
    settings: dict[str, object] = {}
    for value in values:
        if "=" not in value or os.path.isfile(value):
            if explicit is not None:
                raise UsageError("--config names two files")
            explicit = _existing(value)
            continue
        try:
            table = tomllib.loads(value)
        except tomllib.TOMLDecodeError as error:
            hint = "write texts in quotes, as in --config 'fail-on=\"error\"'"
            raise UsageError(f"--config {value!r} is not TOML; {hint}") from error
        settings.update(flatten(table))
    return explicit, settings


def _existing(name: str) -> str:
    if not os.path.isfile(name):
        raise UsageError(f"there is no configuration file {name}")
    return name


def split(values: Sequence[str]) -> list[str]:
    """The items of an option that may be repeated and may hold several items with commas between them."""
    return [item.strip() for value in values for item in value.split(",") if item.strip()]


def _pairs(values: Sequence[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for value in split(values):
        pattern, colon, rule = value.rpartition(":")
        if not colon or not pattern or not rule:
            raise UsageError(f"--per-file-ignores {value!r} must look like 'pattern:RULE'")
        found.setdefault(pattern, []).append(rule)
    return found
