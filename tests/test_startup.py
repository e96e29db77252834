"""What starting costs, told by the modules that are loaded."""

from __future__ import annotations

import subprocess
import sys


def loaded(*arguments: str, code: str) -> set[str]:
    """The modules that are loaded when `code` has run with these arguments, beyond a bare interpreter's."""
    program = (
        "import sys, contextlib, io\n"
        "before = set(sys.modules)\n"
        f"sys.argv[1:] = {list(arguments)!r}\n"
        "with contextlib.redirect_stdout(io.StringIO()):\n"
        f"    {code}\n"
        "print(*sorted(set(sys.modules) - before))\n"
    )
    run = subprocess.run([sys.executable, "-S", "-c", _with_path(program)], capture_output=True, text=True, check=True)
    return set(run.stdout.split())


def _with_path(program: str) -> str:
    return f"import sys; sys.path[:] = {sys.path!r}\n{program}"


MAIN = "from lambdalint.__main__ import main; main()"
HEAVY = {"asyncio", "dataclasses", "importlib.metadata", "logging", "pkgutil", "rich", "tree_sitter", "hcl2", "yaml"}


def test_version_imports_next_to_nothing() -> None:
    only = {"__future__", "gc", "lambdalint", "lambdalint.__main__"}
    assert loaded("--version", code=MAIN) == only
    assert loaded("version", code=MAIN) == only


def test_a_wrong_option_and_the_schema_need_no_engine() -> None:
    for arguments in (["chek"], ["config", "schema"]):
        modules = loaded(*arguments, code=MAIN.replace("main()", "main() or 0"))
        assert not modules & HEAVY
        assert not any(module.startswith(("lambdalint.golang", "lambdalint.frontends")) for module in modules)


def test_explaining_a_rule_loads_that_rule_alone() -> None:
    modules = loaded("rule", "syntax-error", code=MAIN)
    assert not modules & HEAVY
    rules = {module for module in modules if module.startswith("lambdalint_rules.")}
    assert rules == {"lambdalint_rules._index", "lambdalint_rules.own", "lambdalint_rules.own.syntax_error"}
