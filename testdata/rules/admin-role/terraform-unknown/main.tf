variable "actions" {
  type = list(string)
}

resource "aws_lambda_function" "bills" {
  function_name = "bills"
  role          = aws_iam_role.bills.arn
  runtime       = "provided.al2023"
  handler       = "bootstrap"
  s3_bucket     = "artifacts"
  s3_key        = "bills.zip"
}

resource "aws_iam_role" "bills" {
  name               = "bills"
  assume_role_policy = "{}"
}

resource "aws_iam_role_policy" "bills" {
  role = aws_iam_role.bills.id

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = var.actions
      Resource = "*"
    }]
  })
}
