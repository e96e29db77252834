"""Broken, cyclic, huge and strange files neither stop the reader nor make it claim what it can't know."""

from __future__ import annotations

import pytest

from tests.terraform_reading import facts, known, read

HEAD = 'resource "aws_lambda_function" "f" {\n'


def test_a_broken_file_is_reported_with_its_place_and_a_reason() -> None:
    text = HEAD + "  timeout = 5\n  memory_size =\n}\n"
    found, broken = read({"main.tf": text})
    (problem,) = broken
    line = text.encode()[: problem.span.start].count(b"\n") + 1
    assert (problem.span.path, line) == ("main.tf", 3)
    assert "unexpected" in problem.message
    assert not found.deployments[0].whole


def test_in_a_broken_file_absence_proves_nothing() -> None:
    found, _ = read({"main.tf": HEAD + "  timeout = 5\n  memory_size =\n}\n"})
    (f,) = found.functions
    assert known(f.memory) == "unknown"
    assert known(f.tracing) == "unknown"
    assert not f.environment.complete


def test_other_blocks_of_a_broken_file_are_still_read() -> None:
    found, broken = read({"main.tf": 'resource "aws_sqs_queue" "q" {\n  name = "jobs"\n}\n' + HEAD + "  a = (\n}\n"})
    assert len(broken) == 1
    assert [known(q.name) for q in found.queues] == ["jobs"]


def test_broken_json_is_reported() -> None:
    found, broken = read({"main.tf.json": '{"resource": [}'})
    assert [(p.span.path, p.message) for p in broken] == [("main.tf.json", "this is not valid JSON")]
    assert not found.deployments[0].whole


def test_a_template_of_another_tool_is_not_broken_terraform() -> None:
    found, broken = read({"main.tf": HEAD + "{{ if .Tags }}\n  tags = {{ .Tags }}\n{{ end }}\n}\n"})
    assert broken == ()
    assert found.functions == ()


@pytest.mark.parametrize(
    "text",
    [
        "locals {\n  a = local.b\n  b = local.a\n}\n" + HEAD + "  function_name = local.a\n}\n",
        'variable "a" {\n  default = var.a\n}\n' + HEAD + "  function_name = var.a\n}\n",
        HEAD + "  function_name = aws_lambda_function.f.function_name\n}\n",
        HEAD + "  count = length(aws_lambda_function.f)\n  function_name = local.none\n}\n",
        HEAD + f"  function_name = {'(' * 5000}1{')' * 5000}\n}}\n",
        HEAD + f"  function_name = {'[' * 3000}{']' * 3000}\n}}\n",
        HEAD + f"  function_name = {'!' * 3000}true\n}}\n",
        HEAD + f"  function_name = {'1 + ' * 5000}unknown.x.y\n}}\n",
        HEAD + f"  function_name = x{'.y' * 5000}\n}}\n",
    ],
    ids=["locals", "variable", "resource", "count", "parentheses", "lists", "operators", "sums", "traversal"],
)
def test_cycles_and_deep_nesting_are_unknown(text: str) -> None:
    found, broken = read({"main.tf": text})
    assert broken == ()
    assert [known(f.name) for f in found.functions] == ["unknown"]


def test_doubling_lists_and_texts_end_in_unknown() -> None:
    lists = "".join(f"  a{i} = concat(local.a{i - 1}, local.a{i - 1})\n" for i in range(1, 60))
    texts = "".join(f'  t{i} = "${{local.t{i - 1}}}${{local.t{i - 1}}}"\n' for i in range(1, 60))
    start = f'locals {{\n  a0 = ["x"]\n  t0 = "x"\n{lists}{texts}}}\n'
    (f,) = facts(f"{start}{HEAD}  layers = local.a59\n  function_name = local.t59\n}}\n").functions
    assert (known(f.layers), known(f.name)) == ("unknown", "unknown")


def test_a_great_count_is_judged_as_one() -> None:
    (f,) = facts(HEAD + "  count   = 1000000\n  timeout = 7\n}\n").functions
    assert known(f.timeout) == 7


