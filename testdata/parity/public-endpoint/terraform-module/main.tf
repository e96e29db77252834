module "feed" {
  source  = "terraform-aws-modules/lambda/aws"
  version = "~> 8.0"

  function_name          = "press-feed"
  create_package         = false
  local_existing_package = "${path.module}/dist/feed.zip"
  runtime                = "provided.al2023"
  handler                = "bootstrap"
  architectures          = ["aarch64"]
  memory_size            = 256
  timeout                = 60
  tracing_mode           = "Active"
  logging_log_format     = "Text"

  create_lambda_function_url = true
  authorization_type         = "NONE"
  invoke_mode                = "BUFFERED"
}

resource "aws_lambda_permission" "readers" {
  action                 = "lambda:InvokeFunctionUrl"
  function_name          = module.feed.lambda_function_name
  principal              = "*"
  function_url_auth_type = "NONE"
}

module "archive" {
  source  = "terraform-aws-modules/lambda/aws"
  version = "~> 8.0"

  function_name          = "press-archive"
  create_package         = false
  local_existing_package = "${path.module}/dist/archive.zip"
  runtime                = "provided.al2023"
  handler                = "bootstrap"
  architectures          = ["arm64"]
  memory_size            = 128
  timeout                = 30
  tracing_mode           = "Active"
  descripton             = "Keeps what was printed"

  create_current_version_allowed_triggers = false
  allowed_triggers = {
    # each of these services may call the archive
    printed = {
      service = "sns"
    }
    weekly = {
      principal  = "event.amazonaws.com" # the bus of the account
      source_arn = aws_cloudwatch_event_rule.weekly.arn
    }
    scans = {
      action         = "lambda:GetFunction"
      principal      = "s3.amazonaws.com"
      source_arn     = "arn:aws:s3:::press-scans"
      source_account = "123456789012"
    }
  }
}

resource "aws_sns_topic" "printed" {
  name = "press-printed"
}

resource "aws_sns_topic_subscription" "printed" {
  topic_arn = aws_sns_topic.printed.arn
  protocol  = "lambda"
  endpoint  = module.archive.lambda_function_arn
}

resource "aws_cloudwatch_event_rule" "weekly" {
  name                = "press-weekly"
  schedule_expression = "cron(0 4 ? * SUN *)"
}

resource "aws_cloudwatch_event_target" "weekly" {
  rule = aws_cloudwatch_event_rule.weekly.name
  arn  = module.archive.lambda_function_arn
}

module "render" {
  source  = "terraform-aws-modules/lambda/aws"
  version = "~> 8.0"

  function_name  = "press-render"
  create_package = false
  package_type   = "Image"
  image_uri      = "123456789012.dkr.ecr.eu-central-1.amazonaws.com/press-render:1"
  architectures  = ["arm64"]
  memory_size    = 1024
  timeout        = 120
  tracing_mode   = "Active"

  cloudwatch_logs_retention_in_days = 14
}
