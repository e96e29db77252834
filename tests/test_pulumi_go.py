"""Pulumi programs in Go: what is read of them, and what stays unknown."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from lambdalint.frontends import pulumi_go
from lambdalint.model.functions import Function
from lambdalint.model.infra import InfraFacts
from lambdalint.value import Known

IMPORTS = """package main

import (
	"encoding/json"
	"fmt"

	"github.com/pulumi/pulumi-aws/sdk/v6/go/aws/cloudwatch"
	"github.com/pulumi/pulumi-aws/sdk/v6/go/aws/iam"
	"github.com/pulumi/pulumi-aws/sdk/v6/go/aws/lambda"
	"github.com/pulumi/pulumi-aws/sdk/v6/go/aws/sqs"
	"github.com/pulumi/pulumi/sdk/v3/go/pulumi"
	"github.com/pulumi/pulumi/sdk/v3/go/pulumi/config"
)

"""
MOD = "module example.com/shop\n\ngo 1.24\n"


def read(files: Mapping[str, str]) -> InfraFacts:
    data = {path: text.encode() for path, text in files.items()}
    return pulumi_go.read(data.get, data.get, sorted(data))


def program(body: str, beside: str = "") -> InfraFacts:
    text = f"{IMPORTS}func main() {{\n\tpulumi.Run(func(ctx *pulumi.Context) error {{\n{body}\nreturn nil\n}})\n}}\n"
    return read({"go.mod": MOD, "Pulumi.yaml": "name: shop\nruntime:\n  name: go\n", "main.go": text + beside})


def functions(body: str, beside: str = "") -> dict[str, Function]:
    return {function.label: function for function in program(body, beside).functions}


def known(value: object) -> object:
    return value.value if isinstance(value, Known) else "unknown"


@pytest.mark.parametrize(
    ("field", "runtime"),
    [
        ("lambda.RuntimeGo1dx", "go1.x"),
        ("lambda.RuntimeCustomAL2", "provided.al2"),
        ('pulumi.String("provided.al2023")', "provided.al2023"),
        ('lambda.Runtime("go1.x")', "go1.x"),
        ("chosen", "provided"),
        ('config.New(ctx, "").Require("runtime")', "unknown"),
    ],
)
def test_a_runtime_is_known_however_it_is_written(field: str, runtime: str) -> None:
    found = functions(
        f'lambda.NewFunction(ctx, "f", &lambda.FunctionArgs{{Runtime: {field}}})',
        "const chosen = lambda.RuntimeCustom\n",
    )
    assert known(found["f"].runtime) == runtime


def test_what_belongs_together_is_linked() -> None:
    facts = program(
        """
	role, err := iam.NewRole(ctx, "role", &iam.RoleArgs{AssumeRolePolicy: pulumi.String("{}")})
	if err != nil {
		return err
	}
	text, err := json.Marshal(map[string]any{
		"Statement": []map[string]any{{"Effect": "Allow", "Action": []string{"s3:GetObject"}, "Resource": "*"}},
	})
	if err != nil {
		return err
	}
	iam.NewRolePolicy(ctx, "objects", &iam.RolePolicyArgs{Role: role.ID(), Policy: pulumi.String(string(text))})
	queue, err := sqs.NewQueue(ctx, "jobs", nil)
	if err != nil {
		return err
	}
	worker, err := newFunction(ctx, "worker", role, pulumi.StringMap{"QUEUE": queue.Url, "STAGE": pulumi.String("dev")})
	if err != nil {
		return err
	}
	lambda.NewEventSourceMapping(ctx, "jobs", &lambda.EventSourceMappingArgs{
		EventSourceArn: queue.Arn,
		FunctionName:   worker.Name,
		BatchSize:      pulumi.IntPtr(5),
	})
	cloudwatch.NewLogGroup(ctx, "logs", &cloudwatch.LogGroupArgs{
		Name:            pulumi.Sprintf("/aws/lambda/%s", "worker"),
		RetentionInDays: pulumi.Int(7),
	})
	""",
        """
func newFunction(ctx *pulumi.Context, name string, role *iam.Role, all pulumi.StringMap) (*lambda.Function, error) {
	return lambda.NewFunction(ctx, name, &lambda.FunctionArgs{
		Name:        pulumi.String(name),
		Role:        role.Arn,
		Code:        pulumi.NewFileArchive(fmt.Sprintf("dist/%s.zip", name)),
		Environment: &lambda.FunctionEnvironmentArgs{Variables: all},
	})
}
""",
    )
    worker = facts.functions[0]
    assert known(worker.name) == "worker"
    assert worker.package is not None
    assert known(worker.package.path) == "dist/worker.zip"
    assert {entry.key.value: known(entry.value) for entry in worker.environment.entries} == {
        "QUEUE": "unknown",
        "STAGE": "dev",
    }
    assert worker.role == facts.roles[0].key
    actions = [known(a) for p in facts.roles[0].policies for s in p.statements for a in s.actions]
    assert actions == ["s3:GetObject"]
    assert [(m.function, m.source_kind, known(m.batch_size)) for m in facts.mappings] == [(worker.key, "sqs", 5)]
    assert [known(group.name) for group in facts.log_groups] == ["/aws/lambda/worker"]


def test_an_error_ends_the_deployment_so_what_follows_is_certain() -> None:
    body = """
	if err := check(ctx); err != nil {
		return err
	}
	lambda.NewFunction(ctx, "f", &lambda.FunctionArgs{Timeout: pulumi.Int(7)})
	"""
    assert known(functions(body)["f"].timeout) == 7


def test_a_program_runs_in_the_folder_of_its_main() -> None:
    text = IMPORTS + (
        "func main() {\n\tpulumi.Run(deploy)\n}\n\nfunc deploy(ctx *pulumi.Context) error {\n"
        '\t_, err := lambda.NewFunction(ctx, "f", &lambda.FunctionArgs{Code: pulumi.NewFileArchive("../dist")})\n'
        "\treturn err\n}\n"
    )
    for settings, main in (
        ({"infra/Pulumi.yaml": "name: shop\nruntime: go\n"}, "infra/main.go"),
        ({"Pulumi.yaml": "name: shop\nruntime: go\nmain: infra\n"}, "infra/main.go"),
    ):
        facts = read({"go.mod": MOD, **settings, main: text})
        package = facts.functions[0].package
        assert package is not None
        assert known(package.path) == "dist"


def test_other_programs_are_left_alone() -> None:
    text = IMPORTS + 'func main() {\n\tlambda.NewFunction(nil, "f", nil)\n}\n'
    assert read({"go.mod": MOD, "main.go": text}).functions == ()
    assert read({"go.mod": MOD, "main.go": text, "Pulumi.yaml": "name: shop\nruntime: nodejs\n"}).functions == ()
