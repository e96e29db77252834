"""A value written through a slot leaves a text that says it, laid out as the formatter would."""

from __future__ import annotations

import pytest

from lambdalint.fix import Edit, apply
from lambdalint.syntax.judge import complaint
from tests.terraform_reading import facts, function, known, read, written

HEADER = 'resource "aws_lambda_function" "f" {\n'


def same(before: str, name: str, value: object, after: str) -> None:
    """Writing `value` where `name` is missing or spelled turns `before` into `after`, which says the value."""
    slot = getattr(function(before), name).slot
    result = written(before, slot, value)
    assert result == after
    assert complaint(result) is None
    assert known(getattr(function(result), name)) == value


def test_a_literal_is_replaced() -> None:
    same(HEADER + "  timeout = 3 # seconds\n}\n", "timeout", 60, HEADER + "  timeout = 60 # seconds\n}\n")


def test_a_list_is_replaced() -> None:
    before = HEADER + '  architectures = ["x86_64"]\n}\n'
    same(before, "architectures", ("arm64",), HEADER + '  architectures = ["arm64"]\n}\n')


def test_the_only_member_of_a_list_is_written_where_it_stands() -> None:
    text = 'variable "arch" {\n  default = "x86_64"\n}\n' + HEADER + "  architectures = [var.arch]\n}\n"
    same(text, "architectures", ("arm64",), text.replace("x86_64", "arm64"))


def test_a_missing_attribute_joins_a_group_that_has_room() -> None:
    before = HEADER + '  function_name = "f" # the name\n  role          = "r"\n\n  memory_size = 5\n}\n'
    after = (
        HEADER
        + '  function_name = "f" # the name\n  role          = "r"\n  timeout       = 9\n\n  memory_size = 5\n}\n'
    )
    same(before, "timeout", 9, after)


def test_a_longer_name_becomes_a_paragraph() -> None:
    before = HEADER + '  role = "r"\n}\n'
    same(before, "architectures", ("arm64",), HEADER + '  role = "r"\n\n  architectures = ["arm64"]\n}\n')


def test_an_attribute_is_not_put_into_a_block() -> None:
    before = HEADER + "  environment {\n    variables = {}\n  }\n}\n"
    same(before, "timeout", 9, HEADER + "  environment {\n    variables = {}\n  }\n\n  timeout = 9\n}\n")


def test_an_empty_body() -> None:
    same('resource "aws_lambda_function" "f" {}\n', "timeout", 9, HEADER + "  timeout = 9\n}\n")
    same(HEADER + "}\n", "timeout", 9, HEADER + "  timeout = 9\n}\n")


def test_a_missing_block_is_written_whole() -> None:
    before = HEADER + '  role = "r"\n}\n'
    after = HEADER + '  role = "r"\n\n  tracing_config {\n    mode = "Active"\n  }\n}\n'
    same(before, "tracing", "Active", after)


def test_an_existing_block_gets_the_attribute() -> None:
    before = HEADER + "  tracing_config {\n  }\n}\n"
    same(before, "tracing", "Active", HEADER + '  tracing_config {\n    mode = "Active"\n  }\n}\n')


def test_line_endings_of_the_file_are_kept() -> None:
    before = 'resource "aws_lambda_function" "f" {\r\n  function_name = "f"\r\n}\r\n'
    found, _ = read({"main.tf": before.encode()})
    slot = found.functions[0].timeout.slot  # type: ignore[union-attr]
    assert slot is not None
    result = apply(before.encode(), [Edit(slot.span, slot.before + slot.spell(9) + slot.after)])
    assert result.decode() == before.replace('"f"\r\n}', '"f"\r\n  timeout       = 9\r\n}')


def test_a_block_on_one_line_has_no_room() -> None:
    assert function('resource "aws_lambda_function" "f" { function_name = "f" }\n').timeout.slot is None  # type: ignore[union-attr]


def test_a_computed_value_has_no_slot() -> None:
    text = HEADER + "  timeout = 2 * 5\n}\n"
    assert known(function(text).timeout) == 10
    assert function(text).timeout.slot is None  # type: ignore[union-attr]


