"""What people write in Terraform files reaches the model with the values that Terraform would see."""

from __future__ import annotations

import pytest

from lambdalint.source import Span
from lambdalint.value import Known, Unknown
from tests.terraform_reading import facts, function, function_with, known, read, spelled


def test_attributes_are_read_as_written() -> None:
    f = function_with("""
      function_name = "orders"
      role          = "arn:aws:iam::123456789012:role/orders"
      runtime       = "provided.al2023"
      handler       = "bootstrap"
      architectures = ["arm64"]
      timeout       = 20
      memory_size   = 512
      layers        = ["arn:aws:lambda:eu-west-1:1:layer:a:1"]
      ephemeral_storage { size = 1024 }
      tracing_config { mode = "Active" }
      logging_config {
        log_format = "JSON"
        log_group  = "/orders"
      }
    """)
    assert (known(f.name), known(f.runtime), known(f.handler)) == ("orders", "provided.al2023", "bootstrap")
    assert (known(f.architectures), known(f.timeout), known(f.memory)) == (("arm64",), 20, 512)
    assert (known(f.ephemeral_storage), known(f.tracing)) == (1024, "Active")
    assert (known(f.logging.format), known(f.logging.group)) == ("JSON", "/orders")
    assert known(f.layers) == ("arn:aws:lambda:eu-west-1:1:layer:a:1",)
    assert (f.key, f.label, f.role) == (".:aws_lambda_function.f", "f", None)


def test_what_nobody_wrote_is_the_platform_s_default_at_the_header() -> None:
    text = 'resource "aws_lambda_function" "f" {\n  function_name = "f"\n}\n'
    f = function(text)
    assert known(f.timeout) == ("default", 3)
    assert known(f.memory) == ("default", 128)
    assert known(f.architectures) == ("default", ("x86_64",))
    assert known(f.ephemeral_storage) == ("default", 512)
    assert known(f.tracing) == ("default", "PassThrough")
    assert known(f.logging.format) == ("default", "Text")
    assert known(f.package_type) == ("default", "Zip")
    assert (f.runtime, f.handler, f.package, f.image) == (None, None, None, None)
    assert spelled(text, f.timeout) == 'resource "aws_lambda_function" "f"'


def test_null_counts_as_not_set() -> None:
    assert known(function_with("timeout = null").timeout) == ("default", 3)


def test_a_variable_has_its_default_and_the_literal_is_the_place() -> None:
    text = """
    variable "seconds" {
      default = 45
    }
    resource "aws_lambda_function" "f" {
      timeout = var.seconds
    }
    """
    timeout = function(text).timeout
    assert isinstance(timeout, Known)
    assert (timeout.value, timeout.default, spelled(text, timeout)) == (45, False, "45")
    assert [spelled(text, timeout._replace(span=use)) for use in timeout.via] == ["var.seconds"]
    assert timeout.slot is not None
    assert timeout.slot.span == timeout.span


def test_a_variable_without_a_value_is_unknown() -> None:
    f = function_with("timeout = var.seconds", 'variable "seconds" {}')
    assert isinstance(f.timeout, Unknown)
    assert "var.seconds" in f.timeout.reason


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("terraform.tfvars", 10),
        ("a.auto.tfvars", 10),
        ("terraform.tfvars.json", "json"),
        ("prod.tfvars", "unknown"),
        ("other/terraform.tfvars", "unknown"),
    ],
)
def test_variable_files_that_are_loaded_when_they_are_named_leave_a_value_open(name: str, expected: object) -> None:
    main = 'variable "s" {\n default = 45\n}\nresource "aws_lambda_function" "f" {\n timeout = var.s\n}\n'
    text = '{"s": 11}' if expected == "json" else "s = 10\n"
    found, _ = read({"main.tf": main, name: text})
    assert known(found.functions[0].timeout) == (11 if expected == "json" else expected)


