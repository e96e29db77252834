variable "stage" {
  type    = string
  default = "test"
}

resource "aws_dynamodb_table" "tokens" {
  name         = "sign-in-${var.stage}-tokens"
  billing_mode = "PAY_PER_REQUEST"
  hash_key     = "id"

  attribute {
    name = "id"
    type = "S"
  }
}

resource "aws_lambda_function" "sign_in" {
  function_name    = "sign-in-${var.stage}"
  role             = aws_iam_role.sign_in.arn
  filename         = "../dist/sign-in.zip"
  source_code_hash = filebase64sha256("../dist/sign-in.zip")
  handler          = "bootstrap"
  runtime          = "provided.al2023"
  architectures    = ["arm64"]
  memory_size      = 256
  timeout          = 10

  environment {
    variables = {
      TOKENS_TABLE = aws_dynamodb_table.tokens.name
      AWS_REGION   = "eu-central-1"
    }
  }
}

resource "aws_cloudwatch_log_group" "sign_in" {
  name              = "/aws/lambda/${aws_lambda_function.sign_in.function_name}"
  retention_in_days = 14
}
