resource "aws_lambda_function" "orders" {
  function_name = "orders"
  role          = var.role_arn
  package_type  = "Image"
  image_uri     = "111122223333.dkr.ecr.eu-west-1.amazonaws.com/orders:1"
  layers        = ["arn:aws:lambda:eu-west-1:111122223333:layer:tools:3"]
}

variable "role_arn" {
  type = string
}
