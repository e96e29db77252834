module "orders" {
  source         = "terraform-aws-modules/lambda/aws"
  function_name  = "orders"
  runtime        = "provided.al2023"
  handler        = "bootstrap"
  create_package = false

  local_existing_package = "orders.zip"

  logging_log_format       = "Text"
  logging_system_log_level = "WARN" # want: orders sets the log level WARN, which the log format Text can't have
}
