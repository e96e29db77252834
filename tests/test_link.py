"""Which code a function runs, as far as the project's own files say it."""

from __future__ import annotations

from pathlib import Path

import pytest

from lambdalint.config import Config
from lambdalint.discover import inventory
from lambdalint.model.project import Project, Strength
from lambdalint.reader import Reader
from lambdalint.runner import Understood

MAIN = 'package main\n\nimport "github.com/aws/aws-lambda-go/lambda"\n\nfunc main() { lambda.Start(func() {}) }\n'
MODULE = "module example.com/x\n\ngo 1.24\n\nrequire github.com/aws/aws-lambda-go v1.54.0\n"


def function(name: str, filename: str, runtime: str = "provided.al2023") -> str:
    return (
        f'resource "aws_lambda_function" "{name}" {{\n  function_name = "{name}"\n  role = "r"\n'
        f'  filename = "{filename}"\n  handler = "bootstrap"\n  runtime = "{runtime}"\n}}\n'
    )


def understood(folder: Path, texts: dict[str, str]) -> Project:
    for path, text in texts.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    return Understood(inventory(folder, Config()), Reader(folder), lambda *_: None).project


def links(project: Project) -> dict[str, tuple[str, Strength]]:
    """The program folder and strength of each linked function, by label."""
    found = {}
    for deployed in project.infra.functions:
        link, program = project.link_of(deployed), project.program_of(deployed)
        if link is not None and program is not None:
            found[deployed.label.rsplit(".", 1)[-1]] = (program.folder, link.strength)
    return found


def test_the_only_program_is_what_go_functions_run(tmp_path: Path) -> None:
    texts = {
        "go.mod": MODULE,
        "main.go": MAIN,
        "main.tf": function("a", "a.zip") + function("b", "b.zip", "nodejs22.x"),
    }
    project = understood(tmp_path, texts)
    assert links(project) == {"a": (".", Strength.EXACT)}
    assert [f.label.rsplit(".", 1)[-1] for f in project.infra.functions if project.is_go(f)] == ["a"]


def test_a_chain_of_paths_from_build_to_package(tmp_path: Path) -> None:
    make = (
        "build:\n"
        "\tGOOS=linux go build -o out/a/bootstrap ./cmd/a\n"
        "\tGOOS=linux go build -o out/b/bootstrap ./cmd/b\n"
        "\tcd out/a && zip ../one.zip bootstrap\n"
    )
    archive = (
        'data "archive_file" "b" {\n  type = "zip"\n  source_file = "${path.module}/../out/b/bootstrap"\n'
        '  output_path = "${path.module}/../out/two.zip"\n}\n'
    )
    texts = {
        "go.mod": MODULE,
        "cmd/a/main.go": MAIN,
        "cmd/b/main.go": MAIN,
        "Makefile": make,
        "deploy/main.tf": archive + function("first", "../out/one.zip")
        + function("second", "${path.module}/../out/two.zip"),
    }  # fmt: skip
    assert links(understood(tmp_path, texts)) == {
        "first": ("cmd/a", Strength.EXACT),
        "second": ("cmd/b", Strength.EXACT),
    }


def archive(name: str, source: str) -> str:
    packs = f'  type = "zip"\n  source_file = "{source}"\n  output_path = "{name}.zip"\n'
    return f'data "archive_file" "{name}" {{\n{packs}}}\n'


def test_a_zip_is_followed_to_where_it_is_moved(tmp_path: Path) -> None:
    script = (
        "cd cmd/a\nGOOS=linux go build -o bootstrap .\nzip one.zip bootstrap\nmv one.zip ../../deploy/\n"
        "cd ../b\nGOOS=linux go build -o bootstrap .\nzip other.zip bootstrap\ncp other.zip ../../deploy/two.zip\n"
    )
    texts = {
        "go.mod": MODULE,
        "cmd/a/main.go": MAIN,
        "cmd/b/main.go": MAIN,
        "build.sh": script,
        "deploy/main.tf": function("first", "one.zip") + function("second", "two.zip"),
    }
    assert links(understood(tmp_path, texts)) == {
        "first": ("cmd/a", Strength.EXACT),
        "second": ("cmd/b", Strength.EXACT),
    }


