variable "stage" {
  type    = string
  default = "dev"
}

locals {
  prefix = "shop-${var.stage}"

  functions = {
    intake = { timeout = 10, variables = { QUEUE_URL = module.queue.url } }
    packer = { timeout = 60, variables = { TABLE = aws_dynamodb_table.parcels.name } }
  }
}

resource "aws_lambda_function" "this" {
  for_each = local.functions

  function_name    = "${local.prefix}-${each.key}"
  role             = aws_iam_role.functions.arn
  runtime          = "provided.al2023"
  handler          = "bootstrap"
  architectures    = ["arm64"]
  filename         = "dist/${each.key}.zip"
  source_code_hash = filebase64sha256("dist/${each.key}.zip")
  timeout          = each.value.timeout

  environment {
    variables = merge({ STAGE = var.stage }, each.value.variables)
  }
}

resource "aws_cloudwatch_log_group" "functions" {
  for_each = aws_lambda_function.this

  name              = "/aws/lambda/${each.value.function_name}"
  retention_in_days = 14
}

resource "aws_dynamodb_table" "parcels" {
  name     = "${local.prefix}-parcels"
  hash_key = "id"
}

module "queue" {
  source  = "./modules/queue"
  name    = "${local.prefix}-jobs"
  seconds = 360
}

resource "aws_lambda_event_source_mapping" "jobs" {
  event_source_arn        = module.queue.arn
  function_name           = aws_lambda_function.this["packer"].arn
  function_response_types = ["ReportBatchItemFailures"]
}

resource "aws_iam_role" "functions" {
  name               = "${local.prefix}-functions"
  assume_role_policy = data.aws_iam_policy_document.trust.json
}

data "aws_iam_policy_document" "trust" {
  statement {
    actions = ["sts:AssumeRole"]

    principals {
      type        = "Service"
      identifiers = ["lambda.amazonaws.com"]
    }
  }
}

resource "aws_iam_role_policy" "jobs" {
  role = aws_iam_role.functions.id

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = ["sqs:ReceiveMessage", "sqs:DeleteMessage"]
      Resource = module.queue.arn
    }]
  })
}