_SECONDS = """
variable "s" {
  default = 45
}
resource "aws_lambda_function" "f" {
  timeout = var.s
}
"""


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        ({"prod.tfvars": "s = 45"}, 45),
        ({"prod.tfvars": "s = 45", "dev.tfvars": "s = 30"}, "unknown"),
        ({"prod.tfvars": "other = 30"}, 45),
        ({"terraform.tfvars": "s = 30", "prod.tfvars": "s = 30"}, 30),
        ({"terraform.tfvars": "s = 30", "prod.tfvars": "s = 60"}, "unknown"),
        ({"prod.tfvars.json": '{"s": 60}'}, "unknown"),
        ({"envs/prod/terraform.tfvars": "s = 60"}, "unknown"),
        ({"prod.tfvars": "s = "}, "unknown"),
    ],
)
def test_a_variable_is_known_where_all_files_that_may_be_named_agree(files: dict[str, str], expected: object) -> None:
    found, _ = read({"main.tf": _SECONDS, **files})
    assert known(found.functions[0].timeout) == expected


def test_variable_files_speak_of_the_modules_near_them() -> None:
    found, _ = read({"a/main.tf": _SECONDS, "a/envs/dev.tfvars": "s = 60", "b/main.tf": _SECONDS})
    assert [known(f.timeout) for f in found.functions] == ["unknown", 45]
    beside, _ = read({"infra/main.tf": _SECONDS, "config/dev.tfvars": "s = 60"})
    assert known(beside.functions[0].timeout) == "unknown"


def test_variable_files_say_nothing_of_a_module_that_another_calls() -> None:
    files = {"main.tf": 'module "m" {\n  source = "./m"\n}\n', "m/main.tf": _SECONDS, "dev.tfvars": "s = 60"}
    assert known(read(files)[0].functions[0].timeout) == 45


def test_a_function_that_variable_files_switch_on_may_exist() -> None:
    main = """
    variable "enabled" {
      default = false
    }
    resource "aws_lambda_function" "f" {
      count   = var.enabled ? 1 : 0
      timeout = 45
    }
    """
    assert read({"main.tf": main})[0].functions == ()
    (f,) = read({"main.tf": main, "tfvars/prod.tfvars": "enabled = true"})[0].functions
    assert known(f.timeout) == 45


def test_functions_that_nothing_is_made_of_are_told() -> None:
    files = {
        "main.tf": 'module "m" {\n  source = "./m"\n  names = ["a"]\n}\n',
        "m/main.tf": """
        variable "names" {
          default = []
        }
        resource "aws_lambda_function" "one" {
          count = length(var.names)
        }
        resource "aws_lambda_function" "other" {
          for_each = {}
        }
        """,
        "tests/main.tf": 'resource "aws_lambda_function" "none" {\n  count = 0\n}\n',
    }
    found, _ = read(files)
    assert [f.label for f in found.functions] == ["m.one[0]"]
    assert [gap.reason for gap in found.gaps] == ["the values that are known here make no function of other"]


def test_files_that_another_tool_fills_in_are_told() -> None:
    text = '{{ if .Public }}\nresource "aws_lambda_function" "f" {\n}\n{{ end }}\n'
    found, broken = read({"templates/main.tf": text, "testdata/main.tf": text})
    assert (found.functions, broken) == ((), ())
    assert [(gap.span.path, gap.reason) for gap in found.gaps] == [
        ("templates/main.tf", "another tool fills in what it says")
    ]


