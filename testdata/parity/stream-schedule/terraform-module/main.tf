module "audit" {
  source  = "terraform-aws-modules/lambda/aws"
  version = "~> 8.0"

  function_name          = "ledger-audit"
  create_package         = false
  local_existing_package = "${path.module}/dist/audit.zip"
  runtime                = "provided.al2023"
  handler                = "bootstrap"
  architectures          = ["x86_64"]
  memory_size            = 512
  timeout                = 1000

  environment_variables = {
    AUDIT_MODE = "loose"
  }

  event_source_mapping = {
    ledger = {
      event_source_arn                   = aws_dynamodb_table.ledger.stream_arn
      starting_position                  = "LATEST"
      batch_size                         = 20000
      function_response_types            = ["ReportBatchItemFailures"]
      maximum_batching_window_in_seconds = 5
    }
  }

  create_current_version_allowed_triggers = false
  allowed_triggers = {
    ledger = {
      principal = "dynamodb.amazonaws.com"
    }
  }
}

module "report" {
  source  = "terraform-aws-modules/lambda/aws"
  version = "~> 8.0"

  function_name          = "ledger-report"
  create_package         = false
  local_existing_package = "${path.module}/dist/report.zip"
  runtime                = "go1.x"
  handler                = "report"
  memory_size            = 256
  timeout                = 120

  environment_variables = {
    REPORT_BUCKET            = "ledger-reports"
    AWS_LAMBDA_FUNCTION_NAME = "ledger-report"
  }

  attach_policy_statements = true
  policy_statements = {
    reports = {
      effect    = "Allow"
      actions   = ["s3:PutObject"]
      resources = ["*"]
    }
  }

  create_current_version_allowed_triggers = false
  allowed_triggers = {
    nightly = {
      principal  = "events.amazonaws.com"
      source_arn = aws_cloudwatch_event_rule.nightly.arn
    }
  }
}

resource "aws_dynamodb_table" "ledger" {
  name             = "ledger"
  billing_mode     = "PAY_PER_REQUEST"
  hash_key         = "id"
  stream_enabled   = true
  stream_view_type = "NEW_AND_OLD_IMAGES"

  attribute {
    name = "id"
    type = "S"
  }
}

resource "aws_cloudwatch_event_rule" "nightly" {
  name                = "ledger-nightly"
  schedule_expression = "cron(0 2 * * ? *)"
}

resource "aws_cloudwatch_event_target" "nightly" {
  rule = aws_cloudwatch_event_rule.nightly.name
  arn  = module.report.lambda_function_arn
}