def test_a_zip_holds_the_binary_that_was_written_last(tmp_path: Path) -> None:
    make = (
        "build:\n"
        "\tGOOS=linux go build -o out/bootstrap ./cmd/a\n\tcd out && zip one.zip bootstrap\n"
        "\tGOOS=linux go build -o out/bootstrap ./cmd/b\n\tcd out && zip two.zip bootstrap\n"
    )
    texts = {
        "go.mod": MODULE,
        "cmd/a/main.go": MAIN,
        "cmd/b/main.go": MAIN,
        "Makefile": make,
        "main.tf": function("first", "out/one.zip") + function("second", "out/two.zip"),
    }
    assert links(understood(tmp_path, texts)) == {
        "first": ("cmd/a", Strength.EXACT),
        "second": ("cmd/b", Strength.EXACT),
    }


def test_what_lies_beside_sources_is_built_from_them(tmp_path: Path) -> None:
    deployed = "".join(
        function(name, f"{name}.zip").replace(f'"{name}.zip"', f"data.archive_file.{name}.output_path")
        for name in ("one", "two")
    )
    texts = {
        "go.mod": MODULE,
        "cmd/a/main.go": MAIN,
        "cmd/b/main.go": MAIN,
        "main.tf": archive("one", "cmd/a/bootstrap") + archive("two", "cmd/b/dist/linux/bootstrap") + deployed,
    }
    found = links(understood(tmp_path, texts))
    assert found == {"one": ("cmd/a", Strength.EXACT), "two": ("cmd/b", Strength.PROBABLE)}


def test_names_that_agree_are_probable(tmp_path: Path) -> None:
    texts = {
        "go.mod": MODULE,
        "cmd/orders/main.go": MAIN,
        "cmd/refunds/main.go": MAIN,
        "main.tf": function("orders", "elsewhere.zip") + function("other", "other.zip"),
    }
    assert links(understood(tmp_path, texts)) == {"orders": ("cmd/orders", Strength.PROBABLE)}


def test_a_name_of_several_words_may_have_the_projects_in_front(tmp_path: Path) -> None:
    texts = {
        "go.mod": MODULE,
        "cmd/lambda-key-rotate/main.go": MAIN,
        "cmd/lambda-report/main.go": MAIN,
        "main.tf": function("shop_key_rotate", "a.zip") + function("shop_report", "b.zip"),
    }
    assert links(understood(tmp_path, texts)) == {"shop_key_rotate": ("cmd/lambda-key-rotate", Strength.PROBABLE)}


def test_a_name_may_be_made_of_two_folders(tmp_path: Path) -> None:
    texts = {
        "go.mod": MODULE,
        "services/invoice/cmd/worker/main.go": MAIN,
        "services/ledger/cmd/worker/main.go": MAIN,
        "services/ledger/cmd/api/main.go": MAIN,
        "main.tf": "".join(
            function(name, f"{name}.zip") for name in ("prod-ledger-worker", "subledger-worker", "worker")
        ),
    }
    assert links(understood(tmp_path, texts)) == {
        "prod-ledger-worker": ("services/ledger/cmd/worker", Strength.PROBABLE)
    }


def test_a_function_of_a_module_is_called_as_the_module(tmp_path: Path) -> None:
    calls = (
        'module "orders" {\n  source = "./fn"\n}\n'
        'module "each" {\n  source   = "./fn"\n  for_each = toset(["refunds", "others"])\n}\n'
    )
    texts = {
        "go.mod": MODULE,
        "cmd/orders/main.go": MAIN,
        "cmd/refunds/main.go": MAIN,
        "fn/main.tf": function("this", "x.zip").replace('function_name = "this"', "function_name = var.name"),
        "main.tf": calls,
    }
    project = understood(tmp_path, texts)
    found = {f.label: (link.program, link.strength) for f in project.infra.functions if (link := project.link_of(f))}
    programs = {program.folder: program.key for program in project.code.programs}
    assert found == {
        "orders.this": (programs["cmd/orders"], Strength.PROBABLE),
        'each["refunds"].this': (programs["cmd/refunds"], Strength.PROBABLE),
    }


