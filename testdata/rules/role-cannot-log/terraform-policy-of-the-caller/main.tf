module "orders" {
  source = "./service"
  policy = data.aws_iam_policy_document.orders.json
}

module "perhaps" {
  source = "./service"
  name   = "perhaps"
  policy = var.policy
}

variable "policy" {
  type = string
}

resource "aws_dynamodb_table" "orders" {
  name = "orders"
}

data "aws_iam_policy_document" "orders" {
  statement {
    actions   = ["dynamodb:GetItem"]
    resources = [aws_dynamodb_table.orders.arn]
  }
}
