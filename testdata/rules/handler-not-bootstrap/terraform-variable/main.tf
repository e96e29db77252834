resource "aws_lambda_function" "orders" {
  function_name = "orders"
  role          = var.role_arn
  runtime       = "provided.al2023"
  handler       = var.binary
  s3_bucket     = "artifacts"
  s3_key        = "${var.binary}.zip"
}

variable "role_arn" {
  type = string
}

variable "binary" {
  type    = string
  default = "orders" # want: the handler of orders is orders
}
