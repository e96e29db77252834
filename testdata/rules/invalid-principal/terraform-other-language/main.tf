data "aws_iam_policy_document" "trust" {
  statement {
    actions = ["sts:AssumeRole"]
    principals {
      type        = "Service"
      identifiers = ["lambda:amazonaws.com"] # want: lambda:amazonaws.com in thumbnails is no service principal
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
}
