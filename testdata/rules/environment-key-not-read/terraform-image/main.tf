resource "aws_lambda_function" "stock" {
  function_name = "stock"
  role          = var.role_arn
  package_type  = "Image"
  image_uri     = "${aws_ecr_repository.stock.repository_url}:latest"

  environment {
    variables = {
      STOCK_TABLE  = "stock"
      STOCK_REGION = "north" # want: STOCK_REGION of stock is read by nothing in cmd/stock
    }
  }
}

# An image that is built elsewhere.
resource "aws_lambda_function" "prices" {
  function_name = "prices"
  role          = var.role_arn
  package_type  = "Image"
  image_uri     = "${var.prices_image}:latest"

  environment {
    variables = {
      PRICE_LIST = "spring"
    }
  }
}

resource "aws_ecr_repository" "stock" {
  name = "stock"
}

variable "role_arn" {
  type = string
}

variable "prices_image" {
  type = string
}
