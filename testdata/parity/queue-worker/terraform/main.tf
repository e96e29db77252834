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
  function_name    = "receipt-worker"
  role             = aws_iam_role.worker.arn
  filename         = "${path.module}/dist/worker.zip"
  source_code_hash = filebase64sha256("${path.module}/dist/worker.zip")
  runtime          = "provided.al2"
  handler          = "worker"
  memory_size      = 256
  timeout          = 60

  environment {
    variables = {
      RECEIPTS_TABLE = "receipts"
      PRINTER_TOKEN  = "tR7!vq2#Lm9$Zx4w"
      LEGACY_PRINTER = "lp0"
      AWS_REGION     = "eu-west-1"
    }
  }
}

resource "aws_sqs_queue" "receipts" {
  name                       = "receipts"
  visibility_timeout_seconds = 30
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
  name = "receipt-worker"
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
