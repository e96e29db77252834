resource "aws_lambda_function" "stock" {
  function_name = "stock"
  role          = var.role_arn
  package_type  = "Image"
  image_uri     = "${aws_ecr_repository.stock.repository_url}:latest"

  environment {
    variables = {
      REGION = "north"
    }
  }
}

resource "aws_ecr_repository" "stock" {
  name = "stock"
}

variable "role_arn" {
  type = string
}