def test_text_is_spelled_with_its_escapes() -> None:
    text = HEADER + '  handler = "x"\n}\n'
    handler = function(text).handler
    assert handler is not None
    result = written(text, handler.slot, 'a"b${c}\\')  # type: ignore[union-attr]
    assert result == HEADER + '  handler = "a\\"b$${c}\\\\"\n}\n'
    assert known(function(result).handler) == 'a"b${c}\\'


@pytest.mark.parametrize(
    ("variables", "left"),
    [
        ("{\n      A = 1\n      B = 2\n    }", "{\n      B = 2\n    }"),
        ("{\n      A = 1, # first\n      B = 2,\n    }", "{\n      B = 2,\n    }"),
        ("{ A = 1, B = 2 }", "{ B = 2 }"),
        ("{ B = 2, A = 1 }", "{ B = 2 }"),
        ("{ A = 1 }", "{  }"),
    ],
)
def test_an_entry_of_the_environment_can_be_removed(variables: str, left: str) -> None:
    text = HEADER + "  environment {\n    variables = %s\n  }\n}\n"
    entry = next(e for e in function(text % variables).environment.entries if e.key.value == "A")
    result = apply((text % variables).encode(), [Edit(entry.entry, "")]).decode()
    assert result == text % left
    assert complaint(result) is None


def test_the_last_entry_in_json_goes_with_its_comma() -> None:
    text = (
        '{"resource": {"aws_lambda_function": {"f": {"environment": {"variables": {\n  "B": "2",\n  "A": "1"\n}}}}}}\n'
    )
    found, _ = read({"main.tf.json": text})
    entry = next(e for e in found.functions[0].environment.entries if e.key.value == "A")
    assert apply(text.encode(), [Edit(entry.entry, "")]).decode() == text.replace(',\n  "A": "1"', "")


def test_an_entry_that_is_computed_can_t_be_removed() -> None:
    text = HEADER + '  environment {\n    variables = { for k in ["A"] : k => "1" }\n  }\n}\n'
    (entry,) = function(text).environment.entries
    assert (entry.key.slot, entry.entry.start) == (None, entry.entry.end)


@pytest.mark.parametrize(
    ("filename", "expected"),
    [
        ('"dist/f.zip"', 'filebase64sha256("dist/f.zip")'),
        ("var.zip", "filebase64sha256(var.zip)"),
        ("data.archive_file.z.output_path", "data.archive_file.z.output_base64sha256"),
    ],
)
def test_the_hash_fits_what_is_packed(filename: str, expected: str) -> None:
    text = HEADER + f"  filename = {filename}\n}}\n" + 'data "archive_file" "z" {\n  output_path = "z.zip"\n}\n'
    package = function(text).package
    assert package is not None
    assert f"\n  source_code_hash = {expected}\n" in written(text, package.change_slot, "anything")


def test_a_hash_of_the_wrong_kind_can_be_replaced() -> None:
    text = HEADER + '  filename         = "f.zip"\n  source_code_hash = filemd5("f.zip")\n}\n'
    package = function(text).package
    assert package is not None
    assert package.change_key is not None
    result = written(text, package.change_key.slot, "")  # type: ignore[union-attr]
    assert 'source_code_hash = filebase64sha256("f.zip")\n' in result


def test_a_missing_attribute_of_the_json_syntax() -> None:
    text = '{"resource": {"aws_sqs_queue": {"q": {\n  "name": "q"\n}}}}'
    found, _ = read({"main.tf.json": text})
    slot = found.queues[0].visibility_timeout.slot  # type: ignore[union-attr]
    result = written(text, slot, 90)
    again, broken = read({"main.tf.json": result})
    assert broken == ()
    assert known(again.queues[0].visibility_timeout) == 90


def test_a_module_call_takes_the_input() -> None:
    text = 'module "f" {\n  source        = "terraform-aws-modules/lambda/aws"\n  function_name = "f"\n}\n'
    slot = facts(text).functions[0].timeout.slot  # type: ignore[union-attr]
    assert written(text, slot, 9) == text.replace('"f"\n}', '"f"\n  timeout       = 9\n}')


def test_an_empty_list_is_replaced() -> None:
    text = 'resource "aws_lambda_event_source_mapping" "m" {\n  function_response_types = []\n}\n'
    types = facts(text).mappings[0].response_types
    assert written(text, types.slot, ("A", "B")) == text.replace("[]", '["A", "B"]')  # type: ignore[union-attr]
