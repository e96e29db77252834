module "orders" {
  source  = "terraform-aws-modules/lambda/aws"
  version = "~> 8.0"

  function_name = "orders"
  runtime       = "provided.al2023"
  handler       = "bootstrap"
  source_path   = "dist"

  allowed_triggers = {
    placed = { # want: orders lets sns.amazonaws.com invoke orders on behalf of anybody
      service = "sns"
    }
    nightly = { principal = "events.amazonaws.com" } # want: orders lets events.amazonaws.com invoke orders on behalf of anybody
    elsewhere = {
      service    = "s3"
      source_arn = "arn:aws:s3:::orders"
    }
    account = { service = "config", source_account = "123456789012" }
  }
}

resource "aws_sns_topic" "placed" {
  name = "placed"
}

resource "aws_sns_topic_subscription" "placed" {
  topic_arn = aws_sns_topic.placed.arn
  protocol  = "lambda"
  endpoint  = module.orders.lambda_function_arn
}

resource "aws_cloudwatch_event_rule" "nightly" {
  schedule_expression = "rate(1 day)"
}

resource "aws_cloudwatch_event_target" "nightly" {
  rule = aws_cloudwatch_event_rule.nightly.name
  arn  = module.orders.lambda_function_arn
}
