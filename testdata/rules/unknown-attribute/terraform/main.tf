resource "aws_lambda_function" "orders" {
  function_name = "orders"
  role          = var.role_arn
  runtime       = "provided.al2023"
  handler       = "bootstrap"
  s3_bucket     = "artifacts"
  s3_key        = "orders.zip"
  memory_sise   = 256 # want: orders has no attribute memory_sise, memory_size is near

  enviornment { # want: orders has no attribute enviornment, environment is near
    variable = { TABLE = "orders" } # want: enviornment of orders has no attribute variable, variables is near
  }
}

variable "role_arn" {
  type = string
}
