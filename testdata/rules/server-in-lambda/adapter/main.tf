resource "aws_lambda_function" "web" {
  function_name = "web"
  role          = var.role_arn
  runtime       = "provided.al2023"
  handler       = "bootstrap"
  s3_bucket     = "artifacts"
  s3_key        = "web.zip"
  layers        = ["arn:aws:lambda:eu-west-1:753240598075:layer:LambdaAdapterLayerArm64:24"]
}

variable "role_arn" {
  type = string
}
