locals {
  name = "resizer"
}

data "archive_file" "resize" {
  type        = "zip"
  source_file = "${path.module}/../build/resize/bootstrap"
  output_path = "${path.module}/../build/resize.zip"
}

resource "aws_lambda_function" "resize" {
  function_name    = local.name
  role             = aws_iam_role.resize.arn
  filename         = data.archive_file.resize.output_path
  source_code_hash = data.archive_file.resize.output_base64sha256
  handler          = "bootstrap"
  runtime          = "provided.al2023"
  architectures    = ["arm64"]
  memory_size      = 1024
  timeout          = 30

  environment {
    variables = {
      PICTURE_BUCKET = aws_s3_bucket.pictures.bucket
    }
  }

  tracing_config {
    mode = "Active"
  }

  logging_config {
    log_format = "JSON"
    log_group  = aws_cloudwatch_log_group.resize.name
  }
}

resource "aws_cloudwatch_log_group" "resize" {
  name              = "/aws/lambda/${local.name}"
  retention_in_days = 30
}

resource "aws_s3_bucket" "pictures" {
  bucket_prefix = local.name
}

resource "aws_sqs_queue" "jobs" {
  name                       = "${local.name}-jobs"
  visibility_timeout_seconds = 6 * 30

  redrive_policy = jsonencode({
    deadLetterTargetArn = aws_sqs_queue.failed.arn
    maxReceiveCount     = 5
  })
}

resource "aws_sqs_queue" "failed" {
  name = "${local.name}-failed"
}

resource "aws_lambda_event_source_mapping" "jobs" {
  event_source_arn        = aws_sqs_queue.jobs.arn
  function_name           = aws_lambda_function.resize.arn
  function_response_types = ["ReportBatchItemFailures"]
}
