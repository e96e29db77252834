"""The one table of settings: their names, shapes, defaults and words; the JSON schema is made from it."""

from __future__ import annotations

from lambdalint.config import FORMATS, LEVELS, STARTS
from lambdalint.record import NamedTuple

SCHEMA_ID = "https://json-schema.org/draft/2020-12/schema"


class Key(NamedTuple):
    """One setting.

    `name` is dotted where it lives in a table. `shape` is one of `string`, `bool`, `count` (an integer from 0),
    `strings`, `selectors`, `level`, `format`, `start` (what runs first), `levels` (selector → level),
    `ignores` (pattern → selectors), `functions` (a list of `{code, resource}`), `options` (rule → its options),
    `file` (a path).
    """

    name: str
    shape: str
    default: object
    text: str


KEYS: tuple[Key, ...] = (
    Key("required-version", "string", "", "Versions of lambdalint that may be used, for example `>=0.1,<2`."),
    Key("extend", "string", "", "Another configuration file that this one builds on, relative to this file."),
    Key("include", "strings", (), "Patterns of files to analyse; empty means all."),
    Key("exclude", "strings", (), "Patterns of files and folders to leave out."),
    Key("extend-exclude", "strings", (), "More patterns to leave out, added to `exclude` and to what `extend` brings."),
    Key("respect-gitignore", "bool", True, "Leave out what Git ignores, in a repository."),
    Key("force-exclude", "bool", False, "Leave out excluded files even when they are named on the command line."),
    Key("select", "selectors", ("LL",), "Rules to run: codes, prefixes of codes, names, or `ALL`."),
    Key("ignore", "selectors", (), "Rules not to run; the more specific of `select` and `ignore` wins."),
    Key("extend-select", "selectors", (), "More rules to run."),
    Key("extend-ignore", "selectors", (), "More rules not to run."),
    Key("fixable", "selectors", ("ALL",), "Rules whose fixes may be applied."),
    Key("unfixable", "selectors", (), "Rules whose fixes are never applied."),
    Key("extend-safe-fixes", "selectors", (), "Rules whose unsafe fixes count as safe."),
    Key("extend-unsafe-fixes", "selectors", (), "Rules whose safe fixes count as unsafe."),
    Key("start-up", "start", "init", "Where fixes put what is to be built once: in `init`, or in `main`."),
    Key("fail-on", "level", "warning", "The least severity that makes the exit code 1."),
    Key("min-severity", "level", "info", "The least severity that is reported."),
    Key("preview", "bool", False, "Run rules that are still in preview."),
    Key("output-format", "format", "full", "The format of the report on standard output."),
    Key("severity", "levels", {}, "Severity of rules, by code, prefix or name; the most specific entry wins."),
    Key("per-file-ignores", "ignores", {}, "Rules not to report in files that match a pattern."),
    Key("suppressions.require-reason", "bool", False, "Report suppression comments without a reason."),
    Key("suppressions.max-days", "count", 0, "How many days ahead `until=` may lie; 0 means no limit."),
    Key("suppressions.report-unused", "bool", True, "Report suppression comments that suppress nothing."),
    Key("project.functions", "functions", (), "Which folder of Go code a function runs, where it can't be told."),
    Key("baseline", "file", "", "The file of findings that are accepted for now, relative to this file."),
    Key("rules", "options", {}, "Options of single rules."),
)
BY_NAME = {key.name: key for key in KEYS}
TABLES = frozenset(key.name.split(".")[0] for key in KEYS if "." in key.name)
TABLE_TEXTS = {
    "suppressions": "How suppression comments are judged.",
    "project": "What lambdalint can't find out by itself.",
}


def schema() -> dict[str, object]:
    """The JSON Schema of `lambdalint.toml`."""
    properties: dict[str, object] = {}
    tables: dict[str, dict[str, object]] = {}
    for key in KEYS:
        table, _, leaf = key.name.rpartition(".")
        if not table:
            properties[leaf] = _property(key)
            continue
        if table not in tables:
            tables[table] = {}
            properties[table] = {
                "type": "object",
                "description": TABLE_TEXTS[table],
                "additionalProperties": False,
                "properties": tables[table],
            }
        tables[table][leaf] = _property(key)
    return {
        "$schema": SCHEMA_ID,
        "title": "lambdalint",
        "description": "Settings of lambdalint (lambdalint.toml, or the table tool.lambdalint of pyproject.toml).",
        "type": "object",
        "additionalProperties": False,
        "properties": properties,
    }


def _property(key: Key) -> dict[str, object]:
    shown: dict[str, object] = {"description": key.text, **_shape(key.shape)}
    if key.default != "":
        shown["default"] = list(key.default) if isinstance(key.default, tuple) else key.default
    return shown


def _shape(shape: str) -> dict[str, object]:
    strings: dict[str, object] = {"type": "array", "items": {"type": "string", "minLength": 1}}
    level: dict[str, object] = {"enum": list(LEVELS)}
    shapes: dict[str, dict[str, object]] = {
        "string": {"type": "string", "minLength": 1},
        "file": {"type": "string", "minLength": 1},
        "bool": {"type": "boolean"},
        "count": {"type": "integer", "minimum": 0},
        "strings": strings,
        "selectors": strings,
        "level": level,
        "format": {"enum": list(FORMATS)},
        "start": {"enum": list(STARTS)},
        "levels": {"type": "object", "additionalProperties": level},
        "ignores": {"type": "object", "additionalProperties": strings},
        "functions": {
            "type": "array",
            "items": {
                "type": "object",
                "additionalProperties": False,
                "required": ["code", "resource"],
                "properties": {
                    "code": {"type": "string", "minLength": 1},
                    "resource": {"type": "string", "minLength": 1},
                },
            },
        },
        "options": {"type": "object", "additionalProperties": {"type": "object"}},
    }
    return shapes[shape]
