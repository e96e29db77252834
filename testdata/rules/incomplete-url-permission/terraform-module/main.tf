module "orders" {
  source  = "terraform-aws-modules/lambda/aws"
  version = "~> 8.0"

  function_name = "orders"
  runtime       = "provided.al2023"
  handler       = "bootstrap"
  source_path   = "dist"

  create_lambda_function_url = true
  authorization_type         = "AWS_IAM"
  allowed_triggers = {
    edge = {
      action                 = "lambda:InvokeFunctionUrl" # want: calls to the address of orders also need lambda:InvokeFunction
      principal              = "cloudfront.amazonaws.com"
      function_url_auth_type = "AWS_IAM"
      source_arn             = "${aws_cloudfront_distribution.shop.arn}*"
      statement_id           = "edge"
    }
    nightly = { service = "events", source_arn = aws_cloudwatch_event_rule.nightly.arn }
  }
}

resource "aws_cloudwatch_event_rule" "nightly" {
  schedule_expression = "rate(1 day)"
}
