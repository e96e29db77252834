"""Settings of files and of the command line, merged into one configuration."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from typing import Any

from lambdalint import registry
from lambdalint.config import Config, FunctionCode, Pattern, PerFileIgnore, Suppressions, find
from lambdalint.config.keys import BY_NAME, TABLES, Key
from lambdalint.config.settings import Setting, judge, line_of, shown, suggest
from lambdalint.errors import ConfigError
from lambdalint.paths import StrPath
from lambdalint.rule import Severity

TABLE = "tool.lambdalint"
COMMAND_LINE = "command line"
# `--select` asks for exactly these rules: what files say about selection no longer counts.
RESET_BY_SELECT = ("ignore", "extend-select", "extend-ignore")


def load(
    start: StrPath,
    explicit: StrPath | None = None,
    isolated: bool = False,
    overrides: Mapping[str, object] | None = None,
) -> Config:
    """The settings for a project at `start`: those of the nearest file, or of `explicit`, under `overrides`.

    `overrides` are dotted kebab-case names with values as TOML has them; their patterns are seen from the working
    directory. Raises ConfigError.
    """
    return merged(None if isolated else explicit or find(start), overrides or {})


def merged(path: StrPath | None, overrides: Mapping[str, object]) -> Config:
    """The settings of a file, if any, under those of the command line. Raises ConfigError."""
    settings = _read(path, ()) if path is not None else {}
    for name, value in overrides.items():
        _put(settings, name, Setting(value, COMMAND_LINE, 0, "", os.getcwd()))
    if "select" in overrides:
        for name in RESET_BY_SELECT:
            if name not in overrides:
                settings.pop(name, None)
    for name, setting in settings.items():
        judge(BY_NAME[name], setting)
    return _config(None if path is None else os.fspath(path), settings)


def _bytes(path: str) -> bytes:
    with open(path, "rb") as file:
        return file.read()


def _read(place: StrPath, seen: tuple[str, ...]) -> dict[str, Setting]:
    """The settings of one file on top of those it extends."""
    import tomllib

    path = os.path.realpath(place)
    folder, base = os.path.split(path)
    if path in seen:
        raise ConfigError(f"{shown(path)}: extends itself through {', '.join(shown(p) for p in seen)}")
    try:
        text = _bytes(path).decode("utf-8")
        table = tomllib.loads(text)
    except OSError as error:
        raise ConfigError(f"{shown(path)}: can't be read: {error.strerror}") from error
    except ValueError as error:
        raise ConfigError(f"{shown(path)}: is not TOML: {error}") from error
    prefix = ""
    if base == "pyproject.toml":
        table, prefix = table.get("tool", {}).get("lambdalint", {}), TABLE
    if not isinstance(table, dict):
        raise ConfigError(f"{shown(path)}: {TABLE} is not a table")
    own = {
        name: Setting(value, shown(path), line_of(text, prefix, name), text, folder) for name, value in flatten(table)
    }
    for name, setting in own.items():
        if name not in BY_NAME:
            raise ConfigError(f"{setting.origin}: unknown setting `{name}`{suggest(name, BY_NAME)}")
    settings: dict[str, Setting] = {}
    parent = own.get("extend")
    if parent is not None:
        judge(BY_NAME["extend"], parent)
        target = os.path.join(folder, parent.value)
        if not os.path.isfile(target):
            raise ConfigError(f"{parent.origin}: `extend` names {parent.value}, which is not a file")
        settings = _read(target, (*seen, path))
    for name, setting in own.items():
        _put(settings, name, setting)
    return settings


def flatten(table: Mapping[str, object]) -> Iterator[tuple[str, object]]:
    """Settings of a TOML table by their dotted names."""
    for name, value in table.items():
        if name in TABLES and isinstance(value, dict):
            yield from ((f"{name}.{leaf}", item) for leaf, item in value.items())
        else:
            yield name, value


def _put(settings: dict[str, Setting], name: str, setting: Setting) -> None:
    """Set a value over what is there: `extend-*` lists and tables are joined, all else is replaced."""
    key, old = BY_NAME.get(name), settings.get(name)
    if key is None:
        raise ConfigError(f"{setting.origin}: unknown setting `{name}`{suggest(name, BY_NAME)}")
    new = setting.value
    if key.shape in ("strings", "ignores", "file"):
        new = _based(new, setting.base)
    if old is not None and isinstance(old.value, dict) and isinstance(new, dict):
        new = {**old.value, **new}
    elif old is not None and name.startswith("extend-") and isinstance(old.value, list) and isinstance(new, list):
        new = [*old.value, *new]
    settings[name] = setting._replace(value=new)


def _based(value: object, base: str | None) -> object:
    """Patterns and paths with the folder they are seen from; anything else as it is, to be judged later."""
    if isinstance(value, str):
        return Pattern(value, base)
    if isinstance(value, list):
        return [Pattern(item.replace("\\", "/"), base) if isinstance(item, str) else item for item in value]
    if isinstance(value, dict):
        return {Pattern(name.replace("\\", "/"), base): item for name, item in value.items()}
    return value


# -- the result ------------------------------------------------------------------------------------------------------


def _config(path: str | None, settings: Mapping[str, Setting]) -> Config:
    values = {name: _value(BY_NAME[name], setting.value) for name, setting in settings.items()}
    fields = {name.replace("-", "_"): value for name, value in values.items() if "." not in name}
    suppressions = {
        name.partition(".")[2].replace("-", "_"): value
        for name, value in values.items()
        if name.startswith("suppressions.")
    }
    origins = {name: setting.origin for name, setting in settings.items()}
    functions = values.get("project.functions", ())
    config = Config(
        path=path, functions=functions, suppressions=Suppressions(**suppressions), origins=origins, **fields
    )
    return _with_own_rules(config)


def _value(key: Key, value: Any) -> Any:
    """A judged value in the type that Config has for it."""
    if key.shape == "level":
        return Severity[value.upper()]
    if key.shape == "levels":
        return {selector: Severity[level.upper()] for selector, level in value.items()}
    if key.shape == "ignores":
        return tuple(PerFileIgnore(pattern, tuple(selectors)) for pattern, selectors in value.items())
    if key.shape == "functions":
        return tuple(FunctionCode(item["code"], item["resource"]) for item in value)
    if key.shape == "options":
        return {registry.find(name).code: options for name, options in value.items()}
    return tuple(value) if isinstance(value, list) else value


def _with_own_rules(config: Config) -> Config:
    """Selection and options of the rules about suppression comments, as `[suppressions]` wants them."""
    wishes = config.suppressions
    if wishes.require_reason:
        config = config._replace(extend_select=(*config.extend_select, "LL005"))
    if not wishes.report_unused:
        config = config._replace(extend_ignore=(*config.extend_ignore, "LL002"))
    if wishes.max_days:
        options = {**config.options_of("LL004"), "max-days": wishes.max_days}
        config = config._replace(rules={**config.rules, "LL004": options})
    return config
