resource "aws_lambda_function" "orders" {
  function_name = "orders"
  role          = var.role_arn
  package_type  = var.package_type
  image_uri     = var.package_type == "Image" ? "111122223333.dkr.ecr.eu-west-1.amazonaws.com/orders:1" : null
  filename      = var.package_type == "Zip" ? "orders.zip" : null
  runtime       = var.package_type == "Zip" ? "provided.al2023" : null
  handler       = "bootstrap"
}

variable "role_arn" {
  type = string
}

variable "package_type" {
  type = string
}
