data "aws_iam_policy_document" "assume" {
  statement {
    actions = ["sts:AssumeRole"]

    principals {
      type        = "Service"
      identifiers = ["lambda.amazonaws.com"]
    }
  }
}

data "aws_iam_policy_document" "tokens" {
  statement {
    actions   = ["dynamodb:*"]
    resources = [aws_dynamodb_table.tokens.arn]
  }
}

resource "aws_iam_role" "sign_in" {
  name               = "sign-in-${var.stage}"
  assume_role_policy = data.aws_iam_policy_document.assume.json
}

resource "aws_iam_role_policy" "tokens" {
  name   = "tokens"
  role   = aws_iam_role.sign_in.id
  policy = data.aws_iam_policy_document.tokens.json
}
