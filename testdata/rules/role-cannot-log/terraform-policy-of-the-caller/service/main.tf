variable "name" {
  type    = string
  default = "orders"
}

variable "policy" {
  type    = string
  default = null
}

resource "aws_lambda_function" "this" {
  function_name = var.name
  role          = aws_iam_role.this.arn
  runtime       = "provided.al2023"
  handler       = "bootstrap"
  s3_bucket     = "artifacts"
  s3_key        = "orders.zip"
}

resource "aws_iam_role" "this" { # want: orders.this can't log, orders.this lacks logs:CreateLogStream and logs:PutLogEvents
  name = var.name
  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "lambda.amazonaws.com" } }]
  })
}

resource "aws_iam_role_policy" "own" {
  count  = var.policy == null ? 0 : 1
  role   = aws_iam_role.this.id
  policy = var.policy
}
