"""Templates that another tool fills in: what is the same whatever it fills in is read, the rest isn't known."""

from __future__ import annotations

import json

import pytest

from lambdalint.model.functions import Function
from lambdalint.model.infra import InfraFacts
from lambdalint.value import Known, Unknown
from tests.cloudformation_reading import SERVERLESS, read

HOME = "basket/{{cookiecutter.project}}"
TEMPLATE = (
    SERVERLESS
    + """\
Resources:
  {{cookiecutter.worker}}:
    Type: AWS::Serverless::Function
    Properties:
      FunctionName: {{ cookiecutter.project }}-work
      CodeUri: {{cookiecutter.worker}}
      Handler: bootstrap
      Runtime: {{ cookiecutter.runtime }}
      MemorySize: {{ cookiecutter.sizes[cookiecutter.runtime] }}
      Timeout: 25
      {%- if cookiecutter.network %}
      VpcConfig:
        SubnetIds: [{{ cookiecutter.network }}]
      {%- endif %}
      Environment:
        Variables:
          PLACE: {{ cookiecutter.place }}
          TABLE: !Ref {{cookiecutter.worker}}Table
  {{cookiecutter.worker}}Table:
    Type: AWS::DynamoDB::Table
  Poll:
    Type: AWS::Lambda::EventSourceMapping
    Properties:
      FunctionName: !GetAtt {{cookiecutter.worker}}.Arn
      EventSourceArn: !GetAtt Jobs.Arn
      BatchSize: 10
  Jobs:
    Type: AWS::SQS::Queue
    Properties:
      VisibilityTimeout: {{ cookiecutter.patience }}
"""
)
ANSWERS = {
    "project": "basket",
    "worker": "{{ cookiecutter.project }}Work",
    "runtime": ["provided.al2", "provided.al2023"],
    "sizes": {"provided.al2": "128"},
}


def basket(answers: object = ANSWERS, template: str = TEMPLATE) -> InfraFacts:
    files = {f"{HOME}/template.yaml": template, f"{HOME}/{{{{cookiecutter.worker}}}}/main.go": "package main\n"}
    found, broken = read({**files, "basket/cookiecutter.json": json.dumps(answers)})
    assert broken == ()
    return found


def one(found: InfraFacts) -> Function:
    (function,) = found.functions
    return function


def test_a_function_is_called_by_the_default_of_its_name() -> None:
    assert one(basket()).label == "basketWork"
    assert one(basket({})).label == "cookiecutter_worker"


def test_values_that_are_filled_in_are_not_known() -> None:
    function = one(basket())
    (place, _) = function.environment.entries
    for value in (function.name, function.runtime, function.memory, function.in_vpc, place.value):
        assert isinstance(value, Unknown)
    (queue,) = basket().queues
    assert isinstance(queue.visibility_timeout, Unknown)


def test_values_that_are_written_are_known_and_can_be_written_anew() -> None:
    function = one(basket())
    assert isinstance(function.timeout, Known)
    (edit,) = function.timeout.write(30)
    assert (edit.text, TEMPLATE[edit.span.start : edit.span.end]) == ("30", "25")
    (poll,) = basket().mappings
    assert isinstance(poll.batch_size, Known)


def test_a_name_is_the_same_wherever_it_is_filled_in() -> None:
    found = basket()
    (poll,) = found.mappings
    assert poll.function == one(found).key
    assert [entry.target for entry in one(found).environment.entries] == [None, f"{HOME}/template.yaml#basketWorkTable"]


def test_a_folder_that_is_named_like_the_expression_holds_the_code() -> None:
    function = one(basket())
    assert isinstance(function.source, Known)
    assert function.source.value == f"{HOME}/{{{{cookiecutter.worker}}}}"
    assert function.source.slot is None


@pytest.mark.parametrize(
    ("choices", "runtime"),
    [
        ("nodejs20.x", "nodejs20.x"),
        (["python3.13", "python3.14"], "python3.13"),
        (["python3.13", "provided.al2023"], None),
        ("go1.x", None),
        ([], None),
        ({"a": 1}, None),
    ],
)
def test_the_default_runtime_counts_where_it_can_only_be_that_of_another_language(
    choices: object, runtime: str | None
) -> None:
    found = one(basket({**ANSWERS, "runtime": choices})).runtime
    assert (found.value if isinstance(found, Known) else None) == runtime
    assert not isinstance(found, Known) or found.slot is None


@pytest.mark.parametrize("answers", [[], "x", {"worker": "{{ cookiecutter.worker }}"}, {"worker": None}])
def test_odd_answers_leave_names_as_they_are_written(answers: object) -> None:
    assert one(basket(answers)).label == "cookiecutter_worker"


def test_templates_of_go_are_read_outside_of_their_statements() -> None:
    text = """\
Resources:
  Setup:
    Type: AWS::Lambda::Function
    Properties:
      FunctionName: {{.Name}}-{{ .Stage }}
      Handler: bootstrap
      Runtime: provided.al2023
      Code:
        S3Bucket: {{.Bucket}}
      Environment:
        Variables:
          {{- range $key, $value := .Env}}
          {{$key}}: "{{$value}}"
          {{- end}}
          LEVEL: info
      {{ if .Slow }}
      Timeout: 900
      {{ else }}
      Timeout: 3
      {{ end }}
"""
    found, broken = read({"setup.yaml": text})
    function = one(found)
    assert broken == ()
    assert isinstance(function.runtime, Known)
    assert isinstance(function.timeout, Unknown)
    assert isinstance(function.name, Unknown)
    assert [entry.key.value for entry in function.environment.entries] == ["LEVEL"]
    assert [gap.reason for gap in found.gaps] == ["another tool fills in what it says"]


@pytest.mark.parametrize("line", ["{{ range .A }}", "{{ end }}", "  x: {{ if .A }}b{{ end }}c", "{{ lines .A }}", "{{"])
def test_templates_of_go_that_cannot_be_told_apart_are_not_read(line: str) -> None:
    text = f"Resources:\n  F:\n    Type: AWS::Lambda::Function\n    Properties:\n      Timeout: 3\n{line}\n"
    found, broken = read({"setup.yaml": text})
    assert (found.functions, broken) == ((), ())


@pytest.mark.parametrize("sign", ["{#", "{%", "{{", "{{ if", "{% if a %}", "{{ a }}", "}}"])
def test_many_signs_end_quietly(sign: str) -> None:
    text = "Resources:\n  F:\n    Type: AWS::Lambda::Function\n    Properties:\n      Timeout: 3\n  : [\n"
    found, broken = read({"setup.yaml": text + f"{sign} " * 80_000})
    told = [gap.span.path for gap in found.gaps] + [one.span.path for one in broken]
    assert told == ["setup.yaml"]