def test_later_variable_files_win() -> None:
    main = 'variable "s" {}\nresource "aws_lambda_function" "f" {\n timeout = var.s\n}\n'
    files = {"main.tf": main, "terraform.tfvars": "s = 1\n", "a.auto.tfvars": "s = 2\n", "b.auto.tfvars": "s = 3\n"}
    assert known(read(files)[0].functions[0].timeout) == 3


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ('"a-${local.name}-z"', "a-orders-z"),
        ("local.name", "orders"),
        ('format("%s-%d", local.name, 2)', "orders-2"),
        ('join("-", ["a", local.name])', "a-orders"),
        ('replace(local.name, "or", "b")', "bders"),
        ("upper(local.name)", "ORDERS"),
        ("lower(upper(local.name))", "orders"),
        ('trimspace("  x ")', "x"),
        ('coalesce("", null, "x")', "x"),
        ('try(local.map.absent, "fallback")', "fallback"),
        ('can(local.map.absent) ? "yes" : "no"', "no"),
        ('can(local.map.a) ? "yes" : "no"', "yes"),
        ('lookup(local.map, "a", "none")', "one"),
        ('lookup(local.map, "b", "none")', "none"),
        ('local.map["a"]', "one"),
        ("local.list[1]", "q"),
        ("element(local.list, 3)", "q"),
        ('contains(local.list, "q") ? "has" : "lacks"', "has"),
        ('length(local.list) == 2 ? "two" : "more"', "two"),
        ("keys(local.map)[0]", "a"),
        ("values(local.map)[0]", "one"),
        ('join(",", [for v in local.list : upper(v) if v != "q"])', "P"),
        ('{ for k, v in local.map : v => k }["one"]', "a"),
        ('join(",", local.objects[*].n)', "1,2"),
        ('join(",", flatten([["x"], ["y", "z"]]))', "x,y,z"),
        ('join(",", concat(["x"], ["y"]))', "x,y"),
        ('merge({ a = "x" }, { a = "y" }).a', "y"),
        ("tostring(5)", "5"),
        ('basename("a/b.zip")', "b.zip"),
        ('dirname("a/b.zip")', "a"),
        ('substr("abcdef", 1, 2)', "bc"),
        ('split("-", "a-b")[1]', "b"),
        ('trimsuffix("a.zip", ".zip")', "a"),
        ('local.map.a == "one" && !false ? "t" : "f"', "t"),
        ('1 + 2 * 3 > 6 ? "t" : "f"', "t"),
        ('"$${literal}"', "${literal}"),
        ('"tab\\tquote\\" \\u0041"', 'tab\tquote" A'),
        ("one([local.name])", "orders"),
        ('toset(["a"]) == null ? "n" : "s"', "s"),
        ('join(",", sort(["q", "a"]))', "a,q"),
        ('join(",", reverse(local.list))', "q,p"),
        ('join(",", slice(["x", "y", "z"], 1, 3))', "y,z"),
        ('join(",", formatlist("%s/%s", local.list, "x"))', "p/x,q/x"),
        ('contains(setunion(["x"], ["y"]), "y") ? "has" : "lacks"', "has"),
        ('alltrue([true, false]) ? "all" : "not all"', "not all"),
        ('anytrue([true, false]) ? "any" : "none"', "any"),
        ('sum([1, 2]) == 3 ? "three" : "no"', "three"),
        ('chomp("x\\n")', "x"),
        ('try(tonumber("7"), 0) == 7 ? "seven" : "no"', "seven"),
    ],
)
def test_expressions_over_known_values(expression: str, expected: str) -> None:
    f = function_with(
        f"description = {expression}\nfunction_name = {expression}",
        """
        locals {
          name    = "orders"
          map     = { a = "one" }
          list    = ["p", "q"]
          objects = [{ n = 1 }, { n = 2 }]
        }
        """,
    )
    assert known(f.name) == expected


@pytest.mark.parametrize(
    "expression",
    [
        "var.unset",
        '"x-${var.unset}"',
        'var.unset ? "a" : "b"',
        "terraform.workspace",
        "data.aws_region.here.name",
        'lookup(merge({ a = "x" }, var.unset), "a", "none")',
        'md5("x")',
        "uuid()",
        "local.absent",
        "aws_thing.absent.name",
        'templatefile("x", {})',
        'coalesce(var.unset, "x")',
        "local.list[9]",
        "sort([var.unset])[0]",
        "reverse(var.unset)[0]",
        'slice(["x"], 0, 2)[0]',
        'join(",", formatlist("%s", var.unset))',
        'alltrue([var.unset]) ? "all" : "not all"',
    ],
)
def test_what_only_deployment_knows_is_unknown(expression: str) -> None:
    f = function_with(
        f"function_name = {expression}", 'variable "unset" {}\nlocals {\n  list = ["p"]\n}\ndata "aws_region" "here" {}'
    )
    assert known(f.name) == "unknown"


