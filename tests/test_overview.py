"""What `explain-project` tells: whole projects as golden text, and what must never get lost or out."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.cases import TESTDATA

PROJECTS = sorted(path for path in (TESTDATA / "projects").iterdir() if path.is_dir())
LAMBDA = 'package main\n\nimport "github.com/aws/aws-lambda-go/lambda"\n\nfunc handle() error { return nil }\n\n'
GO_MOD = "module example.com/desk\n\ngo 1.24\n\nrequire github.com/aws/aws-lambda-go v1.54.0\n"


def run(root: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "lambdalint", *arguments, "--isolated"]
    return subprocess.run(command, cwd=root, capture_output=True, text=True, encoding="utf-8", check=False)


def told(root: Path) -> dict[str, Any]:
    done = run(root, "explain-project", "--output-format", "json")
    assert (done.returncode, done.stderr) == (0, "")
    document: dict[str, Any] = json.loads(done.stdout)
    return document


def write(root: Path, **files: str) -> Path:
    """Files by path, with `__` for `/` and `_` before the ending for `.`."""
    for name, text in files.items():
        path = root / ".".join(name.replace("__", "/").rsplit("_", 1))
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return root


@pytest.mark.parametrize("folder", PROJECTS, ids=lambda path: path.name)
def test_whole_projects(folder: Path) -> None:
    done = run(folder, "explain-project")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == (folder / "overview.txt").read_text(encoding="utf-8")
    assert run(folder, "check", "--show-project").stdout == done.stdout


def test_a_function_its_program_and_why(tmp_path: Path) -> None:
    write(
        tmp_path,
        go_mod=GO_MOD,
        cmd__orders__main_go=LAMBDA + "func main() { lambda.Start(handle) }\n",
        cmd__returns__main_go=LAMBDA + "func main() { lambda.Start(handle) }\n",
        Makefile_mk="b:\n\tGOOS=linux go build -o out/bootstrap ./cmd/orders\n\tcd out && zip orders.zip bootstrap\n",
        main_tf="".join(
            f'resource "aws_lambda_function" "{name}" {{\n  function_name = "{name}"\n  filename      = "{package}"\n'
            f'  role          = "arn:aws:iam::111122223333:role/x"\n  runtime       = "{runtime}"\n'
            '  handler       = "bootstrap"\n  timeout       = var.timeout\n}\n'
            for name, package, runtime in (
                ("intake", "out/orders.zip", "provided.al2023"),
                ("returns", "elsewhere.zip", "provided.al2023"),
                ("lost", "elsewhere.zip", "provided.al2023"),
                ("pages", "pages.zip", "nodejs22.x"),
            )
        ) + 'variable "timeout" {}\n',
    )  # fmt: skip
    document = told(tmp_path)
    functions = {function["label"]: function for function in document["functions"]}
    (link,) = functions["intake"]["code"]
    assert (link["program"], link["strength"]) == ("cmd/orders", "exact")
    assert [(one["path"], one["line"], one["shows"]) for one in link["evidence"]] == [
        ("Makefile.mk", 2, "builds cmd/orders"),
        ("Makefile.mk", 3, "packs out/bootstrap"),
        ("main.tf", 3, "deploys out/orders.zip"),
    ]
    (link,) = functions["returns"]["code"]
    assert (link["program"], link["strength"]) == ("cmd/returns", "probable")
    assert (functions["lost"]["code"], functions["lost"]["no_code"]) == ([], "nothing says which of 2 programs it runs")
    assert functions["pages"]["no_code"] == "its runtime is nodejs22.x"
    assert functions["intake"]["settings"]["timeout"] is None
    assert [(one["what"], one["path"], one["line"]) for one in functions["intake"]["unknown"]] == [
        ("timeout", "main.tf", 7)
    ]
    assert {function["dialect"] for function in functions.values()} == {"Terraform"}
    assert {program["folder"]: program["functions"] for program in document["programs"]} == {
        "cmd/orders": ["intake"],
        "cmd/returns": ["returns"],
    }


def test_what_stands_behind_the_handler_of_a_library_is_told(tmp_path: Path) -> None:
    main = """package main

import (
	"net/http"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/awslabs/aws-lambda-go-api-proxy/httpadapter"
)

func list(w http.ResponseWriter, r *http.Request) { count(w) }

func count(w http.ResponseWriter) { w.WriteHeader(http.StatusOK) }

