"""Settings as text: a file to start from, values as TOML writes them."""

from __future__ import annotations

from collections.abc import Mapping

from lambdalint.config import Config, FunctionCode, Pattern
from lambdalint.config.keys import BY_NAME, KEYS
from lambdalint.rule import Severity

SHOWN = ("select", "ignore", "extend-exclude", "fail-on", "preview")


def starter() -> str:
    """A `lambdalint.toml` that changes nothing and says what could be changed."""
    lines = ["# Settings of lambdalint; `lambdalint config schema` prints all of them.", ""]
    for name in SHOWN:
        key = BY_NAME[name]
        lines += [f"# {key.text}", f"# {name} = {toml(key.default)}", ""]
    lines += [
        "# Severity of rules, by code, prefix or name.",
        "# [severity]",
        '# LL7 = "info"',
        "",
        "# Rules not to report in files that match a pattern.",
        "# [per-file-ignores]",
        '# "examples/**" = ["LL3"]',
        "",
    ]
    return "\n".join(lines)


def toml(value: object) -> str:
    """A setting's value as TOML writes it, tables in their inline form."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, dict):
        return "{" + ", ".join(f"{quoted(name)} = {toml(item)}" for name, item in value.items()) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(toml(item) for item in value) + "]"
    return str(value) if isinstance(value, int | float) else quoted(str(value))


def quoted(text: str) -> str:
    """A basic string of TOML."""
    plain = text.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + "".join(c if c.isprintable() else f"\\U{ord(c):08x}" for c in plain) + '"'


def as_mapping(config: Config) -> dict[str, object]:
    """All settings by their dotted names, in values that JSON and TOML have."""
    return {key.name: _plain(_field(config, key.name)) for key in KEYS}


def _field(config: Config, name: str) -> object:
    if name == "per-file-ignores":
        return {item.pattern.glob: item.selectors for item in config.per_file_ignores}
    table, _, leaf = name.rpartition(".")
    field = leaf.replace("-", "_")
    return getattr(config.suppressions if table == "suppressions" else config, field)


def _plain(value: object) -> object:
    if isinstance(value, Severity):
        return value.label
    if isinstance(value, Pattern):
        return value.glob
    if isinstance(value, FunctionCode):
        return value._asdict()
    if isinstance(value, Mapping):
        return {name: _plain(item) for name, item in value.items()}
    return [_plain(item) for item in value] if isinstance(value, tuple) else value