def test_an_unknown_condition_between_equal_values_is_known() -> None:
    f = function_with("timeout = var.unset ? 5 : 5", 'variable "unset" {}')
    assert known(f.timeout) == 5


def test_count_makes_as_many_functions_and_zero_makes_none() -> None:
    text = 'resource "aws_lambda_function" "f" {{\n  count = {}\n  function_name = "f-${{count.index}}"\n}}\n'
    assert [known(f.name) for f in facts(text.format(2)).functions] == ["f-0", "f-1"]
    assert [f.label for f in facts(text.format(2)).functions] == ["f[0]", "f[1]"]
    assert facts(text.format(0)).functions == ()
    assert facts(text.format("false ? 1 : 0")).functions == ()


def test_a_count_that_is_not_known_is_judged_as_one() -> None:
    text = 'variable "n" {}\nresource "aws_lambda_function" "f" {\n  count = var.n\n  timeout = 9\n}\n'
    (f,) = facts(text).functions
    assert (known(f.timeout), f.label) == (9, "f")


def test_for_each_binds_key_and_value() -> None:
    text = """
    locals {
      functions = {
        orders = { timeout = 10 }
        mails  = { timeout = 20 }
      }
    }
    resource "aws_lambda_function" "f" {
      for_each      = local.functions
      function_name = each.key
      timeout       = each.value.timeout
    }
    """
    found = {known(f.name): known(f.timeout) for f in facts(text).functions}
    assert found == {"orders": 10, "mails": 20}
    assert facts(text).functions[0].key == '.:aws_lambda_function.f["orders"]'


def test_for_each_over_a_set() -> None:
    text = 'resource "aws_lambda_function" "f" {\n  for_each = toset(["a", "b"])\n  function_name = each.value\n}\n'
    assert [known(f.name) for f in facts(text).functions] == ["a", "b"]


def test_optional_attributes_of_a_variable_have_their_defaults() -> None:
    text = """
    variable "functions" {
      type = map(object({
        timeout = optional(number, 30)
        memory  = optional(number)
      }))
      default = {
        a = {}
        b = { timeout = 5, memory = 256 }
      }
    }
    resource "aws_lambda_function" "f" {
      for_each    = var.functions
      timeout     = each.value.timeout
      memory_size = each.value.memory
    }
    """
    assert [known(f.timeout) for f in facts(text).functions] == [30, 5]
    assert [known(f.memory) for f in facts(text).functions] == [("default", 128), 256]


def test_dynamic_blocks_are_expanded() -> None:
    body = """
      dynamic "tracing_config" {
        for_each = %s
        iterator = each_mode
        content {
          mode = each_mode.value
        }
      }
    """
    assert known(function_with(body % '["Active"]').tracing) == "Active"
    assert known(function_with(body % "[]").tracing) == ("default", "PassThrough")
    assert known(function_with(body % "var.modes", 'variable "modes" {}').tracing) == "unknown"


MODULE = """
variable "name" {}
variable "seconds" {
  default = 3
}
resource "aws_lambda_function" "this" {
  function_name = var.name
  timeout       = var.seconds
  filename      = "${path.module}/dist/f.zip"
}
output "arn" {
  value = aws_lambda_function.this.arn
}
"""


def test_a_module_is_seen_with_each_caller_s_values() -> None:
    root = """
    module "a" {
      source  = "./modules/f"
      name    = "alpha"
      seconds = 30
    }
    module "b" {
      source = "./modules/f"
      name   = "beta"
    }
    """
    found = facts(root, modules__f__main=MODULE)
    assert [(f.label, known(f.name), known(f.timeout)) for f in found.functions] == [
        ("a.this", "alpha", 30),
        ("b.this", "beta", 3),
    ]
    assert [d.root for d in found.deployments] == ["."]
    package = found.functions[0].package
    assert package is not None
    assert known(package.path) == "modules/f/dist/f.zip"


