resource "aws_lambda_function" "orders" {
  function_name = "orders"
  role          = aws_iam_role.orders.arn
  runtime       = "provided.al2023"
  handler       = "bootstrap"
  s3_bucket     = "artifacts"
  s3_key        = "orders.zip"
}

resource "aws_iam_role" "orders" {
  name               = "orders"
  assume_role_policy = file("${path.module}/policies/trust.json")
}

resource "aws_iam_role_policy" "orders" {
  role = aws_iam_role.orders.id
  policy = templatefile("${path.module}/policies/orders.json", {
    store  = "dynamodb"
    table  = aws_dynamodb_table.orders.arn
    action = var.action
  })
}

resource "aws_dynamodb_table" "orders" {
  name     = "orders"
  hash_key = "id"
}

variable "action" {
  type = string
}
