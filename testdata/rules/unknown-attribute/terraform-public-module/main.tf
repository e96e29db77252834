module "orders" {
  source  = "terraform-aws-modules/lambda/aws"
  version = "8.1.0"

  function_name        = "orders"
  runtime              = "provided.al2023"
  handler              = "bootstrap"
  source_path          = "dist"
  memory               = 512                  # want: orders has no attribute memory$
  enviroment_variables = { TABLE = "orders" } # want: orders has no attribute enviroment_variables, environment_variables is near

  allowed_triggers = {
    queue = {
      service    = "sns"
      sourc_arn  = "arn:aws:sns:eu-west-1:123456789012:orders" # want: allowed_triggers of orders has no attribute sourc_arn, source_arn is near
      maintainer = "shop"
    }
  }

  attach_policy_statements = true
  policy_statements = {
    read = {
      effect    = "Allow"
      action    = ["dynamodb:GetItem"] # want: policy_statements of orders has no attribute action, actions is near
      resources = ["arn:aws:dynamodb:eu-west-1:123456789012:table/orders"]
    }
  }
}
