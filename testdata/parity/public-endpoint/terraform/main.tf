resource "aws_lambda_function" "feed" {
  function_name    = "press-feed"
  role             = aws_iam_role.press.arn
  filename         = "${path.module}/dist/feed.zip"
  source_code_hash = filebase64sha256("${path.module}/dist/feed.zip")
  runtime          = "provided.al2023"
  handler          = "bootstrap"
  architectures    = ["aarch64"]
  memory_size      = 256
  timeout          = 60

  logging_config {
    log_format = "Text"
  }

  tracing_config {
    mode = "Active"
  }
}

resource "aws_lambda_function_url" "feed" {
  function_name      = aws_lambda_function.feed.function_name
  authorization_type = "NONE"
  invoke_mode        = "BUFFERED"
}

resource "aws_lambda_permission" "readers" {
  action                 = "lambda:InvokeFunctionUrl"
  function_name          = aws_lambda_function.feed.function_name
  principal              = "*"
  function_url_auth_type = "NONE"
}

resource "aws_lambda_function" "archive" {
  function_name    = "press-archive"
  role             = aws_iam_role.press.arn
  filename         = "${path.module}/dist/archive.zip"
  source_code_hash = filebase64sha256("${path.module}/dist/archive.zip")
  runtime          = "provided.al2023"
  handler          = "bootstrap"
  architectures    = ["arm64"]
  memory_size      = 128
  timeout          = 30
  descripton       = "Keeps what was printed"

  tracing_config {
    mode = "Active"
  }
}

# each of the three services below may call the archive
resource "aws_sns_topic" "printed" {
  name = "press-printed"
}

resource "aws_sns_topic_subscription" "printed" {
  topic_arn = aws_sns_topic.printed.arn
  protocol  = "lambda"
  endpoint  = aws_lambda_function.archive.arn
}

resource "aws_lambda_permission" "printed" {
  action        = "lambda:InvokeFunction"
  function_name = aws_lambda_function.archive.function_name
  principal     = "sns.amazonaws.com"
}

resource "aws_cloudwatch_event_rule" "weekly" {
  name                = "press-weekly"
  schedule_expression = "cron(0 4 ? * SUN *)"
}

resource "aws_cloudwatch_event_target" "weekly" {
  rule = aws_cloudwatch_event_rule.weekly.name
  arn  = aws_lambda_function.archive.arn
}

resource "aws_lambda_permission" "weekly" {
  action        = "lambda:InvokeFunction"
  function_name = aws_lambda_function.archive.function_name
  principal     = "event.amazonaws.com" # the bus of the account
  source_arn    = aws_cloudwatch_event_rule.weekly.arn
}

resource "aws_lambda_permission" "scans" {
  action         = "lambda:GetFunction"
  function_name  = aws_lambda_function.archive.function_name
  principal      = "s3.amazonaws.com"
  source_arn     = "arn:aws:s3:::press-scans"
  source_account = "123456789012"
}

resource "aws_lambda_function" "render" {
  function_name = "press-render"
  role          = aws_iam_role.press.arn
  package_type  = "Image"
  image_uri     = "123456789012.dkr.ecr.eu-central-1.amazonaws.com/press-render:1"
  handler       = "bootstrap"
  architectures = ["arm64"]
  memory_size   = 1024
  timeout       = 120

  tracing_config {
    mode = "Active"
  }
}

resource "aws_cloudwatch_log_group" "render" {
  name              = "/aws/lambda/press-render"
  retention_in_days = 14
}

resource "aws_iam_role" "press" {
  name = "press"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { Service = "lambda.amazonaws.com" }
    }]
  })
}

resource "aws_iam_role_policy_attachment" "logs" {
  role       = aws_iam_role.press.name
  policy_arn = "arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole"
}
