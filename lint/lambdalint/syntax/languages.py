"""Grammars, imported on first use: a run pays only for the languages it meets."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from typing import Any

from tree_sitter import Language, Parser

_MODULES = {
    "bash": "tree_sitter_bash",
    "go": "tree_sitter_go",
    "hcl": "tree_sitter_hcl",
    "javascript": "tree_sitter_javascript",
    "json": "tree_sitter_json",
    "python": "tree_sitter_python",
    "tsx": "tree_sitter_typescript",
    "typescript": "tree_sitter_typescript",
    "yaml": "tree_sitter_yaml",
}
_DIALECTS = {"tsx": "language_tsx", "typescript": "language_typescript"}


@cache
def language(name: str) -> Language:
    """The grammar of a language, one of the names above. KeyError for any other."""
    return Language(getattr(_grammar(_MODULES[name]), _DIALECTS.get(name, "language"))())


def _grammar(package: str) -> Any:
    """The compiled part of a grammar's package. The package itself isn't run: it imports what only its queries need."""
    from importlib.machinery import PathFinder

    found = PathFinder.find_spec(package)
    compiled = PathFinder.find_spec("_binding", found.submodule_search_locations) if found is not None else None
    loader = compiled.loader if compiled is not None else None
    module = loader.create_module(compiled) if compiled is not None and loader is not None else None
    if module is None or loader is None:
        return import_module(package)
    loader.exec_module(module)
    return module


@cache
def parser(name: str) -> Parser:
    """A parser of a language; one per language is shared."""
    return Parser(language(name))