def test_a_function_of_another_language_is_not_go(tmp_path: Path) -> None:
    texts = {
        "go/go.mod": MODULE,
        "go/main.go": MAIN,
        "rust/Cargo.toml": "[package]\n",
        "main.tf": function("fast", "rust/target/lambda/fast.zip"),
    }
    project = understood(tmp_path, texts)
    assert [project.is_go(f) for f in project.infra.functions] == [False]
    assert links(project) == {}


@pytest.mark.parametrize(
    ("filename", "beside", "is_go"),
    [
        ("var.package", "rust/Cargo.toml", False),
        ("var.package", "app/Package.swift", False),
        ("var.package", "app/pom.xml", True),
        ('"go/a.zip"', "rust/Cargo.toml", True),
    ],
)
def test_an_unknown_package_may_be_of_the_other_language_that_needs_a_custom_runtime(
    tmp_path: Path, filename: str, beside: str, is_go: bool
) -> None:
    texts = {
        "go/go.mod": MODULE,
        "go/main.go": MAIN,
        beside: "",
        "main.tf": function("a", "a.zip").replace('"a.zip"', filename) + 'variable "package" {}\n',
    }
    project = understood(tmp_path, texts)
    assert [project.is_go(f) for f in project.infra.functions] == [is_go]
    assert [project.is_other(f) for f in project.infra.functions] == [False]
    assert bool(links(project)) == is_go


@pytest.mark.parametrize("name", ["main.py", "main_test.go"])
def test_a_project_without_go_has_no_go_functions(tmp_path: Path, name: str) -> None:
    project = understood(tmp_path, {name: "package x\n", "main.tf": function("a", "a.zip")})
    assert [project.is_go(f) for f in project.infra.functions] == [False]


def test_of_several_programs_in_a_folder_the_one_whose_file_the_handler_names(tmp_path: Path) -> None:
    routes = "'GET /a': 'src/a.go', 'GET /b': 'src/b.go', 'GET /c': 'src/main.handler'"
    texts = {
        "go.mod": MODULE,
        "src/a.go": MAIN,
        "src/b.go": MAIN,
        "sst.config.ts": "import { SSTConfig } from 'sst';\nimport { Api } from 'sst/constructs';\n"
        "export default { stacks(app) {\n  app.setDefaultFunctionProps({ runtime: 'go1.x' });\n"
        f"  app.stack(({{ stack }}) => {{ new Api(stack, 'api', {{ routes: {{ {routes} }} }}); }});\n"
        "} } satisfies SSTConfig;\n",
    }
    project = understood(tmp_path, texts)
    mains = {}
    for deployed in project.infra.functions:
        program = project.program_of(deployed)
        mains[deployed.label] = program.main.span.path if program is not None else None
    assert mains == {"GET /a": "src/a.go", "GET /b": "src/b.go", "GET /c": None}


def test_a_package_of_several_programs_may_run_any_of_them(tmp_path: Path) -> None:
    make = "build:\n\tGOOS=linux go build -o out/ ./cmd/...\n\tcd out && zip -r ../all.zip .\n"
    texts = {
        "go.mod": MODULE,
        "cmd/a/main.go": MAIN,
        "cmd/b/main.go": MAIN,
        "Makefile": make,
        "main.tf": function("first", "all.zip") + function("old", "all.zip", "go1.x").replace('"bootstrap"', '"b"'),
    }
    project = understood(tmp_path, texts)
    first, _ = project.infra.functions
    assert links(project) == {"old": ("cmd/b", Strength.EXACT)}
    assert [(link.program.rsplit("/", 1)[-1], link.strength) for link in project.links_of(first)] == [
        ("a", Strength.PROBABLE),
        ("b", Strength.PROBABLE),
    ]
    assert {link.evidence[-1][1] for link in project.links_of(first)} == {"it may run any of 2 programs"}


