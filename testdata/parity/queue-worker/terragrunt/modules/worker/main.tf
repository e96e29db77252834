terraform {
  required_version = ">= 1.6"
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 6.0"
    }
  }
}

resource "aws_lambda_function" "worker" {
  function_name    = var.name
  role             = aws_iam_role.worker.arn
  filename         = var.package
  source_code_hash = filebase64sha256(var.package)
  runtime          = var.runtime
  handler          = var.handler
  memory_size      = 256
  timeout          = var.timeout

  environment {
    variables = var.environment
  }
}

resource "aws_sqs_queue" "receipts" {
  name                       = var.queue.name
  visibility_timeout_seconds = var.queue.visibility_timeout
}

resource "aws_lambda_event_source_mapping" "receipts" {
  event_source_arn = aws_sqs_queue.receipts.arn
  function_name    = aws_lambda_function.worker.arn
  batch_size       = 10
}

resource "aws_lambda_permission" "receipts" {
  action        = "lambda:InvokeFunction"
  function_name = aws_lambda_function.worker.function_name
  principal     = "sns.amazonaws.com"
}

resource "aws_iam_role" "worker" {
  name = var.name
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { Service = "lambda.amazonaws.com" }
    }]
  })
}

resource "aws_iam_role_policy_attachment" "worker_logs" {
  role       = aws_iam_role.worker.name
  policy_arn = "arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole"
}

resource "aws_iam_role_policy" "worker" {
  name = "receipts"
  role = aws_iam_role.worker.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = ["s3:*"]
      Resource = "*"
    }]
  })
}