def test_a_module_that_nobody_calls_is_judged_by_its_defaults() -> None:
    found = facts("", modules__f__main=MODULE)
    assert [(known(f.name), known(f.timeout), f.deployment) for f in found.functions] == [("unknown", 3, "modules/f")]


def test_a_module_call_may_be_repeated_or_left_out() -> None:
    root = 'module "m" {\n  source = "./m"\n  %s\n  name = "x"\n}\n'
    assert facts(root % "count = 0", m__main=MODULE).functions == ()
    assert len(facts(root % "count = 2", m__main=MODULE).functions) == 2
    found = facts(root % 'for_each = toset(["p", "q"])', m__main=MODULE)
    assert [f.label for f in found.functions] == ['m["p"].this', 'm["q"].this']


def test_references_lead_through_module_outputs_variables_and_locals() -> None:
    root = """
    module "f" {
      source = "./m"
      name   = "x"
    }
    module "q" {
      source = "./q"
    }
    locals {
      queue = module.q.queue_arn
    }
    resource "aws_lambda_event_source_mapping" "m" {
      event_source_arn = local.queue
      function_name    = module.f.arn
    }
    """
    queue = """
    resource "aws_sqs_queue" "q" {
      count = 1
    }
    output "queue_arn" {
      value = one(aws_sqs_queue.q[*].arn)
    }
    """
    (mapping,) = facts(root, m__main=MODULE, q__main=queue).mappings
    assert (mapping.function, mapping.source) == (
        ".:module.f.aws_lambda_function.this",
        ".:module.q.aws_sqs_queue.q[0]",
    )
    assert (mapping.source_kind, known(mapping.batch_size)) == ("sqs", ("default", 10))


@pytest.mark.parametrize(
    ("repeat", "reference"),
    [
        ("", "aws_sqs_queue.q.arn"),
        ("count = 1", "aws_sqs_queue.q[0].arn"),
        ("count = 1", "aws_sqs_queue.q.0.arn"),
        ("count = 1", "element(aws_sqs_queue.q[*].arn, 0)"),
        ("count = 1", 'join("", aws_sqs_queue.q.*.arn)'),
        ("count = var.n", "aws_sqs_queue.q[0].arn"),
        ("count = var.n", "one(aws_sqs_queue.q[*].arn)"),
        ('for_each = toset(["k"])', 'aws_sqs_queue.q["k"].arn'),
        ('for_each = toset(["k"])', "values(aws_sqs_queue.q)[0].arn"),
        ("", '"${aws_sqs_queue.q.arn}"'),
        ("", "try(aws_sqs_queue.q.arn, null)"),
    ],
)
def test_every_spelling_of_a_reference_finds_the_queue(repeat: str, reference: str) -> None:
    found = facts(
        f"""
        variable "n" {{}}
        resource "aws_sqs_queue" "q" {{
          {repeat}
        }}
        resource "aws_lambda_event_source_mapping" "m" {{
          event_source_arn = {reference}
          function_name    = "f"
        }}
        """
    )
    assert found.mappings[0].source == found.queues[0].key


def test_a_function_is_found_by_name_alias_and_arn() -> None:
    text = """
    resource "aws_lambda_function" "f" {
      function_name = "orders"
    }
    resource "aws_lambda_alias" "live" {
      name          = "live"
      function_name = aws_lambda_function.f.function_name
    }
    resource "aws_lambda_permission" "p" {
      function_name = %s
      action        = "lambda:InvokeFunction"
      principal     = "sns.amazonaws.com"
    }
    """
    for reference in (
        '"orders"',
        "aws_lambda_alias.live.arn",
        "aws_lambda_function.f.id",
        "aws_lambda_function.f.function_name",
        '"arn:aws:lambda:eu-west-1:1:function:orders:live"',
    ):
        assert facts(text % reference).permissions[0].function == ".:aws_lambda_function.f", reference
    assert facts(text % '"mails"').permissions[0].function is None


