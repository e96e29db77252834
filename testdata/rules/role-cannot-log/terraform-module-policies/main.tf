module "vpc" {
  source  = "terraform-aws-modules/vpc/aws"
  version = "~> 6.0"
  name    = "shop"
}

module "orders" { # want: orders can't log, orders lacks logs:CreateLogStream and logs:PutLogEvents
  source  = "terraform-aws-modules/lambda/aws"
  version = "~> 8.1"

  function_name          = "orders"
  runtime                = "provided.al2023"
  handler                = "bootstrap"
  create_package         = false
  local_existing_package = "orders.zip"

  tracing_mode                  = "Active"
  attach_tracing_policy         = true
  attach_network_policy         = true
  vpc_subnet_ids                = module.vpc.private_subnets
  attach_cloudwatch_logs_policy = false
  attach_async_event_policy     = true
  destination_on_failure        = aws_sqs_queue.failed.arn
}

module "mails" {
  source  = "terraform-aws-modules/lambda/aws"
  version = "~> 8.1"

  function_name          = "mails"
  runtime                = "provided.al2023"
  handler                = "bootstrap"
  create_package         = false
  local_existing_package = "mails.zip"

  attach_cloudwatch_logs_policy = var.logs
}

module "bills" {
  source  = "terraform-aws-modules/lambda/aws"
  version = "~> 8.1"

  function_name          = "bills"
  runtime                = "provided.al2023"
  handler                = "bootstrap"
  create_package         = false
  local_existing_package = "bills.zip"

  attach_cloudwatch_logs_policy = false
  attach_policy_jsons           = true
  number_of_policy_jsons        = 1
  policy_jsons                  = [data.aws_iam_policy_document.bills.json]
}

resource "aws_sqs_queue" "failed" {
  name = "failed"
}

data "aws_iam_policy_document" "bills" {
  statement {
    actions   = ["logs:*"]
    resources = ["*"]
  }
}

variable "logs" {
  type = bool
}
