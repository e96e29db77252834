module "orders" {
  source  = "terraform-aws-modules/lambda/aws"
  version = "~> 8.0"

  function_name = "orders"
  runtime       = "provided.al2023"
  handler       = "bootstrap"
  source_path   = "dist"

  allowed_triggers = {
    nightly = {
      service    = "event" # want: event.amazonaws.com in orders is no service principal, events.amazonaws.com is
      source_arn = "arn:aws:events:eu-west-1:123456789012:rule/nightly"
    }
    placed = {
      service    = "sns"
      source_arn = "arn:aws:sns:eu-west-1:123456789012:placed"
    }
    balancer = {
      principal  = "elasticloadbalancing:amazonaws.com" # want: elasticloadbalancing:amazonaws.com in orders is no service principal
      source_arn = "arn:aws:elasticloadbalancing:eu-west-1:123456789012:targetgroup/orders/1"
    }
  }
}