def test_the_name_of_a_resource_is_what_its_configuration_says() -> None:
    text = """
    resource "aws_dynamodb_table" "t" {
      name = "orders"
    }
    resource "aws_lambda_function" "f" {
      environment {
        variables = {
          TABLE = aws_dynamodb_table.t.name
          ARN   = aws_dynamodb_table.t.arn
        }
      }
    }
    """
    entries = function(text).environment.entries
    assert [(e.key.value, known(e.value)) for e in entries] == [("TABLE", "orders"), ("ARN", "unknown")]
    assert spelled(text, entries[0].value) == '"orders"'


def test_environment_entries_keep_their_places_through_a_merge() -> None:
    text = """
    locals {
      common = { LEVEL = "info", STAGE = "dev" }
    }
    resource "aws_lambda_function" "f" {
      environment {
        variables = merge(local.common, { STAGE = "prod" })
      }
    }
    """
    environment = function(text).environment
    assert environment.complete
    assert [(e.key.value, known(e.value)) for e in environment.entries] == [("LEVEL", "info"), ("STAGE", "prod")]
    assert spelled(text, environment.entries[0].value) == '"info"'


def test_an_unknown_merge_hides_what_comes_before_it() -> None:
    f = function_with('environment {\n  variables = merge({ A = "1" }, var.more, { B = "2" })\n}', 'variable "more" {}')
    assert not f.environment.complete
    assert [e.key.value for e in f.environment.entries] == ["B"]


def test_no_environment_is_a_known_absence() -> None:
    f = function_with('function_name = "f"')
    assert (f.environment.entries, f.environment.complete) == ((), True)


def test_paths_are_relative_to_where_terraform_runs() -> None:
    found, _ = read(
        {
            "infra/main.tf": """
            resource "aws_lambda_function" "a" {
              filename = "../dist/a.zip"
            }
            resource "aws_lambda_function" "b" {
              filename = "${path.module}/b.zip"
            }
            resource "aws_lambda_function" "c" {
              filename = "${path.root}/../c.zip"
            }
            resource "aws_lambda_function" "d" {
              filename = abspath("../d.zip")
            }
            """
        }
    )
    paths = [known(f.package.path) for f in found.functions if f.package]
    assert paths == ["dist/a.zip", "infra/b.zip", "c.zip", "d.zip"]


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ('filebase64sha256("a.zip")', "filebase64sha256(…)"),
        ('filemd5("a.zip")', "filemd5(…)"),
        ('filesha256("a.zip")', "filesha256(…)"),
        ("data.archive_file.z.output_base64sha256", "archive_file.output_base64sha256"),
        ("data.archive_file.z.output_md5", "archive_file.output_md5"),
        ("local.hash", "filebase64sha256(…)"),
        ("var.hash", "unknown"),
    ],
)
def test_the_change_key_says_which_hash_it_is(expression: str, expected: str) -> None:
    f = function_with(
        f'filename = "a.zip"\nsource_code_hash = {expression}',
        """
        variable "hash" {}
        locals {
          hash = filebase64sha256("a.zip")
        }
        data "archive_file" "z" {
          type        = "zip"
          source_file = "bootstrap"
          output_path = "a.zip"
        }
        """,
    )
    assert f.package is not None
    assert (known(f.package.change_key), f.package.needs_change_key) == (expected, True)


@pytest.mark.parametrize(
    ("ignored", "expected"),
    [("[filename]", True), ("[source_code_hash, timeout]", True), ("all", True), ("[timeout]", False)],
)
def test_ignored_changes_of_the_package(ignored: str, expected: bool) -> None:
    f = function_with(f'filename = "a.zip"\nlifecycle {{\n  ignore_changes = {ignored}\n}}')
    assert f.package is not None
    assert f.package.ignored is expected


