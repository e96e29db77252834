resource "aws_lambda_function" "audit" {
  function_name    = "ledger-audit"
  role             = aws_iam_role.audit.arn
  filename         = "${path.module}/dist/audit.zip"
  source_code_hash = filebase64sha256("${path.module}/dist/audit.zip")
  runtime          = "provided.al2023"
  handler          = "bootstrap"
  architectures    = ["x86_64"]
  memory_size      = 512
  timeout          = 1000

  environment {
    variables = {
      AUDIT_MODE = "loose"
    }
  }
}

resource "aws_lambda_function" "report" {
  function_name    = "ledger-report"
  role             = aws_iam_role.report.arn
  filename         = "${path.module}/dist/report.zip"
  source_code_hash = filebase64sha256("${path.module}/dist/report.zip")
  runtime          = "go1.x"
  handler          = "report"
  memory_size      = 256
  timeout          = 120

  environment {
    variables = {
      REPORT_BUCKET            = "ledger-reports"
      AWS_LAMBDA_FUNCTION_NAME = "ledger-report"
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

resource "aws_lambda_event_source_mapping" "ledger" {
  event_source_arn  = aws_dynamodb_table.ledger.stream_arn
  function_name     = aws_lambda_function.audit.arn
  starting_position = "LATEST"
  batch_size        = 20000

  maximum_batching_window_in_seconds = 5
  function_response_types            = ["ReportBatchItemFailures"]
}

resource "aws_lambda_permission" "ledger" {
  action        = "lambda:InvokeFunction"
  function_name = aws_lambda_function.audit.function_name
  principal     = "dynamodb.amazonaws.com"
}

resource "aws_cloudwatch_event_rule" "nightly" {
  name                = "ledger-nightly"
  schedule_expression = "cron(0 2 * * ? *)"
}

resource "aws_cloudwatch_event_target" "nightly" {
  rule = aws_cloudwatch_event_rule.nightly.name
  arn  = aws_lambda_function.report.arn
}

resource "aws_lambda_permission" "nightly" {
  action        = "lambda:InvokeFunction"
  function_name = aws_lambda_function.report.function_name
  principal     = "events.amazonaws.com"
  source_arn    = aws_cloudwatch_event_rule.nightly.arn
}

data "aws_iam_policy_document" "assume" {
  statement {
    actions = ["sts:AssumeRole"]
    principals {
      type        = "Service"
      identifiers = ["lambda.amazonaws.com"]
    }
  }
}

resource "aws_iam_role" "audit" {
  name               = "ledger-audit"
  assume_role_policy = data.aws_iam_policy_document.assume.json
}

resource "aws_iam_role" "report" {
  name               = "ledger-report"
  assume_role_policy = data.aws_iam_policy_document.assume.json
}

resource "aws_iam_role_policy_attachment" "audit_logs" {
  role       = aws_iam_role.audit.name
  policy_arn = "arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole"
}

resource "aws_iam_role_policy_attachment" "report_logs" {
  role       = aws_iam_role.report.name
  policy_arn = "arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole"
}

data "aws_iam_policy_document" "report" {
  statement {
    actions   = ["s3:PutObject"]
    resources = ["*"]
  }
}

resource "aws_iam_role_policy" "report" {
  name   = "reports"
  role   = aws_iam_role.report.id
  policy = data.aws_iam_policy_document.report.json
}
