"""Grammars, imported on first use: a run pays only for the languages it meets."""

from __future__ import annotations

from functools import cache
from typing import Any

from tree_sitter import Language, Parser

_MODULES = {
    "bash": "tree_sitter_bash",
    "go": "tree_sitter_go",
    "hcl": "tree_sitter_hcl",
    "json": "tree_sitter_json",
    "yaml": "tree_sitter_yaml",
}


@cache
def language(name: str) -> Language:
    """The grammar of a language: `bash`, `go`, `hcl`, `json` or `yaml`. KeyError for any other name."""
    from importlib import import_module

    grammar: Any = import_module(_MODULES[name])
    return Language(grammar.language())


@cache
def parser(name: str) -> Parser:
    """A parser of a language; one per language is shared."""
    return Parser(language(name))
