# names of an earlier version, of another module and of an alias' own
module "orders" {
  source  = "terraform-aws-modules/lambda/aws"
  version = "1.10.0"

  function_name = "orders"
  runtime       = "provided.al2023"
  handler       = "bootstrap"
  source_path   = "dist"
  policy_path   = "/orders/"
  putin_khuylo  = true

  allowed_triggers = {
    api = {
      service = "apigateway"
      arn     = "arn:aws:execute-api:eu-west-1:123456789012:abcdefghij"
    }
  }
}

module "alias" {
  source           = "terraform-aws-modules/lambda/aws//modules/alias"
  name             = "live"
  function_name    = module.orders.lambda_function_name
  function_version = module.orders.lambda_function_version
}

module "queue" {
  source       = "terraform-aws-modules/sqs/aws"
  name         = "orders"
  function_nam = "orders"
}

module "other" {
  source       = "example.com/terraform-aws-modules/lambda/aws"
  function_nam = "orders"
}
