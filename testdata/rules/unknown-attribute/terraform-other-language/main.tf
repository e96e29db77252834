data "aws_iam_policy_document" "trust" {
  statement {
    actions = ["sts:AssumeRole"]
    principals {
      type        = "Service"
      identifiers = ["lambda.amazonaws.com"]
    }
  }
}

resource "aws_iam_role" "thumbnails" {
  assume_role_policy = data.aws_iam_policy_document.trust.json
}

resource "aws_lambda_function" "thumbnails" {
  function_name = "thumbnails"
  role          = aws_iam_role.thumbnails.arn
  runtime       = "nodejs22.x"
  handler       = "thumbnails.handler"
  s3_bucket     = "artifacts"
  s3_key        = "thumbnails.zip"

  enviroment { # want: thumbnails has no attribute enviroment, environment is near
    variables = { WIDTH = "320" }
  }
}
