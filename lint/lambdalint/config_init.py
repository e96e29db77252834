"""A configuration file to start from."""

from __future__ import annotations

from lambdalint.config_keys import BY_NAME

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