def test_of_several_binaries_a_custom_runtime_starts_bootstrap(tmp_path: Path) -> None:
    make = (
        "build:\n\tGOOS=linux go build -o out/bootstrap ./cmd/a\n\tGOOS=linux go build -o out/tool ./cmd/b\n"
        "\tcd out && zip ../all.zip bootstrap tool\n"
    )
    texts = {
        "go.mod": MODULE,
        "cmd/a/main.go": MAIN,
        "cmd/b/main.go": MAIN,
        "Makefile": make,
        "main.tf": function("first", "all.zip"),
    }
    assert links(understood(tmp_path, texts)) == {"first": ("cmd/a", Strength.EXACT)}


def test_an_unknown_package_is_not_the_only_program_where_another_function_runs_it(tmp_path: Path) -> None:
    unknown = function("b", "${var.package}") + 'variable "package" {\n  type = string\n}\n'
    make = "build:\n\tGOOS=linux go build -o dist/bootstrap .\n\tcd dist && zip a.zip bootstrap\n"
    texts = {"go.mod": MODULE, "main.go": MAIN, "Makefile": make}
    project = understood(tmp_path / "told", {**texts, "main.tf": function("a", "dist/a.zip") + unknown})
    assert links(project) == {"a": (".", Strength.EXACT)}
    assert all(project.is_go(deployed) for deployed in project.infra.functions)
    assert links(understood(tmp_path / "open", {**texts, "main.tf": unknown})) == {"b": (".", Strength.EXACT)}


def test_of_several_programs_in_a_folder_the_one_whose_file_is_built(tmp_path: Path) -> None:
    make = (
        "build:\n\tGOOS=linux go build -o bin/put/bootstrap todos/put.go\n"
        "\tcd todos && GOOS=linux go build -o ../bin/get/bootstrap ./get.go\n"
        "\tGOOS=linux go build -o bin/any/bootstrap ./todos\n"
    )
    names = ("put", "get", "any")
    texts = {
        "go.mod": MODULE,
        "todos/put.go": MAIN,
        "todos/get.go": MAIN,
        "Makefile": make,
        "main.tf": "".join(archive(name, f"bin/{name}/bootstrap") for name in names)
        + "".join(function(name, "x").replace('"x"', f"data.archive_file.{name}.output_path", 1) for name in names),
    }
    project = understood(tmp_path, texts)
    found = {
        f.label: sorted((link.program, link.strength.value) for link in project.links_of(f))
        for f in project.infra.functions
    }
    assert {name: [strength for _, strength in of] for name, of in found.items()} == {
        "put": ["exact"],
        "get": ["exact"],
        "any": ["probable", "probable"],
    }
    mains = {label: {project.program(key).main.span.path for key, _ in of} for label, of in found.items()}  # type: ignore[union-attr]
    assert mains == {"put": {"todos/put.go"}, "get": {"todos/get.go"}, "any": {"todos/put.go", "todos/get.go"}}


def test_a_binary_that_another_one_replaces_is_not_deployed(tmp_path: Path) -> None:
    make = (
        "build:\n\tGOOS=linux go build -o bin/second ./cmd/a\n\tGOOS=linux go build -o bin/bootstrap ./cmd/b\n"
        "\tzip bin/b.zip bin/bootstrap && rm bin/bootstrap && mv bin/second bin/bootstrap\n"
    )
    template = (
        "Transform: AWS::Serverless-2016-10-31\nResources:\n  Worker:\n    Type: AWS::Serverless::Function\n"
        "    Properties:\n      Handler: bootstrap\n      Runtime: provided.al2023\n      CodeUri: bin/\n"
    )
    texts = {"go.mod": MODULE, "cmd/a/main.go": MAIN, "cmd/b/main.go": MAIN, "template.yaml": template}
    project = understood(tmp_path / "moved", {**texts, "Makefile": make})
    assert links(project) == {"Worker": ("cmd/a", Strength.EXACT)}
    kept = make.replace(" && mv bin/second bin/bootstrap", "").replace("rm bin/bootstrap", "rm bin/second")
    assert links(understood(tmp_path / "kept", {**texts, "Makefile": kept}))["Worker"][0] == "cmd/b"
