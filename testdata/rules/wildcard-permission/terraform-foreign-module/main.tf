module "orders" {
  source  = "acme/lambda/aws"
  version = "3.0.0"

  runtime     = "go1.x"
  policy_json = data.aws_iam_policy_document.orders.json
}

data "aws_iam_policy_document" "orders" {
  statement {
    actions   = ["dynamodb:*"] # want: ^dynamodb:\* allows every action of dynamodb, granted to orders$
    resources = ["arn:aws:dynamodb:eu-west-1:111122223333:table/orders"]
  }
}

module "boundaries" {
  source = "acme/boundary/aws"

  policy_json = data.aws_iam_policy_document.all.json
}

data "aws_iam_policy_document" "all" {
  statement {
    actions   = ["s3:*"]
    resources = ["*"]
  }
}