def test_a_huge_range_is_unknown() -> None:
    text = HEAD + '  function_name = join("", [for i in range(900) : join("", [for j in range(900) : "x"])])\n}\n'
    assert known(facts(text).functions[0].name) == "unknown"


def test_modules_that_call_each_other_or_themselves() -> None:
    call = 'module "m" {{\n  source = "../{}"\n}}\n'
    found, _ = read(
        {
            "a/main.tf": call.format("b") + HEAD + "}\n",
            "b/main.tf": call.format("a"),
            "c/main.tf": 'module "m" {\n  source = "./"\n}\n' + HEAD + "}\n",
        }
    )
    assert {f.key.split(":")[0] for f in found.functions} == {"a", "c"}
    assert {f.span.path for f in found.functions} == {"a/main.tf", "c/main.tf"}


def test_a_tree_of_modules_that_grows_without_end_is_cut() -> None:
    files: dict[str, str | bytes] = {"m0/main.tf": HEAD + "}\n"}
    for i in range(1, 30):
        files[f"m{i}/main.tf"] = "".join(f'module "m{n}" {{\n  source = "../m{i - 1}"\n}}\n' for n in range(4))
    found, _ = read(files)
    assert not found.deployments[0].whole
    assert len(found.functions) < 1000


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\xff\xfe\x00\x01",
        b"\xef\xbb\xbf",
        'resource "aws_lambda_function" "f" {}'.encode("utf-16"),
        b"resource",
        b'resource "aws_lambda_function"',
        b'resource "aws_lambda_function" "f" {',
        b'resource "aws_lambda_function" "f" {\n  timeout = "${',
        b'resource "aws_lambda_function" "f" {\n  timeout = <<EOF\nabc',
        b"}" * 2000,
        b"{" * 2000,
        b"\x00" * 100,
        b'resource "aws_lambda_function" "f" {\n  description = "caf\xe9"\n}\n',
    ],
)
@pytest.mark.parametrize("name", ["main.tf", "main.tf.json", "terraform.tfvars"])
def test_strange_bytes_are_survived(data: bytes, name: str) -> None:
    found, _ = read({"other.tf": 'resource "aws_lambda_function" "other" {}\n', name: data})
    assert "other.tf" in {f.span.path for f in found.functions}


def test_every_prefix_of_a_file_is_survived() -> None:
    text = (
        HEAD
        + '  function_name = "f-${var.x}"\n'
        + '  environment {\n    variables = merge({ A = 1 }, [for k in var.l : k if k != ""])\n  }\n'
        + '  policy = <<-EOT\n    {"a": "${var.x}"}\n  EOT\n}\n'
    ).encode()
    for end in range(len(text)):
        found, _ = read({"main.tf": text[:end]})
        assert len(found.deployments) == 1


def test_a_byte_order_mark_moves_nothing() -> None:
    text = b"\xef\xbb\xbf" + HEAD.encode() + b"  timeout = 44\n}\n"
    found, broken = read({"main.tf": text})
    timeout = found.functions[0].timeout
    assert broken == ()
    assert text[timeout.span.start : timeout.span.end] == b"44"


def test_windows_line_endings() -> None:
    text = (HEAD + "  timeout = 44\n  role = <<EOT\na\nEOT\n}\n").replace("\n", "\r\n").encode()
    found, broken = read({"main.tf": text})
    assert broken == ()
    assert known(found.functions[0].timeout) == 44


def test_a_file_that_can_t_be_read_makes_absence_unprovable() -> None:
    from lambdalint.frontends import terraform

    found, broken = terraform.read(lambda path: b"" if path == "a.tf" else None, ["a.tf", "b.tf"])
    assert broken == ()
    assert not found.deployments[0].whole


def test_nothing_to_read() -> None:
    assert read({"main.go": "package main"})[0].deployments == ()


def test_a_file_of_ten_megabytes() -> None:
    text = ("# " + "x" * 998 + "\n") * 10_000 + HEAD + "  timeout = 9\n}\n"
    found, broken = read({"main.tf": text.encode()})
    assert len(text) > 10_000_000
    assert broken == ()
    assert [known(f.timeout) for f in found.functions] == [9]
