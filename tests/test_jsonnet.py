"""What lambroll deploys from Jsonnet: what is written in it, and what only its evaluation could tell."""

from __future__ import annotations

import pytest

from lambdalint.frontends import infrastructure, lambroll
from lambdalint.model.functions import Function
from lambdalint.model.infra import InfraFacts
from lambdalint.value import Known
from tests.terraform_reading import known

HEAD = "FunctionName: 'tiles', Role: 'arn:aws:iam::123456789012:role/tiles', Runtime: 'provided.al2023'"


def deploy(text: str, **more: str) -> InfraFacts:
    """What is deployed from a text, beside further files named `folder__file` without their `.libsonnet`."""
    files = {f"{name.replace('__', '/')}.libsonnet": content.encode() for name, content in more.items()}
    files["fn/function.jsonnet"] = text.encode()
    return lambroll.read(files.get, files.get, sorted(files))


def function(text: str, **more: str) -> Function:
    (only,) = deploy(text, **more).functions
    return only


def variables(found: Function) -> dict[str, object]:
    return {entry.key.value: known(entry.value) for entry in found.environment.entries}


def test_a_file_as_people_write_it() -> None:
    text = """
    local env = std.native('env');
    local stage = 'dev', name = 'tiles-' + stage;
    {
      FunctionName: name,  // of the stage
      Role: 'arn:aws:iam::%s:role/tiles' % [std.extVar('account')],
      Runtime: 'provided.al2023',
      "Handler": "bootstrap",  # ignored
      /* seconds */ Timeout: 30,
      MemorySize: if stage == 'dev' then 256 else 1024,
      Architectures: ['arm64',],
      Environment: {
        Variables: {
          QUOTED: 'it\\'s "so"',
          PATTERN: @'\\d+',
          FROM_OUTSIDE: env('WHAT', 'ever'),
          TEMPLATE: '{{ must_env `URL` }}',
          LINES: |||
            one
              two
          |||,
        },
      },
    }
    """
    found = function(text)
    assert (known(found.name), known(found.handler), known(found.timeout), known(found.memory)) == (
        "tiles-dev",
        "bootstrap",
        30,
        256,
    )
    assert known(found.architectures) == ("arm64",)
    assert variables(found) == {
        "QUOTED": 'it\'s "so"',
        "PATTERN": r"\d+",
        "FROM_OUTSIDE": "unknown",
        "TEMPLATE": "unknown",
        "LINES": "one\n  two\n",
    }
    assert found.environment.complete
    assert isinstance(found.timeout, Known)
    assert text.encode()[found.timeout.span.start : found.timeout.span.end] == b"30"


def test_characters_of_two_halves() -> None:
    found = function(f"{{ {HEAD}, Handler: '\\ud83d\\ude00', Description: '\\ud83d' }}")
    assert known(found.handler) == "\U0001f600"


def test_nothing_is_written_into_a_program() -> None:
    found = function(f"{{ {HEAD}, Handler: 'bootstrap', Timeout: 5, Environment: {{ Variables: {{ A_B: 'c' }} }} }}")
    values = (found.runtime, found.timeout, found.memory, found.tracing)
    assert all(isinstance(value, Known) and value.slot is None for value in values)
    (entry,) = found.environment.entries
    assert entry.entry.start == entry.entry.end


def test_an_object_over_one_of_another_file() -> None:
    shared = "{ Handler: 'bootstrap', Timeout: 9, MemorySize:: 512, Tags: { a: 'b' } }"
    found = function(f"(import '../lib/shared.libsonnet') + {{ {HEAD}, Timeout: 12 }}", lib__shared=shared)
    assert (known(found.handler), known(found.timeout), known(found.memory)) == ("bootstrap", 12, ("default", 128))
    assert isinstance(found.handler, Known)
    assert found.handler.span.path == "lib/shared.libsonnet"


@pytest.mark.parametrize(
    "text",
    [
        "(import 'gone.libsonnet') { %s }",
        "local base = std.extVar('base'); base + { %s }",
        "{ [std.extVar('key')]: 1 } + { %s }",
        "{ %s } + { [k]: 1 for k in ['Timeout'] } + { FunctionName: 'x', Role: 'y', Runtime: 'provided.al2023' }",
    ],
)
def test_of_what_is_only_partly_known_nothing_is_absent(text: str) -> None:
    found = function(text % HEAD)
    assert known(found.timeout) == known(found.tracing) == known(found.architectures) == "unknown"


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("-1 + 2", 1),
        ("(7)", 7),
        ("{ a: { b: 8 } }.a['b']", 8),
        ("local f(x, y=2) = x; 9", 9),
        ("if 1 == 2 then 3 else 4", 4),
        ("local a = 1; local b = 2; b", 2),
        ("assert true : 'no'; 5", 5),
        ("2 * 3", "unknown"),
        ("self.MemorySize", "unknown"),
        ("$.MemorySize", "unknown"),
        ("local f(x) = x; f(5)", "unknown"),
        ("std.parseInt('5')", "unknown"),
        ("if std.extVar('a') then 1 else 2", "unknown"),
        ("[1, 2][0]", "unknown"),
        ("(function(x) x)(1)", "unknown"),
        ("error 'no'", "unknown"),
        ("importstr 'x'", "unknown"),
        ("{ a:: 1, b(x): x }.b(2)", "unknown"),
    ],
)
def test_an_expression(expression: str, expected: object) -> None:
    assert known(function(f"{{ {HEAD}, Timeout: {expression} }}").timeout) == expected


def test_the_role_that_terraform_has_in_its_state() -> None:
    text = (
        "local tfstate = std.native('tfstate');\n{ FunctionName: 'tiles', Role: tfstate('aws_iam_role.tiles.arn'),"
        " Runtime: 'provided.al2023' }"
    )
    files = {"function.jsonnet": text.encode(), "main.tf": b'resource "aws_iam_role" "tiles" {\n  name = "x"\n}\n'}
    facts, _ = infrastructure.read(files.get, files.get, sorted(files))
    assert [made.role for made in facts.functions] == [".:aws_iam_role.tiles"]


def test_the_address_beside_it() -> None:
    files = {
        "function.jsonnet": f"{{ {HEAD} }}".encode(),
        "function_url.jsonnet": b"local kind = 'NONE';\n{ Config: { AuthType: kind } }",
    }
    facts = lambroll.read(files.get, files.get, sorted(files))
    assert [known(url.authorization) for url in facts.urls] == ["NONE"]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "{ a",
        "{ a: ",
        "local",
        "local a",
        "local f(",
        "local f(x",
        "function(",
        "[for",
        "'open",
        "|||\n  open",
        "|||\nflush\n|||",
        "{ [",
        "@",
        "\xff",
        "import",
        "[" * 5000,
        "{ a: " * 5000,
        "(" * 5000,
        "-" * 5000 + "1",
        "a." * 5000,
        "1 + " * 5000 + "1",
        "if " * 5000,
        "local a = b, b = a; a",
        "import 'function.jsonnet'",
        "{ a: 1 } { a: 2 } }",
    ],
)
def test_a_text_that_is_none_is_survived(text: str) -> None:
    assert deploy(text).functions == ()
