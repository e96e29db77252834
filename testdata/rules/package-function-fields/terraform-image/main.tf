resource "aws_lambda_function" "orders" {
  function_name = "orders"
  role          = var.role_arn
  package_type  = "Image"
  image_uri     = "111122223333.dkr.ecr.eu-west-1.amazonaws.com/orders:1"
  runtime       = null
  layers        = []
}

variable "role_arn" {
  type = string
}
