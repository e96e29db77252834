resource "aws_iam_role" "orders" {
  assume_role_policy = "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"sts:AssumeRole\",\"Principal\":{\"Service\":\"lambda:amazonaws.com\"}}]}"
}

resource "aws_iam_role" "mail" {
  assume_role_policy = <<-POLICY
    {
      "Version": "2012-10-17",
      "Statement": [
        {"Effect": "Allow", "Action": "sts:AssumeRole", "Principal": {"Service": ["lambda.amazonaws.co"]}}
      ]
    }
  POLICY
}

resource "aws_lambda_function" "orders" {
  function_name = "orders"
  role          = aws_iam_role.orders.arn
  runtime       = "provided.al2023"
  handler       = "bootstrap"
  s3_bucket     = "artifacts"
  s3_key        = "orders.zip"
}

resource "aws_lambda_function" "mail" {
  function_name = "mail"
  role          = aws_iam_role.mail.arn
  runtime       = "provided.al2023"
  handler       = "bootstrap"
  s3_bucket     = "artifacts"
  s3_key        = "mail.zip"
}

# Escapes of another kind: which byte spells what isn't told.
resource "aws_iam_role" "night" {
  assume_role_policy = "{\u0022Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"sts:AssumeRole\",\"Principal\":{\"Service\":\"lambda:amazonaws.com\"}}]}"
}

resource "aws_lambda_function" "night" {
  function_name = "night"
  role          = aws_iam_role.night.arn
  runtime       = "provided.al2023"
  handler       = "bootstrap"
  s3_bucket     = "artifacts"
  s3_key        = "night.zip"
}