func main() {
	http.HandleFunc("/parcels", list)
	lambda.Start(httpadapter.New(http.DefaultServeMux).ProxyWithContext)
}
"""
    write(tmp_path, go_mod=GO_MOD, main_go=main)
    (handler,) = told(tmp_path)["programs"][0]["handlers"]
    assert (handler["name"], handler["reaches"]) == (None, 2)
    text = run(tmp_path, "explain-project").stdout
    assert "    handler    a library's, with 2 functions of the project behind it  main.go:16\n" in text
    write(
        tmp_path,
        main_go=main.replace("http.DefaultServeMux", "nil").replace('	http.HandleFunc("/parcels", list)\n', ""),
    )
    assert "    handler    can't be followed  main.go:15\n" in run(tmp_path, "explain-project").stdout


def test_what_is_not_followed_is_told(tmp_path: Path) -> None:
    write(
        tmp_path,
        main_tf=(
            'module "queue" {\n  source = "example-org/sqs/aws"\n}\n\n'
            'resource "aws_sqs_queue" "x" {\n  name =\n}\n'
        ),
        template_yaml=(
            "Transform: AWS::Serverless-2016-10-31\nResources:\n  Shared:\n    Type: AWS::Serverless::Application\n"
            "    Properties:\n      Location: ../shared/template.yaml\n"
        ),
        serverless_yml=(
            "service: desk\nprovider:\n  name: aws\nplugins: [serverless-odd-plugin]\n"
            "functions: ${file(functions.yml)}\n"
        ),
        cdk_json='{"app": "npx ts-node bin/app.ts"}',
        bin__app_ts=(
            "import * as cdk from 'aws-cdk-lib';\nimport { Desk } from '../lib/desk';\n"
            "const app = new cdk.App();\nnew Desk(app, 'Desk');\n"
        ),
    )  # fmt: skip
    document = told(tmp_path)
    reasons = {(one["path"], one["line"], one["reason"]) for one in document["not_followed"]}
    assert ("main.tf", 1, "the module example-org/sqs/aws isn't in the project") in reasons
    assert ("template.yaml", 3, "../shared/template.yaml isn't in the project") in reasons
    assert ("serverless.yml", 1, "the plugin serverless-odd-plugin may change what is deployed") in reasons
    assert ("serverless.yml", 1, "it may have functions that aren't written here") in reasons
    assert ("bin/app.ts", 2, "../lib/desk isn't in the project") in reasons
    assert ("bin/app.ts", 1, "no Lambda function was found in this program") in reasons
    assert [(one["path"], one["line"]) for one in document["broken"]] == [("main.tf", 6)]
    text = run(tmp_path, "explain-project").stdout
    assert "Not followed (6)\n" in text
    assert "  main.tf:6" in text[text.index("Not readable (1)\n") :]


def test_skipped_files_and_why(tmp_path: Path) -> None:
    write(tmp_path, main_tf='resource "aws_sqs_queue" "jobs" {}\n')
    (tmp_path / "binary.tf").write_bytes(b"\0" * 100)
    (tmp_path / "outside.tf").symlink_to("/etc/hostname")
    document = told(tmp_path)
    assert [one["path"] for one in document["skipped"]] == ["binary.tf", "outside.tf"]
    assert document["files"] == {"listed": 2, "read": 1}


def test_what_tests_deploy_and_texts_that_nothing_reads_are_told(tmp_path: Path) -> None:
    resource = 'resource "aws_lambda_function" "f" {\n}\n'
    write(
        tmp_path,
        go_mod=GO_MOD,
        infra__tests__main_tf=resource,
        infra__tests__fixtures__other_tf=resource,
        infra__tests__empty_tf='resource "aws_sqs_queue" "jobs" {}\n',
        lib__testdata__echo__main_go=LAMBDA + "func main() { lambda.Start(handle) }\n",
        shop__cdk_json='{"app": "dotnet run --project src/Shop.csproj"}',
        desk__cdk_json='{"app": "mvn -e -q compile exec:java"}',
        site__cdk_json='{"app": "npx ts-node bin/site.ts"}',
        store__Pulumi_yaml="name: store\nruntime:\n  name: dotnet\n",
    )
    document = told(tmp_path)
    assert {one["path"]: one["reason"] for one in document["skipped"]} == {
        "desk/cdk.json": "programs in languages of the JVM aren't read",
        "infra/tests": "taken for tests: 2 files of functions or their programs",
        "lib/testdata": "taken for tests: 1 file of functions or their programs",
        "shop/cdk.json": "programs in languages of .NET aren't read",
        "store/Pulumi.yaml": "programs in languages of .NET aren't read",
    }
    assert (document["functions"], document["programs"]) == ([], [])


def test_nothing_there(tmp_path: Path) -> None:
    write(tmp_path, notes_txt="nothing")
    done = run(tmp_path, "explain-project")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == "No Lambda programs in Go and no Lambda functions were found.\n0 of 1 file read.\n"
    assert run(tmp_path, "explain-project", "nowhere").returncode == 2


def test_values_and_control_characters_stay_inside(tmp_path: Path) -> None:
    write(
        tmp_path,
        go_mod=GO_MOD,
        main_go=LAMBDA + "func main() { lambda.Start(handle) }\n",
        main_tf=(
            'resource "aws_lambda_function" "f" {\n  function_name = "f"\n  filename      = "f.zip"\n'
            '  role          = "arn:aws:iam::111122223333:role/x"\n  runtime       = "provided.al2023"\n'
            '  handler       = "bootstrap"\n  environment {\n    variables = {\n      TOKEN = "opensesame-42"\n'
            '      "AKIAQWERTYUIOPASDFGH" = "x"\n      "A\\u001b[2J\\u202eB" = "x"\n    }\n  }\n}\n'
        ),
    )  # fmt: skip
    shown = [run(tmp_path, "explain-project", *more).stdout for more in ((), ("--output-format", "json"))]
    for text in shown:
        assert "TOKEN" in text
        assert "opensesame" not in text
        assert "QWERTY" not in text
        assert not {"\x1b", "\u202e"} & set(text)


def test_constructs_of_libraries_are_told(tmp_path: Path) -> None:
    write(
        tmp_path,
        cdk_json='{"app": "npx ts-node bin/app.ts"}',
        bin__app_ts=(
            "import * as cdk from 'aws-cdk-lib';\nimport { Api } from '@example/api-constructs';\n"
            "const app = new cdk.App();\nconst stack = new cdk.Stack(app, 'Desk');\n"
            "new Api(stack, 'Api', {});\n"
        ),
    )  # fmt: skip
    assert [(one["line"], one["reason"]) for one in told(tmp_path)["not_followed"]] == [
        (1, "no Lambda function was found in this program"),
        (5, "example.api-constructs.Api isn't in the project, and may deploy more"),
    ]


def test_loops_over_what_nobody_knows_are_told(tmp_path: Path) -> None:
    write(
        tmp_path,
        cdk_json='{"app": "npx ts-node bin/app.ts"}',
        bin__app_ts=(
            "import * as cdk from 'aws-cdk-lib';\nimport * as lambda from 'aws-cdk-lib/aws-lambda';\n"
            "import { names } from '@example/names';\nconst stack = new cdk.Stack(new cdk.App(), 'Desk');\n"
            "for (const name of ['a', 'b']) {\n"
            "  for (const part of names(name)) {\n"
            "    new lambda.Function(stack, name + part, { runtime: lambda.Runtime.PROVIDED_AL2023,\n"
            "      handler: 'bootstrap', code: lambda.Code.fromAsset('dist') });\n  }\n}\n"
            "for (const name of names()) {\n  console.log(name);\n}\n"
        ),
    )  # fmt: skip
    assert [(one["line"], one["reason"]) for one in told(tmp_path)["not_followed"]] == [
        (6, "how often this is done isn't known, it may deploy more")
    ]


def test_functions_that_an_unknown_list_calls_are_told(tmp_path: Path) -> None:
    write(
        tmp_path,
        cdk_json='{"app": "npx ts-node bin/app.ts"}',
        bin__app_ts=(
            "import * as cdk from 'aws-cdk-lib';\nimport * as lambda from 'aws-cdk-lib/aws-lambda';\n"
            "import { names } from '@example/names';\nconst stack = new cdk.Stack(new cdk.App(), 'Desk');\n"
            "const make = (name) => new lambda.Function(stack, name, { runtime: lambda.Runtime.PROVIDED_AL2023,\n"
            "  handler: 'bootstrap', code: lambda.Code.fromAsset('dist') });\n"
            "['a', 'b'].map((name) => make(name));\n"
            "names().map((name) => make(name));\n"
            "[...names()].forEach((name) => { make(name); });\n"
            "names().forEach((name) => console.log(name));\n"
        ),
    )  # fmt: skip
    assert [(one["line"], one["reason"]) for one in told(tmp_path)["not_followed"]] == [
        (line, "how often this is done isn't known, it may deploy more") for line in (8, 9)
    ]
