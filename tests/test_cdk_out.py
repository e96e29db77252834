"""Templates that the CDK has made: read like others, never written to, and only where the program isn't understood."""

from __future__ import annotations

import json
from collections.abc import Mapping

import pytest

from lambdalint.frontends import cdk_out, terraform
from lambdalint.model.functions import Function
from lambdalint.model.infra import Deployment, InfraFacts
from lambdalint.value import Known, Slot

TEMPLATE = json.dumps(
    {
        "Resources": {
            "WorkerB7E04F1C": {
                "Type": "AWS::Lambda::Function",
                "Properties": {
                    "Code": {"S3Bucket": "assets", "S3Key": "a.zip"},
                    "Handler": "bootstrap",
                    "Runtime": "provided.al2023",
                    "Environment": {"Variables": {"STAGE": "prod", "TABLE": {"Ref": "Orders1"}}},
                },
                "Metadata": {"aws:cdk:path": "Shop/Api/Worker/Resource"},
            },
            "Orders1": {"Type": "AWS::DynamoDB::Table", "Properties": {}},
        }
    },
    indent=1,
)


NOTHING = InfraFacts()


def read(files: Mapping[str, str], programs: InfraFacts = NOTHING) -> InfraFacts:
    data = {path: text.encode() for path, text in files.items()}
    facts, broken = cdk_out.read(data.get, sorted(data), programs)
    assert broken == ()
    return facts


def slots(thing: object) -> list[Slot]:
    if isinstance(thing, Slot):
        return [thing]
    return [slot for part in thing for slot in slots(part)] if isinstance(thing, tuple) else []


def test_functions_have_the_names_of_the_program_and_nothing_to_write_to() -> None:
    facts = read({"cdk.out/Shop.template.json": TEMPLATE})
    (function,) = facts.functions
    assert function.label == "Api/Worker"
    assert isinstance(function.timeout, Known)
    assert (function.timeout.value, function.timeout.default) == (3, True)
    assert [(entry.key.value, entry.entry.end - entry.entry.start) for entry in function.environment.entries] == [
        ("STAGE", 0),
        ("TABLE", 0),
    ]
    assert slots(facts) == []


def test_what_an_image_has_no_use_for_stays_in_the_template() -> None:
    image = TEMPLATE.replace('"S3Bucket": "assets", "S3Key": "a.zip"', '"ImageUri": "a:1"')
    image = image.replace('"Handler"', '"PackageType": "Image", "Handler"')
    (function,) = read({"cdk.out/Shop.template.json": image}).functions
    assert {(setting.name, setting.entry.end - setting.entry.start) for setting in function.image_excess} == {
        ("Handler", 0),
        ("Runtime", 0),
    }


def test_misspelt_names_belong_to_resources_of_the_program_too() -> None:
    facts = read({"cdk.out/Shop.template.json": TEMPLATE.replace('"Handler"', '"Memorysize": 256, "Handler"')})
    assert [attribute.resource for attribute in facts.unknown_attributes] == ["Api/Worker"]


@pytest.mark.parametrize(
    ("path", "root", "seen"),
    [
        ("infra/cdk.out/Shop.template.json", "infra/bin/app.ts", 0),
        ("infra/cdk.out/Shop.template.json", "other/app.py", 1),
        ("cdk.out/Shop.template.json", "infra/app.py", 0),
    ],
)
def test_a_program_that_is_understood_speaks_for_itself(path: str, root: str, seen: int) -> None:
    (function,) = read({path: TEMPLATE}).functions
    programs = InfraFacts((Deployment(root, root, True),), (function._replace(deployment=root),))
    assert len(read({path: TEMPLATE}, programs).functions) == seen


def test_other_files_are_no_templates() -> None:
    assert read({"infra/Shop.template.json": TEMPLATE, "cdk.out/tree.json": TEMPLATE}).functions == ()


@pytest.mark.parametrize(
    "text", ["", "{", "[]", '{"Resources": []}', TEMPLATE[:400], '{"Resources": {"A": {"Type": 1}}}']
)
def test_broken_templates_end_quietly(text: str) -> None:
    data = {"cdk.out/a.template.json": text.encode()}
    facts, _ = cdk_out.read(data.get, sorted(data), InfraFacts())
    assert all(isinstance(function, Function) for function in facts.functions)


def test_what_cdktf_has_made_is_not_written_to_either() -> None:
    stack = {"resource": {"aws_lambda_function": {"api": {"function_name": "api", "timeout": 9}}}}
    data = {"cdktf.out/stacks/shop/cdk.tf.json": json.dumps(stack).encode()}
    facts, _ = terraform.read(data.get, sorted(data))
    assert isinstance(facts.functions[0].timeout, Known)
    assert facts.functions[0].timeout.value == 9
    assert slots(facts) == []
