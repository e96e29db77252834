resource "aws_lambda_function" "orders" {
  function_name = "orders"
  role          = aws_iam_role.orders.arn
  runtime       = "provided.al2023"
  handler       = "bootstrap"
  s3_bucket     = "artifacts"
  s3_key        = "orders.zip"
}

resource "aws_iam_role" "orders" {
  name = "orders"

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      { Effect = "Allow", Action = "sts:AssumeRole", Principle = { Service = "lambda.amazonaws.com" } } # want: has no attribute Principle, Principal is near
    ]
  })
}

data "aws_iam_policy_document" "orders" {
  statement {
    actions   = "s3:GetObject" # want: actions of .* is a list, not a string
    resource = ["*"]           # want: has no attribute resource, resources is near
  }
}

resource "aws_iam_role_policy" "orders" {
  role   = aws_iam_role.orders.id
  policy = data.aws_iam_policy_document.orders.json
}
