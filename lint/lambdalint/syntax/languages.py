"""Grammars, imported on first use: a run pays only for the languages it meets."""

from __future__ import annotations

from functools import cache
from typing import Any

from tree_sitter import Language, Parser

_MODULES = {
    "bash": "tree_sitter_bash",
    "go": "tree_sitter_go",
    "hcl": "tree_sitter_hcl",
    "javascript": "tree_sitter_javascript",
    "json": "tree_sitter_json",
    "tsx": "tree_sitter_typescript",
    "typescript": "tree_sitter_typescript",
    "yaml": "tree_sitter_yaml",
}
_DIALECTS = {"tsx": "language_tsx", "typescript": "language_typescript"}


@cache
def language(name: str) -> Language:
    """The grammar of a language, one of the names above. KeyError for any other."""
    from importlib import import_module

    grammar: Any = import_module(_MODULES[name])
    return Language(getattr(grammar, _DIALECTS.get(name, "language"))())


@cache
def parser(name: str) -> Parser:
    """A parser of a language; one per language is shared."""
    return Parser(language(name))
