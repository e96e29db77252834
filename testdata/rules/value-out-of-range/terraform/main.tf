resource "aws_lambda_function" "orders" {
  function_name = "orders"
  role          = var.role_arn
  runtime       = "provided.al2023"
  handler       = "bootstrap"
  s3_bucket     = "artifacts"
  s3_key        = "orders.zip"
  timeout       = 901   # want: orders is given 901 s of timeout, 1 to 900 are allowed
  memory_size   = 64    # want: orders is given 64 MB of memory, 128 to 10240 are allowed

  layers = [ # want: orders is given 6 layers, 5 are allowed
    "arn:aws:lambda:eu-west-1:111122223333:layer:a:1",
    "arn:aws:lambda:eu-west-1:111122223333:layer:b:1",
    "arn:aws:lambda:eu-west-1:111122223333:layer:c:1",
    "arn:aws:lambda:eu-west-1:111122223333:layer:d:1",
    "arn:aws:lambda:eu-west-1:111122223333:layer:e:1",
    "arn:aws:lambda:eu-west-1:111122223333:layer:f:1",
  ]

  ephemeral_storage {
    size = 20000 # want: orders is given 20000 MB of /tmp, 512 to 10240 are allowed
  }
}

variable "role_arn" {
  type = string
}
