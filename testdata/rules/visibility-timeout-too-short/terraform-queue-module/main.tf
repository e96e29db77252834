resource "aws_lambda_function" "orders" {
  function_name = "orders"
  role          = var.role_arn
  runtime       = "provided.al2023"
  handler       = "bootstrap"
  s3_bucket     = "artifacts"
  s3_key        = "orders.zip"
  timeout       = 60
}

module "incoming" {
  source  = "terraform-aws-modules/sqs/aws"
  version = "~> 5.0"

  name                       = "incoming"
  visibility_timeout_seconds = 45 # want: incoming hides messages for 45 s, but orders may run for 60 s
  create_dlq                 = true
}

module "slow" {
  source  = "terraform-aws-modules/sqs/aws"
  version = "~> 5.0"

  name                       = "slow"
  visibility_timeout_seconds = 400
  create_dlq                 = true
}

resource "aws_lambda_event_source_mapping" "incoming" {
  event_source_arn = module.incoming.queue_arn
  function_name    = aws_lambda_function.orders.arn
}

resource "aws_lambda_event_source_mapping" "slow" {
  event_source_arn = module.slow.queue_arn
  function_name    = aws_lambda_function.orders.arn
}

resource "aws_lambda_event_source_mapping" "failed" {
  event_source_arn = module.slow.dead_letter_queue_arn
  function_name    = aws_lambda_function.orders.arn
}

variable "role_arn" {
  type = string
}
