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
    actions   = ["logs:*", "xray:PutTraceSegments", "cloudwatch:PutMetricData", "ec2:CreateNetworkInterface"]
    resources = ["*"]
  }

  statement {
    actions   = ["dynamodb:Scan", "dynamodb:BatchGetItem", "s3:Get*", "ssm:GetParametersByPath"]
    resources = ["*"]
  }

  statement {
    actions   = ["s3:PutObject", "s3:Delete*"]
    resources = ["arn:aws:s3:::orders/*"]
  }

  statement {
    actions   = ["bedrock:InvokeModel", "rekognition:CompareFaces", "transcribe:StartCallAnalyticsJob"]
    resources = ["*"]
  }

  statement {
    actions   = ["support:CreateCase", "cognito-idp:ChangePassword", "cognito-idp:AdminGetUser"]
    resources = ["*"]
  }

  statement {
    effect    = "Deny"
    actions   = ["iam:*"]
    resources = ["*"]
  }

  statement {
    actions   = ["kms:Encrypt"]
    resources = ["*"]

    condition {
      test     = "StringEquals"
      variable = "aws:ResourceTag/shop"
      values   = ["corner"]
    }
  }
}

resource "aws_iam_role_policy" "orders" {
  role   = aws_iam_role.orders.id
  policy = data.aws_iam_policy_document.orders.json
}
