resource "aws_lambda_function" "worker" {
  function_name = "worker"
  role          = "arn:aws:iam::123456789012:role/worker"
  runtime       = "provided.al2023"
  handler       = "bootstrap"
  filename      = "worker.zip" # want: nothing tells the deployment of worker
  memory_size   = 256
  # what it needs
  # to know
  environment {
    variables = {
      QUEUE = "orders"
    }
  }
}

resource "aws_lambda_function" "other" {
  function_name = "other"
  role          = "arn:aws:iam::123456789012:role/worker"
  runtime       = "provided.al2023"
  handler       = "bootstrap"
  filename      = "worker.zip" # want: nothing tells the deployment of other

  tracing_config {
    mode = "Active"
  }
  memory_size = 256
}
