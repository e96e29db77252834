"""What starting costs, told by the modules that are loaded."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from zipfile import ZipFile

from lambdalint.data.go_constructors import (
    CONNECTION_WORDS,
    CONNECTIONS,
    HTTP,
    SDK_CONFIGURATIONS,
    SDK_SERVICES,
    SDK_WORD,
)
from lambdalint.data.go_loggers import FMT_PRINTS, FMT_WRITES, PACKAGES, PRINTING_WORD, WORDS
from lambdalint.data.go_responses import HTTP_RESPONSES, RESPONSE_WORDS


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


def checked(folder: Path, files: Mapping[str, str], *options: str) -> set[str]:
    """The modules that are loaded when a project of these files has been checked."""
    for path, text in files.items():
        place = folder / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, encoding="utf-8")
    arguments = ("check", str(folder), "--isolated", "--quiet", *options)
    return loaded(*arguments, code=MAIN)


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


GO = {
    "go.mod": "module example.com/greeter\n\ngo 1.24\n\nrequire github.com/aws/aws-lambda-go v1.54.0\n",
    "main.go": (
        "package main\n\n"
        'import (\n\t"context"\n\n\t"github.com/aws/aws-lambda-go/lambda"\n)\n\n'
        "func handle(ctx context.Context) error { return ctx.Err() }\n\n"
        "func main() { lambda.Start(handle) }\n"
    ),
}
TERRAFORM = {
    "main.tf": (
        'resource "aws_lambda_function" "greeter" {\n  function_name = "greeter"\n  filename      = "greeter.zip"\n'
        '  role          = "arn:aws:iam::123456789012:role/greeter"\n  runtime       = "provided.al2023"\n}\n'
    ),
}
JSON = ("--output-format", "json")
OTHER_DIALECTS = ("cloudformation", "cfn", "serverless", "sls", "cdk", "cdk_ts", "sst", "sst_program", "ts", "script")
BUILD_FILES = ("builds", "commands")


def front_ends(modules: set[str], *names: str) -> set[str]:
    """Those of the modules that belong to one of these front ends."""
    starts = tuple(f"lambdalint.frontends.{name}" for name in names)
    return {
        module for module in modules if module.startswith(tuple(f"{start}." for start in starts)) or module in starts
    }


def test_a_check_loads_only_what_reads_the_files_there_are(tmp_path: Path) -> None:
    code = checked(tmp_path / "code", GO, *JSON)
    assert "lambdalint.golang.flow.bodies" in code
    assert front_ends(code, "terraform", "hcl", *OTHER_DIALECTS, *BUILD_FILES) == set()
    assert not code & {"yaml", "hcl2", "tree_sitter_yaml", "tree_sitter_typescript", "tree_sitter_bash"}
    both = checked(tmp_path / "both", {**GO, **TERRAFORM}, *JSON)
    assert front_ends(both, "terraform") == {"lambdalint.frontends.terraform"}
    assert front_ends(both, *OTHER_DIALECTS, *BUILD_FILES) == set()
    built = checked(tmp_path / "built", {**GO, "Makefile": "bootstrap:\n\tgo build -o bootstrap .\n"}, *JSON)
    assert front_ends(built, *BUILD_FILES) >= {"lambdalint.frontends.builds", "lambdalint.frontends.commands.makefile"}


def test_a_check_of_a_repository_loads_nothing_more(tmp_path: Path) -> None:
    plain = checked(tmp_path, GO, *JSON)
    subprocess.run(["git", "-C", str(tmp_path), "init", "-q"], check=True)
    assert checked(tmp_path, GO, *JSON) == plain


def test_a_check_loads_only_its_own_report(tmp_path: Path) -> None:
    modules = checked(tmp_path, {**GO, **TERRAFORM}, *JSON)
    assert "lambdalint.report.json" in modules
    assert not [
        module for module in modules if module.startswith(("lambdalint.report.sarif", "lambdalint.report.text"))
    ]
    assert not modules & (HEAVY - {"tree_sitter"})
    assert not modules & {"argparse", "datetime", "gettext", "json", "locale", "pathlib", "urllib"}
    assert not modules & {"lambdalint.fixer", "shutil", "subprocess", "tempfile", "tomllib", "traceback"}


def test_a_check_loads_nothing_for_what_a_project_does_not_have(tmp_path: Path) -> None:
    modules = checked(tmp_path, {**GO, **TERRAFORM}, *JSON)
    unused = (
        "gitignore",
        "golang.environment.tags",
        "frontends.hcl.definitions",
        "frontends.hcl.lambdamodule",
        "syntax.yamltree",
        "frontends.hcl.builtins",
        "frontends.hcl.jsonbody",
    )
    assert not modules & {f"lambdalint.{name}" for name in unused}
    assert not {module for module in modules if module.startswith("lambdalint.suppress")}
    assert "lambdalint_rules.packaging.deprecated_runtime" in modules
    assert not modules & {f"lambdalint_rules.packaging.{name}" for name in ("_migration", "_renaming", "_repacking")}
    assert not modules & {"hashlib", "_hashlib"}


def test_a_comment_that_suppresses_loads_what_judges_it(tmp_path: Path) -> None:
    main = GO["main.go"].replace("func main", "//lambdalint:ignore[LL106]\nfunc main")
    modules = checked(tmp_path, {**GO, "main.go": main}, *JSON)
    assert {"lambdalint.suppress.comments", "lambdalint_rules.own.unused_suppression"} <= modules


def test_rules_without_anything_to_check_are_loaded_for_their_table_alone(tmp_path: Path) -> None:
    idle = {"lambdalint_rules.events.visibility_timeout_too_short", "lambdalint_rules.packaging.retired_base_image"}
    busy = {"lambdalint_rules.handler.invalid_handler_signature"}
    assert checked(tmp_path, GO, *JSON) & (idle | busy) == busy
    assert checked(tmp_path, GO, "--output-format", "sarif") & (idle | busy) == idle | busy


def test_rules_are_loaded_where_the_code_has_a_word_they_need(tmp_path: Path) -> None:
    rule = "lambdalint_rules.lifecycle.sleep_on_handler_path"
    assert rule not in checked(tmp_path / "awake", GO, *JSON)
    main = GO["main.go"].replace('"context"\n', '"context"\n\t"time"\n').replace("{ return", "{ time.Sleep(2); return")
    assert rule in checked(tmp_path / "asleep", {**GO, "main.go": main}, *JSON)


def test_what_only_findings_need_is_not_loaded_for_silence(tmp_path: Path) -> None:
    build = {"Makefile": "bootstrap:\n\tGOOS=linux go build -o bootstrap .\n"}
    modules = checked(tmp_path, {**GO, **TERRAFORM, **build}, *JSON)
    assert "lambdalint_rules.packaging.binary_not_bootstrap" in modules
    assert not modules & {f"lambdalint_rules.packaging.{name}" for name in ("_renaming", "_repacking", "_mentions")}


def test_rules_about_finished_packages_are_loaded_where_there_is_one(tmp_path: Path) -> None:
    rule = "lambdalint_rules.packaging.package_too_large"
    assert rule not in checked(tmp_path, {**GO, **TERRAFORM}, *JSON)
    with ZipFile(tmp_path / "greeter.zip", "w") as package:
        package.writestr("bootstrap", b"#!/bin/sh\n")
    assert rule in checked(tmp_path, {}, *JSON)


def test_words_that_rules_need_stand_in_all_that_they_look_for() -> None:
    for package in {*CONNECTIONS} - {HTTP}:
        assert any(word in package for word in CONNECTION_WORDS), package
    for package in {*SDK_CONFIGURATIONS, *SDK_SERVICES}:
        assert SDK_WORD in package
    for package in PACKAGES - {"fmt"}:
        assert any(word in package for word in WORDS), package
    assert all(PRINTING_WORD in name for name in FMT_PRINTS | FMT_WRITES)
    for response in HTTP_RESPONSES:
        assert any(word in response for word in RESPONSE_WORDS), response
