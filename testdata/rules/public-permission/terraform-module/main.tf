module "orders" {
  source  = "terraform-aws-modules/lambda/aws"
  version = "~> 8.0"

  function_name = "orders"
  runtime       = "provided.al2023"
  handler       = "bootstrap"
  source_path   = "dist"

  create_lambda_function_url = true
  allowed_triggers = {
    readers = {
      action                 = "lambda:InvokeFunctionUrl"
      principal              = "*"
      function_url_auth_type = "NONE"
    }
    anybody = {
      principal = "*" # want: orders lets every AWS account invoke orders
    }
  }
}
