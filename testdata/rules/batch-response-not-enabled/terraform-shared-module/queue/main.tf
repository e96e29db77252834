variable "function" {
  type = string
}

variable "queue" {
  type = string
}

resource "aws_lambda_event_source_mapping" "this" { # want: worker\["orders"\] returns a batch response
  event_source_arn = var.queue
  function_name    = var.function
}
