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
      { Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "lambda.amazonaws.com" } }
    ]
  })
}

data "aws_iam_policy_document" "orders" {
  statement {
    actions   = ["sqs:*"] # want: sqs:\* allows every action of sqs
    resources = ["arn:aws:sqs:eu-west-1:123456789012:orders"]
  }

  statement {
    actions   = ["lambda:InvokeFunction"] # want: lambda:InvokeFunction is allowed on every resource
    resources = ["*"]
  }
}

resource "aws_iam_policy" "orders" {
  policy = data.aws_iam_policy_document.orders.json
}

resource "aws_iam_role_policy_attachment" "orders" {
  role       = aws_iam_role.orders.name
  policy_arn = aws_iam_policy.orders.arn
}
