resource "aws_lambda_function" "orders" {
  function_name = "orders"
  role          = var.role_arn
  runtime       = "provided.al2023"
  handler       = "bootstrap"
  s3_bucket     = "artifacts"
  s3_key        = "orders.zip"

  environment {
    variables = {
      "TABLE-NAME" = "orders" # want: TABLE-NAME can't name a variable of orders
      "_LEVEL"     = "info"   # want: _LEVEL can't name a variable of orders
      "A"          = "1"      # want: A can't name a variable of orders, Lambda wants two characters or more
    }
  }
}

variable "role_arn" {
  type = string
}
