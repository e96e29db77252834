resource "aws_kinesis_stream" "clicks" {
  name = "clicks"
}

module "orders" {
  source  = "terraform-aws-modules/lambda/aws"
  version = "8.8.1"

  function_name = "orders"
  runtime       = "provided.al2023"
  handler       = "bootstrap"

  create_package         = false
  local_existing_package = "orders.zip"

  event_source_mapping = {
    clicks = { # want: has no on-failure destination
      event_source_arn  = aws_kinesis_stream.clicks.arn
      starting_position = "LATEST"
    }
    again = {
      event_source_arn           = aws_kinesis_stream.clicks.arn
      starting_position          = "LATEST"
      destination_arn_on_failure = "arn:aws:sqs:eu-west-1:111122223333:failed"
    }
  }
}
