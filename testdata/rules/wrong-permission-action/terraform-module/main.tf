module "orders" {
  source         = "terraform-aws-modules/lambda/aws"
  function_name  = "orders"
  runtime        = "provided.al2023"
  handler        = "bootstrap"
  create_package = false

  local_existing_package = "orders.zip"

  allowed_triggers = {
    Api = {
      service    = "apigateway"
      action     = "lambda:Invoke" # want: lambda:Invoke does not let apigateway.amazonaws.com invoke orders
      source_arn = var.api_arn
    }
  }
}

variable "api_arn" {
  type = string
}