def test_code_in_a_bucket_is_found_through_the_upload() -> None:
    f = function_with(
        's3_bucket = "b"\ns3_key = aws_s3_object.code.key',
        'resource "aws_s3_object" "code" {\n  key = "a.zip"\n  source = "dist/a.zip"\n}',
    )
    assert f.package is not None
    assert (known(f.package.path), f.package.needs_change_key) == ("dist/a.zip", False)


def test_an_image_function_has_no_package() -> None:
    f = function_with('package_type = "Image"\nimage_uri = "123.dkr.ecr.eu-west-1.amazonaws.com/f:1"')
    assert f.package is None
    assert f.image is not None
    assert known(f.image.uri) == "123.dkr.ecr.eu-west-1.amazonaws.com/f:1"


def test_override_files_win() -> None:
    found, _ = read(
        {
            "main.tf": 'resource "aws_lambda_function" "f" {\n  timeout = 3\n  memory_size = 256\n}\n',
            "f_override.tf": 'resource "aws_lambda_function" "f" {\n  timeout = 60\n}\n',
        }
    )
    assert [(known(f.timeout), known(f.memory)) for f in found.functions] == [(60, 256)]


def test_json_syntax_means_the_same() -> None:
    text = """
    {
      "variable": {"stage": {"default": "dev"}},
      "resource": {
        "aws_lambda_function": {
          "f": {
            "function_name": "f-${var.stage}",
            "timeout": 12,
            "environment": {"variables": {"A": "1"}},
            "tracing_config": [{"mode": "Active"}]
          }
        },
        "aws_sqs_queue": {"q": {"name": "jobs"}},
        "aws_lambda_event_source_mapping": {
          "m": {"event_source_arn": "${aws_sqs_queue.q.arn}", "function_name": "${aws_lambda_function.f.arn}"}
        }
      }
    }
    """
    found, broken = read({"main.tf.json": text})
    (f,) = found.functions
    assert broken == ()
    assert (known(f.name), known(f.timeout), known(f.tracing)) == ("f-dev", 12, "Active")
    assert [(e.key.value, known(e.value)) for e in f.environment.entries] == [("A", "1")]
    assert (found.mappings[0].source, found.mappings[0].function) == (found.queues[0].key, f.key)
    assert isinstance(f.timeout, Known)
    assert spelled(text, f.timeout) == "12"


def test_a_module_from_elsewhere_makes_absence_unprovable() -> None:
    assert facts('resource "aws_sqs_queue" "q" {}').deployments[0].whole
    assert not facts('module "m" {\n  source = "hashicorp/consul/aws"\n}').deployments[0].whole


def test_an_emulator_is_not_a_deployment() -> None:
    text = """
    provider "aws" {
      endpoints {
        lambda = "http://localhost:4566"
      }
    }
    resource "aws_lambda_function" "f" {}
    """
    assert facts(text).functions == ()
    assert len(facts(text.replace("http://localhost:4566", "https://lambda.eu-west-1.amazonaws.com")).functions) == 1


def test_folders_of_tests_are_not_deployed() -> None:
    caller = 'module "m" {\n  source = "../"\n  name = "test"\n}\n'
    found, _ = read({"main.tf": MODULE, "tests/main.tf": caller})
    assert [(f.deployment, known(f.name)) for f in found.functions] == [(".", "unknown")]


def test_the_whole_of_a_small_deployment() -> None:
    found = facts(
        """
        resource "aws_sqs_queue" "jobs" {
          name                       = "jobs"
          visibility_timeout_seconds = 60
        }
        """
    )
    (queue,) = found.queues
    assert queue.key == ".:aws_sqs_queue.jobs"
    assert queue.span == Span("main.tf", 1, 32)
    assert (known(queue.name), known(queue.visibility_timeout), queue.redrive, known(queue.fifo)) == (
        "jobs",
        60,
        None,
        ("default", False),
    )
    assert {name for name, records in found._asdict().items() if records} == {"deployments", "queues"}
